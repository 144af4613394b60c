#include "mandate/graph/editable_schedule.hpp"

#include "graph/slow_schedule.hpp"
#include "graph/small_stack.hpp"
#include "mandate/base/error.hpp"
#include "mandate/graph/agency_network.hpp"
#include "mandate/graph/task_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace mandate {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::IsEmpty;

std::string text_of(const scheduled_task& t) {
    const auto day = [](civil_day d) { return d == no_day ? std::string{"-"} : to_text(d); };
    return std::to_string(static_cast<int>(t.state)) + " " + day(t.start) + " " + day(t.finish) +
           " " + day(t.late_start) + " " + day(t.late_finish) + " slack " +
           std::to_string(t.slack_to_end) + " " +
           (t.slack_to_deadline ? std::to_string(*t.slack_to_deadline) : "-") +
           (t.critical ? " critical" : "");
}

// A plan and the schedule that follows it.
class follower {
public:
    follower(plan p, std::uint64_t seed, const schedule_policy& policy = {})
        : plan_{std::move(p)}, policy_{policy}, followed_{plan_, policy}, random_{seed} {
        gone_.assign(plan_.duration.size(), false);
    }

    void change() {
        switch (random_.within(0, 12)) {
            case 0:
            case 1:
                return set_duration();
            case 2:
            case 3:
            case 4:
                return add_link();
            case 5:
            case 6:
                return remove_link();
            case 7:
                return set_constraint();
            case 8:
                return add_task();
            case 9:
                return remove_task();
            case 10:
                return plan_.status_day ? set_progress() : set_duration();
            case 11:
                return plan_.status_day ? set_suspended() : add_link();
            default:
                return seldom();
        }
    }

    void expect_as_new() {
        ASSERT_TRUE(followed_.consistent()) << what_;
        const schedule whole{plan_, policy_};
        if (std::find(gone_.begin(), gone_.end(), true) == gone_.end()) {
            ASSERT_EQ(followed_.end(), whole.end()) << what_;
            ASSERT_EQ(followed_.length(), whole.length()) << what_;
        }
        for (std::uint32_t t = 0; t < plan_.duration.size(); ++t) {
            if (gone_[t]) {
                EXPECT_EQ(followed_.at(t).state, scheduled_task::progress::no_forecast);
                continue;
            }
            ASSERT_EQ(text_of(followed_.at(t)), text_of(whole.at(t))) << what_ << ", task " << t;
        }
        if (random_.one_in(4)) expect_same_chains(whole);
    }
    void expect_same_chains(const schedule& whole) {
        const std::uint32_t asked = any();
        const auto told = [](const std::vector<driving_step>& steps) {
            std::string text;
            for (const driving_step& s : steps)
                text += std::to_string(s.task) + " " + std::to_string(static_cast<int>(s.by)) +
                        " " + std::to_string(s.predecessor) + "; ";
            return text;
        };
        ASSERT_EQ(told(followed_.driving_chain(asked)), told(whole.driving_chain(plan_, asked)))
            << what_;
        const std::int32_t days = random_.within(0, 20);
        ASSERT_EQ(followed_.moved_by(asked, days),
                  moved_by_delay(plan_, policy_, whole, asked, days))
            << what_ << ": " << asked << " is late by " << days;
    }

