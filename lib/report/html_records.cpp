// Documents as a tree, recommendations, the meeting, findings, and how the figures were computed.

#include "report/format.hpp"
#include "report/html_bars.hpp"
#include "report/html_blocks.hpp"
#include "report/labels.hpp"

namespace mandate::html {
namespace {

using namespace wording;

void print_document(html_page& page, std::size_t at) {
    const document_node& d = page.r.documents[at];
    const language lang = page.lang;
    page.out.open("p");
    page.out.element("b", d.number.empty() ? d.code : d.number);
    page.out.text(" " + std::string{kind_label(d.kind, lang)});
    if (!pick(d.title, lang).empty()) {
        page.out.text(": ");
        page.words("span", d.title);
    }
    if (d.relation)
        page.out.element("span", capital(relation_of(page.r, at, lang), lang),
                         {{"class", "small"}});
    page.out.element("span",
                     name_or(d.issuer, lang, not_stated(lang)) + ", " + document_date(d, lang),
                     {{"class", "small"}});
    if (!d.note.empty())
        page.out.element("span", page.heading("form.note") + ": " + d.note, {{"class", "small"}});
    const std::string progress = page.heading("doc.progress") + ": " +
                                 rate_text({d.done_below, d.total_below}, lang, page.r.percentages);
    page.out.open("span", {{"class", "small"}});
    print_share_bar(page, d.done_below, d.total_below, progress);
    page.out.text(" " + progress);
    if (!d.tasks.empty()) {
        page.out.text(" · " + tasks_given(d, lang) + ": ");
        page.task_links(d.tasks);
    }
    page.out.close();
    page.out.close();
}

void print_recommendation(html_page& page, const review_recommendation& rec) {
    const language lang = page.lang;
    page.out.open("tr");
    page.out.element("th", rec.code, {{"scope", "row"}, {"id", anchor("r", rec.code)}});
    page.out.open("td");
    page.words("span", rec.text);
    std::vector<std::string> about;
    if (!rec.topic.empty())
        about.push_back(page.heading("rec.topic") + ": " + topic_label(rec.topic, lang));
    if (!rec.meeting.empty())
        about.push_back(page.heading("task.meeting") + ": " +
                        name_of_meeting(rec.meeting, rec.meeting_name, lang));
    if (!about.empty()) page.out.element("span", joined(about, "; "), {{"class", "small"}});
    page.out.close();
    page.text_cell(raised_by_of(rec, lang));
    page.out.element("td", day_text(rec.raised_on, lang), {{"class", "d"}});
    page.text_cell(names(rec.addressed_to, "", lang, not_stated(lang)));
    page.out.open("td");
    std::string status = status_label(rec, lang);
    if (rec.answered_on) status += " (" + day_text(*rec.answered_on, lang) + ")";
    page.out.text(status);
    std::vector<std::string> more = {
        say(rec.answered_on ? "rec.age_answered" : "rec.age", lang,
            {{"n", counted(rec.age_in_working_days, lang), rec.age_in_working_days}})};
    for (const auto& [name, value] : life_of(rec, lang)) more.push_back(name + ": " + value);
    if (!rec.answer_text.empty()) more.push_back(rec.answer_text);
    page.out.element("span", joined(more, "; "), {{"class", "small"}});
    const auto tasks = [&](std::string_view key, const std::vector<std::string>& codes) {
        if (codes.empty()) return;
        page.out.open("span", {{"class", "small"}});
        page.out.text(page.heading(key) + ": ");
        page.code_links(codes);
        page.out.close();
    };
    if (!rec.answer_task.empty()) tasks("rec.answer_task", {rec.answer_task});
    tasks("rec.related", rec.related_tasks);
    page.out.close();
    page.out.close();
}

void print_recommendations_where(html_page& page, bool open, std::string_view key, const char* id,
                                 std::size_t entries) {
    const std::string title = page.heading(key);
    page.subheading(title, entries, id);
    if (entries == 0) return page.note(page.label("none.here"));
    page.out.open("table", {{"class", "recs"}});
    page.out.element("caption", title, {{"class", "off"}});
    page.out.open("thead");
    page.out.open("tr");
    for (const char* column : {"col.code", "rec.text", "rec.raised_by", "rec.raised_on",
                               "rec.addressed_to", "rec.status"})
        page.column(column);
    page.out.close();
    page.out.close();
    page.out.open("tbody");
    for (const review_recommendation& rec : page.r.recommendations)
        if (rec.open == open) print_recommendation(page, rec);
    page.out.close();
    page.out.close();
}

void print_own_meeting(html_page& page) {
    if (!page.r.meeting) return page.note(page.label(none_of(page.r, "none.meeting")));
    const review_meeting& m = *page.r.meeting;
    const language lang = page.lang;
    page.out.open("p");
    page.words("b", m.name);
    page.out.text(" – " + name_or(m.body, lang, not_stated(lang)) + ", " +
                  day_text(m.held_on, lang));
    page.out.close();
    if (!m.persons.empty()) {
        page.subheading(page.heading("mtg.persons"), m.persons.size());
        page.out.open("ul");
        for (const auto& person : m.persons) page.out.element("li", person_of(person, lang));
        page.out.close();
    }
    if (m.conclusions.empty()) return;
    page.subheading(page.heading("mtg.conclusions"), m.conclusions.size());
    page.out.open("ul");
    for (const auto& said : m.conclusions) {
        page.out.open("li");
        page.out.element("b", capital(conclusion_label(said.kind, lang), lang));
        page.out.text(" (" + said.code + "): ");
        page.words("span", said.text);
        if (!said.addressed_to.empty())
            page.out.element("span", "→ " + names(said.addressed_to, "", lang, ""),
                             {{"class", "small"}});
        page.out.close();
    }
    page.out.close();
}

}  // namespace

// Parents come before children; a list is open for each depth that has an unfinished entry.
void print_documents(html_page& page) {
    if (page.r.documents.empty()) return page.note(page.label(none_of(page.r, "none.documents")));
    std::vector<int> depths;
    const auto close_level = [&] {
        page.out.close();
        page.out.close();
        depths.pop_back();
    };
    for (std::size_t at = 0; at < page.r.documents.size(); ++at) {
        const document_node& d = page.r.documents[at];
        while (!depths.empty() && depths.back() > d.depth) close_level();
        if (!depths.empty() && depths.back() == d.depth) {
            page.out.close();
        } else if (depths.empty()) {
            page.out.open("ul", {{"class", "tree"}});
            depths.push_back(d.depth);
        } else {
            page.out.open("ul");
            depths.push_back(d.depth);
        }
        page.out.open("li");
        print_document(page, at);
    }
    while (!depths.empty()) close_level();
}

void print_recommendations(html_page& page) {
    const auto open = static_cast<std::size_t>(page.r.recommendations_open);
    print_recommendations_where(page, true, "sect.rec_open", "rec-open", open);
    print_recommendations_where(page, false, "sect.rec_closed", "rec-closed",
                                page.r.recommendations.size() - open);
}

void print_meeting(html_page& page) {
    print_own_meeting(page);
    print_conclusions(page);
}

void print_findings(html_page& page) {
    const std::vector<finding> all = all_findings(page.r);
    if (all.empty()) return page.note(page.label("none.findings"));
    page.out.open("ul");
    for (const finding& f : all) page.out.element("li", finding_label(page.r, f, page.lang));
    page.out.close();
}

void print_method(html_page& page) {
    page.out.open("ol", {{"class", "method"}});
    for (const std::string& sentence : method_of(page.r, page.lang))
        page.out.element("li", sentence);
    page.out.close();
}

}  // namespace mandate::html
