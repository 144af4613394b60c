// The review as one page that a head of office opens, reads from, and prints.

#include "report/format.hpp"
#include "report/html_blocks.hpp"
#include "report/html_style.hpp"
#include "report/labels.hpp"
#include "report/matter_wording.hpp"
#include "report/publication.hpp"

#include <array>

namespace mandate {
namespace {

using html::html_page;

struct page_block {
    std::string_view id;
    std::string_view title;  ///< label key; empty: the next period's title
    void (*print)(html_page&);
};

constexpr std::array<page_block, 19> blocks = {{
    {"summary", "sect.summary", html::print_summary},
    {"decisions", "sect.decide", html::print_decisions},
    {"classes", "sect.classes", html::print_classes},
    {"agencies", "sect.agencies", html::print_agencies},
    {"unfinished", "sect.unfinished", html::print_unfinished},
    {"lists", "sect.other_lists", html::print_other_lists},
    {"documents", "sect.documents", html::print_documents},
    {"document-matters", "matter.records", html::print_document_matters},
    {"programme", "matter.programme", html::print_programme},
    {"indicators", "sect.indicators", html::print_indicators},
    {"recommendations", "sec.recommendations", html::print_recommendations},
    {"meeting", "sect.meeting", html::print_meeting},
    {"answers", "sect.answers", html::print_answers},
    {"next", "", html::print_next_period},
    {"register", "sect.register", html::print_register},
    {"by-agency", "sect.by_agency", html::print_lists_by_agency},
    {"by-class", "sect.by_class", html::print_lists_by_class},
    {"findings", "sect.findings", html::print_findings},
    {"method", "sect.method", html::print_method},
}};

std::string title_of_block(const page_block& b, const html_page& page) {
    return b.title.empty() ? wording::next_period_title(page.r, page.lang) : page.heading(b.title);
}

void print_contents(html_page& page) {
    page.out.open("nav", {{"class", "contents"}, {"aria-labelledby", "contents"}});
    page.out.element("h2", page.heading("nav.contents"), {{"id", "contents"}});
    page.out.open("ol");
    for (const page_block& b : blocks) {
        page.out.open("li");
        page.link(title_of_block(b, page), std::string{b.id});
        page.out.close();
    }
    page.out.close();
    page.out.close();
}

}  // namespace

std::string review_html(const review& r, language lang) {
    if (r.publication) return publication_html(r, lang);
    if (wording::has_withheld(r))
        return review_html(wording::with_words_for_withheld(r, lang), lang);
    html_page page{r, lang};
    page.out.raw("<!DOCTYPE html>");
    page.out.open("html", {{"lang", std::string{name_of(lang)}}});
    page.out.open("head");
    page.out.leaf("meta", {{"charset", "utf-8"}});
    page.out.leaf("meta",
                  {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    page.out.element("title", wording::title_of(r, lang));
    page.out.open("style");
    page.out.raw(html::style_sheet());
    page.out.close();
    page.out.close();

    page.out.open("body");
    page.out.element("a", page.heading("nav.skip"), {{"class", "skip"}, {"href", "#main"}});
    page.out.raw(html::bar_patterns());
    html::print_head(page);
    print_contents(page);
    page.out.open("main", {{"id", "main"}});
    int number = 0;
    for (const page_block& b : blocks) {
        page.out.open("section", {{"id", std::string{b.id}}});
        page.out.element("h2", std::to_string(++number) + ". " + title_of_block(b, page));
        b.print(page);
        page.out.close();
    }
    page.out.close();
    page.out.close();
    page.out.close();
    return page.out.take() + "\n";
}

}  // namespace mandate
