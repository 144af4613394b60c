#include "review/left_by_term.hpp"

#include "model/agency_life.hpp"
#include "model/destroyed_words.hpp"
#include "model/handed_over.hpp"
#include "model/matter_rules.hpp"
#include "model/opinions.hpp"
#include "model/pending.hpp"
#include "review/document_matters.hpp"
#include "review/lineage.hpp"
#include "review/matters.hpp"
#include "review/question_parts.hpp"
#include "review/warnings.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace mandate {
namespace {

// Whose term it is: the body, and the agencies below it on that day.
std::vector<bool> agencies_of(const state& s, row_number body, const view& then) {
    std::vector<bool> all(s.agencies.size());
    for (row_number a = 0; a < all.size(); ++a) all[a] = is_below(s, a, body, then);
    return all;
}

// What the agencies of the body owed to others at the end: opinions, conditions, answers to
// explanations that blame them, documents to issue, targets that reach beyond it.
// `wholes`: of the end, `wholes_now`: of today.
void add_owed(const lens& through, const lens& at_end, const counted_by_parts& wholes,
              const counted_by_parts& wholes_now, const std::vector<bool>& its,
              std::vector<open_thing>& found) {
    const state& s = through.record;
    const view then = at_end.times, now = through.times;
    const auto state_of = [](bool open, std::optional<civil_day> due, civil_day on) {
        return std::string{!open ? "done" : due && *due < on ? "overdue" : "open"};
    };
    const auto put = [&](std::string_view kind, entity_kind of, row_number thing, std::string title,
                         civil_day since, std::optional<civil_day> due, std::vector<row_number> by,
                         bool open_now) {
        found.push_back({kind, of, thing, std::move(title), since, due,
                         state_of(true, due, then.as_of), by, state_of(open_now, due, now.as_of),
                         by});
    };
    for (row_number c = 0; c < s.consultations.size(); ++c) {
        if (!at_end.shows(entity_kind::consultation, c)) continue;
        const auto* told = s.consultations[c].stated.at(then);
        if (!may_go_on(wholes.judged(told->value.task).its_class)) continue;
        if (silence_has_agreed(at_end, told->value)) continue;
        const bool goes_on = may_go_on(wholes_now.judged(told->value.task).its_class) &&
                             !silence_has_agreed(through, told->value);
        std::vector<row_number> by;
        bool open_now = false;
        for (const asked_for_opinion& one : asked_in(s, c, then)) {
            const row_number ower = one.owers.back().agency;
            if (!its[ower] || one.answer(s, c, then) != nullptr) continue;
            by.push_back(ower);
            open_now |= goes_on && answer_of(s, c, one.asked, now) == nullptr;
        }
        if (!by.empty())
            put("consultation", entity_kind::consultation, c, {}, told->effective_on,
                owed_by(at_end, s.tasks[told->value.task], told->value.answer_due), std::move(by),
                open_now);
    }
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        const task_record& task = s.tasks[t];
        if (!at_end.shows(entity_kind::task, t)) continue;
        const task_facts facts = wholes.judged(t);
        if (facts.stated == nullptr || facts.finished_on ||
            facts.its_class == task_class::cancelled)
            continue;
        const std::string title = title_of(facts.stated->value);
        const task_facts today = wholes_now.judged(t);
        const bool ended = ended_on(today).has_value(), goes_on = may_go_on(today.its_class);
        const auto blocks_now = standing_blocks(task, now);
        for (const auto* b : standing_blocks(task, then)) {
            if (b->value.owed_by == no_row || !its[b->value.owed_by]) continue;
            const bool open =
                !ended && std::any_of(blocks_now.begin(), blocks_now.end(),
                                      [&](const auto* one) { return one->place == b->place; });
            put("condition", entity_kind::task, t, std::string{words_in(b->value.condition)},
                b->effective_on, b->value.due, {b->value.owed_by}, open);
        }
        const auto is_answered = [&](const auto& explained, const view& at) {
            return rejoinder_to(s, task, explained, at) != nullptr;
        };
        task.life().explanations.each(then, [&](const auto& e) {
            const std::vector<row_number> owers = answerers_of(s, task, e, then);
            if (owers.empty() || !its[owers.back()] || is_answered(e, then)) return;
            put("explanation", entity_kind::task, t, title, e.effective_on, {}, {owers.back()},
                goes_on && !is_answered(e, now));
        });
        task.life().expected.each(then, [&](const auto& e) {
            const std::vector<row_number> owers = expected_issuers_of(s, task, e, then);
            if (owers.empty() || !its[owers.back()] ||
                issued_as(task, e.value.key, then) != nullptr)
                return;
            put("expected_document", entity_kind::task, t, e.value.key, e.effective_on, {},
                {owers.back()}, goes_on && issued_as(task, e.value.key, now) == nullptr);
        });
    }
    for (row_number i = 0; i < s.indicators.size(); ++i) {
        const auto* told = s.indicators[i].stated.at(then);
        if (told == nullptr || !through.may_see(entity_kind::indicator, i)) continue;
        std::set<std::pair<period, row_number>> seen;
        s.indicators[i].targets.each(then, [&](const auto& t) {
            const period& span = t.value.span;
            const row_number by = owers_of_target(s, i, t, then).back().agency;
            if (span.last() <= then.as_of || !its[by] || !seen.emplace(span, by).second) return;
            put("target", entity_kind::indicator, i, told->value.name.vi + ", " + to_text(span),
                t.effective_on, span.last(), {by}, true);
        });
    }
}

}  // namespace

