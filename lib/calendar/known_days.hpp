#pragma once
// Days beyond what is known of a calendar.

#include "mandate/base/error.hpp"
#include "mandate/calendar/work_calendar.hpp"

#include <optional>

namespace mandate {

/// The last day that is known of the calendar before the first year from that of `from` to that of
/// `until` that is provisional. None where all are known, or `until` lies before `from`.
std::optional<civil_day> known_until(const work_calendar& calendar, civil_day from,
                                     civil_day until);

/// The finding calendar.ends, where there is such a day: with it, and `until`.
std::optional<finding> beyond_known(const work_calendar& calendar, civil_day from, civil_day until);

}  // namespace mandate
