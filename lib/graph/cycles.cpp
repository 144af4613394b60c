#include "mandate/graph/cycles.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

namespace mandate {
namespace {

using index = std::uint32_t;
constexpr index none = std::numeric_limits<index>::max();

// Links sorted by their first end, in the order given: those of u are order[first[u]] ..
// order[first[u + 1]].
struct outgoing {
    outgoing(std::size_t tasks, std::span<const dependency> links)
        : first(tasks + 1, 0), order(links.size()) {
        for (const dependency& d : links) ++first[d.before + 1];
        std::partial_sum(first.begin(), first.end(), first.begin());
        std::vector<index> next(first.begin(), first.end() - 1);
        for (index i = 0; i < links.size(); ++i) order[next[links[i].before]++] = i;
    }
    std::vector<index> first, order;
};

// Tarjan (1972), with the stack of calls as a vector: a task and the next of its links to look at.
std::vector<index> components(std::size_t tasks, std::span<const dependency> links,
                              const outgoing& out) {
    std::vector<index> component(tasks, none), number(tasks, none), low(tasks, 0);
    std::vector<index> path;
    std::vector<std::pair<index, index>> calls;
    index visited = 0, found = 0;
    for (index root = 0; root < tasks; ++root) {
        if (number[root] != none) continue;
        calls.emplace_back(root, out.first[root]);
        while (!calls.empty()) {
            auto& [t, link] = calls.back();
            if (number[t] == none) {
                number[t] = low[t] = visited++;
                path.push_back(t);
            }
            if (link < out.first[t + 1]) {
                const index next = links[out.order[link++]].after;
                if (number[next] == none)
                    calls.emplace_back(next, out.first[next]);
                else if (component[next] == none)
                    low[t] = std::min(low[t], number[next]);
                continue;
            }
            const index done = t;
            calls.pop_back();
            if (!calls.empty())
                low[calls.back().first] = std::min(low[calls.back().first], low[done]);
            if (low[done] != number[done]) continue;
            for (index member = none; member != done;) {
                member = path.back();
                path.pop_back();
                component[member] = found;
            }
            ++found;
        }
    }
    // Numbered anew, by smallest task.
    std::vector<index> renamed(found, none);
    index next = 0;
    for (index& c : component) {
        if (renamed[c] == none) renamed[c] = next++;
        c = renamed[c];
    }
    return component;
}

class knot_finder {
public:
    knot_finder(std::size_t tasks, std::span<const dependency> links, std::uint64_t work,
                std::size_t steps)
        : links_{links},
          out_{tasks, links},
          component_{components(tasks, links, out_)},
          came_by_(tasks, none),
          length_(tasks, none),
          place_(tasks, 0),
          work_{work},
          steps_{steps} {}

    std::vector<knot> run() {
        std::vector<knot> knots;
        std::vector<index> size(component_.size(), 0);
        for (const index c : component_) ++size[c];
        std::vector<bool> waits_for_itself(component_.size(), false);
        for (const dependency& d : links_)
            if (d.before == d.after) waits_for_itself[component_[d.before]] = true;
        std::vector<index> knot_of(component_.size(), none);
        for (index t = 0; t < component_.size(); ++t) {
            const index c = component_[t];
            if (size[c] < 2 && !waits_for_itself[c]) continue;
            if (knot_of[c] == none) {
                knot_of[c] = static_cast<index>(knots.size());
                knots.emplace_back();
            }
            knots[knot_of[c]].tasks.push_back(t);
        }
        for (knot& k : knots) {
            find_shortest(k);
            find_opening(k);
        }
        return knots;
    }

private:
    template <class Take>
    void each_inner_link(index task, Take&& take) {
        for (index i = out_.first[task]; i < out_.first[task + 1]; ++i) {
            const index link = out_.order[i];
            if (component_[links_[link].after] == component_[task]) take(link);
        }
    }

