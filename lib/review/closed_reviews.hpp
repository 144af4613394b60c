#pragma once
// Reviews that a body keeps: what a closed one says, what it carried over, what it left owing.

#include "review/lens.hpp"

#include <optional>
#include <vector>

namespace mandate {

/// How and when a review is closed.
struct closing_act {
    civil_day on;
    row_number official = no_row;
    std::string reason;
    std::optional<civil_day> explanations_due;
};

/// The review as it is when it is closed with what the record says up to the event `known`: a
/// function of these events alone, so the same for ever. `viewer`: as in lens. Cost: as
/// build_review, and with answers that of their questions.
review review_as_closed(const state& s, row_number row, const closing_act& how, seq_number known,
                        int utc_offset_minutes, row_number viewer, calendar_pool* pool,
                        bool with_answers = true);

/// The closed review that corrects this one by what is known then.
std::optional<named_closing> closed_correction_of(const state& s, row_number row, seq_number known);
/// Those of the period that none corrects, by code.
std::vector<named_closing> closed_reviews_of(const state& s, const period& of, seq_number known);

}  // namespace mandate
