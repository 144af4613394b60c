#include "mandate/model/command.hpp"

#include <limits>

namespace mandate {
namespace {

template <class T>
const T* first(const std::vector<field_value>& values, field name) noexcept {
    for (const field_value& v : values)
        if (v.name == name)
            if (const T* found = std::get_if<T>(&v.content)) return found;
    return nullptr;
}

}  // namespace

std::optional<std::string_view> arguments::text(field name) const noexcept {
    const auto* found = first<std::string>(values, name);
    if (!found || found->empty()) return std::nullopt;
    return *found;
}

std::vector<std::string_view> arguments::texts(field name) const {
    std::vector<std::string_view> found;
    for (const field_value& v : values)
        if (v.name == name)
            if (const auto* text = std::get_if<std::string>(&v.content); text && !text->empty())
                found.emplace_back(*text);
    return found;
}

std::optional<std::int64_t> arguments::integer(field name) const noexcept {
    const auto* found = first<std::int64_t>(values, name);
    if (!found) return std::nullopt;
    return *found;
}

std::optional<civil_day> arguments::day(field name) const noexcept {
    using limits = std::numeric_limits<std::int32_t>;
    const auto* found = first<std::int64_t>(values, name);
    if (!found || *found < limits::min() || *found > limits::max()) return std::nullopt;
    return civil_day{static_cast<std::int32_t>(*found)};
}

bool arguments::has(field name) const noexcept {
    for (const field_value& v : values)
        if (v.name == name) {
            const auto* text = std::get_if<std::string>(&v.content);
            if (!text || !text->empty()) return true;
        }
    return false;
}

}  // namespace mandate
