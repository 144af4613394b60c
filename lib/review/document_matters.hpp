#pragma once
// What documents leave to do: reviews that are due, clauses without a task, tasks without a basis.

#include "review/counted_by_parts.hpp"
#include "review/task_links.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mandate {

enum class review_state : std::uint8_t {
    done,
    done_late,
    dropped,
    overdue,
    open,
    open_without_due
};
std::string_view name_of(review_state s) noexcept;
constexpr bool is_open(review_state s) noexcept { return s >= review_state::overdue; }

struct due_review {
    row_number row;
    const version<document_review_record::statement>* told;
    std::vector<row_number> leads;  ///< after what was handed over
    const document_review_record::due* original;
    const document_review_record::due* current;
    review_state state;
    std::optional<civil_day> done_on;      ///< as recorded, or with the task that carries it out
    std::optional<civil_day> handed_in{};  ///< that task: done, or its acceptance is awaited
    const document_review_record::completion* completed = nullptr;
    int times_postponed = 0;
};

/// The review on the day of `wholes`, by what the lens knows; nothing if it was not scheduled by
/// then.
std::optional<due_review> review_on(const lens& through, row_number row,
                                    const counted_by_parts& wholes);
/// Every review that the viewer may see: of documents, on the lens's day, in order of due days.
/// `wholes`: of that day.
std::vector<due_review> reviews_of_documents(const lens& through, const counted_by_parts& wholes);
/// Whether it is among those of a period: due or done in it, open since before it or without a day,
/// or overdue on a day of it, whatever came of it later. `review`: of the lens's day. Cost: its
/// versions.
bool is_of_period(const lens& through, const due_review& review, const period& p);

/// A clause that nobody carries out.
struct orphan_clause {
    row_number clause;
    /// Those that are to carry it out and that no agency leads, nor a part of them. Empty: there is
    /// no task, or all are cancelled.
    std::vector<row_number> tasks;
};
/// Of clauses without parts, of documents in force. A task that is done has been carried out,
/// whoever led it; so has, for a viewer, what it may not see. Cost: the clauses and their tasks;
/// where one of these has no lead, all tasks. `wholes`: of the lens's day.
std::vector<orphan_clause> orphan_clauses(const lens& through, const counted_by_parts& wholes);
/// Tasks that are not cancelled and stand on nothing: no document, clause, meeting or conclusion,
/// neither of their own nor of a task of which they are a part.
std::vector<row_number> orphan_tasks(const lens& through);

}  // namespace mandate
