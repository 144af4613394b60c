#include "model/rules.hpp"

#include "mandate/base/error.hpp"
#include "model/apply.hpp"
#include "model/apply_matter.hpp"
#include "model/extension_rules.hpp"
#include "model/matter_rules.hpp"
#include "model/permissions.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/task_rules.hpp"

#include <algorithm>
#include <optional>
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

// What is hidden from the actor is told from what is not there by nothing, so both are looked for
// together, in the order of the fields. `of_actor` null: the actor sees everything.
void judge_references(const state& s, const command& c, const sight* of_actor) {
    const bool makes = descriptor_of(c.kind).creates != entity_kind::none;
    std::set<std::pair<f, std::string>> seen;
    for (const field_value& given : c.values) {
        const field_descriptor& field = descriptor_of(given.name);
        if (field.type != value_type::code) continue;
        const std::string& code = std::get<std::string>(given.content);
        const auto facts = [&](const char* rule) {
            return std::vector<fact>{{"command_name", name_of(c)},
                                     {"field", std::string{field.name}},
                                     {"value", code},
                                     {"rule", rule}};
        };
        if (!seen.emplace(given.name, code).second)
            throw error{
                errc::refused,
                name_of(c) + ": " + std::string{field.name} + " " + code + " is named twice",
                facts("named_once")};
        const std::optional<row_number> row = s.find(field.entity, code);
        const bool is_new = makes && given.name == subject_field(c);  // judge_new_code
        if (is_new) continue;
        if (!row || !stands(s, field.entity, *row) ||
            (of_actor != nullptr && !of_actor->may_see(field.entity, *row)))
            not_in_ledger(c, field, code);
    }
}

// After the right to make such a thing: others are not told which codes there are.
void judge_new_code(const state& s, const command& c) {
    if (descriptor_of(c.kind).creates == entity_kind::none || c.corrects != 0) return;
    const field_descriptor& named_by = descriptor_of(subject_field(c));
    const auto code = c.text(named_by.id);
    if (!code || !s.find(named_by.entity, *code)) return;
    throw error{errc::duplicate,
                name_of(c) + ": " + std::string{named_by.name} + " " + std::string{*code} +
                    " is taken; codes are never reused",
                {{"command_name", name_of(c)},
                 {"field", std::string{named_by.name}},
                 {"value", std::string{*code}},
                 {"rule", "code_is_new"}}};
}

// ---- corrections --------------------------------------------------------------------------------

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
        case k::accept_explanation:
        case k::return_explanation:
        case k::find_cause:
        case k::answer_explanation:
        case k::waive_delay:
        case k::request_extension:
        case k::refuse_extension:
        case k::remind_task:
        case k::answer_obligation:
        case k::verify_result:
        case k::rate_task:
        case k::block_task:
        case k::unblock_task:
        case k::issue_document:
        case k::consult:
        case k::answer_consultation:
        case k::raise_recommendation:
        case k::repeat_recommendation:
        case k::judge_answer:
        case k::conclude:
        case k::observe_indicator:
        case k::complete_document_review:
        case k::drop_document_review:
        case k::receive_papers:
        case k::consider_item:
        case k::leave_post:
        case k::sign_event:
        case k::send_review:
        case k::comment_on_review:
        case k::close_review:
        case k::answer_recommendation:
        // in force at once
        case k::set_policy:
        case k::grant_access:
        case k::revoke_access:
        case k::add_access_class:
        case k::set_highest_class:
        case k::limit_extensions:
        case k::add_cause:
            return true;
        default:
            return false;
    }
}

row_number subject_of(const state& s, const command& c) {
    if (subject_kind(c.kind) == entity_kind::policy) return 0;
    if (subject_kind(c.kind) == entity_kind::attribute)
        return s.find(entity_kind::attribute, attribute_code(c)).value_or(no_row);
    return s.find(subject_kind(c.kind), *c.text(subject_field(c))).value_or(no_row);
}

