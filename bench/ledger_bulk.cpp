// D2 and D3: many events at once. The goal of D2 is that of the load of sealed rows into a store;
// what judging and applying each command adds is told beside it, as with D1.
#include "judge.hpp"
#include "ledger_bench.hpp"
#include "mandate/exchange/json_reader.hpp"
#include "mandate/ledger/ledger.hpp"
#include "mandate/store/event_store.hpp"
#include "mandate/store/hash_chain.hpp"
#include "stopwatch.hpp"

#include <sodium.h>
#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace mandate::bench {
namespace {

namespace fs = std::filesystem;

void check(int result, sqlite3* db) {
    if (result != SQLITE_OK && result != SQLITE_ROW && result != SQLITE_DONE)
        throw std::runtime_error{sqlite3_errmsg(db)};
}

struct database {
    explicit database(const std::string& path) {
        check(sqlite3_open(path.c_str(), &handle), handle);
    }
    ~database() { sqlite3_close(handle); }
    database(const database&) = delete;
    database& operator=(const database&) = delete;
    void run(const char* sql) const {
        check(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), handle);
    }
    sqlite3* handle = nullptr;
};

/// The rows into a new file, in one durable transaction: what SQLite alone takes.
void insert_bare(const std::vector<stored_event>& rows, const std::string& path) {
    fs::remove(path);
    const database to{path};
    to.run(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; BEGIN;"
        "CREATE TABLE event(seq INTEGER PRIMARY KEY NOT NULL, effective_on INTEGER NOT NULL,"
        "recorded_at INTEGER NOT NULL, actor TEXT NOT NULL, request_id TEXT NOT NULL,"
        "kind TEXT NOT NULL, schema INTEGER NOT NULL, corrects INTEGER NOT NULL,"
        "salt BLOB NOT NULL, payload TEXT NOT NULL, payload_hash BLOB NOT NULL,"
        "hash BLOB NOT NULL) STRICT;");
    sqlite3_stmt* in = nullptr;
    check(sqlite3_prepare_v2(to.handle, "INSERT INTO event VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", -1,
                             &in, nullptr),
          to.handle);
    for (const stored_event& e : rows) {
        int at = 0;
        const auto number = [&](std::int64_t n) { sqlite3_bind_int64(in, ++at, n); };
        const auto text = [&](const std::string& t) {
            sqlite3_bind_text(in, ++at, t.data(), static_cast<int>(t.size()), SQLITE_STATIC);
        };
        const auto blob = [&](const std::string& b) {
            sqlite3_bind_blob(in, ++at, b.data(), static_cast<int>(b.size()), SQLITE_STATIC);
        };
        number(e.seq), number(e.effective_on.since_epoch()), number(e.recorded_at_us);
        text(e.actor), text(e.request_id), text(e.kind), number(e.schema), number(e.corrects);
        blob(e.salt), text(e.payload), blob(e.payload_hash), blob(e.hash);
        check(sqlite3_step(in), to.handle);
        sqlite3_reset(in);
    }
    sqlite3_finalize(in);
    to.run("COMMIT");
}

/// One pass over all bytes of the rows, hashed event by event.
void hash_bare(const std::vector<stored_event>& rows) {
    unsigned char digest[crypto_hash_sha256_BYTES];
    for (const stored_event& e : rows) {
        crypto_hash_sha256_state state;
        crypto_hash_sha256_init(&state);
        for (const std::string* text :
             {&e.actor, &e.request_id, &e.kind, &e.salt, &e.payload, &e.payload_hash, &e.hash})
            crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(text->data()),
                                      text->size());
        crypto_hash_sha256_final(&state, digest);
    }
}

std::size_t scan_bare(const std::string& path) {
    const database of{path};
    sqlite3_stmt* row = nullptr;
    check(sqlite3_prepare_v2(
              of.handle,
              "SELECT seq, effective_on, recorded_at, actor, request_id, kind, schema, corrects,"
              " salt, payload, payload_hash, hash FROM event ORDER BY seq",
              -1, &row, nullptr),
          of.handle);
    std::size_t bytes = 0;
    while (sqlite3_step(row) == SQLITE_ROW)
        for (int c = 0; c < 12; ++c) {
            if (sqlite3_column_type(row, c) == SQLITE_INTEGER) {
                bytes += static_cast<std::size_t>(sqlite3_column_int64(row, c)) & 1;
                continue;
            }
            sqlite3_column_blob(row, c);
            bytes += static_cast<std::size_t>(sqlite3_column_bytes(row, c));
        }
    sqlite3_finalize(row);
    return bytes;
}

void read_and_pass(const std::string& path) {
    std::string bytes(fs::file_size(path), '\0');
    std::ifstream{path, std::ios::binary}.read(bytes.data(),
                                               static_cast<std::streamsize>(bytes.size()));
    std::uint64_t sum = 0, word = 0;
    for (std::size_t at = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        sum += word;
    }
    if (sum == 1) throw std::runtime_error{"snapshot"};  // so that the pass is made
}

