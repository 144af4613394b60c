#include "review/counted_by_parts.hpp"

namespace mandate {

row_number waived_with(const lens& through, row_number task) {
    const auto waiver_of = [&](row_number one) {
        return through.record.tasks[one].life().waivers.at(through.times);
    };
    if (waiver_of(task) != nullptr) return task;
    row_number found = no_row;
    each_whole_since(
        through, task,
        [&](row_number whole) { return found == no_row && waiver_of(whole) != nullptr; },
        [&](row_number whole, civil_day since) {
            if (waiver_of(whole)->effective_on >= since) found = whole;
        });
    return found;
}

counted_by_parts::counted_by_parts(const lens& through, civil_day on,
                                   const std::vector<row_number>* parts)
    : s_{through.record}, knowledge_{through.times}, on_{on} {
    // A bit for each task costs no more than the parts themselves, or these are few.
    constexpr std::size_t bits_a_part = 1024;
    if (parts == nullptr || parts->size() * bits_a_part >= s_.tasks.size())
        is_whole_.resize(s_.tasks.size());
    const view then{on, knowledge_.known};
    const auto mark = [&](row_number part) {
        const auto* told = s_.tasks[part].stated.at(then);
        if (told == nullptr || told->value.parent == no_row) return;
        const task_class its = facts(part).its_class;
        if (its == task_class::cancelled || its == task_class::standing) return;
        if (is_whole_.empty())
            wholes_.push_back(told->value.parent);
        else
            is_whole_[told->value.parent] = true;
        parts_.emplace_back(told->value.parent, part);
    };
    if (parts != nullptr)
        for (const row_number t : *parts) mark(t);
    else
        for (row_number t = 0; t < s_.tasks.size(); ++t) mark(t);
    std::sort(wholes_.begin(), wholes_.end());
}

task_facts counted_by_parts::facts(row_number task) const {
    return facts_of(s_, s_.tasks[task], on_, knowledge_);
}

task_facts counted_by_parts::judged(row_number task, task_facts own) const {
    if (own.stated == nullptr || !has(task) || own.its_class == task_class::cancelled) return own;
    const end its = end_of(task);
    own.handed_in_on = its.handed_in;
    if (own.its_class == task_class::suspended) return own;
    own.finished_on = its.finished;
    own.submitted = nullptr;
    own.awaiting_acceptance = false;
    if (own.its_class == task_class::standing) return own;
    const auto& due = own.current->day;
    if (own.finished_on)
        own.its_class = !due                       ? task_class::done_without_deadline
                        : *own.finished_on <= *due ? task_class::done_in_time
                                                   : task_class::done_late;
    else  // handed in by then, the waiting is the acceptors'
        own.its_class = !due                                     ? task_class::open_without_deadline
                        : own.handed_in_on.value_or(on_) <= *due ? task_class::open_in_time
                                                                 : task_class::open_overdue;
    return own;
}

counted_by_parts::end counted_by_parts::last_of(row_number whole) const {
    end last;
    bool all_finished = true, all_handed_in = true;
    const auto take = [](const std::optional<civil_day>& day, std::optional<civil_day>& latest,
                         bool& all) {
        all = all && day.has_value();
        if (day && (!latest || *day > *latest)) latest = day;
    };
    each_part(whole, [&](row_number part) {
        end its;
        if (has(part)) {
            its = ends_[part];
        } else {
            const task_facts now = facts(part);
            its.finished = now.finished_on;
            if (now.finished_on || is_open(now.its_class)) its.handed_in = now.handed_in_on;
        }
        take(its.finished, last.finished, all_finished);
        take(its.handed_in, last.handed_in, all_handed_in);
    });
    if (!all_finished) last.finished.reset();
    if (!all_handed_in) last.handed_in.reset();
    return last;
}

// Without recursion: parts may have parts to any depth.
counted_by_parts::end counted_by_parts::end_of(row_number task) const {
    std::vector<std::pair<row_number, bool>> to_do{{task, false}};  // whether its parts are known
    while (!to_do.empty()) {
        const auto [whole, parts_known] = to_do.back();
        to_do.pop_back();
        if (parts_known) {
            ends_[whole] = last_of(whole);
        } else if (ends_.try_emplace(whole).second) {
            // Should parts stand in a circle, what comes round to itself is not done.
            to_do.emplace_back(whole, true);
            each_part(whole, [&](row_number part) {
                if (has(part)) to_do.emplace_back(part, false);
            });
        }
    }
    return ends_[task];
}

std::vector<row_number> counted_by_parts::not_done_by(row_number whole, civil_day by) const {
    std::vector<row_number> left, to_do{whole};
    while (!to_do.empty()) {
        const row_number above = to_do.back();
        to_do.pop_back();
        each_part(above, [&](row_number part) {
            if (has(part)) {
                if (part != whole) to_do.push_back(part);  // else they stand in a circle
                return;
            }
            const auto done = facts(part).finished_on;
            if (!done || *done > by) left.push_back(part);
        });
    }
    return left;
}

}  // namespace mandate
