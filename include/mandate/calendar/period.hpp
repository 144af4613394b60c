#pragma once
// A reporting period: a month, quarter, half year or year of the calendar, or days of its own.

#include "mandate/base/civil_day.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mandate {

enum class period_kind : std::uint8_t { month, quarter, half_year, year, own };

/// `2024-04`, `2024-Q1`, `2024-H1`, `2024`, or from its first to its last day, as
/// `2024-01-15/2024-04-20`. Years 1900 to 2199. Periods of the same days are one:
/// `2024-01-01/2024-03-31` is `2024-Q1`.
class period {
public:
    /// The year 1900: for records whose fields are filled one by one.
    period() noexcept = default;
    /// One of the calendar. @throws error{errc::out_of_range} if there is no such period.
    period(period_kind kind, int year, int index = 1);
    /// @throws error{errc::out_of_range} if it ends before it begins, or a day is not covered.
    period(civil_day first, civil_day last);

    period_kind kind() const noexcept;
    /// Of its first day.
    int year() const noexcept { return first_.year(); }
    /// 1..12 for a month, 1..4 for a quarter, 1..2 for a half year, 1 for a year and days of its
    /// own.
    int index() const noexcept;
    civil_day first() const noexcept { return first_; }
    civil_day last() const noexcept { return last_; }
    bool contains(civil_day day) const noexcept { return first_ <= day && day <= last_; }
    /// How many months it is, from the first day of one to the last day of one; absent otherwise.
    std::optional<int> whole_months() const noexcept;
    /// Longer than from a day to the day before the same day of the next year.
    bool is_longer_than_a_year() const noexcept;
    /// The one so many steps on, back if negative. One of days of its own moves by its months, if
    /// it goes from a day of a month (the 1st to the 28th) to the day before the same day of
    /// another; else by its days. @throws error{errc::out_of_range} beyond the years covered.
    period next(int steps = 1) const;
    period previous() const { return next(-1); }
    /// The period of this kind that holds the day. @pre the kind is one of the calendar.
    static period of(period_kind kind, civil_day day);

    friend bool operator==(const period&, const period&) noexcept = default;
    /// By kind, then by days.
    friend std::strong_ordering operator<=>(const period& a, const period& b) noexcept;

private:
    std::optional<int> months() const noexcept;

    civil_day first_ = first_day;
    civil_day last_{std::chrono::year{1900} / 12 / 31};
};

/// The one before it and the one after it; absent beyond the years covered.
std::optional<period> period_before(const period& p);
std::optional<period> period_after(const period& p);
/// The same a number of years ago; absent before the years covered. It may overlap the period, if
/// that is longer than these years.
std::optional<period> years_before(const period& p, int years);

/// Reads the five forms above. @throws error{errc::malformed} for another form, and for a first day
/// without a last one ("has no end"); errc::out_of_range for a period that does not exist
/// (`2024-Q5`, `2024-13`) or ends before it begins. All quote the text.
period parse_period(std::string_view text);
std::string to_text(const period& p);

}  // namespace mandate
