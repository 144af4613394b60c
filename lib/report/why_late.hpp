#pragma once
// Why the tasks of a review have slipped against their plans: a sentence for each link of a chain.
// How late they are against their deadlines is another number (lib/README.md, decision 93).

#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mandate::wording {

/// Empty for a task that has not slipped.
struct late_chain {
    std::string against_plan;        ///< by how many days, against the plan of which day
    std::vector<std::string> links;  ///< from where the slip begins to the task itself
};

/// Borrowed: the review outlives it.
class late_chains {
public:
    late_chains(const review& r, language lang);
    /// Cost: linear in the chain.
    late_chain of(std::string_view task) const;

private:
    const review& r_;
    const language lang_;
    const table* const links_;  ///< the answer attribution; null: the review has none
    std::map<std::string, std::size_t, std::less<>> first_row_;
};

}  // namespace mandate::wording
