#include "review/agency_matters.hpp"

#include "mandate/base/text.hpp"
#include "model/destroyed_words.hpp"
#include "model/handed_over.hpp"
#include "model/matter_rules.hpp"
#include "model/opinions.hpp"
#include "model/pending.hpp"
#include "model/place.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/document_matters.hpp"
#include "review/matters.hpp"
#include "review/programme_matters.hpp"
#include "review/responsibilities.hpp"
#include "review/schedule_keeper.hpp"
#include "review/task_days.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

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
        case left_kind::forwarded:
            return "forwarded";
        case left_kind::authority:
            return "authority";
        case left_kind::explanation:
            return "explanation";
        case left_kind::expected_document:
            return "expected_document";
        case left_kind::decision:
            return "decision";
        case left_kind::raised_recommendation:
            return "raised_recommendation";
        case left_kind::indicator:
            return "indicator";
        case left_kind::conclusion:
            return "conclusion";
        case left_kind::review_comment:
            return "review_comment";
        case left_kind::item:
            return "item";
        case left_kind::field_of_work:
            return "field_of_work";
    }
    return "";
}

entity_kind entity_of(left_kind k) noexcept {
    switch (k) {
        case left_kind::recommendation:
        case left_kind::forwarded:
        case left_kind::authority:
        case left_kind::raised_recommendation:
            return entity_kind::recommendation;
        case left_kind::target:
        case left_kind::indicator:
            return entity_kind::indicator;
        case left_kind::document_review:
            return entity_kind::document_review;
        case left_kind::consultation:
            return entity_kind::consultation;
        case left_kind::conclusion:
            return entity_kind::conclusion;
        case left_kind::review_comment:
            return entity_kind::review;
        case left_kind::item:
            return entity_kind::item;
        case left_kind::field_of_work:
            return entity_kind::agency;
        case left_kind::condition:
        case left_kind::explanation:
        case left_kind::expected_document:
        case left_kind::decision:
        case left_kind::task:
        case left_kind::coordination:
            break;
    }
    return entity_kind::task;
}

namespace {

template <class Rows, class One>
bool holds(const Rows& rows, const One& one) {
    return std::find(rows.begin(), rows.end(), one) != rows.end();
}

class left_collector {
public:
    explicit left_collector(const lens& through) : through_{through}, s_{through.record} {}

    std::vector<left_thing> collect() {
        std::vector<row_number> ended;
        for (row_number a = 0; a < s_.agencies.size(); ++a)
            if (end_of(s_.agencies[a], through_.times)) ended.push_back(a);
        if (ended.empty()) return {};
        find_tasks_of(ended);
        wholes_.emplace(through_, through_.times.as_of);
        find_parts();
        for (const row_number a : ended) {
            const auto end = end_of(s_.agencies[a], through_.times);
            agency_ = a;
            end_ = *end;
            eve_ = end->on - 1;
            at_eve_.emplace(through_.on(eve_));
            next_ = sole_successor(s_, a, through_.times);
            find_wholes_of_eve();
            take_tasks();
            take_recommendations();
            take_targets();
            take_indicators();
            take_reviews();
            take_consultations();
            take_conditions();
            take_blamings();
            take_expected_documents();
            take_decisions();
            take_conclusions();
            take_review_comments();
            take_items();
            take_fields();
        }
        return std::move(found_);
    }

private:
    left_thing thing(left_kind kind, row_number row) const {
        return {agency_, end_, kind, row, {}, {}, false, {}, {}, true};
    }

    view on_its_eve() const { return {eve_, through_.times.known}; }

    // Lists a thing that it owed on its last day, or owes now, and to whom it handed it over since.
    void take_owed(left_thing left, const owed_thing& thing, bool then, bool now) {
        if (!then && !now) return;
        if (!now) {
            left.taken = true;
            s_.agencies[agency_].handed.each(through_.times, [&](const auto& h) {
                if (!thing.is_meant_by(h.value)) return;
                left.taken_by = {h.value.into};
                left.taken_on = h.effective_on;
            });
        }
        found_.push_back(std::move(left));
    }

