#include "review/coordination.hpp"

#include "mandate/graph/dependency.hpp"
#include "model/agency_life.hpp"
#include "model/days_at_rest.hpp"
#include "model/matter_rules.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/schedule_keeper.hpp"
#include "review/task_days.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <utility>

namespace mandate {
namespace {

bool is_at_rest(task_class its_class) {
    return its_class == task_class::cancelled || its_class == task_class::suspended;
}

// What is known of a task on the last day looked at.
struct brief {
    bool is_there = false;
    task_class its_class{};
    civil_day assigned;
    std::optional<civil_day> due, finished_on;
    std::optional<civil_day> handed_in;  ///< done, or submitted and not answered
    row_number only_lead = no_row;
    std::span<const row_number> leads, coordinating;  // of the record, or of the columns
};

class collecting {
public:
    collecting(const lens& through, const period& span)
        : end_{std::min(span.last(), through.times.as_of)},
          span_{span},
          first_{span.first()},
          knowledge_{through.times},
          through_{through.on(end_)},
          days_{through.schedules == nullptr || through.times.known != through.record.revision()
                    ? nullptr
                    : through.schedules->keeper->days(*through.schedules)},
          wholes_{through, end_, days_ ? &days_->parts() : nullptr} {}

    coordination run() {
        if (end_ < span_.first()) return {};
        for (row_number c = 0; c < through_.record.consultations.size(); ++c) take_consultation(c);
        for (row_number t = 0; t < through_.record.tasks.size(); ++t) take_task(t);
        for (row_number l = 0; l < through_.record.links.size(); ++l) take_hand_off(l);
        return {std::move(cases_), std::move(joint_tasks_)};
    }

private:
    task_facts facts(row_number task) const {
        return wholes_.judged(
            task, facts_of(through_.record, through_.record.tasks[task], end_, knowledge_));
    }

    brief brief_of(row_number task) const {
        brief b;
        if (days_ && days_->holds(task)) {
            const std::int32_t end = end_.since_epoch();
            b.assigned = civil_day{days_->assigned(task)};
            b.is_there = b.assigned <= end_;
            if (!b.is_there) return b;
            b.its_class = days_->class_on(task, end, knowledge_.as_of.since_epoch());
            if (const std::int32_t due = days_->due(task, end); due != task_days::never)
                b.due = civil_day{due};
            const civil_day handed_in{days_->handed_in(task)};
            if (handed_in <= end_) b.handed_in = handed_in;
            if (is_done(b.its_class)) b.finished_on = handed_in;
            b.only_lead = days_->lead(task);
            b.coordinating = days_->coordinating(task);
            return b;
        }
        const task_facts facts = collecting::facts(task);
        b.is_there = facts.stated != nullptr;
        if (!b.is_there) return b;
        b.its_class = facts.its_class;
        b.assigned = facts.stated->effective_on;
        b.due = facts.current->day;
        b.finished_on = facts.finished_on;
        b.handed_in = facts.handed_in_on;
        b.leads = {facts.leads->begin(), facts.leads->size()};
        b.coordinating = {facts.coordinating->begin(), facts.coordinating->size()};
        return b;
    }
    // Who led it on the day on which something was handed over; before that, at the end.
    std::span<const row_number> leads_on(row_number task, const brief& b,
                                         const std::optional<civil_day>& day) const {
        if (day && b.only_lead == no_row)
            if (const auto* then = through_.record.tasks[task].held.at({*day, knowledge_.known}))
                return {then->value.leads.begin(), then->value.leads.size()};
        return leads_of(b);
    }
    static std::span<const row_number> leads_of(const brief& b) {
        return b.only_lead == no_row ? b.leads : std::span{&b.only_lead, 1};
    }

    bool counts(row_number task, const brief& b) const {
        return may_count(task, b) && b.its_class != task_class::standing;
    }
    // An opinion is asked for by a day of its own, also where the task has none.
    bool may_count(row_number task, const brief& b) const {
        return b.is_there &&
               (through_.viewer == no_row || through_.may_see(entity_kind::task, task));
    }
    bool may_have(row_number task, beyond_days what) const {
        return !days_ || days_->has(task, what);
    }

    void take_task(row_number t) {
        const brief b = brief_of(t);
        if (!counts(t, b)) return;
        if (may_have(t, beyond_days::own_parts)) take_obligations(t, b);
        if (!b.coordinating.empty() && !is_at_rest(b.its_class) && !wholes_.has(t))
            take_joint(t, b);
    }

    // Due or done in the span.
    void take_joint(row_number t, const brief& b) {
        const bool done =
            b.its_class == task_class::done_in_time || b.its_class == task_class::done_late;
        if (!(done && *b.finished_on >= first_) && b.its_class != task_class::open_overdue) return;
        std::optional<quality_kind> quality;
        if (may_have(t, beyond_days::rated)) {
            const task_facts facts = collecting::facts(t);
            if (facts.accepted != nullptr && facts.accepted->quality != quality_kind{})
                quality = facts.accepted->quality;
            if (const auto* rated = through_.record.tasks[t].life().ratings.at(through_.times))
                quality = rated->value.quality;
        }
        for (const row_number lead : leads_of(b))
            for (const row_number other : b.coordinating)
                if (lead != other)
                    joint_tasks_.push_back(
                        {lead, other, t, b.its_class == task_class::done_in_time, quality});
    }

