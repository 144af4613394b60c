// What may be handed over: what the agency owes on that day, and has neither given nor handed over.
#include "model/days_at_rest.hpp"
#include "model/handed_over.hpp"
#include "model/opinions.hpp"
#include "model/pending.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/rules.hpp"
#include "model/task_facts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace mandate {
namespace {

using f = field;

// Whether the agency owes in the view `at` what was asked on the day of the command, which hands it
// over. What is corrected does not count.
bool owes(const state& s, const command& c, row_number agency, const view& at) {
    const view asked_by{*c.effective_on, at.known};
    if (const row_number r = row_named(s, c, f::recommendation); r != no_row)
        return owers_of_recommendation(s, r, at, c.corrects).has(agency);
    const auto is_last = [&](const std::vector<row_number>& owers) {
        return !owers.empty() && owers.back() == agency;
    };
    const auto is_held = [&](const owed_thing& thing, row_number first) {
        return is_last(chain_of_owers(s, thing, first, at, {first_day, 0, 0}, c.corrects));
    };
    const auto is_any_held = [&](const owed_thing& thing, const std::vector<row_number>& first) {
        return std::any_of(first.begin(), first.end(),
                           [&](row_number one) { return is_held(thing, one); });
    };
    if (const row_number d = row_named(s, c, f::document_review); d != no_row) {
        const auto* told = s.document_reviews[d].stated.at(asked_by);
        return told != nullptr && is_any_held({entity_kind::document_review, d}, told->value.leads);
    }
    if (const row_number r = row_named(s, c, f::consultation); r != no_row) {
        const auto* told = s.consultations[r].stated.at(asked_by);
        return told != nullptr && is_any_held({entity_kind::consultation, r}, told->value.asked);
    }
    if (const row_number one = row_named(s, c, f::conclusion); one != no_row) {
        const auto* told = s.conclusions[one].stated.at(asked_by);
        return told != nullptr && asks_for_a_task(told->value.kind) &&
               is_any_held({entity_kind::conclusion, one}, told->value.addressed_to);
    }
    if (const row_number i = row_named(s, c, f::item); i != no_row) {
        const std::vector<row_number> doers = doers_of_item(s, i, {at.as_of, at.known}, c.corrects);
        return std::find(doers.begin(), doers.end(), agency) != doers.end();
    }
    if (const row_number r = row_named(s, c, f::review); r != no_row) {
        const auto* sent = s.reviews[r].sent.at(asked_by);
        return sent != nullptr &&
               std::any_of(sent->value.to.begin(), sent->value.to.end(), [&](row_number asked) {
                   return is_last(commenters_of(s, r, asked, *sent, at, c.corrects));
               });
    }
    if (const row_number t = row_named(s, c, f::blamed_in); t != no_row) {
        bool found = false;
        s.tasks[t].life().explanations.each(asked_by, [&](const auto& e) {
            found |= is_last(answerers_of(s, s.tasks[t], e, at, c.corrects));
        });
        return found;
    }
    if (const row_number t = row_named(s, c, f::task); t != no_row && c.has(f::expected)) {
        bool found = false;
        s.tasks[t].life().expected.each(asked_by, [&](const auto& e) {
            found |= e.value.key == *c.text(f::expected) &&
                     is_last(expected_issuers_of(s, s.tasks[t], e, at, c.corrects));
        });
        return found;
    }
    if (const row_number t = row_named(s, c, f::task); t != no_row) {
        const auto* told = s.tasks[t].stated.at(asked_by);
        return told != nullptr && told->value.assigner != no_row &&
               is_held({entity_kind::task, t}, told->value.assigner);
    }
    const row_number i = row_named(s, c, f::indicator);
    if (!c.has(f::period)) {
        const auto* told = s.indicators[i].stated.at(asked_by);
        return told != nullptr && told->value.owner != no_row &&
               is_held({entity_kind::indicator, i}, told->value.owner);
    }
    const period span = parse_period(*c.text(f::period));
    bool found = false;
    s.indicators[i].targets.each(asked_by, [&](const auto& t) {
        found |= t.value.span == span &&
                 owers_of_target(s, i, t, at, c.corrects).back().agency == agency;
    });
    return found;
}

// What the command hands over, or what that is a part of, as "recommendation R".
std::string thing_of(const command& c) {
    for (const f id : {f::recommendation, f::document_review, f::consultation, f::conclusion,
                       f::review, f::blamed_in, f::task, f::indicator, f::item})
        if (const auto code = c.text(id)) {
            std::string kind{name_of(descriptor_of(id).entity)};
            std::replace(kind.begin(), kind.end(), '_', ' ');
            return kind + " " + std::string{*code};
        }
    return {};
}

// What has ended so that the agency owes nothing of what the command hands over, as "task T was
// done on 2024-02-01"; empty: something is still owed.
class nothing_owed {
public:
    nothing_owed(const state& s, const command& c, row_number agency, const view& at)
        : s_{s}, c_{c}, agency_{agency}, at_{at} {}

