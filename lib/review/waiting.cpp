#include "review/waiting.hpp"

#include "model/part_in_task.hpp"

#include <optional>

namespace mandate {
namespace {

using link = link_record::statement;

// A task has started with its first report, submission or completion.
std::optional<civil_day> start_of(const lens& through, row_number task) {
    const task_record& t = through.record.tasks[task];
    std::optional<civil_day> start;
    const auto take = [&](const auto& v) {
        if (!start || v.effective_on < *start) start = v.effective_on;
    };
    each_report_of_task(t, through.times, take);
    t.life().submissions.each(through.times, take);
    t.life().completions.each(through.times, take);
    return start;
}

// A dependency on a start holds nobody up once the lag after that start has passed.
bool is_released(const lens& through, const link& l) {
    if (l.type != link_kind::start_start && l.type != link_kind::start_finish) return false;
    const auto start = start_of(through, l.after);
    if (!start) return false;
    const int passed = l.unit == lag_unit::working_days
                           ? through.calendar().count(*start, through.times.as_of)
                           : through.times.as_of - *start;
    return passed >= l.lag;
}

}  // namespace

class waiting_tasks::builder {
public:
    builder(waiting_tasks& made, const lens& through, const counted_by_parts& wholes,
            const std::function<bool(row_number)>& is_open)
        : made_{made}, through_{through}, wholes_{wholes}, is_open_{is_open} {}

    void add_all() {
        const state& s = through_.record;
        for (std::size_t i = 0; i < s.links.size(); ++i) {
            const auto* told = s.links[i].stated.at(through_.times);
            if (told == nullptr) continue;
            const link& l = told->value;
            if (!is_open_(l.task) || !is_open_(l.after) || is_released(through_, l)) continue;
            const bool shown = through_.may_see(entity_kind::task, l.task) &&
                               through_.may_see(entity_kind::task, l.after);
            std::uint32_t from = end_of(l.after);
            if (!shown) {
                const std::uint32_t hidden = vertex(no_row, false, false);
                dependencies_.push_back({from, hidden});
                from = hidden;
            }
            dependencies_.push_back({from, begin_of(l.task)});
            if (!shown) continue;
            for (const row_number one : with_parts(l.after))
                made_.direct_[one].push_back({s.tasks[l.task].code, l.type, l.lag, l.unit});
        }
        made_.network_ = task_network{made_.rows_.size(), dependencies_};
    }

private:
    std::uint32_t vertex(row_number row, bool shown, bool counted) {
        made_.rows_.push_back(row);
        made_.shown_.push_back(shown);
        made_.counted_.push_back(counted);
        made_.hides_some_ |= !shown;
        return static_cast<std::uint32_t>(made_.rows_.size() - 1);
    }

    // Both without recursion: parts may have parts to any depth.
    std::uint32_t end_of(row_number task) {
        return reach(
            task, made_.vertex_,
            [&](row_number row) {
                const bool whole = wholes_.has(row);
                return vertex(row, whole || through_.may_see(entity_kind::task, row), !whole);
            },
            [&](std::uint32_t whole, std::uint32_t part) {
                dependencies_.push_back({part, whole});
            });
    }
    std::uint32_t begin_of(row_number task) {
        if (!wholes_.has(task)) return end_of(task);
        return reach(
            task, begins_,
            [&](row_number row) {
                return wholes_.has(row) ? vertex(no_row, true, false) : end_of(row);
            },
            [&](std::uint32_t whole, std::uint32_t part) {
                dependencies_.push_back({whole, part});
            });
    }
    template <class Make, class Join>
    std::uint32_t reach(row_number task, std::unordered_map<row_number, std::uint32_t>& known,
                        Make&& make, Join&& join) {
        std::vector<row_number> to_do;
        const auto find = [&](row_number row) {
            const auto found = known.find(row);
            if (found != known.end()) return found->second;
            const std::uint32_t made = make(row);
            known.emplace(row, made);
            if (wholes_.has(row)) to_do.push_back(row);
            return made;
        };
        const std::uint32_t first = find(task);
        while (!to_do.empty()) {
            const row_number whole = to_do.back();
            to_do.pop_back();
            const std::uint32_t at = known.at(whole);
            wholes_.each_part(whole, [&](row_number part) {
                if (is_open_(part)) join(at, find(part));
            });
        }
        return first;
    }

    std::vector<row_number> with_parts(row_number task) const {
        std::vector<row_number> all{task};
        for (std::size_t i = 0; i < all.size(); ++i)
            if (wholes_.has(all[i]))
                wholes_.each_part(all[i], [&](row_number part) {
                    if (part != task && is_open_(part)) all.push_back(part);
                });
        return all;
    }

    waiting_tasks& made_;
    const lens& through_;
    const counted_by_parts& wholes_;
    const std::function<bool(row_number)>& is_open_;
    std::unordered_map<row_number, std::uint32_t> begins_;  // of wholes, and of their parts
    std::vector<dependency> dependencies_;
};

waiting_tasks::waiting_tasks(const lens& through, const counted_by_parts& wholes,
                             const std::function<bool(row_number)>& is_open) {
    builder{*this, through, wholes, is_open}.add_all();
}

const std::vector<dependent_task>& waiting_tasks::on(row_number task) const {
    static const std::vector<dependent_task> nobody;
    const auto found = direct_.find(task);
    return found == direct_.end() ? nobody : found->second;
}

waiting_tasks::found_waiting waiting_tasks::all_on(row_number task) const {
    found_waiting found;
    const auto first = vertex_.find(task);
    if (first == vertex_.end()) return found;
    std::vector<bool> seen(rows_.size(), false);
    std::vector<std::uint32_t> left{first->second}, hidden;
    seen[first->second] = true;
    // What is met by links that may be shown first.
    for (bool shown = true; !left.empty(); left.swap(hidden), shown = false) {
        while (!left.empty()) {
            const std::uint32_t at = left.back();
            left.pop_back();
            for (const std::uint32_t next : network_.successors(at)) {
                if (seen[next]) continue;
                seen[next] = true;
                if (counted_[next] && shown_[next] && shown)
                    found.shown.push_back(rows_[next]);
                else if (counted_[next])
                    ++found.not_shown;
                const bool hidden_link = !counted_[next] && !shown_[next];
                (shown && hidden_link ? hidden : left).push_back(next);
            }
        }
    }
    return found;
}

std::unordered_map<row_number, int> waiting_tasks::counts() const {
    std::unordered_map<row_number, int> all;
    const std::vector<std::uint32_t> each = network_.count_waiting(counted_);
    for (std::size_t v = 0; v < rows_.size(); ++v)
        if (rows_[v] != no_row && each[v] > 0) all.emplace(rows_[v], static_cast<int>(each[v]));
    return all;
}

}  // namespace mandate
