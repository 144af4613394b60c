#pragma once
// Classes of a period by lead, without a word of any task.

#include "mandate/model/task_class.hpp"
#include "review/lens.hpp"

#include <map>
#include <string>

namespace mandate {

/// The classes of the tasks of the period at its end, or at a cut-off before it, by code of the
/// lead: a task with several counts in the row of each. Cost: linear in tasks; where nothing was
/// kept of them (task_days), in their versions.
/// @throws error{errc::out_of_range} if the cut-off lies before the period's first day.
std::map<std::string, class_counts> classes_by_lead(const lens& through, const period& of);

}  // namespace mandate