    std::string why() {
        if (const row_number r = row_named(s_, c_, f::consultation); r != no_row)
            return of_opinion(r);
        if (const row_number d = row_named(s_, c_, f::document_review); d != no_row) {
            if (const auto* dropped = s_.document_reviews[d].dropped.at(at_))
                return thing_of(c_) + " was dropped on " + to_text(dropped->effective_on);
            take(agency_, s_.document_reviews[d].completed.at(at_));
        } else if (const row_number m = row_named(s_, c_, f::conclusion); m != no_row) {
            return of_conclusion(m);
        } else if (const row_number i = row_named(s_, c_, f::item); i != no_row) {
            return of_item(s_.items[i]);
        } else if (const row_number r = row_named(s_, c_, f::review); r != no_row) {
            const auto* sent = s_.reviews[r].sent.at(at_);
            for (const row_number asked : sent->value.to)
                take(commenters_of(s_, r, asked, *sent, at_).back(),
                     comment_for(s_, r, asked, *sent, at_));
        } else if (const row_number in = row_named(s_, c_, f::blamed_in); in != no_row) {
            if (const auto over = end_of_task(in)) return *over;
            s_.tasks[in].life().explanations.each(at_, [&](const auto& e) {
                const auto owers = answerers_of(s_, s_.tasks[in], e, at_);
                if (!owers.empty()) take(owers.back(), rejoinder_to(s_, s_.tasks[in], e, at_));
            });
        } else if (const row_number t = row_named(s_, c_, f::task);
                   t != no_row && c_.has(f::expected)) {
            if (const auto over = end_of_task(t)) return *over;
            take(agency_, issued_as(s_.tasks[t], *c_.text(f::expected), at_));
        }
        return given();
    }

private:
    void take(row_number ower, const auto* given) {
        if (ower != agency_) return;
        is_open_ |= given == nullptr;
        if (given != nullptr) last_ = std::max(last_.value_or(first_day), given->effective_on);
    }
    std::string given() const {
        if (is_open_ || !last_) return {};
        return "agency " + s_.agencies[agency_].code + " gave what it owed in " + thing_of(c_) +
               " on " + to_text(*last_);
    }
    std::optional<std::string> end_of_task(row_number t) const {
        if (s_.tasks[t].life().has_parts) return std::nullopt;  // its parts tell, by the review
        const task_facts facts = facts_of(s_, s_.tasks[t], at_.as_of, head_view(s_));
        if (facts.stated == nullptr || may_go_on(facts.its_class)) return std::nullopt;
        const bool done = facts.its_class != task_class::cancelled;
        return "task " + s_.tasks[t].code + (done ? " was done on " : " was cancelled on ") +
               to_text(done ? *facts.finished_on : facts.condition->effective_on);
    }
    std::string of_opinion(row_number r) {
        const auto& told = s_.consultations[r].stated.at(at_)->value;
        if (const auto over = end_of_task(told.task)) return *over;
        // Where the task has rested, it hangs on the calendar by when it was owed.
        if (told.silence == silence_kind::agreement && told.answer_due &&
            *told.answer_due < at_.as_of && rests_of(s_.tasks[told.task], at_).empty())
            return "silence agreed in " + thing_of(c_) + " on " + to_text(*told.answer_due);
        for (const asked_for_opinion& one : asked_in(s_, r, at_))
            take(one.owers.back().agency, one.answer(s_, r, at_));
        return given();
    }
    std::string of_item(const item_record& item) const {
        if (const auto* gone = item.withdrawn.at(at_))
            return thing_of(c_) + " was withdrawn on " + to_text(gone->effective_on);
        if (const auto* done = item.considered.at(at_))
            return thing_of(c_) + " was considered on " + to_text(done->effective_on);
        const row_number task = item.stated.at(at_)->value.task;
        return task == no_row ? std::string{} : end_of_task(task).value_or("");
    }
    std::string of_conclusion(row_number conclusion) const {
        for (row_number t = 0; t < s_.tasks.size(); ++t) {
            const auto* told = s_.tasks[t].stated.at(at_);
            if (told != nullptr && !told->value.instance &&
                told->value.more().conclusion == conclusion)
                return "a task has grown from " + thing_of(c_);  // the actor may not see which
        }
        return {};
    }

