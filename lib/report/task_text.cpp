// The page of one task, for a terminal.

#include "mandate/base/text.hpp"
#include "mandate/report/task_report.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/names_in_language.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {
namespace {

using namespace wording;
using text_layout::align;
using text_layout::text_page;
using text_layout::text_table;

// Columns of the questions tasks, lineage, changes and why_this_date.
namespace tasks {
enum : std::size_t { task, its_class = 2, assigned_on, deadline, original, finished_on };
constexpr std::size_t awaiting_acceptance = 10;
}  // namespace tasks
namespace lineage {
enum : std::size_t { step, kind, code, relation, below, issuer = 6, dated, not_shown };
}
namespace changes {
enum : std::size_t { event, effective_on, command, kind, code, corrects, corrected_by };
}
namespace chain {
enum : std::size_t { step, task, start, finish };
}

class task_page {
public:
    task_page(const task_answers& answers, language lang)
        : of_{answers}, lang_{lang}, name_{answers.agencies, lang} {}

    std::string print() {
        print_class();
        print_lineage();
        print_history();
        print_chain();
        if (of_.why_this_date.rows() == 0) return page_.take();
        page_.section(heading("page.late", lang_));
        return page_.take() +
               why_late_text(of_.code, of_.attribution, of_.slips, of_.agencies, of_.tasks, lang_);
    }

private:
    std::string day(const table& rows, std::size_t row, std::size_t column) const {
        const auto at = rows.number(row, column);
        return at ? day_text(civil_day{static_cast<std::int32_t>(*at)}, lang_) : not_applicable;
    }
    std::string dated(std::string_view key, const table& rows, std::size_t row,
                      std::size_t column) const {
        return say(key, lang_, {{"day", day(rows, row, column)}});
    }

    // The days that put the task into its class.
    void print_class() {
        std::size_t row = 0;
        while (row < of_.tasks.rows() && of_.tasks.text(row, tasks::task) != of_.code) ++row;
        const bool known = row < of_.tasks.rows();
        const std::string_view title =
            known ? names_in_language::name(of_.tasks, row, lang_, names_in_language::of_tasks)
                  : std::string_view{};
        page_.title(title.empty() ? of_.code : of_.code + ": " + std::string{title});
        page_.paragraph(say("page.as_of", lang_, {{"day", day_text(of_.as_of, lang_)}}));
        if (!known) return;
        page_.section(heading("page.why_class", lang_));
        const auto has = [&](std::size_t column) {
            return of_.tasks.number(row, column).has_value();
        };
        std::vector<std::string> days;
        days.push_back(has(tasks::deadline)
                           ? dated("page.on_time_until", of_.tasks, row, tasks::deadline)
                           : std::string{label("status.no_deadline", lang_)});
        if (of_.tasks.number(row, tasks::original) != of_.tasks.number(row, tasks::deadline) &&
            has(tasks::original))
            days.push_back(dated("page.originally", of_.tasks, row, tasks::original));
        days.push_back(has(tasks::finished_on)
                           ? dated("page.finished", of_.tasks, row, tasks::finished_on)
                           : std::string{label("page.not_done", lang_)});
        if (of_.tasks.number(row, tasks::awaiting_acceptance) == 1)
            days.emplace_back(label("page.waits", lang_));
        page_.paragraph(capital(class_name(*of_.tasks.text(row, tasks::its_class)), lang_) + ": " +
                        joined(days, "; "));
    }

    std::string class_name(std::string_view name) const {
        for (std::size_t c = 0; c < task_class_count; ++c)
            if (name_of(static_cast<task_class>(c)) == name)
                return std::string{class_label(static_cast<task_class>(c), lang_)};
        return std::string{name};
    }

    void print_lineage() {
        page_.section(heading("page.from", lang_));
        text_table all{{{""},
                        {heading("col.code", lang_)},
                        {heading("page.what", lang_)},
                        {heading("page.day", lang_)}}};
        const table& rows = of_.lineage;
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            if (rows.number(row, lineage::step) == 0) continue;  // the task itself
            const std::int64_t hidden = rows.number(row, lineage::not_shown).value_or(0);
            if (hidden > 0) {
                all.row({"", "",
                         say("page.not_shown", lang_, {{"n", counted(hidden, lang_), hidden}}),
                         not_applicable});
                continue;
            }
            const std::string_view issuer = rows.text(row, lineage::issuer).value_or("");
            std::string title{
                names_in_language::name(rows, row, lang_, names_in_language::of_lineage)};
            if (!issuer.empty()) title += " (" + name_(issuer) + ")";
            all.row({heading("from." + std::string{rows.text(row, lineage::relation).value_or("")},
                             lang_),
                     std::string{rows.text(row, lineage::code).value_or("")}, title,
                     day(rows, row, lineage::dated)});
        }
        if (all.empty())
            page_.paragraph(label("page.no_source", lang_));
        else
            page_.print(all);
    }

    void print_history() {
        page_.section(heading("page.happened", lang_));
        text_table all{{{heading("page.entry", lang_), align::right},
                        {heading("page.day", lang_)},
                        {heading("page.what", lang_)},
                        {""}}};
        const table& rows = of_.history;
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            std::string what =
                heading("act." + std::string{rows.text(row, changes::command).value_or("")}, lang_);
            if (rows.text(row, changes::code) != of_.code)
                what += ": " + std::string{rows.text(row, changes::code).value_or("")};
            std::vector<std::string> notes;
            if (rows.number(row, changes::corrects) == 1)
                notes.emplace_back(label("page.corrects", lang_));
            if (const auto by = rows.number(row, changes::corrected_by))
                notes.push_back(say("page.corrected", lang_, {{"n", to_text(*by), *by}}));
            all.row({to_text(*rows.number(row, changes::event)),
                     day(rows, row, changes::effective_on), what, joined(notes, "; ")});
        }
        page_.print(all);
    }

    void print_chain() {
        page_.section(heading("page.why_date", lang_));
        const table& rows = of_.why_this_date;
        text_table all{{{heading("col.code", lang_)},
                        {heading("page.start", lang_)},
                        {heading("page.finish", lang_)},
                        {heading("page.decides", lang_)}}};
        for (std::size_t row = 0; row < rows.rows(); ++row)
            all.row({std::string{rows.text(row, chain::task).value_or("")},
                     day(rows, row, chain::start), day(rows, row, chain::finish),
                     capital(decided_by(rows, row, lang_), lang_)});
        if (all.empty())
            page_.paragraph(label("page.unscheduled", lang_));
        else
            page_.print(all);
        for (const std::string& knot : knots_of(of_.cycles, lang_)) page_.paragraph(knot);
        for (const finding& f : of_.findings) page_.paragraph(calendar_finding(f, lang_));
    }

    const task_answers& of_;
    const language lang_;
    const names_in_language name_;
    text_page page_;
};

}  // namespace

std::string task_text(const task_answers& answers, language lang) {
    return task_page{answers, lang}.print();
}

}  // namespace mandate
