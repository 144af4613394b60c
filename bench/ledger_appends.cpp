// D1: what one durable event costs. The goals are those of an append into the store, sealed into
// the chain; what a command takes in all, judged by the rules and applied, stands beside it.
#include "judge.hpp"
#include "ledger_bench.hpp"
#include "mandate/exchange/json_reader.hpp"
#include "mandate/ledger/ledger.hpp"
#include "mandate/store/event_store.hpp"
#include "mandate/store/hash_chain.hpp"
#include "network_plan.hpp"
#include "stopwatch.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace mandate::bench {
namespace {

constexpr int tasks = 10'000;

/// A report on one of the tasks, about as long as people write them.
command report(random_numbers& random) {
    command c;
    c.kind = command_kind::report_progress;
    c.effective_on = parse_day("2024-04-24");
    c.values = {{field::task, "T" + std::to_string(random.below(tasks))},
                {field::percent, std::int64_t{random.below(100)}},
                {field::text, std::string{"đã trình lãnh đạo cho ý kiến, đang hoàn thiện hồ sơ"}}};
    return c;
}

class raw_log {
public:
    explicit raw_log(const std::string& path)
        : file_{open(path.c_str(), O_CREAT | O_RDWR | O_TRUNC, 0600)} {}
    ~raw_log() { close(file_); }
    raw_log(const raw_log&) = delete;
    raw_log& operator=(const raw_log&) = delete;
    void write_durably(const std::string& bytes, off_t at) const {
        if (pwrite(file_, bytes.data(), bytes.size(), at) != static_cast<ssize_t>(bytes.size()) ||
            fdatasync(file_) != 0)
            throw std::runtime_error{"raw write"};
    }

private:
    const int file_;
};

/// A store that takes events like these, one batch after the other.
class sealed_log {
public:
    sealed_log(const std::string& path, std::vector<stored_event> like)
        : store_{sqlite_store(path, open_mode::create, 420)},
          like_{std::move(like)},
          last_{genesis_hash(store_->identity())} {}
    void append(int events) {
        std::vector<stored_event> batch;
        for (int i = 0; i < events; ++i) {
            batch.push_back(like_[static_cast<std::size_t>(seq_ + i) % like_.size()]);
            batch.back().seq = seq_ + i + 1;
        }
        const log_head end{seq_, last_};
        last_ = seal(batch, std::move(last_), store_->identity());
        store_->append(end, batch);
        seq_ += events;
    }

private:
    const std::unique_ptr<event_store> store_;
    const std::vector<stored_event> like_;
    std::string last_;
    std::int64_t seq_ = 0;
};

std::vector<stored_event> last_events(const std::string& path, std::int64_t count) {
    std::vector<stored_event> rows;
    const auto store = sqlite_store(path, open_mode::read, 0);
    store->read(store->revision() - count, [&](const stored_event& e) { rows.push_back(e); });
    return rows;
}

double events_per_second(ledger& of, int threads, int each) {
    const double all = wall_seconds([&] {
        std::vector<std::thread> workers;
        for (int t = 0; t < threads; ++t)
            workers.emplace_back([&of, t, each] {
                random_numbers random{static_cast<std::uint64_t>(t)};
                for (int i = 0; i < each; ++i)
                    of.record(clerk(), std::vector<command>{report(random)});
            });
        for (std::thread& w : workers) w.join();
    });
    return threads * each / all;
}

}  // namespace

void durable_appends(const std::string& folder, int times) {
    const auto l = ledger::open(folder + "/d1.mandate", open_mode::create);
    l->import(clerk(), read_json_commands(plan_as_json(tasks), 420));
    random_numbers random{1};
    // As in a file that is in use: SQLite's log has been full once and is written over since.
    constexpr int pages_of_the_log = 1000;
    for (int i = 0; i < pages_of_the_log + 50; ++i)
        l->record(clerk(), std::vector<command>{report(random)});
    sealed_log store{folder + "/d1-store.mandate", last_events(folder + "/d1.mandate", 1000)};
    for (int i = 0; i < pages_of_the_log + 50; ++i) store.append(1);

    std::vector<double> single, recorded, raw, overwritten;
    const raw_log grows{folder + "/raw"}, stays{folder + "/raw-written"};
    const std::string event(360, 'x');  // the columns of one of these events
    for (int i = 0; i < 400; ++i) stays.write_durably(event, i * 360);
    for (int i = 0; i < times; ++i) {  // in turn, so that all meet the same disk
        raw.push_back(wall_seconds([&] { grows.write_durably(event, off_t{i} * 360); }));
        overwritten.push_back(wall_seconds([&] { stays.write_durably(event, i % 400 * 360); }));
        single.push_back(wall_seconds([&] { store.append(1); }));
        const std::vector<command> one{report(random)};
        recorded.push_back(wall_seconds([&] { l->record(clerk(), one); }));
    }
    const double p50 = quantile(single, 0.5), raw50 = quantile(raw, 0.5),
                 recorded50 = quantile(recorded, 0.5);
    std::printf(
        "one event %.0f us (p99 %.0f), raw write at the end and fdatasync %.0f us, over written "
        "bytes %.0f us (p50 of %d)\n",
        p50 * 1e6, quantile(single, 0.99) * 1e6, raw50 * 1e6, quantile(overwritten, 0.5) * 1e6,
        times);
    judge("D1", "durable append over raw write + fdatasync", p50 / raw50, 1.15);
    std::printf("    a command judged, applied and appended: %.0f us, %.2f of a raw write\n",
                recorded50 * 1e6, recorded50 / raw50);

    std::vector<double> batches, recorded_batches;
    for (int b = 0; b < times / 4; ++b) batches.push_back(wall_seconds([&] { store.append(64); }));
    for (int b = 0; b < times / 4; ++b) {
        std::vector<command> batch;
        for (int i = 0; i < 64; ++i) batch.push_back(report(random));
        recorded_batches.push_back(wall_seconds([&] { l->record(clerk(), batch); }));
    }
    const double batch50 = quantile(batches, 0.5),
                 recorded_batch50 = quantile(recorded_batches, 0.5);
    std::printf("a batch of 64 events %.0f us\n", batch50 * 1e6);
    judge_at_least("D1", "events/s in batches of 64 over single ones", 64 * p50 / batch50, 30);
    std::printf("    64 commands judged, applied and appended: %.0f us, %.1f times the events/s\n",
                recorded_batch50 * 1e6, 64 * recorded50 / recorded_batch50);

    const double alone = events_per_second(*l, 1, times),
                 together = events_per_second(*l, 32, times / 4);
    std::printf("commands/s of 1 thread %.0f, of 32 threads %.0f\n", alone, together);
    judge_at_least("D1", "32 threads of single commands over one thread", together / alone, 6);
}

}  // namespace mandate::bench
