// On which day a milestone stands. It takes no time: by its rank, the end of a working day and the
// beginning of the next are one. But it is seen on a day, and the end and its deadline are days:
//
//     Friday        | Monday
//     finish of A   ^ rank of M        only finishes ask for it: M stands on the Friday, the eve
//                   ^ M not before     a date of its own, the start of another task, calendar days
//                                      of lag ask for it: M stands on the Monday
//
// (Where milestones stand on the next working day, whatever asks for M lets it stand on the
// Monday.) So a link that asks for a day bounds its first task as a task of one day would that
// stood in the milestone's place.
#include "graph/compact_schedule.hpp"

#include <algorithm>

namespace mandate {

// Its place among the milestones; their number, if it is none.
std::size_t compact_schedule::milestone_at(std::uint32_t position) const noexcept {
    if (milestones_.empty() || duration_[position] != 0) return milestones_.size();
    const std::uint32_t task = network_.task_at(position);
    const auto at =
        std::lower_bound(milestones_.begin(), milestones_.end(), task,
                         [](const milestone_bounds& m, std::uint32_t t) { return m.task < t; });
    return at != milestones_.end() && at->task == task
               ? static_cast<std::size_t>(at - milestones_.begin())
               : milestones_.size();
}

// After the forward pass.
void compact_schedule::find_days() {
    first_days_.clear();
    for (const milestone_bounds& m : milestones_) first_days_.push_back(m.first);
    for (const auto& [n, d] : day_links_)
        first_days_[n] = std::max(
            first_days_[n],
            std::min(asked_by(d, network_.position_of(milestones_[n].task)), beyond_calendars));
    for (std::size_t n = 0; n < milestones_.size(); ++n) {
        const std::int32_t day = first_days_[n];
        const std::uint32_t at = network_.position_of(milestones_[n].task);
        end_ = std::max(end_, mixed() ? calendar_of(at).before(day) + 1 : day + 1);
    }
}

// Before a backward pass.
void compact_schedule::bound_by_days(limit by) {
    for (const auto& [n, d] : day_links_) {
        const std::uint32_t before = network_.position_of(d.before),
                            after = network_.position_of(milestones_[n].task);
        const std::int32_t last = by == limit::end ? end_rank(after) : milestones_[n].due;
        if (last == no_bound) continue;
        if (mixed()) {
            boundary& late =
                (by == limit::end
                     ? late_
                     : late_due_)[before + (from_finish(d.type) ? network_.tasks() : 0)];
            late = std::min(late, boundary_asking(d, after, last - 1));
        } else if (by == limit::end) {
            tail_[before] = std::max(tail_[before], end_ - start_asking(d, after, last - 1));
        } else {
            due_[before] = std::min(due_[before], start_asking(d, after, last - 1));
        }
    }
}

// After the passes: what stands on a day may not wait until the day after the last.
void compact_schedule::hold_to_days(std::int32_t critical_slack) {
    for (std::size_t n = 0; n < milestones_.size(); ++n) {
        if (stands_on_eve(n)) continue;
        const std::uint32_t at = network_.position_of(milestones_[n].task);
        slack_[at] = std::min(slack_[at], slack_to_own_end(at));
        critical_[at] = slack_[at] <= critical_slack ? 1 : 0;
        if (milestones_[n].due != no_bound) due_[at] = std::min(due_[at], milestones_[n].due - 1);
    }
}

// The rank for which a link asks.
std::int32_t compact_schedule::asked_by(const dependency& d, std::uint32_t after) const {
    const std::uint32_t before = network_.position_of(d.before);
    if (!mixed()) return start_[before] + (from_finish(d.type) ? duration_[before] : 0) + d.lag;
    const bool civil = d.unit == lag_unit::calendar_days;
    const boundary from = bounds_[before + (from_finish(d.type) ? network_.tasks() : 0)];
    return calendar_of(after).rank(from + (civil ? d.lag : 0)) + (civil ? 0 : d.lag);
}

// The last boundary of its first task from which it asks for no later rank than this.
boundary compact_schedule::boundary_asking(const dependency& d, std::uint32_t after,
                                           std::int32_t rank) const {
    const bool civil = d.unit == lag_unit::calendar_days;
    return calendar_of(after).before(rank - (civil ? 0 : d.lag)) - (civil ? d.lag : 0);
}

// The latest start of its first task at which it asks for no later rank than this.
std::int32_t compact_schedule::start_asking(const dependency& d, std::uint32_t after,
                                            std::int32_t rank) const {
    const std::uint32_t before = network_.position_of(d.before);
    if (!mixed()) return rank - d.lag - (from_finish(d.type) ? duration_[before] : 0);
    const boundary by = boundary_asking(d, after, rank);
    return from_finish(d.type) ? calendar_of(before).latest_start_by_finish(by, duration_[before])
                               : calendar_of(before).latest_start_by_start(by);
}

}  // namespace mandate
