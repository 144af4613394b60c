#pragma once
// Where the events are kept: an ordered log that only grows. It knows nothing of what they mean.

#include "mandate/base/civil_day.hpp"

#include <cstdint>
#include <functional>
#include <istream>
#include <limits>
#include <memory>
#include <span>
#include <string>

namespace mandate {

/// One row of the table `event`, as stored. Final since 1.0; see hash_chain.hpp for the hashes.
struct stored_event {
    std::int64_t seq = 0;
    civil_day effective_on;
    std::int64_t recorded_at_us = 0;
    std::string actor;
    std::string request_id;   ///< may be empty
    std::string kind;         ///< name of the command
    std::int64_t schema = 1;  ///< of the payload
    std::int64_t corrects = 0;
    std::string salt;          ///< 16 bytes; empty: the payload was shredded
    std::string payload;       ///< JSON text, the command's fields; empty: it was shredded
    std::string payload_hash;  ///< 32 bytes
    std::string hash;          ///< 32 bytes

    /// Its words were destroyed by lawful order; the hashes stay.
    bool shredded() const noexcept { return payload.empty() && salt.empty(); }

    friend bool operator==(const stored_event&, const stored_event&) = default;
};

/// Fixed when a ledger is made.
struct ledger_identity {
    std::string id;  ///< 32 hexadecimal digits
    int utc_offset_minutes = 420;

    friend bool operator==(const ledger_identity&, const ledger_identity&) = default;
};
/// Of event_store::read: every row of the log, whatever its number.
constexpr std::int64_t before_all = std::numeric_limits<std::int64_t>::min();

/// A new one, with a random id.
ledger_identity new_identity(int utc_offset_minutes);

/// The end of a log as somebody knows it. The hash covers all events before it and the ledger's id,
/// so whoever has both stands on the same events.
struct log_head {
    std::int64_t revision = 0;  ///< the seq of the last event; 0: none
    std::string hash;           ///< of that event; of no account where there is none
};

enum class open_mode : std::uint8_t {
    read,    ///< an existing ledger; appending is refused with errc::read_only
    write,   ///< an existing ledger
    create,  ///< an existing ledger, or a new one: its file appears with the first batch
};

/// The first events of a log that is not there yet, put in bit by bit. Gone without a trace unless
/// commit() was called. One thread at a time, not always the same one.
class new_log {
public:
    virtual ~new_log() = default;

    virtual void put(std::span<const stored_event> more) = 0;
    /// What was put in, as event_store::read.
    virtual void read(std::int64_t after, const std::function<void(const stored_event&)>& take) = 0;
    /// Durably. @throws error{errc::conflict} if somebody else made the log meanwhile; read_only,
    /// full, io. On failure there is no log.
    virtual void commit() = 0;
};

/// One writer at a time, checked by `expected`; any number of readers. Calls on one object must not
/// overlap; the ledger sees to that. They come from any thread, those of read() also from one of
/// the ledger's own.
class event_store {
public:
    virtual ~event_store() = default;

    /// Fixed from the first event on. Before it, in mode create, it becomes another one if somebody
    /// else makes the file first: the append is then refused with errc::conflict. As of the last
    /// call: of a log that was put in this one's place, its identity.
    virtual const ledger_identity& identity() const noexcept = 0;
    /// The seq of the last event; 0 when there is none.
    virtual std::int64_t revision() = 0;
    /// The hash of an event as it is stored now; empty where there is no such event. Here it is
    /// read as a row.
    virtual std::string hash_of(std::int64_t seq);
    /// Appends all of `batch`, durably, or nothing. Their seq go on from that of `expected`.
    /// @throws error{errc::conflict} if the log does not end with `expected` (any more), by number
    /// and by hash; looked at under the lock of the append, because a log may fall back and be
    /// written on by others: a restored copy, another server. errc::read_only, busy, full, io. On
    /// failure the log is unchanged.
    virtual void append(const log_head& expected, std::span<const stored_event> batch) = 0;
    /// A log to be made in place of the first append; null where there are events, or where the
    /// store can do no such thing. Does not touch the store before its commit().
    virtual std::unique_ptr<new_log> begin_log();
    /// As append; with it, all or nothing, the payloads and salts of the events `shredded` are
    /// destroyed, also in what the store keeps beside the log (but not in backups, and not in what
    /// a server keeps of rows that were written over: see postgresql_store). Where the store can
    /// do no such thing, this refuses.
    virtual void append_and_shred(const log_head& expected, std::span<const stored_event> batch,
                                  std::span<const std::int64_t> shredded);
    /// Every event with seq > `after`, in order of seq; with before_all also rows that stand before
    /// event 1, where none of a ledger does.
    virtual void read(std::int64_t after, const std::function<void(const stored_event&)>& take) = 0;
    /// The same log opened once more, for reading only, so that long reads hold nobody up; null
    /// where that cannot be.
    virtual std::unique_ptr<event_store> another();
    /// What is wrong with the log itself, as far as it is known by now, in one line; empty:
    /// nothing. A damaged log can be read, without what is lost, and is never written to.
    virtual std::string damage() const;
    /// How many events there must be by what the store keeps besides them, read anew; 0: it keeps
    /// nothing that tells. Where the log ends earlier, events were taken away.
    virtual std::int64_t attested();
    /// What another hand has changed of that by which the store shows its events to others, in one
    /// line, read anew; empty: nothing. It counts for nothing here.
    virtual std::string altered_view();

