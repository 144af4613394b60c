#pragma once
// What a live schedule keeps: what the plan says, who is part of whom, and below that an editable
// schedule of the tasks that do work.

#include "graph/settle.hpp"
#include "graph/shared_column.hpp"
#include "graph/slack_blocks.hpp"
#include "mandate/graph/editable_schedule.hpp"
#include "mandate/graph/live_schedule.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mandate {

/// Tasks with parts are no tasks of the schedule below: links to and from them stand between their
/// parts, constraints and suspension hold for each part. The tree is made anew when it changes; the
/// numbers of links are kept beside, because the schedule below knows links by their ends only.
struct live_schedule::impl {
    using index = std::uint32_t;

    /// What the plan says of a task.
    struct told_task {
        std::int32_t duration = 0;
        index calendar = 0, agency = no_task, parent = no_task;
        civil_day not_before = no_day, must_start = no_day, not_after = no_day, deadline = no_day;
        task_progress progress;
        std::int32_t optimistic = -1, pessimistic = -1;
        bool suspended = false, removed = false;
    };
    /// What holds for a task that does work, with what holds for all it is part of.
    struct bounds {
        civil_day not_before, not_after;
        bool suspended;
    };

    impl(const plan& p, const schedule_policy& given);

    index tasks() const noexcept { return static_cast<index>(task.size()); }
    bool is_removed_link(index l) const { return link[l].before == no_task; }
    bool in_tree(index t) const { return tree && t + std::size_t{1} < tree->first_child.size(); }
    bool is_whole(index t) const {
        return in_tree(t) && tree->first_child[t] < tree->first_child[t + 1];
    }
    std::vector<index> leaves_of(index t) const {
        return is_whole(t) ? tree->leaves_of(t) : std::vector{t};
    }
    bool is_part_of(index t, index whole) const {
        while (t != no_task && t != whole) t = task[t].parent;
        return t == whole;
    }
    bounds bounds_of(index leaf) const;
    void begin_wholes();
    void require_task(index t) const;
    void require_link(index l) const;
    std::uint64_t links_between_parts(const dependency& d) const;
    /// Calls take(link between two that do work) for each that the link stands for.
    template <class Take>
    void each_between_leaves(const dependency& d, Take&& take) const {
        if (!is_whole(d.before) && !is_whole(d.after)) return take(d);
        const std::vector<index> after = leaves_of(d.after);
        for (const index b : leaves_of(d.before))
            for (const index a : after) take(dependency{b, a, d.lag, d.type, d.unit});
    }
    /// The link between two tasks, or what they are parts of, that asks most; among equals the
    /// first.
    index link_between(index before, index after) const;

    plan to_plan(std::vector<index>* numbers) const;
    void build();

    // ---- changes (live_changes.cpp)
    bool is_single(const plan_change& c) const;
    void apply(const plan_change& c);
    void finish();
    std::size_t last_in(std::span<const plan_change> changes, const error& cycle) const;
    void set_task(index t, plan_column column, std::int32_t value);
    void push(index leaf, const told_task& now, plan_column column);
    void add_link(const dependency& d);
    void put_link(index number, const dependency& d);
    void take_link(index number);
    void remove_task(index t);
    [[noreturn]] void refuse_cycle(const std::vector<index>& closed, index new_link,
                                   const dependency& as) const;

    schedule_policy policy;
    civil_day start;
    std::optional<civil_day> status_day;
    std::vector<std::shared_ptr<const work_calendar>> calendars;  // copies share them

    shared_column<told_task> task;
    shared_column<dependency> link;          // by number; of removed ones `before` is no_task
    slack_blocks links_of;                   // of each task: the numbers of its links
    std::shared_ptr<const part_lists> tree;  // null: no task has parts; copies share it
    std::optional<editable_schedule> dates;
    std::vector<index> must_begin;  // wholes that must start on a day
    std::vector<index> beginning;   // the parts that must, because such a whole begins with them

    // ---- while several changes are made: on a copy that is thrown away if one fails
    bool held = false;
    bool among_others = false;  // more than one: cycles are judged when all are made
    bool rebuild = false;       // the tree has changed: `dates` is made anew at the end
    std::vector<index> told_progress;
};

}  // namespace mandate
