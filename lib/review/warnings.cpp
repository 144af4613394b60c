#include "review/warnings.hpp"

#include "mandate/base/error.hpp"
#include "mandate/graph/schedule.hpp"
#include "mandate/model/command.hpp"
#include "model/agency_life.hpp"
#include "model/handed_over.hpp"
#include "model/matter_rules.hpp"
#include "model/pending.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"
#include "review/coordination.hpp"
#include "review/counted_by_parts.hpp"
#include "review/document_matters.hpp"
#include "review/indicator_figures.hpp"
#include "review/ledger_schedule.hpp"
#include "review/left_by_term.hpp"
#include "review/programme_matters.hpp"
#include "review/slow_limits.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace mandate {
namespace {

template <class Rows>
std::vector<row_number> rows_in(const Rows& rows) {
    return {rows.begin(), rows.end()};
}

class warning_search {
public:
    warning_search(const lens& through, const warning_limits& limits)
        : through_{through},
          s_{through.record},
          limits_{resolved(through, limits)},
          today_{through.times.as_of},
          days_{through.calendar()},
          wholes_{through, today_},
          rule_{escalation_on(through)} {}

    std::vector<warning> run() {
        std::vector<bool> forecast(s_.tasks.size(), false);
        for (row_number t = 0; t < s_.tasks.size(); ++t) {
            const task_facts facts = facts_today(t);
            if (facts.stated == nullptr || !through_.may_see(entity_kind::task, t)) continue;
            // What is owed to a standing whole holds up its parts.
            if (facts.its_class == task_class::standing && wholes_.has(t) && !facts.finished_on)
                look_at_conditions(t);
            if (!is_open(facts.its_class)) continue;
            forecast[t] = facts.its_class == task_class::open_in_time &&
                          !facts.awaiting_acceptance && !wholes_.has(t);
            look_at_task(t, facts);
            look_at_conditions(t);
        }
        look_at_schedule(forecast);
        look_at_cases();
        look_at_recommendations();
        look_at_indicators();
        for (const auto& [clause, tasks] : orphan_clauses(through_, wholes_))
            if (tasks.empty())  // else each of them is without_lead
                add({warning_kind::clause_without_task,
                     entity_kind::clause,
                     clause,
                     issuer_of_clause(clause),
                     {}});
        look_at_terms();
        for (const due_review& r : reviews_of_documents(through_, wholes_))
            if (is_open(r.state) && r.current->day && !r.handed_in)  // else its task is warned of
                add_if_near(warning_kind::review_of_document_due, entity_kind::document_review,
                            r.row, r.leads, *r.current->day);
        for (const planned_item& i : items_of_programmes(through_, wholes_)) {
            const bool wanted = i.state == item_state::planned ||
                                i.state == item_state::postponed || i.state == item_state::overdue;
            if (wanted && !i.papers_on && i.current->papers_due)
                add_if_near(warning_kind::papers_due, entity_kind::item, i.row, i.doers(),
                            *i.current->papers_due);
        }
        for (warning& w : found_) escalate(w);
        order();
        return std::move(found_);
    }

private:
    struct in_days {
        int due_within, silent_after, answer_within, term_within;
    };
    static in_days resolved(const lens& through, const warning_limits& given) {
        const slow_limits stated = limits_on(through);
        return {given.due_within, given.silent_after.value_or(stated.silent_after),
                given.answer_within.value_or(stated.answer_within), given.term_within};
    }

    task_facts facts_today(row_number t) const { return wholes_.judged(t); }
    int since(civil_day day) const { return days_.count(day, today_); }
    // The day so many working days after `from`, where today lies behind it.
    std::optional<civil_day> passed(civil_day from, int within) const {
        if (since(from) <= within) return std::nullopt;
        return days_.add(from, within);
    }

    void add(warning w) {
        if (w.due) w.days = since(*w.due);
        w.next = those_that_go_on(through_, w.next);
        for (std::size_t i = 0; w.next.empty() && i < fallbacks; ++i)
            w.next = those_that_go_on(through_, falls_to(w, i));
        found_.push_back(std::move(w));
    }

