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

#include <string>

namespace mandate {

/// 32 bytes.
std::string genesis_hash(const ledger_identity& ledger);
std::string payload_hash(const stored_event& e);
std::string event_hash(const std::string& previous, const ledger_identity& ledger,
                       const stored_event& e);
/// Fills salt (16 random bytes), payload_hash and hash. @returns the hash, for the next event.
const std::string& seal(stored_event& e, const std::string& previous,
                        const ledger_identity& ledger);

/// "the hash does not fit", "the payload was altered", "event 7 is missing"; empty if `e` follows.
/// A shredded event follows too: whether there was an order for it is for the ledger to tell.
std::string misfit(const stored_event& e, std::int64_t expected_seq, const std::string& previous,
                   const ledger_identity& ledger);

}  // namespace mandate
