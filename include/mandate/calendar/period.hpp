#pragma once
// A reporting period: a month, quarter, half year or year of the calendar.

#include "mandate/base/civil_day.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace mandate {

enum class period_kind : std::uint8_t { month, quarter, half_year, year };

/// `2024-04`, `2024-Q1`, `2024-H1`, `2024`. Years 1900 to 2199.
class period {
public:
    /// The year 1900: for records whose fields are filled one by one.
    period() noexcept = default;
    /// @throws error{errc::out_of_range} if there is no such period.
    period(period_kind kind, int year, int index = 1);

    period_kind kind() const noexcept { return kind_; }
    int year() const noexcept { return year_; }
    /// 1..12 for a month, 1..4 for a quarter, 1..2 for a half year, 1 for a year.
    int index() const noexcept { return index_; }
    civil_day first() const noexcept;
    civil_day last() const noexcept;
    bool contains(civil_day day) const noexcept { return first() <= day && day <= last(); }
    /// The one so many steps on, back if negative. @throws error{errc::out_of_range} beyond the
    /// years covered.
    period next(int steps = 1) const;
    period previous() const { return next(-1); }
    /// The period of this kind that holds the day.
    static period of(period_kind kind, civil_day day);

    friend auto operator<=>(const period&, const period&) = default;

private:
    period_kind kind_ = period_kind::year;
    std::int16_t year_ = 1900;
    std::int8_t index_ = 1;
};

/// Reads the four forms above. @throws error{errc::malformed} for another form, errc::out_of_range
/// for a period that does not exist (`2024-Q5`, `2024-13`); both quote the text.
period parse_period(std::string_view text);
std::string to_text(const period& p);

}  // namespace mandate
