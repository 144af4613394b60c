#pragma once
// What can be found out about a row without the state: its hashes, and what its payload says. That
// and reading the store is more than half of the work of opening a ledger, so a second thread
// reads, and checks, while the first applies what was checked before, or checks what it would wait
// for.

#include "mandate/model/command.hpp"
#include "mandate/store/event_store.hpp"
#include "mandate/store/hash_chain.hpp"
#include "model/codes_ahead.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace mandate {

struct checked_row {
    stored_event row;
    row_hashes hashes;
    bool readable = false;  ///< what it says; if not: shredded, or damaged; decoded() tells
    event said;
    std::vector<code_ahead> codes;  ///< of what it says
};

/// Where the hashes of the rows begin: the ledger, and the stored hash of the event before them.
struct chain_begin {
    const ledger_identity& of;
    const std::string& before;
};

using take_row = std::function<void(const stored_event&)>;
/// The first one is to be taken; those behind it come next.
using take_checked_row = std::function<void(std::span<checked_row>)>;

/// Gives each row that `read` gives to `take`, in order and on the caller's thread, some thousand
/// rows later. `about`: how many there may be; where they are many, `read` runs on another thread,
/// which has ended at the end. An exception of either ends it and comes out; of what was read just
/// before, the last rows need not have been taken.
void check_rows(const chain_begin& begin, std::int64_t about,
                const std::function<void(const take_row&)>& read, const take_checked_row& take);

}  // namespace mandate
