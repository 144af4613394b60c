// How fast is the network of agencies and a forecast, compared with Boost.Graph and with bare
// forward passes? Every figure is a ratio of one run; each line ends in `ok` or `short`.
//
//     agency_bench [--tasks N] [--repetitions N] [--dump FILE]
//
// --dump writes the pairs of agencies for bench/agency_networkx.py, says how long their betweenness
// takes, and ends.

#include "graph/bit_rows.hpp"
#include "graph/hand_offs.hpp"
#include "judge.hpp"
#include "mandate/graph/agency_network.hpp"
#include "mandate/graph/forecast.hpp"
#include "network_floors.hpp"
#include "stopwatch.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace mandate::bench {
namespace {

// Other threads work, too: the time that passes.
template <class Work>
double wall_seconds(int times, Work&& work) {
    std::vector<double> samples;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        samples.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return quantile(std::move(samples), 0.5);
}

plan plan_of(const network_plan& p, const work_calendar& every_day) {
    plan made;
    made.start = first_day;
    made.calendars = {&every_day};
    made.duration = p.duration;
    made.agency = p.agency;
    made.links = p.links;
    return made;
}

std::vector<bit_rows::arrow> arrows_of(const plan& p, std::uint32_t agencies) {
    std::vector<bit_rows::arrow> arrows;
    for (const agency_pair& pair : count_hand_offs(p.links, p.agency, agencies))
        arrows.emplace_back(pair.before, pair.after);
    return arrows;
}

// A1.
void measure_agencies(const network_plan& made, const plan& p, int repetitions) {
    const std::uint32_t n = made.agencies;
    std::size_t pairs = 0;
    const double count =
        median_seconds(repetitions, [&] { pairs = count_hand_offs(p.links, p.agency, n).size(); });
    judge("A1", "quotient of " + std::to_string(n) + " agencies, ns a link",
          count * 1e9 / static_cast<double>(p.links.size()), 3);

    const std::vector<bit_rows::arrow> arrows = arrows_of(p, n);
    using rows = boost::compressed_sparse_row_graph<boost::directedS>;
    const rows graph{boost::edges_are_sorted, arrows.begin(), arrows.end(), n};
    const int often = repetitions * 5;
    std::vector<std::uint32_t> component(n);
    const double theirs = median_seconds(often, [&] {
        boost::strong_components(graph, boost::make_iterator_property_map(
                                            component.begin(), get(boost::vertex_index, graph)));
    });
    std::vector<std::uint32_t> own;
    const bit_rows along{n, arrows}, against = along.turned();
    const double ours = median_seconds(often, [&] { own = strong_components(along, against); });
    std::printf("    rows of bits made and turned: %s\n", us(median_seconds(often, [&] {
                                                              bit_rows{n, arrows}.turned();
                                                          })).c_str());
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::uint32_t b = 0; b < n; ++b)
            if ((own[a] == own[b]) != (component[a] == component[b])) ++shortfalls;
    judge("A1", "strong components " + us(ours) + " / BGL " + us(theirs), ours / theirs, 1);

    std::vector<double> between(n);
    const double brandes = wall_seconds(repetitions, [&] {
        boost::brandes_betweenness_centrality(
            graph,
            boost::make_iterator_property_map(between.begin(), get(boost::vertex_index, graph)));
    });
    std::vector<double> one, two;
    const bit_rows network{n, arrows};
    const double alone = wall_seconds(repetitions, [&] { one = betweenness(network, 1); });
    const double together = wall_seconds(repetitions, [&] { two = betweenness(network, 2); });
    for (std::uint32_t a = 0; a < n; ++a)
        if (std::abs(one[a] - between[a]) > 1e-6 || one[a] != two[a]) {
            std::printf("betweenness of agency %u differs\n", a);
            ++shortfalls;
            break;
        }
    judge("A1", "betweenness, 1 thread " + us(alone) + " / BGL " + ms(brandes), alone / brandes,
          0.85);
    judge("A1", "betweenness, 2 threads " + us(together) + " / BGL", together / brandes, 0.55);
    std::printf("    %zu pairs\n", pairs);
    const schedule s{p};
    const double whole = median_seconds(3, [&] { const agency_network all{p, s}; });
    std::printf("    all figures of all pairs: %s\n", ms(whole).c_str());
    const agency_network all{p, s};
    std::printf("    bottlenecks, with the work that hangs on each: %s\n",
                ms(median_seconds(3, [&] { all.bottlenecks(); })).c_str());
}