std::vector<open_thing> left_by_term(const lens& through, row_number body,
                                     const counted_by_parts& wholes,
                                     const counted_by_parts& wholes_now) {
    const state& s = through.record;
    const lens at_end{s, {wholes.day(), through.times.known}, last_day, through.viewer};
    const clause_links links{at_end};
    const std::vector<bool> its = agencies_of(s, body, at_end.times);
    const auto any = [&](const auto& rows) {
        return std::any_of(rows.begin(), rows.end(), [&](row_number a) { return its[a]; });
    };
    std::vector<open_thing> found;
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        const task_facts facts = wholes.judged(t);
        if (facts.stated == nullptr || !may_go_on(facts.its_class) ||
            !through.may_see(entity_kind::task, t))
            continue;
        const row_number assigner = assigner_of(s, t, at_end.times);
        std::vector<row_number> issuers;
        for (const row_number d : basis_of(at_end, links, t))
            if (const auto* told = s.documents[d].stated.at({last_day, through.times.known}))
                issuers.push_back(told->value.issuer);
        if (!(assigner != no_row && its[assigner]) && !any(issuers)) continue;
        const task_facts now = wholes_now.judged(t);
        std::vector<row_number> leads{facts.leads->begin(), facts.leads->end()};
        std::vector<row_number> to_move = facts.awaiting_acceptance ? who_decides_on(at_end, t)
                                          : facts.draft_handed_in() ? who_is_to_issue(at_end, t)
                                                                    : leads;
        found.push_back({"task", entity_kind::task, t, title_of(facts.stated->value),
                         facts.stated->effective_on, facts.current->day,
                         std::string{name_of(facts.its_class)}, std::move(leads),
                         std::string{name_of(now.its_class)}, std::move(to_move)});
    }
    for (row_number r = 0; r < s.recommendations.size(); ++r) {
        const recommendation_record& record = s.recommendations[r];
        if (!at_end.shows(entity_kind::recommendation, r) || is_settled(record, at_end.times))
            continue;
        const auto* told = record.stated.at(at_end.times);
        const recommendation_owers all = owers_of_recommendation(s, r, at_end.times);
        if (!any(all.addressed_to) && !any(all.next())) continue;
        const auto due = answer_due_of(record, at_end.times);
        const auto state_of = [&](const view& at) -> std::string {
            if (is_settled(record, at)) return "answered";
            const auto its_due = answer_due_of(record, at);
            return its_due && *its_due < at.as_of ? "overdue" : "open";
        };
        found.push_back({"recommendation", entity_kind::recommendation, r, told->value.text.vi,
                         told->effective_on, due, state_of(at_end.times), all.next(),
                         state_of(through.times), all.next()});
    }
    for (row_number r = 0; r < s.document_reviews.size(); ++r) {
        const auto review = review_on(through, r, wholes);
        if (!review || !is_open(review->state)) continue;
        const row_number d = review->told->value.document;
        const auto* told = s.documents[d].stated.at({last_day, through.times.known});
        if (told == nullptr || !its[told->value.issuer] ||
            !through.may_see(entity_kind::document, d))
            continue;
        const auto now = review_on(through, r, wholes_now);
        found.push_back(
            {"document_review", entity_kind::document_review, r,
             number_and_title(told->value.number, told->value.title.vi), review->told->effective_on,
             review->current->day, std::string{name_of(review->state)}, review->leads,
             std::string{now ? name_of(now->state) : ""},
             review->handed_in ? who_decides_on(at_end, review->told->value.task) : review->leads});
    }
    add_owed(through, at_end, wholes, wholes_now, its, found);
    return found;
}

}  // namespace mandate