void judge_correction(const state& s, const command& c, const sight* of_actor) {
    const std::string which = "event " + std::to_string(c.corrects);
    if (c.corrects == 0) return;
    if (!is_event(s, c.corrects, of_actor))
        refuse(c, "corrects_what", which + " is not in the ledger", "corrects");
    const event_record& last = s.events[static_cast<std::size_t>(c.corrects - 1)];
    if (last.corrected_by != 0)
        refuse(c, "corrected_once",
               which + " was corrected by event " + std::to_string(last.corrected_by) +
                   "; correct that one",
               "corrects");
    if (last.set_aside) return;  // whatever it was, this repairs it
    const event_record& old = s.events[stated_before(s, static_cast<seq_number>(c.corrects)) - 1];
    if (last.kind == k::void_event && (c.kind == k::void_event || old.set_aside))
        refuse(c, "corrects_what",
               which + " is itself a withdrawal" +
                   (old.set_aside ? std::string{}
                                  : "; " + std::string{descriptor_of(old.kind).name} +
                                        " that corrects it states again what it withdrew"),
               "corrects");
    if (old.kind == k::shred_event)
        refuse(c, "corrects_what", which + " destroyed words; that cannot be undone", "corrects");
    if (old.kind == k::sign_event)
        refuse(c, "corrects_what", which + " is a signature; sign again instead", "corrects");
    if (old.kind == k::close_review)
        refuse(c, "corrects_what",
               which + " closed a review; draft a new review that corrects it instead", "corrects");
    if (c.kind == k::void_event) return;
    if (c.kind != old.kind)
        refuse(c, "same_kind",
               which + " is " + std::string{descriptor_of(old.kind).name} +
                   "; a correction has the kind of what it replaces",
               "corrects");
    if (subject_kind(c.kind) != entity_kind::none && subject_of(s, c) != old.subject)
        refuse(c, "same_subject", which + " is about something else", "corrects");
}

// ---- the rest -----------------------------------------------------------------------------------

// Whether it is that task, or below it. Ends also on a record in which parts go round in a circle.
bool is_part_of(const state& s, row_number part, row_number whole) {
    const view head = head_view(s);
    row_number up = part;
    for (std::size_t steps = 0; up != no_row && steps <= s.tasks.size(); ++steps) {
        if (up == whole) return true;
        const auto* told = s.tasks[up].stated.at(head);
        up = told != nullptr ? told->value.parent : no_row;
    }
    return false;
}

void judge_link(const state& s, const command& c) {
    judge_stage(s, c);
    if (!c.has(f::after)) return;  // only a move that is tried
    const auto row = [&](f id) { return *s.find(entity_kind::task, *c.text(id)); };
    const row_number task = row(f::task), after = row(f::after);
    if (is_part_of(s, task, after) || is_part_of(s, after, task))
        throw error{errc::cycle,
                    name_of(c) + ": task " + s.tasks[task].code + " cannot depend on " +
                        s.tasks[after].code + ": it is the same task or a part of it",
                    {{"rule", "no_cycle"},
                     {"field", "after"},
                     {"task", s.tasks[after].code},
                     {"task", s.tasks[task].code}}};
}

// A continuous task has no day to be due on, and one from which on it stands.
void judge_precision(const command& c) {
    if (c.integer(f::deadline_precision) != static_cast<std::int64_t>(precision::continuous))
        return;
    if (c.has(f::deadline))
        throw error{errc::out_of_range,
                    name_of(c) + ": a continuous deadline has no day, but deadline is " +
                        to_text(*c.day(f::deadline)),
                    {{"command_name", name_of(c)},
                     {"field", "deadline_precision"},
                     {"rule", "out_of_range"}}};
    const auto fields = descriptor_of(c.kind).fields;
    if (!c.has(f::standing_from) &&
        std::ranges::count(fields, f::standing_from, &field_use::id) > 0)
        need(c, f::standing_from,
             "standing_from is needed: from which day on the task is continuous");
}

