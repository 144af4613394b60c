#pragma once
// One task waits for another: the four kinds of link, with lag of either sign.

#include "mandate/model/names.hpp"

#include <cstdint>

namespace mandate {

/// Tasks by position, 0 .. n-1. The lag is in working days of the successor's calendar or in
/// calendar days, -36,500 to 36,500; negative is overlap.
///
///     finish_start   after starts  when before has finished + lag
///     start_start    after starts  when before has started  + lag
///     finish_finish  after ends    when before has finished + lag
///     start_finish   after ends    when before has started  + lag
struct dependency {
    std::uint32_t before;
    std::uint32_t after;
    std::int32_t lag = 0;
    link_kind type = link_kind::finish_start;
    lag_unit unit = lag_unit::working_days;

    friend bool operator==(const dependency&, const dependency&) = default;
};
static_assert(sizeof(dependency) == 16);

/// Does the link begin at the finish of the task that goes first? Else at its start.
constexpr bool from_finish(link_kind type) noexcept {
    return type == link_kind::finish_start || type == link_kind::finish_finish;
}
/// Does the link bound the finish of the task that waits? Else its start.
constexpr bool to_finish(link_kind type) noexcept {
    return type == link_kind::finish_finish || type == link_kind::start_finish;
}
/// A lag of no days is the same in both units.
constexpr bool has_calendar_lag(const dependency& link) noexcept {
    return link.unit == lag_unit::calendar_days && link.lag != 0;
}

}  // namespace mandate
