#pragma once
// Where a task comes from: up through the tasks, clauses, conclusions and documents it stands on,
// to the resolution.

#include "mandate/review/review.hpp"
#include "review/lens.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

struct lineage_step {
    int step = 0;
    entity_kind kind{};
    std::string code;
    std::string_view relation;  ///< of the thing below to this one
    std::string below;          ///< its code; empty if it is not shown
    multilingual title;         ///< with the number of a document or clause; en, tr: where recorded
    std::string issuer;
    std::optional<civil_day> dated;
    std::int64_t not_shown = 0;  ///< things of this step that the viewer may not see
};

/// Breadth first, each thing once, nearest first. What the viewer may not see is one entry of its
/// step with a count; what stands above it goes on to be shown. Cost: the clauses and what is
/// above.
std::vector<lineage_step> lineage_of(const lens& through, entity_kind kind, row_number row);

}  // namespace mandate