    // The same asked by each of several.
    template <class Leads>
    void take_of_each(const Leads& leads, coordination_case one, std::optional<civil_day> done_on,
                      bool rests, const std::vector<days_at_rest>& off = {}) {
        for (const row_number lead : leads) {
            if (lead == one.asked) continue;
            one.asking = lead;
            take(one, done_on, rests, off);
            one.asked_by_another = true;
        }
    }

    // `done_on`: when the task was done that waits; `rests`: it is suspended or cancelled. What it
    // did without is no case, unless it was overdue by then; nor is what was there already, or what
    // nobody answered of a task at rest. `off`: days on which it was not owed.
    void take(coordination_case one, std::optional<civil_day> done_on, bool rests,
              const std::vector<days_at_rest>& off = {}) {
        if (one.asking == one.asked || one.since > end_) return;
        if (one.answered_on && *one.answered_on > end_) one.answered_on.reset();
        // For what is said past its day when the task is done nobody waited.
        if (done_on && one.state(end_) == case_state::late && *one.answered_on > *done_on)
            one.answered_on.reset();
        if (one.answered_on) {
            if (*one.answered_on < std::max(first_, one.since)) return;
        } else if (done_on) {
            if (!one.due || *one.due >= *done_on || *done_on < first_) return;
            if (one.since > *done_on) return;  // nobody waited any more when it was asked
            one.waited_until = done_on;
        } else if (rests) {
            return;
        }
        const civil_day until = one.answered_on.value_or(one.waited_until.value_or(end_));
        if (one.state(end_) == case_state::overdue)
            one.days_overdue =
                working_days(std::max(*one.due + 1, one.since), until, off, through_.calendar());
        if (one.due)
            one.days_given = working_days(one.since + 1, *one.due, off, through_.calendar());
        one.days_taken = working_days(one.since + 1, until, off, through_.calendar());
        cases_.push_back(std::move(one));
    }

    void take_consultation(row_number row) {
        const consultation_record& record = through_.record.consultations[row];
        const auto* told = record.stated.at(through_.times);
        if (told == nullptr || !through_.may_see(entity_kind::consultation, row)) return;
        const row_number task = told->value.task;
        const brief b = brief_of(task);
        if (!may_count(task, b)) return;
        const bool rests = is_at_rest(b.its_class);
        const task_record& its_task = through_.record.tasks[task];
        for (const opinion& asked : opinions_told(through_, row)) {
            const auto answered =
                asked.answer == nullptr ? std::nullopt : std::optional{asked.answer->effective_on};
            const std::vector<days_at_rest> off = rests_of(its_task, through_.times, answered);
            const auto due = owed_by(through_, its_task, told->value.answer_due, answered);
            coordination_case one{told->value.agency,
                                  asked.agency,
                                  case_kind::consultation,
                                  task,
                                  record.code,
                                  told->effective_on,
                                  due,
                                  {}};
            one.answered_on = answered;
            // What is said later changes nothing of that.
            const bool late = !one.answered_on || (due && *one.answered_on > *due);
            const bool waited = !b.finished_on || !due || *due <= *b.finished_on;
            if (late && waited && told->value.silence == silence_kind::agreement && due &&
                *due <= end_ && *due < knowledge_.as_of) {
                one.answered_on = due;
                one.by_silence = true;
            }
            take(std::move(one), b.finished_on, rests, off);
        }
    }

    void take_obligations(row_number t, const brief& b) {
        const task_record& task = through_.record.tasks[t];
        if (task.life().obligations.all().empty() && task.life().answers.all().empty()) return;
        const task_facts facts = collecting::facts(t);
        std::vector<const void*> counted;  // answers
        const auto take_part = [&](const part_of_task& part, const task_facts& then) {
            if (part.role != assignment_role::coordinating || !part.its_class) return;
            if (part.answer != nullptr) counted.push_back(part.answer);
            const civil_day assigned = then.stated->effective_on;
            const auto answered_on =
                part.answer == nullptr ? std::nullopt : std::optional{part.answer->effective_on};
            std::vector<days_at_rest> off = rests_of(task, through_.times, answered_on);
            const civil_day joined = add_days_without(part, task, answered_on.value_or(end_), off);
            const civil_day asked = part.asked == nullptr ? assigned : part.asked->effective_on;
            take_of_each(*then.leads,
                         {no_row, part.agency, case_kind::obligation, t, task.code,
                          std::max({assigned, joined, asked}), part.due, answered_on},
                         b.finished_on, is_at_rest(b.its_class), off);
        };
        for (const part_of_task& part : parts_of(through_, task, facts)) take_part(part, facts);
        // What was answered and asked anew since, or by who has left the task, as it was then: who
        // left it on the day of the answer was in it on the one before.
        const auto answers = task.life().answers.all();
        for (auto a = answers.rbegin(); a != answers.rend(); ++a) {
            if (!a->visible(through_.times) || a->effective_on < first_) continue;
            for (const civil_day day : {a->effective_on, a->effective_on - 1}) {
                if (std::find(counted.begin(), counted.end(), &*a) != counted.end()) break;
                const task_facts then = facts_of(through_.record, task, day, knowledge_);
                if (then.stated == nullptr) continue;
                for (const part_of_task& part :
                     parts_of(through_.on(a->effective_on), task, then, &*a))
                    if (part.answer == &*a) take_part(part, then);
            }
        }
    }

