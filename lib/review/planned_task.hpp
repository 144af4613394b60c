#pragma once
// What the ledger holds of one task, as a plan needs it.

#include "mandate/graph/editable_schedule.hpp"
#include "model/task_facts.hpp"
#include "review/lens.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace mandate {

/// How long a task takes and who says so.
enum class duration_source : std::uint8_t {
    stated,
    span,       ///< not stated: from its assignment to its deadline, on which it ends
    by_default  ///< neither is stated
};

/// The calendars of a plan: number 0 is the ledger's; those of agencies with days of their own
/// follow. shared_ptr: schedules of several revisions share them.
class plan_calendars {
public:
    /// @pre always the same calendar facts.
    std::uint32_t of(const lens& through, row_number agency);
    /// Of an agency that was asked for before.
    std::uint32_t known(row_number agency) const {
        const auto found = number_.find(agency);
        return found == number_.end() ? 0 : found->second;
    }
    const work_calendar& operator[](std::uint32_t number) const { return *all_[number]; }
    const std::vector<std::shared_ptr<const work_calendar>>& all() const noexcept { return all_; }

private:
    std::uint32_t take(work_calendar calendar);
    std::vector<std::shared_ptr<const work_calendar>> all_;
    std::map<row_number, std::uint32_t> number_;  // of agencies that have facts of their own
};

/// A task as of a day. What is not in the plan (`planned` is false) is otherwise untold, but for
/// the task of which it is a part.
struct planned_task {
    bool planned = false;  ///< not cancelled, nor standing, and assigned by that day
    bool suspended = false;
    duration_source source = duration_source::stated;
    std::int32_t duration = 1;  ///< percentages are of it, but of a span
    /// What a plan counts while nothing was begun: the duration; of a span one day (`stands_on`).
    std::int32_t left = 1;
    std::uint32_t calendar = 0;
    row_number lead = no_row;
    row_number parent = no_row;
    civil_day assigned = no_day, deadline = no_day;
    /// As stated by schedule_task.
    civil_day not_before = no_day, must_start = no_day, not_after = no_day;
    /// Nobody states what is left of it: what lies between the day asked for and the deadline.
    bool ends_on_deadline = false;
    /// Of a span that was not begun: the last working day in time. No part of it inherits this.
    civil_day stands_on = no_day;
    std::int32_t optimistic = -1, pessimistic = -1;
    /// Estimates were stated, but the duration is not between them any more: none are used.
    bool estimates_contradict = false;
    /// Handed in, and forecast to be accepted on the day asked for.
    bool awaits_acceptance = false;
    /// Done after the day asked for, or accepted before it was done: the nearest day that can be.
    bool progress_contradicts = false;
    task_progress progress;

    friend bool operator==(const planned_task&, const planned_task&) = default;
};

/// Whether a task is in a plan: stated, not cancelled and not standing.
bool is_planned(const task_facts& facts);

/// Cost: the versions of the task.
planned_task planned(const lens& through, row_number task, const task_facts& facts,
                     plan_calendars& calendars, std::int32_t default_duration);

}  // namespace mandate
