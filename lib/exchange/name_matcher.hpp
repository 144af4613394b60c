#pragma once
// Finds known agencies in the words of a document, where names stand in a row with commas between
// and inside them, or with nothing between them at all.

#include "mandate/model/agency_names.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mandate {

class name_matcher {
public:
    explicit name_matcher(std::span<const agency_names> known);

    struct reading {
        std::vector<std::string> codes;         ///< each once, in the order of the words
        std::vector<std::string> unrecognised;  ///< words between the names, as stated
        std::vector<std::string> ambiguous;     ///< names that several agencies have, as stated
    };
    /// From the left, at each word the longest known name that ends with a word. Letter case,
    /// Unicode form and spacing do not matter. `,` `;` `/` and `và` ("and") may separate names.
    /// @pre the words are valid UTF-8. Cost: words times the words of the longest name.
    reading read(std::string_view words) const;

private:
    // A tree of words: the path from the root spells a name, word by word.
    struct node {
        std::unordered_map<std::string, std::size_t> next;
        std::string code;  ///< of the agency whose name ends here; empty if none does
        bool ambiguous = false;
    };
    std::vector<node> nodes_;
};

}  // namespace mandate
