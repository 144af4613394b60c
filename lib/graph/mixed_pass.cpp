// The critical path method where tasks follow different calendars or lags are calendar days
// (lib/README.md, link arithmetic). Every task keeps two boundaries of civil days, where it starts
// and where it finishes; a link reads one of them, adds its calendar days, turns it into a rank of
// the successor's calendar and adds its working days:
//
//     rank(boundary + calendar days) + working days - (duration, if the link bounds the finish)
//
// The largest of these is the rank of the start. Backwards the same steps are undone in the
// opposite sequence: the latest boundary that still has this rank is the one before its day. The
// kinds of link differ by masks, not by branches, because one link in ten is of a rarer kind and
// every wrong guess costs as much as three links.
#include "graph/compact_schedule.hpp"
#include "graph/degrees.hpp"

#include <algorithm>

namespace mandate {
namespace {

// A link's weight taken apart (compact_network::form::mixed).
struct lags {
    explicit lags(std::int32_t weight) noexcept
        : calendar_days{(weight >> 2) & -(weight & 1)},
          working_days{(weight >> 2) & ~-(weight & 1)},
          bounds_finish{-((weight >> 1) & 1)} {}
    std::int32_t calendar_days;
    std::int32_t working_days;
    std::int32_t bounds_finish;  // all bits set: yes
};

struct columns {
    const std::uint32_t* source;
    const std::int32_t* weight;
    const std::int32_t* duration;
    const std::int32_t* earliest;  // null: no bounds
    boundary* bounds;
};

template <int Degree>
void forward_block(const columns& c, const compact_block& b, const day_tables& days,
                   std::int32_t first) {
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
            const lags lag{weight[k * n + t]};
            const boundary from = c.bounds[source[k * n + t]] + lag.calendar_days;
            start = std::max(start,
                             days.rank(from) + lag.working_days - (duration & lag.bounds_finish));
        }
        // Beyond the calendar: one boundary too far, for a milestone, too.
        const boundary at = days.before(start) + (start > days.working_days() ? 1 : 0);
        c.bounds[2 * p] = at;
        c.bounds[2 * p + 1] = duration > 0 ? days.before(start + duration - 1) + 1 : at;
    }
}

// `late`: as bounds; what the successors allow so far. A task ends no later than `end`, or starts
// no later than `latest` says, where that is given. Returns through `allowed` the latest start
// ranks of the block's tasks, no_bound where nothing bounds one.
template <int Degree>
void backward_block(const columns& c, const compact_block& b, const day_tables& days,
                    boundary* late, boundary end, const std::int32_t* latest,
                    std::int32_t* allowed) {
    const std::uint32_t n = b.tasks;
    const std::uint32_t* const source = c.source + b.first_link;
    const std::int32_t* const weight = c.weight + b.first_link;
    const std::size_t links = Degree == any_degree ? b.degree : static_cast<std::size_t>(Degree);
    for (std::uint32_t t = n; t-- > 0;) {
        const std::size_t p = b.first_task + t;
        const std::int32_t duration = c.duration[p];
        std::int32_t start = latest != nullptr ? latest[p] : days.rank(end) - duration;
        if (late[2 * p] < no_bound)
            start = std::min(start, days.latest_start_by_start(late[2 * p]));
        if (late[2 * p + 1] < no_bound)
            start = std::min(start, days.latest_start_by_finish(late[2 * p + 1], duration));
        allowed[p] = start;
        if (start == no_bound) continue;
        for (std::size_t k = 0; k < links; ++k) {
            const lags lag{weight[k * n + t]};
            const boundary by =
                days.before(start + (duration & lag.bounds_finish) - lag.working_days) -
                lag.calendar_days;
            boundary& of = late[source[k * n + t]];
            of = std::min(of, by);
        }
    }
}

}  // namespace

std::optional<std::uint32_t> compact_schedule::compute_mixed(std::int32_t critical_slack) {
    const std::size_t n = network_.tasks();
    const columns c{network_.source(), network_.weight(), duration_.data(),
                    earliest_.empty() ? nullptr : earliest_.data(), bounds_.data()};
    for (const compact_block& b : network_.blocks()) {
        const day_tables& days = *calendars_[b.calendar];
        with_degree(b.degree, [&](auto degree) {
            forward_block<decltype(degree)::value>(c, b, days, days.rank(origin_));
        });
    }
    // A milestone ends with the last working day before it, as its predecessor may have done.
    end_ = origin_;
    for (const compact_block& b : network_.blocks()) {
        const day_tables& days = *calendars_[b.calendar];
        for (std::size_t p = b.first_task; p < b.first_task + b.tasks; ++p) {
            const boundary finish = bounds_[2 * p + 1];
            end_ =
                std::max(end_, duration_[p] > 0 ? finish : days.before(days.rank(finish) - 1) + 1);
        }
    }
    if (end_ > last_boundary)
        for (std::size_t p = 0; p < n; ++p)
            if (bounds_[2 * p + 1] > last_boundary) return static_cast<std::uint32_t>(p);

    const auto backward = [&](boundary* late, const std::int32_t* latest, std::int32_t* allowed) {
        for (std::size_t i = network_.blocks().size(); i-- > 0;) {
            const compact_block& b = network_.blocks()[i];
            with_degree(b.degree, [&](auto degree) {
                backward_block<decltype(degree)::value>(c, b, *calendars_[b.calendar], late, end_,
                                                        latest, allowed);
            });
        }
    };
    std::fill(late_.begin(), late_.end(), no_bound);
    backward(late_.data(), nullptr, slack_.data());
    if (has_latest()) {
        std::fill(late_due_.begin(), late_due_.end(), no_bound);
        backward(late_due_.data(), latest_.data(), due_.data());
    }
    for (const compact_block& b : network_.blocks()) {
        const day_tables& days = *calendars_[b.calendar];
        for (std::size_t p = b.first_task; p < b.first_task + b.tasks; ++p) {
            slack_[p] -= days.rank(bounds_[2 * p]);
            critical_[p] = slack_[p] <= critical_slack ? 1 : 0;
        }
    }
    return std::nullopt;
}

}  // namespace mandate
