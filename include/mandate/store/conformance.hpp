#pragma once
// What every store must do, as a suite that a host can run on a store of its own, in whatever test
// framework it has.

#include "mandate/store/event_store.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mandate {

/// Where a store under test keeps its events: the suite asks for places and opens each as often as
/// it likes.
struct store_under_test {
    /// A new, empty log with a UTC offset of 420 minutes, open for writing.
    std::function<std::unique_ptr<event_store>()> make;
    /// The log that `make` made last, opened once more, as another process would; empty for a store
    /// that can be opened once only (memory).
    std::function<std::unique_ptr<event_store>()> reopen;
};

/// Runs the suite: a few dozen appends and reads. Empty: the store keeps every promise of
/// event_store.hpp that can be seen from outside. Otherwise one line for each promise it breaks,
/// with what was found. Durability across a crash cannot be seen this way.
std::vector<std::string> conformance_problems(const store_under_test& store);

}  // namespace mandate
