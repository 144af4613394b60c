#pragma once
// The tasks of a review before anybody reads a word of them, and their words when somebody does.

#include "mandate/review/task_descriptions.hpp"
#include "review/lens.hpp"
#include "review/review_line.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace mandate {

/// By position: runs in which rows ascend.
struct review_lines {
    std::vector<review_line> all;
    std::vector<std::size_t> runs;  ///< where each begins
};

struct describing_request {
    period of;
    civil_day class_day;
    std::vector<row_number> parts;  ///< the tasks that are parts of others at the cut-off
    bool of_some_agencies = false;  ///< few tasks will be read
};

/// Describes tasks as they are asked for. With `record`, which then is what the lens looks through,
/// it needs nobody else to be there; without, the state outlives it.
std::unique_ptr<task_source> tasks_as_asked(const lens& through,
                                            std::shared_ptr<const state> record,
                                            const describing_request& how, review_lines lines);

}  // namespace mandate
