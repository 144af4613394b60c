// The three lines at the head, and the five sentences that a chair can read aloud.

#include "report/format.hpp"
#include "report/html_blocks.hpp"
#include "report/labels.hpp"
#include "report/matter_wording.hpp"

namespace mandate::html {
namespace {

using namespace wording;

std::int64_t size(const std::vector<std::size_t>& list) {
    return static_cast<std::int64_t>(list.size());
}

// A slot that prints as a number leading to its list. Slots hold HTML here, not text.
slot linked(const html_page& page, std::string_view name, std::int64_t number,
            const std::string& target) {
    const std::string text = escape(counted(number, page.lang));
    if (number == 0) return {name, text, number};
    return {name, "<a href=\"#" + escape(target) + "\">" + text + "</a>", number};
}

slot linked_rate(const html_page& page, std::string_view name, const rate& value) {
    return {name, "<a href=\"#rates\">" + escape(rate_text(value, page.lang, page.r.percentages)) +
                      "</a>"};
}

// A sentence of the summary and the link to its list behind it.
void print_sentence(html_page& page, std::string_view key, std::initializer_list<slot> slots,
                    const std::string& list) {
    const std::string pattern = escape(page.label(key));
    page.out.open("li");
    page.out.raw(fill(pattern, std::span{slots.begin(), slots.size()}));
    page.out.text(" ");
    page.out.element("a", "→ " + page.label("nav.list"), {{"class", "go"}, {"href", "#" + list}});
    page.out.close();
}

void print_total(html_page& page) {
    const class_counts& n = page.r.at_end;
    if (page.r.population.empty()) return print_sentence(page, "sum.total_none", {}, "register");
    if (n.done() == 0)
        return print_sentence(page, "sum.total_undone",
                              {linked(page, "total", n.total(), "register")}, "register");
    const auto of_class = [&](std::string_view name, task_class c) {
        return linked(page, name, n[c], "c-" + std::string{name_of(c)});
    };
    print_sentence(
        page, "sum.total",
        {linked(page, "total", n.total(), "register"), linked(page, "done", n.done(), "classes"),
         of_class("in_time", task_class::done_in_time), of_class("late", task_class::done_late),
         of_class("free", task_class::done_without_deadline)},
        "register");
}

void print_unfinished_sentence(html_page& page) {
    if (page.r.unfinished.empty())
        return print_sentence(page, "sum.unfinished_none", {}, "unfinished");
    print_sentence(page, "sum.unfinished",
                   {linked(page, "unfinished", size(page.r.unfinished), "unfinished"),
                    linked(page, "unexplained", size(page.r.unexplained), "unexplained"),
                    linked(page, "since", size(page.r.done_since), "done-since")},
                   "unfinished");
}

void print_rates_sentence(html_page& page) {
    const rates& by = page.r.by_end;
    if (by.completion_due.denominator == 0)
        return print_sentence(page, "sum.rates_none", {}, "rates");
    const bool few = by.completion_due.for_reference_only();
    print_sentence(page, "sum.rates",
                   {linked_rate(page, "completion", by.completion_due),
                    linked_rate(page, "on_time", by.on_time),
                    {"few", few ? escape(" (" + page.label("rate.small") + ")") : std::string{}}},
                   "rates");
}

void print_carried_sentence(html_page& page) {
    const std::int64_t late = size(page.r.carried_late);
    const std::int64_t planned = size(page.r.carried_planned);
    if (late + planned == 0) return print_sentence(page, "sum.carried_none", {}, "carried-late");
    print_sentence(
        page, "sum.carried",
        {linked(page, "all", late + planned, "lists"), linked(page, "late", late, "carried-late"),
         linked(page, "planned", planned, "carried-planned"),
         linked(page, "no_deadline", page.r.at_cut_off[task_class::open_without_deadline],
                "k-" + std::string{name_of(task_class::open_without_deadline)})},
        "lists");
}

void print_recommendations_sentence(html_page& page) {
    const auto all = static_cast<std::int64_t>(page.r.recommendations.size());
    const slot silent = linked(
        page, "silent", static_cast<std::int64_t>(page.r.not_reported.size()), "not-reported");
    if (all == 0) return print_sentence(page, "sum.recs_none", {silent}, "recommendations");
    print_sentence(page, "sum.recs",
                   {linked(page, "open", page.r.recommendations_open, "rec-open"),
                    linked(page, "all", all, "recommendations"), silent},
                   "recommendations");
}

}  // namespace

void print_head(html_page& page) {
    const review& r = page.r;
    const language lang = page.lang;
    const auto part = [&](std::string_view key, const std::string& value) {
        return page.heading(key) + ": " + value;
    };
    page.out.open("header");
    page.out.element("h1", title_of(r, lang));
    std::vector<std::string> line = {
        part("head.period", day_range(r.period.first(), r.period.last(), lang)),
        part("head.cut_off", day_text(r.cut_off, lang)), part("head.meeting", meeting_day(r, lang)),
        part("head.known", known_label(r, lang))};
    if (!r.only.empty()) line.push_back(part("head.only_agency", only_agencies(r, lang)));
    if (!r.viewer.empty()) line.push_back(part("head.viewer", agency_name(r, r.viewer, lang)));
    page.out.element("p", joined(line, " · "));
    for (const std::string& sentence : withheld_of(r, lang)) page.note(sentence);

    page.out.open("p", {{"class", "silent"}});
    page.out.element("b", edition_of(r, lang));
    page.out.text(" · " + page.heading("head.not_reported") + ": ");
    if (r.not_reported.empty()) {
        page.out.text(page.label("head.all_reported"));
    } else {
        const auto silent = static_cast<std::int64_t>(r.not_reported.size());
        page.link(say("head.not_reported_n", lang, {{"n", counted(silent, lang), silent}}),
                  "not-reported");
        page.out.text(" – " + names(r.not_reported, "", lang, ""));
    }
    page.out.close();
    page.out.close();
}

void print_summary(html_page& page) {
    page.out.open("ol", {{"class", "summary"}});
    print_total(page);
    print_unfinished_sentence(page);
    print_rates_sentence(page);
    print_carried_sentence(page);
    print_recommendations_sentence(page);
    page.out.close();
}

}  // namespace mandate::html
