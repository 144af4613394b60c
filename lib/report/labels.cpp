#include "report/labels.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace mandate::wording {
namespace {

const label_row* find_in(std::span<const label_row> rows, std::string_view key) noexcept {
    const auto at = std::ranges::lower_bound(rows, key, {}, &label_row::key);
    return at != rows.end() && at->key == key ? &*at : nullptr;
}

const slot& slot_named(std::span<const slot> slots, std::string_view name) {
    const auto at = std::ranges::find(slots, name, &slot::name);
    assert(at != slots.end() && "a label asks for a slot that was not given");
    return *at;
}

}  // namespace

const label_row* find_label(std::string_view key) noexcept {
    for (const auto& rows :
         {own_labels(), glossary(), calendar_labels(), agency_labels(), answer_labels(),
          review_labels(), task_labels(), delay_causes(), recommendation_topics()})
        if (const label_row* row = find_in(rows, key)) return row;
    return nullptr;
}

std::string_view label(std::string_view key, language lang) noexcept {
    const label_row* row = find_label(key);
    assert(row && "no such label");
    if (row == nullptr) return "?";  // a host's process is not ended for a word
    return lang == language::en ? row->en : lang == language::tr ? row->tr : row->vi;
}

std::string capital(std::string_view text, language lang) {
    utf8proc_int32_t first = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &first);
    if (length <= 0) return std::string{text};
    constexpr utf8proc_int32_t capital_dotted_i = 0x130;
    const bool turkish_i = lang == language::tr && first == 'i';
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size =
        utf8proc_encode_char(turkish_i ? capital_dotted_i : utf8proc_toupper(first), bytes.data());
    std::string out{reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size)};
    return out.append(text.substr(static_cast<std::size_t>(length)));
}

std::string heading(std::string_view key, language lang) { return capital(label(key, lang), lang); }

bool has_slots(std::string_view pattern, std::span<const slot> slots) noexcept {
    for (auto open = pattern.find('{'); open != std::string_view::npos;
         open = pattern.find('{', open + 1)) {
        const std::string_view inside =
            pattern.substr(open + 1, pattern.find('}', open) - open - 1);
        const std::string_view name = inside.substr(0, inside.find('?'));
        if (std::ranges::find(slots, name, &slot::name) == slots.end()) return false;
    }
    return true;
}

std::string fill(std::string_view pattern, std::span<const slot> slots) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        out.append(pattern.substr(0, open));
        if (open == std::string_view::npos) break;
        const auto close = pattern.find('}', open);
        assert(close != std::string_view::npos && "a label with an open brace only");
        const std::string_view inside = pattern.substr(open + 1, close - open - 1);
        const auto mark = inside.find('?');
        const slot& s = slot_named(slots, inside.substr(0, mark));
        if (mark == std::string_view::npos) {
            out.append(s.text);
        } else {
            const std::string_view words = inside.substr(mark + 1);
            const auto bar = words.find('|');
            out.append(s.count == 1 ? words.substr(0, bar) : words.substr(bar + 1));
        }
        pattern.remove_prefix(close + 1);
    }
    return out;
}

std::string say(std::string_view key, language lang, std::initializer_list<slot> slots) {
    return fill(label(key, lang), std::span{slots.begin(), slots.size()});
}

}  // namespace mandate::wording
