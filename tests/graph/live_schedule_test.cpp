#include "mandate/graph/live_schedule.hpp"

#include "graph/slow_schedule.hpp"
#include "graph/small_stack.hpp"
#include "mandate/base/error.hpp"
#include "mandate/graph/agency_network.hpp"
#include "mandate/graph/forecast.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace mandate {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using kind = plan_change::kind;
using column = plan_column;

std::string text_of(const scheduled_task& t) {
    const auto day = [](civil_day d) { return d == no_day ? std::string{"-"} : to_text(d); };
    return std::to_string(static_cast<int>(t.state)) + " " + day(t.start) + " " + day(t.finish) +
           " " + day(t.late_start) + " " + day(t.late_finish) + " slack " +
           std::to_string(t.slack_to_end) + " " +
           (t.slack_to_deadline ? std::to_string(*t.slack_to_deadline) : "-") +
           (t.critical ? " critical" : "");
}

plan_change set(std::uint32_t task, column c, std::int32_t value) {
    plan_change made;
    made.number = task;
    made.column = c;
    made.value = value;
    return made;
}
plan_change set(std::uint32_t task, column c, civil_day day) {
    return set(task, c, day.since_epoch());
}
plan_change make(kind what, std::uint32_t number, std::int32_t value = 0) {
    plan_change made;
    made.what = what;
    made.number = number;
    made.value = value;
    return made;
}
plan_change link(const dependency& d) {
    plan_change made;
    made.what = kind::add_link;
    made.link = d;
    return made;
}

// What the host's own tables would hold: nothing is shared with what is tested.
class own_tables {
public:
    explicit own_tables(plan p) : p_{std::move(p)} {
        gone_.assign(p_.duration.size(), false);
        cut_.assign(p_.links.size(), false);
    }

    void change(const plan_change& c) {
        const auto day = civil_day{c.value};
        const auto number = static_cast<std::uint32_t>(c.value);
        switch (c.what) {
            case kind::set_task:
                switch (c.column) {
                    case column::calendar:
                        p_.calendar[c.number] = number;
                        return;
                    case column::parent:
                        p_.parent[c.number] = number;
                        return;
                    case column::not_before:
                        p_.not_before[c.number] = day;
                        return;
                    case column::must_start:
                        p_.must_start[c.number] = day;
                        return;
                    case column::not_after:
                        p_.not_after[c.number] = day;
                        return;
                    case column::deadline:
                        p_.deadline[c.number] = day;
                        return;
                    case column::started:
                        p_.started[c.number] = day;
                        return;
                    case column::finished:
                        p_.finished[c.number] = day;
                        return;
                    case column::released:
                        p_.released[c.number] = day;
                        return;
                    case column::remaining:
                        p_.remaining[c.number] = c.value;
                        return;
                    case column::suspended:
                        p_.suspended[c.number] = static_cast<std::uint8_t>(c.value);
                        return;
                    default:
                        p_.duration[c.number] = c.value;
                        return;
                }
            case kind::add_task:
                p_.duration.push_back(c.value);
                p_.calendar.push_back(0);
                p_.parent.push_back(no_task);
                for (auto* days : {&p_.not_before, &p_.must_start, &p_.not_after, &p_.deadline,
                                   &p_.started, &p_.finished, &p_.released})
                    days->push_back(no_day);
                p_.remaining.push_back(-1);
                p_.suspended.push_back(0);
                gone_.push_back(false);
                return;
            case kind::remove_task:
                gone_[c.number] = true;
                for (std::size_t l = 0; l < cut_.size(); ++l)
                    if (p_.links[l].before == c.number || p_.links[l].after == c.number)
                        cut_[l] = true;
                p_.duration[c.number] = 0;
                p_.parent[c.number] = no_task;
                p_.suspended[c.number] = 0;
                for (auto* days :
                     {&p_.not_before, &p_.must_start, &p_.not_after, &p_.deadline, &p_.released})
                    (*days)[c.number] = no_day;
                return;
            case kind::add_link:
                p_.links.push_back(c.link);
                cut_.push_back(false);
                return;
            case kind::set_link: {
                dependency& d = p_.links[c.number];
                d.lag = c.link.lag;
                d.type = c.link.type;
                d.unit = c.link.unit;
                return;
            }
            case kind::remove_link:
                cut_[c.number] = true;
                return;
            case kind::set_status_day:
                p_.status_day = day == no_day ? std::nullopt : std::optional{day};
                return;
        }
    }

