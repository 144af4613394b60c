// The check that every byte from outside passes. Most of it is ASCII, so eight bytes are looked at
// at a time as long as none has its highest bit set; the others follow table 3-7 of the Unicode
// Standard, "Well-Formed UTF-8 Byte Sequences", which leaves out overlong forms, surrogates and
// what lies above U+10FFFF by the range of the second byte:
//
//     first     second    others
//     C2..DF    80..BF
//     E0        A0..BF    80..BF          below A0: overlong
//     ED        80..9F    80..BF          above 9F: surrogates
//     E1..EF    80..BF    80..BF
//     F0        90..BF    80..BF 80..BF   below 90: overlong
//     F4        80..8F    80..BF 80..BF   above 8F: beyond U+10FFFF
//     F1..F3    80..BF    80..BF 80..BF

#include "mandate/base/text.hpp"

#include <cstdint>
#include <cstring>

namespace mandate {
namespace {

bool between(unsigned char byte, unsigned low, unsigned high) noexcept {
    return byte >= low && byte <= high;
}

/// The size of the character that starts at `at`, of which `left` bytes are there; 0 if ill-formed.
std::size_t character_size(const unsigned char* at, std::size_t left) noexcept {
    const unsigned first = at[0];
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || left < 2) return 0;
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (!between(at[1], low, high)) return 0;
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (left < size) return 0;
    for (std::size_t i = 2; i < size; ++i)
        if (!between(at[i], 0x80, 0xBF)) return 0;
    return size;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept {
    constexpr std::uint64_t highest_bits = 0x8080808080808080;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t i = 0;
    while (i < text.size()) {
        std::uint64_t eight = 0;
        if (text.size() - i >= sizeof eight) {
            std::memcpy(&eight, bytes + i, sizeof eight);
            if ((eight & highest_bits) == 0) {
                i += sizeof eight;
                continue;
            }
        }
        // Up to the end of this non-ASCII stretch; then eight at a time again.
        do {
            const std::size_t size = character_size(bytes + i, text.size() - i);
            if (size == 0) return i;
            i += size;
        } while (i < text.size() && bytes[i] >= 0x80);
    }
    return std::nullopt;
}

}  // namespace mandate
