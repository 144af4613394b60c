#pragma once
// From the rows of a store to a state. A row that is damaged is set aside and the rest goes on.

#include "ledger/revision.hpp"

#include <cstdint>
#include <limits>
#include <map>
#include <memory>

namespace mandate {

/// Takes every event of the store after `from`, up to `last`; `stored`: about how many there are.
/// Each is checked against the chain,
/// decoded and applied; one that fails is set aside with a finding "event.set_aside" (facts "seq",
/// "reason" and, where it is known, what it is about), one that is not there with "event.missing",
/// and a row that stands where no event can with "event.displaced". `remains` gets what new orders
/// to destroy words leave. Cost: one pass; where an event cannot be applied, the rows since the one
/// before it that could not are taken a second time. Where they are many, a second thread reads the
/// store; it has ended when this returns.
/// @throws error of the store.
std::shared_ptr<revision_of_ledger> load(
    const revision_of_ledger& from, event_store& store, std::int64_t stored,
    shredded_remains& remains, std::int64_t last = std::numeric_limits<std::int64_t>::max());

/// What the orders recorded after `after` leave of the events they shredded, added to `remains`.
/// Gives the orders by the events that they are for.
/// Cost: one pass over the new rows, without decoding them.
std::map<std::int64_t, std::int64_t> read_remains(event_store& store, std::int64_t after,
                                                  shredded_remains& remains);

/// The thing that an event is about, as far as its payload still tells; `none` if it does not.
quarantine::thing subject_thing(std::string_view kind, std::string_view payload);
quarantine::thing subject_thing(const command& c);

}  // namespace mandate
