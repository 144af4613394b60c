// Plain SQL, so that it also runs on engines that speak PostgreSQL's protocol. The row of a ledger
// holds its revision; an append moves it on if it is still the expected one, so the slower of two
// writers waits for the faster one's commit and then finds that it was not first.
#include "base/os.hpp"
#include "base/quote.hpp"
#include "mandate/base/text.hpp"
#include "mandate/store/event_store.hpp"
#include "store/event_store_checks.hpp"
#include "store/postgresql.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using postgresql::connection;
using postgresql::libpq;
using postgresql::result;

constexpr std::int64_t newest_format = 1;

constexpr const char* tables = R"(
CREATE TABLE IF NOT EXISTS mandate.format(version bigint NOT NULL PRIMARY KEY);
INSERT INTO mandate.format(version) VALUES(1) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS mandate.ledger(
    ledger             text   NOT NULL PRIMARY KEY,
    id                 text   NOT NULL,
    utc_offset_minutes bigint NOT NULL,
    revision           bigint NOT NULL
);
CREATE TABLE IF NOT EXISTS mandate.event(
    ledger       text   NOT NULL,
    seq          bigint NOT NULL,
    effective_on bigint NOT NULL,
    recorded_at  bigint NOT NULL,
    actor        text   NOT NULL,
    request_id   text   NOT NULL,
    kind         text   NOT NULL,
    schema       bigint NOT NULL,
    corrects     bigint NOT NULL,
    salt         bytea  NOT NULL,
    payload      text   NOT NULL,
    payload_hash bytea  NOT NULL,
    hash         bytea  NOT NULL,
    PRIMARY KEY(ledger, seq)
);
)";

/// The rows of a query, one at a time. What is not read is thrown away at the end.
class row_reader {
public:
    explicit row_reader(connection& on) : on_{on} {}
    ~row_reader() {
        if (!open_) return;
        if (PGcancel* stop = libpq().PQgetCancel(on_.handle())) {
            char ignored[256];
            libpq().PQcancel(stop, ignored, sizeof ignored);
            libpq().PQfreeCancel(stop);
        }
        while (PGresult* left = libpq().PQgetResult(on_.handle())) libpq().PQclear(left);
    }
    row_reader(const row_reader&) = delete;
    row_reader& operator=(const row_reader&) = delete;

    std::optional<result> next() {
        result row{libpq().PQgetResult(on_.handle())};
        if (row.raw() == nullptr) return open_ = false, std::nullopt;
        const ExecStatusType status = libpq().PQresultStatus(row.raw());
        if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK) on_.fail(row.raw());
        return row;
    }

private:
    connection& on_;
    bool open_ = true;
};

/// One row of COPY ... (FORMAT binary): the count of fields, then each after its length.
class copied_row {
public:
    copied_row() : bytes_{postgresql::big_endian(13, 2)} {}
    void put(std::string_view field) {
        bytes_ += postgresql::big_endian(field.size(), 4);
        bytes_ += field;
    }
    void put(std::int64_t number) {
        put(postgresql::big_endian(static_cast<std::uint64_t>(number), 8));
    }
    const std::string& bytes() const noexcept { return bytes_; }

private:
    std::string bytes_;
};

class postgresql_log final : public event_store {
public:
    postgresql_log(const std::string& text, open_mode mode, int utc_offset_minutes_if_new)
        : text_{text}, to_{postgresql::read_address(text)}, mode_{mode}, db_{to_} {
        if (find()) return;
        if (mode != open_mode::create)
            throw error{
                errc::not_found,
                "there is no ledger " + in_quotes(to_.ledger) + " at " + path_in_quotes(to_.shown),
                {{"path", to_.shown}}};
        identity_ = new_identity(utc_offset_minutes_if_new);
    }
    ~postgresql_log() override {
        if (!process_.holds()) db_.abandon();
    }
    postgresql_log(const postgresql_log&) = delete;
    postgresql_log& operator=(const postgresql_log&) = delete;

