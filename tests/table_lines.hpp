#pragma once
// A table as lines of text, the columns that a test looks at.

#include "mandate/base/civil_day.hpp"
#include "mandate/base/table.hpp"
#include "mandate/base/text.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mandate::tests {

/// "A|2024-04-25|3": the columns named, separated by bars; a missing value is "-".
inline std::vector<std::string> lines_of(const table& t, const std::vector<std::string>& columns) {
    std::vector<std::string> lines(t.rows());
    for (const std::string& name : columns) {
        std::size_t c = 0;
        while (c < t.columns().size() && t.columns()[c].name != name) ++c;
        if (c == t.columns().size()) throw std::logic_error{"no column " + name};
        for (std::size_t row = 0; row < t.rows(); ++row) {
            std::string cell = "-";
            if (t.columns()[c].valid[row] == 0) {
            } else if (t.columns()[c].type == column_type::text) {
                cell = std::string{*t.text(row, c)};
            } else if (t.columns()[c].type == column_type::day) {
                cell = to_text(civil_day{static_cast<std::int32_t>(*t.number(row, c))});
            } else {
                cell = to_text(*t.number(row, c));
            }
            lines[row] += (&name != columns.data() ? "|" : "") + cell;
        }
    }
    return lines;
}

}  // namespace mandate::tests