    // Breadth first from every task, no deeper than the shortest cycle so far: at first for cycles
    // of one or two links, then for longer ones, so that a long one costs little where a short one
    // is. The last search is always finished, so that there is a cycle to show.
    void find_shortest(knot& k) {
        const std::size_t all = k.tasks.size() + 1;
        if (is_ring(k)) {
            std::size_t shortest = all;
            k.shortest = cycle_through(k.tasks.front(), shortest);
            return;
        }
        for (std::size_t limit = 3; k.shortest.tasks.empty(); limit = 2 * limit - 1) {
            std::size_t shortest = std::min(limit, all);
            for (const index start : k.tasks) {
                if (shortest <= 1) return;
                if (used_ >= work_) {
                    k.truncated = true;
                    shortest = all;
                    if (k.shortest.tasks.empty())
                        k.shortest = cycle_through(k.tasks.front(), shortest);
                    return;
                }
                if (cycle found = cycle_through(start, shortest); !found.tasks.empty())
                    k.shortest = std::move(found);
            }
        }
    }

    // Has it no other cycle?
    bool is_ring(const knot& k) {
        std::size_t links = 0;
        for (const index t : k.tasks) each_inner_link(t, [&](index) { ++links; });
        return links == k.tasks.size();
    }

    // A shortest cycle through the task with fewer links than `shortest`, which becomes their
    // number; empty if there is none. Steps to parts and back cost nothing: what they reach is
    // looked at before what one more link reaches.
    cycle cycle_through(index start, std::size_t& shortest) {
        std::deque<index> open{start};
        std::vector<index> reached{start};
        index closing = none;
        length_[start] = 0;
        while (!open.empty()) {
            const index from = open.front();
            open.pop_front();
            if (length_[from] >= shortest) break;
            each_inner_link(from, [&](index link) {
                ++used_;
                const std::size_t length = length_[from] + (link < steps_ ? 0 : 1);
                const index to = links_[link].after;
                if (length >= shortest) return;
                if (to == start) {
                    closing = link;
                    shortest = length;
                } else if (length < length_[to]) {
                    if (length_[to] == none) reached.push_back(to);
                    length_[to] = static_cast<index>(length);
                    came_by_[to] = link;
                    link < steps_ ? open.push_front(to) : open.push_back(to);
                }
            });
        }
        cycle found;
        for (index link = closing; link != none;) {
            const index from = links_[link].before;
            found.tasks.push_back(from);
            found.links.push_back(link);
            link = from == start ? none : came_by_[from];
        }
        for (const index t : reached) came_by_[t] = length_[t] = none;
        std::reverse(found.tasks.begin(), found.tasks.end());
        std::reverse(found.links.begin(), found.links.end());
        return found;
    }

    // Eades, Lin and Smyth (1993): put the tasks into a row, always taking one that nothing waits
    // for to the right end, one that waits for nothing to the left end, else to the left the one
    // with the most links out over links in. The links that point to the left open the knot.
    void find_opening(knot& k) {
        struct counts {
            index in = 0, out = 0;
        };
        std::vector<counts> of(k.tasks.size());
        for (index i = 0; i < k.tasks.size(); ++i) place_[k.tasks[i]] = i;
        std::vector<std::pair<index, index>> arrows;  // by place; without loops
        std::vector<index> inner;
        for (const index t : k.tasks)
            each_inner_link(t, [&](index link) {
                inner.push_back(link);
                const index a = place_[t], b = place_[links_[link].after];
                if (a == b) return;
                arrows.emplace_back(a, b);
                ++of[a].out, ++of[b].in;
            });
        std::vector<std::vector<index>> to(k.tasks.size()), from(k.tasks.size());
        for (const auto& [a, b] : arrows) to[a].push_back(b), from[b].push_back(a);
        // Ordered by: right end first, then left end, then surplus; ties by number.
        const auto rank = [&](index i) {
            const auto large = static_cast<std::int64_t>(arrows.size()) + 1;
            const std::int64_t surplus = std::int64_t{of[i].out} - std::int64_t{of[i].in};
            return std::pair{of[i].out == 0 ? -2 * large : of[i].in == 0 ? -large : -surplus, i};
        };
        std::set<std::pair<std::int64_t, index>> waiting;
        for (index i = 0; i < of.size(); ++i) waiting.insert(rank(i));
        std::vector<index> row(of.size());  // place in the row
        index left = 0, right = static_cast<index>(of.size());
        while (!waiting.empty()) {
            const index i = waiting.begin()->second;
            waiting.erase(waiting.begin());
            row[i] = of[i].out == 0 ? --right : left++;
            const auto change = [&](index other, auto&& by) {
                const auto old = waiting.find(rank(other));
                const bool there = old != waiting.end();
                if (there) waiting.erase(old);
                by();
                if (there) waiting.insert(rank(other));
            };
            for (const index b : to[i]) change(b, [&] { --of[b].in; });
            for (const index a : from[i]) change(a, [&] { --of[a].out; });
        }
        std::vector<bool> kept(inner.size());
        for (index i = 0; i < inner.size(); ++i) {
            const dependency& d = links_[inner[i]];
            kept[i] = row[place_[d.before]] < row[place_[d.after]];
        }
        keep_steps(inner, kept, k.opening_links);
        take_back_superfluous(k, inner, kept);
        std::sort(k.opening_links.begin(), k.opening_links.end());
    }