    // Likewise of what it decides, raised or answers for: who alone goes on for it does.
    void take_right(left_thing left, const owed_thing& thing, bool had, bool has) {
        if (has && next_.agency != no_row)
            left.taken = true, left.taken_by = {next_.agency}, left.taken_on = next_.since;
        take_owed(std::move(left), thing, had, has);
    }

    // The tasks on which an agency may have left something, by what it was; ascending.
    struct tasks_left {
        std::vector<row_number> held, blocked, blamed, expected, decided;
    };

    // One pass over the tasks, however many agencies have ended.
    void find_tasks_of(const std::vector<row_number>& ended) {
        left_on_.resize(s_.agencies.size());
        after_.resize(s_.agencies.size());
        std::vector<bool> has_ended(s_.agencies.size(), false);
        for (const row_number a : ended) has_ended[a] = true;
        const auto days = through_.schedules == nullptr
                              ? nullptr
                              : through_.schedules->keeper->days(*through_.schedules);
        const auto may_have = [&](row_number t, beyond_days what) {
            return !days || days->has(t, what);
        };
        for (row_number t = 0; t < s_.tasks.size(); ++t) {
            const auto take = [&](row_number a, std::vector<row_number> tasks_left::*list) {
                if (a == no_row || !has_ended[a]) return;
                std::vector<row_number>& tasks = left_on_[a].*list;
                if (tasks.empty() || tasks.back() != t) tasks.push_back(t);
            };
            const auto take_all_after = [&](row_number first,
                                            std::vector<row_number> tasks_left::*list) {
                if (first == no_row) return;
                for (const row_number a : after(first)) take(a, list);
            };
            const task_record& task = s_.tasks[t];
            if (!days) take_holders(task, take);
            if (may_have(t, beyond_days::blocked))
                for (const auto& b : task.life().blocks.all())
                    take(b.value.owed_by, &tasks_left::blocked);
            if (may_have(t, beyond_days::explained))
                for (const auto& e : task.life().explanations.all())
                    take_all_after(e.value.blamed, &tasks_left::blamed);
            if (may_have(t, beyond_days::expected))
                for (const auto& e : task.life().expected.all())
                    take_all_after(e.value.issuer, &tasks_left::expected);
            if ((may_have(t, beyond_days::submitted) || may_have(t, beyond_days::explained) ||
                 may_have(t, beyond_days::asked_for_time)) &&
                is_asked_for_a_word(task))
                for (const auto& told : task.stated.all())
                    take_all_after(told.value.assigner, &tasks_left::decided);
        }
        if (!days) return;
        for (const row_number a : ended)
            for (const row_number t : days->of_agencies({&a, 1}))
                take_holders(s_.tasks[t], [&](row_number one, auto list) {
                    std::vector<row_number>& tasks = left_on_[a].*list;
                    if (one == a && (tasks.empty() || tasks.back() != t)) tasks.push_back(t);
                });
    }

    void find_parts() {
        for (row_number t = 0; t < s_.tasks.size(); ++t)
            for (const auto& told : s_.tasks[t].stated.all())
                if (told.value.parent != no_row) parts_.emplace_back(told.value.parent, t);
        std::sort(parts_.begin(), parts_.end());
        for (row_number r = 0; r < s_.document_reviews.size(); ++r)
            for (const auto& told : s_.document_reviews[r].stated.all())
                if (told.value.task != no_row) for_others_.push_back(told.value.task);
        for (row_number c = 0; c < s_.consultations.size(); ++c)
            for (const auto& told : s_.consultations[c].stated.all())
                for_others_.push_back(told.value.task);
        for (row_number i = 0; i < s_.items.size(); ++i)
            for (const auto& told : s_.items[i].stated.all())
                if (told.value.task != no_row) for_others_.push_back(told.value.task);
    }

