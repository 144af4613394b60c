#pragma once
// The part of apply() that changes tasks.

#include "model/event_reader.hpp"

namespace mandate {

/// Puts what an event about a task says; returns the task's row.
row_number put_task(state& s, const standing& at, const event_reader& r);

/// Withdraws the event `seq` from the instances that it made, if it was a fan_out_task or
/// repeat_task of this task.
void withdraw_instances(state& s, row_number task, seq_number seq, seq_number by);

/// "T/A": the code of an instance. Cost: one text.
std::string instance_code(std::string_view task, std::string_view of);
/// The codes of the instances that the command makes; none for other commands.
std::vector<std::string> instance_codes(const command& c);

}  // namespace mandate
