#pragma once
// The baseline that a task has of its own: what was planned when it was recorded (lib/README.md,
// decision 92).

#include "review/ledger_schedule.hpp"
#include "review/lens.hpp"
#include "review/task_days.hpp"

#include <vector>

namespace mandate {

/// By row of the task, the day on which it was to finish; no_day: it states neither a duration nor
/// a deadline. A task without a duration is to finish on its original deadline. One with a duration
/// runs from the day of its assignment, or from when the links let it start that counted on that
/// day and were recorded within a day of the task; by the baselines of the tasks before it, or
/// their days where they were done by then.
/// `days`: null where they do not say what the view sees; `now`: the schedule of the day asked for.
/// Cost: linear in tasks and links.
std::vector<civil_day> first_planned_finish(const lens& through, const task_days* days,
                                            const ledger_schedule& now);

}  // namespace mandate
