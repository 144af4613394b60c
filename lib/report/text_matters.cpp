// Work programmes, reviews of documents, clauses that nobody carries out.

#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/matter_wording.hpp"
#include "report/text_blocks.hpp"

namespace mandate::text_blocks {
namespace {

using namespace wording;

void print_matter(text_page& page, const matter& m, language lang) {
    std::string line = m.code + ". " + m.before;
    const std::string& title = pick(m.title, lang);
    if (!m.before.empty() && !title.empty()) line += " ";
    page.paragraph(line + title, 2, 6);
    for (const auto& [name, value] : m.facts) page.paragraph(name + ": " + value, 4, 6);
}

template <class List, class Words>
void print_list(text_page& page, std::string_view key, const List& list, language lang,
                Words&& words) {
    page.section(heading(key, lang) + " (" +
                 number_text(static_cast<std::int64_t>(list.size()), lang) + ")");
    if (list.empty()) page.paragraph(label("none.here", lang));
    for (const auto& one : list) print_matter(page, words(one), lang);
}

}  // namespace

void print_matters(text_page& page, const review& r, language lang) {
    print_list(page, "matter.programme", r.programme_items, lang,
               [&](const review_item& i) { return matter_of(i, lang); });
    if (!r.unplanned.empty()) {
        std::vector<std::string> codes;
        for (const std::size_t at : r.unplanned) codes.push_back(r.tasks[at].code);
        page.paragraph(heading("matter.unplanned", lang) + " (" +
                           number_text(static_cast<std::int64_t>(codes.size()), lang) +
                           "): " + joined(codes, ", "),
                       0, 2);
    }
    print_list(page, "matter.reviews", r.document_reviews, lang,
               [&](const review_of_document& d) { return matter_of(d, lang); });
    print_list(page, "matter.orphan_clauses", r.orphan_clauses, lang,
               [&](const review_clause& c) { return matter_of(r, c, lang); });
}

}  // namespace mandate::text_blocks
