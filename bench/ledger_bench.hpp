#pragma once
// The parts of ledger_bench. Each prints what it measured and judges the ratios of its goals.

#include "mandate/base/civil_day.hpp"
#include "mandate/model/command.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace mandate::bench {

/// Waiting for the disk counts, so this is the time on the wall.
template <class Work>
double wall_seconds(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The time of the thread that does it, in a process of its own each time: the memory that it takes
/// is new to it, as to whoever reads a file once. Median.
double own_process_seconds(int times, const std::function<void()>& work);

inline act clerk() { return {parse_day("2024-04-25"), 1'714'021'200'000'000, "clerk", ""}; }

/// Tasks of about 330 bytes and their links, three a task, as a JSON array of commands: the plan of
/// network_plan.hpp with made-up words.
std::string plan_as_json(int tasks);

/// D1: one event after the other, in batches, from many threads.
void durable_appends(const std::string& folder, int times);
/// The seconds that it takes to read the file at `path`, in one of these ways. "open": a ledger,
/// until its schedule is there; neither rows of an answer nor closing are part of it. "scan": its
/// rows, by SQLite alone. "bytes": all of them into memory, with one pass over them.
struct reading {
    double first, again;  ///< with memory that is new to the process; with what it was given then
};
reading seconds_to_read(std::string_view way, const std::string& path);
/// D2, D3: all events at once, and reading them, each time in a process of its own (of `program`,
/// by its option --read), because the heap of this one is in pieces by then. What a system takes
/// for new memory differs by far more than what is measured, so the second reading is judged, and
/// the first one told.
void bulk(const std::string& program, const std::string& folder, int tasks, int repetitions);
/// J1: text to checked commands.
void json_import(int tasks, int repetitions);

/// Others that read the same text; empty where a peer was not there when this was built.
struct json_peers {
    std::function<void()> simdjson;  ///< On-Demand, each value into arrays that are kept
    std::function<void()> nlohmann;  ///< a document tree
};
json_peers json_peers_of(const std::string& array);

}  // namespace mandate::bench
