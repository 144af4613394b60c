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
