#pragma once
// Which tasks the review of a period counts, and as of which day it classes them (lib/README.md,
// decisions 7 and 8): the one place, for the review itself and for figures alone.

#include "model/task_facts.hpp"
#include "review/counted_by_parts.hpp"
#include "review/lens.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace mandate {

/// Where a task stands in the review of a period.
enum class review_part : std::uint8_t {
    left_out,
    population,        ///< open at the end of the day before the period, or assigned in it
    next,              ///< assigned after it, by the cut-off
    counted_by_parts,  ///< of the population but for its parts, by which it is counted
    only_in_documents  ///< ended before it, or later, and counted by its parts
};

/// Of a whole its facts are those of its parts.
struct task_in_period {
    task_facts at_end;  ///< on the class day, by what is known at the cut-off
    task_facts now;     ///< on the cut-off
    review_part part = review_part::left_out;
};

/// The rule: where a task stands, by its facts on the class day and at the cut-off, which `at`
/// looks at. `is_whole(day)`: whether it had parts on that day, by which it is counted. Cost: its
/// versions.
template <class IsWhole>
review_part part_of_review(const state& s, const task_record& task, const task_in_period& t,
                           const period& of, const view& at, IsWhole is_whole) {
    if (t.now.stated == nullptr) return review_part::left_out;
    const civil_day end = std::min(of.last(), at.as_of);
    const bool later = t.now.stated->effective_on > end;
    const bool whole = is_whole(later ? at.as_of : end);
    if (later) return whole ? review_part::only_in_documents : review_part::next;
    if (whole) return review_part::counted_by_parts;
    if (t.at_end.stated->effective_on >= of.first()) return review_part::population;
    const task_class before = facts_of(s, task, of.first() - 1, at).its_class;
    return may_go_on(before) ? review_part::population : review_part::only_in_documents;
}

/// Whether one of the agencies that a review is asked for leads the task: what they only coordinate
/// stands apart (decision 91). `agencies`: empty: all.
inline bool is_led_by(const task_facts& now, const std::vector<row_number>& agencies) {
    return agencies.empty() ||
           std::any_of(now.leads->begin(), now.leads->end(), [&](row_number lead) {
               return std::find(agencies.begin(), agencies.end(), lead) != agencies.end();
           });
}

/// Whether a task had ended by a day: it was done, a whole with the last of its parts, or
/// cancelled. `facts`: by its parts, of the day of `wholes`. @pre day <= that one. Cost: the task's
/// versions.
bool ended_by(const lens& through, const counted_by_parts& wholes, row_number task,
              const task_facts& facts, civil_day day);

/// The period of which figures are asked, by whatever asks them; what is planned may be asked of
/// any. @throws error{errc::out_of_range} if the cut-off lies before its first day.
period begun_period(const lens& through, const period& of);
/// That of a question. @pre it names one. @throws as that, and error{errc::malformed} if it is
/// none.
period begun_period(const lens& through, const arguments& args);

class population {
public:
    /// `parts`: rows among which all are that are parts of others; absent: all tasks. Cost of
    /// making it: these.
    population(const lens& through, const period& of,
               const std::vector<row_number>* parts = nullptr);

    /// The period's last day, or a cut-off before it.
    civil_day class_day() const noexcept { return end_; }
    /// Whether the viewer may see the task is for the caller to ask. Cost: the task's versions.
    task_in_period read(row_number task) const;
    /// The same, where the facts of the cut-off are known.
    task_in_period read(row_number task, const task_facts& now) const;
    /// Those that are counted by the parts that they have at the cut-off.
    const counted_by_parts& wholes_now() const noexcept { return whole_now_; }
    /// The tasks that are parts of others at the cut-off.
    const std::vector<row_number>& parts() const noexcept { return parts_; }

private:
    const lens& through_;
    const period of_;
    const civil_day end_;
    const std::vector<row_number> parts_;
    const counted_by_parts whole_at_end_, whole_now_;
};

}  // namespace mandate
