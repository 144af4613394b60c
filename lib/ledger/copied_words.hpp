#pragma once
// Where else words stand that are to be destroyed.

#include "ledger/revision.hpp"
#include "mandate/store/event_store.hpp"

#include <string>
#include <vector>

namespace mandate {

/// Finds the words of an event in other events: in a correction of it or what it corrected, in one
/// that repeats them, and in the closing of a review that quotes them. Words of at least
/// `long_enough` bytes count wherever they stand, shorter ones where they are a whole text: else
/// "x" would be found everywhere.
class copied_words {
public:
    static constexpr std::size_t long_enough = 12;

    explicit copied_words(const std::vector<std::string>& words);

    /// Cost: a search for each of the words in each text of the row.
    bool are_in(const stored_event& row) const;

private:
    struct word {
        std::string plain, in_json;  ///< the second with its quotation marks
    };
    bool are_text(std::string_view text) const;
    bool are_in_json(std::string_view json) const;

    std::vector<word> words_;
};

}  // namespace mandate
