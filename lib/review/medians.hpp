#pragma once
// The middle of some working days.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace mandate {

/// The mean of the two middle ones, half up, where their number is even.
inline std::optional<std::int64_t> median_of(std::vector<int> days) {
    if (days.empty()) return std::nullopt;
    std::sort(days.begin(), days.end());
    const std::size_t half = days.size() / 2;
    if (days.size() % 2 == 1) return days[half];
    return (days[half - 1] + days[half] + 1) / 2;
}

}  // namespace mandate
