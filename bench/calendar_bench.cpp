// What does it cost to add working days, compared with the way it is usually done: a loop over
// boost::gregorian dates with a set of holidays? Goals, where the floor takes 0.67 ns: within 30
// years 1.5 ns and 300 times faster than the loop, over 300 years 3 ns, converted in bulk 0.8 ns a
// date; a calendar made in 5 ms.

#include "mandate/calendar/work_calendar.hpp"
#include "ratios.hpp"

#include <benchmark/benchmark.h>
#include <boost/date_time/gregorian/greg_date.hpp>

#include <chrono>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

namespace {

using namespace mandate;

constexpr std::size_t question_count = 1 << 12;

struct question {
    civil_day from;
    int days;
};

const work_calendar& calendar() {
    static const work_calendar made{viet_nam_calendar()};
    return made;
}

/// Seed 42; 1 to 60 days on from any day of the years given.
std::vector<question> questions(int first_year, int last_year) {
    std::mt19937 random{42};
    const civil_day first{std::chrono::year{first_year} / 1 / 1};
    const int span = civil_day{std::chrono::year{last_year} / 9 / 1} - first;
    std::vector<question> made;
    for (std::size_t i = 0; i < question_count; ++i)
        made.push_back({first + static_cast<int>(random() % static_cast<unsigned>(span)),
                        static_cast<int>(random() % 60) + 1});
    return made;
}

void add(benchmark::State& state, int first_year, int last_year) {
    const std::vector<question> asked = questions(first_year, last_year);
    const work_calendar& by = calendar();
    for (auto _ : state)
        for (const question& q : asked) benchmark::DoNotOptimize(by.add(q.from, q.days));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(question_count));
}

// The baseline: day by day, each looked up among the holidays.
void boost_gregorian_loop(benchmark::State& state) {
    using boost::gregorian::date;
    const std::vector<question> asked = questions(2010, 2039);
    std::set<date> off, worked;
    for (int year = 2010; year <= 2040; ++year)
        for (const special_day& s : calendar().special_days(year))
            (s.works ? worked : off).insert(s.day.to_gregorian());
    std::vector<date> from;
    for (const question& q : asked) from.push_back(q.from.to_gregorian());
    const auto works = [&](const date& day) {
        const auto weekday = day.day_of_week().as_number();  // 0 Sunday, 6 Saturday
        if (weekday == 0 || weekday == 6) return worked.count(day) != 0;
        return off.count(day) == 0;
    };
    for (auto _ : state)
        for (std::size_t i = 0; i < asked.size(); ++i) {
            date day = from[i];
            for (int left = asked[i].days; left > 0;) {
                day += boost::gregorian::days{1};
                if (works(day)) --left;
            }
            benchmark::DoNotOptimize(day);
            if (civil_day{day} != calendar().add(asked[i].from, asked[i].days))
                state.SkipWithError("the loop ends on another day than the calendar");
        }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(question_count));
}
BENCHMARK(boost_gregorian_loop);

void add_within_30_years(benchmark::State& state) { add(state, 2010, 2039); }
BENCHMARK(add_within_30_years);

// The floor: the tables alone, nothing checked.
void add_unchecked(benchmark::State& state) {
    const std::vector<question> asked = questions(2010, 2039);
    const working_day_table by = calendar().days().table();
    for (auto _ : state)
        for (const question& q : asked)
            benchmark::DoNotOptimize(by.nth(by.rank(offset_of(q.from) + 1) + q.days - 1));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(question_count));
}
BENCHMARK(add_unchecked);

void add_over_300_years(benchmark::State& state) { add(state, 1900, 2199); }
BENCHMARK(add_over_300_years);

void count_within_30_years(benchmark::State& state) {
    const std::vector<question> asked = questions(2010, 2039);
    const work_calendar& by = calendar();
    for (auto _ : state)
        for (const question& q : asked) benchmark::DoNotOptimize(by.count(q.from, q.from + q.days));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(question_count));
}
BENCHMARK(count_within_30_years);

// As schedules do: working-day numbers of 30 years to dates.
void to_days_in_bulk(benchmark::State& state) {
    const std::vector<question> asked = questions(2010, 2039);
    std::vector<civil_day> days;
    for (int i = 0; i < 16; ++i)
        for (const question& q : asked) days.push_back(q.from + q.days);
    std::vector<std::int32_t> ordinals(days.size());
    calendar().to_ordinals(days, ordinals);
    for (auto _ : state) {
        calendar().to_days(ordinals, days);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(days.size()));
}
BENCHMARK(to_days_in_bulk);

// A calendar beyond the eighth: bits instead of tables.
void add_by_bits(benchmark::State& state) {
    const std::vector<question> asked = questions(2010, 2039);
    const working_day_bits by = calendar().days().bits();
    for (auto _ : state)
        for (const question& q : asked)
            benchmark::DoNotOptimize(by.nth(by.rank(offset_of(q.from) + 1) + q.days - 1));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(question_count));
}
BENCHMARK(add_by_bits);

// A fact has changed: rules, history and facts laid down anew, tables filled.
void make_calendar(benchmark::State& state) {
    calendar_definition d = viet_nam_calendar();
    for (int i = 0; i < 200; ++i) {
        day_exception e;
        e.day = civil_day{std::chrono::year{2024} / 1 / 1} + i;
        d.exceptions.push_back(e);
    }
    for (auto _ : state) benchmark::DoNotOptimize(work_calendar{d}.days().count());
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(make_calendar)->Unit(benchmark::kMillisecond);

// 1.5, 3 and 0.8 ns over the 0.67 ns that the floor took where these goals were set: other
// machines, and the same one among busy neighbours, are slower or faster in both.
constexpr bench::ratio ratios[] = {
    {"add_within_30_years", "add_unchecked", 2.2},
    {"add_over_300_years", "add_unchecked", 4.5},
    {"to_days_in_bulk", "add_unchecked", 1.2},
};
constexpr bench::gain gains[] = {
    {"add_within_30_years", "boost_gregorian_loop", 300},
};
constexpr bench::time_limit limits[] = {
    {"add_within_30_years", 1.5},
    {"add_over_300_years", 3},
    {"to_days_in_bulk", 0.8},
    {"make_calendar", 5e6},
};

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    bench::median_keeper medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    const bool near_floor = bench::judge(medians, std::span{ratios});
    const bool faster = bench::judge(medians, std::span{gains});
    const bool in_time = bench::judge(medians, std::span{limits});
    return near_floor && faster && in_time ? 0 : 1;
}
