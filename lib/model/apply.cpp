#include "model/apply.hpp"

#include "mandate/base/error.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;

// Reads the fields of one event as the state stores them.
class reader {
public:
    reader(const state& s, const event& e) : state_{s}, event_{e} {}

    std::string text(f id) const { return std::string{event_.command.text(id).value_or("")}; }
    std::vector<std::string> texts(f id) const {
        std::vector<std::string> all;
        for (const std::string_view one : event_.command.texts(id)) all.emplace_back(one);
        return all;
    }
    std::optional<civil_day> day(f id) const { return event_.command.day(id); }
    std::int64_t integer(f id, std::int64_t otherwise) const {
        return event_.command.integer(id).value_or(otherwise);
    }
    template <class Choice>
    Choice choice(f id, Choice otherwise) const {
        return static_cast<Choice>(integer(id, static_cast<std::int64_t>(otherwise)));
    }
    period span(f id) const { return parse_period(event_.command.text(id).value_or("")); }
    precision exact(f id) const {
        return static_cast<precision>(integer(id, static_cast<std::int64_t>(precision::day)));
    }
    row_number row(f id) const {
        const auto code = event_.command.text(id);
        return code ? find(id, *code) : no_row;
    }
    std::vector<row_number> rows(f id) const {
        std::vector<row_number> all;
        for (const std::string_view code : event_.command.texts(id)) all.push_back(find(id, code));
        return all;
    }
    words name() const { return {text(f::name_vi), text(f::name_en), text(f::name_tr)}; }
    words title() const { return {text(f::title_vi), text(f::title_en), text(f::title_tr)}; }
    words said() const { return {text(f::text_vi), text(f::text_en), text(f::text_tr)}; }
    remark remarks() const { return {texts(f::source), text(f::note)}; }

private:
    row_number find(f id, std::string_view code) const {
        const field_descriptor& d = descriptor_of(id);
        if (const auto found = state_.find(d.entity, code)) return *found;
        throw error{errc::damaged,
                    "event " + std::to_string(event_.seq) + ": " + std::string{d.name} + " " +
                        std::string{code} + " is not in the ledger",
                    {{"seq", std::to_string(event_.seq)}}};
    }

    const state& state_;
    const event& event_;
};

// The row a command is about: made new, or found.
template <class Row>
row_number subject(state& s, shared_rows<Row>& rows, entity_kind kind, const event& e, f id) {
    const std::string code{e.command.text(id).value_or("")};
    if (const auto found = s.find(kind, code)) return *found;
    const auto made = static_cast<row_number>(rows.size());
    Row row;
    row.code = code;
    rows.push_back(std::move(row));
    s.name(kind, code, made);
    return made;
}

std::vector<std::string> aliases(const reader& r) {
    std::vector<std::string> all = r.texts(f::alias_vi);
    for (const f other : {f::alias_en, f::alias_tr})
        for (std::string& one : r.texts(other)) all.push_back(std::move(one));
    return all;
}

task_record::due due(const reader& r, bool original) {
    return {r.day(f::deadline),
            r.exact(f::deadline_precision),
            r.text(f::deadline_as_stated),
            r.day(f::standing_from),
            original,
            r.row(f::decided_by),
            r.row(f::document),
            r.text(f::reason)};
}

