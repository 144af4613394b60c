// The lists that the meeting goes through: unfinished tasks with their reasons, what is carried
// over, what waits, what comes next.

#include "report/format.hpp"
#include "report/html_blocks.hpp"
#include "report/labels.hpp"

namespace mandate::html {
namespace {

using namespace wording;

// Why it is late, in the cell that everybody sees: the cause, the remedy, the date proposed.
void print_reason(html_page& page, const review_task& t) {
    if (!t.explained) {
        if (!owes_explanation(t)) return page.out.text(not_applicable);
        page.out.element("span", not_explained(page.lang), {{"class", "missing"}});
        return;
    }
    const explanation& e = *t.explained;
    page.out.text(cause_of(e.cause, e.cause_name, page.lang));
    if (!e.remedy.empty())
        page.out.element("small", page.heading("delay.remedy") + ": " + e.remedy);
    if (e.proposed_deadline)
        page.out.element("small", page.heading("delay.new_date") + ": " +
                                      day_text(*e.proposed_deadline, page.lang));
}

void print_revisions(html_page& page, const review_task& t) {
    if (t.revisions.empty()) return;
    page.out.element("h4", page.heading("status.extended"));
    page.out.open("ul");
    for (std::size_t i = 0; i < t.revisions.size(); ++i)
        page.out.element("li", revision_of(t, i, page.lang));
    page.out.close();
}

void print_waiting(html_page& page, const review_task& t) {
    if (t.waiting.empty() && t.waiting_in_all == 0 && t.waiting_not_shown == 0) return;
    page.out.element(
        "h4", page.heading("delay.impact") + " (" + number_text(t.waiting_in_all, page.lang) + ")");
    page.out.open("ul");
    for (const dependent_task& d : t.waiting)
        page.out.element("li", dependent_of(page.r, d, page.lang));
    if (t.waiting_not_shown > 0)
        page.out.element("li", waiting_not_shown(t.waiting_not_shown, page.lang));
    page.out.close();
}

}  // namespace

void print_course(html_page& page, const review_task& t) {
    page.out.open("details");
    page.out.element("summary", page.heading("nav.details") + " – " + t.code);
    if (const fact_lines why = explanation_of(t, page.lang); !why.empty()) page.facts(why);
    if (const late_chain chain = page.why_late.of(t.code); !chain.links.empty()) {
        page.out.element("h4", page.heading("why.title"));
        page.note(chain.against_plan);
        page.out.open("ol");
        for (const std::string& link : chain.links) page.out.element("li", link);
        page.out.close();
    }
    print_revisions(page, t);
    print_waiting(page, t);
    fact_lines background = background_of(t, page.lang);
    if (!t.field_of_work.empty())
        background.push_back({page.heading("task.field"), t.field_of_work});
    page.facts(background);
    page.out.close();
}

namespace {

// A longer list is told by codes: its rows are those of the register.
constexpr std::size_t longest_table = 30;

void print_list(html_page& page, std::string_view key, const char* id,
                const std::vector<std::size_t>& list) {
    const std::string title = page.heading(key);
    page.subheading(title, list.size(), id);
    if (list.size() <= longest_table) return print_task_table(page, list, title);
    page.note(page.label("note.long_list"));
    page.out.open("p", {{"class", "lines"}});
    page.task_links(list);
    page.out.close();
}

}  // namespace

void print_unfinished(html_page& page) {
    const review& r = page.r;
    if (r.unfinished.empty()) return page.note(page.label("none.unfinished"));
    page.out.open("p", {{"id", "unexplained"}});
    const auto missing = static_cast<std::int64_t>(r.unexplained.size());
    page.out.text(
        say("unfinished.unexplained", page.lang, {{"n", counted(missing, page.lang), missing}}) +
        " ");
    page.task_links(r.unexplained);
    page.out.close();
    page.out.open("table", {{"class", "tasks reasons"}});
    page.out.element("caption", page.heading("sect.unfinished"), {{"class", "off"}});
    print_task_columns(page, true);
    for (const std::size_t at : r.unfinished) {
        const review_task& t = r.tasks[at];
        page.out.open("tbody", {{"id", anchor("u", t.code)}});
        page.out.open("tr");
        print_task_cells(page, at, {});
        page.out.open("td");
        print_reason(page, t);
        page.out.close();
        page.out.close();
        page.out.open("tr");
        page.out.open("td", {{"colspan", "6"}});
        print_course(page, t);
        page.out.close();
        page.out.close();
        page.out.close();
    }
    page.out.close();
}

void print_other_lists(html_page& page) {
    const review& r = page.r;
    print_list(page, "sect.done_since", "done-since", r.done_since);
    print_list(page, "carry.late", "carried-late", r.carried_late);
    print_list(page, "carry.planned", "carried-planned", r.carried_planned);
    print_list(page, "status.no_deadline", "no-deadline", r.without_deadline);
    print_list(page, "status.submitted", "awaiting", r.awaiting_acceptance);
    print_list(page, "role.lead_unknown", "no-lead", r.without_lead);
}

void print_next_period(html_page& page) {
    print_list(page, "sect.next_new", "next-new", page.r.next_new);
    print_list(page, "sect.next_planned", "next-planned", page.r.next_planned);
}

}  // namespace mandate::html
