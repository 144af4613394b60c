#pragma once
// On what a task stands: its documents and clauses, also those of the task of which it is a part;
// and what it is called and planned for.

#include "review/lens.hpp"

#include <string>
#include <vector>

namespace mandate {

inline const std::string& title_of(const task_record::statement& told) { return told.title_vi; }
inline const std::string& field_of_work_of(const task_record::statement& told) {
    return told.more().field_of_work;
}

template <class Take>
void each_plan(const task_record& t, const view& at, Take&& take) {
    t.life().planned.each(at, take);
}
template <class Take>
void each_key_mark(const task_record& t, const view& at, Take&& take) {
    t.life().key.each(at, take);
}

/// Calls take(recommendation, task) for each task with which a recommendation was accepted. Cost:
/// the recommendations.
template <class Take>
void each_accepted_with_task(const lens& through, Take&& take) {
    const auto& all = through.record.recommendations;
    for (row_number r = 0; r < all.size(); ++r)
        all[r].answers.each(through.times, [&](const auto& answer) {
            if (answer.value.status == recommendation_status::accepted &&
                answer.value.task != no_row)
                take(r, answer.value.task);
        });
}

/// Calls take(kind, row, task) for each thing that became a task, or is carried out by one: a
/// recommendation that was accepted with it, an item of a programme that is not withdrawn, the
/// review of a document that was not dropped. Cost: these.
template <class Take>
void each_carried_out(const lens& through, Take&& take) {
    const state& s = through.record;
    each_accepted_with_task(through, [&](row_number recommendation, row_number task) {
        take(entity_kind::recommendation, recommendation, task);
    });
    const auto take_all = [&](entity_kind kind, const auto& all, auto gone) {
        for (row_number row = 0; row < all.size(); ++row)
            if (const auto* told = all[row].stated.at(through.times);
                told != nullptr && told->value.task != no_row &&
                (all[row].*gone).at(through.times) == nullptr)
                take(kind, row, told->value.task);
    };
    take_all(entity_kind::item, s.items, &item_record::withdrawn);
    take_all(entity_kind::document_review, s.document_reviews, &document_review_record::dropped);
}

/// Both ways between clauses and tasks, in one view. Cost of making it: the links.
class clause_links {
public:
    explicit clause_links(const lens& through);

    const std::vector<row_number>& tasks_of(row_number clause) const { return tasks_[clause]; }
    std::vector<row_number> clauses_of(row_number task) const;
    bool has_clauses(row_number task) const;

private:
    std::vector<std::vector<row_number>> tasks_;              // by clause
    std::vector<std::pair<row_number, row_number>> clauses_;  // task, clause; sorted
};

/// The documents that gave the task: its own, those of its clauses; if there is none, those of the
/// task of which it is a part. Empty for a task that is not there.
std::vector<row_number> basis_of(const lens& through, const clause_links& links, row_number task);

}  // namespace mandate
