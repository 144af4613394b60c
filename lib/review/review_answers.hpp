#pragma once
// Which questions a review takes along, and how they are asked.

#include "mandate/review/review_answers.hpp"
#include "review/lens.hpp"
#include "review/rows_of_agencies.hpp"

namespace mandate {

/// The answers for a review, asked when they are read if the lens says who keeps the state, else
/// now.
review_answers answers_for(const lens& through, const period& of, review_scope scope);

}  // namespace mandate