    /// Bytes that the ledger keeps beside the log to be opened faster, as they were given or
    /// damaged, to be read from their beginning; null: none. A cache: a store need not keep any,
    /// and may lose them.
    virtual std::unique_ptr<std::istream> kept_snapshot();
    /// Replaces them by what `make` gives, where the log may be written to. Never fails.
    virtual void keep_snapshot(const std::function<std::string()>& make) noexcept;
    virtual void drop_snapshot() noexcept;
};

std::unique_ptr<event_store> memory_store(ledger_identity identity);

/// An SQLite file: WAL, synchronous FULL, STRICT tables, application_id "MNDT", user_version 1. In
/// mode create a file that is not there is made by the first append, whole or not at all. In a
/// child made by fork() each use throws error{errc::forked}; destruction leaves the file alone. The
/// snapshot is a file beside it, PATH-snapshot, with the same permissions; it may be deleted.
/// @throws error{errc::not_found} without a file in the other modes, or without its folder;
/// not_a_ledger for a folder, an empty or foreign file or another program's database; newer_format;
/// damaged; read_only; busy; full; io. A file that is refused is not touched, and nothing is left
/// beside it. Where nothing can be made beside it for locks (a folder that allows no writing, a
/// full disk), it is read without, unless a writer's log is there.
std::unique_ptr<event_store> sqlite_store(const std::string& path, open_mode mode,
                                          int utc_offset_minutes_if_new);

/// A ledger in a PostgreSQL database (12 or later), which many ledgers and many servers may share.
/// Form of the address, in which all but the ledger's name goes to libpq as it is (TLS,
/// credentials, several hosts):
///     postgresql://user@host:5432/database?ledger=province&sslmode=verify-full
///     mandate://user@host:5432/database/province?sslmode=verify-full
/// Tables in the schema `mandate`, made with the first batch; events keyed by (ledger, seq). An
/// append is optimistic: the slower of two writers gets errc::conflict. A connection that broke is
/// opened again by the next call; what only reads is asked a second time at once, an append never.
/// In a child made by fork() each use throws error{errc::forked}.
/// Of words that were destroyed (append_and_shred) the server keeps the old rows until VACUUM takes
/// them out of the table (VACUUM FULL mandate.event also out of its file), and its write-ahead log,
/// archive and replicas until these are gone: that is for whoever runs the server.
/// @throws error{errc::invalid_argument} for an address that cannot be read, or where the library
/// was built without libpq; not_found without such a ledger in the modes read and write;
/// newer_format; read_only without the rights; io without a server.
std::unique_ptr<event_store> postgresql_store(const std::string& address, open_mode mode,
                                              int utc_offset_minutes_if_new);
/// Whether the library was built with libpq.
bool has_postgresql() noexcept;

/// A store by its address: `postgresql://`, `postgres://` or `mandate://`, else the path of a file.
/// @throws error{errc::invalid_argument} for a path that holds `:/` or `password=`: an address in
/// another form (also one that went through a type of paths, which takes `//` for `/`), which is
/// not repeated.
std::unique_ptr<event_store> open_store(const std::string& address, open_mode mode,
                                        int utc_offset_minutes_if_new);

/// A new ledger file with all events of a store, damaged ones as they are: a backup, taken while
/// the store is in use. Whole or not at all.
/// @throws error{errc::conflict} where there is a file already; refused under a name that belongs
/// to a ledger beside it (its -wal, -shm, -journal or -snapshot); not_found without its folder; io,
/// full, read_only.
void write_ledger_file(const std::string& path, event_store& from);
/// The same into a ledger that is not yet there on a PostgreSQL server.
void write_postgresql_ledger(const std::string& address, event_store& from);
/// The one or the other, by the address as open_store takes it.
void copy_ledger(const std::string& address, event_store& from);

}  // namespace mandate
