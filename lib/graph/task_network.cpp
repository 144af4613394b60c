#include "mandate/graph/task_network.hpp"

#include <algorithm>
#include <bit>
#include <deque>
#include <limits>

namespace mandate {

// Counting sort of the dependencies by their first end.
task_network::task_network(std::size_t tasks, std::span<const dependency> dependencies)
    : first_(tasks + 1, 0), after_(dependencies.size()) {
    for (const dependency& d : dependencies) ++first_[d.before + 1];
    for (std::size_t i = 0; i < tasks; ++i) first_[i + 1] += first_[i];
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (const dependency& d : dependencies) after_[next[d.before]++] = d.after;
}

// Kahn, 1962: take away tasks that wait for nothing; what cannot be taken away is on a cycle or
// behind one.
std::vector<std::uint32_t> task_network::order() const {
    std::vector<std::uint32_t> waits(tasks(), 0);
    for (const std::uint32_t t : after_) ++waits[t];
    std::vector<std::uint32_t> taken;
    for (std::uint32_t t = 0; t < tasks(); ++t)
        if (waits[t] == 0) taken.push_back(t);
    for (std::size_t i = 0; i < taken.size(); ++i)
        for (const std::uint32_t s : successors(taken[i]))
            if (--waits[s] == 0) taken.push_back(s);
    return taken;
}

bool task_network::has_cycle() const { return order().size() != tasks(); }

// Breadth first; what a step that costs nothing reaches is looked at before what one more reaches.
std::vector<std::uint32_t> task_network::shortest_way(
    std::uint32_t from, std::uint32_t to,
    const std::function<bool(std::uint32_t, std::uint32_t)>& costs_nothing) const {
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> came_from(tasks(), unseen), length(tasks(), unseen);
    std::deque<std::uint32_t> open{from};
    came_from[from] = from;
    length[from] = 0;
    while (!open.empty() && open.front() != to) {
        const std::uint32_t t = open.front();
        open.pop_front();
        for (const std::uint32_t s : successors(t)) {
            const bool free = costs_nothing && costs_nothing(t, s);
            const std::uint32_t longer = length[t] + (free ? 0 : 1);
            if (longer >= length[s]) continue;
            length[s] = longer;
            came_from[s] = t;
            free ? open.push_front(s) : open.push_back(s);
        }
    }
    if (came_from[to] == unseen) return {};
    std::vector<std::uint32_t> way{to};
    while (way.back() != from) way.push_back(came_from[way.back()]);
    std::reverse(way.begin(), way.end());
    return way;
}

// 64 tasks at once, one bit each: their bits flow along the dependencies, in order.
std::vector<std::uint32_t> task_network::count_waiting(const std::vector<bool>& counted) const {
    const std::vector<std::uint32_t> in_order = order();
    std::vector<std::uint32_t> count(tasks(), 0), some;
    std::vector<std::uint64_t> waits(tasks());
    const auto count_some = [&] {
        std::fill(waits.begin(), waits.end(), 0);
        for (std::size_t bit = 0; bit < some.size(); ++bit)
            for (const std::uint32_t s : successors(some[bit])) waits[s] |= std::uint64_t{1} << bit;
        for (const std::uint32_t t : in_order) {
            std::uint64_t bits = waits[t];
            if (bits == 0) continue;
            for (const std::uint32_t s : successors(t)) waits[s] |= bits;
            if (!counted.empty() && !counted[t]) continue;
            for (; bits != 0; bits &= bits - 1)
                ++count[some[static_cast<std::size_t>(std::countr_zero(bits))]];
        }
        some.clear();
    };
    for (const std::uint32_t t : in_order) {
        if (successors(t).empty()) continue;
        some.push_back(t);
        if (some.size() == 64) count_some();
    }
    if (!some.empty()) count_some();
    return count;
}

}  // namespace mandate
