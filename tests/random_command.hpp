#pragma once
// Commands of every kind with random fields, well formed by construction, from the descriptor
// table.

#include "base/random_numbers.hpp"
#include "mandate/base/civil_day.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/codec.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// How a failing test shows a command.
inline void PrintTo(const command& c, std::ostream* out) {
    *out << descriptor_of(c.kind).name << ' ' << encode_payload(c, c.kind);
}

namespace tests {

inline std::size_t below(mandate::random_numbers& random, std::size_t n) {
    return static_cast<std::size_t>(random.next() % n);
}

inline std::int64_t between(mandate::random_numbers& random, std::int64_t low, std::int64_t high) {
    const auto width = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(random.next() % width);
}

/// Characters that JSON must escape, that take one to four bytes, and that end lines elsewhere.
inline std::string random_text(mandate::random_numbers& random) {
    constexpr std::array<std::string_view, 17> pieces{
        "a",    "Z9", " ",     "\"", "\\", "\n",     "\t",         "\x01",  "\x1F",
        "\x7F", "/",  "đề án", "ı",  "İ",  "\u2028", "\U0001F600", "{[,:]}"};
    std::string text = "x";  // not only white space
    for (std::size_t n = below(random, 20); n > 0; --n)
        text += pieces[below(random, pieces.size())];
    if (below(random, 50) == 0) text.append(6000, '"');  // longer than the parser's buffer
    return text;
}

inline value random_value(mandate::random_numbers& random, const field_descriptor& f) {
    constexpr std::array<const char*, 5> periods{"2024-Q1", "1900", "2199-H2", "2024-12",
                                                 "2025-H1"};
    switch (f.type) {
        case value_type::text: {
            std::string text = random_text(random);
            if (f.name.starts_with("name_") || f.name.starts_with("alias_") ||
                f.id == field::number || f.id == field::clause_number)  // of one line
                std::erase_if(
                    text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
            return text;
        }
        case value_type::code:
            return "NQ/TW-" + std::to_string(below(random, 1000)) + "Đ\"";
        case value_type::period:
            return std::string{periods[below(random, periods.size())]};
        case value_type::day:
            return between(random, first_day.since_epoch(), last_day.since_epoch());
        case value_type::integer:
            return below(random, 4) == 0 ? f.high : between(random, f.low, f.high);
        case value_type::choice:
            return std::int64_t{f.choices[below(random, f.choices.size())].number};
    }
    return {};
}

/// The fields stand in the order of the command's description.
inline command random_command(mandate::random_numbers& random) {
    const command_descriptor& kind = commands()[below(random, commands().size())];
    command c;
    c.kind = kind.id;
    if (kind.id == command_kind::void_event) c.corrects = 1;
    for (const auto uses : {kind.fields, common_fields()})
        for (const field_use& use : uses) {
            std::size_t count = use.required || below(random, 3) == 0 ? 1 : 0;
            if (use.list) count += below(random, 3);
            for (; count > 0; --count)
                c.values.push_back({use.id, random_value(random, descriptor_of(use.id))});
        }
    return c;
}

/// The same values in the order of the field table, as stored commands have them.
inline std::vector<field_value> in_table_order(std::vector<field_value> values) {
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
        return &descriptor_of(a.name) < &descriptor_of(b.name);
    });
    return values;
}

}  // namespace tests
}  // namespace mandate
