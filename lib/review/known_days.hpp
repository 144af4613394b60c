#pragma once
// Days beyond what is known of a calendar.

#include "mandate/base/error.hpp"
#include "mandate/calendar/work_calendar.hpp"

#include <optional>

namespace mandate {

/// The finding calendar.ends, where a year from that of `from` to that of `until` is provisional:
/// with the last day that is known before it, and `until`. None where `until` lies before `from`.
std::optional<finding> beyond_known(const work_calendar& calendar, civil_day from, civil_day until);

}  // namespace mandate
