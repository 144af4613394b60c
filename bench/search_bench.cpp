// What does a search over the titles of a million tasks cost, compared with the scan that nobody
// can avoid: one pass over the folded bytes? Expect nearly the same: hits are few.

#include "mandate/base/text.hpp"
#include "mandate/ledger/ledger.hpp"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace mandate;

constexpr int title_count = 1'000'000;

// About 80 bytes each, of the words of such titles; seed fixed.
std::string title(int i) {
    static constexpr const char* words[] = {"Đề án",    "chuyển đổi số", "tham mưu", "ban hành",
                                            "quy chế",  "rà soát",       "cán bộ",   "cơ quan",
                                            "kế hoạch", "báo cáo",       "thủ tục",  "hành chính"};
    std::uint64_t x = static_cast<std::uint64_t>(i) * 0x9E3779B97F4A7C15U + 42;
    std::string out;
    while (out.size() < 72) {
        x ^= x >> 29;
        x *= 0xBF58476D1CE4E5B9U;
        out += words[x >> 40 & 7 ? (x >> 43) % 12 : 0];
        out += ' ';
    }
    return out + std::to_string(i);
}

act clerk() {
    act by;
    by.today = std::chrono::year{2024} / 4 / 25;
    by.now_us = 1'714'032'000'000'000;
    by.actor = "bench";
    return by;
}

const ledger& million() {
    static const std::unique_ptr<ledger> made = [] {
        auto all = ledger::in_memory();
        constexpr int batch_size = 50'000;
        for (int i = 0; i < title_count; i += batch_size) {
            std::vector<command> batch(batch_size);
            for (int j = 0; j < batch_size; ++j) {
                batch[static_cast<std::size_t>(j)].kind = command_kind::assign_task;
                batch[static_cast<std::size_t>(j)].values = {
                    {field::task, "T" + std::to_string(i + j)}, {field::title_vi, title(i + j)}};
            }
            all->record(clerk(), batch);
        }
        return all;
    }();
    return *made;
}

const std::string& folded_bytes() {
    static const std::string made = [] {
        std::string all;
        for (int i = 0; i < title_count; ++i) all += fold(title(i)) + "\n";
        return all;
    }();
    return made;
}

constexpr const char* rare = "777777";
constexpr const char* common_start = "chuyen doi so de an 99";  // begins like many titles go on

void scan_of_folded_bytes(benchmark::State& state) {
    const std::string& bytes = folded_bytes();
    const std::string needle = fold(state.range(0) == 0 ? rare : common_start);
    for (auto _ : state) {
        std::size_t hits = 0;
        for (const char* at = bytes.data(); at != nullptr;) {
            const auto left = static_cast<std::size_t>(bytes.data() + bytes.size() - at);
            at = static_cast<const char*>(memmem(at, left, needle.data(), needle.size()));
            if (at != nullptr) ++at, ++hits;
        }
        benchmark::DoNotOptimize(hits);
    }
    state.SetItemsProcessed(state.iterations() * title_count);
}

void search_of_titles(benchmark::State& state) {
    const ledger& of = million();
    const view_request today{std::chrono::year{2024} / 4 / 25, {}, {}};
    arguments args;
    args.values = {{field::text, state.range(0) == 0 ? "777777" : "Chuyển đổi số đề án 99"}};
    benchmark::DoNotOptimize(of.ask(today, question_kind::search, args).rows());  // makes the index
    for (auto _ : state)
        benchmark::DoNotOptimize(of.ask(today, question_kind::search, args).rows());
    state.SetItemsProcessed(state.iterations() * title_count);
}

// Each needle by its own name, so that the ratios are told apart.
void scan_for_a_rare_word(benchmark::State& state) { scan_of_folded_bytes(state); }
void search_for_a_rare_word(benchmark::State& state) { search_of_titles(state); }
void scan_for_common_words(benchmark::State& state) { scan_of_folded_bytes(state); }
void search_for_common_words(benchmark::State& state) { search_of_titles(state); }
BENCHMARK(scan_for_a_rare_word)->Arg(0)->Unit(benchmark::kMillisecond);
BENCHMARK(search_for_a_rare_word)->Arg(0)->Unit(benchmark::kMillisecond);
BENCHMARK(scan_for_common_words)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(search_for_common_words)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
