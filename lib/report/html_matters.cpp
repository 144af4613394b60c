// Work programmes, reviews of documents, clauses that nobody carries out.

#include "report/html_blocks.hpp"
#include "report/labels.hpp"
#include "report/matter_wording.hpp"

namespace mandate::html {
namespace {

using namespace wording;

void print_matter(html_page& page, const matter& m) {
    page.out.open("li");
    page.out.element("b", m.code);
    page.out.text(" ");
    if (!m.before.empty()) page.out.text(m.before + " ");
    if (!pick(m.title, page.lang).empty()) page.words("span", m.title);
    page.facts(m.facts);
    page.out.close();
}

template <class List, class Words>
void print_list(html_page& page, std::string_view key, const List& list, Words&& words) {
    page.subheading(page.heading(key), list.size());
    if (list.empty()) return page.note(page.label("none.here"));
    page.out.open("ul");
    for (const auto& one : list) print_matter(page, words(one));
    page.out.close();
}

}  // namespace

void print_programme(html_page& page) {
    const review& r = page.r;
    print_list(page, "matter.items", r.programme_items,
               [&](const review_item& i) { return matter_of(i, page.lang); });
    if (r.unplanned.empty()) return;
    page.subheading(page.heading("matter.unplanned"), r.unplanned.size());
    page.out.open("p");
    page.task_links(r.unplanned);
    page.out.close();
}

void print_document_matters(html_page& page) {
    const review& r = page.r;
    print_list(page, "matter.reviews", r.document_reviews,
               [&](const review_of_document& d) { return matter_of(d, page.lang); });
    print_list(page, "matter.orphan_clauses", r.orphan_clauses,
               [&](const review_clause& c) { return matter_of(r, c, page.lang); });
}

}  // namespace mandate::html
