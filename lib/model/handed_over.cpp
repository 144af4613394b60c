#include "model/handed_over.hpp"

#include "model/agency_life.hpp"
#include "model/place.hpp"

#include <algorithm>
#include <tuple>

namespace mandate {
namespace {

void add_once(std::vector<row_number>& all, row_number one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

// From one agency to the next, each hand-over after the one before: a thing may come back to an
// agency, and goes on from there only by what that agency handed over since.
template <class IsMeant>
std::vector<ower> walk(const state& s, row_number first, const view& at, const standing& since,
                       std::int64_t without, IsMeant is_meant) {
    std::vector<ower> all{{first}};
    std::pair from{since.effective_on, since.place};
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        s.agencies[all.back().agency].handed.each(at, [&](const auto& h) {
            const std::pair here{h.effective_on, h.place};
            if (goes_on || here <= from || (without != 0 && h.seq == without) || !is_meant(h.value))
                return;
            goes_on = true;
            from = here;
            all.push_back({h.value.into, h.effective_on, h.place});
        });
    }
    return all;
}

}  // namespace

std::pair<entity_kind, row_number> thing_handed(const agency_record::handing& h) noexcept {
    using e = entity_kind;
    for (const auto& [kind, row] : {std::pair{e::recommendation, h.recommendation},
                                    {e::consultation, h.consultation},
                                    {e::document_review, h.document_review},
                                    {e::indicator, h.indicator},
                                    {e::task, h.task},
                                    {e::task, h.blamed_in},
                                    {e::conclusion, h.conclusion},
                                    {e::review, h.review},
                                    {e::item, h.item}})
        if (row != no_row) return {kind, row};
    return {e::none, no_row};
}

bool owed_thing::is_meant_by(const agency_record::handing& h) const noexcept {
    return thing_handed(h) == std::pair{kind, row} && h.span == span && h.expected == expected &&
           (h.blamed_in != no_row) == answers_blame;
}

std::vector<ower> owers_in_turn(const state& s, const owed_thing& thing, row_number first,
                                const view& at, const standing& since, std::int64_t without) {
    return walk(s, first, at, since, without,
                [&](const auto& handing) { return thing.is_meant_by(handing); });
}

std::vector<row_number> chain_of_owers(const state& s, const owed_thing& thing, row_number first,
                                       const view& at, const standing& since,
                                       std::int64_t without) {
    std::vector<row_number> all;
    for (const ower& one : owers_in_turn(s, thing, first, at, since, without))
        all.push_back(one.agency);
    return all;
}

row_number ower_of(const state& s, const owed_thing& thing, row_number first, const view& at) {
    return owers_in_turn(s, thing, first, at).back().agency;
}

std::vector<row_number> owers_of(const state& s, const owed_thing& thing,
                                 const std::vector<row_number>& first, const view& at) {
    std::vector<row_number> all;
    for (const row_number one : first) add_once(all, ower_of(s, thing, one, at));
    return all;
}

namespace {

std::vector<row_number> chain_in_task(const state& s, const task_record& t, owed_thing thing,
                                      row_number first, const view& at, const standing& since,
                                      std::int64_t without) {
    if (first == no_row) return {};
    if (s.agencies[first].handed.all().empty()) return {first};
    thing.row = *s.find(entity_kind::task, t.code);
    return chain_of_owers(s, thing, first, at, since, without);
}

}  // namespace

std::vector<row_number> expected_issuers_of(const state& s, const task_record& t,
                                            const version<task_record::expected_document>& e,
                                            const view& at, std::int64_t without) {
    owed_thing thing{entity_kind::task, no_row};
    thing.expected = e.value.key;
    return chain_in_task(s, t, thing, e.value.issuer, at, {e.effective_on, e.place, e.seq},
                         without);
}

std::vector<row_number> answerers_of(const state& s, const task_record& t,
                                     const version<task_record::explanation>& e, const view& at,
                                     std::int64_t without) {
    owed_thing thing{entity_kind::task, no_row};
    thing.answers_blame = true;
    return chain_in_task(s, t, thing, e.value.blamed, at, {e.effective_on, e.place, e.seq},
                         without);
}

std::vector<row_number> commenters_of(const state& s, row_number review, row_number asked,
                                      const version<review_record::sending>& sent, const view& at,
                                      std::int64_t without) {
    return chain_of_owers(s, {entity_kind::review, review}, asked, at,
                          {sent.effective_on, sent.place, sent.seq}, without);
}

const version<review_record::comment>* comment_for(const state& s, row_number review,
                                                   row_number asked,
                                                   const version<review_record::sending>& sent,
                                                   const view& at) {
    const std::vector<ower> owers = owers_in_turn(s, {entity_kind::review, review}, asked, at,
                                                  {sent.effective_on, sent.place, sent.seq});
    const version<review_record::comment>* first = nullptr;
    s.reviews[review].comments.each(at, [&](const auto& c) {
        if (first == nullptr && is_after(c, sent) &&
            spoke_for_one(s, c.value.agency, owers, {c.effective_on, c.place, c.seq}, at))
            first = &c;
    });
    return first;
}

bool spoke_for_one(const state& s, row_number agency, const std::vector<ower>& owers,
                   const standing& said, const view& at) {
    const view then{said.effective_on, at.known};
    return std::any_of(owers.begin(), owers.end(), [&](const ower& one) {
        return one.is_before(said) && speaks_for(s, agency, one.agency, then);
    });
}

bool speaks_for_any(const state& s, row_number agency, const std::vector<row_number>& of,
                    const view& at) {
    return std::any_of(of.begin(), of.end(),
                       [&](row_number one) { return speaks_for(s, agency, one, at); });
}

row_number assigner_of(const state& s, row_number task, const view& at) {
    const auto* told = s.tasks[task].stated.at(at);
    if (told == nullptr || told->value.assigner == no_row) return no_row;
    return ower_of(s, {entity_kind::task, task}, told->value.assigner, at);
}

std::vector<row_number> doers_of_item(const state& s, row_number item, const view& at,
                                      std::int64_t without) {
    const auto* told = s.items[item].stated.at(at);
    if (told == nullptr) return {};
    std::vector<row_number> first = told->value.leads;
    const auto* programme = s.programmes[told->value.programme].stated.at({last_day, at.known});
    if (first.empty() && programme != nullptr) first.push_back(programme->value.agency);
    std::vector<row_number> all;
    for (const row_number one : first)
        add_once(all,
                 chain_of_owers(s, {entity_kind::item, item}, one, at, {first_day, 0, 0}, without)
                     .back());
    return all;
}

row_number who_decided(const state& s, row_number task, const view& at) {
    const row_number assigner = assigner_of(s, task, at);
    if (assigner == no_row) return no_row;
    return sole_successor(s, assigner, at).agency;  // itself, while it lasts
}

row_number who_revised(const state& s, row_number task, const version<task_record::due>& revision,
                       seq_number known) {
    const row_number named = revision.value.said().decided_by;
    if (named != no_row) return named;
    return who_decided(s, task, {revision.effective_on, known});
}

row_number owner_of(const state& s, row_number indicator, const view& at) {
    const auto* told = s.indicators[indicator].stated.at(at);
    if (told == nullptr || told->value.owner == no_row) return no_row;
    return ower_of(s, {entity_kind::indicator, indicator}, told->value.owner, at);
}

bool recommendation_owers::has(row_number agency) const noexcept {
    const auto in = [&](const std::vector<row_number>& all) {
        return std::find(all.begin(), all.end(), agency) != all.end();
    };
    return authority == agency || in(raised_by) || in(addressed_to) || in(all_forwarded_to);
}

std::vector<row_number> recommendation_owers::next() const {
    if (forwarded_to != no_row) return {forwarded_to};
    if (authority != no_row) return {authority};
    return addressed_to;
}

recommendation_owers owers_of_recommendation(const state& s, row_number row, const view& at,
                                             std::int64_t without) {
    recommendation_owers out;
    const recommendation_record& r = s.recommendations[row];
    const auto* told = r.stated.at(at);
    if (told == nullptr) return out;
    const owed_thing thing{entity_kind::recommendation, row};
    const auto now = [&](row_number first, const standing& since) {
        return owers_in_turn(s, thing, first, at, since, without).back().agency;
    };
    for (const row_number one : told->value.raised_by)
        add_once(out.raised_by, now(one, {first_day, 0, 0}));
    for (const row_number one : told->value.addressed_to)
        add_once(out.addressed_to, now(one, {first_day, 0, 0}));
    if (told->value.authority != no_row)
        out.authority = now(told->value.authority, {first_day, 0, 0});
    r.answers.each(at, [&](const auto& a) {
        if (a.value.forwarded_to == no_row) return;
        out.forwarded_to = now(a.value.forwarded_to, {a.effective_on, a.place, a.seq});
        add_once(out.all_forwarded_to, out.forwarded_to);
    });
    return out;
}

std::vector<ower> owers_of_target(const state& s, row_number indicator,
                                  const version<indicator_record::target>& t, const view& at,
                                  std::int64_t without) {
    return owers_in_turn(s, {entity_kind::indicator, indicator, t.value.span}, t.value.agency, at,
                         {t.effective_on, t.place, t.seq}, without);
}

}  // namespace mandate
