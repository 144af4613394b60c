#include "mandate/base/text.hpp"

#include "base/invisible.hpp"
#include "mandate/base/error.hpp"

#include <utf8proc.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <utility>

namespace mandate {
namespace {

void require_utf8(std::string_view text) {
    if (const auto at = find_invalid_utf8(text)) {
        const std::string offset = to_text(*at);
        throw error{
            errc::invalid_utf8, "the text is not UTF-8 at byte " + offset, {{"offset", offset}}};
    }
}

bool is_ascii(std::string_view text) noexcept {
    unsigned char all = 0;
    for (const char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

/// Whether each character stands in a range of which none is changed by composition: up to U+02FF,
/// U+1E00 to U+1EFF (Latin Extended Additional: precomposed Vietnamese), U+2010 to U+2027 (dashes,
/// quotation marks). Nearly all Vietnamese and Turkish text does. @pre the text is valid UTF-8.
bool is_plainly_nfc(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        if (byte(i) < 0x80) {
            i += 1;
        } else if (byte(i) <= 0xCB) {
            i += 2;
        } else if ((byte(i) == 0xE1 && byte(i + 1) >= 0xB8 && byte(i + 1) <= 0xBB) ||
                   (byte(i) == 0xE2 && byte(i + 1) == 0x80 && byte(i + 2) >= 0x90 &&
                    byte(i + 2) <= 0xA7)) {
            i += 3;
        } else {
            return false;
        }
    }
    return true;
}

/// White_Space of the Unicode character database, as no category of utf8proc gives it.
constexpr bool is_space(std::int32_t c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

utf8proc_int32_t space_to_blank(utf8proc_int32_t c, void*) { return is_space(c) ? ' ' : c; }

/// The letters that lose something other than a mark, and the dashes typed for a hyphen.
utf8proc_int32_t to_search_letter(utf8proc_int32_t c, void*) {
    switch (c) {
        case 0x110:  // Đ
        case 0x111:  // đ
        case 0xD0:   // eth and the African D, which look like Đ and are typed for it
        case 0xF0:
        case 0x189:
        case 0x256:
            return 'd';
        case 0x130:  // İ
        case 0x131:
            return 'i';  // ı
        case 0x2212:     // minus
            return '-';
        default:
            if (c >= 0x2010 && c <= 0x2015) return '-';  // hyphens and dashes
            return is_space(c) ? ' ' : c;
    }
}

/// Each character through `letter`, then through utf8proc. @pre the text is valid UTF-8.
std::string mapped(std::string_view text, int options, utf8proc_custom_func letter) {
    struct release {
        void operator()(utf8proc_uint8_t* memory) const noexcept { std::free(memory); }
    };
    utf8proc_uint8_t* raw = nullptr;
    const utf8proc_ssize_t size =
        utf8proc_map_custom(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                            static_cast<utf8proc_ssize_t>(text.size()), &raw,
                            static_cast<utf8proc_option_t>(options), letter, nullptr);
    const std::unique_ptr<utf8proc_uint8_t, release> owned{raw};
    if (size == UTF8PROC_ERROR_NOMEM || size == UTF8PROC_ERROR_OVERFLOW) throw std::bad_alloc{};
    if (size < 0) throw error{errc::internal, std::string{"utf8proc: "} + utf8proc_errmsg(size)};
    return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)};
}

/// Runs of blanks become one, those at the ends none.
std::string with_single_blanks(std::string text) {
    std::size_t kept = 0;
    for (const char c : text)
        if (c != ' ' || (kept > 0 && text[kept - 1] != ' ')) text[kept++] = c;
    if (kept > 0 && text[kept - 1] == ' ') --kept;
    text.resize(kept);
    return text;
}

std::string slowly_folded(std::string_view text) {
    constexpr int options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                            UTF8PROC_IGNORE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    // Twice: some characters, as the raised eth, are taken apart into such letters only then.
    return mapped(mapped(text, options, to_search_letter), options, to_search_letter);
}

// What the library makes of each character up to U+02FF and of U+1E00 to U+1EFF, asked once: these
// hold every Vietnamese and Turkish letter in NFC, and none of them acts on its neighbours.
class folded_letters {
public:
    folded_letters() {
        for (std::int32_t c = 0x80; c < 0x300; ++c) letters_[place(c)] = folded(c);
        for (std::int32_t c = 0x1E00; c < 0x1F00; ++c) letters_[place(c)] = folded(c);
    }
    /// Null for a character of another range. @pre c >= 0x80
    const std::string* find(std::int32_t c) const noexcept {
        const bool covered = c < 0x300 || (c >= 0x1E00 && c < 0x1F00);
        return covered ? &letters_[place(c)] : nullptr;
    }

private:
    static std::size_t place(std::int32_t c) noexcept {
        return static_cast<std::size_t>(c < 0x300 ? c : c - 0x1E00 + 0x300);
    }
    static std::string folded(std::int32_t c) {
        utf8proc_uint8_t bytes[4];
        const auto size = utf8proc_encode_char(c, bytes);
        return slowly_folded(
            {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    }
    std::array<std::string, 0x400> letters_;
};

/// @returns nothing if a character of another range is there. @pre the text is valid UTF-8.
std::optional<std::string> quickly_folded(std::string_view text) {
    static const folded_letters letters;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        std::int32_t c = byte(i);
        if (c < 0x80) {
            if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
            out += static_cast<char>(c >= '\t' && c <= '\r' ? ' ' : c);
            ++i;
            continue;
        }
        if (c >= 0xF0) return std::nullopt;
        if (c < 0xE0) {
            c = (c & 0x1F) << 6 | (byte(i + 1) & 0x3F);
            i += 2;
        } else {
            c = (c & 0x0F) << 12 | (byte(i + 1) & 0x3F) << 6 | (byte(i + 2) & 0x3F);
            i += 3;
        }
        const std::string* letter = letters.find(c);
        if (letter == nullptr) return std::nullopt;
        out += *letter;
    }
    return out;
}

std::string ascii_folded(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
        if (c >= '\t' && c <= '\r') c = ' ';
    }
    return with_single_blanks(std::move(out));
}

}  // namespace

std::string nfc(std::string_view text) {
    require_utf8(text);
    if (is_plainly_nfc(text)) return std::string{text};
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE, nullptr);
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) return ascii_folded(text);
    require_utf8(text);
    if (auto quick = quickly_folded(text)) return with_single_blanks(std::move(*quick));
    return with_single_blanks(slowly_folded(text));
}

std::string fold_case(std::string_view text) {
    if (is_ascii(text)) return ascii_folded(text);
    require_utf8(text);
    return with_single_blanks(
        mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD, space_to_blank));
}

std::size_t leading_invisible(std::string_view text) noexcept {
    if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return 0;
    utf8proc_int32_t c = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &c);
    return size > 0 && utf8proc_get_property(c)->ignorable ? static_cast<std::size_t>(size) : 0;
}

std::string to_text(long long number) {
    char digits[std::numeric_limits<long long>::digits10 + 3];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    return {std::begin(digits), end};
}

}  // namespace mandate