    plan now(std::vector<std::uint32_t>& numbers) const {
        plan p = p_;
        p.links.clear();
        for (std::uint32_t l = 0; l < p_.links.size(); ++l)
            if (!cut_[l]) {
                p.links.push_back(p_.links[l]);
                numbers.push_back(l);
            }
        p.removed.assign(gone_.begin(), gone_.end());
        return p;
    }
    const plan& columns() const { return p_; }
    bool gone(std::uint32_t t) const { return gone_[t]; }
    bool cut(std::uint32_t l) const { return cut_[l]; }

private:
    plan p_;
    std::vector<bool> gone_, cut_;
};

class host {
public:
    host(const plan& p, std::uint64_t seed, const schedule_policy& policy)
        : policy_{policy}, tables_{p}, live_{p, policy}, random_{seed} {}

    /// One to four changes at once. False: it could not be, and both say so.
    bool change() {
        own_tables changed = tables_;
        std::vector<plan_change> all;
        const int count = random_.one_in(2) ? 1 : random_.within(2, 4);
        for (int i = 0; i < count; ++i) {
            const auto made = any_change(changed);
            changed.change(made);
            all.push_back(made);
        }
        bool taken = true;
        std::string why;
        try {
            live_.change(all);
        } catch (const error& e) {
            taken = false;
            why = e.what();
        }
        std::vector<std::uint32_t> numbers;
        bool can_be = true;
        try {
            const schedule made{changed.now(numbers), policy_};
        } catch (const error&) {
            can_be = false;
        }
        EXPECT_EQ(taken, can_be) << why;
        if (taken) tables_ = changed;
        return taken;
    }

