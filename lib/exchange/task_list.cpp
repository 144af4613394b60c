// A CSV list of tasks into assign_task commands.

#include "base/quote.hpp"
#include "exchange/name_matcher.hpp"
#include "exchange/text_position.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/deadline.hpp"
#include "mandate/exchange/csv_reader.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/short_fact.hpp"
#include "model/white_space.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

namespace mandate {
namespace {

using f = field;

constexpr std::array fields_from_columns{
    f::task,    f::title_vi,      f::title_en, f::title_tr, f::lead, f::coordinating,
    f::product, f::field_of_work, f::deadline, f::note,     f::doubt};

/// A column of the file, found by its heading, and the field it fills.
struct column_use {
    field fills;
    std::string heading;
    std::size_t index;
};

std::string listed(const std::vector<std::string>& headings) {
    std::string out;
    for (const std::string& heading : headings)
        out.append(out.empty() ? "" : ", ").append(in_quotes(heading));
    return out;
}

[[noreturn]] void refuse_columns(const std::string& what, std::string_view heading,
                                 const std::vector<std::string>& headings) {
    throw error{errc::invalid_argument, what + "; the columns are " + listed(headings),
                short_fact("heading", heading)};
}

/// Headings are compared as fold_case has them.
column_use find_column(field fills, const std::string& heading,
                       const std::vector<std::string>& headings) {
    const std::string wanted = fold_case(heading);
    const auto is_it = [&](const std::string& h) { return fold_case(h) == wanted; };
    const auto found = std::find_if(headings.begin(), headings.end(), is_it);
    if (wanted.empty() || found == headings.end())
        refuse_columns("there is no column " + in_quotes(heading), heading, headings);
    if (std::any_of(found + 1, headings.end(), is_it))
        refuse_columns("there are two columns " + in_quotes(heading), heading, headings);
    return {fills, heading, static_cast<std::size_t>(found - headings.begin())};
}

std::vector<column_use> find_columns(const csv_task_list& how,
                                     const std::vector<std::string>& headings) {
    for (const std::string& heading : headings)
        if (trimmed(heading).empty())
            refuse_columns("there is a column without a heading", heading, headings);
    std::vector<column_use> uses;
    const auto filled = [&](field name) {
        return std::any_of(uses.begin(), uses.end(),
                           [&](const column_use& use) { return use.fills == name; });
    };
    for (const std::pair<field, std::string>& column : how.columns) {
        const field_descriptor* known = find_field(static_cast<std::int32_t>(column.first));
        const std::string name{known ? known->name : "an unknown field"};
        if (std::count(fields_from_columns.begin(), fields_from_columns.end(), column.first) == 0)
            throw error{errc::invalid_argument, name + " is not filled from a column"};
        if (filled(column.first))
            throw error{errc::invalid_argument, name + " is filled from two columns"};
        uses.push_back(find_column(column.first, column.second, headings));
    }
    for (const field needed : {f::task, f::title_vi})
        if (!filled(needed))
            throw error{errc::invalid_argument,
                        "no column is named for " + std::string{descriptor_of(needed).name}};
    return uses;
}

/// Builds the command of one row.
class row_reader {
public:
    row_reader(const csv_task_list& how, const name_matcher& names, std::size_t line,
               std::vector<finding>& findings)
        : how_{how}, names_{names}, line_{line}, findings_{findings} {
        command_.kind = command_kind::assign_task;
        command_.effective_on = how.assigned_on;
    }

    void take(const column_use& column, std::string_view words) {
        switch (column.fills) {
            case f::task:
                put(f::task, words.empty() ? "" : how_.code_prefix + std::string{words});
                break;
            case f::lead:
                take_agencies(column, f::lead_as_stated, words);
                break;
            case f::coordinating:
                take_agencies(column, f::coordinating_as_stated, words);
                break;
            case f::deadline:
                take_deadline(column, words);
                break;
            default:
                put(column.fills, words);
        }
    }

    command end() {
        for (const std::string& code : how_.documents) put(f::document, code);
        put(f::assigner, how_.assigner);
        for (const std::string& where : how_.sources) put(f::source, where);
        check_form(command_);
        return std::move(command_);
    }

private:
    value& add(field name) {
        field_value& v = command_.values.emplace_back();
        v.name = name;
        return v.content;
    }
    // An empty cell says nothing, and is told where something is needed.
    void put(field name, std::string_view text) {
        const bool needed = descriptor_of(command_.kind).use(name)->required;
        if (needed || !text.empty()) add(name).emplace<std::string>(text);
    }
    void put(field name, std::int64_t number) { add(name) = number; }

    void take_agencies(const column_use& column, field as_stated, std::string_view words) {
        put(as_stated, words);
        const name_matcher::reading found = names_.read(words);
        for (const std::string& code : found.codes) put(column.fills, code);
        for (const std::string& rest : found.unrecognised)
            note_finding(column, "unrecognised", rest, "is no known agency");
        for (const std::string& name : found.ambiguous)
            note_finding(column, "ambiguous", name, "is the name of several agencies");
    }

    void take_deadline(const column_use& column, std::string_view words) {
        put(f::deadline_as_stated, words);
        if (words.empty()) return;
        const auto read = read_deadline(words, how_.assigned_on);
        if (!read) return note_finding(column, "unread", words, "is not understood as a deadline");
        if (read->due) put(f::deadline, std::int64_t{read->due->since_epoch()});
        put(f::deadline_precision, static_cast<std::int64_t>(read->due_precision));
        if (read->standing_from)
            put(f::standing_from, std::int64_t{read->standing_from->since_epoch()});
    }

    void note_finding(const column_use& column, std::string_view kind, std::string_view words,
                      std::string_view what) {
        const std::string line = to_text(static_cast<long long>(line_));
        const std::string name{descriptor_of(column.fills).name};
        findings_.push_back(
            {name + "." + std::string{kind},
             "line " + line + ", column " + in_quotes(column.heading) + ": " + in_quotes(words) +
                 " " + std::string{what} + "; kept as stated",
             {{"line", line}, {"heading", column.heading}, {"fragment", std::string{words}}}});
    }

    const csv_task_list& how_;
    const name_matcher& names_;
    std::size_t line_;
    std::vector<finding>& findings_;
    command command_;
};

}  // namespace

csv_import read_task_list(std::string_view csv, const csv_task_list& how,
                          std::span<const agency_names> known) {
    const std::vector<csv_row> rows = read_csv(csv);
    if (rows.empty())
        throw error{errc::malformed,
                    "line 1, column 1: there is no heading",
                    {{"line", "1"}, {"column", "1"}}};
    const std::vector<std::string>& headings = rows.front().cells;
    const std::vector<column_use> columns = find_columns(how, headings);
    const name_matcher names{known};

    csv_import out;
    out.commands.reserve(rows.size() - 1);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const csv_row& row = rows[i];
        std::size_t cell = 0;  // the one being read
        try {
            if (row.cells.size() != headings.size()) {
                cell = std::min(row.cells.size(), headings.size() + 1) - 1;
                throw error{errc::malformed, "the row and the heading have " +
                                                 to_text(std::ssize(row.cells)) + " and " +
                                                 to_text(std::ssize(headings)) + " cells"};
            }
            row_reader reader{how, names, row.line, out.findings};
            for (const column_use& column : columns) {
                cell = column.index;
                reader.take(column, trimmed(row.cells[column.index]));
            }
            cell = 0;
            out.commands.push_back(reader.end());
            out.commands.back().line = row.line;
        } catch (const error& e) {
            throw located(e, position_of(csv, row.offsets[cell]));
        }
    }
    return out;
}

}  // namespace mandate
