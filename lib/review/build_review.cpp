#include "review/build_review.hpp"

#include "mandate/base/error.hpp"
#include "model/document_oddities.hpp"
#include "model/review_life.hpp"
#include "model/task_facts.hpp"
#include "review/agency_matters.hpp"
#include "review/answers.hpp"
#include "review/describe_records.hpp"
#include "review/describe_task.hpp"
#include "review/document_matters.hpp"
#include "review/document_tree.hpp"
#include "review/indicator_figures.hpp"
#include "review/matters.hpp"
#include "review/periods_beside.hpp"
#include "review/population.hpp"
#include "review/programme_matters.hpp"
#include "review/schedule_keeper.hpp"
#include "review/task_days.hpp"
#include "review/task_links.hpp"
#include "review/waiting.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>

namespace mandate {
namespace {

class builder {
public:
    builder(const lens& through, const review_request& request)
        : through_{through},
          of_{request.of},
          beside_{periods_beside_of(through, request.of)},
          next_{beside_.after},
          only_{rows_of(request.agencies)},
          days_{through.schedules == nullptr || only_.empty()
                    ? nullptr
                    : through.schedules->keeper->days(*through.schedules)},
          population_{through, request.of, only_, parts_of_days()},
          end_{population_.class_day()} {
        out_.period = of_;
        out_.next = next_;
        out_.only = request.agencies;
        out_.cut_off = through.times.as_of;
        out_.class_day = end_;
    }

    review build() {
        read_tasks();
        by_item_ = planned_by_items(through_, of_);
        any_plan_ = std::find(by_item_.begin(), by_item_.end(), true) != by_item_.end();
        by_item_next_ =
            next_ ? planned_by_items(through_, *next_) : std::vector<bool>(record().tasks.size());
        // What was closed counts from then on, on whichever day it was closed.
        carried_ = times_carried_late(record(), {last_day, through_.times.known}, of_.first());
        out_.tasks.reserve(tasks_.size());
        take(review_part::population);
        take(review_part::next);
        take(review_part::only_in_documents);
        // Without any plan for the period nothing is outside of it.
        if (!any_plan_) out_.unplanned.clear();
        sort_into_lists();
        count_by_agency();
        out_.by_end = rates_of(out_.at_end);
        for (compared_period& c : out_.compared) c.by_end = rates_of(c.at_end);
        out_.documents = document_tree(through_, counted_);
        out_.meeting = meeting_of(through_, of_);
        if (out_.meeting) out_.meeting_day = out_.meeting->held_on;
        out_.recommendations = recommendations_of(through_);
        out_.recommendations_open =
            std::count_if(out_.recommendations.begin(), out_.recommendations.end(),
                          [](const auto& r) { return r.open; });
        out_.indicators = indicators_of(through_, of_);
        find_orphans();
        find_open_parts();
        count_waivers();
        for (finding& f : figures_that_differ(through_)) out_.findings.push_back(std::move(f));
        find_indicators_below();
        find_document_oddities();
        take_records();
        find_calendar_matters();
        return std::move(out_);
    }

private:
    const state& record() const { return through_.record; }

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
    std::vector<row_number> rows_to_read() const {
        if (days_) return days_->of_agencies(only_);
        std::vector<row_number> rows(record().tasks.size());
        std::iota(rows.begin(), rows.end(), row_number{0});
        return rows;
    }

    // Facts of the tasks on both days, where each stands in the review, and the classes of the
    // periods beside it, of those that the viewer may see.
    void read_tasks() {
        std::vector<population> beside;
        const auto look_at = [&](const period& other) {
            beside.emplace_back(through_, other, only_, parts_of_days());
            out_.compared.push_back({other, {}, {}});
        };
        for (const auto& other : {beside_.before, beside_.year_ago})
            if (other) look_at(*other);
        for (const row_number t : rows_to_read()) {
            const task_in_period read = population_.read(t);
            if (read.part == review_part::left_out) continue;
            const bool shown = through_.may_see(entity_kind::task, t);
            if (shown) tasks_.push_back({t, read.at_end, read.now});
            if (shown) parts_.push_back(read.part);
            out_.not_shown += !shown && read.part == review_part::population;
            for (std::size_t i = 0; shown && i < beside.size(); ++i) {
                const task_in_period then = beside[i].read(t, read.now);
                if (then.part == review_part::population)
                    out_.compared[i].at_end.add(then.at_end.its_class);
            }
        }
    }

    // Of any task of the record, whether it is in the review or not.
    task_facts now(row_number task) const {
        return facts_of(record(), record().tasks[task], through_.times.as_of, through_.times);
    }
    bool is_open_now(row_number task) const {
        const task_facts facts = now(task);
        return facts.stated != nullptr && is_open(facts.its_class);
    }

    std::string class_code(row_number task) const {
        const row_number c = through_.access().class_of(entity_kind::task, task);
        return c == no_row ? std::string{} : record().access_classes[c].code;
    }

