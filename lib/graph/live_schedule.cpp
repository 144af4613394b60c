#include "mandate/graph/live_schedule.hpp"

#include "graph/live_impl.hpp"
#include "graph/ring_text.hpp"
#include "graph/schedule_impl.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/graph/agency_network.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;

constexpr std::uint64_t most_links_between_parts = 100'000'000;

template <class Value>
Value in_column(const std::vector<Value>& column, index t, Value by_default) {
    return column.empty() ? by_default : column[t];
}

civil_day earlier(civil_day a, civil_day b) {
    if (a == no_day) return b;
    return b == no_day ? a : std::min(a, b);
}

// A schedule in bulk says which cycle, and counts the links that are left.
void refuse_cycle_in(const plan& p, const schedule_policy& policy,
                     const std::vector<index>& numbers) {
    try {
        const schedule has_no_cycle{p, policy};
    } catch (const error& e) {
        std::vector<fact> facts;
        std::vector<std::pair<std::string, std::string>> steps;
        for (fact one : e.facts()) {
            if (one.first == "link") {
                one.second = to_text(numbers[std::stoul(one.second)]);
                steps.back().second = one.second;
            } else if (one.first == "position") {
                steps.emplace_back(one.second, "");
            }
            facts.push_back(std::move(one));
        }
        if (steps.empty() || steps.front().second.empty()) throw;  // part of itself
        std::string text = "tasks would wait for themselves: ";
        if (steps.back().second.empty())  // no ring: a whole and its part
            text += steps[0].first + " -" + steps[0].second + "-> " + steps[1].first;
        else
            text += ring_text(steps);
        throw error{e.code(), text, std::move(facts)};
    }
}

}  // namespace

live_schedule::impl::impl(const plan& p, const schedule_policy& given)
    : policy{given}, start{p.start}, status_day{p.status_day} {
    policy.cycles = schedule_policy::on_cycle::refuse;
    (void)settle(p, policy);  // refuses what no schedule could be made of
    for (const work_calendar* c : p.calendars)
        calendars.push_back(std::make_shared<const work_calendar>(*c));
    if (calendars.empty()) calendars.push_back(std::make_shared<const work_calendar>());
    const auto n = static_cast<index>(p.duration.size());
    task.resize(n, {});
    links_of.add_tasks(n);
    for (index t = 0; t < n; ++t) {
        if (mandate::is_removed(p, t)) {
            task.write(t).removed = true;
            continue;
        }
        task.write(t) = {
            .duration = p.duration[t],
            .calendar = in_column(p.calendar, t, index{0}),
            .agency = in_column(p.agency, t, no_task),
            .parent = in_column(p.parent, t, no_task),
            .not_before = in_column(p.not_before, t, no_day),
            .must_start = in_column(p.must_start, t, no_day),
            .not_after = in_column(p.not_after, t, no_day),
            .deadline = in_column(p.deadline, t, no_day),
            .progress = {in_column(p.started, t, no_day), in_column(p.finished, t, no_day),
                         in_column(p.released, t, no_day),
                         in_column(p.remaining, t, std::int32_t{-1})},
            .optimistic = in_column(p.optimistic, t, std::int32_t{-1}),
            .pessimistic = in_column(p.pessimistic, t, std::int32_t{-1}),
            .suspended = in_column(p.suspended, t, std::uint8_t{0}) != 0};
    }
    link.resize(p.links.size(), {});
    std::vector<index> named(n, 0);
    for (const dependency& d : p.links) ++named[d.before], ++named[d.after];
    for (index t = 0; t < n; ++t) links_of.reserve(t, named[t]);
    for (index l = 0; l < p.links.size(); ++l) {
        const dependency& d = p.links[l];
        link.write(l) = d;
        for (const index end : {d.before, d.after}) links_of.add(end, {l, 0});
    }
    build();
}