    const ledger_identity& identity() const noexcept override { return identity_; }

    std::int64_t revision() override {
        return asked([&]() -> std::int64_t {
            if (!found_ && !find()) return 0;
            const result row = db_.query(
                "SELECT revision, id, utc_offset_minutes FROM mandate.ledger WHERE ledger = $1",
                {to_.ledger});
            if (row.rows() == 0) return 0;
            take_identity(row, 1);
            return std::max<std::int64_t>(row.number(0, 0), 0);
        });
    }

    std::string hash_of(std::int64_t seq) override {
        return asked([&] {
            if (!found_ && !find()) return std::string{};
            const result row = db_.query(
                "SELECT hash FROM mandate.event WHERE ledger = $1 AND seq = $2", {to_.ledger, seq});
            return row.rows() == 0 ? std::string{} : std::string{row.bytes(0, 0)};
        });
    }

    /// Its row is made with its first event.
    std::int64_t attested() override {
        const std::int64_t told = revision();
        return found_ ? std::max<std::int64_t>(told, 1) : 0;
    }

    void append(const log_head& expected, std::span<const stored_event> batch) override {
        append_and_shred(expected, batch, {});
    }

    void append_and_shred(const log_head& expected, std::span<const stored_event> batch,
                          std::span<const std::int64_t> shredded) override {
        if (mode_ == open_mode::read)
            throw error{errc::read_only,
                        "ledger " + path_in_quotes(to_.shown) + " was opened for reading only",
                        {{"path", to_.shown}}};
        require_sequence(expected.revision, batch);
        const std::int64_t before = revision();
        if (before != expected.revision || batch.empty())
            return require_head(expected, {before, hash_of(before)});
        in_one_transaction([&] {
            move_on(expected, batch.back().seq);
            copy(batch);
            for (const std::int64_t seq : shredded)
                db_.query(
                    "UPDATE mandate.event SET salt = '', payload = ''"
                    " WHERE ledger = $1 AND seq = $2",
                    {to_.ledger, seq});
        });
        found_ = true;
    }

    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override {
        if (after == std::numeric_limits<std::int64_t>::max()) return;
        std::optional<row_reader> rows;
        std::optional<result> row = asked([&]() -> std::optional<result> {
            if (!found_ && !find()) return std::nullopt;
            db_.send(
                "SELECT seq, effective_on, recorded_at, actor, request_id, kind, schema,"
                " corrects, salt, payload, payload_hash, hash FROM mandate.event"
                " WHERE ledger = $1 AND seq >= $2 ORDER BY seq",
                {to_.ledger, after == before_all ? after : after + 1});
            rows.emplace(db_);
            try {
                return rows->next();
            } catch (...) {
                rows.reset();
                throw;
            }
        });
        stored_event e;  // one for all rows: its texts keep their memory
        for (; row; row = rows->next()) {
            if (row->rows() == 0) continue;  // the end
            e.seq = row->number(0, 0);
            using limits = std::numeric_limits<std::int32_t>;
            e.effective_on = civil_day{static_cast<std::int32_t>(
                std::clamp<std::int64_t>(row->number(0, 1), limits::min(), limits::max()))};
            e.recorded_at_us = row->number(0, 2);
            e.actor = row->bytes(0, 3);
            e.request_id = row->bytes(0, 4);
            e.kind = row->bytes(0, 5);
            e.schema = row->number(0, 6);
            e.corrects = row->number(0, 7);
            e.salt = row->bytes(0, 8);
            e.payload = row->bytes(0, 9);
            e.payload_hash = row->bytes(0, 10);
            e.hash = row->bytes(0, 11);
            take(e);
        }
    }

