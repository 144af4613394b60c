#pragma once
// Deadlines as documents word them, and the day each stands for.

#include "mandate/base/civil_day.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace mandate {

/// How exactly a day was stated. A deadline of "quý II/2024" is 2024-06-30 with precision quarter.
enum class precision : std::uint8_t { day = 1, month, quarter, half_year, year };

/// What a wording says. Both days may be there: "2025 và những năm tiếp theo" is due on
/// 2025-12-31 and standing from 2026-01-01.
struct deadline_reading {
    std::optional<civil_day> due;  ///< the last day that is still in time
    precision due_precision = precision::day;
    std::optional<civil_day> standing_from;  ///< from this day on it is a standing task

    friend bool operator==(const deadline_reading&, const deadline_reading&) = default;
};

/// Reads the wordings that Vietnamese documents use: `6/2025`, `Tháng 10/2025`, `Quý II/2025`,
/// `6 tháng đầu năm 2025`, `2025`, `2025 - 2026`, `2025 và những năm tiếp theo`, `Thường xuyên`,
/// `Hằng năm`, `30/6/2025`, `trước ngày 30/6/2025` (the day before), `chậm nhất ngày 30/6/2025`,
/// ISO days. Capitals, Unicode form and spacing do not matter. Standing wordings stand from
/// `assigned_on`. Nothing if the wording is not understood; never a guess.
/// @throws error{errc::out_of_range} for a day or period that does not exist (31/6/2025) or is not
/// covered.
std::optional<deadline_reading> read_deadline(std::string_view words, civil_day assigned_on);

}  // namespace mandate
