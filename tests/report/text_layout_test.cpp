#include "report/text_layout.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace mandate::text_layout {
namespace {

// splitmix64
std::uint64_t next(std::uint64_t& seed) {
    std::uint64_t z = (seed += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (std::size_t end = 0; (end = text.find('\n', from)) != std::string::npos; from = end + 1)
        lines.push_back(text.substr(from, end - from));
    EXPECT_EQ(from, text.size()) << "the last line ends in LF";
    return lines;
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
    const struct {
        const char* text;
        std::size_t width;
        const char* why;
    } cases[] = {
        {"", 0, "nothing"},
        {"abc", 3, "ASCII"},
        {"quyết định", 10, "Vietnamese in composed form"},
        {"quye\u0302\u0301t", 5, "the same in decomposed form: marks take no column"},
        {"İstanbul", 8, "Turkish"},
        {"東京", 4, "wide characters take two"},
        {"\xff\xfe", 2, "not UTF-8: its bytes"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(display_width(c.text), c.width);
    }
}

TEST(Wrap, BreaksAtSpaces) {
    const std::vector<std::string> expected = {"một hai", "ba", "bốnnămsáu", "bảy"};
    EXPECT_EQ(wrap("một hai ba bốnnămsáu bảy", 7), expected);
    EXPECT_EQ(wrap("", 7), std::vector<std::string>{""});
    EXPECT_EQ(wrap("  a \n\t b  ", 7), std::vector<std::string>{"a b"});
}

TEST(Wrap, TakesControlCharactersForSpaces) {
    EXPECT_EQ(wrap("a\x1b[31mb\x7f", 20), std::vector<std::string>{"a [31mb"});
}

// The twin looks at every way of breaking the words greedily, one column at a time.
TEST(Wrap, FillsEachLineAsFarAsItGoes) {
    std::uint64_t seed = 7;
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> words(next(seed) % 12 + 1);
        std::string text;
        for (std::string& word : words) {
            for (std::uint64_t i = next(seed) % 9 + 1; i > 0; --i) word += "ế";
            text += (text.empty() ? "" : " ") + word;
        }
        const std::size_t width = next(seed) % 20 + 1;
        const std::vector<std::string> lines = wrap(text, width);
        std::size_t at = 0;
        for (const std::string& line : lines) {
            std::string expected = words[at++];
            while (at < words.size() && display_width(expected + " " + words[at]) <= width)
                expected += " " + words[at++];
            EXPECT_EQ(line, expected);
        }
        EXPECT_EQ(at, words.size());
    }
}

TEST(TextTable, LinesUpInEveryScript) {
    text_table table{{{"Cơ quan"}, {"Số", align::right}}};
    table.row({"Văn phòng", "5"});
    table.row({"東京", "1.234"});
    EXPECT_EQ(table.print(),
              "Cơ quan       Số\n"
              "---------  -----\n"
              "Văn phòng      5\n"
              "東京       1.234\n");
}

TEST(TextTable, WrapsTheWidestColumnFirst) {
    text_table table{{{"Name"}, {"A long heading", align::right}, {"N", align::right}}};
    table.row({"one two three four five", "10", "1"});
    const std::vector<std::string> lines = lines_of(table.print(28));
    for (const std::string& line : lines) EXPECT_LE(display_width(line), 28u) << line;
    EXPECT_EQ(lines[0].substr(0, 4), "Name");
    EXPECT_TRUE(table.print(28).find("one two three\n") == std::string::npos);
}

TEST(TextTable, ClosesTheGapsBeforeItGoesOverTheEdge) {
    text_table table{{{"abc"}, {"abc"}, {"abc"}}};
    table.row({"abc", "abc", "abc"});
    EXPECT_EQ(table.print(13), "abc  abc  abc\n---  ---  ---\nabc  abc  abc\n");
    EXPECT_EQ(table.print(12), "abc abc abc\n--- --- ---\nabc abc abc\n");
}

TEST(TextTable, GoesOverTheEdgeRatherThanCutWords) {
    text_table table{{{"Name"}, {"Sum", align::right}}};
    table.row({"indivisible", "1"});
    EXPECT_NE(table.print(5).find("indivisible"), std::string::npos);
}

TEST(TextPage, IndentsWhatHangs) {
    text_page page;
    page.title("Tiêu đề");
    page.paragraph("a b", 2, 4);
    EXPECT_EQ(page.take(), "Tiêu đề\n=======\n  a b\n");
    text_page other;
    std::string words;
    for (int i = 0; i < 60; ++i) words += "từ ";
    other.paragraph(words, 2, 6);
    const std::vector<std::string> lines = lines_of(other.take());
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].substr(0, 3), "  t");
    EXPECT_EQ(lines[1].substr(0, 7), "      t");
    for (const std::string& line : lines) EXPECT_LE(display_width(line), page_width);
}

}  // namespace
}  // namespace mandate::text_layout
