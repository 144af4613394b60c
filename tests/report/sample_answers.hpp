#pragma once
// Answers built by hand, for a review built by hand.

#include "mandate/model/descriptor.hpp"
#include "mandate/review/review_answers.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace mandate::sample {

using cell = std::variant<std::int64_t, std::string>;
using answer_row = std::map<std::string, cell>;  ///< by column; what is not given is missing

inline review_answer answer_of(const std::string& question, const std::vector<answer_row>& rows) {
    const auto all = questions();
    const auto asked = std::find_if(
        all.begin(), all.end(), [&](const question_descriptor& q) { return q.name == question; });
    std::vector<std::pair<std::string, column_type>> columns;
    for (const column_descriptor& c : asked->columns)
        columns.emplace_back(c.name, c.type == "text"  ? column_type::text
                                     : c.type == "day" ? column_type::day
                                                       : column_type::int64);
    table t{columns};
    for (const answer_row& row : rows)
        for (const auto& [name, type] : columns) {
            const auto given = row.find(name);
            if (given == row.end() && type == column_type::text)
                t.put(std::optional<std::string_view>{});
            else if (given == row.end())
                t.put(std::optional<std::int64_t>{});
            else if (type == column_type::text)
                t.put(std::optional<std::string_view>{std::get<std::string>(given->second)});
            else
                t.put(std::optional{std::get<std::int64_t>(given->second)});
        }
    return {question, std::move(t)};
}

/// Agencies A to F, and the rows given; the other questions without rows.
inline review_answers answers_of(std::map<std::string, std::vector<answer_row>> rows) {
    for (const char letter : {'A', 'B', 'C', 'D', 'E', 'F'}) {
        const std::string code(1, letter);
        rows["agencies"].push_back({{"agency", code},
                                    {"name_vi", "Cơ quan " + code},
                                    {"name_en", "Agency " + code},
                                    {"name_tr", "Kurum " + code}});
    }
    std::vector<review_answer> all;
    for (const char* question :
         {"agenda", "warnings", "slow_work", "slow_tasks", "ratings", "attribution",
          "attribution_sums", "coordination", "mutual_cases", "indicator_standings", "own_parts",
          "conclusions", "agencies", "tasks"})
        all.push_back(answer_of(question, rows[question]));
    return review_answers{[all] { return review_answers::asked{all}; }};
}

}  // namespace mandate::sample