    static constexpr std::size_t fallbacks = 3;
    // Where nobody is left who must move: whoever has the thing must ask, else who decides on it,
    // else the Office.
    std::vector<row_number> falls_to(const warning& w, std::size_t place) const {
        if (place == 0) return who_has(w);
        if (place == 1)
            return w.of == entity_kind::task ? who_decides_on(w.thing) : std::vector<row_number>{};
        if (s_.policies.size() == 0) return {};
        const auto* rights = s_.policies[0].stated.at(through_.times);
        if (rights == nullptr || rights->value.office == no_row) return {};
        return {rights->value.office};
    }
    std::vector<row_number> who_has(const warning& w) const {
        const auto told = [&](const auto& rows) -> const auto& {
            return rows[w.thing].stated.at(through_.times)->value;
        };
        switch (w.of) {
            case entity_kind::task:
                return rows_in(*facts_of(s_, s_.tasks[w.thing], today_, through_.times).leads);
            case entity_kind::document_review:
                return issuer_of(told(s_.document_reviews).document);
            case entity_kind::recommendation:
                return owers_of_recommendation(s_, w.thing, through_.times).raised_by;
            case entity_kind::indicator: {
                const row_number owner = owner_of(s_, w.thing, through_.times);
                return owner == no_row ? std::vector<row_number>{} : std::vector{owner};
            }
            case entity_kind::item:
                return {s_.programmes[told(s_.items).programme]
                            .stated.at(through_.times)
                            ->value.agency};
            default:
                return {};
        }
    }
    void add_if_near(warning_kind kind, entity_kind of, row_number thing,
                     std::vector<row_number> next, civil_day due) {
        if (since(due) >= -limits_.due_within) add({kind, of, thing, std::move(next), due});
    }

    void look_at_task(row_number t, const task_facts& facts) {
        const std::vector<row_number> leads = rows_in(*facts.leads);
        const auto about = [&](warning_kind kind, std::vector<row_number> next,
                               std::optional<civil_day> due) {
            add({kind, entity_kind::task, t, std::move(next), due});
        };
        const std::vector<row_number> assigner = who_decides_on(t);
        // Nobody could decide on it before it was asked for.
        if (const auto asked = proposed_day(s_.tasks[t], through_.times);
            asked && !facts.awaiting_acceptance)
            about(warning_kind::extension_pending, assigner,
                  facts.current->day ? std::max(*facts.current->day, asked->asked_on)
                                     : asked->asked_on);
        if (wholes_.has(t)) return;  // else it is warned of by its parts
        if (facts.awaiting_acceptance) {
            const civil_day handed_in = facts.submitted->effective_on;
            if (const auto due = passed(handed_in, limits_.answer_within))
                about(warning_kind::acceptance_pending, assigner, due);
            return;
        }
        if (leads.empty()) about(warning_kind::without_lead, assigner, {});
        const auto& due = facts.current->day;
        if (!due) about(warning_kind::without_deadline, assigner, {});
        const std::vector<row_number> at_it =
            facts.draft_handed_in() ? who_is_to_issue(through_, t) : leads;
        if (due && *due < today_)
            about(warning_kind::overdue, at_it, due);
        else if (due && since(*due) >= -limits_.due_within)
            about(warning_kind::due_soon, at_it, due);
        const silence quiet = silence_of(through_, s_.tasks[t], facts);
        if (quiet.days > limits_.silent_after) {
            about(warning_kind::silent, at_it,
                  silent_until(through_, s_.tasks[t], quiet.heard, limits_.silent_after));
            found_.back().days = quiet.days - limits_.silent_after;
        }
    }

    void look_at_conditions(row_number t) {
        s_.tasks[t].life().blocks.each(through_.times, [&](const auto& b) {
            if (lifted_on(s_.tasks[t], b, through_.times)) return;
            const auto due =
                b.value.due ? b.value.due : passed(b.effective_on, limits_.silent_after);
            if (!due || *due >= today_) return;
            add({warning_kind::condition_unmet, entity_kind::task, t,
                 b.value.owed_by != no_row ? std::vector{b.value.owed_by} : who_decides_on(t),
                 due});
        });
    }

    std::vector<row_number> who_decides_on(row_number t) const {
        return mandate::who_decides_on(through_, t);
    }
    std::vector<row_number> issuer_of(row_number document) const {
        return issuers_of(s_, document, through_.times);
    }
    std::vector<row_number> issuer_of_clause(row_number clause) const {
        return issuer_of(s_.clauses[clause].stated.at(through_.times)->value.document);
    }

    void escalate(warning& w) const {
        w.level = w.days > rule_.third_after ? 3 : w.days > rule_.second_after ? 2 : 1;
        const auto tell = [&](row_number told) {
            const row_number agency = told == no_row ? no_row : going_on(through_, told);
            if (agency != no_row && !contains(w.next, agency) && !contains(w.tell, agency))
                w.tell.push_back(agency);
        };
        if (w.level > 1 && w.of == entity_kind::task)
            for (const row_number a : who_decides_on(w.thing)) tell(a);
        if (w.level > 2) tell(rule_.agency);
    }

