#include "review/rows_of_agencies.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {
namespace {

class rows_in_scope {
public:
    rows_in_scope(const review_scope& scope, const table& whole)
        : scope_{scope},
          whole_{whole},
          kind_{position("kind")},
          code_{position("code")},
          task_{position("task")},
          indicator_{position("indicator")} {
        constexpr std::array agencies{"agency",           "leads",  "next",
                                      "waiting_agencies", "asking", "asked"};
        for (const std::string_view name : agencies)
            if (const auto at = position(name)) agencies_.push_back(*at);
    }

    std::vector<std::size_t> concerned() const {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < whole_.rows(); ++row)
            if (is_about_task(row) || names_agency(row) || is_about_indicator(row))
                rows.push_back(row);
        return rows;
    }

private:
    std::optional<std::size_t> position(std::string_view name) const {
        const auto& all = whole_.columns();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const column& c) { return c.name == name; });
        if (found == all.end()) return std::nullopt;
        return static_cast<std::size_t>(found - all.begin());
    }

    bool is_about_task(std::size_t row) const {
        const bool coded = kind_ && whole_.text(row, *kind_) == "task";
        const auto at = task_ ? task_ : coded ? code_ : std::nullopt;
        const auto task = at ? whole_.text(row, *at) : std::nullopt;
        return task && scope_.tasks.find(*task) < scope_.tasks.size();
    }

    bool is_about_indicator(std::size_t row) const {
        const auto code = indicator_ ? whole_.text(row, *indicator_) : std::nullopt;
        return code && scope_.indicators.contains(*code);
    }

    bool names_agency(std::size_t row) const {
        return std::any_of(agencies_.begin(), agencies_.end(), [&](std::size_t c) {
            const std::string_view codes = whole_.text(row, c).value_or("");
            for (std::size_t begin = 0; begin < codes.size();) {
                const std::size_t end = std::min(codes.find(' ', begin), codes.size());
                if (scope_.agencies.contains(codes.substr(begin, end - begin))) return true;
                begin = end + 1;
            }
            return false;
        });
    }

    const review_scope& scope_;
    const table& whole_;
    const std::optional<std::size_t> kind_, code_, task_, indicator_;
    std::vector<std::size_t> agencies_;
};

}  // namespace

table rows_of(const review_scope& scope, const table& whole) {
    if (scope.agencies.empty()) return whole;
    const rows_in_scope in{scope, whole};
    std::vector<std::pair<std::string, column_type>> columns;
    for (const column& c : whole.columns()) columns.emplace_back(c.name, c.type);
    table kept{std::move(columns)};
    for (const std::size_t row : in.concerned())
        for (std::size_t c = 0; c < whole.columns().size(); ++c)
            if (whole.columns()[c].type == column_type::text)
                kept.put(whole.text(row, c));
            else
                kept.put(whole.number(row, c));
    return kept;
}

}  // namespace mandate