    // Only what is below something that the agency may have left is looked at.
    void find_wholes_of_eve() {
        const tasks_left& left = left_on_[agency_];
        std::vector<row_number> to_do = for_others_;
        for (const auto* tasks :
             {&left.held, &left.blocked, &left.blamed, &left.expected, &left.decided})
            to_do.insert(to_do.end(), tasks->begin(), tasks->end());
        std::set<row_number> below;
        while (!to_do.empty()) {
            const row_number whole = to_do.back();
            to_do.pop_back();
            for (auto p = std::lower_bound(parts_.begin(), parts_.end(),
                                           std::pair{whole, row_number{0}});
                 p != parts_.end() && p->first == whole; ++p)
                if (below.insert(p->second).second) to_do.push_back(p->second);
        }
        const std::vector<row_number> parts{below.begin(), below.end()};
        wholes_then_.emplace(through_, eve_, &parts);
    }

    static bool is_asked_for_a_word(const task_record& task) {
        const auto& life = task.life();
        return !life.submissions.all().empty() || !life.extension_requests.all().empty() ||
               !life.explanations.all().empty();
    }

    // The agency, and who ever took anything over from it, or from one of those.
    const std::vector<row_number>& after(row_number agency) {
        std::vector<row_number>& all = after_[agency];
        if (!all.empty()) return all;
        all.push_back(agency);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const auto& h : s_.agencies[all[i]].handed.all())
                if (h.value.into != no_row &&
                    std::find(all.begin(), all.end(), h.value.into) == all.end())
                    all.push_back(h.value.into);
        return all;
    }

    template <class Take>
    void take_holders(const task_record& task, Take&& take) const {
        task.held.each(through_.times, [&](const auto& held) {
            for (const row_number a : held.value.leads) take(a, &tasks_left::held);
            if (held.value.coordinating)
                for (const row_number a : *held.value.coordinating) take(a, &tasks_left::held);
        });
    }

    template <class Take>
    void each_shown(const std::vector<row_number>& tasks, Take&& take) const {
        for (const row_number t : tasks)
            if (through_.shows(entity_kind::task, t)) take(t, s_.tasks[t]);
    }

    // A task given to it after its end counts too: somebody must notice.
    void take_tasks() {
        each_shown(left_on_[agency_].held, [&](row_number t, const task_record&) {
            const task_facts now = wholes_->judged(t), then = wholes_then_->judged(t);
            const task_facts& before = then.stated != nullptr ? then : now;
            if (!may_go_on(before.its_class)) return;
            take_role(t, left_kind::task, *before.leads, *now.leads, now.its_class);
            const bool took_part =
                holds(*before.coordinating, agency_) || holds(*now.coordinating, agency_);
            if (took_part && !has_given_its_part(agency_, t, *at_eve_, before))
                take_role(t, left_kind::coordination, *before.coordinating, *now.coordinating,
                          now.its_class);
        });
    }

    // Whether all that was asked of a coordinating agency is answered.
    bool has_given_its_part(row_number agency, row_number t, const lens& at,
                            const task_facts& facts) const {
        if (facts.stated == nullptr) return false;
        bool any = false, open = false;
        for (const part_of_task& part : parts_of(at, s_.tasks[t], facts)) {
            if (part.agency != agency || part.role != assignment_role::coordinating) continue;
            any |= part.its_class.has_value();
            open |= part.its_class && !is_done(*part.its_class);
        }
        return any && !open;
    }

    template <class Rows>
    void take_role(row_number task, left_kind kind, const Rows& before, const Rows& now,
                   task_class today) {
        if (!holds(before, agency_) && !holds(now, agency_)) return;
        left_thing left = thing(kind, task);
        left.open = may_go_on(today);
        left.taken = !holds(now, agency_);
        if (left.taken) find_takers(left);
        if (kind == left_kind::coordination && left.open) {
            const task_facts facts = wholes_->judged(task);
            const auto has_given = [&](row_number one) {
                return has_given_its_part(one, task, through_, facts);
            };
            // With nobody new the task was decided to go on without its part.
            left.open = !has_given(agency_) &&
                        (!left.taken ||
                         !std::all_of(left.taken_by.begin(), left.taken_by.end(), has_given));
        }
        found_.push_back(std::move(left));
    }

