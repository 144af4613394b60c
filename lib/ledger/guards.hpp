#pragma once
// What the rules of one command cannot see: it takes the whole network, or the whole record.

#include "mandate/base/error.hpp"
#include "mandate/model/command.hpp"
#include "model/state.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mandate {

/// A dependency that closes a cycle.
struct closed_cycle {
    std::size_t command;  ///< position in the batch
    error what;           ///< names the cycle: facts "task" and "link", in order
};

/// The first command of the batch whose dependency closes a cycle among those that count after the
/// whole batch. `before` is the revision without the batch, `after` the state with it. Cost:
/// nothing where the batch links no tasks, else one pass over all dependencies; where there is a
/// cycle, a logarithmic number of them.
std::optional<closed_cycle> find_cycle(const state& after, seq_number before,
                                       std::span<const command> batch);

/// Imported history is loaded as it is: each knot of tasks that wait for each other, with one
/// shortest cycle, as a finding "network.cycle" (facts "task" and "link", in order).
void report_cycles(const state& s, std::vector<finding>& findings);

/// Calls take(event, code, what it said) for the events that name one of these things of a kind, in
/// order; each once, with the first such code.
using take_mention =
    std::function<void(std::int64_t seq, const std::string& code, const command& said)>;
using each_mention = std::function<void(entity_kind kind, const std::vector<std::string>& codes,
                                        const take_mention& take)>;

/// Refuses to withdraw the event that made a thing which other events mention.
/// @throws error{errc::refused} with the list.
void guard_against_orphans(const state& s, const command& c, const each_mention& naming);

/// The finding "payload.copied" (facts "seq" and, of each copy, "event"): words of an event that
/// were destroyed stand in others. @pre there is one.
finding copied_finding(const state& s, std::int64_t destroyed,
                       const std::vector<std::int64_t>& copies);

/// Late entries on tasks that leave events which could not have been on their day, as findings
/// "task.out_of_order" (facts "task" and, of each, "event"); lib/README.md, decision 84. `before`:
/// the revision without the batch. Cost: a look at the last version of each attribute for every
/// event about a task.
void find_late_moves(const state& after, seq_number before, std::vector<finding>& findings);

/// What a reader of the batch should know although it is legal.
void find_oddities(const state& after, const command& c, std::vector<finding>& findings);

}  // namespace mandate
