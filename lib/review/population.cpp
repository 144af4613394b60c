#include "review/population.hpp"

#include "mandate/base/error.hpp"
#include "review/answers.hpp"

#include <algorithm>

namespace mandate {

bool ended_by(const lens& through, const counted_by_parts& wholes, row_number task,
              const task_facts& facts, civil_day day) {
    const task_facts then =
        facts_of(through.record, through.record.tasks[task], day, through.times);
    if (then.stated == nullptr) return false;
    if (then.its_class == task_class::cancelled) return true;
    return wholes.has(task) ? facts.finished_on && *facts.finished_on <= day
                            : is_done(then.its_class);
}

period begun_period(const lens& through, const period& of) {
    if (through.times.as_of < of.first())
        throw error{errc::out_of_range,
                    "the day asked for: " + to_text(through.times.as_of) + " lies before " +
                        to_text(of) + ", which begins on " + to_text(of.first()),
                    {{"as_of", to_text(through.times.as_of)}, {"period", to_text(of)}}};
    return of;
}

period begun_period(const lens& through, const arguments& args) {
    return begun_period(through, parse_period(*args.text(field::period)));
}

namespace {

std::vector<row_number> parts_at(const lens& through, const std::vector<row_number>* among) {
    const state& s = through.record;
    std::vector<row_number> all;
    const auto take = [&](row_number t) {
        const auto* told = s.tasks[t].stated.at(through.times);
        if (told != nullptr && told->value.parent != no_row) all.push_back(t);
    };
    if (among != nullptr)
        for (const row_number t : *among) take(t);
    else
        for (row_number t = 0; t < s.tasks.size(); ++t) take(t);
    return all;
}

}  // namespace

population::population(const lens& through, const period& of, const std::vector<row_number>* parts)
    : through_{through},
      of_{of},
      end_{std::min(of.last(), through.times.as_of)},
      parts_{parts_at(through, parts)},
      whole_at_end_{through, end_, &parts_},
      whole_now_{through, through.times.as_of, &parts_} {}

task_in_period population::read(row_number row) const {
    return read(row, facts_of(through_.record, through_.record.tasks[row], through_.times.as_of,
                              through_.times));
}

task_in_period population::read(row_number row, const task_facts& now) const {
    const state& s = through_.record;
    const task_record& task = s.tasks[row];
    task_in_period t;
    t.now = whole_now_.judged(row, now);
    t.at_end = end_ == through_.times.as_of
                   ? t.now
                   : whole_at_end_.judged(row, facts_of(s, task, end_, through_.times));
    if (t.now.stated == nullptr) return t;
    t.part = part_of_review(s, task, t, of_, through_.times, [&](civil_day day) {
        return (day == end_ ? whole_at_end_ : whole_now_).has(row);
    });
    // Its own part of others goes on until it is done, so with the last of its parts.
    if (t.part == review_part::counted_by_parts &&
        ended_by(through_, whole_at_end_, row, t.at_end, of_.first() - 1))
        t.part = review_part::only_in_documents;
    return t;
}

}  // namespace mandate