// The tree and the schedule below it, from what the plan says now.
void live_schedule::impl::build() {
    std::vector<index> parent;
    bool any = false;
    for (index t = 0; t < tasks(); ++t) {
        parent.push_back(task[t].parent);
        any |= task[t].parent != no_task;
    }
    tree = any ? std::make_shared<const part_lists>(parts_of(parent)) : nullptr;
    std::vector<index> numbers;
    plan p = to_plan(&numbers);
    if (any) {
        p.parent.clear();
        std::uint64_t stand_for = 0;
        for (const dependency& d : p.links) stand_for += links_between_parts(d);
        if (stand_for > most_links_between_parts)
            throw error{errc::invalid_argument,
                        "plan: links of tasks with parts stand for more than 100000000 links "
                        "between the parts"};
        std::vector<dependency> between;
        for (const dependency& d : p.links)
            each_between_leaves(d, [&](const dependency& one) { between.push_back(one); });
        p.links = std::move(between);
        for (index t = 0; t < tasks(); ++t) {
            if (is_whole(t)) {  // does nothing itself
                p.duration[t] = 0;
                p.started[t] = p.finished[t] = p.released[t] = no_day;
                if (!p.must_start.empty()) p.must_start[t] = no_day;
            }
            const bounds wanted = is_whole(t) ? bounds{no_day, no_day, false} : bounds_of(t);
            p.not_before[t] = wanted.not_before;
            p.not_after[t] = wanted.not_after;
            p.deadline[t] = no_day;
            p.suspended[t] = wanted.suspended ? 1 : 0;
        }
    }
    try {
        dates.emplace(p, policy);
    } catch (const error& e) {
        if (e.code() == errc::cycle) refuse_cycle_in(to_plan(nullptr), policy, numbers);
        throw;
    }
    must_begin.clear();
    beginning.clear();
    for (index t = 0; t < tasks(); ++t) {
        if (is_whole(t)) dates->remove_task(t);
        if (is_whole(t) && task[t].must_start != no_day) must_begin.push_back(t);
    }
    begin_wholes();
}

// A whole begins with its first part, so it is that part that must not be late. Which one it is the
// dates tell when they are right, and no start depends on it.
void live_schedule::impl::begin_wholes() {
    std::vector<index> changed = std::exchange(beginning, {});
    std::map<index, civil_day> by_whole;
    for (const index whole : must_begin)
        for (const index t :
             first_parts(leaves_of(whole), [&](index part) { return dates->at(part); })) {
            civil_day& day = by_whole.emplace(t, no_day).first->second;
            day = earlier(day, task[whole].must_start);
        }
    for (const auto& [t, day] : by_whole) {
        beginning.push_back(t);
        dates->set_must_start(t, earlier(task[t].must_start, day));
    }
    for (const index t : changed)
        if (!by_whole.contains(t)) dates->set_must_start(t, task[t].must_start);
}

live_schedule::impl::bounds live_schedule::impl::bounds_of(index leaf) const {
    const told_task& own = task[leaf];
    bounds all{std::max(own.not_before, own.must_start), earlier(own.not_after, own.deadline),
               own.suspended};
    for (index up = own.parent; up != no_task; up = task[up].parent) {
        const told_task& whole = task[up];
        all.not_before = std::max({all.not_before, whole.not_before, whole.must_start});
        all.not_after = earlier(all.not_after, earlier(whole.not_after, whole.deadline));
        all.suspended |= whole.suspended;
    }
    return all;
}

std::uint64_t live_schedule::impl::links_between_parts(const dependency& d) const {
    return std::uint64_t{leaves_of(d.before).size()} * leaves_of(d.after).size();
}

plan live_schedule::impl::to_plan(std::vector<index>* numbers) const {
    plan p;
    p.start = start;
    p.status_day = status_day;
    for (const auto& c : calendars) p.calendars.push_back(c.get());
    for (index t = 0; t < tasks(); ++t) {
        const told_task& said = task[t];
        p.duration.push_back(said.duration);
        p.calendar.push_back(said.calendar);
        p.agency.push_back(said.agency);
        p.parent.push_back(said.parent);
        p.not_before.push_back(said.not_before);
        p.must_start.push_back(said.must_start);
        p.not_after.push_back(said.not_after);
        p.deadline.push_back(said.deadline);
        p.started.push_back(said.progress.started);
        p.finished.push_back(said.progress.finished);
        p.released.push_back(said.progress.released);
        p.remaining.push_back(said.progress.remaining);
        p.suspended.push_back(said.suspended ? 1 : 0);
        p.removed.push_back(said.removed ? 1 : 0);
        p.optimistic.push_back(said.optimistic);
        p.pessimistic.push_back(said.pessimistic);
    }
    for (index l = 0; l < link.size(); ++l) {
        if (is_removed_link(l)) continue;
        p.links.push_back(link[l]);
        if (numbers != nullptr) numbers->push_back(l);
    }
    const auto drop_if_default = [](auto& column, auto by_default) {
        if (std::all_of(column.begin(), column.end(), [&](auto v) { return v == by_default; }))
            column.clear();
    };
    // What is the default for all costs the passes time. The days of bounds stay: build() needs
    // them where there is a tree.
    drop_if_default(p.calendar, index{0});
    drop_if_default(p.agency, no_task);
    drop_if_default(p.parent, no_task);
    drop_if_default(p.must_start, no_day);
    drop_if_default(p.removed, 0);
    drop_if_default(p.optimistic, -1);
    drop_if_default(p.pessimistic, -1);
    if (!p.parent.empty()) return p;
    drop_if_default(p.not_before, no_day);
    drop_if_default(p.not_after, no_day);
    drop_if_default(p.deadline, no_day);
    return p;
}

