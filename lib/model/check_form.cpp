// The form of a command: what can be judged without knowing the ledger.

#include "base/invisible.hpp"
#include "base/quote.hpp"
#include "mandate/base/civil_day.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/check_act.hpp"
#include "model/named_term.hpp"
#include "model/short_fact.hpp"
#include "model/white_space.hpp"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace mandate {
namespace {

constexpr std::int64_t longest_text = (1 << 20) - 1;  // bytes, as all of these
constexpr std::int64_t longest_code = 100;
constexpr std::int64_t longest_name = 200;  // of an actor, of a request

/// What is judged, as errors name it: the command assign_task, the question tasks.
struct spoken_of {
    std::string_view kind;  ///< key of the fact; empty: none
    std::string_view name;
};
constexpr std::string_view a_question = "question";

[[noreturn]] void fail(errc code, const spoken_of& of, std::string_view field,
                       const std::string& what, std::vector<fact> more = {}) {
    std::vector<fact> facts;
    if (!of.kind.empty()) facts.emplace_back(of.kind, of.name);
    facts.emplace_back("field", field);
    facts.emplace_back("rule", name_of(code));
    facts.insert(facts.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
    throw error{code, std::string{of.name} + ": " + std::string{field} + what, std::move(facts)};
}

/// True for text that is surely valid UTF-8, in NFC and without NUL, found in one pass: ASCII,
/// U+0080 to U+02FF and U+1E00 to U+1EFF, which hold every Vietnamese and Turkish letter, and
/// U+2010 to U+2027, dashes and quotation marks. None of these combines with what stands before it
/// (NFC_Quick_Check=Yes, combining class 0).
bool is_normal(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) -> unsigned {
        return static_cast<unsigned char>(text[i]);
    };
    const auto within = [&](std::size_t i, unsigned low, unsigned high) {
        return i < text.size() && byte(i) - low <= high - low;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text.size() - i >= 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, text.data() + i, 8);
            // The subtraction borrows into the highest bit of a byte that is 0.
            if (((eight | (eight - 0x0101010101010101)) & 0x8080808080808080) == 0) {
                i += 8;
                continue;
            }
        }
        // A non-ASCII character and the ASCII ones before it; then eight at a time again.
        while (i < text.size() && within(i, 0x01, 0x7F)) ++i;
        if (i == text.size()) return true;
        if (within(i, 0xC2, 0xCB) && within(i + 1, 0x80, 0xBF))
            i += 2;
        else if ((byte(i) == 0xE1 && within(i + 1, 0xB8, 0xBB) && within(i + 2, 0x80, 0xBF)) ||
                 (byte(i) == 0xE2 && within(i + 1, 0x80, 0x80) && within(i + 2, 0x90, 0xA7)))
            i += 3;
        else
            return false;
    }
    return true;
}

/// Brings the text to NFC, unless it is to stay as it is.
void normalise(std::string& text, const spoken_of& of, std::string_view field,
               std::int64_t longest = longest_text, bool as_it_is = false) {
    if (std::ssize(text) > longest)
        fail(errc::out_of_range, of, field, " is longer than " + to_text(longest) + " bytes");
    if (is_normal(text)) return;
    if (const auto offset = find_invalid_utf8(text)) {
        const std::string at = to_text(static_cast<long long>(*offset));
        fail(errc::invalid_utf8, of, field, " is not UTF-8 at byte " + at, {{"offset", at}});
    }
    if (text.find('\0') != std::string::npos)
        fail(errc::malformed, of, field, " holds the character NUL");
    if (!as_it_is) text = nfc(text);
}

/// A control character at the front: NUL to 0x1F, 0x7F, and U+0080 to U+009F.
bool is_control(std::string_view text) noexcept {
    const auto c = static_cast<unsigned char>(text[0]);
    return c < 0x20 || c == 0x7F ||
           (c == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0);
}

/// Whether there is anything but white space, control and invisible characters. @pre it is valid
/// UTF-8.
bool shows_something(std::string_view text) noexcept {
    while (!text.empty()) {
        std::size_t nothing = std::max(leading_space(text), leading_invisible(text));
        if (nothing == 0 && is_control(text))
            nothing = static_cast<unsigned char>(text[0]) < 0x80 ? 1 : 2;
        if (nothing == 0) return true;
        text.remove_prefix(nothing);
    }
    return false;
}

