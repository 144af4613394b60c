#pragma once
// The work calendar that a state holds, as it was known.

#include "mandate/calendar/work_calendar.hpp"
#include "model/state.hpp"
#include "model/versions.hpp"

namespace mandate {

/// What the calendar of the ledger is made of, or with `agency` that of an agency: its own weekdays
/// and rules where it has some, the ledger's else; the days declared for all and for it.
/// `known_day`: the last day whose end had passed when the question's knowledge ends.
calendar_definition known_calendar(const state& s, const view& at, civil_day known_day,
                                   row_number agency = no_row);

}  // namespace mandate
