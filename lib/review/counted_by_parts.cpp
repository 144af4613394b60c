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
    own.finished_on = finish(task);
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

template <class EachPart>
std::optional<civil_day> counted_by_parts::last_of(row_number whole, EachPart&& each_part) const {
    std::optional<civil_day> last;
    bool any = false, all = true;
    each_part(whole, [&](row_number part) {
        const task_facts known = facts(part);
        if (known.its_class == task_class::standing) return;
        any = true;
        const std::optional<civil_day> done = has(part) ? finish_[part] : known.finished_on;
        all = all && done.has_value();
        if (done && (!last || *done > *last)) last = done;
    });
    if (!any) return facts(whole).finished_on;
    return all ? last : std::nullopt;
}

// Without recursion: parts may have parts to any depth.
std::optional<civil_day> counted_by_parts::finish(row_number task) const {
    if (!in_order_) std::sort(parts_.begin(), parts_.end());
    in_order_ = true;
    const auto each_part = [&](row_number whole, auto&& take) {
        for (auto p = std::lower_bound(parts_.begin(), parts_.end(), part_of_whole{whole, 0});
             p != parts_.end() && p->first == whole; ++p)
            take(p->second);
    };
    std::vector<std::pair<row_number, bool>> to_do{{task, false}};  // whether its parts are known
    while (!to_do.empty()) {
        const auto [whole, parts_known] = to_do.back();
        to_do.pop_back();
        if (parts_known) {
            finish_[whole] = last_of(whole, each_part);
        } else if (finish_.try_emplace(whole).second) {
            // Should parts stand in a circle, what comes round to itself is not done.
            to_do.emplace_back(whole, true);
            each_part(whole, [&](row_number part) {
                if (has(part)) to_do.emplace_back(part, false);
            });
        }
    }
    return finish_[task];
}

}  // namespace mandate
