#pragma once
// The answer to a question: an immutable table of columns, laid out as Arrow's large_utf8 and
// int64, so that a host reads a million rows without a call per row.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

enum class column_type : std::int32_t {
    int64 = 1,  ///< a count, a number
    text = 2,   ///< UTF-8
    day = 3,    ///< int64 storage, days since 1970-01-01
};

/// Validity: `valid` has one byte a row, 1 = there is a value; a missing text is empty, a missing
/// number 0. Text i is bytes[offsets[i] .. offsets[i+1]); a NUL follows the last byte of `bytes`.
struct column {
    std::string name;
    column_type type = column_type::int64;
    std::vector<std::uint8_t> valid;
    std::vector<std::int64_t> numbers;  ///< int64 and day columns
    std::vector<std::int64_t> offsets;  ///< text columns: rows + 1 entries
    std::string bytes;                  ///< text columns
};

class table {
public:
    table() = default;
    /// Columns in order; all empty.
    explicit table(std::vector<std::pair<std::string, column_type>> columns);

    std::size_t rows() const noexcept { return rows_; }
    const std::vector<column>& columns() const noexcept { return columns_; }

    /// One row, value by value from the first column on. Every column must be given.
    void put(std::optional<std::int64_t> value);
    void put(std::optional<std::string_view> value);

    std::optional<std::int64_t> number(std::size_t row, std::size_t column) const;
    std::optional<std::string_view> text(std::size_t row, std::size_t column) const;

private:
    std::vector<column> columns_;
    std::size_t rows_ = 0;
    std::size_t next_ = 0;
};

}  // namespace mandate