    /// All rows as they are, in one transaction.
    void take_all_of(event_store& from) {
        if (found_)
            throw error{errc::conflict,
                        "ledger " + path_in_quotes(to_.shown) +
                            " is there already; a backup overwrites nothing",
                        {{"path", to_.shown}}};
        identity_ = from.identity();
        in_one_transaction([&] {
            move_on({}, from.revision());
            constexpr std::size_t at_once = 1000;
            std::vector<stored_event> some;
            std::int64_t last = 0;
            from.read(0, [&](const stored_event& e) {
                if (e.seq <= last) return;  // of a damaged log: a row that is out of place
                last = e.seq;
                some.push_back(e);
                if (some.size() == at_once) copy(some), some.clear();
            });
            copy(some);
            // Somebody may have recorded more in the meantime.
            db_.query("UPDATE mandate.ledger SET revision = $2 WHERE ledger = $1",
                      {to_.ledger, last});
        });
    }

    std::unique_ptr<event_store> another() override {
        if (!asked([&] { return found_ || find(); })) return nullptr;
        return std::make_unique<postgresql_log>(text_, open_mode::read, 0);
    }

private:
    void connect() {
        process_.require("ledger " + path_in_quotes(to_.shown));
        db_.connect();
    }

    /// The answer to a question that changes nothing. That a server was started again is noticed
    /// only by the first one that fails: it is asked once more.
    template <class Ask>
    std::invoke_result_t<Ask> asked(Ask ask) {
        connect();
        try {
            return ask();
        } catch (const error&) {
            if (!db_.is_broken()) throw;
        }
        connect();
        return ask();
    }

    bool has_tables() {
        return db_.query(
                      "SELECT 1 FROM pg_catalog.pg_tables"
                      " WHERE schemaname = 'mandate' AND tablename = 'ledger'",
                      {})
                   .rows() > 0;
    }

    /// Only what is missing: who may fill the tables need not have the right to make any.
    void make_tables() {
        if (has_tables()) return;
        if (db_.query("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = 'mandate'", {})
                .rows() == 0)
            db_.execute("CREATE SCHEMA IF NOT EXISTS mandate");
        db_.execute(tables);
    }

    void require_known_format(std::int64_t format) const {
        if (format > newest_format)
            throw error{errc::newer_format,
                        path_in_quotes(to_.shown) + " has format " + to_text(format) +
                            " of a later Mandate; this one knows formats up to " +
                            to_text(newest_format),
                        {{"path", to_.shown}}};
    }

    void take_identity(const result& row, int column) {
        identity_ = {std::string{row.bytes(0, column)},
                     static_cast<int>(row.number(0, column + 1))};
    }

    /// Whether the ledger is there; takes its identity.
    bool find() {
        if (!has_tables()) return false;
        const result format = db_.query("SELECT max(version) FROM mandate.format", {});
        if (format.rows() == 1) require_known_format(format.number(0, 0));
        const result row = db_.query(
            "SELECT id, utc_offset_minutes FROM mandate.ledger WHERE ledger = $1", {to_.ledger});
        if (row.rows() == 0) return false;
        take_identity(row, 0);
        return found_ = true;
    }

    /// Does the work in one transaction, with the tables, where they are to be made: if it fails,
    /// they are not there either. Two that make them at once may run into each other: one of them
    /// tries again.
    template <class Work>
    void in_one_transaction(Work work) {
        for (int attempt = 0;; ++attempt) {
            try {
                postgresql::transaction all{db_};
                if (!found_) make_tables();
                work();
                return all.commit();
            } catch (const error& e) {
                if (found_ || (e.code() != errc::conflict && e.code() != errc::damaged)) throw;
                if (attempt == 3 || find()) throw;
            }
        }
    }