    // Who came in its place, and in theirs; who came later beside them has another part.
    void find_takers(left_thing& left) const {
        const task_record& task = s_.tasks[left.row];
        const bool leads = left.kind == left_kind::task;
        std::vector<row_number> before;
        task.held.each(through_.times, [&](const auto& h) {
            const view then{h.effective_on, through_.times.known};
            const auto& list = leads ? task.held.at(then)->value.leads : task.coordinating(then);
            const std::vector<row_number> now{list.begin(), list.end()};
            const bool is_left = left.taken_on
                                     ? !std::all_of(left.taken_by.begin(), left.taken_by.end(),
                                                    [&](row_number one) { return holds(now, one); })
                                     : holds(before, agency_);
            if (holds(now, agency_)) {
                left.taken_by.clear(), left.taken_on.reset();
            } else if (is_left) {
                std::erase_if(left.taken_by, [&](row_number one) { return !holds(now, one); });
                // Who alone goes on for it has its part, beside its own if it has one (decision
                // 157), whoever else came.
                const bool goes_on = !leads && next_.agency != no_row && holds(now, next_.agency);
                if (goes_on) left.taken_by = {next_.agency};
                for (const row_number one : now)
                    if (!goes_on && (leads || !holds(before, one)) && !holds(left.taken_by, one))
                        left.taken_by.push_back(one);
                left.taken_on = h.effective_on;
            }
            before = now;
        });
    }

    // One that was answered by then was left to whoever raised it, who has still to judge it.
    void take_recommendations() {
        for (row_number r = 0; r < s_.recommendations.size(); ++r) {
            if (!through_.shows(entity_kind::recommendation, r)) continue;
            const recommendation_record& rec = s_.recommendations[r];
            const bool open = !is_settled(rec, through_.times);
            const bool unanswered = open || !is_settled(rec, on_its_eve());
            const bool unjudged = waits_for_judgement(rec, through_.times);
            if (!unanswered && !unjudged && !waits_for_judgement(rec, on_its_eve())) continue;
            const recommendation_owers then = owers_of_recommendation(s_, r, on_its_eve());
            const recommendation_owers now = owers_of_recommendation(s_, r, through_.times);
            left_thing raised = thing(left_kind::raised_recommendation, r);
            raised.open = open || unjudged;
            raised.may_stay_open = !open;
            take_right(std::move(raised), {entity_kind::recommendation, r},
                       holds(then.raised_by, agency_), holds(now.raised_by, agency_));
            if (!unanswered) continue;
            const auto take = [&](left_kind kind, bool owed, bool owes) {
                left_thing left = thing(kind, r);
                left.open = open;
                take_owed(std::move(left), {entity_kind::recommendation, r}, owed, owes);
            };
            take(left_kind::recommendation, holds(then.addressed_to, agency_),
                 holds(now.addressed_to, agency_));
            take(left_kind::authority, then.authority == agency_, now.authority == agency_);
            take_forwarded(r, then.forwarded_to == agency_, now.forwarded_to, open);
        }
    }

    // One that was forwarded to another agency since is taken, too.
    void take_forwarded(row_number r, bool owed, row_number now, bool open) {
        if (!owed && now != agency_) return;
        left_thing left = thing(left_kind::forwarded, r);
        left.open = open;
        left.taken = now != agency_;
        if (left.taken) {
            left.taken_by = {now};
            const auto since = [&](const auto& v) {
                if (v.effective_on > eve_ && (!left.taken_on || v.effective_on > *left.taken_on))
                    left.taken_on = v.effective_on;
            };
            s_.recommendations[r].answers.each(through_.times, [&](const auto& a) {
                if (a.value.forwarded_to != no_row) since(a);
            });
            s_.agencies[agency_].handed.each(through_.times, [&](const auto& h) {
                if (h.value.recommendation == r) since(h);
            });
        }
        found_.push_back(std::move(left));
    }