    void expect_as_new() {
        std::vector<std::uint32_t> numbers;
        const plan p = tables_.now(numbers);
        const schedule whole{p, policy_};
        const auto tasks = static_cast<std::uint32_t>(p.duration.size());
        ASSERT_EQ(live_.tasks(), tasks);
        const std::vector<std::int32_t> free_slack = whole.free_slack();
        for (std::uint32_t t = 0; t < tasks; ++t) {
            EXPECT_EQ(live_.is_removed(t), tables_.gone(t));
            ASSERT_EQ(text_of(live_.at(t)), text_of(whole.at(t))) << "task " << t;
            ASSERT_EQ(live_.free_slack(t), free_slack[t]) << "task " << t;
        }
        EXPECT_EQ(live_.end(), whole.end());
        EXPECT_EQ(live_.length(), whole.length());
        const schedule of_plan{live_.to_plan(), policy_};
        EXPECT_EQ(of_plan.end(), live_.end());
        EXPECT_EQ(of_plan.length(), live_.length());
        if (!random_.one_in(4)) return;
        const std::uint32_t asked = any_task(tables_);
        const auto told = [](std::vector<driving_step> steps) {
            std::string text;
            for (const driving_step& s : steps)
                text += std::to_string(s.task) + " " + std::to_string(static_cast<int>(s.by)) +
                        " " + std::to_string(s.predecessor) + " " + std::to_string(s.link) + "; ";
            return text;
        };
        std::vector<driving_step> chain = whole.driving_chain(p, asked);
        for (driving_step& s : chain)
            if (s.link != no_task) s.link = numbers[s.link];
        ASSERT_EQ(told(live_.driving_chain(asked)), told(chain)) << "of " << asked;
        const std::int32_t days = random_.within(0, 20);
        ASSERT_EQ(live_.moved_by(asked, days), moved_by_delay(p, policy_, whole, asked, days))
            << asked << " is late by " << days;
    }
    const live_schedule& live() const { return live_; }

private:
    std::uint32_t any_task(const own_tables& of) {
        for (;;) {
            const auto t = static_cast<std::uint32_t>(
                random_.within(0, static_cast<int>(of.columns().duration.size()) - 1));
            if (!of.gone(t)) return t;
        }
    }
    plan_change any_change(const own_tables& of) {
        const std::uint32_t t = any_task(of);
        const plan& p = of.columns();
        const auto day = [&] {
            return random_.one_in(3) ? no_day : p.start + random_.within(-5, 40);
        };
        const bool progress = p.status_day.has_value();
        const bool done = p.finished[t] != no_day;
        std::vector<std::uint32_t> links;
        for (std::uint32_t l = 0; l < p.links.size(); ++l)
            if (!of.cut(l)) links.push_back(l);
        const auto any_link = [&] {
            return links[static_cast<std::size_t>(
                random_.within(0, static_cast<int>(links.size()) - 1))];
        };
        dependency d{t, any_task(of)};
        d.type = static_cast<link_kind>(random_.one_in(2) ? 1 : random_.within(1, 4));
        d.lag = random_.one_in(2) ? 0 : random_.within(-4, 6);
        if (random_.one_in(8)) d.unit = lag_unit::calendar_days;
        switch (random_.within(0, 19)) {
            case 0:
            case 1:
            case 2:
                return link(d);
            case 3:
                if (links.empty()) return link(d);
                return make(kind::remove_link, any_link());
            case 4:
                if (links.empty()) return link(d);
                {
                    plan_change made = make(kind::set_link, any_link());
                    made.link = d;
                    return made;
                }
            case 5:
                return make(kind::add_task, 0, random_.within(0, 9));
            case 6:
                if (std::find(p.parent.begin(), p.parent.end(), t) == p.parent.end() &&
                    p.duration.size() > 6 && random_.one_in(2))
                    return make(kind::remove_task, t);
                return set(t, column::duration, random_.within(0, 9));
            case 7:
                return set(t, column::not_before, day());
            case 8:
                return set(t, column::must_start, day());
            case 9:
                return set(t, column::not_after, day());
            case 10:
                return set(t, column::deadline, day());
            case 11:
                return set(t, column::calendar, random_.within(0, 1));
            case 12: {
                if (!random_.one_in(2)) return set(t, column::duration, random_.within(0, 9));
                // Part of a later task: then the tree has no cycle.
                std::uint32_t whole = any_task(of);
                return set(t, column::parent,
                           whole > t && !random_.one_in(3) ? static_cast<int>(whole) : -1);
            }
            case 13:
                return progress ? set(t, column::suspended, random_.one_in(3) ? 1 : 0)
                                : set(t, column::duration, random_.within(0, 9));
            case 14:
                return progress ? set(t, column::started,
                                      random_.one_in(4) ? no_day
                                                        : *p.status_day - random_.within(-1, 12))
                                : link(d);
            case 15:
                return progress ? set(t, column::finished,
                                      done ? no_day : *p.status_day - random_.within(-1, 9))
                                : link(d);
            case 16:
                return progress && done
                           ? set(t, column::released,
                                 random_.one_in(3) ? no_day : p.finished[t] + random_.within(-1, 6))
                           : set(t, column::remaining, random_.within(-1, 6));
            case 17:
                if (!progress || !random_.one_in(3)) return set(t, column::deadline, day());
                return make(kind::set_status_day, 0,
                            (*p.status_day + random_.within(-1, 3)).since_epoch());
            default:
                return set(t, column::duration, random_.one_in(5) ? 0 : random_.within(1, 9));
        }
    }

    schedule_policy policy_;
    own_tables tables_;
    live_schedule live_;
    random_numbers random_;
};

plan beginning(bool mixed, bool with_progress, bool with_parts, random_numbers& random) {
    static const work_calendar usual, six_days{0b0111111}, same_as_usual;
    plan p;
    p.start = year{2024} / 4 / 24;
    p.calendars = {&usual, mixed ? &six_days : &same_as_usual};
    if (with_progress) p.status_day = p.start + 5;
    const int n = random.within(2, 20);
    for (int t = 0; t < n; ++t) p.duration.push_back(random.within(0, 9));
    const auto tasks = static_cast<std::size_t>(n);
    p.calendar.assign(tasks, 0);
    p.parent.assign(tasks, no_task);
    if (with_parts)
        for (int t = 0; t + 1 < n; ++t)
            if (random.one_in(3))
                p.parent[static_cast<std::size_t>(t)] =
                    static_cast<std::uint32_t>(random.within(t + 1, n - 1));
    for (auto* days : {&p.not_before, &p.must_start, &p.not_after, &p.deadline, &p.started,
                       &p.finished, &p.released})
        days->assign(tasks, no_day);
    p.remaining.assign(tasks, -1);
    p.suspended.assign(tasks, 0);
    return p;
}

