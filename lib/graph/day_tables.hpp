#pragma once
// A work calendar as the two bare tables that the passes over a network read.

#include "mandate/calendar/work_calendar.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace mandate {

/// A boundary is the midnight before a civil day, counted from the one before 1900-01-01; a task
/// occupies [start, finish) between two of them.
using boundary = std::int32_t;
inline constexpr boundary last_boundary = days_covered;

constexpr boundary boundary_before(civil_day day) noexcept { return day - first_day; }
constexpr boundary boundary_after(civil_day day) noexcept { return day - first_day + 1; }
constexpr civil_day day_after(boundary b) noexcept { return first_day + b; }
constexpr civil_day day_before(boundary b) noexcept { return first_day + (b - 1); }

/// Ranks are numbers of working days since 1900-01-01. Both functions accept any argument: what
/// would leave the table ends at its edge, or one beyond the upper one, and a schedule that gets
/// there is refused as a whole. Immutable; any thread. 876 KB a calendar.
class day_tables {
public:
    explicit day_tables(const work_calendar& calendar);

    /// Working days before the boundary; of one beyond the last, one more than there are.
    std::int32_t rank(boundary b) const noexcept {
        return rank_[static_cast<std::size_t>(std::clamp(b, 0, last_boundary + 1))];
    }
    /// The same for a boundary that is known to lie in the table, or one beyond its last.
    std::int32_t rank_within(boundary b) const noexcept {
        return rank_[static_cast<std::size_t>(b)];
    }
    /// The boundary before the working day of this rank; last_boundary from working_days() on.
    boundary before(std::int32_t rank) const noexcept {
        return before_[static_cast<std::size_t>(std::clamp(rank, 0, working_days()))];
    }
    std::int32_t working_days() const noexcept {
        return static_cast<std::int32_t>(before_.size()) - 1;
    }
    /// Where a task ends that starts on the working day of rank `start`: right after its last
    /// working day; a milestone where it starts.
    boundary finish(std::int32_t start, std::int32_t duration) const noexcept {
        return duration > 0 ? before(start + duration - 1) + 1 : before(start);
    }
    /// The latest start rank of a task that starts no later than the boundary.
    std::int32_t latest_start_by_start(boundary start) const noexcept {
        return rank(std::min(start, last_boundary - 1) + 1) - 1;
    }
    /// The latest start rank of a task that finishes no later than the boundary.
    std::int32_t latest_start_by_finish(boundary finish, std::int32_t duration) const noexcept {
        return duration > 0 ? rank(std::min(finish, last_boundary)) - duration
                            : latest_start_by_start(finish);
    }

    friend bool operator==(const day_tables&, const day_tables&) = default;

private:
    std::vector<std::int32_t> rank_;    // by boundary, and one beyond
    std::vector<std::int32_t> before_;  // by rank; last_boundary at the end
};

inline day_tables::day_tables(const work_calendar& calendar) {
    const mandate::working_days days = calendar.days();
    rank_.reserve(static_cast<std::size_t>(last_boundary) + 2);
    before_.reserve(static_cast<std::size_t>(days.count()) + 1);
    for (boundary b = 0; b < last_boundary; ++b) {
        rank_.push_back(static_cast<std::int32_t>(before_.size()));
        if (days.works(b)) before_.push_back(b);
    }
    rank_.push_back(static_cast<std::int32_t>(before_.size()));
    rank_.push_back(static_cast<std::int32_t>(before_.size()) + 1);
    before_.push_back(last_boundary);
}

}  // namespace mandate
