#pragma once
// What every store asks of an append.

#include "mandate/base/error.hpp"
#include "mandate/store/event_store.hpp"

#include <cstdint>
#include <span>

namespace mandate {

/// @throws error{errc::invalid_argument} unless the events are numbered `expected` + 1, + 2, ...
void require_sequence(std::int64_t expected, std::span<const stored_event> batch);

/// @throws error{errc::conflict} unless the log still ends where the caller believes.
void require_revision(std::int64_t expected, std::int64_t found);

}  // namespace mandate