    editable_schedule& followed() { return followed_; }
    const std::string& what() const { return what_; }

private:
    std::uint32_t any() {
        for (;;) {
            const auto t = static_cast<std::uint32_t>(
                random_.within(0, static_cast<int>(plan_.duration.size()) - 1));
            if (!gone_[t]) return t;
        }
    }
    void set_duration() {
        const std::uint32_t t = any();
        plan_.duration[t] = random_.one_in(6) ? 0 : random_.within(1, 9);
        what_ = "duration of " + std::to_string(t) + " " + std::to_string(plan_.duration[t]);
        followed_.set_duration(t, plan_.duration[t]);
    }
    void add_link() {
        dependency d{any(), any()};
        d.type = static_cast<link_kind>(random_.one_in(2) ? 1 : random_.within(1, 4));
        d.lag = random_.one_in(2) ? 0 : random_.within(-4, 6);
        if (mixed_ && random_.one_in(4)) d.unit = lag_unit::calendar_days;
        what_ = "link " + std::to_string(d.before) + " to " + std::to_string(d.after);
        const auto closed = followed_.add_link(d);
        const task_network network{plan_.duration.size(), plan_.links};
        const bool closes = !network.shortest_way(d.after, d.before).empty();
        ASSERT_EQ(closes, !closed.empty()) << what_;
        if (!closes) return plan_.links.push_back(d);
        EXPECT_EQ(closed.front(), d.after) << what_;
        EXPECT_EQ(closed.back(), d.before) << what_;
        for (std::size_t i = 0; i + 1 < closed.size(); ++i)
            EXPECT_THAT(network.successors(closed[i]), testing::Contains(closed[i + 1])) << what_;
    }
    void remove_link() {
        if (plan_.links.empty()) return;
        const auto at = random_.within(0, static_cast<int>(plan_.links.size()) - 1);
        what_ = "remove link " + std::to_string(at);
        EXPECT_TRUE(followed_.remove_link(plan_.links[static_cast<std::size_t>(at)]));
        plan_.links.erase(plan_.links.begin() + at);
    }
    void set_constraint() {
        const std::uint32_t t = any();
        const civil_day day = random_.one_in(3) ? no_day : plan_.start + random_.within(-5, 40);
        what_ = "constraint of " + std::to_string(t);
        switch (random_.within(0, 2)) {
            case 0:
                followed_.set_not_before(t, plan_.not_before[t] = day);
                break;
            case 1:
                followed_.set_must_start(t, plan_.must_start[t] = day);
                break;
            default:
                followed_.set_not_after(t, plan_.not_after[t] = day);
        }
    }
    void add_task() {
        if (plan_.duration.size() > 60) return;
        const int days = random_.within(0, 9);
        const auto calendar = static_cast<std::uint32_t>(random_.within(0, 1));
        what_ = "new task";
        EXPECT_EQ(followed_.add_task(days, calendar), plan_.duration.size());
        plan_.duration.push_back(days);
        plan_.calendar.push_back(calendar);
        for (auto* days_of : {&plan_.not_before, &plan_.must_start, &plan_.not_after,
                              &plan_.started, &plan_.finished, &plan_.released})
            days_of->push_back(no_day);
        plan_.remaining.push_back(-1);
        if (!plan_.suspended.empty()) plan_.suspended.push_back(0);
        gone_.push_back(false);
    }
    void remove_task() {
        const std::uint32_t t = any();
        if (plan_.duration.size() < 10 || !random_.one_in(3)) return;
        what_ = "remove task " + std::to_string(t);
        followed_.remove_task(t);
        gone_[t] = true;
        if (!plan_.suspended.empty()) plan_.suspended[t] = 0;
        plan_.duration[t] = 0;
        plan_.not_before[t] = plan_.must_start[t] = plan_.not_after[t] = no_day;
        plan_.started[t] = plan_.finished[t] = plan_.released[t] = no_day;
        std::erase_if(plan_.links,
                      [&](const dependency& d) { return d.before == t || d.after == t; });
    }
    void set_progress() {
        const std::uint32_t t = any();
        task_progress told;
        const civil_day status_day = *plan_.status_day;
        if (!random_.one_in(4))
            told.started = status_day - random_.within(0, random_.one_in(5) ? 500 : 12);
        if (told.started != no_day && random_.one_in(2)) told.remaining = random_.within(0, 6);
        if (random_.one_in(3)) {
            told.finished =
                std::min(status_day, (told.started == no_day ? status_day - 8 : told.started) +
                                         random_.within(0, 9));
            if (random_.one_in(3)) told.released = told.finished + random_.within(0, 5);
        }
        what_ = "progress of " + std::to_string(t);
        followed_.set_progress(t, told);
        plan_.started[t] = told.started;
        plan_.finished[t] = told.finished;
        plan_.released[t] = told.released;
        plan_.remaining[t] = told.remaining;
    }
    void set_suspended() {
        if (plan_.suspended.empty()) plan_.suspended.assign(plan_.duration.size(), 0);
        const auto at = std::find(plan_.suspended.begin(), plan_.suspended.end(), 1);
        const bool lift = at != plan_.suspended.end() && random_.one_in(2);
        const std::uint32_t t =
            lift ? static_cast<std::uint32_t>(at - plan_.suspended.begin()) : any();
        plan_.suspended[t] = lift ? 0 : 1;
        what_ = (lift ? "resume " : "suspend ") + std::to_string(t);
        followed_.set_suspended(t, !lift);
    }
    void seldom() {
        if (!random_.one_in(3)) return;
        if (random_.one_in(2)) {
            const std::uint32_t t = any();
            plan_.calendar[t] ^= 1U;
            what_ = "calendar of " + std::to_string(t);
            followed_.set_calendar(t, plan_.calendar[t]);
        } else if (plan_.status_day && random_.one_in(2)) {
            civil_day told_last = plan_.start;
            for (const auto* days : {&plan_.started, &plan_.finished})
                for (const civil_day day : *days) told_last = std::max(told_last, day);
            plan_.status_day = told_last + random_.within(0, 9);
            what_ = "status day";
            followed_.set_status_day(*plan_.status_day);
        } else {
            const day_exception off[] = {{plan_.start + random_.within(0, 30), random_.one_in(3)}};
            first_ = work_calendar{monday_to_friday, off};
            what_ = "calendar 0";
            followed_.set_calendar_days(0, first_);
            plan_.calendars[0] = &first_;
        }
    }

public:
    void begin(bool mixed) { mixed_ = mixed; }

private:
    plan plan_;
    schedule_policy policy_;
    editable_schedule followed_;
    random_numbers random_;
    std::vector<bool> gone_;
    bool mixed_ = false;
    work_calendar first_;
    std::string what_;
};

