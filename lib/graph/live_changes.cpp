// How a live schedule is changed. A change of one task or link that does work is one change of the
// schedule below, which happens or leaves all as it was. All else is made on a copy, which takes
// the place of the original when everything has gone well.
#include "graph/live_impl.hpp"
#include "graph/ring_text.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace mandate {
namespace {

using index = std::uint32_t;

constexpr std::string_view names[] = {"",           "calendar",   "parent",      "not_before",
                                      "must_start", "not_after",  "deadline",    "started",
                                      "finished",   "released",   "remaining",   "suspended",
                                      "agency",     "optimistic", "pessimistic", "duration"};

bool is_progress(plan_column c) { return c >= plan_column::started && c <= plan_column::remaining; }
bool is_day(plan_column c) { return c >= plan_column::not_before && c <= plan_column::released; }

[[noreturn]] void refuse_value(index task, plan_column column, const std::string& what,
                               errc as = errc::invalid_argument) {
    const std::string name{names[static_cast<std::size_t>(column)]};
    throw error{as,
                "task " + to_text(task) + ": " + name + " " + what,
                {{"position", to_text(task)}, {"field", name}}};
}

void require_within(index task, plan_column column, std::int32_t value, std::int32_t least,
                    std::int32_t most) {
    if (value < least || value > most)
        refuse_value(task, column,
                     to_text(value) + " is not within " + to_text(least) + " and " + to_text(most));
}

void require_terms(const dependency& d) {
    if (d.lag < -36'500 || d.lag > 36'500)
        throw error{errc::invalid_argument,
                    "lag " + to_text(d.lag) + " is not within -36500 and 36500"};
    if (d.type < link_kind::finish_start || d.type > link_kind::start_finish)
        throw error{errc::invalid_argument, "unknown type of link"};
    if (d.unit < lag_unit::working_days || d.unit > lag_unit::calendar_days)
        throw error{errc::invalid_argument, "unknown unit of lag"};
}

}  // namespace

void live_schedule::impl::require_task(index t) const {
    // Of a number below 0 the sign is told, not what it would be without one.
    if (t >= tasks())
        throw error{errc::invalid_argument,
                    "there is no task " + to_text(static_cast<std::int32_t>(t))};
    if (task[t].removed) throw error{errc::invalid_argument, "task " + to_text(t) + " was removed"};
}

void live_schedule::impl::require_link(index l) const {
    if (l >= link.size())
        throw error{errc::invalid_argument,
                    "there is no link " + to_text(static_cast<std::int32_t>(l))};
    if (is_removed_link(l))
        throw error{errc::invalid_argument, "link " + to_text(l) + " was removed"};
}

// ---- tasks

