#pragma once
// What others take for the same: critical path by the graph libraries of C and C++, written as
// their manuals suggest, their topological sort included (their interfaces keep no order).

#include "network_floors.hpp"

#include <string>
#include <vector>

namespace mandate::bench {

struct peer_result {
    std::string name;
    bool present = true;       ///< false: it was not there when this was built
    double build_seconds = 0;  ///< from the unsorted list of links
    double run_seconds = 0;    ///< sort, forwards, backwards; median
    double kept_seconds = 0;   ///< without the sort; 0: not measured
    bool equal = false;        ///< to the floor's dates
};

/// Runs every peer on the plan.
std::vector<peer_result> run_peers(const network_plan& plan, const start_days& expected,
                                   int repetitions);

/// Adding links one by one with a check for cycles, by Abseil's GraphCycles: seconds of each that
/// was accepted, and of each that was refused. Empty where Abseil is not there.
struct cycle_check_times {
    std::vector<double> accepted, refused;
};
cycle_check_times run_abseil(const network_plan& plan, const std::vector<dependency>& added);

}  // namespace mandate::bench
