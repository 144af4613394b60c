#include "mandate/graph/forecast.hpp"

#include "graph/slow_schedule.hpp"
#include "graph/small_stack.hpp"
#include "mandate/base/error.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <string>
#include <vector>

namespace mandate {
namespace {

using std::chrono::year;

const work_calendar& every_day() {
    static const work_calendar made{0b1111111};
    return made;
}

plan tasks_of(std::vector<std::int32_t> durations) {
    plan p;
    p.start = year{2024} / 4 / 1;
    p.calendars = {&every_day()};
    p.duration = std::move(durations);
    return p;
}

forecast_result result_of(const plan& p, const forecast_options& options = {},
                          const schedule_policy& policy = {}) {
    forecast f{p, policy, options};
    while (f.wait(1000) < f.runs()) {
    }
    return f.result();
}

// The part of the triangle from low over peak to high that lies below x.
double below(double x, double low, double peak, double high) {
    if (x <= low) return 0;
    if (x >= high) return 1;
    if (x <= peak) return (x - low) * (x - low) / ((high - low) * (peak - low));
    return 1 - (high - x) * (high - x) / ((high - low) * (high - peak));
}

TEST(Forecast, DrawsFromTheTriangleRoundedHalfUp) {
    plan p = tasks_of({4});
    p.optimistic = {2};
    p.pessimistic = {9};
    forecast_options options;
    options.runs = 200'000;
    for (int days = 2; days <= 9; ++days) {
        options.due = p.start + (days - 1);
        const double part = *result_of(p, options).on_time / 200'000.0;
        EXPECT_NEAR(part, below(days + 0.5, 2, 4, 9), 0.005) << days << " days";
    }
    EXPECT_EQ(result_of(p, options).first, p.start + 1);
    EXPECT_EQ(result_of(p, options).last, p.start + 8);
}

TEST(Forecast, QuantilesAreTheFirstDaysByWhichSoManyRunsAreOver) {
    plan p = tasks_of({4});
    p.optimistic = {2};
    p.pessimistic = {9};
    const forecast_result r = result_of(p);
    EXPECT_EQ(r.p50_days, 5) << "up to 4.5 days: 42 %; up to 5.5: 65 %";
    EXPECT_EQ(r.p80_days, 6) << "up to 6.5: 82 %";
    EXPECT_EQ(r.by_progress, p.start + 3);
}

TEST(Forecast, IsTheSameAtAnyNumberOfThreads) {
    plan p = tasks_of({5, 8, 3, 9, 2, 7});
    p.links = {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {4, 5}, {3, 5, 2, link_kind::finish_finish}};
    forecast_options options;
    options.runs = 3'001;
    options.due = p.start + 22;
    const forecast_result one = result_of(p, options);
    EXPECT_EQ(one.runs, 3'001u);
    for (const unsigned threads : {2U, 3U, 7U}) {
        options.threads = threads;
        const forecast_result many = result_of(p, options);
        EXPECT_EQ(many.on_time, one.on_time);
        EXPECT_EQ(many.p50, one.p50);
        EXPECT_EQ(many.p80, one.p80);
        EXPECT_EQ(many.first, one.first);
        EXPECT_EQ(many.last, one.last);
    }
    options.seed = 2;
    EXPECT_NE(result_of(p, options).on_time, one.on_time) << "another seed, other lots";
}

// With nothing to draw, every run is the schedule.
TEST(Forecast, WhatHasNoForecastIsNotOnTime) {
    plan p = tasks_of({2, 3});
    p.status_day = p.start + 1;
    p.suspended = {1, 0};
    p.deadline = {p.start + 30, p.start + 30};
    EXPECT_EQ(result_of(p).on_time, 0u);
    p.deadline[0] = no_day;
    EXPECT_EQ(result_of(p).on_time, 10'000u);
    forecast_options options;
    options.due = p.start + 30;
    EXPECT_EQ(result_of(p, options).on_time, 0u) << "not all will be done by then";
}

TEST(Forecast, WhereNothingHasAForecastNoRunIsInTime) {
    plan p = tasks_of({2});
    p.status_day = p.start;
    p.suspended = {1};
    EXPECT_FALSE(result_of(p).on_time) << "for what?";
    forecast_options by_due;
    by_due.due = p.start + 100;
    EXPECT_EQ(result_of(p, by_due).on_time, 0u);
    p.deadline = {p.start + 100};
    EXPECT_EQ(result_of(p).on_time, 0u);
}

TEST(Forecast, NothingEndsBeforeTheFirstDay) {
    const plan p = tasks_of({0});
    EXPECT_EQ(result_of(p).p50, p.start);
    EXPECT_EQ(result_of(p).p50_days, 1) << "that day, on which the milestone is seen";
    EXPECT_EQ(schedule{p}.length(), 1);
}

TEST(Forecast, OfAMillionTasksInOneChainOnASmallStack) {
    on_a_small_stack([] {
        std::vector<std::int32_t> durations(1'000'000, 0);
        durations.back() = 10;
        plan p = tasks_of(durations);
        for (std::uint32_t t = 0; t + 1 < p.duration.size(); ++t) p.links.push_back({t, t + 1});
        forecast_options options;
        options.runs = 3;
        EXPECT_EQ(result_of(p, options).by_progress, p.start + 9);
    });
}

TEST(ForecastTwin, RunsAreSchedules) {
    static const work_calendar usual, six_days{0b0111111};
    random_numbers random{31};
    for (int round = 0; round < 160; ++round) {
        SCOPED_TRACE(round);
        plan p = tasks_of({});
        p.start = year{2024} / 4 / 24;
        p.calendars = {&usual, &six_days};
        const bool mixed = random.one_in(2), progress = random.one_in(2);
        const int n = random.within(1, random.one_in(3) ? 3 : 30);
        if (progress) p.status_day = p.start + random.within(0, 9);
        for (int t = 0; t < n; ++t) {
            p.duration.push_back(random.one_in(4) ? 0 : random.within(1, 6));
            p.calendar.push_back(mixed ? static_cast<std::uint32_t>(random.within(0, 1)) : 0);
            p.not_before.push_back(random.one_in(6) ? p.start + random.within(0, 20) : no_day);
            p.deadline.push_back(random.one_in(3) ? p.start + random.within(5, 60) : no_day);
            const bool begun = random.one_in(3), done = begun && random.one_in(2);
            const civil_day known = p.status_day.value_or(p.start);
            p.started.push_back(begun ? known - random.within(4, 18) : no_day);
            p.finished.push_back(done ? known - random.within(0, 4) : no_day);
            p.remaining.push_back(begun && random.one_in(2) ? random.within(0, 5) : -1);
        }
        for (std::uint32_t a = 0; a < p.duration.size(); ++a)
            for (std::uint32_t b = a + 1; b < p.duration.size(); ++b)
                if (random.within(0, n) < 3) {
                    dependency d{a, b, random.within(-2, 4)};
                    d.type = static_cast<link_kind>(random.within(1, 4));
                    if (mixed && random.one_in(3)) d.unit = lag_unit::calendar_days;
                    p.links.push_back(d);
                }
        schedule_policy policy;
        if (random.one_in(3)) policy.milestones = schedule_policy::milestone::next_working_day;
        const schedule s{p, policy};
        bool in_time = true, judged = false;
        for (std::uint32_t t = 0; t < p.duration.size(); ++t)
            if (p.deadline[t] != no_day) {
                judged = true;
                in_time &= s.at(t).finish <= p.deadline[t];
            }
        forecast_options options;
        options.runs = 10;
        options.optimistic_percent = options.pessimistic_percent = 100;
        const forecast_result r = result_of(p, options, policy);
        EXPECT_EQ(r.first, *s.end());
        EXPECT_EQ(r.last, *s.end());
        EXPECT_EQ(r.p50, *s.end());
        EXPECT_EQ(r.p50_days, s.length());
        EXPECT_EQ(r.by_progress, *s.end());
        EXPECT_EQ(r.on_time,
                  judged ? std::optional<std::uint32_t>{in_time ? 10 : 0} : std::nullopt);
        if (HasFailure()) return;
    }
}

// The same lots by other means: durations from another generator, and whole schedules.
TEST(ForecastTwin, QuantilesOfSchedulesDrawnOneByOne) {
    random_numbers random{32};
    plan p = tasks_of({10, 20, 15, 8, 30, 12});
    p.links = {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 5}, {4, 5, 3, link_kind::start_start}};
    std::vector<std::int32_t> lengths;
    for (int run = 0; run < 1'000; ++run) {
        plan drawn = p;
        for (std::int32_t& days : drawn.duration) {
            const double low = std::floor(days * 0.8 + 0.5), high = std::floor(days * 1.5 + 0.5);
            const double u = random.within(0, 9'999'999) / 1e7;
            double x = low;  // the inverse of `below`, by halving
            for (double step = high - low; step > 1e-6; step /= 2)
                if (below(x + step, low, days, high) <= u) x += step;
            days = static_cast<std::int32_t>(std::floor(x + 0.5));
        }
        lengths.push_back(schedule{drawn}.length());
    }
    std::sort(lengths.begin(), lengths.end());
    const forecast_result r = result_of(p);
    EXPECT_NEAR(r.p50_days, lengths[500], 1);
    EXPECT_NEAR(r.p80_days, lengths[800], 1);
}

TEST(Forecast, WhatIsLeftOfStartedWorkIsDrawnInProportion) {
    plan p = tasks_of({100});
    p.status_day = p.start;
    p.started = {p.start};
    p.remaining = {10};
    const forecast_result r = result_of(p);
    EXPECT_GE(r.first, p.start + 7) << "80 % of 10 days";
    EXPECT_LE(r.last, p.start + 14) << "150 % of 10 days";
    EXPECT_EQ(r.by_progress, p.start + 9);
    p.status_day = p.start + 3;
    p.finished = {p.start + 3};
    EXPECT_EQ(result_of(p).p80, p.start + 3) << "what is finished is not drawn";
}

TEST(Forecast, CancelledOrUnfinishedItSaysSo) {
    plan p = tasks_of(std::vector<std::int32_t>(2'000, 5));
    forecast_options options;
    options.runs = 10'000'000;
    forecast f{p, {}, options};
    EXPECT_LT(f.wait(1), f.runs());
    try {
        f.result();
        ADD_FAILURE() << "no error";
    } catch (const error& e) {
        EXPECT_EQ(e.code(), errc::busy);
    }
    f.cancel();
    EXPECT_LT(f.wait(10'000), f.runs());
    try {
        f.result();
        ADD_FAILURE() << "no error";
    } catch (const error& e) {
        EXPECT_EQ(e.code(), errc::cancelled);
    }
}

TEST(Forecast, BadInputIsRefusedByName) {
    plan p = tasks_of({4, 4});
    p.optimistic = {-1, 5};
    try {
        forecast f{p, {}};
        ADD_FAILURE() << "no error";
    } catch (const error& e) {
        EXPECT_EQ(e.facts().front(), (fact{"position", "1"}));
    }
    p.optimistic = {3};
    EXPECT_THROW((forecast{p, {}}), error) << "a column too short";
    p.optimistic.clear();
    for (const forecast_options& wrong :
         {forecast_options{0, 1, 1, 80, 150, {}}, forecast_options{10, 1, 0, 80, 150, {}},
          forecast_options{10, 1, 1, 101, 150, {}}, forecast_options{10, 1, 1, 80, 99, {}}})
        EXPECT_THROW((forecast{p, {}, wrong}), error);
    p.links = {{0, 1}, {1, 0}};
    EXPECT_THROW((forecast{p, {}}), error) << "a cycle";
    schedule_policy without;
    without.cycles = schedule_policy::on_cycle::leave_out;
    EXPECT_EQ(result_of(p, {}, without).by_progress, p.start + 3);
    p = tasks_of({60'000, 20'000});
    p.links = {{0, 1}};
    EXPECT_THROW((forecast{p, {}}), error) << "beyond 2199";
    p = tasks_of({1});
    p.status_day = p.start;
    p.started = {p.start};
    p.remaining = {40'000};
    p.pessimistic = {60'000};
    EXPECT_THROW(result_of(p), error) << "2,400,000,000 days are not few";
    p = tasks_of({60'000});
    EXPECT_THROW(result_of(p), error) << "some runs are";
    EXPECT_EQ(result_of(tasks_of({})).p50, no_day);
}

}  // namespace
}  // namespace mandate
