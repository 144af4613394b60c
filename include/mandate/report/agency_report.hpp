#pragma once
// Agencies that wait for each other, for readers.

#include "mandate/ledger/ledger.hpp"
#include "mandate/report/report.hpp"

#include <string>

namespace mandate {

/// UTF-8, LF: the bottlenecks, what each agency waits for from each other one, those that wait for
/// each other, and the tasks that do so for ever. At most 100 columns wide where words allow.
std::string agency_text(const agency_waits& waits, language lang);

/// {"schema":1,"as_of":"2024-04-25","bottlenecks":[...],"pairs":[...],"mutual_waiting":[...],
/// "cycles":[...]}, each row an object with the columns of the question of that name.
std::string agency_json(const agency_waits& waits);

/// A graph in the language of Graphviz (UTF-8, LF): an arrow from each agency that goes first to
/// each that waits for it, with the open waits and, in brackets, the working days to wait. What the
/// viewer of `waits` may not see is in no figure. The same content gives the same bytes.
std::string agency_dot(const agency_waits& waits, language lang);

/// The same three of how agencies worked together in a period: opinions asked for, own parts in
/// tasks, finished tasks. Text: each agency, each pair with the time given beside the time taken,
/// the pairs that need attention, and mutual waiting with its cases. JSON:
/// {"schema":1,"as_of":"2024-04-25","period":"2024-Q1","network":[...],"pairs":[...],
/// "mutual":[...]}. Graphviz: an arrow from each agency that waits to the one it waits for, with
/// the unanswered cases and, in brackets, the working days past their due days; those of agencies
/// that wait for each other are red.
std::string coordination_text(const coordination_figures& figures, language lang);
std::string coordination_json(const coordination_figures& figures);
std::string coordination_dot(const coordination_figures& figures, language lang);

}  // namespace mandate
