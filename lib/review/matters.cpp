#include "review/matters.hpp"

#include "model/handed_over.hpp"
#include "model/matter_rules.hpp"
#include "review/indicator_figures.hpp"
#include "review/of_agencies.hpp"
#include "review/warnings.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace mandate {
namespace {

// The post a person held on the day of the meeting, where the record does not name it.
multilingual post_name(const lens& through, row_number post) {
    if (post == no_row) return {};
    const auto* told = statement_of(through.record.posts[post], through.times);
    return told != nullptr ? through.text(told->value.name) : multilingual{};
}

row_number post_held(const lens& through, row_number official, civil_day on) {
    row_number post = no_row;
    through.record.officials[official].holds.each(through.times, [&](const auto& h) {
        if (h.effective_on <= on && (!h.value.until || on <= *h.value.until)) post = h.value.post;
    });
    return post;
}

review_meeting describe(const lens& through, row_number row, civil_day held_on) {
    const state& s = through.record;
    const meeting_record& record = s.meetings[row];
    const meeting_record::statement& told = statement_of(record, through.times)->value;
    review_meeting out{
        record.code, through.text(told.name), through.agency_if(told.body), held_on, {}, {}};
    record.persons.each(called_by(record, through.times), [&](const auto& p) {
        review_meeting::person who;
        who.role = p.value.role;
        row_number post = p.value.post;
        if (p.value.official != no_row) {
            const auto* person = statement_of(s.officials[p.value.official], through.times);
            if (person != nullptr) who.name = person->value.name;
            if (post == no_row) post = post_held(through, p.value.official, held_on);
        }
        who.post = post_name(through, post);
        if (who.post.vi.empty() && p.value.agency != no_row)
            who.post = through.agency(p.value.agency).name;
        out.persons.push_back(std::move(who));
    });
    for (std::size_t i = 0; i < s.conclusions.size(); ++i)
        if (const auto* c = s.conclusions[i].stated.at(through.times))
            if (c->value.meeting == row &&
                through.may_see(entity_kind::conclusion, static_cast<row_number>(i)))
                out.conclusions.push_back({s.conclusions[i].code, c->value.kind,
                                           through.text(c->value.text),
                                           through.agencies(c->value.addressed_to)});
    return out;
}

indicator_row empty_row(named agency, const period& span) {
    return {std::move(agency), span, {}, {}, {}, {}};
}

// As the questions tell them (lib/README.md, decision 131).
void add_figures(const figures_of_indicator& all, row_number agency, indicator_row& row) {
    const indicator_figures n = all.of(agency, row.span);
    row.target_low = n.target_low;
    row.target_high = n.target_high;
    row.expected = n.expected;
    row.expected_in_hundredths = n.expected_in_hundredths;
    row.expected_by = name_of(n.expected_by);
    row.value = n.value;
    row.year_value = n.year_value;
    row.missing = n.missing;
    row.year_missing = n.year_missing;
    row.percent_of_target = n.percent_of_target;
    row.below = n.below;
    row.base = n.base;
    row.percent_of_base = n.percent_of_base;
    row.year_before = n.year_before;
}

void describe_life(const lens& through, const recommendation_record& record,
                   const recommendation_record::statement& told, review_recommendation& r) {
    r.kind = choice_name(field::recommendation_kind, static_cast<int>(told.kind));
    r.answer_due = answer_due_of(record, through.times);
    record.repeated.each(through.times, [&](const auto&) { ++r.times_raised; });
    if (const auto* judged = judgement_of(record, through.times))
        r.satisfied = choice_name(field::satisfied, static_cast<int>(judged->value.satisfied));
}

}  // namespace

std::optional<row_number> row_of_meeting(const lens& through, const period& reviewed) {
    std::optional<std::pair<row_number, civil_day>> last;
    const view known{last_day, through.times.known};
    for (row_number m = 0; m < through.record.meetings.size(); ++m)
        if (const auto* told = through.record.meetings[m].stated.at(known))
            if (told->value.reviews == reviewed && through.may_see(entity_kind::meeting, m) &&
                (!last || last->second <= told->effective_on))
                last = {m, told->effective_on};
    if (!last) return std::nullopt;
    return last->first;
}

view called_by(const meeting_record& meeting, const view& at) {
    civil_day last = at.as_of;
    for (const auto& told : meeting.stated.all())
        if (told.seq <= at.known) last = std::max(last, told.effective_on);
    return {last, at.known};
}

std::optional<review_meeting> meeting_of(const lens& through, const period& reviewed) {
    const auto row = row_of_meeting(through, reviewed);
    return row ? meeting_named(through, *row) : std::nullopt;
}

std::optional<review_meeting> meeting_named(const lens& through, row_number meeting) {
    const auto* told = statement_of(through.record.meetings[meeting], through.times);
    if (told == nullptr || !through.may_see(entity_kind::meeting, meeting)) return std::nullopt;
    return describe(through, meeting, told->effective_on);
}

