#pragma once
// Words of the outside world as a fact of an error.

#include "mandate/base/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// The one fact, or none if the text is longer than 80 bytes: facts tell which, never all.
inline std::vector<fact> short_fact(std::string_view key, std::string_view text) {
    if (text.size() > 80) return {};
    return {{std::string{key}, std::string{text}}};
}

}  // namespace mandate
