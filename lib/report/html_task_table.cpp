// A list of tasks as a table, and the cells that other tables share with it.

#include "report/format.hpp"
#include "report/html_page.hpp"
#include "report/labels.hpp"

#include <algorithm>

namespace mandate::html {

namespace {

using namespace wording;

// The field of work, by its number where the list before the register tells its name.
void print_field(html_page& page, const review_task& t) {
    if (t.field_of_work.empty()) return;
    if (const std::size_t number = page.number_of_field(t.field_of_work))
        page.link(
            capital(say("task.field_no", page.lang, {{"n", std::to_string(number)}}), page.lang),
            "f-" + std::to_string(number));
    else
        page.out.text(page.heading("task.field") + ": " + t.field_of_work);
}

// In the register: what else is stated. What is told in full under the unfinished tasks is not told
// again.
void print_background(html_page& page, std::size_t at) {
    const review_task& t = page.r.tasks[at];
    if (page.unfinished[at]) {
        page.out.text(" ");
        page.link("→ " + page.label("nav.details"), anchor("u", t.code));
        return;
    }
    page.out.open("small");
    for (const auto& line : background_of(t, page.lang))
        if (std::ranges::find(page.common, line) == page.common.end())
            page.out.text(sentence(line.name + ": " + line.value) + " ");
    print_field(page, t);
    page.out.close();
}

}  // namespace

void print_deadline(html_page& page, const review_task& t) {
    if (deadline_changed(t)) {
        page.out.open("del");
        page.out.element("span", page.label("time.due_original") + ": ", {{"class", "off"}});
        page.out.text(deadline_text(t.original, page.lang));
        page.out.close();
        page.out.text(" ");
    }
    page.out.text(deadline_text(t.current, page.lang));
}

void print_state(html_page& page, const review_task& t) {
    page.out.element("b", class_of(t, page.lang), {{"class", std::string{name_of(t.at_cut_off)}}});
    const std::vector<std::string> details = state_details(t, page.lang);
    if (!details.empty()) page.out.element("small", joined(details, "; "));
}

void print_task_columns(html_page& page, bool with_reasons) {
    const auto column = [&](std::string_view key, const char* width) {
        page.out.element("th", page.heading(key), {{"scope", "col"}, {"class", width}});
    };
    page.out.open("thead");
    page.out.open("tr");
    column("col.code", "code");
    column("col.task", "task");
    column("role.lead", "lead");
    column("time.due", "due");
    column("col.class", "state");
    if (with_reasons) column("col.why", "why");
    page.out.close();
    page.out.close();
}

void print_task_cells(html_page& page, std::size_t at, const std::string& id) {
    const review_task& t = page.r.tasks[at];
    if (id.empty()) {
        page.out.open("th", {{"scope", "row"}});
        page.task_link(t);
    } else {
        page.out.open("th", {{"scope", "row"}, {"id", id}});
        page.out.text(t.code);
    }
    page.out.close();
    page.out.open("td");
    page.words("span", t.title);
    if (!t.documents.empty()) page.out.text(" (" + documents_of(page.r, t) + ")");
    if (!id.empty()) print_background(page, at);
    page.out.close();
    page.text_cell(leads_of(t, page.lang));
    page.out.open("td");
    print_deadline(page, t);
    page.out.close();
    page.out.open("td");
    print_state(page, t);
    page.out.close();
}

void print_task_table(html_page& page, const std::vector<std::size_t>& list,
                      std::string_view caption) {
    if (list.empty()) return page.note(page.label("none.here"));
    page.out.open("table", {{"class", "tasks"}});
    page.out.element("caption", caption, {{"class", "off"}});
    print_task_columns(page);
    page.out.open("tbody");
    for (const std::size_t at : list) {
        page.out.open("tr");
        print_task_cells(page, at, {});
        page.out.close();
    }
    page.out.close();
    page.out.close();
}

}  // namespace mandate::html
