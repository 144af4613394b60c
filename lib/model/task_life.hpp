#pragma once
// Whether the moves on a task still make a life after one of them was corrected.

#include "model/state.hpp"

#include <vector>

namespace mandate {

/// A correction or a withdrawal has taken its place: the moves that stand now must be in order.
/// Nothing before the assignment; each answer after the submission it answers; one answer to a
/// submission, and none pending when the next comes; suspended and resumed in turns; cancelled
/// last.
/// @throws error{errc::refused}, rule "others_stand_on_it", that lists the events in the way.
/// Cost: the versions of the task.
void judge_life(const state& s, const task_record& t);

/// Events about the task that could not have been on their own day: by the table of moves;
/// conditions that were owed already; documents issued before they were expected or dated. Entered
/// late, a move is judged by what the task is in now (lib/README.md, decision 84). Ordered by day
/// and place. Cost: the versions of the task.
std::vector<seq_number> moves_out_of_order(const state& s, const task_record& t);

}  // namespace mandate
