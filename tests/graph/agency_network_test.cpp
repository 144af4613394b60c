#include "mandate/graph/agency_network.hpp"

#include "graph/bit_rows.hpp"
#include "graph/slow_schedule.hpp"
#include "graph/small_stack.hpp"
#include "mandate/base/error.hpp"
#include "mandate/graph/editable_schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::IsEmpty;
using counted = wait_selection::counted;

constexpr std::uint32_t finance = 0, health = 1, office = 2;

// Monday 1 April 2024, every day worked. Finance's budget (3 days) lets go of health's plan (2) and
// of the office's notice (1); health's plan lets go of finance's payment (4).
plan example() {
    static const work_calendar every_day{0b1111111};
    plan p;
    p.start = year{2024} / 4 / 1;
    p.calendars = {&every_day};
    p.duration = {3, 2, 1, 4};
    p.agency = {finance, health, office, finance};
    p.links = {{0, 1}, {0, 2, 1}, {1, 3}, {0, 3}};
    return p;
}

TEST(AgencyNetwork, CountsWhatEachPairWaitsFor) {
    const plan p = example();
    const schedule s{p};
    const agency_network network{p, s};
    EXPECT_THAT(network.agencies(), ElementsAre(finance, health, office));
    ASSERT_EQ(network.pairs().size(), 3u) << "the link within finance is in none";
    const agency_pair& plan_waits = network.pairs()[0];
    EXPECT_EQ(plan_waits.before, finance);
    EXPECT_EQ(plan_waits.after, health);
    EXPECT_EQ(plan_waits.hand_offs, 1u);
    EXPECT_EQ(plan_waits.open_waits, 1u);
    EXPECT_EQ(plan_waits.binding, 1u);
    EXPECT_EQ(plan_waits.days_waited, 3) << "from 1 April to the 4th";
    EXPECT_EQ(network.pairs()[1].days_waited, 4) << "and a day of lag";
    EXPECT_EQ(network.pairs()[2].days_waited, 5) << "finance waits for health";
    EXPECT_THAT(network.links_of_pairs(counted::binding),
                ElementsAre(ElementsAre(0), ElementsAre(1), ElementsAre(2)));
}

TEST(AgencyNetwork, WhatHasLetGoIsAHandOffAndNoWait) {
    plan p = example();
    p.status_day = year{2024} / 4 / 3;
    p.started = {year{2024} / 4 / 1, no_day, no_day, no_day};
    p.finished = {year{2024} / 4 / 2, no_day, no_day, no_day};
    const schedule s{p};
    const agency_network network{p, s};
    EXPECT_EQ(network.pairs()[0].hand_offs, 1u);
    EXPECT_EQ(network.pairs()[0].open_waits, 0u);
    EXPECT_EQ(network.pairs()[2].open_waits, 1u);
    EXPECT_EQ(network.pairs()[2].days_waited, 2) << "health's plan is the 3rd and 4th";
    p.released = {year{2024} / 4 / 5, no_day, no_day, no_day};
    const schedule later{p};
    const agency_network waits{p, later};
    EXPECT_EQ(waits.pairs()[0].open_waits, 1u) << "handed in, not accepted yet";
    EXPECT_EQ(waits.pairs()[0].days_waited, 3);
}

TEST(AgencyNetwork, AgenciesThatWaitForEachOtherAreNamedWithTheirTasks) {
    const plan p = example();
    const schedule s{p};
    const auto mutual = agency_network{p, s}.mutual_waits();
    ASSERT_EQ(mutual.size(), 1u);
    EXPECT_THAT(mutual[0].agencies, ElementsAre(finance, health));
    EXPECT_THAT(mutual[0].tasks, ElementsAre(0, 1, 3));
    EXPECT_THAT(mutual[0].links, ElementsAre(0, 2));
    EXPECT_THAT((agency_network{p, s}.mutual_waits({counted::open_waits, 2})), IsEmpty())
        << "each pair has one";
}

