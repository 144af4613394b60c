#pragma once
// Whose a thing in a review is. A review of some agencies lists what is theirs (lib/README.md,
// decision 158).

#include "review/document_matters.hpp"
#include "review/programme_matters.hpp"

#include <vector>

namespace mandate {

/// Whose programme the item is in, who is to do it, and who leads its task. Beside who has ended,
/// as everywhere here, stands who alone goes on for it.
std::vector<row_number> agencies_of(const lens& through, const planned_item& item,
                                    const counted_by_parts& wholes);
/// Who owes the review, where nobody is named who issued the document; and who leads the task that
/// carries it out.
std::vector<row_number> agencies_of(const lens& through, const due_review& review,
                                    const counted_by_parts& wholes);
/// Who issued the document: the one that must move, as nobody carries the clause out.
std::vector<row_number> agencies_of(const lens& through, const orphan_clause& one);
/// Who raised it and who owes an answer to it, after what was handed over; and who goes on for
/// them.
std::vector<row_number> agencies_of_recommendation(const lens& through, row_number recommendation);

/// Whether one of `agencies` is one of `only`; of the review of all, for which `only` is empty,
/// also where there is none.
bool is_of(const std::vector<row_number>& only, const std::vector<row_number>& agencies);

}  // namespace mandate
