#pragma once
// Figures of an indicator against its targets. What no source states is absent, never zero, and
// the share of the target is never mixed with the share of a base (DOMAIN: 288 admitted were
// 35.34 % of the year's target; 358 were 7.61 % of the members at the start of the year).

#include "review/lens.hpp"

#include <optional>
#include <vector>

namespace mandate {

struct indicator_figures {
    std::optional<std::int64_t> target_low, target_high;
    std::optional<std::int64_t> expected;  ///< of the year's target, by the seasonal profile
    std::optional<std::int64_t> value;
    std::optional<std::int64_t> year_value;  ///< from the year's beginning to the period's end
    int missing = 0;                         ///< parts without a figure, where value is a sum
    std::optional<std::int64_t> percent_of_target;  ///< hundredths
    std::optional<std::int64_t> base, percent_of_base;
    std::optional<std::int64_t> year_before;
    std::optional<std::int64_t> parts;  ///< sum of the targets of the agencies below it
    std::optional<bool> below;          ///< absent: no threshold, no target or no figure
};

/// The figures of one agency in one period. Cost: the versions of the indicator, some times over.
indicator_figures figures_of(const lens& through, const indicator_record& record, row_number agency,
                             const period& span);

/// Pairs that have a target, a figure or a base, by agency's code and then by period.
std::vector<std::pair<row_number, period>> pairs_of(const lens& through,
                                                    const indicator_record& record);

/// Targets of whose parts all have one, and whose sum is another: the headline is wrong, or a part.
std::vector<finding> parts_that_differ(const lens& through);

}  // namespace mandate
