#pragma once
// The rules about agencies, documents, work programmes and classes of access. Each function looks
// at its own commands and lets the others pass; the references have been found good before.

#include "mandate/model/command.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/access.hpp"
#include "model/state.hpp"

namespace mandate {

void judge_organisation(const state& s, const command& c);
/// @throws error{errc::refused, missing_field}
void judge_hand_over(const state& s, const command& c);
/// What an agency would do, or what would be asked of it, before it begins or after its end.
void judge_existing_agencies(const state& s, const command& c);
void judge_document(const state& s, const command& c);
void judge_programme(const state& s, const command& c);
/// `of_actor`: what the actor may see; null: everything.
void judge_access(const state& s, const command& c, const sight* of_actor);
void judge_review(const state& s, const command& c);
/// Whether the official may close the review: close_review, which names him or is recorded by him.
void judge_chair(const state& s, const command& c, row_number official);
/// What is closed takes no more moves, nor corrections of those that it had. No part of
/// judge_again(): what stands in a closed review must go on to fit.
void judge_review_is_open(const state& s, const command& c);

/// A correction or withdrawal about the classes themselves has taken its place: their ranks differ,
/// and nothing stands above the highest. @throws error{errc::refused}
void judge_classes_in_place(const state& s, const command& c);

/// A command that puts an agency below another, or a correction or withdrawal of one, has taken its
/// place: no agency stands below itself on any day. @throws error{errc::cycle} that names the way,
/// also as facts "agency", in order. Cost: the agencies.
void judge_places_in_place(const state& s, const command& c);

/// Whether the ledger may hold what the command says at all. Judged before everything else, so that
/// no other error can repeat words of a command that is refused for its class.
/// @throws error{errc::refused}, rule "highest_class", or errc::unknown_reference; both name the
/// class and nothing else of the command.
void judge_class(const state& s, const command& c);

/// What the field names; no_row: it names nothing. @pre what it names is in the state.
inline row_number row_named(const state& s, const command& c, field id) {
    const auto code = c.text(id);
    return code ? *s.find(descriptor_of(id).entity, *code) : no_row;
}

}  // namespace mandate
