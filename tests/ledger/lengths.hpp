#pragma once
// Lengths of time in the answers: none is negative, and nothing ends before it began.

#include "ledger/asked.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace mandate::tests {

/// "2024-04-15 conditions: days -21": what is wrong in the answers to all questions on these days.
/// `known`: arguments that questions demand, as " task=T document=D".
inline std::vector<std::string> wrong_lengths(const ledger& of,
                                              std::initializer_list<const char*> days,
                                              const command& known) {
    static constexpr std::pair<const char*, const char*> spans[] = {
        {"since", "until"},       {"from", "until"},        {"asked_on", "answered_on"},
        {"since", "answered_on"}, {"since", "taken_on"},    {"raised_on", "answered_on"},
        {"ended_on", "taken_on"}, {"from", "ended_on"},     {"assigned_on", "finished_on"},
        {"sent_on", "closed_on"}, {"drafted_on", "sent_on"}};
    // A warning and an entry of the agenda count the days until something, too.
    const auto is_length = [](const question_descriptor& q, std::string_view name) {
        return name == "age" || (name.starts_with("days") && q.id != question_kind::warnings &&
                                 q.id != question_kind::agenda);
    };
    std::vector<std::string> wrong;
    for (const char* day : days)
        for (const question_descriptor& q : questions()) {
            const auto has = [&](std::string_view name) {
                return std::any_of(q.columns.begin(), q.columns.end(),
                                   [&](const column_descriptor& c) { return c.name == name; });
            };
            const bool tells_lengths =
                std::any_of(q.columns.begin(), q.columns.end(),
                            [&](const column_descriptor& c) { return is_length(q, c.name); }) ||
                std::any_of(std::begin(spans), std::end(spans),
                            [&](const auto& span) { return has(span.first) && has(span.second); });
            if (!tells_lengths) continue;
            command words;
            for (const field_use& use : q.arguments)
                for (const field_value& v : known.values)
                    if (use.required && v.name == use.id) words.values.push_back(v);
            table answer;
            try {
                answer = of.ask({parse_day(day), {}, {}}, q.id, words);
            } catch (const error&) {  // it needs what this ledger does not have
                continue;
            }
            const auto& columns = answer.columns();
            const auto of_name = [&](std::string_view name) {
                return static_cast<std::size_t>(
                    std::find_if(columns.begin(), columns.end(),
                                 [&](const column& c) { return c.name == name; }) -
                    columns.begin());
            };
            const std::string where = std::string{day} + " " + std::string{q.name} + ": ";
            for (std::size_t row = 0; row < answer.rows(); ++row) {
                for (std::size_t c = 0; c < columns.size(); ++c)
                    if (columns[c].type == column_type::int64 && is_length(q, columns[c].name))
                        if (const auto n = answer.number(row, c); n && *n < 0)
                            wrong.push_back(where + std::string{columns[c].name} + " " +
                                            std::to_string(*n));
                for (const auto& [first, last] : spans) {
                    const std::size_t a = of_name(first), b = of_name(last);
                    if (a == columns.size() || b == columns.size()) continue;
                    const auto from = answer.number(row, a), until = answer.number(row, b);
                    if (from && until && *until < *from)
                        wrong.push_back(where + first + " is after " + last);
                }
            }
        }
    return wrong;
}

}  // namespace mandate::tests
