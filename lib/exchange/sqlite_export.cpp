#include "mandate/exchange/sqlite_export.hpp"

#include "mandate/base/civil_day.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "store/sqlite.hpp"
#include "store/sqlite_new_file.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace mandate {
namespace {

std::string quoted(std::string_view name) { return '"' + std::string{name} + '"'; }

bool can_be_asked(const question_descriptor& q) {
    return std::none_of(q.arguments.begin(), q.arguments.end(), [](const field_use& use) {
        return use.required && use.id != field::since;
    });
}

/// The answer; nothing if this ledger cannot give one.
std::optional<table> answer_to(const ledger& from, const view_request& view,
                               const question_descriptor& q) {
    arguments args;
    for (const field_use& use : q.arguments)
        if (use.id == field::since) args.values.push_back({field::since, std::int64_t{0}});
    try {
        return from.ask(view, q.id, args);
    } catch (const error& e) {
        if (static_cast<int>(e.code()) / 1000 == -2) return std::nullopt;  // it wants to know more
        throw;
    }
}

void write_table(sqlite::connection& into, std::string_view name, const table& content) {
    std::string columns, marks;
    for (const column& c : content.columns()) {
        columns += (columns.empty() ? "" : ", ") + quoted(c.name) +
                   (c.type == column_type::int64 ? " INTEGER" : " TEXT");
        marks += marks.empty() ? "?" : ",?";
    }
    into.execute(("CREATE TABLE " + quoted(name) + "(" + columns + ") STRICT").c_str());
    sqlite::statement row{into, "INSERT INTO " + quoted(name) + " VALUES(" + marks + ")"};
    std::vector<std::string> texts(content.columns().size());
    for (std::size_t r = 0; r < content.rows(); ++r) {
        for (std::size_t c = 0; c < texts.size(); ++c) {
            const int at = static_cast<int>(c) + 1;
            const column_type type = content.columns()[c].type;
            row.bind_null(at);
            if (type == column_type::text) {
                if (const auto text = content.text(r, c)) {
                    texts[c] = *text;
                    row.bind_text(at, texts[c]);
                }
            } else if (const auto number = content.number(r, c)) {
                if (type == column_type::int64) {
                    row.bind(at, *number);
                    continue;
                }
                texts[c] = to_text(civil_day{static_cast<std::int32_t>(*number)});
                row.bind_text(at, texts[c]);
            }
        }
        row.step();
        row.reset();
    }
}

}  // namespace

void export_sqlite(const ledger& from, const view_request& view, const std::string& path) {
    table about{{{"ledger", column_type::text},
                 {"revision", column_type::int64},
                 {"as_of", column_type::day},
                 {"viewer", column_type::text}}};
    about.put(std::optional<std::string_view>{from.id()});
    about.put(from.revision());
    about.put(std::int64_t{view.as_of.since_epoch()});
    about.put(view.viewer.empty() ? std::nullopt : std::optional<std::string_view>{view.viewer});
    sqlite::write_database_file(path, [&](sqlite::connection& into) {
        write_table(into, "export", about);
        for (const question_descriptor& q : questions()) {
            if (!can_be_asked(q)) continue;
            if (const auto answer = answer_to(from, view, q)) write_table(into, q.name, *answer);
        }
    });
}

}  // namespace mandate
