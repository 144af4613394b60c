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
    explicit slow_schedule(const plan& p, const schedule_policy& policy = {})
        : plan_{p}, policy_{policy} {}

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

    /// Does the link still matter to the task that waits? What is done never moves, and by one
    /// policy what has begun does not wait any more, whatever is said of the other task.
    bool holds(const dependency& d) const {
        return !finished(d.after) &&
               !(started(d.after) &&
                 policy_.sequence == schedule_policy::out_of_sequence::progress_override);
    }
    /// Does what happens to the first task of the link still matter to the second one?
    bool moves(const dependency& d) const {
        return holds(d) && !finished(d.before) && !(started(d.before) && !from_finish(d.type));
    }
    bool is_milestone(std::uint32_t task) const {
        return duration_of(task) == 0 && !finished(task);
    }
    /// A link that lets a milestone stand on a day, not on the evening of the working day before.
    bool asks_day(const dependency& d) const {
        return is_milestone(d.after) &&
               (!from_finish(d.type) || (d.unit == lag_unit::calendar_days && d.lag != 0) ||
                policy_.milestones == schedule_policy::milestone::next_working_day);
    }

    /// Earliest starts, of finished tasks the start of all, which means nothing; and of milestones
    /// the first day that is not an evening before.
    struct found_days {
        std::vector<int> start, day;
        friend bool operator==(const found_days&, const found_days&) = default;
    };
    /// If `held` starts on `held_start` at the earliest; a milestone on that day, or `on_eve` of
    /// it.
    found_days days(std::uint32_t held = no_task, int held_start = 0, bool on_eve = false) const {
        found_days found;
        const auto n = static_cast<std::uint32_t>(plan_.duration.size());
        for (std::uint32_t t = 0; t < n; ++t) {
            const int first = finished(t) ? number_of(plan_.start) : roll(t, own_first(t));
            found.start.push_back(t == held ? std::max(first, held_start) : first);
            found.day.push_back(t == held && !on_eve ? found.start.back() : first);
        }
        for (bool moved = true; moved;) {
            moved = false;
            for (const dependency& d : plan_.links)
                if (holds(d))
                    if (const int asked = demand(d, found.start[d.before]);
                        asked > found.start[d.after]) {
                        found.start[d.after] = asked;
                        moved = true;
                    }
        }
        for (const dependency& d : plan_.links)
            if (holds(d) && asks_day(d))
                found.day[d.after] = std::max(found.day[d.after], demand(d, found.start[d.before]));
        return found;
    }
    std::vector<int> starts() const { return days().start; }
    bool on_eve(std::uint32_t task, const found_days& found) const {
        return is_milestone(task) && found.day[task] < found.start[task];
    }
    /// Where a milestone is seen.
    int milestone_day(std::uint32_t task, const found_days& found) const {
        const int start = found.start[task];
        return on_eve(task, found) ? step(task, start, -1) : start;
    }
    /// The end of the last day that the task needs, or on which the milestone is seen.
    int last_day_of(std::uint32_t task, const found_days& found) const {
        if (finished(task)) return number_of(plan_.finished[task]) + 1;
        return duration_of(task) > 0 ? finish(task, found.start[task])
                                     : milestone_day(task, found) + 1;
    }
    int end(const found_days& found) const {
        int last = number_of(plan_.start);
        for (std::uint32_t t = 0; t < found.start.size(); ++t)
            last = std::max(last, last_day_of(t, found));
        return last;
    }
    /// Days until the end, by the first calendar; one policy counts the days of no milestone.
    int length(const found_days& found) const {
        int last = number_of(plan_.start);
        for (std::uint32_t t = 0; t < found.start.size(); ++t)
            if (policy_.milestones == schedule_policy::milestone::day_of_predecessor ||
                !is_milestone(t))
                last = std::max(last, last_day_of(t, found));
            else if (found.start[t] > number_of(plan_.start))
                last = std::max(last, step(t, found.start[t], -1) + 1);
        int days = 0;
        for (int day = number_of(plan_.start); day < last; ++day)
            days += plan_.calendars[0]->works(first_day + day) ? 1 : 0;
        return days;
    }
    /// What waits so many working days longer: a milestone on evenings goes from one to another.
    found_days waiting(std::uint32_t task, int more) const {
        return days(task, step(task, unheld().start[task], more), on_eve(task, unheld()));
    }
    /// How many working days the task can start later without moving the end.
    int slack_to_end(std::uint32_t task) const {
        const int last = end(unheld());
        int more = 0;
        while (end(waiting(task, more + 1)) <= last) ++more;
        return more;
    }
    /// How many working days the task can start later without moving another task or the end.
    int free_slack(std::uint32_t task) const {
        for (int more = 0;; ++more) {
            found_days moved = waiting(task, more + 1);
            if (end(moved) > end(unheld())) return more;
            for (std::uint32_t t = 0; t < moved.start.size(); ++t)
                if (t != task && (moved.start[t] != unheld().start[t] ||
                                  on_eve(t, moved) != on_eve(t, unheld())))
                    return more;
        }
    }
    /// The same for deadlines, down to below zero; absent if none lies downstream. Only what the
    /// task itself sets in motion is looked at.
    std::optional<int> slack_to_deadline(std::uint32_t task) const {
        std::optional<int> least;
        for (int more = -150;; ++more) {
            const std::optional<bool> kept =
                keeps(task, step(task, unheld().start[task], more), on_eve(task, unheld()));
            if (!kept) return std::nullopt;
            if (!*kept) break;
            least = more;
        }
        return least;
    }

private:
    const found_days& unheld() const {
        if (unheld_.start.empty()) unheld_ = days();
        return unheld_;
    }
    std::optional<bool> keeps(std::uint32_t task, int task_start, bool on_eve) const {
        std::vector<std::optional<int>> start(plan_.duration.size()), day(start);
        start[task] = task_start;
        if (!on_eve) day[task] = task_start;
        for (bool moved = true; moved;) {
            moved = false;
            for (const dependency& d : plan_.links) {
                if (!start[d.before] || !moves(d)) continue;
                const int asked = demand(d, *start[d.before]);
                if (asks_day(d)) day[d.after] = std::max(day[d.after].value_or(asked), asked);
                if (start[d.after] && *start[d.after] >= asked) continue;
                start[d.after] = asked;
                moved = true;
            }
        }
        std::optional<bool> kept;
        for (std::uint32_t t = 0; t < start.size(); ++t) {
            if (!start[t]) continue;
            // Work days, not midnights, count: at the end of a Friday, and before the Monday. But a
            // milestone that stands on the Monday is late.
            const auto by = [&](int due) {
                bool in_time = roll(t, finish(t, *start[t])) <= due;
                if (is_milestone(t) && day[t]) in_time = in_time && *day[t] < due;
                kept = kept.value_or(true) && in_time;
            };
            for (const auto* column : {&plan_.deadline, &plan_.not_after})
                if (const civil_day last = in(*column, t); last != no_day)
                    by(roll(t, number_of(last) + 1));
            if (const civil_day first = in(plan_.must_start, t); first != no_day && !started(t)) {
                if (is_milestone(t))
                    by(step(t, number_of(first), 1));
                else
                    kept = kept.value_or(true) && *start[t] <= roll(t, number_of(first));
            }
        }
        return kept;
    }

    const plan& plan_;
    const schedule_policy policy_;
    mutable found_days unheld_;
};

}  // namespace mandate
