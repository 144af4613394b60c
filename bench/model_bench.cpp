// What does it cost to apply an event, compared with putting the same codes into an unordered map;
// and how much memory does a task with a title of 80 bytes take?

#include "model/apply.hpp"
#include "ratios.hpp"

#include <benchmark/benchmark.h>

#include <malloc.h>

#include <cstdio>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace mandate;

constexpr std::int64_t task_count = 200'000;    // for times
constexpr std::int64_t many_tasks = 1'000'000;  // for memory
constexpr int agencies = 200;

// One lead of 200, a deadline, a title of 80 bytes.
std::vector<event> make_events(std::int64_t tasks) {
    std::vector<event> events;
    events.reserve(static_cast<std::size_t>(tasks + agencies));
    const auto add = [&](command c) {
        event e;
        e.seq = static_cast<std::int64_t>(events.size()) + 1;
        e.recorded_at_us = e.seq;
        e.actor = "bench";
        c.effective_on = civil_day{19'800};
        e.command = std::move(c);
        events.push_back(std::move(e));
    };
    for (int a = 0; a < agencies; ++a) {
        command c;
        c.kind = command_kind::add_agency;
        c.values = {{field::agency, "A" + std::to_string(a)}, {field::name_vi, "Agency"}};
        add(std::move(c));
    }
    for (std::int64_t t = 0; t < tasks; ++t) {
        command c;
        c.kind = command_kind::assign_task;
        std::string title = "Task number " + std::to_string(t) + " ";
        title.resize(80, 'x');
        c.values = {{field::task, "T" + std::to_string(t)},
                    {field::title_vi, std::move(title)},
                    {field::lead, "A" + std::to_string(t % agencies)},
                    {field::deadline, std::int64_t{19'900 + t % 300}}};
        add(std::move(c));
    }
    return events;
}

const std::vector<event>& all_events() {
    static const std::vector<event> made = make_events(task_count);
    return made;
}

// The floor: the same codes into a map, nothing else.
void insert_codes(benchmark::State& state) {
    for (auto _ : state) {
        std::unordered_map<std::string, std::uint32_t> codes;
        std::uint32_t row = 0;
        for (const event& e : all_events())
            codes.emplace(std::get<std::string>(e.command.values.front().content), row++);
        benchmark::DoNotOptimize(codes.size());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all_events().size()));
}
BENCHMARK(insert_codes)->Unit(benchmark::kMillisecond);

void apply_events(benchmark::State& state) {
    for (auto _ : state) {
        mandate::state s;
        for (const event& e : all_events()) apply(s, e, 0);
        benchmark::DoNotOptimize(s.revision());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all_events().size()));
}
BENCHMARK(apply_events)->Unit(benchmark::kMillisecond);

// Simple events on tasks that are there: a report each.
void apply_reports(benchmark::State& state) {
    std::vector<event> reports;
    for (std::int64_t t = 0; t < task_count; ++t) {
        event e;
        e.seq = static_cast<std::int64_t>(all_events().size()) + t + 1;
        e.recorded_at_us = e.seq;
        e.command.kind = command_kind::report_progress;
        e.command.effective_on = civil_day{19'850};
        e.command.values = {{field::task, "T" + std::to_string(t)},
                            {field::percent, std::int64_t{50}}};
        reports.push_back(std::move(e));
    }
    for (auto _ : state) {
        state.PauseTiming();
        mandate::state s;
        for (const event& e : all_events()) apply(s, e, 0);
        state.ResumeTiming();
        for (const event& e : reports) apply(s, e, 0);
        benchmark::DoNotOptimize(s.revision());
    }
    state.SetItemsProcessed(state.iterations() * task_count);
}
BENCHMARK(apply_reports)->Unit(benchmark::kMillisecond);

constexpr bench::ratio limits[] = {
    {"apply_events", "insert_codes", 5},
    {"apply_reports", "insert_codes", 5},
};
constexpr double most_bytes = 600;

std::size_t bytes_in_use() { return mallinfo2().uordblks + mallinfo2().hblkhd; }

// All that the state takes for a task: rows, versions, codes, and its event.
bool memory_is_small() {
    const std::vector<event> events = make_events(many_tasks);
    const std::size_t before = bytes_in_use();
    mandate::state s;
    for (const event& e : events) apply(s, e, 0);
    const double bytes =
        static_cast<double>(bytes_in_use() - before) / static_cast<double>(many_tasks);
    std::printf("a task with a title of 80 bytes: %.0f bytes, limit %.0f: %s\n", bytes, most_bytes,
                bytes <= most_bytes ? "ok" : "short");
    return bytes <= most_bytes;
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    const bool small = memory_is_small();
    mandate::bench::median_keeper medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    return mandate::bench::judge(medians, limits) && small ? 0 : 1;
}
