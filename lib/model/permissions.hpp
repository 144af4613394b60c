#pragma once
// Who may do what (lib/README.md, decision 6): one table by command. It is asked only where the
// ledger's policy is `agencies`; under the policy `host`, the first one, the host decides.

#include "mandate/base/error.hpp"
#include "mandate/model/command.hpp"
#include "model/access.hpp"
#include "model/state.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// In what way an agency stands to the thing that a command is about. Bits, so that a row of the
/// table can name several.
enum class party : std::uint32_t {
    office = 1,         ///< keeps the register; also records on behalf of any agency, named
    inspection = 2,     ///< the inspection committee
    assigner = 4,       ///< who assigned the task, or is named as the assigner of a new one
    lead = 8,           ///< a lead agency of the task
    coordinating = 16,  ///< a coordinating agency of the task
    named = 32,         ///< the agency whose statement it is: field `agency`
    parent_lead = 64,   ///< a lead of the task of which the new one is a part
    raiser = 128,       ///< who raised the recommendation
    addressee = 256,    ///< whom the recommendation is addressed or was forwarded to
    authority = 512,    ///< the competent authority of the recommendation
    owing = 1024,       ///< the body that owes a condition of the task
    owner = 2048,       ///< the owner of the indicator
};
constexpr std::uint32_t bit(party p) noexcept { return static_cast<std::uint32_t>(p); }
std::string_view name_of(party p) noexcept;

struct permission_row {
    command_kind command;
    std::uint32_t who;  ///< bits of `party`
};
/// By number of command. A command without a row is the Office's.
std::span<const permission_row> permission_table() noexcept;
std::uint32_t who_may(command_kind command) noexcept;
/// "assigner office", in the order of `party`.
std::string parties_text(std::uint32_t who);

/// Who may extend at all is in the table; how often and how far is in the ledger's own
/// (task_rules.cpp, extension_limit).
struct rights {
    policy_kind policy = policy_kind::host;
    row_number office = no_row, inspection = no_row;
};
rights rights_at_head(const state& s);

/// The agencies for which an actor acts on the view's day: an agency itself, or those of the posts
/// that an official holds; of agencies those that exist then. Empty: unknown.
std::vector<row_number> agencies_of_actor(const state& s, std::string_view actor, const view& at);
std::vector<row_number> agencies_of_actor(const state& s, std::string_view actor, civil_day today);

/// Under the policy `agencies` the actor is somebody; judged before anything that tells what there
/// is. An empty actor is the host itself.
/// @throws error{errc::refused} with the rule "unknown_actor".
void judge_actor(const state& s, const command& c, std::string_view actor, civil_day today);

/// What the actor may see; nothing: it sees everything.
std::optional<sight> sight_of_actor(const state& s, std::string_view actor, civil_day today);

/// Whether it is the number of an event: of one about a thing that the actor may not see it is none
/// (null: it sees everything).
bool is_event(const state& s, std::int64_t seq, const sight* of_actor);

/// Of codes that a class reserves the actor is told nothing if it may not see it. (Codes of things,
/// numbers of events: judge().)
/// @throws error{errc::refused} with the rule "code_reserved".
void judge_sight(const state& s, const command& c, const sight& seen);

/// In a refusal or finding for the actor: "(not shown)" in place of the codes, among the facts and
/// in the text, of things that it may not see.
void leave_out_hidden(const state& s, std::string_view actor, civil_day today, std::string& text,
                      std::vector<fact>& facts);

/// The Office does not end without another: nobody could record any more.
/// @throws error{errc::refused} with the rule "office_goes_on".
void judge_office(const state& s, const command& c);

/// Refuses what the actor may not do, and what it says in the name of an agency for which it does
/// not act. An empty actor is the host itself. @pre judge_actor
/// @throws error{errc::refused} with the rule "on_behalf_of" or "permission".
void judge_permission(const state& s, const command& c, std::string_view actor, civil_day today);

/// A correction or withdrawal takes, besides the right to what it says itself, the right to the
/// event that it corrects (`said`, recorded on the day `said_on`), as things stand; the Office may
/// withdraw any. Agencies that take part in a task change only what they said themselves.
/// @pre `said` is an event of `s`. @throws error{errc::refused}, likewise.
void judge_right_to_correct(const state& s, const command& c, const event& said, civil_day said_on,
                            std::string_view actor, civil_day today);

/// Of a report that names no agency, by an actor that coordinates the task and does not lead it:
/// the agency whose own part it reports. Else no_row. @pre judge_permission
row_number reports_own_part(const state& s, const command& c, std::string_view actor,
                            civil_day today);

}  // namespace mandate
