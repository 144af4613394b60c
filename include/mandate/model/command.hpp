#pragma once
// A command: what an actor asks to be recorded, as a list of named values. It is judged by the
// rules and, if they allow it, becomes one event.

#include "mandate/base/civil_day.hpp"
#include "mandate/model/names.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mandate {

/// Days are integers (days since 1970-01-01), choices their numbers; codes and periods are text.
using value = std::variant<std::int64_t, std::string>;

/// One value of a field. A list is the field repeated, in order.
struct field_value {
    mandate::field name;
    mandate::value content;

    friend bool operator==(const field_value&, const field_value&) = default;
};

/// Named values, as commands and the arguments of questions carry them.
class arguments {
public:
    std::vector<field_value> values;

    /// The first value of the field; empty text counts as absent.
    std::optional<std::string_view> text(field name) const noexcept;
    std::vector<std::string_view> texts(field name) const;
    std::optional<std::int64_t> integer(field name) const noexcept;
    std::optional<civil_day> day(field name) const noexcept;
    bool has(field name) const noexcept;

    friend bool operator==(const arguments&, const arguments&) = default;
};

struct command : arguments {
    command_kind kind{};
    /// The day on which it counts. Absent: the day of the event it corrects, else its own where it
    /// has one (lib/README.md, decision 85: agencies, posts, documents and what is said of them,
    /// terms), else in an imported history the day it was recorded, else the act's today.
    std::optional<civil_day> effective_on;
    /// The event (its seq) that this one replaces; for void_event the event that is withdrawn.
    std::int64_t corrects = 0;

    /// Only an import into an empty ledger may set these: history keeps its own times and actors.
    std::optional<std::int64_t> recorded_at_us;
    std::string actor;

    /// The line of the file where it begins, for messages; 0: it comes from no file.
    std::size_t line = 0;

    friend bool operator==(const command&, const command&) = default;
};

/// Gives the next commands, which count until the next call; none: there are no more.
using command_pieces = std::function<std::span<const command>()>;

/// Who records, when, and as which request.
struct act {
    civil_day today;          ///< the host's civil day
    std::int64_t now_us = 0;  ///< UTC microseconds
    std::string actor;        ///< not empty; at most 200 bytes
    std::string request_id;   ///< makes a retry safe; may be empty; at most 200 bytes
    /// request_id was made of a file's bytes and of how it is read (import_request_id): it tells
    /// the whole batch, but for what its names match by now, so the commands are not compared.
    bool names_file = false;
};

/// A command that was recorded. The columns of the table `event`, decoded.
struct event {
    std::int64_t seq = 0;             ///< 1, 2, 3 ... without gaps
    std::int64_t recorded_at_us = 0;  ///< never decreases with seq
    std::string actor;
    std::string request_id;
    mandate::command command;  ///< effective_on is set
};

}  // namespace mandate
