#pragma once
// What readers hold: a state and where its chain ends. Never changed after it is published.

#include "mandate/base/error.hpp"
#include "mandate/model/command.hpp"
#include "mandate/store/event_store.hpp"
#include "mandate/store/hash_chain.hpp"
#include "model/shared_rows.hpp"
#include "model/state.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mandate {

/// The events that are set aside (lib/README.md, decision 10), and the things they are about.
struct quarantine {
    using thing = std::pair<entity_kind, std::string>;

    struct entry {
        std::int64_t seq;  ///< 0: a row without a place
        finding what;
    };
    std::vector<entry> entries;
    /// The events that are set aside for a thing.
    std::map<thing, std::vector<std::int64_t>> things;
};

struct revision_of_ledger {
    ledger_identity identity;
    state record;
    chain_end last;
    std::int64_t last_recorded_at_us = 0;
    shared_dictionary requests;  ///< request_id -> the batch's last seq
    int generation = 0;          ///< counts how often words were destroyed
    bool from_snapshot = false;  ///< begun with a snapshot, so events before it were not read
    /// Null: nothing is set aside. shared_ptr: revisions share it.
    std::shared_ptr<const quarantine> aside;
    /// What shows that the log is not the one this came from any more (decision 123).
    std::optional<finding> lost;
};

/// Those entries whose event was not corrected or withdrawn since.
std::vector<finding> open_findings(const revision_of_ledger& r);
/// An event about the thing that is set aside and was not corrected or withdrawn since; 0: none.
std::int64_t event_in_doubt(const revision_of_ledger& r, const quarantine::thing& about);

/// What stays of the events whose words were destroyed, by seq.
using shredded_remains = std::map<std::int64_t, std::string>;

/// The event of a row. @throws error{errc::damaged}
event decoded(const stored_event& row, const shredded_remains& remains);

}  // namespace mandate
