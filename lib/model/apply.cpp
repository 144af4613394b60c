#include "model/apply.hpp"

#include "mandate/base/error.hpp"
#include "model/apply_records.hpp"
#include "model/event_reader.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;

task_record::due due(const event_reader& r, bool original) {
    return {r.day(f::deadline),
            r.exact(f::deadline_precision),
            r.text(f::deadline_as_stated),
            r.day(f::standing_from),
            original,
            r.row(f::decided_by),
            r.row(f::document),
            r.text(f::reason)};
}

void assign(task_record& t, const standing& at, const event_reader& r) {
    task_record::statement told;
    told.title = r.title();
    told.documents = r.rows(f::document);
    told.meeting = r.row(f::meeting);
    told.conclusion = r.row(f::conclusion);
    told.assigner = r.row(f::assigner);
    told.assigned_as_stated = r.text(f::assigned_as_stated);
    told.assigned_precision = r.exact(f::assigned_precision);
    told.lead_as_stated = r.text(f::lead_as_stated);
    told.coordinating_as_stated = r.text(f::coordinating_as_stated);
    told.doubt = r.text(f::doubt);
    told.product = r.text(f::product);
    told.field_of_work = r.text(f::field_of_work);
    told.duration = static_cast<int>(r.integer(f::duration, 0));
    told.acceptance_asked =
        r.choice(f::acceptance, acceptance_kind::asked) == acceptance_kind::asked;
    told.parent = r.row(f::parent_task);
    told.indicators = r.rows(f::indicator);
    told.said = r.remarks();
    t.stated.put(at, std::move(told));
    t.held.put(at, {r.rows(f::lead), r.rows(f::coordinating)});
    task_record::due first = due(r, true);
    first.document = no_row;  // its documents are the task's sources, not a decision on the date
    t.deadline.put(at, std::move(first));
}

// The place of the submission that a decision answers: the one that waits. A corrected decision
// answers what the one before it answered.
seq_number answered_submission(const task_record& t, const event& e, seq_number known) {
    for (const auto& old : t.decisions.all())
        if (e.command.corrects != 0 && old.seq == e.command.corrects) return old.value.submission;
    const view head{last_day, known};
    seq_number place = 0;
    t.submissions.each(head, [&](const auto& submission) {
        bool answered = false;
        t.decisions.each(
            head, [&](const auto& d) { answered |= d.value.submission == submission.place; });
        if (!answered) place = submission.place;
    });
    return place;
}

// Whoever coordinated goes on unless the command names others.
task_record::holders reassigned(const event_reader& r) {
    task_record::holders next{r.rows(f::lead), {}};
    if (std::vector<row_number> named = r.rows(f::coordinating); !named.empty())
        next.coordinating = std::move(named);
    return next;
}

using activity = task_record::activity;

void put_on_task(task_record& t, const event& e, const standing& at, const event_reader& r,
                 seq_number known) {
    switch (e.command.kind) {
        case command_kind::assign_task:
        case command_kind::record_placeholder:
            assign(t, at, r);
            break;
        case command_kind::reassign_task:
            t.held.put(at, reassigned(r));
            break;
        case command_kind::revise_deadline:
            t.deadline.put(at, due(r, false));
            break;
        case command_kind::report_progress: {
            const auto percent = e.command.integer(f::percent);
            t.reports.put(at, {r.row(f::agency),
                               percent ? std::optional{static_cast<int>(*percent)} : std::nullopt,
                               r.text(f::text)});
            break;
        }
        case command_kind::submit_task:
            t.submissions.put(at, {r.row(f::agency), r.text(f::text)});
            break;
        case command_kind::accept_task:
            t.decisions.put(at, {true, r.choice(f::quality, quality_kind{}),
                                 answered_submission(t, e, known), r.text(f::text)});
            break;
        case command_kind::return_task:
            t.decisions.put(
                at, {false, quality_kind{}, answered_submission(t, e, known), r.text(f::reason)});
            break;
        case command_kind::complete_task:
            t.completions.put(at, {r.row(f::agency), r.row(f::document), r.text(f::text)});
            break;
        case command_kind::suspend_task:
            t.conditions.put(at, {activity::suspended, r.text(f::reason)});
            break;
        case command_kind::resume_task:
            t.conditions.put(at, {activity::active, r.text(f::reason)});
            break;
        case command_kind::cancel_task:
            t.conditions.put(at, {activity::cancelled, r.text(f::reason)});
            break;
        case command_kind::explain_delay:
            t.explanations.put(
                at, {r.row(f::agency), r.row(f::responsible), r.row(f::responsible_official),
                     r.text(f::cause), r.text(f::text), r.text(f::remedy),
                     r.day(f::proposed_deadline)});
            break;
        case command_kind::plan_task:
            t.planned.put(at, r.span(f::period));
            break;
        case command_kind::mark_key_task:
            t.key.put(at, r.span(f::period));
            break;
        default:
            break;
    }
}