void live_schedule::impl::set_task(index t, plan_column column, std::int32_t value) {
    require_task(t);
    told_task now = task[t];
    if (is_day(column) && value != no_day.since_epoch())
        if (value < first_day.since_epoch() || value > last_day.since_epoch())
            refuse_value(t, column, "lies outside 1900-01-01 to 2199-12-31", errc::out_of_range);
    switch (column) {
        case plan_column::duration:
            require_within(t, column, value, 0, 60'000);
            now.duration = value;
            break;
        case plan_column::calendar:
            if (value < 0 || static_cast<std::size_t>(value) >= calendars.size())
                refuse_value(t, column, to_text(value) + " does not exist");
            now.calendar = static_cast<index>(value);
            break;
        case plan_column::parent:
            if (value != -1) require_task(static_cast<index>(value));
            now.parent = static_cast<index>(value);
            rebuild |= now.parent != task[t].parent;
            break;
        case plan_column::agency:
            require_within(t, column, value, -1, INT32_MAX);
            now.agency = static_cast<index>(value);
            break;
        case plan_column::suspended:
            require_within(t, column, value, 0, 1);
            now.suspended = value == 1;
            break;
        case plan_column::remaining:
            require_within(t, column, value, -1, 60'000);
            now.progress.remaining = value;
            break;
        case plan_column::optimistic:
            require_within(t, column, value, -1, 60'000);
            now.optimistic = value;
            break;
        case plan_column::pessimistic:
            require_within(t, column, value, -1, 60'000);
            now.pessimistic = value;
            break;
        case plan_column::not_before:
            now.not_before = civil_day{value};
            break;
        case plan_column::must_start:
            now.must_start = civil_day{value};
            break;
        case plan_column::not_after:
            now.not_after = civil_day{value};
            break;
        case plan_column::deadline:
            now.deadline = civil_day{value};
            break;
        case plan_column::started:
            now.progress.started = civil_day{value};
            break;
        case plan_column::finished:
            now.progress.finished = civil_day{value};
            break;
        case plan_column::released:
            now.progress.released = civil_day{value};
            break;
        default:
            throw error{errc::invalid_argument,
                        "column " + to_text(static_cast<int>(column)) + " is not known"};
    }
    if (is_progress(column) && status_day) {
        if (held)
            told_progress.push_back(t);
        else
            require_progress(t, now.progress, *status_day);
    }
    if (rebuild) {
        task.write(t) = now;
        return;
    }
    if (is_whole(t)) {
        task.write(t) = now;
        if (column == plan_column::must_start) {
            std::erase(must_begin, t);
            if (now.must_start != no_day) must_begin.push_back(t);
        }
        for (const index leaf : leaves_of(t)) push(leaf, task[leaf], column);
    } else {
        push(t, now, column);
        task.write(t) = now;
    }
}

// What the schedule below has to know of it. Of a part, what holds for its wholes holds, too.
void live_schedule::impl::push(index leaf, const told_task& now, plan_column column) {
    editable_schedule& s = *dates;
    const auto wanted = [&] {
        const told_task was = std::exchange(task.write(leaf), now);
        const bounds all = bounds_of(leaf);
        task.write(leaf) = was;
        return all;
    };
    switch (column) {
        case plan_column::duration:
            return s.set_duration(leaf, now.duration);
        case plan_column::calendar:
            return s.set_calendar(leaf, now.calendar);
        case plan_column::not_before:
            return s.set_not_before(leaf, wanted().not_before);
        case plan_column::must_start:
            s.set_not_before(leaf, wanted().not_before);  // of a whole
            return s.set_must_start(leaf, now.must_start);
        case plan_column::not_after:
        case plan_column::deadline:
            return s.set_not_after(leaf, wanted().not_after);
        case plan_column::started:
        case plan_column::finished:
        case plan_column::released:
        case plan_column::remaining:
            if (status_day) s.set_progress(leaf, now.progress);
            return;
        case plan_column::suspended:
            if (status_day) s.set_suspended(leaf, wanted().suspended);
            return;
        default:
            return;
    }
}

void live_schedule::impl::remove_task(index t) {
    require_task(t);
    if (rebuild || is_whole(t))
        for (index part = 0; part < tasks(); ++part)
            if (task[part].parent == t && !task[part].removed)
                throw error{errc::invalid_argument,
                            "task " + to_text(t) + " has parts, " + to_text(part) +
                                " among them: remove them first",
                            {{"position", to_text(t)}}};
    rebuild |= is_whole(t) || task[t].parent != no_task;
    if (!rebuild) dates->remove_task(t);
    const std::span<const half_link> links = links_of[t];
    for (const half_link& l : std::vector<half_link>(links.begin(), links.end())) {
        if (is_removed_link(l.other)) continue;
        const dependency d = link[l.other];
        for (const index end : {d.before, d.after}) links_of.remove(end, {l.other, 0});
        link.write(l.other).before = no_task;
    }
    task.write(t) = {};
    task.write(t).removed = true;
}

// ---- links

void live_schedule::impl::refuse_cycle(const std::vector<index>& closed, index new_link,
                                       const dependency& as) const {
    std::vector<fact> facts{{"rule", "no_cycle"}};
    std::vector<std::pair<std::string, std::string>> steps;
    for (std::size_t i = 0; i < closed.size(); ++i) {
        const index at = i + 1 < closed.size() ? link_between(closed[i], closed[i + 1]) : new_link;
        steps.emplace_back(to_text(closed[i]), to_text(at));
        facts.emplace_back("position", steps.back().first);
        facts.emplace_back("link", steps.back().second);
    }
    std::string wholes;
    for (const auto& [end, leaf] :
         {std::pair{as.before, closed.back()}, std::pair{as.after, closed.front()}})
        if (end != leaf) wholes += "; " + to_text(leaf) + " is part of " + to_text(end);
    throw error{errc::cycle,
                "the link from " + to_text(as.before) + " to " + to_text(as.after) +
                    " would close a cycle: " + ring_text(steps) + wholes,
                std::move(facts)};
}

void live_schedule::impl::put_link(index number, const dependency& d) {
    if (is_part_of(d.before, d.after) || is_part_of(d.after, d.before)) {
        if (among_others) {  // what comes after it may make it right
            rebuild = true;
            return;
        }
        if (d.before == d.after) refuse_cycle({d.before}, number, d);
        const bool first = is_part_of(d.before, d.after);
        throw error{errc::cycle,
                    "task " + to_text(first ? d.before : d.after) + " is part of " +
                        to_text(first ? d.after : d.before) + ": neither can wait for the other",
                    {{"rule", "no_cycle"},
                     {"position", to_text(d.before)},
                     {"link", to_text(number)},
                     {"position", to_text(d.after)}}};
    }
    each_between_leaves(d, [&](const dependency& one) {
        if (rebuild) return;
        const auto closed = dates->add_link(one);
        if (closed.empty()) return;
        if (!among_others) refuse_cycle(closed, number, d);
        rebuild = true;
    });
}

void live_schedule::impl::add_link(const dependency& d) {
    require_task(d.before);
    require_task(d.after);
    require_terms(d);
    const auto number = static_cast<index>(link.size());
    if (!rebuild) put_link(number, d);
    link.resize(number + std::size_t{1}, d);
    for (const index end : {d.before, d.after}) links_of.add(end, {number, 0});
}

void live_schedule::impl::take_link(index number) {
    if (rebuild) return;
    each_between_leaves(link[number], [&](const dependency& one) { dates->remove_link(one); });
}

// ---- all of them

// Does it change the schedule below once, and needs no copy?
bool live_schedule::impl::is_single(const plan_change& c) const {
    using kind = plan_change::kind;
    const auto leaf = [&](index t) { return t >= tasks() || !is_whole(t); };
    switch (c.what) {
        case kind::set_task:
            return c.column != plan_column::parent && c.column != plan_column::must_start &&
                   leaf(c.number);
        case kind::add_link:
            return leaf(c.link.before) && leaf(c.link.after);
        case kind::remove_link:
            return c.number >= link.size() || is_removed_link(c.number) ||
                   (leaf(link[c.number].before) && leaf(link[c.number].after));
        case kind::remove_task:
            return leaf(c.number) && (c.number >= tasks() || task[c.number].parent == no_task);
        default:  // a new task that cannot be leaves a place behind
            return false;
    }
}

void live_schedule::impl::apply(const plan_change& c) {
    using kind = plan_change::kind;
    switch (c.what) {
        case kind::set_task:
            return set_task(c.number, c.column, c.value);
        case kind::add_task: {
            const index t = tasks();
            if (c.value < 0 || c.value > 60'000)
                refuse_value(t, plan_column::duration,
                             to_text(c.value) + " is not within 0 and 60000");
            if (!rebuild) dates->add_task(c.value);
            told_task added;
            added.duration = c.value;
            task.resize(t + std::size_t{1}, added);
            links_of.add_tasks(t + 1);
            return;
        }
        case kind::remove_task:
            return remove_task(c.number);
        case kind::add_link:
            return add_link(c.link);
        case kind::set_link: {
            require_link(c.number);
            dependency to = link[c.number];
            to.lag = c.link.lag;
            to.type = c.link.type;
            to.unit = c.link.unit;
            require_terms(to);
            take_link(c.number);
            if (!rebuild) put_link(c.number, to);
            link.write(c.number) = to;
            return;
        }
        case kind::remove_link: {
            require_link(c.number);
            take_link(c.number);
            const dependency d = link[c.number];
            for (const index end : {d.before, d.after}) links_of.remove(end, {c.number, 0});
            link.write(c.number).before = no_task;
            return;
        }
        case kind::set_status_day:
            // Without one no progress counts, and what was told before counts from then on.
            if (civil_day{c.value} == no_day) {
                rebuild |= status_day.has_value();
                status_day.reset();
                return;
            }
            require_covered(civil_day{c.value}, "the status day");
            rebuild |= !status_day;
            status_day = civil_day{c.value};
            if (!rebuild) dates->set_status_day(*status_day);
            for (index t = 0; t < tasks(); ++t) told_progress.push_back(t);
            return;
    }
    throw error{errc::invalid_argument,
                "change " + to_text(static_cast<int>(c.what)) + " is not known"};
}

void live_schedule::impl::finish() {
    if (status_day)
        for (const index t : told_progress)
            if (!task[t].removed) require_progress(t, task[t].progress, *status_day);
    told_progress.clear();
    if (rebuild)
        build();
    else
        dates->settle(), begin_wholes();
    rebuild = held = among_others = false;
}

// The last change that made one of the links of a cycle; their number, if none of them did.
std::size_t live_schedule::impl::last_in(std::span<const plan_change> changes,
                                         const error& cycle) const {
    using kind = plan_change::kind;
    std::size_t last = changes.size();
    index added = static_cast<index>(link.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].what != kind::add_link && changes[i].what != kind::set_link) continue;
        const index number = changes[i].what == kind::add_link ? added++ : changes[i].number;
        for (const fact& one : cycle.facts())
            if (one == fact{"link", to_text(number)}) last = i;
    }
    return last;
}

void live_schedule::change(std::span<const plan_change> changes) {
    std::size_t i = 0;
    const auto told = [&](auto&& make) {
        try {
            make();
        } catch (const error& e) {
            if (i == changes.size()) throw;  // none of them alone
            std::string where = "change ";
            throw e.at(where += to_text(static_cast<long long>(i)),
                       {{"change", to_text(static_cast<long long>(i))}});
        }
    };
    if (changes.size() == 1 && self_->is_single(changes[0]))
        return told([&] {
            self_->apply(changes[0]);
            self_->begin_wholes();
        });
    live_schedule changed{*this};
    impl& s = *changed.self_;
    s.held = true;
    s.among_others = changes.size() > 1;
    s.dates->hold();
    told([&] {
        for (; i < changes.size(); ++i) s.apply(changes[i]);
        try {
            s.finish();
        } catch (const error& e) {
            i = self_->last_in(changes, e);
            throw;
        }
    });
    *this = std::move(changed);
}

void live_schedule::set_calendar(index number, const work_calendar& days) {
    if (number > self_->calendars.size())
        throw error{errc::invalid_argument,
                    "there is no calendar " + to_text(static_cast<std::int32_t>(number))};
    auto copy = std::make_shared<const work_calendar>(days);
    self_->dates->set_calendar_days(number, days);
    if (number == self_->calendars.size()) self_->calendars.emplace_back();
    self_->calendars[number] = std::move(copy);
    self_->begin_wholes();
}

}  // namespace mandate
