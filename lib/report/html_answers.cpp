// The answers that a review takes along, as tables.

#include "report/answer_wording.hpp"
#include "report/html_blocks.hpp"

namespace mandate::html {
namespace {

void print_rows(html_page& page, const wording::worded_table& t) {
    page.subheading(t.title, t.rows.size(), "answers-" + t.id);
    if (t.rows.empty()) return page.note(t.none);
    page.out.open("table", {{"class", t.id}});
    page.out.element("caption", t.title, {{"class", "off"}});  // the heading says it
    page.out.open("thead");
    page.out.open("tr");
    for (const auto& c : t.columns)
        if (c.number)
            page.out.element("th", c.heading, {{"scope", "col"}, {"class", "n"}});
        else
            page.column_text(c.heading);
    page.out.close();
    page.out.close();
    page.out.open("tbody");
    for (const std::vector<std::string>& row : t.rows) {
        page.out.open("tr");
        for (std::size_t i = 0; i < row.size(); ++i)
            if (t.columns[i].number || t.columns[i].day)
                page.out.element("td", row[i], {{"class", t.columns[i].number ? "n" : "d"}});
            else
                page.text_cell(row[i]);
        page.out.close();
    }
    page.out.close();
    page.out.close();
    if (!t.note.empty()) page.note(t.note);
}

}  // namespace

void print_conclusions(html_page& page) {
    if (const auto t = wording::worded_conclusions(page.r, page.lang)) print_rows(page, *t);
}

void print_answers(html_page& page) {
    const std::vector<wording::worded_table> all = wording::worded_answers(page.r, page.lang);
    if (all.empty()) return page.note(page.label("answers.none"));
    for (const wording::worded_table& t : all) print_rows(page, t);
}

}  // namespace mandate::html
