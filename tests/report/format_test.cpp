#include "report/format.hpp"

#include "report/sample_review.hpp"

#include <gtest/gtest.h>

namespace mandate::wording {
namespace {

using enum language;
using sample::on;

TEST(DayText, FollowsTheOfficialForms) {
    const struct {
        civil_day day;
        language lang;
        const char* expected;
        const char* why;
    } cases[] = {
        {on(2024, 4, 25), vi, "25/4/2024", "months from 3 on are not padded"},
        {on(2024, 2, 5), vi, "05/02/2024", "days below 10 and months below 3 are"},
        {on(2025, 7, 1), vi, "01/7/2025", "each by its own rule"},
        {on(2024, 4, 25), en, "25 April 2024", "the month as a word"},
        {on(2024, 4, 5), en, "5 April 2024", "no padding in English"},
        {on(2024, 4, 25), tr, "25 Nisan 2024", "the month as a word"},
        {on(2024, 8, 1), tr, "1 Ağustos 2024", "Turkish letters"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(day_text(c.day, c.lang), c.expected);
    }
}

TEST(DayRange, NamesWhatIsSharedOnce) {
    const struct {
        civil_day first, last;
        language lang;
        const char* expected;
    } cases[] = {
        {on(2024, 1, 1), on(2024, 3, 31), vi, "01/01-31/3/2024"},
        {on(2024, 4, 1), on(2024, 4, 30), vi, "01-30/4/2024"},
        {on(2023, 12, 15), on(2024, 3, 14), vi, "15/12/2023-14/3/2024"},
        {on(2024, 1, 1), on(2024, 3, 31), en, "1 January – 31 March 2024"},
        {on(2024, 4, 1), on(2024, 4, 30), en, "1–30 April 2024"},
        {on(2024, 1, 1), on(2024, 3, 31), tr, "1 Ocak – 31 Mart 2024"},
    };
    for (const auto& c : cases) EXPECT_EQ(day_range(c.first, c.last, c.lang), c.expected);
}

TEST(InstantLabel, IsLocalToTheLedger) {
    const std::int64_t half_past_nine = 1'714'037'400'000'000;  // 2024-04-25 09:30 UTC
    const std::int64_t hour = 3'600'000'000;
    EXPECT_EQ(instant_label(half_past_nine, 420, vi), "25/4/2024, 16:30 (UTC+07:00)");
    EXPECT_EQ(instant_label(half_past_nine + 8 * hour, 420, en),
              "26 April 2024, 00:30 (UTC+07:00)");
    EXPECT_EQ(instant_label(half_past_nine - 12 * hour, -150, tr),
              "24 Nisan 2024, 19:00 (UTC-02:30)");
    EXPECT_EQ(instant_label(-1, 0, vi), "31/12/1969, 23:59 (UTC+00:00)");
}

TEST(PeriodText, NamesEachKind) {
    const struct {
        period span;
        const char *in_vi, *in_en, *in_tr;
    } cases[] = {
        {period{period_kind::quarter, 2024, 1}, "quý I/2024", "Q1 2024", "2024 yılı 1. çeyreği"},
        {period{period_kind::quarter, 2024, 4}, "quý IV/2024", "Q4 2024", "2024 yılı 4. çeyreği"},
        {period{period_kind::half_year, 2024, 1}, "6 tháng đầu năm 2024", "H1 2024",
         "2024 yılının 1. yarısı"},
        {period{period_kind::half_year, 2024, 2}, "6 tháng cuối năm 2024", "H2 2024",
         "2024 yılının 2. yarısı"},
        {period{period_kind::month, 2024, 4}, "tháng 4/2024", "April 2024", "Nisan 2024"},
        {period{period_kind::month, 2024, 2}, "tháng 02/2024", "February 2024", "Şubat 2024"},
        {period{period_kind::year, 2024}, "năm 2024", "2024", "2024 yılı"},
        {parse_period("2024-01-15/2024-04-20"), "từ ngày 15/01/2024 đến ngày 20/4/2024",
         "15 January 2024 – 20 April 2024", "15 Ocak 2024 – 20 Nisan 2024"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(period_text(c.span, vi), c.in_vi);
        EXPECT_EQ(period_text(c.span, en), c.in_en);
        EXPECT_EQ(period_text(c.span, tr), c.in_tr);
    }
}

TEST(NumberText, GroupsThousands) {
    const struct {
        std::int64_t number;
        const char *in_vi, *in_en;
    } cases[] = {{0, "0", "0"},
                 {999, "999", "999"},
                 {1000, "1.000", "1,000"},
                 {21914, "21.914", "21,914"},
                 {-123456, "-123.456", "-123,456"},
                 {1'000'000, "1.000.000", "1,000,000"}};
    for (const auto& c : cases) {
        EXPECT_EQ(number_text(c.number, vi), c.in_vi);
        EXPECT_EQ(number_text(c.number, tr), c.in_vi);
        EXPECT_EQ(number_text(c.number, en), c.in_en);
    }
}

TEST(Counted, PadsVietnameseNumbersBelowTen) {
    EXPECT_EQ(counted(5, vi), "05");
    EXPECT_EQ(counted(0, vi), "0");
    EXPECT_EQ(counted(10, vi), "10");
    EXPECT_EQ(counted(5, en), "5");
    EXPECT_EQ(counted(5, tr), "5");
}

TEST(PercentText, RoundsHalfUpFromExactCounts) {
    const struct {
        rate value;
        const char *in_vi, *in_en, *in_tr, *why;
    } cases[] = {
        {{21612, 21914}, "98,62%", "98.62%", "%98,62", "a published rate: 98.6218"},
        {{1, 3}, "33,33%", "33.33%", "%33,33", "down"},
        {{2, 3}, "66,67%", "66.67%", "%66,67", "up"},
        {{1, 20000}, "0,01%", "0.01%", "%0,01", "0.005 is a half: up"},
        {{1, 20001}, "0,00%", "0.00%", "%0,00", "just below the half: down"},
        {{4, 4}, "100,00%", "100.00%", "%100,00", "all"},
        {{0, 4}, "0,00%", "0.00%", "%0,00", "none"},
        {{12, 1}, "1.200,00%", "1,200.00%", "%1.200,00", "far above the target"},
        {{0, 0}, "-", "-", "-", "no cases: does not apply"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(percent_text(c.value, vi), c.in_vi);
        EXPECT_EQ(percent_text(c.value, en), c.in_en);
        EXPECT_EQ(percent_text(c.value, tr), c.in_tr);
    }
    EXPECT_EQ(rate_text({3, 4}, vi), "3/4 (75,00%)");
    EXPECT_EQ(rate_text({0, 0}, vi), "-");
}

TEST(DeadlineText, IsAsExactAsTheSource) {
    const civil_day end_of_june = on(2025, 6, 30);
    const struct {
        stated_deadline deadline;
        const char *in_vi, *in_en, *why;
    } cases[] = {
        {{"", end_of_june, precision::day, {}}, "30/6/2025", "30 June 2025", "a day"},
        {{"6/2025", end_of_june, precision::month, {}}, "tháng 6/2025", "June 2025", "a month"},
        {{"", end_of_june, precision::quarter, {}}, "quý II/2025", "Q2 2025", "a quarter"},
        {{"", end_of_june, precision::half_year, {}}, "6 tháng đầu năm 2025", "H1 2025", "a half"},
        {{"", on(2025, 12, 31), precision::year, {}}, "năm 2025", "2025", "a year"},
        {{"2025 và những năm tiếp theo", on(2025, 12, 31), precision::year, on(2026, 1, 1)},
         "năm 2025, sau đó thực hiện thường xuyên",
         "2025, then standing",
         "due, then standing"},
        {{"Thường xuyên", {}, precision::day, on(2024, 1, 1)},
         "“Thường xuyên”",
         "“Thường xuyên”",
         "the words of the source, where they give no day"},
        {{"", {}, precision::day, on(2024, 1, 1)},
         "nhiệm vụ thường xuyên",
         "standing task",
         "standing without words"},
        {{"trước kỳ họp", {}, precision::day, {}},
         "“trước kỳ họp”",
         "“trước kỳ họp”",
         "words that could not be read"},
        {{}, "văn bản không nêu", "not stated in the source", "the source is silent"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(deadline_text(c.deadline, vi), c.in_vi);
        EXPECT_EQ(deadline_text(c.deadline, en), c.in_en);
    }
}

TEST(EmptyCells, AreThreeDifferentThings) {
    for (const language lang : {vi, en, tr}) {
        EXPECT_NE(not_stated(lang), not_explained(lang));
        EXPECT_NE(not_stated(lang), not_applicable);
        EXPECT_NE(not_explained(lang), not_applicable);
    }
    EXPECT_EQ(or_not_stated("", vi), "văn bản không nêu");
    EXPECT_EQ(or_not_stated("x", vi), "x");
    EXPECT_EQ(or_not_stated(std::optional<civil_day>{}, tr), "kaynakta belirtilmemiş");
}

TEST(Language, IsReadAndNamed) {
    for (const char* name : {"vi", "en", "tr"}) EXPECT_EQ(name_of(parse_language(name)), name);
    for (const char* other : {"", "VI", "fr", "vi "}) {
        try {
            parse_language(other);
            ADD_FAILURE() << other;
        } catch (const error& e) {
            EXPECT_EQ(e.code(), errc::out_of_range);
        }
    }
}

}  // namespace
}  // namespace mandate::wording