/// Of a thing that is called so in lists. Titles are longer, and may have lines.
bool is_name(field id) noexcept {
    switch (id) {
        case field::name_vi:
        case field::name_en:
        case field::name_tr:
        case field::alias_vi:
        case field::alias_en:
        case field::alias_tr:
        case field::number:
        case field::clause_number:
            return true;
        default:
            return false;
    }
}

void check_name(std::string_view name, const spoken_of& of, std::string_view field) {
    for (std::size_t i = 0; i < name.size(); ++i)
        if (is_control(name.substr(i)))
            fail(errc::malformed, of, field, " has a control character in it");
}

void check_code(std::string_view code, const spoken_of& of, std::string_view field) {
    if (std::ssize(code) > longest_code)
        fail(errc::malformed, of, field,
             " " + in_quotes(code) + " is longer than " + to_text(longest_code) + " bytes");
    for (std::size_t i = 0; i < code.size(); ++i) {
        const auto c = static_cast<unsigned char>(code[i]);
        if (c > 0x20 && c < 0x7F) continue;
        if (leading_invisible(code.substr(i)) > 0)
            fail(errc::malformed, of, field, " has an invisible character in it",
                 short_fact("value", code));
        if (leading_space(code.substr(i)) > 0)
            fail(errc::malformed, of, field, " " + in_quotes(code) + " has white space in it",
                 short_fact("value", code));
        if (is_control(code.substr(i)))
            fail(errc::malformed, of, field, " has a control character in it",
                 short_fact("value", code));
    }
}

void check_period(std::string_view text, const spoken_of& of, std::string_view field) {
    if (of.kind == a_question && named_term(text)) return;
    try {
        parse_period(text);
    } catch (const error& e) {
        const bool own = text.find('/') != text.npos;
        fail(e.code(), of, field,
             e.code() == errc::out_of_range && !own ? " " + in_quotes(text) + " does not exist"
                                                    : " " + std::string{e.what()},
             short_fact("value", text));
    }
}

void check_covered(std::int64_t day, const spoken_of& of, std::string_view field) {
    if (day >= first_day.since_epoch() && day <= last_day.since_epoch()) return;
    // Four-digit years print as days; beyond them the number says more.
    constexpr civil_day year_0{std::chrono::year{0} / 1 / 1};
    constexpr civil_day year_9999{std::chrono::year{9999} / 12 / 31};
    const bool printable = day >= year_0.since_epoch() && day <= year_9999.since_epoch();
    const std::string text =
        printable ? to_text(civil_day{static_cast<std::int32_t>(day)}) : to_text(day);
    fail(errc::out_of_range, of, field,
         " " + text + " is not covered (" + to_text(first_day) + " to " + to_text(last_day) + ")",
         short_fact("value", text));
}

bool holds_text(value_type type) noexcept {
    return type == value_type::text || type == value_type::code || type == value_type::period;
}

void check_text(std::string& text, const field_descriptor& f, const spoken_of& of) {
    if (!holds_text(f.type))
        fail(errc::malformed, of, f.name,
             f.type == value_type::integer ? " is a number, not text"
             : f.type == value_type::day   ? " is a day, not text"
                                           : " is a choice, given by its number, not text");
    normalise(text, of, f.name, longest_text, f.id == field::host_value);
    if (text.empty() || (f.type == value_type::text && !shows_something(text)))
        fail(errc::missing_field, of, f.name, " is empty");
    if (f.type == value_type::code) check_code(text, of, f.name);
    if (is_name(f.id)) check_name(text, of, f.name);
    if (f.type == value_type::period) check_period(text, of, f.name);
}

void check_integer(std::int64_t number, const field_descriptor& f, const spoken_of& of) {
    const auto refuse = [&](errc code, const std::string& what) {
        fail(code, of, f.name, what, short_fact("value", to_text(number)));
    };
    if (holds_text(f.type)) refuse(errc::malformed, " is text, not a number");
    if (f.type == value_type::day) check_covered(number, of, f.name);
    if (f.type == value_type::integer && (number < f.low || number > f.high))
        refuse(errc::out_of_range, " " + to_text(number) + " is outside " + to_text(f.low) +
                                       " to " + to_text(f.high) + " " + std::string{f.unit});
    if (f.type == value_type::choice && choice_name(f.id, number).empty())
        refuse(errc::out_of_range, " has no choice number " + to_text(number));
}

