#include "results.hpp"

#include "json_text.hpp"

#include <memory>
#include <string_view>

namespace mandate::capi {
namespace {

/// The column, or null where there is none.
const column* find(const mandate_table* table, int32_t position) noexcept {
    if (table == nullptr || position < 0) return nullptr;
    const auto& columns = table->value.columns();
    const auto at = static_cast<std::size_t>(position);
    return at < columns.size() ? &columns[at] : nullptr;
}

/// The same for columns of texts (or of numbers) only.
const column* find(const mandate_table* table, int32_t position, bool of_text) noexcept {
    const column* found = find(table, position);
    return found != nullptr && (found->type == column_type::text) == of_text ? found : nullptr;
}

/// The entries of a column. NULL is for "no such column", so a column without rows has one too.
template <class T>
const T* entries(const std::vector<T>& of) noexcept {
    static constexpr T none{};
    return of.empty() ? &none : of.data();
}

}  // namespace

mandate_table* new_findings(const std::vector<finding>& findings) {
    auto made = std::make_unique<mandate_table>(mandate_table{table{
        {{"key", column_type::text}, {"text", column_type::text}, {"facts", column_type::text}}}});
    for (const finding& f : findings) {
        made->value.put(std::string_view{f.key});
        made->value.put(std::string_view{f.text});
        made->value.put(std::string_view{facts_json(f.facts)});
    }
    return made.release();
}

}  // namespace mandate::capi

using mandate::capi::entries;
using mandate::capi::find;

int64_t mandate_table_rows(const mandate_table* table) noexcept {
    return table == nullptr ? 0 : static_cast<int64_t>(table->value.rows());
}

int32_t mandate_table_columns(const mandate_table* table) noexcept {
    return table == nullptr ? 0 : static_cast<int32_t>(table->value.columns().size());
}

const char* mandate_table_name(const mandate_table* table, int32_t column) noexcept {
    const auto* found = find(table, column);
    return found == nullptr ? nullptr : found->name.c_str();
}

int32_t mandate_table_type(const mandate_table* table, int32_t column) noexcept {
    const auto* found = find(table, column);
    return found == nullptr ? 0 : static_cast<int32_t>(found->type);
}

const uint8_t* mandate_table_valid(const mandate_table* table, int32_t column) noexcept {
    const auto* found = find(table, column);
    return found == nullptr ? nullptr : entries(found->valid);
}

const int64_t* mandate_table_i64s(const mandate_table* table, int32_t column) noexcept {
    const auto* found = find(table, column, false);
    return found == nullptr ? nullptr : entries(found->numbers);
}

const int64_t* mandate_table_offsets(const mandate_table* table, int32_t column) noexcept {
    const auto* found = find(table, column, true);
    return found == nullptr ? nullptr : entries(found->offsets);
}

const char* mandate_table_utf8(const mandate_table* table, int32_t column) noexcept {
    const auto* found = find(table, column, true);
    return found == nullptr ? nullptr : found->bytes.c_str();
}

void mandate_table_free(mandate_table* table) noexcept { delete table; }

const char* mandate_bytes_data(const mandate_bytes* bytes) noexcept {
    return bytes == nullptr ? nullptr : bytes->value.c_str();
}

size_t mandate_bytes_size(const mandate_bytes* bytes) noexcept {
    return bytes == nullptr ? 0 : bytes->value.size();
}

void mandate_bytes_free(mandate_bytes* bytes) noexcept { delete bytes; }