    const state& s_;
    const command& c_;
    const row_number agency_;
    const view at_;
    bool is_open_ = false;
    std::optional<civil_day> last_;
};

// Not to a later day, on which it may have been given or be over.
bool corrects_hand_over_of_same(const state& s, const command& c) {
    const auto is_same = [&](const agency_record::handing& h) {
        return row_named(s, c, f::recommendation) == h.recommendation &&
               row_named(s, c, f::indicator) == h.indicator &&
               row_named(s, c, f::document_review) == h.document_review &&
               row_named(s, c, f::consultation) == h.consultation &&
               row_named(s, c, f::task) == h.task && row_named(s, c, f::blamed_in) == h.blamed_in &&
               row_named(s, c, f::conclusion) == h.conclusion &&
               row_named(s, c, f::review) == h.review && row_named(s, c, f::item) == h.item &&
               c.text(f::expected).value_or("") == h.expected;
    };
    for (row_number a = 0; c.corrects != 0 && a < s.agencies.size(); ++a)
        for (const auto& h : s.agencies[a].handed.all())
            if (h.seq == static_cast<seq_number>(c.corrects))
                return is_same(h.value) && *c.effective_on <= h.effective_on;
    return false;
}

// What owes() found not to be so.
std::string what_it_does_not(const command& c) {
    const std::string thing = thing_of(c);
    if (c.has(f::recommendation)) return "neither raised " + thing + " nor owes an answer to it";
    if (c.has(f::document_review)) return "is not to make " + thing;
    if (c.has(f::consultation)) return "owes no opinion in " + thing;
    if (c.has(f::item)) return "is not to do " + thing;
    if (c.has(f::conclusion)) return "is asked for nothing by " + thing;
    if (c.has(f::review)) return "owes no comment on the draft of " + thing;
    if (c.has(f::blamed_in)) return "owes no answer to an explanation of the delay of " + thing;
    if (const auto key = c.text(f::expected))
        return "is not to issue document " + std::string{*key} + " for " + thing;
    if (c.has(f::task)) return "does not decide in " + thing + " as who assigned it";
    if (const auto span = c.text(f::period))
        return "has no target of " + std::string{*span} + " in " + thing;
    return "does not answer for " + thing;
}

}  // namespace

void judge_hand_over(const state& s, const command& c) {
    const int things = int{c.has(f::recommendation)} + int{c.has(f::indicator)} +
                       int{c.has(f::document_review)} + int{c.has(f::consultation)} +
                       int{c.has(f::task)} + int{c.has(f::blamed_in)} + int{c.has(f::conclusion)} +
                       int{c.has(f::review)} + int{c.has(f::item)};
    if (things != 1)
        need(c, f::recommendation,
             "recommendation, indicator, document_review, consultation, task, blamed_in, "
             "conclusion, review or item is needed, one of them");
    if (c.has(f::expected) && !c.has(f::task))
        need(c, f::task, "an expected document is named by task and expected");
    if (c.has(f::period) && !c.has(f::indicator))
        need(c, f::indicator, "a target is named by indicator and period");
    const row_number self = row_named(s, c, f::agency);
    const std::string& code = s.agencies[self].code;
    if (row_named(s, c, f::into) == self)
        refuse(c, "not_into_itself", "agency " + code + " cannot hand over to itself");
    // On its day, and still at the head: what went on since is not to be given twice.
    const civil_day on = *c.effective_on;
    if (const row_number r = row_named(s, c, f::review); r != no_row)
        if (const auto* closed = s.reviews[r].closed.at({on, s.revision()}))
            refuse(c, "its_own", thing_of(c) + " was closed on " + to_text(closed->effective_on));
    const bool its_own = owes(s, c, self, {on, s.revision()});
    if (its_own && !owes(s, c, self, head_view(s)))
        refuse(c, "its_own", "agency " + code + " has handed " + thing_of(c) + " over already");
    if (!its_own)
        refuse(c, "its_own", "agency " + code + " " + what_it_does_not(c) + " on " + to_text(on));
    // What was given before is recorded late without regard to this, so it is asked only now.
    if (corrects_hand_over_of_same(s, c)) return;
    const std::string why = nothing_owed{s, c, self, {on, s.revision()}}.why();
    if (!why.empty()) refuse(c, "its_own", why);
}

}  // namespace mandate
