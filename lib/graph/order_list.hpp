#pragma once
// A list of tasks whose order can be compared at once and changed anywhere.

#include "graph/shared_column.hpp"

#include <cstdint>
#include <span>

namespace mandate {

/// Tasks in a row, each with a label that grows along it, so that two of them are compared by two
/// look-ups. Labels have gaps; where a gap is used up, as many neighbours as needed are labelled
/// anew (order maintenance after Dietz & Sleator, 1987, in its simplest form). 16 bytes a task.
class order_list {
public:
    using label = std::int64_t;

    label at(std::uint32_t task) const noexcept { return nodes_[task + 1].at; }
    bool before(std::uint32_t a, std::uint32_t b) const noexcept { return at(a) < at(b); }
    /// at() of this task will be asked soon.
    void fetch(std::uint32_t task) const noexcept { __builtin_prefetch(&nodes_[task + 1]); }
    std::uint32_t tasks() const noexcept {
        return nodes_.size() == 0 ? 0 : static_cast<std::uint32_t>(nodes_.size() - 1);
    }

    std::size_t memory() const noexcept { return nodes_.memory(); }

    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    /// The ends and neighbours; none beyond the ends.
    std::uint32_t first() const noexcept { return nodes_[0].next - 1; }
    std::uint32_t last() const noexcept { return nodes_[0].previous - 1; }
    std::uint32_t next(std::uint32_t task) const noexcept { return nodes_[task + 1].next - 1; }
    std::uint32_t previous(std::uint32_t task) const noexcept {
        return nodes_[task + 1].previous - 1;
    }

    /// All tasks, in this order.
    void assign(std::span<const std::uint32_t> order);
    /// A new task, with the next number, at the end.
    void append();
    /// Takes a task out; it must be put back by place() before anything else is asked.
    void take_out(std::uint32_t task);
    /// Puts tasks that were taken out after `where` (none: at the front), in this order.
    /// Cost: O(tasks placed), and rarely the labelling of neighbours.
    void place(std::uint32_t where, std::span<const std::uint32_t> tasks);

private:
    // Node 0 closes the ring: it stands before the first and after the last. Task t is node t + 1.
    struct node {
        label at;
        std::uint32_t next, previous;
    };
    static constexpr label upper_end = label{1} << 62;
    label label_after(std::uint32_t n) const noexcept {
        return nodes_[n].next == 0 ? upper_end : nodes_[nodes_[n].next].at;
    }
    void label_anew(std::uint32_t first, std::uint32_t last, std::int64_t count);

    shared_column<node> nodes_;
};

}  // namespace mandate
