#pragma once
// Errors of bad input name a rule where they leave the library: that of the domain, or else the
// kind of mistake.

#include "mandate/base/error.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace mandate {

/// The error with the fact "rule": the one it has, else the name of its code. Errors of another
/// kind break no rule and stay as they are.
inline error with_rule(const error& e) {
    const auto code = static_cast<std::int32_t>(e.code());
    const bool bad_input = -3000 < code && code <= -2000;
    const bool named = std::any_of(e.facts().begin(), e.facts().end(),
                                   [](const fact& f) { return f.first == "rule"; });
    if (named || !bad_input) return e;
    return e.at({}, {{"rule", std::string{name_of(e.code())}}});
}

}  // namespace mandate
