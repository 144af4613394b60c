#include "model/task_facts.hpp"

#include "model/pending.hpp"

#include <algorithm>
#include <cassert>

namespace mandate {
namespace {

using activity = task_record::activity;

// The decision on the submission at this place, if it is known.
const task_record::decision* decision_on(const task_record& t, seq_number place,
                                         const view& knowledge) {
    const task_record::decision* found = nullptr;
    t.life().decisions.each(knowledge, [&](const auto& d) {
        if (d.value.submission == place) found = &d.value;
    });
    return found;
}

std::optional<civil_day> document_day(const state& s, row_number document, const view& knowledge) {
    const auto* told = s.documents[document].stated.at({last_day, knowledge.known});
    return told != nullptr ? told->value.dated : std::nullopt;
}

void read_submissions(const task_record& t, civil_day on, const view& knowledge,
                      task_facts& facts) {
    t.life().submissions.each({on, knowledge.known}, [&](const auto& submission) {
        const task_record::decision* answer = decision_on(t, submission.place, knowledge);
        if (answer != nullptr && !answer->accepted) {
            ++facts.times_returned;
            return;
        }
        facts.submitted = &submission;
        facts.awaiting_acceptance = answer == nullptr;
        if (answer != nullptr) {
            facts.accepted = answer;
            facts.finished_on = submission.effective_on;
        }
    });
}

// A set of documents to be issued is done when the last one is, by the documents' own dates.
void read_issued(const state& s, const task_record& t, civil_day on, const view& knowledge,
                 task_facts& facts) {
    civil_day last = first_day;
    t.life().expected.each({on, knowledge.known}, [&](const auto&) { ++facts.documents_expected; });
    if (facts.documents_expected == 0) return;
    t.life().expected.each({on, knowledge.known}, [&](const auto& e) {
        const auto* issued = issued_as(t, e.value.key, knowledge);
        if (issued == nullptr) return;
        const civil_day day =
            document_day(s, issued->value.document, knowledge).value_or(issued->effective_on);
        if (day > on) return;
        ++facts.documents_issued;
        last = std::max(last, day);
    });
    if (facts.documents_issued == facts.documents_expected) facts.finished_on = last;
}

// A document to be issued is done on the document's own date.
void read_completions(const state& s, const task_record& t, civil_day on, const view& knowledge,
                      task_facts& facts) {
    t.life().completions.each(knowledge, [&](const auto& completion) {
        civil_day finished = completion.effective_on;
        if (completion.value.document != no_row)
            finished = document_day(s, completion.value.document, knowledge).value_or(finished);
        if (finished <= on) facts.finished_on = finished;
    });
}

task_class class_of(const task_facts& f, civil_day on) {
    const activity now = f.condition != nullptr ? f.condition->value.now : activity::active;
    const auto& due = f.current->day;
    if (now == activity::cancelled) return task_class::cancelled;
    if (now == activity::suspended) return task_class::suspended;
    if (f.current->standing_from && *f.current->standing_from <= on) return task_class::standing;
    if (f.finished_on) {
        if (!due) return task_class::done_without_deadline;
        return *f.finished_on <= *due ? task_class::done_in_time : task_class::done_late;
    }
    if (!due) return task_class::open_without_deadline;
    // Submitted in time and not yet answered: the waiting is the acceptor's.
    const bool submitted_in_time = f.awaiting_acceptance && f.submitted->effective_on <= *due;
    return on <= *due || submitted_in_time ? task_class::open_in_time : task_class::open_overdue;
}

}  // namespace

task_facts facts_of(const state& s, const task_record& t, civil_day on, const view& knowledge) {
    assert(on <= knowledge.as_of);
    const view then{on, knowledge.known};
    task_facts facts;
    facts.stated = t.stated.at(then);
    if (facts.stated == nullptr) return facts;
    facts.leads = &t.held.at(then)->value.leads;
    facts.coordinating = &t.coordinating(then);
    facts.current = &t.deadline.at(then)->value;
    t.deadline.each(then, [&](const auto& d) {
        if (d.value.original) facts.original = &d.value;
    });
    facts.condition = t.life().conditions.at(then);
    read_submissions(t, on, knowledge, facts);
    read_completions(s, t, on, knowledge, facts);
    read_issued(s, t, on, knowledge, facts);
    facts.its_class = class_of(facts, on);
    return facts;
}

task_class class_by_original(const task_facts& facts, civil_day on) {
    task_facts first = facts;
    first.current = facts.original;
    return class_of(first, on);
}

std::optional<civil_day> late_until(const task_facts& facts, civil_day on) {
    if (facts.its_class == task_class::done_late) return facts.finished_on;
    if (facts.its_class != task_class::open_overdue) return std::nullopt;
    return facts.awaiting_acceptance ? facts.submitted->effective_on : on;
}

}  // namespace mandate
