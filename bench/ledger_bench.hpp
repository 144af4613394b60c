#pragma once
// The parts of ledger_bench. Each prints what it measured and judges the ratios of its goals.

#include "mandate/base/civil_day.hpp"
#include "mandate/model/command.hpp"

#include <chrono>
#include <string>

namespace mandate::bench {

/// Waiting for the disk counts, so this is the time on the wall.
template <class Work>
double wall_seconds(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

inline act clerk() { return {parse_day("2024-04-25"), 1'714'021'200'000'000, "clerk", ""}; }

/// Tasks of about 330 bytes and their links, three a task, as a JSON array of commands: the plan of
/// network_plan.hpp with made-up words.
std::string plan_as_json(int tasks);

/// D1: one event after the other, in batches, from many threads.
void durable_appends(const std::string& folder, int times);
/// D2, D3: all events at once, and opening them again.
void bulk(const std::string& folder, int tasks, int repetitions);
/// J1: text to checked commands.
void json_import(int tasks, int repetitions);

/// What others take to read the same text; 0 where a peer was not there when this was built.
struct json_peers {
    double simdjson_seconds = 0;  ///< On-Demand, each value into arrays
    double nlohmann_seconds = 0;  ///< a document tree
};
json_peers run_json_peers(const std::string& array, int repetitions);

}  // namespace mandate::bench
