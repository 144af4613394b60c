#include "store/sqlite_format.hpp"

#include "base/quote.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string_view>

namespace mandate::sqlite {
namespace {

using namespace std::string_view_literals;

constexpr std::int64_t application_id = 0x4D4E4454;  // "MNDT"
constexpr std::int64_t newest_format = 1;

// https://www.sqlite.org/fileformat.html, section 1.3: the first 100 bytes, numbers big-endian.
constexpr int header_size = 100;
constexpr auto magic = "SQLite format 3\0"sv;
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;

std::int64_t big_endian(std::string_view header, std::size_t at) noexcept {
    std::int64_t value = 0;
    for (const char byte : header.substr(at, 4))
        value = value * 256 + static_cast<unsigned char>(byte);
    return value;
}

// The two marks are written in the transaction that makes the tables.
constexpr auto schema = R"(
PRAGMA application_id = 0x4D4E4454;
PRAGMA user_version = 1;
CREATE TABLE ledger(
    id                 TEXT    NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    revision           INTEGER NOT NULL
) STRICT;
CREATE TABLE event(
    seq          INTEGER PRIMARY KEY NOT NULL,
    effective_on INTEGER NOT NULL,
    recorded_at  INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    request_id   TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    schema       INTEGER NOT NULL,
    corrects     INTEGER NOT NULL,
    salt         BLOB    NOT NULL,
    payload      TEXT    NOT NULL,
    payload_hash BLOB    NOT NULL,
    hash         BLOB    NOT NULL
) STRICT;
)";
constexpr auto view = R"(CREATE VIEW event_json AS SELECT seq, json_object(
    'seq',          seq,
    'command',      kind,
    'effective_on', date(effective_on * 86400, 'unixepoch'),
    'recorded_at',  strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at / 1000000, 'unixepoch'),
    'actor',        actor,
    'request_id',   nullif(request_id, ''),
    'corrects',     nullif(corrects, 0),
    'fields',       CASE WHEN json_valid(payload) THEN json(payload) END,
    'hash',         lower(hex(hash))) AS json
FROM event WHERE seq > 0)";

/// A number of days that no civil_day can hold was not written by us. Cut to the nearest one it
/// can, its event no longer fits its hash and is found out there, alone.
civil_day day_from(std::int64_t stored) noexcept {
    using limits = std::numeric_limits<std::int32_t>;
    return civil_day{
        static_cast<std::int32_t>(std::clamp<std::int64_t>(stored, limits::min(), limits::max()))};
}

void require_known_format(std::int64_t format, const std::string& shown) {
    if (format <= newest_format) return;
    const std::string theirs = to_text(format);
    const std::string ours = to_text(newest_format);
    throw error{errc::newer_format,
                path_in_quotes(shown) + " has format " + theirs +
                    " of a later Mandate; this one knows formats up to " + ours,
                {{"path", shown}, {"format", theirs}, {"newest_known", ours}}};
}

/// Files made before 1.0 was finished have no such column.
bool tells_revision(connection& on) {
    statement column{on, "SELECT 1 FROM pragma_table_info('ledger') WHERE name = 'revision'"};
    return column.step();
}

error refusal(errc code, const std::string& shown, const std::string& what) {
    return {code, path_in_quotes(shown) + " " + what, {{"path", shown}}};
}

}  // namespace

void require_ledger_file(const std::string& path, const std::string& shown) {
    std::error_code ignored;
    const std::filesystem::file_status status = std::filesystem::status(path, ignored);
    if (status.type() == std::filesystem::file_type::not_found)
        throw refusal(errc::not_found, shown, "is not there: no ledger to open");
    if (is_directory(status)) throw refusal(errc::not_a_ledger, shown, "is a folder, not a ledger");
    // A pipe or a device: opening it may wait for ever.
    if (exists(status) && !is_regular_file(status))
        throw refusal(errc::not_a_ledger, shown, "is not a plain file, so not a ledger");

    const std::string header = connection{path, access::read, shown}.first_bytes(header_size);
    if (std::filesystem::file_size(path, ignored) == 0)
        throw refusal(errc::not_a_ledger, shown, "is empty, not a ledger");
    if (!header.starts_with(magic))
        throw refusal(errc::not_a_ledger, shown, "is another kind of file, not a ledger");
    if (big_endian(header, application_id_at) != application_id)
        throw refusal(errc::not_a_ledger, shown, "is a database of another program, not a ledger");
    const std::int64_t format = big_endian(header, user_version_at);
    require_known_format(format, shown);
    if (format < 1)
        throw refusal(errc::not_a_ledger, shown, "has no format number, so is no ledger");
}

void create_tables(connection& on, const ledger_identity& identity) {
    on.execute(schema);
    on.execute(view);
    statement insert{on, "INSERT INTO ledger(id, utc_offset_minutes, revision) VALUES(?, ?, 0)"};
    insert.bind_text(1, identity.id);
    insert.bind(2, identity.utc_offset_minutes);
    insert.step();
}

ledger_identity read_identity(connection& on, const std::string& shown) {
    statement rows{on, "SELECT id, utc_offset_minutes FROM ledger"};
    if (!rows.step()) throw refusal(errc::damaged, shown, "is a ledger without identity");
    const ledger_identity identity{std::string{rows.bytes(0)}, static_cast<int>(rows.number(1))};
    if (rows.step()) throw refusal(errc::damaged, shown, "is a ledger with two identities");
    return identity;
}

void require_known_format(connection& on, const std::string& shown) {
    statement version{on, "PRAGMA user_version"};
    require_known_format(version.step() ? version.number(0) : 0, shown);
}

