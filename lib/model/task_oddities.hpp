#pragma once
// What is odd about a task and legal all the same.

#include "mandate/base/error.hpp"
#include "model/access.hpp"
#include "model/state.hpp"
#include "model/task_facts.hpp"

#include <vector>

namespace mandate {

/// Whether a whole is done, cancelled or suspended, so that nobody looks at its open parts any
/// more.
bool leaves_parts_behind(const task_facts& whole);

/// The finding "task.done_over_open_parts" (facts "task", "n", and "parts", their codes); of a
/// whole that is not done "task.stopped_over_open_parts", with the fact "state", cancelled or
/// suspended.
/// @pre leaves_parts_behind, and there is a part.
finding over_open_parts(const state& s, row_number whole, task_class its_class,
                        const std::vector<row_number>& parts);

/// The finding "task.parts_due_after_it" (facts "task", "deadline", "n" and "parts"): while these
/// are open, and not late, nothing says that the whole is past its day.
finding parts_due_after(const state& s, row_number whole, civil_day deadline,
                        const std::vector<row_number>& parts);

/// Adds the first one for each task which the events after `before` ended or suspended, or gave a
/// part, where parts of it are open at the head, by what the actor sees (null: everything). Cost: a
/// look at each of these events; where one is about such a task, a pass over all tasks.
void find_open_parts(const state& after, seq_number before, const sight* of_actor,
                     std::vector<finding>& findings);

}  // namespace mandate
