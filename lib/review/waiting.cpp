#include "review/waiting.hpp"

#include <utility>

namespace mandate {
namespace {

using link = link_record::statement;

std::vector<link> open_links(const lens& through, const std::vector<bool>& open) {
    std::vector<link> all;
    for (std::size_t i = 0; i < through.record.links.size(); ++i)
        if (const auto* l = through.record.links[i].stated.at(through.times))
            if (open[l->value.task] && open[l->value.after]) all.push_back(l->value);
    return all;
}

std::vector<dependency> dependencies(const std::vector<link>& links) {
    std::vector<dependency> all;
    for (const link& l : links) all.push_back({l.after, l.task});
    return all;
}

}  // namespace

waiting_tasks::waiting_tasks(const lens& through, const std::vector<bool>& open)
    : direct_(open.size()), network_{open.size(), dependencies(open_links(through, open))} {
    for (const link& l : open_links(through, open))
        if (through.may_see(entity_kind::task, l.task))
            direct_[l.after].push_back({through.record.tasks[l.task].code, l.type, l.lag, l.unit});
}

int waiting_tasks::in_all(row_number task) const {
    if (direct_[task].empty()) return 0;
    return static_cast<int>(network_.waiting_for(task).size());
}

}  // namespace mandate
