#include "review/population.hpp"

#include "mandate/base/error.hpp"
#include "review/answers.hpp"

#include <algorithm>

namespace mandate {

void require_period_begun(const lens& through, const period& of) {
    if (through.times.as_of < of.first())
        throw error{errc::out_of_range,
                    "review: the cut-off " + to_text(through.times.as_of) + " lies before " +
                        to_text(of) + ", which begins on " + to_text(of.first()),
                    {{"as_of", to_text(through.times.as_of)}, {"period", to_text(of)}}};
}

population::population(const lens& through, const period& of, const std::vector<row_number>* parts)
    : through_{through},
      of_{of},
      end_{std::min(of.last(), through.times.as_of)},
      whole_at_end_(through.record.tasks.size(), false),
      whole_now_(through.record.tasks.size(), false) {
    if (parts != nullptr)
        for (const row_number t : *parts) mark_wholes(t);
    else
        for (row_number t = 0; t < through.record.tasks.size(); ++t) mark_wholes(t);
}

void population::mark_wholes(row_number part) {
    const task_record& task = through_.record.tasks[part];
    const auto* told = task.stated.at(through_.times);
    if (told == nullptr || told->value.parent == no_row) return;
    parts_.push_back(part);
    const auto mark = [&](civil_day day, std::vector<bool>& wholes) {
        const task_facts facts = facts_of(through_.record, task, day, through_.times);
        if (facts.stated != nullptr && facts.its_class != task_class::cancelled &&
            facts.stated->value.parent != no_row)
            wholes[facts.stated->value.parent] = true;
    };
    mark(end_, whole_at_end_);
    mark(through_.times.as_of, whole_now_);
}

task_in_period population::read(row_number row) const {
    return read(row, facts_of(through_.record, through_.record.tasks[row], through_.times.as_of,
                              through_.times));
}

task_in_period population::read(row_number row, const task_facts& now) const {
    const state& s = through_.record;
    const task_record& task = s.tasks[row];
    task_in_period t;
    t.now = now;
    t.at_end = end_ == through_.times.as_of ? t.now : facts_of(s, task, end_, through_.times);
    if (t.now.stated == nullptr) return t;
    t.part = part_of_review(s, task, t, of_, through_.times, [&](civil_day day) {
        return day == end_ ? whole_at_end_[row] : whole_now_[row];
    });
    return t;
}

}  // namespace mandate
