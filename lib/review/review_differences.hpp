#pragma once
// What a closed review would say otherwise today.

#include "review/lens.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// One thing that a review says otherwise.
struct review_difference {
    row_number task;
    /// counted, class_at_end, class_at_cut_off, deadline, leads, handed_in, waived or lists.
    std::string_view what;
    std::string was, is;
    seq_number event;  ///< that changed it; 0: it cannot be told
};
/// What the review of the period says of each task in `was` and in `is`, by the rules of the review
/// itself, and for each difference the event after which it is what it is now. Both look at the
/// same day, but for the class at the period's end in `is`: that is seen from `today`, as reviews
/// to come will compare it, unless the cut-off lies before that end. The event is looked for among
/// those about the task, then those about what ever was its part or its whole, then those about no
/// task, then all. Cost: linear in tasks and events, and what was ever planned for the period times
/// the events about it; for each task that differs the events looked at, each by the parts of the
/// task, the terms and what has a class of access.
std::vector<review_difference> differences_between(const lens& was, const lens& is,
                                                   const period& of, civil_day today);

}  // namespace mandate
