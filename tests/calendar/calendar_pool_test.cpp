#include "mandate/calendar/calendar_pool.hpp"

#include "base/random_numbers.hpp"
#include "mandate/calendar/work_calendar.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace mandate {
namespace {

calendar_definition with_weekdays(unsigned weekdays) {
    calendar_definition d = viet_nam_calendar();
    d.weekdays = static_cast<std::uint8_t>(weekdays);
    return d;
}

TEST(CalendarPool, CalendarsOfEqualContentShareOneTable) {
    calendar_pool pool;
    const work_calendar a{viet_nam_calendar(), &pool};
    calendar_definition same = viet_nam_calendar();
    day_exception known;  // says what the history says
    known.day = parse_day("2024-04-29");
    same.exceptions = {known};
    const work_calendar b{same, &pool};
    EXPECT_EQ(pool.tables(), 1u);
    EXPECT_TRUE(a.same_days(b));
    EXPECT_FALSE(a.same_days(work_calendar{with_weekdays(0b0111111), &pool}));
    EXPECT_EQ(pool.tables(), 2u);
}

TEST(CalendarPool, TheNinthDistinctCalendarAnswersFromBits) {
    calendar_pool pool;
    std::vector<work_calendar> all;
    for (unsigned weekdays = 118; weekdays <= 127; ++weekdays)
        all.emplace_back(with_weekdays(weekdays), &pool);
    EXPECT_EQ(pool.tables(), calendar_pool::most_tables);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].days().has_table(), i < 8) << i;
    EXPECT_TRUE((all[9].same_days(work_calendar{with_weekdays(127), &pool})));

    all.erase(all.begin(), all.begin() + 4);
    const work_calendar next{with_weekdays(99), &pool};
    EXPECT_TRUE(next.days().has_table()) << "a calendar nobody uses any more makes room";
    EXPECT_EQ(pool.tables(), calendar_pool::most_tables);
}

TEST(CalendarPool, AWeekOfTwoDaysTakesNoTablesPlace) {
    calendar_pool pool;
    const work_calendar two_days{with_weekdays(0b0000011), &pool};
    EXPECT_FALSE(two_days.days().has_table());
    EXPECT_EQ(pool.tables(), 0u);
    EXPECT_TRUE(two_days.same_days(work_calendar{with_weekdays(0b0000011), &pool}));
    // 29 April is swapped with 4 May; 1 May, a Wednesday, is made up for on 6 May.
    EXPECT_EQ(two_days.add(parse_day("2024-04-23"), 3), parse_day("2024-05-13"));
}

TEST(CalendarPool, BitsAndTablesGiveTheSameAnswers) {
    random_numbers random{11};
    for (int round = 0; round < 40; ++round) {
        calendar_definition d = with_weekdays(static_cast<unsigned>(random.between(1, 127)));
        for (int n = random.between(0, 400); n > 0; --n) {
            day_exception e;
            e.day = first_day + random.between(0, days_covered - 1);
            e.worked = random.between(0, 1) == 1;
            d.exceptions.push_back(e);
        }
        const work_calendar c{d};
        const working_day_bits bits = c.days().bits();
        const std::int32_t off = days_covered - bits.count();
        ASSERT_EQ(c.days().has_table(), off <= working_day_table::most_days_off);
        if (!c.days().has_table()) continue;
        const working_day_table table = c.days().table();
        ASSERT_EQ(table.count(), bits.count());
        ASSERT_EQ(table.nth(table.count()), bits.nth(bits.count()));
        ASSERT_EQ(table.rank(days_covered), bits.rank(days_covered));
        for (std::int32_t i = 0; i < days_covered; i += 1 + random.between(0, 6)) {
            ASSERT_EQ(table.rank(i), bits.rank(i)) << i;
            ASSERT_EQ(table.works(i), bits.works(i)) << i;
        }
        for (std::int32_t k = 0; k < table.count(); k += 1 + random.between(0, 6))
            ASSERT_EQ(table.nth(k), bits.nth(k)) << k;
    }
}

}  // namespace
}  // namespace mandate