live_schedule::live_schedule(const plan& p, const schedule_policy& policy)
    : self_{std::make_unique<impl>(p, policy)} {}
live_schedule::~live_schedule() = default;
live_schedule::live_schedule(const live_schedule& other)
    : self_{std::make_unique<impl>(*other.self_)} {}
live_schedule::live_schedule(live_schedule&&) noexcept = default;
live_schedule& live_schedule::operator=(live_schedule&&) noexcept = default;

index live_schedule::tasks() const noexcept { return self_->tasks(); }
index live_schedule::links() const noexcept { return static_cast<index>(self_->link.size()); }
bool live_schedule::is_removed(index task) const { return self_->task[task].removed; }
const schedule_policy& live_schedule::policy() const noexcept { return self_->policy; }

scheduled_task live_schedule::at(index task) const {
    const impl& s = *self_;
    if (!s.is_whole(task)) return s.dates->at(task);
    std::vector<scheduled_task> parts;
    for (const index t : s.leaves_of(task)) parts.push_back(s.dates->at(t));
    return whole_of_parts(parts);
}

// A task with parts waits with all of them: links between its own parts count for nothing.
std::int32_t live_schedule::free_slack(index task) const {
    const impl& s = *self_;
    if (!s.is_whole(task)) return s.dates->free_slack(task);
    return s.dates->free_slack(s.leaves_of(task));
}

std::optional<civil_day> live_schedule::end() const { return self_->dates->end(); }
std::int32_t live_schedule::length() const { return self_->dates->length(); }

index live_schedule::impl::link_between(index before, index after) const {
    index found = no_task;
    std::int32_t most = 0;
    std::vector<index> candidates;
    for (index a = after; a != no_task; a = task[a].parent)
        for (const half_link& l : links_of[a])
            if (is_part_of(after, link[l.other].after)) candidates.push_back(l.other);
    std::sort(candidates.begin(), candidates.end());
    for (const index l : candidates) {
        const dependency& d = link[l];
        if (!is_part_of(before, d.before)) continue;
        if (dates->at(after).state == progress::no_forecast) {  // no link asks a day
            if (from_finish(d.type) || !dates->has_begun(before)) return l;
            continue;
        }
        const std::int32_t asked = dates->asked_by({before, after, d.lag, d.type, d.unit});
        if (found != no_task && asked <= most) continue;
        found = l;
        most = asked;
    }
    return found;
}

std::vector<driving_step> live_schedule::driving_chain(index task) const {
    const impl& s = *self_;
    index from = task;  // of a task with parts, the part that finishes last or has no forecast
    civil_day last = no_day;
    for (const index t : s.leaves_of(task)) {
        const scheduled_task part = s.dates->at(t);
        if (part.state == progress::no_forecast) {
            from = t;
            break;
        }
        if (part.finish > last) {
            last = part.finish;
            from = t;
        }
    }
    std::vector<driving_step> steps = s.dates->driving_chain(from);
    for (driving_step& step : steps)
        if (step.predecessor != no_task) step.link = s.link_between(step.predecessor, step.task);
    if (steps.back().by != driver::suspended) return steps;
    for (index t = steps.back().task; t != no_task; t = s.task[t].parent)
        if (s.task[t].suspended) {
            if (t == steps.back().task) break;
            steps.back().predecessor = t;
            steps.push_back({t, driver::suspended});
            break;
        }
    return steps;
}

std::vector<moved_task> live_schedule::moved_by(index task, std::int32_t days) const {
    const impl& s = *self_;
    s.require_task(task);
    std::vector<index> late = s.leaves_of(task);
    if (late.size() > 1) {
        const civil_day finish = at(task).finish;
        std::erase_if(late, [&](index t) { return s.dates->at(t).finish != finish; });
    }
    return s.dates->moved_by(late, days);
}

std::vector<moved_dates> live_schedule::moved_since(const live_schedule& was) const {
    std::vector<moved_dates> moved;
    for (index t = 0; t < tasks(); ++t) {
        const scheduled_task before = t < was.tasks() ? was.at(t) : scheduled_task{}, now = at(t);
        if (t >= was.tasks() || was.is_removed(t) != is_removed(t) || before.start != now.start ||
            before.finish != now.finish || before.state != now.state)
            moved.push_back({t, before, now});
    }
    return moved;
}

plan live_schedule::to_plan(std::vector<index>* link_numbers) const {
    return self_->to_plan(link_numbers);
}

}  // namespace mandate
