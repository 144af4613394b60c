#pragma once
// The slow twin of the schedule: walks over the calendar day by day, follows every link again and
// again until nothing moves, and finds slack by trying.

#include "mandate/graph/plan.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace mandate {

/// splitmix64: the same numbers everywhere.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : state_{seed} {}
    /// Within [low, high].
    int within(int low, int high) {
        return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool one_in(int n) { return within(1, n) == 1; }

private:
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

/// Days are counted from the first day covered. A task is [start, finish) in such numbers, as
/// DESIGN's link arithmetic says; its start is always a working day of its own calendar.
class slow_schedule {
public:
    explicit slow_schedule(const plan& p) : plan_{p} {}

    static int number_of(civil_day day) { return day - first_day; }
    bool works(std::uint32_t task, int day) const {
        return plan_.calendars[plan_.calendar.empty() ? 0 : plan_.calendar[task]]->works(first_day +
                                                                                         day);
    }
    int roll(std::uint32_t task, int day) const {
        while (!works(task, day)) ++day;
        return day;
    }
    /// So many working days later (or earlier).
    int step(std::uint32_t task, int day, int days) const {
        day = roll(task, day);
        for (; days > 0; --days) day = roll(task, day + 1);
        for (; days < 0; ++days) do
                --day;
            while (!works(task, day));
        return day;
    }
    int finish(std::uint32_t task, int start) const {
        const int duration = plan_.duration[task];
        return duration == 0 ? start : step(task, start, duration - 1) + 1;
    }
    /// What the link asks of the start of the task that waits.
    int demand(const dependency& d, int before_start) const {
        int day = from_finish(d.type) ? finish(d.before, before_start) : before_start;
        int days = d.lag;
        if (d.unit == lag_unit::calendar_days) day += days, days = 0;
        if (to_finish(d.type)) {
            // The finish is bounded; the start lies the duration before it.
            day = step(d.after, day, days);
            return step(d.after, day, -plan_.duration[d.after]);
        }
        return step(d.after, day, days);
    }

    /// Earliest starts, if `held` starts on `held_start` at the earliest.
    std::vector<int> starts(std::uint32_t held = no_task, int held_start = 0) const {
        std::vector<int> start;
        for (std::uint32_t t = 0; t < plan_.duration.size(); ++t) {
            int day = roll(t, number_of(plan_.start));
            if (!plan_.not_before.empty() && plan_.not_before[t] != no_day)
                day = std::max(day, roll(t, number_of(plan_.not_before[t])));
            if (t == held) day = std::max(day, held_start);
            start.push_back(day);
        }
        for (bool moved = true; moved;) {
            moved = false;
            for (const dependency& d : plan_.links)
                if (const int asked = demand(d, start[d.before]); asked > start[d.after]) {
                    start[d.after] = asked;
                    moved = true;
                }
        }
        return start;
    }
    /// The end of the last working day that the task, or what led to the milestone, needs.
    int last_work(std::uint32_t task, int start) const {
        return plan_.duration[task] > 0 ? finish(task, start) : step(task, start, -1) + 1;
    }
    /// Where a milestone is shown: on the day of the finish that decides it, if one does.
    int milestone_day(std::uint32_t task, const std::vector<int>& start) const {
        for (const dependency& d : plan_.links)
            if (d.after == task && from_finish(d.type) &&
                (d.unit == lag_unit::working_days || d.lag == 0) &&
                demand(d, start[d.before]) == start[task])
                return step(task, start[task], -1);
        return start[task];
    }
    int end(const std::vector<int>& start) const {
        int last = number_of(plan_.start);
        for (std::uint32_t t = 0; t < start.size(); ++t)
            last = std::max(last, last_work(t, start[t]));
        return last;
    }
    /// How many working days the task can start later without moving the end.
    int slack_to_end(std::uint32_t task) const {
        const std::vector<int> start = starts();
        const int last = end(start);
        int days = 0;
        while (end(starts(task, step(task, start[task], days + 1))) <= last) ++days;
        return days;
    }
    /// The same for deadlines, down to below zero; absent if none lies downstream. Only what the
    /// task itself sets in motion is looked at.
    std::optional<int> slack_to_deadline(std::uint32_t task) const {
        const std::vector<int> start = starts();
        std::optional<int> least;
        for (int days = -400;; ++days) {
            const std::optional<bool> kept = keeps(task, step(task, start[task], days));
            if (!kept) return std::nullopt;
            if (!*kept) break;
            least = days;
        }
        return least;
    }

private:
    std::optional<bool> keeps(std::uint32_t task, int task_start) const {
        std::vector<std::optional<int>> start(plan_.duration.size());
        start[task] = task_start;
        for (bool moved = true; moved;) {
            moved = false;
            for (const dependency& d : plan_.links) {
                if (!start[d.before]) continue;
                const int asked = demand(d, *start[d.before]);
                if (start[d.after] && *start[d.after] >= asked) continue;
                start[d.after] = asked;
                moved = true;
            }
        }
        std::optional<bool> kept;
        for (std::uint32_t t = 0; t < start.size(); ++t) {
            if (!start[t] || plan_.deadline.empty() || plan_.deadline[t] == no_day) continue;
            // Work days, not midnights, count: at the end of a Friday, and before the Monday.
            const bool in_time =
                roll(t, finish(t, *start[t])) <= roll(t, number_of(plan_.deadline[t]) + 1);
            kept = kept.value_or(true) && in_time;
        }
        return kept;
    }

    const plan& plan_;
};

}  // namespace mandate
