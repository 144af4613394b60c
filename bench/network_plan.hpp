#pragma once
// A made-up plan for the network benchmarks: programmes of some 250 tasks in 48 layers, the same on
// every machine for the same number of tasks.

#include "mandate/graph/dependency.hpp"

#include <cstdint>
#include <vector>

namespace mandate::bench {

/// splitmix64: no library's random numbers, so the same plan everywhere.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : state_{seed} {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    /// 0 .. n-1
    std::uint32_t below(std::uint32_t n) {
        return static_cast<std::uint32_t>((next() >> 32) * n >> 32);
    }
    /// [0, 1)
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

private:
    std::uint64_t state_;
};

struct network_plan {
    std::vector<std::int32_t> duration;    ///< 1 to 60 days
    std::vector<std::uint32_t> programme;  ///< its tasks have consecutive numbers
    std::vector<std::uint32_t> agency;
    std::vector<dependency> links;  ///< 90 % finish-start; lag 0 to 10
    std::uint32_t agencies = 200;
};

struct plan_shape {
    std::uint32_t layers = 48;
    std::uint32_t tasks_per_programme = 250;
    double predecessors = 3.0;  ///< on average
    double from_elsewhere = 0.15;
};
/// The deep variant: one task after another through five thousand layers.
inline constexpr plan_shape deep{5000, 20'000};

/// Numbers are not in topological order: the layer of a task within its programme is random.
/// 85 % of the predecessors lie one to three layers before in the same programme, the others in
/// programmes nearby or in those of eight agencies on which everything hangs.
network_plan make_network_plan(std::uint32_t tasks, const plan_shape& shape = {},
                               std::uint64_t seed = 42);

}  // namespace mandate::bench
