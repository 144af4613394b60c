#include "mandate/calendar/period.hpp"

#include "base/error_check.hpp"

#include <gtest/gtest.h>

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
    for (const char* text : {"", "202", "24-Q1", "2024-", "2024Q1", "2024-Q", "2024-q1", "2024-Q11",
                             "2024-1", "2024-123", "2024-04-25", " 2024", "2024 ", "Q1-2024", "năm",
                             "2024-Q\xC3", "20x4", "2024/04", "-024"})
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
