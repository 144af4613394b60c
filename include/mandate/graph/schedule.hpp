#pragma once
// When everything can be done, when it must be done, and which tasks decide the end.

#include "mandate/base/error.hpp"
#include "mandate/graph/plan.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mandate {

/// One task of a schedule. Days are civil days, both inclusive: a task of one day starts and
/// finishes on the same day. Slack is in working days of the task's calendar.
struct scheduled_task {
    enum class progress : std::uint8_t {
        not_started,
        started,     ///< `start` is the actual day
        finished,    ///< `start` and `finish` are actual days; no late days, no slack
        no_forecast  ///< suspended, or waiting for a suspended task: no days at all
    };
    progress state = progress::not_started;
    civil_day start = no_day, finish = no_day;            ///< earliest
    civil_day late_start = no_day, late_finish = no_day;  ///< not after the scope's end
    std::int32_t slack_to_end = 0;  ///< how long it can wait without moving the scope's end
    /// How long it can wait before it breaks a deadline or constraint, its own or one downstream;
    /// negative: broken already. Absent: nothing downstream has one.
    std::optional<std::int32_t> slack_to_deadline;
    bool critical = false;
};

/// What decided the start of a task.
enum class driver : std::uint8_t {
    link,          ///< a predecessor
    scope_start,   ///< nothing can start earlier in this scope
    not_before,    ///< its own constraint
    status_day,    ///< it was not done by then
    actual_start,  ///< it has begun
    none,          ///< no forecast, as a part of it has none
    suspended      ///< no forecast: it is suspended, or `predecessor` is, of which it is a part
};

/// One step of a driving chain, from the task asked for back to the one where the chain begins.
struct driving_step {
    std::uint32_t task;
    driver by;
    std::uint32_t predecessor = no_task;  ///< of a link; the suspended whole
    std::uint32_t link = no_task;         ///< its index in plan::links
};

/// A task that another one's delay moves.
struct moved_task {
    std::uint32_t task;
    std::int32_t days;  ///< working days of its calendar by which it starts later
    friend bool operator==(const moved_task&, const moved_task&) = default;
};

/// Dates of a whole plan, computed in bulk. Immutable; any thread; keeps nothing of the plan.
/// About 60 bytes a task with three links each.
class schedule {
public:
    /// Cost: O(tasks + links), about a quarter of a second for a million tasks with three million
    /// links. Not recursive.
    /// @throws error{errc::invalid_argument} for a column of another length, an index that does not
    /// exist, a duration or lag out of range; errc::out_of_range where the days leave 1900-01-01 to
    /// 2199-12-31 (fact "position": the task); errc::cycle (facts "position": the tasks of a
    /// shortest cycle, in order; "link": the indices of its links).
    explicit schedule(const plan& p, const schedule_policy& policy = {});
    ~schedule();
    schedule(schedule&&) noexcept;
    schedule& operator=(schedule&&) noexcept;

    std::uint32_t tasks() const noexcept;
    /// @pre task < tasks(). Cost: O(1); of a summary task, its parts.
    scheduled_task at(std::uint32_t task) const;
    /// The last day of the last task; absent if there is none with a forecast.
    std::optional<civil_day> end() const;
    /// Working days from the start of the scope until the end, that day included, in the first
    /// calendar. Where milestones stand on the next working day, they take no time: of each counts
    /// the working day of its calendar before it.
    std::int32_t length() const;
    /// Every task without which the end would be earlier: those of all critical paths. Ascending.
    std::vector<std::uint32_t> critical_tasks() const;
    /// How long each task can wait without moving any other, in working days of its own calendar;
    /// 0 for finished tasks and those without forecast. A task with parts waits with all of them.
    /// Cost: O(tasks + links); if some have parts, O((tasks + links) log(tasks + links)).
    std::vector<std::int32_t> free_slack() const;

    /// Why the task stands where it stands: each step names what demanded the latest day (among
    /// equals the predecessor with the smallest number). Of a task without forecast: for which
    /// suspended task it waits. `p` must be the plan of this schedule.
    /// Cost: O(length of the chain + links of the plan).
    std::vector<driving_step> driving_chain(const plan& p, std::uint32_t task) const;

    /// Indices of links that were left out because they close cycles.
    const std::vector<std::uint32_t>& left_out_links() const noexcept;
    /// Tasks whose links ask for a day before the start of the scope. Ascending.
    const std::vector<std::uint32_t>& clamped_tasks() const noexcept;
    /// Suspended tasks, with or without parts, that leave others without forecast. Ascending.
    const std::vector<std::uint32_t>& blocking_suspended_tasks() const noexcept;

    struct impl;  ///< of the library itself
    const impl* self() const noexcept { return self_.get(); }

private:
    std::unique_ptr<impl> self_;
};

}  // namespace mandate