// Puts what the event says; returns the row it is about.
row_number put(state& s, const event& e, const standing& at, int utc_offset_minutes) {
    const event_reader r{s, e};
    using k = command_kind;
    for (const auto put_record : {put_organisation, put_document, put_programme, put_access})
        if (const auto row = put_record(s, e, at, r)) return *row;
    switch (e.command.kind) {
        case k::hold_meeting: {
            meeting_record::statement told{r.name(), r.row(f::body), {}};
            if (e.command.has(f::period)) told.reviews = r.span(f::period);
            const row_number row = subject(s, s.meetings, entity_kind::meeting, e, f::meeting);
            s.meetings.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::attend_meeting: {
            const row_number row = r.row(f::meeting);
            s.meetings.edit(row).persons.put(
                at, {r.choice(f::meeting_role, meeting_role::attendee), r.row(f::official),
                     r.row(f::post), r.row(f::agency)});
            return row;
        }
        case k::conclude: {
            conclusion_record::statement told{r.row(f::meeting),
                                              r.choice(f::conclusion_kind, conclusion_kind::task),
                                              r.said(), r.rows(f::addressed_to)};
            const row_number row =
                subject(s, s.conclusions, entity_kind::conclusion, e, f::conclusion);
            s.conclusions.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::link_tasks: {
            link_record::statement told{r.row(f::task), r.row(f::after),
                                        r.choice(f::link_type, link_kind::finish_start),
                                        static_cast<int>(r.integer(f::lag, 0)),
                                        r.choice(f::lag_unit, lag_unit::working_days)};
            const row_number row = subject(s, s.links, entity_kind::link, e, f::link);
            s.links.edit(row).stated.put(at, told);
            return row;
        }
        case k::raise_recommendation: {
            recommendation_record::statement told{
                r.said(),
                r.rows(f::raised_by),
                r.rows(f::addressed_to),
                r.text(f::raised_by_as_stated),
                r.text(f::topic),
                r.choice(f::recommendation_kind, recommendation_kind{}),
                r.row(f::meeting)};
            const row_number row =
                subject(s, s.recommendations, entity_kind::recommendation, e, f::recommendation);
            s.recommendations.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::answer_recommendation: {
            const row_number row = r.row(f::recommendation);
            const std::string words_given =
                e.command.has(f::text) ? r.text(f::text) : r.text(f::reason);
            s.recommendations.edit(row).answers.put(
                at, {r.choice(f::recommendation_status, recommendation_status::noted),
                     r.row(f::agency), r.row(f::task), r.row(f::document), words_given});
            return row;
        }
        case k::relate_recommendation: {
            const row_number row = r.row(f::recommendation);
            s.recommendations.edit(row).related.put(at, r.row(f::task));
            return row;
        }
        case k::add_indicator: {
            indicator_record::statement told{
                r.name(), r.text(f::unit),
                r.choice(f::direction, indicator_direction::higher_is_better), r.remarks()};
            const row_number row =
                subject(s, s.indicators, entity_kind::indicator, e, f::indicator);
            s.indicators.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::set_target: {
            const row_number row = r.row(f::indicator);
            const std::int64_t low = r.integer(f::target_low, 0);
            s.indicators.edit(row).targets.put(at, {r.row(f::agency), r.span(f::period), low,
                                                    r.integer(f::target_high, low), r.remarks()});
            return row;
        }
        case k::observe_indicator: {
            const row_number row = r.row(f::indicator);
            s.indicators.edit(row).observations.put(
                at, {r.row(f::agency), r.span(f::period), r.integer(f::value, 0), r.remarks()});
            return row;
        }
        case k::except_day: {
            const civil_day recorded = day_of(e.recorded_at_us, utc_offset_minutes);
            day_fact_record fact;
            fact.stated.put(at, {*r.day(f::day), r.choice(f::day_kind, day_kind::off), r.name(),
                                 r.day(f::announced_on).value_or(recorded), r.remarks()});
            s.day_facts.push_back(std::move(fact));
            return static_cast<row_number>(s.day_facts.size() - 1);
        }
        case k::void_event:
            return no_row;
        default: {  // the commands about a task
            const row_number row = descriptor_of(e.command.kind).creates == entity_kind::task
                                       ? subject(s, s.tasks, entity_kind::task, e, f::task)
                                       : r.row(f::task);
            put_on_task(s.tasks.edit(row), e, at, r, s.revision());
            return row;
        }
    }
}

template <class Row>
void withdraw_from(shared_rows<Row>& rows, row_number row, seq_number seq, seq_number by) {
    rows.edit(row).attributes([&](auto& attribute) { attribute.withdraw(seq, by); });
}

}  // namespace

entity_kind subject_kind(command_kind kind) noexcept {
    using k = command_kind;
    if (const auto found = record_subject_kind(kind)) return *found;
    switch (kind) {
        case k::attend_meeting:
            return entity_kind::meeting;
        case k::answer_recommendation:
        case k::relate_recommendation:
            return entity_kind::recommendation;
        case k::set_target:
        case k::observe_indicator:
            return entity_kind::indicator;
        case k::except_day:
        case k::void_event:
            return entity_kind::none;
        default: {
            const entity_kind made = descriptor_of(kind).creates;
            return made == entity_kind::none ? entity_kind::task : made;
        }
    }
}

namespace {

void withdraw(state& s, seq_number seq, seq_number by) {
    event_record& old = s.events.edit(seq - 1);
    old.corrected_by = by;
    if (old.kind == command_kind::except_day) withdraw_from(s.day_facts, old.subject, seq, by);
    with_rows(s, subject_kind(old.kind),
              [&](auto& rows) { withdraw_from(rows, old.subject, seq, by); });
}

}  // namespace

void apply(state& s, const event& e, int utc_offset_minutes) {
    const auto seq = static_cast<seq_number>(e.seq);
    const auto corrects = static_cast<seq_number>(e.command.corrects);
    if (corrects > s.revision())
        throw error{errc::damaged,
                    "event " + std::to_string(e.seq) + " corrects event " +
                        std::to_string(corrects) + ", which is not before it",
                    {{"seq", std::to_string(e.seq)}}};
    const seq_number place = corrects != 0 ? s.events[corrects - 1].place : seq;
    const standing at{*e.command.effective_on, place, seq};
    if (corrects != 0) withdraw(s, corrects, seq);
    const row_number row = put(s, e, at, utc_offset_minutes);
    put_marks(s, e, at, event_reader{s, e}, row);
    s.events.push_back({e.command.kind, row, at.effective_on, place, 0, e.recorded_at_us});
}

}  // namespace mandate
