#pragma once
// From when work is slow, as the ledger states it (set_slow_limits), and since when nothing was
// heard of a task. Slow work and early warning judge by the same.

#include "model/task_facts.hpp"
#include "review/lens.hpp"

namespace mandate {

/// Where the ledger states none, these.
struct slow_limits {
    int days_late = 0;             ///< working days
    int times_extended = 2;        ///< extensions
    int silent_after = 20;         ///< working days
    int reminders_unanswered = 1;  ///< reminders
    int answer_within = 5;         ///< working days
};
slow_limits limits_on(const lens& through);

struct silence {
    civil_day heard;  ///< of the assignment, the last report or the last submission
    int days;         ///< working days since, but for those on which the task was suspended
};
silence silence_of(const lens& through, const task_record& t, const task_facts& facts);

/// The day with which so many of these working days had passed since `heard`.
civil_day silent_until(const lens& through, const task_record& t, civil_day heard, int days);

}  // namespace mandate
