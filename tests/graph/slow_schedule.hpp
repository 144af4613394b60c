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
    static civil_day in(const std::vector<civil_day>& column, std::uint32_t task) {
        return column.empty() ? no_day : column[task];
    }
    bool finished(std::uint32_t task) const {
        return plan_.status_day && in(plan_.finished, task) != no_day;
    }
    bool started(std::uint32_t task) const {
        return plan_.status_day && !finished(task) && in(plan_.started, task) != no_day;
    }
    /// What is left to do: at least a day, if there was any.
    int duration_of(std::uint32_t task) const {
        const int planned = plan_.duration[task];
        if (!started(task) || plan_.remaining.empty() || plan_.remaining[task] < 0) return planned;
        return plan_.remaining[task] == 0 && planned > 0 ? 1 : plan_.remaining[task];
    }
    /// The first day on which the task's own dates let it begin.
    int own_first(std::uint32_t task) const {
        std::vector<civil_day> days{plan_.start, plan_.status_day.value_or(plan_.start)};
        if (!started(task))
            for (const auto* column : {&plan_.not_before, &plan_.must_start})
                if (in(*column, task) != no_day) days.push_back(in(*column, task));
        return number_of(*std::max_element(days.begin(), days.end()));
    }
    int finish(std::uint32_t task, int start) const {
        const int duration = duration_of(task);
        return duration == 0 ? start : step(task, start, duration - 1) + 1;
    }
    /// What the link asks of the start of the task that waits.
    int demand(const dependency& d, int before_start) const {
        int day = from_finish(d.type) ? finish(d.before, before_start) : before_start;
        if (finished(d.before)) {
            const civil_day last = in(plan_.released, d.before) != no_day
                                       ? plan_.released[d.before]
                                       : plan_.finished[d.before];
            const civil_day first = in(plan_.started, d.before) != no_day
                                        ? plan_.started[d.before]
                                        : plan_.finished[d.before];
            day = from_finish(d.type) ? number_of(last) + 1 : number_of(first);
        } else if (started(d.before) && !from_finish(d.type)) {
            day = number_of(plan_.started[d.before]);
        }
        int days = d.lag;
        if (d.unit == lag_unit::calendar_days) day += days, days = 0;
        if (to_finish(d.type)) {
            // The finish is bounded; the start lies the duration before it.
            day = step(d.after, day, days);
            return step(d.after, day, -duration_of(d.after));
        }
        return step(d.after, day, days);
    }

    /// Does what happens to the first task of the link still matter to the second one?
    bool moves(const dependency& d) const {
        return !finished(d.after) && !finished(d.before) &&
               !(started(d.before) && !from_finish(d.type));
    }

    /// Earliest starts, if `held` starts on `held_start` at the earliest. Of finished tasks: the
    /// start of all, which means nothing.
    std::vector<int> starts(std::uint32_t held = no_task, int held_start = 0) const {
        std::vector<int> start;
        for (std::uint32_t t = 0; t < plan_.duration.size(); ++t) {
            int day = finished(t) ? number_of(plan_.start) : roll(t, own_first(t));
            if (t == held) day = std::max(day, held_start);
            start.push_back(day);
        }
        for (bool moved = true; moved;) {
            moved = false;
            for (const dependency& d : plan_.links)
                if (const int asked = demand(d, start[d.before]);
                    asked > start[d.after] && !finished(d.after)) {
                    start[d.after] = asked;
                    moved = true;
                }
        }
        return start;
    }
    /// The end of the last working day that the task, or what led to the milestone, needs.
    int last_work(std::uint32_t task, int start) const {
        if (finished(task)) return number_of(plan_.finished[task]) + 1;
        return duration_of(task) > 0 ? finish(task, start) : step(task, start, -1) + 1;
    }
    /// Where a milestone is shown: on the day of the finish that decides it, if one does and its
    /// own dates allow that day.
    int milestone_day(std::uint32_t task, const std::vector<int>& start) const {
        for (const dependency& d : plan_.links)
            if (d.after == task && from_finish(d.type) &&
                (d.unit == lag_unit::working_days || d.lag == 0) &&
                demand(d, start[d.before]) == start[task] &&
                step(task, start[task], -1) >= own_first(task))
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
        const std::vector<int>& start = unheld();
        const int last = end(start);
        int days = 0;
        while (end(starts(task, step(task, start[task], days + 1))) <= last) ++days;
        return days;
    }
    /// How many working days the task can start later without moving another task or the end.
    int free_slack(std::uint32_t task) const {
        const std::vector<int>& start = unheld();
        for (int days = 0;; ++days) {
            std::vector<int> moved = starts(task, step(task, start[task], days + 1));
            const bool end_moved = end(moved) > end(start);
            moved[task] = start[task];
            if (end_moved || moved != start) return days;
        }
    }
    /// The same for deadlines, down to below zero; absent if none lies downstream. Only what the
    /// task itself sets in motion is looked at.
    std::optional<int> slack_to_deadline(std::uint32_t task) const {
        const std::vector<int>& start = unheld();
        std::optional<int> least;
        for (int days = -150;; ++days) {
            const std::optional<bool> kept = keeps(task, step(task, start[task], days));
            if (!kept) return std::nullopt;
            if (!*kept) break;
            least = days;
        }
        return least;
    }

private:
    const std::vector<int>& unheld() const {
        if (unheld_.empty()) unheld_ = starts();
        return unheld_;
    }
    std::optional<bool> keeps(std::uint32_t task, int task_start) const {
        std::vector<std::optional<int>> start(plan_.duration.size());
        start[task] = task_start;
        for (bool moved = true; moved;) {
            moved = false;
            for (const dependency& d : plan_.links) {
                if (!start[d.before] || !moves(d)) continue;
                const int asked = demand(d, *start[d.before]);
                if (start[d.after] && *start[d.after] >= asked) continue;
                start[d.after] = asked;
                moved = true;
            }
        }
        std::optional<bool> kept;
        for (std::uint32_t t = 0; t < start.size(); ++t) {
            if (!start[t]) continue;
            // Work days, not midnights, count: at the end of a Friday, and before the Monday.
            for (const auto* column : {&plan_.deadline, &plan_.not_after})
                if (const civil_day last = in(*column, t); last != no_day) {
                    int due = roll(t, number_of(last) + 1);
                    // A milestone that its own date holds back is seen on that day.
                    if (duration_of(t) == 0 && roll(t, own_first(t)) >= due) due = step(t, due, -1);
                    kept = kept.value_or(true) && roll(t, finish(t, *start[t])) <= due;
                }
            if (const civil_day first = in(plan_.must_start, t); first != no_day && !started(t))
                kept = kept.value_or(true) && *start[t] <= roll(t, number_of(first));
        }
        return kept;
    }

    const plan& plan_;
    mutable std::vector<int> unheld_;
};

}  // namespace mandate