double forecast_seconds(const plan& p, std::uint32_t runs, unsigned threads, forecast_result& r) {
    return wall_seconds(5, [&] {
        forecast_options options;
        options.runs = runs;
        options.threads = threads;
        forecast f{p, {}, options};
        while (f.wait(60'000) < runs) {
        }
        r = f.result();
    });
}

// The goals of forecasts.
void measure_forecast(const work_calendar& every_day) {
    constexpr std::uint32_t runs = 10'000;
    const network_plan made = make_network_plan(10'000);
    const plan p = plan_of(made, every_day);
    column_floor a{made}, b{made};
    const auto passes = [](column_floor& floor, std::uint32_t times) {
        for (std::uint32_t i = 0; i < times; ++i) floor.run_forward();
    };
    const double floor = wall_seconds(5, [&] { passes(a, runs); });
    const double floor_of_two = wall_seconds(5, [&] {
        std::jthread other{[&] { passes(b, runs / 2); }};
        passes(a, runs / 2);
    });
    forecast_result one, two;
    const double ours = forecast_seconds(p, runs, 1, one);
    const double ours_of_two = forecast_seconds(p, runs, 2, two);
    if (one.p50 != two.p50 || one.p80 != two.p80 || one.first != two.first) {
        std::printf("the forecast differs with two threads\n");
        ++shortfalls;
    }
    judge(
        "MC",
        "10,000 runs of 10,000 tasks " + ms(ours) + " / as many forward floor passes " + ms(floor),
        ours / floor, 4);
    judge_at_least("MC", "gain of two threads / that of floor passes",
                   (ours / ours_of_two) / (floor / floor_of_two), 0.9);
}

void dump(const std::string& file, const plan& p, std::uint32_t agencies) {
    std::FILE* out = std::fopen(file.c_str(), "wb");
    if (out == nullptr) {
        std::perror(file.c_str());
        std::exit(2);
    }
    const std::vector<bit_rows::arrow> arrows = arrows_of(p, agencies);
    std::vector<std::uint32_t> numbers{agencies};
    for (const auto& [from, to] : arrows) {
        numbers.push_back(from);
        numbers.push_back(to);
    }
    std::fwrite(numbers.data(), sizeof numbers.front(), numbers.size(), out);
    std::fclose(out);
    const bit_rows network{agencies, arrows};
    std::vector<double> between;
    const double seconds = wall_seconds(9, [&] { between = betweenness(network, 1); });
    double sum = 0;
    for (const double value : between) sum += value;
    std::printf("%.9g %.9g\n", seconds, sum);
}

}  // namespace
}  // namespace mandate::bench

int main(int argc, char** argv) {
    using namespace mandate::bench;
    std::uint32_t tasks = 1'000'000;
    int repetitions = 9;
    std::string dump_file;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string option = argv[i], value = argv[i + 1];
        if (option == "--tasks")
            std::from_chars(value.data(), value.data() + value.size(), tasks);
        else if (option == "--repetitions")
            std::from_chars(value.data(), value.data() + value.size(), repetitions);
        else if (option == "--dump")
            dump_file = value;
        else
            return 2;
    }
    const network_plan made = make_network_plan(tasks);
    const mandate::work_calendar every_day{0b1111111};
    const mandate::plan p = plan_of(made, every_day);
    if (!dump_file.empty()) {
        dump(dump_file, p, made.agencies);
        return 0;
    }
    measure_agencies(made, p, repetitions);
    measure_forecast(every_day);
    return shortfalls == 0 ? 0 : 1;
}
