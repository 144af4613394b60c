#include "base/quote.hpp"

#include "mandate/base/text.hpp"

namespace mandate {
namespace {

bool continues(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

/// The size of the control character or line separator with which valid UTF-8 begins; else 0.
std::size_t control_size(std::string_view text) noexcept {
    const auto byte = static_cast<unsigned char>(text[0]);
    if (byte < 0x20 || byte == 0x7F) return 1;
    if (byte == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0) return 2;  // U+0080 to U+009F
    return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

}  // namespace

std::string in_quotes(std::string_view text, std::size_t longest) {
    std::size_t end = text.size();
    if (end > longest)
        for (end = longest; end > 0 && longest - end < 3 && continues(text[end]);) --end;

    std::string shown{text.substr(0, end)};
    while (const auto at = find_invalid_utf8(shown)) shown[*at] = '?';

    std::string out = "\"";
    for (std::string_view rest = shown; !rest.empty();) {
        const std::size_t control = control_size(rest);
        out += control != 0 ? ' ' : rest[0];
        rest.remove_prefix(control != 0 ? control : 1);
    }
    return out += end < text.size() ? "...\"" : "\"";
}

std::string mended_utf8(std::string_view text) {
    std::string out;
    while (const auto invalid = find_invalid_utf8(text)) {
        out.append(text.substr(0, *invalid)).append("\xEF\xBF\xBD");
        text.remove_prefix(*invalid + 1);
    }
    return out.append(text);
}

}  // namespace mandate
