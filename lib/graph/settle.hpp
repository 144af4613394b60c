#pragma once
// Brings a plan into the form in which the passes know it: tasks with a duration and bounds, links
// between tasks that do work. Summary tasks, progress, suspension and constraints end here.

#include "graph/compact_schedule.hpp"
#include "mandate/graph/editable_schedule.hpp"
#include "mandate/graph/plan.hpp"
#include "mandate/graph/schedule.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace mandate {

/// A link whose first end does not move any more, and what it demands of the second one.
struct constant_bound {
    std::uint32_t after;
    std::uint32_t before;
    std::int32_t start;  ///< rank
    bool on_eve;         ///< as asks_eve
};

/// Ranks count from `first_rank`, the rank of the scope's start, in a uniform plan; in a mixed one
/// they are those of the task's own calendar.
struct settled_plan {
    std::vector<std::shared_ptr<const day_tables>> calendars;  ///< distinct ones
    std::vector<std::uint32_t> calendar_of;                    ///< empty: all have the first
    std::shared_ptr<const day_tables> counting;                ///< the plan's own first: lengths
    bool mixed = false;
    boundary origin = 0;
    std::int32_t first_rank = 0;

    std::vector<std::int32_t> duration;  ///< what is left to do: 0 of finished tasks
    task_bounds bounds;
    boundary least_end = 0;  ///< after the last day of finished work
    std::span<const dependency> links;
    bool drops_links = false;                       ///< some of the plan's bind nothing any more
    std::vector<std::uint32_t> link_origin;         ///< index in plan::links; empty: the same
    std::vector<constant_bound> constants;          ///< by (after, before)
    std::vector<scheduled_task::progress> state;    ///< empty: nothing has started
    std::vector<std::uint8_t> is_summary;           ///< empty: none
    std::vector<std::uint32_t> suspended_blocking;  ///< ascending
    /// Links to tasks without forecast, as (after, before). Ascending.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lost_links;

    std::vector<dependency> own_links;  ///< what `links` shows, where the plan's do not do

    const day_tables& days_of(std::uint32_t task) const {
        return *calendars[calendar_of.empty() ? 0 : calendar_of[task]];
    }
    bool summary(std::uint32_t task) const { return !is_summary.empty() && is_summary[task] != 0; }
    scheduled_task::progress state_of(std::uint32_t task) const {
        return state.empty() ? scheduled_task::progress::not_started : state[task];
    }
    std::uint32_t origin_of(std::uint32_t link) const {
        return link_origin.empty() ? link : link_origin[link];
    }
};

/// `links` may show the plan's own: the plan must outlive the result. `left_out`: indices of links
/// that count for nothing, ascending.
/// @throws as the constructor of schedule, but for cycles of links.
settled_plan settle(const plan& p, const schedule_policy& policy,
                    std::span<const std::uint32_t> left_out = {});

/// A milestone that a finish decides stands on the day of that finish, the eve of the day on which
/// others may begin, unless the policy says otherwise; all else lets it stand on the day itself.
constexpr bool asks_eve(const schedule_policy& policy, bool of_finish, bool calendar_lag) noexcept {
    return of_finish && !calendar_lag &&
           policy.milestones == schedule_policy::milestone::day_of_predecessor;
}
inline bool asks_eve(const schedule_policy& policy, const dependency& d) noexcept {
    return asks_eve(policy, from_finish(d.type), has_calendar_lag(d));
}

inline bool is_removed(const plan& p, std::uint32_t task) noexcept {
    return !p.removed.empty() && p.removed[task] != 0;
}

/// @throws error{errc::invalid_argument} (facts "position", "field") for progress that contradicts
/// itself or the status day: finished before it began, either of them after that day, released
/// before it was finished.
void require_progress(std::uint32_t task, const task_progress& told, civil_day status_day);

/// The tables of the calendars, each content once, and for each calendar which one is its.
struct distinct_calendars {
    std::vector<std::shared_ptr<const day_tables>> tables;
    std::vector<std::uint32_t> number;
};
distinct_calendars distinct(std::span<const work_calendar* const> calendars);

/// The tasks below one that do work: itself, if it has no parts. `first_child`, `children`: lists
/// as children_of makes them.
struct part_lists {
    std::vector<std::uint32_t> first_child, children;
    std::vector<std::uint32_t> leaves_of(std::uint32_t task) const;
};
part_lists parts_of(std::span<const std::uint32_t> parent);

}  // namespace mandate