    /// From here on the row of the ledger is locked: others wait. One statement moves it, and tells
    /// what it stands on; and where the server is set to acknowledge before it has written, sees to
    /// it that this transaction waits.
    void move_on(const log_head& expected, std::int64_t last) {
        const result moved =
            found_
                ? db_.query(
                      "UPDATE mandate.ledger SET revision = $2"
                      " WHERE ledger = $1 AND revision = $3 AND id = $4"
                      " RETURNING (SELECT max(version) FROM mandate.format),"
                      " (SELECT hash FROM mandate.event AS e WHERE e.ledger = $1 AND e.seq = $3),"
                      " (SELECT set_config('synchronous_commit', 'on', true)"
                      " WHERE current_setting('synchronous_commit') = 'off')",
                      {to_.ledger, last, expected.revision, identity_.id})
                : db_.query(
                      "INSERT INTO mandate.ledger(ledger, id, utc_offset_minutes,"
                      " revision) VALUES($1, $2, $3, $4) ON CONFLICT DO NOTHING"
                      " RETURNING (SELECT max(version) FROM mandate.format), ''::bytea,"
                      " (SELECT set_config('synchronous_commit', 'on', true)"
                      " WHERE current_setting('synchronous_commit') = 'off')",
                      {to_.ledger, identity_.id, std::int64_t{identity_.utc_offset_minutes}, last});
        if (moved.rows() == 0)
            throw error{errc::conflict,
                        "the ledger is not at revision " + to_text(expected.revision) + " any more",
                        {{"expected", to_text(expected.revision)}}};
        if (!found_ &&
            db_.query("SELECT 1 FROM mandate.event WHERE ledger = $1 LIMIT 1", {to_.ledger})
                    .rows() != 0)
            throw error{errc::damaged,
                        "ledger " + path_in_quotes(to_.shown) +
                            ": it has events, but no row in mandate.ledger; nothing is recorded "
                            "without one",
                        {{"path", to_.shown}}};
        require_known_format(moved.number(0, 0));
        require_head(expected, {expected.revision, std::string{moved.bytes(0, 1)}});
    }

    void copy(std::span<const stored_event> batch) {
        const result begun{libpq().PQexec(
            db_.handle(),
            "COPY mandate.event(ledger, seq, effective_on, recorded_at, actor, request_id,"
            " kind, schema, corrects, salt, payload, payload_hash, hash)"
            " FROM STDIN (FORMAT binary)")};
        if (libpq().PQresultStatus(begun.raw()) != PGRES_COPY_IN) db_.fail(begun.raw());
        send(std::string{"PGCOPY\n\xFF\r\n\0", 11} + std::string(8, '\0'));
        for (const stored_event& e : batch) {
            copied_row row;
            row.put(to_.ledger);
            row.put(e.seq);
            row.put(std::int64_t{e.effective_on.since_epoch()});
            row.put(e.recorded_at_us);
            for (const std::string* text : {&e.actor, &e.request_id, &e.kind}) row.put(*text);
            row.put(e.schema);
            row.put(e.corrects);
            for (const std::string* bytes : {&e.salt, &e.payload, &e.payload_hash, &e.hash})
                row.put(*bytes);
            send(row.bytes());
        }
        send("\xFF\xFF");
        if (libpq().PQputCopyEnd(db_.handle(), nullptr) != 1) db_.fail(nullptr);
        std::optional<error> wrong;
        while (PGresult* raw = libpq().PQgetResult(db_.handle())) {
            const result done{raw};
            if (libpq().PQresultStatus(raw) == PGRES_COMMAND_OK || wrong) continue;
            try {
                db_.fail(raw);
            } catch (const error& e) {
                wrong = e;
            }
        }
        if (wrong) throw *wrong;
    }

    void send(const std::string& bytes) {
        if (libpq().PQputCopyData(db_.handle(), bytes.data(), static_cast<int>(bytes.size())) != 1)
            db_.fail(nullptr);
    }

    const std::string text_;
    const postgresql::address to_;
    const open_mode mode_;
    const fork_guard process_;
    connection db_;
    ledger_identity identity_;
    bool found_ = false;  ///< the ledger has its row
};

}  // namespace

std::unique_ptr<event_store> postgresql_store(const std::string& address, open_mode mode,
                                              int utc_offset_minutes_if_new) {
    return std::make_unique<postgresql_log>(address, mode, utc_offset_minutes_if_new);
}

void write_postgresql_ledger(const std::string& address, event_store& from) {
    postgresql_log{address, open_mode::create, 0}.take_all_of(from);
}

bool has_postgresql() noexcept { return true; }

}  // namespace mandate
