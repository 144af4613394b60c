#include "review/describe_records.hpp"

namespace mandate {
namespace {

stated_deadline deadline_of(const document_review_record::due& d) {
    return {d.as_stated, d.day, d.exact, {}};
}

}  // namespace

review_of_document describe_review(const lens& through, const due_review& r) {
    const state& s = through.record;
    const auto& told = r.told->value;
    review_of_document out;
    out.code = s.document_reviews[r.row].code;
    out.document = s.documents[told.document].code;
    if (const auto* document = statement_of(s.documents[told.document], through.times)) {
        out.number = document->value.number;
        out.title = through.text(document->value.title);
    }
    out.kind = told.kind;
    out.original = deadline_of(*r.original);
    out.current = deadline_of(*r.current);
    out.leads = through.agencies(r.leads);
    out.task = through.code(entity_kind::task, told.task);
    out.state = name_of(r.state);
    out.done_on = r.done_on;
    if (r.handed_in && is_open(r.state) && through.shows(entity_kind::task, told.task))
        out.handed_in_on = r.handed_in;
    if (r.completed != nullptr) {
        out.report = through.code(entity_kind::document, r.completed->document);
        out.quality = choice_name(field::quality, static_cast<int>(r.completed->quality));
    }
    return out;
}

review_item describe_item(const lens& through, const planned_item& i) {
    const state& s = through.record;
    const auto& told = i.told->value;
    review_item out;
    out.code = s.items[i.row].code;
    out.programme = s.programmes[told.programme].code;
    out.agency = through.agency(i.programme->value.agency);
    out.title = through.text(told.title);
    out.first_planned_for = i.first->span;
    out.planned_for = i.current->span;
    out.body = through.agency_if(told.body);
    s.items[i.row].planned.each(through.times, [&](const auto& p) {
        if (!p.value.session.empty()) out.session = p.value.session;
        if (p.value.papers_due) out.papers_due = p.value.papers_due;
    });
    out.leads = through.agencies(i.leads);
    out.task = through.code(entity_kind::task, told.task);
    out.papers_on = i.papers_on;
    out.papers_in_time = i.papers_in_time;
    out.state = name_of(i.state);
    if (i.waits_since && through.shows(entity_kind::task, told.task))
        out.handed_in_on = i.waits_since;
    out.added = i.added;
    out.times_postponed = i.times_postponed;
    const bool gone = i.withdrawn != nullptr;
    out.decision =
        through.code(entity_kind::document, gone ? i.withdrawn->document : i.current->document);
    out.reason = gone ? i.withdrawn->reason : i.current->reason;
    return out;
}

review_clause describe_clause(const lens& through, const orphan_clause& one) {
    const auto& told = through.record.clauses[one.clause].stated.at(through.times)->value;
    review_clause out{through.record.clauses[one.clause].code,
                      through.record.documents[told.document].code,
                      told.number,
                      through.text(told.title),
                      {}};
    for (const row_number t : one.tasks) out.tasks.push_back(through.record.tasks[t].code);
    return out;
}

}  // namespace mandate
