#include "review/agency_matters.hpp"

#include "model/matter_rules.hpp"
#include "model/pending.hpp"
#include "model/task_facts.hpp"
#include "review/document_matters.hpp"
#include "review/matters.hpp"

#include <algorithm>

namespace mandate {

std::string_view name_of(left_kind k) noexcept {
    switch (k) {
        case left_kind::task:
            return "task";
        case left_kind::coordination:
            return "coordination";
        case left_kind::recommendation:
            return "recommendation";
        case left_kind::target:
            return "target";
        case left_kind::document_review:
            return "document_review";
        case left_kind::consultation:
            return "consultation";
        case left_kind::condition:
            return "condition";
    }
    return "";
}

namespace {

template <class Rows, class One>
bool holds(const Rows& rows, const One& one) {
    return std::find(rows.begin(), rows.end(), one) != rows.end();
}

class collector {
public:
    explicit collector(const lens& through) : through_{through}, s_{through.record} {}

    std::vector<left_thing> collect() {
        find_tasks_of_ended();
        for (row_number a = 0; a < s_.agencies.size(); ++a) {
            const auto end = end_of(s_.agencies[a], through_.times);
            if (!end) continue;
            agency_ = a;
            end_ = *end;
            eve_ = end->on - 1;
            take_tasks();
            take_recommendations();
            take_targets();
            take_reviews();
            take_consultations();
            take_conditions();
        }
        return std::move(found_);
    }

private:
    left_thing thing(left_kind kind, row_number row) const {
        return {agency_, end_, kind, row, {}, false, {}, {}, true};
    }

    // Who took it by hand_over, if `is_it` knows the thing.
    template <class IsIt>
    void look_for_handing(left_thing& left, IsIt is_it) const {
        s_.agencies[agency_].handed.each(through_.times, [&](const auto& h) {
            if (!is_it(h.value)) return;
            left.taken = true;
            left.taken_by = {h.value.into};
            left.taken_on = h.effective_on;
        });
    }

    // The tasks that each ended agency ever held. One pass over the tasks, however many have ended.
    void find_tasks_of_ended() {
        std::vector<bool> ended(s_.agencies.size());
        for (row_number a = 0; a < s_.agencies.size(); ++a)
            ended[a] = end_of(s_.agencies[a], through_.times).has_value();
        tasks_of_.resize(s_.agencies.size());
        for (row_number t = 0; t < s_.tasks.size(); ++t) {
            if (!through_.shows(entity_kind::task, t)) continue;
            const auto take = [&](const auto& agencies) {
                for (const row_number a : agencies)
                    if (ended[a] && (tasks_of_[a].empty() || tasks_of_[a].back() != t))
                        tasks_of_[a].push_back(t);
            };
            s_.tasks[t].held.each(through_.times, [&](const auto& held) {
                take(held.value.leads);
                if (held.value.coordinating) take(*held.value.coordinating);
            });
        }
    }

    // A task given to it after its end counts too: somebody must notice.
    void take_tasks() {
        for (const row_number t : tasks_of_[agency_]) {
            const task_facts now = facts_of(s_, s_.tasks[t], through_.times.as_of, through_.times);
            const task_facts then = facts_of(s_, s_.tasks[t], eve_, through_.times);
            const task_facts& before = then.stated != nullptr ? then : now;
            if (!is_open(before.its_class) && before.its_class != task_class::suspended &&
                before.its_class != task_class::standing)
                continue;
            take_role(t, left_kind::task, *before.leads, *now.leads, now);
            take_role(t, left_kind::coordination, *before.coordinating, *now.coordinating, now);
        }
    }

    template <class Rows>
    void take_role(row_number task, left_kind kind, const Rows& before, const Rows& now,
                   const task_facts& facts) {
        if (!holds(before, agency_) && !holds(now, agency_)) return;
        left_thing left = thing(kind, task);
        left.open = is_open(facts.its_class) || facts.its_class == task_class::suspended ||
                    facts.its_class == task_class::standing;
        left.taken = !holds(now, agency_);
        if (left.taken) {
            for (const row_number one : now)
                if (kind == left_kind::task || !holds(before, one)) left.taken_by.push_back(one);
            left.taken_on = s_.tasks[task].held.at(through_.times)->effective_on;
        }
        found_.push_back(std::move(left));
    }

    bool answered(row_number recommendation, civil_day on) const {
        return is_settled(s_.recommendations[recommendation], {on, through_.times.known});
    }

