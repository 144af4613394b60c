#include "review/build_review.hpp"

#include "mandate/base/error.hpp"
#include "model/document_oddities.hpp"
#include "model/pending.hpp"
#include "model/review_life.hpp"
#include "model/task_facts.hpp"
#include "model/task_oddities.hpp"
#include "review/agency_matters.hpp"
#include "review/answers.hpp"
#include "review/describe_records.hpp"
#include "review/describe_task.hpp"
#include "review/described_tasks.hpp"
#include "review/document_matters.hpp"
#include "review/document_tree.hpp"
#include "review/indicator_figures.hpp"
#include "review/matters.hpp"
#include "review/of_agencies.hpp"
#include "review/periods_beside.hpp"
#include "review/population.hpp"
#include "review/programme_matters.hpp"
#include "review/review_answers.hpp"
#include "review/schedule_keeper.hpp"
#include "review/task_days.hpp"
#include "review/task_links.hpp"
#include "review/warnings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <numeric>
#include <set>
#include <span>
#include <string>

namespace mandate {
namespace {

// Reads each task once: from the columns of the ledger's days where they say all, else from its
// record. Of each a line is kept, by which it is put into lists and counted; words are left for
// whoever reads them.
class builder {
public:
    builder(const lens& through, const review_request& request)
        : through_{through},
          of_{begun_period(through, request.of)},
          periods_{periods_beside_of(through, of_)},
          next_{periods_.after},
          only_{rows_of(request.agencies)},
          with_answers_{request.with_answers},
          days_{through.schedules == nullptr ? nullptr
                                             : through.schedules->keeper->days(*through.schedules)},
          in_columns_{days_ && through.viewer == no_row &&
                      through.times.known == through.record.revision()},
          population_{through, of_, parts_of_days()},
          end_{population_.class_day()} {
        numbers_ = {of_.first().since_epoch(), end_.since_epoch(),
                    through.times.as_of.since_epoch()};
        if (next_) {
            numbers_.next_first = next_->first().since_epoch();
            numbers_.next_last = next_->last().since_epoch();
        }
        out_.period = of_;
        out_.next = next_;
        for (const std::string& agency : request.agencies)
            if (std::ranges::find(out_.only, agency) == out_.only.end())
                out_.only.push_back(agency);
        out_.cut_off = through.times.as_of;
        out_.class_day = end_;
        const finishing_days chosen = finishing_days_of(through.record, through.times);
        out_.finishing_day = chosen.of_result;
        out_.issue_day = chosen.of_document;
    }

    review build() {
        if (!population_.parts().empty()) is_part_.resize(record().tasks.size());
        for (const row_number part : population_.parts()) is_part_[part] = true;
        by_item_ = planned_by_items(through_, of_, next_);
        any_plan_ = by_item_.any_in_period || is_task_planned();
        read_tasks();
        join_lines();
        sort_into_lists();
        count_by_agency();
        out_.by_end = rates_of(out_.at_end);
        for (compared_period& c : out_.compared) c.by_end = rates_of(c.at_end);
        out_.documents = document_tree(through_, counted());
        out_.meeting = meeting_of(through_, of_);
        if (out_.meeting) out_.meeting_day = out_.meeting->held_on;
        out_.recommendations = recommendations_of(through_, only_);
        out_.recommendations_open =
            std::count_if(out_.recommendations.begin(), out_.recommendations.end(),
                          [](const auto& r) { return r.open; });
        out_.indicators = indicators_of(through_, of_, only_);
        find_orphans();
        find_open_parts();
        for (finding& f : figures_that_differ(through_))
            if (is_listed(f)) out_.findings.push_back(std::move(f));
        find_indicators_below();
        find_document_oddities();
        take_records();
        find_calendar_matters();
        describe_tasks();
        if (with_answers_)
            out_.answers =
                answers_for(through_, of_,
                            {{out_.only.begin(), out_.only.end()}, out_.tasks, own_indicators()});
        return std::move(out_);
    }

private:
    const state& record() const { return through_.record; }

    // Those that the agencies of the review answer for.
    std::set<std::string, std::less<>> own_indicators() const {
        std::set<std::string, std::less<>> codes;
        for (const review_indicator& one : out_.indicators)
            if (one.owner && std::ranges::count(out_.only, one.owner->code) != 0)
                codes.insert(one.indicator.code);
        return codes;
    }

