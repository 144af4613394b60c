#include "mandate/calendar/period.hpp"

#include "base/error_check.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace mandate {
namespace {

TEST(Period, KnowsItsFirstAndLastDay) {
    const struct {
        const char* text;
        const char* first;
        const char* last;
        const char* why;
    } cases[] = {
        {"2024", "2024-01-01", "2024-12-31", "a year"},
        {"2024-H1", "2024-01-01", "2024-06-30", "the first half"},
        {"2024-H2", "2024-07-01", "2024-12-31", "the second half"},
        {"2024-Q1", "2024-01-01", "2024-03-31", "the first quarter"},
        {"2024-Q4", "2024-10-01", "2024-12-31", "the last quarter"},
        {"2024-02", "2024-02-01", "2024-02-29", "February of a leap year"},
        {"2023-02", "2023-02-01", "2023-02-28", "February of another year"},
        {"1900", "1900-01-01", "1900-12-31", "the first year covered"},
        {"2199-12", "2199-12-01", "2199-12-31", "the last month covered"},
        {"2024-01-15/2024-04-20", "2024-01-15", "2024-04-20", "days of its own"},
        {"2020-10-18/2025-10-14", "2020-10-18", "2025-10-14", "a term of office"},
        {"2024-04-25/2024-04-25", "2024-04-25", "2024-04-25", "a day"},
        {"2024-02-01/2024-04-30", "2024-02-01", "2024-04-30", "months that are no quarter"},
        {"1900-01-01/2199-12-31", "1900-01-01", "2199-12-31", "all days covered"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        const period p = parse_period(c.text);
        EXPECT_EQ(to_text(p), c.text);
        EXPECT_EQ(p.first(), parse_day(c.first));
        EXPECT_EQ(p.last(), parse_day(c.last));
        EXPECT_TRUE(p.contains(p.first()) && p.contains(p.last()));
        EXPECT_FALSE(p.contains(p.first() - 1) || p.contains(p.last() + 1));
    }
}

TEST(Period, OfDaysThatTheCalendarNamesIsThatOfTheCalendar) {
    for (const auto& [days, name] : {std::pair{"2024-01-01/2024-03-31", "2024-Q1"},
                                     {"2024-02-01/2024-02-29", "2024-02"},
                                     {"2024-07-01/2024-12-31", "2024-H2"},
                                     {"2024-01-01/2024-12-31", "2024"}}) {
        EXPECT_EQ(to_text(parse_period(days)), name);
        EXPECT_EQ(parse_period(days), parse_period(name));
        EXPECT_EQ(parse_period(days).index(), parse_period(name).index());
    }
    for (const char* own : {"2024-02-01/2024-04-30", "2024-04-01/2024-09-30",
                            "2024-07-01/2025-06-30", "2024-01-01/2024-03-30"})
        EXPECT_EQ(parse_period(own).kind(), period_kind::own) << own;
}

TEST(Period, OfItsOwnDaysMovesByWholeMonthsOrByDays) {
    const struct {
        const char* text;
        const char* before;
        const char* after;
        const char* year_ago;
        const char* why;
    } cases[] = {
        {"2024-01-15/2024-04-20", "2023-10-10/2024-01-14", "2024-04-21/2024-07-26",
         "2023-01-15/2023-04-20", "97 days"},
        {"2024-01-15/2024-04-14", "2023-10-15/2024-01-14", "2024-04-15/2024-07-14",
         "2023-01-15/2023-04-14", "three months, from the 15th to the 14th"},
        {"2024-02-01/2024-04-30", "2023-11-01/2024-01-31", "2024-05-01/2024-07-31",
         "2023-02-01/2023-04-30", "three months, from the 1st on"},
        {"2023-12-01/2024-02-29", "2023-09-01/2023-11-30", "2024-03-01/2024-05-31",
         "2022-12-01/2023-02-28", "to the end of February"},
        {"2024-02-29/2024-03-10", "2024-02-18/2024-02-28", "2024-03-11/2024-03-21",
         "2023-02-28/2023-03-10", "from a day that not every year has"},
        {"2024-01-30/2024-02-28", "2023-12-31/2024-01-29", "2024-02-29/2024-03-29",
         "2023-01-30/2023-02-28", "30 days: no month has a 30th of February"},
        {"2020-10-18/2025-10-17", "2015-10-18/2020-10-17", "2025-10-18/2030-10-17",
         "2019-10-18/2024-10-17", "five years"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        const period p = parse_period(c.text);
        EXPECT_EQ(to_text(*period_before(p)), c.before);
        EXPECT_EQ(to_text(*period_after(p)), c.after);
        EXPECT_EQ(to_text(*years_before(p, 1)), c.year_ago);
        EXPECT_EQ(p.previous().last() + 1, p.first());
        EXPECT_EQ(p.next().first() - 1, p.last());
        EXPECT_EQ(p.next().previous(), p);
    }
    EXPECT_FALSE(parse_period("2024-01-15/2025-01-14").is_longer_than_a_year());
    EXPECT_TRUE(parse_period("2024-01-15/2025-01-15").is_longer_than_a_year());
    EXPECT_FALSE(period_before(parse_period("1900-01-05/1900-02-20")));
    EXPECT_FALSE(period_after(parse_period("2199-12-01/2199-12-30")));
    EXPECT_FALSE(years_before(parse_period("1900-Q3"), 1));
}

TEST(Period, WithoutAnEndIsRefusedByName) {
    for (const char* text : {"2024-01-15/", "2024-01-15/.."})
        expect_error(errc::malformed, '"' + std::string{text} + "\" has no end",
                     [&] { parse_period(text); });
    for (const char* text : {"/2024-04-20", "../2024-04-20"})
        expect_error(errc::malformed, "has no beginning", [&] { parse_period(text); });
    expect_error(errc::out_of_range,
                 "\"2024-04-20/2024-01-15\": a period that begins on "
                 "2024-04-20 ends before it, on 2024-01-15",
                 [] { parse_period("2024-04-20/2024-01-15"); });
    for (const char* text : {"2024-02-30/2024-04-20", "2024-01-15/2200-01-01"})
        expect_error(errc::out_of_range, '"' + std::string{text} + '"',
                     [&] { parse_period(text); });
    expect_error(errc::out_of_range, "last day", [] { period{last_day, last_day + 1}; });
}

TEST(Period, RefusesAFifthQuarter) {
    const struct {
        const char* text;
        const char* why;
    } cases[] = {
        {"2024-Q5", "a fifth quarter"},
        {"2024-Q0", "quarters count from 1"},
        {"2024-H3", "a third half"},
        {"2024-13", "a thirteenth month"},
        {"2024-00", "months count from 1"},
        {"1899", "before the years covered"},
        {"2200-Q1", "after the years covered"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        expect_error(errc::out_of_range, '"' + std::string{c.text} + '"',
                     [&] { parse_period(c.text); });
    }
    expect_error(errc::out_of_range, "quarter 5", [] { period(period_kind::quarter, 2024, 5); });
    expect_error(errc::out_of_range, "no year 2", [] { period(period_kind::year, 2024, 2); });
    expect_error(errc::out_of_range, "100000", [] { period(period_kind::year, 100'000); });
}

TEST(Period, RefusesWhatIsNoPeriod) {
    for (const char* text : {"",
                             "202",
                             "24-Q1",
                             "2024-",
                             "2024Q1",
                             "2024-Q",
                             "2024-q1",
                             "2024-Q11",
                             "2024-1",
                             "2024-123",
                             "2024-04-25",
                             " 2024",
                             "2024 ",
                             "Q1-2024",
                             "năm",
                             "2024-Q\xC3",
                             "20x4",
                             "2024/04",
                             "-024",
                             "2024/2025",
                             "2024-Q1/2024-Q2",
                             "2024-01-15/2024-04-20/",
                             "2024-01-15 /2024-04-20",
                             "15/4/2024"})
        expect_error(errc::malformed, "is not a period", [&] { parse_period(text); });
}

TEST(Period, OfEachKindTheyFollowOneAnotherWithoutAGap) {
    for (const period_kind kind :
         {period_kind::month, period_kind::quarter, period_kind::half_year, period_kind::year}) {
        period p = period::of(kind, first_day);
        EXPECT_EQ(p.first(), first_day);
        while (p.last() != last_day) {
            ASSERT_EQ(p.next().first(), p.last() + 1);
            ASSERT_EQ(p.next().previous(), p);
            ASSERT_LT(p, p.next());
            p = p.next();
            ASSERT_EQ(period::of(kind, p.first()), p);
            ASSERT_EQ(period::of(kind, p.last()), p);
            ASSERT_EQ(parse_period(to_text(p)), p);
        }
        expect_error(errc::out_of_range, "2200", [&] { p.next(); });
        expect_error(errc::out_of_range, "1899", [&] { period::of(kind, first_day).previous(); });
        expect_error(errc::out_of_range, "lies outside", [&] { period::of(kind, first_day - 1); });
    }
}

}  // namespace
}  // namespace mandate
