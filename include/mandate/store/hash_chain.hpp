#pragma once
// Tamper evidence (lib/README.md, decision 4): each event's hash covers the one before it.
//
//     payload_hash = SHA-256(lp(salt) lp(payload))
//     hash         = SHA-256(lp(previous hash) lp(ledger id) lp(seq) lp(effective_on)
//                            lp(recorded_at) lp(actor) lp(request_id) lp(kind) lp(schema)
//                            lp(corrects) lp(payload_hash))
//     the hash before event 1 = SHA-256(lp(ledger id) lp(utc offset in minutes))
//
// lp(x): the length of x in bytes as 8 bytes, least significant first, then x. Numbers are decimal
// text; effective_on is days since 1970-01-01, recorded_at UTC microseconds. So a payload with its
// salt can be shredded by lawful order and the chain still verifies.

#include "mandate/store/event_store.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace mandate {

/// 32 bytes.
std::string genesis_hash(const ledger_identity& ledger);
std::string payload_hash(const stored_event& e);
std::string event_hash(const std::string& previous, const ledger_identity& ledger,
                       const stored_event& e);
/// Fills salt (16 random bytes), payload_hash and hash. @returns the hash, for the next event.
const std::string& seal(stored_event& e, const std::string& previous,
                        const ledger_identity& ledger);
/// The same for many events in a row, each after the one before it. @returns the last hash
std::string seal(std::span<stored_event> all, std::string previous, const ledger_identity& ledger);

/// Where a walk along the chain stands: after an event, with its hash. One event that does not fit
/// shall not condemn those after it, so a walk goes on from either hash of such an event: the one
/// that is stored (its columns were altered) or the one they give (the stored hash was altered).
struct chain_end {
    std::string stored;
    std::string computed;  ///< empty: the same as `stored`; both empty: that event is missing
};
/// What is wrong with the event at this end of the chain: "the hash does not fit", "the payload was
/// altered", or nothing; moves the end behind it. A shredded event fits too: whether there was an
/// order for it is for the ledger to tell. Whether its number goes on is for the caller to see.
std::string walk(chain_end& end, const stored_event& e, const ledger_identity& ledger);

/// The hashes that an event should have, where those before it are as they are stored. They need
/// nothing of the walk, so another thread can compute them ahead of it.
struct row_hashes {
    std::string previous;  ///< the stored hash of the event before
    std::string hash;
    std::string payload_hash;  ///< empty: the event is shredded
    /// The hash is the one that is stored, and so is that of the payload unless it is shredded.
    bool fit = false;
};
class field_digest;
/// Computes them, in memory that it uses again: one thread at a time, rows in any order.
class row_hasher {
public:
    explicit row_hasher(ledger_identity of);
    ~row_hasher();
    row_hasher(const row_hasher&) = delete;
    row_hasher& operator=(const row_hasher&) = delete;

    /// All of `into`. `before`: the stored hash of the event before it. Cost: the bytes of the row.
    void compute(const std::string& before, const stored_event& e, row_hashes& into);

private:
    const ledger_identity of_;
    const std::unique_ptr<field_digest> digest_;
};
std::string walk(chain_end& end, const stored_event& e, const ledger_identity& ledger,
                 const row_hashes& known);

}  // namespace mandate
