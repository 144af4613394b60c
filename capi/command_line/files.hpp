#pragma once
// What the command line reads and writes.

#include <cstdint>
#include <string>
#include <string_view>

namespace command_line {

/// The whole file; "-": standard input. @throws failure
std::string read_all(const std::string& file);

/// To standard output. @throws failure if it cannot take all of it.
void print(std::string_view text);
/// "1 event", "2 events".
std::string counted(std::int64_t number, std::string_view thing);

/// A ledger as it is named to the user: its path; an address is not repeated, since it may hold a
/// password.
std::string shown(const std::string& name);

/// One line to standard error: "note: ...", "mandate: ...".
void print_line_of_error(std::string_view head, std::string_view text) noexcept;

/// The rule for every file that is written here, as the library has it for those that it writes: no
/// ledger, and nothing that SQLite or a snapshot keeps beside it, is written over, and no address
/// is taken for a path. @throws failure
void require_no_ledger(const std::string& file);

/// Writes a file whole or not at all: into a new file beside it, which then takes its name. A
/// device or pipe is written to as it is. @throws failure, also of a ledger
void write_whole(const std::string& file, std::string_view text);

}  // namespace command_line
