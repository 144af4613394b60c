#include "mandate/graph/cycles.hpp"

#include "graph/nested_links.hpp"
#include "graph/slow_schedule.hpp"
#include "graph/small_stack.hpp"
#include "mandate/base/error.hpp"
#include "mandate/graph/schedule.hpp"
#include "mandate/graph/task_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Cycles, ADiamondIsNoKnot) {
    const dependency links[] = {{0, 1}, {0, 2}, {1, 3}, {2, 3}};
    EXPECT_THAT(find_knots(4, links), IsEmpty());
    EXPECT_THAT(strong_components(4, links), ElementsAre(0, 1, 2, 3));
}

TEST(Cycles, EachKnotHasItsTasksAShortestCycleAndLinksThatOpenIt) {
    // 1 -> 2 -> 3 -> 1 with a short way 3 -> 2; 5 waits for itself; 0 and 4 stand aside.
    const dependency links[] = {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 2}, {3, 4}, {5, 5}};
    const std::vector<knot> knots = find_knots(6, links);
    ASSERT_EQ(knots.size(), 2u);
    EXPECT_THAT(knots[0].tasks, ElementsAre(1, 2, 3));
    EXPECT_THAT(knots[0].shortest.tasks, ElementsAre(2, 3));
    EXPECT_THAT(knots[0].shortest.links, ElementsAre(2, 4));
    EXPECT_THAT(knots[0].opening_links, ElementsAre(2)) << "2 -> 3 is on both cycles";
    EXPECT_THAT(knots[1].tasks, ElementsAre(5));
    EXPECT_THAT(knots[1].shortest.links, ElementsAre(6));
    EXPECT_THAT(knots[1].opening_links, ElementsAre(6));
    EXPECT_FALSE(knots[0].truncated);
}

TEST(Cycles, AgreesWithItsSlowTwinOnRandomNetworks) {
    random_numbers random{7};
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(round);
        const int n = random.within(1, 12);
        std::vector<dependency> links;
        for (int m = random.within(0, 2 * n); m > 0; --m)
            links.push_back({static_cast<std::uint32_t>(random.within(0, n - 1)),
                             static_cast<std::uint32_t>(random.within(0, n - 1))});
        const auto tasks = static_cast<std::size_t>(n);
        // shortest[a][b]: links on the shortest way, found by trying every link again and again.
        constexpr int far = 1000;
        std::vector<std::vector<int>> shortest(tasks, std::vector<int>(tasks, far));
        for (bool better = true; better;) {
            better = false;
            for (const dependency& d : links)
                for (std::size_t a = 0; a < tasks; ++a) {
                    const int by = (a == d.before ? 0 : shortest[a][d.before]) + 1;
                    if (by < shortest[a][d.after]) {
                        shortest[a][d.after] = by;
                        better = true;
                    }
                }
        }
        const std::vector<std::uint32_t> component = strong_components(tasks, links);
        for (std::size_t a = 0; a < tasks; ++a)
            for (std::size_t b = 0; b < tasks; ++b)
                EXPECT_EQ(component[a] == component[b],
                          a == b || (shortest[a][b] < far && shortest[b][a] < far));
        std::vector<bool> opened(links.size(), false);
        std::size_t in_knots = 0;
        for (const knot& k : find_knots(tasks, links)) {
            in_knots += k.tasks.size();
            int least = far;
            for (const std::uint32_t t : k.tasks) least = std::min(least, shortest[t][t]);
            ASSERT_EQ(static_cast<int>(k.shortest.tasks.size()), least);
            ASSERT_EQ(k.shortest.links.size(), k.shortest.tasks.size());
            for (std::size_t i = 0; i < k.shortest.tasks.size(); ++i) {
                const dependency& d = links[k.shortest.links[i]];
                EXPECT_EQ(d.before, k.shortest.tasks[i]);
                EXPECT_EQ(d.after, k.shortest.tasks[(i + 1) % k.shortest.tasks.size()]);
            }
            for (const std::uint32_t link : k.opening_links) opened[link] = true;
        }
        std::size_t on_cycles = 0;
        for (std::size_t t = 0; t < tasks; ++t) on_cycles += shortest[t][t] < far ? 1 : 0;
        EXPECT_EQ(in_knots, on_cycles);
        // Without the opening links no cycle is left, and each of them is needed.
        std::vector<dependency> kept;
        for (std::size_t i = 0; i < links.size(); ++i)
            if (!opened[i]) kept.push_back(links[i]);
        EXPECT_FALSE((task_network{tasks, kept}.has_cycle()));
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (!opened[i]) continue;
            kept.push_back(links[i]);
            EXPECT_TRUE((task_network{tasks, kept}.has_cycle())) << "link " << i << " need not go";
            kept.pop_back();
        }
    }
}

TEST(Cycles, WorkIsBoundedAndSaysSo) {
    // Two long cycles through 0; the search for the shortest may look at few links only.
    std::vector<dependency> links;
    for (std::uint32_t t = 0; t < 1000; ++t) links.push_back({t, (t + 1) % 1000});
    links.push_back({500, 0});
    const std::vector<knot> knots = find_knots(1000, links, 10);
    ASSERT_EQ(knots.size(), 1u);
    EXPECT_TRUE(knots[0].truncated);
    EXPECT_EQ(knots[0].shortest.tasks.size(), 501u) << "a cycle all the same";
    EXPECT_FALSE(find_knots(1000, links)[0].truncated);
}

