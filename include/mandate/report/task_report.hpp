#pragma once
// One task, for readers: its class and why, where it comes from, what happened to it, what decides
// its date, or for whom it waits for ever, why it is late.

#include "mandate/ledger/ledger.hpp"
#include "mandate/report/report.hpp"

#include <string>

namespace mandate {

/// UTF-8, LF, at most 100 columns wide where words allow.
std::string task_text(const task_answers& answers, language lang);

/// {"schema":1,"as_of":"2024-04-25","tasks":[...],"lineage":[...],"history":[...],
/// "why_this_date":[...],"cycles":[...],"slips":[...],"attribution":[...],"findings":[...]}, each
/// row an object with the columns of the question; "tasks" has the task asked for alone, "cycles"
/// the knots of tasks on which its date hangs, "findings" {"key","text"}.
std::string task_json(const task_answers& answers);

}  // namespace mandate
