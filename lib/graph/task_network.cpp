#include "mandate/graph/task_network.hpp"

#include <algorithm>
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
bool task_network::has_cycle() const {
    std::vector<std::uint32_t> waits(tasks(), 0);
    for (const std::uint32_t t : after_) ++waits[t];
    std::vector<std::uint32_t> ready;
    for (std::uint32_t t = 0; t < tasks(); ++t)
        if (waits[t] == 0) ready.push_back(t);
    std::size_t taken = 0;
    while (!ready.empty()) {
        const std::uint32_t t = ready.back();
        ready.pop_back();
        ++taken;
        for (const std::uint32_t s : successors(t))
            if (--waits[s] == 0) ready.push_back(s);
    }
    return taken != tasks();
}

std::vector<std::uint32_t> task_network::shortest_way(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> came_from(tasks(), unseen);
    std::vector<std::uint32_t> wave{from};
    came_from[from] = from;
    for (std::size_t i = 0; i < wave.size() && came_from[to] == unseen; ++i)
        for (const std::uint32_t s : successors(wave[i]))
            if (came_from[s] == unseen) {
                came_from[s] = wave[i];
                wave.push_back(s);
            }
    if (came_from[to] == unseen) return {};
    std::vector<std::uint32_t> way{to};
    while (way.back() != from) way.push_back(came_from[way.back()]);
    std::reverse(way.begin(), way.end());
    return way;
}

std::vector<std::uint32_t> task_network::waiting_for(std::uint32_t task) const {
    std::vector<bool> seen(tasks(), false);
    std::vector<std::uint32_t> reached{task};
    seen[task] = true;
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (const std::uint32_t s : successors(reached[i]))
            if (!seen[s]) {
                seen[s] = true;
                reached.push_back(s);
            }
    reached.erase(reached.begin());
    std::sort(reached.begin(), reached.end());
    return reached;
}

}  // namespace mandate
