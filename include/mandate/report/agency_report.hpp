#pragma once
// Agencies that wait for each other, for readers.

#include "mandate/ledger/ledger.hpp"
#include "mandate/report/report.hpp"

#include <string>

namespace mandate {

/// UTF-8, LF: the bottlenecks, what each agency waits for from each other one, and those that wait
/// for each other. At most 100 columns wide where words allow.
std::string agency_text(const agency_waits& waits, language lang);

/// {"schema":1,"as_of":"2024-04-25","bottlenecks":[...],"pairs":[...],"mutual_waiting":[...]}, each
/// row an object with the columns of the question of that name.
std::string agency_json(const agency_waits& waits);

/// A graph in the language of Graphviz (UTF-8, LF): an arrow from each agency that goes first to
/// each that waits for it, with the open waits and, in brackets, the working days to wait. What the
/// viewer of `waits` may not see is in no figure. The same content gives the same bytes.
std::string agency_dot(const agency_waits& waits, language lang);

}  // namespace mandate