    // Contradictions of its days, and the years whose holidays nobody has stated.
    void find_calendar_matters() {
        const work_calendar& calendar = through_.calendar();
        for (const finding& f : calendar.findings()) out_.findings.push_back(f);
        std::set<int> years;
        for (const civil_day day : {of_.last(), through_.times.as_of})
            if (calendar.is_provisional(day)) years.insert(day.year());
        for (const int year : years)
            out_.findings.push_back({"calendar.provisional",
                                     "the holidays and swaps decided for " + std::to_string(year) +
                                         " are not recorded; its working days are provisional",
                                     {{"year", std::to_string(year)}}});
    }

    std::vector<row_number> rows_of(const std::vector<std::string>& agencies) const {
        std::vector<row_number> rows;
        for (const std::string& agency : agencies) {
            const auto row = record().find(entity_kind::agency, agency);
            if (!row)
                throw error{errc::unknown_reference,
                            "review: agency " + agency + " is not in the ledger",
                            {{"field", "agency"}, {"value", agency}}};
            rows.push_back(*row);
        }
        return rows;
    }

    const std::vector<row_number>* parts_of_days() const {
        return days_ ? &days_->parts() : nullptr;
    }

    // The tasks that may be in the review: all, or those that the agencies ever had.
    template <class Take>
    void each_row(Take&& take) const {
        if (days_ && !only_.empty()) {
            const std::vector<row_number> rows = days_->of_agencies(only_);
            constexpr std::size_t ahead = 12;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (i + 2 * ahead < rows.size()) days_->fetch(rows[i + 2 * ahead]);
                if (i + ahead < rows.size()) days_->fetch_lists(rows[i + ahead]);
                take(rows[i]);
            }
        } else {
            for (row_number t = 0; t < record().tasks.size(); ++t) take(t);
        }
    }

    void read_tasks() {
        const auto look_at = [&](const period& other) {
            beside_.emplace_back(through_, other, parts_of_days());
            out_.compared.push_back({other, {}, {}});
        };
        if (periods_.before) look_at(*periods_.before);
        // Of a year that is the period before.
        if (periods_.year_ago && periods_.year_ago != periods_.before) look_at(*periods_.year_ago);
        if (only_.empty()) lines_of_[0].reserve(record().tasks.size());
        if (in_columns_) begin_comparison();
        each_row([&](row_number t) {
            if (in_columns_ && days_->holds(t))
                take_columns(t);
            else
                take_record(t);
        });
        if (in_columns_) end_comparison();
    }

    // By the rules of class population; what the columns hold is a part of nothing and has none.
    void take_columns(row_number t) {
        const auto& [first, end, cut_off, next_first, next_last] = numbers_;
        const std::int32_t assigned = days_->assigned(t);
        if (assigned > cut_off) return;
        const bool led = only_.empty() || days_->is_led_by(t, only_);
        if (led && !only_.empty()) days_->count(windows_, t, compared_);
        const bool is_known = days_->accepted(t) <= cut_off;
        const review_part part = assigned > end      ? review_part::next
                                 : assigned >= first ? review_part::population
                                 : days_->handed_in(t) < first && is_known
                                     ? review_part::only_in_documents
                                     : review_part::population;
        if (!led) {
            if (part == review_part::population)
                coordinated_.push_back({t, review_line::from_columns});
            return;
        }
        review_line line;
        line.row = t;
        line.existed_at_end = assigned <= end;
        line.at_cut_off = days_->class_on(t, cut_off, cut_off);
        line.at_end = line.existed_at_end ? days_->class_on(t, end, cut_off) : line.at_cut_off;
        line.awaiting_acceptance =
            days_->handed_in(t) <= cut_off && !is_known && is_open(line.at_cut_off);
        line.without_lead = days_->lead(t) == no_row;
        line.only_reported =
            is_done(line.at_end) && !days_->has(t, beyond_days::submitted) &&
            (!days_->has(t, beyond_days::verified) ||
             facts_of(record(), record().tasks[t],
                      line.existed_at_end ? end_ : through_.times.as_of, through_.times)
                 .only_reported);
        const std::int32_t due = days_->due(t, cut_off);
        line.due_in_next = due >= next_first && due <= next_last;
        line.assigned_in_period = assigned >= first && line.existed_at_end;
        if (part == review_part::only_in_documents && days_->documents(t).empty() &&
            !links_.has_clauses(t))
            return;
        keep(part, line);
    }

