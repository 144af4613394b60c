#pragma once
// What the answers to questions are made of: an empty table with the columns of the question, texts
// that may be missing, lists of codes, one page of rows.

#include "mandate/base/error.hpp"
#include "mandate/base/table.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/model/task_class.hpp"
#include "review/answers.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

inline table empty_table(question_kind question) {
    std::vector<std::pair<std::string, column_type>> columns;
    for (const column_descriptor& c : find_question(static_cast<std::int32_t>(question))->columns)
        columns.emplace_back(c.name, c.type == "text"  ? column_type::text
                                     : c.type == "day" ? column_type::day
                                                       : column_type::int64);
    return table{std::move(columns)};
}

inline std::optional<std::int64_t> number(const std::optional<civil_day>& day) {
    if (!day) return std::nullopt;
    return day->since_epoch();
}

inline std::optional<std::string_view> present(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return text;
}

// The part of a list that was asked for.
template <class Item>
std::vector<Item> page(std::vector<Item> items, const arguments& args) {
    const auto size = static_cast<std::int64_t>(items.size());
    const std::int64_t first = std::min(args.integer(field::offset).value_or(0), size);
    const std::int64_t count = std::min(args.integer(field::limit).value_or(size), size - first);
    return {items.begin() + first, items.begin() + first + count};
}

/// The code of a row, or nothing for no_row. The text lives as long as the state.
template <class Rows>
std::optional<std::string_view> code_if(const Rows& all, row_number row) {
    if (row == no_row) return std::nullopt;
    return all[row].code;
}

/// The same, unless the viewer may not see the thing.
template <class Rows>
std::optional<std::string_view> code_seen(const lens& through, entity_kind kind, const Rows& all,
                                          row_number row) {
    if (row == no_row || !through.may_see(kind, row)) return std::nullopt;
    return all[row].code;
}

/// Those of the rows that the viewer may see.
template <class List>
std::vector<row_number> seen(const lens& through, entity_kind kind, const List& rows) {
    std::vector<row_number> all;
    for (const row_number row : rows)
        if (through.may_see(kind, row)) all.push_back(row);
    return all;
}

/// The rate as a column has it, in hundredths of a percent; absent where it says nothing.
inline std::optional<std::int64_t> share(const rate& r, rounding how = rounding::half_up) {
    const std::int64_t hundredths = hundredths_of_percent(r, how);
    return hundredths < 0 ? std::nullopt : std::optional{hundredths};
}

/// "39-NQ/TW Title", or what of the two there is.
inline std::string number_and_title(std::string_view number, std::string_view title) {
    std::string both{number};
    if (!both.empty() && !title.empty()) both += ' ';
    return both += title;
}

/// The same in each language in which there is a title; in Vietnamese the number alone, too.
inline multilingual numbered(std::string_view number, const words& title) {
    const auto in = [&](const std::string& words) {
        return words.empty() ? words : number_and_title(number, words);
    };
    return {number_and_title(number, title.vi), in(title.en), in(title.tr)};
}

}  // namespace mandate