    void take(review_part wanted) {
        for (std::size_t i = 0; i < tasks_.size(); ++i) {
            if (parts_[i] != wanted) continue;
            const reviewed_task& t = tasks_[i];
            const std::vector<row_number> documents = basis_of(through_, links_, t.row);
            if (wanted == review_part::only_in_documents && documents.empty()) continue;
            const std::size_t position = out_.tasks.size();
            review_task task = describe_task(through_, t, asked_);
            const task_record& kept = record().tasks[t.row];
            task.placeholder = through_.access().is_placeholder(t.row);
            task.access_class = class_code(t.row);
            task.times_carried_late = carried_[t.row];
            task.planned_for_period = by_item_[t.row];
            task.planned_for_next = by_item_next_[t.row];
            kept.life().planned.each(through_.times, [&](const auto& p) {
                task.planned_for_period |= of_.contains(p.value.last());
                task.planned_for_next |= next_ && next_->contains(p.value.last());
            });
            kept.life().key.each(through_.times,
                                 [&](const auto& p) { task.key_task_of_next |= p.value == next_; });
            const bool counts = !population_.is_whole_now(t.row) &&
                                task.at_cut_off != task_class::cancelled &&
                                task.at_cut_off != task_class::standing;
            counted_.push_back(
                {position, {documents.begin(), documents.end()}, counts, is_done(task.at_cut_off)});
            described_.push_back(i);
            if (wanted == review_part::population) out_.population.push_back(position);
            if (wanted == review_part::next) out_.next_new.push_back(position);
            any_plan_ |= task.planned_for_period;
            if (wanted == review_part::population && of_.contains(task.assigned_on) &&
                !task.planned_for_period)
                out_.unplanned.push_back(position);
            out_.placeholders +=
                wanted != review_part::only_in_documents && task.placeholder ? 1 : 0;
            out_.tasks.push_back(std::move(task));
        }
    }

    // Reviews of documents and items of programmes that concern the period or the next one; clauses
    // that no task carries out.
    void take_records() {
        const auto near = [&](civil_day day) {
            return of_.contains(day) || (next_ && next_->contains(day));
        };
        for (const due_review& r : reviews_of_documents(through_)) {
            const auto& due = r.current->day;
            const bool done_now = r.done_on && of_.contains(*r.done_on);
            if (done_now || (due && near(*due)) ||
                (is_open(r.state) && (!due || *due < of_.first())))
                out_.document_reviews.push_back(describe_review(through_, r));
        }
        for (const planned_item& i : items_of_programmes(through_)) {
            const bool late = i.state == item_state::overdue;
            if (i.is_for(of_) || (next_ && i.is_for(*next_)) || late)
                out_.programme_items.push_back(describe_item(through_, i));
        }
        for (const row_number c : orphan_clauses(through_))
            out_.orphan_clauses.push_back(describe_clause(through_, c));
    }

    void sort_into_lists() {
        const waiting_tasks waiting{through_,
                                    [this](row_number task) { return is_open_now(task); }};
        const auto counts =
            only_.empty() ? waiting.counts() : std::unordered_map<row_number, int>{};
        for (std::size_t i = 0; i < out_.tasks.size(); ++i) {
            const row_number row = tasks_[described_[i]].row;
            out_.tasks[i].waiting = waiting.on(row);
            const auto count = counts.find(row);
            out_.tasks[i].waiting_in_all = !only_.empty()
                                               ? static_cast<int>(waiting.all_on(row).size())
                                           : count == counts.end() ? 0
                                                                   : count->second;
        }
        for (const std::size_t i : out_.population) {
            const review_task& t = out_.tasks[i];
            out_.at_end.add(t.at_end);
            out_.at_cut_off.add(t.at_cut_off);
            const bool overdue = t.at_end == task_class::open_overdue;
            const bool unfinished = overdue || (t.planned_for_period && is_open(t.at_end));
            if (overdue) out_.overdue.push_back(i);
            if (unfinished) {
                out_.unfinished.push_back(i);
                if (!t.explained) out_.unexplained.push_back(i);
                if (is_done(t.at_cut_off)) out_.done_since.push_back(i);
            }
            if (!is_open(t.at_cut_off)) continue;
            if (unfinished)
                out_.carried_late.push_back(i);
            else  // also one that was suspended at the period's end and has been resumed since
                out_.carried_planned.push_back(i);
            const auto& due = t.current.day;
            if (t.planned_for_next || t.key_task_of_next || (due && next_ && next_->contains(*due)))
                out_.next_planned.push_back(i);
        }
        for (const auto* list : {&out_.population, &out_.next_new})
            for (const std::size_t i : *list) {
                const review_task& t = out_.tasks[i];
                if (t.at_cut_off == task_class::open_without_deadline)
                    out_.without_deadline.push_back(i);
                if (t.awaiting_acceptance) out_.awaiting_acceptance.push_back(i);
                const bool goes_on = is_open(t.at_cut_off) || t.at_cut_off == task_class::standing;
                if (goes_on && t.leads.empty()) out_.without_lead.push_back(i);
            }
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

    void count_by_agency() {
        struct counted {
            class_counts led, led_at_cut_off, own_parts;
            std::int64_t coordinated = 0;
            bool has_row = false, owes = false;
        };
        std::vector<counted> rows(record().agencies.size());
        std::vector<bool> reported(rows.size(), false);
        const auto row = [&](row_number agency) -> counted& {
            rows[agency].has_row = true;
            return rows[agency];
        };
        const lens at_end = through_.on(end_);
        for (const std::size_t i : out_.population) {
            const review_task& t = out_.tasks[i];
            const reviewed_task& read = tasks_[described_[i]];
            const task_record& kept = record().tasks[read.row];
            mark_reporters(kept, reported);
            for (const row_number lead : *read.now.leads) {
                counted& r = row(lead);
                r.led.add(t.at_end);
                r.led_at_cut_off.add(t.at_cut_off);
                r.owes |= is_open(t.at_cut_off);
            }
            for (const row_number other : *read.now.coordinating) ++row(other).coordinated;
            for (const part_of_task& part : parts_of(at_end, kept, read.at_end))
                if (part.role == assignment_role::coordinating && part.its_class)
                    row(part.agency).own_parts.add(*part.its_class);
        }
        std::vector<row_number> in_order;
        for (row_number a = 0; a < rows.size(); ++a)
            if (rows[a].has_row) in_order.push_back(a);
        std::sort(in_order.begin(), in_order.end(), [&](row_number a, row_number b) {
            return record().agencies[a].code < record().agencies[b].code;
        });
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
            if (c.owes && !r.reported) out_.not_reported.push_back(r.agency);
            out_.agencies.push_back(std::move(r));
        }
    }

