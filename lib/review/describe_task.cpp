#include "review/describe_task.hpp"

namespace mandate {
namespace {

stated_deadline deadline_of(const task_record::due& d) {
    return {d.as_stated, d.day, d.exact, d.standing_from};
}

void describe_deadlines(const lens& through, const reviewed_task& t, review_task& out) {
    const task_record& record = through.record.tasks[t.row];
    out.original = deadline_of(*t.now.original);
    out.current = deadline_of(*t.now.current);
    std::optional<civil_day> before;
    record.deadline.each(through.times, [&](const auto& v) {
        const task_record::due& d = v.value;
        if (!d.original)
            out.revisions.push_back({v.effective_on, deadline_of(d),
                                     through.agency_if(d.decided_by),
                                     through.document_code(d.document), d.reason,
                                     before.has_value() && *before < v.effective_on});
        before = d.day;
    });
}

void describe_progress(const lens& through, const reviewed_task& t, review_task& out) {
    const task_record& record = through.record.tasks[t.row];
    record.reports.each(through.times, [&](const auto& r) {
        out.reported_on = r.effective_on;
        if (r.value.percent) out.percent = r.value.percent;
        if (!r.value.text.empty()) out.result = r.value.text;
    });
    if (t.now.submitted != nullptr) {
        out.submitted_on = t.now.submitted->effective_on;
        if (!t.now.submitted->value.text.empty()) out.result = t.now.submitted->value.text;
    }
    if (const auto* done = record.completions.at(through.times))
        if (!done->value.text.empty()) out.result = done->value.text;
    if (t.now.accepted != nullptr)
        out.quality = choice_name(field::quality, static_cast<int>(t.now.accepted->quality));
    out.awaiting_acceptance = t.now.awaiting_acceptance && is_open(out.at_cut_off);
    out.finished_on = t.now.finished_on;
    out.times_returned = t.now.times_returned;
    if (t.now.condition != nullptr && t.now.condition->value.now != task_record::activity::active)
        out.reason = t.now.condition->value.reason;
}

void describe_lateness(const lens& through, const reviewed_task& t, review_task& out) {
    const auto& due = t.now.current->day;
    if (out.at_cut_off == task_class::done_late)
        out.working_days_late = through.calendar().count(*due, *t.now.finished_on);
    else if (out.at_cut_off == task_class::open_overdue)
        out.working_days_late = through.calendar().count(*due, through.times.as_of);
    if (const auto* e = through.record.tasks[t.row].explanations.at(through.times)) {
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
                                    told.proposed};
    }
}

}  // namespace

review_task describe_task(const lens& through, const reviewed_task& t) {
    const state& s = through.record;
    const task_record::statement& told = t.now.stated->value;
    review_task out;
    out.code = s.tasks[t.row].code;
    out.title = through.text(told.title);
    for (const row_number d : told.documents)
        if (through.may_see(entity_kind::document, d)) out.documents.push_back(s.documents[d].code);
    if (told.meeting != no_row) out.meeting = s.meetings[told.meeting].code;
    out.assigner = through.agency_if(told.assigner);
    out.assigned_on = t.now.stated->effective_on;
    out.assigned_as_stated = told.assigned_as_stated;
    out.assigned_precision = told.assigned_precision;
    out.leads = through.agencies(*t.now.leads);
    out.lead_as_stated = told.lead_as_stated;
    out.coordinating = through.agencies(*t.now.coordinating);
    out.coordinating_as_stated = told.coordinating_as_stated;
    out.product = told.product;
    out.field_of_work = told.field_of_work;
    out.doubt = told.doubt;
    out.note = told.said.note;
    out.sources = told.said.sources;
    out.existed_at_end = t.at_end.stated != nullptr;
    out.at_cut_off = t.now.its_class;
    out.at_end = out.existed_at_end ? t.at_end.its_class : t.now.its_class;
    describe_deadlines(through, t, out);
    describe_progress(through, t, out);
    describe_lateness(through, t, out);
    return out;
}

}  // namespace mandate
