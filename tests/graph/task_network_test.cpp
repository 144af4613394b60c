#include "mandate/graph/task_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TaskNetwork, ADiamondIsNoCycle) {
    const dependency links[] = {{0, 1}, {0, 2}, {1, 3}, {2, 3}};
    const task_network network{4, links};
    EXPECT_FALSE(network.has_cycle());
    EXPECT_THAT(network.count_waiting(), ElementsAre(3, 1, 1, 0));
}

TEST(TaskNetwork, FindsTheShortestWayAroundACycle) {
    const dependency links[] = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {1, 3}};
    const task_network network{4, links};
    EXPECT_TRUE(network.has_cycle());
    EXPECT_THAT(network.shortest_way(0, 3), ElementsAre(0, 1, 3)) << "not by way of 2";
    EXPECT_THAT(network.shortest_way(2, 2), ElementsAre(2));
}

TEST(TaskNetwork, HasNoWayAgainstTheArrows) {
    const dependency links[] = {{0, 1}};
    EXPECT_THAT((task_network{2, links}.shortest_way(1, 0)), IsEmpty());
}

TEST(TaskNetwork, AMillionTasksInOneChainDoNotExhaustTheStack) {
    constexpr std::uint32_t n = 1'000'000;
    std::vector<dependency> links;
    for (std::uint32_t i = 0; i + 1 < n; ++i) links.push_back({i, i + 1});
    const task_network chain{n, links};
    EXPECT_FALSE(chain.has_cycle());
    EXPECT_EQ(chain.shortest_way(0, n - 1).size(), n);
    links.push_back({n - 1, 0});
    EXPECT_TRUE((task_network{n, links}.has_cycle())) << "a cycle of a million tasks is found";
}

std::uint64_t next_random(std::uint64_t& x) {  // splitmix64
    std::uint64_t z = (x += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

// The slow twin: follows every dependency again and again until nothing new is reached.
std::vector<std::vector<bool>> reach_by_walking(std::uint32_t n,
                                                std::span<const dependency> links) {
    std::vector<std::vector<bool>> reach(n, std::vector<bool>(n, false));
    for (bool changed = true; changed;) {
        changed = false;
        for (const dependency& d : links)
            for (std::uint32_t from = 0; from < n; ++from)
                if ((from == d.before || reach[from][d.before]) && !reach[from][d.after]) {
                    reach[from][d.after] = true;
                    changed = true;
                }
    }
    return reach;
}

TEST(TaskNetwork, AgreesWithItsSlowTwinOnRandomNetworks) {
    std::uint64_t seed = 42;
    int without_cycle = 0;
    for (int round = 0; round < 300; ++round) {
        const auto n = static_cast<std::uint32_t>(2 + next_random(seed) % 12);
        std::vector<dependency> links;
        for (std::uint64_t m = next_random(seed) % (2 * n); m > 0; --m)
            links.push_back({static_cast<std::uint32_t>(next_random(seed) % n),
                             static_cast<std::uint32_t>(next_random(seed) % n)});
        const task_network network{n, links};
        const auto reach = reach_by_walking(n, links);
        bool cycle = false;
        for (std::uint32_t a = 0; a < n; ++a) {
            cycle |= reach[a][a];
            for (std::uint32_t b = 0; b < n; ++b)
                EXPECT_EQ(!network.shortest_way(a, b).empty(), a == b || reach[a][b])
                    << "round " << round << " from " << a << " to " << b;
        }
        EXPECT_EQ(network.has_cycle(), cycle) << "round " << round;
        if (cycle) continue;
        ++without_cycle;
        const std::vector<std::uint32_t> waiting = network.count_waiting();
        for (std::uint32_t a = 0; a < n; ++a)
            EXPECT_EQ(waiting[a], std::count(reach[a].begin(), reach[a].end(), true))
                << "round " << round << " task " << a;
    }
    EXPECT_GT(without_cycle, 50);
}

// More tasks than bits in a word.
TEST(TaskNetwork, CountsWhoWaitsInALongChain) {
    std::vector<dependency> links;
    for (std::uint32_t t = 0; t < 199; ++t) links.push_back({t, t + 1});
    const auto waiting = task_network{200, links}.count_waiting();
    for (std::uint32_t t = 0; t < 200; ++t) EXPECT_EQ(waiting[t], 199 - t);
    std::vector<bool> counted(200, true);
    counted[150] = counted[160] = false;
    const auto some = task_network{200, links}.count_waiting(counted);
    for (std::uint32_t t = 0; t < 200; ++t)
        EXPECT_EQ(some[t], 199 - t - (t < 150 ? 1U : 0U) - (t < 160 ? 1U : 0U)) << t;
}

TEST(TaskNetwork, StepsThatCostNothingMakeNoWayLonger) {
    const std::vector<dependency> all = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {0, 5}, {5, 4}};
    const task_network network{6, all};
    EXPECT_THAT(network.shortest_way(0, 4), testing::ElementsAre(0, 5, 4));
    EXPECT_THAT(network.shortest_way(0, 4, [](auto a, auto b) { return b == a + 1 && a < 3; }),
                testing::ElementsAre(0, 1, 2, 3, 4));
}

}  // namespace
}  // namespace mandate