    // A waiver leaves the class, and adds a second rate that counts it as on time.
    void count_waivers() {
        for (const std::size_t i : out_.population) {
            const review_task& t = out_.tasks[i];
            const bool late =
                t.at_end == task_class::done_late || t.at_end == task_class::open_overdue;
            if (late && t.waiver) ++out_.waived;
        }
        out_.on_time_with_waivers = out_.by_end.on_time;
        out_.on_time_with_waivers.numerator += out_.waived;
    }

    // Proposes a task to the owner of each indicator of which some agency is below the threshold.
    void find_indicators_below() {
        for (const review_indicator& one : out_.indicators) {
            std::int64_t below = 0;
            for (const indicator_row& row : one.rows)
                below += row.span == of_ && row.below.value_or(false) ? 1 : 0;
            if (below == 0) continue;
            const std::string owner = one.owner ? one.owner->code : "";
            out_.findings.push_back({"indicator.below_threshold",
                                     "indicator " + one.indicator.code + ", " + to_text(of_) +
                                         ": " + std::to_string(below) +
                                         " agencies are below the threshold; propose a task" +
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
            if (left.unclaimed() && (only_.empty() || contains(only_, left.agency)))
                out_.findings.push_back(unclaimed_finding(through_, left));
    }

    // A whole may be accepted before its parts; figures go by the parts, and somebody must notice.
    void find_open_parts() {
        std::map<row_number, std::size_t> open_parts;
        for (const row_number part : population_.parts()) {
            const task_facts facts = now(part);
            const row_number whole = facts.stated->value.parent;
            if (!is_open(facts.its_class) || !through_.may_see(entity_kind::task, part)) continue;
            const auto read = std::lower_bound(
                tasks_.begin(), tasks_.end(), whole,
                [](const reviewed_task& t, row_number row) { return t.row < row; });
            if (read != tasks_.end() && read->row == whole && is_done(read->now.its_class))
                ++open_parts[whole];
        }
        for (const auto& [whole, n] : open_parts) {
            const std::string& code = record().tasks[whole].code;
            out_.findings.push_back({"task.done_over_open_parts",
                                     "task " + code + " is done while " + std::to_string(n) +
                                         " of its parts " + (n == 1 ? "is" : "are") + " open",
                                     {{"task", code}, {"n", std::to_string(n)}}});
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
    const periods_beside beside_;
    const std::optional<period> next_;             // none after the last year covered
    const std::vector<row_number> only_;           // agencies; empty: all
    const std::shared_ptr<const task_days> days_;  // of a review of some agencies; may be null
    const population population_;
    const civil_day end_;  // the day the classes are taken: the period's last, or the cut-off in it
    std::vector<reviewed_task> tasks_;  // those that the viewer may see, by row
    std::vector<review_part> parts_;    // of these
    bool any_plan_ = false;
    const clause_links links_{through_};
    const consultations_by_task asked_{consultations_of(through_)};
    std::vector<bool> by_item_, by_item_next_;  // by task: an item of a programme plans it
    std::vector<int> carried_;                  // by task: late, by reviews of earlier periods
    std::vector<std::size_t> described_;        // of out_.tasks: the place in tasks_
    std::vector<counted_task> counted_;
    review out_;
};

}  // namespace

review build_review(const lens& through, const review_request& request) {
    require_period_begun(through, request.of);
    return builder{through, request}.build();
}

}  // namespace mandate
