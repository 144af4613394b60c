#include "model/apply.hpp"

#include "mandate/base/error.hpp"
#include "model/apply_matter.hpp"
#include "model/apply_records.hpp"
#include "model/apply_task.hpp"
#include "model/event_reader.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;

// The number of the decision, as given or by its document.
std::string decision_text(const state& s, const event_reader& r) {
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

holiday_choice holidays_of(const state& s, const event_reader& r, const command& c) {
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
    const event_reader r{s, e};
    using k = command_kind;
    for (const auto put_record :
         {put_organisation, put_document, put_programme, put_access, put_review})
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
        case k::raise_recommendation:
        case k::answer_recommendation:
        case k::relate_recommendation:
        case k::repeat_recommendation:
        case k::judge_answer:
        case k::add_indicator:
        case k::set_target:
        case k::observe_indicator:
        case k::set_base:
        case k::consult:
        case k::answer_consultation:
        case k::set_attribute:
        case k::set_policy:
        case k::delegate_rights:
        case k::limit_extensions:
        case k::add_cause:
            return put_matter(s, at, r);
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
        default:
            return put_task(s, at, r);
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
        case k::repeat_recommendation:
        case k::judge_answer:
            return entity_kind::recommendation;
        case k::set_target:
        case k::observe_indicator:
        case k::set_base:
            return entity_kind::indicator;
        case k::answer_consultation:
            return entity_kind::consultation;
        case k::set_attribute:
            return entity_kind::attribute;
        case k::set_policy:
        case k::delegate_rights:
        case k::limit_extensions:
        case k::add_cause:
            return entity_kind::policy;
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
    if (old.set_aside) return;
    switch (old.kind) {
        case command_kind::except_day:
            withdraw_from(s.day_facts, old.subject, seq, by);
            break;
        case command_kind::set_work_calendar:
            withdraw_from(s.work_calendars, old.subject, seq, by);
            break;
        case command_kind::state_holidays:
            withdraw_from(s.holidays, old.subject, seq, by);
            break;
        default:
            break;
    }
    if (subject_kind(old.kind) == entity_kind::task) withdraw_instances(s, old.subject, seq, by);
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

void set_aside(state& s, command_kind kind, civil_day effective_on) {
    const auto seq = static_cast<seq_number>(s.revision() + 1);
    const std::int64_t recorded =
        seq == 1 ? 0 : s.events[seq - 2].recorded_at_us;  // it never decreases
    s.events.push_back({kind, no_row, effective_on, seq, 0, recorded, 0, true});
}

}  // namespace mandate