plan beginning(bool mixed, bool with_progress, random_numbers& random) {
    static const work_calendar usual, six_days{0b0111111};
    plan p;
    p.start = year{2024} / 4 / 24;
    p.calendars = {&usual};
    if (mixed) p.calendars.push_back(&six_days);
    static const work_calendar same_as_usual;
    if (!mixed) p.calendars.push_back(&same_as_usual);
    if (with_progress) p.status_day = p.start + 5;
    const int n = random.within(2, 30);
    for (int t = 0; t < n; ++t) p.duration.push_back(random.within(0, 9));
    const auto tasks = static_cast<std::size_t>(n);
    p.calendar.assign(tasks, 0);
    for (auto* days :
         {&p.not_before, &p.must_start, &p.not_after, &p.started, &p.finished, &p.released})
        days->assign(tasks, no_day);
    p.remaining.assign(tasks, -1);
    return p;
}

TEST(EditableSchedule, IsAlwaysWhatANewScheduleWouldSay) {
    random_numbers random{3};
    for (int round = 0; round < 10; ++round) {
        const bool mixed = round % 2 == 1, with_progress = round % 4 >= 2;
        schedule_policy policy;
        if (round >= 6) policy.milestones = schedule_policy::milestone::next_working_day;
        follower f{beginning(mixed, with_progress, random), static_cast<std::uint64_t>(round),
                   policy};
        f.begin(mixed);
        for (int change = 0; change < 150; ++change) {
            f.change();
            f.expect_as_new();
            if (HasFatalFailure() || HasFailure()) {
                ADD_FAILURE() << "round " << round << " change " << change << ": " << f.what();
                return;
            }
        }
    }
}

TEST(EditableSchedule, ACopySharesNothingThatChanges) {
    random_numbers random{4};
    follower f{beginning(false, false, random), 5};
    f.begin(false);
    for (int change = 0; change < 50; ++change) f.change();
    const editable_schedule before{f.followed()};
    std::vector<std::string> was;
    for (std::uint32_t t = 0; t < before.tasks(); ++t) was.push_back(text_of(before.at(t)));
    for (int change = 0; change < 200; ++change) f.change();
    for (std::uint32_t t = 0; t < before.tasks(); ++t) EXPECT_EQ(text_of(before.at(t)), was[t]);
    EXPECT_TRUE(before.consistent());
}

