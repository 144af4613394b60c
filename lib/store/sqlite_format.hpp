#pragma once
// The tables of a ledger file, their rows, and the marks by which a file is known to be one. Final
// since 1.0: what is written here is read for ever.

#include "mandate/store/event_store.hpp"
#include "store/sqlite.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace mandate::sqlite {

/// @throws error{errc::not_found, not_a_ledger, newer_format, io}. Reads 100 bytes, takes no lock,
/// leaves no trace.
/// @param shown the path as the user wrote it, for the message.
void require_ledger_file(const std::string& path, const std::string& shown);

/// The tables, the identity and the marks of the file. @pre in a transaction, in an empty file.
void create_tables(connection& on, const ledger_identity& identity);

/// @throws error{errc::damaged} unless there is exactly one.
ledger_identity read_identity(connection& on, const std::string& shown);

/// The header of require_ledger_file is the main file's; a newer format may still be in the log.
/// @throws error{errc::newer_format}
void require_known_format(connection& on, const std::string& shown);

/// The seq of the last event that was put in, as the table `ledger` tells it besides the events: so
/// it is seen where the last of them were taken out. 0: it does not tell.
std::int64_t told_revision(connection& on);
/// @pre in the transaction that puts that event in.
void tell_revision(connection& on, std::int64_t last);
/// The seq of the last event, there or told; 0 when there is none.
std::int64_t last_seq(connection& on);
/// The last event that is there, whatever is told.
log_head last_row(connection& on);
/// The last event, there or told, with its hash, which is empty where it is not there.
log_head last_event(connection& on);
/// The stored hash of an event; empty: it is not there.
std::string hash_of(connection& on, std::int64_t seq);

/// Whether the view `event_json` is the one that create_tables makes.
bool has_own_view(connection& on);

/// Puts rows into the table of events, and only there. @pre in a transaction.
class inserter {
public:
    explicit inserter(connection& on);
    void put(const stored_event& e);

private:
    statement row_;
};
/// Puts the batch in, and tells its last event. @pre in a transaction.
void insert(connection& on, std::span<const stored_event> batch);

/// Overwrites payload and salt of these events. @pre in a transaction, with secure_delete on.
void shred(connection& on, std::span<const std::int64_t> events);

/// Every event with seq > `after`, in order of seq.
void select(connection& on, std::int64_t after,
            const std::function<void(const stored_event&)>& take);

/// As select, where some pages of the file cannot be read: the rows on the others. Where more than
/// 256 rows in a row are lost, a few readable ones among them may be left out. Cost: a look-up for
/// each row lost, up to 256 for each gap and for the end.
void salvage(connection& on, std::int64_t after,
             const std::function<void(const stored_event&)>& take);

}  // namespace mandate::sqlite
