#pragma once
// Answers as lines of text, so that a test reads as what somebody would be told.

#include "mandate/ledger/ledger.hpp"
#include "mandate/model/descriptor.hpp"
#include "record.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace mandate::tests {

/// "T1 | open_overdue | 2024-03-20": the named columns of each row; "-" is missing.
inline std::vector<std::string> lines_of(const table& t, std::string_view columns) {
    std::vector<std::string> all;
    for (std::size_t row = 0; row < t.rows(); ++row) {
        std::string line;
        for (std::string_view rest = columns; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            const std::string_view name = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            std::string shown = "(no column " + std::string{name} + ")";
            for (std::size_t c = 0; c < t.columns().size(); ++c) {
                const column& of = t.columns()[c];
                if (of.name != name) continue;
                shown = "-";
                if (of.type == column_type::text) {
                    if (const auto text = t.text(row, c)) shown = *text;
                } else if (const auto number = t.number(row, c)) {
                    shown = of.type == column_type::day
                                ? to_text(civil_day{static_cast<std::int32_t>(*number)})
                                : std::to_string(*number);
                }
            }
            line += (line.empty() ? "" : " | ") + shown;
        }
        all.push_back(line);
    }
    return all;
}

/// Asks "results task=T1" on a day; words after the question as in the language of record.hpp.
inline table ask(const ledger& of, std::string_view day, const std::string& question,
                 std::string_view viewer = {}, std::optional<std::int64_t> known_at = {}) {
    std::string name = question.substr(0, question.find(' '));
    const question_descriptor* asked = find_question(std::string_view{name});
    if (asked == nullptr) throw std::logic_error{"no question " + name};
    const command words = question.find(' ') == std::string::npos
                              ? command{}
                              : command_of("2024-01-01 add_agency" + question.substr(name.size()));
    return of.ask({parse_day(day), known_at, std::string{viewer}}, asked->id, words);
}

inline std::vector<std::string> told(const ledger& of, std::string_view day,
                                     const std::string& question, std::string_view columns,
                                     std::string_view viewer = {},
                                     std::optional<std::int64_t> known_at = {}) {
    return lines_of(ask(of, day, question, viewer, known_at), columns);
}

/// Everything that can be asked of a ledger, as one text: equal for equal states.
inline std::string all_that_can_be_asked(const ledger& of, std::string_view viewer = {},
                                         std::optional<std::int64_t> known_at = {}) {
    std::string all = known_at ? "" : std::to_string(of.revision()) + "\n";
    if (!known_at && viewer.empty()) all += of.state_hash() + "\n";
    for (const char* day : {"2024-03-31", "2024-12-31", "2199-12-31"}) {
        for (const question_descriptor& q : questions()) {
            std::string question{q.name};
            if (q.id == question_kind::moves) continue;  // asked for each task below
            for (const field_use& use : q.arguments) {
                if (!use.required) continue;
                if (use.id == field::since) question += " since=0";
                if (use.id == field::period) question += " period=2024-Q1";
                if (use.id == field::text) question += " text=a";
            }
            std::string columns;
            for (const column_descriptor& c : q.columns)
                columns += (columns.empty() ? "" : " ") + std::string{c.name};
            try {
                for (const std::string& line : told(of, day, question, columns, viewer, known_at))
                    all += std::string{q.name} + ": " + line + "\n";
            } catch (const error&) {  // it needs an argument that this ledger does not have
            }
        }
        for (const std::string& task : told(of, day, "tasks", "task", viewer, known_at))
            for (const std::string& line : told(of, day, "moves task='" + task + "'",
                                                "command allowed rule", viewer, known_at))
                all += "moves " + task + ": " + line + "\n";
        if (std::string_view{day} == "2024-12-31")
            all += to_json(of.review({parse_day(day), known_at, std::string{viewer}},
                                     parse_period("2024-Q4")));
    }
    return all;
}

}  // namespace mandate::tests
