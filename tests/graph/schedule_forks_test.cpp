// The forks of scheduling: cases in which schedulers in use differ, each with the days that ours
// gives. The start is Thursday 25 April 2024; 30 April and 1 May are off.
#include "graph/slow_schedule.hpp"
#include "mandate/base/error.hpp"
#include "mandate/graph/editable_schedule.hpp"
#include "mandate/graph/forecast.hpp"
#include "mandate/graph/live_schedule.hpp"
#include "mandate/graph/schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::IsEmpty;
using kind = link_kind;

constexpr civil_day april(unsigned day) { return year{2024} / std::chrono::April / day; }
constexpr civil_day may(unsigned day) { return year{2024} / std::chrono::May / day; }

const work_calendar& with_holidays() {
    static const day_exception off[] = {{april(30), false}, {may(1), false}};
    static const work_calendar made{monday_to_friday, off};
    return made;
}

plan plan_of(std::vector<std::int32_t> durations, std::vector<dependency> links) {
    plan p;
    p.start = april(25);
    p.calendars = {&with_holidays()};
    p.duration = std::move(durations);
    p.links = std::move(links);
    return p;
}

testing::AssertionResult days_are(const scheduled_task& t, civil_day start, civil_day finish) {
    if (t.start == start && t.finish == finish) return testing::AssertionSuccess();
    return testing::AssertionFailure() << to_text(t.start) << " to " << to_text(t.finish);
}

