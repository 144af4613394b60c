#pragma once
// What an agency is called, for importers that must find it in the words of a list.

#include <string>
#include <vector>

namespace mandate {

/// An agency and all it is called: names and aliases in every language.
struct agency_names {
    std::string code;
    std::vector<std::string> names;
};

}  // namespace mandate
