#pragma once
// The full passes over a compacted network: forwards for the earliest starts, backwards for the
// latest.

#include "graph/compact_network.hpp"
#include "graph/day_tables.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace mandate {

/// "No bound" among ranks of days; sums of it and any sum of lags stay within 32 bits.
inline constexpr std::int32_t no_bound = 1 << 30;
/// A rank at or above this one lies beyond every calendar.
inline constexpr std::int32_t beyond_calendars = 1 << 28;

/// A milestone that is ahead. Its rank is that of the day on which others may begin; it stands on
/// that day, or on the eve, the working day before, where only finishes decide it (asks_eve).
struct milestone_bounds {
    std::uint32_t task;
    std::int32_t first;  ///< the first day, as rank, that is not an eve, by its own bounds
    std::int32_t due;    ///< it stands before the day of this rank; no_bound: none
};

/// What bounds the tasks besides their links; by task. Empty columns bound nothing.
struct task_bounds {
    /// Earliest start, as rank; -no_bound: none.
    std::vector<std::int32_t> earliest;
    /// Latest start by deadlines and constraints, as rank; no_bound: none.
    std::vector<std::int32_t> latest;
    /// The end of all is not before this: a rank in a uniform network, else a boundary.
    std::int32_t least_end = 0;
    /// Ascending; and the links, each with the place of its milestone here, that ask for a day and
    /// not for its eve.
    std::vector<milestone_bounds> milestones;
    std::vector<std::pair<std::uint32_t, dependency>> day_links;
};

/// Earliest and latest starts of all tasks, by position in the network. The columns are allocated
/// once; compute() may be called again and again.
///
/// Uniform networks count from their first working day, 0; there the distance to the end is kept
/// (`tail`, the longest way from the task's start to the end), so the latest start is end - tail.
/// Mixed ones keep boundaries of civil days, since a start moved by 5 working days of one calendar
/// may move the end by 8 of another.
class compact_schedule {
public:
    /// Of a uniform network.
    compact_schedule(compact_network network, std::span<const std::int32_t> durations,
                     const task_bounds& bounds);
    /// Of a mixed one. Nothing starts before `origin`. `calendars`: by number; shared, because
    /// copies of a plan and schedules of many threads read the same tables.
    compact_schedule(compact_network network, std::span<const std::int32_t> durations,
                     const task_bounds& bounds,
                     std::vector<std::shared_ptr<const day_tables>> calendars, boundary origin);

    /// Both passes, slack and critical flags. A task is critical if its slack to the end is at
    /// most `critical_slack`. The end counts the day on which each milestone stands, and no
    /// milestone may wait until a day after it.
    /// Cost: O(tasks + links), 1.3 to 1.6 times the time in which the columns can be read.
    /// Absent if all is well, else the position of the first task that would finish beyond the
    /// calendars; the columns are of no use then. (A uniform network does not know where its
    /// calendar ends: it accepts whatever can be counted.)
    std::optional<std::uint32_t> compute(std::int32_t critical_slack = 0);

    const compact_network& network() const noexcept { return network_; }
    bool mixed() const noexcept { return network_.kind() == compact_network::form::mixed; }
    bool has_latest() const noexcept { return !latest_.empty(); }
    std::span<const std::int32_t> durations() const noexcept { return duration_; }
    std::span<const std::int32_t> slack() const noexcept { return slack_; }
    std::span<const std::uint8_t> critical() const noexcept { return critical_; }

    /// The rank of the earliest start: from 0 in a uniform network, else in the task's calendar.
    std::int32_t start(std::uint32_t position) const noexcept {
        return mixed() ? calendar_of(position).rank(bounds_[position]) : start_[position];
    }
    std::int32_t late_start(std::uint32_t position) const noexcept {
        return start(position) + slack_[position];
    }
    /// The latest start by deadlines; no_bound where nothing downstream has one.
    std::int32_t due_start(std::uint32_t position) const noexcept {
        return due_.empty() || due_[position] > no_bound / 2 ? no_bound : due_[position];
    }
    /// The finish of the last task: a rank in a uniform network, else a boundary.
    std::int32_t end() const noexcept { return end_; }
    /// After the passes: does the n-th of the milestones stand on an eve?
    bool stands_on_eve(std::size_t n) const noexcept {
        return first_days_[n] < start(network_.position_of(milestones_[n].task));
    }
    /// From the next passes on the task is late if it begins after the day of this rank.
    void begin_by(std::uint32_t task, std::int32_t rank);
    const day_tables& calendar_of(std::uint32_t position) const noexcept {
        return *calendars_[calendar_[position]];
    }

