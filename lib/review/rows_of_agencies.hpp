#pragma once
// What a review of some agencies takes along of an answer that is of all.

#include "mandate/base/table.hpp"
#include "mandate/review/task_descriptions.hpp"

#include <functional>
#include <set>
#include <string>

namespace mandate {

struct review_scope {
    std::set<std::string, std::less<>> agencies;      ///< codes; empty: all
    task_descriptions tasks;                          ///< of the review of these agencies
    std::set<std::string, std::less<>> indicators{};  ///< codes of those that they answer for
};

/// The rows that name one of the agencies as who acts, waits or is waited for, or that are about a
/// task of the review, or an indicator that they answer for. All rows where the scope names no
/// agency. Places, sums and rates stay those of the whole.
table rows_of(const review_scope& scope, const table& whole);

}  // namespace mandate