    void take_targets() {
        for (row_number i = 0; i < s_.indicators.size(); ++i) {
            if (!through_.shows(entity_kind::indicator, i)) continue;
            std::vector<period> spans;
            s_.indicators[i].targets.each(through_.times, [&](const auto& t) {
                const period& span = t.value.span;
                if (span.last() < end_.on || holds(spans, span)) return;
                const owed_thing owed{entity_kind::indicator, i, span};
                const auto owes = [&](const view& at) {
                    return t.effective_on <= at.as_of &&
                           owers_of_target(s_, i, t, at).back().agency == agency_;
                };
                const bool then = owes(on_its_eve()), now = owes(through_.times);
                if (!then && !now) return;
                spans.push_back(span);
                left_thing left = thing(left_kind::target, i);
                left.span = span;
                take_owed(std::move(left), owed, then, now);
            });
        }
    }

    void take_indicators() {
        for (row_number i = 0; i < s_.indicators.size(); ++i)
            if (through_.shows(entity_kind::indicator, i))
                take_right(thing(left_kind::indicator, i), {entity_kind::indicator, i},
                           owner_of(s_, i, on_its_eve()) == agency_,
                           owner_of(s_, i, through_.times) == agency_);
    }

    void take_reviews() {
        for (row_number r = 0; r < s_.document_reviews.size(); ++r) {
            const auto now = review_on(through_, r, *wholes_);
            if (!now || !through_.may_see(entity_kind::document, now->told->value.document))
                continue;
            const auto then = review_on(through_, r, *wholes_then_);
            if (then && !is_open(then->state)) continue;
            left_thing left = thing(left_kind::document_review, r);
            left.open = is_open(now->state);
            take_owed(std::move(left), {entity_kind::document_review, r},
                      then && holds(then->leads, agency_), holds(now->leads, agency_));
        }
    }

    void take_consultations() {
        for (row_number c = 0; c < s_.consultations.size(); ++c) {
            if (!through_.shows(entity_kind::consultation, c)) continue;
            const auto* told = s_.consultations[c].stated.at(through_.times);
            if (had_ended(told->value.task)) continue;
            if (silence_has_agreed(*at_eve_, told->value)) continue;
            const bool agreed = silence_has_agreed(through_, told->value);
            const owed_thing owed{entity_kind::consultation, c};
            bool then = false, now = false, open = false;
            for (const row_number asked : told->value.asked) {
                if (answer_of(s_, c, asked, on_its_eve()) != nullptr) continue;
                const bool did = ower_of(s_, owed, asked, on_its_eve()) == agency_;
                const bool does = ower_of(s_, owed, asked, through_.times) == agency_;
                then |= did, now |= does;
                open |=
                    (did || does) && !agreed && answer_of(s_, c, asked, through_.times) == nullptr;
            }
            left_thing left = thing(left_kind::consultation, c);
            left.open = open && goes_on(told->value.task, *wholes_);
            take_owed(std::move(left), owed, then, now);
        }
    }

    // Whether the task was over on the last day: nothing of it was left open.
    bool had_ended(row_number task) const {
        const task_facts then = wholes_then_->judged(task);
        return then.stated != nullptr && !may_go_on(then.its_class);
    }

    // What another body owes now is another condition: this one is lifted and that one stated. A
    // condition ends with its task (decision 150).
    void take_conditions() {
        each_shown(left_on_[agency_].blocked, [&](row_number t, const task_record& task) {
            if (had_ended(t)) return;
            const bool ended = ended_on(wholes_->judged(t)).has_value();
            const auto now = standing_blocks(task, through_.times);
            for (const auto* b : standing_blocks(task, on_its_eve())) {
                if (b->value.owed_by != agency_) continue;
                left_thing left = thing(left_kind::condition, t);
                left.expected = words_in(b->value.condition);
                left.open = !ended && std::any_of(now.begin(), now.end(), [&](const auto* one) {
                    return one->place == b->place;
                });
                found_.push_back(std::move(left));
            }
        });
    }

