#include "model/task_facts.hpp"

#include "model/pending.hpp"

#include <algorithm>
#include <cassert>

namespace mandate {
namespace {

using activity = task_record::activity;

// The decision on the submission at this place, if it is known.
const version<task_record::decision>* decision_on(const task_record& t, seq_number place,
                                                  const view& knowledge) {
    const version<task_record::decision>* found = nullptr;
    t.life().decisions.each(knowledge, [&](const auto& d) {
        if (d.value.submission == place) found = &d;
    });
    return found;
}

// Of a document that was recorded as issued on the day `recorded`.
civil_day day_of_issue(const state& s, row_number document, civil_day recorded,
                       const view& knowledge) {
    const auto* told = s.documents[document].stated.at({last_day, knowledge.known});
    if (told == nullptr || finishing_days_of(s, knowledge).of_document == issue_day_kind::recorded)
        return recorded;
    return told->value.dated.value_or(recorded);
}

void read_submissions(const state& s, const task_record& t, civil_day on, const view& knowledge,
                      task_facts& facts) {
    t.life().submissions.each({on, knowledge.known}, [&](const auto& submission) {
        const auto* answer = decision_on(t, submission.place, knowledge);
        if (answer != nullptr && !answer->value.accepted) {
            ++facts.times_returned;
            return;
        }
        facts.submitted = &submission;
        facts.handed_in_on = submission.effective_on;
        facts.awaiting_acceptance = answer == nullptr;
        if (answer == nullptr) return;
        civil_day finished = submission.effective_on;
        if (finishing_days_of(s, knowledge).of_result == finishing_day_kind::acceptance)
            finished = answer->effective_on;
        facts.awaiting_acceptance = finished > on;
        if (finished > on) return;
        facts.accepted = &answer->value;
        facts.finished_on = finished;
    });
}

// A set of documents to be issued is done when the last one is, by the documents' own dates.
void read_issued(const state& s, const task_record& t, civil_day on, const view& knowledge,
                 task_facts& facts) {
    civil_day last = first_day;
    t.life().expected.each({on, knowledge.known}, [&](const auto&) { ++facts.documents_expected; });
    if (facts.documents_expected == 0) return;
    // They decide: a draft is handed in, and nobody accepts it.
    facts.handed_in_on = facts.finished_on;
    facts.awaiting_acceptance = false;
    t.life().expected.each({on, knowledge.known}, [&](const auto& e) {
        const auto* issued = issued_as(t, e.value.key, knowledge);
        if (issued == nullptr) return;
        const civil_day day =
            day_of_issue(s, issued->value.document, issued->effective_on, knowledge);
        if (day > on) return;
        ++facts.documents_issued;
        last = std::max(last, day);
    });
    if (facts.documents_issued != facts.documents_expected) return;
    facts.finished_on = facts.handed_in_on = last;
    facts.only_reported = false;
}

// A document to be issued is done on the document's own date. What the Office did not confirm is
// not done.
void read_completions(const state& s, const task_record& t, civil_day on, const view& knowledge,
                      task_facts& facts) {
    t.life().completions.each(knowledge, [&](const auto& completion) {
        if (!stands(t, completion, knowledge)) return;
        civil_day finished = completion.effective_on;
        if (completion.value.document != no_row)
            finished = day_of_issue(s, completion.value.document, finished, knowledge);
        if (finished > on) return;
        facts.finished_on = facts.handed_in_on = finished;
        facts.awaiting_acceptance = false;
        facts.only_reported = completion.value.document == no_row &&
                              verification_of(t, completion, knowledge) == nullptr;
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

finishing_days finishing_days_of(const state& s, const view& knowledge) {
    finishing_days chosen;
    if (s.policies.size() == 0) return chosen;
    s.policies[0].finishing.each(knowledge, [&](const auto& rule) {
        chosen.of_result = rule.value.of_result.value_or(chosen.of_result);
        chosen.of_document = rule.value.of_document.value_or(chosen.of_document);
    });
    return chosen;
}

bool ever_chose_finishing_days(const state& s) {
    return s.policies.size() > 0 && !s.policies[0].finishing.all().empty();
}

bool same_finishing_days(const state& one, const state& other) {
    const auto stated = [](const state& s) {
        return ever_chose_finishing_days(s)
                   ? s.policies[0].finishing.all()
                   : std::span<const version<policy_record::finishing_rule>>{};
    };
    return std::ranges::equal(stated(one), stated(other), [](const auto& a, const auto& b) {
        return a.seq == b.seq && a.corrected_by == b.corrected_by;
    });
}

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
    read_submissions(s, t, on, knowledge, facts);
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
    return facts.handed_in_on.value_or(on);
}

}  // namespace mandate
