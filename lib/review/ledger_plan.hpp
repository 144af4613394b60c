#pragma once
// What the ledger holds of tasks, links, progress and calendars, as the plan of a schedule.

#include "mandate/graph/plan.hpp"
#include "mandate/model/command.hpp"
#include "review/lens.hpp"
#include "review/planned_task.hpp"

#include <cstdint>
#include <vector>

namespace mandate {

/// A plan as of the day asked for, with what its numbers stand for.
struct ledger_plan {
    plan columns;
    std::vector<row_number> task;  ///< by number in the plan
    std::vector<duration_source> source;
    std::vector<std::uint8_t> ends_on_deadline, awaits_acceptance;
    /// As stated, or as their source has it; columns hold what a span comes to
    /// (planned_task::left).
    std::vector<std::int32_t> duration;
    std::vector<civil_day> not_before;
    std::vector<row_number> link;          ///< by number of the link
    std::vector<std::uint32_t> number_of;  ///< by row of the task; no_task: not in the plan
    std::size_t links_from_outside = 0;    ///< left out: they lead into or out of the scope
    std::vector<row_number> let_go;        ///< links from cancelled tasks: nothing waits any more
    std::vector<row_number> without_estimates;  ///< tasks whose duration has left its estimates
    std::vector<row_number> contradict;         ///< tasks whose progress cannot have been so
    std::vector<bool> is_whole;                 ///< by number: it has parts in the plan
    plan_calendars calendars;                   ///< what columns.calendars points to

    /// All numbers, each task behind its parts; but for tasks that are a part of themselves, of
    /// which there is no schedule. So what is told of wholes takes one pass, however deep parts
    /// lie.
    std::vector<std::uint32_t> parts_first() const;
};

/// The scope is the tree of the document in `args` (what implements it or stands on it, and the
/// parts of its tasks), else the whole ledger. Left out are cancelled tasks, which release those
/// behind them, and standing ones. Its first day is that of `scope_start`, else the first day on
/// which one of its tasks was assigned; the status day is the day asked for.
/// Cost: linear in tasks, links and their versions.
ledger_plan plan_of(const lens& through, const arguments& args);

schedule_policy policy_of(const arguments& args);

}  // namespace mandate
