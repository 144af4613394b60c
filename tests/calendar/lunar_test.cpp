#include "mandate/calendar/lunar.hpp"

#include "base/error_check.hpp"
#include "calendar/lunar_by_astronomy.hpp"
#include "calendar/lunar_table.hpp"

#include <gtest/gtest.h>

#include <iomanip>
#include <sstream>
#include <vector>

namespace mandate {
namespace {

// The entry of the table as the sky gives it.
std::uint32_t by_astronomy(int year) {
    std::vector<astronomy::month> months = astronomy::months_to_the_end_of(year);
    for (const astronomy::month& m : astronomy::months_to_the_end_of(year + 1)) months.push_back(m);
    const auto begins = [&](std::size_t i) { return months[i].number == 1 && !months[i].leap; };
    std::size_t i = 0;
    while (!begins(i)) ++i;
    const civil_day first = months[i].first;
    std::uint32_t entry =
        static_cast<std::uint32_t>(first - civil_day{std::chrono::year{first.year()} / 1 / 1})
        << 17;
    int n = 0;
    do {
        if (months[i].days == 30) entry |= 1U << n;
        if (months[i].leap) entry |= static_cast<std::uint32_t>(months[i].number) << 13;
        ++n;
        ++i;
    } while (!begins(i));
    return entry;
}

TEST(Lunar, TheTableIsWhatTheSkyGives) {
    for (int year = 1900; year <= 2199; ++year) {
        std::ostringstream entry;
        entry << "0x" << std::hex << std::uppercase << std::setfill('0') << std::setw(6)
              << by_astronomy(year);
        ASSERT_EQ(lunar_years[year - 1900], by_astronomy(year))
            << year << " must be " << entry.str();
    }
}

// A prediction of the earth's rotation decides what lies nearer to midnight than it is certain: a
// minute today, some ten in 2199. These are the days to look at again when it is known better.
TEST(Lunar, NoNewMoonOfTheOfficialYearsIsWithinTwentySecondsOfMidnight) {
    std::vector<std::string> near;
    for (int k = -396; k < 2474; ++k) {  // 1968 to 2199
        const double jde = astronomy::new_moon(k);
        const double limit = jde < 2461041.5 ? 1.0 / 3 : 1;  // until 2025 the rotation is known
        if (astronomy::minutes_from_midnight(jde) < limit)
            near.push_back(to_text(astronomy::day_in_viet_nam(jde)));
    }
    EXPECT_EQ(near, (std::vector<std::string>{"2054-05-08", "2077-11-15", "2085-10-18",
                                              "2150-05-26", "2175-01-22"}));
}

TEST(Lunar, KnowsTheDaysThatDecideHolidays) {
    const struct {
        int year;
        const char* tet;
        const char* hung_kings;
        int leap_month;
        const char* why;
    } cases[] = {
        {1968, "1968-01-29", "1968-04-07", 7, "the first official year; China: 30 January"},
        {1969, "1969-02-16", "1969-04-26", 0, "China: 17 February"},
        {1975, "1975-02-11", "1975-04-20", 0, "China's 10/3: 21 April"},
        {1985, "1985-01-21", "1985-04-29", 2, "a month before China"},
        {2007, "2007-02-17", "2007-04-26", 0, "China: 18 February"},
        {2009, "2009-01-26", "2009-04-04", 5, "China's 10/3: 5 April"},
        {2024, "2024-02-10", "2024-04-18", 0, "the year of the meeting"},
        {2025, "2025-01-29", "2025-04-07", 6, "leap month 6"},
        {2030, "2030-02-02", "2030-04-12", 0, "China: 3 February"},
        {2033, "2033-01-31", "2033-04-09", 11, "leap month 11, not 8"},
        {2037, "2037-02-15", "2037-04-24", 0, "China's 10/3: 25 April"},
        {2038, "2038-02-04", "2038-04-13", 0, "China's 10/3: 14 April"},
        {2050, "2050-01-23", "2050-04-01", 3, "before the leap month 3"},
        {2053, "2053-02-18", "2053-04-28", 0, "China: 19 February"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(std::to_string(c.year) + ": " + c.why);
        EXPECT_EQ(to_text(tet_of(c.year)), c.tet);
        EXPECT_EQ(to_text(hung_kings_day_of(c.year)), c.hung_kings);
        EXPECT_EQ(leap_month_of(c.year), c.leap_month);
    }
}

TEST(Lunar, LeadsThereAndBackOnEveryDay) {
    lunar_day before = to_lunar(first_lunar_day);
    EXPECT_EQ(before, (lunar_day{1900, 1, 1, false}));
    EXPECT_EQ(to_solar(before), first_lunar_day);
    for (civil_day day = first_lunar_day + 1; day <= last_day; day = day + 1) {
        const lunar_day lunar = to_lunar(day);
        ASSERT_EQ(to_solar(lunar), day) << to_text(day) << ' ' << to_text(lunar);
        ASSERT_TRUE(lunar.day == 1 ? before.day >= 29 : lunar.day == before.day + 1)
            << to_text(day);
        if (lunar.day == 1) {
            ASSERT_TRUE(lunar.leap           ? lunar.month == before.month
                        : before.month == 12 ? lunar.month == 1 && lunar.year == before.year + 1
                                             : lunar.month == before.month + 1)
                << to_text(day);
        }
        before = lunar;
    }
}

TEST(Lunar, IsOfficialFromTet1968On) {
    EXPECT_FALSE(is_official_lunar(parse_day("1968-01-28")));
    EXPECT_TRUE(is_official_lunar(parse_day("1968-01-29")));
}

TEST(Lunar, RefusesDaysThatDoNotExist) {
    expect_error(errc::out_of_range, "30/1/2024", [] { to_solar({2024, 1, 30, false}); });
    expect_error(errc::out_of_range, "1/6+/2024", [] { to_solar({2024, 6, 1, true}); });
    expect_error(errc::out_of_range, "1/5+/2025", [] { to_solar({2025, 5, 1, true}); });
    expect_error(errc::out_of_range, "0/1/2024", [] { to_solar({2024, 1, 0, false}); });
    expect_error(errc::out_of_range, "1/13/2024", [] { to_solar({2024, 13, 1, false}); });
    expect_error(errc::out_of_range, "1/0/2024", [] { to_solar({2024, 0, 1, false}); });
    expect_error(errc::out_of_range, "lunar year 1899", [] { tet_of(1899); });
    expect_error(errc::out_of_range, "lunar year 2200", [] { to_solar({2200, 1, 1, false}); });
    expect_error(errc::out_of_range, "lunar day 1/12/2199", [] { to_solar({2199, 12, 1, false}); });
    expect_error(errc::out_of_range, "1900-01-30", [] { to_lunar(parse_day("1900-01-30")); });
    expect_error(errc::out_of_range, "lies outside", [] { to_lunar(last_day + 1); });
}

}  // namespace
}  // namespace mandate
