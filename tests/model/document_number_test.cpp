#include "mandate/model/document_number.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

TEST(DocumentNumber, IsReadInPartyFormStateFormAndAsMetInTheWild) {
    const struct {
        const char* written;
        number_form form;
        std::optional<std::int64_t> serial;
        std::optional<int> year;
        const char* letters;
        const char* why;
    } cases[] = {
        {"39-NQ/TW", number_form::party, 39, {}, "NQ/TW", "Guideline 36-HD/VPTW"},
        {"68-CTr/TU", number_form::party, 68, {}, "CTr/TU", "lower case in the kind"},
        {"1674-QĐNS/TW", number_form::party, 1674, {}, "QĐNS/TW", "a personnel decision"},
        {"04-QĐi/TW", number_form::party, 4, {}, "QĐi/TW", "a zero in front"},
        {"42/2014/QĐ-TTg", number_form::state, 42, 2014, "QĐ-TTg", "normative: with the year"},
        {"162/NQ-CP", number_form::state, 162, {}, "NQ-CP", "not normative: without"},
        {"6907/UBND-KSTT", number_form::state, 6907, {}, "UBND-KSTT", "a letter has no kind"},
        {"2837/BC-ĐCT", number_form::state, 2837, {}, "BC-ĐCT", "a working group"},
        {"135/KH-TCT", number_form::state, 135, {}, "KH-TCT", "the same"},
        {"03-KH/TBVK", number_form::party, 3, {}, "KH/TBVK", "a congress subcommittee"},
        {"68-Ctr/TU", number_form::party, 68, {}, "Ctr/TU", "as the web writes it"},
        {"39 -NQ/TW", number_form::party, 39, {}, "NQ/TW", "a blank"},
        {"55 – TB/TW", number_form::party, 55, {}, "TB/TW", "an en dash between blanks"},
        {"55\u00A0\u2212TB/TW", number_form::party, 55, {}, "TB/TW", "a no-break space, a minus"},
        {"117/2025/QH15", number_form::state, 117, 2025, "QH15", "a law"},
        {"1674-Q\u00D0NS/TW", number_form::party, 1674, {}, "QĐNS/TW", "an eth"},
        {"42/2014/q\u00F0-TTg", number_form::state, 42, 2014, "qđ-TTg", "a small eth"},
        {"３９－ＮＱ／ＴＷ", number_form::party, 39, {}, "NQ/TW", "full width"},
        {"39-ctr\u2044TW\u200B",
         number_form::party,
         39,
         {},
         "ctr/TW",
         "a fraction slash, and a space without width at the end"},
        {"42\u22152014\u2215QĐ-TTg", number_form::state, 42, 2014, "QĐ-TTg", "division slashes"},
        {"1674-Q\u0189NS/TW", number_form::party, 1674, {}, "QĐNS/TW", "an African D"},
        {"42/2014/q\u0256-TTg", number_form::state, 42, 2014, "qđ-TTg", "a small one"},
        {"Số 39-NQ/TW", number_form::irregular, {}, {}, "Số39-NQ/TW", "a word in front"},
        {"39", number_form::irregular, {}, {}, "39", "a serial alone"},
        {"39-NQ", number_form::irregular, {}, {}, "39-NQ", "no issuer"},
        {"39-/TW", number_form::irregular, {}, {}, "39-/TW", "no kind"},
        {"12345678901234567-NQ/TW",
         number_form::irregular,
         {},
         {},
         "12345678901234567-NQ/TW",
         "no serial is that long"},
        {"", number_form::irregular, {}, {}, "", "nothing"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(std::string{c.written} + ": " + c.why);
        const document_number read = read_document_number(c.written);
        EXPECT_EQ(name_of(read.form), name_of(c.form));
        EXPECT_EQ(read.serial, c.serial);
        EXPECT_EQ(read.year, c.year);
        EXPECT_EQ(read.letters, c.letters);
    }
}

TEST(DocumentNumber, ComparesSpellingsAndNotDocuments) {
    EXPECT_EQ(comparable_number("68-CTr/TU"), comparable_number("068 – CTR/TU"));
    EXPECT_EQ(comparable_number("68-CTr/TU"), comparable_number("68-Ctr/TU"));
    EXPECT_EQ(comparable_number("1674-QĐNS/TW"), comparable_number("1674-Q\u00D0NS/TW"));
    EXPECT_EQ(comparable_number("1674-QĐNS/TW"), comparable_number("1674-Q\u0189NS/TW"));
    EXPECT_EQ(comparable_number("1674-QĐNS/TW"), comparable_number("1674-q\u00F0ns/TW"));
    EXPECT_NE(comparable_number("32-ĐA/TU"), comparable_number("32-DA/TU"))
        << "a scheme (đề án) and a project (dự án)";
    EXPECT_NE(comparable_number("42/2014/QĐ-TTg"), comparable_number("42/2015/QĐ-TTg"));
    EXPECT_NE(comparable_number("16/2-NQ/TW"), comparable_number("162-NQ/TW"));
}

}  // namespace
}  // namespace mandate
