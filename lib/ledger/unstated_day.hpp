#pragma once
// The day on which something counts of which nobody states one (lib/README.md, decision 85).

#include "mandate/model/command.hpp"
#include "model/state.hpp"

namespace mandate {

/// Whether what `said` says counts from a day of its own: it states no other, or what it stands
/// under has come to begin later. @pre said.effective_on
bool is_of_its_own_day(const state& s, const command& said);

/// The day of its own from which a thing, or what is said of a document, counts as the record
/// stands; `said_on` for all that has none, and for what lies ahead.
civil_day own_day_of(const state& s, const command& c, civil_day said_on);

}  // namespace mandate
