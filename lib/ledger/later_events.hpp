#pragma once
// What stands on an event must still fit after a correction, a withdrawal or a late entry took its
// place (lib/README.md, decision 68).

#include "ledger/guards.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace mandate {

/// Whether something may stand on what the command changes: it corrects or withdraws an event, ends
/// an agency, asks others for comments on a draft (which an agency may have handed over), or is of
/// an earlier day than another event about the same thing. Cost: a look at the last version of each
/// attribute of that thing.
bool is_stood_on(const state& before, const command& c);

/// Reads the log on behalf of the guard.
struct log_reader {
    /// What an event said.
    std::function<command(std::int64_t seq)> said_by;
    each_mention naming;
};

/// An event that does not fit after a command of the batch.
struct misfit {
    std::int64_t event;
    bool of_its_own_day;  ///< nobody stated its day: it follows what it stands under
};

/// Judges again, by the rules that judged them first, the events in the record of the thing that
/// the command is about; where it moves the making of a thing or ends an agency, all events that
/// name it; and gives those that do not fit. An event that did not fit before is nobody's fault
/// now. `after`: with the command's event as the last. Cost: those events; where a thing is moved
/// or an agency ends, one pass over the log.
std::vector<misfit> find_misfits(const state& before, const state& after, const command& c,
                                 const log_reader& log);

/// Of what did not fit after the command nothing may be left once its batch is through.
/// @throws error{errc::refused}, rule "others_stand_on_it", with the first event that does not fit
/// ("events"), the thing that it is about, and what it breaks ("broken_rule")
void refuse_misfits(const state& s, const command& c, std::vector<misfit> found,
                    const log_reader& log);

}  // namespace mandate
