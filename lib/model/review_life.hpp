#pragma once
// Where a review stands: drafted, sent for comment, closed, corrected by a later one.

#include "model/state.hpp"

#include <string_view>

namespace mandate {

enum class review_stage : std::uint8_t { draft, sent, closed, corrected };
std::string_view name_of(review_stage stage) noexcept;

/// @pre it is stated in the view.
review_stage stage_of(const state& s, row_number review, const view& at);

/// The closed review that corrects this one; no_row: none.
row_number correction_of(const state& s, row_number review, const view& at);

/// By row of the task: how many closed reviews carried it over as late. One that was corrected does
/// not count, nor does one of a period that ended on `before` or later. Cost: linear in tasks and
/// what was carried over.
std::vector<int> times_carried_late(const state& s, const view& at, civil_day before);

}  // namespace mandate