// A correction may move a task below another; not below itself or one of its parts. Longer ways
// round are for the ledger to find (guards.cpp).
void judge_parent(const state& s, const command& c) {
    const auto parent = c.text(f::parent_task);
    const auto self = s.find(entity_kind::task, *c.text(f::task));
    if (!parent || !self) return;
    const view head = head_view(s);
    const row_number whole = *s.find(entity_kind::task, *parent);
    if (is_part_of(s, whole, *self)) {
        std::string way = s.tasks[*self].code;
        for (row_number up = whole; up != *self; up = s.tasks[up].stated.at(head)->value.parent)
            way += " part of " + s.tasks[up].code;
        throw error{errc::cycle,
                    name_of(c) + ": task " + s.tasks[*self].code +
                        " would be a part of itself: " + way + " part of " + s.tasks[*self].code,
                    {{"rule", "no_cycle"}, {"command_name", name_of(c)}, {"field", "parent_task"}}};
    }
    // Nor below a task on which it or one of its parts depends, or which depends on them.
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
                         {"field", "parent_task"},
                         {"task", s.tasks[after].code},
                         {"task", s.tasks[task].code}}};
    }
}

// A meeting has one chair, and who is there is named once.
void judge_attendance(const state& s, const command& c) {
    if (!c.has(f::official) && !c.has(f::post) && !c.has(f::agency))
        need(c, f::official, "official, post or agency is needed");
    const auto row = [&](entity_kind kind, f id) {
        const auto code = c.text(id);
        return code ? *s.find(kind, *code) : no_row;
    };
    const row_number official = row(entity_kind::official, f::official),
                     post = row(entity_kind::post, f::post),
                     agency = row(entity_kind::agency, f::agency);
    const auto role = static_cast<meeting_role>(*c.integer(f::meeting_role));
    const meeting_record& m = s.meetings[row(entity_kind::meeting, f::meeting)];
    m.persons.each(head_view(s), [&](const auto& there) {
        if (c.corrects != 0 && there.seq == static_cast<seq_number>(c.corrects)) return;
        const auto& other = there.value;
        if (role == meeting_role::chair && other.role == meeting_role::chair)
            refuse(c, "one_chair", "meeting " + m.code + " has a chair already", "meeting_role");
        if (official != no_row
                ? other.official == official
                : other.official == no_row && other.post == post && other.agency == agency)
            refuse(c, "named_once",
                   std::string{descriptor_of(official != no_row ? f::official
                                             : post != no_row   ? f::post
                                                                : f::agency)
                                   .name} +
                       " " +
                       (official != no_row ? s.officials[official].code
                        : post != no_row   ? s.posts[post].code
                                           : s.agencies[agency].code) +
                       " is named in meeting " + m.code + " already",
                   official != no_row ? "official"
                   : post != no_row   ? "post"
                                      : "agency");
    });
}

// What a thing is called that has a first day, and from which day on it may be named: of some a
// command may speak ahead. Null: other rules look at it, or it needs no day.
struct beginning {
    const char* rule;
    const char* how;
};
const beginning* beginning_of(const command& c, const field_descriptor& field) {
    static constexpr beginning assigned{"not_before_assignment", " was assigned on "},
        held{"not_before_start", " was held on "}, begun{"not_before_start", " begins on "},
        raised{"not_before_it_was_raised", " was raised on "};
    if (c.kind == k::set_attribute) return nullptr;  // that belongs to the host
    switch (field.entity) {
        case entity_kind::task:  // what an item or the review of a document became
            return c.kind == k::add_item || c.kind == k::schedule_document_review ? nullptr
                                                                                  : &assigned;
        case entity_kind::meeting:  // for which a review is drafted
            return c.kind == k::draft_review ? nullptr : &held;
        case entity_kind::recommendation:
            return &raised;
        case entity_kind::conclusion:
        case entity_kind::programme:
        case entity_kind::post:
            return &begun;
        default:
            return nullptr;
    }
}

