#include "mandate/base/table.hpp"

#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <cassert>
#include <utility>

namespace mandate {
namespace {

const column& cell_column(const table& t, std::size_t row, std::size_t index) {
    if (index >= t.columns().size())
        throw error{errc::invalid_argument,
                    "column " + to_text(index) + " of a table with " + to_text(t.columns().size())};
    if (row >= t.rows())
        throw error{errc::invalid_argument,
                    "row " + to_text(row) + " of a table with " + to_text(t.rows())};
    return t.columns()[index];
}

[[noreturn]] void wrong_type(const column& c, const char* asked) {
    throw error{errc::invalid_argument, "column " + c.name + " does not hold " + asked};
}

}  // namespace

table::table(std::vector<std::pair<std::string, column_type>> columns) {
    columns_.reserve(columns.size());
    for (auto& [name, type] : columns) {
        column c;
        c.name = std::move(name);
        c.type = type;
        if (type == column_type::text) c.offsets.push_back(0);
        columns_.push_back(std::move(c));
    }
}

void table::put(std::optional<std::int64_t> value) {
    assert(next_ < columns_.size() && columns_[next_].type != column_type::text);
    column& c = columns_[next_];
    c.valid.push_back(value ? 1 : 0);
    c.numbers.push_back(value.value_or(0));
    if (++next_ == columns_.size()) next_ = 0, ++rows_;
}

void table::put(std::optional<std::string_view> value) {
    assert(next_ < columns_.size() && columns_[next_].type == column_type::text);
    column& c = columns_[next_];
    c.valid.push_back(value ? 1 : 0);
    if (value) c.bytes += *value;
    c.offsets.push_back(static_cast<std::int64_t>(c.bytes.size()));
    if (++next_ == columns_.size()) next_ = 0, ++rows_;
}

std::optional<std::int64_t> table::number(std::size_t row, std::size_t column) const {
    const mandate::column& c = cell_column(*this, row, column);
    if (c.type == column_type::text) wrong_type(c, "numbers");
    return c.valid[row] != 0 ? std::optional{c.numbers[row]} : std::nullopt;
}

std::optional<std::string_view> table::text(std::size_t row, std::size_t column) const {
    const mandate::column& c = cell_column(*this, row, column);
    if (c.type != column_type::text) wrong_type(c, "text");
    if (c.valid[row] == 0) return std::nullopt;
    const auto begin = static_cast<std::size_t>(c.offsets[row]);
    const auto end = static_cast<std::size_t>(c.offsets[row + 1]);
    return std::string_view{c.bytes}.substr(begin, end - begin);
}

}  // namespace mandate
