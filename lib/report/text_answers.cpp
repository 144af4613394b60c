// The agenda and the other answers that a review takes along, for a terminal.

#include "report/answer_wording.hpp"
#include "report/labels.hpp"
#include "report/text_blocks.hpp"
#include "report/wording.hpp"

namespace mandate::text_blocks {

using namespace wording;
using text_layout::align;
using text_layout::text_table;

void print_agenda(text_page& page, const review& r, language lang) {
    if (r.answers.all().empty()) return;
    page.section(heading("sect.decide", lang));
    const std::vector<worded_matter> matters = worded_agenda(r, lang);
    if (matters.empty()) page.paragraph(label("none.decide", lang));
    int number = 0;
    for (const worded_matter& m : matters) {
        page.paragraph(std::to_string(++number) + ". " + m.code + ". " + pick(m.title, lang), 0, 3);
        for (const auto& [key, words] :
             {std::pair{"card.late", &m.late}, std::pair{"card.who", &m.who},
              std::pair{"card.waits", &m.waits}, std::pair{"card.decision", &m.decision}})
            page.paragraph(heading(key, lang) + ": " + *words, 3, 5);
    }
}

namespace {

void print_rows(text_page& page, const worded_table& t) {
    if (t.rows.empty()) {
        page.paragraph(t.none);
        return;
    }
    std::vector<text_layout::table_column> columns;
    for (const worded_table::column& c : t.columns)
        columns.push_back({c.heading, c.number ? align::right : align::left});
    text_table out{std::move(columns)};
    for (const std::vector<std::string>& row : t.rows) out.row(row);
    page.print(out);
    if (!t.note.empty()) page.paragraph(t.note);
}

}  // namespace

void print_conclusions(text_page& page, const review& r, language lang) {
    if (const auto t = worded_conclusions(r, lang)) {
        page.subsection(t->title);
        print_rows(page, *t);
    }
}

void print_answers(text_page& page, const review& r, language lang) {
    for (const worded_table& t : worded_answers(r, lang)) {
        page.section(t.title);
        print_rows(page, t);
    }
}

}  // namespace mandate::text_blocks
