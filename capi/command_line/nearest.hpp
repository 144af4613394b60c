#pragma once
// Which of some names a mistyped word was meant to be.

#include <string>
#include <string_view>
#include <vector>

namespace command_line {

struct near_name {
    std::string word, name;
};

/// Of the words the one that is nearest to a name, and that name; empty where none is near: more
/// than a third of the letters wrong, left out, put in, or two exchanged. Of equals the first word.
near_name nearest(const std::vector<std::string>& words, const std::vector<std::string>& names);

}  // namespace command_line