    // Facts of both days, where it stands in the review, and its classes in the periods beside it;
    // of those that the viewer may see.
    void take_record(row_number t) {
        const task_in_period read = population_.read(t);
        if (read.part == review_part::left_out) return;
        const bool led = is_led_by(read.now, only_);
        if (!through_.may_see(entity_kind::task, t)) {
            out_.not_shown += led && read.part == review_part::population;
            return;
        }
        if (read.part == review_part::counted_by_parts && !read.now.coordinating->empty())
            wholes_.emplace_back(t, read.at_end);
        if (!led) {
            if (read.part == review_part::population) {
                coordinated_.push_back({t, static_cast<std::uint32_t>(read_.size())});
                read_.push_back({t, read.at_end, read.now});
            }
            return;
        }
        for (std::size_t i = 0; i < beside_.size(); ++i) {
            const task_in_period then = beside_[i].read(t, read.now);
            if (then.part == review_part::population)
                out_.compared[i].at_end.add(then.at_end.its_class);
        }
        const review_part part =
            read.part == review_part::counted_by_parts ? review_part::only_in_documents : read.part;
        if (part == review_part::only_in_documents && basis_of(through_, links_, t).empty()) return;
        review_line line = line_of(t, read, of_, next_);
        line.read = static_cast<std::uint32_t>(read_.size());
        read_.push_back({t, read.at_end, read.now});
        keep(part, line);
    }

    void keep(review_part part, review_line line) {
        const row_number t = line.row;
        read_all_plans(t, line);
        line.waived = is_part(t) ? is_waived(through_, t)
                                 : may_have(t, beyond_days::waived) &&
                                       record().tasks[t].life().waivers.at(through_.times);
        // What is planned of a whole is its parts', too.
        if (part != review_part::only_in_documents && is_part(t))
            each_whole(through_, t, [&](row_number whole) {
                if (through_.may_see(entity_kind::task, whole)) read_all_plans(whole, line);
            });
        line.placeholder = has_classes_ && through_.access().is_placeholder(t);
        line.explained =
            may_have(t, beyond_days::explained) &&
            missing_explanation(record().tasks[t], line.placeholder, through_.heard()).empty();
        out_.placeholders += part != review_part::only_in_documents && line.placeholder ? 1 : 0;
        lines_of_[part == review_part::population ? 0
                  : part == review_part::next     ? 1
                                                  : 2]
            .push_back(line);
    }

    void read_all_plans(row_number t, review_line& line) const {
        if (has_items_) {
            line.planned_for_period |= by_item_.in_period[t];
            line.planned_for_next |= by_item_.in_next[t];
            line.in_programme |= by_item_.in_programme[t];
        }
        if (may_have(t, beyond_days::planned))
            read_plans(record().tasks[t], through_.times, of_, next_, line);
    }

    bool is_part(row_number t) const { return !is_part_.empty() && is_part_[t]; }

    // Whether a task that the viewer may see is planned for the period, whether or not it is one of
    // this review.
    bool is_task_planned() const {
        return any_task_planned(through_, of_,
                                [&](row_number t) { return may_have(t, beyond_days::planned); });
    }

    bool may_have(row_number task, beyond_days what) const {
        return !days_ || days_->has(task, what);
    }

    // The periods beside it, of the tasks in columns: of all of them at once, else one by one.
    void begin_comparison() {
        windows_.fill({last_day, first_day, through_.times.as_of});  // nothing is in it
        for (std::size_t i = 0; i < beside_.size(); ++i)
            windows_[i] = {out_.compared[i].period.first(), beside_[i].class_day(),
                           through_.times.as_of};
        compared_.resize(record().agencies.size() + 1);
        if (only_.empty()) days_->count(windows_, compared_);
    }
    void end_comparison() {
        for (std::size_t i = 0; i < beside_.size(); ++i)
            for (const auto& row : compared_)
                for (std::size_t c = 0; c < task_class_count; ++c)
                    out_.compared[i].at_end.of[c] += row[i].of[c];
    }

