#pragma once
// What a schedule is computed from: tasks, links, calendars and progress, as columns.

#include "mandate/base/civil_day.hpp"
#include "mandate/calendar/work_calendar.hpp"
#include "mandate/graph/dependency.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace mandate {

/// In a column of days: there is none.
inline constexpr civil_day no_day{std::numeric_limits<std::int32_t>::min()};
/// In a column of tasks: there is none.
inline constexpr std::uint32_t no_task = 0xFFFF'FFFF;

/// Tasks are numbered 0 .. n-1, n being the length of `duration`. Every other column of tasks has n
/// entries, or none, which means: the default for all. A plan is a plain value; fill it as you
/// like, it is checked where a schedule is made from it.
struct plan {
    /// The first day on which anything may be done: the start of the scope.
    civil_day start;
    /// The day whose end is known (decision 19 of lib/README.md): work that is not done yet is not
    /// scheduled before it. Absent: no progress is looked at.
    std::optional<civil_day> status_day;
    /// Borrowed: must live while a schedule is being made, not longer. Empty: one, Monday to
    /// Friday. Calendars of equal content count as one.
    std::vector<const work_calendar*> calendars;

    /// Working days of the task's calendar, 0 to 60,000; 0: a milestone.
    std::vector<std::int32_t> duration;
    /// Which of the calendars; default 0.
    std::vector<std::uint32_t> calendar;
    /// The number of the agency that leads it; default no_task: none. Only agency_network looks at
    /// it.
    std::vector<std::uint32_t> agency;
    /// The summary task of which it is a part; default no_task. A task with parts does nothing
    /// itself: its duration is not looked at, its dates are those of its parts, and links to and
    /// from it count for each part.
    std::vector<std::uint32_t> parent;

    /// Constraints; default no_day. Links go before dates: what cannot be kept leaves negative
    /// slack to the deadline, and the dates follow the links.
    std::vector<civil_day> not_before;  ///< starts on that day or later
    /// On that day: not before it, and in time only if not after. A task with parts begins with its
    /// first part.
    std::vector<civil_day> must_start;
    std::vector<civil_day> not_after;  ///< finishes on that day or earlier
    std::vector<civil_day> deadline;   ///< the last day that is in time

    /// Progress; default no_day, and looked at only with a status day.
    std::vector<civil_day> started;
    std::vector<civil_day> finished;
    /// When links from a finished task let go, where that is not its finish: acceptance.
    std::vector<civil_day> released;
    /// Working days left of a started task, at least 1 while it is not finished; below 0 (the
    /// default): all of its duration.
    std::vector<std::int32_t> remaining;
    /// 1: suspended; neither it nor what waits for it has a forecast.
    std::vector<std::uint8_t> suspended;

    /// 1: it is not there any more and only its number is kept (live_schedule::to_plan). It has no
    /// days, no link may name it, and nothing else that is said of it counts.
    std::vector<std::uint8_t> removed;

    /// Three-point estimates, in working days; looked at by forecasts only. The duration is the
    /// likely one of the three; below 0 (the default): by the percentages of the forecast.
    std::vector<std::int32_t> optimistic, pessimistic;

    std::vector<dependency> links;
};

/// How the forks of scheduling are taken. The first choice of each is the default.
struct schedule_policy {
    /// A task is critical if its slack to the end is at most so many working days.
    std::int32_t critical_slack = 0;
    /// Links that close a cycle. Links are judged alone, whatever has become of their tasks: what
    /// is reported done or suspended today may be reported otherwise tomorrow.
    enum class on_cycle : std::uint8_t {
        refuse,    ///< error{errc::cycle} with a shortest cycle
        leave_out  ///< every link inside a knot of mutual waiting is left out and listed
    } cycles = on_cycle::refuse;
    /// A task that has started while a link asks it to wait, also for a predecessor that is
    /// finished by now but has not let go yet.
    enum class out_of_sequence : std::uint8_t {
        retained_logic,    ///< the rest of its work waits all the same
        progress_override  ///< the rest goes on: what has started waits for nothing any more
    } sequence = out_of_sequence::retained_logic;
    /// Where work that is left begins at the earliest.
    enum class rest : std::uint8_t {
        on_status_day,
        after_status_day
    } remaining = rest::on_status_day;
    /// On which day a milestone stands that its predecessor's finish decides, where lag is in
    /// working days. What else decides it, a date of its own, a start, calendar days of lag, lets
    /// it stand on the day itself. That day is one of the plan's: its end is not before it, and
    /// slack, deadlines and forecasts go by it.
    enum class milestone : std::uint8_t {
        day_of_predecessor,  ///< the day of that finish
        next_working_day     ///< the one after, its own next one; the length counts no milestone's
    } milestones = milestone::day_of_predecessor;
};

}  // namespace mandate
