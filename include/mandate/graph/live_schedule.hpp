#pragma once
// The schedule of a host's own plan that the host goes on changing: dates are right again after
// each change, tasks may have parts, and links have numbers.

#include "mandate/graph/plan.hpp"
#include "mandate/graph/schedule.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mandate {

/// The columns of a plan by name. Numbers are those of the C interface.
enum class plan_column : std::uint8_t {
    calendar = 1,
    parent,
    not_before,
    must_start,
    not_after,
    deadline,
    started,
    finished,
    released,
    remaining,
    suspended,
    agency,
    optimistic,
    pessimistic,
    duration
};

/// One change. Tasks and links are known by their numbers: those of the plan, and then on in the
/// order in which they are added. A number is never used again.
struct plan_change {
    enum class kind : std::uint8_t {
        set_task = 1,   ///< `value` becomes that of `column` of task `number`
        add_task,       ///< of `value` working days; it has no links and the defaults of a plan
        remove_task,    ///< task `number`, with all its links
        add_link,       ///< `link`
        set_link,       ///< link `number` gets the lag, type and unit of `link`
        remove_link,    ///< link `number`
        set_status_day  ///< the day `value`
    } what = kind::set_task;
    std::uint32_t number = 0;
    plan_column column = plan_column::duration;
    /// Days as days since 1970-01-01, or no_day's; of a parent or agency -1: none.
    std::int32_t value = 0;
    dependency link{no_task, no_task};
};

/// What a change moved: its dates as they are now.
struct moved_dates {
    std::uint32_t task;
    scheduled_task was, is;
};

/// Dates of a plan, right after every change; what it says is what a new `schedule` of the changed
/// plan would say. A change of one task or link costs what it moves (editable_schedule). Of a task
/// with parts, its parts are changed. Several changes at once, and those that go through tasks with
/// parts, cost a copy besides; a change of which task is part of which, a whole pass.
///
/// One thread at a time may change it, copy it or ask moved_by; otherwise any number may read. A
/// copy shares its memory until one of the two changes: that is the what-if.
class live_schedule {
public:
    /// @throws as the constructor of schedule; errc::cycle always where there is a cycle.
    explicit live_schedule(const plan& p, const schedule_policy& policy = {});
    ~live_schedule();
    live_schedule(const live_schedule& other);
    live_schedule(live_schedule&&) noexcept;
    live_schedule& operator=(live_schedule&&) noexcept;

    /// All of them or, with an error, none. Progress and cycles are judged by what all of them
    /// together say; where a link would have closed a cycle on the way there, at the cost of a
    /// pass.
    /// @throws error{errc::invalid_argument} for a number that does not exist, a value out of range
    /// or progress that contradicts itself; errc::out_of_range where the days leave 1900-01-01 to
    /// 2199-12-31; errc::cycle for a link that would close a cycle (facts "position": the tasks of
    /// the cycle in order; "link": the links between them). Fact "change": which one, from 0.
    void change(std::span<const plan_change> changes);
    /// Replaces the calendar of this number, or adds one if it is the next. Costs a whole pass.
    void set_calendar(std::uint32_t number, const work_calendar& days);

    /// With those that were removed.
    std::uint32_t tasks() const noexcept;
    std::uint32_t links() const noexcept;
    bool is_removed(std::uint32_t task) const;

    /// @pre task < tasks(). A removed task has no forecast. Cost: O(1); of a milestone its links,
    /// of a task with parts all parts.
    scheduled_task at(std::uint32_t task) const;
    /// As schedule::free_slack, of one task. Cost: its links; of a task with parts those of all.
    std::int32_t free_slack(std::uint32_t task) const;
    std::optional<civil_day> end() const;
    std::int32_t length() const;
    std::vector<driving_step> driving_chain(std::uint32_t task) const;
    /// As moved_by_delay.
    std::vector<moved_task> moved_by(std::uint32_t task, std::int32_t days) const;
    /// Whose start, finish or state is another than in `was`, an earlier copy of this schedule,
    /// with those that were added or removed since. By task. Cost: O(tasks).
    std::vector<moved_dates> moved_since(const live_schedule& was) const;

    /// The plan as it is now: a schedule of it says the same. Removed tasks keep their numbers
    /// (plan::removed); removed links leave no gap: `link_numbers` gets the number of each link
    /// that is left. Its calendars are borrowed from this schedule. Cost: O(tasks + links).
    plan to_plan(std::vector<std::uint32_t>* link_numbers = nullptr) const;
    const schedule_policy& policy() const noexcept;

    struct impl;  ///< of the library itself

private:
    std::unique_ptr<impl> self_;
};

}  // namespace mandate
