#pragma once
// One task of a review, from its record.

#include "model/task_facts.hpp"
#include "review/lens.hpp"

#include <unordered_map>
#include <vector>

namespace mandate {

/// What the review must know of one task before it can sort it into lists.
struct reviewed_task {
    row_number row;
    task_facts at_end;  ///< on the day the classes are taken; `stated` is null if assigned later
    task_facts now;     ///< on the cut-off day
};

/// The consultations on each task.
using consultations_by_task = std::unordered_map<row_number, std::vector<row_number>>;
consultations_by_task consultations_of(const lens& through);

/// Everything a reader may see of the task, except what other tasks make of it (waiting) and which
/// periods it is planned for.
review_task describe_task(const lens& through, const reviewed_task& t,
                          const consultations_by_task& asked);

}  // namespace mandate
