#pragma once
// A cycle in words.

#include "mandate/base/text.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mandate {

/// Each task with the arrow to the next one, as "1 -0-> ", and the first again. Of a long cycle the
/// beginning and the end: the facts of an error have all of it.
inline std::string ring_text(std::span<const std::string> steps, const std::string& first) {
    constexpr std::size_t shown = 20;
    std::string text;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps.size() > shown && i == shown - 1) {
            i = steps.size() - 1;
            text += "... (" + to_text(static_cast<long long>(steps.size() - shown)) + " more) ... ";
        }
        text += steps[i];
    }
    return text + first;
}

/// Tasks with the link to the next one, the last to the first: "1 -0-> 2 -4-> 1".
inline std::string ring_text(std::span<const std::pair<std::string, std::string>> steps) {
    std::vector<std::string> all;
    for (const auto& [task, link] : steps) all.push_back(task + " -" + link + "-> ");
    return ring_text(all, steps.front().first);
}

}  // namespace mandate
