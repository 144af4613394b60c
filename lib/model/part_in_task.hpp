#pragma once
// Who has a part in a task, so that its delay can be laid to them.

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

}  // namespace mandate
