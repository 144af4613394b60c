#pragma once
// What a period is compared with, and which comes after it.

#include "mandate/calendar/period.hpp"
#include "review/lens.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mandate {

struct periods_beside {
    std::optional<period> before;    ///< of its kind and length; of a term, the term before
    std::optional<period> year_ago;  ///< absent for more than a year, which would overlap itself
    std::optional<period> after;
};

/// Days that are those of a recorded term stand beside the terms of the same body, where these are
/// recorded; all others beside periods of their own length. Cost: the terms.
periods_beside periods_beside_of(const lens& through, const period& of);

/// Reads a period as a question names it: as parse_period does, or `term:` and the code of a term.
/// @throws error as parse_period; errc::unknown_reference for a term that the viewer does not know;
/// errc::refused (rule "term_has_an_end") for a term of which no last day is recorded.
period period_asked(const lens& through, std::string_view text);

/// Replaces the term that the field `period` of a question names by its days.
void replace_term(const lens& through, arguments& args);

}  // namespace mandate
