#pragma once
// The tasks of a review before anybody reads a word of them, and their words when somebody does.

#include "mandate/review/task_descriptions.hpp"
#include "review/lens.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace mandate {

/// What the lists of a review go by, of one task. Twelve bytes, because there may be a million.
struct review_line {
    static constexpr std::uint32_t from_columns = 0xFFFF'FFFF;

    row_number row = no_row;
    std::uint32_t read = from_columns;  ///< else its place among those read from their records
    task_class at_end{}, at_cut_off{};
    bool existed_at_end : 1 = true;
    bool planned_for_period : 1 = false;
    bool planned_for_next : 1 = false;
    bool key_task_of_next : 1 = false;
    bool due_in_next : 1 = false;
    bool assigned_in_period : 1 = false;
    bool explained : 1 = false;
    bool waived : 1 = false;
    bool awaiting_acceptance : 1 = false;
    bool without_lead : 1 = false;
    bool placeholder : 1 = false;
};

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
