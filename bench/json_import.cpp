// J1: JSON text to commands whose form is checked, in pieces, as an import takes them.
#include "judge.hpp"
#include "ledger_bench.hpp"
#include "mandate/exchange/json_reader.hpp"
#include "stopwatch.hpp"

#include <boost/json/parse.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace mandate::bench {
namespace {

std::size_t count_commands(const std::string& json) {
    json_command_reader reader{json, 420};
    std::size_t count = 0;
    for (auto some = reader.next(); !some.empty(); some = reader.next()) count += some.size();
    return count;
}

}  // namespace

double own_process_seconds(int times, const std::function<void()>& work) {
    std::vector<double> samples;
    for (int i = 0; i < times; ++i) {
        int ends[2];
        if (pipe(ends) != 0) throw std::runtime_error{"no pipe"};
        const pid_t child = fork();
        if (child == 0) {
            double seconds = -1;
            try {
                seconds = seconds_of(work);
            } catch (const std::exception& e) {
                std::fprintf(stderr, "%s\n", e.what());
            }
            const bool told = write(ends[1], &seconds, sizeof seconds) == sizeof seconds;
            _exit(told ? 0 : 1);
        }
        close(ends[1]);
        double seconds = -1;
        const bool told = read(ends[0], &seconds, sizeof seconds) == sizeof seconds;
        close(ends[0]);
        waitpid(child, nullptr, 0);
        if (!told || seconds < 0) throw std::runtime_error{"a reader failed in its process"};
        samples.push_back(seconds);
    }
    return quantile(std::move(samples), 0.5);
}

void json_import(int tasks, int repetitions) {
    const std::string text = plan_as_json(tasks);
    const std::size_t commands = count_commands(text);
    const auto ours = [&] {
        if (count_commands(text) != commands) throw std::runtime_error{"another number"};
    };
    const auto at_once = [&] {
        if (read_json_commands(text, 420).size() != commands)
            throw std::runtime_error{"another number of commands at once"};
    };
    const auto tree = [&] {
        if (boost::json::parse(text).as_array().size() != commands)
            throw std::runtime_error{"another number of commands"};
    };
    const json_peers peers = json_peers_of(text);
    // Reading again in one process says which reader is given back the memory of the reading
    // before, and differs from run to run; a file is read once.
    struct times {
        double own_process = 0, again = 0;
    };
    const auto measure = [&](const std::function<void()>& reader) -> times {
        if (!reader) return {};
        return {own_process_seconds(repetitions, reader), median_seconds(repetitions, reader)};
    };
    const times of_ours = measure(ours), of_all = measure(at_once), of_tree = measure(tree),
                of_nlohmann = measure(peers.nlohmann), of_simdjson = measure(peers.simdjson);
    const double ns = 1e9 / static_cast<double>(commands);
    std::printf(
        "JSON: %zu commands of %zu bytes, ns each in a process of its own (and again in one): "
        "checked %.0f (%.0f), all kept %.0f (%.0f); trees of Boost.JSON %.0f (%.0f), of nlohmann "
        "%.0f (%.0f); simdjson On-Demand into arrays %.0f (%.0f: arrays and text are kept); 0: not "
        "there; checked again %.0f MB/s\n",
        commands, text.size() / commands, of_ours.own_process * ns, of_ours.again * ns,
        of_all.own_process * ns, of_all.again * ns, of_tree.own_process * ns, of_tree.again * ns,
        of_nlohmann.own_process * ns, of_nlohmann.again * ns, of_simdjson.own_process * ns,
        of_simdjson.again * ns, static_cast<double>(text.size()) / of_ours.again / 1e6);
    if (peers.simdjson)
        judge("J1", "JSON to checked commands over simdjson into arrays",
              of_ours.own_process / of_simdjson.own_process, 3);
    judge_at_least("J1", "times faster than Boost.JSON's tree alone",
                   of_tree.own_process / of_ours.own_process, 2.5);
    if (peers.nlohmann)
        judge_at_least("J1", "times faster than nlohmann's tree alone",
                       of_nlohmann.own_process / of_ours.own_process, 7);
}

}  // namespace mandate::bench
