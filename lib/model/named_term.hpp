#pragma once
// A question may name a term of office in place of a period.

#include <optional>
#include <string_view>

namespace mandate {

/// The code in `term:CODE`. @returns nothing for a text of another form.
inline std::optional<std::string_view> named_term(std::string_view period) noexcept {
    constexpr std::string_view prefix = "term:";
    if (period.substr(0, prefix.size()) != prefix) return std::nullopt;
    return period.substr(prefix.size());
}

}  // namespace mandate
