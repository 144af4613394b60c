#pragma once
// How an error is told that may repeat nothing of its command.

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {

/// The error with its code and names of our own only: a command that names a class of access may be
/// one that the ledger may not hold, or be about something of which it holds no words.
inline error without_words(const error& e) {
    constexpr std::array<std::string_view, 5> own_names{"command", "effective_on", "recorded_at",
                                                        "actor", "corrects"};
    constexpr std::array<std::string_view, 5> kept{"command_name", "rule", "offset", "line",
                                                   "column"};
    std::vector<fact> facts;
    std::string command, field = "a key";
    for (const auto& [key, content] : e.facts()) {
        if (key == "command_name") command = content + ": ";
        if (key == "field" && (find_field(content) != nullptr ||
                               std::count(own_names.begin(), own_names.end(), content) > 0))
            facts.emplace_back(key, field = content);
        else if (std::count(kept.begin(), kept.end(), key) > 0)
            facts.emplace_back(key, content);
    }
    return {e.code(),
            command + field + " is not taken (" + std::string{name_of(e.code())} +
                "); what it says is left out here, because the command names an access_class",
            std::move(facts)};
}

}  // namespace mandate
