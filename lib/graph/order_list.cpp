#include "graph/order_list.hpp"

#include <algorithm>

namespace mandate {

void order_list::assign(std::span<const std::uint32_t> order) {
    nodes_ = {};
    nodes_.resize(order.size() + 1, {0, 0, 0});
    const label gap = std::min(label{1} << 40, upper_end / static_cast<label>(order.size() + 2));
    std::uint32_t previous = 0;
    label at = 0;
    for (const std::uint32_t t : order) {
        at += gap;
        nodes_.write(previous).next = t + 1;
        nodes_.write(t + 1) = {at, 0, previous};
        previous = t + 1;
    }
    nodes_.write(0).previous = previous;
}

void order_list::append() {
    if (nodes_.size() == 0) nodes_.resize(1, {0, 0, 0});
    const auto task = static_cast<std::uint32_t>(nodes_.size() - 1);
    nodes_.resize(nodes_.size() + 1, {0, 0, 0});
    place(last(), {&task, 1});
}

void order_list::take_out(std::uint32_t task) {
    const node n = nodes_[task + 1];
    nodes_.write(n.previous).next = n.next;
    nodes_.write(n.next).previous = n.previous;
}

void order_list::place(std::uint32_t where, std::span<const std::uint32_t> tasks) {
    if (tasks.empty()) return;
    const std::uint32_t before = where + 1, after = nodes_[before].next;
    const auto count = static_cast<label>(tasks.size());
    label at = nodes_[before].at;
    // At the end there is room without end: no need to halve it again and again.
    const label room = std::min(label_after(before), at + (count + 1) * (label{1} << 40)) - at;
    const label gap = room / (count + 1);
    std::uint32_t previous = before;
    for (const std::uint32_t t : tasks) {
        at += gap;
        nodes_.write(previous).next = t + 1;
        nodes_.write(t + 1) = {at, after, previous};
        previous = t + 1;
    }
    nodes_.write(after).previous = previous;
    if (gap == 0) label_anew(tasks.front() + 1, previous, count);
}

// Widens the window [first, last] on both sides, twice as far each time, until its labels can stand
// 2^16 apart; the whole list can always be labelled.
void order_list::label_anew(std::uint32_t first, std::uint32_t last, std::int64_t count) {
    constexpr label wide = 1 << 16;
    for (std::int64_t step = 16;; step *= 2) {
        for (std::int64_t i = 0; i < step && nodes_[first].previous != 0; ++i, ++count)
            first = nodes_[first].previous;
        for (std::int64_t i = 0; i < step && nodes_[last].next != 0; ++i, ++count)
            last = nodes_[last].next;
        const bool whole = nodes_[first].previous == 0 && nodes_[last].next == 0;
        label at = nodes_[nodes_[first].previous].at;
        const label gap = (label_after(last) - at) / (count + 1);
        if (gap < wide && !whole) continue;
        for (std::uint32_t n = first;; n = nodes_[n].next) {
            at += gap;
            nodes_.write(n).at = at;
            if (n == last) return;
        }
    }
}

}  // namespace mandate
