#pragma once
// CSV (RFC 4180) into commands; the caller names the columns.

#include "mandate/base/civil_day.hpp"
#include "mandate/base/error.hpp"
#include "mandate/model/agency_names.hpp"
#include "mandate/model/command.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {

/// One record of a CSV file and where it begins.
struct csv_row {
    std::vector<std::string> cells;
    std::size_t line = 0;              ///< from 1
    std::vector<std::size_t> offsets;  ///< of each cell in the text, in bytes
};

/// All records of RFC 4180 text: UTF-8, a byte order mark allowed, LF or CRLF, quoted cells with
/// doubled quotes and line breaks. @throws error{errc::malformed, invalid_utf8} with line and
/// column.
std::vector<csv_row> read_csv(std::string_view text);

/// How a list of tasks is to be read.
struct csv_task_list {
    /// Which column of the file (by its heading) fills which field of assign_task:
    /// {field::title_vi, "nhiem_vu"}. field::task, title_vi, title_en, title_tr, lead,
    /// coordinating, product, field_of_work, deadline (the words of the deadline), note, doubt may
    /// be named.
    std::vector<std::pair<field, std::string>> columns;
    std::string code_prefix;             ///< put before the text of the task column: "NQ03-" + "12"
    std::vector<std::string> documents;  ///< codes of the source documents of every row
    std::string assigner;                ///< code of an agency; may be empty
    civil_day assigned_on;
    std::vector<std::string> sources;  ///< of every row
};

struct csv_import {
    std::vector<command> commands;  ///< one assign_task a row
    std::vector<finding> findings;  ///< names and deadlines that were not understood
};

/// Agencies in the lead and coordinating columns are found by their names and aliases among those
/// of `known`: longest first, letter case, Unicode form and spacing not minded, never split on
/// commas. What remains is kept as stated and is a finding; the words of the source are kept in
/// any case. Deadlines are read by read_deadline; words it does not know are kept, the task has no
/// deadline, and a finding says so.
/// @throws error{errc::malformed, ...} with line and column; errc::invalid_argument if a named
/// column is not in the file.
csv_import read_task_list(std::string_view csv, const csv_task_list& how,
                          std::span<const agency_names> known);

}  // namespace mandate