    static bool goes_on(row_number task, const counted_by_parts& wholes) {
        return may_go_on(wholes.judged(task).its_class);
    }

    // Whether what was asked of `owers(view)` was its to do on its last day, and is now.
    template <class Asked, class Owers>
    std::pair<bool, bool> then_and_now(const Asked& asked, Owers&& owers) const {
        const auto is_its = [&](const view& at) {
            const std::vector<row_number> all = owers(at);
            return asked.effective_on <= at.as_of && !all.empty() && all.back() == agency_;
        };
        return {is_its(on_its_eve()), is_its(through_.times)};
    }

    // The explanations for which it owed the answer. One corrected since blames another.
    void take_blamings() {
        each_shown(left_on_[agency_].blamed, [&](row_number t, const task_record& task) {
            if (had_ended(t)) return;
            bool then = false, now = false, open = false;
            task.life().explanations.each(through_.times, [&](const auto& e) {
                if (rejoinder_to(s_, task, e, on_its_eve()) != nullptr) return;
                const auto [did, does] =
                    then_and_now(e, [&](const view& at) { return answerers_of(s_, task, e, at); });
                then |= did, now |= does;
                open |= (did || does) && rejoinder_to(s_, task, e, through_.times) == nullptr;
            });
            left_thing left = thing(left_kind::explanation, t);
            left.open = open && goes_on(t, *wholes_);
            owed_thing owed{entity_kind::task, t};
            owed.answers_blame = true;
            take_owed(std::move(left), owed, then, now);
        });
    }

    void take_expected_documents() {
        each_shown(left_on_[agency_].expected, [&](row_number t, const task_record& task) {
            if (had_ended(t)) return;
            task.life().expected.each(through_.times, [&](const auto& e) {
                if (issued_as(task, e.value.key, on_its_eve()) != nullptr) return;
                const auto [did, does] = then_and_now(
                    e, [&](const view& at) { return expected_issuers_of(s_, task, e, at); });
                left_thing left = thing(left_kind::expected_document, t);
                left.expected = e.value.key;
                left.open =
                    issued_as(task, e.value.key, through_.times) == nullptr && goes_on(t, *wholes_);
                owed_thing owed{entity_kind::task, t};
                owed.expected = e.value.key;
                take_owed(std::move(left), owed, did, does);
            });
        });
    }

    // What waits for the word of who assigned it: a result, a request, an explanation, or the day
    // that one proposes, also an accepted one. For what was
    // handed in of a whole itself, or of what has been cancelled, nobody waits.
    bool waits_for_a_word(row_number task, const counted_by_parts& wholes) const {
        const task_record& t = s_.tasks[task];
        const view at{wholes.day(), through_.times.known};
        return (pending_submission(t, at) != 0 && !wholes.has(task) &&
                wholes.judged(task).its_class != task_class::cancelled) ||
               ((pending_request(t, at) != 0 || pending_explanation(t, at) != 0 ||
                 proposed_day(t, at)) &&
                goes_on(task, wholes));
    }

    // What waited for its word, or has come to wait since.
    void take_decisions() {
        each_shown(left_on_[agency_].decided, [&](row_number t, const task_record&) {
            const bool waits = waits_for_a_word(t, *wholes_);
            const bool waited = waits_for_a_word(t, *wholes_then_);
            const bool did = assigner_of(s_, t, on_its_eve()) == agency_;
            const bool does = assigner_of(s_, t, through_.times) == agency_;
            if (!(did && (waits || waited)) && !(does && waits)) return;
            left_thing left = thing(left_kind::decision, t);
            left.open = waits && goes_on(t, *wholes_);
            take_right(std::move(left), {entity_kind::task, t}, did, does);
        });
    }

