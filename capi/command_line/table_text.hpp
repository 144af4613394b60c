#pragma once
// A table as a reader sees it.

#include "handles.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace command_line {

/// Aligned columns under their names; a missing value is "-", a long one is cut.
std::string text_of(const table& of);

/// {"rows":[ {...}, {...} ]}, one row a line; a missing value is null, a day "2024-04-25".
std::string json_of(const table& of);
/// Several of them under their names: {"rows":[...],"findings":[...]}
std::string json_of(std::initializer_list<std::pair<std::string_view, const table*>> all);

/// The cells of a column.
std::vector<std::string> column_of(const table& of, std::int32_t column);

/// What a cell says; empty where it has no value.
std::string text_at(const table& of, std::int32_t column, std::int64_t row);

/// 2024-04-25, of a day since 1970-01-01.
std::string day_text(std::int64_t day);

/// Without control characters: a terminal would obey them, and a line break would break the row.
std::string harmless(std::string text);

/// In the quotes of JSON.
std::string json_string(std::string_view text);

/// The text of each finding.
std::vector<std::string> findings_in(const table& findings);

}  // namespace command_line
