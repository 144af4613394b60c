// The edition for publication.

#include "mandate/review/review.hpp"

#include <algorithm>

namespace mandate {

// What is copied is listed, not what is left out: something new in a review is not published before
// somebody has thought about it.
review publication_of(const review& internal) {
    const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
    review r;
    r.period = internal.period;
    r.next = internal.next;
    r.cut_off = internal.cut_off;
    r.class_day = internal.class_day;
    r.meeting_day = internal.meeting_day;
    r.revision = internal.revision;
    r.known_at_us = internal.known_at_us;
    r.utc_offset_minutes = internal.utc_offset_minutes;
    if (internal.closing) {
        r.closing = review_closing{};
        r.closing->closed_on = internal.closing->closed_on;
        if (const auto& by = internal.closing->corrected_by)
            r.closing->corrected_by = named_closing{{}, by->closed_on};
    }
    r.finishing_day = internal.finishing_day;
    r.issue_day = internal.issue_day;
    r.at_end = internal.at_end;
    r.at_cut_off = internal.at_cut_off;
    r.by_end = internal.by_end;
    r.compared = internal.compared;
    r.waived = internal.waived;
    r.on_time_with_waivers = internal.on_time_with_waivers;
    r.sum_of_rows = internal.sum_of_rows;
    r.placeholders = internal.placeholders;
    r.percentages = internal.percentages;
    r.not_shown = internal.not_shown;
    r.recommendations_open = internal.recommendations_open;

    publication_figures p;
    p.population = size(internal.population);
    p.overdue = size(internal.overdue);
    p.unfinished = size(internal.unfinished);
    p.unexplained = size(internal.unexplained);
    p.done_since = size(internal.done_since);
    p.carried_late = size(internal.carried_late);
    p.carried_planned = size(internal.carried_planned);
    p.without_deadline = size(internal.without_deadline);
    p.without_lead = size(internal.without_lead);
    p.next_new = size(internal.next_new);
    p.next_planned = size(internal.next_planned);
    p.only_reported = size(internal.only_reported);
    for (const agency_row& a : internal.agencies) {
        p.agencies += a.led.total() > 0 ? 1 : 0;
        p.agencies_with_overdue += a.led[task_class::open_overdue] > 0 ? 1 : 0;
    }
    p.recommendations = size(internal.recommendations);
    p.recommendations_open = internal.recommendations_open;
    r.publication = p;
    return r;
}

}  // namespace mandate
