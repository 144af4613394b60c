#pragma once
// What an editable schedule keeps, and the arithmetic of its links.

#include "graph/compact_schedule.hpp"
#include "graph/order_list.hpp"
#include "graph/settle.hpp"
#include "graph/shared_column.hpp"
#include "graph/slack_blocks.hpp"
#include "graph/work_list.hpp"
#include "mandate/graph/editable_schedule.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace mandate {

/// Tasks are known by slots inside: their places in the order that the plan had at first, so that
/// what is looked at together stands together. Ranks are those of the task's own calendar,
/// everywhere.
///
/// Three columns are kept right. Each is the maximum of a base value of the task and of what each
/// link asks, so one algorithm serves all of them:
///
///   start   earliest start; asked by predecessors
///   back    asked by successors. Uniform: the tail, the longest way from the task's start to the
///           end, so that a later end costs nothing. Mixed: minus the latest start, which depends
///           on the end.
///   due     minus the latest start by constraints; asked by successors; -no_bound: none
struct editable_schedule::impl {
    using index = std::uint32_t;
    using progress = scheduled_task::progress;
    enum class column : std::uint8_t { back, due };

    /// All that a link needs of a task, in a quarter of a cache line.
    struct dates {
        std::int32_t start = 0;
        std::int32_t duration = 0;  // what is left
        std::int32_t back = 0;
        std::int32_t due = -no_bound;
    };
    struct constraint_days {
        civil_day not_before = no_day, must_start = no_day, not_after = no_day;
    };
    struct progress_days {
        progress state = progress::not_started;  // no_forecast: removed
        bool suspended = false;
        bool lost = false;  // suspended, or waits for what is: it has no forecast
        civil_day started = no_day, finished = no_day, released = no_day;
        std::int32_t remaining = -1;
        std::int32_t planned = 0;  // the duration where there is no progress
    };

    impl(const plan& p, const schedule_policy& policy);

    // ---- the plan
    index tasks() const noexcept { return static_cast<index>(row.size()); }
    const day_tables& days_of(index t) const {
        return *tables[calendar.size() == 0 ? 0 : calendar[t]];
    }
    progress state_of(index t) const {
        if (reported.size() == 0) return progress::not_started;
        return reported[t].lost ? progress::no_forecast : reported[t].state;
    }
    bool is_lost(index t) const { return reported.size() > 0 && reported[t].lost; }
    bool is_fixed(index t) const {
        const progress s = state_of(t);
        return s == progress::finished || s == progress::no_forecast;
    }
    std::int32_t earliest(index t) const;
    std::int32_t latest(index t) const;

    // ---- on which day a milestone stands (milestone_days.cpp says how that is meant)
    /// One that is ahead. Most tasks are none, and that is seen at once.
    bool is_milestone(index t) const { return row[t].duration == 0 && !is_fixed(t); }
    /// Of a link to a milestone.
    bool asks_day(half_link link) const noexcept {
        return !asks_eve(policy, link.from_finish(), link.calendar_days());
    }
    bool asks_day(index after, half_link link) const {
        return row[after].duration == 0 && asks_day(link) && is_milestone(after);
    }
    /// Does the length?
    bool counts_milestones() const noexcept {
        return policy.milestones == schedule_policy::milestone::day_of_predecessor;
    }
    bool stands_on_day(index t) const { return is_milestone(t) && first_day[t] == row[t].start; }
    /// What a link has to ask for to decide something.
    std::int32_t decided(index after, half_link link) const {
        return asks_day(after, link) ? first_day[after] : row[after].start;
    }
    /// What a task of one day in the place of the milestone would have in the column.
    std::int32_t day_value(column c, index t) const;
    /// The value at the end of a link as the link sees it.
    std::int32_t seen(column c, index after, std::int32_t value, half_link link) const {
        return asks_day(after, link) ? std::max(value, day_value(c, after)) : value;
    }
    template <bool Mixed>
    std::int32_t evaluate_day(index t) const;
    std::int32_t end_rank(index t) const { return mixed ? days_of(t).rank(end_key) : end_key; }
    void need_days() {
        has_milestones = true;
        first_day.resize(tasks(), -no_bound);
    }
    bool link_counts(index before, index after, half_link link) const;
    bool evaluate_lost(index t) const;
    /// Does what waits at this link have no forecast, because the task that goes first has none?
    bool loses(half_link link) const {
        const progress_days& before = reported[link.other];
        return before.lost && (before.state != progress::started || link.from_finish());
    }

