#pragma once
// What stands on an event must still fit after a correction, a withdrawal or a late entry took its
// place (lib/README.md, decision 68).

#include "ledger/guards.hpp"

#include <functional>
#include <span>

namespace mandate {

/// Whether something may stand on what the command changes: it corrects or withdraws an event, ends
/// an agency, or is of an earlier day than another event about the same thing. Cost: a look at the
/// last version of each attribute of that thing.
bool is_stood_on(const state& before, const command& c);

/// Reads the log on behalf of the guard.
struct log_reader {
    /// What an event said.
    std::function<command(std::int64_t seq)> said_by;
    each_mention naming;
};

/// Judges again, by the rules that judged them first, the events in the record of the thing that
/// the command is about; where it moves the making of a thing or ends an agency, all events that
/// name it. An event that did not fit before is nobody's fault now. `after`: with the command's
/// event as the last. `to_come`: the commands after it in the batch. Cost: those events; where a
/// thing is moved or an agency ends, one pass over the log.
/// @throws error{errc::refused}, rule "others_stand_on_it", with the first event that would no
/// longer fit ("events"), the thing that it is about, and what it breaks ("broken_rule")
void guard_later_events(const state& before, const state& after, const command& c,
                        const log_reader& log, std::span<const command> to_come);

}  // namespace mandate
