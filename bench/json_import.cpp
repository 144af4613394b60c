// J1: JSON text to commands whose form is checked, in pieces, as an import takes them.
#include "judge.hpp"
#include "ledger_bench.hpp"
#include "mandate/exchange/json_reader.hpp"
#include "stopwatch.hpp"

#include <boost/json/parse.hpp>

#include <cstddef>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace mandate::bench {
namespace {

std::size_t count_commands(const std::string& json) {
    json_command_reader reader{json, 420};
    std::size_t count = 0;
    for (auto some = reader.next(); !some.empty(); some = reader.next()) count += some.size();
    return count;
}

}  // namespace

void json_import(int tasks, int repetitions) {
    const std::string text = plan_as_json(tasks);
    std::size_t commands = 0;
    const double ours = median_seconds(repetitions, [&] { commands = count_commands(text); });
    const double at_once = median_seconds(repetitions, [&] {
        if (read_json_commands(text, 420).size() != commands)
            throw std::runtime_error{"another number of commands at once"};
    });
    const double tree = median_seconds(repetitions, [&] {
        if (boost::json::parse(text).as_array().size() != commands)
            throw std::runtime_error{"another number of commands"};
    });
    const json_peers peers = run_json_peers(text, repetitions);
    const double ns = 1e9 / static_cast<double>(commands);
    std::printf(
        "JSON: %zu commands of %zu bytes, checked %.0f ns each (%.0f MB/s), all kept %.0f; trees "
        "of Boost.JSON %.0f, of nlohmann %.0f; simdjson On-Demand into arrays %.0f (0: not "
        "there)\n",
        commands, text.size() / commands, ours * ns, static_cast<double>(text.size()) / ours / 1e6,
        at_once * ns, tree * ns, peers.nlohmann_seconds * ns, peers.simdjson_seconds * ns);
    if (peers.simdjson_seconds > 0)
        judge("J1", "JSON to checked commands over simdjson into arrays",
              ours / peers.simdjson_seconds, 3);
    judge_at_least("J1", "times faster than Boost.JSON's tree alone", tree / ours, 2.5);
    if (peers.nlohmann_seconds > 0)
        judge_at_least("J1", "times faster than nlohmann's tree alone",
                       peers.nlohmann_seconds / ours, 7);
}

}  // namespace mandate::bench
