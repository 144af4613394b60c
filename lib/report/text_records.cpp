// Recommendations, documents, the meeting, findings.

#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/text_blocks.hpp"
#include "report/wording.hpp"

namespace mandate::text_blocks {
namespace {

using namespace wording;

void print_recommendation(text_page& page, const review_recommendation& rec, language lang) {
    page.paragraph(rec.code + ". " + pick(rec.text, lang), 2, 6);
    const auto line = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) page.paragraph(heading(key, lang) + ": " + value, 4, 6);
    };
    line("rec.raised_by", raised_by_of(rec, lang) + " (" + day_text(rec.raised_on, lang) + ")");
    line("rec.addressed_to", names(rec.addressed_to, "", lang, not_stated(lang)));
    line("rec.topic", topic_label(rec.topic, lang));
    std::string status = status_label(rec, lang);
    if (rec.answered_on) status += " (" + day_text(*rec.answered_on, lang) + ")";
    status += "; " + say(rec.answered_on ? "rec.age_answered" : "rec.age", lang,
                         {{"n", counted(rec.age_in_working_days, lang), rec.age_in_working_days}});
    line("rec.status", status);
    for (const auto& [name, value] : life_of(rec, lang)) page.paragraph(name + ": " + value, 4, 6);
    line("rec.answer", rec.answer_text);
    line("rec.answer_task", rec.answer_task);
    line("rec.related", joined(rec.related_tasks, ", "));
    line("task.meeting", name_of_meeting(rec.meeting, rec.meeting_name, lang));
}

}  // namespace

void print_recommendations(text_page& page, const review& r, language lang) {
    const auto section = [&](std::string_view key, bool open, std::int64_t count) {
        page.section(heading(key, lang) + " (" + number_text(count, lang) + ")");
        if (count == 0) page.paragraph(label("none.here", lang));
        for (const review_recommendation& rec : r.recommendations)
            if (rec.open == open) print_recommendation(page, rec, lang);
    };
    const auto all = static_cast<std::int64_t>(r.recommendations.size());
    section("sect.rec_open", true, r.recommendations_open);
    section("sect.rec_closed", false, all - r.recommendations_open);
}

void print_documents(text_page& page, const review& r, language lang) {
    page.section(heading("sect.documents", lang));
    if (r.documents.empty()) page.paragraph(label(none_of(r, "none.documents"), lang));
    for (std::size_t at = 0; at < r.documents.size(); ++at) {
        const document_node& d = r.documents[at];
        const auto indent = static_cast<std::size_t>(d.depth) * 3;
        std::string line = d.number.empty() ? d.code : d.number;
        line += " " + std::string{kind_label(d.kind, lang)};
        if (!pick(d.title, lang).empty()) line += ": " + pick(d.title, lang);
        if (d.relation) line += " [" + relation_of(r, at, lang) + "]";
        page.paragraph(line, indent, indent + 2);
        page.paragraph(name_or(d.issuer, lang, not_stated(lang)) + ", " + document_date(d, lang),
                       indent + 2, indent + 4);
        if (!d.note.empty())
            page.paragraph(heading("form.note", lang) + ": " + d.note, indent + 2, indent + 4);
        std::vector<std::string> codes;
        for (const std::size_t task : d.tasks) codes.push_back(r.tasks[task].code);
        std::string progress = heading("doc.progress", lang) + ": " +
                               rate_text({d.done_below, d.total_below}, lang, r.percentages);
        if (!codes.empty()) progress += " · " + tasks_given(d, lang) + ": " + joined(codes, ", ");
        page.paragraph(progress, indent + 2, indent + 4);
    }
}

void print_meeting(text_page& page, const review& r, language lang) {
    page.section(heading("sect.meeting", lang));
    if (!r.meeting) {
        page.paragraph(label(none_of(r, "none.meeting"), lang));
        return;
    }
    const review_meeting& m = *r.meeting;
    page.paragraph(pick(m.name, lang) + " – " + name_or(m.body, lang, not_stated(lang)) + ", " +
                   day_text(m.held_on, lang));
    for (const auto& person : m.persons) page.paragraph(person_of(person, lang), 2, 4);
    if (!m.conclusions.empty()) page.subsection(heading("mtg.conclusions", lang));
    for (const auto& said : m.conclusions) {
        std::string line = said.code + ". [" + std::string{conclusion_label(said.kind, lang)} +
                           "] " + pick(said.text, lang);
        if (!said.addressed_to.empty()) line += " (" + names(said.addressed_to, "", lang, "") + ")";
        page.paragraph(line, 2, 6);
    }
}

void print_findings(text_page& page, const review& r, language lang) {
    page.section(heading("sect.findings", lang));
    const std::vector<finding> all = all_findings(r);
    if (all.empty()) page.paragraph(label("none.findings", lang));
    for (const finding& f : all) page.paragraph("- " + finding_label(r, f, lang), 0, 2);
}

}  // namespace mandate::text_blocks