    void look_at_terms() {
        for (row_number row = 0; row < s_.terms.size(); ++row) {
            const auto* told = s_.terms[row].stated.at(through_.times);
            if (told == nullptr || !told->value.last || *told->value.last < today_ ||
                -since(*told->value.last) > limits_.term_within)
                continue;
            look_at_term(told->value.body, *told->value.last);
        }
    }

    // Each thing once: several answers may be owed on one task.
    void look_at_term(row_number body, civil_day last) {
        std::map<std::pair<entity_kind, row_number>, std::vector<row_number>> to_move;
        for (const open_thing& one : left_by_term(through_, body, wholes_, wholes_)) {
            if ((one.due && *one.due <= last) || one.of == entity_kind::indicator) continue;
            if (one.kind == "task" &&
                (wholes_.has(one.thing) || one.state == name_of(task_class::standing)))
                continue;
            std::vector<row_number>& all = to_move[{one.of, one.thing}];
            for (const row_number a : one.to_move)
                if (!contains(all, a)) all.push_back(a);
        }
        for (auto& [thing, next] : to_move)
            add({warning_kind::term_ends, thing.first, thing.second, std::move(next), last});
    }

    // Who must move is the lead of the first task of the chain that is not done.
    // Nothing is forecast where the days leave the calendars: what is wrong without one is told.
    void look_at_schedule(const std::vector<bool>& wanted) {
        std::optional<ledger_schedule> made;
        try {
            made.emplace(through_, arguments{});
        } catch (const error& e) {
            if (e.code() == errc::out_of_range) return;
            throw;
        }
        const ledger_schedule& whole = *made;
        const ledger_plan& plan = whole.made;
        const schedule& dates = whole.result;
        for (std::uint32_t n = 0; n < plan.task.size(); ++n) {
            const row_number t = plan.task[n];
            const civil_day due = plan.columns.deadline[n];
            if (!wanted[t] || due == no_day) continue;
            const civil_day finish = dates.at(n).finish;
            if (finish == no_day || finish <= due) continue;
            warning w{warning_kind::forecast_late, entity_kind::task, t, {}, due};
            w.forecast = finish;
            w.forecast_delay = days_.count(due, finish);
            for (const driving_step& step : dates.driving_chain(plan.columns, n)) {
                if (dates.at(step.task).state == scheduled_task::progress::finished) break;
                const row_number one = plan.task[step.task];
                if (!through_.may_see(entity_kind::task, one)) break;
                w.because = one;
                if (step.link != no_task && !whole.shows_link(step.link)) break;
            }
            if (w.because != no_row)
                w.next = rows_in(*facts_of(s_, s_.tasks[w.because], today_, through_.times).leads);
            add(std::move(w));
        }
    }

    void look_at_cases() {
        const period month = period::of(period_kind::month, today_);
        for (const coordination_case& c : coordination_of(through_, month).cases) {
            if (!c.is_waiting() || c.state(today_) != case_state::overdue ||
                c.kind == case_kind::hand_off || c.asked_by_another)
                continue;
            const bool opinion = c.kind == case_kind::consultation;
            add({opinion ? warning_kind::opinion_overdue : warning_kind::part_overdue,
                 entity_kind::task,
                 c.task,
                 {c.asked},
                 c.due});
        }
    }

    void look_at_recommendations() {
        for (row_number row = 0; row < s_.recommendations.size(); ++row) {
            const recommendation_record& r = s_.recommendations[row];
            const auto* told = r.stated.at(through_.times);
            if (told == nullptr || !through_.may_see(entity_kind::recommendation, row) ||
                is_settled(r, through_.times))
                continue;
            std::optional<civil_day> due = answer_due_of(r, through_.times);
            if (!due) due = passed(raised_last_on(r, through_.times), 4 * limits_.answer_within);
            if (due && *due < today_)
                add({warning_kind::recommendation_overdue, entity_kind::recommendation, row,
                     owers_of_recommendation(s_, row, through_.times).next(), due});
        }
    }

