#pragma once
// A revision as bytes, so that a large ledger is opened without reading all its events again. Only
// a cache: whatever is wrong with one, it is left aside and the events are read.

#include "ledger/revision.hpp"

#include <iosfwd>
#include <memory>
#include <string>

namespace mandate {

/// @pre nothing is set aside in the revision. Cost: about a tenth of reading the events.
std::string pack_snapshot(const revision_of_ledger& r, const shredded_remains& remains);

/// The revision, and the remains of destroyed words up to it. Null where the bytes are no whole
/// snapshot of this ledger, or were written by another version of the library.
std::shared_ptr<revision_of_ledger> unpack_snapshot(std::istream& bytes, const ledger_identity& of,
                                                    shredded_remains& remains);

/// 32 bytes. Cost: packing the rows.
std::string digest_of(const state& s);

}  // namespace mandate
