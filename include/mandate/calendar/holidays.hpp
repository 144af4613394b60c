#pragma once
// The public holidays of Viet Nam by rule, what the Government chooses each year, and what is known
// of the years that have passed.
//
// Labour Code 2019, article 112 (eleven paid days): New Year 1; Tet 5; the Hung Kings' day (10/3 of
// the lunar calendar) 1; 30 April; 1 May; National Day 2 (2 September and the day before or after).
// A holiday on a weekly day of rest gives the next working day instead; where that is a holiday, or
// taken by another one, the next again.

#include "mandate/base/civil_day.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// Bit 0 = Monday ... bit 6 = Sunday.
inline constexpr std::uint8_t monday_to_friday = 0b0011111;

enum class holiday : std::uint8_t {
    new_year = 1,  ///< 1 January
    tet,           ///< the lunar New Year: its eve and the days after; five days since 2013, before
                   ///< four
    hung_kings,    ///< 10/3 of the lunar calendar; since 2007
    reunification,  ///< 30 April; since 1976
    labour,         ///< 1 May
    national_day,   ///< 2 September; two days since 2021
};
std::string_view name_of(holiday h) noexcept;

/// Since which year a rule gives days off. Rules without an entry here are taken as older than all
/// that is covered.
inline constexpr int reunification_since = 1976;
inline constexpr int substitutes_since = 1995;
inline constexpr int hung_kings_since = 2007;
inline constexpr int fifth_tet_day_since = 2013;
inline constexpr int second_national_day_since = 2021;

/// How many of the Tet days lie before the lunar New Year's day: one (its eve) or two.
enum class tet_window : std::uint8_t { one_before = 1, two_before };
/// On which side of 2 September the second day of National Day lies.
enum class national_day_side : std::uint8_t { before = 1, after };

/// What was decided for one year. What is absent goes by default: one day before Tet; the second
/// National Day towards the nearer weekend (Monday, Thursday and Sunday: after; else before).
struct holiday_choice {
    int year = 0;
    std::optional<tet_window> tet = {};
    std::optional<national_day_side> national_day = {};
    std::string decision = {};
    std::optional<civil_day> announced_on =
        {};  ///< known from the end of this day on; absent: always
};

/// A day that differs from what weekdays and rules say.
struct day_exception {
    civil_day day;
    bool worked = false;                 ///< true: a working Saturday; false: a day off
    std::optional<civil_day> pair = {};  ///< the day it is swapped with
    std::string name_vi = {}, name_en = {}, name_tr = {};
    std::string decision = {};  ///< number of the decision that made it
    std::optional<civil_day> announced_on =
        {};                   ///< known from the end of this day on; absent: always
    std::string agency = {};  ///< code of the one it binds; empty: all
};

/// What is known of the years first_year to last_year. Of another year it is known what a choice
/// says; years without one are provisional.
struct holiday_history {
    int first_year = 0, last_year = -1;
    std::vector<holiday_choice> choices;
    std::vector<day_exception> exceptions;
};

/// The years 2010 to 2025 (swaps of civil servants, windows of Tet, sides of National Day). Of the
/// swaps only that of 2024 has a day of announcement; the others count as always known. To
/// extend it, append to the copy: a choice for a year makes that year known.
holiday_history viet_nam_history();

/// One holiday of a year.
struct public_holiday {
    civil_day day;
    holiday which;
    /// Of Tet: -2, -1 (the eve), 1 .. 4, counted from the lunar New Year's day, which is 1. Of
    /// National Day: 1, and 2 for the second day. Else 1.
    int part = 1;
    std::optional<civil_day> instead_of;  ///< the holiday on a day of rest that this day replaces
};

/// The holidays of a year by day, substitutes among them, those on days of rest as well. `weekdays`
/// are the working ones. A day that two holidays share appears twice and is replaced once.
/// @pre at least one weekday works, 1900 <= year <= 2199.
std::vector<public_holiday> public_holidays(int year, std::uint8_t weekdays,
                                            const holiday_choice& choice = {});

}  // namespace mandate
