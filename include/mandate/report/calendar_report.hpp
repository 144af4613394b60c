#pragma once
// The work calendar of a year for readers: its days off and why, the days worked in their place,
// and how many working days each month and quarter has.

#include "mandate/calendar/work_calendar.hpp"
#include "mandate/report/report.hpp"

#include <string>

namespace mandate {

/// UTF-8, LF, at most 100 columns wide where words allow; says so where the year is provisional.
/// @throws error{errc::out_of_range} for a year outside 1900 to 2199.
std::string calendar_text(const work_calendar& calendar, int year, language lang);

/// The same as JSON, with the names in every language in which they were given:
/// {"schema":1,"year":2024,"weekdays":[...],"provisional":false,"working_days":{...},"days":[...],
/// "findings":[...]}. @throws error{errc::out_of_range}
std::string calendar_json(const work_calendar& calendar, int year);

}  // namespace mandate