    // By conclusion: the first day on which a task grew from it.
    std::map<row_number, civil_day> find_answered_conclusions() const {
        std::map<row_number, civil_day> first;
        for (row_number t = 0; t < s_.tasks.size(); ++t) {
            const auto* told = s_.tasks[t].stated.at(through_.times);
            if (told == nullptr || told->value.instance) continue;
            const row_number from = told->value.more().conclusion;
            if (from == no_row) continue;
            const auto [at, is_new] = first.emplace(from, told->effective_on);
            if (!is_new) at->second = std::min(at->second, told->effective_on);
        }
        return first;
    }

    void take_conclusions() {
        for (row_number c = 0; c < s_.conclusions.size(); ++c) {
            if (!through_.shows(entity_kind::conclusion, c)) continue;
            const auto& told = s_.conclusions[c].stated.at(through_.times)->value;
            if (!asks_for_a_task(told.kind)) continue;
            if (!answered_) answered_ = find_answered_conclusions();
            const auto answer = answered_->find(c);
            if (answer != answered_->end() && answer->second <= eve_) continue;
            const owed_thing owed{entity_kind::conclusion, c};
            left_thing left = thing(left_kind::conclusion, c);
            left.open = answer == answered_->end();
            left.may_stay_open = true;
            const auto is_to = [&](const view& at) {
                const auto* asked = s_.conclusions[c].stated.at(at);
                return asked != nullptr &&
                       holds(owers_of(s_, owed, asked->value.addressed_to, at), agency_);
            };
            take_owed(std::move(left), owed, is_to(on_its_eve()), is_to(through_.times));
        }
    }

    void take_review_comments() {
        for (row_number r = 0; r < s_.reviews.size(); ++r) {
            const review_record& review = s_.reviews[r];
            const auto* sent = review.sent.at(through_.times);
            if (!through_.shows(entity_kind::review, r) || sent == nullptr ||
                review.closed.at(on_its_eve()) != nullptr)
                continue;
            bool then = false, now = false, open = false;
            for (const row_number asked : sent->value.to) {
                const auto [did, does] = then_and_now(
                    *sent, [&](const view& at) { return commenters_of(s_, r, asked, *sent, at); });
                if ((!did && !does) || comment_for(s_, r, asked, *sent, on_its_eve()) != nullptr)
                    continue;
                then |= did, now |= does;
                open |= comment_for(s_, r, asked, *sent, through_.times) == nullptr;
            }
            left_thing left = thing(left_kind::review_comment, r);
            left.span = review.stated.at(through_.times)->value.span;
            left.open = open && review.closed.at(through_.times) == nullptr;
            take_owed(std::move(left), {entity_kind::review, r}, then, now);
        }
    }

    void take_items() {
        const auto is_its = [&](const planned_item& i) { return holds(i.doers(), agency_); };
        const auto awaited = [](const planned_item& i) {
            return i.state == item_state::planned || i.state == item_state::postponed ||
                   i.state == item_state::overdue;
        };
        std::set<row_number> its_then, over_then;
        for (const planned_item& i : items_of_programmes(*at_eve_, *wholes_then_)) {
            if (!awaited(i)) over_then.insert(i.row);
            if (is_its(i)) its_then.insert(i.row);
        }
        for (const planned_item& i : items_of_programmes(through_, *wholes_)) {
            if (over_then.contains(i.row)) continue;
            left_thing left = thing(left_kind::item, i.row);
            left.open = awaited(i);
            if (next_.agency == no_row && is_its(i)) find_who_leads_its_task(i, left);
            take_right(std::move(left), {entity_kind::item, i.row}, its_then.contains(i.row),
                       is_its(i));
        }
    }

    // Who leads the task of an item does the item.
    void find_who_leads_its_task(const planned_item& i, left_thing& left) const {
        const row_number task = i.told->value.task;
        if (task == no_row || !through_.shows(entity_kind::task, task)) return;
        s_.tasks[task].held.each(through_.times, [&](const auto& h) {
            left.taken = !h.value.leads.empty() && !holds(h.value.leads, agency_);
            left.taken_by.assign(h.value.leads.begin(), h.value.leads.end());
            left.taken_on = h.effective_on;
        });
        if (!left.taken) left.taken_by.clear(), left.taken_on.reset();
    }

