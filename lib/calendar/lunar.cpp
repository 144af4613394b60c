#include "mandate/calendar/lunar.hpp"

#include "calendar/lunar_table.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <chrono>
#include <iterator>

namespace mandate {
namespace {

constexpr int first_year = 1900;
constexpr int last_lunar_year = first_year + static_cast<int>(std::size(lunar_years)) - 1;

/// One lunar year of the table.
class lunar_year {
public:
    explicit constexpr lunar_year(int year) noexcept
        : year_{year}, bits_{lunar_years[year - first_year]} {}

    civil_day first() const noexcept {
        return civil_day{std::chrono::year{year_} / 1 / 1} + static_cast<int>(bits_ >> 17);
    }
    int leap_month() const noexcept { return static_cast<int>(bits_ >> 13 & 15U); }
    int months() const noexcept { return leap_month() == 0 ? 12 : 13; }
    /// Of the months in order, counted from 0, the leap month among them.
    int days_of(int position) const noexcept { return (bits_ >> position & 1U) != 0 ? 30 : 29; }

private:
    int year_;
    std::uint32_t bits_;
};

lunar_year covered(int year) {
    if (year < first_year || year > last_lunar_year)
        throw error{errc::out_of_range,
                    "the lunar year " + to_text(year) + " lies outside 1900 to 2199",
                    {{"year", to_text(year)}}};
    return lunar_year{year};
}

}  // namespace

lunar_day to_lunar(civil_day day) {
    require_covered(day, "the day to find in the lunar calendar");
    if (day < first_lunar_day)
        throw error{
            errc::out_of_range,
            to_text(day) + " lies before Tet 1900 (1900-01-31), where the lunar table begins",
            {{"day", to_text(day)}}};
    const int solar = day.year();
    const int year = day < lunar_year{solar}.first() ? solar - 1 : solar;
    const lunar_year of{year};
    int left = day - of.first();
    int position = 0;
    while (left >= of.days_of(position)) left -= of.days_of(position++);
    const int leap = of.leap_month();
    const bool after_leap = leap != 0 && position >= leap;
    return {year, after_leap ? position : position + 1, left + 1, leap != 0 && position == leap};
}

civil_day to_solar(const lunar_day& day) {
    const lunar_year of = covered(day.year);
    const int leap = of.leap_month();
    const int position = day.leap                        ? leap
                         : leap != 0 && day.month > leap ? day.month
                                                         : day.month - 1;
    if (day.month < 1 || day.month > 12 || (day.leap && day.month != leap) || day.day < 1 ||
        day.day > of.days_of(position))
        throw error{errc::out_of_range,
                    "there is no day " + to_text(day) + " in the lunar calendar",
                    {{"day", to_text(day)}}};
    civil_day solar = of.first() + (day.day - 1);
    for (int i = 0; i < position; ++i) solar = solar + of.days_of(i);
    require_covered(solar, "the lunar day " + to_text(day));
    return solar;
}

civil_day tet_of(int year) { return covered(year).first(); }
int leap_month_of(int year) { return covered(year).leap_month(); }
civil_day hung_kings_day_of(int year) { return to_solar({year, 3, 10, false}); }

std::string to_text(const lunar_day& day) {
    return to_text(day.day) + "/" + to_text(day.month) + (day.leap ? "+" : "") + "/" +
           to_text(day.year);
}

}  // namespace mandate