TEST(LiveSchedule, IsAlwaysWhatANewScheduleOfTheChangedPlanWouldSay) {
    random_numbers random{11};
    int taken = 0, refused = 0;
    for (int round = 0; round < 10; ++round) {
        const plan p = beginning(round % 2 == 1, round % 4 >= 2, round >= 4, random);
        schedule_policy policy;
        if (round >= 7) policy.milestones = schedule_policy::milestone::next_working_day;
        host h{p, static_cast<std::uint64_t>(round), policy};
        for (int change = 0; change < 60; ++change) {
            ++(h.change() ? taken : refused);
            h.expect_as_new();
            if (HasFailure()) {
                ADD_FAILURE() << "round " << round << " change " << change;
                return;
            }
        }
    }
    EXPECT_GT(taken, 200) << "the changes say something";
    EXPECT_GT(refused, 20) << "and so do the refusals";
}

// A and B wait for each other's parts: W is a whole of 1 and 2.
plan small() {
    plan p;
    p.start = year{2024} / 4 / 1;  // a Monday
    p.duration = {0, 2, 3, 1};
    p.parent = {no_task, 0, 0, no_task};
    p.links = {{1, 2}, {0, 3}};
    return p;
}

TEST(LiveSchedule, NumbersOfTasksAndLinksGoOnAndAreNeverUsedAgain) {
    live_schedule s{small()};
    const plan_change all[] = {make(kind::add_task, 0, 4), link({3, 4}), make(kind::remove_link, 0),
                               make(kind::remove_task, 3)};
    s.change(all);
    EXPECT_EQ(s.tasks(), 5u);
    EXPECT_EQ(s.links(), 3u);
    EXPECT_TRUE(s.is_removed(3));
    const plan_change more[] = {make(kind::add_task, 0, 1), link({4, 5}), link({2, 4})};
    s.change(more);
    EXPECT_EQ(s.tasks(), 6u);
    std::vector<std::uint32_t> numbers;
    EXPECT_EQ(s.to_plan(&numbers).links.size(), 2u);
    EXPECT_THAT(numbers, ElementsAre(3, 4));
    EXPECT_EQ(s.driving_chain(5).front().link, 3u);
    EXPECT_EQ(s.driving_chain(5)[1].link, 4u);
}

std::string refusal(live_schedule& s, std::span<const plan_change> all) {
    std::string told;
    try {
        s.change(all);
    } catch (const error& e) {
        told = e.what();
        for (const auto& [name, value] : e.facts()) told += " [" + name + "=" + value + "]";
    }
    return told;
}
std::string refusal(live_schedule& s, const plan_change& one) {
    return refusal(s, std::span{&one, 1});
}

TEST(LiveSchedule, ALinkThatClosesACycleIsRefusedWithTheWholePathAndNothingIsChanged) {
    live_schedule s{small()};
    const plan_change wrong[] = {set(1, column::duration, 9), link({3, 1})};
    const std::string was = text_of(s.at(3));
    EXPECT_EQ(refusal(s, wrong),
              "change 1: tasks would wait for themselves: 1 -1-> 3 -2-> 1 [rule=no_cycle] "
              "[position=1] [link=1] [position=3] [link=2] [change=1]");
    EXPECT_EQ(text_of(s.at(3)), was) << "nor is the duration";
    EXPECT_EQ(s.links(), 2u);
    EXPECT_THAT(refusal(s, link({2, 0})), HasSubstr("task 2 is part of 0"));
    EXPECT_THAT(refusal(s, link({3, 0})), HasSubstr("3 -2-> 1; 1 is part of 0"));
    EXPECT_THAT(refusal(s, set(3, column::parent, 0)), HasSubstr("wait for themselves"))
        << "a part cannot wait for its whole";
    EXPECT_EQ(text_of(s.at(3)), was);
}

