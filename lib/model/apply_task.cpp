#include "model/apply_task.hpp"

#include "model/pending.hpp"
#include "model/place.hpp"

namespace mandate {
namespace {

using f = field;

task_record::due due(const event_reader& r, bool original) {
    task_record::due d;
    d.day = r.day(f::deadline);
    d.standing_from = r.day(f::standing_from);
    d.exact = r.exact(f::deadline_precision);
    d.original = original;
    std::string as_stated = r.text(f::deadline_as_stated);
    if (!as_stated.empty()) d.words.edit().as_stated = std::move(as_stated);
    // The documents of an assignment are the task's sources, not a decision on the date.
    if (original) return d;
    auto& words = d.words.edit();
    words.reason = r.text(f::reason);
    words.decided_by = r.row(f::decided_by);
    words.document = r.row(f::document);
    return d;
}

bool states_details(const command& c) {
    for (const field_value& v : c.values) switch (v.name) {
            case f::title_en:
            case f::title_tr:
            case f::meeting:
            case f::conclusion:
            case f::assigned_as_stated:
            case f::lead_as_stated:
            case f::coordinating_as_stated:
            case f::doubt:
            case f::product:
            case f::field_of_work:
            case f::indicator:
            case f::source:
            case f::note:
            case f::recurs:
                return true;
            default:
                break;
        }
    return false;
}

void assign(task_record& t, const standing& at, const event_reader& r) {
    task_record::statement told;
    told.title_vi = r.text(f::title_vi);
    told.documents = r.rows(f::document);
    told.assigner = r.row(f::assigner);
    told.assigned_precision = r.exact(f::assigned_precision);
    told.duration = static_cast<int>(r.integer(f::duration, 0));
    told.acceptance_asked =
        r.choice(f::acceptance, acceptance_kind::asked) == acceptance_kind::asked;
    told.parent = r.row(f::parent_task);
    told.priority = r.choice(f::priority, priority_kind::normal);
    if (states_details(r.of().command)) {
        task_record::details& rare = told.rare.edit();
        rare.title_en = r.text(f::title_en);
        rare.title_tr = r.text(f::title_tr);
        rare.meeting = r.row(f::meeting);
        rare.conclusion = r.row(f::conclusion);
        rare.assigned_as_stated = r.text(f::assigned_as_stated);
        rare.lead_as_stated = r.text(f::lead_as_stated);
        rare.coordinating_as_stated = r.text(f::coordinating_as_stated);
        rare.doubt = r.text(f::doubt);
        rare.product = r.text(f::product);
        rare.field_of_work = r.text(f::field_of_work);
        rare.indicators = r.rows(f::indicator);
        rare.said = r.remarks();
        rare.recurs = r.choice(f::recurs, recurrence_kind{});
    }
    t.stated.put(at, std::move(told));
    t.held.put(at, {r.rows(f::lead), small_list<row_number>{r.rows(f::coordinating)}});
    t.deadline.put(at, due(r, true));
}

// Whoever coordinated goes on unless the command names others.
task_record::holders reassigned(const event_reader& r) {
    task_record::holders next{r.rows(f::lead), {}};
    if (std::vector<row_number> named = r.rows(f::coordinating); !named.empty())
        next.coordinating = small_list<row_number>{std::move(named)};
    return next;
}

using activity = task_record::activity;

// The moves that were there from the first version on.
bool put_move(task_record& t, const standing& at, const event_reader& r, seq_number known) {
    const event& e = r.of();
    const view head{last_day, known};
    // The one that waits. A corrected decision answers what the one before it at this place did.
    const auto answered_submission = [&] {
        const seq_number old = submission_answered_at(t, at.place);
        return old != 0 ? old : pending_submission(t, head);
    };
    using k = command_kind;
    switch (e.command.kind) {
        case k::reassign_task:
            t.held.put(at, reassigned(r));
            return true;
        case k::revise_deadline:
            t.deadline.put(at, due(r, false));
            return true;
        case k::report_progress:
            t.after.edit().reports.put(at, {r.row(f::agency), r.count(f::percent),
                                            r.count(f::remaining), r.text(f::text)});
            return true;
        case k::submit_task:
            t.after.edit().submissions.put(at, {r.row(f::agency), r.text(f::text)});
            return true;
        case k::accept_task: {
            const seq_number place = answered_submission();
            t.after.edit().decisions.put(
                at, {true, r.choice(f::quality, quality_kind{}), place, r.text(f::text)});
            return true;
        }
        case k::return_task: {
            const seq_number place = answered_submission();
            t.after.edit().decisions.put(at, {false, quality_kind{}, place, r.text(f::reason)});
            return true;
        }
        case k::complete_task:
            t.after.edit().completions.put(at,
                                           {r.row(f::agency), r.row(f::document), r.text(f::text)});
            return true;
        case k::suspend_task:
            t.after.edit().conditions.put(at, {activity::suspended, r.text(f::reason)});
            return true;
        case k::resume_task:
            t.after.edit().conditions.put(at, {activity::active, r.text(f::reason)});
            return true;
        case k::cancel_task:
            t.after.edit().conditions.put(at, {activity::cancelled, r.text(f::reason)});
            return true;
        case k::plan_task:
            t.after.edit().planned.put(at, r.span(f::period));
            return true;
        case k::mark_key_task:
            t.after.edit().key.put(at, r.span(f::period));
            return true;
        default:
            return false;
    }
}

// Delays: what was asked, explained, found and decided about them.
bool put_delay(task_record& t, const standing& at, const event_reader& r, seq_number known) {
    const event& e = r.of();
    const view then{at.effective_on, known};
    using k = command_kind;
    switch (e.command.kind) {
        case k::explain_delay:
            t.after.edit().explanations.put(
                at, {r.row(f::agency), r.row(f::responsible), r.row(f::responsible_official),
                     r.row(f::blamed), r.text(f::cause), r.text(f::text), r.text(f::measures),
                     r.text(f::remedy), r.day(f::proposed_deadline)});
            return true;
        case k::accept_explanation:
        case k::return_explanation: {
            const bool accepted = e.command.kind == k::accept_explanation;
            seq_number place = explanation_answered_at(t, at.place);
            if (place == 0) place = explanation_to_answer(t, then);
            t.after.edit().explanation_decisions.put(
                at, {accepted, place, r.row(f::agency), r.text(accepted ? f::text : f::reason)});
            return true;
        }
        case k::find_cause:
            t.after.edit().found_causes.put(at,
                                            {r.row(f::agency), r.text(f::cause), r.text(f::text)});
            return true;
        case k::answer_explanation:
            t.after.edit().rejoinders.put(at, {r.row(f::agency), r.text(f::text)});
            return true;
        case k::waive_delay:
            t.after.edit().waivers.put(at, {r.row(f::decided_by), r.row(f::document),
                                            r.text(f::cause), r.text(f::reason)});
            return true;
        case k::request_extension:
            t.after.edit().extension_requests.put(
                at, {r.row(f::agency), *r.day(f::proposed_deadline), r.text(f::reason)});
            return true;
        case k::refuse_extension: {
            seq_number place = request_answered_at(t, at.place);
            if (place == 0) place = request_to_answer(t, then);
            t.after.edit().extension_refusals.put(
                at, {place, r.row(f::decided_by), r.row(f::document), r.text(f::reason)});
            return true;
        }
        case k::remind_task:
            t.after.edit().reminders.put(
                at, {r.row(f::agency), r.rows(f::addressed_to), r.text(f::number), r.text(f::text),
                     r.row(f::document)});
            return true;
        default:
            return false;
    }
}

// What belongs to the task besides its own life: parts of agencies, conditions, documents.
void put_part(task_record& t, const standing& at, const event_reader& r) {
    using k = command_kind;
    switch (r.of().command.kind) {
        case k::state_obligation:
            t.after.edit().obligations.put(
                at, {r.row(f::agency), r.choice(f::assignment_role, assignment_role::coordinating),
                     r.text(f::obligation), r.day(f::deadline), r.exact(f::deadline_precision),
                     r.text(f::deadline_as_stated)});
            break;
        case k::answer_obligation:
            t.after.edit().answers.put(at, {r.row(f::agency), r.row(f::document), r.text(f::text)});
            break;
        case k::verify_result:
            t.after.edit().verifications.put(
                at, {r.row(f::agency), r.choice(f::verdict, verdict_kind::confirmed),
                     r.count(f::percent), r.text(f::text)});
            break;
        case k::rate_task:
            t.after.edit().ratings.put(
                at, {r.row(f::agency), r.choice(f::quality, quality_kind::meets), r.text(f::text)});
            break;
        case k::block_task:
            t.after.edit().blocks.put(
                at, {r.row(f::owed_by), r.text(f::condition), r.day(f::answer_due)});
            break;
        case k::unblock_task:
            t.after.edit().unblocks.put(at, {r.text(f::condition), r.text(f::text)});
            break;
        case k::expect_document:
            t.after.edit().expected.put(at, {r.text(f::expected), r.row(f::issuer), r.title()});
            break;
        case k::issue_document:
            t.after.edit().issued.put(at, {r.text(f::expected), r.row(f::document)});
            break;
        case k::schedule_task:
            t.after.edit().work_plans.put(
                at, {static_cast<int>(r.integer(f::duration, 0)), r.integer(f::milestone, 1) == 2,
                     r.count(f::optimistic), r.count(f::pessimistic), r.day(f::not_before),
                     r.day(f::must_start), r.day(f::not_after), r.row(f::decided_by),
                     r.text(f::reason)});
            break;
        case k::set_priority:
            t.after.edit().priorities.put(at, {r.choice(f::priority, priority_kind::normal),
                                               r.row(f::decided_by), r.text(f::reason)});
            break;
        case k::charge_official:
            t.after.edit().charges.put(at, {r.row(f::agency), r.row(f::official)});
            break;
        default:
            break;
    }
}

// ---- instances ----------------------------------------------------------------------------------

struct instance {
    std::string code;
    row_number agency = no_row;
    std::optional<period> span;
    std::optional<task_record::due> due{};  ///< stated for this period
};

std::vector<instance> instances_of(const state& s, const event_reader& r, std::string_view task) {
    std::vector<instance> all;
    if (r.of().command.kind == command_kind::fan_out_task)
        for (const row_number a : r.rows(f::agency))
            all.push_back({instance_code(task, s.agencies[a].code), a, {}});
    else
        for (const period& span : r.spans(f::period)) {
            all.push_back({instance_code(task, to_text(span)), no_row, span});
            if (r.day(f::deadline)) all.back().due = due(r, true);
        }
    return all;
}

// An instance says what its task says, is a part of it, and is held by its agency or falls due
// with its period. So it goes its own way from there on.
row_number make_instance(state& s, const standing& at, row_number of, const instance& made,
                         seq_number known) {
    const auto now = [&](const auto& attribute) {
        const auto* counts = said_before(attribute, at, known);
        if (counts == nullptr)
            throw error{errc::damaged, "task " + s.tasks[of].code + " was withdrawn before"};
        return *counts;
    };
    task_record::statement told = now(s.tasks[of].stated);
    task_record::holders held = now(s.tasks[of].held);
    // Who coordinates where the last word does not say.
    if (!held.coordinating) held.coordinating.emplace();
    s.tasks[of].held.each({last_day, known}, [&](const auto& h) {
        if (h.value.coordinating && is_before(h, at)) held.coordinating = h.value.coordinating;
    });
    task_record::due due = now(s.tasks[of].deadline);
    told.parent = of;
    told.instance = true;
    auto& rare = told.rare.edit();
    rare.recurs = {};
    rare.instance_for = made.agency;
    rare.instance_of_period = made.span;
    if (made.agency != no_row) {
        held.leads = {made.agency};
        small_list<row_number> others;
        for (const row_number one : *held.coordinating)
            if (one != made.agency) others.push_back(one);
        held.coordinating = std::move(others);
        rare.lead_as_stated.clear();
    }
    if (made.span) {
        due = made.due.value_or(task_record::due{});
        if (!made.due) due.day = made.span->last();
    }
    due.original = true;

    row_number row = s.find(entity_kind::task, made.code).value_or(no_row);
    if (row == no_row) {
        row = static_cast<row_number>(s.tasks.size());
        task_record fresh;
        fresh.code = made.code;
        s.tasks.push_back(std::move(fresh));
        s.name(entity_kind::task, made.code, row);
    }
    task_record& t = s.tasks.edit(row);
    t.stated.put(at, std::move(told));
    t.held.put(at, std::move(held));
    t.deadline.put(at, std::move(due));
    if (made.span) t.after.edit().planned.put(at, *made.span);
    return row;
}

// What is classified stays so in its instances: they repeat its words.
void mark_instances(state& s, const standing& at, row_number of,
                    const std::vector<row_number>& instances) {
    const view head{last_day, s.revision()};
    const seq_number stated = statement_seq(s, entity_kind::task, of, head);
    for (row_number c = 0; c < s.access_classes.size(); ++c) {
        std::optional<bool> placeholder;
        s.access_classes[c].marks.each(head, [&](const auto& m) {
            if (m.value.kind == entity_kind::task && m.value.row == of && m.seq == stated)
                placeholder = m.value.placeholder;
        });
        if (!placeholder) continue;
        for (const row_number row : instances)
            s.access_classes.edit(c).marks.put(at, {entity_kind::task, row, *placeholder});
    }
}

row_number put_instances(state& s, const standing& at, const event_reader& r) {
    const row_number of = r.row(f::task);
    task_record::fan_out all;
    for (const instance& one : instances_of(s, r, s.tasks[of].code))
        all.instances.push_back(make_instance(s, at, of, one, s.revision()));
    mark_instances(s, at, of, all.instances);
    auto& life = s.tasks.edit(of).after.edit();
    life.has_parts = true;
    life.fan_outs.put(at, std::move(all));
    return of;
}

}  // namespace

std::string instance_code(std::string_view task, std::string_view of) {
    std::string code{task};
    code += '/';
    code += of;
    return code;
}

std::vector<std::string> instance_codes(const command& c) {
    std::vector<std::string> all;
    const std::string_view task = c.text(f::task).value_or("");
    if (c.kind == command_kind::fan_out_task)
        for (const std::string_view agency : c.texts(f::agency))
            all.push_back(instance_code(task, agency));
    if (c.kind == command_kind::repeat_task)
        for (const std::string_view span : c.texts(f::period))
            all.push_back(instance_code(task, to_text(parse_period(span))));
    return all;
}

row_number put_task(state& s, const standing& at, const event_reader& r) {
    const event& e = r.of();
    if (descriptor_of(e.command.kind).creates == entity_kind::task) {
        const row_number row = subject(s, s.tasks, entity_kind::task, e, f::task);
        assign(s.tasks.edit(row), at, r);
        if (const row_number whole = r.row(f::parent_task); whole != no_row)
            s.tasks.edit(whole).after.edit().has_parts = true;
        return row;
    }
    if (e.command.kind == command_kind::fan_out_task || e.command.kind == command_kind::repeat_task)
        return put_instances(s, at, r);
    const row_number row = r.row(f::task);
    task_record& t = s.tasks.edit(row);
    if (!put_move(t, at, r, s.revision()) && !put_delay(t, at, r, s.revision())) put_part(t, at, r);
    return row;
}

void withdraw_instances(state& s, row_number task, seq_number seq, seq_number by) {
    for (const auto& made : s.tasks[task].life().fan_outs.all()) {
        if (made.seq != seq) continue;
        for (const row_number row : made.value.instances)
            s.tasks.edit(row).attributes([&](auto& attribute) { attribute.withdraw(seq, by); });
    }
}

}  // namespace mandate
