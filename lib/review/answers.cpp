#include "review/answers.hpp"

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"

#include <algorithm>

namespace mandate {

using f = field;

answer_rows::answer_rows(question_kind question)
    : question_{*find_question(static_cast<std::int32_t>(question))} {}

void answer_rows::put_cell(cell content) {
    if (rows_.empty() || rows_.back().size() == question_.columns.size()) {
        rows_.emplace_back();
        rows_.back().reserve(question_.columns.size());
    }
    rows_.back().push_back(std::move(content));
}

void answer_rows::put(std::string_view text) {
    text.empty() ? put_cell({}) : put_cell(std::string{text});
}
void answer_rows::put(std::int64_t number) { put_cell(number); }
void answer_rows::put(std::optional<std::int64_t> number) {
    number ? put_cell(*number) : put_cell({});
}
void answer_rows::put(std::optional<civil_day> day) {
    day ? put_cell(std::int64_t{day->since_epoch()}) : put_cell({});
}

table answer_rows::finish(const arguments& args) {
    if (const auto by = args.text(f::order_by)) {
        const auto columns = question_.columns;
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const auto& c) { return c.name == *by; });
        if (found == columns.end())
            throw error{
                errc::unknown_field,
                std::string{question_.name} + ": order_by " + std::string{*by} + " is not a column",
                {{"question", std::string{question_.name}},
                 {"field", "order_by"},
                 {"value", std::string{*by}}}};
        const auto column = static_cast<std::size_t>(found - columns.begin());
        const bool down = args.integer(f::descending).value_or(1) == 2;
        std::stable_sort(rows_.begin(), rows_.end(), [&](const auto& a, const auto& b) {
            const cell &x = a[column], &y = b[column];
            if (x.index() == 0 || y.index() == 0) return x.index() != 0 && y.index() == 0;
            return down ? y < x : x < y;
        });
    }
    std::vector<std::pair<std::string, column_type>> columns;
    for (const column_descriptor& c : question_.columns)
        columns.emplace_back(c.name, c.type == "text"  ? column_type::text
                                     : c.type == "day" ? column_type::day
                                                       : column_type::int64);
    table out{std::move(columns)};
    const auto size = static_cast<std::int64_t>(rows_.size());
    const std::int64_t first = std::min(args.integer(f::offset).value_or(0), size);
    const std::int64_t end = first + std::min(args.integer(f::limit).value_or(size), size - first);
    for (std::int64_t i = first; i < end; ++i) {
        const auto& row = rows_[static_cast<std::size_t>(i)];
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (question_.columns[c].type == "text") {
                const auto* text = std::get_if<std::string>(&row[c]);
                out.put(text == nullptr ? std::nullopt : std::optional<std::string_view>{*text});
            } else {
                const auto* number = std::get_if<std::int64_t>(&row[c]);
                out.put(number == nullptr ? std::nullopt : std::optional{*number});
            }
        }
    }
    return out;
}

row_number asked_row(const lens& through, const arguments& args, f id) {
    const auto code = args.text(id);
    if (!code) return no_row;
    const field_descriptor& d = descriptor_of(id);
    // What the viewer may not see is not there.
    const auto row = through.record.find(d.entity, *code);
    if (row && through.may_see(d.entity, *row)) return *row;
    throw error{errc::unknown_reference,
                std::string{d.name} + " " + std::string{*code} + " is not in the ledger",
                {{"field", std::string{d.name}}, {"value", std::string{*code}}}};
}

bool contains(std::span<const row_number> rows, row_number row) {
    return std::find(rows.begin(), rows.end(), row) != rows.end();
}

std::vector<asked_task> tasks_asked(const lens& through, const arguments& args) {
    const row_number only = asked_row(through, args, f::task);
    const row_number agency = asked_row(through, args, f::agency);
    const state& s = through.record;
    std::vector<asked_task> all;
    const row_number begin = only == no_row ? 0 : only;
    const row_number end = only == no_row ? static_cast<row_number>(s.tasks.size()) : only + 1;
    for (row_number t = begin; t < end; ++t) {
        const task_facts facts = facts_of(s, s.tasks[t], through.times.as_of, through.times);
        if (facts.stated == nullptr || !through.may_see(entity_kind::task, t)) continue;
        if (agency != no_row && !contains(*facts.leads, agency) &&
            !contains(*facts.coordinating, agency))
            continue;
        all.push_back({t, &s.tasks[t], facts});
    }
    std::sort(all.begin(), all.end(), [](const asked_task& a, const asked_task& b) {
        return a.record->code < b.record->code;
    });
    return all;
}

}  // namespace mandate
