// The critical path method where tasks follow different calendars or lags are calendar days
// (lib/README.md, link arithmetic). Every task keeps two boundaries of civil days, where it starts
// and where it finishes; a link reads one of them, adds its calendar days, turns it into a rank of
// the successor's calendar and adds its working days:
//
//     rank(boundary + calendar days) + working days - (duration, if the link bounds the finish)
//
// The largest of these is the rank of the start. Backwards the same steps are undone in the
// opposite sequence: the latest boundary that still has this rank is the one before its day.
//
// Few links have a lag in calendar days. Their tasks stand in blocks of their own, where the kinds
// of link differ by masks, not by branches; in all other blocks a link costs one look-up more than
// in a uniform network.
#include "graph/compact_schedule.hpp"
#include "graph/degrees.hpp"

#include <algorithm>

namespace mandate {
namespace {

// A weight of a block with calendar lags taken apart (compact_network::form::mixed).
struct masked_lags {
    masked_lags(std::int32_t weight, std::int32_t duration) noexcept
        : calendar_days{(weight >> 2) & -(weight & 1)},
          working_days{((weight >> 2) & ~-(weight & 1)) - (duration & -((weight >> 1) & 1))} {}
    std::int32_t calendar_days;
    std::int32_t working_days;
};

struct columns {
    std::size_t tasks;
    const std::uint32_t* source;
    const std::int32_t* weight;
    const std::int32_t* duration;
    const std::int32_t* earliest;  // null: no bounds
    boundary* bounds;              // starts, then finishes
};

// Returns the last boundary that the block's tasks need. A milestone needs the last working day
// before it, as its predecessor may have done.
template <bool CalendarLags, int Degree>
boundary forward_block(const columns& c, const compact_block& b, const day_tables& days,
                       std::int32_t first) {
    boundary end = 0;
    const std::uint32_t n = b.tasks;
    const std::uint32_t* const source = c.source + b.first_link;
    const std::int32_t* const weight = c.weight + b.first_link;
    const std::size_t links = Degree == any_degree ? b.degree : static_cast<std::size_t>(Degree);
    for (std::uint32_t t = 0; t < n; ++t) {
        const std::size_t p = b.first_task + t;
        const std::int32_t duration = c.duration[p];
        std::int32_t start = first;
        if (c.earliest != nullptr) start = std::max(start, c.earliest[p]);
        for (std::size_t k = 0; k < links; ++k) {
            const boundary from = c.bounds[source[k * n + t]];
            if constexpr (CalendarLags) {
                const masked_lags lag{weight[k * n + t], duration};
                start = std::max(start, days.rank(from + lag.calendar_days) + lag.working_days);
            } else {
                start = std::max(start, days.rank_within(from) + weight[k * n + t]);
            }
        }
        // Beyond the calendar: one boundary too far, for a milestone, too.
        const boundary at = days.before(start) + (start > days.working_days() ? 1 : 0);
        const boundary last_work = days.before(start + duration - 1) + 1;
        c.bounds[p] = at;
        c.bounds[c.tasks + p] = duration > 0 ? last_work : at;
        end = std::max(end, last_work);
    }
    return end;
}

// What the backward pass reads and writes besides.
struct late_columns {
    boundary* late;              // as bounds: what the successors allow so far
    const std::int32_t* latest;  // the latest start by constraints; null: the end decides
    std::int32_t* allowed;       // the result: latest start ranks; no_bound: none
};

// To the end of all, or, with Constraints, to what constraints allow; then a task may be bounded by
// nothing at all.
template <bool Constraints, bool CalendarLags, int Degree>
void backward_block(const columns& c, const late_columns& l, const compact_block& b,
                    const day_tables& days, std::int32_t end) {
    const std::uint32_t n = b.tasks;
    const std::uint32_t* const source = c.source + b.first_link;
    const std::int32_t* const weight = c.weight + b.first_link;
    const std::size_t links = Degree == any_degree ? b.degree : static_cast<std::size_t>(Degree);
    for (std::uint32_t t = n; t-- > 0;) {
        const std::size_t p = b.first_task + t;
        const std::int32_t duration = c.duration[p];
        const boundary start_by = l.late[p], finish_by = l.late[c.tasks + p];
        std::int32_t start = end - duration;
        if constexpr (Constraints) {
            start = l.latest[p];
            if (start == no_bound && start_by >= no_bound && finish_by >= no_bound) {
                l.allowed[p] = no_bound;
                continue;
            }
        }
        // A boundary without bound becomes the last rank of the calendar, which bounds nothing
        // that the end does not bound.
        if (!Constraints || start_by < no_bound)
            start = std::min(start, days.latest_start_by_start(start_by));
        if (!Constraints || finish_by < no_bound)
            start = std::min(start, days.latest_start_by_finish(finish_by, duration));
        l.allowed[p] = start;
        for (std::size_t k = 0; k < links; ++k) {
            boundary by;
            if constexpr (CalendarLags) {
                const masked_lags lag{weight[k * n + t], duration};
                by = days.before(start - lag.working_days) - lag.calendar_days;
            } else {
                by = days.before(start - weight[k * n + t]);
            }
            boundary& of = l.late[source[k * n + t]];
            of = std::min(of, by);
        }
    }
}

template <bool Constraints>
void backward(const compact_network& network, const columns& c, const late_columns& l,
              const std::vector<std::shared_ptr<const day_tables>>& calendars, boundary end) {
    for (std::size_t i = network.blocks().size(); i-- > 0;) {
        const compact_block& b = network.blocks()[i];
        const day_tables& days = *calendars[b.calendar];
        with_degree(b.degree, [&](auto degree) {
            constexpr int d = decltype(degree)::value;
            b.calendar_lags ? backward_block<Constraints, true, d>(c, l, b, days, days.rank(end))
                            : backward_block<Constraints, false, d>(c, l, b, days, days.rank(end));
        });
    }
}

}  // namespace

std::optional<std::uint32_t> compact_schedule::compute_mixed(std::int32_t critical_slack) {
    const std::size_t n = network_.tasks();
    const columns c{n,
                    network_.source(),
                    network_.weight(),
                    duration_.data(),
                    earliest_.empty() ? nullptr : earliest_.data(),
                    bounds_.data()};
    end_ = std::max(origin_, least_end_);
    for (const compact_block& b : network_.blocks()) {
        const day_tables& days = *calendars_[b.calendar];
        with_degree(b.degree, [&](auto degree) {
            constexpr int d = decltype(degree)::value;
            const std::int32_t first = days.rank(origin_);
            end_ = std::max(end_, b.calendar_lags ? forward_block<true, d>(c, b, days, first)
                                                  : forward_block<false, d>(c, b, days, first));
        });
    }
    find_days();
    for (std::size_t p = 0; end_ > last_boundary && p < n; ++p)
        if (bounds_[n + p] > last_boundary) return static_cast<std::uint32_t>(p);

    std::fill(late_.begin(), late_.end(), no_bound);
    bound_by_days(limit::end);
    backward<false>(network_, c, {late_.data(), nullptr, slack_.data()}, calendars_, end_);
    if (has_latest()) {
        std::fill(late_due_.begin(), late_due_.end(), no_bound);
        bound_by_days(limit::due);
        backward<true>(network_, c, {late_due_.data(), latest_.data(), due_.data()}, calendars_,
                       end_);
    }
    for (const compact_block& b : network_.blocks()) {
        const day_tables& days = *calendars_[b.calendar];
        for (std::size_t p = b.first_task; p < b.first_task + b.tasks; ++p) {
            slack_[p] -= days.rank_within(bounds_[p]);
            critical_[p] = slack_[p] <= critical_slack ? 1 : 0;
        }
    }
    hold_to_days(critical_slack);
    return std::nullopt;
}

}  // namespace mandate
