// Three steps, each a sequence of counting sorts, because what costs time here is not arithmetic
// but the 64 bytes that every random access fetches:
//
//  1. levels, by Kahn's algorithm (1962): take away the tasks that wait for nothing, wave by wave;
//     the wave is the level. What cannot be taken away is on a cycle or behind one.
//  2. the order: stable sorts by kind of lag, calendar, in-degree, level, in this sequence.
//  3. the columns: each link goes to the next free line of its successor.
#include "graph/compact_network.hpp"

#include <algorithm>
#include <numeric>

namespace mandate {
namespace {

using index = std::uint32_t;

// Successors of u: after[first[u]] .. after[first[u + 1]].
struct successor_lists {
    successor_lists(std::size_t tasks, std::span<const dependency> links)
        : first(tasks + 2, 0), after(links.size()) {
        // Counted one place late, so that filling moves each first to where it belongs.
        for (const dependency& d : links) ++first[d.before + 2];
        std::partial_sum(first.begin(), first.end(), first.begin());
        for (const dependency& d : links) after[first[d.before + 1]++] = d.after;
    }
    std::vector<index> first;
    std::vector<index> after;
};

// The level of each task; empty if there is a cycle.
std::vector<index> levels_of(std::span<const index> degree, std::span<const dependency> links) {
    const auto n = static_cast<index>(degree.size());
    const successor_lists successors{n, links};
    std::vector<index> waits(degree.begin(), degree.end());
    std::vector<index> level(n, 0);
    std::vector<index> taken;
    taken.reserve(n);
    for (index t = 0; t < n; ++t)
        if (waits[t] == 0) taken.push_back(t);
    // A wave ends where the next one began; all that a wave sets free is in the next one.
    index wave = 0;
    for (std::size_t i = 0, end = taken.size(); i < taken.size(); ++wave, end = taken.size())
        for (; i < end; ++i) {
            const index u = taken[i];
            level[u] = wave;
            for (index k = successors.first[u]; k < successors.first[u + 1]; ++k)
                if (--waits[successors.after[k]] == 0) taken.push_back(successors.after[k]);
        }
    if (taken.size() < n) level.clear();
    return level;
}

// Sorts the tasks by key, keeping the order of equal ones.
void sort_by(wide_column<index>& tasks, std::span<const index> key) {
    std::vector<index> first(*std::max_element(key.begin(), key.end()) + std::size_t{2}, 0);
    for (const index k : key) ++first[k + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    wide_column<index> sorted(tasks.size());
    for (const index t : tasks) sorted[first[key[t]]++] = t;
    tasks.swap(sorted);
}

constexpr std::int32_t uniform_weight(const dependency& d, std::int32_t before,
                                      std::int32_t after) noexcept {
    return d.lag + (from_finish(d.type) ? before : 0) - (to_finish(d.type) ? after : 0);
}

constexpr std::int32_t mixed_weight(const dependency& d, bool calendar_lags,
                                    std::int32_t after) noexcept {
    if (!calendar_lags) return d.lag - (to_finish(d.type) ? after : 0);
    return d.lag * 4 + (to_finish(d.type) ? 2 : 0) + (d.unit == lag_unit::calendar_days ? 1 : 0);
}

}  // namespace

std::optional<compact_network> compact_network::build(form kind,
                                                      std::span<const std::int32_t> durations,
                                                      std::span<const index> calendar_of,
                                                      std::span<const dependency> links) {
    const std::size_t n = durations.size();
    compact_network made;
    made.kind_ = kind;
    if (n == 0) return made;
    std::vector<index> degree(n, 0);
    for (const dependency& d : links) ++degree[d.after];
    const std::vector<index> level = levels_of(degree, links);
    if (level.empty()) return std::nullopt;
    std::vector<index> calendar_lags;
    if (kind == form::mixed) {
        calendar_lags.resize(n, 0);
        for (const dependency& d : links)
            if (has_calendar_lag(d)) calendar_lags[d.after] = 1;
    }
    made.order_tasks(level, degree, calendar_of, calendar_lags);
    made.fill_columns(durations, links);
    return made;
}

void compact_network::order_tasks(std::span<const index> level, std::span<const index> degree,
                                  std::span<const index> calendar_of,
                                  std::span<const index> calendar_lags) {
    const auto n = static_cast<index>(level.size());
    const auto calendar = [&](index t) { return calendar_of.empty() ? 0 : calendar_of[t]; };
    const auto civil = [&](index t) { return !calendar_lags.empty() && calendar_lags[t] != 0; };
    task_at_.resize(n);
    std::iota(task_at_.begin(), task_at_.end(), 0);
    if (!calendar_lags.empty()) sort_by(task_at_, calendar_lags);
    if (!calendar_of.empty()) sort_by(task_at_, calendar_of);
    sort_by(task_at_, degree);
    sort_by(task_at_, level);
    position_of_.resize(n);
    index links = 0;
    const compact_block* last = nullptr;
    index last_level = 0;
    for (index p = 0; p < n; ++p) {
        const index t = task_at_[p];
        position_of_[t] = p;
        if (last == nullptr || last_level != level[t] || last->degree != degree[t] ||
            last->calendar != calendar(t) || last->calendar_lags != civil(t)) {
            blocks_.push_back({p, 0, degree[t], links, calendar(t), civil(t)});
            last = &blocks_.back();
            last_level = level[t];
        }
        ++blocks_.back().tasks;
        links += degree[t];
    }
}

void compact_network::fill_columns(std::span<const std::int32_t> durations,
                                   std::span<const dependency> links) {
    // All that a link needs of one of its ends, in a quarter of a cache line.
    struct end_of_link {
        index next_line;
        index lines_apart : 31;
        index calendar_lags : 1;
        index position;
        std::int32_t duration;
    };
    wide_column<end_of_link> ends(durations.size());
    for (const compact_block& b : blocks_)
        for (index i = 0; i < b.tasks; ++i) {
            const index t = task_at_[b.first_task + i];
            ends[t] = {b.first_link + i, b.tasks & 0x7FFF'FFFFU, b.calendar_lags ? 1U : 0U,
                       b.first_task + i, durations[t]};
        }
    source_.resize(links.size());
    weight_.resize(links.size());
    const bool mixed = kind_ == form::mixed;
    for (const dependency& d : links) {
        const end_of_link& before = ends[d.before];
        end_of_link& after = ends[d.after];
        const index line = after.next_line;
        after.next_line += after.lines_apart;
        source_[line] = before.position + (mixed && from_finish(d.type) ? tasks() : 0);
        weight_[line] = mixed ? mixed_weight(d, after.calendar_lags != 0, after.duration)
                              : uniform_weight(d, before.duration, after.duration);
    }
}

std::size_t compact_network::memory() const noexcept {
    return (task_at_.capacity() + position_of_.capacity() + source_.capacity() +
            weight_.capacity()) *
               4 +
           blocks_.capacity() * sizeof(compact_block);
}

}  // namespace mandate
