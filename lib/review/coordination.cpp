#include "review/coordination.hpp"

#include "mandate/graph/dependency.hpp"
#include "model/handed_over.hpp"
#include "model/matter_rules.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mandate {
namespace {

// What is known of each task on the last day looked at.
std::vector<task_facts> facts_on(const lens& through, civil_day day) {
    const state& s = through.record;
    std::vector<task_facts> all;
    all.reserve(s.tasks.size());
    for (row_number t = 0; t < s.tasks.size(); ++t)
        all.push_back(facts_of(s, s.tasks[t], day, through.times));
    return all;
}

bool is_at_rest(const task_facts& facts) {
    return facts.stated == nullptr || facts.its_class == task_class::cancelled ||
           facts.its_class == task_class::suspended || facts.its_class == task_class::standing;
}

class collecting {
public:
    collecting(const lens& through, const period& span)
        : end_{std::min(span.last(), through.times.as_of)},
          span_{span},
          through_{through.on(end_)},
          facts_{facts_on(through, end_)} {}

    coordination run() {
        if (end_ < span_.first()) return {};
        for (row_number c = 0; c < through_.record.consultations.size(); ++c) take_consultation(c);
        for (row_number t = 0; t < facts_.size(); ++t)
            if (counts(t)) take_obligations(t);
        for (row_number l = 0; l < through_.record.links.size(); ++l) take_hand_off(l);
        return {std::move(cases_), joint_tasks()};
    }

private:
    std::vector<joint_task> joint_tasks() const {
        std::vector<joint_task> all;
        for (row_number t = 0; t < facts_.size(); ++t) {
            if (!counts(t)) continue;
            const task_facts& facts = facts_[t];
            const bool done = facts.its_class == task_class::done_in_time ||
                              facts.its_class == task_class::done_late;
            if (!(done && *facts.finished_on >= span_.first()) &&
                facts.its_class != task_class::open_overdue)
                continue;
            std::optional<quality_kind> quality;
            if (facts.accepted != nullptr && facts.accepted->quality != quality_kind{})
                quality = facts.accepted->quality;
            if (const auto* rated = through_.record.tasks[t].life().ratings.at(through_.times))
                quality = rated->value.quality;
            for (const row_number lead : *facts.leads)
                for (const row_number other : *facts.coordinating)
                    if (lead != other)
                        all.push_back(
                            {lead, other, t, facts.its_class == task_class::done_in_time, quality});
        }
        return all;
    }

    bool counts(row_number task) const {
        return !is_at_rest(facts_[task]) && through_.may_see(entity_kind::task, task);
    }

    // What the task, being done, no longer waits for is no case; nor is what was there already.
    void take(coordination_case one) {
        if (one.asking == one.asked || one.since > end_) return;
        if (one.answered_on && *one.answered_on > end_) one.answered_on.reset();
        if (one.answered_on ? *one.answered_on < std::max(span_.first(), one.since)
                            : is_done(facts_[one.task].its_class))
            return;
        cases_.push_back(std::move(one));
    }

    void take_consultation(row_number row) {
        const consultation_record& record = through_.record.consultations[row];
        const auto* told = record.stated.at(through_.times);
        if (told == nullptr || !through_.may_see(entity_kind::consultation, row) ||
            !counts(told->value.task))
            return;
        std::vector<row_number> taken;  // of two asked of which one took over: one case
        for (const row_number asked : told->value.asked) {
            const row_number now =
                ower_of(through_.record, {entity_kind::consultation, row}, asked, through_.times);
            if (contains(taken, now)) continue;
            taken.push_back(now);
            coordination_case one{told->value.agency,     now,         case_kind::consultation,
                                  told->value.task,       record.code, told->effective_on,
                                  told->value.answer_due, {}};
            if (const auto* a = answer_of(through_.record, row, asked, through_.times))
                one.answered_on = a->effective_on;
            if (!one.answered_on && told->value.silence == silence_kind::agreement && one.due &&
                *one.due < end_) {
                one.answered_on = one.due;
                one.by_silence = true;
            }
            take(std::move(one));
        }
    }

    void take_obligations(row_number t) {
        const task_record& task = through_.record.tasks[t];
        if (task.life().obligations.all().empty() && task.life().answers.all().empty()) return;
        for (const part_of_task& part : parts_of(through_, task, facts_[t])) {
            if (part.role != assignment_role::coordinating || !part.its_class) continue;
            civil_day since = facts_[t].stated->effective_on;
            bool stated = false;
            task.life().obligations.each(through_.times, [&](const auto& o) {
                if (o.value.agency == part.agency && !std::exchange(stated, true))
                    since = std::max(since, o.effective_on);
            });
            for (const row_number lead : *facts_[t].leads)
                take({lead, part.agency, case_kind::obligation, t, task.code, since, part.due,
                      part.answer == nullptr ? std::nullopt
                                             : std::optional{part.answer->effective_on}});
        }
    }

    void take_hand_off(row_number row) {
        const link_record& record = through_.record.links[row];
        const auto* told = record.stated.at(through_.times);
        if (told == nullptr || !from_finish(told->value.type)) return;
        const row_number before = told->value.after, after = told->value.task;
        if (!counts(before) || !counts(after)) return;
        const civil_day since = std::max({told->effective_on, facts_[before].stated->effective_on,
                                          facts_[after].stated->effective_on});
        for (const row_number waiting : *facts_[after].leads)
            for (const row_number working : *facts_[before].leads)
                take({waiting, working, case_kind::hand_off, after, record.code, since,
                      facts_[before].current->day, facts_[before].finished_on});
    }

    const civil_day end_;
    const period& span_;
    const lens through_;
    const std::vector<task_facts> facts_;
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
