// Why a task stands where it stands. Of all links to a task, those whose demand equals its start
// decide it; the chain follows one of them to the predecessor, and so on, until something else than
// a link decides: the start of the scope, a constraint, the status day, or what has happened.
#include "graph/editable_impl.hpp"
#include "graph/schedule_impl.hpp"

#include <algorithm>
#include <unordered_map>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;

class chain {
public:
    chain(const schedule::impl& of, const plan& p) : of_{of}, plan_{p} {}

    std::vector<driving_step> from(index task) {
        std::vector<driving_step> steps;
        for (index t = last_part(task); t != no_task; t = steps.back().predecessor)
            steps.push_back(step(t));
        name_links(steps);
        return steps;
    }

private:
    // Of a summary task, the part that finishes last; if one has no forecast, that one.
    index last_part(index task) const {
        if (of_.is_summary.empty() || of_.is_summary[task] == 0) return task;
        index last = task;
        civil_day day = no_day;
        for (const index t : of_.parts.leaves_of(task)) {
            if (of_.state_of(t) == progress::no_forecast) return t;
            if (of_.leaf(t).finish > day) {
                day = of_.leaf(t).finish;
                last = t;
            }
        }
        return last;
    }

    // It waits for what is suspended, or that is itself, or what it is part of.
    driving_step step_without_forecast(index task) const {
        auto first = std::lower_bound(of_.lost_links.begin(), of_.lost_links.end(),
                                      std::pair{task, index{0}});
        const auto of_it = [&] { return first != of_.lost_links.end() && first->first == task; };
        while (of_it() && of_.state_of(first->second) != progress::no_forecast) ++first;
        const bool waits = of_it();
        for (index t = task; t != no_task; t = plan_.parent.empty() ? no_task : plan_.parent[t])
            if (!plan_.suspended.empty() && plan_.suspended[t] != 0)
                return {task, driver::suspended, t == task ? no_task : t};
        return waits ? driving_step{task, driver::link, first->second}
                     : driving_step{task, driver::none};
    }

    driving_step step(index task) const {
        const progress state = of_.state_of(task);
        const bool is_whole = !of_.is_summary.empty() && of_.is_summary[task] != 0;
        if (state == progress::no_forecast || is_whole) return step_without_forecast(task);
        if (state == progress::finished) return {task, driver::actual_start};
        if (const index by = driving_predecessor(task); by != no_task)
            return {task, driver::link, by};
        if (state == progress::started) return {task, driver::actual_start};
        return {task, other_driver(task)};
    }

    index driving_predecessor(index task) const {
        const compact_schedule& passes = *of_.passes;
        const index at = passes.network().position_of(task);
        const std::int32_t start = passes.start(at);
        index by = no_task;
        passes.each_demand(at, [&](index before, std::int32_t demand) {
            if (demand == start) by = std::min(by, passes.network().task_at(before));
        });
        const auto first =
            std::lower_bound(of_.constants.begin(), of_.constants.end(), task,
                             [](const constant_bound& c, index t) { return c.after < t; });
        for (auto c = first; c != of_.constants.end() && c->after == task; ++c)
            if (c->start == start) by = std::min(by, c->before);
        return by;
    }

    driver other_driver(index task) const {
        const day_tables& days = of_.days_of(task);
        const std::int32_t start = of_.start_rank(task);
        const auto at = [&](civil_day day) {
            return day != no_day && days.rank(boundary_before(day)) == start;
        };
        for (index t = task;; t = plan_.parent[t]) {
            if (!plan_.not_before.empty() && at(plan_.not_before[t])) return driver::not_before;
            if (!plan_.must_start.empty() && at(plan_.must_start[t])) return driver::not_before;
            if (plan_.parent.empty() || plan_.parent[t] == no_task) break;
        }
        if (start > days.rank(of_.origin) && plan_.status_day) return driver::status_day;
        return driver::scope_start;
    }

    // The chain knows pairs of tasks; one look through the plan's links finds the links between
    // them. Of several between the same two, the one that demands most, else the first.
    void name_links(std::vector<driving_step>& steps) const {
        std::unordered_multimap<std::uint64_t, std::size_t> by_pair;
        const auto key = [](index before, index after) {
            return std::uint64_t{before} << 32 | after;
        };
        // A link of tasks with parts is one of their parts.
        const auto whole = [&](index t) {
            return plan_.parent.empty() ? no_task : plan_.parent[t];
        };
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (steps[i].by == driver::link)
                for (index a = steps[i].predecessor; a != no_task; a = whole(a))
                    for (index b = steps[i].task; b != no_task; b = whole(b))
                        by_pair.emplace(key(a, b), i);
        if (by_pair.empty()) return;
        std::vector<std::int32_t> best(steps.size(), 0);
        const auto consider = [&](std::size_t i, index link) {
            if (of_.state_of(steps[i].task) == progress::no_forecast) {  // no link asks a day
                const bool let_go =
                    !from_finish(plan_.links[link].type) && has_begun(steps[i].predecessor);
                if (steps[i].link == no_task && !let_go) steps[i].link = link;
                return;
            }
            const std::int32_t demand = demand_of(plan_.links[link], steps[i]);
            if (steps[i].link != no_task && demand <= best[i]) return;
            steps[i].link = link;
            best[i] = demand;
        };
        for (index link = 0; link < plan_.links.size(); ++link) {
            const auto [first, last] =
                by_pair.equal_range(key(plan_.links[link].before, plan_.links[link].after));
            for (auto step = first; step != last; ++step) consider(step->second, link);
        }
    }