TEST(ScheduleForks, LagOfEachLink) {
    constexpr auto days = lag_unit::working_days, civil = lag_unit::calendar_days;
    const struct {
        std::int32_t lag;
        kind type;
        lag_unit unit;
        std::int32_t length;
        civil_day start, finish;
        const char* why;
    } cases[] = {
        {0, kind::finish_start, days, 1, april(29), april(29), "A is 25 and 26 April; the weekend"},
        {2, kind::finish_start, days, 1, may(3), may(3), "lag skips the holidays: 29 April, 2 May"},
        {-1, kind::finish_start, days, 1, april(26), april(26), "overlaps A's last day"},
        {2, kind::finish_start, civil, 1, april(29), april(29), "two days of rest, then a Monday"},
        {4, kind::finish_start, civil, 1, may(2), may(2), "30 April, rolled over the holidays"},
        {2, kind::finish_finish, days, 1, may(2), may(2), "ends two working days after A"},
        {-1, kind::finish_finish, days, 1, april(25), april(25), "ends the day before A ends"},
        {2, kind::start_start, days, 1, april(29), april(29), ""},
        {5, kind::start_finish, days, 1, may(3), may(3), "ends with the fifth working day"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(std::to_string(static_cast<int>(c.type)) + " lag " + std::to_string(c.lag) +
                     ": " + c.why);
        const schedule s{plan_of({2, c.length}, {{0, 1, c.lag, c.type, c.unit}})};
        EXPECT_TRUE(days_are(s.at(1), c.start, c.finish));
        EXPECT_THAT(s.clamped_tasks(), IsEmpty());
    }
}

TEST(ScheduleForks, NothingStartsBeforeTheScopeAndItIsSaid) {
    const schedule before{plan_of({2, 1}, {{0, 1, -1, kind::start_start}})};
    EXPECT_TRUE(days_are(before.at(1), april(25), april(25)));
    EXPECT_THAT(before.clamped_tasks(), ElementsAre(1));
    const schedule sf{plan_of({2, 1}, {{0, 1, 0, kind::start_finish}})};
    EXPECT_TRUE(days_are(sf.at(1), april(25), april(25)));
    EXPECT_THAT(sf.clamped_tasks(), ElementsAre(1)) << "it should have ended on the 24th";
}

TEST(ScheduleForks, AMilestoneFallsOnTheDayOfItsPredecessor) {
    const plan p = plan_of({3, 0, 1}, {{0, 1}, {1, 2}});
    const schedule s{p};
    EXPECT_TRUE(days_are(s.at(0), april(25), april(29)));
    EXPECT_TRUE(days_are(s.at(1), april(29), april(29)));
    EXPECT_TRUE(days_are(s.at(2), may(2), may(2)));
    schedule_policy next;
    next.milestones = schedule_policy::milestone::next_working_day;
    EXPECT_TRUE(days_are((schedule{p, next}.at(1)), may(2), may(2)));
    plan alone = plan_of({0}, {});
    alone.not_before = {may(1)};
    EXPECT_TRUE(days_are(schedule{alone}.at(0), may(2), may(2)))
        << "decided by a date, not by a finish";
}

TEST(ScheduleForks, AMilestoneIsNotShownBeforeItsOwnDates) {
    plan p = plan_of({3, 0}, {{0, 1}});  // the first is 25, 26 and 29 April
    p.not_before = {no_day, april(29)};
    EXPECT_TRUE(days_are(schedule{p}.at(1), april(29), april(29)));
    p.not_before = {no_day, april(30)};
    EXPECT_TRUE(days_are(schedule{p}.at(1), may(2), may(2)));
    p.not_before.clear();
    p.must_start = {no_day, may(2)};
    EXPECT_TRUE(days_are(schedule{p}.at(1), may(2), may(2)));
    p.must_start.clear();
    p.status_day = may(2);
    p.started = p.finished = {april(29), no_day};
    EXPECT_TRUE(days_are(schedule{p}.at(1), may(2), may(2))) << "it was not there on 29 April";
    EXPECT_TRUE(days_are(editable_schedule{p}.at(1), may(2), may(2)));
}

TEST(ScheduleForks, WhatWasFinishedBeforeTheScopeGivesNobodySlack) {
    plan p = plan_of({200, 2, 1}, {{0, 1}});
    p.status_day = april(25);
    p.started = {year{2023} / 1 / 3, no_day, no_day};
    p.finished = {april(1), no_day, no_day};
    const schedule s{p};
    EXPECT_EQ(s.end(), april(26));
    EXPECT_EQ(s.length(), 2);
    EXPECT_EQ(s.at(1).slack_to_end, 0);
    EXPECT_EQ(s.at(2).slack_to_end, 1);
    EXPECT_EQ(s.free_slack()[2], 1);
    EXPECT_EQ(editable_schedule{p}.at(2).slack_to_end, 1);
    EXPECT_EQ(editable_schedule{p}.end(), april(26));
}

TEST(ScheduleForks, AMilestoneHeldBackByItsOwnDateCountsAsTheDayOnWhichItIsSeen) {
    plan p = plan_of({2, 0}, {{0, 1}});
    p.not_before = {no_day, may(2)};
    p.deadline = {no_day, april(29)};
    const schedule s{p};
    EXPECT_TRUE(days_are(s.at(1), may(2), may(2)));
    EXPECT_EQ(s.end(), may(2));
    EXPECT_EQ(s.length(), 4) << "25, 26, 29 April and 2 May";
    EXPECT_EQ(s.at(1).slack_to_deadline, -1) << "the next working day after 29 April";
    const editable_schedule followed{p};
    EXPECT_EQ(followed.length(), 4);
    EXPECT_EQ(followed.at(1).slack_to_deadline, -1);
    forecast_options options;
    options.runs = 16;
    forecast drawn{p, {}, options};
    while (drawn.wait(1000) < 16) continue;
    EXPECT_EQ(drawn.result().p50, may(2));
    EXPECT_EQ(drawn.result().p50_days, 4);
    EXPECT_EQ(drawn.result().by_progress, may(2));
    EXPECT_EQ(drawn.result().on_time, 0u);
    p.deadline = {no_day, may(2)};
    EXPECT_EQ(schedule{p}.at(1).slack_to_deadline, 0) << "it is seen on that day";
    EXPECT_EQ(schedule{p}.at(0).slack_to_deadline, 2) << "29 April and 2 May, in the evening";
}

TEST(ScheduleForks, TheDayOnWhichAMilestoneIsHeldIsTheLastOfThePlan) {
    plan p = plan_of({2, 0, 1}, {{0, 1}});  // 25 and 26 April
    for (auto* days : {&p.not_before, &p.must_start}) {
        *days = {no_day, may(2), no_day};
        const schedule s{p};
        const editable_schedule followed{p};
        for (const auto& at : {std::vector{s.at(0), s.at(1), s.at(2)},
                               std::vector{followed.at(0), followed.at(1), followed.at(2)}}) {
            EXPECT_EQ(at[0].slack_to_end, 2)
                << "29 April and 2 May: the milestone stays where it is";
            EXPECT_EQ(at[0].late_finish, may(2));
            EXPECT_FALSE(at[0].critical);
            EXPECT_EQ(at[1].slack_to_end, 0);
            EXPECT_EQ(at[1].late_start, may(2));
            EXPECT_TRUE(at[1].critical);
            EXPECT_EQ(at[2].slack_to_end, 3);
            EXPECT_EQ(at[2].late_finish, may(2));
        }
        EXPECT_THAT(s.critical_tasks(), ElementsAre(1));
        EXPECT_EQ(s.free_slack()[0], 1) << "in the evening of 2 May what follows could not begin";
        EXPECT_EQ(s.free_slack()[1], 0);
        EXPECT_EQ(s.end(), may(2));
        days->clear();
    }
    // One that nothing holds may be put off until the last day, not until the one after.
    const plan free = plan_of({3, 0}, {});
    EXPECT_EQ(schedule{free}.at(1).late_start, april(29));
    EXPECT_EQ(schedule{free}.at(1).slack_to_end, 2);
    EXPECT_EQ(editable_schedule{free}.at(1).late_start, april(29));
}

// The last milestone stands on a day: three days of work begin on 25 April.
TEST(ScheduleForks, AForecastEndsOnTheDayOfAMilestoneThatNoFinishDecides) {
    constexpr auto days = lag_unit::working_days, civil = lag_unit::calendar_days;
    const struct {
        dependency link;
        civil_day day;
        std::int32_t length, slack;
    } cases[] = {
        {{0, 1, 0, kind::finish_start, days}, april(29), 3, 0},
        {{0, 1, 3, kind::finish_start, civil}, may(3), 5, 0},  // 3 days of rest, then a day
        {{0, 1, 5, kind::start_start, days}, may(6), 6, 0},
        {{0, 1, 4, kind::start_finish, days}, may(3), 5, 0},
        {{0, 1, 2, kind::finish_finish, days}, may(3), 5, 0},
        {{0, 1, 8, kind::start_start, civil}, may(3), 5, 0},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(std::to_string(static_cast<int>(c.link.type)) + " lag " +
                     std::to_string(c.link.lag));
        const plan p = plan_of({3, 0}, {c.link});
        const schedule s{p};
        EXPECT_EQ(s.end(), c.day);
        EXPECT_EQ(s.at(1).late_finish, c.day);
        EXPECT_EQ(s.at(0).slack_to_end, c.slack);
        EXPECT_EQ(s.length(), c.length);
        EXPECT_EQ(editable_schedule{p}.end(), c.day);
        EXPECT_EQ(editable_schedule{p}.length(), c.length);
        forecast_options fixed;
        fixed.runs = 16;
        fixed.optimistic_percent = fixed.pessimistic_percent = 100;
        fixed.due = c.day;
        forecast drawn{p, {}, fixed};
        while (drawn.wait(1000) < 16) continue;
        const forecast_result r = drawn.result();
        EXPECT_EQ(r.p50, c.day);
        EXPECT_EQ(r.p80_days, c.length);
        EXPECT_EQ(r.by_progress, c.day);
        EXPECT_EQ(r.on_time, 16u);
    }
}

// Where milestones stand on the next working day, that is a day of the plan.
TEST(ScheduleForks, AMilestoneOnTheNextWorkingDayIsTheEndAndBoundsItsPredecessors) {
    const work_calendar every{0b1111111}, five, mon_wed_thu_sat{0b0101101};
    schedule_policy next;
    next.milestones = schedule_policy::milestone::next_working_day;
    const auto plan_with = [&](const work_calendar& first, std::vector<std::int32_t> durations,
                               std::vector<std::uint32_t> calendar, dependency link) {
        plan p = plan_of(std::move(durations), {link});
        p.start = april(24);  // a Wednesday
        p.calendars = {&first, &mon_wed_thu_sat};
        p.calendar = std::move(calendar);
        return p;
    };
    const struct {
        plan p;
        std::uint32_t task;
        civil_day end;
        std::int32_t length, slack;
        const char* why;
    } cases[] = {
        {plan_with(every, {2, 1, 0}, {0, 0, 1}, {1, 2}), 1, april(25), 2, 0,
         "a day longer, and the milestone falls on Saturday"},
        {plan_with(every, {2, 2, 0}, {0, 0, 1}, {1, 2}), 1, april(27), 2, 1,
         "Friday is none of the milestone's"},
        {plan_with(five, {2, 0}, {0, 1}, {0, 1}), 0, april(27), 2, 1, "the same, alone"},
        {plan_with(five, {3, 0}, {0, 1}, {0, 1}), 0, april(27), 3, 0, "after the Friday"},
        {plan_with(five, {4, 3, 0}, {0, 0, 0}, {1, 2}), 1, april(29), 4, 0,
         "in one calendar: it stands on the day on which the other ends"},
        {plan_with(five, {1, 0}, {0, 0}, {0, 1}), 0, april(25), 1, 0, "alone in one calendar"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        const schedule s{c.p, next};
        const editable_schedule followed{c.p, next};
        const live_schedule live{c.p, next};
        for (const auto& [end, length, at] :
             {std::tuple{s.end(), s.length(), s.at(c.task)},
              std::tuple{followed.end(), followed.length(), followed.at(c.task)},
              std::tuple{live.end(), live.length(), live.at(c.task)}}) {
            EXPECT_EQ(end, c.end);
            EXPECT_EQ(length, c.length);
            EXPECT_EQ(at.slack_to_end, c.slack);
        }
        forecast_options fixed;
        fixed.runs = 8;
        fixed.optimistic_percent = fixed.pessimistic_percent = 100;
        forecast drawn{c.p, next, fixed};
        while (drawn.wait(1000) < 8) continue;
        EXPECT_EQ(drawn.result().p50, c.end);
        EXPECT_EQ(drawn.result().p50_days, c.length);
        EXPECT_EQ(drawn.result().by_progress, c.end);
    }
    plan due = plan_with(five, {2, 0}, {0, 0}, {0, 1});
    due.deadline = {no_day, april(25)};
    EXPECT_EQ((schedule{due, next}.at(1).finish), april(26));
    EXPECT_EQ((schedule{due, next}.at(1).slack_to_deadline), -1) << "seen a day after its deadline";
    EXPECT_EQ((schedule{due}.at(1).slack_to_deadline), 0);
}

TEST(ScheduleForks, AForecastOfWhatIsFinishedEndsWhenItDid) {
    plan p = plan_of({1}, {});
    p.status_day = p.start;
    p.finished = {april(17)};
    p.deadline = {april(18)};
    forecast_options options;
    options.runs = 8;
    for (const std::optional<civil_day> due : {std::optional<civil_day>{}, {april(17)}}) {
        options.due = due;
        forecast drawn{p, {}, options};
        while (drawn.wait(1000) < 8) continue;
        EXPECT_EQ(drawn.result().by_progress, april(17));
        EXPECT_EQ(drawn.result().p50, april(17));
        EXPECT_EQ(drawn.result().last, april(17));
        EXPECT_EQ(drawn.result().p50_days, schedule{p}.length());
        EXPECT_EQ(drawn.result().on_time, 8u);
    }
}

TEST(ScheduleForks, WhyATaskHasNoForecastNamesWhatIsSuspended) {
    // Task 3 waits for the whole 0 of 1 and 2, and 4 waits for 3.
    plan p = plan_of({0, 3, 2, 1, 1}, {{0, 3}, {3, 4}});
    p.parent = {no_task, 0, 0, no_task, no_task};
    p.status_day = april(25);
    const auto told = [&](std::uint32_t task) {
        std::string text;
        for (const driving_step& s : schedule{p}.driving_chain(p, task))
            text += std::to_string(s.task) + (s.by == driver::suspended ? "!" : "") + "<" +
                    (s.predecessor == no_task ? "-" : std::to_string(s.predecessor)) + "." +
                    (s.link == no_task ? "-" : std::to_string(s.link)) + " ";
        return text;
    };
    p.suspended = {0, 0, 1, 0, 0};
    EXPECT_EQ(told(4), "4<3.1 3<2.0 2!<-.- ");
    EXPECT_EQ(told(0), "2!<-.- ") << "of a whole, the part without forecast";
    p.suspended = {1, 0, 0, 0, 0};
    EXPECT_EQ(told(4), "4<3.1 3<1.0 1!<0.- 0!<-.- ") << "suspended with its whole";
    p.parent.clear();
    p.suspended = {0, 0, 0, 1, 0};
    const editable_schedule followed{p};
    const std::vector<driving_step> chain = followed.driving_chain(4);
    ASSERT_EQ(chain.size(), 2u);
    EXPECT_EQ(chain[0].predecessor, 3u);
    EXPECT_EQ(chain[1].by, driver::suspended);
}

TEST(ScheduleForks, ALinkBetweenAWholeAndItsPartIsRefusedNamingBoth) {
    plan p = plan_of({0, 3, 2}, {{1, 2}, {2, 0}});
    p.parent = {no_task, 0, 1};
    p.links[0] = {2, 0};
    p.links.pop_back();
    try {
        const schedule taken{p};
        ADD_FAILURE();
    } catch (const error& e) {
        EXPECT_THAT(e.what(), testing::HasSubstr("lets task 0 wait for task 2, but task 2 is part "
                                                 "of task 0"));
    }
    p.links = {{0, 2}};
    EXPECT_THROW(schedule{p}, error);
    p.links = {{static_cast<std::uint32_t>(-4), 1}};
    try {
        const schedule taken{p};
        ADD_FAILURE();
    } catch (const error& e) {
        EXPECT_THAT(e.what(), testing::HasSubstr("there is no task -4"));
    }
}

TEST(ScheduleForks, ProgressThatContradictsItselfIsRefusedByTaskAndField) {
    const struct {
        civil_day started, finished, released;
        const char* why;
    } cases[] = {
        {april(26), no_day, no_day,
         "task 1: started 2024-04-26 lies after the status day 2024-04-25"},
        {no_day, april(26), no_day, "task 1: finished 2024-04-26 lies after the status day"},
        {april(24), april(23), no_day,
         "task 1: finished 2024-04-23 lies before started 2024-04-24"},
        {april(22), april(23), april(22), "task 1: released 2024-04-22 lies before finished"},
        {april(22), no_day, april(25), "task 1: released 2024-04-25 stands without finished"},
    };
    for (const auto& c : cases) {
        plan p = plan_of({2, 2}, {});
        p.started = {no_day, c.started};
        p.finished = {no_day, c.finished};
        p.released = {no_day, c.released};
        EXPECT_NO_THROW(schedule{p}) << "without a status day no progress is looked at";
        p.status_day = april(25);
        try {
            const schedule taken{p};
            ADD_FAILURE() << c.why;
        } catch (const error& e) {
            EXPECT_THAT(e.what(), testing::StartsWith(c.why));
            EXPECT_EQ(e.facts().at(0), (fact{"position", "1"}));
            EXPECT_EQ(e.facts().at(1).first, "field");
        }
        EXPECT_THROW(editable_schedule{p}, error);
    }
    plan p = plan_of({2}, {});
    p.status_day = april(25);
    p.started = p.finished = {april(25)};
    p.released = {may(9)};
    EXPECT_NO_THROW(schedule{p}) << "an answer may be expected later";
}

TEST(ScheduleForks, TheCalendarThatAllTasksHaveNeedNotBeTheFirst) {
    const work_calendar six_days{0b0111111};
    plan p = plan_of({3, 1}, {{0, 1}});
    p.calendars.push_back(&six_days);
    p.calendar = {1, 1};
    for (const scheduled_task& second : {schedule{p}.at(1), editable_schedule{p}.at(1)})
        EXPECT_TRUE(days_are(second, april(29), april(29))) << "25, 26, 27 April; then a Monday";
    EXPECT_EQ(editable_schedule{p}.end(), april(29));
    EXPECT_EQ(editable_schedule{plan_of({0}, {})}.end(), april(25)) << "a milestone alone";
}

TEST(ScheduleForks, LinksOfTasksWithTooManyPartsAreRefused) {
    plan p = plan_of({0, 0}, {{0, 1}});
    p.parent = {no_task, no_task};
    for (std::uint32_t t = 0; t < 22'000; ++t) {
        p.duration.push_back(1);
        p.parent.push_back(t % 2);
    }
    EXPECT_THROW(schedule{p}, error) << "121,000,000 links between the parts";
}

TEST(ScheduleForks, LinksGoBeforeDatesAndLeaveNegativeSlackOnTheWholeChain) {
    plan p = plan_of({3, 3}, {{0, 1}});
    p.not_after = {no_day, may(2)};
    const schedule s{p};
    EXPECT_TRUE(days_are(s.at(1), may(2), may(6)));
    EXPECT_EQ(s.at(1).slack_to_deadline, -2);
    EXPECT_EQ(s.at(0).slack_to_deadline, -2);
    EXPECT_EQ(s.at(1).slack_to_end, 0) << "the end of the scope is another matter";
    plan q = plan_of({3, 3}, {{0, 1}});
    q.deadline = {no_day, may(2)};
    EXPECT_EQ(schedule{q}.at(0).slack_to_deadline, -2) << "a deadline counts alike";
    EXPECT_EQ((schedule{plan_of({3, 3}, {{0, 1}})}.at(0).slack_to_deadline), std::nullopt);
}

TEST(ScheduleForks, MustStartHoldsBackAndLeavesNegativeSlackWhenMissed) {
    plan p = plan_of({1, 2}, {{0, 1}});
    p.must_start = {no_day, may(3)};
    EXPECT_TRUE(days_are(schedule{p}.at(1), may(3), may(6)));
    EXPECT_EQ(schedule{p}.at(1).slack_to_deadline, 0);
    EXPECT_EQ(schedule{p}.at(0).slack_to_deadline, 3) << "26 and 29 April, 2 May";
    p.must_start = {no_day, april(25)};
    EXPECT_TRUE(days_are(schedule{p}.at(1), april(26), april(29)));
    EXPECT_EQ(schedule{p}.at(1).slack_to_deadline, -1);
}

TEST(ScheduleForks, WorkLeftIsNeverBeforeTheStatusDay) {
    // Planned from 1 April, no holidays; A has not begun, B has begun out of sequence, half done.
    plan p = plan_of({5, 4}, {{0, 1}});
    const work_calendar usual;
    p.calendars = {&usual};
    p.start = april(1);
    p.status_day = april(25);
    p.started = {no_day, april(24)};
    p.remaining = {-1, 2};
    schedule_policy after;
    after.remaining = schedule_policy::rest::after_status_day;
    EXPECT_TRUE(days_are((schedule{p, after}.at(0)), april(26), may(2)));
    EXPECT_TRUE(days_are((schedule{p, after}.at(1)), april(24), may(6))) << "its rest: 3 and 6 May";
    const schedule s{p};
    EXPECT_TRUE(days_are(s.at(0), april(25), may(1)));
    EXPECT_TRUE(days_are(s.at(1), april(24), may(3)));
    schedule_policy go_on;
    go_on.sequence = schedule_policy::out_of_sequence::progress_override;
    EXPECT_TRUE(days_are((schedule{p, go_on}.at(1)), april(24), april(26)))
        << "B does not wait for A";
    // On 25 April A is reported done, and accepted on 2 May.
    p.started[0] = april(22);
    p.finished = {april(25), no_day};
    p.released = {may(2), no_day};
    EXPECT_TRUE(days_are(schedule{p}.at(1), april(24), may(6))) << "its rest: 3 and 6 May";
    for (const scheduled_task& rest : {schedule{p, go_on}.at(1), editable_schedule{p, go_on}.at(1)})
        EXPECT_TRUE(days_are(rest, april(24), april(26))) << "that A is done puts nothing off";
    p.released.clear();
    EXPECT_TRUE(days_are(schedule{p}.at(1), april(24), april(29))) << "26 and 29 April";
    EXPECT_TRUE(days_are((schedule{p, go_on}.at(1)), april(24), april(26)));
}

TEST(ScheduleForks, AFinishedTaskNeverMovesAndLetsGoWhenAccepted) {
    plan p = plan_of({5, 1, 1}, {{0, 1}, {0, 2, 3, kind::start_start}});
    p.start = april(1);
    p.status_day = april(10);
    p.started = {april(2), no_day, no_day};
    p.finished = {april(3), no_day, no_day};
    p.released = {april(12), no_day, no_day};
    const schedule s{p};
    EXPECT_TRUE(days_are(s.at(0), april(2), april(3)));
    EXPECT_EQ(s.at(0).state, scheduled_task::progress::finished);
    EXPECT_TRUE(days_are(s.at(1), april(15), april(15))) << "accepted on Friday the 12th";
    EXPECT_TRUE(days_are(s.at(2), april(10), april(10)))
        << "three days after the start; status day";
    p.released.clear();
    EXPECT_TRUE(days_are(schedule{p}.at(1), april(10), april(10)));
}

TEST(ScheduleForks, ASuspendedTaskLeavesThoseBehindItWithoutForecast) {
    plan p = plan_of({2, 2, 2, 2}, {{0, 1}, {1, 2}});
    p.status_day = april(25);
    p.suspended = {0, 1, 0, 0};
    const schedule s{p};
    EXPECT_TRUE(days_are(s.at(0), april(25), april(26)));
    EXPECT_EQ(s.at(1).state, scheduled_task::progress::no_forecast);
    EXPECT_EQ(s.at(2).state, scheduled_task::progress::no_forecast);
    EXPECT_EQ(s.at(2).start, no_day);
    EXPECT_THAT(s.blocking_suspended_tasks(), ElementsAre(1));
    EXPECT_EQ(s.end(), april(26));
}

TEST(ScheduleForks, ASwapDayIsWorked) {
    const day_exception swap[] = {
        {april(29), false}, {april(30), false}, {may(1), false}, {may(4), true}};
    const work_calendar swapped{monday_to_friday, swap};
    plan p = plan_of({5}, {});
    p.start = april(26);
    p.calendars = {&swapped};
    EXPECT_TRUE(days_are(schedule{p}.at(0), april(26), may(6))) << "26 April, 2, 3, 4 and 6 May";
}

TEST(ScheduleForks, TheDoubleDiamond) {
    plan p = plan_of({1, 2, 3, 1, 2, 3, 1},
                     {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {3, 5}, {4, 6}, {5, 6}});
    const work_calendar usual;
    p.calendars = {&usual};
    p.start = april(1);
    const schedule s{p};
    EXPECT_EQ(s.end(), april(11));
    EXPECT_THAT(s.critical_tasks(), ElementsAre(0, 2, 3, 5, 6));
    EXPECT_EQ(s.at(1).slack_to_end, 1);
    EXPECT_EQ(s.at(4).slack_to_end, 1);
    EXPECT_THAT(s.free_slack(), ElementsAre(0, 1, 0, 0, 1, 0, 0));
    schedule_policy nearly;
    nearly.critical_slack = 1;
    EXPECT_EQ((schedule{p, nearly}.critical_tasks().size()), 7u);
}

TEST(ScheduleForks, LinksOfSummaryTasksCountForTheirParts) {
    // 3 is the whole of 0 and 1; 2 waits for the whole; 4 is part of 5, which waits for 2.
    plan p = plan_of({2, 4, 1, 0, 1, 0}, {{3, 2}, {2, 5}});
    p.parent = {3, 3, no_task, no_task, 5, no_task};
    p.deadline = {no_day, no_day, no_day, april(26), no_day, no_day};
    const schedule s{p};
    EXPECT_TRUE(days_are(s.at(3), april(25), may(2)));
    EXPECT_TRUE(days_are(s.at(2), may(3), may(3)));
    EXPECT_TRUE(days_are(s.at(4), may(6), may(6)));
    EXPECT_TRUE(s.at(3).critical);
    EXPECT_EQ(s.at(3).slack_to_deadline, -2) << "its deadline is that of its parts";
    EXPECT_EQ(s.at(0).slack_to_deadline, 0);
    const auto chain = s.driving_chain(p, 4);
    ASSERT_EQ(chain.size(), 3u);
    EXPECT_EQ(chain[0].link, 1u);
    EXPECT_EQ(chain[1].predecessor, 1u);
    EXPECT_EQ(chain[1].link, 0u);
    EXPECT_EQ(chain[2].by, driver::scope_start);
    p.links.push_back({1, 3});
    EXPECT_THROW(schedule{p}, error) << "a part cannot go before its whole";
}

TEST(ScheduleForks, WhyThisDate) {
    plan p = plan_of({2, 3, 1, 1, 1}, {{0, 2}, {1, 2, 1}, {1, 2}, {2, 3}});
    p.not_before = {no_day, no_day, no_day, no_day, may(3)};
    const schedule s{p};
    const auto chain = s.driving_chain(p, 3);
    ASSERT_EQ(chain.size(), 3u);
    EXPECT_EQ(chain[0].predecessor, 2u);
    EXPECT_EQ(chain[1].predecessor, 1u);
    EXPECT_EQ(chain[1].link, 1u)
        << "of two links between the same tasks, the one that demands more";
    EXPECT_EQ(chain[2].by, driver::scope_start);
    EXPECT_EQ(s.driving_chain(p, 4).front().by, driver::not_before);
    p.status_day = may(6);
    EXPECT_EQ((schedule{p}.driving_chain(p, 4).front().by), driver::status_day);
}

TEST(ScheduleForks, AWholeWaitsWithAllItsParts) {
    // 1 and 2 are parts of 0; 3, which waits for the whole, and 4 stand outside.
    plan p = plan_of({0, 3, 2, 1, 9}, {{1, 2}, {0, 3}});
    p.parent = {no_task, 0, 0, no_task, no_task};
    const schedule s{p};
    EXPECT_THAT(s.free_slack(), ElementsAre(0, 0, 0, 3, 0)) << "3 follows the whole at once";
    p.links[1].lag = -1;
    EXPECT_EQ(schedule{p}.free_slack()[0], 0);
    p.links.pop_back();
    EXPECT_EQ(schedule{p}.free_slack()[0], 4) << "5 days of 9; that 2 follows 1 holds nobody back";
}

TEST(ScheduleForksTwin, FreeSlackOfWholes) {
    random_numbers random{31};
    for (int round = 0; round < 200; ++round) {
        const auto n = static_cast<std::uint32_t>(random.within(2, 25));
        plan p = plan_of({}, {});
        for (std::uint32_t t = 0; t < n; ++t) {
            p.duration.push_back(random.within(1, 6));
            const bool part = t > 0 && random.within(0, 2) > 0;
            p.parent.push_back(
                part ? static_cast<std::uint32_t>(random.within(0, static_cast<int>(t) - 1))
                     : no_task);
        }
        const auto is_below = [&](std::uint32_t t, std::uint32_t whole) {
            for (; t != no_task; t = p.parent[t])
                if (t == whole) return true;
            return false;
        };
        const auto is_whole = [&](std::uint32_t t) {
            return std::find(p.parent.begin(), p.parent.end(), t) != p.parent.end();
        };
        for (std::uint32_t a = 0; a < n; ++a)
            for (std::uint32_t b = a + 1; b < n; ++b)
                if (!is_whole(a) && !is_whole(b) && random.within(0, 5) == 0)
                    p.links.push_back({a, b, random.within(0, 2)});
        const schedule s{p};
        const auto from_start = [&](civil_day day) { return p.calendars[0]->count(p.start, day); };
        for (std::uint32_t w = 0; w < n; ++w) {
            if (!is_whole(w)) continue;
            int expected = from_start(*s.end()) - from_start(s.at(w).finish);
            for (const dependency& d : p.links)
                if (is_below(d.before, w) && !is_below(d.after, w))
                    expected = std::min(expected, from_start(s.at(d.after).start) - 1 -
                                                      from_start(s.at(d.before).finish) - d.lag);
            EXPECT_EQ(s.free_slack()[w], expected) << "round " << round << ", whole " << w;
        }
    }
}

TEST(ScheduleForks, AWholeThatMustStartIsInTimeOnlyIfItDoes) {
    plan p = plan_of({5, 0, 3, 2}, {{0, 1}});
    p.parent = {no_task, no_task, 1, 1};
    p.must_start = {no_day, p.start, no_day, no_day};
    EXPECT_EQ(schedule{p}.at(1).slack_to_deadline, -5);
    EXPECT_EQ(schedule{p}.at(0).slack_to_deadline, -5) << "it is why the whole begins late";
    p.links.clear();
    EXPECT_EQ(schedule{p}.at(1).slack_to_deadline, 0);
    EXPECT_EQ(schedule{p}.at(0).slack_to_deadline, std::nullopt);
    // 2 is the first part of 1; 3 comes after it and is not late.
    p.links = {{0, 2}, {2, 3}};
    for (const auto& slack :
         {std::vector{schedule{p}.at(0), schedule{p}.at(2), schedule{p}.at(3)},
          std::vector{live_schedule{p}.at(0), live_schedule{p}.at(2), live_schedule{p}.at(3)}}) {
        EXPECT_EQ(slack[0].slack_to_deadline, -5);
        EXPECT_EQ(slack[1].slack_to_deadline, -5);
        EXPECT_EQ(slack[2].slack_to_deadline, std::nullopt);
    }
    p.links = {{0, 3}};
    EXPECT_EQ(schedule{p}.at(0).slack_to_deadline, std::nullopt) << "the whole begins with 2";
}

TEST(ScheduleForks, LinksCloseACycleWhateverHasBecomeOfTheTasks) {
    plan p = plan_of({1, 1, 1}, {{0, 1}, {1, 0, 2, kind::start_start}, {1, 2}});
    p.status_day = april(26);
    p.started = p.finished = {no_day, no_day, no_day};
    const std::string told = "plan: tasks wait for themselves: 0 -0-> 1 -1-> 0";
    for (int what = 0; what < 3; ++what) {
        SCOPED_TRACE(what);
        p.started[1] = p.finished[1] = no_day;
        p.suspended.clear();
        if (what == 0) p.suspended = {0, 1, 0};
        if (what > 0) p.started[1] = april(25);
        if (what > 1) p.finished[1] = april(25);
        try {
            const schedule taken{p};
            ADD_FAILURE() << "no error";
        } catch (const error& e) {
            EXPECT_EQ(e.code(), errc::cycle);
            EXPECT_EQ(e.what(), told);
        }
        EXPECT_THROW(live_schedule{p}, error);
        EXPECT_THROW((forecast{p, {}}), error);
        schedule_policy open;
        open.cycles = schedule_policy::on_cycle::leave_out;
        EXPECT_THAT((schedule{p, open}.left_out_links()), ElementsAre(0, 1));
    }
    p.parent = {no_task, no_task, 0};  // 2 is all of 0
    try {
        const schedule taken{p};
        ADD_FAILURE() << "no error";
    } catch (const error& e) {
        EXPECT_STREQ(e.what(), "plan: tasks wait for themselves: 1 -1-> 2 -0-> 1")
            << "between the tasks that do work";
    }
}

TEST(ScheduleForks, AWholeWithASuspendedPartHasNoForecastAndTheFindingNamesWhatIsSuspended) {
    plan p = plan_of({0, 3, 2, 1}, {{0, 3}});
    p.parent = {no_task, 0, 0, no_task};
    p.status_day = p.start + 2;
    p.finished = {no_day, p.start + 1, no_day, no_day};
    p.suspended = {1, 0, 0, 0};
    const schedule whole{p};
    EXPECT_EQ(whole.at(0).state, scheduled_task::progress::no_forecast);
    EXPECT_EQ(whole.at(0).finish, no_day);
    EXPECT_THAT(whole.blocking_suspended_tasks(), ElementsAre(0)) << "nobody suspended task 2";
    p.suspended = {0, 0, 1, 0};
    const schedule part{p};
    EXPECT_EQ(part.at(0).state, scheduled_task::progress::no_forecast);
    EXPECT_THAT(part.blocking_suspended_tasks(), ElementsAre(2));
}

TEST(ScheduleForks, CyclesAreRefusedOrLeftOut) {
    const plan p = plan_of({1, 1, 1, 1}, {{0, 1}, {1, 2}, {2, 1}, {2, 3}});
    try {
        schedule{p};
        ADD_FAILURE() << "no error";
    } catch (const error& e) {
        EXPECT_EQ(e.code(), errc::cycle);
        EXPECT_STREQ(e.what(), "plan: tasks wait for themselves: 1 -1-> 2 -2-> 1");
    }
    schedule_policy open;
    open.cycles = schedule_policy::on_cycle::leave_out;
    const schedule s{p, open};
    EXPECT_THAT(s.left_out_links(), ElementsAre(1, 2));
    EXPECT_TRUE(days_are(s.at(1), april(26), april(26)));
    EXPECT_TRUE(days_are(s.at(2), april(25), april(25)));
    EXPECT_TRUE(days_are(s.at(3), april(26), april(26)));
}

TEST(ScheduleForks, BadColumnsAreRefusedByName) {
    const auto refused = [](plan p) {
        try {
            schedule{p};
        } catch (const error& e) {
            return std::string{e.what()};
        }
        return std::string{};
    };
    plan p = plan_of({1, 2}, {});
    p.deadline = {may(2)};
    EXPECT_EQ(refused(p), "plan: column deadline has 1 entries for 2 tasks");
    EXPECT_EQ(refused(plan_of({1, -2}, {})), "task 1: duration -2 is not within 0 and 60000");
    EXPECT_EQ(refused(plan_of({1, 2}, {{0, 2}})), "link 0: there is no task 2");
    EXPECT_EQ(refused(plan_of({1, 2}, {{0, 1, 40'000}})),
              "link 0: lag 40000 is not within -36500 and 36500");
    p = plan_of({1, 2}, {});
    p.parent = {1, 0};
    EXPECT_EQ(refused(p), "plan: a task is part of itself: 0 is part of 1 is part of 0");
    p = plan_of({1}, {});
    p.calendar = {1};
    EXPECT_EQ(refused(p), "task 0: there is no calendar 1");
    using column = std::vector<std::int32_t> plan::*;
    for (const auto& [lengths, name] :
         {std::pair<column, std::string>{&plan::remaining, "remaining"},
          {&plan::optimistic, "optimistic"},
          {&plan::pessimistic, "pessimistic"}})
        for (const std::int32_t wrong : {-2, 60'001}) {
            p = plan_of({1, 2}, {});
            p.*lengths = {-1, wrong};
            EXPECT_EQ(refused(p), "task 1: " + name + " " + std::to_string(wrong) +
                                      " is not within -1 and 60000");
        }
    EXPECT_EQ(refused(plan_of({}, {})), "") << "an empty plan is a plan";
}

}  // namespace
}  // namespace mandate
