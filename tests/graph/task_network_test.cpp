#include "mandate/graph/task_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TaskNetwork, ADiamondIsNoCycle) {
    const dependency links[] = {{0, 1}, {0, 2}, {1, 3}, {2, 3}};
    const task_network network{4, links};
    EXPECT_FALSE(network.has_cycle());
    EXPECT_THAT(network.waiting_for(0), ElementsAre(1, 2, 3));
    EXPECT_THAT(network.waiting_for(3), IsEmpty());
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
    EXPECT_EQ(chain.waiting_for(0).size(), n - 1);
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
            std::vector<std::uint32_t> expected;
            for (std::uint32_t b = 0; b < n; ++b)
                if (b != a && reach[a][b]) expected.push_back(b);
            EXPECT_EQ(network.waiting_for(a), expected) << "round " << round << " task " << a;
            for (std::uint32_t b = 0; b < n; ++b)
                EXPECT_EQ(!network.shortest_way(a, b).empty(), a == b || reach[a][b])
                    << "round " << round << " from " << a << " to " << b;
        }
        EXPECT_EQ(network.has_cycle(), cycle) << "round " << round;
    }
}

}  // namespace
}  // namespace mandate
