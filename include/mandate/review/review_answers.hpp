#pragma once
// What a review takes along of other questions. Some of them cost more than the review itself, so
// they are answered when somebody reads them.

#include "mandate/base/error.hpp"
#include "mandate/base/table.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

struct review_answer {
    std::string question;  ///< its name, as in ledger::ask
    table rows;            ///< its columns
};

/// Answers as of the cut-off of a review, by what is known at it, for its viewer: agenda, warnings,
/// slow_work, slow_tasks, ratings, attribution (of every slipped task), attribution_sums (of these,
/// by agency), coordination (of the period), mutual_cases, indicator_standings, own_parts (of the
/// period), conclusions (of the meetings before the one on the period); agencies, the codes and
/// names of those that these name; and tasks, the codes and titles of the tasks that these name and
/// the review does not describe. A review of some agencies takes along attribution and its sums of
/// the slipped tasks that they lead, their own_parts, the conclusions that are addressed to them or
/// gave them a task, and of the others the rows that name one of them as who acts, waits or is
/// waited for, or a task of theirs; places and rates stay those of the whole. They are asked when
/// one of them is first read, of the revision that the review was computed from. Copies share them.
/// Any thread may read.
class review_answers {
public:
    struct asked {
        std::vector<review_answer> all;
        std::optional<finding> beyond_calendar{};
    };

    review_answers() = default;
    explicit review_answers(std::function<asked()> ask);

    /// All, in the order above; none where there is nobody to ask (the edition for publication).
    /// Cost of the first call: that of the questions.
    const std::vector<review_answer>& all() const;
    /// Null: it is not among them.
    const table* find(std::string_view question) const;
    /// Null: they give no day beyond those of which the ledger's calendar is known. Else the
    /// finding calendar.ends. Cost: as all().
    const finding* beyond_calendar() const;

private:
    struct kept;
    std::shared_ptr<kept> kept_;  // shared_ptr: the copies of a review; null: none
};

}  // namespace mandate
