#include "model/task_rules.hpp"

#include "model/apply_task.hpp"
#include "model/pending.hpp"
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

// clang-format off
constexpr move_row table[] = {
    //                          open        submitted   suspended   done    cancelled
    {k::reassign_task,        { ok,         ok,         ok,         over,   gone }},
    {k::revise_deadline,      { ok,         ok,         ok,         over,   gone }},
    {k::report_progress,      { ok,         ok,         ok,         over,   gone }},  // late ones: below
    {k::submit_task,          { ok,         busy,       held,       over,   gone }},
    {k::accept_task,          { none_waits, ok,         held,       over,   gone }},
    {k::return_task,          { none_waits, ok,         held,       over,   gone }},
    {k::complete_task,        { ok,         ok,         held,       over,   gone }},
    {k::suspend_task,         { ok,         ok,         held,       over,   gone }},
    {k::resume_task,          { works,      works,      ok,         over,   gone }},
    {k::cancel_task,          { ok,         ok,         ok,         over,   gone }},
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
    {k::expect_document,      { ok,         ok,         ok,         over,   gone }},
    {k::issue_document,       { ok,         ok,         held,       over,   gone }},
    {k::set_priority,         { ok,         ok,         ok,         over,   gone }},
    {k::plan_task,            { ok,         ok,         ok,         over,   gone }},
    {k::mark_key_task,        { ok,         ok,         ok,         over,   gone }},
    {k::fan_out_task,         { ok,         ok,         ok,         over,   gone }},
    {k::repeat_task,          { ok,         ok,         ok,         over,   gone }},
};
// clang-format on

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

bool blamed_by_any(const state& s, const task_record& t, row_number agency) {
    bool found = false;
    t.life().explanations.each(head_view(s), [&](const auto& e) {
        found |= e.value.blamed != no_row && (agency == no_row || e.value.blamed == agency);
    });
    return found;
}

// Refusals that need no field of the command, for the moves whose stage is right.
std::optional<refusal> refusal_in_stage(const state& s, const task_record& t, const task_facts& now,
                                        k move) {
    const view head = head_view(s);
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
            if (!t.life().expected.all().empty() && t.life().expected.at(head) != nullptr)
                return refusal{"documents_decide",
                               task + " is done when the last expected document is issued"};
            break;
        case k::accept_explanation:
        case k::return_explanation:
            if (pending_explanation(t, head) == 0)
                return refusal{"explained_first",
                               task + " has no explanation that waits for an answer"};
            break;
        case k::answer_explanation:
            if (!blamed_by_any(s, t, no_row))
                return refusal{"is_blamed", "no explanation of " + task + " blames an agency"};
            break;
        case k::request_extension:
            if (pending_request(t, head) != 0)
                return refusal{"one_request", task + " has a request that is not yet decided"};
            break;
        case k::refuse_extension:
            if (pending_request(t, head) == 0)
                return refusal{"requested_first",
                               task + " has no request that waits for a decision"};
            break;
        case k::unblock_task:
            if (standing_blocks(t, head).empty())
                return refusal{"blocked_first", "no condition is owed to " + task};
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

bool holds(const task_facts& now, row_number agency) {
    const auto among = [&](const small_list<row_number>& list) {
        return std::find(list.begin(), list.end(), agency) != list.end();
    };
    return among(*now.leads) || among(*now.coordinating);
}

// How often and how far the deadline may be put off, by the ledger's own table.
void judge_extension(const state& s, const task_record& t, const task_facts& now,
                     const command& c) {
    const auto to = c.day(f::deadline);
    if (s.policies.size() == 0 || !to || !now.current->day || *to <= *now.current->day) return;
    const view head = head_view(s);
    const auto agency = c.text(f::decided_by);
    const row_number decided_by =
        agency ? *s.find(entity_kind::agency, *agency) : now.stated->value.assigner;
    int times = 0;
    std::optional<civil_day> before;
    t.deadline.each(head, [&](const auto& d) {
        if (before && d.value.day && *d.value.day > *before && !d.value.original) ++times;
        before = d.value.day;
    });
    bool any_row = false, allowed = false;
    s.policies[0].extension_limits.each(head, [&](const auto& limit) {
        const auto& row = limit.value;
        if (row.assigner != no_row && row.assigner != now.stated->value.assigner) return;
        any_row = true;
        allowed |= (row.decided_by == no_row || row.decided_by == decided_by) &&
                   times < row.most_times &&
                   (!now.original->day || *to - *now.original->day <= row.most_days);
    });
    if (any_row && !allowed)
        refuse(c, "extension_limit",
               "task " + t.code + " was put off " + std::to_string(times) +
                   " times; no row of the table of extensions allows " + to_text(*to));
}

void judge_documents(const state& s, const task_record& t, const command& c) {
    const view head = head_view(s);
    const std::string key{*c.text(f::expected)};
    bool known = false;
    t.life().expected.each(head, [&](const auto& e) { known |= e.value.key == key; });
    if (c.kind == k::expect_document && known)
        refuse(c, "named_once", "task " + t.code + " expects " + key + " already");
    if (c.kind == k::issue_document && !known)
        refuse(c, "expected_first", "task " + t.code + " expects no document " + key);
    if (c.kind == k::issue_document && issued_as(t, key, head) != nullptr)
        refuse(c, "issued_once", key + " of task " + t.code + " was issued already");
}

void judge_instances(const state& s, const command& c) {
    const field each = c.kind == k::fan_out_task ? f::agency : f::period;
    std::vector<std::string> seen;
    for (const std::string& code : instance_codes(c)) {
        if (code.size() > 100)
            out_of_range(c, each, "gives an instance a code longer than 100 bytes");
        const bool twice = std::find(seen.begin(), seen.end(), code) != seen.end();
        if (twice || (c.corrects == 0 && s.find(entity_kind::task, code)))
            throw error{errc::duplicate,
                        std::string{descriptor_of(c.kind).name} + ": task " + code +
                            " is taken; codes are never reused",
                        {{"command_name", std::string{descriptor_of(c.kind).name}},
                         {"field", std::string{descriptor_of(each).name}},
                         {"value", code}}};
        seen.push_back(code);
    }
}

// What the fields of the command must be, for the moves that need more than their stage.
void judge_fields(const state& s, const task_record& t, const task_facts& now, const command& c) {
    const auto agency = [&] { return *s.find(entity_kind::agency, *c.text(f::agency)); };
    switch (c.kind) {
        case k::submit_task:
            t.life().decisions.each(head_view(s), [&](const auto& answer) {
                if (*c.effective_on < answer.effective_on)
                    refuse(c, "after_the_return",
                           "task " + t.code + " was returned on " + to_text(answer.effective_on) +
                               ", after " + to_text(*c.effective_on));
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
        case k::revise_deadline:
            judge_extension(s, t, now, c);
            break;
        case k::request_extension:
            if (now.current->day && *c.day(f::proposed_deadline) <= *now.current->day)
                refuse(c, "later_than_deadline",
                       to_text(*c.day(f::proposed_deadline)) + " is not after the deadline, " +
                           to_text(*now.current->day));
            break;
        case k::state_obligation:
        case k::answer_obligation:
            if (!holds(now, agency()))
                refuse(c, "is_assigned",
                       "agency " + std::string{*c.text(f::agency)} + " takes no part in task " +
                           t.code);
            break;
        case k::answer_explanation:
            if (!blamed_by_any(s, t, agency()))
                refuse(c, "is_blamed",
                       "no explanation of task " + t.code + " blames agency " +
                           std::string{*c.text(f::agency)});
            break;
        case k::waive_delay: {
            const auto& due = now.current->day;
            const civil_day until =
                now.finished_on ? std::min(*now.finished_on, *c.effective_on) : *c.effective_on;
            if (!due || until <= *due)
                refuse(c, "is_late", "task " + t.code + " was not late on " + to_text(until));
            break;
        }
        case k::unblock_task: {
            const auto wanted = c.text(f::condition);
            const auto blocks = standing_blocks(t, head_view(s));
            if (wanted && std::none_of(blocks.begin(), blocks.end(), [&](const auto* b) {
                    return b->value.condition == *wanted;
                }))
                refuse(c, "blocked_first", "task " + t.code + " does not wait for this condition");
            break;
        }
        case k::expect_document:
        case k::issue_document:
            judge_documents(s, t, c);
            break;
        case k::fan_out_task:
        case k::repeat_task:
            judge_instances(s, c);
            break;
        default:
            break;
    }
}

const move_row* row_of(k move) noexcept {
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const move_row& r) { return r.move == move; });
    return found == std::end(table) ? nullptr : found;
}

std::optional<refusal> refusal_at(const state& s, const task_record& t, const task_facts& now,
                                  k move) {
    const move_row* row = row_of(move);
    if (row == nullptr) return std::nullopt;
    const std::string_view rule = row->refused_by[static_cast<std::size_t>(stage_of(now))];
    // What may never be submitted is told before what has not been submitted yet.
    if (rule != ok) return refusal{rule, sentence(t, now, rule)};
    return refusal_in_stage(s, t, now, move);
}

}  // namespace

