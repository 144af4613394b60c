#pragma once
// What ended agencies left open, and who has taken it.

#include "model/agency_life.hpp"
#include "review/lens.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

enum class left_kind : std::uint8_t {
    task,
    coordination,
    recommendation,
    target,
    document_review,
    consultation,           ///< an opinion asked of it
    condition,              ///< owed to a task
    forwarded,              ///< a recommendation that was forwarded to it
    authority,              ///< a recommendation of which it is the competent authority
    explanation,            ///< its answer to an explanation that blames it
    expected_document,      ///< that it is to issue for a task
    decision,               ///< whether what was submitted to it is accepted
    raised_recommendation,  ///< that it raised: to repeat, to judge, to withdraw
    indicator,              ///< that it answers for
    conclusion,             ///< a request or task for it, of which none has grown
    review_comment,         ///< on a draft that was sent to it
    item,                   ///< of a programme, that it was to do
    field_of_work,          ///< with which it was charged
};
std::string_view name_of(left_kind k) noexcept;
/// What the row of such a thing is of.
entity_kind entity_of(left_kind k) noexcept;

struct left_thing {
    row_number agency;
    agency_end end;
    left_kind kind;
    row_number row;              ///< of the task, recommendation, indicator, ...
    std::optional<period> span;  ///< of a target or a review
    std::string expected;  ///< of a document to issue its key, of a condition or field its words
    bool taken = false;
    std::vector<row_number> taken_by;  ///< may be empty: the work went on without another agency
    std::optional<civil_day> taken_on;
    bool open = true;  ///< on the lens's day
    /// What closes it need never be recorded: an answer to judge, a request without a task.
    bool may_stay_open = false;

    /// Whether a review of the period tells that nobody took it. What may stay open for ever is
    /// told by no review of a later period than the one in which the agency ended.
    bool is_unclaimed_in(const period& of) const noexcept {
        return open && !taken && (!may_stay_open || end.on >= of.first());
    }
};

/// Of every agency that ended by the lens's day: what it led, coordinated, had to answer, to issue
/// or to reach on its last day, and what was given to it afterwards; so also what it had taken over
/// itself. By agency, kind and code.
std::vector<left_thing> left_open(const lens& through);

/// "agency.ended_holds_task" for tasks, else "agency.ended_owes".
finding unclaimed_finding(const lens& through, const left_thing& thing);

}  // namespace mandate
