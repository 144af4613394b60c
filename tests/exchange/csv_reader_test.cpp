#include "mandate/exchange/csv_reader.hpp"

#include "base/random_numbers.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {
namespace {

using cells = std::vector<std::vector<std::string>>;

cells read(std::string_view text) {
    cells all;
    for (csv_row& row : read_csv(text)) all.push_back(std::move(row.cells));
    return all;
}

TEST(CsvReader, ReadsRfc4180) {
    const struct {
        const char* text;
        cells expected;
        const char* why;
    } cases[] = {
        {"", {}, "no row"},
        {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}, "CRLF"},
        {"a,b\nc,d", {{"a", "b"}, {"c", "d"}}, "LF; the last line may lack it"},
        {"\xEF\xBB\xBF"
         "a\n",
         {{"a"}},
         "a byte order mark"},
        {"a,,\n", {{"a", "", ""}}, "empty cells, the last one too"},
        {"\n", {{""}}, "an empty line is a row of one empty cell"},
        {"a\n\nb", {{"a"}, {""}, {"b"}}, "also between others"},
        {" a , b \n", {{" a ", " b "}}, "blanks belong to the cell"},
        {"\"a,b\",\"c\"\"d\"\n", {{"a,b", "c\"d"}}, "commas and doubled quotes"},
        {"\"\",\"\"\"\"", {{"", "\""}}, "nothing but quotes"},
        {"\"a\r\nb\nc\",d\n", {{"a\r\nb\nc", "d"}}, "line breaks are kept as they are"},
        {"\"a\"\r\n\"b\"", {{"a"}, {"b"}}, "a line ends after a quote"},
        {"Bộ,\"Bộ Văn hóa, Thể thao\"", {{"Bộ", "Bộ Văn hóa, Thể thao"}}, "not ASCII"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(read(c.text), c.expected);
    }
}

TEST(CsvReader, KnowsWhereEachRowBegins) {
    std::vector<std::size_t> lines;
    for (const csv_row& row : read_csv("a\r\n\"b\r\n\n\"\nc\n\"d\n\"\"\"\ne"))
        lines.push_back(row.line);
    EXPECT_EQ(lines, (std::vector<std::size_t>{1, 2, 5, 6, 8}));
}

TEST(CsvReader, SaysWhatIsWrongAndWhere) {
    const struct {
        const char* text;
        errc code;
        const char* message;
    } cases[] = {
        {"a,b\nc,ế\"d\n", errc::malformed, "line 2, column 4: a quote inside an unquoted cell"},
        {"a,\"b\"c\n", errc::malformed,
         "line 1, column 6: text behind the closing quote of a cell"},
        {"a,\"b\" \n", errc::malformed,
         "line 1, column 6: text behind the closing quote of a cell"},
        {"a\n1,\"b\nc\n", errc::malformed, "line 2, column 3: a quoted cell that is never closed"},
        {"\"a\"\"", errc::malformed, "line 1, column 1: a quoted cell that is never closed"},
        {"\"", errc::malformed, "line 1, column 1: a quoted cell that is never closed"},
        {"a\rb\n", errc::malformed, "line 1, column 2: a carriage return without a line feed"},
        {"a,b\r", errc::malformed, "line 1, column 4: a carriage return without a line feed"},
        {"\xEF\xBB\xBF"
         "a\nbế\xFF\n",
         errc::invalid_utf8, "line 2, column 3: not UTF-8"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.text);
        try {
            read_csv(c.text);
            ADD_FAILURE() << "no error";
        } catch (const error& e) {
            EXPECT_STREQ(e.what(), c.message);
            EXPECT_EQ(e.code(), c.code);
        }
    }
}

TEST(CsvReader, ReadsBackWhatASimpleWriterWrote) {
    constexpr std::array<std::string_view, 10> pieces{"a",  "ế",    " ",  ",", "\"",
                                                      "\n", "\r\n", "\r", ";", "\t"};
    random_numbers random{31};
    for (int i = 0; i < 2000; ++i) {
        cells expected;
        std::string text;
        for (int rows = random.between(1, 5); rows > 0; --rows) {
            auto& row = expected.emplace_back();
            for (int n = random.between(1, 4); n > 0; --n) {
                std::string cell;
                for (int k = random.between(0, 6); k > 0; --k)
                    cell += pieces[static_cast<std::size_t>(random.between(0, 9))];
                const bool quote =
                    cell.find_first_of(",\"\r\n") != std::string::npos || random.between(0, 3) == 0;
                if (!row.empty()) text += ',';
                if (quote) text += '"';
                for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
                if (quote) text += '"';
                row.push_back(std::move(cell));
            }
            text += random.between(0, 1) == 0 ? "\n" : "\r\n";
        }
        ASSERT_EQ(read(text), expected) << text;
    }
}

}  // namespace
}  // namespace mandate