TEST(LiveSchedule, CyclesAreJudgedByWhatAllChangesTogetherSay) {
    plan p;
    p.start = year{2024} / 4 / 1;
    p.duration = {1, 2, 1};
    p.links = {{0, 1}, {1, 2}};
    live_schedule s{p};
    const plan_change turned[] = {link({1, 0}), make(kind::remove_link, 0)};
    s.change(turned);
    EXPECT_EQ(s.at(0).start, civil_day{year{2024} / 4 / 3});
    const plan_change there_and_back[] = {set(2, column::duration, 4), link({2, 2}),
                                          make(kind::remove_link, 3), link({0, 1}),
                                          make(kind::remove_link, 4)};
    s.change(there_and_back);
    EXPECT_EQ(s.end(), civil_day{year{2024} / 4 / 8});
    const plan_change not_all[] = {link({0, 1}), link({2, 1}), make(kind::remove_link, 2)};
    EXPECT_THAT(refusal(s, not_all),
                HasSubstr("1: tasks would wait for themselves: 1 -1-> 2 -6-> 1"))
        << "the other cycle is none any more";
    EXPECT_THAT(refusal(s, link({0, 1})), HasSubstr("would close a cycle")) << "alone it is judged";
    EXPECT_EQ(s.links(), 5u);
}

TEST(LiveSchedule, ThePlanOfWhatIsLeftHasTheSameEnd) {
    plan p;
    p.start = year{2024} / 4 / 22;
    p.status_day = p.start;
    p.duration = {2, 1, 1};
    p.suspended = {0, 1, 1};
    p.finished = {p.start - 5, no_day, no_day};
    live_schedule s{p};
    const auto expect_same_end = [&](std::optional<civil_day> end) {
        EXPECT_EQ(s.end(), end);
        EXPECT_EQ(schedule{s.to_plan()}.end(), end);
        EXPECT_EQ(live_schedule{s.to_plan()}.end(), end);
        forecast_options few;
        few.runs = 8;
        forecast drawn{s.to_plan(), {}, few};
        while (drawn.wait(1000) < 8) continue;
        EXPECT_EQ(drawn.result().p50, end.value_or(no_day));
        EXPECT_EQ(drawn.result().by_progress, end.value_or(no_day));
    };
    expect_same_end(p.start - 5);
    s.change(std::vector{make(kind::remove_task, 1)});
    expect_same_end(p.start - 5);
    s.change(std::vector{make(kind::remove_task, 0)});
    expect_same_end(std::nullopt);
    EXPECT_TRUE(live_schedule{s.to_plan()}.is_removed(0));
    s.change(std::vector{make(kind::set_status_day, 0, no_day.since_epoch())});
    expect_same_end(p.start);
    s.change(std::vector{make(kind::remove_task, 2)});
    expect_same_end(std::nullopt);
    plan with_link = s.to_plan();
    with_link.links = {{0, 1}};
    EXPECT_THROW(schedule{with_link}, error) << "what is gone has no links";
}

TEST(LiveSchedule, AWhatIfIsACopyThatSharesMemory) {
    const live_schedule now{small()};
    live_schedule what_if{now};
    what_if.change(std::vector{set(2, column::duration, 10)});
    EXPECT_EQ(now.end(), civil_day{year{2024} / 4 / 8}) << "2 + 3 + 1 days";
    EXPECT_EQ(what_if.end(), civil_day{year{2024} / 4 / 17});
    const std::vector<moved_dates> moved = what_if.moved_since(now);
    ASSERT_EQ(moved.size(), 3u) << "the whole, its second part, and what waits";
    EXPECT_EQ(moved[2].task, 3u);
    EXPECT_EQ(moved[2].was.start, civil_day{year{2024} / 4 / 8});
    EXPECT_EQ(moved[2].is.start, civil_day{year{2024} / 4 / 17});
}

