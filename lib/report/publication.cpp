#include "report/publication.hpp"

#include "report/figures.hpp"
#include "report/format.hpp"
#include "report/html_style.hpp"
#include "report/html_writer.hpp"
#include "report/labels.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

#include <array>
#include <utility>

namespace mandate {
namespace {

using namespace wording;

using rows_of_cells = std::vector<std::array<std::string, 3>>;

std::string title(const review& r, language lang) {
    return say("press.title", lang, {{"period", period_text(r.period, lang)}});
}

std::vector<std::pair<std::string, std::string>> head(const review& r, language lang) {
    return {{heading("time.period", lang), period_with_days(r.period, lang)},
            {heading("time.cut_off", lang), day_text(r.cut_off, lang)},
            {heading("time.meeting_day", lang), or_not_stated(r.meeting_day, lang)},
            {heading("head.edition", lang), edition_of(r, lang)}};
}

rows_of_cells class_rows(const review& r, language lang) {
    rows_of_cells rows{{heading("col.class", lang), first_column(r, lang),
                        say("col.at_cut_off", lang, {{"day", day_text(r.cut_off, lang)}})}};
    for (const task_class c : classes_in_order)
        rows.push_back({std::string{class_label(c, lang)}, number_text(r.at_end[c], lang),
                        number_text(r.at_cut_off[c], lang)});
    rows.push_back({heading("status.total", lang), number_text(r.at_end.total(), lang),
                    number_text(r.at_cut_off.total(), lang)});
    return rows;
}

rows_of_cells rate_rows(const review& r, language lang) {
    rows_of_cells rows{{heading("col.rate", lang), heading("col.fraction", lang), "%"}};
    const auto add = [&](std::string_view key, const rate& value) {
        rows.push_back(
            {heading(key, lang) + (value.denominator > 0 && value.for_reference_only()
                                       ? " (" + std::string{label("rate.small", lang)} + ")"
                                       : std::string{}),
             number_text(value.numerator, lang) + "/" + number_text(value.denominator, lang),
             percent_text(value, lang, r.percentages)});
    };
    for (const named_rate& named : rates_in_order) add(named.key, r.by_end.*named.value);
    if (r.waived > 0) add("rate.on_time_with_waivers", r.on_time_with_waivers);
    return rows;
}

std::vector<std::string> sentences(const review& r, language lang) {
    const publication_figures& p = *r.publication;
    const auto n = [&](std::string_view name, std::int64_t count) {
        return slot{name, counted(count, lang), count};
    };
    std::vector<std::string> all = {
        say("press.agencies", lang, {n("n", p.agencies_with_overdue), n("all", p.agencies)}),
        say("press.unfinished", lang, {n("n", p.unfinished)}),
        say("press.done_since", lang, {n("n", p.done_since)}),
        say("press.carried", lang, {n("late", p.carried_late), n("planned", p.carried_planned)}),
        say("press.next", lang, {n("n", p.next_new)}),
        say("press.recommendations", lang,
            {n("n", p.recommendations_open), n("all", p.recommendations)})};
    if (std::string note = only_reported(r, lang); !note.empty()) all.push_back(std::move(note));
    all.push_back(rounding_of(r, lang));
    return all;
}

// `total`: the last row sums up the others.
void print_table(html::html_writer& out, const rows_of_cells& rows, bool total) {
    out.open("table", {{"class", "narrow"}});
    out.open("thead");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row == 1) {
            out.close();
            out.open("tbody");
        }
        if (total && row + 1 == rows.size())
            out.open("tr", {{"class", "sum"}});
        else
            out.open("tr");
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (row > 0 && column > 0)
                out.element("td", rows[row][column], {{"class", "n"}});
            else if (column > 0)
                out.element("th", rows[row][column], {{"scope", "col"}, {"class", "n"}});
            else
                out.element("th", rows[row][column], {{"scope", row == 0 ? "col" : "row"}});
        }
        out.close();
    }
    out.close();
    out.close();
}

}  // namespace

std::string publication_text(const review& r, language lang) {
    using text_layout::align;
    text_layout::text_page page;
    page.title(title(r, lang));
    for (const auto& [name, value] : head(r, lang)) page.paragraph(name + ": " + value, 0, 2);
    const auto print = [&](std::string_view key, const rows_of_cells& rows) {
        page.section(heading(key, lang));
        text_layout::text_table table{
            {{rows[0][0]}, {rows[0][1], align::right}, {rows[0][2], align::right}}};
        for (std::size_t row = 1; row < rows.size(); ++row)
            table.row({rows[row].begin(), rows[row].end()});
        page.print(table);
    };
    print("sect.classes", class_rows(r, lang));
    print("sect.rates", rate_rows(r, lang));
    page.section(heading("sect.summary", lang));
    for (const std::string& sentence : sentences(r, lang)) page.paragraph(sentence);
    return page.take();
}

std::string publication_html(const review& r, language lang) {
    html::html_writer out;
    out.raw("<!DOCTYPE html>");
    out.open("html", {{"lang", std::string{name_of(lang)}}});
    out.open("head");
    out.leaf("meta", {{"charset", "utf-8"}});
    out.leaf("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    out.element("title", title(r, lang));
    out.open("style");
    out.raw(html::style_sheet());
    out.close();
    out.close();
    out.open("body");
    out.open("header");
    out.element("h1", title(r, lang));
    for (const auto& [name, value] : head(r, lang)) out.element("p", name + ": " + value);
    out.close();
    out.open("main", {{"id", "main"}});
    out.element("h2", heading("sect.classes", lang));
    print_table(out, class_rows(r, lang), true);
    out.element("h2", heading("sect.rates", lang));
    print_table(out, rate_rows(r, lang), false);
    out.element("h2", heading("sect.summary", lang));
    for (const std::string& sentence : sentences(r, lang)) out.element("p", sentence);
    out.close();
    out.close();
    out.close();
    return out.take() + "\n";
}

}  // namespace mandate
