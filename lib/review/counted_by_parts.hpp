#pragma once
// Tasks that are counted by their parts (lib/README.md, decision 129): the one rule for all that
// counts them, lists them, warns of them or waits for them.

#include "model/task_facts.hpp"
#include "review/lens.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mandate {

/// What a task is a part of, the nearest first; none where it is not there. Cost: these.
template <class Take>
void each_whole(const lens& through, row_number part, Take&& take) {
    const auto above = [&](row_number task) {
        const auto* told = through.record.tasks[task].stated.at(through.times);
        return told == nullptr ? no_row : told->value.parent;
    };
    std::size_t steps = through.record.tasks.size();  // should they stand in a circle
    for (row_number whole = above(part); whole != no_row && steps > 0;
         whole = above(whole), --steps)
        take(whole);
}

/// Since when what is stated has been so, without a break. @pre it is so now.
template <class Value, class IsSo>
civil_day first_day_of(const versions<Value>& stated, const view& at, IsSo&& is_so) {
    std::optional<civil_day> since;
    stated.each(at, [&](const auto& one) {
        if (!is_so(one.value))
            since.reset();
        else if (!since)
            since = one.effective_on;
    });
    return *since;
}

/// Those of each_whole that matter(whole), and since when the task is a part of each: take(whole,
/// since), the nearest first. Since when is looked for where one matters: wholes may be thousands
/// of levels deep. Cost: the wholes, and where one matters the statements up to it.
template <class Matters, class Take>
void each_whole_since(const lens& through, row_number part, Matters&& matters, Take&& take) {
    civil_day since = first_day;
    std::vector<row_number> way{part};  // from the last one that mattered
    each_whole(through, part, [&](row_number whole) {
        way.push_back(whole);
        if (!matters(whole)) return;
        for (std::size_t i = 0; i + 1 < way.size(); ++i)
            since = std::max(since,
                             first_day_of(through.record.tasks[way[i]].stated, through.times,
                                          [&](const auto& t) { return t.parent == way[i + 1]; }));
        way = {whole};
        take(whole, since);
    });
}

/// The task of which the delay of this one is waived: itself, else the nearest that it was a part
/// of by then; no_row: it is not. Cost: that of each_whole_since.
row_number waived_with(const lens& through, row_number task);
inline bool is_waived(const lens& through, row_number task) {
    return waived_with(through, task) != no_row;
}

/// Those that have parts on a day, by what the view knows. A cancelled part is none, nor is one
/// that is standing, as in the schedule: it never ends.
class counted_by_parts {
    using part_of_whole = std::pair<row_number, row_number>;  // the whole, the part

public:
    /// @pre on <= through.times.as_of. `parts`: rows among which all are that are parts of others;
    /// null: all tasks. Cost: these.
    counted_by_parts(const lens& through, civil_day on,
                     const std::vector<row_number>* parts = nullptr);

    civil_day day() const noexcept { return on_; }
    /// Whether the task has parts on the day. Cost: constant; with few parts given, their
    /// logarithm.
    bool has(row_number task) const {
        return is_whole_.empty() ? std::binary_search(wholes_.begin(), wholes_.end(), task)
                                 : is_whole_[task];
    }
    /// What is true of the task on the day: a whole is done, and handed in, with the last of its
    /// parts, whatever was said of itself, unless it is cancelled or suspended; one that is
    /// standing stays so. `own`: its facts of that day. Cost: at the first call the parts; then
    /// those of this whole, once.
    task_facts judged(row_number task, task_facts own) const;
    task_facts judged(row_number task) const { return judged(task, facts(task)); }
    /// The parts of a whole. Cost: at the first call all parts; then these.
    template <class Take>
    void each_part(row_number whole, Take&& take) const {
        if (!in_order_) std::sort(parts_.begin(), parts_.end());
        in_order_ = true;
        for (auto p = std::lower_bound(parts_.begin(), parts_.end(), part_of_whole{whole, 0});
             p != parts_.end() && p->first == whole; ++p)
            take(p->second);
    }
    /// The parts of a whole, at any depth, that have none themselves and were not done by a day.
    /// @pre by <= the day looked at. Cost: its parts.
    std::vector<row_number> not_done_by(row_number whole, civil_day by) const;

private:
    struct end {
        std::optional<civil_day> finished, handed_in;  ///< of all parts, on the day of the last
    };
    end end_of(row_number task) const;
    end last_of(row_number whole) const;
    task_facts facts(row_number task) const;

    const state& s_;
    const view knowledge_;
    const civil_day on_;
    std::vector<bool> is_whole_;      // by row; empty: there are few, which stand in wholes_
    std::vector<row_number> wholes_;  // in order
    mutable std::vector<part_of_whole> parts_;
    mutable bool in_order_ = false;
    mutable std::unordered_map<row_number, end> ends_;
};

}  // namespace mandate
