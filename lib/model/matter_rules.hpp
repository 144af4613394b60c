#pragma once
// Which moves are legal on recommendations, indicators, consultations, attributes and the policy.

#include "mandate/model/command.hpp"
#include "model/state.hpp"

#include <optional>
#include <string_view>

namespace mandate {

/// @throws error{errc::refused, missing_field, out_of_range}
void judge_matter(const state& s, const command& c);

/// What is asked today is not due yesterday. @throws error{errc::out_of_range}
void judge_answer_due(const command& c);

/// An attribute is of exactly one thing. Judged before the references, which need to know it.
void judge_attribute(const command& c);

/// A cause of delay is one of the list. @throws error{errc::unknown_reference}
void judge_cause(const state& s, const command& c);
bool is_known_cause(const state& s, std::string_view key);

/// Whether the last answer of a recommendation ends it: answered, accepted, declined or withdrawn,
/// and neither raised again nor found wanting by the raiser since.
bool is_settled(const recommendation_record& r, const view& v);
/// The last day for its answer: as raised, or as set since by an answer (in progress, forwarded).
/// Raised again after it was answered, it has the one stated then, or none until an answer states
/// one. What event `without` said is left out.
/// @pre it is stated in this view.
std::optional<civil_day> answer_due_of(const recommendation_record& r, const view& v,
                                       std::int64_t without = 0);
/// The day since which the answer is waited for: it was raised, or raised again after an answer.
/// @pre it is stated in this view.
civil_day raised_last_on(const recommendation_record& r, const view& v);
/// What the raiser made of the last answer; null: not judged since it was answered last.
const version<recommendation_record::judgement>* judgement_of(const recommendation_record& r,
                                                              const view& v);

/// Whether it is settled by an answer to which the raiser has said nothing; one that was withdrawn
/// waits for nothing.
bool waits_for_judgement(const recommendation_record& r, const view& v);

}  // namespace mandate
