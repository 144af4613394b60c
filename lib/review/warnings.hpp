#pragma once
// Early warning: what will go wrong, or stands still, and which agency must move next. The limits
// are arguments; their defaults are parameters of no regulation.

#include "review/lens.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

enum class warning_kind : std::uint8_t {
    overdue,                 ///< the deadline has passed
    due_soon,                ///< it passes within `due_within`
    forecast_late,           ///< the schedule finishes it after its deadline
    silent,                  ///< nothing reported for `silent_after`
    acceptance_pending,      ///< handed in, unanswered for `answer_within`
    opinion_overdue,         ///< asked for, and the due day has passed
    part_overdue,            ///< a coordinating agency's own part
    condition_unmet,         ///< owed past its day, or without one for `silent_after`
    without_deadline,        ///< open, and nobody has set a day
    without_lead,            ///< open, and nobody leads it
    recommendation_overdue,  ///< past its day, or without one unanswered for `answer_within` x 4
    indicator_below,         ///< under what was due, or its threshold, in the last quarter
    clause_without_task,
    review_of_document_due,  ///< within `due_within`, or past
    papers_due,              ///< of a programme item: within `due_within`, or past
    term_ends,  ///< within `term_within`; what of the body's is left open (`left_by_term`) and has
                ///< no day in it, but for standing work, targets, and wholes, whose parts are told
    extension_pending  ///< another day was asked for, and nobody decided; counts from the deadline,
                       ///< and from the day of asking where that came later
};
std::string_view name_of(warning_kind kind) noexcept;

/// Working days. Absent: as the ledger states them (slow_limits).
struct warning_limits {
    int due_within = 5;
    std::optional<int> silent_after{}, answer_within{};
    int term_within = 60;
};

struct warning {
    warning_kind kind;
    entity_kind of;
    row_number thing;
    /// Agencies that must move, each as it goes on (`going_on`). Where none is left: who has the
    /// thing, because it must ask (the lead of a task, the issuer of a document, who raised a
    /// recommendation, whose programme it is); else who assigned the task, or issued the document
    /// that it stands on; else the Office. Empty: there is none of these.
    std::vector<row_number> next;
    std::optional<civil_day> due;    ///< the day by which, or since which, it counts
    int days = 0;                    ///< working days past it; negative: until it
    row_number because = no_row;     ///< of forecast_late: the task where the delay begins
    int level = 1;                   ///< 1 to 3, by the rule in force; what lies ahead is 1
    std::vector<row_number> tell{};  ///< who learns of it at this level, besides `next`
    /// Of indicator_below, what the figures are held against: target (of the period itself),
    /// profile, pro_rata or year_target.
    std::set<std::string_view> judged_by{};
    std::optional<civil_day> forecast{};  ///< of forecast_late: when it will probably be done
    int forecast_delay = 0;               ///< working days from `due` to that day
};

/// From when a warning is of which level, as the ledger states it (set_escalation_rule), else 10
/// and 30 working days. From the second level on who assigned the work is told, at the third also
/// the agency that the rule names.
struct escalation {
    std::string decision;  ///< empty: none stated
    int second_after = 10, third_after = 30;
    row_number agency = no_row;
};
escalation escalation_on(const lens& through);

/// Who issued a document; nobody where that is not told.
std::vector<row_number> issuers_of(const state& s, row_number document, const view& at);

/// Who decides on a task: who assigned it, or took its decisions over; where that is not told, who
/// issued the document that it stands on. Each also where it has ended.
std::vector<row_number> who_decides_on(const lens& through, row_number task);

/// Who is to issue the documents that a task is still to bring forth; of one of which that is not
/// stated, who decides on the task.
std::vector<row_number> who_is_to_issue(const lens& through, row_number task);

/// Who acts for an agency on the day: itself, or the one that alone goes on for it; no_row: it has
/// ended and none or several do, or it is no_row itself.
row_number going_on(const lens& through, row_number agency);
/// The same of several, each once.
std::vector<row_number> those_that_go_on(const lens& through,
                                         const std::vector<row_number>& agencies);

/// Highest level first, then most days, then by kind and code. Of a task that is overdue nothing is
/// forecast; one handed in is not silent. Cost: one schedule of the ledger, and linear in the rest.
std::vector<warning> warnings_of(const lens& through, const warning_limits& limits);

}  // namespace mandate