    // The days until `last`, that of the answer, on which neither the agency coordinated the task
    // nor one for which it goes on; it may leave on the day of the answer. Returns the first day of
    // whose part it is: of whom that was stated, else of who answered, or of the ended one whose
    // place that one took.
    civil_day add_days_without(const part_of_task& part, const task_record& task, civil_day last,
                               std::vector<days_at_rest>& off) const {
        struct change {
            civil_day on;
            std::vector<row_number> of_it;  // the agency, and those for which it goes on
        };
        std::vector<change> changes;
        task.held.each({last, through_.times.known}, [&](const auto& h) {
            change now{h.effective_on, {}};
            for (const row_number one : task.coordinating({h.effective_on, through_.times.known}))
                if (speaks_for(through_.record, part.agency, one, through_.times))
                    now.of_it.push_back(one);
            if (now.of_it.empty() && part.answer != nullptr && now.on == last) return;
            const bool took_part = changes.empty() || !changes.back().of_it.empty();
            if (now.of_it.empty() && took_part) off.push_back({now.on, {}});
            if (!now.of_it.empty() && !took_part) off.back().resumed = now.on;
            changes.push_back(std::move(now));
        });
        row_number whose =
            part.asked != nullptr ? part.asked->value.agency : part.answer->value.agency;
        civil_day joined = first_day;
        for (std::size_t i = changes.size(); i-- > 0;) {
            const std::vector<row_number>& then = changes[i].of_it;
            if (!contains(then, whose) && i + 1 < changes.size()) {
                const auto& [left_on, next] = changes[i + 1];
                for (const row_number before : then)
                    if (!contains(next, before) &&
                        speaks_for(through_.record, whose, before, {left_on, through_.times.known}))
                        whose = before;
            }
            if (contains(then, whose)) joined = changes[i].on;
        }
        return joined;
    }

    void take_hand_off(row_number row) {
        const link_record& record = through_.record.links[row];
        const auto* told = record.stated.at(through_.times);
        if (told == nullptr || !from_finish(told->value.type)) return;
        const row_number before = told->value.after, after = told->value.task;
        const brief first = brief_of(before), second = brief_of(after);
        if (!counts(before, first) || !counts(after, second)) return;
        const auto take_from = [&](row_number task, const brief& one) {
            const civil_day since = std::max({told->effective_on, one.assigned, second.assigned});
            // What waits for its acceptance, waits for another (decision 116).
            for (const row_number working : leads_on(task, one, one.handed_in))
                take_of_each(leads_on(after, second, one.handed_in),
                             {no_row, working, case_kind::hand_off, after, record.code, since,
                              one.due, one.handed_in},
                             second.finished_on,
                             is_at_rest(one.its_class) || is_at_rest(second.its_class));
        };
        const auto reported = reported_done_over_parts(before, first);
        if (!reported) return take_from(before, first);
        for (const row_number part : wholes_.not_done_by(before, *reported))
            if (const brief one = brief_of(part); counts(part, one)) take_from(part, one);
    }

    // When it was said of a whole that it is done, where some part was not: from then on its lead
    // can do nothing more, and who has that part hands over.
    std::optional<civil_day> reported_done_over_parts(row_number task, const brief& b) const {
        if (!wholes_.has(task) || is_at_rest(b.its_class)) return std::nullopt;
        const auto reported =
            facts_of(through_.record, through_.record.tasks[task], end_, knowledge_).finished_on;
        if (!reported || (b.finished_on && *b.finished_on <= *reported)) return std::nullopt;
        return reported;
    }

    const civil_day end_;
    const period& span_;
    const civil_day first_;  // of the span
    const view knowledge_;  // of the cut-off: what was done by the end may have been accepted since
    const lens through_;
    const std::shared_ptr<const task_days> days_;  // null: they do not say what this view sees
    const counted_by_parts wholes_;
    std::vector<joint_task> joint_tasks_;
    std::vector<coordination_case> cases_;
};

}  // namespace

std::string_view name_of(case_kind kind) noexcept {
    constexpr std::array<std::string_view, 3> names{"consultation", "obligation", "hand_off"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(case_state state) noexcept {
    constexpr std::array<std::string_view, 4> names{"in_time", "late", "open", "overdue"};
    return names[static_cast<std::size_t>(state)];
}

coordination coordination_of(const lens& through, const period& span) {
    return collecting{through, span}.run();
}

}  // namespace mandate
