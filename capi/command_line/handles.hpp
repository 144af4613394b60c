#pragma once
// The C interface with owners: what it gives is freed by itself, and a failed call is an exception.

#include "mandate.h"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace command_line {

/// What the user is told, in one line, and the exit code that goes with it.
class failure : public std::runtime_error {
public:
    failure(const std::string& text, int exit_code, mandate_status status = MANDATE_OK)
        : std::runtime_error{text}, exit_code_{exit_code}, status_{status} {}
    int exit_code() const noexcept { return exit_code_; }
    /// Of the call that failed; MANDATE_OK: it was none.
    mandate_status status() const noexcept { return status_; }

private:
    int exit_code_;
    mandate_status status_;
};

constexpr int done = 0;
constexpr int has_findings = 1;
constexpr int wrong_use = 2;
constexpr int bad_input = 3;
constexpr int no_storage = 4;  ///< storage, or the machine itself

template <auto Free>
struct freed_by {
    template <class T>
    void operator()(T* handle) const noexcept {
        Free(handle);
    }
};

using ledger = std::unique_ptr<mandate_ledger, freed_by<mandate_ledger_close>>;
using batch = std::unique_ptr<mandate_batch, freed_by<mandate_batch_free>>;
using table = std::unique_ptr<mandate_table, freed_by<mandate_table_free>>;
using calendar = std::unique_ptr<mandate_calendar, freed_by<mandate_calendar_free>>;
using bytes = std::unique_ptr<mandate_bytes, freed_by<mandate_bytes_free>>;

/// Calls a function whose last parameter is err. @throws failure
template <class... Parameters, class... Arguments>
void call(mandate_status (*function)(Parameters...), Arguments... arguments) {
    mandate_error* err = nullptr;
    const mandate_status status = function(arguments..., &err);
    if (status == MANDATE_OK) return;
    const std::unique_ptr<mandate_error, freed_by<mandate_error_free>> owner{err};
    const mandate_status group = status / -1000;  // as the thousands of the codes in mandate.h
    throw failure{mandate_error_text(err),
                  group == 1   ? wrong_use
                  : group == 2 ? bad_input
                               : no_storage,
                  status};
}

/// The same for a function whose last parameters are out and err.
template <class Owner, class... Parameters, class... Arguments>
Owner made(mandate_status (*function)(Parameters...), Arguments... arguments) {
    typename Owner::pointer out = nullptr;
    call(function, arguments..., &out);
    return Owner{out};
}

/// What `run` returns; where it finds bad input, the failure names the file or option it is about.
template <class Run>
auto about(const std::string& what, Run run) {
    try {
        return run();
    } catch (const failure& f) {
        if (f.exit_code() != bad_input) throw;
        throw failure{what + ": " + f.what(), bad_input};
    }
}

inline std::string_view content(const bytes& of) noexcept {
    return {mandate_bytes_data(of.get()), mandate_bytes_size(of.get())};
}

}  // namespace command_line
