// What needs a decision today: at most seven cards, those first on which most others wait.

#include "report/format.hpp"
#include "report/html_blocks.hpp"
#include "report/labels.hpp"

#include <algorithm>

namespace mandate::html {
namespace {

using namespace wording;

constexpr std::size_t most_cards = 7;

struct card {
    const multilingual* matter = nullptr;
    std::string code;
    std::string target;  // anchor of the course of the matter
    int waiting = 0;     // tasks that wait, directly or through others
    int late = 0;        // working days
    int rank = 0;  // among equals: overdue, awaiting, without lead, recommendation, no deadline
    fact_lines lines;
};

void add_once(std::vector<std::string>& words, const std::string& word) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(word);
}

std::string leads_that_wait(const review& r, const review_task& t, language lang) {
    std::vector<std::string> leads;
    for (const dependent_task& d : t.waiting) {
        const std::size_t task = r.tasks.find(d.task);
        if (task != r.tasks.size()) add_once(leads, leads_of(r.tasks[task], lang));
    }
    return joined(leads, "; ");
}

std::string decision_on_delay(const review_task& t, language lang) {
    if (!t.explained) return std::string{label("card.explain", lang)};
    if (!t.explained->proposed_deadline) return std::string{label("card.urge", lang)};
    return say("card.extend", lang, {{"day", day_text(*t.explained->proposed_deadline, lang)}});
}

// The successors of its leads that have ended: those can explain nothing any more.
std::vector<std::string> successors_of(const review& r, const review_task& t, language lang) {
    std::vector<std::string> all;
    for (const named& lead : t.leads) {
        const auto row = std::ranges::find(r.agencies, lead.code,
                                           [](const agency_row& a) { return a.agency.code; });
        if (row == r.agencies.end()) continue;
        for (const named& successor : row->successors) add_once(all, pick(successor.name, lang));
    }
    return all;
}

// The card of a task that is open at the cut-off; one without lines if nothing is to be decided.
card card_of(const html_page& page, std::size_t at) {
    const review& r = page.r;
    const language lang = page.lang;
    const review_task& t = r.tasks[at];
    const std::string assigner = name_or(t.assigner, lang, not_stated(lang));
    const bool unfinished = page.unfinished[at];
    card c{&t.title, t.code, anchor(unfinished ? "u" : "t", t.code), t.waiting_in_all, 0, 4, {}};
    std::vector<std::string> who;
    std::vector<std::string> decide;
    if (t.at_cut_off == task_class::open_overdue || unfinished) {
        c.rank = 0;
        c.late = t.working_days_late.value_or(0);
        const std::vector<std::string> successors = successors_of(r, t, lang);
        for (const std::string& successor : successors) add_once(who, successor);
        if (!successors.empty()) {
            add_once(who, assigner);
            add_once(decide, std::string{label("card.reassign", lang)});
        } else {
            if (!t.leads.empty() || !t.lead_as_stated.empty()) add_once(who, leads_of(t, lang));
            add_once(decide, decision_on_delay(t, lang));
        }
    }
    const auto ask_assigner = [&](bool asked, int rank, std::string_view key) {
        if (!asked) return;
        c.rank = std::min(c.rank, rank);
        add_once(who, assigner);
        add_once(decide, std::string{label(key, lang)});
    };
    ask_assigner(t.awaiting_acceptance, 1, "card.accept");
    ask_assigner(page.without_lead[at], 2, "card.lead");
    ask_assigner(t.at_cut_off == task_class::open_without_deadline, 4, "card.deadline");
    if (decide.empty()) return c;

    std::string waits = not_applicable;
    if (t.waiting_in_all > 0) {
        waits = say("waiting.n", lang, {{"n", counted(t.waiting_in_all, lang), t.waiting_in_all}});
        const std::string leads = leads_that_wait(r, t, lang);
        if (!leads.empty()) waits += " (" + leads + ")";
    }
    c.lines = {{page.heading("card.late"),
                c.late > 0 ? say("task.days_late", lang, {{"n", counted(c.late, lang), c.late}})
                           : std::string{not_applicable}},
               {page.heading("card.who"), joined(who, "; ")},
               {page.heading("card.waits"), waits},
               {page.heading("card.decision"), capital(joined(decide, "; "), lang)}};
    return c;
}

card card_of(const html_page& page, const review_recommendation& rec) {
    const language lang = page.lang;
    card c{&rec.text, rec.code, anchor("r", rec.code), 0, 0, 3, {}};
    c.lines = {{page.heading("rec.raised_by"), raised_by_of(rec, lang)},
               {page.heading("card.who"), names(rec.addressed_to, "", lang, not_stated(lang))},
               {page.heading("card.age"),
                say("rec.age", lang,
                    {{"n", counted(rec.age_in_working_days, lang), rec.age_in_working_days}})},
               {page.heading("card.decision"), page.heading("card.answer")}};
    return c;
}

std::vector<card> cards_of(const html_page& page) {
    const review& r = page.r;
    std::vector<card> cards;
    std::vector<std::size_t> open = r.population;
    open.insert(open.end(), r.next_new.begin(), r.next_new.end());
    for (const std::size_t at : open) {
        if (!is_open(r.tasks[at].at_cut_off)) continue;
        card c = card_of(page, at);
        if (!c.lines.empty()) cards.push_back(std::move(c));
    }
    for (const review_recommendation& rec : r.recommendations)
        if (rec.open) cards.push_back(card_of(page, rec));
    std::ranges::stable_sort(cards, [](const card& a, const card& b) {
        if (a.waiting != b.waiting) return a.waiting > b.waiting;
        if (a.late != b.late) return a.late > b.late;
        return a.rank < b.rank;
    });
    return cards;
}

}  // namespace

void print_decisions(html_page& page) {
    const std::vector<card> cards = cards_of(page);
    if (cards.empty()) return page.note(page.label("none.decide"));
    const std::size_t shown = std::min(cards.size(), most_cards);
    const auto number = [&](std::size_t n) {
        return counted(static_cast<std::int64_t>(n), page.lang);
    };
    page.note(say("card.n_of", page.lang, {{"n", number(shown)}, {"all", number(cards.size())}}));
    page.out.open("div", {{"class", "cards"}});
    for (std::size_t i = 0; i < shown; ++i) {
        const card& c = cards[i];
        page.out.open("div", {{"class", "card"}});
        page.words("h3", *c.matter, c.code + ". ");
        page.facts(c.lines);
        page.out.open("p", {{"class", "more"}});
        page.link("→ " + page.label("nav.chain"), c.target);
        page.out.close();
        page.out.close();
    }
    page.out.close();
}

}  // namespace mandate::html
