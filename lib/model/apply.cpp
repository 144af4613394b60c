#include "model/apply.hpp"

#include "mandate/base/error.hpp"
#include "model/apply_matter.hpp"
#include "model/apply_task.hpp"
#include "model/event_reader.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;

std::vector<std::string> aliases(const event_reader& r) {
    std::vector<std::string> all = r.texts(f::alias_vi);
    for (const f other : {f::alias_en, f::alias_tr})
        for (std::string& one : r.texts(other)) all.push_back(std::move(one));
    return all;
}

// Puts what the event says; returns the row it is about.
row_number put(state& s, const event& e, const standing& at, int utc_offset_minutes) {
    const event_reader r{s, e};
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
                                 r.day(f::announced_on).value_or(recorded), r.remarks()});
            s.day_facts.push_back(std::move(fact));
            return static_cast<row_number>(s.day_facts.size() - 1);
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
            withdraw_instances(s, old.subject, seq, by);
            withdraw_from(s.tasks, old.subject, seq, by);
            break;
        case entity_kind::consultation:
            withdraw_from(s.consultations, old.subject, seq, by);
            break;
        case entity_kind::attribute:
            withdraw_from(s.attributes, old.subject, seq, by);
            break;
        case entity_kind::policy:
            withdraw_from(s.policies, old.subject, seq, by);
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
