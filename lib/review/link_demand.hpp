#pragma once
// The day on which a link lets the other end begin, or end, by the calendar of the task that waits.

#include "mandate/calendar/work_calendar.hpp"
#include "mandate/graph/dependency.hpp"

namespace mandate {

/// What starts on a day starts in its morning; what ends on a day ends in its evening, so that the
/// next working day is the first on which something can start.
class link_demand {
public:
    /// Borrowed: of the task that waits.
    explicit link_demand(const work_calendar& days) : days_{days} {}

    /// The earliest day on which it may start, or end (to_finish).
    civil_day of(const dependency& link, civil_day start_before, civil_day finish_before) const {
        const civil_day from = from_finish(link.type) ? finish_before : start_before;
        if (link.type == link_kind::finish_finish)
            return link.unit == lag_unit::working_days
                       ? lagged(days_.rolled(from, roll::preceding), link.lag)
                       : days_.rolled(from + link.lag, roll::preceding);
        const civil_day boundary = from_finish(link.type) ? from + 1 : from;
        const civil_day start = link.unit == lag_unit::working_days
                                    ? lagged(days_.rolled(boundary, roll::following), link.lag)
                                    : days_.rolled(boundary + link.lag, roll::following);
        return link.type == link_kind::start_finish ? days_.previous(start) : start;
    }

    /// The same as a day on which work of so many days may start.
    civil_day start(const dependency& link, civil_day start_before, civil_day finish_before,
                    int length) const {
        const civil_day day = of(link, start_before, finish_before);
        return !to_finish(link.type) || length <= 1 ? day : days_.add(day, 1 - length);
    }

private:
    civil_day lagged(civil_day day, int lag) const { return lag == 0 ? day : days_.add(day, lag); }

    const work_calendar& days_;
};

}  // namespace mandate