    // ---- what links ask; `value`: the column's value of the task at the other end
    template <bool Mixed>
    std::int32_t asked_start(index before, std::int32_t value, index after, half_link link) const;
    template <bool Mixed>
    std::int32_t asked_back(index before, index after, std::int32_t value, half_link link) const;
    template <bool Mixed>
    std::int32_t base(column c, index t) const;
    /// Uniform and without progress, a link asks for the other end's value and this.
    std::int32_t weight(const dates& before, const dates& after, half_link link) const noexcept {
        return link.lag() + (link.from_finish() ? before.duration : 0) -
               (link.to_finish() ? after.duration : 0);
    }
    bool has_progress() const noexcept { return reported.size() > 0; }
    std::int32_t finish_key(index t, std::int32_t start_of_t) const;

    // ---- keeping columns right (propagate.cpp)
    void settle();
    void recompute();
    bool consistent() const;
    void settle_lost();
    template <bool Mixed>
    void settle_in();
    template <bool Mixed>
    std::int32_t evaluate_start(index t) const;
    template <bool Mixed>
    std::int32_t evaluate(column c, index t) const;
    template <bool Mixed>
    void pass_start();
    template <bool Mixed>
    void pass(column c);
    template <bool Mixed>
    void propagate_start();
    template <bool Mixed>
    void propagate(column c);
    void seed_start(index t) { start_seeds.push_back(t); }
    void seed_back(index t) { back_seeds.push_back(t); }
    /// Where nothing is suspended, nothing is lost.
    void seed_lost(index t) {
        if (suspended > 0 || !lost_seeds.empty()) lost_seeds.push_back(t);
    }
    void count_finish(index t, std::int32_t by);
    void count_key(std::int32_t key, std::int32_t by);
    void take_end();
    std::int32_t least_key() const { return mixed ? origin : tables[0]->rank(origin); }
    static std::int32_t dates::*of(column c) noexcept {
        return c == column::back ? &dates::back : &dates::due;
    }
    bool has_due() const noexcept { return constraints.size() > 0; }

    // ---- order (order_links.cpp)
    /// Makes `before` stand before `after`; else the cycle that a link between them would close.
    std::vector<index> bring_into_order(index before, index after);

    // ---- changes
    /// Seeds all whose dates hang on this one's own values. Call it before and after a change.
    void seed_around(index t);
    void change_duration(index t, std::int32_t days);
    void seed_link(index before, index after, half_link link);
    bool drop_link(index before, index after, std::int32_t as_packed);
    /// What is left of a task's duration.
    static std::int32_t left_of(const progress_days& r);
    std::int32_t planned(index t) const {
        return reported.size() > 0 ? reported[t].planned : row[t].duration;
    }
    static progress_days days_told(const task_progress& told, std::int32_t planned);
    static std::vector<index> first_order(const plan& p);
    void take_task(index slot, index task, const plan& p);
    void take_links(const plan& p);
    void need_constraints();
    void need_progress();
    void grow_progress();
    bool one_calendar_rules() const;
    void need_mixed();
    void change_progress(index t, const progress_days& to);
    void set_days(index t, civil_day constraint_days::*which, civil_day day, const char* name);
    /// @throws error{errc::invalid_argument} if there is no such task, or not any more.
    index slot(index task) const;

    schedule_policy policy;
    boundary origin = 0;
    std::optional<civil_day> status_day;
    bool mixed = false;
    bool has_milestones = false;                            // or had
    std::vector<std::shared_ptr<const day_tables>> tables;  // by number of the plan

