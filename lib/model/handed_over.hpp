#pragma once
// Who owes now what was asked of an agency: itself, or who took it over by hand_over. Permissions,
// rules and questions all read it here.

#include "model/state.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {

/// The one thing that was handed over, whatever of it.
std::pair<entity_kind, row_number> thing_handed(const agency_record::handing& h) noexcept;

/// What hand_over moves: all that an agency has in a recommendation, a consultation, the review of
/// a document, an indicator that it answers for, what it has of one in `span`, a document that it
/// is to issue for a task, its answer to who blames it for the delay of one, what it decides as
/// the assigner of one, what a conclusion asks of it, its comment on the draft of a review, or an
/// item of a work programme that it is to do.
struct owed_thing {
    entity_kind kind;
    row_number row;
    std::optional<period> span{};  ///< of an indicator; none: who answers for it
    std::string_view expected{};   ///< of a task: the key of the document
    bool answers_blame = false;    ///< of a task

    bool is_meant_by(const agency_record::handing& h) const noexcept;
};

/// Who has a thing, and since which hand-over; the first has it from the start.
struct ower {
    row_number agency;
    civil_day since = first_day;
    seq_number place = 0;

    /// Whether it had the thing when the other was said, also if it has given it away since.
    bool is_before(const auto& said) const {
        return std::pair{since, place} < std::pair{said.effective_on, said.place};
    }
};

/// `first`, and in turn each that took the thing over by the view's day; the last owes it. A
/// hand-over counts from where the thing was asked for (`since`: day and place of that event), so
/// what is asked of an agency that once gave it away is asked of that agency. The hand-over that
/// event `without` recorded is left out. Cost: the hand-overs of those agencies.
std::vector<ower> owers_in_turn(const state& s, const owed_thing& thing, row_number first,
                                const view& at, const standing& since = {first_day, 0, 0},
                                std::int64_t without = 0);
std::vector<row_number> chain_of_owers(const state& s, const owed_thing& thing, row_number first,
                                       const view& at, const standing& since = {first_day, 0, 0},
                                       std::int64_t without = 0);
row_number ower_of(const state& s, const owed_thing& thing, row_number first, const view& at);
/// Those who owe it in place of all of `first`, each once, in that order.
std::vector<row_number> owers_of(const state& s, const owed_thing& thing,
                                 const std::vector<row_number>& first, const view& at);

/// Who is to issue the expected document, or who answers to the explanation for the agency that it
/// blames: that agency, and in turn each that took it over by the view's day; the last owes it.
/// Empty: nobody is named. What event `without` handed over is left out.
std::vector<row_number> expected_issuers_of(const state& s, const task_record& t,
                                            const version<task_record::expected_document>& e,
                                            const view& at, std::int64_t without = 0);
std::vector<row_number> answerers_of(const state& s, const task_record& t,
                                     const version<task_record::explanation>& e, const view& at,
                                     std::int64_t without = 0);
/// Who comments on the draft for `asked`, one of those to whom it was sent: that agency, and in
/// turn each that took this over since this sending; one sent anew is asked of `asked` anew.
std::vector<row_number> commenters_of(const state& s, row_number review, row_number asked,
                                      const version<review_record::sending>& sent, const view& at,
                                      std::int64_t without = 0);
/// The first comment on the draft since that sending of one that had it to give by then; null:
/// none.
const version<review_record::comment>* comment_for(const state& s, row_number review,
                                                   row_number asked,
                                                   const version<review_record::sending>& sent,
                                                   const view& at);
/// Whether the agency spoke on the day of `said` for one that had the thing by then.
bool spoke_for_one(const state& s, row_number agency, const std::vector<ower>& owers,
                   const standing& said, const view& at);
/// Whether the agency is one of these, or alone goes on for one since that ended.
bool speaks_for_any(const state& s, row_number agency, const std::vector<row_number>& of,
                    const view& at);

/// Whether what was concluded waits for a task of whom it is addressed to: a request, and a task
/// that is still to be assigned.
constexpr bool asks_for_a_task(conclusion_kind kind) noexcept {
    return kind == conclusion_kind::request || kind == conclusion_kind::task;
}

/// Who decides in a task as its assigner: who assigned it, or who took that over; no_row where
/// nobody is known to have assigned it, or the task is not in the view.
row_number assigner_of(const state& s, row_number task, const view& at);
/// Who is to do an item of a work programme: who is named, else whose programme it is in, or who
/// took it over from these; empty where it is not in the view. What event `without` handed over is
/// left out.
std::vector<row_number> doers_of_item(const state& s, row_number item, const view& at,
                                      std::int64_t without = 0);
/// Who decided about the task in the view, where the word itself names nobody: its assigner, or who
/// alone goes on for it; no_row: not known.
row_number who_decided(const state& s, row_number task, const view& at);
/// Who decided on a deadline: who is named, else who decided about the task then, as the rules and
/// the limits of extensions have it, by what is known up to the event `known`.
row_number who_revised(const state& s, row_number task, const version<task_record::due>& revision,
                       seq_number known);

/// Who answers for an indicator: its owner, or who took that over; no_row where none is stated.
row_number owner_of(const state& s, row_number indicator, const view& at);

/// Who has a recommendation now as its raiser, and who owes an answer to it, and as what.
struct recommendation_owers {
    std::vector<row_number> raised_by, addressed_to;
    row_number authority = no_row;
    row_number forwarded_to = no_row;          ///< after the last forwarding; no_row: none
    std::vector<row_number> all_forwarded_to;  ///< after every forwarding

    bool has(row_number agency) const noexcept;
    /// Who is to move: after the last forwarding, else the authority, else whom it is addressed to.
    std::vector<row_number> next() const;
};
recommendation_owers owers_of_recommendation(const state& s, row_number row, const view& at,
                                             std::int64_t without = 0);

/// Who has a target, in turn: what is set for an agency after it handed another over is its own.
std::vector<ower> owers_of_target(const state& s, row_number indicator,
                                  const version<indicator_record::target>& t, const view& at,
                                  std::int64_t without = 0);

}  // namespace mandate
