#pragma once
// The documents of a review as a tree: what implements or is based on what, down to the tasks.

#include "review/lens.hpp"

#include <cstdint>
#include <vector>

namespace mandate {

/// A task as the tree counts it.
struct counted_task {
    std::size_t position;      ///< in review::tasks
    std::size_t documents_to;  ///< where its source documents end
    bool counts;               ///< in the progress: neither cancelled nor standing nor a parent
    bool done;
};

struct counted_tasks {
    std::vector<counted_task> all;
    std::vector<row_number> documents;  ///< of each task, one behind the other
};

/// Parents before children, children in order of record. A document stands below the first document
/// that it implements, else the first that is its basis. Shown is what leads to or comes from a
/// document with tasks. Progress is by leaves: a task below two documents counts in each, and once
/// where their branches meet.
std::vector<document_node> document_tree(const lens& through, const counted_tasks& tasks);

}  // namespace mandate
