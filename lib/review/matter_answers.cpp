// Questions about consultations, recommendations and indicators.

#include "mandate/model/descriptor.hpp"
#include "model/days_at_rest.hpp"
#include "model/handed_over.hpp"
#include "model/matter_rules.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/indicator_figures.hpp"
#include "review/population.hpp"
#include "review/warnings.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace mandate {
namespace {

using f = field;

template <class Choice>
std::string_view name_of_choice(f id, Choice c) {
    return choice_name(id, static_cast<std::int64_t>(c));
}

void put_opinion(answer_rows& out, const lens& through, row_number row,
                 const version<consultation_record::statement>& told, const opinion& asked) {
    const state& s = through.record;
    const consultation_record& record = s.consultations[row];
    const auto* answer = asked.answer;
    const auto& due = told.value.answer_due;
    std::string_view said;
    const auto answered = answer == nullptr ? std::nullopt : std::optional{answer->effective_on};
    const auto owed = owed_by(through, s.tasks[told.value.task], due, answered);
    std::optional<civil_day> by_silence;  // what is said after it changes nothing of that
    const bool in_time = answer != nullptr && (!owed || answer->effective_on <= *owed);
    const bool silent = !in_time && owed && *owed < through.times.as_of;
    if (silent && silence_has_agreed(through, told.value)) by_silence = owed;
    if (silent && (by_silence || answer == nullptr))
        said = name_of_choice(f::silence, told.value.silence);
    else if (answer != nullptr)
        said = name_of_choice(f::opinion, answer->value.opinion);
    out.put(record.code);
    out.put(s.tasks[told.value.task].code);
    out.put(code_of(s.agencies, told.value.agency));
    out.put(code_of(s.agencies, asked.agency));
    out.put(told.value.number);
    out.put(told.effective_on);
    out.put(due);
    const std::vector<days_at_rest> rests =
        rests_of(s.tasks[told.value.task], through.times, answered);
    const auto days_until = [&](civil_day day) -> std::int64_t {
        return working_days(told.effective_on + 1, day, rests, through.calendar());
    };
    out.put(owed ? std::optional{days_until(*owed)} : std::nullopt);
    out.put(answered);
    out.put(days_until(by_silence ? *by_silence : answered.value_or(through.times.as_of)));
    out.put(said);
    out.put(answer == nullptr ? std::string_view{} : std::string_view{answer->value.number});
    out.put(told.value.text);
    out.put(answer == nullptr ? std::string_view{} : std::string_view{answer->value.text});
}

// The review in which it was raised or raised again: the period that was reviewed, else the
// meeting, else the day.
std::string review_of_raising(const lens& through, row_number meeting,
                              const std::optional<period>& stated, civil_day on) {
    if (stated) return to_text(*stated);
    if (meeting == no_row) return to_text(on);
    const meeting_record& held = through.record.meetings[meeting];
    const auto* told = held.stated.at(through.times);
    if (told != nullptr && told->value.reviews) return to_text(*told->value.reviews);
    return through.may_see(entity_kind::meeting, meeting) ? held.code : to_text(on);
}

}  // namespace

table answer_consultations(const lens& through, const arguments& args) {
    const row_number task = asked_row(through, args, f::task);
    const row_number agency = asked_row(through, args, f::agency);
    const state& s = through.record;
    answer_rows out{question_kind::consultations};
    for (const row_number row : rows_by_code(through, entity_kind::consultation, s.consultations)) {
        const auto* told = s.consultations[row].stated.at(through.times);
        if (task != no_row && told->value.task != task) continue;
        for (const opinion& asked : opinions_told(through, row))
            if (agency == no_row || agency == asked.agency || agency == told->value.agency)
                put_opinion(out, through, row, *told, asked);
    }
    return out.finish(args);
}

