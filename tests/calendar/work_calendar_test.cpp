#include "mandate/calendar/work_calendar.hpp"

#include "base/error_check.hpp"
#include "base/random_numbers.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace mandate {
namespace {

/// The year of the meeting: public holidays, and Monday 29 April swapped for Saturday 4 May.
std::vector<day_exception> year_2024() {
    std::vector<day_exception> days;
    for (const char* off : {"2024-01-01", "2024-02-08", "2024-02-09", "2024-02-10", "2024-02-11",
                            "2024-02-12", "2024-02-13", "2024-02-14", "2024-04-18", "2024-04-29",
                            "2024-04-30", "2024-05-01", "2024-09-02", "2024-09-03"})
        days.push_back({parse_day(off), false});
    days.push_back({parse_day("2024-05-04"), true});
    return days;
}

/// Slow on purpose: walk from day to day.
int count_by_walking(const work_calendar& c, civil_day from, civil_day to) {
    if (to < from) return -count_by_walking(c, to, from);
    int n = 0;
    for (civil_day day = from + 1; day <= to; day = day + 1) n += c.works(day) ? 1 : 0;
    return n;
}

civil_day add_by_walking(const work_calendar& c, civil_day from, int n, roll policy = roll::none) {
    civil_day day = from;
    while (policy == roll::following && !c.works(day)) day = day + 1;
    while (policy == roll::preceding && !c.works(day)) day = day - 1;
    for (int left = n < 0 ? -n : n; left > 0;) {
        day = n > 0 ? day + 1 : day - 1;
        if (c.works(day)) --left;
    }
    return day;
}

TEST(WorkCalendar, CountsOverHolidaysAndTheSwappedSaturday) {
    const work_calendar calendar{0b0011111, year_2024()};
    const struct {
        const char* from;
        int days;
        const char* to;
        const char* why;
    } cases[] = {
        {"2024-04-25", 1, "2024-04-26", "the next day is a Friday"},
        {"2024-04-25", 2, "2024-05-02", "29 April off by swap, 30 April and 1 May holidays"},
        {"2024-04-25", 3, "2024-05-03", "the Friday after"},
        {"2024-04-25", 4, "2024-05-04", "the Saturday worked for 29 April"},
        {"2024-04-25", 5, "2024-05-06", "Sunday stays off"},
        {"2024-02-07", 1, "2024-02-15", "the lunar New Year"},
        {"2024-04-27", 5, "2024-05-07", "from a Saturday: 2, 3, 4, 6, 7 May"},
        {"2024-04-27", 6, "2024-05-08", "one more is one day later"},
        {"2024-05-06", -1, "2024-05-04", "backwards to the Saturday"},
        {"2024-05-02", -1, "2024-04-26", "backwards over the holidays"},
        {"2024-04-25", 0, "2024-04-25", "no days: the day itself"},
        {"2024-04-30", 0, "2024-04-30", "no days from a day off: that day as well"},
        {"2024-04-30", 1, "2024-05-02", "the first working day after it"},
        {"2024-04-30", -1, "2024-04-26", "the last working day before it"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(to_text(calendar.add(parse_day(c.from), c.days)), c.to);
    }
    EXPECT_EQ(calendar.count(parse_day("2024-03-31"), parse_day("2024-06-30")), 62);
    EXPECT_EQ(calendar.count(parse_day("2023-12-31"), parse_day("2024-03-31")), 59);
    EXPECT_EQ(calendar.count(parse_day("2024-06-30"), parse_day("2024-09-30")), 64);
    EXPECT_EQ(calendar.count(parse_day("2024-09-30"), parse_day("2024-12-31")), 66);
    EXPECT_EQ(calendar.count(parse_day("2024-04-25"), parse_day("2024-06-30")), 44);
    EXPECT_EQ(calendar.count(parse_day("2024-06-30"), parse_day("2024-04-25")), -44);
}

TEST(WorkCalendar, AgreesWithWalkingFromDayToDay) {
    random_numbers random{42};
    for (int round = 0; round < 40; ++round) {
        const civil_day centre = parse_day("2024-06-30");
        std::vector<day_exception> exceptions;
        for (int n = random.between(0, 60); n > 0; --n)
            exceptions.push_back({centre + random.between(-200, 200), random.between(0, 1) == 1});
        const auto weekdays = static_cast<std::uint8_t>(random.between(1, 127));
        const work_calendar calendar{weekdays, exceptions};
        for (int i = 0; i < 200; ++i) {
            const civil_day from = centre + random.between(-250, 250);
            const civil_day to = centre + random.between(-250, 250);
            const int n = random.between(-60, 60);
            ASSERT_EQ(calendar.count(from, to), count_by_walking(calendar, from, to))
                << to_text(from) << ' ' << to_text(to);
            for (const roll policy : {roll::none, roll::following, roll::preceding}) {
                const civil_day there = add_by_walking(calendar, from, n, policy);
                ASSERT_EQ(calendar.add(from, n, policy), there) << to_text(from) << ' ' << n;
                ASSERT_EQ(calendar.subtract(from, -n, policy), there) << to_text(from) << ' ' << n;
            }
        }
    }
}

TEST(WorkCalendar, KeepsItsLawsOnEveryDayOfAYear) {
    const work_calendar calendar{0b0011111, year_2024()};
    for (civil_day day = parse_day("2024-01-01"); day.year() == 2024; day = day + 1) {
        for (int n = -400; n < 400; ++n) {
            const civil_day here = calendar.add(day, n);
            ASSERT_TRUE(n == 0 || calendar.works(here));
            for (const roll policy : {roll::none, roll::following, roll::preceding})
                ASSERT_GT(calendar.add(day, n + 1, policy), calendar.add(day, n, policy))
                    << to_text(day) << ' ' << n;
            if (calendar.works(day)) {
                ASSERT_EQ(calendar.count(day, here), n);
            }
            ASSERT_EQ(calendar.count(here, day), -calendar.count(day, here));
        }
        ASSERT_EQ(calendar.next(day), calendar.add(day, 1));
        ASSERT_EQ(calendar.previous(day), calendar.add(day, -1));
        ASSERT_EQ(calendar.rolled(day, roll::none), day);
    }
}

TEST(WorkCalendar, FindsTheNthWorkingDayOfAPeriod) {
    const work_calendar calendar{viet_nam_calendar()};
    const civil_day first = parse_day("2024-04-01"), last = parse_day("2024-06-30");
    EXPECT_EQ(to_text(calendar.nth(first, last, 1)), "2024-04-01");
    EXPECT_EQ(to_text(calendar.nth(first, last, 62)), "2024-06-28");
    EXPECT_EQ(to_text(calendar.nth(first, last, -1)), "2024-06-28");
    EXPECT_EQ(to_text(calendar.nth(first, last, -62)), "2024-04-01");
    for (const int n :
         {0, 63, -63, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        expect_error(errc::out_of_range, "has 62 working days, so none is number",
                     [&] { calendar.nth(first, last, n); });
    expect_error(errc::out_of_range, "has 0 working days", [&] { calendar.nth(last, first, 1); });
}

TEST(WorkCalendar, ConvertsManyDaysAtOnceAndSaysWhichIsWrong) {
    const work_calendar calendar{viet_nam_calendar()};
    std::vector<civil_day> days;
    for (civil_day day = parse_day("2024-01-01"); day.year() < 2026; day = day + 1)
        days.push_back(day);
    std::vector<std::int32_t> ordinals(days.size());
    calendar.to_ordinals(days, ordinals);
    std::vector<civil_day> back(days.size());
    calendar.to_days(ordinals, back);
    for (std::size_t i = 0; i < days.size(); ++i)
        ASSERT_EQ(back[i], calendar.rolled(days[i], roll::following));

    const std::vector<int> counts(days.size(), -7);
    calendar.add(days, counts, roll::preceding, back);
    std::vector<int> between(days.size());
    calendar.count(days, back, between);
    for (std::size_t i = 0; i < days.size(); ++i) {
        ASSERT_EQ(back[i], calendar.add(days[i], -7, roll::preceding));
        ASSERT_EQ(between[i], -7) << to_text(days[i]);
    }

    days[3] = last_day + 1;
    expect_error(errc::out_of_range, "entry 3", [&] { calendar.to_ordinals(days, ordinals); });
    expect_error(errc::out_of_range, "entry 3",
                 [&] { calendar.add(days, counts, roll::none, back); });
    expect_error(errc::out_of_range, "entry 3", [&] { calendar.count(days, days, between); });
    ordinals[5] = -1;
    expect_error(errc::out_of_range, "entry 5: there is no working day number -1",
                 [&] { calendar.to_days(ordinals, back); });
    expect_error(errc::invalid_argument, "different lengths",
                 [&] { calendar.to_days(std::span{ordinals}.first(2), back); });
}

TEST(WorkCalendar, KnowsEveryWeekThatAnOfficeMayHave) {
    const civil_day monday = parse_day("2024-04-22");
    for (unsigned weekdays = 1; weekdays < 128; ++weekdays) {
        const work_calendar calendar{static_cast<std::uint8_t>(weekdays)};
        for (int day = 0; day < 7; ++day)
            ASSERT_EQ(calendar.works(monday + day), (weekdays >> day & 1U) != 0);
    }
    EXPECT_EQ(work_calendar{0b1000000}.add(monday, 2), monday + 13) << "only Sundays";
}

TEST(WorkCalendar, TheLaterExceptionOnADayWins) {
    const civil_day friday = parse_day("2024-04-26");
    const day_exception off{friday, false};
    const day_exception worked{friday, true};
    EXPECT_TRUE((work_calendar{0b0011111, std::vector{off, worked}}.works(friday)));
    EXPECT_FALSE((work_calendar{0b0011111, std::vector{worked, off}}.works(friday)));
    const day_exception sunday{parse_day("2024-04-28"), false};
    EXPECT_EQ((work_calendar{0b0011111, std::vector{sunday}}.count(friday, friday + 7)), 5)
        << "a holiday on a Sunday takes no working day";
}

TEST(WorkCalendar, RefusesWhatItDoesNotCover) {
    const work_calendar calendar;
    EXPECT_EQ(calendar.count(first_day, last_day), calendar.count(first_day, last_day - 1) + 1)
        << "the last day covered is a Tuesday";
    EXPECT_EQ(calendar.add(last_day - 1, 1), last_day);
    EXPECT_EQ(calendar.add(first_day + 1, -1), first_day) << "a Monday";
    const int huge = std::numeric_limits<int>::max();
    const int tiny = std::numeric_limits<int>::min();
    expect_error(errc::out_of_range, "1 working days from 2199-12-31",
                 [&] { calendar.add(last_day, 1); });
    expect_error(errc::out_of_range, "-1 working days", [&] { calendar.add(first_day, -1); });
    expect_error(errc::out_of_range, "2147483647", [&] { calendar.add(last_day, huge); });
    expect_error(errc::out_of_range, "-2147483648", [&] { calendar.add(first_day, tiny); });
    expect_error(errc::out_of_range, "lies outside", [&] { calendar.works(last_day + 1); });
    expect_error(errc::out_of_range, "lies outside", [&] { calendar.add(first_day - 1, 5); });
    expect_error(errc::out_of_range, "lies outside",
                 [&] { calendar.count(first_day - 1, last_day); });
    expect_error(errc::out_of_range, "lies outside",
                 [&] { calendar.count(first_day, last_day + 1); });
    expect_error(errc::out_of_range, "weekdays", [] { work_calendar{0}; });
    expect_error(errc::out_of_range, "weekdays", [] { work_calendar{0b10000000}; });
    expect_error(errc::out_of_range, "no working day on or before 1900-01-01",
                 [] { work_calendar{0b1000000}.rolled(first_day, roll::preceding); });
    expect_error(errc::out_of_range, "2147483648 working days from 2024-01-01", [&] {
        calendar.subtract(parse_day("2024-01-01"), std::numeric_limits<int>::min());
    });
    expect_error(errc::out_of_range, "exception", [] {
        const day_exception outside{last_day + 1, true};
        work_calendar{0b0011111, {&outside, 1}};
    });
}

}  // namespace
}  // namespace mandate