    shared_column<index> slot_of, task_of;       // all else is by slot
    shared_column<dates> row;                    // due counts only with constraints
    shared_column<std::uint32_t> calendar;       // empty: all 0
    shared_column<constraint_days> constraints;  // empty: none
    shared_column<progress_days> reported;       // empty: no status day
    shared_column<std::int32_t> first_day;       // as milestone_bounds::first; empty: none
    slack_blocks in, out;
    order_list order;

    shared_column<std::int32_t> finishing;  // tasks by finish_key
    std::int32_t end_key = 0;
    std::int32_t first_rank = 0;   // of the origin; of a uniform plan
    std::int32_t settled_end = 0;  // end_key when all was right last
    index suspended = 0;           // how many tasks

    // ---- between hold and settle
    bool held = false, all_dirty = false;
    std::vector<index> start_seeds, back_seeds, lost_seeds;
    change_cost cost;

    // ---- scratch; not copied, made when first needed
    struct reached {  // by a search for an order
        std::uint32_t round = 0;
        index from = 0;
    };
    using entry = work_list::entry;
    struct scratch {
        work_list open;
        wide_column<reached> reached_by;  // by task
        std::vector<entry> right_of, left_of;
        std::vector<index> taken_forward, taken_backward, moving;
        std::uint32_t round = 0;
        // Each search marks in two colours of its own: a round, and the round after it.
        std::uint32_t next_round() {
            round += 2;
            if (round == 0) {  // all have been used
                std::fill(reached_by.begin(), reached_by.end(), reached{});
                round = 2;
            }
            return round;
        }
    };
    struct scratch_owner {  // a copy of the schedule begins without
        scratch_owner() = default;
        scratch_owner(const scratch_owner&) {}
        scratch_owner(scratch_owner&&) noexcept = default;
        scratch_owner& operator=(scratch_owner&&) noexcept = default;
        std::unique_ptr<scratch> value;
    } scratch_of;
    scratch& work();
};

// A started task's start is what happened, not where the rest of its work begins: links from it
// count from there. A finished task's finish is the day on which its links let go.
template <bool Mixed>
std::int32_t editable_schedule::impl::asked_start(index before, std::int32_t value, index after,
                                                  half_link link) const {
    const bool finish = link.from_finish();
    const std::int32_t less = link.to_finish() ? row[after].duration : 0;
    if (reported.size() > 0) {
        const progress_days& r = reported[before];
        if (r.state == progress::finished || (r.state == progress::started && !finish)) {
            const boundary from =
                !finish ? boundary_before(r.started != no_day ? r.started : r.finished)
                : r.released != no_day ? boundary_after(r.released)
                                       : boundary_after(r.finished);
            const bool civil = link.calendar_days();
            return days_of(after).rank(from + (civil ? link.lag() : 0)) + (civil ? 0 : link.lag()) -
                   less;
        }
    }
    if constexpr (!Mixed) {
        return value + (finish ? row[before].duration : 0) + link.lag() - less;
    } else {
        const day_tables& days = days_of(before);
        const boundary from =
            finish ? days.finish(value, row[before].duration) : days.before(value);
        if (link.calendar_days()) return days_of(after).rank(from + link.lag()) - less;
        return days_of(after).rank(from) + link.lag() - less;
    }
}

template <bool Mixed>
std::int32_t editable_schedule::impl::asked_back(index before, index after, std::int32_t value,
                                                 half_link link) const {
    const bool finish = link.from_finish();
    const std::int32_t less = link.to_finish() ? row[after].duration : 0;
    if constexpr (!Mixed) {
        return value + (finish ? row[before].duration : 0) + link.lag() - less;
    } else {
        const bool civil = link.calendar_days();
        const std::int32_t rank = -value + less - (civil ? 0 : link.lag());
        const boundary by = days_of(after).before(rank) - (civil ? link.lag() : 0);
        const day_tables& days = days_of(before);
        return finish ? -days.latest_start_by_finish(by, row[before].duration)
                      : -days.latest_start_by_start(by);
    }
}

}  // namespace mandate
