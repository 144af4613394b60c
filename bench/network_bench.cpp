// How fast is a schedule of a million tasks, and a small change of it, compared with the shortest
// code that does the same, and with the graph libraries in use? Every figure is a ratio of medians
// of one run; each line ends in `ok` or `short`.
//
//     network_bench [--tasks N] [--repetitions N] [--plot FILE.svg] [--dump FILE]
//
// --dump writes the plan for bench/network_networkx.py and ends.

#include "graph/compact_schedule.hpp"
#include "graph/editable_impl.hpp"
#include "judge.hpp"
#include "mandate/graph/editable_schedule.hpp"
#include "mandate/graph/schedule.hpp"
#include "network_floors.hpp"
#include "network_peers.hpp"
#include "network_plot.hpp"
#include "stopwatch.hpp"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mandate::bench {
namespace {

compact_network network_of(const network_plan& p) {
    return *compact_network::build(compact_network::form::uniform, p.duration, {}, p.links);
}

bool agrees(const compact_schedule& s, const start_days& days) {
    for (std::uint32_t t = 0; t < days.early.size(); ++t) {
        const std::uint32_t at = s.network().position_of(t);
        if (s.start(at) != days.early[t] || s.late_start(at) != days.late[t]) return false;
    }
    return s.end() == days.end;
}

std::vector<work_calendar> eight_calendars() {
    std::vector<work_calendar> all;
    for (unsigned k = 0; k < 8; ++k) {
        std::vector<day_exception> off;
        for (int year = 2024; year < 2060; ++year)
            off.push_back({std::chrono::year{year} / (k + 1) / 3, false});
        all.emplace_back(monday_to_friday, off);
    }
    return all;
}

struct full_pass {
    double floor, rows, ours;
};

// F1, F2, F5, F6: the same computation, order ready.
full_pass measure_passes(const network_plan& p, int repetitions) {
    const std::size_t n = p.duration.size();
    column_floor floor{p};
    plain_rows rows{p};
    compact_schedule ours{network_of(p), p.duration, {}};
    full_pass t{median_seconds(repetitions, [&] { floor.run(); }),
                median_seconds(repetitions, [&] { rows.run(); }),
                median_seconds(repetitions, [&] { ours.compute(); })};
    if (!agrees(ours, floor.result()) || rows.result() != floor.result()) {
        std::printf("the dates differ from those of the floor\n");
        ++shortfalls;
    }
    judge("F1", "full pass " + ms(t.ours) + " / column floor " + ms(t.floor), t.ours / t.floor,
          1.5);
    judge("F1", "full pass / plain renumbered rows " + ms(t.rows), t.ours / t.rows, 0.6);

    const day_tables days{work_calendar{}};
    const std::int32_t first = days.rank(boundary_before(std::chrono::year{2024} / 1 / 1));
    std::vector<std::int32_t> day_of_rank;
    for (std::int32_t r = first; r <= days.working_days(); ++r)
        day_of_rank.push_back(days.before(r));
    std::vector<boundary> columns[4];
    for (auto& c : columns) c.resize(n);
    const double floor_with_days =
        median_seconds(repetitions, [&] { floor.run_with_days(day_of_rank); });
    const double with_days = median_seconds(repetitions, [&] {
        ours.compute();
        ours.boundaries(days, first, columns[0].data(), columns[1].data(), columns[2].data(),
                        columns[3].data());
    });
    judge("F2", "with four civil days " + ms(with_days) + " / floor " + ms(floor_with_days),
          with_days / floor_with_days, 1.5);
    judge("F5", "read-only schedule, bytes a task",
          static_cast<double>(ours.memory()) / static_cast<double>(n), 64);

    random_numbers random{5};
    task_bounds bounds;
    for (std::size_t i = 0; i < n; ++i)
        bounds.latest.push_back(random.unit() < 0.3 ? static_cast<std::int32_t>(random.below(2000))
                                                    : no_bound);
    compact_schedule with_deadlines{network_of(p), p.duration, bounds};
    const double deadlines = median_seconds(repetitions, [&] { with_deadlines.compute(); });
    judge("F6", "with deadlines " + ms(deadlines) + " / without", deadlines / t.ours, 2.2);

    std::vector<std::shared_ptr<const day_tables>> calendars;
    for (const work_calendar& c : eight_calendars())
        calendars.push_back(std::make_shared<const day_tables>(c));
    std::vector<std::uint32_t> calendar_of;
    for (std::size_t i = 0; i < n; ++i) calendar_of.push_back(random.below(8));
    std::vector<dependency> links = p.links;
    for (dependency& d : links)
        if (random.unit() < 0.05) d.unit = lag_unit::calendar_days;
    compact_schedule mixed{
        *compact_network::build(compact_network::form::mixed, p.duration, calendar_of, links),
        p.duration,
        {},
        calendars,
        boundary_before(std::chrono::year{2024} / 1 / 1)};
    const double in_calendars = median_seconds(repetitions, [&] { mixed.compute(); });
    const double again = median_seconds(repetitions, [&] { floor.run(); });
    judge("F6", "8 calendars, 5 % calendar lags " + ms(in_calendars) + " / floor " + ms(again),
          in_calendars / again, 2.5);
    return t;
}

// F3, F4: peers, their sort included.
void measure_peers(const network_plan& p, const full_pass& ours, int repetitions) {
    column_floor floor{p};
    floor.run();
    const double cold = median_seconds(std::min(repetitions, 3), [&] {
        compact_schedule s{network_of(p), p.duration, {}};
        s.compute();
    });
    struct limit {
        const char* name;
        double run, kept, cold;
    };
    constexpr limit limits[] = {{"BGL csr", 12, 0, 1.0},
                                {"BGL adjacency_list", 50, 30, 4},
                                {"LEMON StaticDigraph", 0, 0, 0},
                                {"igraph", 90, 0, 6}};
    for (const peer_result& peer : run_peers(p, floor.result(), std::min(repetitions, 5))) {
        if (!peer.present) {
            std::printf("F3  %s is not installed: not compared\n", peer.name.c_str());
            continue;
        }
        if (!peer.equal) {
            std::printf("F3  %s gives other dates\n", peer.name.c_str());
            ++shortfalls;
        }
        for (const limit& l : limits) {
            if (peer.name != l.name) continue;
            judge_at_least("F3", peer.name + " " + ms(peer.run_seconds) + " / full pass",
                           peer.run_seconds / ours.ours, l.run);
            if (l.kept > 0)
                judge_at_least("F3", peer.name + ", order kept, " + ms(peer.kept_seconds),
                               peer.kept_seconds / ours.ours, l.kept);
            const double peer_cold = peer.build_seconds + peer.run_seconds;
            judge_at_least("F4", peer.name + " cold " + ms(peer_cold) + " / ours cold " + ms(cold),
                           peer_cold / cold, l.cold);
        }
    }
}

plan plan_of(const network_plan& p, const work_calendar& every_day) {
    plan made;
    made.start = first_day;
    made.calendars = {&every_day};
    made.duration = p.duration;
    made.links = p.links;
    return made;
}

// Links within one programme, in any direction: some need the order changed, some close a cycle.
std::vector<dependency> links_in_programmes(const network_plan& p, std::size_t count) {
    random_numbers random{11};
    std::vector<std::vector<std::uint32_t>> tasks(p.programme.back() + std::size_t{1});
    for (std::uint32_t t = 0; t < p.programme.size(); ++t) tasks[p.programme[t]].push_back(t);
    std::vector<dependency> all;
    while (all.size() < count) {
        const auto& of = tasks[random.below(static_cast<std::uint32_t>(tasks.size()))];
        const auto size = static_cast<std::uint32_t>(of.size());
        dependency d{of[random.below(size)], of[random.below(size)]};
        d.lag = static_cast<std::int32_t>(random.below(5));
        if (d.before != d.after) all.push_back(d);
    }
    return all;
}

// What reading the clock costs, to be taken off what it measures.
double clock_cost() {
    std::vector<double> samples;
    for (int i = 0; i < 10'000; ++i) samples.push_back(seconds_of([] {}));
    return quantile(std::move(samples), 0.5);
}

void measure_order(const network_plan& p, const work_calendar& every_day,
                   const std::vector<dependency>& added, double clock) {
    editable_schedule::impl s{plan_of(p, every_day), {}};
    s.work();
    std::vector<double> accepted, refused;
    for (const dependency& d : added) {
        bool closes = false;
        const std::uint32_t before = s.slot_of[d.before], after = s.slot_of[d.after];
        const double seconds =
            seconds_of([&] { closes = !s.bring_into_order(before, after).empty(); }) - clock;
        (closes ? refused : accepted).push_back(std::max(seconds, 0.0));
        if (closes) continue;
        s.in.add(after, {before, packed(d)});
        s.out.add(before, {after, packed(d)});
    }
    const double p99 = quantile(accepted, 0.99), refused99 = quantile(refused, 0.99);
    judge("I1", "order kept, link accepted: p50 " + us(quantile(accepted, 0.5)) + ", p99 in us",
          p99 * 1e6, 50);
    judge("I1", "    the slowest, in us", quantile(accepted, 1) * 1e6, 2000);
    judge("I1", "    link refused as a cycle: p99 in us", refused99 * 1e6, 500);
    const cycle_check_times abseil = run_abseil(p, added);
    if (abseil.accepted.empty()) {
        std::printf("I1  Abseil is not installed: not compared\n");
        return;
    }
    judge_at_least("I1", "    Abseil p99 " + us(quantile(abseil.accepted, 0.99)) + " / ours",
                   quantile(abseil.accepted, 0.99) / p99, 100);
    judge_at_least("I1", "    Abseil refused p99 " + us(quantile(abseil.refused, 0.99)) + " / ours",
                   quantile(abseil.refused, 0.99) / refused99, 15);
}

struct change_times {
    std::vector<double> seconds, visits_too_many;
    std::uint64_t whole_passes = 0;
    double p50() const { return quantile(seconds, 0.5); }
    double p99() const { return quantile(seconds, 0.99); }
    double worst() const { return quantile(seconds, 1); }
};

template <class Change>
void time_change(change_times& into, editable_schedule& s, double clock, Change&& change) {
    into.seconds.push_back(std::max(seconds_of(change) - clock, 0.0));
    const change_cost cost = s.last_change();
    into.visits_too_many.push_back(static_cast<double>(cost.evaluated) -
                                   3.0 * static_cast<double>(cost.changed));
    into.whole_passes += cost.whole_pass ? 1 : 0;
}

change_times change_durations(editable_schedule& s, std::vector<std::int32_t> duration, int changes,
                              double clock, std::int32_t by, bool back) {
    random_numbers random{7};
    change_times times;
    for (int i = 0; i < changes; ++i) {
        const std::uint32_t t = random.below(s.tasks());
        const std::int32_t to =
            back ? duration[t] + by
                 : std::max(1, duration[t] - by +
                                   static_cast<std::int32_t>(
                                       random.below(static_cast<std::uint32_t>(2 * by + 1))));
        time_change(times, s, clock, [&] { s.set_duration(t, to); });
        if (back)
            s.set_duration(t, duration[t]);
        else
            duration[t] = to;
    }
    return times;
}

// F6: edits where eight calendars rule and one link in twenty has a lag in calendar days.
void measure_mixed_changes(const network_plan& p, int changes, double clock,
                           const change_times& uniform) {
    const std::vector<work_calendar> calendars = eight_calendars();
    plan mixed;
    mixed.start = std::chrono::year{1950} / 1 / 2;
    for (const work_calendar& c : calendars) mixed.calendars.push_back(&c);
    mixed.duration = p.duration;
    mixed.links = p.links;
    random_numbers random{5};
    for (std::size_t i = 0; i < p.duration.size(); ++i) mixed.calendar.push_back(random.below(8));
    for (dependency& d : mixed.links)
        if (random.unit() < 0.05) d.unit = lag_unit::calendar_days;
    editable_schedule s{mixed};
    s.set_duration(0, p.duration[0] + 1);
    s.set_duration(0, p.duration[0]);
    const change_times edits = change_durations(s, p.duration, changes / 4, clock, 10, false);
    judge("F6", "edits in 8 calendars: p50 " + us(edits.p50()) + " / in one",
          edits.p50() / uniform.p50(), 4);
    judge("F6", "    p99 " + us(edits.p99()) + " / in one " + us(uniform.p99()),
          edits.p99() / uniform.p99(), 4);
}

struct changes_of_all_kinds {
    change_times small, slips, links, anywhere;
};

// `original` is as the plan says.
changes_of_all_kinds make_changes(const network_plan& p, const editable_schedule& original,
                                  const std::vector<dependency>& added, int changes, double clock) {
    const work_calendar every_day{0b1111111};
    changes_of_all_kinds all;
    editable_schedule s{original};
    s.set_duration(0, p.duration[0] + 1);  // makes what is made only once
    s.set_duration(0, p.duration[0]);
    all.small = change_durations(s, p.duration, changes, clock, 10, false);

    editable_schedule t{plan_of(p, every_day)};  // nothing shared: no chunk is copied
    all.slips = change_durations(t, p.duration, changes / 10, clock, 250, true);
    editable_schedule u{plan_of(p, every_day)};
    std::vector<dependency> accepted;
    for (const dependency& d : added)
        time_change(all.links, u, clock, [&] {
            if (u.add_link(d).empty()) accepted.push_back(d);
        });
    for (const dependency& d : accepted)
        time_change(all.links, u, clock, [&] { u.remove_link(d); });
    random_numbers random{13};
    for (int i = 0; i < changes / 10; ++i) {
        const dependency d{random.below(u.tasks()), random.below(u.tasks())};
        time_change(all.anywhere, u, clock, [&] { u.add_link(d); });
    }
    if (!s.consistent() || !u.consistent()) {
        std::printf("the dates differ from those of a whole pass\n");
        ++shortfalls;
    }
    return all;
}

changes_of_all_kinds better_of(changes_of_all_kinds a, const changes_of_all_kinds& b) {
    const auto take = [](change_times& into, const change_times& other) {
        for (std::size_t i = 0; i < into.seconds.size(); ++i)
            into.seconds[i] = std::min(into.seconds[i], other.seconds[i]);
    };
    take(a.small, b.small), take(a.slips, b.slips), take(a.links, b.links);
    take(a.anywhere, b.anywhere);
    return a;
}

void measure_changes(const network_plan& p, const full_pass& ours, int changes) {
    const work_calendar every_day{0b1111111};
    const double clock = clock_cost();
    const std::vector<dependency> added = links_in_programmes(p, static_cast<std::size_t>(changes));
    measure_order(p, every_day, added, clock);

    editable_schedule original{plan_of(p, every_day)};
    const auto tasks = static_cast<double>(original.tasks());
    judge("F5", "editable schedule, bytes a task", static_cast<double>(original.memory()) / tasks,
          160);
    const double copy = median_seconds(9, [&] { const editable_schedule shares{original}; });
    std::printf("    a copy that shares its memory: %s\n", us(copy).c_str());
    editable_schedule::impl whole{plan_of(p, every_day), {}};
    const double dynamic_pass = median_seconds(5, [&] { whole.recompute(); });

    // Each change twice, on equal schedules; the better time counts, since noise only adds.
    const changes_of_all_kinds all = better_of(make_changes(p, original, added, changes, clock),
                                               make_changes(p, original, added, changes, clock));
    const change_times& small = all.small;
    if (tasks >= 1e6) {
        judge("I2", "duration +-10 days: p50 " + us(small.p50()) + " / full pass " + ms(ours.floor),
              small.p50() / ours.floor, 1.0 / 2000);
        judge("I2", "    p99 " + us(small.p99()) + " / full pass", small.p99() / ours.floor,
              1.0 / 20);
    } else {
        judge("I2", "duration +-10 days: p50 in us", small.p50() * 1e6, 1);
        judge("I2", "    p99 in us", small.p99() * 1e6, 100);
    }
    std::printf(
        "    links in a programme: p50 %s, p99 %s; anywhere: p99 %s; a year's slip: p99 %s\n",
        us(all.links.p50()).c_str(), us(all.links.p99()).c_str(), us(all.anywhere.p99()).c_str(),
        us(all.slips.p99()).c_str());
    const double worst =
        std::max({small.worst(), all.slips.worst(), all.links.worst(), all.anywhere.worst()});
    judge("I3",
          "slowest of all changes " + ms(worst) + " / whole pass over the same structure " +
              ms(dynamic_pass),
          worst / dynamic_pass, 2.5);
    std::vector<double> visits;
    std::uint64_t whole_passes = 0;
    for (const change_times* one : {&small, &all.links, &all.slips}) {
        visits.insert(visits.end(), one->visits_too_many.begin(), one->visits_too_many.end());
        whole_passes += one->whole_passes;
    }
    judge("I4", "tasks computed - 3 x tasks changed, p99", quantile(visits, 0.99), 8);
    std::printf("    changes that took a whole pass: %llu of %zu\n",
                static_cast<unsigned long long>(whole_passes), visits.size());
    measure_mixed_changes(p, changes, clock, small);
}

// Cost over the size of the plan.
void plot(const std::string& file) {
    std::vector<plot_series> series{
        {"whole schedule", {}}, {"plain rows", {}}, {"BGL csr", {}}, {"a change (p50)", {}}};
    for (const std::uint32_t n : {1'000U, 10'000U, 100'000U, 1'000'000U}) {
        const network_plan p = make_network_plan(n);
        const int repetitions = n > 100'000 ? 5 : 15;
        plain_rows rows{p};
        compact_schedule ours{network_of(p), p.duration, {}};
        const work_calendar every_day{0b1111111};
        editable_schedule s{plan_of(p, every_day)};
        const double values[] = {
            median_seconds(repetitions, [&] { ours.compute(); }),
            median_seconds(repetitions, [&] { rows.run(); }),
            run_peers(p, {}, 3).front().run_seconds,
            change_durations(s, p.duration, 2000, clock_cost(), 10, false).p50()};
        for (std::size_t i = 0; i < series.size(); ++i) series[i].points.emplace_back(n, values[i]);
    }
    write_plot(file, "Tasks and seconds", series);
    std::printf("plot: %s\n", file.c_str());
}

void dump(const std::string& file, const network_plan& p) {
    std::FILE* out = std::fopen(file.c_str(), "wb");
    if (out == nullptr) {
        std::perror(file.c_str());
        std::exit(2);
    }
    std::vector<std::int32_t> numbers{static_cast<std::int32_t>(p.duration.size()),
                                      static_cast<std::int32_t>(p.links.size())};
    numbers.insert(numbers.end(), p.duration.begin(), p.duration.end());
    for (const dependency& d : p.links) {
        numbers.push_back(static_cast<std::int32_t>(d.before));
        numbers.push_back(static_cast<std::int32_t>(d.after));
        numbers.push_back(weight_of(p, d));
    }
    std::fwrite(numbers.data(), sizeof numbers.front(), numbers.size(), out);
    std::fclose(out);
    // The peer in Python divides its time by these.
    compact_schedule ours{network_of(p), p.duration, {}};
    const double pass = median_seconds(9, [&] { ours.compute(); });
    const double cold = median_seconds(3, [&] {
        compact_schedule s{network_of(p), p.duration, {}};
        s.compute();
    });
    std::printf("%.9g %.9g %d\n", pass, cold, ours.end());
}

}  // namespace
}  // namespace mandate::bench

int main(int argc, char** argv) {
    using namespace mandate::bench;
    std::uint32_t tasks = 1'000'000;
    int repetitions = 9;
    std::string plot_file, dump_file;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string option = argv[i], value = argv[i + 1];
        if (option == "--tasks")
            std::from_chars(value.data(), value.data() + value.size(), tasks);
        else if (option == "--repetitions")
            std::from_chars(value.data(), value.data() + value.size(), repetitions);
        else if (option == "--plot")
            plot_file = value;
        else if (option == "--dump")
            dump_file = value;
        else
            return 2;
    }
    const network_plan p = make_network_plan(tasks);
    if (!dump_file.empty()) {
        dump(dump_file, p);
        return 0;
    }
    std::printf("%u tasks, %zu links\n", tasks, p.links.size());
    const full_pass t = measure_passes(p, repetitions);
    measure_peers(p, t, repetitions);
    measure_changes(p, t, 20'000);
    if (!plot_file.empty()) plot(plot_file);
    return shortfalls == 0 ? 0 : 1;
}
