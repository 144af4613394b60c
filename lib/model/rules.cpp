#include "model/rules.hpp"

#include "mandate/base/error.hpp"
#include "model/apply.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/task_facts.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

std::string name_of(const command& c) { return std::string{descriptor_of(c.kind).name}; }

// ---- references ---------------------------------------------------------------------------------

// Whether the thing's statement still stands: it may have been voided.
bool stands(const state& s, entity_kind kind, row_number row) {
    return statement_seq(s, kind, row, head_view(s)) != 0;
}

// The field that names what the command is about: always its first.
f subject_field(const command& c) { return descriptor_of(c.kind).fields.front().id; }

void judge_references(const state& s, const command& c) {
    const bool makes = descriptor_of(c.kind).creates != entity_kind::none;
    std::set<std::pair<f, std::string>> seen;
    for (const field_value& given : c.values) {
        const field_descriptor& field = descriptor_of(given.name);
        if (field.type != value_type::code) continue;
        const std::string& code = std::get<std::string>(given.content);
        const std::vector<fact> facts{
            {"command_name", name_of(c)}, {"field", std::string{field.name}}, {"value", code}};
        if (!seen.emplace(given.name, code).second)
            throw error{
                errc::refused,
                name_of(c) + ": " + std::string{field.name} + " " + code + " is named twice",
                facts};
        const std::optional<row_number> row = s.find(field.entity, code);
        if (makes && given.name == subject_field(c)) {
            if (row && c.corrects == 0)
                throw error{errc::duplicate,
                            name_of(c) + ": " + std::string{field.name} + " " + code +
                                " is taken; codes are never reused",
                            facts};
        } else if (!row || !stands(s, field.entity, *row)) {
            throw error{
                errc::unknown_reference,
                name_of(c) + ": " + std::string{field.name} + " " + code + " is not in the ledger",
                facts};
        }
    }
}

// ---- corrections --------------------------------------------------------------------------------

row_number subject_of(const state& s, const command& c) {
    return s.find(subject_kind(c.kind), *c.text(subject_field(c))).value_or(no_row);
}

void judge_correction(const state& s, const command& c) {
    const std::string which = "event " + std::to_string(c.corrects);
    if (c.corrects == 0) return;
    if (c.corrects < 0 || c.corrects > s.revision())
        refuse(c, "corrects_what", which + " is not in the ledger");
    const event_record& old = s.events[static_cast<std::size_t>(c.corrects - 1)];
    if (old.corrected_by != 0)
        refuse(c, "corrected_once",
               which + " was corrected by event " + std::to_string(old.corrected_by) +
                   "; correct that one");
    if (old.kind == k::void_event) refuse(c, "corrects_what", which + " is itself a withdrawal");
    if (old.kind == k::shred_event)
        refuse(c, "corrects_what", which + " destroyed words; that cannot be undone");
    if (c.kind == k::void_event) return;
    if (c.kind != old.kind)
        refuse(c, "same_kind",
               which + " is " + std::string{descriptor_of(old.kind).name} +
                   "; a correction has the kind of what it replaces");
    if (subject_kind(c.kind) != entity_kind::none && subject_of(s, c) != old.subject)
        refuse(c, "same_subject", which + " is about something else");
}

// ---- the life of a task -------------------------------------------------------------------------

using activity = task_record::activity;

// Moves that cannot be recorded ahead of their day.
bool has_happened(k kind) {
    switch (kind) {
        case k::report_progress:
        case k::submit_task:
        case k::accept_task:
        case k::return_task:
        case k::complete_task:
        case k::suspend_task:
        case k::resume_task:
        case k::cancel_task:
        case k::explain_delay:
        case k::observe_indicator:
        case k::complete_document_review:
        case k::drop_document_review:
        case k::receive_papers:
        case k::consider_item:
        case k::leave_post:
            return true;
        default:
            return false;
    }
}

