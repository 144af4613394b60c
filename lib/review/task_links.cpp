#include "review/task_links.hpp"

#include <algorithm>

namespace mandate {

clause_links::clause_links(const lens& through) : tasks_(through.record.clauses.size()) {
    const state& s = through.record;
    for (row_number c = 0; c < tasks_.size(); ++c) {
        if (statement_seq(s, entity_kind::clause, c, through.times) == 0) continue;
        s.clauses[c].tasks.each(through.times, [&](const auto& t) {
            if (statement_seq(s, entity_kind::task, t.value, through.times) != t.seq) return;
            tasks_[c].push_back(t.value);
            clauses_.emplace_back(t.value, c);
        });
    }
    std::sort(clauses_.begin(), clauses_.end());
}

std::vector<row_number> clause_links::clauses_of(row_number task) const {
    std::vector<row_number> found;
    for (auto i =
             std::lower_bound(clauses_.begin(), clauses_.end(), std::pair{task, row_number{0}});
         i != clauses_.end() && i->first == task; ++i)
        found.push_back(i->second);
    return found;
}

bool clause_links::has_clauses(row_number task) const {
    const auto at =
        std::lower_bound(clauses_.begin(), clauses_.end(), std::pair{task, row_number{0}});
    return at != clauses_.end() && at->first == task;
}

std::vector<row_number> basis_of(const lens& through, const clause_links& links, row_number task) {
    const state& s = through.record;
    std::vector<row_number> found;
    row_number t = task;
    for (std::size_t steps = 0; t != no_row && found.empty() && steps <= s.tasks.size(); ++steps) {
        const auto* told = s.tasks[t].stated.at(through.times);
        if (told == nullptr) break;
        found.assign(told->value.documents.begin(), told->value.documents.end());
        for (const row_number c : links.clauses_of(t)) {
            const row_number d = s.clauses[c].stated.at(through.times)->value.document;
            if (std::find(found.begin(), found.end(), d) == found.end()) found.push_back(d);
        }
        t = told->value.parent;
    }
    return found;
}

}  // namespace mandate
