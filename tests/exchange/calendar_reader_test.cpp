#include "mandate/exchange/calendar_reader.hpp"

#include "base/error_check.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

TEST(CalendarReader, ReadsEveryMember) {
    const calendar_definition d = read_calendar(R"({
        "weekdays": ["monday", "saturday"], "holiday_rules": "viet_nam", "holiday_history": "own",
        "known_on": "2026-01-31", "agency": "A",
        "years": [{"year": 2026, "tet_window": "two_before", "national_day_side": "after",
                   "decision": "1/TB", "announced_on": "2025-12-01"}],
        "exceptions": [{"day": "2026-08-31", "day_kind": "off", "pair_day": "2026-08-22",
                        "name_vi": "Nghỉ", "name_en": "Off", "name_tr": "Tatil",
                        "decision": "2/TB", "announced_on": "2025-12-02", "agency": "A"}]})");
    EXPECT_EQ(d.weekdays, 0b0100001);
    EXPECT_EQ(d.rules, holiday_rules::viet_nam);
    EXPECT_EQ(d.known_on, parse_day("2026-01-31"));
    EXPECT_EQ(d.agency, "A");
    ASSERT_EQ(d.history.choices.size(), 1u);
    EXPECT_EQ(d.history.choices[0].year, 2026);
    EXPECT_EQ(d.history.choices[0].tet, tet_window::two_before);
    EXPECT_EQ(d.history.choices[0].national_day, national_day_side::after);
    EXPECT_EQ(d.history.choices[0].decision, "1/TB");
    EXPECT_TRUE(d.history.exceptions.empty());
    ASSERT_EQ(d.exceptions.size(), 1u);
    const day_exception& e = d.exceptions[0];
    EXPECT_EQ(e.day, parse_day("2026-08-31"));
    EXPECT_FALSE(e.worked);
    EXPECT_EQ(e.pair, parse_day("2026-08-22"));
    EXPECT_EQ(e.name_vi, "Nghỉ");
    EXPECT_EQ(e.name_en, "Off");
    EXPECT_EQ(e.name_tr, "Tatil");
    EXPECT_EQ(e.decision, "2/TB");
    EXPECT_EQ(e.announced_on, parse_day("2025-12-02"));
    EXPECT_EQ(e.agency, "A");
}

TEST(CalendarReader, AnEmptyObjectIsTheCalendarOfVietNam) {
    EXPECT_TRUE(work_calendar{read_calendar("{}")}.same_days(work_calendar{viet_nam_calendar()}));
    EXPECT_TRUE(
        work_calendar{read_calendar(R"({"holiday_rules":"none"})")}.same_days(work_calendar{}));
}

TEST(CalendarReader, NamesTheMemberThatIsWrong) {
    expect_error(errc::out_of_range, "years[0].year",
                 [] { read_calendar(R"({"years":[{"year":99999999999}]})"); });
    expect_error(errc::malformed, "years[0].year is not a whole number",
                 [] { read_calendar(R"({"years":[{"year":"2024"}]})"); });
    expect_error(errc::unknown_field, "exceptions[0].dya",
                 [] { read_calendar(R"({"exceptions":[{"dya":"2024-01-01"}]})"); });
}

}  // namespace
}  // namespace mandate
