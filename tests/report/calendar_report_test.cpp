#include "mandate/report/calendar_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace mandate {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(CalendarReport, SaysWhyEachDayIsOffInThreeLanguages) {
    const work_calendar c{viet_nam_calendar()};
    const std::string vi = calendar_text(c, 2023, language::vi);
    EXPECT_THAT(vi, HasSubstr("Lịch làm việc năm 2023\n"));
    EXPECT_THAT(vi, HasSubstr("Tết Âm lịch (29 tháng Chạp)"));
    EXPECT_THAT(vi, HasSubstr("nghỉ bù Ngày Chiến thắng 30/4 (ngày 30/4/2023)"));
    EXPECT_THAT(vi, HasSubstr("Ngày làm việc bù\n"));
    EXPECT_THAT(vi, HasSubstr("Không có."));
    const std::string en = calendar_text(c, 2024, language::en);
    EXPECT_THAT(en, HasSubstr("day off swapped with 4 May 2024"));
    EXPECT_THAT(en, HasSubstr("worked in place of 29 April 2024"));
    EXPECT_THAT(en, HasSubstr("2450/VPCP-KGVX"));
    EXPECT_THAT(en, HasSubstr("Q2 2024             62"));
    const std::string tr = calendar_text(c, 2024, language::tr);
    EXPECT_THAT(tr, HasSubstr("2024 yılı çalışma takvimi"));
    EXPECT_THAT(tr, HasSubstr("29 Nisan 2024 yerine çalışma günü"));
    EXPECT_THAT(en + vi + tr, Not(HasSubstr("PROVISIONAL")));
}

TEST(CalendarReport, KnowsTheFirstYearAndTheLastAndThatEarlyLunarDatesWereNotOfficial) {
    const work_calendar c{viet_nam_calendar()};
    const std::string first = calendar_text(c, 1900, language::vi);
    EXPECT_THAT(first, HasSubstr("Tết Âm lịch (30 tháng Chạp)"));
    EXPECT_THAT(first, HasSubstr("Trước năm 1968"));
    EXPECT_THAT(calendar_text(c, 1967, language::en), HasSubstr("not in official use"));
    EXPECT_THAT(calendar_text(c, 1968, language::en), Not(HasSubstr("not in official use")));
    EXPECT_THAT(calendar_json(c, 1967), HasSubstr("\"lunar_official\":false"));
    EXPECT_THAT(calendar_text(c, 2199, language::tr), HasSubstr("2199 yılı çalışma takvimi"));
}

TEST(CalendarReport, NamesWhatDecidedTheTetOfTheYear) {
    calendar_definition d = viet_nam_calendar();
    d.history.choices.push_back(
        {2026, tet_window::two_before, {}, "Decision 1", parse_day("2025-11-20")});
    const work_calendar c{d};
    EXPECT_THAT(calendar_text(c, 2026, language::en),
                HasSubstr("Decision 1, announced 20 November"));
    EXPECT_THAT(calendar_json(c, 2026), HasSubstr("\"decision\":\"Decision 1\""));
    EXPECT_THAT(calendar_text(c, 2025, language::en), Not(HasSubstr("Decision 1")));
}

TEST(CalendarReport, TellsTheFindingsOfItsYearAlone) {
    calendar_definition d = viet_nam_calendar();
    d.exceptions = {{parse_day("2024-06-14"), false}, {parse_day("2024-06-14"), true}};
    d.history.choices.push_back({2026, tet_window::one_before, {}, "", {}});
    d.history.choices.push_back({2026, tet_window::two_before, {}, "", {}});
    const work_calendar c{d};
    EXPECT_THAT(calendar_text(c, 2024, language::en), HasSubstr("14 June 2024 is recorded both"));
    EXPECT_THAT(calendar_json(c, 2024), Not(HasSubstr("two_choices")));
    EXPECT_THAT(calendar_text(c, 2026, language::en), HasSubstr("decided in two ways"));
    EXPECT_THAT(calendar_text(c, 2026, language::vi), HasSubstr("năm 2026 được ghi theo hai"));
    EXPECT_THAT(calendar_json(c, 2026), HasSubstr("two_choices"));
}

TEST(CalendarReport, MarksWhatIsProvisional) {
    const work_calendar c{viet_nam_calendar()};
    EXPECT_THAT(calendar_text(c, 2026, language::vi), HasSubstr("TẠM TÍNH"));
    EXPECT_THAT(calendar_text(c, 2026, language::tr), HasSubstr("GEÇİCİ"));
    EXPECT_THAT(calendar_json(c, 2026), HasSubstr("\"provisional\":true"));
    EXPECT_THAT(calendar_json(c, 2025), HasSubstr("\"provisional\":false"));
}

TEST(CalendarReport, NamesDaysDeclaredByTheHost) {
    calendar_definition d;
    day_exception e;
    e.day = parse_day("2024-06-14");
    e.name_vi = "Ngày hội \"A\"";
    e.name_en = "Day of A";
    d.exceptions.push_back(e);
    e.worked = true;
    e.day = parse_day("2024-06-15");
    e.name_vi = e.name_en = "";
    d.exceptions.push_back(e);
    e.day = parse_day("2024-06-14");
    e.worked = false;
    d.exceptions.push_back(e);
    d.exceptions[1].worked = true;
    const work_calendar c{d};
    EXPECT_THAT(calendar_text(c, 2024, language::en), HasSubstr("worked by decision"));
    EXPECT_THAT(calendar_text(c, 2024, language::tr), HasSubstr("kararla verilen tatil"));
    EXPECT_THAT(calendar_json(c, 2024), HasSubstr(R"("declared":"worked")"));
    d.exceptions.pop_back();
    EXPECT_THAT(calendar_text(work_calendar{d}, 2024, language::en), HasSubstr("Day of A"));
    EXPECT_THAT(calendar_text(work_calendar{d}, 2024, language::tr), HasSubstr("Ngày hội \"A\""))
        << "the Vietnamese name where there is no other";
    EXPECT_THAT(calendar_json(work_calendar{d}, 2024), HasSubstr(R"(Ngày hội \"A\")"));
}

TEST(CalendarReport, TellsWhatContradictsItself) {
    calendar_definition d = viet_nam_calendar();
    day_exception e;
    e.day = parse_day("2024-04-29");
    e.worked = true;
    d.exceptions = {e};
    const work_calendar c{d};
    EXPECT_THAT(calendar_text(c, 2024, language::en),
                HasSubstr("The record of 29 April 2024 differs from the known history"));
    EXPECT_THAT(calendar_text(c, 2024, language::en),
                HasSubstr("4 May 2024 is swapped with 29 April 2024, but"));
    EXPECT_THAT(calendar_text(c, 2023, language::en), Not(HasSubstr("differs from")));
    EXPECT_THAT(calendar_json(c, 2024), HasSubstr("calendar.against_history"));
}

}  // namespace
}  // namespace mandate
