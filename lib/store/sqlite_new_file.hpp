#pragma once
// How a ledger file comes into the world: whole, or not at all.

#include "mandate/store/event_store.hpp"

#include <span>
#include <string>

namespace mandate::sqlite {

/// Makes the file at `path` with these first events, durably.
/// @throws error{errc::conflict} if a file is there by then; damaged if a log of another ledger is
/// there; io, full, read_only. On failure there is no file.
/// @param shown the name of the ledger in errors.
void create_ledger_file(const std::string& path, const std::string& shown,
                        const ledger_identity& identity,
                        std::span<const stored_event> first_events);

}  // namespace mandate::sqlite
