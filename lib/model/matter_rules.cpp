#include "model/matter_rules.hpp"

#include "base/quote.hpp"
#include "model/agency_life.hpp"
#include "model/delay_causes.hpp"
#include "model/opinions.hpp"
#include "model/place.hpp"
#include "model/refusal.hpp"
#include "model/task_rules.hpp"

#include <algorithm>
#include <numeric>

namespace mandate {

void judge_answer_due(const command& c) {
    const auto due = c.day(field::answer_due);
    if (due && *due < *c.effective_on)
        out_of_range(c, field::answer_due, to_text(*due) + " is before the day of asking");
}

namespace {

using f = field;
using k = command_kind;
using status = recommendation_status;

bool ends(status s) {
    return s == status::answered || s == status::accepted || s == status::declined ||
           s == status::withdrawn;
}

// The repetition that began the round in which the recommendation is: the last one after an answer
// that ended the matter. What is raised again while nobody answered stays as late as it was. Null:
// the first round.
const version<recommendation_record::repetition>* round_of(const recommendation_record& r,
                                                           const view& v) {
    const version<recommendation_record::repetition>* begun = nullptr;
    r.repeated.each(v, [&](const auto& again) {
        const version<recommendation_record::answer>* last = nullptr;
        r.answers.each(v, [&](const auto& a) {
            if (is_after(again, a) && (begun == nullptr || is_after(a, *begun))) last = &a;
        });
        if (last != nullptr && ends(last->value.status)) begun = &again;
    });
    return begun;
}

// What the raiser can judge: it says something to the matter, and not only where it is.
bool is_answer(status s) {
    return s == status::partly_answered || s == status::answered || s == status::accepted ||
           s == status::declined;
}

// The last of them in this round; null: none.
const version<recommendation_record::answer>* answer_to_judge(const recommendation_record& r,
                                                              const view& v) {
    const version<recommendation_record::answer>* found = nullptr;
    const auto* again = round_of(r, v);
    r.answers.each(v, [&](const auto& a) {
        if (is_answer(a.value.status) && (again == nullptr || is_after(a, *again))) found = &a;
    });
    return found;
}

const recommendation_record& recommendation_of(const state& s, const command& c) {
    return s.recommendations[*s.find(entity_kind::recommendation, *c.text(f::recommendation))];
}

void require_after(const command& c, civil_day on, const std::string& what) {
    if (*c.effective_on < on)
        refuse(c, "in_order", what + " on " + to_text(on) + ", after " + to_text(*c.effective_on));
}

// An answer ends nothing that goes on after it, and follows nothing that has ended: a correction
// and a late entry are judged at their place.
void judge_answer_in_place(const state& s, const command& c, const recommendation_record& r,
                           status now) {
    const view head = head_view(s);
    const standing here = place_of(s, c);
    const version<recommendation_record::answer>*before = nullptr, *after = nullptr;
    r.answers.each(head, [&](const auto& a) {
        if (a.seq == here.seq) return;
        if (is_before(a, here))
            before = &a;
        else if (after == nullptr)
            after = &a;
    });
    // Whether the matter was opened again between the two, by the raiser.
    const auto is_reopened = [&](const auto& from, const auto& to) {
        bool found = false;
        const auto between = [&](const auto& one) {
            return is_after(one, from) && is_before(one, to);
        };
        r.repeated.each(head, [&](const auto& again) { found |= between(again); });
        r.judgements.each(head, [&](const auto& j) {
            found |= between(j) && j.value.satisfied == satisfaction_kind::not_satisfied;
        });
        return found;
    };
    const auto refuse_twice = [&](const auto& other) {
        refuse(c, "not_settled",
               "recommendation " + r.code + " was " +
                   std::string{choice_name(f::recommendation_status,
                                           static_cast<int>(other.value.status))} +
                   " on " + to_text(other.effective_on));
    };
    if (before != nullptr && ends(before->value.status) &&
        (before->value.status == status::withdrawn || !is_reopened(*before, here)))
        refuse_twice(*before);
    if (after != nullptr && ends(now) && !is_reopened(here, *after)) refuse_twice(*after);
}

void judge_answer_of_recommendation(const state& s, const command& c) {
    const auto now = static_cast<status>(*c.integer(f::recommendation_status));
    if (now == status::declined && !c.has(f::reason) && !c.has(f::text))
        need(c, f::reason, "reason is needed where it is declined");
    if (now == status::forwarded && !c.has(f::forwarded_to))
        need(c, f::forwarded_to, "forwarded_to is needed where it is forwarded");
    if (now == status::accepted && !c.has(f::task))
        need(c, f::task, "task is needed where it is accepted: the task that it became");
    const recommendation_record& r = recommendation_of(s, c);
    judge_answer_in_place(s, c, r, now);
}

void judge_repetition(const state& s, const command& c) {
    const recommendation_record& r = recommendation_of(s, c);
    const view head = head_view(s);
    const auto* answer = r.answers.at(head);
    const bool withdrawn = answer != nullptr && answer->value.status == status::withdrawn;
    if (withdrawn && is_before(*answer, place_of(s, c)))
        refuse(c, "not_withdrawn", "recommendation " + r.code + " was withdrawn");
    if (!c.has(f::answer_due)) return;
    judge_answer_due(c);
    const view then{*c.effective_on, head.known};
    const auto* round = round_of(r, then);
    if (round != nullptr && round->seq == static_cast<seq_number>(c.corrects)) return;
    const auto* last = r.answers.at(then);
    if (last != nullptr && ends(last->value.status) &&
        (round == nullptr || is_after(*last, *round)))
        return;
    if (const auto due = answer_due_of(r, then, c.corrects))
        refuse(c, "new_round",
               "recommendation " + r.code + " is due on " + to_text(*due) +
                   " and has no answer that ends it; raised again it stays due on that day",
               "answer_due");
}

void judge_judgement(const state& s, const command& c) {
    const recommendation_record& r = recommendation_of(s, c);
    const auto* answer = answer_to_judge(r, {*c.effective_on, head_view(s).known});
    if (answer != nullptr) return;
    const auto* later = answer_to_judge(r, head_view(s));
    if (later != nullptr)
        require_after(c, later->effective_on, "recommendation " + r.code + " was answered");
    refuse(c, "answered_first",
           "recommendation " + r.code + " has no answer " +
               (round_of(r, head_view(s)) != nullptr ? "since it was raised again" : "yet"));
}

// Given once, by who was asked, or took it over by then, also by one that gave it away since:
// what it answered before may be recorded later.
void judge_opinion(const state& s, const command& c, row_number consultation, row_number agency) {
    const view head = head_view(s), then{*c.effective_on, head.known};
    const std::string& code = s.consultations[consultation].code;
    const std::string who = "agency " + s.agencies[agency].code;
    const opinion_answer* given = nullptr;
    bool is_asked = false;
    for (const asked_for_opinion& one : asked_in(s, consultation, head)) {
        if (!one.may_be_given_by(s, agency, place_of(s, c), head)) continue;
        is_asked = true;
        given = one.answer(s, consultation, then, c.corrects);
        if (given != nullptr) continue;
        // A later one of another is told to be too much once this one stands (later_events.hpp).
        given = one.answer(s, consultation, head, c.corrects);
        if (given == nullptr || given->value.agency != agency) return;
    }
    if (!is_asked) refuse(c, "is_asked", who + " was not asked in consultation " + code);
    refuse(c, "answered_once",
           "agency " + s.agencies[given->value.agency].code + " answered consultation " + code +
               " on " + to_text(given->effective_on));
}

void judge_consultation(const state& s, const command& c) {
    if (c.kind == k::consult) {
        judge_stage(s, c);
        const std::string_view asker = *c.text(f::agency);
        for (const std::string_view asked : c.texts(f::addressed_to))
            if (asked == asker)
                refuse(c, "asks_others", "agency " + std::string{asker} + " would ask itself");
        return judge_answer_due(c);
    }
    const view head = head_view(s);
    const consultation_record& r =
        s.consultations[*s.find(entity_kind::consultation, *c.text(f::consultation))];
    const row_number agency = *s.find(entity_kind::agency, *c.text(f::agency));
    const auto* told = r.stated.at(head);
    require_after(c, told->effective_on, "consultation " + r.code + " was opened");
    judge_opinion(s, c, *s.find(entity_kind::consultation, r.code), agency);
}

void judge_indicator(const command& c) {
    std::vector<std::int64_t> profile;
    for (const field_value& v : c.values)
        if (v.name == f::profile) profile.push_back(std::get<std::int64_t>(v.content));
    if (profile.empty()) return;
    if (profile.size() != 4 && profile.size() != 12)
        out_of_range(c, f::profile, "has neither 4 values (quarters) nor 12 (months)");
    const auto sum = std::accumulate(profile.begin(), profile.end(), std::int64_t{0});
    if (sum != 100) out_of_range(c, f::profile, "adds up to " + std::to_string(sum) + ", not 100");
}

void judge_delegation(const command& c) {
    if (*c.text(f::agency) == *c.text(f::delegate))
        refuse(c, "not_to_itself", "an agency cannot delegate to itself");
    const auto until = c.day(f::until);
    if (until && *until < *c.effective_on)
        out_of_range(c, f::until, to_text(*until) + " is before its first day");
}

}  // namespace

bool is_known_cause(const state& s, std::string_view key) {
    return is_default_cause(key) || own_cause(s, key, head_view(s)) != nullptr;
}

void judge_cause(const state& s, const command& c) {
    const auto cause = c.text(f::cause);
    if (c.kind == k::add_cause || !cause || is_known_cause(s, *cause)) return;
    const std::string name{descriptor_of(c.kind).name};
    throw error{errc::unknown_reference,
                name + ": cause " + in_quotes(*cause) +
                    " is not in the list of causes; add_cause adds to it",
                {{"command_name", name}, {"field", "cause"}, {"rule", "unknown_reference"}}};
}

bool is_settled(const recommendation_record& r, const view& v) {
    const auto* answer = r.answers.at(v);
    if (answer == nullptr || !ends(answer->value.status)) return false;
    if (answer->value.status == status::withdrawn) return true;
    const auto* again = r.repeated.at(v);
    if (again != nullptr && is_after(*again, *answer)) return false;
    const auto* judged = judgement_of(r, v);
    return judged == nullptr || judged->value.satisfied != satisfaction_kind::not_satisfied;
}

std::optional<civil_day> answer_due_of(const recommendation_record& r, const view& v,
                                       std::int64_t without) {
    const auto* round = round_of(r, v);
    std::optional<civil_day> due;
    if (round == nullptr) due = r.stated.at(v)->value.answer_due;
    // What was said last in this round counts.
    std::pair<civil_day, seq_number> said{first_day, 0};
    const auto take = [&](const auto& one) {
        if (!one.value.answer_due || one.seq == static_cast<seq_number>(without)) return;
        if (round != nullptr && is_after(*round, one)) return;
        if (std::pair{one.effective_on, one.place} < said) return;
        due = one.value.answer_due;
        said = {one.effective_on, one.place};
    };
    r.repeated.each(v, take);
    r.answers.each(v, take);
    return due;
}

civil_day raised_last_on(const recommendation_record& r, const view& v) {
    const auto* again = round_of(r, v);
    return again != nullptr ? again->effective_on : r.stated.at(v)->effective_on;
}

const version<recommendation_record::judgement>* judgement_of(const recommendation_record& r,
                                                              const view& v) {
    const auto* judged = r.judgements.at(v);
    const auto* answer = answer_to_judge(r, v);
    return judged != nullptr && answer != nullptr && is_after(*judged, *answer) ? judged : nullptr;
}

bool waits_for_judgement(const recommendation_record& r, const view& v) {
    return is_settled(r, v) && r.answers.at(v)->value.status != status::withdrawn &&
           judgement_of(r, v) == nullptr;
}

namespace {

// Whether the list has it without what event `without` adds.
bool is_known_but_by(const state& s, std::string_view key, std::int64_t without) {
    bool found = is_default_cause(key);
    if (s.policies.size() != 0)
        s.policies[0].causes.each(head_view(s), [&](const auto& one) {
            found |= one.value.key == key && one.seq != static_cast<seq_number>(without);
        });
    return found;
}

// Others name the cause by its key, so a correction changes its words alone.
void judge_same_cause(const state& s, const command& c) {
    if (c.corrects == 0 || s.policies.size() == 0) return;
    const seq_number place = s.events[static_cast<std::size_t>(c.corrects - 1)].place;
    for (const auto& one : s.policies[0].causes.all())
        if (one.place == place && one.value.key != *c.text(f::cause))
            refuse(c, "same_subject",
                   "event " + std::to_string(c.corrects) + " is about something else", "cause");
}

}  // namespace

void judge_attribute(const command& c) {
    int things = 0;
    for (const field_value& v : c.values)
        if (v.name != f::on_behalf_of && descriptor_of(v.name).type == value_type::code) ++things;
    if (things == 0) need(c, f::task, "the thing is missing: agency, task, document ...");
    if (things > 1) refuse(c, "one_thing", "an attribute is of one thing, not of several");
}

void judge_matter(const state& s, const command& c) {
    switch (c.kind) {
        case k::raise_recommendation:
            return judge_answer_due(c);
        case k::answer_recommendation:
            return judge_answer_of_recommendation(s, c);
        case k::repeat_recommendation:
            return judge_repetition(s, c);
        case k::judge_answer:
            return judge_judgement(s, c);
        case k::consult:
        case k::answer_consultation:
            return judge_consultation(s, c);
        case k::add_indicator:
            return judge_indicator(c);
        case k::observe_indicator:
            if (const period of = parse_period(*c.text(f::period)); *c.effective_on < of.first())
                refuse(c, "not_in_the_future",
                       to_text(of) + " begins after " + to_text(*c.effective_on));
            return;
        case k::delegate_rights:
            return judge_delegation(c);
        case k::add_cause:
            judge_same_cause(s, c);
            if (is_known_but_by(s, *c.text(f::cause), c.corrects))
                throw error{
                    errc::duplicate,
                    "add_cause: cause " + std::string{*c.text(f::cause)} +
                        " is in the list already",
                    {{"rule", "code_is_new"}, {"command_name", "add_cause"}, {"field", "cause"}}};
            return;
        case k::set_policy:
            if (*c.integer(f::policy) == static_cast<int>(policy_kind::agencies) &&
                !c.has(f::office))
                need(c, f::office, "office is needed: somebody must keep the register");
            return;
        default:
            return;
    }
}

}  // namespace mandate