TEST(Cycles, AShortCycleInALongOneIsFoundAndALongOneAloneIsProved) {
    constexpr std::uint32_t n = 20'000;
    std::vector<dependency> ring;
    for (std::uint32_t t = 0; t < n; ++t) ring.push_back({t, (t + 1) % n});
    const knot alone = find_knots(n, ring).at(0);
    EXPECT_EQ(alone.shortest.tasks.size(), n);
    EXPECT_FALSE(alone.truncated);
    ring.push_back({n - 1, n - 2});
    const knot both = find_knots(n, ring).at(0);
    EXPECT_EQ(both.shortest.tasks, (std::vector<std::uint32_t>{n - 2, n - 1}));
    EXPECT_FALSE(both.truncated);
    try {
        plan p;
        p.duration.assign(n, 1);
        p.links = ring;
        p.links.pop_back();
        const schedule s{p};
        ADD_FAILURE() << "no error";
    } catch (const error& e) {
        EXPECT_THAT(e.what(),
                    testing::StartsWith("plan: tasks wait for themselves: 0 -0-> 1 -1-> "));
        EXPECT_THAT(e.what(), testing::EndsWith("-18-> ... (19980 more) ... 19999 -19999-> 0"));
        EXPECT_EQ(e.facts().size(), 1 + 2 * n) << "the facts have all of it";
    }
}

TEST(Cycles, ALongCycleOnASmallStack) {
    on_a_small_stack([] {
        constexpr std::uint32_t n = 1'000'000;
        std::vector<dependency> links;
        for (std::uint32_t t = 0; t < n; ++t) links.push_back({t, (t + 1) % n});
        const std::vector<knot> knots = find_knots(n, links, 1000);
        EXPECT_EQ(knots.size(), 1u);
        EXPECT_EQ(knots[0].shortest.tasks.size(), n);
        EXPECT_EQ(knots[0].opening_links.size(), 1u);
    });
}

// A knot through wholes is opened by links alone, for nobody can take a part from its whole.
TEST(Knots, AreOpenedByLinksNeverBySteps) {
    random_numbers random{23};
    int through_steps = 0;
    for (int round = 0; round < 2000; ++round) {
        SCOPED_TRACE(round);
        const int n = random.within(2, 9);
        std::vector<std::uint32_t> parent;
        for (int t = 0; t < n; ++t)
            parent.push_back(t > 0 && random.within(0, 2) > 0
                                 ? static_cast<std::uint32_t>(random.within(0, t - 1))
                                 : no_task);
        std::vector<dependency> links;
        for (int m = random.within(1, 2 * n); m > 0; --m)
            links.push_back({static_cast<std::uint32_t>(random.within(0, n - 1)),
                             static_cast<std::uint32_t>(random.within(0, n - 1))});
        const nested_links nested{parent, links};
        const auto steps = static_cast<std::uint32_t>(nested.of_parts());
        std::vector<bool> gone(nested.all().size(), false);
        for (const knot& k : find_knots(nested.places(), nested.all(), 100'000, steps))
            for (const std::uint32_t link : k.opening_links) {
                ASSERT_GE(link, steps);
                gone[link] = true;
                through_steps += k.tasks.size() > 2 ? 1 : 0;
            }
        const auto left = [&](const std::vector<bool>& without) {
            std::vector<dependency> kept;
            for (std::size_t i = 0; i < without.size(); ++i)
                if (!without[i]) kept.push_back(nested.all()[i]);
            return find_knots(nested.places(), kept);
        };
        EXPECT_THAT(left(gone), IsEmpty());
        for (std::uint32_t link = steps; link < gone.size(); ++link) {
            if (!gone[link]) continue;
            std::vector<bool> fewer = gone;
            fewer[link] = false;
            EXPECT_THAT(left(fewer), testing::SizeIs(1)) << "link " << link << " need not go";
        }
    }
    EXPECT_GT(through_steps, 1000);
}

// A short way round through a whole has more steps than a longer one without, but fewer links.
TEST(Knots, StepsToPartsAndBackMakeNoCycleLonger) {
    // Steps 0 -> 1 -> 2 -> 3, and the link 3 -> 0; beside it the links 4 -> 5 -> 0 and 0 -> 4.
    const std::vector<dependency> links = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 4}, {4, 5}, {5, 0}};
    const std::vector<knot> as_links = find_knots(6, links);
    ASSERT_EQ(as_links.size(), 1u);
    EXPECT_EQ(as_links[0].shortest.links.size(), 3u);
    const std::vector<knot> with_steps = find_knots(6, links, 100'000, 3);
    EXPECT_THAT(with_steps[0].shortest.links, testing::ElementsAre(0, 1, 2, 3)) << "one link";
    EXPECT_THAT(with_steps[0].shortest.tasks, testing::ElementsAre(0, 1, 2, 3));
}

}  // namespace
}  // namespace mandate
