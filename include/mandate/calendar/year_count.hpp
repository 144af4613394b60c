#pragma once
// How many working days a year, its quarters and its months have.

#include "mandate/calendar/work_calendar.hpp"

#include <array>

namespace mandate {

struct year_count {
    int year = 0;
    std::array<int, 4> quarters{};
    std::array<int, 12> months{};
};

/// @throws error{errc::out_of_range} for a year outside 1900 to 2199.
year_count working_days_of(const work_calendar& calendar, int year);

}  // namespace mandate