table answer_recommendations(const lens& through, const arguments& args) {
    const row_number agency = asked_row(through, args, f::agency);
    const row_number meeting = asked_row(through, args, f::meeting);
    const row_number authority = asked_row(through, args, f::authority);
    const auto still_open = args.integer(f::still_open);
    const auto topic = args.text(f::topic);
    const auto wanted = args.integer(f::recommendation_status);
    const state& s = through.record;
    answer_rows out{question_kind::recommendations};
    for (const row_number row :
         rows_by_code(through, entity_kind::recommendation, s.recommendations)) {
        const recommendation_record& r = s.recommendations[row];
        const auto* told = r.stated.at(through.times);
        const auto* answer = r.answers.at(through.times);
        const recommendation_owers owed_by = owers_of_recommendation(s, row, through.times);
        if (agency != no_row && !contains(owed_by.raised_by, agency) &&
            !contains(owed_by.addressed_to, agency) && owed_by.authority != agency &&
            owed_by.forwarded_to != agency)
            continue;
        bool at_meeting = meeting == no_row || told->value.meeting == meeting;
        std::set<std::string> reviews{
            review_of_raising(through, told->value.meeting, {}, told->effective_on)};
        std::set<std::string> again;
        std::int64_t times = 1;
        r.repeated.each(through.times, [&](const auto& raised) {
            ++times;
            at_meeting |= raised.value.meeting == meeting;
            std::string in = review_of_raising(through, raised.value.meeting, raised.value.span,
                                               raised.effective_on);
            again.insert(in);
            reviews.insert(std::move(in));
        });
        if (!at_meeting) continue;
        if (authority != no_row && owed_by.authority != authority) continue;
        if (topic && told->value.topic != *topic) continue;
        if (wanted &&
            (answer == nullptr || static_cast<std::int64_t>(answer->value.status) != *wanted))
            continue;
        const bool open = !is_settled(r, through.times);
        if (still_open && open != (*still_open == 2)) continue;
        const std::optional<civil_day> due = answer_due_of(r, through.times);
        row_number answer_task = no_row;
        r.answers.each(through.times, [&](const auto& a) {
            if (a.value.task != no_row && through.may_see(entity_kind::task, a.value.task))
                answer_task = a.value.task;
        });
        const std::optional<civil_day> answered_on =
            open || answer == nullptr ? std::nullopt : std::optional{answer->effective_on};
        const auto* judged = judgement_of(r, through.times);
        out.put(r.code);
        out.put(told->value.text.vi);
        out.put(name_of_choice(f::recommendation_kind, told->value.kind));
        out.put(owed_by.raised_by.empty() ? told->value.raised_by_as_stated
                                          : codes_of(s.agencies, owed_by.raised_by));
        out.put(codes_of(s.agencies, owed_by.addressed_to));
        out.put(code_of(s.agencies, owed_by.authority));
        out.put(told->value.topic);
        out.put(through.code(entity_kind::meeting, told->value.meeting));
        out.put(told->effective_on);
        out.put(answer == nullptr ? std::string_view{}
                                  : name_of_choice(f::recommendation_status, answer->value.status));
        out.put_flag(open);
        out.put(due);
        out.put_flag(open && due && *due < through.times.as_of);
        out.put(code_of(s.agencies, owed_by.forwarded_to));
        out.put(answered_on);
        out.put(code_of(s.tasks, answer_task));
        out.put(std::int64_t{through.calendar().count(told->effective_on,
                                                      answered_on.value_or(through.times.as_of))});
        out.put(times);
        out.put(judged == nullptr ? std::string_view{}
                                  : name_of_choice(f::satisfied, judged->value.satisfied));
        std::string related;
        r.related.each(through.times, [&](const auto& t) {
            if (through.may_see(entity_kind::task, t.value))
                related += (related.empty() ? "" : " ") + s.tasks[t.value].code;
        });
        out.put(related);
        out.put(static_cast<std::int64_t>(reviews.size()));
        std::string repeated_in;
        for (const std::string& one : again) repeated_in += (repeated_in.empty() ? "" : " ") + one;
        out.put(repeated_in);
        out.put(answer == nullptr ? std::string_view{} : std::string_view{answer->value.text});
        out.put(judged == nullptr ? std::string_view{} : std::string_view{judged->value.text});
        out.put(
            code_of(s.access_classes, through.access().class_of(entity_kind::recommendation, row)));
    }
    return out.finish(args);
}

