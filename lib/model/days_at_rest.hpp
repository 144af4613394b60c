#pragma once
// Days on which nothing of a task is owed (lib/README.md, decision 128): it was suspended, or had
// been cancelled. The one rule for opinions and own parts, wherever they are counted.

#include "mandate/calendar/work_calendar.hpp"
#include "model/task_record.hpp"

#include <optional>
#include <vector>

namespace mandate {

struct days_at_rest {
    civil_day first;
    std::optional<civil_day> resumed;  ///< the day of the resumption; absent: it still rests
};

/// Ascending. What is `answered` is as it stood then: without those that began later. Cost: how
/// often it was suspended and resumed.
std::vector<days_at_rest> rests_of(const task_record& t, const view& v,
                                   std::optional<civil_day> answered = {});

/// The day by which is owed what is due on `due`: where the task rests then, the first working day
/// after the resumption. Nothing: it has not been resumed, so nothing is owed by any day.
std::optional<civil_day> owed_by(civil_day due, const std::vector<days_at_rest>& rests,
                                 const work_calendar& days);

/// Working days from the one to the other, both included, without those of `off`, which may
/// overlap. Cost: theirs, squared.
int working_days(civil_day from, civil_day until, const std::vector<days_at_rest>& off,
                 const work_calendar& days);

}  // namespace mandate
