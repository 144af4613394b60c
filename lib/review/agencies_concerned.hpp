#pragma once
// Whom an event concerns: whom a host should tell of it.

#include "review/lens.hpp"

#include <vector>

namespace mandate {

/// An event and the thing that it is about; of a withdrawal, the thing that what it withdraws was
/// about. `row` is no_row where an event is about nothing that is kept.
struct told_event {
    entity_kind kind;
    row_number row;
    seq_number seq;
};

/// The agencies whom the thing concerns by all that is known through the lens, those whom the
/// event itself names, and those whom the thing named before it: who lost a task by it, or whom a
/// correction no longer names. Each once. Instances that the viewer may not see name nobody.
/// Cost: the versions of the thing on the event's day; of a correction or withdrawal, all.
std::vector<row_number> agencies_concerned(const lens& through, const told_event& told);

/// A link is about both of its tasks; a consultation, an attribute, an item of a programme or the
/// review of a document about its task, also where it was withdrawn; what makes instances, about
/// each instance; a hand-over, a delegation, and what relates a recommendation to a task or answers
/// it with one, about the task that they name.
bool is_about_task(const lens& through, const told_event& told, row_number task);

/// Whether the event hands the thing over.
bool hands_over(const lens& through, const told_event& told, entity_kind kind, row_number row);

}  // namespace mandate
