#pragma once
// What a body and the agencies below it leave open when its term ends.

#include "review/counted_by_parts.hpp"
#include "review/lens.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

struct open_thing {
    std::string_view kind;  ///< task, recommendation ...: as `open_at_term_end` names them
    entity_kind of;         ///< the task, where what is open hangs on one
    row_number thing;
    std::string title;
    civil_day since;
    std::optional<civil_day> due;
    std::string state;                 ///< class of a task; else open or overdue
    std::vector<row_number> agencies;  ///< leads, or who must answer
    std::string now;                   ///< the same on the day asked for
    std::vector<row_number> to_move;   ///< agencies; who decides, where it was handed in
};

/// Open on the day of `wholes`, by what the lens knows. `wholes_now`: of the lens's day, not before
/// that one. Cost: all tasks, links of documents, recommendations, opinions and targets.
std::vector<open_thing> left_by_term(const lens& through, row_number body,
                                     const counted_by_parts& wholes,
                                     const counted_by_parts& wholes_now);

}  // namespace mandate
