#include "mandate/calendar/year_count.hpp"

#include "mandate/calendar/period.hpp"

namespace mandate {

year_count working_days_of(const work_calendar& calendar, int year) {
    year_count sum;
    for (int month = 1; month <= 12; ++month) {
        const period p{period_kind::month, year, month};
        const int n = calendar.count(p.first(), p.last()) + (calendar.works(p.first()) ? 1 : 0);
        sum.months[static_cast<std::size_t>(month - 1)] = n;
        sum.quarters[static_cast<std::size_t>((month - 1) / 3)] += n;
        sum.year += n;
    }
    return sum;
}

}  // namespace mandate