void judge_task(const state& s, const command& c) {
    const std::string code{*c.text(f::task)};
    const row_number row = *s.find(entity_kind::task, code);
    const task_record& t = s.tasks[row];
    const task_facts now = facts_of(s, t, last_day, head_view(s));
    const std::string task = "task " + code;
    if (c.kind != k::plan_task && c.kind != k::mark_key_task &&
        *c.effective_on < now.stated->effective_on)
        refuse(c, "not_before_assignment",
               task + " was assigned on " + to_text(now.stated->effective_on) + ", after " +
                   to_text(*c.effective_on));
    if (c.kind == k::revise_deadline && !c.has(f::deadline) && !c.has(f::deadline_as_stated) &&
        !c.has(f::standing_from))
        throw error{errc::missing_field,
                    name_of(c) + ": deadline, deadline_as_stated or standing_from is needed",
                    {{"command_name", name_of(c)}, {"field", "deadline"}}};
    if (c.corrects != 0) return;  // judge_life looks at the whole once it has taken its place

    const activity condition = now.condition ? now.condition->value.now : activity::active;
    if (condition == activity::cancelled)
        refuse(c, "not_cancelled", task + " is cancelled: " + now.condition->value.reason);
    // A report of a day before the end may be entered late.
    const bool late_report = c.kind == k::report_progress && *c.effective_on <= now.finished_on;
    if (now.finished_on && c.kind != k::explain_delay && !late_report)
        refuse(c, "not_done", task + " was done on " + to_text(*now.finished_on));
    const auto require_active = [&] {
        if (condition == activity::suspended) refuse(c, "not_suspended", task + " is suspended");
    };
    const auto require_order = [&] {
        if (now.condition && *c.effective_on < now.condition->effective_on)
            refuse(c, "in_order",
                   task + " was suspended or resumed on " + to_text(now.condition->effective_on) +
                       ", after " + to_text(*c.effective_on));
    };
    switch (c.kind) {
        case k::submit_task:
            require_active();
            if (!now.stated->value.acceptance_asked)
                refuse(c, "acceptance_not_asked",
                       "acceptance of " + task + " is not asked; complete_task records its end");
            if (now.awaiting_acceptance)
                refuse(c, "answered_first",
                       task + " was submitted on " + to_text(now.submitted->effective_on) +
                           " and not yet answered");
            t.decisions.each(head_view(s), [&](const auto& answer) {
                if (*c.effective_on < answer.effective_on)
                    refuse(c, "after_the_return",
                           task + " was returned on " + to_text(answer.effective_on) + ", after " +
                               to_text(*c.effective_on));
            });
            break;
        case k::accept_task:
        case k::return_task:
            require_active();
            if (!now.awaiting_acceptance)
                refuse(c, "submitted_first", task + " has no submission that waits for an answer");
            if (*c.effective_on < now.submitted->effective_on)
                refuse(c, "submitted_first",
                       task + " was submitted on " + to_text(now.submitted->effective_on) +
                           ", after " + to_text(*c.effective_on));
            break;
        case k::complete_task:
            require_active();
            if (now.stated->value.acceptance_asked)
                refuse(c, "acceptance_asked", "acceptance of " + task + " is asked; submit it");
            break;
        case k::suspend_task:
            require_active();
            require_order();
            break;
        case k::resume_task:
            if (condition != activity::suspended)
                refuse(c, "suspended", task + " is not suspended");
            require_order();
            break;
        case k::cancel_task:
            require_order();
            break;
        default:
            break;
    }
}

// ---- the rest -----------------------------------------------------------------------------------

// An answer that would stand before its recommendation.
void judge_order_of_days(const state& s, const command& c) {
    const recommendation_record& r =
        s.recommendations[*s.find(entity_kind::recommendation, *c.text(f::recommendation))];
    const civil_day raised = r.stated.at(head_view(s))->effective_on;
    if (*c.effective_on < raised)
        refuse(c, "not_before_it_was_raised",
               "recommendation " + r.code + " was raised on " + to_text(raised) + ", after " +
                   to_text(*c.effective_on));
}

