#include "review/waiting.hpp"

#include <optional>

namespace mandate {
namespace {

using link = link_record::statement;

// A task has started with its first report or submission.
std::optional<civil_day> start_of(const lens& through, row_number task) {
    const task_record& t = through.record.tasks[task];
    std::optional<civil_day> start;
    const auto take = [&](const auto& list) {
        list.each(through.times, [&](const auto& v) {
            if (!start || v.effective_on < *start) start = v.effective_on;
        });
    };
    take(t.life().reports), take(t.life().submissions);
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

waiting_tasks::waiting_tasks(const lens& through, const std::function<bool(row_number)>& is_open) {
    const state& s = through.record;
    const auto vertex = [&](row_number task) {
        const auto [at, added] =
            vertex_.try_emplace(task, static_cast<std::uint32_t>(rows_.size()));
        if (added) {
            rows_.push_back(task);
            shown_.push_back(through.may_see(entity_kind::task, task));
            hides_some_ |= !shown_.back();
        }
        return at->second;
    };
    std::vector<dependency> dependencies;
    for (std::size_t i = 0; i < s.links.size(); ++i) {
        const auto* told = s.links[i].stated.at(through.times);
        if (told == nullptr) continue;
        const link& l = told->value;
        if (!is_open(l.task) || !is_open(l.after) || is_released(through, l)) continue;
        if (through.may_see(entity_kind::task, l.task))
            direct_[l.after].push_back({s.tasks[l.task].code, l.type, l.lag, l.unit});
        const std::uint32_t before = vertex(l.after);
        dependencies.push_back({before, vertex(l.task)});
    }
    network_ = task_network{rows_.size(), dependencies};
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
    std::vector<std::uint32_t> left{first->second};
    seen[first->second] = true;
    while (!left.empty()) {
        const std::uint32_t at = left.back();
        left.pop_back();
        for (const std::uint32_t next : network_.successors(at)) {
            if (seen[next]) continue;
            seen[next] = true;
            if (shown_[next])
                found.shown.push_back(rows_[next]);
            else
                ++found.not_shown;
            left.push_back(next);
        }
    }
    return found;
}

std::unordered_map<row_number, int> waiting_tasks::counts() const {
    std::unordered_map<row_number, int> all;
    const std::vector<std::uint32_t> each = network_.count_waiting();
    for (std::size_t v = 0; v < rows_.size(); ++v)
        if (each[v] > 0) all.emplace(rows_[v], static_cast<int>(each[v]));
    return all;
}

}  // namespace mandate