std::vector<stored_event> rows_of(const std::string& path) {
    std::vector<stored_event> rows;
    sqlite_store(path, open_mode::read, 0)->read(0, [&](const stored_event& e) {
        rows.push_back(e);
    });
    return rows;
}

/// The rows as a new chain in a new file: what a store does for a bulk load.
void load_into_store(std::vector<stored_event> rows, const std::string& path) {
    fs::remove(path);
    const auto store = sqlite_store(path, open_mode::create, 420);
    seal(rows, genesis_hash(store->identity()), store->identity());
    store->append({}, rows);
}

struct readings {
    std::vector<double> first, again;
};

}  // namespace

reading seconds_to_read(std::string_view way, const std::string& path) {
    const auto once = [&] {
        if (way == "scan") return wall_seconds([&] { scan_bare(path); });
        if (way == "bytes") return wall_seconds([&] { read_and_pass(path); });
        std::unique_ptr<ledger> l;
        return wall_seconds([&] {
            l = ledger::open(path, open_mode::read);
            l->ask({parse_day("2024-04-25"), {}, {}}, question_kind::schedule_findings, {});
        });
    };
    const double first = once();
    return {first, once()};
}

void bulk(const std::string& program, const std::string& folder, int tasks, int repetitions) {
    const std::vector<command> all = read_json_commands(plan_as_json(tasks), 420);
    const std::string path = folder + "/d2.mandate", bare = folder + "/bare.db";
    std::vector<double> imports, loads, inserts, hashes, closes;
    readings opens, scans, from_snapshot, blobs;
    const auto time = [](std::vector<double>& into, auto&& work) {
        into.push_back(wall_seconds(work));
    };
    const auto time_reading = [&](const char* way, const std::string& file, readings& into) {
        const std::string line = "'" + program + "' --read " + way + " '" + file + "'";
        std::FILE* const told = popen(line.c_str(), "r");
        double first = 0, again = 0;
        const bool is_told = told != nullptr && std::fscanf(told, "%lf %lf", &first, &again) == 2;
        if (told == nullptr || pclose(told) != 0 || !is_told)
            throw std::runtime_error{line + " failed"};
        into.first.push_back(first), into.again.push_back(again);
    };
    for (int r = 0; r < repetitions; ++r) {
        for (const char* suffix : {"", "-wal", "-shm", "-snapshot"}) fs::remove(path + suffix);
        auto made = ledger::open(path, open_mode::create);
        time(imports, [&] { made->import(clerk(), all); });
        time(closes, [&] { made.reset(); });
        const std::vector<stored_event> rows = rows_of(path);
        time(loads, [&, copy = rows]() mutable {
            load_into_store(std::move(copy), folder + "/store.mandate");
        });
        time(inserts, [&] { insert_bare(rows, bare); });
        time(hashes, [&] { hash_bare(rows); });
        constexpr int times = 3;  // in turn, so that both meet the same machine
        for (int i = 0; i < times; ++i) {
            time_reading("open", path, from_snapshot);
            time_reading("bytes", path + "-snapshot", blobs);
        }
        fs::remove(path + "-snapshot");
        for (int i = 0; i < times; ++i) {
            time_reading("scan", path, scans);
            time_reading("open", path, opens);
        }
    }
    const auto us = [&](const std::vector<double>& of) {
        return quantile(of, 0.5) * 1e6 / static_cast<double>(all.size());
    };
    std::printf(
        "%zu events, us each: import, judged %.2f; store, sealed %.2f; bare inserts %.2f; SHA-256 "
        "%.2f; closing with a snapshot %.2f\nread again (and first): open with schedule from rows "
        "%.2f (%.2f); bare scan %.2f (%.2f); from a snapshot %.2f (%.2f); its bytes and one pass "
        "%.2f (%.2f)\n",
        all.size(), us(imports), us(loads), us(inserts), us(hashes), us(closes), us(opens.again),
        us(opens.first), us(scans.again), us(scans.first), us(from_snapshot.again),
        us(from_snapshot.first), us(blobs.again), us(blobs.first));
    judge("D2", "bulk load into a store over bare inserts + SHA-256",
          us(loads) / (us(inserts) + us(hashes)), 1.35);
    std::printf("    every command judged and applied, too: %.2f of that\n",
                us(imports) / (us(inserts) + us(hashes)));
    judge("D3", "open from rows, schedule ready, over a bare scan",
          us(opens.again) / us(scans.again), 2.5);
    judge("D3", "open from a snapshot, schedule ready, over its bytes and one pass",
          us(from_snapshot.again) / us(blobs.again), 3);
}

}  // namespace mandate::bench