// Whether it is that task, or below it.
bool is_part_of(const state& s, row_number part, row_number whole) {
    const view head = head_view(s);
    for (row_number up = part; up != no_row;) {
        if (up == whole) return true;
        const auto* told = s.tasks[up].stated.at(head);
        up = told != nullptr ? told->value.parent : no_row;
    }
    return false;
}

void judge_link(const state& s, const command& c) {
    const auto row = [&](f id) { return *s.find(entity_kind::task, *c.text(id)); };
    const row_number task = row(f::task), after = row(f::after);
    if (is_part_of(s, task, after) || is_part_of(s, after, task))
        throw error{
            errc::cycle,
            name_of(c) + ": task " + s.tasks[task].code + " cannot depend on " +
                s.tasks[after].code + ": it is the same task or a part of it",
            {{"rule", "no_cycle"}, {"task", s.tasks[after].code}, {"task", s.tasks[task].code}}};
}

// A correction may move a task below another; not below itself or one of its parts.
void judge_parent(const state& s, const command& c) {
    const auto parent = c.text(f::parent_task);
    const auto self = s.find(entity_kind::task, *c.text(f::task));
    if (!parent || !self) return;
    const view head = head_view(s);
    for (row_number up = *s.find(entity_kind::task, *parent); up != no_row;) {
        if (up == *self)
            throw error{errc::cycle,
                        name_of(c) + ": task " + s.tasks[*self].code + " would be a part of itself",
                        {{"rule", "no_cycle"}}};
        const auto* told = s.tasks[up].stated.at(head);
        up = told != nullptr ? told->value.parent : no_row;
    }
    // Nor below a task on which it or one of its parts depends, or which depends on them.
    const row_number whole = *s.find(entity_kind::task, *parent);
    for (row_number i = 0; i < s.links.size(); ++i) {
        const auto* link = s.links[i].stated.at(head);
        if (link == nullptr) continue;
        const row_number task = link->value.task, after = link->value.after;
        if ((is_part_of(s, task, *self) && is_part_of(s, whole, after)) ||
            (is_part_of(s, after, *self) && is_part_of(s, whole, task)))
            throw error{errc::cycle,
                        name_of(c) + ": link " + s.links[i].code + " joins task " +
                            s.tasks[task].code + " and task " + s.tasks[after].code +
                            ", and one would be a part of the other",
                        {{"rule", "no_cycle"},
                         {"task", s.tasks[after].code},
                         {"task", s.tasks[task].code}}};
    }
}

}  // namespace

void judge(const state& s, const command& c, civil_day today) {
    require_covered(*c.effective_on, "effective_on");
    judge_references(s, c);
    judge_correction(s, c);
    if (has_happened(c.kind) && *c.effective_on > today)
        refuse(c, "not_in_the_future",
               to_text(*c.effective_on) + " is after today, " + to_text(today));
    judge_organisation(s, c);
    judge_document(s, c);
    judge_programme(s, c);
    judge_access(s, c);
    switch (c.kind) {
        case k::link_tasks:
            judge_link(s, c);
            break;
        case k::assign_task:
            judge_parent(s, c);
            break;
        case k::record_placeholder:
            break;
        case k::answer_recommendation:
            judge_order_of_days(s, c);
            break;
        case k::attend_meeting:
            if (!c.has(f::official) && !c.has(f::post) && !c.has(f::agency))
                throw error{errc::missing_field,
                            name_of(c) + ": official, post or agency is needed",
                            {{"command_name", name_of(c)}, {"field", "official"}}};
            break;
        case k::set_target:
            if (c.integer(f::target_high) && *c.integer(f::target_high) < *c.integer(f::target_low))
                throw error{errc::out_of_range,
                            name_of(c) + ": target_high is below target_low",
                            {{"command_name", name_of(c)}, {"field", "target_high"}}};
            break;
        default:
            if (subject_kind(c.kind) == entity_kind::task) judge_task(s, c);
            break;
    }
}

}  // namespace mandate
