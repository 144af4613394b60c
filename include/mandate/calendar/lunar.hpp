#pragma once
// The lunar calendar of Viet Nam: months from new moon to new moon as seen at UTC+7. It decides two
// public holidays, the lunar New Year (Tet) and the Hung Kings' day, and differs from the Chinese
// calendar where the hour between Ha Noi and Beijing matters (Tet 1968, 1969, 1985, 2007, 2030,
// 2053).

#include "mandate/base/civil_day.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace mandate {

/// A day of the lunar calendar: 10/3 is day 10 of month 3.
struct lunar_day {
    int year = 0;       ///< the year of its Tet: 12/2023 lies in January and February 2024
    int month = 0;      ///< 1..12
    int day = 0;        ///< 1..30
    bool leap = false;  ///< of the leap month that follows the month of this number

    friend auto operator<=>(const lunar_day&, const lunar_day&) = default;
};

/// Covered: from Tet 1900 (31 January) to 2199-12-31. The calendar at UTC+7 is official since the
/// law of 8 August 1967, from the lunar year 1968 on; before, what is said here is a computation
/// that no office used (the North followed UTC+8).
inline constexpr civil_day first_lunar_day{std::chrono::year{1900} / 1 / 31};
inline constexpr civil_day first_official_lunar_day{std::chrono::year{1968} / 1 / 29};
constexpr bool is_official_lunar(civil_day day) noexcept { return day >= first_official_lunar_day; }

/// @throws error{errc::out_of_range} for a day outside what is covered.
lunar_day to_lunar(civil_day day);
/// The day of the solar calendar. @throws error{errc::out_of_range} for a day that does not exist
/// (30 of a month of 29, a leap month that the year does not have) or is not covered; names it.
civil_day to_solar(const lunar_day& day);

/// The first day of the lunar year, 1/1. @throws error{errc::out_of_range} outside 1900 to 2199.
civil_day tet_of(int year);
/// 0, or the number of the month that is followed by a leap month (11 in 2033).
int leap_month_of(int year);
/// The commemoration of the Hung Kings, 10/3.
civil_day hung_kings_day_of(int year);

/// `10/3/2024`, `1/6+/2025` with + for the leap month.
std::string to_text(const lunar_day& day);

}  // namespace mandate
