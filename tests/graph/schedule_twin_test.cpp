#include "graph/slow_schedule.hpp"
#include "graph/small_stack.hpp"
#include "mandate/base/error.hpp"
#include "mandate/graph/live_schedule.hpp"
#include "mandate/graph/schedule.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>
#include <string>
#include <thread>

namespace mandate {
namespace {

using std::chrono::year;

// Three calendars that differ: the usual week with holidays, a week with Saturdays, and one of
// three days.
struct calendars {
    calendars() {
        const day_exception holidays[] = {{year{2024} / 4 / 18, false},
                                          {year{2024} / 4 / 30, false},
                                          {year{2024} / 5 / 1, false},
                                          {year{2024} / 5 / 4, true}};
        usual = work_calendar{monday_to_friday, holidays};
        six_days = work_calendar{0b0111111};
        three_days = work_calendar{0b0010101};
    }
    work_calendar usual, six_days, three_days;
    std::vector<const work_calendar*> all() const { return {&usual, &six_days, &three_days}; }
};

const calendars& made() {
    static const calendars once;
    return once;
}

struct shape {
    bool mixed;
    bool deadlines;
    bool progress = false;
};

// Some tasks have begun, some are finished, also long before the scope begins; some have dates of
// their own.
void add_progress(plan& p, random_numbers& random) {
    p.status_day = p.start + random.within(0, 12);
    for (std::uint32_t t = 0; t < p.duration.size(); ++t) {
        civil_day started = no_day, finished = no_day, released = no_day;
        if (random.one_in(3))
            started = *p.status_day - random.within(0, random.one_in(4) ? 400 : 17);
        if (random.one_in(4))
            finished = std::min(*p.status_day,
                                (started == no_day ? p.start - 3 : started) + random.within(0, 12));
        if (finished != no_day && random.one_in(3)) released = finished + random.within(0, 9);
        p.started.push_back(started);
        p.finished.push_back(finished);
        p.released.push_back(released);
        p.remaining.push_back(random.one_in(3) ? random.within(0, 5) : -1);
        p.must_start.push_back(random.one_in(9) ? p.start + random.within(-3, 20) : no_day);
        p.not_after.push_back(random.one_in(9) ? p.start + random.within(-3, 30) : no_day);
    }
}

// Each pair in the order given is linked if its bit is set; the numbers of the tasks are shuffled.
plan plan_of(std::uint32_t n, const std::vector<bool>& linked, shape s, random_numbers& random) {
    plan p;
    p.start = year{2024} / 4 / 24;
    p.calendars = made().all();
    if (!s.mixed) p.calendars.resize(1);
    std::vector<std::uint32_t> number(n);
    std::iota(number.begin(), number.end(), 0);
    for (std::uint32_t i = n; i-- > 1;)
        std::swap(number[i],
                  number[static_cast<std::uint32_t>(random.within(0, static_cast<int>(i)))]);
    for (std::uint32_t t = 0; t < n; ++t) {
        p.duration.push_back(random.one_in(8) ? 0 : random.within(1, 6));
        p.calendar.push_back(s.mixed ? static_cast<std::uint32_t>(random.within(0, 2)) : 0);
        p.not_before.push_back(random.one_in(6) ? p.start + random.within(0, 20) : no_day);
        p.deadline.push_back(s.deadlines && random.one_in(3) ? p.start + random.within(0, 30)
                                                             : no_day);
    }
    std::size_t bit = 0;
    for (std::uint32_t a = 0; a < n; ++a)
        for (std::uint32_t b = a + 1; b < n; ++b)
            if (linked[bit++]) {
                dependency d{number[a], number[b]};
                d.type = static_cast<link_kind>(random.one_in(2) ? 1 : random.within(1, 4));
                d.lag = random.one_in(2) ? 0 : random.within(-5, 7);
                if (s.mixed && random.one_in(3)) d.unit = lag_unit::calendar_days;
                p.links.push_back(d);
            }
    if (!s.deadlines) p.deadline.clear();
    if (s.progress) add_progress(p, random);
    return p;
}

void expect_as_slow_twin(const plan& p, bool with_slack, const std::string& which,
                         const schedule_policy& policy = {}) {
    SCOPED_TRACE(which);
    const schedule fast{p, policy};
    const slow_schedule slow{p, policy};
    const slow_schedule::found_days found = slow.days();
    const std::vector<int>& start = found.start;
    const std::vector<std::int32_t> free_slack = fast.free_slack();
    for (std::uint32_t t = 0; t < p.duration.size(); ++t) {
        SCOPED_TRACE("task " + std::to_string(t));
        const scheduled_task task = fast.at(t);
        if (slow.finished(t)) {
            EXPECT_EQ(task.state, scheduled_task::progress::finished);
            EXPECT_EQ(task.finish, p.finished[t]);
            continue;
        }
        if (slow.duration_of(t) > 0) {
            EXPECT_EQ(slow.started(t) ? p.started[t] : task.start,
                      slow.started(t) ? task.start : first_day + start[t]);
            EXPECT_EQ(task.finish - first_day + 1, slow.finish(t, start[t]));
        } else if (!slow.started(t)) {
            EXPECT_EQ(task.start - first_day, slow.milestone_day(t, found));
        }
        if (with_slack) {
            EXPECT_EQ(free_slack[t], slow.free_slack(t));
            EXPECT_EQ(task.slack_to_end, slow.slack_to_end(t));
            EXPECT_EQ(task.critical, slow.slack_to_end(t) == 0);
            EXPECT_LE(task.late_finish, *fast.end());
        }
        if (!p.deadline.empty() || !p.not_after.empty()) {
            EXPECT_EQ(task.slack_to_deadline, slow.slack_to_deadline(t));
        }
    }
    EXPECT_EQ(fast.length(), slow.length(found));
    if (!fast.end() || *fast.end() < p.start) return;
    EXPECT_EQ(*fast.end() - first_day + 1, slow.end(found));
}

std::vector<bool> bits(std::uint32_t links, std::uint32_t n) {
    std::vector<bool> linked;
    for (std::uint32_t bit = 0; bit < n * (n - 1) / 2; ++bit)
        linked.push_back(bit < 32 && (links >> bit & 1U) != 0);
    return linked;
}

TEST(ScheduleTwin, EveryNetworkOfUpToFiveTasks) {
    random_numbers random{1};
    for (const shape s : {shape{false, false}, shape{false, true}, shape{true, false},
                          shape{true, true}, shape{false, true, true}, shape{true, true, true}})
        for (std::uint32_t n = 1; n <= 5; ++n) {
            const std::uint32_t pairs = n * (n - 1) / 2;
            for (std::uint32_t links = 0; links < 1U << pairs; links += s.progress          ? 61
                                                                        : s.deadlines       ? 31
                                                                        : s.mixed && n == 5 ? 3
                                                                                            : 1) {
                expect_as_slow_twin(plan_of(n, bits(links, n), s, random), n < 4 || links % 9 == 0,
                                    std::to_string(n) + " tasks, links " + std::to_string(links));
                if (HasFailure()) return;
            }
        }
}

schedule_policy with_milestones(schedule_policy::milestone where) {
    schedule_policy policy;
    policy.milestones = where;
    return policy;
}
constexpr schedule_policy::milestone both_days[] = {schedule_policy::milestone::day_of_predecessor,
                                                    schedule_policy::milestone::next_working_day};

// One of all networks that differ only in the order of their tasks.
bool is_first_of_its_shape(std::uint32_t links, std::uint32_t n) {
    const auto bit = [n](std::uint32_t a, std::uint32_t b) {
        return a * n - a * (a + 1) / 2 + b - a - 1;
    };
    std::vector<std::uint32_t> to(n);
    std::iota(to.begin(), to.end(), 0);
    do {
        std::uint32_t same = 0;
        bool in_order = true;
        for (std::uint32_t a = 0; a < n; ++a)
            for (std::uint32_t b = a + 1; b < n; ++b)
                if ((links >> bit(a, b) & 1U) != 0) {
                    in_order = in_order && to[a] < to[b];
                    if (in_order) same |= 1U << bit(to[a], to[b]);
                }
        if (in_order && same < links) return false;
    } while (std::next_permutation(to.begin(), to.end()));
    return true;
}

// Each shape with each type of link, beside itself with each lag, in one calendar and in three, for
// both days of milestones; durations, and dates of their own, are drawn.
TEST(ScheduleTwin, EveryNetworkOfUpToFourTasksWithEachTypeAndLag) {
    random_numbers random{5};
    int shapes = 0;
    for (std::uint32_t n = 1; n <= 4; ++n)
        for (std::uint32_t links = 0; links < 1U << (n * (n - 1) / 2); ++links) {
            if (!is_first_of_its_shape(links, n)) continue;
            ++shapes;
            for (int type = 1; type <= 4; ++type)
                for (const auto where : both_days) {
                    const shape s{(shapes + type) % 2 == 0, random.one_in(4)};
                    plan p = plan_of(3 * n, bits(0, 3 * n), s, random);
                    for (std::int32_t& days : p.duration) days = random.within(0, 3);
                    for (int lag = -1; lag <= 1; ++lag) {
                        const std::uint32_t first = static_cast<std::uint32_t>(lag + 1) * n;
                        std::size_t bit = 0;
                        for (std::uint32_t a = 0; a < n; ++a)
                            for (std::uint32_t b = a + 1; b < n; ++b)
                                if (bits(links, n)[bit++])
                                    p.links.push_back(
                                        {first + a, first + b, lag, static_cast<link_kind>(type)});
                    }
                    expect_as_slow_twin(p, true,
                                        std::to_string(n) + " tasks, links " +
                                            std::to_string(links) + " of type " +
                                            std::to_string(type),
                                        with_milestones(where));
                    if (HasFailure()) return;
                }
        }
    EXPECT_EQ(shapes, 1 + 2 + 6 + 31);
}

TEST(ScheduleTwin, RandomNetworksOfUpToFiftyTasks) {
    random_numbers random{2};
    for (int round = 0; round < 60; ++round) {
        const auto n = static_cast<std::uint32_t>(random.within(6, 50));
        std::vector<bool> linked;
        for (std::uint32_t pair = 0; pair < n * (n - 1) / 2; ++pair)
            linked.push_back(random.within(0, static_cast<int>(n)) < 4);
        const shape s{round % 2 == 0, round % 4 < 2, round % 3 == 0};
        schedule_policy policy;
        if (round % 6 < 3) policy.sequence = schedule_policy::out_of_sequence::progress_override;
        policy.milestones = both_days[round % 5 == 0 ? 1 : 0];
        expect_as_slow_twin(
            plan_of(n, linked, {s.mixed, s.deadlines && round % 20 < 4, s.progress}, random),
            round % 10 == 0 || round % 10 == 5, "round " + std::to_string(round), policy);
        if (HasFailure()) return;
    }
}

// As much work as three centuries can hold: a day for every tenth task.
plan chain_of_a_million() {
    static const work_calendar every_day{0b1111111};
    constexpr std::uint32_t n = 1'000'000;
    plan p;
    p.start = first_day;
    p.calendars = {&every_day};
    for (std::uint32_t t = 0; t < n; ++t) p.duration.push_back(t % 10 == 0 ? 1 : 0);
    for (std::uint32_t t = 0; t + 1 < n; ++t) p.links.push_back({t, t + 1});
    return p;
}

TEST(ScheduleTwin, AMillionTasksInOneChainOnASmallStack) {
    on_a_small_stack([] {
        const plan p = chain_of_a_million();
        const schedule chain{p};
        EXPECT_EQ(chain.length(), 100'000);
        EXPECT_EQ(chain.critical_tasks().size(), p.duration.size());
        EXPECT_EQ(chain.driving_chain(p, 999'999).size(), p.duration.size());
        EXPECT_EQ(chain.free_slack(), std::vector<std::int32_t>(p.duration.size(), 0));
    });
}

TEST(ScheduleTwin, AMillionTasksInCalendarsAndProgressOnASmallStack) {
    on_a_small_stack([] {
        static const work_calendar no_sundays{0b0111111};
        plan p = chain_of_a_million();
        p.duration.assign(p.duration.size(), 0);
        p.calendars.push_back(&no_sundays);
        for (std::uint32_t t = 0; t < p.duration.size(); ++t) p.calendar.push_back(t % 2);
        p.duration[0] = 6;
        p.status_day = first_day;
        p.started.assign(p.duration.size(), no_day);
        p.finished = p.started;
        p.started[0] = first_day;
        p.deadline.assign(p.duration.size(), no_day);
        p.deadline.back() = first_day;
        const schedule chain{p};
        EXPECT_EQ(chain.at(999'999).start, first_day + 5);
        EXPECT_LT(*chain.at(1).slack_to_deadline, 0);
        EXPECT_EQ(chain.driving_chain(p, 999'999).size(), p.duration.size());
    });
}

TEST(ScheduleTwin, AMillionTasksOfAPartOfAPartOnASmallStack) {
    on_a_small_stack([] {
        plan p = chain_of_a_million();
        p.links.clear();
        for (std::uint32_t t = 0; t < p.duration.size(); ++t)
            p.parent.push_back(t == 0 ? no_task : t - 1);
        p.duration.back() = 3;
        const schedule nested{p};
        EXPECT_EQ(nested.length(), 3);
        EXPECT_EQ(nested.at(0).finish, first_day + 2);
    });
}

TEST(ScheduleTwin, DaysBeyondTheCalendarsAreRefusedWithTheTask) {
    static const work_calendar every_day{0b1111111};
    for (const lag_unit unit : {lag_unit::working_days, lag_unit::calendar_days}) {
        plan p;
        p.start = year{2199} / 12 / 1;
        p.calendars = {&every_day};
        p.duration = {10, 20, 5, 1};
        p.links = {{0, 1, 1, link_kind::finish_start, unit}, {1, 2}, {2, 3}};
        try {
            schedule{p};
            ADD_FAILURE() << "no error";
        } catch (const error& e) {
            EXPECT_EQ(e.code(), errc::out_of_range);
            EXPECT_EQ(e.facts().front(), (fact{"position", "2"}))
                << "task 1 finishes on 31 December, task 2 would be later";
        }
    }
}

TEST(ScheduleTwin, ALagBeyondTheCalendarsIsRefusedWhateverItBinds) {
    static const work_calendar five_days;
    for (const std::int32_t takes : {0, 1, 5})
        for (int kind = 1; kind <= 4; ++kind)
            for (const lag_unit unit : {lag_unit::working_days, lag_unit::calendar_days}) {
                plan p;
                p.start = year{2150} / 1 / 5;
                p.calendars = {&five_days};
                p.duration = {1, takes};
                live_schedule changed{p};
                const auto end = changed.end();
                p.links = {{0, 1, 36'500, static_cast<link_kind>(kind), unit}};
                EXPECT_THROW(schedule{p}, error) << takes << ' ' << kind;
                plan_change link;
                link.what = plan_change::kind::add_link;
                link.link = p.links[0];
                EXPECT_THROW(changed.change(std::span{&link, 1}), error) << takes << ' ' << kind;
                EXPECT_EQ(changed.end(), end);
            }
}

}  // namespace
}  // namespace mandate