std::span<const move_row> move_table() noexcept { return table; }

task_stage stage_of(const task_facts& now) noexcept {
    const activity condition =
        now.condition != nullptr ? now.condition->value.now : activity::active;
    if (condition == activity::cancelled) return task_stage::cancelled;
    if (now.finished_on) return task_stage::done;
    if (condition == activity::suspended) return task_stage::suspended;
    return now.awaiting_acceptance ? task_stage::submitted : task_stage::open;
}

std::optional<refusal> refusal_of(const state& s, const task_record& t, command_kind move) {
    return refusal_at(s, t, facts_of(s, t, last_day, head_view(s)), move);
}

void judge_task(const state& s, const command& c) {
    const row_number row = *s.find(entity_kind::task, *c.text(f::task));
    const task_record& t = s.tasks[row];
    const task_facts now = facts_of(s, t, last_day, head_view(s));
    if (c.kind != k::plan_task && c.kind != k::mark_key_task &&
        *c.effective_on < now.stated->effective_on)
        refuse(c, "not_before_assignment",
               "task " + t.code + " was assigned on " + to_text(now.stated->effective_on) +
                   ", after " + to_text(*c.effective_on));
    if (c.kind == k::revise_deadline && !c.has(f::deadline) && !c.has(f::deadline_as_stated) &&
        !c.has(f::standing_from))
        need(c, f::deadline, "deadline, deadline_as_stated or standing_from is needed");
    if (c.corrects != 0) {  // judge_life looks at the whole once it has taken its place
        if (c.kind == k::fan_out_task || c.kind == k::repeat_task) judge_instances(s, c);
        return;
    }
    // A report of a day before the end may be entered late.
    const bool late_report = c.kind == k::report_progress && stage_of(now) == task_stage::done &&
                             *c.effective_on <= now.finished_on;
    if (late_report) return;
    if (const auto refused = refusal_at(s, t, now, c.kind)) refuse(c, refused->rule, refused->why);
    judge_fields(s, t, now, c);
}

}  // namespace mandate
