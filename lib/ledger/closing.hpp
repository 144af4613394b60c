#pragma once
// Closing a review (lib/README.md, decision 36): the guard that a command close_review passes, and
// the content that it is recorded with.

#include "ledger/revision.hpp"
#include "mandate/model/command.hpp"
#include "model/access.hpp"

#include <string>

namespace mandate {

/// SHA-256 in hexadecimal digits.
std::string content_hash_of(std::string_view content);

/// Puts the content, its hash and what is carried over into a close_review; lets other commands
/// pass. `s` is the state just before the event, `of_actor` what its actor may see
/// (null: everything). Cost: two reviews, if the body saw an older
/// revision than the last.
/// @throws error{errc::refused}: rule "explained", with the facts "task" and "missing" of each
/// unfinished task that lacks an explanation where no reason is stated, or "filled_by_ledger";
/// error{errc::conflict}, rule "seen_revision", with the facts "task" and "difference" of what the
/// actor may see and "not_shown" (of how many tasks more), where the review says otherwise by now;
/// error{errc::missing_field} for answer_due.
void fill_closing(const state& s, command& c, int utc_offset_minutes, const sight* of_actor);

}  // namespace mandate
