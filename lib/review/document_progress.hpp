#pragma once
// Everything under a document, with its progress by leaves.

#include "mandate/model/task_class.hpp"
#include "review/lens.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

struct progress_row {
    int depth = 0;
    entity_kind kind{};
    bool shown = true;  ///< false: one entry for all of its place that the viewer may not see
    std::string code, above;
    multilingual title;  ///< with the number of a document or clause
    std::string_view relation;
    std::optional<task_class> its_class;
    std::int64_t done = 0, total = 0;
};

/// The document, its clauses with their parts and tasks, its other tasks with their parts, then the
/// documents that implement it or are based on it, each with the same; parents before children,
/// each thing where it is met first. `done` of `total`: the leaves at and below the row, each once.
/// A leaf is a task without parts (cancelled parts do not count), neither cancelled nor standing.
/// What the viewer may not see is in the totals, and stands as one row behind what is shown of its
/// place.
std::vector<progress_row> below_document(const lens& through, row_number document);

}  // namespace mandate