plan chain_of(std::uint32_t n, std::int32_t duration) {
    static const work_calendar every_day{0b1111111};
    plan p;
    p.start = year{2024} / 1 / 1;
    p.calendars = {&every_day};
    p.duration.assign(n, duration);
    for (std::uint32_t t = 0; t + 1 < n; ++t) p.links.push_back({t, t + 1});
    return p;
}

TEST(EditableSchedule, ALinkThatClosesACycleIsRefusedWithTheCycle) {
    editable_schedule s{chain_of(4, 2)};
    EXPECT_THAT(s.add_link({3, 1}), ElementsAre(1, 2, 3));
    EXPECT_THAT(s.add_link({2, 2}), ElementsAre(2));
    EXPECT_THAT(s.add_link({0, 2}), IsEmpty()) << "a diamond is no cycle";
    EXPECT_TRUE(s.consistent());
    EXPECT_FALSE(s.remove_link({3, 1})) << "it was never there";
}

TEST(EditableSchedule, AChangeThatLeavesTheCalendarsIsTakenBack) {
    editable_schedule s{chain_of(3, 10)};
    s.set_duration(1, 60'000);
    const std::string was = text_of(s.at(2));
    EXPECT_THROW(s.set_duration(0, 10'000), error) << "64,000 days are left to the year 2199";
    EXPECT_THROW(s.add_link({0, 1, 36'500}), error);
    EXPECT_EQ(text_of(s.at(2)), was);
    EXPECT_TRUE(s.consistent());
}

TEST(EditableSchedule, BatchesAreSettledOnce) {
    editable_schedule s{chain_of(5, 3)};
    s.hold();
    s.set_duration(0, 7);
    s.set_duration(1, 1);
    EXPECT_TRUE(s.remove_link({2, 3}));
    EXPECT_THAT(s.add_link({4, 0}), IsEmpty());
    EXPECT_THAT(s.add_link({2, 3}), ElementsAre(3, 4, 0, 1, 2)) << "order is kept at once";
    s.settle();
    EXPECT_TRUE(s.consistent());
    EXPECT_EQ(s.end(), civil_day{year{2024} / 1 / 17}) << "3 + 3 + 7 + 1 + 3 days";
}

TEST(EditableSchedule, LooksAtLittleMoreThanWhatMoves) {
    plan p = chain_of(10'000, 1);
    std::erase_if(p.links, [](const dependency& d) { return d.after % 10 == 0; });
    editable_schedule s{p};
    s.set_duration(5'005, 3);
    EXPECT_EQ(s.last_change().changed, 4u + 6u) << "four start later, six have a longer tail";
    EXPECT_LE(s.last_change().evaluated, 12u);
    EXPECT_FALSE(s.last_change().whole_pass);
    EXPECT_EQ(s.at(1).slack_to_end, 2) << "the end moved; nothing was computed for that";
}

TEST(EditableSchedule, AMillionTasksInOneChainOnASmallStack) {
    on_a_small_stack([] {
        constexpr std::uint32_t n = 1'000'000;
        plan p = chain_of(n, 0);
        p.duration[0] = 1;
        editable_schedule s{p};
        s.set_duration(0, 5);
        EXPECT_EQ(s.end(), civil_day{year{2024} / 1 / 5});
        EXPECT_EQ(s.add_link({n - 1, 0}).size(), n) << "a cycle of a million tasks";
    });
}

TEST(EditableSchedule, BadChangesAreRefusedByName) {
    editable_schedule s{chain_of(2, 1)};
    EXPECT_THROW(s.set_duration(2, 1), error);
    EXPECT_THROW(s.set_duration(0, -1), error);
    EXPECT_THROW(s.set_calendar(0, 1), error);
    EXPECT_THROW(s.set_progress(0, {}), error) << "there is no status day";
    s.remove_task(0);
    EXPECT_THROW(s.set_duration(0, 1), error) << "it was removed";
    plan with_parts = chain_of(2, 1);
    with_parts.parent = {no_task, 0};
    EXPECT_THROW(editable_schedule{with_parts}, error);
}

}  // namespace
}  // namespace mandate
