#include "review/counted_by_parts.hpp"

#include <algorithm>

namespace mandate {

counted_by_parts::counted_by_parts(const lens& through, civil_day on,
                                   const std::vector<row_number>* parts)
    : s_{through.record},
      knowledge_{through.times},
      on_{on},
      is_whole_(through.record.tasks.size(), false) {
    const view then{on, knowledge_.known};
    const auto mark = [&](row_number part) {
        const auto* told = s_.tasks[part].stated.at(then);
        if (told == nullptr || told->value.parent == no_row) return;
        if (facts(part).its_class == task_class::cancelled) return;
        is_whole_[told->value.parent] = true;
        parts_.emplace_back(told->value.parent, part);
    };
    if (parts != nullptr)
        for (const row_number t : *parts) mark(t);
    else
        for (row_number t = 0; t < s_.tasks.size(); ++t) mark(t);
}

task_facts counted_by_parts::facts(row_number task) const {
    return facts_of(s_, s_.tasks[task], on_, knowledge_);
}

task_facts counted_by_parts::judged(row_number task, task_facts own) const {
    if (own.stated == nullptr || !has(task) || own.its_class == task_class::cancelled ||
        own.its_class == task_class::suspended || own.its_class == task_class::standing)
        return own;
    own.finished_on = finish(task, own);
    own.submitted = nullptr;
    own.awaiting_acceptance = false;
    const auto& due = own.current->day;
    if (own.finished_on)
        own.its_class = !due                       ? task_class::done_without_deadline
                        : *own.finished_on <= *due ? task_class::done_in_time
                                                   : task_class::done_late;
    else
        own.its_class = !due          ? task_class::open_without_deadline
                        : on_ <= *due ? task_class::open_in_time
                                      : task_class::open_overdue;
    return own;
}

std::optional<civil_day> counted_by_parts::finish(row_number task, const task_facts& own) const {
    if (!has(task)) return own.finished_on;
    if (!in_order_) std::sort(parts_.begin(), parts_.end());
    in_order_ = true;
    // Should parts stand in a circle, what comes round to itself is not done.
    if (const auto [known, added] = finish_.try_emplace(task); !added) return known->second;
    std::optional<civil_day> last;
    bool any = false;
    for (auto p = std::lower_bound(parts_.begin(), parts_.end(), part_of_whole{task, 0});
         p != parts_.end() && p->first == task; ++p) {
        const task_facts part = facts(p->second);
        if (part.its_class == task_class::standing) continue;
        any = true;
        const std::optional<civil_day> done = finish(p->second, part);
        if (!done) return std::nullopt;
        last = last ? std::max(*last, *done) : *done;
    }
    return finish_[task] = any ? last : own.finished_on;
}

}  // namespace mandate