/// Of those of the field that are taken here.
void check_choice(std::int64_t number, const field_use& use, const spoken_of& of) {
    const auto& taken = use.choices;
    if (taken.empty() || std::ranges::count(taken, number, &choice_descriptor::number) > 0) return;
    std::string names;
    for (const choice_descriptor& one : taken) names.append(" ").append(one.name);
    fail(errc::out_of_range, of, descriptor_of(use.id).name,
         " " + std::string{choice_name(use.id, number)} + " is not one of" + names,
         short_fact("value", choice_name(use.id, number)));
}

/// `uses` are all uses of the subject, `use_of` finds the one of a field or null.
template <class UseOf>
void check_values(std::vector<field_value>& values,
                  std::initializer_list<std::span<const field_use>> uses, UseOf use_of,
                  const spoken_of& of) {
    std::bitset<1024> seen;
    for (field_value& v : values) {
        const auto number = static_cast<std::int32_t>(v.name);
        const field_descriptor* f = find_field(number);
        const field_use* use = use_of(v.name);
        if (!f) fail(errc::unknown_field, of, "field " + to_text(number), " is not known");
        if (!use) fail(errc::unknown_field, of, f->name, " is not a field of it");
        const auto bit = static_cast<std::size_t>(number);
        if (auto* text = std::get_if<std::string>(&v.content)) {
            check_text(*text, *f, of);
        } else {
            check_integer(std::get<std::int64_t>(v.content), *f, of);
            check_choice(std::get<std::int64_t>(v.content), *use, of);
        }
        if (seen[bit] && !use->list) fail(errc::malformed, of, f->name, " is given more than once");
        seen.set(bit);
    }
    for (const auto part : uses)
        for (const field_use& use : part) {
            const auto bit = static_cast<std::size_t>(use.id);
            if (use.required && !seen[bit])
                fail(errc::missing_field, of, descriptor_of(use.id).name, " is missing");
        }
}

}  // namespace

void check_form(command& c) {
    const auto number = static_cast<std::int32_t>(c.kind);
    const command_descriptor* descriptor = find_command(number);
    if (!descriptor)
        throw error{errc::malformed,
                    "command number " + to_text(number) + " is not known",
                    {{"field", "command"}, {"value", to_text(number)}}};
    const spoken_of of{"command_name", descriptor->name};
    check_values(
        c.values, {descriptor->fields, common_fields()},
        [&](field id) { return descriptor->use(id); }, of);
    if (c.effective_on) check_covered(c.effective_on->since_epoch(), of, "effective_on");
    if (c.corrects < 0)
        fail(errc::out_of_range, of, "corrects", " is the number of an event, from 1 on");
    if (c.corrects == 0 && c.kind == command_kind::void_event)
        fail(errc::missing_field, of, "corrects", " is missing");
    normalise(c.actor, of, "actor", longest_name);
}

void check_act(act& by) {
    const spoken_of of{{}, "act"};
    normalise(by.actor, of, "actor", longest_name);
    if (!shows_something(by.actor)) fail(errc::invalid_argument, of, "actor", " is empty");
    normalise(by.request_id, of, "request_id", longest_name);
}

void check_form(arguments& a, std::span<const field_use> allowed, std::string_view what) {
    const auto use_of = [&](field id) -> const field_use* {
        const auto found = std::find_if(allowed.begin(), allowed.end(),
                                        [&](const field_use& use) { return use.id == id; });
        return found == allowed.end() ? nullptr : &*found;
    };
    const spoken_of of{a_question, what};
    check_values(a.values, {allowed}, use_of, of);
    // What is searched for is compared folded; nothing of marks alone is left, and that is in all.
    if (const auto text = a.text(field::text); text && fold(*text).empty())
        fail(errc::missing_field, of, "text",
             " has nothing to search for: no letter, digit or sign");
}

}  // namespace mandate
