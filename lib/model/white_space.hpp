#pragma once
// White space as Unicode has it (the property White_Space), found in UTF-8 without decoding.

#include <cstddef>
#include <string_view>

namespace mandate {

/// The size in bytes of the white-space character with which the text begins; 0 if there is none.
inline std::size_t leading_space(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(0) == ' ' || (byte(0) >= '\t' && byte(0) <= '\r')) return 1;
    if (byte(0) == 0xC2) return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;  // U+0085, U+00A0
    const auto three = byte(0) << 16U | byte(1) << 8U | byte(2);
    const bool space = three == 0xE19A80 ||                         // U+1680
                       (three >= 0xE28080 && three <= 0xE2808A) ||  // U+2000 to U+200A
                       three == 0xE280A8 || three == 0xE280A9 ||    // U+2028, U+2029
                       three == 0xE280AF || three == 0xE2819F ||    // U+202F, U+205F
                       three == 0xE38080;                           // U+3000
    return space ? 3 : 0;
}

/// The text without white space at its ends.
inline std::string_view trimmed(std::string_view text) noexcept {
    while (const std::size_t n = leading_space(text)) text.remove_prefix(n);
    for (std::size_t n = 1; n <= 3 && n <= text.size();)
        if (leading_space(text.substr(text.size() - n)) == n)
            text.remove_suffix(n), n = 1;
        else
            ++n;
    return text;
}

}  // namespace mandate
