#include "base/quote.hpp"

#include "mandate/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

TEST(InQuotes, IsOneLineOfValidUtf8) {
    EXPECT_EQ(in_quotes(""), "\"\"");
    EXPECT_EQ(in_quotes("Nghệ An"), "\"Nghệ An\"");
    EXPECT_EQ(in_quotes("a\r\nb\tc\x7F"), "\"a  b c \"");
    EXPECT_EQ(in_quotes("a\u0085b\u2028c\u2029d"), "\"a b c d\"") << "other line separators";
    EXPECT_EQ(in_quotes("a\xC3"), "\"a?\"");
    EXPECT_EQ(in_quotes("\xFF\xFE"), "\"??\"");
    EXPECT_EQ(in_quotes("ằ\u2027"), "\"ằ\u2027\"") << "a neighbour of a line separator";
}

TEST(InQuotes, IsCutBetweenCharacters) {
    const std::string letters(80, 'a');
    EXPECT_EQ(in_quotes(letters), '"' + letters + '"');
    EXPECT_EQ(in_quotes(letters + "b"), '"' + letters + "...\"");
    for (std::size_t before = 75; before <= 80; ++before) {
        const std::string text = std::string(before, 'a') + "ằằằ";
        const std::string shown = in_quotes(text);
        EXPECT_EQ(find_invalid_utf8(shown), std::nullopt) << before;
        EXPECT_LE(shown.size(), 85U);
        EXPECT_EQ(shown.find('?'), std::string::npos) << "no half characters: " << shown;
    }
    EXPECT_EQ(in_quotes(std::string(1000, '\x80')), '"' + std::string(77, '?') + "...\"")
        << "rubbish has no borders between characters";
}

TEST(MendedUtf8, KeepsWhatIsValidAndMarksEachByteThatIsNot) {
    EXPECT_EQ(mended_utf8("Nghệ An"), "Nghệ An");
    EXPECT_EQ(mended_utf8("no column \xE1s\xC3"), "no column \uFFFDs\uFFFD");
    EXPECT_EQ(mended_utf8("\xFF\xFE"), "\uFFFD\uFFFD");
    EXPECT_EQ(mended_utf8(""), "");
}

}  // namespace
}  // namespace mandate
