#pragma once
// How a ledger file comes into the world: whole, or not at all.

#include "mandate/store/event_store.hpp"
#include "store/sqlite.hpp"

#include <functional>
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

/// The same with all events that `rows` gives to what it is called with, in order of seq.
void create_ledger_file(
    const std::string& path, const std::string& shown, const ledger_identity& identity,
    const std::function<void(const std::function<void(const stored_event&)>&)>& rows);

/// Makes a database that is no ledger, in one transaction; what was at the path is replaced.
/// @throws error{errc::refused} if a ledger is there, or a folder.
void write_database_file(const std::string& path, const std::function<void(connection&)>& fill);

}  // namespace mandate::sqlite
