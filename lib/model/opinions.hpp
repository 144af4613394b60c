#pragma once
// What becomes of the opinions that a consultation asks for: who owes each, and who gave it. What
// an agency answered before it took another's over is no answer for that other, and what was
// answered before a hand-over stays with who had it then.

#include "model/handed_over.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace mandate {

using opinion_answer = version<consultation_record::answer>;

/// Who was asked, and who has had that opinion to give, in turn (handed_over.hpp).
/// @pre the consultation is stated in the view.
struct asked_for_opinion {
    row_number asked;
    std::vector<ower> owers;

    /// Whether the agency spoke for one that had it by then; of `said` the day and place count.
    bool may_be_given_by(const state& s, row_number agency, const standing& said,
                         const view& at) const;
    /// The first answer of one that might give it; null: nothing yet. What event `without` answered
    /// is left out.
    const opinion_answer* answer(const state& s, row_number consultation, const view& at,
                                 std::int64_t without = 0) const;
};
asked_for_opinion asked_of(const state& s, row_number consultation, row_number asked,
                           const view& at);
std::vector<asked_for_opinion> asked_in(const state& s, row_number consultation, const view& at);

/// What was answered for `asked`; null: nothing yet.
const opinion_answer* answer_of(const state& s, row_number consultation, row_number asked,
                                const view& at);

/// One opinion: who owes it now, or had it when it was given. Where one agency has several that
/// nobody has given, or gave several at once, they are one.
struct opinion {
    row_number agency;
    const opinion_answer* answer;  ///< null: nothing yet
};
/// When an opinion that nobody has given ceases to be owed.
struct closing_of_opinions {
    std::optional<civil_day> on;  ///< absent: it does not
    civil_day heard_until;        ///< what is said after that day counts for nothing
};
/// In the order in which they were asked for. What nobody gave in time stays with who had it when
/// it ceased to be owed. Cost: those asked times the answers.
std::vector<opinion> opinions_in(const state& s, row_number consultation, const view& at,
                                 const closing_of_opinions& closing);

}  // namespace mandate
