#pragma once
// What all questions need to fill their tables.

#include "mandate/base/table.hpp"
#include "mandate/model/command.hpp"
#include "mandate/model/descriptor.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {

/// With the columns of the descriptor table.
inline table empty_table(question_kind question) {
    std::vector<std::pair<std::string, column_type>> columns;
    for (const column_descriptor& c : find_question(static_cast<std::int32_t>(question))->columns)
        columns.emplace_back(c.name, c.type == "text"  ? column_type::text
                                     : c.type == "day" ? column_type::day
                                                       : column_type::int64);
    return table{std::move(columns)};
}

/// Empty text is a missing one.
inline std::optional<std::string_view> present(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return text;
}

/// The part of a list that was asked for.
template <class Item>
std::vector<Item> page(std::vector<Item> items, const arguments& args) {
    const auto size = static_cast<std::int64_t>(items.size());
    const std::int64_t first = std::min(args.integer(field::offset).value_or(0), size);
    const std::int64_t count = std::min(args.integer(field::limit).value_or(size), size - first);
    return {items.begin() + first, items.begin() + first + count};
}

}  // namespace mandate
