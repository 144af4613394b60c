#pragma once
// Who has a part in a task, so that its delay can be laid to them, and which reports are of a part.

#include "model/access.hpp"
#include "model/state.hpp"

namespace mandate {

/// Whether the agency, or one that it alone goes on for on the view's day, ever led or coordinated
/// the task or what it is a part of, or was asked there for an opinion, a condition, a document or
/// an obligation of its own; or leads a part of it, or a task that it waits for, directly or
/// through others. Of what `seen` may not see (null: everything) nothing counts. Cost: the task's
/// own record and all consultations; where that is not enough, one pass over links and tasks.
bool has_part_in(const state& s, row_number task, row_number agency, const view& at,
                 const sight* seen = nullptr);

/// Whether the report is about an own part of the task: its agency coordinated the task on that day
/// and did not lead it (lib/README.md, decision 47).
bool is_of_own_part(const task_record& t, const version<task_record::report>& report,
                    seq_number known);

/// Calls take(report) for each of the view that is about the task itself, in order.
template <class Take>
void each_report_of_task(const task_record& t, const view& v, Take&& take) {
    t.life().reports.each(v, [&](const auto& report) {
        if (!is_of_own_part(t, report, v.known)) take(report);
    });
}

}  // namespace mandate
