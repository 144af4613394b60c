// Counts, rates, the table by agency and the indicators.

#include "report/figures.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/matter_wording.hpp"
#include "report/text_blocks.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <utility>

namespace mandate::text_blocks {

using namespace wording;
using enum text_layout::align;
using text_layout::text_table;

namespace {

// Sources are too long for a column: each is named once, with the rows that rest on it.
std::vector<std::string> sources_of(const review_indicator& one, language lang) {
    std::vector<std::pair<std::string, std::vector<std::string>>> rows_of;
    for (const indicator_row& row : one.rows)
        for (const std::string& source : row.sources) {
            auto at =
                std::ranges::find_if(rows_of, [&](const auto& s) { return s.first == source; });
            if (at == rows_of.end()) at = rows_of.insert(at, {source, {}});
            at->second.push_back(pick(row.agency.name, lang) + ", " + period_text(row.span, lang));
        }
    std::vector<std::string> lines;
    for (const auto& [source, rows] : rows_of)
        lines.push_back(heading("form.source", lang) + ": " + source + " (" + joined(rows, "; ") +
                        ")");
    return lines;
}

}  // namespace

void print_classes(text_page& page, const review& r, language lang) {
    page.section(heading("sect.classes", lang));
    if (r.population.empty()) {
        page.paragraph(label("none.tasks", lang));
        return;
    }
    text_table table{{{heading("col.class", lang)},
                      {first_column(r, lang), right},
                      {say("col.at_cut_off", lang, {{"day", day_text(r.cut_off, lang)}}), right}}};
    for (const task_class c : classes_in_order)
        table.row({std::string{class_label(c, lang)}, number_text(r.at_end[c], lang),
                   number_text(r.at_cut_off[c], lang)});
    table.row({heading("status.total", lang), number_text(r.at_end.total(), lang),
               number_text(r.at_cut_off.total(), lang)});
    page.print(table);
}

void print_rates(text_page& page, const review& r, language lang) {
    page.section(heading("sect.rates", lang));
    text_table table{{{heading("col.rate", lang)},
                      {heading("col.fraction", lang), right},
                      {"%", right},
                      {heading("form.note", lang)}}};
    for (const named_rate& named : rates_in_order) {
        const rate& value = r.by_end.*named.value;
        table.row({heading(named.key, lang),
                   number_text(value.numerator, lang) + "/" + number_text(value.denominator, lang),
                   percent_text(value, lang, r.percentages), rate_note(value, lang)});
    }
    if (r.waived > 0) {
        const rate& value = r.on_time_with_waivers;
        table.row({heading("rate.on_time_with_waivers", lang),
                   number_text(value.numerator, lang) + "/" + number_text(value.denominator, lang),
                   percent_text(value, lang, r.percentages), rate_note(value, lang)});
    }
    page.print(table);
    if (const std::string note = only_reported(r, lang); !note.empty()) {
        std::vector<std::string> codes;
        for (const std::size_t at : r.only_reported) codes.push_back(r.tasks[at].code);
        page.paragraph(codes.empty() ? note : note + " (" + joined(codes, ", ") + ")");
    }
}

void print_agencies(text_page& page, const review& r, language lang) {
    page.section(heading("sect.agencies", lang));
    if (r.agencies.empty()) {
        page.paragraph(label("none.agencies", lang));
        return;
    }
    text_table table{{{heading("col.agency", lang)},
                      {heading("col.total", lang), right},
                      {heading("col.done_in_time", lang), right},
                      {heading("col.done_late", lang), right},
                      {heading("col.done_no_deadline", lang), right},
                      {heading("col.open_in_time", lang), right},
                      {heading("col.open_overdue", lang), right},
                      {heading("col.open_no_deadline", lang), right},
                      {heading("col.outside", lang), right},
                      {heading("col.still_overdue", lang), right},
                      {heading("col.coordinated", lang), right},
                      {heading("col.completion", lang), right},
                      {heading("col.on_time", lang), right}}};
    const auto row = [&](const std::string& name, const class_counts& n, std::string late_now,
                         std::string coordinated) {
        const rates by = rates_of(n);
        const auto part = [&](task_class c) { return number_text(n[c], lang); };
        const auto fraction = [&](const rate& f) {
            return f.denominator == 0
                       ? std::string{not_applicable}
                       : number_text(f.numerator, lang) + "/" + number_text(f.denominator, lang);
        };
        table.row({name, number_text(n.total(), lang), part(task_class::done_in_time),
                   part(task_class::done_late), part(task_class::done_without_deadline),
                   part(task_class::open_in_time), part(task_class::open_overdue),
                   part(task_class::open_without_deadline), number_text(outside_the_count(n), lang),
                   std::move(late_now), std::move(coordinated), fraction(by.completion_due),
                   fraction(by.on_time)});
    };
    for (const agency_row& a : r.agencies) {
        std::string name = pick(a.agency.name, lang);
        if (!a.ended_how.empty()) name += " (" + ending_of(a, lang) + ")";
        row(name, a.led, number_text(a.led_at_cut_off[task_class::open_overdue], lang),
            number_text(a.coordinated, lang));
    }
    const bool twice = r.sum_of_rows != r.at_end;
    if (twice) row(heading("col.sum_of_rows", lang), r.sum_of_rows, not_applicable, not_applicable);
    row(heading("col.grand_total", lang), r.at_end,
        number_text(r.at_cut_off[task_class::open_overdue], lang), not_applicable);
    page.print(table);
    page.paragraph(label("note.outside", lang));
    if (twice) page.paragraph(label("note.sum_of_rows", lang));
    for (const std::string& line : compared_of(r, lang)) page.paragraph(line);
}

void print_indicators(text_page& page, const review& r, language lang) {
    page.section(heading("sect.indicators", lang));
    if (r.indicators.empty()) page.paragraph(label("none.indicators", lang));
    for (const review_indicator& one : r.indicators) {
        std::string title = pick(one.indicator.name, lang);
        if (!one.unit.empty()) title += " (" + one.unit + ")";
        page.paragraph(title);
        page.paragraph(label(
            one.direction == indicator_direction::higher_is_better ? "ind.higher" : "ind.lower",
            lang));
        text_table table{{{heading("col.agency", lang)},
                          {heading("time.period", lang)},
                          {heading("ind.target", lang), right},
                          {heading("col.result", lang), right}}};
        for (const indicator_row& row : one.rows)
            table.row({pick(row.agency.name, lang), period_text(row.span, lang),
                       target_of(row, lang), value_of(row, one.measure, lang)});
        page.print(table);
        for (const std::string& line : sources_of(one, lang)) page.paragraph(line, 0, 2);
        if (!one.note.empty()) page.paragraph(heading("form.note", lang) + ": " + one.note);
    }
}

}  // namespace mandate::text_blocks
