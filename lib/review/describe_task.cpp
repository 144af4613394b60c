#include "review/describe_task.hpp"

#include "model/delay_causes.hpp"
#include "model/destroyed_words.hpp"
#include "model/handed_over.hpp"
#include "model/matter_rules.hpp"
#include "model/part_in_task.hpp"
#include "model/pending.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/review_line.hpp"

namespace mandate {
namespace {

stated_deadline deadline_of(const task_record::due& d) {
    return {d.said().as_stated, d.day, d.exact, d.standing_from};
}

void describe_deadlines(const lens& through, const reviewed_task& t, review_task& out) {
    const task_record& record = through.record.tasks[t.row];
    out.original = deadline_of(*t.now.original);
    out.current = deadline_of(*t.now.current);
    std::optional<civil_day> before;
    record.deadline.each(through.times, [&](const auto& v) {
        const task_record::due& d = v.value;
        const stated_deadline old =
            out.revisions.empty() ? out.original : out.revisions.back().deadline;
        if (!d.original)
            out.revisions.push_back(
                {v.effective_on, deadline_of(d),
                 through.agency_if(who_revised(through.record, t.row, v, through.times.known)),
                 through.code(entity_kind::document, d.said().document), d.said().reason,
                 before.has_value() && *before < v.effective_on,
                 d.said().document != no_row &&
                     !through.may_see(entity_kind::document, d.said().document)});
        if (d.day)
            out.deadline_removed.reset();
        else if (before && !d.original)
            out.deadline_removed =
                removed_deadline{static_cast<std::int64_t>(v.seq), out.revisions.back(), old};
        before = d.day;
    });
    if (is_open(out.at_cut_off))
        out.working_days_since_assignment =
            through.calendar().count(out.assigned_on, through.times.as_of);
}

void describe_progress(const lens& through, const reviewed_task& t, review_task& out) {
    const task_record& record = through.record.tasks[t.row];
    each_report_of_task(record, through.times, [&](const auto& r) {
        out.reported_on = r.effective_on;
        if (r.value.percent) out.percent = r.value.percent;
        if (!r.value.text.empty()) out.result = r.value.text;
    });
    if (t.now.submitted != nullptr) {
        out.submitted_on = t.now.submitted->effective_on;
        if (!t.now.submitted->value.text.empty()) out.result = t.now.submitted->value.text;
    }
    if (const auto* done = record.life().completions.at(through.times))
        if (!done->value.text.empty()) out.result = done->value.text;
    if (t.now.accepted != nullptr)
        out.quality = choice_name(field::quality, static_cast<int>(t.now.accepted->quality));
    out.awaiting_acceptance = t.now.awaiting_acceptance && is_open(out.at_cut_off);
    out.finished_on = t.now.finished_on;
    out.times_returned = t.now.times_returned;
    if (t.now.condition != nullptr && t.now.condition->value.now != task_record::activity::active)
        out.reason = t.now.condition->value.reason;
}

// What others said to an explanation.
void complete_explanation(const lens& through, const task_record& record,
                          const version<task_record::explanation>& e, explanation& out) {
    const auto& life = record.life();
    const view heard = through.heard();
    life.explanation_decisions.each(heard, [&](const auto& d) {
        if (d.value.explanation == e.place) out.accepted = d.value.accepted;
    });
    const auto name_of_cause = [&](const std::string& key) {
        const auto* own = own_cause(through.record, key, heard);
        return own != nullptr ? through.text(own->name) : multilingual{};
    };
    out.cause_name = name_of_cause(e.value.cause);
    if (const auto* found = life.found_causes.at(heard)) {
        out.found_cause_name = name_of_cause(found->value.cause);
        out.found_cause = found->value.cause;
        out.found_text = found->value.text;
    }
    const auto owers = answerers_of(through.record, record, e, heard);
    if (!owers.empty()) out.rejoinder_by = through.agency_if(owers.back());
    if (const auto* r = rejoinder_to(through.record, record, e, heard)) {
        out.rejoinder = r->value.text;
        out.rejoinder_on = r->effective_on;
        out.rejoinder_by = through.agency_if(r->value.agency);
    }
}

void describe_lateness(const lens& through, const reviewed_task& t, review_task& out) {
    if (const auto until = late_until(t.now, through.times.as_of))
        out.working_days_late = through.calendar().count(*t.now.current->day, *until);
    if (const auto* e = through.record.tasks[t.row].life().explanations.at(through.heard())) {
        const task_record::explanation& told = e->value;
        std::string person;
        if (told.responsible_official != no_row) {
            const official_record& o = through.record.officials[told.responsible_official];
            if (const auto* who = statement_of(o, through.times)) person = who->value.name;
        }
        out.explained = explanation{e->effective_on,
                                    through.agency_if(told.agency),
                                    told.cause,
                                    told.text,
                                    through.agency_if(told.responsible),
                                    person,
                                    told.remedy,
                                    told.proposed,
                                    told.measures,
                                    {},
                                    {},
                                    {},
                                    through.agency_if(told.blamed),
                                    {},
                                    {},
                                    {},
                                    {}};
        complete_explanation(through, through.record.tasks[t.row], *e, *out.explained);
    }
    // That of a whole, where the review counts it.
    const row_number with = has_missed(out.at_end) ? waived_with(through, t.row) : t.row;
    if (with == no_row || !through.may_see(entity_kind::task, with)) return;
    if (const auto* w = through.record.tasks[with].life().waivers.at(through.times))
        out.waiver = delay_waiver{w->effective_on, through.agency_if(w->value.decided_by),
                                  w->value.cause, w->value.reason};
}

std::vector<asked_opinion> opinions_on(const lens& through, const std::vector<row_number>& rows) {
    const state& s = through.record;
    std::vector<asked_opinion> all;
    for (const row_number i : rows) {
        const consultation_record& record = s.consultations[i];
        const auto* told = record.stated.at(through.times);
        for (const opinion& asked : opinions_told(through, i)) {
            asked_opinion one{record.code,
                              through.agency(asked.agency),
                              told->value.number,
                              told->effective_on,
                              told->value.answer_due,
                              {},
                              {}};
            if (const auto* a = asked.answer; a != nullptr) {
                one.answered_on = a->effective_on;
                one.opinion = choice_name(field::opinion, static_cast<int>(a->value.opinion));
            }
            const auto owed = owed_by(through, s.tasks[told->value.task], one.due);
            if (!one.answered_on && owed && *owed < through.times.as_of)
                one.opinion = choice_name(field::silence, static_cast<int>(told->value.silence));
            all.push_back(std::move(one));
        }
    }
    return all;
}

// What stands beside the task's own life: who else owes what.
void describe_surroundings(const lens& through, const reviewed_task& t,
                           const consultations_by_task& asked, review_task& out) {
    const task_record& record = through.record.tasks[t.row];
    const auto& life = record.life();
    out.priority = priority_of(record, through.times);
    for (const auto* b : standing_blocks(record, through.times))
        out.conditions.push_back({std::string{words_in(b->value.condition)},
                                  through.agency_if(b->value.owed_by), b->effective_on,
                                  b->value.due});
    for (const part_of_task& part : parts_of(through, record, t.now))
        if (part.role == assignment_role::coordinating && part.its_class)
            out.parts.push_back(
                {through.agency(part.agency), part.obligation, part.due, *part.its_class,
                 part.answer == nullptr ? std::nullopt : std::optional{part.answer->effective_on}});
    if (const auto on = asked.find(t.row); on != asked.end())
        out.opinions = opinions_on(through, on->second);
    const seq_number waits = pending_request(record, through.times);
    life.extension_requests.each(through.times, [&](const auto& r) {
        if (r.place == waits)
            out.extension_request = open_request{r.effective_on, through.agency_if(r.value.agency),
                                                 r.value.proposed, r.value.reason};
    });
    life.reminders.each(through.times, [&](const auto& r) {
        ++out.reminders;
        out.reminded_on = r.effective_on;
        out.reminder_number = r.value.number;
    });
    out.documents_expected = t.now.documents_expected;
    out.documents_issued = t.now.documents_issued;
    const auto* verified = life.verifications.at(through.times);
    if (verified != nullptr && (!out.reported_on || *out.reported_on <= verified->effective_on))
        out.verified =
            verified_result{verified->effective_on, through.agency_if(verified->value.agency),
                            verified->value.verdict, verified->value.percent, verified->value.text};
    if (const auto* rated = life.ratings.at(through.times))
        out.quality = choice_name(field::quality, static_cast<int>(rated->value.quality));
}

}  // namespace

consultations_by_task consultations_of(const lens& through) {
    consultations_by_task all;
    for (row_number i = 0; i < through.record.consultations.size(); ++i)
        if (const auto* told = through.record.consultations[i].stated.at(through.times))
            all[told->value.task].push_back(i);
    return all;
}

review_task describe_task(const lens& through, const reviewed_task& t,
                          const consultations_by_task& asked) {
    const state& s = through.record;
    const task_record::statement& told = t.now.stated->value;
    review_task out;
    out.code = s.tasks[t.row].code;
    out.title = through.text(told.title());
    for (const row_number d : told.documents)
        if (through.may_see(entity_kind::document, d)) out.documents.push_back(s.documents[d].code);
    out.meeting = through.code(entity_kind::meeting, told.more().meeting);
    out.meeting_name = through.meeting_name(told.more().meeting);
    out.assigner = through.agency_if(assigner_of(s, t.row, through.times));
    out.assigned_on = t.now.stated->effective_on;
    out.assigned_as_stated = told.more().assigned_as_stated;
    out.assigned_precision = told.assigned_precision;
    out.leads = through.agencies(*t.now.leads);
    out.lead_as_stated = told.more().lead_as_stated;
    out.coordinating = through.agencies(*t.now.coordinating);
    out.coordinating_as_stated = told.more().coordinating_as_stated;
    out.product = told.more().product;
    out.field_of_work = told.more().field_of_work;
    out.doubt = told.more().doubt;
    out.note = told.more().said.note;
    out.sources = told.more().said.sources;
    out.existed_at_end = t.at_end.stated != nullptr;
    out.at_cut_off = t.now.its_class;
    out.at_end = out.existed_at_end ? t.at_end.its_class : t.now.its_class;
    describe_deadlines(through, t, out);
    describe_progress(through, t, out);
    describe_lateness(through, t, out);
    describe_surroundings(through, t, asked, out);
    return out;
}

}  // namespace mandate
