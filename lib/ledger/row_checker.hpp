#pragma once
// What can be found out about a row without the state: its hashes, and what its payload says. That
// is half of the work of reading a ledger, so a second thread does it while the first reads the
// store and applies what was checked before.

#include "base/second_thread.hpp"
#include "mandate/model/command.hpp"
#include "mandate/store/event_store.hpp"
#include "mandate/store/hash_chain.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace mandate {

struct checked_row {
    stored_event row;
    row_hashes hashes;
    bool readable = false;  ///< what it says; if not: shredded, or damaged; decoded() tells
    event said;
};

/// Gives each row that is put in to `take`, in order and on the caller's thread, some thousand rows
/// later. An exception of `take` comes out of put() or finish().
class row_checker {
public:
    /// `before`: the stored hash of the event before the first row.
    row_checker(const ledger_identity& of, std::string before,
                std::function<void(checked_row&)> take);

    void put(const stored_event& row);
    /// No more rows: the last ones are checked and given.
    void finish();

private:
    struct batch {
        std::vector<checked_row> rows;  ///< used again: their texts keep their memory
        std::size_t count = 0;
    };

    void check(batch& b);
    void take_all_of(batch& b);
    void hand_over();

    const std::function<void(checked_row&)> take_;
    batch one_, two_;
    batch* filling_ = &one_;
    batch* given_ = nullptr;  ///< to the second thread, and not yet taken
    row_hasher hasher_;       ///< used by whoever checks
    second_thread helper_;    ///< last, so that it is done before the rest goes
};

}  // namespace mandate
