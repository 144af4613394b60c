#pragma once
// What a schedule keeps of its plan.

#include "graph/compact_schedule.hpp"
#include "graph/settle.hpp"
#include "mandate/graph/schedule.hpp"

#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace mandate {

/// From the first start to the last finish of its parts; as late as the part that may move least.
scheduled_task whole_of_parts(std::span<const scheduled_task> parts);

/// The parts with which a whole begins that has not begun; none, if it has no forecast. `at` gives
/// the dates of a part.
template <class At>
std::vector<std::uint32_t> first_parts(std::span<const std::uint32_t> parts, At&& at) {
    std::vector<scheduled_task> dates;
    for (const std::uint32_t t : parts) dates.push_back(at(t));
    const scheduled_task whole = whole_of_parts(dates);
    std::vector<std::uint32_t> first;
    if (whole.state != scheduled_task::progress::not_started) return first;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (dates[i].start == whole.start) first.push_back(parts[i]);
    return first;
}

struct schedule::impl {
    impl(const plan& p, const schedule_policy& policy);

    /// As rank of the task's own calendar, whatever the network counts in.
    std::int32_t start_rank(std::uint32_t task) const {
        return passes->start(passes->network().position_of(task)) + (mixed ? 0 : first_rank);
    }
    const day_tables& days_of(std::uint32_t task) const {
        return *calendars[calendar_of.empty() ? 0 : calendar_of[task]];
    }
    scheduled_task::progress state_of(std::uint32_t task) const {
        return state.empty() ? scheduled_task::progress::not_started : state[task];
    }
    scheduled_task leaf(std::uint32_t task) const;
    scheduled_task summary(std::uint32_t task) const;
    bool begin_wholes(const plan& p);
    void find_shown_days(const settled_plan& settled, const schedule_policy& policy);

    std::vector<std::shared_ptr<const day_tables>> calendars;
    std::vector<std::uint32_t> calendar_of;
    std::shared_ptr<const day_tables> counting;  // as settled_plan has it
    bool mixed;
    boundary origin;
    std::int32_t first_rank;
    std::optional<compact_schedule> passes;  // made after the cycles are settled
    std::vector<constant_bound> constants;
    std::vector<scheduled_task::progress> state;
    std::vector<std::uint8_t> is_summary;
    part_lists parts;                                    // empty without summaries
    std::vector<civil_day> actual_start, actual_finish;  // empty without progress
    std::vector<std::uint8_t> on_eve;  // milestones: 1 where shown a working day earlier
    std::vector<std::uint32_t> left_out, clamped, suspended_blocking;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lost_links;  // as settled_plan has them
    std::int32_t critical_slack;
    bool started_go_on;  // schedule_policy::out_of_sequence::progress_override
    civil_day last = no_day;
    boundary counted_until = std::numeric_limits<boundary>::min();  ///< of length()
};

}  // namespace mandate
