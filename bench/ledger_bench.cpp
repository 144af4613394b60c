// What does it cost to be durable, and to be read again? Against the bare figures of the same run:
//   D1  one event recorded durably, beside one write of as many bytes with fdatasync; a batch of
//   64;
//       32 threads of single events
//   D2  a bulk import, beside bare SQLite inserts of the same rows and one SHA-256 pass over them
//   D3  opening a ledger until its schedule is there: from its rows, beside a bare SQLite scan of
//       them; from its snapshot, beside reading as many bytes and one pass over them
//   J1  JSON text to checked commands, beside Boost.JSON's document tree of the same text
// Usage: ledger_bench [--events N] [--repetitions N] [FOLDER]; the folder decides which disk.
#include "judge.hpp"
#include "mandate/exchange/json_reader.hpp"
#include "mandate/ledger/ledger.hpp"
#include "stopwatch.hpp"

#include <boost/json/parse.hpp>
#include <sodium.h>
#include <sqlite3.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace mandate::bench {
namespace {

namespace fs = std::filesystem;

/// Waiting for the disk counts here, so this is the time on the wall.
template <class Work>
double wall_seconds(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

act clerk() { return {parse_day("2024-04-25"), 1'714'021'200'000'000, "clerk", ""}; }

void check(int result, sqlite3* db) {
    if (result != SQLITE_OK && result != SQLITE_ROW && result != SQLITE_DONE)
        throw std::runtime_error{sqlite3_errmsg(db)};
}

command report(int percent) {
    command c;
    c.kind = command_kind::report_progress;
    c.effective_on = parse_day("2024-04-24");
    c.values = {{field::task, std::string{"T0"}}, {field::percent, std::int64_t{percent % 100}}};
    return c;
}

/// Tasks of about 330 bytes as JSON, each with up to three links to earlier ones.
std::string made_up_json(int tasks) {
    std::string text =
        R"({"command":"add_agency","effective_on":"2024-01-02","agency":"A","name_vi":"Agency A"})";
    for (int i = 0; i < tasks; ++i) {
        const std::string number = std::to_string(i);
        text += "\n{\"command\":\"assign_task\",\"effective_on\":\"2024-01-10\",\"task\":\"T" +
                number + "\",\"title_vi\":\"Nhiệm vụ số " + number +
                ": rà soát, hoàn thiện hồ sơ và báo cáo kết quả thực hiện theo kế hoạch đã được "
                "phê duyệt\",\"lead\":[\"A\"],\"deadline\":\"2024-0" +
                std::to_string(1 + i % 9) +
                "-15\",\"deadline_as_stated\":\"trước ngày 16 hằng tháng\",\"duration\":" +
                std::to_string(1 + i % 9) + "}";
    }
    return text;
}

std::string made_up_links(int tasks) {
    std::string text;
    for (int i = 1; i < tasks; ++i)
        text += "{\"command\":\"link_tasks\",\"effective_on\":\"2024-01-10\",\"link\":\"L" +
                std::to_string(i) + "\",\"task\":\"T" + std::to_string(i) + "\",\"after\":\"T" +
                std::to_string(i - 1 - (i * 7919) % std::min(i, 50)) + "\"}\n";
    return text;
}

// ---- D1 -----------------------------------------------------------------------------------------

void durable_appends(const std::string& folder, int times) {
    const std::string path = folder + "/d1.mandate";
    const auto l = ledger::open(path, open_mode::create);
    l->record(clerk(), read_json_commands(made_up_json(1), 420));
    std::vector<double> single, raw;
    const int log = open((folder + "/raw").c_str(), O_CREAT | O_RDWR, 0600);
    // What one commit of SQLite writes to its log here: a page and its header, preallocated by use.
    const std::string frame(2 * (4096 + 24), 'x');
    for (int i = 0; i < times; ++i) {  // in turn, so that both meet the same disk
        raw.push_back(wall_seconds([&] {
            if (pwrite(log, frame.data(), frame.size(),
                       static_cast<off_t>((i % 400) * static_cast<int>(frame.size()))) < 0 ||
                fdatasync(log) != 0)
                throw std::runtime_error{"raw write"};
        }));
        const std::vector<command> one{report(i)};
        single.push_back(wall_seconds([&] { l->record(clerk(), one); }));
    }
    close(log);
    const double p50 = quantile(single, 0.5), raw50 = quantile(raw, 0.5);
    std::printf("one event %.0f us, raw write and fdatasync %.0f us (p50 of %d)\n", p50 * 1e6,
                raw50 * 1e6, times);
    judge("D1", "durable append over raw write + fdatasync", p50 / raw50, 1.15);

    std::vector<command> batch;
    for (int i = 0; i < 64; ++i) batch.push_back(report(i));
    std::vector<double> batches;
    for (int i = 0; i < times / 4; ++i)
        batches.push_back(wall_seconds([&] { l->record(clerk(), batch); }));
    judge_at_least("D1", "events/s in batches of 64 over single ones",
                   64 * p50 / quantile(batches, 0.5), 30);

    const auto rate_of = [&](int threads, int each) {
        const double all = wall_seconds([&] {
            std::vector<std::thread> workers;
            for (int t = 0; t < threads; ++t)
                workers.emplace_back([&] {
                    for (int i = 0; i < each; ++i)
                        l->record(clerk(), std::vector<command>{report(i)});
                });
            for (std::thread& w : workers) w.join();
        });
        return threads * each / all;
    };
    const double alone = rate_of(1, times), together = rate_of(32, times / 8);
    std::printf("events/s of 1 thread %.0f, of 32 threads %.0f\n", alone, together);
    judge_at_least("D1", "32 threads of single events over one thread", together / alone, 6);
}

// ---- D2, D3 -------------------------------------------------------------------------------------

struct database {
    explicit database(const std::string& path) {
        check(sqlite3_open(path.c_str(), &handle), handle);
    }
    ~database() { sqlite3_close(handle); }
    void run(const char* sql) const {
        check(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), handle);
    }
    sqlite3* handle = nullptr;
};

constexpr const char* all_columns =
    "SELECT seq, effective_on, recorded_at, actor, request_id, kind, schema, corrects, salt,"
    " payload, payload_hash, hash FROM event ORDER BY seq";

/// The rows of the ledger once more into another file, in one durable transaction.
void insert_bare(const database& from, const std::string& path) {
    fs::remove(path);
    const database to{path};
    to.run(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; BEGIN;"
        "CREATE TABLE event(seq INTEGER PRIMARY KEY NOT NULL, effective_on INTEGER NOT NULL,"
        "recorded_at INTEGER NOT NULL, actor TEXT NOT NULL, request_id TEXT NOT NULL,"
        "kind TEXT NOT NULL, schema INTEGER NOT NULL, corrects INTEGER NOT NULL,"
        "salt BLOB NOT NULL, payload TEXT NOT NULL, payload_hash BLOB NOT NULL,"
        "hash BLOB NOT NULL) STRICT;");
    sqlite3_stmt *row = nullptr, *in = nullptr;
    check(sqlite3_prepare_v2(from.handle, all_columns, -1, &row, nullptr), from.handle);
    check(sqlite3_prepare_v2(to.handle, "INSERT INTO event VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", -1,
                             &in, nullptr),
          to.handle);
    while (sqlite3_step(row) == SQLITE_ROW) {
        for (int c = 0; c < 12; ++c) sqlite3_bind_value(in, c + 1, sqlite3_column_value(row, c));
        check(sqlite3_step(in), to.handle);
        sqlite3_reset(in);
    }
    sqlite3_finalize(row);
    sqlite3_finalize(in);
    to.run("COMMIT");
}

template <class Take>
std::size_t scan(const database& of, Take&& take) {
    sqlite3_stmt* row = nullptr;
    check(sqlite3_prepare_v2(of.handle, all_columns, -1, &row, nullptr), of.handle);
    std::size_t bytes = 0;
    while (sqlite3_step(row) == SQLITE_ROW)
        for (int c = 0; c < 12; ++c) {
            const void* start = sqlite3_column_blob(row, c);
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, c));
            take(start, size);
            bytes += size;
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

void bulk(const std::string& folder, int events, int repetitions) {
    const int tasks = events / 2;
    std::vector<command> all = read_json_commands(made_up_json(tasks), 420);
    for (command& c : read_json_commands(made_up_links(tasks), 420)) all.push_back(std::move(c));
    const std::string path = folder + "/d2.mandate";
    std::vector<double> imports, inserts, hashes, closes, opens, scans, from_snapshot, blobs;
    const auto open_and_ask = [&] {
        const auto l = ledger::open(path, open_mode::read);
        l->ask({parse_day("2024-04-25"), {}, {}}, question_kind::schedule, {});
    };
    for (int r = 0; r < repetitions; ++r) {
        for (const char* suffix : {"", "-wal", "-shm", "-snapshot"}) fs::remove(path + suffix);
        auto made = ledger::open(path, open_mode::create);
        imports.push_back(wall_seconds([&] { made->import(clerk(), all); }));
        closes.push_back(wall_seconds([&] { made.reset(); }));
        from_snapshot.push_back(wall_seconds(open_and_ask));
        blobs.push_back(wall_seconds([&] { read_and_pass(path + "-snapshot"); }));
        fs::remove(path + "-snapshot");
        const database rows{path};
        inserts.push_back(wall_seconds([&] { insert_bare(rows, folder + "/bare.db"); }));
        std::string text;
        scan(rows, [&](const void* start, std::size_t size) {
            text.append(static_cast<const char*>(start), size);
        });
        hashes.push_back(wall_seconds([&] {
            unsigned char digest[crypto_hash_sha256_BYTES];
            crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
        }));
        scans.push_back(wall_seconds([&] { scan(rows, [](const void*, std::size_t) {}); }));
        opens.push_back(wall_seconds(open_and_ask));
    }
    const double per = 1e6 / static_cast<double>(all.size());
    const double import = quantile(imports, 0.5), insert = quantile(inserts, 0.5),
                 hash = quantile(hashes, 0.5), open = quantile(opens, 0.5),
                 scanned = quantile(scans, 0.5), close = quantile(closes, 0.5),
                 snapshot = quantile(from_snapshot, 0.5), blob = quantile(blobs, 0.5);
    std::printf(
        "%zu events: import %.2f us each, bare inserts %.2f, SHA-256 %.2f, open with "
        "schedule %.2f, bare scan %.2f; from a snapshot %.2f, its bytes and one pass %.2f; closing "
        "with a snapshot %.2f\n",
        all.size(), import * per, insert * per, hash * per, open * per, scanned * per,
        snapshot * per, blob * per, close * per);
    judge("D2", "bulk import over bare inserts + SHA-256", import / (insert + hash), 1.35);
    judge("D3", "open from rows, schedule ready, over a bare scan", open / scanned, 2.5);
    judge("D3", "open from a snapshot, schedule ready, over its bytes and one pass",
          snapshot / blob, 3);
}

// ---- J1 -----------------------------------------------------------------------------------------

void json(int tasks, int repetitions) {
    const std::string text = made_up_json(tasks);
    const double ours = median_seconds(repetitions, [&] { read_json_commands(text, 420); });
    std::string array = "[" + text + "]";
    for (char& c : array)
        if (c == '\n') c = ',';
    const double tree = median_seconds(repetitions, [&] {
        if (boost::json::parse(array).as_array().empty()) throw std::runtime_error{"empty"};
    });
    std::printf("JSON: %.0f ns a task of %zu bytes, %.0f MB/s; Boost.JSON tree alone %.0f ns\n",
                ours * 1e9 / tasks, text.size() / static_cast<std::size_t>(tasks),
                static_cast<double>(text.size()) / ours / 1e6, tree * 1e9 / tasks);
    judge_at_least("J1", "times faster than Boost.JSON's tree alone", tree / ours, 2.5);
    judge_at_least("J1", "MB/s", static_cast<double>(text.size()) / ours / 1e6, 440);
}

}  // namespace

bool run(const std::string& folder, int events, int repetitions) {
    durable_appends(folder, 800);
    bulk(folder, events, repetitions);
    json(100'000, repetitions);
    return shortfalls == 0;
}

}  // namespace mandate::bench

int main(int argc, char** argv) {
    int events = 1'000'000, repetitions = 9;
    std::string parent = std::filesystem::temp_directory_path().string();
    for (int i = 1; i < argc; ++i) {
        const std::string_view word{argv[i]};
        if (word == "--events" && i + 1 < argc)
            events = std::atoi(argv[++i]);
        else if (word == "--repetitions" && i + 1 < argc)
            repetitions = std::atoi(argv[++i]);
        else
            parent = word;
    }
    std::string folder = parent + "/mandate-bench-XXXXXX";
    if (mkdtemp(folder.data()) == nullptr) return 4;
    int rc = 4;
    try {
        rc = mandate::bench::run(folder, events, repetitions) ? 0 : 1;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "ledger_bench: %s\n", e.what());
    }
    std::filesystem::remove_all(folder);
    return rc;
}
