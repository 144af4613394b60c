#pragma once
// What the lists of a review go by, of one task: the one rule, for the review itself and for what
// it would say otherwise today.

#include "mandate/model/names.hpp"
#include "mandate/review/review.hpp"
#include "model/state.hpp"
#include "review/population.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace mandate {

/// Twelve bytes, because there may be a million.
struct review_line {
    static constexpr std::uint32_t from_columns = 0xFFFF'FFFF;

    row_number row = no_row;
    std::uint32_t read = from_columns;  ///< else its place among those read from their records
    task_class at_end{}, at_cut_off{};
    bool existed_at_end : 1 = true;
    bool planned_for_period : 1 = false;
    bool in_programme : 1 = false;  ///< an item of a programme of these days, for whatever time
    bool planned_for_next : 1 = false;
    bool key_task_of_next : 1 = false;
    bool due_in_next : 1 = false;
    bool assigned_in_period : 1 = false;
    bool explained : 1 = false;
    bool waived : 1 = false;
    bool awaiting_acceptance : 1 = false;
    bool without_lead : 1 = false;
    bool placeholder : 1 = false;
    bool only_reported : 1 = false;  ///< done at the period's end by the lead's own word alone
};

/// Whether a waiver counts: it leaves the class, and adds a second rate that counts it as on time.
inline bool has_missed(task_class at_end) {
    return at_end == task_class::open_overdue || at_end == task_class::done_late;
}

/// By its facts; what is planned of it, waived and explained is not told yet.
inline review_line line_of(row_number task, const task_in_period& t, const period& of,
                           const std::optional<period>& next) {
    review_line line;
    line.row = task;
    line.existed_at_end = t.at_end.stated != nullptr;
    line.at_cut_off = t.now.its_class;
    line.at_end = line.existed_at_end ? t.at_end.its_class : line.at_cut_off;
    line.awaiting_acceptance = t.now.awaiting_acceptance && is_open(line.at_cut_off);
    line.without_lead = t.now.leads->empty();
    line.only_reported =
        is_done(line.at_end) && (line.existed_at_end ? t.at_end : t.now).only_reported;
    const auto& due = t.now.current->day;
    line.due_in_next = due && next && next->contains(*due);
    line.assigned_in_period = of.contains(t.now.stated->effective_on);
    return line;
}

/// What is planned of the task, or of a whole of it, is planned of the line.
inline void read_plans(const task_record& task, const view& at, const period& of,
                       const std::optional<period>& next, review_line& line) {
    const task_record::history& life = task.life();
    life.planned.each(at, [&](const auto& p) {
        line.planned_for_period |= of.contains(p.value.last());
        line.planned_for_next |= next && next->contains(p.value.last());
    });
    life.key.each(at, [&](const auto& p) { line.key_task_of_next |= p.value == next; });
}

/// Whether anything is planned for the period of a task that the viewer may see. Cost: the tasks;
/// `may_have`: whether the task may have plans at all.
template <class MayHave>
bool any_task_planned(const lens& through, const period& of, MayHave&& may_have) {
    bool any = false;
    for (row_number t = 0; t < through.record.tasks.size() && !any; ++t)
        if (may_have(t) && through.may_see(entity_kind::task, t))
            through.record.tasks[t].life().planned.each(
                through.times, [&](const auto& p) { any |= of.contains(p.value.last()); });
    return any;
}

/// At the period's end.
inline bool is_unfinished(const review_line& t) {
    return t.at_end == task_class::open_overdue || (t.planned_for_period && is_open(t.at_end));
}

/// The lists, but for the population itself, in which a task of it stands, or one assigned after
/// the period (`is_next`). `any_plan`: whether anything is planned for the period; without, nothing
/// is outside of it.
template <class Put>
void each_list(const review_line& t, bool is_next, bool any_plan, Put&& put) {
    if (is_next) {
        put(&review::next_new);
    } else {
        const bool unfinished = is_unfinished(t);
        const bool planned = t.planned_for_period || t.in_programme;
        if (any_plan && t.assigned_in_period && !planned) put(&review::unplanned);
        if (t.only_reported) put(&review::only_reported);
        if (t.at_end == task_class::open_overdue) put(&review::overdue);
        if (unfinished) {
            put(&review::unfinished);
            // Of what was cancelled nobody may explain anything any more.
            if (!t.explained && t.at_cut_off != task_class::cancelled) put(&review::unexplained);
            if (is_done(t.at_cut_off)) put(&review::done_since);
        }
        if (is_open(t.at_cut_off)) {
            // As planned also one that was suspended at the period's end and was resumed since.
            put(unfinished ? &review::carried_late : &review::carried_planned);
            if (t.planned_for_next || t.key_task_of_next || t.due_in_next)
                put(&review::next_planned);
        }
    }
    if (t.at_cut_off == task_class::open_without_deadline) put(&review::without_deadline);
    if (t.awaiting_acceptance) put(&review::awaiting_acceptance);
    const bool goes_on = is_open(t.at_cut_off) || t.at_cut_off == task_class::standing;
    if (goes_on && t.without_lead) put(&review::without_lead);
}

}  // namespace mandate