TEST(AgencyNetwork, BottlenecksAreRankedByWhatGoesThroughThem) {
    const plan p = example();
    const schedule s{p};
    const auto all = agency_network{p, s}.bottlenecks();
    ASSERT_EQ(all.size(), 3u);
    const auto& of_finance = all[0];
    EXPECT_EQ(of_finance.agency, finance);
    EXPECT_EQ(of_finance.betweenness, 1) << "the office waits for health through finance";
    EXPECT_EQ(of_finance.days, 3) << "health's 2 and the office's 1";
    EXPECT_EQ(of_finance.tasks, 2u);
    EXPECT_EQ(of_finance.open_waits, 2u);
    EXPECT_EQ(all[1].agency, health);
    EXPECT_EQ(all[1].betweenness, 0);
    EXPECT_EQ(all[1].days, 4) << "finance's payment";
    EXPECT_EQ(all[2].days, 0) << "nobody waits for the office";
}

TEST(AgencyNetwork, ADelayMovesWhatHasNoSlack) {
    const plan p = example();
    const schedule s{p};
    EXPECT_THAT(moved_by_delay(p, {}, s, 0, 2),
                ElementsAre(moved_task{1, 2}, moved_task{2, 2}, moved_task{3, 2}));
    EXPECT_THAT(moved_by_delay(p, {}, s, 3, 2), IsEmpty());
    EXPECT_THROW(moved_by_delay(p, {}, s, 0, -1), error);
    EXPECT_THROW(moved_by_delay(p, {}, s, 0, 59'999), error);
}

// Of what has begun at least a day is left until it is done, whatever was reported.
TEST(AgencyNetwork, ADelayOfWhatHasNoDaysLeftCountsFromTheDayThatIsLeft) {
    plan p = example();
    p.links = {{0, 1}};
    p.status_day = year{2024} / 4 / 3;
    p.started = {year{2024} / 4 / 1, no_day, no_day, no_day};
    for (const std::int32_t left : {0, 1}) {
        p.remaining = {left, -1, -1, -1};
        const std::vector<moved_task> expected{{1, 2}};
        EXPECT_EQ(moved_by_delay(p, {}, schedule{p}, 0, 2), expected);
        EXPECT_EQ(editable_schedule{p}.moved_by(0, 2), expected);
    }
}

TEST(AgencyNetwork, NumbersOfAgenciesMayHaveGaps) {
    plan p = example();
    p.agency = {7, 4'000'000'000, no_task, 7};
    const schedule s{p};
    const agency_network network{p, s};
    EXPECT_THAT(network.agencies(), ElementsAre(7, 4'000'000'000));
    ASSERT_EQ(network.pairs().size(), 2u);
    EXPECT_EQ(network.pairs()[0].after, 4'000'000'000);
    EXPECT_EQ(network.bottlenecks().back().agency, 7u) << "2 days hang on it, 4 on the other";
    EXPECT_THAT(network.mutual_waits().front().agencies, ElementsAre(7, 4'000'000'000));
}

TEST(AgencyNetwork, WithoutAgenciesThereIsNothing) {
    plan p = example();
    p.agency.clear();
    const schedule s{p};
    const agency_network network{p, s};
    EXPECT_THAT(network.agencies(), IsEmpty());
    EXPECT_THAT(network.pairs(), IsEmpty());
    EXPECT_THAT(network.bottlenecks(), IsEmpty());
    EXPECT_THAT(network.mutual_waits(), IsEmpty());
    p.agency = {no_task, no_task, no_task, no_task};
    EXPECT_THAT((agency_network{p, s}.bottlenecks()), IsEmpty());
}

// ---- slow twins ---------------------------------------------------------------------------------

plan random_plan(random_numbers& random) {
    static const work_calendar usual, six_days{0b0111111};
    plan p;
    p.start = year{2024} / 4 / 24;
    p.calendars = {&usual, &six_days};
    const int n = random.within(2, 40), agencies = random.within(1, 9);
    const bool mixed = random.one_in(2), progress = random.one_in(2);
    if (progress) p.status_day = p.start + random.within(0, 9);
    for (int t = 0; t < n; ++t) {
        p.duration.push_back(random.within(0, 6));
        p.calendar.push_back(mixed ? static_cast<std::uint32_t>(random.within(0, 1)) : 0);
        const int agency = random.within(0, agencies);
        p.agency.push_back(agency == agencies ? no_task : static_cast<std::uint32_t>(agency));
        const bool begun = progress && random.one_in(3), done = begun && random.one_in(2);
        p.started.push_back(begun ? *p.status_day - random.within(4, 9) : no_day);
        p.finished.push_back(done ? *p.status_day - random.within(0, 4) : no_day);
        p.released.push_back(done && random.one_in(2) ? *p.status_day + random.within(0, 5)
                                                      : no_day);
        p.remaining.push_back(begun && random.one_in(2) ? random.within(0, 5) : -1);
    }
    for (std::uint32_t a = 0; a < p.duration.size(); ++a)
        for (std::uint32_t b = a + 1; b < p.duration.size(); ++b)
            if (random.within(0, n) < 3) {
                dependency d{a, b, random.within(-2, 4)};
                d.type = static_cast<link_kind>(random.one_in(2) ? 1 : random.within(1, 4));
                if (mixed && random.one_in(3)) d.unit = lag_unit::calendar_days;
                p.links.push_back(d);
            }
    return p;
}

bool slow_is_open(const plan& p, const dependency& d) {
    const auto happened = [&](const std::vector<civil_day>& column, std::uint32_t t) {
        return p.status_day && column[t] != no_day;
    };
    if (happened(p.finished, d.after)) return false;
    if (!from_finish(d.type))
        return !happened(p.started, d.before) && !happened(p.finished, d.before);
    if (!happened(p.finished, d.before)) return true;
    return p.released[d.before] != no_day && p.released[d.before] > *p.status_day;
}

TEST(AgencyNetwork, AMillionTasksOfThreeAgenciesInOneChainOnASmallStack) {
    on_a_small_stack([] {
        constexpr std::uint32_t n = 1'000'000;
        plan p = example();
        p.duration.assign(n, 0);
        p.duration[0] = 1;
        p.agency.clear();
        p.links.clear();
        for (std::uint32_t t = 0; t < n; ++t) p.agency.push_back(t % 3);
        for (std::uint32_t t = 0; t + 1 < n; ++t) p.links.push_back({t, t + 1});
        const schedule s{p};
        const agency_network network{p, s};
        EXPECT_EQ(network.mutual_waits().at(0).links.size(), n - 1);
        const std::vector<bottleneck> all = network.bottlenecks();
        EXPECT_EQ(all.size(), 3u);
        EXPECT_EQ(all[0].tasks, 666'666u) << "of the two others, behind its first task";
        EXPECT_EQ(moved_by_delay(p, {}, s, 0, 5).size(), n - 1);
    });
}

TEST(AgencyNetworkTwin, PairsAndWaits) {
    random_numbers random{21};
    for (int round = 0; round < 150; ++round) {
        SCOPED_TRACE(round);
        const plan p = random_plan(random);
        const schedule s{p};
        const slow_schedule slow{p};
        const std::vector<int> start = slow.starts();
        std::map<std::pair<std::uint32_t, std::uint32_t>, agency_pair> expected;
        for (const dependency& d : p.links) {
            const std::uint32_t a = p.agency[d.before], b = p.agency[d.after];
            if (a == b || a == no_task || b == no_task) continue;
            agency_pair& pair =
                expected.try_emplace({a, b}, agency_pair{a, b, 0, 0, 0, 0}).first->second;
            ++pair.hand_offs;
            if (!slow_is_open(p, d)) continue;
            ++pair.open_waits;
            const int asked = slow.demand(d, start[d.before]);
            if (asked >= start[d.after]) ++pair.binding;
            for (int day = slow.number_of(p.status_day.value_or(p.start)); day < asked; ++day)
                pair.days_waited += slow.works(d.after, day) ? 1 : 0;
        }
        const agency_network network{p, s};
        ASSERT_EQ(network.pairs().size(), expected.size());
        const auto links = network.links_of_pairs(counted::open_waits);
        for (std::size_t i = 0; i < links.size(); ++i) {
            const agency_pair& pair = network.pairs()[i];
            const agency_pair& slowly = expected.at({pair.before, pair.after});
            EXPECT_EQ(pair.hand_offs, slowly.hand_offs);
            EXPECT_EQ(pair.open_waits, slowly.open_waits);
            EXPECT_EQ(pair.binding, slowly.binding);
            EXPECT_EQ(pair.days_waited, slowly.days_waited);
            EXPECT_EQ(links[i].size(), slowly.open_waits);
        }
        if (HasFailure()) return;
    }
}

// The links of a plan with wholes as those of its parts: the twin knows no wholes.
TEST(AgencyNetworkTwin, LinksOfWholesStandForThoseOfTheirParts) {
    random_numbers random{23};
    int summed = 0;
    for (int round = 0; round < 150; ++round) {
        SCOPED_TRACE(round);
        plan p = random_plan(random);
        plan flat = p;
        // The parts of a whole follow one another, so links between wholes close no cycle.
        const auto leaves = static_cast<std::uint32_t>(p.duration.size());
        const auto wholes = static_cast<std::uint32_t>(random.within(1, 6));
        const auto whole_of = [&](std::uint32_t t) {
            return t < leaves ? t * wholes / leaves : t - leaves;
        };
        std::vector<std::vector<std::uint32_t>> parts(leaves + wholes);
        for (std::uint32_t t = 0; t < leaves; ++t) {
            parts[t] = {t};
            parts[leaves + whole_of(t)].push_back(t);
        }
        for (std::uint32_t t = 0; t < leaves; ++t) p.parent.push_back(leaves + whole_of(t));
        for (std::uint32_t w = 0; w < wholes; ++w) {
            p.parent.push_back(no_task);
            p.duration.push_back(0);
            p.calendar.push_back(0);
            p.agency.push_back(static_cast<std::uint32_t>(random.within(0, 9)));
            for (auto* days : {&p.started, &p.finished, &p.released}) days->push_back(no_day);
            p.remaining.push_back(-1);
        }
        for (int n = 0; n < 12; ++n) {
            const auto any = [&] {
                return static_cast<std::uint32_t>(
                    random.within(0, static_cast<int>(leaves + wholes) - 1));
            };
            const std::uint32_t before = any(), after = any();
            if (whole_of(before) >= whole_of(after) || parts[before].empty() ||
                parts[after].empty())
                continue;
            p.links.push_back(
                {before, after, random.within(-2, 4), static_cast<link_kind>(random.within(1, 4))});
        }
        std::vector<std::pair<dependency, std::size_t>> between;  // and the link it comes from
        for (std::size_t i = 0; i < p.links.size(); ++i)
            for (const std::uint32_t b : parts[p.links[i].before])
                for (const std::uint32_t a : parts[p.links[i].after]) {
                    dependency d = p.links[i];
                    d.before = b, d.after = a;
                    between.emplace_back(d, i);
                }
        flat.links.clear();
        for (const auto& d : between) flat.links.push_back(d.first);
        const slow_schedule slow{flat};
        const std::vector<int> start = slow.starts();
        struct link_of_whole {
            bool open = false, binding = false;
            int days = 0;
        };
        std::vector<link_of_whole> of(p.links.size());
        for (const auto& [d, i] : between) {
            if (!slow_is_open(flat, d)) continue;
            const int asked = slow.demand(d, start[d.before]);
            int days = 0;
            for (int day = slow.number_of(p.status_day.value_or(p.start)); day < asked; ++day)
                days += slow.works(d.after, day) ? 1 : 0;
            of[i].open = true;
            of[i].binding |= asked >= start[d.after];
            of[i].days = std::max(of[i].days, days);
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, agency_pair> expected;
        for (std::size_t i = 0; i < p.links.size(); ++i) {
            const std::uint32_t a = p.agency[p.links[i].before], b = p.agency[p.links[i].after];
            if (a == b || a == no_task || b == no_task) continue;
            agency_pair& pair =
                expected.try_emplace({a, b}, agency_pair{a, b, 0, 0, 0, 0}).first->second;
            ++pair.hand_offs;
            pair.open_waits += of[i].open ? 1 : 0;
            pair.binding += of[i].binding ? 1 : 0;
            pair.days_waited += of[i].days;
            summed += of[i].open && std::max(p.links[i].before, p.links[i].after) >= leaves ? 1 : 0;
        }
        const schedule s{p};
        const agency_network network{p, s};
        ASSERT_EQ(network.pairs().size(), expected.size());
        for (const agency_pair& pair : network.pairs()) {
            const agency_pair& slowly = expected.at({pair.before, pair.after});
            EXPECT_EQ(pair.hand_offs, slowly.hand_offs);
            EXPECT_EQ(pair.open_waits, slowly.open_waits);
            EXPECT_EQ(pair.binding, slowly.binding);
            EXPECT_EQ(pair.days_waited, slowly.days_waited);
        }
        if (HasFailure()) return;
    }
    EXPECT_GT(summed, 100);
}

// It let go when it began; that it was suspended since takes nothing back.
TEST(AgencyNetwork, ATaskThatBeganAndIsSuspendedHoldsNobodyByItsStart) {
    plan p = example();
    p.links = {{0, 1, 0, link_kind::start_start}, {0, 2}};
    p.status_day = year{2024} / 4 / 3;
    p.started = {year{2024} / 4 / 1, no_day, no_day, no_day};
    p.suspended = {1, 0, 0, 0};
    const schedule s{p};
    const agency_network network{p, s};
    ASSERT_EQ(network.pairs().size(), 2u);
    EXPECT_EQ(network.pairs()[0].open_waits, 0u) << "by its start";
    EXPECT_EQ(network.pairs()[1].open_waits, 1u) << "by its finish";
}

// Everything that waits for one of the agency's open tasks, found task by task.
std::pair<std::uint32_t, std::int64_t> slow_hanging(const plan& p, std::uint32_t agency) {
    const slow_schedule slow{p};
    std::set<std::uint32_t> waiting;
    for (std::uint32_t t = 0; t < p.duration.size(); ++t)
        if (p.agency[t] == agency && !slow.finished(t)) waiting.insert(t);
    std::set<std::uint32_t> hanging;
    for (bool more = true; more;) {
        more = false;
        for (const dependency& d : p.links)
            if (slow.moves(d) && (waiting.contains(d.before) || hanging.contains(d.before)))
                more |= hanging.insert(d.after).second;
    }
    std::uint32_t tasks = 0;
    std::int64_t days = 0;
    for (const std::uint32_t t : hanging)
        if (p.agency[t] != agency && p.agency[t] != no_task) {
            ++tasks;
            days += slow.duration_of(t);
        }
    return {tasks, days};
}

TEST(AgencyNetworkTwin, WorkThatHangsAndDelays) {
    random_numbers random{22};
    for (int round = 0; round < 60; ++round) {
        SCOPED_TRACE(round);
        const plan p = random_plan(random);
        const schedule s{p};
        for (const bottleneck& b : agency_network{p, s}.bottlenecks()) {
            const auto [tasks, days] = slow_hanging(p, b.agency);
            EXPECT_EQ(b.tasks, tasks);
            EXPECT_EQ(b.days, days);
        }
        const auto late =
            static_cast<std::uint32_t>(random.within(0, static_cast<int>(p.duration.size()) - 1));
        const int days = random.within(0, 9);
        plan longer = p;
        if (slow_schedule{p}.started(late) && p.remaining[late] >= 0)
            longer.remaining[late] =
                std::max(p.remaining[late], std::min(p.duration[late], 1)) + days;
        else
            longer.duration[late] += days;
        const slow_schedule before{p}, after{longer};
        const std::vector<int> was = before.starts(), now = after.starts();
        std::vector<moved_task> expected;
        for (std::uint32_t t = 0; t < was.size(); ++t) {
            std::int32_t by = 0;
            for (int day = was[t]; day < now[t]; ++day) by += before.works(t, day) ? 1 : 0;
            if (by > 0 && t != late && !before.finished(t)) expected.push_back({t, by});
        }
        EXPECT_EQ(moved_by_delay(p, {}, s, late, days), expected);
        EXPECT_EQ(editable_schedule{p}.moved_by(late, days), expected);
        if (HasFailure()) return;
    }
}

using arrows = std::vector<bit_rows::arrow>;

arrows random_arrows(random_numbers& random, std::uint32_t n, int density) {
    arrows all;
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::uint32_t b = 0; b < n; ++b)
            if (a != b && random.within(0, 99) < density) all.emplace_back(a, b);
    return all;
}

// Lengths and numbers of shortest ways between all pairs, wave by wave over a plain list.
struct shortest_ways {
    shortest_ways(std::uint32_t n, const arrows& all)
        : length(n, std::vector<int>(n, -1)), number(n, std::vector<double>(n, 0)) {
        for (std::uint32_t s = 0; s < n; ++s) {
            length[s][s] = 0;
            number[s][s] = 1;
            for (int wave = 0; wave < static_cast<int>(n); ++wave)
                for (const auto& [a, b] : all)
                    if (length[s][a] == wave && (length[s][b] < 0 || length[s][b] == wave + 1)) {
                        length[s][b] = wave + 1;
                        number[s][b] += number[s][a];
                    }
        }
    }
    std::vector<std::vector<int>> length;
    std::vector<std::vector<double>> number;
};

TEST(AgencyNetwork, WhatWaitsForASuspendedTaskHangsOnItsAgency) {
    // Agency 0 is suspended in task 0; 1 and 2 wait for it, and for task 3 of agency 3.
    plan p;
    p.start = year{2024} / 4 / 1;
    p.status_day = p.start;
    p.duration = {2, 4, 3, 1};
    p.agency = {0, 1, 2, 3};
    p.links = {{0, 1}, {1, 2}, {3, 2}};
    const auto days_at = [](const plan& of, std::uint32_t agency) {
        const schedule s{of};
        for (const bottleneck& b : agency_network{of, s}.bottlenecks({}, 1))
            if (b.agency == agency) return std::pair{b.tasks, b.days};
        return std::pair{std::uint32_t{0}, std::int64_t{0}};
    };
    const auto of_0 = days_at(p, 0), of_1 = days_at(p, 1), of_3 = days_at(p, 3);
    EXPECT_EQ(of_0.second, 7);
    p.suspended = {1, 0, 0, 0};
    EXPECT_EQ(days_at(p, 0), of_0) << "as if it went on";
    EXPECT_EQ(days_at(p, 1), of_1);
    EXPECT_EQ(days_at(p, 3), of_3) << "work without forecast waits for work that has one, too";
}

TEST(AgencyNetworkTwin, BetweennessAndComponents) {
    random_numbers random{23};
    for (int round = 0; round < 60; ++round) {
        SCOPED_TRACE(round);
        const auto n = static_cast<std::uint32_t>(random.within(1, round < 50 ? 20 : 90));
        const int densities[] = {2, 8, 30, 99};
        const arrows all = random_arrows(random, n, densities[round % 4]);
        const shortest_ways ways{n, all};
        const std::vector<double> fast = betweenness(bit_rows{n, all}, 1);
        EXPECT_EQ(betweenness(bit_rows{n, all}, 3), fast) << "to the last bit";
        const std::vector<std::uint32_t> component =
            strong_components(bit_rows{n, all}, bit_rows{n, all}.turned());
        std::uint32_t found = 0;
        for (std::uint32_t v = 0; v < n; ++v) {
            double expected = 0;
            for (std::uint32_t s = 0; s < n; ++s)
                for (std::uint32_t t = 0; t < n; ++t)
                    if (s != v && t != v && s != t && ways.length[s][v] > 0 &&
                        ways.length[v][t] > 0 &&
                        ways.length[s][v] + ways.length[v][t] == ways.length[s][t])
                        expected += ways.number[s][v] * ways.number[v][t] / ways.number[s][t];
            EXPECT_NEAR(fast[v], expected, 1e-9) << v;
            for (std::uint32_t u = 0; u < n; ++u)
                EXPECT_EQ(component[u] == component[v],
                          ways.length[u][v] >= 0 && ways.length[v][u] >= 0);
            if (component[v] == found) ++found;
            EXPECT_LT(component[v], found) << "numbered by smallest vertex";
        }
        if (HasFailure()) return;
    }
}

}  // namespace
}  // namespace mandate
