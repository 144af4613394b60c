// The critical path method (Kelley & Walker, 1959) where one calendar rules and days are numbered.
// Forwards: a task starts when the last of its predecessors lets it. Backwards, the same on the
// reversed network: its tail is the longest way from its start to the end.
//
//     A(3) --> C(2)      start   A 0  B 0  C 3        end 5
//     B(1) --> C         tail    A 5  B 3  C 2        slack = end - tail - start: A 0, B 2, C 0
//
// Only predecessor columns are kept: the forward pass gathers from them, the backward pass scatters
// along the same columns in the opposite order. Within a block the number of links of a task is a
// constant, which saves one mispredicted branch per task and pass: two thirds of the time.
#include "graph/compact_schedule.hpp"
#include "graph/degrees.hpp"

#include <algorithm>

namespace mandate {
namespace {

struct columns {
    const std::uint32_t* source;
    const std::int32_t* weight;
    const std::int32_t* earliest;  // null: no bounds
    std::int32_t* start;
    std::int32_t* tail;
    std::int32_t* due;  // null: no deadlines
};

// Clamped: sums may grow beyond what calendars hold; they stop at beyond_calendars.
template <bool Bounded, bool Clamped, int Degree>
void forward_block(const columns& c, const compact_block& b, std::uint32_t degree) {
    const std::uint32_t n = b.tasks;
    const std::uint32_t* const source = c.source + b.first_link;
    const std::int32_t* const weight = c.weight + b.first_link;
    const std::int32_t* const earliest = Bounded ? c.earliest + b.first_task : nullptr;
    const std::int32_t* const from = c.start;
    std::int32_t* const start = c.start + b.first_task;
    const std::size_t links = Degree == any_degree ? degree : static_cast<std::size_t>(Degree);
    for (std::uint32_t t = 0; t < n; ++t) {
        std::int32_t s = 0;
        if constexpr (Bounded) s = std::max(s, earliest[t]);
        for (std::size_t k = 0; k < links; ++k)
            s = std::max(s, from[source[k * n + t]] + weight[k * n + t]);
        if constexpr (Clamped) s = std::min(s, beyond_calendars);
        start[t] = s;
    }
}

template <bool Due, bool Clamped, int Degree>
void backward_block(const columns& c, const compact_block& b, std::uint32_t degree) {
    const std::uint32_t n = b.tasks;
    const std::uint32_t* const source = c.source + b.first_link;
    const std::int32_t* const weight = c.weight + b.first_link;
    const std::size_t links = Degree == any_degree ? degree : static_cast<std::size_t>(Degree);
    for (std::uint32_t t = n; t-- > 0;) {
        std::int32_t after = c.tail[b.first_task + t];
        if constexpr (Clamped) after = std::min(after, beyond_calendars);
        std::int32_t by = 0;
        if constexpr (Due) {
            by = c.due[b.first_task + t];
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
void forward(const compact_network& network, const columns& c) {
    for (const compact_block& b : network.blocks())
        with_degree(b.degree, [&](auto degree) {
            forward_block<Bounded, Clamped, decltype(degree)::value>(c, b, b.degree);
        });
}

template <bool Due, bool Clamped>
void backward(const compact_network& network, const columns& c) {
    for (std::size_t i = network.blocks().size(); i-- > 0;) {
        const compact_block& b = network.blocks()[i];
        with_degree(b.degree, [&](auto degree) {
            backward_block<Due, Clamped, decltype(degree)::value>(c, b, b.degree);
        });
    }
}

}  // namespace

std::optional<std::uint32_t> compact_schedule::compute_uniform(std::int32_t critical_slack) {
    const std::size_t n = network_.tasks();
    const columns c{
        network_.source(), network_.weight(), earliest_.empty() ? nullptr : earliest_.data(),
        start_.data(),     tail_.data(),      due_.empty() ? nullptr : due_.data()};
    const bool bounded = c.earliest != nullptr, due = c.due != nullptr;
    if (may_leave_calendars_)
        bounded ? forward<true, true>(network_, c) : forward<false, true>(network_, c);
    else
        bounded ? forward<true, false>(network_, c) : forward<false, false>(network_, c);
    end_ = std::max(least_end_, 0);
    for (std::size_t p = 0; p < n; ++p) end_ = std::max(end_, start_[p] + duration_[p]);
    if (end_ >= beyond_calendars)
        for (std::size_t p = 0; p < n; ++p)
            if (start_[p] + duration_[p] >= beyond_calendars) return static_cast<std::uint32_t>(p);

    std::copy(duration_.begin(), duration_.end(), tail_.begin());
    if (due) std::copy(latest_.begin(), latest_.end(), due_.begin());
    if (may_leave_calendars_)
        due ? backward<true, true>(network_, c) : backward<false, true>(network_, c);
    else
        due ? backward<true, false>(network_, c) : backward<false, false>(network_, c);
    for (std::size_t p = 0; p < n; ++p) {
        const std::int32_t slack = end_ - tail_[p] - start_[p];
        slack_[p] = slack;
        critical_[p] = slack <= critical_slack ? 1 : 0;
    }
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
