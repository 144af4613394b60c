#include "mandate/calendar/deadline.hpp"

#include "base/error_check.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mandate {

void PrintTo(const deadline_reading& r, std::ostream* out) {
    *out << "due " << (r.due ? to_text(*r.due) : "-") << ", precision "
         << static_cast<int>(r.due_precision) << ", standing from "
         << (r.standing_from ? to_text(*r.standing_from) : "-");
}

namespace {

const civil_day assigned_on = parse_day("2025-01-09");

deadline_reading due(const char* day, precision how_exact) {
    return {parse_day(day), how_exact, std::nullopt};
}
const deadline_reading standing{std::nullopt, precision::day, assigned_on};

TEST(Deadline, ReadsTheTwentyNineSpellingsOfOneRealList) {
    // Annex II of Resolution 03/NQ-CP of 9 January 2025; in brackets how many of its 140 tasks.
    const struct {
        const char* words;
        std::optional<deadline_reading> reading;
        const char* why;
    } cases[] = {
        {"01/2025", due("2025-01-31", precision::month), "(1) a leading zero"},
        {"2/2025", due("2025-02-28", precision::month), "(1) February"},
        {"3/2025", due("2025-03-31", precision::month), "(1)"},
        {"03/2025", due("2025-03-31", precision::month), "(2) the same with a zero"},
        {"Tháng 5/2025", due("2025-05-31", precision::month), "(1) with the word"},
        {"6/2025", due("2025-06-30", precision::month), "(11)"},
        {"06/2025", due("2025-06-30", precision::month), "(2)"},
        {"7/2025", due("2025-07-31", precision::month), "(1)"},
        {"9/2025", due("2025-09-30", precision::month), "(5)"},
        {"Tháng 10/2025", due("2025-10-31", precision::month), "(1) two digits and the word"},
        {"12/2025", due("2025-12-31", precision::month), "(13)"},
        {"3/2026", due("2026-03-31", precision::month), "(1)"},
        {"9/2026", due("2026-09-30", precision::month), "(3)"},
        {"12/2026", due("2026-12-31", precision::month), "(3)"},
        {"12/2028", due("2028-12-31", precision::month), "(2)"},
        {"Quý II/2025", due("2025-06-30", precision::quarter), "(1) a Roman numeral"},
        {"2025", due("2025-12-31", precision::year), "(59) the most common one"},
        {"2026", due("2026-12-31", precision::year), "(6)"},
        {"2027", due("2027-12-31", precision::year), "(1)"},
        {"2028", due("2028-12-31", precision::year), "(1)"},
        {"2030", due("2030-12-31", precision::year), "(2)"},
        {"2025-2026", due("2026-12-31", precision::year), "(1) by the end of the second year"},
        {"2025 - 2026", due("2026-12-31", precision::year), "(1) with spaces"},
        {"2025 và những năm tiếp theo",
         deadline_reading{parse_day("2025-12-31"), precision::year, parse_day("2026-01-01")},
         "(3) due in the first year, standing from the second"},
        {"Thường xuyên", standing, "(12)"},
        {"Nhiệm vụ thường xuyên", standing, "(1)"},
        {"Hằng năm", standing, "(2)"},
        {"hằng năm", standing, "(1) small letters"},
        {"", std::nullopt, "(1) nothing stated, nothing read"},
    };
    static_assert(std::size(cases) == 29);
    for (const auto& c : cases) {
        SCOPED_TRACE(std::string{c.words} + ": " + c.why);
        EXPECT_EQ(read_deadline(c.words, assigned_on), c.reading);
    }
}

TEST(Deadline, ReadsTheOtherWordingsOfDocuments) {
    const struct {
        const char* words;
        deadline_reading reading;
        const char* why;
    } cases[] = {
        {"30/6/2025", due("2025-06-30", precision::day), "a day"},
        {"30-6-2025", due("2025-06-30", precision::day), "with hyphens"},
        {"ngày 30/06/2025", due("2025-06-30", precision::day), "with the word"},
        {"2025-06-30", due("2025-06-30", precision::day), "ISO 8601"},
        {"30 tháng 6 năm 2025", due("2025-06-30", precision::day), "in words"},
        {"trước ngày 30/6/2025", due("2025-06-29", precision::day), "before: the day is too late"},
        {"trước 30/6/2025", due("2025-06-29", precision::day), "the word is often left out"},
        {"trước ngày 01 tháng 01 năm 2025", due("2024-12-31", precision::day), "over a new year"},
        {"Trước ngày 1/3/2024", due("2024-02-29", precision::day), "over a leap day"},
        {"chậm nhất ngày 30/6/2025", due("2025-06-30", precision::day), "the day is in time"},
        {"chậm nhất là ngày 30/6/2025", due("2025-06-30", precision::day), "the same, longer"},
        {"trong tháng 6/2025", due("2025-06-30", precision::month), "within a month"},
        {"tháng 02 năm 2024", due("2024-02-29", precision::month), "February of a leap year"},
        {"quý II/2024", due("2024-06-30", precision::quarter), "a quarter"},
        {"Quý I năm 2024", due("2024-03-31", precision::quarter), "the year in words"},
        {"quý iii/2024", due("2024-09-30", precision::quarter), "small Roman letters"},
        {"QUÝ IV/2024", due("2024-12-31", precision::quarter), "capitals"},
        {"Quý 2/2024", due("2024-06-30", precision::quarter), "an Arabic numeral"},
        {"6 tháng đầu năm 2025", due("2025-06-30", precision::half_year), "the first half"},
        {"6 tháng cuối năm 2024", due("2024-12-31", precision::half_year), "the second half"},
        {"năm 2025", due("2025-12-31", precision::year), "a year"},
        {"trong năm 2025", due("2025-12-31", precision::year), "within a year"},
        {"2025 \u2013 2026", due("2026-12-31", precision::year), "a dash for a hyphen"},
        {"2025 và các năm tiếp theo",
         {parse_day("2025-12-31"), precision::year, parse_day("2026-01-01")},
         "another word for the same"},
        {"hàng năm", standing, "the other spelling of each year"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(std::string{c.words} + ": " + c.why);
        EXPECT_EQ(read_deadline(c.words, assigned_on), c.reading);
    }
}

TEST(Deadline, DoesNotDependOnCapitalsUnicodeFormOrSpacing) {
    const struct {
        const char* words;
        const char* same_as;
        const char* why;
    } cases[] = {
        {"THƯỜNG XUYÊN", "Thường xuyên", "capitals"},
        {"Thu\u031Bo\u031B\u0300ng xuye\u0302n", "Thường xuyên", "decomposed"},
        {" quy\u0301  II / 2025\n", "Quý II/2025", "decomposed, with spaces"},
        {"6\u00A0tháng\u00A0đầu  năm 2025", "6 tháng đầu năm 2025", "spaces that do not break"},
        {"THA\u0301NG 5/2025", "Tháng 5/2025", "capitals, decomposed"},
        {"Trước Ngày 30 / 6 / 2025", "trước ngày 30/6/2025", "spaces around the strokes"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        const auto expected = read_deadline(c.same_as, assigned_on);
        ASSERT_TRUE(expected);
        EXPECT_EQ(read_deadline(c.words, assigned_on), expected);
    }
}

TEST(Deadline, GuessesNothing) {
    const struct {
        const char* words;
        const char* why;
    } cases[] = {
        {"sớm", "soon"},
        {"trước kỳ họp", "an event whose day is not known"},
        {"trong 15 ngày làm việc kể từ ngày nhận", "a term that runs from a receipt"},
        {"quý II", "without a year"},
        {"6 tháng cuối năm", "without a year"},
        {"tháng 6", "without a year"},
        {"30/6", "without a year"},
        {"30/6/25", "a year of two digits"},
        {"6/25", "a year of two digits"},
        {"6/2025 hoặc 9/2025", "two deadlines"},
        {"6/2025, 9/2025", "two deadlines"},
        {"30/6/2025 (đã gia hạn)", "something after the day"},
        {"31/02/2025 hoặc sau", "an impossible day, but also something else"},
        {"trước 6/2025", "before a month: its first or its last day?"},
        {"trước ngày", "no day"},
        {"chậm nhất", "no day"},
        {"20255", "five digits"},
        {"123/2025", "three digits for a month"},
        {"quý VI/2025", "no numeral of a quarter"},
        {"6 tháng giữa năm 2025", "neither half"},
        {"2025 và 2026", "not the wording for a range"},
        {"2025-06", "could be June, could be a typo of a range"},
        {"30-6/2025", "mixed separators"},
        {"nămm 2025", "a longer word"},
        {"không thường xuyên", "not continuous"},
        {"thường xuyên, báo cáo hằng quý", "more than the wording"},
        {"   ", "white space only"},
        {"năm năm 2025", "five years?"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(std::string{c.words} + ": " + c.why);
        EXPECT_EQ(read_deadline(c.words, assigned_on), std::nullopt);
    }
}

TEST(Deadline, RefusesADayThatDoesNotExist) {
    for (const char* words :
         {"31/02/2025", "29/2/2025", "2025-02-30", "trước ngày 31/6/2025", "0/6/2025", "1/0/2025",
          "32/1/2025", "13/2025", "0/2025", "tháng 13 năm 2025", "quý 5/2025", "quý V/2025",
          "quý 0/2025", "1899", "2200", "31/12/2200", "2026 - 2025", "trước ngày 1/1/1900",
          "2199 và những năm tiếp theo"})
        expect_error(errc::out_of_range, "deadline \"" + std::string{words} + '"',
                     [&] { read_deadline(words, assigned_on); });
}

TEST(Deadline, RefusesWhatIsNotUtf8) {
    expect_error(errc::invalid_utf8, "at byte 2",
                 [] { read_deadline("qu\xFD II/2025", assigned_on); });
}

}  // namespace
}  // namespace mandate
