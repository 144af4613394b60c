#pragma once
// What waits for an answer on a task: the submission, the explanation, the request for an
// extension. Answers name the place of what they answer.

#include "model/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// The places (0: none) of what waits in this view; of several the last.
seq_number pending_submission(const task_record& t, const view& v);
seq_number pending_explanation(const task_record& t, const view& v);
/// A revision of the deadline from the day of the request on answers it too.
seq_number pending_request(const task_record& t, const view& v);
/// What an answer of this day answers: the last that waited by then, and that no answer known in
/// the view names, of whatever day.
seq_number explanation_to_answer(const task_record& t, const view& v);
seq_number request_to_answer(const task_record& t, const view& v);
/// The day that waits for a decision: that of the request, else the one that the last explanation
/// proposes, unless that was returned, or the deadline revised or more time refused since.
struct day_asked_for {
    civil_day day, asked_on;
};
std::optional<day_asked_for> proposed_day(const task_record& t, const view& v);

/// What the task's last explanation of a delay lacks in this view, by spaces: fields of
/// explain_delay that a review demands, or "returned", since another is then owed;
/// the day proposed where it has passed too. Empty: nothing,
/// it is explained. No words are demanded of a placeholder: the key of the cause and the day
/// proposed explain it.
std::string missing_explanation(const task_record& t, bool placeholder, const view& v);
/// The same of one explanation.
std::string missing_of(const task_record& t, const version<task_record::explanation>& e,
                       bool placeholder, const view& v);

/// The places of what the answer at this place answers, whatever it says now; 0: none stands there.
seq_number submission_answered_at(const task_record& t, seq_number place);
seq_number explanation_answered_at(const task_record& t, seq_number place);
seq_number request_answered_at(const task_record& t, seq_number place);

/// Whether the word of that day and place that a condition (empty: all) is fulfilled is meant for
/// this block of the task: it comes after the block and names its condition or none. Where all
/// words of a block's condition were destroyed, it is meant for that if it names no other one.
bool is_meant_for(const task_record& t, std::string_view condition, const standing& word,
                  const version<task_record::block>& block);
bool is_meant_for(const task_record& t, const version<task_record::unblock>& word,
                  const version<task_record::block>& block);

/// The conditions of which a word of that day and place says that they are fulfilled: those that
/// nobody said it of before. By what is known up to the event `known`.
std::vector<const version<task_record::block>*> lifted_by(const task_record& t,
                                                          std::string_view condition,
                                                          const standing& word, seq_number known);

/// The conditions that are still owed in this view, in order.
std::vector<const version<task_record::block>*> standing_blocks(const task_record& t,
                                                                const view& v);
/// Of these the same condition, owed by the same body.
std::vector<const version<task_record::block>*> owed_already(const task_record& t,
                                                             std::string_view condition,
                                                             row_number owed_by, const view& v);
/// What stands for the condition that the event about the task names, when its words are destroyed
/// together with those of `destroyed`: it leads to what names the same one in words, while there is
/// any. @pre it names one
std::string stand_in_for_condition(const task_record& t, seq_number event,
                                   std::string_view condition,
                                   const std::vector<std::int64_t>& destroyed);
/// What who is blamed by the explanation, took that answer over or speaks for one of them answers
/// to it; null: nothing. An answer is to the last explanation before it, and to those before that
/// which had none.
const version<task_record::rejoinder>* rejoinder_to(const state& s, const task_record& t,
                                                    const version<task_record::explanation>& e,
                                                    const view& v);
/// What was last found of a completion: by a verification after it and before the next one; null:
/// nobody verified it.
const version<task_record::verification>* verification_of(
    const task_record& t, const version<task_record::completion>& done, const view& v);
/// Whether the completion stands: it names its document, nobody verified it, or it was confirmed
/// (lib/README.md, decision 165).
bool stands(const task_record& t, const version<task_record::completion>& done, const view& v);
/// The document issued as `key`; null: not yet.
const version<task_record::issued_document>* issued_as(const task_record& t, std::string_view key,
                                                       const view& v);
/// The task's urgency in this view. @pre it is stated there.
priority_kind priority_of(const task_record& t, const view& v);

}  // namespace mandate
