#include "graph/compact_schedule.hpp"

#include <algorithm>
#include <utility>

namespace mandate {
namespace {

template <class Value>
wide_column<Value> by_position(std::span<const Value> by_task,
                               std::span<const std::uint32_t> task_at) {
    wide_column<Value> sorted;
    sorted.reserve(by_task.size());
    if (!by_task.empty())
        for (const std::uint32_t t : task_at) sorted.push_back(by_task[t]);
    return sorted;
}

}  // namespace

compact_schedule::compact_schedule(compact_network network, std::span<const std::int32_t> durations,
                                   const task_bounds& bounds)
    : network_{std::move(network)} {
    take(durations, bounds);
    start_.resize(network_.tasks());
    tail_.resize(network_.tasks());
    // Longer than this no way can be: each link and each task on it once.
    std::int64_t longest = 0;
    for (const std::int32_t d : duration_) longest += d;
    for (std::uint32_t k = 0; k < network_.links(); ++k)
        longest += std::max(network_.weight()[k], 0);
    for (const std::int32_t e : earliest_) longest = std::max(longest, longest + e);
    may_leave_calendars_ = longest >= beyond_calendars;
}

compact_schedule::compact_schedule(compact_network network, std::span<const std::int32_t> durations,
                                   const task_bounds& bounds,
                                   std::vector<std::shared_ptr<const day_tables>> calendars,
                                   boundary origin)
    : network_{std::move(network)}, calendars_{std::move(calendars)}, origin_{origin} {
    take(durations, bounds);
    const std::size_t n = network_.tasks();
    calendar_.resize(n);
    for (const compact_block& b : network_.blocks())
        std::fill_n(calendar_.begin() + b.first_task, b.tasks,
                    static_cast<std::uint16_t>(b.calendar));
    bounds_.resize(2 * n);
    late_.resize(2 * n);
    if (has_latest()) late_due_.resize(2 * n);
}

void compact_schedule::take(std::span<const std::int32_t> durations, const task_bounds& bounds) {
    duration_ = by_position(durations, network_.task_at());
    earliest_ = by_position(std::span<const std::int32_t>{bounds.earliest}, network_.task_at());
    latest_ = by_position(std::span<const std::int32_t>{bounds.latest}, network_.task_at());
    least_end_ = bounds.least_end;
    milestones_ = bounds.milestones;
    day_links_ = bounds.day_links;
    slack_.resize(network_.tasks());
    critical_.resize(network_.tasks());
    if (has_latest()) due_.resize(network_.tasks());
}

std::optional<std::uint32_t> compact_schedule::compute(std::int32_t critical_slack) {
    return mixed() ? compute_mixed(critical_slack) : compute_uniform(critical_slack);
}

// A link of a mixed network taken apart.
struct compact_schedule::lags {
    boundary calendar_days;
    std::int32_t working_days;  // less the duration where the finish is bounded
};

compact_schedule::lags compact_schedule::lags_of(const compact_block& b, std::uint32_t line,
                                                 std::uint32_t position) const {
    const std::int32_t weight = network_.weight()[line];
    if (!b.calendar_lags) return {0, weight};
    const std::int32_t lag = weight >> 2;
    const std::int32_t less = (weight & 2) != 0 ? duration_[position] : 0;
    return (weight & 1) != 0 ? lags{lag, -less} : lags{0, lag - less};
}

std::int32_t compact_schedule::demand(const compact_block& b, std::uint32_t line,
                                      std::uint32_t position) const {
    const std::uint32_t source = network_.source()[line];
    if (!mixed()) return start_[source] + network_.weight()[line];
    const lags lag = lags_of(b, line, position);
    return calendar_of(position).rank(bounds_[source] + lag.calendar_days) + lag.working_days;
}

// The day its successors need it is the day on which it would begin to move one of them; without
// successors, the end. In mixed calendars that day is found in the predecessor's own calendar, as
// in the backward pass, but from the earliest start of the successor instead of its latest.
std::vector<std::int32_t> compact_schedule::free_slack() const {
    std::vector<std::int32_t> slack(network_.tasks());
    for (std::uint32_t p = 0; p < slack.size(); ++p) slack[p] = slack_to_own_end(p);
    each_slack([&](std::uint32_t before, std::uint32_t, std::int32_t days) {
        slack[before] = std::min(slack[before], days);
    });
    return slack;
}

// The latest start of the predecessor at which the link does not move the task.
std::int32_t compact_schedule::allowed(const compact_block& b, std::uint32_t line,
                                       std::uint32_t position) const {
    const std::uint32_t source = network_.source()[line];
    if (!mixed()) return start_[position] - network_.weight()[line];
    const lags lag = lags_of(b, line, position);
    const day_tables& days = calendar_of(position);
    const boundary by =
        days.before(days.rank(bounds_[position]) - lag.working_days) - lag.calendar_days;
    const std::uint32_t u = source % network_.tasks();
    return source == u ? calendar_of(u).latest_start_by_start(by)
                       : calendar_of(u).latest_start_by_finish(by, duration_[u]);
}

void compact_schedule::begin_by(std::uint32_t task, std::int32_t rank) {
    const std::uint32_t n = network_.tasks(), at = network_.position_of(task);
    if (latest_.empty()) {
        latest_.resize(n, no_bound);
        due_.resize(n);
        if (mixed()) late_due_.resize(std::size_t{2} * n);
    }
    if (const std::size_t m = milestone_at(at); m < milestones_.size())
        milestones_[m].due = std::min(milestones_[m].due, ++rank);
    latest_[at] = std::min(latest_[at], rank);
}

std::size_t compact_schedule::memory() const noexcept {
    const std::size_t words = duration_.capacity() + earliest_.capacity() + latest_.capacity() +
                              slack_.capacity() + due_.capacity() + start_.capacity() +
                              tail_.capacity() + bounds_.capacity() + late_.capacity() +
                              late_due_.capacity() + 3 * milestones_.capacity() +
                              5 * day_links_.capacity() + first_days_.capacity();
    return network_.memory() + words * 4 + critical_.capacity() + calendar_.capacity() * 2;
}

}  // namespace mandate
