// The review as text for a terminal: the blocks in the order in which a meeting takes them.

#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/matter_wording.hpp"
#include "report/publication.hpp"
#include "report/text_blocks.hpp"
#include "report/wording.hpp"

namespace mandate {
namespace {

using namespace wording;
using text_layout::text_page;

void print_head(text_page& page, const review& r, language lang) {
    page.title(title_of(r, lang));
    const auto line = [&](std::string_view key, const std::string& value) {
        page.paragraph(heading(key, lang) + ": " + value, 0, 2);
    };
    if (!r.only.empty()) line("head.only_agency", only_agencies(r, lang));
    if (!r.viewer.empty()) line("head.viewer", agency_name(r, r.viewer, lang));
    line("time.period", period_with_days(r.period, lang));
    line("time.cut_off", day_text(r.cut_off, lang));
    std::string meeting = meeting_day(r, lang);
    if (r.meeting && r.meeting->body) meeting += ", " + pick(r.meeting->body->name, lang);
    line("time.meeting_day", meeting);
    line("head.known", known_label(r, lang));
    line("head.edition", edition_of(r, lang));
    line("head.not_reported", r.not_reported.empty() ? std::string{label("head.all_reported", lang)}
                                                     : names(r.not_reported, "", lang, ""));
    for (const std::string& sentence : withheld_of(r, lang)) page.paragraph(sentence, 0, 2);
}

void print_method(text_page& page, const review& r, language lang) {
    page.section(heading("sect.method", lang));
    int number = 0;
    for (const std::string& sentence : method_of(r, lang))
        page.paragraph(std::to_string(++number) + ". " + sentence, 0, 4);
}

}  // namespace

std::string review_text(const review& r, language lang) {
    if (r.publication) return publication_text(r, lang);
    if (has_withheld(r)) return review_text(with_words_for_withheld(r, lang), lang);
    text_page page;
    print_head(page, r, lang);
    text_blocks::print_agenda(page, r, lang);
    text_blocks::print_classes(page, r, lang);
    text_blocks::print_rates(page, r, lang);
    text_blocks::print_agencies(page, r, lang);
    text_blocks::print_unfinished(page, r, lang);
    text_blocks::print_task_lists(page, r, lang);
    text_blocks::print_recommendations(page, r, lang);
    text_blocks::print_indicators(page, r, lang);
    text_blocks::print_documents(page, r, lang);
    text_blocks::print_matters(page, r, lang);
    text_blocks::print_meeting(page, r, lang);
    text_blocks::print_conclusions(page, r, lang);
    text_blocks::print_answers(page, r, lang);
    text_blocks::print_findings(page, r, lang);
    print_method(page, r, lang);
    return page.take();
}

}  // namespace mandate
