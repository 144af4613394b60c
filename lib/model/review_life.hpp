#pragma once
// Where a review stands: drafted, sent for comment, closed, corrected by a later one.

#include "model/state.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mandate {

enum class review_stage : std::uint8_t { draft, sent, closed, corrected };
std::string_view name_of(review_stage stage) noexcept;

/// @pre it is stated in the view.
review_stage stage_of(const state& s, row_number review, const view& at);

/// The closed review that corrects this one; no_row: none.
row_number correction_of(const state& s, row_number review, const view& at);

/// At the ends of how many periods tasks were carried over as late, by closed reviews. Two bodies'
/// reviews of one period, and a half-year's beside its last quarter's, tell of one end; one that
/// was corrected tells of none, nor does one of a period that ended on `before` or later. What was
/// carried over and is done in parts now counts for its parts: dividing it begins nothing anew.
class times_carried_late {
public:
    /// Cost: what was carried over.
    times_carried_late(const state& s, const view& at, civil_day before);
    /// Cost: what it is a part of, each once for all calls; at the first call the tasks, where any
    /// was carried over.
    int of(row_number task) const;

private:
    using days = std::vector<civil_day>;  // ascending

    const state& s_;
    const view at_;
    std::unordered_map<row_number, days> own_;
    mutable std::vector<std::int32_t> known_;  // by row, where in all_; -1: not looked at
    mutable std::vector<days> all_{{}};
};

}  // namespace mandate
