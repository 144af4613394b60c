#pragma once
// Answers to questions as parts of a JSON document.

#include "mandate/base/civil_day.hpp"
#include "mandate/base/table.hpp"
#include "mandate/base/text.hpp"
#include "model/json_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mandate {

/// One row as an object; what is missing is left out, days are "2024-04-25".
inline void put_row(json_writer& out, const table& rows, std::size_t row) {
    out.begin_object();
    for (std::size_t c = 0; c < rows.columns().size(); ++c) {
        const column& of = rows.columns()[c];
        if (of.valid[row] == 0) continue;
        out.key(of.name);
        if (of.type == column_type::text)
            out.value(*rows.text(row, c));
        else if (of.type == column_type::day)
            out.value(to_text(civil_day{static_cast<std::int32_t>(*rows.number(row, c))}));
        else
            out.value(*rows.number(row, c));
    }
    out.end_object();
}

inline void put_rows(json_writer& out, std::string_view key, const table& rows) {
    out.key(key);
    out.begin_array();
    for (std::size_t row = 0; row < rows.rows(); ++row) put_row(out, rows, row);
    out.end_array();
}

}  // namespace mandate
