#pragma once
// How often and how far a deadline may be put off, by the ledger's own table (`limit_extensions`;
// lib/README.md, decision 174).

#include "mandate/model/command.hpp"
#include "model/state.hpp"

#include <optional>

namespace mandate {

/// Of revise_deadline, also of a correction of one. `stood`: as judge_task; what was put off after
/// it is judged again (later_events.cpp). @pre its fields name what is in the ledger. @throws
/// error{errc::refused}, rule "extension_limit".
void judge_extension(const state& s, row_number task, const command& c, bool stood);

/// What states the first deadline of a task another time: a correction, or the restatement of what
/// was withdrawn. `to`: nothing: none any more, which is later than any. @throws as above.
void judge_first_deadline(const state& s, const command& c, row_number task,
                          const std::optional<civil_day>& to);

/// The day that a command states; nothing where it makes the task standing work.
std::optional<civil_day> deadline_stated(const command& c);

}  // namespace mandate
