#pragma once
// From a state to the review of a period.

#include "mandate/review/review.hpp"
#include "review/lens.hpp"

namespace mandate {

/// What a review is asked for.
struct review_request {
    period of;
    std::vector<std::string> agencies{};  ///< codes; empty: all
    bool with_answers = false;            ///< of other questions
};

/// The review as of lens.times.as_of. Revision and knowledge in its head are the caller's to set.
/// Cost: linear in tasks and, of those that are not in columns, their versions; the tasks are
/// described when they are read, where the lens says who keeps the state, else now.
/// @throws error{errc::out_of_range} if the cut-off lies before the period's first day,
/// errc::unknown_reference for an agency that is not in the ledger.
review build_review(const lens& through, const review_request& request);

}  // namespace mandate