    void take_fields() {
        if (!charged_) charged_ = responsibilities_on(through_);
        for (const auto& charge : charges_of(s_.agencies[agency_], on_its_eve())) {
            const std::string folded = fold(charge->value.field_of_work);
            const auto& until = charge->value.until;
            if (folded.empty() || (until && *until < end_.on)) continue;
            left_thing left = thing(left_kind::field_of_work, agency_);
            left.expected = charge->value.field_of_work;
            left.open = !until || through_.times.as_of <= *until;
            if (next_.agency != no_row) left.taken_by = {next_.agency}, left.taken_on = next_.since;
            // Who had a field of these words before has it for itself.
            for (const responsibility& one : *charged_) {
                const civil_day since = one.charge->effective_on;
                if (next_.agency != no_row || one.folded != folded || since < end_.on) continue;
                left.taken_by.push_back(one.agency);
                left.taken_on = std::min(left.taken_on.value_or(since), since);
            }
            left.taken = !left.taken_by.empty();
            found_.push_back(std::move(left));
        }
    }

    const lens& through_;
    const state& s_;
    std::optional<std::vector<responsibility>> charged_;
    std::optional<std::map<row_number, civil_day>> answered_;  // conclusions
    std::optional<counted_by_parts> wholes_;                   // where an agency ended
    std::optional<counted_by_parts> wholes_then_;  // on its last day, of what it may have left
    std::vector<std::pair<row_number, row_number>> parts_;  // the whole, what ever was a part of it
    std::vector<row_number> for_others_;  // tasks of reviews of documents, and of consultations
    std::vector<tasks_left> left_on_;     // by ended agency
    std::vector<std::vector<row_number>> after_;  // by agency
    row_number agency_ = no_row;
    agency_end end_{};
    civil_day eve_;  ///< its last day
    std::optional<lens> at_eve_;
    successor next_;  ///< who alone goes on for it
    std::vector<left_thing> found_;
};

}  // namespace

std::vector<left_thing> left_open(const lens& through) {
    const state& s = through.record;
    std::vector<left_thing> found = left_collector{through}.collect();
    const auto key = [&](const left_thing& one) {
        return std::tuple{std::string_view{s.agencies[one.agency].code},
                          one.kind,
                          std::string_view{code_of(s, entity_of(one.kind), one.row)},
                          one.span ? one.span->first() : first_day,
                          one.span ? one.span->last() : first_day,
                          std::string_view{one.expected},
                          !one.open};
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const left_thing& a, const left_thing& b) { return key(a) < key(b); });
    return found;
}

finding unclaimed_finding(const lens& through, const left_thing& thing) {
    const std::string& agency = through.record.agencies[thing.agency].code;
    // A field of work has none.
    const std::string code = thing.kind == left_kind::field_of_work
                                 ? std::string{}
                                 : code_of(through.record, entity_of(thing.kind), thing.row);
    const std::string ended = "agency " + agency + " ended on " + to_text(thing.end.on) + "; ";
    if (thing.kind == left_kind::task)
        return {"agency.ended_holds_task",
                ended + "its task " + code + " has not been reassigned",
                {{"agency", agency}, {"task", code}}};
    std::string kind{name_of(thing.kind)};
    std::string which;
    std::vector<fact> facts{{"agency", agency}, {"kind", kind}, {"code", code}};
    if (thing.span) {
        which = " of " + to_text(*thing.span);
        facts.emplace_back("period", to_text(*thing.span));
    }
    if (!thing.expected.empty()) {
        which = (code.empty() ? "" : ", ") + thing.expected;
        facts.emplace_back("expected", thing.expected);
    }
    std::replace(kind.begin(), kind.end(), '_', ' ');
    return {"agency.ended_owes", ended + "nobody has taken over its " + kind + " " + code + which,
            std::move(facts)};
}

}  // namespace mandate
