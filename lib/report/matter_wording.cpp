#include "report/matter_wording.hpp"

#include "report/format.hpp"
#include "report/labels.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mandate::wording {
namespace {

using state_key = std::pair<std::string_view, std::string_view>;

constexpr std::array<state_key, 6> review_states{{{"done", "matter.review_done"},
                                                  {"done_late", "matter.review_done_late"},
                                                  {"dropped", "matter.review_dropped"},
                                                  {"overdue", "matter.review_overdue"},
                                                  {"open", "matter.review_open"},
                                                  {"open_without_due", "matter.review_no_due"}}};
constexpr std::array<state_key, 6> item_states{{{"planned", "matter.item_planned"},
                                                {"postponed", "matter.item_postponed"},
                                                {"withdrawn", "matter.item_withdrawn"},
                                                {"considered", "matter.item_considered"},
                                                {"done", "matter.item_done"},
                                                {"overdue", "matter.item_overdue"}}};
constexpr std::array<state_key, 4> endings{{{"merged", "agency.merged"},
                                            {"split", "agency.split"},
                                            {"dissolved", "agency.dissolved"},
                                            {"expired", "agency.expired"}}};

std::string state_label(const auto& states, std::string_view state, language lang) {
    const auto* found = std::ranges::find(states, state, &state_key::first);
    return std::string{found == states.end() ? state : label(found->second, lang)};
}

bool same(const stated_deadline& a, const stated_deadline& b) noexcept {
    return a.day == b.day && a.as_stated == b.as_stated;
}

std::string planned_text(const std::optional<period>& p, language lang) {
    return p ? period_text(*p, lang) : not_stated(lang);
}

}  // namespace

matter matter_of(const review_of_document& d, language lang) {
    matter out{d.code, d.title, d.number, {}};
    const auto fact = [&](std::string_view key, std::string value) {
        if (!value.empty()) out.facts.push_back({heading(key, lang), std::move(value)});
    };
    fact("matter.form",
         std::string{label(
             d.kind == review_kind::interim ? "mtg.interim_review" : "mtg.final_review", lang)});
    std::string due = deadline_text(d.current, lang);
    if (!same(d.current, d.original))
        due += " (" + std::string{label("time.due_original", lang)} + ": " +
               deadline_text(d.original, lang) + ")";
    fact("matter.when", due);
    fact("matter.adviser", names(d.leads, "", lang, not_stated(lang)));
    std::string state =
        d.handed_in_on ? say("matter.handed_in", lang, {{"day", day_text(*d.handed_in_on, lang)}})
                       : state_label(review_states, d.state, lang);
    if (d.done_on) state += " (" + day_text(*d.done_on, lang) + ")";
    fact("col.class", state);
    fact("matter.report", d.report);
    if (!d.quality.empty()) fact("task.quality", quality_label(d.quality, lang));
    fact("matter.task", d.task);
    return out;
}

matter matter_of(const review_item& i, language lang) {
    matter out{i.code, i.title, "", {}};
    const auto fact = [&](std::string_view key, std::string value) {
        if (!value.empty()) out.facts.push_back({heading(key, lang), std::move(value)});
    };
    fact("doc.work_programme", name_or(i.agency, lang, ""));
    std::string planned = planned_text(i.planned_for, lang);
    if (i.planned_for != i.first_planned_for)
        planned += " (" + std::string{label("matter.first", lang)} + ": " +
                   planned_text(i.first_planned_for, lang) + ")";
    fact("matter.when", planned);
    std::string state = state_label(item_states, i.state, lang);
    if (i.handed_in_on)
        state += "; " + say("matter.handed_in", lang, {{"day", day_text(*i.handed_in_on, lang)}});
    if (i.added) state += "; " + std::string{label("matter.item_added", lang)};
    fact("col.class", state);
    fact("task.reason", i.reason);
    fact("matter.decision", i.decision);
    std::string goes_to = name_or(i.body, lang, "");
    if (!i.session.empty()) goes_to += (goes_to.empty() ? "" : ", ") + i.session;
    fact("matter.goes_to", goes_to);
    fact("role.lead", names(i.leads, "", lang, ""));
    if (i.papers_due || i.papers_on) {
        std::string papers = i.papers_due ? day_text(*i.papers_due, lang) : not_stated(lang);
        if (i.papers_on)
            papers += "; " + std::string{label("matter.papers_on", lang)} + " " +
                      day_text(*i.papers_on, lang);
        if (i.papers_in_time)
            papers += " (" +
                      std::string{label(*i.papers_in_time ? "matter.papers_in_time"
                                        : i.papers_on     ? "matter.papers_late"
                                                          : "matter.papers_missing",
                                        lang)} +
                      ")";
        fact("matter.papers_due", papers);
    }
    fact("matter.task", i.task);
    return out;
}

matter matter_of(const review& r, const review_clause& c, language lang) {
    matter out{c.code, c.title, c.number, {}};
    out.facts.push_back({heading("matter.document", lang), number_of(r, c.document)});
    std::string tasks{label("matter.no_task", lang)};
    if (!c.tasks.empty())
        tasks =
            joined(c.tasks, ", ") + " (" + std::string{label("warning.without_lead", lang)} + ")";
    out.facts.push_back({heading("matter.task", lang), std::move(tasks)});
    return out;
}

std::string ending_of(const agency_row& row, language lang) {
    if (row.ended_how.empty()) return {};
    std::string successors;
    for (const named& one : row.successors)
        successors += (successors.empty() ? "" : "; ") + pick(one.name, lang);
    const auto* key = std::ranges::find(endings, row.ended_how, &state_key::first);
    return fill(label(key->second, lang), std::array{slot{"agency", successors}});
}

std::vector<std::string> withheld_of(const review& r, language lang) {
    std::vector<std::string> all;
    if (r.placeholders > 0)
        all.push_back(say("matter.placeholders", lang,
                          {{"n", counted(r.placeholders, lang), r.placeholders}}));
    if (r.not_shown > 0)
        all.push_back(
            say("matter.not_shown", lang, {{"n", counted(r.not_shown, lang), r.not_shown}}));
    return all;
}

bool has_withheld(const review& r) {
    return std::ranges::any_of(r.tasks, [](const review_task& t) { return t.title.vi.empty(); });
}

review with_words_for_withheld(const review& r, language lang) {
    review out = r;
    for (std::size_t at = 0; at < out.tasks.size(); ++at) {
        if (!out.tasks[at].title.vi.empty()) continue;
        review_task& t = out.tasks.edit(at);
        const std::string words{
            label(t.placeholder ? "matter.placeholder" : "matter.destroyed", lang)};
        t.title = {words, words, words};
    }
    return out;
}

}  // namespace mandate::wording
