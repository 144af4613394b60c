#pragma once
// The JSON that errors and findings carry.

#include "mandate/base/error.hpp"

#include <span>
#include <string>
#include <string_view>

namespace mandate::capi {

/// {"agency":"BTC","task":["T01","T02"]}: in order of first occurrence; a fact that occurs more
/// than once is an array.
std::string facts_json(std::span<const fact> facts);

/// {"schema":1,"code":-2003,"name":"unknown_reference","text":"...","facts":{...}}
std::string error_json(const error& what, std::string_view text);

}  // namespace mandate::capi
