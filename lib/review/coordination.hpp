#pragma once
// How agencies work together (lib/README.md, decision 29): for each ordered pair, what the first
// waited for from the second, with every case behind each number.

#include "review/lens.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mandate {

enum class case_kind : std::uint8_t {
    consultation,  ///< an opinion was asked for
    obligation,    ///< a coordinating agency's own part in a task
    hand_off,      ///< a task of the one waits for the finish of a task of the other
};
std::string_view name_of(case_kind kind) noexcept;

enum class case_state : std::uint8_t { in_time, late, open, overdue };
std::string_view name_of(case_state state) noexcept;

/// `asking` waited for `asked` since `since`. As of the last day looked at.
struct coordination_case {
    row_number asking, asked;
    case_kind kind;
    row_number task;   ///< for which it waited
    std::string code;  ///< of the consultation, the task of the obligation, or the link
    civil_day since;
    std::optional<civil_day> due, answered_on;
    bool by_silence = false;  ///< the due day answered: silence means agreement
    /// The day on which the task was done without the answer that was overdue: nobody waits for it
    /// any more.
    std::optional<civil_day> waited_until{};
    /// Working days past the due day on which it was owed; 0: it is not overdue. Where the due day
    /// had passed when it was asked, from the day on which it was asked.
    int days_overdue = 0;
    /// Working days from the one after it was asked, without those on which it was not owed: until
    /// the due day (0: that had passed, or there is none), and until the answer, else the last day
    /// looked at.
    int days_given = 0, days_taken = 0;
    /// Several asked the same of `asked`, and another of these cases comes before: what is said of
    /// `asked` alone counts it once.
    bool asked_by_another = false;

    /// `on`: the last day looked at. An answer to a case without a due day is in time.
    case_state state(civil_day on) const noexcept {
        if (answered_on) return due && *answered_on > *due ? case_state::late : case_state::in_time;
        return due && *due < on ? case_state::overdue : case_state::open;
    }
    bool is_waiting() const noexcept { return !answered_on && !waited_until; }
};

/// A task that one agency leads and another coordinates, due or done in the span.
struct joint_task {
    row_number lead, coordinating, task;
    bool done_in_time;
    std::optional<quality_kind> quality;  ///< as rated, else of the accepted result
};

struct coordination {
    std::vector<coordination_case> cases;
    std::vector<joint_task> joint_tasks;
};

/// The cases that were answered in the span or are still unanswered at its end, so each case is
/// answered in one period only. `through` looks at the span's last day, or at an earlier cut-off.
/// What was answered is counted whatever the task, or who coordinates it, became later; what was
/// stated of an own part after its answer is another case. A case that
/// was overdue when its task was done without it stays so, and is last counted in the period of
/// that day. Left out: what the viewer may not see, what is unanswered of tasks that are cancelled
/// or suspended, and what a task that is done no longer waits for and was not due. Where silence
/// means agreement, the due day answers. Cost: linear in tasks, consultations and links, and their
/// versions.
coordination coordination_of(const lens& through, const period& span);

}  // namespace mandate
