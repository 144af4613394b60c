#pragma once
// What is true of one task on one day: the one place where its class is computed.

#include "mandate/model/task_class.hpp"
#include "model/state.hpp"

#include <optional>

namespace mandate {

struct task_facts {
    const version<task_record::statement>* stated = nullptr;  ///< null: not assigned by that day
    const small_list<row_number>* leads = nullptr;
    const small_list<row_number>* coordinating = nullptr;
    const task_record::due* original = nullptr;
    const task_record::due* current = nullptr;
    const version<task_record::condition>* condition = nullptr;  ///< null: active from the start
    task_class its_class{};
    std::optional<civil_day> finished_on;
    /// On which its lead handed it in: submitted and not returned, whatever day the ledger counts
    /// as that of finishing, unless documents are to show that it is done; else finished_on.
    std::optional<civil_day> handed_in_on;
    const version<task_record::submission>* submitted = nullptr;  ///< the last one not returned
    /// Submitted, for an acceptance, and neither answered nor finished.
    bool awaiting_acceptance = false;
    const task_record::decision* accepted = nullptr;
    /// Done by the lead's own word alone: nobody accepted or verified it, and no document shows it.
    bool only_reported = false;
    int times_returned = 0;
    int documents_expected = 0;  ///< 0: the task is not to bring forth documents
    int documents_issued = 0;

    /// Submitted, though nobody accepts it: the documents decide when it is done.
    bool draft_handed_in() const noexcept { return documents_expected > 0 && submitted != nullptr; }
};

/// On which days work counts as done, as the ledger chose it (`set_finishing_day`; lib/README.md,
/// decision 166). By itself the day of the submission that was accepted, and a document's own date.
struct finishing_days {
    finishing_day_kind of_result = finishing_day_kind::submission;
    issue_day_kind of_document = issue_day_kind::dated;
};
finishing_days finishing_days_of(const state& s, const view& knowledge);
/// Whether another choice was ever made, in whatever view.
bool ever_chose_finishing_days(const state& s);
/// Whether the two revisions of a ledger know the same choices.
bool same_finishing_days(const state& one, const state& other);

/// The task on the day `on`, by what `knowledge` knows: the deadline, leads and condition in force
/// on that day; a submission made by that day counts from its own day if it was accepted by
/// knowledge.as_of (lib/README.md, decisions 7 and 8). @pre on <= knowledge.as_of.
/// Cost: the versions of the task.
task_facts facts_of(const state& s, const task_record& t, civil_day on, const view& knowledge);

/// Neither done nor cancelled: open, suspended or standing.
constexpr bool may_go_on(task_class c) noexcept {
    return !is_done(c) && c != task_class::cancelled;
}

/// The class that the task would have on the day of its facts if its deadline had never been
/// changed. @pre facts.stated is not null.
task_class class_by_original(const task_facts& facts, civil_day on);

/// The day until which the task, past its deadline, is late on the day of its facts: on which it
/// was done, or handed in and not answered yet (from then on the waiting is the acceptor's), else
/// `on`. Nothing: it is not late. @pre as class_by_original.
std::optional<civil_day> late_until(const task_facts& facts, civil_day on);

}  // namespace mandate