void assign(task_record& t, const standing& at, const reader& r) {
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
task_record::holders reassigned(const reader& r) {
    task_record::holders next{r.rows(f::lead), {}};
    if (std::vector<row_number> named = r.rows(f::coordinating); !named.empty())
        next.coordinating = std::move(named);
    return next;
}

using activity = task_record::activity;

void put_on_task(task_record& t, const event& e, const standing& at, const reader& r,
                 seq_number known) {
    switch (e.command.kind) {
        case command_kind::assign_task:
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

// The number of the decision, as given or by its document.
std::string decision_text(const state& s, const reader& r) {
    std::string given = r.text(f::decision);
    const row_number document = r.row(f::document);
    if (!given.empty() || document == no_row) return given;
    const auto* told = s.documents[document].stated.at(head_view(s));
    return told != nullptr ? told->value.number : given;
}

std::uint8_t weekdays_of(const command& c) {
    unsigned bits = 0;
    for (const field_value& v : c.values)
        if (v.name == f::weekday) bits |= 1U << (std::get<std::int64_t>(v.content) - 1);
    return static_cast<std::uint8_t>(bits);
}

holiday_choice holidays_of(const state& s, const reader& r, const command& c) {
    holiday_choice choice;
    choice.year = static_cast<int>(r.integer(f::year, 0));
    if (c.has(f::tet_window)) choice.tet = r.choice(f::tet_window, tet_window::one_before);
    if (c.has(f::national_day_side))
        choice.national_day = r.choice(f::national_day_side, national_day_side::before);
    choice.decision = decision_text(s, r);
    return choice;
}

// The row of the ledger's calendar, or of the agency's, made new where there is none.
row_number calendar_row(state& s, row_number agency) {
    row_number row = 0;
    while (row < s.work_calendars.size() && s.work_calendars[row].agency != agency) ++row;
    if (row == s.work_calendars.size()) {
        work_calendar_record made;
        made.agency = agency;
        s.work_calendars.push_back(std::move(made));
    }
    return row;
}

// Puts what the event says; returns the row it is about.
row_number put(state& s, const event& e, const standing& at, int utc_offset_minutes) {
    const reader r{s, e};
    using k = command_kind;
    switch (e.command.kind) {
        case k::add_agency: {
            agency_record::statement told{r.name(),
                                          aliases(r),
                                          r.choice(f::agency_kind, agency_kind::agency),
                                          r.text(f::identifier_old),
                                          r.text(f::identifier_new),
                                          r.row(f::parent),
                                          r.rows(f::member),
                                          r.remarks()};
            const row_number row = subject(s, s.agencies, entity_kind::agency, e, f::agency);
            s.agencies.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::merge_agency: {
            const row_number row = r.row(f::agency);
            s.agencies.edit(row).merged.put(at, {r.row(f::into), r.row(f::document)});
            return row;
        }
        case k::add_official: {
            const row_number row = subject(s, s.officials, entity_kind::official, e, f::official);
            s.officials.edit(row).stated.put(at, {r.text(f::name_vi), r.remarks()});
            return row;
        }
        case k::add_post: {
            post_record::statement told{r.row(f::agency), r.name()};
            const row_number row = subject(s, s.posts, entity_kind::post, e, f::post);
            s.posts.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::hold_post: {
            const row_number row = r.row(f::official);
            s.officials.edit(row).holds.put(at, {r.row(f::post), r.day(f::until)});
            return row;
        }
        case k::add_document: {
            document_record::statement told{r.text(f::number),
                                            r.choice(f::document_kind, document_kind::other),
                                            r.row(f::issuer),
                                            r.day(f::dated),
                                            r.text(f::dated_as_stated),
                                            r.title(),
                                            static_cast<int>(r.integer(f::horizon, 0)),
                                            static_cast<int>(r.integer(f::vision, 0)),
                                            r.remarks()};
            const row_number row = subject(s, s.documents, entity_kind::document, e, f::document);
            s.documents.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::state_document_date: {
            const row_number row = r.row(f::document);
            s.documents.edit(row).dates.put(at, {*r.day(f::dated), r.remarks()});
            return row;
        }
        case k::relate_documents: {
            const row_number row = r.row(f::document);
            s.documents.edit(row).relations.put(
                at, {r.choice(f::relation, relation_kind::implements), r.row(f::to_document)});
            return row;
        }
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
                                 r.day(f::announced_on).value_or(recorded), r.remarks(),
                                 r.row(f::agency), r.day(f::pair_day), decision_text(s, r)});
            s.day_facts.push_back(std::move(fact));
            return static_cast<row_number>(s.day_facts.size() - 1);
        }
        case k::set_work_calendar: {
            const row_number row = calendar_row(s, r.row(f::agency));
            s.work_calendars.edit(row).stated.put(
                at, {weekdays_of(e.command), r.choice(f::holiday_rules, holiday_rules::viet_nam),
                     r.choice(f::holiday_history, history_kind::known), decision_text(s, r),
                     r.remarks()});
            return row;
        }
        case k::state_holidays: {
            const civil_day recorded = day_of(e.recorded_at_us, utc_offset_minutes);
            holidays_record decided;
            decided.stated.put(at, {holidays_of(s, r, e.command),
                                    r.day(f::announced_on).value_or(recorded), r.remarks()});
            s.holidays.push_back(std::move(decided));
            return static_cast<row_number>(s.holidays.size() - 1);
        }
        case k::void_event:
            return no_row;
        default: {  // the commands about a task
            const row_number row = e.command.kind == k::assign_task
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
    switch (kind) {
        case k::hold_post:
            return entity_kind::official;
        case k::merge_agency:
            return entity_kind::agency;
        case k::state_document_date:
        case k::relate_documents:
            return entity_kind::document;
        case k::attend_meeting:
            return entity_kind::meeting;
        case k::answer_recommendation:
        case k::relate_recommendation:
            return entity_kind::recommendation;
        case k::set_target:
        case k::observe_indicator:
            return entity_kind::indicator;
        case k::except_day:
        case k::set_work_calendar:
        case k::state_holidays:
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
    switch (subject_kind(old.kind)) {
        case entity_kind::agency:
            withdraw_from(s.agencies, old.subject, seq, by);
            break;
        case entity_kind::official:
            withdraw_from(s.officials, old.subject, seq, by);
            break;
        case entity_kind::post:
            withdraw_from(s.posts, old.subject, seq, by);
            break;
        case entity_kind::document:
            withdraw_from(s.documents, old.subject, seq, by);
            break;
        case entity_kind::meeting:
            withdraw_from(s.meetings, old.subject, seq, by);
            break;
        case entity_kind::conclusion:
            withdraw_from(s.conclusions, old.subject, seq, by);
            break;
        case entity_kind::task:
            withdraw_from(s.tasks, old.subject, seq, by);
            break;
        case entity_kind::link:
            withdraw_from(s.links, old.subject, seq, by);
            break;
        case entity_kind::recommendation:
            withdraw_from(s.recommendations, old.subject, seq, by);
            break;
        case entity_kind::indicator:
            withdraw_from(s.indicators, old.subject, seq, by);
            break;
        case entity_kind::none:
            if (old.kind == command_kind::except_day)
                withdraw_from(s.day_facts, old.subject, seq, by);
            else if (old.kind == command_kind::set_work_calendar)
                withdraw_from(s.work_calendars, old.subject, seq, by);
            else if (old.kind == command_kind::state_holidays)
                withdraw_from(s.holidays, old.subject, seq, by);
            break;
    }
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
    s.events.push_back({e.command.kind, row, at.effective_on, place, 0, e.recorded_at_us});
}

}  // namespace mandate
