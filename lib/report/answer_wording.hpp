#pragma once
// The answers that a review takes along, as tables of words: text and HTML print the same rows.

#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate::wording {

struct worded_table {
    struct column {
        std::string heading;
        bool number = false;  ///< to the right
        bool day = false;     ///< in one line
    };
    std::string id;  ///< for an anchor
    std::string title;
    std::vector<column> columns;
    std::vector<std::vector<std::string>> rows;  ///< a cell per column; "-": nothing to tell
    std::string none;                            ///< what is said where there are no rows
    std::string note;                            ///< below the rows; may be empty
};

/// Warnings; slow work, ratings and slipped days by agency; own parts by agency and one by one;
/// pairs of agencies; those that wait for each other; standings by indicator. Empty where the
/// review has no answers.
std::vector<worded_table> worded_answers(const review& r, language lang);

/// What became of the conclusions of earlier meetings, the latest meeting first; absent where the
/// review has no answers.
std::optional<worded_table> worded_conclusions(const review& r, language lang);

/// The title of a task that the review describes, or that its answers name; else empty.
multilingual title_of_task(const review& r, std::string_view code);

/// A matter of the agenda.
struct worded_matter {
    std::string kind;  ///< of the thing, as in the question
    std::string code;
    multilingual title;
    std::string late, who, waits, decision;
};
/// In the order of the agenda, at most seven.
std::vector<worded_matter> worded_agenda(const review& r, language lang);

}  // namespace mandate::wording