    /// The four civil days of every task, by position, as boundaries: earliest start and finish,
    /// latest start and finish; each array has room for every task. Of a uniform network with the
    /// calendar `days` whose rank 0 is `first`.
    void boundaries(const day_tables& days, std::int32_t first, boundary* early_start,
                    boundary* early_finish, boundary* late_start, boundary* late_finish) const;

    /// How long each task can wait without moving another, in working days of its calendar; by
    /// position. Cost: O(tasks + links).
    std::vector<std::int32_t> free_slack() const;
    /// How long it can wait before it moves the end, if nothing waits for it.
    std::int32_t slack_to_own_end(std::uint32_t position) const noexcept {
        return end_rank(position) - duration_[position] - start(position) -
               (stands_on_day(position) ? 1 : 0);
    }
    /// Calls take(position of the predecessor, position of the task, how long the one can wait
    /// before it moves the other) for each link. Cost: O(links).
    template <class Take>
    void each_slack(Take&& take) const {
        for (const compact_block& b : network_.blocks())
            for (std::uint32_t t = 0; t < b.tasks; ++t)
                for (std::uint32_t k = 0; k < b.degree; ++k) {
                    const std::uint32_t line = b.first_link + k * b.tasks + t;
                    const std::uint32_t before = network_.source()[line] % network_.tasks();
                    take(before, b.first_task + t,
                         allowed(b, line, b.first_task + t) - start(before));
                }
        // What stands on an eve would stand a day later.
        for (const auto& [n, d] : day_links_)
            if (stands_on_eve(n)) {
                const std::uint32_t before = network_.position_of(d.before),
                                    after = network_.position_of(milestones_[n].task);
                take(before, after, start_asking(d, after, start(after) - 1) - start(before));
            }
    }

    /// Calls take(position of the predecessor, start that its link demands) for each link to the
    /// task. Cost: O(its links), plus a search for its block.
    template <class Take>
    void each_demand(std::uint32_t position, Take&& take) const {
        const compact_block& b = network_.block_of(position);
        for (std::uint32_t k = 0; k < b.degree; ++k) {
            const std::uint32_t line = b.first_link + k * b.tasks + (position - b.first_task);
            const std::uint32_t source = network_.source()[line];
            take(source % network_.tasks(), demand(b, line, position));
        }
    }

    /// Bytes held, the network's included, the calendars' not.
    std::size_t memory() const noexcept;

private:
    void take(std::span<const std::int32_t> durations, const task_bounds& bounds);
    std::optional<std::uint32_t> compute_uniform(std::int32_t critical_slack);
    std::optional<std::uint32_t> compute_mixed(std::int32_t critical_slack);
    struct lags;
    lags lags_of(const compact_block& b, std::uint32_t line, std::uint32_t position) const;
    std::int32_t demand(const compact_block& b, std::uint32_t line, std::uint32_t position) const;
    std::int32_t allowed(const compact_block& b, std::uint32_t line, std::uint32_t position) const;

    // Days of milestones (milestone_days.cpp).
    std::int32_t end_rank(std::uint32_t position) const noexcept {
        return mixed() ? calendar_of(position).rank(end_) : end_;
    }
    std::size_t milestone_at(std::uint32_t position) const noexcept;
    bool stands_on_day(std::uint32_t position) const noexcept {
        const std::size_t n = milestone_at(position);
        return n < milestones_.size() && !stands_on_eve(n);
    }
    void find_days();
    enum class limit : std::uint8_t { end, due };
    void bound_by_days(limit by);
    void hold_to_days(std::int32_t critical_slack);
    std::int32_t asked_by(const dependency& d, std::uint32_t after) const;
    boundary boundary_asking(const dependency& d, std::uint32_t after, std::int32_t rank) const;
    std::int32_t start_asking(const dependency& d, std::uint32_t after, std::int32_t rank) const;

    compact_network network_;
    wide_column<std::int32_t> duration_, earliest_, latest_;  // by position; last two: if any
    wide_column<std::int32_t> slack_;
    wide_column<std::uint8_t> critical_;
    wide_column<std::int32_t> due_;  // empty without latest_
    std::int32_t end_ = 0, least_end_ = 0;
    std::vector<milestone_bounds> milestones_;
    std::vector<std::pair<std::uint32_t, dependency>> day_links_;
    std::vector<std::int32_t> first_days_;  // as milestone_bounds::first, by all that asks for one
    // uniform
    wide_column<std::int32_t> start_, tail_;
    bool may_leave_calendars_ = false;
    // mixed: of every task the start, then of every task the finish
    wide_column<std::uint16_t> calendar_;
    std::vector<std::shared_ptr<const day_tables>> calendars_;
    wide_column<boundary> bounds_, late_, late_due_;
    boundary origin_ = 0;
};

}  // namespace mandate
