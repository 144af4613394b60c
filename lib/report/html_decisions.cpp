// What needs a decision today: the agenda as cards.

#include "report/answer_wording.hpp"
#include "report/html_blocks.hpp"
#include "report/labels.hpp"

namespace mandate::html {
namespace {

// Where the course of the matter is told; empty: nowhere on this page.
std::string address_of(const html_page& page, const wording::worded_matter& m) {
    if (m.kind == "recommendation") return anchor("r", m.code);
    if (m.kind != "task") return {};
    const std::size_t at = page.r.tasks.find(m.code);
    if (at >= page.unfinished.size()) return {};
    return anchor(page.unfinished[at] ? "u" : "t", m.code);
}

}  // namespace

void print_decisions(html_page& page) {
    if (page.r.answers.all().empty()) return page.note(page.label("answers.none"));
    const std::vector<wording::worded_matter> agenda = wording::worded_agenda(page.r, page.lang);
    if (agenda.empty()) return page.note(page.label("none.decide"));
    page.note(page.label("card.order"));
    page.out.open("div", {{"class", "cards"}});
    for (const wording::worded_matter& m : agenda) {
        page.out.open("div", {{"class", "card"}});
        page.words("h3", m.title, m.code + ". ");
        page.facts({{page.heading("card.late"), m.late},
                    {page.heading("card.who"), m.who},
                    {page.heading("card.waits"), m.waits},
                    {page.heading("card.decision"), m.decision}});
        if (const std::string target = address_of(page, m); !target.empty()) {
            page.out.open("p", {{"class", "more"}});
            page.link("→ " + page.label("nav.chain"), target);
            page.out.close();
        }
        page.out.close();
    }
    page.out.close();
}

}  // namespace mandate::html
