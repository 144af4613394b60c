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
/// The same, and with the event that the caller believes.
void require_head(const log_head& expected, const log_head& found);

/// @throws error{errc::invalid_argument} for what is meant as an address, without repeating it:
/// where a file is asked for, it would be repeated by messages, and with it a password.
/// @param asked_for what stands in front of the refusal.
void require_path(const std::string& given, const char* asked_for);

}  // namespace mandate
