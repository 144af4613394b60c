#pragma once
// What is odd about a task and legal all the same.

#include "mandate/base/error.hpp"
#include "model/access.hpp"
#include "model/state.hpp"

#include <vector>

namespace mandate {

/// The finding "task.done_over_open_parts" (facts "task", "n", and "parts", their codes). @pre
/// there is one.
finding done_over_open_parts(const state& s, row_number whole,
                             const std::vector<row_number>& parts);

/// Adds that finding for each task which the events after `before` made done, or gave a part, where
/// parts of it are open at the head, by what the actor sees (null: everything). Cost: a look at
/// each of these events; where one is about such a task, a pass over all tasks.
void find_open_parts(const state& after, seq_number before, const sight* of_actor,
                     std::vector<finding>& findings);

}  // namespace mandate
