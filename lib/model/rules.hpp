#pragma once
// Which moves are legal. A command is judged once, at the head, when it is recorded; a view of the
// past never judges again.

#include "mandate/model/command.hpp"
#include "model/state.hpp"

#include <string_view>

namespace mandate {

/// Judges a command whose form was checked and whose effective_on is set.
/// @throws error{errc::unknown_reference} for a thing that the ledger does not hold,
/// errc::duplicate for a code that is taken, errc::refused with the fact "rule". The state is not
/// touched. `actor`: who records it, for the permissions (permissions.hpp); empty: the host itself.
void judge(const state& s, const command& c, civil_day today, std::string_view actor = {});

/// Judges again what an event said, after something took its place beside it: the rules about what
/// fits to what, and not who may say it. @pre c.corrects is the event itself, which stands; so it
/// is compared with what stands besides it. @throws as judge().
void judge_again(const state& s, const command& c);

/// The event that `seq` withdrew, if it is a withdrawal; else `seq` itself. A correction of a
/// withdrawal states that event again, at its place. @pre it is in the ledger.
seq_number stated_before(const state& s, seq_number seq);

}  // namespace mandate
