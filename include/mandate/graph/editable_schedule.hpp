#pragma once
// A schedule that follows the plan: each change makes the dates right again at once.

#include "mandate/graph/plan.hpp"
#include "mandate/graph/schedule.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mandate {

/// What has become of a task (the columns of a plan of the same names).
struct task_progress {
    civil_day started = no_day;
    civil_day finished = no_day;
    civil_day released = no_day;
    std::int32_t remaining = -1;

    friend bool operator==(const task_progress&, const task_progress&) = default;
};

/// What the last change cost, in tasks.
struct change_cost {
    std::uint64_t evaluated = 0;  ///< whose dates were computed
    std::uint64_t changed = 0;    ///< whose dates came out otherwise
    std::uint64_t reordered = 0;  ///< visited to keep the order
    bool whole_pass = false;      ///< given up for a pass over all tasks
};

/// Dates and slack of a plan, right after every change: usually in a few microseconds, never in
/// more than about two passes over everything. What it says is what a new `schedule` of the changed
/// plan would say; with summary tasks it does not deal (link their parts instead). One thread at a
/// time may change it or copy it; a copy is another object, which any other thread may read
/// meanwhile. About 130 bytes a task with three links each.
///
/// Every change either happens or throws and leaves all as it was.
class editable_schedule {
public:
    /// @throws as the constructor of schedule; errc::invalid_argument for a plan with summary
    /// tasks; errc::cycle always where there is one.
    explicit editable_schedule(const plan& p, const schedule_policy& policy = {});
    ~editable_schedule();
    /// Copies share their memory until one of them changes. Cost: about 20 us for a million tasks.
    editable_schedule(const editable_schedule& other);
    editable_schedule(editable_schedule&&) noexcept;
    editable_schedule& operator=(editable_schedule&&) noexcept;

    std::uint32_t tasks() const noexcept;
    /// How many, by the plan's numbers.
    std::uint32_t calendars() const noexcept;
    /// A removed task has no forecast. Cost: O(1), of a milestone O(its links).
    scheduled_task at(std::uint32_t task) const;
    std::optional<civil_day> end() const;
    /// As schedule::length. Cost: of end().
    std::int32_t length() const;
    /// How long the task can wait without moving any other, in working days of its calendar; 0 of
    /// finished tasks and those without forecast. Cost: O(its links).
    std::int32_t free_slack(std::uint32_t task) const { return free_slack(std::span{&task, 1}); }
    /// Of tasks that wait together: links between them do not count.
    std::int32_t free_slack(std::span<const std::uint32_t> tasks) const;

    /// The new task's number: tasks() before the call. It has no links.
    std::uint32_t add_task(std::int32_t duration, std::uint32_t calendar = 0);
    /// With all its links. The number is not used again.
    void remove_task(std::uint32_t task);
    void set_duration(std::uint32_t task, std::int32_t working_days);
    void set_calendar(std::uint32_t task, std::uint32_t calendar);
    /// Constraints as in a plan; no_day takes one away. `not_after` is the earlier of the
    /// constraint and the deadline.
    void set_not_before(std::uint32_t task, civil_day day);
    void set_must_start(std::uint32_t task, civil_day day);
    void set_not_after(std::uint32_t task, civil_day day);
    /// Needs a status day. Whether it contradicts itself is for the caller to know: a plan that
    /// does is refused.
    void set_progress(std::uint32_t task, const task_progress& progress);
    /// A suspended task has no forecast, nor has what waits for it. Needs a status day.
    void set_suspended(std::uint32_t task, bool suspended);

    /// Adds a link, unless it would close a cycle: then the cycle, as tasks in order, the first one
    /// being `after` of the link, and nothing is changed.
    std::vector<std::uint32_t> add_link(const dependency& link);
    /// Removes one such link. False if there is none.
    bool remove_link(const dependency& link);

    /// These concern every task, and cost a whole pass.
    void set_status_day(civil_day day);
    /// Replaces the calendar of this number, or adds one if it is the next number.
    void set_calendar_days(std::uint32_t calendar, const work_calendar& days);

    /// What starts later, by how many working days of its calendar, if these tasks take so many
    /// working days longer: a what-if on a copy that shares its memory. By number of task. A
    /// finished task moves nothing. Cost: that of a copy and of the change, and O(tasks moved and
    /// their links).
    /// @throws as set_duration.
    std::vector<moved_task> moved_by(std::span<const std::uint32_t> tasks, std::int32_t days) const;
    std::vector<moved_task> moved_by(std::uint32_t task, std::int32_t days) const {
        return moved_by(std::span{&task, 1}, days);
    }

    /// Why the task stands where it stands (schedule::driving_chain). The links are not numbered
    /// here: `link` is no_task. Cost: O(tasks in the chain and their links).
    std::vector<driving_step> driving_chain(std::uint32_t task) const;
    /// The start that such a link between them asks of its second task; to compare links by.
    std::int32_t asked_by(const dependency& link) const;
    /// Whether the task was reported as begun, also if it is suspended since.
    bool has_begun(std::uint32_t task) const;

    /// Between hold() and settle() changes are collected; dates are right again after settle().
    void hold();
    void settle();

    change_cost last_change() const noexcept;
    /// True if a whole pass gives the same dates and the order agrees with all links: for tests.
    bool consistent() const;
    /// Bytes held; shared ones counted too, the calendars' not.
    std::size_t memory() const noexcept;

    struct impl;  ///< of the library itself

private:
    std::unique_ptr<impl> self_;
};

}  // namespace mandate
