#pragma once
// The compacted store of a task network: links as columns, in the order in which a full pass reads
// them.

#include "base/wide_column.hpp"
#include "mandate/graph/dependency.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace mandate {

/// Tasks that stand next to each other and are treated alike: the same level (longest way from a
/// task without predecessors, in links), number of predecessors, calendar and kind of lag. The k-th
/// links of all of them stand next to each other:
///
///     tasks of the block    a  b  c          degree 2
///     column 0              a0 b0 c0
///     column 1              a1 b1 c1         link k of task t: first_link + k * tasks + t
///
/// so the loops over a block have a fixed number of steps and no branch that depends on the data.
struct compact_block {
    std::uint32_t first_task;
    std::uint32_t tasks;
    std::uint32_t degree;
    std::uint32_t first_link;
    std::uint32_t calendar;
    bool calendar_lags;  ///< mixed networks: some link has a lag in calendar days
};

/// Built at once, never changed: predecessors only, tasks in (level, in-degree, calendar, input
/// number) order, which is a topological one. 8 bytes a link, 8 a task. Any thread.
class compact_network {
public:
    /// What a pass adds on the way along a link. Of two kinds:
    ///   uniform  `source` is the position of the predecessor; `weight` the days from its start to
    ///            the earliest start of the successor, both durations counted in
    ///   mixed    `source` is that position, plus tasks() if the link begins at the finish;
    ///            `weight` is the lag in working days, less the duration of the successor if its
    ///            finish is bounded; but in blocks with calendar lags it is the lag * 4, plus 2 if
    ///            it bounds the finish, plus 1 for calendar days
    enum class form : std::uint8_t { uniform, mixed };

    /// Absent if some tasks wait for themselves.
    /// `calendar_of`: one entry a task, or none where all have the calendar 0.
    /// @pre every end of a link is below durations.size().
    /// Cost: O(tasks + links); Kahn's algorithm, not recursive.
    static std::optional<compact_network> build(form kind, std::span<const std::int32_t> durations,
                                                std::span<const std::uint32_t> calendar_of,
                                                std::span<const dependency> links);

    form kind() const noexcept { return kind_; }
    std::uint32_t tasks() const noexcept { return static_cast<std::uint32_t>(task_at_.size()); }
    std::uint32_t links() const noexcept { return static_cast<std::uint32_t>(source_.size()); }
    std::uint32_t task_at(std::uint32_t position) const noexcept { return task_at_[position]; }
    std::uint32_t position_of(std::uint32_t task) const noexcept { return position_of_[task]; }
    std::span<const std::uint32_t> task_at() const noexcept { return task_at_; }
    std::span<const std::uint32_t> position_of() const noexcept { return position_of_; }
    std::span<const compact_block> blocks() const noexcept { return blocks_; }
    /// @pre position < tasks(). Cost: O(log blocks).
    const compact_block& block_of(std::uint32_t position) const noexcept {
        return *std::prev(std::upper_bound(
            blocks_.begin(), blocks_.end(), position,
            [](std::uint32_t p, const compact_block& b) { return p < b.first_task; }));
    }
    const std::uint32_t* source() const noexcept { return source_.data(); }
    const std::int32_t* weight() const noexcept { return weight_.data(); }

    /// Bytes held.
    std::size_t memory() const noexcept;

private:
    compact_network() = default;
    void order_tasks(std::span<const std::uint32_t> level, std::span<const std::uint32_t> degree,
                     std::span<const std::uint32_t> calendar_of,
                     std::span<const std::uint32_t> calendar_lags);
    void fill_columns(std::span<const std::int32_t> durations, std::span<const dependency> links);

    form kind_{};
    wide_column<std::uint32_t> task_at_;      // by position
    wide_column<std::uint32_t> position_of_;  // by task
    std::vector<compact_block> blocks_;
    wide_column<std::uint32_t> source_;
    wide_column<std::int32_t> weight_;
};

}  // namespace mandate