    void take_recommendations() {
        for (row_number r = 0; r < s_.recommendations.size(); ++r) {
            if (!through_.shows(entity_kind::recommendation, r)) continue;
            const auto* told = s_.recommendations[r].stated.at(through_.times);
            if (!holds(told->value.addressed_to, agency_) || answered(r, eve_)) continue;
            left_thing left = thing(left_kind::recommendation, r);
            left.open = !answered(r, through_.times.as_of);
            look_for_handing(left, [&](const auto& h) { return h.recommendation == r; });
            found_.push_back(std::move(left));
        }
    }

    void take_targets() {
        for (row_number i = 0; i < s_.indicators.size(); ++i) {
            std::vector<period> spans;
            s_.indicators[i].targets.each(through_.times, [&](const auto& t) {
                if (t.value.agency == agency_ && t.value.span.last() >= end_.on &&
                    !holds(spans, t.value.span))
                    spans.push_back(t.value.span);
            });
            for (const period& span : spans) {
                left_thing left = thing(left_kind::target, i);
                left.span = span;
                look_for_handing(left,
                                 [&](const auto& h) { return h.indicator == i && h.span == span; });
                found_.push_back(std::move(left));
            }
        }
    }

    void take_reviews() {
        for (row_number r = 0; r < s_.document_reviews.size(); ++r) {
            const auto then = review_on(through_, r, eve_);
            if (!then || !is_open(then->state) || !holds(then->told->value.leads, agency_))
                continue;
            if (!through_.may_see(entity_kind::document, then->told->value.document)) continue;
            left_thing left = thing(left_kind::document_review, r);
            left.open = is_open(review_on(through_, r, through_.times.as_of)->state);
            look_for_handing(left, [&](const auto& h) { return h.document_review == r; });
            found_.push_back(std::move(left));
        }
    }

    void take_consultations() {
        for (row_number c = 0; c < s_.consultations.size(); ++c) {
            if (!through_.shows(entity_kind::consultation, c)) continue;
            const auto* told = s_.consultations[c].stated.at(through_.times);
            if (!holds(told->value.asked, agency_)) continue;
            const auto answered = [&](civil_day on) {
                return answer_of(s_, c, agency_, {on, through_.times.known}) != nullptr;
            };
            if (answered(eve_)) continue;
            left_thing left = thing(left_kind::consultation, c);
            left.open = !answered(through_.times.as_of);
            look_for_handing(left, [&](const auto& h) { return h.consultation == c; });
            found_.push_back(std::move(left));
        }
    }

    // What another body owes now is another condition: this one is lifted and that one stated.
    void take_conditions() {
        for (row_number t = 0; t < s_.tasks.size(); ++t) {
            const task_record& task = s_.tasks[t];
            if (task.life().blocks.all().empty() || !through_.shows(entity_kind::task, t)) continue;
            for (const auto* b : standing_blocks(task, {eve_, through_.times.known})) {
                if (b->value.owed_by != agency_) continue;
                const auto now = standing_blocks(task, through_.times);
                left_thing left = thing(left_kind::condition, t);
                left.open = std::find_if(now.begin(), now.end(), [&](const auto* one) {
                                return one->place == b->place;
                            }) != now.end();
                found_.push_back(std::move(left));
            }
        }
    }

    const lens& through_;
    const state& s_;
    std::vector<std::vector<row_number>> tasks_of_;  // by ended agency
    row_number agency_ = no_row;
    agency_end end_{};
    civil_day eve_;  ///< its last day
    std::vector<left_thing> found_;
};

entity_kind entity_of(left_kind k) {
    switch (k) {
        case left_kind::recommendation:
            return entity_kind::recommendation;
        case left_kind::target:
            return entity_kind::indicator;
        case left_kind::document_review:
            return entity_kind::document_review;
        case left_kind::consultation:
            return entity_kind::consultation;
        case left_kind::condition:
        case left_kind::task:
        case left_kind::coordination:
            break;
    }
    return entity_kind::task;
}

}  // namespace

std::vector<left_thing> left_open(const lens& through) { return collector{through}.collect(); }

finding unclaimed_finding(const lens& through, const left_thing& thing) {
    const std::string& agency = through.record.agencies[thing.agency].code;
    const std::string& code = code_of(through.record, entity_of(thing.kind), thing.row);
    const std::string ended = "agency " + agency + " ended on " + to_text(thing.end.on) + "; its ";
    if (thing.kind == left_kind::task)
        return {"agency.ended_holds_task",
                ended + "task " + code + " has not been reassigned",
                {{"agency", agency}, {"task", code}}};
    const std::string kind{name_of(thing.kind)};
    const std::string span = thing.span ? " of " + to_text(*thing.span) : std::string{};
    return {"agency.ended_owes",
            ended + kind + " " + code + span + " has been taken over by nobody",
            {{"agency", agency}, {"kind", kind}, {"code", code}}};
}

}  // namespace mandate
