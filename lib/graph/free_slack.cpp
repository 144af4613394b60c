// How long a task can wait without moving another one. A task with parts waits with all of them, so
// links between its own parts count for nothing: its free slack is the least of all links that lead
// out of it, and of what its parts leave to the end.
//
// From the least upwards, each link is told to all wholes it leads out of: from the whole of its
// first task up to the last one that its second task is no part of. Whoever was told a lesser one
// is skipped, with all such above it (union by path compression), so each whole is visited once.
#include "graph/schedule_impl.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;

class wholes {
public:
    explicit wholes(const part_lists& parts)
        : parent_(parts.first_child.size() - 1, no_task),
          first_(parent_.size()),
          last_(parent_.size()),
          told_(parent_.size(), false),
          above_(parent_.size()) {
        for (index t = 0; t < parent_.size(); ++t)
            for (index k = parts.first_child[t]; k < parts.first_child[t + 1]; ++k)
                parent_[parts.children[k]] = t;
        above_ = parent_;
        number(parts);
    }

    /// Calls tell(whole) for each not yet told whole of `task` that `other` is no part of; of
    /// no_task all are.
    template <class Tell>
    void each_left(index task, index other, Tell&& tell) {
        for (index w = next_untold(parent_[task]); w != no_task && !has(w, other);
             w = next_untold(w)) {
            tell(w);
            told_[w] = true;
        }
    }

private:
    // What is below a task has the numbers from its own to its last.
    void number(const part_lists& parts) {
        std::vector<index> open, order;
        for (index t = 0; t < parent_.size(); ++t)
            if (parent_[t] == no_task) open.push_back(t);
        order.reserve(parent_.size());
        while (!open.empty()) {
            const index t = open.back();
            open.pop_back();
            first_[t] = last_[t] = static_cast<index>(order.size());
            order.push_back(t);
            for (index k = parts.first_child[t]; k < parts.first_child[t + 1]; ++k)
                open.push_back(parts.children[k]);
        }
        for (std::size_t i = order.size(); i-- > 0;)
            if (const index up = parent_[order[i]]; up != no_task)
                last_[up] = std::max(last_[up], last_[order[i]]);
    }
    bool has(index whole, index task) const {
        return task != no_task && first_[whole] <= first_[task] && first_[task] <= last_[whole];
    }
    index next_untold(index w) {
        index top = w;
        while (top != no_task && told_[top]) top = above_[top];
        while (w != no_task && told_[w]) w = std::exchange(above_[w], top);
        return top;
    }

    std::vector<index> parent_, first_, last_;
    std::vector<bool> told_;
    std::vector<index> above_;  // of a told one: where to look next
};

}  // namespace

std::vector<std::int32_t> schedule::free_slack() const {
    const impl& s = *self_;
    const compact_network& network = s.passes->network();
    const auto is_open = [&](index task) {
        const progress state = s.state_of(task);
        return state != progress::finished && state != progress::no_forecast &&
               (s.is_summary.empty() || s.is_summary[task] == 0);
    };
    std::vector<std::int32_t> slack(tasks(), 0);
    const std::vector<std::int32_t> by_position = s.passes->free_slack();
    for (index t = 0; t < tasks(); ++t)
        if (is_open(t)) slack[t] = by_position[network.position_of(t)];
    if (s.is_summary.empty()) return slack;

    struct limit {
        std::int32_t days;
        index task, other;  // no_task: the end
    };
    std::vector<limit> limits;
    for (index t = 0; t < tasks(); ++t)
        if (is_open(t))
            limits.push_back({s.passes->slack_to_own_end(network.position_of(t)), t, no_task});
    s.passes->each_slack([&](index before, index after, std::int32_t days) {
        if (is_open(network.task_at(before)))
            limits.push_back({days, network.task_at(before), network.task_at(after)});
    });
    std::sort(limits.begin(), limits.end(),
              [](const limit& a, const limit& b) { return a.days < b.days; });
    wholes all{s.parts};
    for (const limit& l : limits)
        all.each_left(l.task, l.other, [&](index whole) { slack[whole] = l.days; });
    return slack;
}

}  // namespace mandate