    // What may have to go, the likeliest last. A step between a whole and its parts is no link that
    // somebody could take away: where the row wants one to go, all steps are kept instead, and of
    // the links as many as close no cycle with them.
    void keep_steps(std::span<const index> inner, std::vector<bool>& kept,
                    std::vector<index>& candidates) const {
        bool all_steps = true;
        for (std::size_t i = 0; i < inner.size(); ++i) all_steps &= kept[i] || inner[i] >= steps_;
        if (!all_steps)
            for (std::size_t i = 0; i < inner.size(); ++i)
                if (inner[i] >= steps_ && kept[i]) candidates.push_back(inner[i]);
        for (std::size_t i = 0; i < inner.size(); ++i)
            if (inner[i] >= steps_ && !kept[i]) candidates.push_back(inner[i]);
        if (all_steps) return;
        for (std::size_t i = 0; i < inner.size(); ++i) kept[i] = inner[i] < steps_;
    }

    // A link that closes no cycle with those kept need not go. Each is one search; the work allowed
    // is shared with the search for shortest cycles.
    void take_back_superfluous(knot& k, std::span<const index> inner,
                               const std::vector<bool>& kept) {
        std::vector<std::vector<index>> to(k.tasks.size());
        for (std::size_t i = 0; i < inner.size(); ++i)
            if (kept[i])
                to[place_[links_[inner[i]].before]].push_back(place_[links_[inner[i]].after]);
        std::vector<index> needed, seen(k.tasks.size(), none), open;
        for (const index link : k.opening_links) {
            const index a = place_[links_[link].before], b = place_[links_[link].after];
            bool closes = a == b || used_ >= work_;
            open.assign(1, b);
            seen[b] = link;
            while (!open.empty() && !closes) {
                const index t = open.back();
                open.pop_back();
                for (const index next : to[t]) {
                    ++used_;
                    closes |= next == a;
                    if (seen[next] == link) continue;
                    seen[next] = link;
                    open.push_back(next);
                }
            }
            if (closes)
                needed.push_back(link);
            else
                to[a].push_back(b);
        }
        k.opening_links = std::move(needed);
    }

    const std::span<const dependency> links_;
    const outgoing out_;
    const std::vector<index> component_;
    std::vector<index> came_by_;
    std::vector<index> length_;  // of the way so far, in links
    std::vector<index> place_;
    const std::uint64_t work_;
    const std::size_t steps_;
    std::uint64_t used_ = 0;
};

}  // namespace

std::vector<index> strong_components(std::size_t tasks, std::span<const dependency> links) {
    return components(tasks, links, outgoing{tasks, links});
}

std::vector<knot> find_knots(std::size_t tasks, std::span<const dependency> links,
                             std::uint64_t work, std::size_t steps) {
    return knot_finder{tasks, links, work, steps}.run();
}

}  // namespace mandate
