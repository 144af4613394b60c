// Counts, rates, the table by agency with its bars, and the indicators.

#include "report/figures.hpp"
#include "report/format.hpp"
#include "report/html_bars.hpp"
#include "report/html_blocks.hpp"
#include "report/labels.hpp"
#include "report/matter_wording.hpp"

namespace mandate::html {
namespace {

using namespace wording;

// A number leads to the list behind it alone: there is none of several classes together.
std::string list_of(std::int64_t number, std::int64_t listed, const std::string& list) {
    return number == listed ? list : std::string{};
}

std::int64_t registered(const html_page& page) {
    return static_cast<std::int64_t>(page.r.population.size());
}

void print_rate(html_page& page, std::string_view key, const rate& value, task_class begins_with) {
    page.out.open("tr");
    page.column_text(page.heading(key), "row");
    page.out.open("td", {{"class", "n"}});
    page.count(value.numerator, list_of(value.numerator, page.r.at_end[begins_with],
                                        "c-" + std::string{name_of(begins_with)}));
    page.out.text("/");
    page.count(value.denominator, list_of(value.denominator, registered(page), "register"));
    page.out.close();
    page.out.element("td", percent_text(value, page.lang, page.r.percentages), {{"class", "n"}});
    page.text_cell(rate_note(value, page.lang));
    page.out.close();
}

void print_rates(html_page& page) {
    page.out.element("h3", page.heading("sect.rates"), {{"id", "rates"}});
    page.out.open("table", {{"class", "narrow rates"}});
    page.caption(page.label("note.rates"));
    page.out.open("thead");
    page.out.open("tr");
    for (const char* key : {"col.rate", "col.fraction"}) page.column(key);
    page.column_text("%");
    page.column("form.note");
    page.out.close();
    page.out.close();
    page.out.open("tbody");
    for (const named_rate& named : rates_in_order)
        print_rate(page, named.key, page.r.by_end.*named.value, named.begins_with);
    if (page.r.waived > 0)
        print_rate(page, "rate.on_time_with_waivers", page.r.on_time_with_waivers,
                   task_class::done_in_time);
    page.out.close();
    page.out.close();
    if (const std::string note = only_reported(page.r, page.lang); !note.empty()) {
        page.note(note);
        page.out.open("p");
        page.task_links(page.r.only_reported);
        page.out.close();
    }
}

void print_agency_columns(html_page& page) {
    const auto group = [&](std::string_view key, const char* span) {
        page.out.element("th", page.heading(key), {{"colspan", span}, {"scope", "colgroup"}});
    };
    const auto tall = [&](std::string_view key) {
        page.out.element("th", page.heading(key), {{"rowspan", "2"}, {"scope", "col"}});
    };
    page.out.open("thead");
    page.out.open("tr");
    tall("col.agency");
    tall("col.total");
    group("col.done", "3");
    group("col.open", "3");
    tall("col.outside");
    tall("th.still_overdue");
    tall("th.coordinated");
    tall("th.completion");
    tall("th.on_time");
    tall("col.chart");
    page.out.close();
    page.out.open("tr");
    for (const char* key : {"th.done_in_time", "th.done_late", "th.done_no_deadline",
                            "th.open_in_time", "th.open_overdue", "th.open_no_deadline"})
        page.column(key);
    page.out.close();
    page.out.close();
}

void print_figure(html_page& page, std::int64_t number, const std::string& list) {
    page.out.open("td");
    page.count(number, list);
    page.out.close();
}

// The cells of one row behind its name. `list` gives the anchor of a class's list.
template <class List>
void print_agency_cells(html_page& page, const class_counts& n, const std::string& all, List list) {
    const auto cell = [&](std::int64_t number, const std::string& target) {
        print_figure(page, number, target);
    };
    cell(n.total(), all);
    for (const task_class c :
         {task_class::done_in_time, task_class::done_late, task_class::done_without_deadline,
          task_class::open_in_time, task_class::open_overdue, task_class::open_without_deadline})
        cell(n[c], list(c));
    cell(outside_the_count(n), list_of(outside_the_count(n), n.total(), all));
}

// `list`: where its tasks are listed by class.
void print_agency_rates(html_page& page, const class_counts& n, const std::string& list) {
    const rates by = rates_of(n);
    for (const rate& value : {by.completion_due, by.on_time}) {
        page.out.open("td");
        if (value.denominator == 0)
            page.out.text(not_applicable);
        else
            page.link(number_text(value.numerator, page.lang) + "/" +
                          number_text(value.denominator, page.lang),
                      list);
        page.out.close();
    }
    page.out.open("td");
    print_class_bar(page, n);
    page.out.close();
}

void print_agency_row(html_page& page, const agency_row& row) {
    const std::string& code = row.agency.code;
    page.out.open("tr");
    page.out.open("th", {{"scope", "row"}});
    page.words("span", row.agency.name);
    if (!row.ended_how.empty())
        page.out.element("span", ending_of(row, page.lang), {{"class", "small"}});
    page.out.close();
    print_agency_cells(page, row.led, anchor("a", code),
                       [&](task_class c) { return anchor("a", code, c); });
    print_figure(page, row.led_at_cut_off[task_class::open_overdue],
                 anchor("a", code) + ":still-overdue");
    // Of a review of some agencies these are no tasks of the register.
    const bool listed_apart = !page.r.only.empty();
    print_figure(page, row.coordinated,
                 !listed_apart                                 ? anchor("a", code) + ":coordinating"
                 : page.r.answers.find("own_parts") != nullptr ? "answers-each_part"
                                                               : std::string{});
    print_agency_rates(page, row.led, anchor("a", code));
    page.out.close();
}

void print_sum_row(html_page& page, std::string_view key, const class_counts& n,
                   std::optional<std::int64_t> still_overdue) {
    page.out.open("tr", {{"class", "sum"}});
    page.column_text(page.heading(key), "row");
    print_agency_cells(page, n, list_of(n.total(), registered(page), "register"),
                       [&](task_class c) {
                           return list_of(n[c], page.r.at_end[c], "c-" + std::string{name_of(c)});
                       });
    page.out.open("td", {{"class", "n"}});
    if (still_overdue)
        page.count(*still_overdue, "k-" + std::string{name_of(task_class::open_overdue)});
    else
        page.out.text(not_applicable);
    page.out.close();
    page.out.element("td", not_applicable, {{"class", "n"}});
    print_agency_rates(page, n, "register");
    page.out.close();
}

// How much of the target was reached.
void print_reached(html_page& page, const indicator_row& row, measure_kind measure) {
    const std::int64_t target = row.target_low.value_or(row.target_high.value_or(0));
    if (row.value && target <= 0) return page.out.text(not_applicable);
    print_share_bar(page, row.value, target,
                    row.value ? value_of(row, measure, page.lang) : page.label("ind.missing"));
}

void print_indicator(html_page& page, const review_indicator& one) {
    const std::string unit = one.unit.empty() ? std::string{} : " (" + one.unit + ")";
    page.out.open("h3");
    page.words("span", one.indicator.name);
    page.out.text(unit);
    page.out.close();
    page.out.open("table");
    page.caption(page.label(one.direction == indicator_direction::higher_is_better ? "ind.higher"
                                                                                   : "ind.lower"));
    page.out.open("thead");
    page.out.open("tr");
    page.column("col.agency");
    page.column("time.period");
    for (const char* key : {"ind.target", "col.result"})  // as their numbers stand
        page.out.element("th", page.heading(key), {{"scope", "col"}, {"class", "n"}});
    page.column("col.chart");
    page.column("form.source");
    page.out.close();
    page.out.close();
    page.out.open("tbody");
    for (const indicator_row& row : one.rows) {
        page.out.open("tr");
        page.out.open("th", {{"scope", "row"}});
        page.words("span", row.agency.name);
        page.out.close();
        page.text_cell(period_text(row.span, page.lang));
        page.out.element("td", target_of(row, page.lang), {{"class", "n"}});
        page.out.element("td", value_of(row, one.measure, page.lang), {{"class", "n"}});
        page.out.open("td");
        print_reached(page, row, one.measure);
        page.out.close();
        page.text_cell(or_not_stated(joined(row.sources, "; "), page.lang));
        page.out.close();
    }
    page.out.close();
    page.out.close();
    if (!one.note.empty()) page.note(page.heading("form.note") + ": " + one.note);
}

}  // namespace

void print_classes(html_page& page) {
    if (page.r.population.empty())
        page.note(page.label("none.tasks"));
    else {
        page.out.open("table", {{"class", "narrow counts"}});
        page.caption(page.label("note.classes"));
        page.out.open("thead");
        page.out.open("tr");
        page.column("col.class");
        page.column_text(first_column(page.r, page.lang));
        page.column_text(
            say("col.at_cut_off", page.lang, {{"day", day_text(page.r.cut_off, page.lang)}}));
        page.out.close();
        page.out.close();
        page.out.open("tbody");
        for (const task_class c : classes_in_order) {
            page.out.open("tr");
            page.out.open("th", {{"scope", "row"}});
            page.out.element("b", class_label(c, page.lang), {{"class", std::string{name_of(c)}}});
            page.out.close();
            page.count_cell(page.r.at_end[c], "c-" + std::string{name_of(c)});
            page.count_cell(page.r.at_cut_off[c], "k-" + std::string{name_of(c)});
            page.out.close();
        }
        page.out.open("tr", {{"class", "sum"}});
        page.column_text(page.heading("status.total"), "row");
        page.count_cell(page.r.at_end.total(), "register");
        page.count_cell(page.r.at_cut_off.total(), "by-class");
        page.out.close();
        page.out.close();
        page.out.close();
    }
    print_rates(page);
}

void print_agencies(html_page& page) {
    const review& r = page.r;
    if (!r.not_reported.empty())
        page.out.element(
            "p",
            page.heading("head.not_reported") + ": " + names(r.not_reported, "", page.lang, ""),
            {{"id", "not-reported"}});
    if (r.agencies.empty()) return page.note(page.label("none.agencies"));
    const bool twice = r.sum_of_rows != r.at_end;
    page.out.open("div", {{"class", "wide"}});
    page.out.open("table", {{"class", "figures"}});
    page.caption(page.label("note.outside"));
    print_agency_columns(page);
    page.out.open("tbody");
    for (const agency_row& row : r.agencies) print_agency_row(page, row);
    if (twice) print_sum_row(page, "col.sum_of_rows", r.sum_of_rows, std::nullopt);
    print_sum_row(page, "col.grand_total", r.at_end, r.at_cut_off[task_class::open_overdue]);
    page.out.close();
    page.out.close();
    page.out.close();
    print_legend(page);
    if (twice) page.note(page.label("note.sum_of_rows"));
    for (const std::string& line : compared_of(r, page.lang)) page.note(line);
}

void print_indicators(html_page& page) {
    if (page.r.indicators.empty()) return page.note(page.label("none.indicators"));
    for (const review_indicator& one : page.r.indicators) print_indicator(page, one);
}

}  // namespace mandate::html
