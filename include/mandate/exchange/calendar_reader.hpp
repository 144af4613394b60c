#pragma once
// A work calendar as JSON, for hosts that keep their calendars themselves.

#include "mandate/calendar/work_calendar.hpp"

#include <string_view>

namespace mandate {

/// {"weekdays": ["monday", ...], "holiday_rules": "viet_nam", "holiday_history": "known",
///  "known_on": "2024-03-31", "agency": "A",
///  "years": [{"year": 2026, "tet_window": "two_before", "national_day_side": "before",
///             "decision": "...", "announced_on": "..."}],
///  "exceptions": [{"day": "2024-04-29", "day_kind": "off", "pair_day": "2024-05-04",
///                  "name_vi": "...", "decision": "...", "announced_on": "...", "agency": "..."}]}
/// The members are named as the fields of the commands set_work_calendar, state_holidays and
/// except_day and mean the same; each may be absent. Weekdays: Monday to Friday; holiday_rules:
/// viet_nam; holiday_history: known.
/// @throws error{errc::malformed, unknown_field, missing_field, out_of_range} that names the
/// member.
calendar_definition read_calendar(std::string_view json);

}  // namespace mandate