// Nothing is said of a thing, and nothing stands on it, before its first day.
void judge_beginnings(const state& s, const command& c) {
    const bool makes = descriptor_of(c.kind).creates != entity_kind::none;
    for (const field_value& given : c.values) {
        const field_descriptor& field = descriptor_of(given.name);
        if (field.type != value_type::code || (makes && given.name == subject_field(c))) continue;
        const beginning* begins = beginning_of(c, field);
        if (begins == nullptr) continue;
        const std::string& code = std::get<std::string>(given.content);
        const row_number row = *s.find(field.entity, code);
        const seq_number told = statement_seq(s, field.entity, row, head_view(s));
        if (told == 0) continue;
        if (const civil_day first = s.events[told - 1].effective_on; *c.effective_on < first)
            refuse(c, begins->rule,
                   std::string{mandate::name_of(field.entity)} + " " + code + begins->how +
                       to_text(first) + ", after " + to_text(*c.effective_on),
                   field.name);
    }
}

// Whether it fits to what stands besides it, whoever says it and whenever. `stood`: judge_task.
void judge_fit(const state& s, const command& c, bool stood) {
    judge_beginnings(s, c);
    judge_organisation(s, c);
    judge_document(s, c);
    judge_programme(s, c);
    judge_review(s, c);
    switch (c.kind) {
        case k::link_tasks:
            judge_link(s, c);
            break;
        case k::assign_task:
            judge_parent(s, c);
            [[fallthrough]];
        case k::record_placeholder:
            judge_precision(c);
            if (c.corrects != 0 && !stood)
                judge_first_deadline(s, c, *s.find(entity_kind::task, *c.text(f::task)),
                                     deadline_stated(c));
            break;
        case k::attend_meeting:
            judge_attendance(s, c);
            break;
        case k::except_day:
            if (c.day(f::pair_day) == c.day(f::day))
                throw error{
                    errc::out_of_range,
                    name_of(c) + ": " + to_text(*c.day(f::day)) + " cannot be swapped with itself",
                    {{"command_name", name_of(c)},
                     {"field", "pair_day"},
                     {"rule", "out_of_range"}}};
            break;
        case k::set_target:
            if (c.integer(f::target_high) && *c.integer(f::target_high) < *c.integer(f::target_low))
                throw error{errc::out_of_range,
                            name_of(c) + ": target_high is below target_low",
                            {{"command_name", name_of(c)},
                             {"field", "target_high"},
                             {"rule", "out_of_range"}}};
            break;
        default:
            if (c.kind == k::revise_deadline || c.kind == k::repeat_task) judge_precision(c);
            if (subject_kind(c.kind) == entity_kind::task)
                judge_task(s, c, stood);
            else
                judge_matter(s, c);
            break;
    }
}

}  // namespace

seq_number stated_before(const state& s, seq_number seq) {
    const event_record& e = s.events[seq - 1];
    if (e.kind != k::void_event || e.set_aside) return seq;
    seq_number before = e.place;  // the first at this place
    for (seq_number next = before; next != 0 && next != seq;
         next = s.events[before - 1].corrected_by)
        before = next;
    return before;
}

void judge(const state& s, const command& c, civil_day today, std::string_view actor) {
    require_covered(*c.effective_on, "effective_on");
    judge_actor(s, c, actor, today);  // first: to a stranger no refusal tells what there is
    if (c.kind == k::set_attribute) judge_attribute(c);
    const std::optional<sight> seen = sight_of_actor(s, actor, today);
    if (seen) judge_sight(s, c, *seen);
    const sight* const of_actor = seen ? &*seen : nullptr;
    judge_references(s, c, of_actor);
    judge_cause(s, c);
    judge_correction(s, c, of_actor);
    judge_permission(s, c, actor, today);
    judge_new_code(s, c);
    judge_office(s, c);
    if (has_happened(c.kind) && *c.effective_on > today)
        refuse(c, "not_in_the_future",
               to_text(*c.effective_on) + " is after today, " + to_text(today), "effective_on");
    judge_access(s, c, of_actor);
    judge_review_is_open(s, c);
    judge_fit(s, c, false);
    judge_part_of_blamed(s, c, of_actor);
}

void judge_again(const state& s, const command& c) {
    judge_references(s, c, nullptr);
    judge_cause(s, c);
    judge_fit(s, c, true);
    judge_part_of_blamed(s, c, nullptr);
}

}  // namespace mandate
