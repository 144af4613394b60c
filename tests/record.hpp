#pragma once
// A tiny language for tests: one command a line,
//     2024-01-05 assign_task task=T1 title_vi='Task 1' lead=A,B deadline=2024-03-20
// The first word is effective_on; a comma makes a list; quotes keep blanks and commas together.

#include "mandate/model/command.hpp"
#include "mandate/model/descriptor.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mandate::tests {

inline void give(command& c, std::string_view name, const std::string& text) {
    if (name == "corrects") {
        c.corrects = std::stoll(text);
        return;
    }
    const field_descriptor* f = find_field(name);
    if (f == nullptr) throw std::logic_error{"no field " + std::string{name}};
    switch (f->type) {
        case value_type::integer:
            c.values.push_back({f->id, std::int64_t{std::stoll(text)}});
            break;
        case value_type::day:
            c.values.push_back({f->id, std::int64_t{parse_day(text).since_epoch()}});
            break;
        case value_type::choice:
            if (!choice_number(f->id, text)) throw std::logic_error{"no choice " + text};
            c.values.push_back({f->id, *choice_number(f->id, text)});
            break;
        default:
            c.values.push_back({f->id, text});
    }
}

inline command command_of(const std::string& line) {
    command c;
    std::string word, name;
    bool quoted = false;
    int words = 0;
    const auto end_word = [&] {
        if (word.empty() && name.empty()) return;
        if (words == 0)
            c.effective_on = parse_day(word);
        else if (words == 1)
            c.kind = find_command(std::string_view{word}) != nullptr
                         ? find_command(std::string_view{word})->id
                         : throw std::logic_error{"no command " + word};
        else
            give(c, name, word);
        word.clear();
    };
    for (const char x : line + " ") {
        if (x == '\'') {
            quoted = !quoted;
        } else if (x == ' ' && !quoted) {
            if (word.empty() && name.empty()) continue;
            end_word();
            name.clear();
            ++words;
        } else if (x == ',' && !quoted && !name.empty()) {
            end_word();
        } else if (x == '=' && !quoted && words > 1 && name.empty()) {
            name.swap(word);
        } else {
            word += x;
        }
    }
    return c;
}

/// One command a line; empty lines and lines that begin with # are left out.
inline std::vector<command> commands_of(std::string_view text) {
    std::vector<command> all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line{text.substr(0, end)};
        text.remove_prefix(std::min(end + 1, text.size()));
        line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
        if (!line.empty() && line.front() != '#') all.push_back(command_of(line));
    }
    return all;
}

/// An act of a clerk at noon (UTC+7) of the day.
inline act by_clerk(civil_day today) {
    return {today, (std::int64_t{today.since_epoch()} * 24 + 5) * 3'600'000'000, "clerk", ""};
}

/// splitmix64: the same numbers everywhere.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : x_{seed} {}
    std::uint64_t next() {
        std::uint64_t z = (x_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }

private:
    std::uint64_t x_;
};

}  // namespace mandate::tests