table answer_indicator_definitions(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number only = asked_row(through, args, f::indicator);
    const row_number owner = asked_row(through, args, f::agency);
    answer_rows out{question_kind::indicator_definitions};
    for (const row_number row : rows_by_code(through, entity_kind::indicator, s.indicators)) {
        const indicator_record::statement& told = s.indicators[row].stated.at(through.times)->value;
        const row_number answers_for_it = owner_of(s, row, through.times);
        if ((only != no_row && row != only) || (owner != no_row && answers_for_it != owner))
            continue;
        out.put(s.indicators[row].code);
        out.put(told.name.vi);
        out.put(told.name.en);
        out.put(told.name.tr);
        out.put(told.unit);
        out.put(name_of_choice(f::direction, told.direction));
        out.put(name_of_choice(f::measure, told.measure));
        std::string profile;
        for (const int percent : told.profile)
            profile += (profile.empty() ? "" : " ") + std::to_string(percent);
        out.put(profile);
        out.put(told.threshold ? std::optional<std::int64_t>{*told.threshold} : std::nullopt);
        out.put(code_of(s.agencies, answers_for_it));
    }
    return out.finish(args);
}

table answer_indicators(const lens& through, const arguments& args) {
    const row_number only = asked_row(through, args, f::indicator);
    const row_number agency = asked_row(through, args, f::agency);
    const auto given = args.text(f::period);
    const auto wanted = given ? std::optional{parse_period(*given)} : std::nullopt;
    const state& s = through.record;
    answer_rows out{question_kind::indicators};
    for (const row_number row : rows_by_code(through, entity_kind::indicator, s.indicators)) {
        if (only != no_row && row != only) continue;
        const indicator_record& record = s.indicators[row];
        const figures_of_indicator all{through, row};
        row_number last = no_row;
        for (const auto& [who, each] : all.pairs()) {
            if (agency != no_row && who != agency) continue;
            if (wanted && who == last) continue;  // one row for the period asked for
            last = who;
            const period span = wanted.value_or(each);
            const indicator_figures n = all.of(who, span);
            out.put(record.code);
            out.put(record.stated.at(through.times)->value.unit);
            out.put(s.agencies[who].code);
            out.put(to_text(span));
            out.put(n.target_low);
            out.put(n.target_high);
            out.put(n.expected);
            out.put(n.value);
            out.put(n.year_value);
            out.put(std::int64_t{n.missing});
            out.put(n.percent_of_target);
            out.put(n.base);
            out.put(n.percent_of_base);
            out.put(n.year_before);
            out.put(n.parts);
            out.put(n.below ? std::optional<std::int64_t>{*n.below ? 1 : 0} : std::nullopt);
            out.put(name_of(n.expected_by));
            out.put(n.stated_percent);
            out.put(std::int64_t{n.year_missing});
        }
    }
    return out.finish(args);
}

table answer_proposals(const lens& through, const arguments& args) {
    const row_number only = asked_row(through, args, f::indicator);
    const period span = begun_period(through, args);
    const state& s = through.record;
    const counted_by_parts wholes{through, through.times.as_of};
    answer_rows out{question_kind::proposals};
    for (const row_number row : rows_by_code(through, entity_kind::indicator, s.indicators)) {
        if (only != no_row && row != only) continue;
        const indicator_record& record = s.indicators[row];
        const auto& told = record.stated.at(through.times)->value;
        if (!told.threshold) continue;
        const figures_of_indicator all{through, row};
        std::vector<row_number> below, without;
        for (const auto& [who, each] : all.pairs()) {
            if (contains(below, who) || contains(without, who)) continue;
            const indicator_figures n = all.of(who, span);
            if (n.below.value_or(false)) below.push_back(who);
            if (!n.value && (n.target_low || n.expected)) without.push_back(who);
        }
        if (below.empty()) continue;
        row_number open = no_row;
        for (row_number t = 0; t < s.tasks.size() && open == no_row; ++t) {
            const auto* stated = s.tasks[t].stated.at(through.times);
            if (stated != nullptr && contains(stated->value.more().indicators, row) &&
                through.may_see(entity_kind::task, t) && is_open(wholes.judged(t).its_class))
                open = t;
        }
        out.put(record.code);
        out.put(to_text(span));
        out.put(code_of(s.agencies, going_on(through, owner_of(s, row, through.times))));
        out.put(codes_of(s.agencies, below));
        out.put(codes_of(s.agencies, without));
        out.put(code_of(s.tasks, open));
    }
    return out.finish(args);
}

}  // namespace mandate