std::int64_t told_revision(connection& on) {
    if (!tells_revision(on)) return 0;
    statement told{on, "SELECT max(revision) FROM ledger"};
    return told.step() ? told.number(0) : 0;  // NULL reads as 0
}

std::int64_t last_seq(connection& on) {
    statement head{on, "SELECT max(seq) FROM event WHERE seq > 0"};
    return std::max(head.step() ? head.number(0) : 0, told_revision(on));
}

log_head last_row(connection& on) {
    statement head{on, "SELECT seq, hash FROM event WHERE seq > 0 ORDER BY seq DESC LIMIT 1"};
    if (!head.step()) return {};
    return {head.number(0), std::string{head.bytes(1)}};
}

log_head last_event(connection& on) {
    log_head last = last_row(on);
    if (const std::int64_t told = told_revision(on); told > last.revision) last = {told, {}};
    return last;
}

std::string hash_of(connection& on, std::int64_t seq) {
    statement one{on, "SELECT hash FROM event WHERE seq = ?"};
    one.bind(1, seq);
    return one.step() ? std::string{one.bytes(0)} : std::string{};
}

bool has_own_view(connection& on) {
    statement made{on, "SELECT sql FROM sqlite_master WHERE type = 'view' AND name = 'event_json'"};
    return made.step() && made.bytes(0) == view;
}

inserter::inserter(connection& on)
    : row_{on,
           "INSERT INTO event(seq, effective_on, recorded_at, actor, request_id, kind, schema,"
           " corrects, salt, payload, payload_hash, hash) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"} {}

void inserter::put(const stored_event& e) {
    row_.bind(1, e.seq);
    row_.bind(2, e.effective_on.since_epoch());
    row_.bind(3, e.recorded_at_us);
    row_.bind_text(4, e.actor);
    row_.bind_text(5, e.request_id);
    row_.bind_text(6, e.kind);
    row_.bind(7, e.schema);
    row_.bind(8, e.corrects);
    row_.bind_blob(9, e.salt);
    row_.bind_text(10, e.payload);
    row_.bind_blob(11, e.payload_hash);
    row_.bind_blob(12, e.hash);
    row_.step();
    row_.reset();
}

void tell_revision(connection& on, std::int64_t last) {
    if (!tells_revision(on)) return;
    statement row{on, "UPDATE ledger SET revision = ?"};
    row.bind(1, last);
    row.step();
}

void insert(connection& on, std::span<const stored_event> batch) {
    if (batch.empty()) return;
    inserter into{on};
    for (const stored_event& e : batch) into.put(e);
    tell_revision(on, batch.back().seq);
}

void salvage(connection& on, std::int64_t after,
             const std::function<void(const stored_event&)>& take) {
    statement row{on, "SELECT hash FROM event WHERE seq = ?"};
    const auto readable = [&](std::int64_t seq) {
        row.reset();
        row.bind(1, seq);
        try {
            return row.step();
        } catch (const error& e) {
            if (e.code() != errc::damaged) throw;
            return false;
        }
    };
    // The next row that can be read, by one look after the other, and after many by doubling.
    const auto next_readable = [&](std::int64_t from) {
        constexpr std::int64_t one_by_one = 256, farthest = std::int64_t{1} << 24;
        for (std::int64_t i = 0; i < one_by_one; ++i)
            if (readable(from + i)) return from + i;
        for (std::int64_t step = one_by_one; step < farthest; step *= 2) {
            if (!readable(from + 2 * step)) continue;
            std::int64_t lost = from + step, found = from + 2 * step;
            while (found - lost > 1) {
                const std::int64_t middle = lost + (found - lost) / 2;
                (readable(middle) ? found : lost) = middle;
            }
            return found;
        }
        return std::int64_t{0};
    };
    for (std::int64_t next = after + 1; next != 0;) {
        const std::int64_t start = next;
        bool taking = false;
        try {
            select(on, next - 1, [&](const stored_event& e) {
                taking = true;
                take(e);
                taking = false;
                if (e.seq < std::numeric_limits<std::int64_t>::max())
                    next = std::max(next, e.seq + 1);
            });
            return;
        } catch (const error& e) {
            if (taking || e.code() != errc::damaged) throw;
        }
        // A row that has a number may still not be readable as a whole: always on.
        next = next_readable(next == start ? next + 1 : next);
    }
}

void shred(connection& on, std::span<const std::int64_t> events) {
    statement row{on, "UPDATE event SET salt = x'', payload = '' WHERE seq = ?"};
    for (const std::int64_t seq : events) {
        row.bind(1, seq);
        row.step();
        row.reset();
    }
}

void select(connection& on, std::int64_t after,
            const std::function<void(const stored_event&)>& take) {
    statement row{
        on,
        "SELECT seq, effective_on, recorded_at, actor, request_id, kind, schema, corrects,"
        " salt, payload, payload_hash, hash FROM event WHERE seq >= ? ORDER BY seq"};
    if (after == std::numeric_limits<std::int64_t>::max()) return;
    row.bind(1, after == before_all ? after : after + 1);
    stored_event e;  // one for all rows: its texts keep their memory
    while (row.step()) {
        e.seq = row.number(0);
        e.effective_on = day_from(row.number(1));
        e.recorded_at_us = row.number(2);
        e.actor = row.bytes(3);
        e.request_id = row.bytes(4);
        e.kind = row.bytes(5);
        e.schema = row.number(6);
        e.corrects = row.number(7);
        e.salt = row.bytes(8);
        e.payload = row.bytes(9);
        e.payload_hash = row.bytes(10);
        e.hash = row.bytes(11);
        take(e);
    }
}

}  // namespace mandate::sqlite
