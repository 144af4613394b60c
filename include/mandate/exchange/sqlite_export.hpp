#pragma once
// The record as plain tables, for SQL and reporting tools.

#include "mandate/ledger/ledger.hpp"

#include <string>

namespace mandate {

/// An SQLite file with one table for each question that can be asked without naming a thing (tasks,
/// agencies, documents, changes ...), with the columns of its answer, as they are on the day of the
/// view; days as "2024-04-25", what is missing as NULL. The table `export` says which ledger,
/// revision, day and viewer. Questions about a period or a thing are left out. An existing file at
/// the path is replaced, whole or not at all, unless it is a ledger.
/// @throws error{errc::refused} if a ledger is at the path; not_found, io, full, read_only.
void export_sqlite(const ledger& from, const view_request& view, const std::string& path);

}  // namespace mandate
