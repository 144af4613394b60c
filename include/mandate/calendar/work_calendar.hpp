#pragma once
// Working days: a set of weekdays, and days that were declared off or worked.

#include "mandate/base/civil_day.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace mandate {

/// Bit 0 = Monday ... bit 6 = Sunday.
inline constexpr std::uint8_t monday_to_friday = 0b0011111;

/// A day that differs from its weekday.
struct day_exception {
    civil_day day;
    bool worked = false;  ///< true: a working Saturday; false: a day off
};

/// Counts working days over 1900-01-01 to 2199-12-31 in O(1) by a rank and a select table (876 KB).
/// Immutable; any thread.
class work_calendar {
public:
    /// Bit 0 = Monday ... bit 6 = Sunday. Monday to Friday by default.
    /// A later exception on the same day wins.
    /// @throws error{errc::out_of_range} if no weekday works or an exception is not covered.
    explicit work_calendar(std::uint8_t weekdays = monday_to_friday,
                           std::span<const day_exception> exceptions = {});

    bool works(civil_day day) const;
    /// Working days in (from, to] if from <= to, else minus those in (to, from]. The day after
    /// `from` counts, `from` does not. @throws error{errc::out_of_range}
    int count(civil_day from, civil_day to) const;
    /// The n-th working day after `from` (n > 0) or before it (n < 0); n = 0 is `from` itself, or
    /// the next working day if it is a day off. @throws error{errc::out_of_range}
    civil_day add(civil_day from, int n) const;

private:
    std::vector<std::int32_t> rank_;    // rank_[i]: working days in [first_day, first_day + i)
    std::vector<std::int32_t> select_;  // select_[k]: offset of the k-th working day
};

}  // namespace mandate
