#include "table_text.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>

namespace command_line {
namespace {

constexpr std::size_t widest = 48;  // characters in a cell of text_of

std::string two_digits(unsigned number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

std::string day_text(std::int64_t day) {
    const std::chrono::year_month_day ymd{
        std::chrono::sys_days{std::chrono::days{static_cast<int>(day)}}};
    return std::to_string(int{ymd.year()}) + '-' + two_digits(unsigned{ymd.month()}) + '-' +
           two_digits(unsigned{ymd.day()});
}

namespace {

/// A cell that has a value.
std::string cell(const mandate_table* of, std::int32_t column, std::int64_t row) {
    const std::int32_t type = mandate_table_type(of, column);
    if (type != MANDATE_TYPE_TEXT) {
        const std::int64_t number = mandate_table_i64s(of, column)[row];
        return type == MANDATE_TYPE_DAY ? day_text(number) : std::to_string(number);
    }
    const std::int64_t* offsets = mandate_table_offsets(of, column);
    return {mandate_table_utf8(of, column) + offsets[row],
            mandate_table_utf8(of, column) + offsets[row + 1]};
}

bool has_value(const mandate_table* of, std::int32_t column, std::int64_t row) {
    return mandate_table_valid(of, column)[row] != 0;
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Characters, as far as a column is concerned: names and titles are stored composed (NFC).
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

}  // namespace

std::string harmless(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool second_of_c1 = i > 0 && text[i - 1] == '\xC2' && byte >= 0x80 && byte < 0xA0;
        if (second_of_c1) text[i] = '\xA0';  // U+0080 to U+009F: a space that does not break
        if (byte < 0x20 || byte == 0x7F) text[i] = ' ';
    }
    return text;
}

namespace {

std::string cut(std::string text) {
    if (width(text) <= widest) return text;
    std::size_t end = 0;
    for (std::size_t seen = 0; end < text.size(); ++end)
        if (begins_character(text[end]) && seen++ == widest - 3) break;
    text.resize(end);
    return text + "...";
}

}  // namespace

std::string json_string(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            out.append("\\u00").append({digits[byte >> 4], digits[byte & 15]});
            continue;
        }
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string text_of(const table& of) {
    const std::int64_t rows = mandate_table_rows(of.get());
    const std::int32_t columns = mandate_table_columns(of.get());
    std::vector<std::string> lines(static_cast<std::size_t>(rows) + 1);
    for (std::int32_t c = 0; c < columns; ++c) {
        std::vector<std::string> cells{mandate_table_name(of.get(), c)};
        for (std::int64_t row = 0; row < rows; ++row)
            cells.push_back(has_value(of.get(), c, row) ? cut(harmless(cell(of.get(), c, row)))
                                                        : "-");
        std::size_t wide = 0;
        for (const auto& text : cells) wide = std::max(wide, width(text));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            lines[i] += cells[i];
            if (c + 1 < columns) lines[i].append(wide - width(cells[i]) + 2, ' ');
        }
    }
    std::string out;
    for (const auto& line : lines) out += line + '\n';
    return out;
}

namespace {

std::string json_rows(const table& of) {
    const std::int64_t rows = mandate_table_rows(of.get());
    const std::int32_t columns = mandate_table_columns(of.get());
    std::string out = "[";
    for (std::int64_t row = 0; row < rows; ++row) {
        out += row == 0 ? "\n" : ",\n";
        for (std::int32_t c = 0; c < columns; ++c) {
            out += c == 0 ? '{' : ',';
            out += json_string(mandate_table_name(of.get(), c)) + ':';
            if (!has_value(of.get(), c, row))
                out += "null";
            else if (mandate_table_type(of.get(), c) == MANDATE_TYPE_INT64)
                out += cell(of.get(), c, row);
            else
                out += json_string(cell(of.get(), c, row));
        }
        out += '}';
    }
    return out + "\n]";
}

}  // namespace

std::string json_of(std::initializer_list<std::pair<std::string_view, const table*>> all) {
    std::string out;
    for (const auto& [name, rows] : all)
        out += (out.empty() ? '{' : ',') + json_string(name) + ':' + json_rows(*rows);
    return out + "}\n";
}

std::string json_of(const table& of) { return json_of({{"rows", &of}}); }

std::string text_at(const table& of, std::int32_t column, std::int64_t row) {
    return has_value(of.get(), column, row) ? cell(of.get(), column, row) : std::string{};
}

std::vector<std::string> column_of(const table& of, std::int32_t column) {
    std::vector<std::string> lines;
    for (std::int64_t row = 0; row < mandate_table_rows(of.get()); ++row)
        lines.push_back(cell(of.get(), column, row));
    return lines;
}

std::vector<std::string> findings_in(const table& findings) {
    return column_of(findings, 1);  // key, text, facts
}

}  // namespace command_line