    // The population, then the tasks assigned after the period, then those in the tree alone.
    void join_lines() {
        lines_.all = std::move(lines_of_[0]);
        lines_.runs.push_back(0);
        for (const auto* more : {&lines_of_[1], &lines_of_[2]}) {
            lines_.runs.push_back(lines_.all.size());
            lines_.all.insert(lines_.all.end(), more->begin(), more->end());
        }
        out_.population.resize(lines_.runs[1]);
        std::iota(out_.population.begin(), out_.population.end(), std::size_t{0});
    }

    void describe_tasks() {
        const describing_request how{of_, end_, population_.parts(), !only_.empty()};
        if (through_.schedules != nullptr) {
            out_.tasks = task_descriptions{
                tasks_as_asked(through_, through_.schedules->record, how, std::move(lines_))};
            return;
        }
        // Nobody keeps the state for them.
        const auto source = tasks_as_asked(through_, nullptr, how, std::move(lines_));
        std::vector<review_task> all;
        all.reserve(source->size());
        for (std::size_t i = 0; i < source->size(); ++i) all.push_back(source->describe(i));
        out_.tasks = task_descriptions{std::move(all)};
    }

    // The tasks as the tree of documents counts them; those without documents are not in it.
    counted_tasks counted() const {
        counted_tasks all;
        if (record().documents.size() == 0) return all;
        for (std::size_t i = 0; i < lines_.all.size(); ++i) {
            const review_line& line = lines_.all[i];
            if (line.read == review_line::from_columns && !links_.has_clauses(line.row)) {
                const auto own = days_->documents(line.row);
                if (own.empty()) continue;
                all.documents.insert(all.documents.end(), own.begin(), own.end());
            } else {
                const std::vector<row_number> basis = basis_of(through_, links_, line.row);
                if (basis.empty()) continue;
                all.documents.insert(all.documents.end(), basis.begin(), basis.end());
            }
            const bool counts = line.at_cut_off != task_class::cancelled &&
                                line.at_cut_off != task_class::standing &&
                                !population_.wholes_now().has(line.row);
            all.all.push_back({i, all.documents.size(), counts, is_done(line.at_cut_off)});
        }
        return all;
    }

    // Reviews of documents and items of programmes that concern the period or the next one; clauses
    // that nobody carries out.
    void take_records() {
        const counted_by_parts& wholes = population_.wholes_now();
        for (const due_review& r : reviews_of_documents(through_, wholes)) {
            const auto& due = r.current->day;
            const bool wanted =
                is_of_period(through_, r, of_) || (due && next_ && next_->contains(*due));
            if (wanted && is_of(only_, agencies_of(through_, r, wholes)))
                out_.document_reviews.push_back(describe_review(through_, r));
        }
        for (const planned_item& i : items_of_programmes(through_, wholes))
            if ((i.is_of(of_) || (next_ && i.is_of(*next_))) &&
                is_of(only_, agencies_of(through_, i, wholes)))
                out_.programme_items.push_back(describe_item(through_, i));
        for (const orphan_clause& one : orphan_clauses(through_, wholes))
            if (is_of(only_, agencies_of(through_, one)))
                out_.orphan_clauses.push_back(describe_clause(through_, one));
    }

    void sort_into_lists() {
        for (const std::size_t i : out_.population) {
            const review_line& t = lines_.all[i];
            out_.at_end.add(t.at_end);
            out_.at_cut_off.add(t.at_cut_off);
            out_.waived += t.waived && has_missed(t.at_end);
        }
        out_.on_time_with_waivers = rates_of(out_.at_end).on_time;
        out_.on_time_with_waivers.numerator += out_.waived;
        for (std::size_t i = 0; i < lines_.runs[2]; ++i)
            each_list(lines_.all[i], i >= lines_.runs[1], any_plan_,
                      [&](std::vector<std::size_t> review::*list) { (out_.*list).push_back(i); });
    }

