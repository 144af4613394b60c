#pragma once
// A day of the civil (Gregorian) calendar: four bytes, no time zone, no clock.

#include <boost/date_time/gregorian/greg_date.hpp>

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace mandate {

/// Days since 1970-01-01, the form of the C ABI. Covered: 1900-01-01 to 2199-12-31. The default is
/// 1970-01-01; absence is std::optional.
class civil_day {
public:
    constexpr civil_day() noexcept = default;
    explicit constexpr civil_day(std::int32_t since_epoch) noexcept : since_epoch_{since_epoch} {}
    constexpr civil_day(std::chrono::year_month_day ymd) noexcept
        : since_epoch_{
              static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())} {}
    /// @throws error{errc::out_of_range} for a special value (not_a_date_time, infinities).
    explicit civil_day(const boost::gregorian::date& date);

    constexpr std::int32_t since_epoch() const noexcept { return since_epoch_; }
    constexpr std::chrono::year_month_day ymd() const noexcept {
        return std::chrono::sys_days{std::chrono::days{since_epoch_}};
    }
    constexpr int year() const noexcept { return int{ymd().year()}; }
    constexpr unsigned month() const noexcept { return unsigned{ymd().month()}; }
    constexpr unsigned day() const noexcept { return unsigned{ymd().day()}; }
    /// 1 = Monday ... 7 = Sunday (ISO 8601).
    constexpr unsigned weekday() const noexcept {
        return std::chrono::weekday{std::chrono::sys_days{std::chrono::days{since_epoch_}}}
            .iso_encoding();
    }
    boost::gregorian::date to_gregorian() const;

    friend constexpr auto operator<=>(civil_day, civil_day) noexcept = default;
    friend constexpr civil_day operator+(civil_day d, int n) noexcept {
        return civil_day{d.since_epoch_ + n};
    }
    friend constexpr civil_day operator-(civil_day d, int n) noexcept { return d + -n; }
    /// Calendar days from b to a.
    friend constexpr int operator-(civil_day a, civil_day b) noexcept {
        return a.since_epoch_ - b.since_epoch_;
    }

private:
    std::int32_t since_epoch_ = 0;
};

inline constexpr civil_day first_day{std::chrono::year{1900} / 1 / 1};
inline constexpr civil_day last_day{std::chrono::year{2199} / 12 / 31};

/// Reads `2024-04-25`. @throws error{errc::malformed} for another form, errc::out_of_range for a
/// day that does not exist (2024-02-30) or is not covered; both quote the text.
civil_day parse_day(std::string_view text);

/// `2024-04-25`.
std::string to_text(civil_day day);

/// @throws error{errc::out_of_range} naming `what` if the day is not covered.
void require_covered(civil_day day, std::string_view what);

/// The civil day of an instant (UTC microseconds) at a fixed offset from UTC in minutes.
civil_day day_of(std::int64_t instant_us, int utc_offset_minutes) noexcept;

/// Reads `2024-04-25T16:30:00+07:00`, `2024-04-25T09:30:00Z` (with or without fraction), or a bare
/// day, which stands for its end at the offset given. @throws error{errc::malformed, out_of_range}.
std::int64_t parse_instant(std::string_view text, int utc_offset_minutes);

/// `2024-04-25T16:30:00+07:00`; a fraction is printed only where there is one.
std::string instant_text(std::int64_t instant_us, int utc_offset_minutes);

}  // namespace mandate
