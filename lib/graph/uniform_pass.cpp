// The critical path method (Kelley & Walker, 1959) where one calendar rules and days are numbered.
// Forwards: a task starts when the last of its predecessors lets it. Backwards, the same on the
// reversed network: its tail is the longest way from its start to the end.
//
//     A(3) --> C(2)      start   A 0  B 0  C 3        end 5
//     B(1) --> C         tail    A 5  B 3  C 2        slack = end - tail - start: A 0, B 2, C 0
//
// Only predecessor columns are kept: the forward pass gathers from them, the backward pass scatters
// along the same columns in the opposite order. Within a block the number of links of a task is a
// constant, which saves one mispredicted branch per task and pass: two thirds of the time. What is
// left is the time in which the columns can be read; so each is read once a pass, and what needs
// the finish or the slack of a task takes it there.
#include "graph/compact_schedule.hpp"
#include "graph/degrees.hpp"

#include <algorithm>

namespace mandate {
namespace {

struct columns {
    const std::uint32_t* source;
    const std::int32_t* weight;
    const std::int32_t* duration;
    const std::int32_t* earliest;  // null: no bounds
    std::int32_t* start;
    std::int32_t* tail;
    std::int32_t* due;  // null: no deadlines
    std::int32_t* slack;
    std::uint8_t* critical;
};

// Clamped: sums may grow beyond what calendars hold; they stop at beyond_calendars. Gives the last
// finish of the block. A tail is at least the task itself.
template <bool Bounded, bool Clamped, int Degree>
std::int32_t forward_block(const columns& c, const compact_block& b, std::uint32_t degree) {
    const std::uint32_t n = b.tasks;
    const std::uint32_t* const source = c.source + b.first_link;
    const std::int32_t* const weight = c.weight + b.first_link;
    const std::int32_t* const earliest = Bounded ? c.earliest + b.first_task : nullptr;
    const std::int32_t* const from = c.start;
    const std::int32_t* const duration = c.duration + b.first_task;
    std::int32_t* const start = c.start + b.first_task;
    std::int32_t* const tail = c.tail + b.first_task;
    std::int32_t end = 0;
    const std::size_t links = Degree == any_degree ? degree : static_cast<std::size_t>(Degree);
    for (std::uint32_t t = 0; t < n; ++t) {
        std::int32_t s = 0;
        if constexpr (Bounded) s = std::max(s, earliest[t]);
        for (std::size_t k = 0; k < links; ++k)
            s = std::max(s, from[source[k * n + t]] + weight[k * n + t]);
        if constexpr (Clamped) s = std::min(s, beyond_calendars);
        start[t] = s;
        tail[t] = duration[t];
        end = std::max(end, s + duration[t]);
    }
    return end;
}

struct ending {
    std::int32_t end, critical_slack;
};

template <bool Due, bool Clamped, int Degree>
void backward_block(const columns& c, const compact_block& b, std::uint32_t degree,
                    const ending& e) {
    const std::uint32_t n = b.tasks;
    const std::uint32_t* const source = c.source + b.first_link;
    const std::int32_t* const weight = c.weight + b.first_link;
    const std::size_t links = Degree == any_degree ? degree : static_cast<std::size_t>(Degree);
    for (std::uint32_t t = n; t-- > 0;) {
        const std::size_t own = std::size_t{b.first_task} + t;
        std::int32_t after = c.tail[own];
        const std::int32_t slack = e.end - after - c.start[own];
        c.slack[own] = slack;
        c.critical[own] = slack <= e.critical_slack ? 1 : 0;
        if constexpr (Clamped) after = std::min(after, beyond_calendars);
        std::int32_t by = 0;
        if constexpr (Due) {
            by = c.due[own];
            if constexpr (Clamped) by = std::max(by, -beyond_calendars);
        }
        for (std::size_t k = 0; k < links; ++k) {
            const std::uint32_t u = source[k * n + t];
            const std::int32_t w = weight[k * n + t];
            c.tail[u] = std::max(c.tail[u], after + w);
            if constexpr (Due) c.due[u] = std::min(c.due[u], by - w);
        }
    }
}

template <bool Bounded, bool Clamped>
std::int32_t forward(const compact_network& network, const columns& c) {
    std::int32_t end = 0;
    for (const compact_block& b : network.blocks())
        with_degree(b.degree, [&](auto degree) {
            end = std::max(
                end, forward_block<Bounded, Clamped, decltype(degree)::value>(c, b, b.degree));
        });
    return end;
}

template <bool Due, bool Clamped>
void backward(const compact_network& network, const columns& c, const ending& e) {
    for (std::size_t i = network.blocks().size(); i-- > 0;) {
        const compact_block& b = network.blocks()[i];
        with_degree(b.degree, [&](auto degree) {
            backward_block<Due, Clamped, decltype(degree)::value>(c, b, b.degree, e);
        });
    }
}

}  // namespace

std::optional<std::uint32_t> compact_schedule::compute_uniform(std::int32_t critical_slack) {
    const std::size_t n = network_.tasks();
    const bool bounded = !earliest_.empty(), due = !due_.empty();
    const columns c{network_.source(),
                    network_.weight(),
                    duration_.data(),
                    bounded ? earliest_.data() : nullptr,
                    start_.data(),
                    tail_.data(),
                    due ? due_.data() : nullptr,
                    slack_.data(),
                    critical_.data()};
    std::int32_t last;
    if (may_leave_calendars_)
        last = bounded ? forward<true, true>(network_, c) : forward<false, true>(network_, c);
    else
        last = bounded ? forward<true, false>(network_, c) : forward<false, false>(network_, c);
    end_ = std::max({least_end_, 0, last});
    find_days();
    if (end_ >= beyond_calendars)
        for (std::size_t p = 0; p < n; ++p)
            if (start_[p] + duration_[p] >= beyond_calendars) return static_cast<std::uint32_t>(p);

    bound_by_days(limit::end);
    if (due) {
        std::copy(latest_.begin(), latest_.end(), due_.begin());
        bound_by_days(limit::due);
    }
    const ending e{end_, critical_slack};
    if (may_leave_calendars_)
        due ? backward<true, true>(network_, c, e) : backward<false, true>(network_, c, e);
    else
        due ? backward<true, false>(network_, c, e) : backward<false, false>(network_, c, e);
    hold_to_days(critical_slack);
    return std::nullopt;
}

void compact_schedule::boundaries(const day_tables& days, std::int32_t first, boundary* early_start,
                                  boundary* early_finish, boundary* late_start,
                                  boundary* late_finish) const {
    for (std::size_t p = 0; p < network_.tasks(); ++p) {
        const std::int32_t early = first + start_[p], late = first + end_ - tail_[p];
        early_start[p] = days.before(early);
        early_finish[p] = days.finish(early, duration_[p]);
        late_start[p] = days.before(late);
        late_finish[p] = days.finish(late, duration_[p]);
    }
}

}  // namespace mandate
