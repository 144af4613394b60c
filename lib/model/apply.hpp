#pragma once
// The only thing that changes a state.

#include "mandate/model/command.hpp"
#include "model/state.hpp"

namespace mandate {

/// Adds what the event says, at its place. The event passed check_form and the rules, or comes from
/// the store, where only such events are. `utc_offset_minutes` turns its time of recording into a
/// day. Cost: a few allocations, plus the first touch of each chunk of rows that is shared.
/// @throws error{errc::damaged} if it names what the state does not hold: the store was altered.
void apply(state& s, const event& e, int utc_offset_minutes);

/// In place of apply() for the next event, which is damaged: it keeps its number and place, so that
/// it can be corrected, and says nothing. `kind`: as far as it is known, else void_event.
void set_aside(state& s, command_kind kind, civil_day effective_on);

/// What kind of thing events of this kind are about; none for days and void_event.
entity_kind subject_kind(command_kind kind) noexcept;

}  // namespace mandate
