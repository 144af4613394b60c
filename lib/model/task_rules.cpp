#include "model/task_rules.hpp"

#include "mandate/base/text.hpp"
#include "model/agency_life.hpp"
#include "model/apply_task.hpp"
#include "model/extension_rules.hpp"
#include "model/handed_over.hpp"
#include "model/part_in_task.hpp"
#include "model/pending.hpp"
#include "model/place.hpp"
#include "model/refusal.hpp"

#include <algorithm>

namespace mandate {
namespace {

using f = field;
using k = command_kind;
using activity = task_record::activity;

constexpr std::string_view ok = "", busy = "answered_first", none_waits = "submitted_first",
                           held = "not_suspended", over = "not_done", gone = "not_cancelled",
                           works = "suspended";
constexpr bool changes = true;  // what the task is in

// clang-format off
constexpr move_row table[] = {
    //                          open        submitted   suspended   done    cancelled
    {k::reassign_task,        { ok,         ok,         ok,         over,   gone }},
    {k::revise_deadline,      { ok,         ok,         ok,         over,   gone }},
    {k::report_progress,      { ok,         ok,         ok,         over,   gone }},  // late ones: below
    {k::submit_task,          { ok,         busy,       held,       over,   gone }, changes},
    {k::accept_task,          { none_waits, ok,         held,       over,   gone }, changes},
    {k::return_task,          { none_waits, ok,         held,       over,   gone }, changes},
    {k::complete_task,        { ok,         ok,         held,       over,   gone }, changes},
    {k::suspend_task,         { ok,         ok,         held,       over,   gone }, changes},
    {k::resume_task,          { works,      works,      ok,         over,   gone }, changes},
    {k::cancel_task,          { ok,         ok,         ok,         over,   gone }, changes},
    {k::explain_delay,        { ok,         ok,         ok,         ok,     gone }},
    {k::accept_explanation,   { ok,         ok,         ok,         ok,     gone }},
    {k::return_explanation,   { ok,         ok,         ok,         ok,     gone }},
    {k::find_cause,           { ok,         ok,         ok,         ok,     gone }},
    {k::answer_explanation,   { ok,         ok,         ok,         ok,     gone }},
    {k::waive_delay,          { ok,         ok,         ok,         ok,     gone }},
    {k::request_extension,    { ok,         ok,         ok,         over,   gone }},
    {k::refuse_extension,     { ok,         ok,         ok,         over,   gone }},
    {k::remind_task,          { ok,         ok,         ok,         over,   gone }},
    {k::state_obligation,     { ok,         ok,         ok,         over,   gone }},
    {k::answer_obligation,    { ok,         ok,         ok,         ok,     gone }},
    {k::verify_result,        { ok,         ok,         ok,         ok,     gone }},
    {k::rate_task,            { ok,         ok,         ok,         ok,     gone }},
    {k::block_task,           { ok,         ok,         ok,         over,   gone }},
    {k::unblock_task,         { ok,         ok,         ok,         ok,     gone }},
    {k::expect_document,      { ok,         ok,         ok,         over,   gone }, changes},
    {k::issue_document,       { ok,         ok,         held,       over,   gone }, changes},
    {k::set_priority,         { ok,         ok,         ok,         over,   gone }},
    {k::charge_official,      { ok,         ok,         ok,         over,   gone }},
    {k::schedule_task,        { ok,         ok,         ok,         over,   gone }},
    {k::plan_task,            { ok,         ok,         ok,         over,   gone }},
    {k::mark_key_task,        { ok,         ok,         ok,         over,   gone }},
    {k::fan_out_task,         { ok,         ok,         ok,         over,   gone }},
    {k::repeat_task,          { ok,         ok,         ok,         over,   gone }},
    {k::link_tasks,           { ok,         ok,         ok,         ok,     gone }},
    {k::consult,              { ok,         ok,         ok,         ok,     gone }},
};
// clang-format on

/// The rule that refuses a move, and what it says.
struct refusal {
    std::string_view rule;
    std::string why;
};

std::string sentence(const task_record& t, const task_facts& now, std::string_view rule) {
    const std::string task = "task " + t.code;
    if (rule == gone) return task + " is cancelled: " + now.condition->value.reason;
    if (rule == over) return task + " was done on " + to_text(*now.finished_on);
    if (rule == held) return task + " is suspended";
    if (rule == works) return task + " is not suspended";
    if (rule == busy)
        return task + " was submitted on " + to_text(now.submitted->effective_on) +
               " and not yet answered";
    return task + " has no submission that waits for an answer";
}

// Refusals that need no field of the command but its day, for the moves whose stage is right. What
// is asked and what answers it find each other by days: an answer is to what waited on its day.
std::optional<refusal> refusal_in_stage(const state& s, const task_record& t, const task_facts& now,
                                        k move, civil_day on) {
    const view head = head_view(s), then{on, head.known};
    const std::string task = "task " + t.code;
    switch (move) {
        case k::submit_task:
            if (!now.stated->value.acceptance_asked)
                return refusal{
                    "acceptance_not_asked",
                    "acceptance of " + task + " is not asked; complete_task records its end"};
            break;
        case k::complete_task:
            if (now.stated->value.acceptance_asked)
                return refusal{"acceptance_asked",
                               "acceptance of " + task + " is asked; submit it"};
            [[fallthrough]];
        case k::accept_task:
            if (!t.life().expected.all().empty() && t.life().expected.at(head) != nullptr)
                return refusal{"documents_decide",
                               task + " is done when the last expected document is issued"};
            break;
        case k::accept_explanation:
        case k::return_explanation:
            if (explanation_to_answer(t, then) == 0 && explanation_to_answer(t, head) == 0)
                return refusal{"explained_first",
                               task + " has no explanation that waits for an answer"};
            break;
        case k::request_extension:
            if (pending_request(t, then) != 0)
                return refusal{"one_request", task + " has a request that is not yet decided"};
            break;
        case k::refuse_extension:
            if (request_to_answer(t, then) == 0 && request_to_answer(t, head) == 0)
                return refusal{"requested_first",
                               task + " has no request that waits for a decision"};
            break;
        case k::fan_out_task:
        case k::repeat_task:
            if (now.stated->value.instance)
                return refusal{"no_instance_of_an_instance", task + " is itself an instance"};
            break;
        case k::issue_document:
            if (t.life().expected.at(head) == nullptr)
                return refusal{"expected_first", "no document is expected from " + task};
            break;
        default:
            break;
    }
    return std::nullopt;
}

bool holds(const state& s, const task_facts& now, row_number agency, civil_day on) {
    const auto among = [&](const small_list<row_number>& list) {
        return std::any_of(list.begin(), list.end(), [&](row_number one) {
            return speaks_for(s, agency, one, {on, s.revision()});
        });
    };
    return among(*now.leads) || among(*now.coordinating);
}

// The agency that leads alone blames itself where it names itself, or says nothing of who speaks.
void judge_blame(const state& s, const task_facts& now, const command& c) {
    const auto blamed = c.text(f::blamed);
    if (!blamed) return;
    const row_number who = *s.find(entity_kind::agency, *blamed);
    const auto speaker = c.text(f::agency);
    if (speaker ? *speaker == *blamed : now.leads->size() == 1 && *now.leads->begin() == who)
        refuse(c, "blames_another", "agency " + std::string{*blamed} + " would blame itself");
}

void judge_recurrence(const state& s, const task_facts& now, const command& c, bool stood) {
    if (c.has(f::deadline) && c.texts(f::period).size() != 1)
        refuse(c, "one_day_for_one_period",
               "a deadline is stated for one period; the others fall due on their last day",
               "deadline");
    if (!c.has(f::deadline) && (c.has(f::deadline_as_stated) || c.has(f::deadline_precision)))
        need(c, f::deadline, "words and precision are those of a deadline; that is needed");
    const auto kind = period_of(now.stated->value.more().recurs);
    for (const std::string_view given : c.texts(f::period))
        if (kind && parse_period(given).kind() != *kind)
            refuse(c, "recurs_as_stated",
                   std::string{given} + " is none of the periods by which the task recurs");
    if (c.kind != k::repeat_task || stood) return;
    for (const std::string_view given : c.texts(f::period)) {
        const period span = parse_period(given);
        if (const auto made =
                s.find(entity_kind::task, instance_code(*c.text(f::task), to_text(span))))
            judge_first_deadline(s, c, *made,
                                 c.has(f::deadline) ? c.day(f::deadline) : span.last());
    }
}

// What a document shows to be done was done on the document's day, so not before the assignment.
void judge_day_of_document(const state& s, const task_record& t, const command& c) {
    const auto code = c.text(f::document);
    if (!code) return;
    const view head = head_view(s);
    const auto& dated =
        s.documents[*s.find(entity_kind::document, *code)].stated.at(head)->value.dated;
    const civil_day assigned = t.stated.at(head)->effective_on;
    if (dated && *dated < assigned)
        refuse(c, "not_before_assignment",
               "task " + t.code + " was assigned on " + to_text(assigned) + ", after document " +
                   std::string{*code} + " of " + to_text(*dated),
               "document");
}

// The document is of whom it was expected from, of who took it over or of who alone goes on for one
// of them, by the day of the document, and is not another one that was expected.
void judge_issued_document(const state& s, const task_record& t, const std::string& key,
                           const command& c) {
    const view head = head_view(s);
    const row_number document = *s.find(entity_kind::document, *c.text(f::document));
    const auto& told = s.documents[document].stated.at(head)->value;
    const row_number issuer = told.issuer;
    const view its_day{told.dated.value_or(*c.effective_on), s.revision()};
    t.life().expected.each(head, [&](const auto& e) {
        if (e.value.key != key) return;
        const std::vector<row_number> issuers = expected_issuers_of(s, t, e, its_day);
        if (!issuers.empty() && !speaks_for_any(s, issuer, issuers, its_day))
            refuse(c, "issued_by",
                   key + " of task " + t.code + " is expected from agency " +
                       s.agencies[issuers.back()].code + ", but document " +
                       s.documents[document].code + " is of agency " + s.agencies[issuer].code);
    });
    t.life().issued.each(head, [&](const auto& i) {
        if (i.value.document == document && i.value.key != key)
            refuse(c, "one_document_each",
                   "document " + s.documents[document].code + " was issued as " + i.value.key +
                       " of task " + t.code);
    });
}

void judge_documents(const state& s, const task_record& t, const command& c) {
    const view head = head_view(s);
    const std::string key{*c.text(f::expected)};
    bool known = false;
    t.life().expected.each(head, [&](const auto& e) {
        known |= e.value.key == key && e.seq != static_cast<seq_number>(c.corrects);
    });
    if (c.kind == k::expect_document && known)
        refuse(c, "named_once", "task " + t.code + " expects " + key + " already");
    if (c.kind == k::issue_document && !known)
        refuse(c, "expected_first", "task " + t.code + " expects no document " + key);
    if (c.has(f::document)) judge_issued_document(s, t, key, c);
    judge_day_of_document(s, t, c);
    const auto* issued = issued_as(t, key, head);
    if (c.kind == k::issue_document && issued != nullptr &&
        issued->seq != static_cast<seq_number>(c.corrects))
        refuse(c, "issued_once", key + " of task " + t.code + " was issued already");
}

// Whether an instance, of whatever task, stands by another event than the one that is corrected.
bool stands_by_another(const state& s, const command& c, row_number instance) {
    const auto* told = s.tasks[instance].stated.at(head_view(s));
    return told != nullptr &&
           (c.corrects == 0 ||
            told->place != s.events[static_cast<std::size_t>(c.corrects - 1)].place);
}

// Whether the task may have it (again): the library chose its code, so what is gone may come back.
bool is_free(const state& s, const task_record& t, const command& c, row_number instance) {
    const auto all = t.life().fan_outs.all();
    return !stands_by_another(s, c, instance) && std::any_of(all.begin(), all.end(), [&](auto& m) {
        return std::ranges::count(m.value.instances, instance) > 0;
    });
}

// Work of one day is reported in one instance.
void judge_spans(const state& s, const task_record& t, const command& c) {
    std::vector<period> spans;
    t.life().fan_outs.each(head_view(s), [&](const auto& made) {
        for (const row_number instance : made.value.instances) {
            if (!stands_by_another(s, c, instance)) continue;
            const auto* told = s.tasks[instance].stated.at(head_view(s));
            if (const auto& span = told->value.more().instance_of_period) spans.push_back(*span);
        }
    });
    const auto* told = t.stated.at(head_view(s));
    for (const std::string_view given : c.texts(f::period)) {
        const period one = parse_period(given);
        if (told != nullptr && one.last() < told->effective_on)
            refuse(c, "not_before_assignment",
                   to_text(one) + " ended before task " + t.code + " was assigned, on " +
                       to_text(told->effective_on),
                   "period");
        for (const period& other : spans)
            if (one != other && one.first() <= other.last() && other.first() <= one.last())
                refuse(c, "one_instance_at_a_time",
                       to_text(one) + " overlaps " + to_text(other) + ", for which task " + t.code +
                           " has an instance",
                       "period");
        spans.push_back(one);
    }
}

void judge_instances(const state& s, const task_record& t, const command& c) {
    judge_spans(s, t, c);
    const field each = c.kind == k::fan_out_task ? f::agency : f::period;
    std::vector<std::string> seen;
    for (const std::string& code : instance_codes(c)) {
        if (code.size() > 100)
            out_of_range(c, each, "gives an instance a code longer than 100 bytes");
        const bool twice = std::find(seen.begin(), seen.end(), code) != seen.end();
        const auto taken = s.find(entity_kind::task, code);
        if (twice || (taken && !is_free(s, t, c, *taken)))
            throw error{errc::duplicate,
                        std::string{descriptor_of(c.kind).name} + ": task " + code +
                            " is taken; codes are never reused",
                        {{"command_name", std::string{descriptor_of(c.kind).name}},
                         {"field", std::string{descriptor_of(each).name}},
                         {"value", code},
                         {"rule", "code_is_new"}}};
        seen.push_back(code);
    }
}

// An answer is not older than what it answers.
void after_what_it_answers(const state& s, const command& c, const auto& asked) {
    if (is_before(place_of(s, c), asked))
        refuse(c, "after_what_it_answers",
               "what it answers is of " + to_text(asked.effective_on) + ", after " +
                   to_text(*c.effective_on),
               "effective_on");
}
// The same where what it answers has this place.
void after_what_it_answers(const state& s, const command& c, const auto& asked, seq_number place) {
    asked.each(head_view(s), [&](const auto& one) {
        if (one.place == place) after_what_it_answers(s, c, one);
    });
}

void judge_work_plan(const task_record& t, const task_facts& now, const command& c) {
    const auto shortest = c.integer(f::optimistic), longest = c.integer(f::pessimistic);
    if (c.integer(f::milestone) == 2)
        for (const f work : {f::duration, f::optimistic, f::pessimistic})
            if (c.integer(work))
                refuse(c, "milestone_takes_no_work", "a milestone takes no work",
                       descriptor_of(work).name);
    if (!shortest && !longest) return;
    const std::int64_t likely = c.integer(f::duration).value_or(now.stated->value.duration);
    if (likely == 0)
        refuse(c, "likely_first",
               "estimates need the likely one: no duration of task " + t.code + " is stated",
               "duration");
    if (shortest.value_or(likely) > likely)
        refuse(
            c, "estimates_enclose",
            "optimistic " + to_text(*shortest) + " is more than the duration, " + to_text(likely),
            "optimistic");
    if (longest.value_or(likely) < likely)
        refuse(
            c, "estimates_enclose",
            "pessimistic " + to_text(*longest) + " is less than the duration, " + to_text(likely),
            "pessimistic");
}

// Who is blamed answers what was said by then.
void judge_rejoinder(const state& s, const task_record& t, row_number agency, const command& c) {
    const view then{*c.effective_on, s.revision()};
    const version<task_record::explanation>* first = nullptr;
    t.life().explanations.each(head_view(s), [&](const auto& e) {
        if (first == nullptr && speaks_for_any(s, agency, answerers_of(s, t, e, then), then))
            first = &e;
    });
    if (first == nullptr)
        refuse(c, "is_blamed",
               "no explanation of task " + t.code + " blames agency " +
                   std::string{*c.text(f::agency)} + ", or one whose answer it had taken over");
    after_what_it_answers(s, c, *first);
}

// A condition that a body owes is owed once until it is fulfilled.
void judge_block(const state& s, const task_record& t, const command& c) {
    const auto owed_by = c.text(f::owed_by);
    const row_number body = owed_by ? *s.find(entity_kind::agency, *owed_by) : no_row;
    for (const auto* b :
         owed_already(t, *c.text(f::condition), body, {*c.effective_on, s.revision()}))
        refuse(c, "owed_once",
               "task " + t.code + " waits for this condition since " + to_text(b->effective_on),
               "condition");
}

void judge_unblock(const state& s, const task_record& t, const command& c) {
    const view head = head_view(s);
    const std::string_view condition = c.text(f::condition).value_or("");
    const auto blocks = standing_blocks(t, {*c.effective_on, head.known});
    if (std::any_of(blocks.begin(), blocks.end(),
                    [&](const auto* b) { return is_meant_for(t, condition, place_of(s, c), *b); }))
        return;
    for (const auto* b : standing_blocks(t, head))
        if (condition.empty() || b->value.condition == condition) after_what_it_answers(s, c, *b);
    refuse(c, "blocked_first",
           condition.empty() ? "no condition is owed to task " + t.code
                             : "task " + t.code + " does not wait for this condition");
}

void judge_condition(const state& s, const task_record& t, const command& c) {
    if (c.kind == k::block_task) judge_block(s, t, c);
    if (c.kind == k::unblock_task) judge_unblock(s, t, c);
}

// An entry that has no place yet comes after what it goes on from.
void judge_order(const state& s, const task_record& t, const task_facts& now, const command& c) {
    const view head = head_view(s), then{*c.effective_on, head.known};
    switch (c.kind) {
        case k::submit_task:
            t.life().decisions.each(head, [&](const auto& answer) {
                if (*c.effective_on < answer.effective_on)
                    refuse(c, "after_the_return",
                           "task " + t.code +
                               (answer.value.accepted ? " was accepted on " : " was returned on ") +
                               to_text(answer.effective_on) + ", after " +
                               to_text(*c.effective_on));
            });
            break;
        case k::accept_task:
        case k::return_task:
            if (*c.effective_on < now.submitted->effective_on)
                refuse(c, "submitted_first",
                       "task " + t.code + " was submitted on " +
                           to_text(now.submitted->effective_on) + ", after " +
                           to_text(*c.effective_on));
            break;
        case k::suspend_task:
        case k::resume_task:
        case k::cancel_task:
            if (now.condition && *c.effective_on < now.condition->effective_on)
                refuse(c, "in_order",
                       "task " + t.code + " was suspended or resumed on " +
                           to_text(now.condition->effective_on) + ", after " +
                           to_text(*c.effective_on));
            break;
        case k::refuse_extension:
            if (request_to_answer(t, then) == 0)
                after_what_it_answers(s, c, t.life().extension_requests,
                                      request_to_answer(t, head));
            break;
        case k::accept_explanation:
        case k::return_explanation:
            if (explanation_to_answer(t, then) == 0)
                after_what_it_answers(s, c, t.life().explanations, explanation_to_answer(t, head));
            break;
        default:
            break;
    }
}

// What had not been confirmed is done by this word after all, as by a completion.
void judge_verdict(const state& s, const task_record& t, const task_facts& now, const command& c) {
    const view then{*c.effective_on, s.revision()};
    const auto* done = t.life().completions.at(then);
    const bool confirms =
        c.integer(f::verdict) == static_cast<std::int64_t>(verdict_kind::confirmed);
    if (confirms && done != nullptr && !stands(t, *done, then) &&
        stage_of(now) == task_stage::suspended)
        refuse(c, held, sentence(t, now, held));
}

// What the fields of the command must be, for the moves that need more than their stage.
void judge_fields(const state& s, const task_record& t, const task_facts& now, const command& c,
                  bool stood) {
    const auto agency = [&] { return *s.find(entity_kind::agency, *c.text(f::agency)); };
    switch (c.kind) {
        case k::schedule_task:
            judge_work_plan(t, now, c);
            break;
        case k::revise_deadline:
            judge_extension(s, *s.find(entity_kind::task, t.code), c, stood);
            break;
        case k::request_extension:
            if (now.current->day && *c.day(f::proposed_deadline) <= *now.current->day)
                refuse(c, "later_than_deadline",
                       to_text(*c.day(f::proposed_deadline)) + " is not after the deadline, " +
                           to_text(*now.current->day));
            break;
        case k::state_obligation:
        case k::answer_obligation:
        case k::charge_official:
            if (!holds(s, now, agency(), *c.effective_on))
                refuse(c, "is_assigned",
                       "agency " + std::string{*c.text(f::agency)} + " takes no part in task " +
                           t.code);
            break;
        case k::answer_explanation:
            judge_rejoinder(s, t, agency(), c);
            break;
        case k::complete_task:
            judge_day_of_document(s, t, c);
            break;
        case k::verify_result:
            judge_verdict(s, t, now, c);
            break;
        case k::waive_delay: {
            const auto& due = now.current->day;
            const civil_day until =
                now.finished_on ? std::min(*now.finished_on, *c.effective_on) : *c.effective_on;
            if (!due || until <= *due)
                refuse(c, "is_late", "task " + t.code + " was not late on " + to_text(until));
            break;
        }
        case k::expect_document:
        case k::issue_document:
            judge_documents(s, t, c);
            break;
        case k::fan_out_task:
        case k::repeat_task:
            judge_instances(s, t, c);
            judge_recurrence(s, now, c, stood);
            break;
        case k::explain_delay:
            judge_blame(s, now, c);
            break;
        default:
            break;
    }
}

const move_row* row_of(k move) noexcept {
    const auto* row = std::find_if(std::begin(table), std::end(table),
                                   [&](const move_row& r) { return r.move == move; });
    return row == std::end(table) ? nullptr : row;
}

// What the task was in on the day of the command, which may be entered late. For a move that
// changes it, what it is in now: the moves around it cannot be judged before all of them are there
// (decision 84). A correction has a place of its own: facts_before.
task_facts facts_for(const state& s, const task_record& t, const command& c) {
    const move_row* row = row_of(c.kind);
    const civil_day on = row != nullptr && row->changes_stage ? last_day : *c.effective_on;
    return facts_of(s, t, on, {on, s.revision()});
}

void refuse_by_table(const task_record& t, const task_facts& now, const command& c) {
    const move_row* row = row_of(c.kind);
    if (row == nullptr) return;
    const task_stage stage = stage_of(now);
    // A report of the day on which it was done may be entered after that.
    if (c.kind == k::report_progress && stage == task_stage::done &&
        *c.effective_on == now.finished_on)
        return;
    const std::string_view rule = row->refused_by[static_cast<std::size_t>(stage)];
    if (rule != ok) refuse(c, rule, sentence(t, now, rule));
}

void refuse_in_stage(const state& s, const task_record& t, const task_facts& now,
                     const command& c) {
    if (const auto refused = refusal_in_stage(s, t, now, c.kind, *c.effective_on))
        refuse(c, refused->rule, refused->why);
}

void refuse_at(const state& s, const task_record& t, const task_facts& now, const command& c) {
    refuse_by_table(t, now, c);
    refuse_in_stage(s, t, now, c);
}

// The task as it stood at the place of the correction, without what that corrects.
task_record before_correction(const state& s, const task_record& t, const command& c) {
    const standing here = place_of(s, c);
    task_record then = t;
    then.attributes([&](auto& attribute) {
        std::vector<seq_number> others;
        for (const auto& v : attribute.all())
            if (v.corrected_by == 0 && (v.seq == here.seq || is_after(v, here)))
                others.push_back(v.seq);
        for (const seq_number seq : others) attribute.withdraw(seq, s.revision());
    });
    return then;
}

task_facts facts_before(const state& s, const task_record& then, const command& c) {
    return facts_of(s, then, *c.effective_on, {*c.effective_on, s.revision()});
}

// An answer that is corrected answers what it did, so that must wait at its place, and nothing
// else.
void judge_answered(const state& s, const task_record& t, const task_record& before,
                    const command& c) {
    const view head = head_view(s);
    const auto judge = [&](const auto& asked, seq_number own, seq_number waits) {
        if (own == 0 || waits == own) return;
        after_what_it_answers(s, c, asked(t), own);
        asked(before).each(head, [&](const auto& one) {
            if (one.place == waits)
                refuse(c, "answers_the_same",
                       "what it would answer on " + to_text(*c.effective_on) + " is of " +
                           to_text(one.effective_on) + ", and is not what it answered",
                       "effective_on");
        });
    };
    const seq_number place = place_of(s, c).place;
    if (c.kind == k::refuse_extension)
        judge(
            [](const auto& of) -> const auto& { return of.life().extension_requests; },
            request_answered_at(t, place), pending_request(before, head));
    if (c.kind == k::accept_explanation || c.kind == k::return_explanation)
        judge(
            [](const auto& of) -> const auto& { return of.life().explanations; },
            explanation_answered_at(t, place), pending_explanation(before, head));
}

// What stands on that day already may stay: where it could not have been, that was told when it
// came to be so (moves_out_of_order).
bool stands_on_its_day(const state& s, const command& c) {
    const event_record& old = s.events[static_cast<std::size_t>(c.corrects - 1)];
    return old.kind == c.kind && !old.set_aside && old.effective_on == *c.effective_on;
}

// Whether the link or consultation that is corrected was of this task. @pre stands_on_its_day
bool was_of(const state& s, row_number task, const command& c) {
    const auto said = [&](const auto& made) {
        const auto all = made.stated.all();
        return std::any_of(all.begin(), all.end(), [&](const auto& v) {
            return v.seq == static_cast<seq_number>(c.corrects) && v.value.task == task;
        });
    };
    const row_number subject = s.events[static_cast<std::size_t>(c.corrects - 1)].subject;
    return c.kind == k::link_tasks ? said(s.links[subject]) : said(s.consultations[subject]);
}

}  // namespace

std::span<const move_row> move_table() noexcept { return table; }

task_stage stage_of(const task_facts& now) noexcept {
    const activity condition =
        now.condition != nullptr ? now.condition->value.now : activity::active;
    if (condition == activity::cancelled) return task_stage::cancelled;
    if (now.finished_on) return task_stage::done;
    if (condition == activity::suspended) return task_stage::suspended;
    return now.awaiting_acceptance || now.draft_handed_in() ? task_stage::submitted
                                                            : task_stage::open;
}

std::optional<period_kind> period_of(recurrence_kind r) noexcept {
    switch (r) {
        case recurrence_kind::monthly:
            return period_kind::month;
        case recurrence_kind::quarterly:
            return period_kind::quarter;
        case recurrence_kind::half_yearly:
            return period_kind::half_year;
        case recurrence_kind::yearly:
            return period_kind::year;
    }
    return std::nullopt;
}

void judge_task(const state& s, const command& c, bool stood) {
    const task_record& t = s.tasks[*s.find(entity_kind::task, *c.text(f::task))];
    if (c.kind == k::revise_deadline && !c.has(f::deadline) && !c.has(f::deadline_as_stated) &&
        !c.has(f::standing_from))
        need(c, f::deadline, "deadline, deadline_as_stated or standing_from is needed");
    if (c.corrects == 0) {
        const task_facts now = facts_for(s, t, c);
        refuse_at(s, t, now, c);
        judge_order(s, t, now, c);
        judge_condition(s, t, c);
        judge_fields(s, t, now, c, stood);
        return;
    }
    const task_record before = before_correction(s, t, c);
    const task_facts then = facts_before(s, before, c);
    const bool stays = stands_on_its_day(s, c);
    if (!stays) refuse_by_table(t, then, c);
    if (!stays || stood) {
        judge_answered(s, t, before, c);
        refuse_in_stage(s, before, then, c);
    }
    judge_condition(s, before, c);
    judge_fields(s, t, then, c, stood);
}

void judge_part_of_blamed(const state& s, const command& c, const sight* of_actor) {
    const auto blamed = c.text(f::blamed);
    if (c.kind != k::explain_delay || !blamed) return;
    const std::string_view task = *c.text(f::task);
    if (!has_part_in(s, *s.find(entity_kind::task, task), *s.find(entity_kind::agency, *blamed),
                     {*c.effective_on, s.revision()}, of_actor))
        refuse(c, "blames_who_has_part",
               "agency " + std::string{*blamed} + " has no part in task " + std::string{task} +
                   ", nor in what it waits for",
               "blamed");
}

void judge_stage(const state& s, const command& c) {
    const row_number row = *s.find(entity_kind::task, *c.text(f::task));
    const task_record& t = s.tasks[row];
    if (c.corrects == 0) return refuse_at(s, t, facts_for(s, t, c), c);
    if (stands_on_its_day(s, c) && was_of(s, row, c)) return;
    const task_record before = before_correction(s, t, c);
    refuse_by_table(t, facts_before(s, before, c), c);
}

}  // namespace mandate
