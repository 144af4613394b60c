#include "model/days_at_rest.hpp"

#include <algorithm>

namespace mandate {

std::vector<days_at_rest> rests_of(const task_record& t, const view& v,
                                   std::optional<civil_day> answered) {
    std::vector<days_at_rest> all;
    bool rests = false;
    t.life().conditions.each(v, [&](const auto& c) {
        const bool active = c.value.now == task_record::activity::active;
        if (active && rests) all.back().resumed = c.effective_on;
        if (!active && !rests) all.push_back({c.effective_on, {}});
        rests = !active;
    });
    if (answered) std::erase_if(all, [&](const auto& rest) { return rest.first > *answered; });
    return all;
}

std::optional<civil_day> owed_by(civil_day due, const std::vector<days_at_rest>& rests,
                                 const work_calendar& days) {
    for (const days_at_rest& rest : rests) {
        if (due < rest.first) break;
        if (!rest.resumed) return std::nullopt;
        if (due < *rest.resumed) due = days.next(*rest.resumed);
    }
    return due;
}

int working_days(civil_day from, civil_day until, const std::vector<days_at_rest>& off,
                 const work_calendar& days) {
    int all = 0;
    while (from <= until) {
        civil_day begin = until + 1, end = from;  // of the next ones that are off
        for (const days_at_rest& one : off) {
            const civil_day back = one.resumed.value_or(until + 1);
            if (back <= from) continue;
            if (one.first <= from)
                end = std::max(end, back);
            else
                begin = std::min(begin, one.first);
        }
        if (end == from) {
            all += days.count(from - 1, begin - 1);
            end = begin;
        }
        from = end;
    }
    return all;
}

}  // namespace mandate