    // Marks who said something on the task between the period's first day and the cut-off.
    void mark_reporters(const task_record& t, std::vector<bool>& reported) const {
        const auto take_from = [&](const auto& list) {
            list.each(through_.times, [&](const auto& v) {
                if (v.effective_on < of_.first()) return;
                if (v.value.agency != no_row) {
                    reported[v.value.agency] = true;
                } else if (const auto* then = t.held.at({v.effective_on, through_.times.known})) {
                    // Whoever led it on that day.
                    for (const row_number lead : then->value.leads) reported[lead] = true;
                }
            });
        };
        take_from(t.life().reports), take_from(t.life().submissions),
            take_from(t.life().completions), take_from(t.life().explanations);
    }

    // Whether its record may say that somebody reported of whom that is not known yet.
    bool may_tell_of_somebody(row_number task, row_number lead, std::span<const row_number> others,
                              const std::vector<bool>& reported) const {
        if (!days_->has(task, beyond_days::said)) return false;
        const auto is_new = [&](row_number agency) { return !reported[agency]; };
        return (lead != no_row && is_new(lead)) ||
               (days_->has(task, beyond_days::said_by_coordinating) &&
                std::any_of(others.begin(), others.end(), is_new)) ||
               days_->has(task, beyond_days::said_by_others);
    }

    void count_by_agency() {
        struct counted {
            class_counts led, led_at_cut_off, own_parts;
            std::int64_t coordinated = 0;
            bool has_row = false, owes = false;
        };
        std::vector<counted> rows(record().agencies.size());
        std::vector<bool> reported(rows.size(), false);
        // No row speaks of a part of what an agency has: others than those asked for have none.
        const auto row = [&](row_number agency) -> counted* {
            if (!only_.empty() && !contains(only_, agency)) return nullptr;
            rows[agency].has_row = true;
            return &rows[agency];
        };
        const lens at_end = through_.on(end_);
        const auto count_own_parts = [&](const task_record& kept, const task_facts& then) {
            const small_list<row_number>& now = kept.coordinating(through_.times);
            const small_list<row_number>& lead_now = kept.held.at(through_.times)->value.leads;
            for (const part_of_task& part : parts_of(at_end, kept, then)) {
                if (part.role != assignment_role::coordinating || !part.its_class) continue;
                if (!contains(now, part.agency) || contains(lead_now, part.agency)) continue;
                if (counted* r = row(part.agency)) r->own_parts.add(*part.its_class);
            }
        };
        // Of a task of the period: who coordinates it, and who said something on it.
        const auto count_others = [&](row_number task, std::uint32_t read) {
            // Who leads it now coordinates it no more, though nobody said so.
            const auto coordinate = [&](const auto& others, const auto& leads) {
                for (const row_number other : others)
                    if (!contains(leads, other))
                        if (counted* r = row(other)) ++r->coordinated;
            };
            const task_record& kept = record().tasks[task];
            if (read == review_line::from_columns) {
                const auto others = days_->coordinating(task);
                coordinate(others, std::array{days_->lead(task)});
                if (may_tell_of_somebody(task, days_->lead(task), others, reported))
                    mark_reporters(kept, reported);
                if (!days_->has(task, beyond_days::own_parts)) return;
            } else {
                coordinate(*read_[read].now.coordinating, *read_[read].now.leads);
                mark_reporters(kept, reported);
            }
            count_own_parts(kept, read == review_line::from_columns
                                      ? facts_of(record(), kept, end_, through_.times)
                                      : read_[read].at_end);
        };
        // Who says something on a whole reports, too.
        std::vector<bool> heard(is_part_.size(), false);
        const auto hear_of_wholes = [&](row_number part) {
            each_whole(through_, part, [&](row_number whole) {
                if (heard[whole] || !through_.may_see(entity_kind::task, whole)) return;
                heard[whole] = true;
                mark_reporters(record().tasks[whole], reported);
            });
        };
        for (const std::size_t i : out_.population) {
            const review_line& t = lines_.all[i];
            const auto led = [&](row_number lead) {
                counted* r = row(lead);
                if (r == nullptr) return;
                r->led.add(t.at_end);
                r->led_at_cut_off.add(t.at_cut_off);
                // Standing work owes a line each period.
                r->owes |= is_open(t.at_cut_off) || t.at_cut_off == task_class::standing;
            };
            if (t.read != review_line::from_columns) {
                const small_list<row_number>& leads = *read_[t.read].now.leads;
                std::for_each(leads.begin(), leads.end(), led);
            } else if (const row_number lead = days_->lead(t.row); lead != no_row) {
                led(lead);
            }
            count_others(t.row, t.read);
            if (is_part(t.row)) hear_of_wholes(t.row);
        }
        for (const auto& [task, read] : coordinated_) count_others(task, read);
        for (const auto& [task, then] : wholes_) count_own_parts(record().tasks[task], then);
        std::vector<row_number> in_order, silent;
        for (row_number a = 0; a < rows.size(); ++a) {
            if (rows[a].has_row) in_order.push_back(a);
            if (!rows[a].owes || reported[a]) continue;
            // Who ended says nothing any more; who alone goes on for it does.
            const row_number who = going_on(through_, a);
            if (who != no_row && !reported[who] && (only_.empty() || contains(only_, who)))
                silent.push_back(who);
        }
        const auto by_code = [&](row_number a, row_number b) {
            return record().agencies[a].code < record().agencies[b].code;
        };
        std::sort(in_order.begin(), in_order.end(), by_code);
        for (const row_number a : in_order) {
            const counted& c = rows[a];
            agency_row r;
            r.agency = through_.agency(a);
            r.led = c.led;
            r.led_at_cut_off = c.led_at_cut_off;
            r.coordinated = c.coordinated;
            r.own_parts = c.own_parts;
            r.reported = reported[a];
            if (const auto end = end_of(record().agencies[a], through_.times)) {
                r.ended_how = name_of(end->how);
                if (end->told != nullptr) {
                    r.merged_into = codes_of(end->told->into);
                    r.successors = through_.agencies(end->told->into);
                }
            }
            for (std::size_t k = 0; k < task_class_count; ++k)
                out_.sum_of_rows.of[k] += r.led.of[k];
            out_.agencies.push_back(std::move(r));
        }
        std::sort(silent.begin(), silent.end(), by_code);
        silent.erase(std::unique(silent.begin(), silent.end()), silent.end());
        for (const row_number a : silent) out_.not_reported.push_back(through_.agency(a));
    }