std::vector<review_recommendation> recommendations_of(const lens& through,
                                                      const std::vector<row_number>& only) {
    const state& s = through.record;
    std::vector<review_recommendation> all;
    for (std::size_t i = 0; i < s.recommendations.size(); ++i) {
        const recommendation_record& record = s.recommendations[i];
        const auto* told = record.stated.at(through.times);
        if (told == nullptr) continue;
        if (!through.may_see(entity_kind::recommendation, static_cast<row_number>(i))) continue;
        if (!is_of(only, agencies_of_recommendation(through, static_cast<row_number>(i)))) continue;
        review_recommendation r;
        r.code = record.code;
        r.text = through.text(told->value.text);
        const recommendation_owers owed_by =
            owers_of_recommendation(s, static_cast<row_number>(i), through.times);
        r.raised_by = through.agencies(owed_by.raised_by);
        r.raised_by_as_stated = told->value.raised_by_as_stated;
        r.addressed_to = through.agencies(owed_by.addressed_to);
        r.authority = through.agency_if(owed_by.authority);
        r.forwarded_to = through.agency_if(owed_by.forwarded_to);
        r.topic = told->value.topic;
        r.meeting = through.code(entity_kind::meeting, told->value.meeting);
        r.meeting_name = through.meeting_name(told->value.meeting);
        r.raised_on = told->effective_on;
        if (const auto* answer = record.answers.at(through.times)) {
            r.open = !is_settled(record, through.times);
            r.status =
                choice_name(field::recommendation_status, static_cast<int>(answer->value.status));
            if (!r.open) r.answered_on = answer->effective_on;
            if (answer->value.task != no_row &&
                through.may_see(entity_kind::task, answer->value.task))
                r.answer_task = s.tasks[answer->value.task].code;
            r.answer_text = answer->value.text;
        }
        describe_life(through, record, told->value, r);
        const civil_day until = r.answered_on.value_or(through.times.as_of);
        r.age_in_working_days = through.calendar().count(r.raised_on, until);
        record.related.each(through.times, [&](const auto& t) {
            if (through.may_see(entity_kind::task, t.value))
                r.related_tasks.push_back(s.tasks[t.value].code);
        });
        all.push_back(std::move(r));
    }
    std::stable_partition(all.begin(), all.end(), [](const auto& r) { return r.open; });
    return all;
}

std::vector<review_indicator> indicators_of(const lens& through, const period& reviewed,
                                            const std::vector<row_number>& only) {
    const state& s = through.record;
    std::vector<review_indicator> all;
    for (row_number i = 0; i < s.indicators.size(); ++i) {
        const indicator_record& record = s.indicators[i];
        const auto* told = record.stated.at(through.times);
        if (told == nullptr || !through.may_see(entity_kind::indicator, i)) continue;
        // The period reviewed, then others from the latest end on; within one period by agency.
        // Days before the far end of time, kind and first day of the period; agency.
        using place = std::tuple<int, period_kind, civil_day, row_number>;
        std::map<place, indicator_row> rows;
        const auto row_of = [&](row_number agency, const period& span) -> indicator_row& {
            const int order = span == reviewed ? -1 : last_day - span.last();
            return rows
                .try_emplace(place{order, span.kind(), span.first(), agency},
                             empty_row(through.agency(agency), span))
                .first->second;
        };
        const figures_of_indicator figures{through, i};
        record.targets.each(through.times, [&](const auto& t) {
            const row_number agency = figures.bearer_of(t);
            row_of(agency, reviewed);
            row_of(agency, t.value.span).sources = t.value.said.sources;
        });
        record.observations.each(through.times, [&](const auto& o) {
            const row_number agency = figures.bearer_of(o);
            row_of(agency, reviewed);
            indicator_row& row = row_of(agency, o.value.span);
            for (const std::string& source : o.value.said.sources)
                if (std::find(row.sources.begin(), row.sources.end(), source) == row.sources.end())
                    row.sources.push_back(source);
        });
        review_indicator out{{record.code, through.text(told->value.name)},
                             told->value.unit,
                             told->value.direction,
                             told->value.said.note,
                             {},
                             {},
                             {}};
        const row_number owner = going_on(through, owner_of(s, i, through.times));
        out.owner = through.agency_if(owner);
        out.threshold = told->value.threshold;
        out.measure = told->value.measure;
        const bool whole = is_of(only, {owner});
        for (auto& [order, row] : rows) {
            const row_number agency = std::get<row_number>(order);
            if (!whole && !is_of(only, {agency, going_on(through, agency)})) continue;
            add_figures(figures, agency, row);
            out.rows.push_back(std::move(row));
        }
        if (whole || !out.rows.empty()) all.push_back(std::move(out));
    }
    return all;
}

}  // namespace mandate
