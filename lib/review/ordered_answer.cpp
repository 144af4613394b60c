#include "review/ordered_answer.hpp"

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;

table rows_of(const table& all, const std::vector<std::size_t>& rows) {
    std::vector<std::pair<std::string, column_type>> columns;
    for (const column& c : all.columns()) columns.emplace_back(c.name, c.type);
    table out{std::move(columns)};
    for (const std::size_t row : rows)
        for (std::size_t c = 0; c < all.columns().size(); ++c)
            if (all.columns()[c].type == column_type::text)
                out.put(all.text(row, c));
            else
                out.put(all.number(row, c));
    return out;
}

std::size_t column_named(question_kind question, std::string_view name) {
    const question_descriptor& asked = *find_question(static_cast<std::int32_t>(question));
    for (std::size_t c = 0; c < asked.columns.size(); ++c)
        if (asked.columns[c].name == name) return c;
    throw error{errc::unknown_field,
                std::string{asked.name} + ": order_by " + std::string{name} + " is not a column",
                {{"question", std::string{asked.name}},
                 {"field", "order_by"},
                 {"value", std::string{name}}}};
}

// Sums stand beside what they are of and have no rank among it. By row.
std::vector<bool> sums_in(question_kind question, const arguments& args, const table& all) {
    std::vector<bool> sums(all.rows(), false);
    const auto mark = [&](std::string_view column, const auto& is_sum) {
        const std::size_t c = column_named(question, column);
        for (std::size_t row = 0; row < all.rows(); ++row) sums[row] = is_sum(all.text(row, c));
    };
    if (question == question_kind::review_figures)
        mark("key", [](const auto& key) { return !key || *key == "(sum)"; });
    if (question == question_kind::agency_figures)
        mark("kind", [](const auto& kind) { return kind == "total" || kind == "not_shown"; });
    constexpr auto by_agency = static_cast<std::int64_t>(grouping_kind::agency);
    if (question == question_kind::attribution_sums &&
        args.integer(f::grouped_by).value_or(by_agency) == by_agency) {
        const std::size_t hidden = column_named(question, "not_shown");
        for (std::size_t row = 0; row < all.rows(); ++row)
            sums[row] = all.number(row, hidden).has_value();
    }
    return sums;
}

template <class Value>
void sort_by(std::vector<std::size_t>& rows, bool down, const Value& value_of) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        const auto x = value_of(a), y = value_of(b);
        if (!x || !y) return x.has_value() && !y.has_value();
        return down ? *y < *x : *x < *y;
    });
}

}  // namespace

table page_of(const table& all, const arguments& args) {
    const auto size = static_cast<std::int64_t>(all.rows());
    const std::int64_t first = std::min(args.integer(f::offset).value_or(0), size);
    const std::int64_t count = std::min(args.integer(f::limit).value_or(size), size - first);
    if (count == size) return all;
    std::vector<std::size_t> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), static_cast<std::size_t>(first));
    return rows_of(all, rows);
}

table ordered_answer(question_kind question, const arguments& args,
                     const std::function<table(const arguments&)>& ask) {
    const auto by = args.text(f::order_by);
    const bool down = args.integer(f::descending).value_or(1) == 2;
    if (!by && down)
        throw error{errc::missing_field,
                    "descending needs order_by, which says by what",
                    {{"field", "order_by"}, {"rule", "missing_field"}}};
    if (!by) return ask(args);
    const std::size_t c = column_named(question, *by);
    arguments whole = args;
    std::erase_if(whole.values,
                  [](const field_value& v) { return v.name == f::limit || v.name == f::offset; });
    const table all = ask(whole);
    const std::vector<bool> is_sum = sums_in(question, args, all);
    std::vector<std::size_t> rows, sums;
    for (std::size_t row = 0; row < all.rows(); ++row) (is_sum[row] ? sums : rows).push_back(row);
    if (all.columns()[c].type == column_type::text)
        sort_by(rows, down, [&](std::size_t row) { return all.text(row, c); });
    else
        sort_by(rows, down, [&](std::size_t row) { return all.number(row, c); });
    rows.insert(rows.end(), sums.begin(), sums.end());
    return page_of(rows_of(all, rows), args);
}

}  // namespace mandate
