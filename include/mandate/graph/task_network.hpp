#pragma once
// Who waits for whom: tasks as vertices, dependencies as edges from the task that goes first.

#include "mandate/graph/dependency.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace mandate {

/// Built at once, never changed: one column of successors, rows found by offset. 4 bytes a task and
/// 4 a dependency. Any thread.
class task_network {
public:
    /// @pre every end is below `tasks`. Duplicate dependencies are kept and harmless.
    /// Cost: O(tasks + dependencies).
    task_network(std::size_t tasks, std::span<const dependency> dependencies);

    std::size_t tasks() const noexcept { return first_.size() - 1; }
    std::span<const std::uint32_t> successors(std::uint32_t task) const noexcept {
        return {after_.data() + first_[task], after_.data() + first_[task + 1]};
    }

    /// True if some tasks wait for themselves. Cost: O(tasks + dependencies), not recursive.
    bool has_cycle() const;

    /// A shortest way from one task to another along dependencies, both included; empty if there
    /// is none. from == to gives that one task. `costs_nothing`: steps that make no way longer.
    /// Cost: O(tasks + dependencies), not recursive.
    std::vector<std::uint32_t> shortest_way(
        std::uint32_t from, std::uint32_t to,
        const std::function<bool(std::uint32_t, std::uint32_t)>& costs_nothing = {}) const;

    /// For each task, how many others wait for it, directly or through others. `counted`: by task;
    /// empty: all are; through those that are not others wait all the same.
    /// @pre has_cycle() is false. Cost: O(tasks + dependencies) for every 64 tasks that have
    /// successors.
    std::vector<std::uint32_t> count_waiting(const std::vector<bool>& counted = {}) const;

private:
    // Every task after those it waits for; without those on a cycle or behind one.
    std::vector<std::uint32_t> order() const;

    std::vector<std::uint32_t> first_;  // successors of i: after_[first_[i] .. first_[i+1])
    std::vector<std::uint32_t> after_;
};

}  // namespace mandate
