#pragma once
// Questions about the network of tasks: when, why then, and who waits for whom for ever.

#include "mandate/base/table.hpp"
#include "mandate/graph/forecast.hpp"
#include "mandate/model/command.hpp"
#include "review/lens.hpp"

#include <memory>

namespace mandate {

// The arguments were checked by check_form; columns as the descriptor table says.
// @throws error{errc::unknown_reference} for a task or document that is not in the ledger;
// errc::out_of_range, naming the task, where the days leave 1900-01-01 to 2199-12-31.

/// Cost: linear in tasks, links and their versions.
table answer_schedule(const lens& through, const arguments& args);
table answer_schedule_findings(const lens& through, const arguments& args);
table answer_why_this_date(const lens& through, const arguments& args);
table answer_cycles(const lens& through, const arguments& args);

// Which agency waits for which (agency_waits.cpp). A task is that of its first lead.

table answer_agency_pairs(const lens& through, const arguments& args);
table answer_bottlenecks(const lens& through, const arguments& args);
table answer_mutual_waiting(const lens& through, const arguments& args);
/// Cost: that of two schedules.
table answer_delay_impact(const lens& through, const arguments& args);
/// Cost: runs x (tasks + links). @throws error{errc::invalid_argument} for arguments out of range.
table answer_forecast(const lens& through, const arguments& args);
/// The same while it is computed, on threads of its own; it holds nothing of the ledger.
std::unique_ptr<forecast> start_forecast(const lens& through, const arguments& args);

}  // namespace mandate