TEST(LiveSchedule, ARemovedTaskHasMovedAlsoIfItHadNoForecast) {
    plan p = small();
    p.status_day = p.start;
    p.suspended = {0, 0, 0, 1};
    const live_schedule was{p};
    live_schedule now{was};
    now.change(std::vector{make(kind::remove_task, 3)});
    const std::vector<moved_dates> moved = now.moved_since(was);
    ASSERT_EQ(moved.size(), 1u);
    EXPECT_EQ(moved[0].task, 3u);
    EXPECT_THAT(live_schedule{now}.moved_since(now), IsEmpty()) << "it is not removed twice";
}

TEST(LiveSchedule, WhatWouldLeaveTheCalendarsIsRefusedAndLeavesNothingBehind) {
    plan p;
    p.start = year{2199} / 12 / 1;
    p.duration = {2};
    live_schedule s{p};
    EXPECT_THAT(refusal(s, make(kind::add_task, 0, 60)), HasSubstr("leave the calendars"));
    EXPECT_THAT(refusal(s, set(0, column::duration, 60)), HasSubstr("[change=0]"));
    EXPECT_EQ(s.tasks(), 1u);
    EXPECT_EQ(s.end(), civil_day{year{2199} / 12 / 3});
    s.change(std::vector{make(kind::add_task, 0, 3)});
    EXPECT_EQ(s.at(1).finish, civil_day{year{2199} / 12 / 4});
}

// A lag in calendar days counts as such also where its link counts only after a change.
TEST(LiveSchedule, ALinkThatComesToCountKeepsItsCalendarDays) {
    plan p;
    p.start = year{2024} / 4 / 1;  // a Monday
    p.status_day = year{2024} / 4 / 3;
    p.duration = {2, 2, 1};
    p.links = {{0, 1, 3, link_kind::finish_start, lag_unit::calendar_days}, {1, 2}};
    const civil_day tuesday = year{2024} / 4 / 2;
    const auto dates_are_those_of_a_new_one = [](const live_schedule& s) {
        const plan now = s.to_plan();
        const schedule again{now};
        for (std::uint32_t t = 0; t < s.tasks(); ++t)
            EXPECT_EQ(text_of(s.at(t)), text_of(again.at(t))) << t;
    };
    for (const bool suspended : {true, false})
        for (const std::uint32_t t : {0U, 1U}) {
            plan first = p;
            if (suspended) {
                first.suspended = {0, 0, 0};
                first.suspended[t] = 1;
            } else {
                first.started = {tuesday, t == 1 ? tuesday : no_day, no_day};
                first.finished = first.started;
            }
            live_schedule s{first};
            dates_are_those_of_a_new_one(s);
            if (suspended) {
                s.change(std::vector{set(t, column::suspended, 0)});
            } else {
                std::vector<plan_change> taken_back;
                for (const std::uint32_t task : {0U, 1U})
                    for (const column c : {column::finished, column::started})
                        taken_back.push_back(set(task, c, no_day.since_epoch()));
                s.change(taken_back);
            }
            dates_are_those_of_a_new_one(s);
        }
}

TEST(LiveSchedule, WhatHasLetGoIsNoReasonForNoForecast) {
    plan p;
    p.start = year{2024} / 4 / 1;
    p.status_day = p.start + 2;
    p.duration = {2, 1};
    p.started = {p.start, no_day};
    p.suspended = {1, 0};
    p.links = {{0, 1, 0, link_kind::start_start}, {0, 1}};
    const schedule bulk{p};
    EXPECT_EQ(bulk.driving_chain(p, 1).at(0).link, 1u);
    EXPECT_EQ(live_schedule{p}.driving_chain(1).at(0).link, 1u);
}

TEST(LiveSchedule, ALongChainOnASmallStack) {
    on_a_small_stack([] {
        constexpr std::uint32_t n = 300'000;
        plan p;
        p.start = year{2024} / 4 / 1;
        p.duration.assign(n, 0);
        p.duration[0] = 1;
        for (std::uint32_t t = 0; t + 1 < n; ++t) p.links.push_back({t, t + 1});
        live_schedule s{p};
        s.change(std::vector{set(0, column::duration, 3)});
        EXPECT_EQ(s.end(), p.start + 2);
        EXPECT_EQ(s.driving_chain(n - 1).size(), n);
        EXPECT_EQ(s.moved_by(0, 5).size(), n - 1);
        EXPECT_THAT(refusal(s, link({n - 1, 0})),
                    HasSubstr("(299980 more) ... 299999 -299999-> 0 "));
    });
}