    // What is found of a figure is told where the figure is listed.
    bool is_listed(const finding& of_figure) const {
        if (only_.empty()) return true;
        const auto says = [&](std::string_view key, const named& thing) {
            return std::ranges::any_of(of_figure.facts, [&](const fact& told) {
                return told.first == key && told.second == thing.code;
            });
        };
        return std::ranges::any_of(out_.indicators, [&](const review_indicator& one) {
            return says("indicator", one.indicator) &&
                   std::ranges::any_of(one.rows, [&](const indicator_row& row) {
                       return says("agency", row.agency);
                   });
        });
    }

    // Proposes a task to the owner of each indicator of which some agency is below the threshold.
    void find_indicators_below() {
        for (const review_indicator& one : out_.indicators) {
            if (!one.threshold) continue;
            std::int64_t below = 0;
            for (const indicator_row& row : one.rows)
                below += row.span == of_ && row.below.value_or(false) ? 1 : 0;
            if (below == 0) continue;
            const std::string owner = one.owner ? one.owner->code : "";
            out_.findings.push_back({"indicator.below_threshold",
                                     "indicator " + one.indicator.code + ", " + to_text(of_) +
                                         ": " + std::to_string(below) +
                                         (below == 1 ? " agency is" : " agencies are") +
                                         " below the threshold; propose a task" +
                                         (owner.empty() ? "" : " to agency " + owner),
                                     {{"indicator", one.indicator.code},
                                      {"period", to_text(of_)},
                                      {"n", std::to_string(below)},
                                      {"agency", owner}}});
        }
    }

    std::string codes_of(const std::vector<row_number>& agencies) const {
        std::string text;
        for (const row_number a : agencies)
            text += (text.empty() ? "" : " ") + record().agencies[a].code;
        return text;
    }

    // What ended agencies left and nobody took.
    void find_orphans() {
        for (const left_thing& left : left_open(through_))
            if (left.is_unclaimed_in(of_) &&
                is_of(only_, {left.agency, going_on(through_, left.agency)}))
                out_.findings.push_back(unclaimed_finding(through_, left));
    }

