#include "model/days_at_rest.hpp"

namespace mandate {

std::vector<days_at_rest> rests_of(const task_record& t, const view& v) {
    std::vector<days_at_rest> all;
    bool rests = false;
    t.life().conditions.each(v, [&](const auto& c) {
        const bool active = c.value.now == task_record::activity::active;
        if (active && rests) all.back().resumed = c.effective_on;
        if (!active && !rests) all.push_back({c.effective_on, {}});
        rests = !active;
    });
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

}  // namespace mandate
