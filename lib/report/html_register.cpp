// Every task once, grouped by its class; and the lists behind the numbers of the tables.

#include "report/figures.hpp"
#include "report/format.hpp"
#include "report/html_blocks.hpp"
#include "report/labels.hpp"

#include <array>
#include <map>

namespace mandate::html {
namespace {

using namespace wording;
using positions = std::vector<std::size_t>;

// The tasks of an agency: by class as lead, still overdue at the cut-off, as coordinating agency.
struct agency_lists {
    std::array<positions, task_class_count> led;
    positions still_overdue;
    positions coordinated;
};

std::map<std::string, agency_lists> lists_of(const review& r) {
    std::map<std::string, agency_lists> out;
    for (const std::size_t at : r.population) {
        const review_task& t = r.tasks[at];
        for (const named& lead : t.leads) {
            agency_lists& lists = out[lead.code];
            lists.led[static_cast<std::size_t>(t.at_end)].push_back(at);
            if (t.at_cut_off == task_class::open_overdue) lists.still_overdue.push_back(at);
        }
        if (r.only.empty())  // else what they coordinate is listed apart
            for (const named& other : t.coordinating) out[other.code].coordinated.push_back(at);
    }
    return out;
}

template <class Wanted>
positions select(const review& r, Wanted wanted) {
    positions out;
    for (const std::size_t at : r.population)
        if (wanted(r.tasks[at])) out.push_back(at);
    return out;
}

void print_fields(html_page& page) {
    page.out.element("h3", page.heading("task.fields"));
    page.out.open("ol", {{"class", "lines"}});
    for (std::size_t i = 0; i < page.long_fields.size(); ++i)
        page.out.element("li", page.long_fields[i], {{"id", "f-" + std::to_string(i + 1)}});
    page.out.close();
}

void print_group(html_page& page, const positions& list, std::string_view title,
                 const std::string& id) {
    if (list.empty()) return;
    page.out.open("tbody", {{"id", id}});
    page.out.open("tr");
    page.out.element("th",
                     capital(title, page.lang) + " (" +
                         number_text(static_cast<std::int64_t>(list.size()), page.lang) + ")",
                     {{"class", "group"}, {"colspan", "5"}, {"scope", "rowgroup"}});
    page.out.close();
    for (const std::size_t at : list) {
        page.out.open("tr");
        print_task_cells(page, at, anchor("t", page.r.tasks[at].code));
        page.out.close();
        if (page.unfinished[at] || !has_course(page.r.tasks[at])) continue;
        page.out.open("tr");
        page.out.open("td", {{"colspan", "5"}});
        print_course(page, page.r.tasks[at]);
        page.out.close();
        page.out.close();
    }
    page.out.close();
}

// "Completed late (2): M02, M05", if there is any.
void print_line(html_page& page, std::string_view title, const positions& list,
                const std::string& id) {
    if (list.empty()) return;
    page.out.open("li", {{"id", id}});
    page.out.text(capital(title, page.lang) + " (" +
                  number_text(static_cast<std::int64_t>(list.size()), page.lang) + "): ");
    page.task_links(list);
    page.out.close();
}

}  // namespace

void print_register(html_page& page) {
    const review& r = page.r;
    if (r.tasks.empty()) return page.note(page.label("none.tasks"));
    if (!page.long_fields.empty()) print_fields(page);
    if (!page.common.empty()) {
        std::string all = page.heading("note.common") + ":";
        for (const auto& [name, value] : page.common) all += " " + sentence(name + ": " + value);
        page.note(all);
    }
    page.out.open("table", {{"class", "tasks"}});
    page.out.element("caption", page.heading("sect.register"), {{"class", "off"}});
    print_task_columns(page);
    for (const task_class c : classes_in_order)
        print_group(page, select(r, [&](const review_task& t) { return t.at_end == c; }),
                    class_label(c, page.lang), "c-" + std::string{name_of(c)});
    positions others;
    for (std::size_t at = 0; at < r.tasks.size(); ++at)
        if (!page.counted[at]) others.push_back(at);
    print_group(page, others, page.label("sect.not_population"), "others");
    page.out.close();
}

void print_lists_by_agency(html_page& page) {
    const review& r = page.r;
    if (r.agencies.empty()) return page.note(page.label("none.agencies"));
    const std::map<std::string, agency_lists> lists = lists_of(r);
    for (const agency_row& row : r.agencies) {
        const std::string& code = row.agency.code;
        page.out.open("h3", {{"id", anchor("a", code)}});
        page.words("span", row.agency.name);
        page.out.close();
        const auto found = lists.find(code);
        if (found == lists.end()) {
            page.note(page.label("none.here"));
            continue;
        }
        const auto& [led, still_overdue, coordinated] = found->second;
        page.out.open("ul", {{"class", "lines"}});
        for (const task_class c : classes_in_order)
            print_line(page, class_label(c, page.lang), led[static_cast<std::size_t>(c)],
                       anchor("a", code, c));
        print_line(page, page.label("th.still_overdue"), still_overdue,
                   anchor("a", code) + ":still-overdue");
        print_line(page, page.label("role.coordinating"), coordinated,
                   anchor("a", code) + ":coordinating");
        page.out.close();
    }
}

void print_lists_by_class(html_page& page) {
    if (page.r.population.empty()) return page.note(page.label("none.tasks"));
    page.out.open("ul", {{"class", "lines"}});
    for (const task_class c : classes_in_order)
        print_line(page, class_label(c, page.lang),
                   select(page.r, [&](const review_task& t) { return t.at_cut_off == c; }),
                   "k-" + std::string{name_of(c)});
    page.out.close();
}

}  // namespace mandate::html