    // A whole may be accepted, cancelled or suspended before its parts; figures go by the parts,
    // and somebody must notice.
    // Parts left open under a whole that was ended or suspended, and parts due after their whole.
    void find_open_parts() {
        struct whole_in_question {
            std::optional<task_class> ended{};
            std::optional<civil_day> due{};
            std::vector<row_number> open{}, later{};
        };
        std::map<row_number, whole_in_question> wholes;
        const auto read = [&](row_number whole) -> whole_in_question {
            const task_facts said =
                facts_of(record(), record().tasks[whole], through_.times.as_of, through_.times);
            if (said.stated == nullptr || !is_led_by(said, only_) ||
                !through_.may_see(entity_kind::task, whole))
                return {};
            if (leaves_parts_behind(said)) return {.ended = said.its_class};
            return {.due = is_open(said.its_class) ? said.current->day : std::nullopt};
        };
        for (const row_number part : population_.parts()) {
            const task_facts facts =
                facts_of(record(), record().tasks[part], through_.times.as_of, through_.times);
            const row_number row = facts.stated->value.parent;
            if (!is_open(facts.its_class) || !through_.may_see(entity_kind::task, part)) continue;
            const auto [whole, is_new] = wholes.try_emplace(row);
            if (is_new) whole->second = read(row);
            if (whole->second.ended) whole->second.open.push_back(part);
            const auto& due = facts.current->day;
            if (whole->second.due && due && *due > *whole->second.due)
                whole->second.later.push_back(part);
        }
        for (const auto& [row, whole] : wholes) {
            if (!whole.open.empty())
                out_.findings.push_back(over_open_parts(record(), row, *whole.ended, whole.open));
            if (!whole.later.empty())
                out_.findings.push_back(parts_due_after(record(), row, *whole.due, whole.later));
        }
    }

    void find_document_oddities() {
        for (row_number d = 0; d < record().documents.size(); ++d) {
            if (!through_.shows(entity_kind::document, d)) continue;
            record().documents[d].relations.each(through_.times, [&](const auto& r) {
                if (!through_.may_see(entity_kind::document, r.value.to)) return;
                if (auto odd = chronology_of(record(), d, r.value, through_.times))
                    out_.findings.push_back(std::move(*odd));
            });
        }
    }

    const lens& through_;
    const period of_;
    const periods_beside periods_;
    const std::optional<period> next_;    // none after the last year covered
    const std::vector<row_number> only_;  // agencies; empty: all
    const bool with_answers_;
    const std::shared_ptr<const task_days> days_;  // null: nobody keeps them
    const bool in_columns_;                        // they say what this view sees
    const population population_;
    const civil_day end_;  // the day the classes are taken: the period's last, or the cut-off in it
    std::vector<population> beside_;        // of the periods that it is compared with
    std::vector<review_line> lines_of_[3];  // by part: of the tasks that the viewer may see
    review_lines lines_;                    // all of these
    std::vector<reviewed_task> read_;       // those of them that were read from their records
    // Of a review of some agencies: tasks of the period that they only coordinate, and where they
    // were read, as in review_line.
    std::vector<std::pair<row_number, std::uint32_t>> coordinated_;
    // Those of the period that are counted by their parts, in which others have parts of their own.
    std::vector<std::pair<row_number, task_facts>> wholes_;
    bool any_plan_ = false;
    const bool has_classes_{!through_.access().empty()};
    std::array<task_days::window, 3> windows_;  // the periods beside it, of the tasks in columns
    std::vector<std::array<class_counts, 3>> compared_;
    const clause_links links_{through_};
    std::vector<bool> is_part_;  // by task; empty: none is
    const bool has_items_{through_.record.items.size() > 0};
    plans_by_items by_item_;
    // As in civil_day::since_epoch(). Without a next period nothing lies in it.
    struct days_in_numbers {
        std::int32_t first, end, cut_off, next_first = 0, next_last = -1;
    };
    days_in_numbers numbers_;
    review out_;
};

}  // namespace

review build_review(const lens& through, const review_request& request) {
    return builder{through, request}.build();
}

}  // namespace mandate
