#pragma once
// Which moves are legal on a task: one table by the state it is in, and what each move needs
// besides.

#include "mandate/model/command.hpp"
#include "model/access.hpp"
#include "model/state.hpp"
#include "model/task_facts.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace mandate {

/// What a task is in for the rules; the first that fits, from the end.
enum class task_stage : std::uint8_t { open, submitted, suspended, done, cancelled };

/// One row of the table: the rule that refuses the move in each stage, "" where it is legal, and
/// whether what the task is in changes by it.
struct move_row {
    command_kind move;
    std::array<std::string_view, 5> refused_by;
    bool changes_stage = false;
};
std::span<const move_row> move_table() noexcept;

task_stage stage_of(const task_facts& now) noexcept;

/// Judges a command about a task. `stood`: it is an event that stands where it stood, judged again
/// because of another; what it follows and answers is judged then, too.
/// @throws error{errc::refused, missing_field, ...}
void judge_task(const state& s, const command& c, bool stood);
/// Judges by the table alone a command that makes something for a task: a link, a consultation.
/// @throws error{errc::refused}
void judge_stage(const state& s, const command& c);

/// Who is blamed for a delay has a part in the task, among what the actor sees (null: everything):
/// a refusal tells nothing of what is hidden. @throws error{errc::refused}
void judge_part_of_blamed(const state& s, const command& c, const sight* of_actor);

/// The periods by which a task recurs; nothing: it does not.
std::optional<period_kind> period_of(recurrence_kind r) noexcept;

}  // namespace mandate
