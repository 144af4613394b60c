#include "model/part_in_task.hpp"

#include "model/agency_life.hpp"
#include "model/handed_over.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mandate {
namespace {

class part_search {
public:
    part_search(const state& s, row_number task, row_number agency, const view& at,
                const sight* seen)
        : s_{s}, task_{task}, agency_{agency}, at_{at}, known_{last_day, at.known}, seen_{seen} {}

    bool run() const {
        for (const row_number t : with_wholes(task_))
            if (is_seen(entity_kind::task, t) && is_named_in(s_.tasks[t])) return true;
        return is_consulted() || leads_what_it_waits_for();
    }

private:
    bool is_seen(entity_kind kind, row_number row) const {
        return seen_ == nullptr || seen_->may_see(kind, row);
    }
    bool is(row_number other) const { return speaks_for(s_, agency_, other, at_); }
    template <class List>
    bool any(const List& list) const {
        return std::any_of(list.begin(), list.end(), [&](row_number one) { return is(one); });
    }
    row_number whole_of(row_number task) const {
        const auto* told = s_.tasks[task].stated.at(known_);
        return told != nullptr ? told->value.parent : no_row;
    }
    std::vector<row_number> with_wholes(row_number task) const {
        std::vector<row_number> all;
        for (; task != no_row && all.size() <= s_.tasks.size(); task = whole_of(task))
            all.push_back(task);
        return all;
    }
    bool leads(const task_record& t) const {
        bool found = false;
        t.held.each(known_, [&](const auto& h) { found |= any(h.value.leads); });
        return found;
    }
    bool is_named_in(const task_record& t) const {
        bool found = leads(t);
        t.held.each(known_, [&](const auto& h) {
            found |= h.value.coordinating && any(*h.value.coordinating);
        });
        t.life().obligations.each(known_, [&](const auto& o) { found |= is(o.value.agency); });
        t.life().blocks.each(known_, [&](const auto& b) { found |= is(b.value.owed_by); });
        t.life().expected.each(
            known_, [&](const auto& e) { found |= any(expected_issuers_of(s_, t, e, known_)); });
        return found;
    }
    bool is_consulted() const {
        for (row_number c = 0; c < s_.consultations.size(); ++c) {
            const auto* told = s_.consultations[c].stated.at(known_);
            if (told == nullptr || told->value.task != task_) continue;
            if (!is_seen(entity_kind::consultation, c)) continue;
            for (const row_number asked : told->value.asked)
                if (any(chain_of_owers(s_, {entity_kind::consultation, c}, asked, known_)))
                    return true;
        }
        return false;
    }
    // It waits for its own parts, and for what a link of it or of its whole names, with its parts.
    bool leads_what_it_waits_for() const {
        std::vector<std::pair<row_number, row_number>> links;  // task, after
        for (row_number l = 0; l < s_.links.size(); ++l)
            if (const auto* told = s_.links[l].stated.at(known_);
                told != nullptr && is_seen(entity_kind::link, l))
                links.emplace_back(told->value.task, told->value.after);
        std::sort(links.begin(), links.end());
        std::vector<bool> waited(s_.tasks.size());
        std::vector<row_number> left{task_};
        waited[task_] = true;
        while (!left.empty()) {
            const row_number one = left.back();
            left.pop_back();
            for (const row_number t : with_wholes(one))
                for (auto l =
                         std::lower_bound(links.begin(), links.end(), std::pair{t, row_number{0}});
                     l != links.end() && l->first == t; ++l) {
                    if (waited[l->second]) continue;
                    waited[l->second] = true;
                    left.push_back(l->second);
                }
        }
        for (row_number t = 0; t < waited.size(); ++t) {
            if (!leads(s_.tasks[t]) || !is_seen(entity_kind::task, t)) continue;
            const std::vector<row_number> above = with_wholes(t);
            if (std::any_of(above.begin(), above.end(), [&](row_number w) { return waited[w]; }))
                return true;
        }
        return false;
    }

    const state& s_;
    row_number task_, agency_;
    view at_, known_;
    const sight* seen_;
};

}  // namespace

bool has_part_in(const state& s, row_number task, row_number agency, const view& at,
                 const sight* seen) {
    return part_search{s, task, agency, at, seen}.run();
}

bool is_of_own_part(const task_record& t, const version<task_record::report>& report,
                    seq_number known) {
    if (report.value.agency == no_row) return false;
    const view then{report.effective_on, known};
    const auto has = [&](const small_list<row_number>& agencies) {
        return std::find(agencies.begin(), agencies.end(), report.value.agency) != agencies.end();
    };
    const auto* held = t.held.at(then);
    return has(t.coordinating(then)) && (held == nullptr || !has(held->value.leads));
}

}  // namespace mandate
