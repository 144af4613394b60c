#pragma once
// What goes wrong, said once: a stable code, one English line that names what, which and where,
// and the same facts as fields, so that a host can translate the line.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {

/// Numbers are part of the C ABI: never reused. The thousands tell the group and so the exit code
/// of the command line: -1xxx wrong use (2), -2xxx bad input (3), -3xxx storage (4), -4xxx machine
/// (4).
enum class errc : std::int32_t {
    invalid_argument = -1001,  ///< a parameter of a call is NULL, unknown or out of its range
    cancelled = -1002,         ///< the result of work that was cancelled is asked for

    malformed = -2001,          ///< JSON, CSV or a word that cannot be read; has line and column
    invalid_utf8 = -2002,       ///< has the byte offset
    unknown_reference = -2003,  ///< names an agency, task ... that the ledger does not hold
    out_of_range = -2004,       ///< a day, period, percentage ... outside its range
    missing_field = -2005,      ///< a required field is absent or empty
    duplicate = -2006,          ///< a code that is taken; codes are never reused
    refused = -2007,            ///< a rule of the domain forbids the move; has the rule's name
    cycle = -2008,              ///< a dependency would close a cycle; has the cycle in order
    unknown_field = -2009,      ///< a command or question does not have this field

    not_found = -3001,     ///< there is no ledger at this path
    not_a_ledger = -3002,  ///< the file is something else; it was not touched
    newer_format = -3003,  ///< written by a later version of Mandate; it was not touched
    busy = -3004,          ///< another process holds the write lock
    read_only = -3005,     ///< no right to write
    full = -3006,          ///< no space left
    io = -3007,            ///< reading or writing failed
    conflict = -3008,      ///< somebody recorded after the revision this call was based on
    damaged = -3009,       ///< an event cannot be read or does not fit the chain

    out_of_memory = -4001,
    forked = -4002,    ///< a handle opened before fork() was used in the child
    internal = -4003,  ///< a defect of Mandate itself
};

/// The name of the code, as in `unknown_reference`.
std::string_view name_of(errc code) noexcept;

/// One fact of an error or a finding: ("agency", "BTC"), ("line", "12").
using fact = std::pair<std::string, std::string>;

/// Thrown when a caller or the outside world breaks a promise. what() is one line of English
/// without a line break: what is wrong, which thing, where.
class error : public std::runtime_error {
public:
    error(errc code, const std::string& text, std::vector<fact> facts = {})
        : std::runtime_error{text}, code_{code}, facts_{std::move(facts)} {}

    errc code() const noexcept { return code_; }
    const std::vector<fact>& facts() const noexcept { return facts_; }

    /// The same error with more facts, and `where` put in front of the text: "line 3, column 9:
    /// ..."; an empty `where` leaves the text as it is.
    error at(const std::string& where, std::vector<fact> more) const;

private:
    errc code_;
    std::vector<fact> facts_;
};

/// Something a reader should know that does not stop the work: a lead that was not recognised, a
/// deadline that could not be read, a task of an ended agency that nobody took.
struct finding {
    std::string key;   ///< stable, as in "deadline.unread"
    std::string text;  ///< one line of English
    std::vector<fact> facts;

    friend bool operator==(const finding&, const finding&) = default;
};

}  // namespace mandate
