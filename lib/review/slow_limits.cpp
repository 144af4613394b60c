#include "review/slow_limits.hpp"

#include "model/part_in_task.hpp"

#include <algorithm>
#include <optional>

namespace mandate {
namespace {

// Working days after `after` and up to `until` on which the task was suspended.
int suspended_days(const lens& through, const task_record& t, civil_day after, civil_day until) {
    const auto& conditions = t.life().conditions;
    if (conditions.all().empty()) return 0;
    int days = 0;
    std::optional<civil_day> suspended;
    const auto end = [&](civil_day last) {
        last = std::min(last, until);
        if (suspended && std::max(*suspended - 1, after) < last)
            days += through.calendar().count(std::max(*suspended - 1, after), last);
    };
    conditions.each(through.times, [&](const auto& c) {
        const bool now = c.value.now == task_record::activity::suspended;
        if (now == suspended.has_value()) return;
        if (!now) end(c.effective_on - 1);
        suspended = now ? std::optional{c.effective_on} : std::nullopt;
    });
    end(through.times.as_of);
    return days;
}

}  // namespace

slow_limits limits_on(const lens& through) {
    slow_limits limits;
    if (through.record.policies.size() == 0) return limits;
    through.record.policies[0].slow.each(through.times, [&](const auto& stated) {
        const policy_record::slow_limits& s = stated.value;
        limits = {s.days_late.value_or(limits.days_late),
                  s.times_extended.value_or(limits.times_extended),
                  s.silent_after.value_or(limits.silent_after),
                  s.reminders_unanswered.value_or(limits.reminders_unanswered),
                  s.answer_within.value_or(limits.answer_within)};
    });
    return limits;
}

silence silence_of(const lens& through, const task_record& t, const task_facts& facts) {
    civil_day heard = facts.stated->effective_on;
    const auto hear = [&](const auto& v) { heard = std::max(heard, v.effective_on); };
    each_report_of_task(t, through.times, hear);
    t.life().submissions.each(through.times, hear);
    t.life().completions.each(through.times, hear);  // one that was not confirmed
    const civil_day today = through.times.as_of;
    return {heard,
            through.calendar().count(heard, today) - suspended_days(through, t, heard, today)};
}

civil_day silent_until(const lens& through, const task_record& t, civil_day heard, int days) {
    const work_calendar& calendar = through.calendar();
    civil_day day = calendar.add(heard, days);
    for (;;) {  // each turn adds the suspended days that the last one reached
        const civil_day later = calendar.add(heard, days + suspended_days(through, t, heard, day));
        if (later == day) return day;
        day = later;
    }
}

}  // namespace mandate