    bool has_begun(index task) const {  // it may be suspended since
        return plan_.status_day && !plan_.started.empty() && plan_.started[task] != no_day;
    }

    std::int32_t demand_of(const dependency& d, const driving_step& s) const {
        const compact_schedule& passes = *of_.passes;
        const std::int32_t left = passes.durations()[passes.network().position_of(s.task)];
        const bool civil = d.unit == lag_unit::calendar_days;
        const boundary from = end_of(s.predecessor, from_finish(d.type)) + (civil ? d.lag : 0);
        return of_.days_of(s.task).rank(from) + (civil ? 0 : d.lag) -
               (to_finish(d.type) ? left : 0);
    }

    boundary end_of(index task, bool finish) const {
        const progress state = of_.state_of(task);
        if (state == progress::finished && finish)
            return boundary_after(!plan_.released.empty() && plan_.released[task] != no_day
                                      ? plan_.released[task]
                                      : plan_.finished[task]);
        if (state != progress::not_started && !finish) return boundary_before(of_.leaf(task).start);
        const day_tables& days = of_.days_of(task);
        const compact_schedule& passes = *of_.passes;
        const std::int32_t start = of_.start_rank(task);
        return finish ? days.finish(start, passes.durations()[passes.network().position_of(task)])
                      : days.before(start);
    }

    const schedule::impl& of_;
    const plan& plan_;
};

}  // namespace

std::vector<driving_step> schedule::driving_chain(const plan& p, std::uint32_t task) const {
    return chain{*self_, p}.from(task);
}

std::int32_t editable_schedule::asked_by(const dependency& link) const {
    const impl& s = *self_;
    const index before = s.slot_of[link.before], after = s.slot_of[link.after];
    const half_link half{after, packed(link)};
    return s.mixed ? s.asked_start<true>(before, s.row[before].start, after, half)
                   : s.asked_start<false>(before, s.row[before].start, after, half);
}

bool editable_schedule::has_begun(index task) const {
    const impl& s = *self_;
    return s.has_progress() && s.reported[s.slot_of[task]].started != no_day;
}

namespace {

driver own_driver(const editable_schedule::impl& s, index slot) {
    const day_tables& days = s.days_of(slot);
    const std::int32_t start = s.row[slot].start;
    if (s.constraints.size() > 0)
        for (const civil_day day : {s.constraints[slot].not_before, s.constraints[slot].must_start})
            if (day != no_day && days.rank(boundary_before(day)) == start)
                return driver::not_before;
    return start > days.rank(s.origin) && s.status_day ? driver::status_day : driver::scope_start;
}

}  // namespace

std::vector<driving_step> editable_schedule::driving_chain(std::uint32_t task) const {
    const impl& s = *self_;
    std::vector<driving_step> steps;
    for (index t = task; t != no_task; t = steps.back().predecessor) {
        const index slot = s.slot_of[t];
        const progress state = s.state_of(slot);
        driving_step step{t, driver::none};
        if (state == progress::finished) step.by = driver::actual_start;
        if (s.is_lost(slot)) {
            step.by = driver::suspended;
            if (!s.reported[slot].suspended)
                for (const half_link& link : s.in[slot])
                    if (s.loses(link)) {
                        step.by = driver::link;
                        step.predecessor = std::min(step.predecessor, s.task_of[link.other]);
                    }
        }
        if (!s.is_fixed(slot)) {
            for (const half_link& link : s.in[slot])
                if (s.link_counts(link.other, slot, link) &&
                    asked_by(unpacked(s.task_of[link.other], t, link.packed)) == s.row[slot].start)
                    step.predecessor = std::min(step.predecessor, s.task_of[link.other]);
            step.by = step.predecessor != no_task  ? driver::link
                      : state == progress::started ? driver::actual_start
                                                   : own_driver(s, slot);
        }
        steps.push_back(step);
    }
    return steps;
}

}  // namespace mandate
