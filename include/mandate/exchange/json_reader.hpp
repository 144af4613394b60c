#pragma once
// Commands as JSON: one object a command, one after another, or in an array, or in the array
// "commands" of one object.

#include "mandate/base/error.hpp"
#include "mandate/model/command.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// Reads UTF-8 JSON of one of these forms (white space between values does not matter), where
/// each {...} is a command: {"command": "assign_task", "task": "T01", "title_vi": "...", ...}
///
///     {...} {...} {...}
///     [{...}, {...}]
///     {"mandate": 1, "commands": [{...}, {...}]}
///
/// Keys of a command: "command" (its name, required), "effective_on", "recorded_at" (an instant as
/// parse_instant reads it), "actor", "corrects" (an integer), "//" (a remark, dropped), and the
/// fields of that command by name. A list is an array of values or one value; a day is
/// "2024-04-25"; a choice its name; an integer a JSON integer. Every command is checked by
/// check_form.
/// Cost: one pass, no document tree in memory.
/// @throws error{errc::malformed, invalid_utf8, unknown_field, ...} with line and column (from 1,
/// column in characters) in text and facts, and "command" (index from 0) where inside one.
std::vector<command> read_json_commands(std::string_view json, int utc_offset_minutes);

/// The same in pieces, so that the commands of a text of any size take little memory, which is used
/// again for each piece.
class json_command_reader {
public:
    /// `json` is read until the last call.
    json_command_reader(std::string_view json, int utc_offset_minutes);
    ~json_command_reader();
    json_command_reader(const json_command_reader&) = delete;
    json_command_reader& operator=(const json_command_reader&) = delete;

    /// The next commands; empty: there are no more. Valid until the next call. @throws error as
    /// above; then no further call may follow.
    std::span<const command> next();

private:
    friend std::vector<command> read_json_commands(std::string_view json, int utc_offset_minutes);

    struct parsing;
    const std::unique_ptr<parsing> self_;
};

/// An error of recording the commands of `json`, with the line of the command that it names: "line
/// 12: command 3: ...". An error that names none comes back as it is.
error in_json(const error& e, std::string_view json);

}  // namespace mandate
