// What does it cost to bring 100,000 tasks into a ledger and to review them, compared with work
// that nobody can avoid: tokenizing the same text, classifying the same dates?

#include "made_up_tasks.hpp"
#include "mandate/exchange/json_reader.hpp"
#include "mandate/ledger/ledger.hpp"
#include "ratios.hpp"

#include <benchmark/benchmark.h>
#include <boost/json/basic_parser_impl.hpp>

#include <chrono>
#include <memory>

namespace {

using namespace mandate;

constexpr int utc_offset = 420;
constexpr std::int64_t task_count = 100'000;

const bench::made_up_plan& plan() {
    static const bench::made_up_plan made = bench::make_plan(task_count);
    return made;
}

act importer() {
    act by;
    by.today = std::chrono::year{2024} / 4 / 25;
    by.now_us = 1'714'032'000'000'000;  // 2024-04-25T15:00:00+07:00
    by.actor = "bench";
    return by;
}

std::unique_ptr<ledger> imported() {
    auto made = ledger::in_memory(utc_offset);
    made->import(importer(), read_json_commands(plan().json, utc_offset));
    return made;
}

// The floor of an import: Boost.JSON's tokens, thrown away.
struct ignore_tokens {
    static constexpr std::size_t max_object_size = SIZE_MAX, max_array_size = SIZE_MAX,
                                 max_key_size = SIZE_MAX, max_string_size = SIZE_MAX;
    using code = boost::system::error_code;
    using text = boost::json::string_view;
    bool on_document_begin(code&) { return true; }
    bool on_document_end(code&) { return true; }
    bool on_object_begin(code&) { return true; }
    bool on_object_end(std::size_t, code&) { return true; }
    bool on_array_begin(code&) { return true; }
    bool on_array_end(std::size_t, code&) { return true; }
    bool on_key_part(text, std::size_t, code&) { return true; }
    bool on_key(text, std::size_t, code&) { return true; }
    bool on_string_part(text, std::size_t, code&) { return true; }
    bool on_string(text, std::size_t, code&) { return true; }
    bool on_number_part(text, code&) { return true; }
    bool on_int64(std::int64_t, text, code&) { return true; }
    bool on_uint64(std::uint64_t, text, code&) { return true; }
    bool on_double(double, text, code&) { return true; }
    bool on_bool(bool, code&) { return true; }
    bool on_null(code&) { return true; }
    bool on_comment_part(text, code&) { return true; }
    bool on_comment(text, code&) { return true; }
};

void parser_alone(benchmark::State& state) {
    const std::string& json = plan().json;
    for (auto _ : state) {
        boost::json::basic_parser<ignore_tokens> parser{boost::json::parse_options{}};
        for (std::size_t at = 0; at < json.size();) {  // a document a line
            boost::system::error_code failed;
            const std::size_t end = json.find('\n', at) + 1;
            parser.reset();
            parser.write_some(false, json.data() + at, end - at, failed);
            if (failed) state.SkipWithError("the made-up JSON is malformed");
            at = end;
        }
    }
    state.SetItemsProcessed(state.iterations() * plan().commands);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}
BENCHMARK(parser_alone)->Unit(benchmark::kMillisecond);

void read_commands(benchmark::State& state) {
    for (auto _ : state) {
        json_command_reader reader{plan().json, utc_offset};
        std::int64_t count = 0;
        for (auto some = reader.next(); !some.empty(); some = reader.next())
            count += std::ssize(some);
        if (count != plan().commands) state.SkipWithError("another number of commands");
    }
    state.SetItemsProcessed(state.iterations() * plan().commands);
}
BENCHMARK(read_commands)->Unit(benchmark::kMillisecond);

// Text to a ledger in memory: read, judged, chained by hashes, applied.
void import_text(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(imported()->revision());
    state.SetItemsProcessed(state.iterations() * plan().commands);
}
BENCHMARK(import_text)->Unit(benchmark::kMillisecond);

const period quarter{period_kind::quarter, 2024, 1};

// The floor of a review: one pass that classifies by dates alone and counts.
class_counts count_by_dates() {
    const std::int32_t before = quarter.first().since_epoch() - 1;
    const std::int32_t last = quarter.last().since_epoch();
    class_counts counts;
    for (const bench::task_days& t : plan().tasks) {
        if (t.assigned > last || t.finished <= before) continue;
        const bool has_deadline = t.deadline != bench::never;
        if (t.finished <= last)
            counts.add(!has_deadline              ? task_class::done_without_deadline
                       : t.finished <= t.deadline ? task_class::done_in_time
                                                  : task_class::done_late);
        else
            counts.add(!has_deadline        ? task_class::open_without_deadline
                       : last <= t.deadline ? task_class::open_in_time
                                            : task_class::open_overdue);
    }
    return counts;
}

void dates_alone(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(count_by_dates());
    state.SetItemsProcessed(state.iterations() * task_count);
}
BENCHMARK(dates_alone)->Unit(benchmark::kMicrosecond);

void review_quarter(benchmark::State& state) {
    const auto made = imported();
    const view_request view{std::chrono::year{2024} / 4 / 25, std::nullopt, ""};
    for (auto _ : state) {
        if (made->review(view, quarter).at_end != count_by_dates())
            state.SkipWithError("the review counts other classes than the dates give");
    }
    state.SetItemsProcessed(state.iterations() * task_count);
}
BENCHMARK(review_quarter)->Unit(benchmark::kMillisecond);

// Limits of this version, measured, with room for noise: who breaks one made it slower.
constexpr bench::ratio limits[] = {
    {"read_commands", "parser_alone", 12},
    {"import_text", "parser_alone", 100},
    {"review_quarter", "dates_alone", 1500},
    {"search_for_a_rare_word", "scan_for_a_rare_word", 2},
    {"search_for_common_words", "scan_for_common_words", 2},
};

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    bench::median_keeper medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    return bench::judge(medians, limits) ? 0 : 1;
}