    void look_at_indicators() {
        period span = period::of(period_kind::quarter, today_);
        if (span.last() != today_) {
            if (span.first() == first_day) return;  // nothing lies before it
            span = span.previous();
        }
        // What ended with the quarter is judged too: its target may be another.
        std::vector<period> ended{span};
        for (const period_kind longer : {period_kind::half_year, period_kind::year})
            if (const period whole = period::of(longer, span.last()); whole.last() == span.last())
                ended.push_back(whole);
        for (row_number row = 0; row < s_.indicators.size(); ++row) {
            const auto* told = s_.indicators[row].stated.at(through_.times);
            if (told == nullptr || !through_.may_see(entity_kind::indicator, row)) continue;
            warning w{warning_kind::indicator_below, entity_kind::indicator, row, {}, {}};
            const figures_of_indicator all{through_, row};
            row_number last = no_row;
            for (const auto& [who, each] : all.pairs()) {
                if (who == std::exchange(last, who)) continue;
                const auto below = std::find_if(ended.begin(), ended.end(), [&](const period& p) {
                    return all.below(who, p).value_or(false);
                });
                if (below == ended.end()) continue;
                w.next.push_back(who);
                w.judged_by.insert(all.judged_by(who, *below));
            }
            if (!w.next.empty()) add(std::move(w));
        }
    }

    void order() {
        const auto key = [&](const warning& w) {
            return std::tuple{-w.level, -w.days, w.kind,
                              std::string_view{code_of(s_, w.of, w.thing)}};
        };
        std::sort(found_.begin(), found_.end(),
                  [&](const warning& a, const warning& b) { return key(a) < key(b); });
    }

    const lens& through_;
    const state& s_;
    const in_days limits_;
    const civil_day today_;
    const work_calendar& days_;
    const counted_by_parts wholes_;
    const escalation rule_;
    std::vector<warning> found_;
};

}  // namespace

std::string_view name_of(warning_kind kind) noexcept {
    constexpr std::array<std::string_view, 17> names{"overdue",
                                                     "due_soon",
                                                     "forecast_late",
                                                     "silent",
                                                     "acceptance_pending",
                                                     "opinion_overdue",
                                                     "part_overdue",
                                                     "condition_unmet",
                                                     "without_deadline",
                                                     "without_lead",
                                                     "recommendation_overdue",
                                                     "indicator_below",
                                                     "clause_without_task",
                                                     "review_of_document_due",
                                                     "papers_due",
                                                     "term_ends",
                                                     "extension_pending"};
    return names[static_cast<std::size_t>(kind)];
}

escalation escalation_on(const lens& through) {
    escalation rule;
    if (through.record.policies.size() > 0)
        if (const auto* stated = through.record.policies[0].escalation.at(through.times))
            rule = {stated->value.decision, stated->value.second_after, stated->value.third_after,
                    stated->value.agency};
    return rule;
}

// The review of a document may be of an earlier day than the document.
std::vector<row_number> issuers_of(const state& s, row_number document, const view& at) {
    const auto* told = statement_of(s.documents[document], at);
    if (told == nullptr || told->value.issuer == no_row) return {};
    return {told->value.issuer};
}

std::vector<row_number> who_decides_on(const lens& through, row_number task) {
    const state& s = through.record;
    if (const row_number agency = assigner_of(s, task, through.times); agency != no_row)
        return {agency};
    for (const row_number d : s.tasks[task].stated.at(through.times)->value.documents)
        if (through.shows(entity_kind::document, d)) return issuers_of(s, d, through.times);
    return {};
}

std::vector<row_number> who_is_to_issue(const lens& through, row_number task) {
    const task_record& t = through.record.tasks[task];
    std::vector<row_number> all;
    const auto add = [&](row_number agency) {
        if (!contains(all, agency)) all.push_back(agency);
    };
    t.life().expected.each(through.times, [&](const auto& e) {
        if (issued_as(t, e.value.key, through.times) != nullptr) return;
        const auto owers = expected_issuers_of(through.record, t, e, through.times);
        if (!owers.empty()) return add(owers.back());
        for (const row_number agency : who_decides_on(through, task)) add(agency);
    });
    return all;
}

row_number going_on(const lens& through, row_number agency) {
    if (agency == no_row) return no_row;
    return sole_successor(through.record, agency, through.times).agency;
}

std::vector<row_number> those_that_go_on(const lens& through,
                                         const std::vector<row_number>& agencies) {
    std::vector<row_number> all;
    for (const row_number a : agencies)
        if (const row_number now = going_on(through, a); now != no_row && !contains(all, now))
            all.push_back(now);
    return all;
}

std::vector<warning> warnings_of(const lens& through, const warning_limits& limits) {
    return warning_search{through, limits}.run();
}

}  // namespace mandate
