#pragma once
// What may be done with a task now. A move is tried as a command with the least that it needs, by
// the code that judges commands: so what is offered is what would be taken.

#include "mandate/base/error.hpp"
#include "model/state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

struct refused_move {
    std::string rule, why;
    std::vector<fact> facts;
};

/// Why the actor may not make the move today, whatever is filled in, or else with what would be
/// filled in first; nothing: it may. An empty actor is the host. What the actor fills in itself, a
/// document that is issued and a task that is waited for, is not judged; nor what it may do on
/// behalf of others. @pre the task stands. Cost: that of judging a few commands.
std::optional<refused_move> refusal_of(const state& s, row_number task, command_kind move,
                                       std::string_view actor, civil_day today);

}  // namespace mandate
