#pragma once
// The runs of a forecast, eight at a time.

#include "graph/compact_network.hpp"
#include "graph/day_tables.hpp"
#include "graph/settle.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace mandate {

/// What durations are drawn from, in working days. optimistic <= likely <= pessimistic.
struct estimate {
    std::int32_t optimistic, likely, pessimistic;
};

/// Draws durations and schedules them forwards. Immutable; any thread, each with a scratch of its
/// own.
class forecast_runs {
public:
    static constexpr std::uint32_t at_once = 8;

    /// `estimates`, `deadline` (boundaries; last_boundary + 1: none; or empty): by task.
    forecast_runs(const settled_plan& settled, const schedule_policy& policy,
                  const std::vector<estimate>& estimates, const std::vector<boundary>& deadline,
                  std::uint64_t seed);

    struct scratch {
        std::vector<std::int32_t> bounds;    // by position and run: starts, then finishes
        std::vector<std::int32_t> duration;  // by position and run
    };
    scratch make_scratch() const;

    struct ends {
        std::array<boundary, at_once> end;       // above last_boundary: beyond the calendars
        std::array<boundary, at_once> counted;   // until when the length counts
        std::array<std::uint8_t, at_once> kept;  // 1: every deadline was
    };
    /// The runs group * 8 .. group * 8 + 7.
    ends run(std::uint32_t group, scratch& with) const;

private:
    struct triangle {  // see draw()
        float peak, rise, fall, low, high;
    };
    struct late_by {
        std::uint32_t position;
        std::int32_t finish;  // the greatest rank of a finish that keeps the deadline
    };
    // A milestone that is a day's, not its eve's, stands on the day for which the link asks.
    struct day_link {
        std::uint32_t source;  // as source_
        std::int32_t lag;      // as lag_
        std::uint32_t milestone;
        std::int32_t finish;  // as late_by; no_bound: no deadline
    };
    void take_links(const settled_plan& settled);
    void take_milestones(const settled_plan& settled, const std::vector<boundary>& deadline);
    std::int32_t finish_by(std::uint32_t position, boundary deadline) const {
        return calendar_of(position).rank(deadline) - (mixed_ ? 0 : first_rank_);
    }
    std::uint32_t source_of(const dependency& d) const;
    static std::int32_t lag_of(const dependency& d);
    void draw(std::uint32_t group, scratch& with) const;
    void pass_uniform(scratch& with, std::int32_t* end) const;
    void pass_mixed(scratch& with, std::int32_t* end) const;
    const day_tables& calendar_of(std::uint32_t position) const {
        return *calendars_[calendar_.empty() ? 0 : calendar_[position]];
    }

    compact_network network_;  // for its order and blocks
    std::vector<std::shared_ptr<const day_tables>> calendars_;
    std::vector<std::uint32_t> calendar_;  // by position; empty: all 0
    bool mixed_;
    std::int32_t first_rank_;
    boundary origin_;
    std::int32_t least_end_, least_milestone_ = 0;  // by what is the same in every run
    bool counts_milestones_;                        // as the length of a schedule does
    std::uint64_t seed_;
    std::vector<triangle> triangles_;     // by position
    std::vector<std::int32_t> earliest_;  // by position; uniform: from 0
    // by line of the network: where to read (+ tasks: the finish), and lag * 4 + 2 if the finish is
    // bounded, + 1 if the lag is in calendar days
    std::vector<std::uint32_t> source_;
    std::vector<std::int32_t> lag_;
    std::vector<late_by> deadlines_;
    std::vector<day_link> day_links_;
    bool late_already_ = false;  // by what is the same in every run
};

}  // namespace mandate