TEST(LiveSchedule, ACalendarIsReplacedOrAdded) {
    live_schedule s{small()};
    s.set_calendar(1, work_calendar{0b1111111});
    EXPECT_EQ(s.end(), civil_day{year{2024} / 4 / 8});
    s.change(std::vector{set(2, column::calendar, 1), set(3, column::calendar, 1)});
    EXPECT_EQ(s.end(), civil_day{year{2024} / 4 / 6}) << "a Saturday";
    const day_exception off[] = {{year{2024} / 4 / 1, false}};
    s.set_calendar(0, work_calendar{monday_to_friday, off});
    EXPECT_EQ(s.end(), civil_day{year{2024} / 4 / 7});
    EXPECT_THROW(s.set_calendar(3, work_calendar{}), error);
}

TEST(LiveSchedule, BadChangesAreRefusedByTaskAndField) {
    plan p = small();
    p.status_day = p.start + 10;
    live_schedule s{p};
    const auto day = [](unsigned d) { return civil_day{year{2024} / 4 / static_cast<int>(d)}; };
    EXPECT_THAT(refusal(s, set(7, column::duration, 1)), HasSubstr("there is no task 7"));
    EXPECT_THAT(refusal(s, make(kind::remove_task, static_cast<std::uint32_t>(-1))),
                HasSubstr("there is no task -1"));
    EXPECT_THAT(refusal(s, link({static_cast<std::uint32_t>(-4), 1})),
                HasSubstr("there is no task -4"));
    EXPECT_THAT(refusal(s, make(kind::remove_link, 2)), HasSubstr("there is no link 2"));
    EXPECT_THAT(refusal(s, set(1, column::duration, -1)), HasSubstr("task 1: duration -1"));
    EXPECT_THAT(refusal(s, set(1, column::suspended, 2)), HasSubstr("[field=suspended]"));
    EXPECT_THAT(refusal(s, set(1, column::calendar, 1)), HasSubstr("calendar 1 does not exist"));
    EXPECT_THAT(refusal(s, set(1, column::parent, 9)), HasSubstr("there is no task 9"));
    EXPECT_THAT(refusal(s, set(0, column::parent, 1)), HasSubstr("part of itself"));
    EXPECT_THAT(refusal(s, make(kind::remove_task, 0)), HasSubstr("has parts"));
    const plan_change whole_by_then[] = {set(2, column::parent, 3), make(kind::remove_task, 3)};
    EXPECT_THAT(refusal(s, whole_by_then), HasSubstr("has parts, 2 among them"));
    try {
        const plan_change far[] = {set(1, column::deadline, last_day.since_epoch() + 1)};
        s.change(far);
        ADD_FAILURE() << "no error";
    } catch (const error& e) {
        EXPECT_EQ(e.code(), errc::out_of_range) << "as of a plan";
    }
    EXPECT_THAT(refusal(s, set(1, column::started, day(20))),
                HasSubstr("started 2024-04-20 lies after the status day 2024-04-11"));
    const plan_change backwards[] = {set(1, column::started, day(8)),
                                     set(1, column::finished, day(5))};
    EXPECT_THAT(refusal(s, backwards),
                HasSubstr("task 1: finished 2024-04-05 lies before started 2024-04-08"));
    EXPECT_THAT(refusal(s, set(1, column::released, day(8))), HasSubstr("[field=released]"));
    const plan_change in_any_order[] = {set(1, column::finished, day(9)),
                                        set(1, column::released, day(9)),
                                        set(1, column::started, day(8))};
    EXPECT_EQ(refusal(s, in_any_order), "") << "judged by what all of them say";
    EXPECT_THAT(refusal(s, make(kind::set_status_day, 0, day(8).since_epoch())),
                HasSubstr("task 1: finished 2024-04-09 lies after the status day"));
    EXPECT_EQ(s.at(1).finish, day(9));
}

}  // namespace
}  // namespace mandate
