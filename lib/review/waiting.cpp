#include "review/waiting.hpp"

#include <cstdint>
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

std::vector<link> open_links(const lens& through, const std::vector<bool>& open) {
    std::vector<link> all;
    for (std::size_t i = 0; i < through.record.links.size(); ++i)
        if (const auto* l = through.record.links[i].stated.at(through.times))
            if (open[l->value.task] && open[l->value.after] && !is_released(through, l->value))
                all.push_back(l->value);
    return all;
}

}  // namespace

waiting_tasks::waiting_tasks(const lens& through, const std::vector<bool>& open)
    : direct_(open.size()) {
    std::vector<dependency> dependencies;
    for (const link& l : open_links(through, open)) {
        if (through.may_see(entity_kind::task, l.task))
            direct_[l.after].push_back({through.record.tasks[l.task].code, l.type, l.lag, l.unit});
        dependencies.push_back({l.after, l.task});
    }
    in_all_ = task_network{open.size(), dependencies}.count_waiting();
}

}  // namespace mandate
