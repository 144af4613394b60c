// The lists of tasks: one entry per task, its facts under it.

#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/text_blocks.hpp"
#include "report/why_late.hpp"
#include "report/wording.hpp"

namespace mandate::text_blocks {
namespace {

using namespace wording;

constexpr std::size_t inner = 4;    // columns before what belongs to an entry
constexpr std::size_t hanging = 6;  // and before its further lines

void print_fact(text_page& page, const std::string& name, const std::string& value) {
    page.paragraph(name + ": " + value, inner, hanging);
}

// Code and title; who leads and by when; what has become of it.
void print_entry(text_page& page, const review_task& t, language lang) {
    page.paragraph(t.code + ". " + pick(t.title, lang), 2, hanging);
    print_fact(page, heading("role.lead", lang),
               leads_of(t, lang) + " · " + heading("time.due", lang) + ": " + deadline_of(t, lang));
    print_fact(page, heading("col.class", lang), state_of(t, lang));
}

void print_waiting(text_page& page, const review& r, const review_task& t, language lang) {
    if (t.waiting.empty() && t.waiting_in_all == 0 && t.waiting_not_shown == 0) return;
    std::vector<std::string> direct;
    for (const dependent_task& d : t.waiting) direct.push_back(dependent_of(r, d, lang));
    std::string value = counted(t.waiting_in_all, lang);
    if (!direct.empty()) value += " – " + joined(direct, "; ");
    if (t.waiting_not_shown > 0) value += "; " + waiting_not_shown(t.waiting_not_shown, lang);
    print_fact(page, heading("delay.impact", lang), value);
}

// Why it is late, how its deadline moved, who waits for it.
void print_course(text_page& page, const review& r, const review_task& t, language lang) {
    for (const auto& [name, value] : explanation_of(t, lang)) print_fact(page, name, value);
    for (std::size_t i = 0; i < t.revisions.size(); ++i)
        print_fact(page, heading("time.due_revised", lang), revision_of(t, i, lang));
    print_waiting(page, r, t, lang);
}

enum class with : bool { one_line, course };

void print_list(text_page& page, const review& r, const std::string& title,
                const std::vector<std::size_t>& list, language lang, bool inside = false,
                with more = with::one_line) {
    const std::string line =
        title + " (" + number_text(static_cast<std::int64_t>(list.size()), lang) + ")";
    inside ? page.subsection(line) : page.section(line);
    if (list.empty()) page.paragraph(label("none.here", lang));
    for (const std::size_t at : list) {
        print_entry(page, r.tasks[at], lang);
        if (more == with::course && has_course(r.tasks[at]))
            print_course(page, r, r.tasks[at], lang);
    }
}

}  // namespace

void print_unfinished(text_page& page, const review& r, language lang) {
    page.section(heading("sect.unfinished", lang) + " (" +
                 number_text(static_cast<std::int64_t>(r.unfinished.size()), lang) + ")");
    if (r.unfinished.empty()) {
        page.paragraph(label("none.unfinished", lang));
        return;
    }
    const late_chains why_late{r, lang};
    const auto missing = static_cast<std::int64_t>(r.unexplained.size());
    page.paragraph(say("unfinished.unexplained", lang, {{"n", counted(missing, lang), missing}}));
    for (const std::size_t at : r.unfinished) {
        const review_task& t = r.tasks[at];
        print_entry(page, t, lang);
        print_course(page, r, t, lang);
        if (const late_chain chain = why_late.of(t.code); !chain.links.empty())
            print_fact(page, heading("why.title", lang),
                       chain.against_plan + " " + joined(chain.links, " "));
        if (!t.documents.empty())
            print_fact(page, heading("task.documents", lang), documents_of(r, t));
        if (!t.field_of_work.empty())
            print_fact(page, heading("task.field", lang), t.field_of_work);
        for (const auto& [name, value] : background_of(t, lang)) print_fact(page, name, value);
    }
}

void print_task_lists(text_page& page, const review& r, language lang) {
    print_list(page, r, heading("sect.done_since", lang), r.done_since, lang);
    print_list(page, r, heading("carry.late", lang), r.carried_late, lang);
    print_list(page, r, heading("carry.planned", lang), r.carried_planned, lang, false,
               with::course);
    page.section(next_period_title(r, lang));
    print_list(page, r, heading("sect.next_new", lang), r.next_new, lang, true, with::course);
    print_list(page, r, heading("sect.next_planned", lang), r.next_planned, lang, true);
    print_list(page, r, heading("status.no_deadline", lang), r.without_deadline, lang);
    print_list(page, r, heading("status.submitted", lang), r.awaiting_acceptance, lang);
    print_list(page, r, heading("role.lead_unknown", lang), r.without_lead, lang);
}

}  // namespace mandate::text_blocks
