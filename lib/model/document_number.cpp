// Blanks and what shows nothing go, dashes become hyphens, signs of full width those of ASCII and
// letters that look like Đ become Đ; then the two grammars, of which the sign after the serial
// tells:
//
//     party   serial "-" KIND "/" ISSUER                          39-NQ/TW
//     state   serial "/" [year "/"] (KIND "-" ISSUER | ISSUER "-" UNIT)   42/2014/QĐ-TTg, 162/NQ-CP

#include "mandate/model/document_number.hpp"

#include "base/invisible.hpp"
#include "mandate/base/text.hpp"
#include "model/white_space.hpp"

#include <charconv>

namespace mandate {
namespace {

// U+2010 to U+2015 and U+2212, in UTF-8.
std::size_t leading_dash(std::string_view text) noexcept {
    if (text.starts_with('-')) return 1;
    if (text.starts_with("\xE2\x80") && text.size() > 2 && text[2] >= '\x90' && text[2] <= '\x95')
        return 3;
    return text.starts_with("\xE2\x88\x92") ? 3 : 0;
}

// In UTF-8 U+0110 for U+00D0 and U+0189, and U+0111 for their small letters U+00F0 and U+0256,
// which some keyboards gave for it; "" for what is none of them.
std::string_view leading_d_with_stroke(std::string_view text) noexcept {
    if (text.starts_with("\xC3\x90") || text.starts_with("\xC6\x89")) return "\xC4\x90";
    if (text.starts_with("\xC3\xB0") || text.starts_with("\xC9\x96")) return "\xC4\x91";
    return {};
}

// The ASCII sign that is written as a fraction slash (U+2044), a division slash (U+2215) or in full
// width (U+FF01 to U+FF5E), each of three bytes; 0 for what is none of them.
char leading_look_alike(std::string_view text) noexcept {
    if (text.starts_with("\xE2\x81\x84") || text.starts_with("\xE2\x88\x95")) return '/';
    if (text.size() < 3 || text[0] != '\xEF') return 0;
    const int low = static_cast<unsigned char>(text[2]) & 0x3F;
    if (text[1] == '\xBC' && low != 0) return static_cast<char>(0x20 + low);
    if (text[1] == '\xBD' && low <= 0x1E) return static_cast<char>(0x60 + low);
    return 0;
}

std::string tightened(std::string_view written) {
    std::string out;
    while (!written.empty()) {
        if (const std::size_t space = leading_space(written)) {
            written.remove_prefix(space);
        } else if (const std::size_t unseen = leading_invisible(written)) {
            written.remove_prefix(unseen);
        } else if (const char sign = leading_look_alike(written)) {
            out += sign;
            written.remove_prefix(3);
        } else if (const std::size_t dash = leading_dash(written)) {
            out += '-';
            written.remove_prefix(dash);
        } else if (const std::string_view letter = leading_d_with_stroke(written);
                   !letter.empty()) {
            out += letter;
            written.remove_prefix(letter.size());
        } else {
            out += written.front();
            written.remove_prefix(1);
        }
    }
    return out;
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// Takes the digits at the front; nothing if there are none, or too many for a number.
std::optional<std::int64_t> take_number(std::string_view& text) {
    std::size_t n = 0;
    while (n < text.size() && is_digit(text[n])) ++n;
    if (n == 0 || n > 15) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + n, number);
    text.remove_prefix(n);
    return number;
}

// A part between two signs: not empty, and with a letter in it.
bool is_name(std::string_view text) noexcept {
    for (const char c : text)
        if (!is_digit(c) && c != '/' && c != '-') return true;
    return false;
}

}  // namespace

std::string_view name_of(number_form form) noexcept {
    switch (form) {
        case number_form::party:
            return "party";
        case number_form::state:
            return "state";
        case number_form::irregular:
            break;
    }
    return "irregular";
}

document_number read_document_number(std::string_view written) {
    const std::string tight = tightened(written);
    document_number irregular;
    irregular.letters = tight;
    std::string_view rest = tight;
    const auto serial = take_number(rest);
    if (!serial || rest.empty()) return irregular;
    document_number read;
    read.serial = serial;
    if (rest.front() == '-') {
        rest.remove_prefix(1);
        const std::size_t slash = rest.find('/');
        if (slash == std::string_view::npos || !is_name(rest.substr(0, slash)) ||
            !is_name(rest.substr(slash + 1)))
            return irregular;
        read.form = number_form::party;
    } else if (rest.front() == '/') {
        rest.remove_prefix(1);
        std::string_view behind = rest;
        if (const auto year = take_number(behind);
            year && *year >= 1900 && *year <= 2199 && behind.starts_with('/')) {
            read.year = static_cast<int>(*year);
            rest = behind.substr(1);
        }
        if (!is_name(rest)) return irregular;
        read.form = number_form::state;
    } else {
        return irregular;
    }
    read.letters = rest;
    return read;
}

std::string comparable_number(std::string_view written) {
    const document_number read = read_document_number(written);
    std::string out;
    if (read.serial) out = to_text(*read.serial);
    if (read.form == number_form::party) out += '-';
    if (read.form == number_form::state) out += '/';
    if (read.year) out += to_text(*read.year) + "/";
    return out + fold_case(read.letters);
}

}  // namespace mandate
