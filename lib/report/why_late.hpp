#pragma once
// Why the late tasks of a review are late: a sentence for each link of a chain.

#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mandate::wording {

/// Borrowed: the review outlives it.
class late_chains {
public:
    late_chains(const review& r, language lang);
    /// From where the delay begins to the task itself; empty for a task that is not late. Cost:
    /// linear in the chain.
    std::vector<std::string> sentences(std::string_view task) const;

private:
    const review& r_;
    const language lang_;
    const table* const links_;  ///< the answer attribution; null: the review has none
    std::map<std::string, std::size_t, std::less<>> first_row_;
};

}  // namespace mandate::wording
