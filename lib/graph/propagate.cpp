// Making dates right after a change. A task is computed anew only when something that decided it
// moved; tasks are taken in the order of the network (for `back` and `due` against it), so that
// each is computed once, when all it depends on is right. A successor needs looking at only if the
// link to it decided its date before, or decides it now:
//
//     asked before >= its date, and asked less now      it may come earlier
//     asked now > its date                              it must go later
//
// Order comes from the labels, so the tasks waiting to be computed stand in a heap. When more than
// one task in 128 has been computed, a pass over all of them may be the cheaper way, and costs not
// much more where it is not.
#include "graph/editable_impl.hpp"

#include <algorithm>

namespace mandate {
namespace {

using index = std::uint32_t;

}  // namespace

// No link moves what has happened, nor, if the policy says so, work that has begun and so has
// overtaken it. What has no forecast says nothing, but that it has begun.
bool editable_schedule::impl::link_counts(index before, index after, half_link link) const {
    if (reported.size() == 0) return true;
    if (is_fixed(after)) return false;
    const progress_days& r = reported[before];
    if (policy.sequence == schedule_policy::out_of_sequence::progress_override &&
        state_of(after) == progress::started)
        return false;
    return !r.lost || (r.state == progress::started && !link.from_finish());
}

// Suspended, or it waits for something that will happen nobody knows when.
bool editable_schedule::impl::evaluate_lost(index t) const {
    const progress_days& own = reported[t];
    if (own.state == progress::finished || own.state == progress::no_forecast) return false;
    if (own.suspended) return true;
    const bool goes_on = policy.sequence == schedule_policy::out_of_sequence::progress_override &&
                         own.state == progress::started;
    if (goes_on) return false;
    const std::span<const half_link> links = in[t];
    return std::any_of(links.begin(), links.end(), [&](half_link link) { return loses(link); });
}

void editable_schedule::impl::settle_lost() {
    if (all_dirty) {
        if (suspended == 0 && lost_seeds.empty()) return;
        for (index t = order.first(); t != order_list::none; t = order.next(t))
            if (const bool lost = evaluate_lost(t); lost != reported[t].lost)
                reported.write(t).lost = lost;
        return;
    }
    if (lost_seeds.empty()) return;
    work_list& open = work().open;
    for (const index t : lost_seeds) open.push(order.at(t), t);
    while (!open.empty()) {
        const index t = open.pop();
        ++cost.evaluated;
        const bool lost = evaluate_lost(t);
        if (lost == reported[t].lost) continue;
        ++cost.changed;
        count_finish(t, -1);
        reported.write(t).lost = lost;
        count_finish(t, 1);
        seed_around(t);
        for (const half_link& link : out[t]) open.push(order.at(link.other), link.other);
    }
}

std::int32_t editable_schedule::impl::earliest(index t) const {
    const day_tables& days = days_of(t);
    std::int32_t first = days.rank(origin);
    if (status_day)
        first = std::max(first, days.rank(policy.remaining == schedule_policy::rest::on_status_day
                                              ? boundary_before(*status_day)
                                              : boundary_after(*status_day)));
    if (constraints.size() > 0 && state_of(t) == progress::not_started)
        for (const civil_day day : {constraints[t].not_before, constraints[t].must_start})
            if (day != no_day) first = std::max(first, days.rank(boundary_before(day)));
    return first;
}

std::int32_t editable_schedule::impl::latest(index t) const {
    std::int32_t last = no_bound;
    if (constraints.size() == 0 || is_fixed(t)) return last;
    const day_tables& days = days_of(t);
    const constraint_days& c = constraints[t];
    const std::int32_t takes = row[t].duration;
    if (c.must_start != no_day && state_of(t) == progress::not_started)  // or on the next eve
        last = days.rank(boundary_before(c.must_start)) + (takes == 0 ? 1 : 0);
    if (c.not_after != no_day)
        last = std::min(last, days.rank(boundary_after(c.not_after)) - takes);
    return last;
}

template <bool Mixed>
std::int32_t editable_schedule::impl::base(column c, index t) const {
    if (c == column::due) {
        const std::int32_t last = latest(t);
        return last == no_bound ? -no_bound : -last;
    }
    return Mixed ? row[t].duration - days_of(t).rank(end_key) : row[t].duration;
}

// Uniform: the rank of the finish; mixed: the boundary after the last working day needed.
std::int32_t editable_schedule::impl::finish_key(index t, std::int32_t start_of_t) const {
    constexpr std::int32_t too_late = last_boundary + 1;
    if (state_of(t) == progress::finished) {
        const boundary after = boundary_after(reported[t].finished);
        return mixed ? after : tables[0]->rank(after);
    }
    const std::int32_t after =
        is_milestone(t) ? std::max(start_of_t, first_day[t] + 1) : start_of_t + row[t].duration;
    return mixed ? days_of(t).before(after - 1) + 1 : std::min(after, too_late);
}

// Before a pass over all tasks there is nothing to count: it counts all of them.
void editable_schedule::impl::count_finish(index t, std::int32_t by) {
    if (all_dirty || state_of(t) == progress::no_forecast) return;
    count_key(finish_key(t, row[t].start), by);
}

// What finished before the scope began counts as finished with its beginning.
void editable_schedule::impl::count_key(std::int32_t key, std::int32_t by) {
    key = std::max(key, least_key());
    finishing.write(static_cast<std::size_t>(key)) += by;
    if (by > 0) end_key = std::max(end_key, key);
}

void editable_schedule::impl::take_end() {
    const std::int32_t least = least_key();
    while (end_key > least && finishing[static_cast<std::size_t>(end_key)] == 0) --end_key;
    end_key = std::max(end_key, least);
}

template <bool Mixed>
std::int32_t editable_schedule::impl::evaluate_start(index t) const {
    if (is_fixed(t)) {
        const progress_days& r = reported[t];
        if (r.state == progress::no_forecast) return days_of(t).rank(origin);
        return days_of(t).rank(boundary_before(r.started != no_day ? r.started : r.finished));
    }
    // Without status day and constraints, which is the usual case here, nothing to look up.
    const bool bare = !Mixed && !status_day && constraints.size() == 0;
    std::int32_t first = bare ? first_rank : earliest(t);
    if (!Mixed && !has_progress()) {
        const dates own = row[t];
        for (const half_link& link : in[t]) {
            const dates& before = row[link.other];
            first = std::max(first, before.start + weight(before, own, link));
        }
        return std::min(first, beyond_calendars);
    }
    for (const half_link& link : in[t])
        if (link_counts(link.other, t, link))
            first = std::max(first, asked_start<Mixed>(link.other, row[link.other].start, t, link));
    return std::min(first, beyond_calendars);
}

namespace {

// A link from what has happened asks the same whatever its first task does; it bounds no latest
// date.
bool bounds_back(const editable_schedule::impl& of, index before, index after, half_link link) {
    if (of.reported.size() == 0) return true;
    if (!of.link_counts(before, after, link) || of.is_fixed(before)) return false;
    return link.from_finish() || of.state_of(before) != scheduled_task::progress::started;
}

}  // namespace

// The first day, as rank, for which anything asks, and not for its eve.
template <bool Mixed>
std::int32_t editable_schedule::impl::evaluate_day(index t) const {
    std::int32_t first = earliest(t);
    for (const half_link& link : in[t])
        if (asks_day(link) && link_counts(link.other, t, link))
            first = std::max(first, asked_start<Mixed>(link.other, row[link.other].start, t, link));
    return std::min(first, beyond_calendars);
}

std::int32_t editable_schedule::impl::day_value(column c, index t) const {
    if (c == column::back) return mixed ? 1 - days_of(t).rank(end_key) : 1;
    const std::int32_t due = latest(t);
    return due == no_bound ? -no_bound : 1 - due;
}

template <bool Mixed>
std::int32_t editable_schedule::impl::evaluate(column c, index t) const {
    std::int32_t dates::*const value = of(c);
    std::int32_t most = base<Mixed>(c, t);
    if (!Mixed && !has_progress()) {
        const dates own = row[t];
        for (const half_link& link : out[t]) {
            const dates& after = row[link.other];
            const std::int32_t there = seen(c, link.other, after.*value, link);
            if (there > -no_bound) most = std::max(most, there + weight(own, after, link));
        }
        return std::min(most, beyond_calendars);
    }
    for (const half_link& link : out[t]) {
        const std::int32_t after = seen(c, link.other, row[link.other].*value, link);
        if (after > -no_bound && bounds_back(*this, t, link.other, link))
            most = std::max(most, asked_back<Mixed>(t, link.other, after, link));
    }
    return std::min(most, beyond_calendars);
}

template <bool Mixed>
void editable_schedule::impl::pass_start() {
    cost.whole_pass = true;
    // Nothing is counted before the first key or after the end of before.
    for (std::int32_t key = least_key(); key <= end_key; ++key)
        if (finishing[static_cast<std::size_t>(key)] != 0)
            finishing.write(static_cast<std::size_t>(key)) = 0;
    end_key = 0;
    for (index t = order.first(); t != order_list::none; t = order.next(t)) {
        const std::int32_t now = evaluate_start<Mixed>(t);
        if (now != row[t].start) row.write(t).start = now;
        if (is_milestone(t))
            if (const std::int32_t day = evaluate_day<Mixed>(t); day != first_day[t])
                first_day.write(t) = day;
        if (state_of(t) != progress::no_forecast) count_key(finish_key(t, now), 1);
    }
    take_end();
}

template <bool Mixed>
void editable_schedule::impl::pass(column c) {
    cost.whole_pass = true;
    std::int32_t dates::*const value = of(c);
    for (index t = order.last(); t != order_list::none; t = order.previous(t)) {
        const std::int32_t now = evaluate<Mixed>(c, t);
        if (now != row[t].*value) row.write(t).*value = now;
    }
}

template <bool Mixed>
void editable_schedule::impl::propagate_start() {
    work_list& open = work().open;
    for (const index t : start_seeds) open.push(order.at(t), t);
    std::uint64_t evaluated = 0;
    const std::uint64_t enough = std::max<std::uint64_t>(tasks() / 128, 64);
    while (!open.empty()) {
        if (++evaluated > enough) {
            open.clear();
            pass_start<Mixed>();
            break;
        }
        const index t = open.pop();
        const std::int32_t was = row[t].start, now = evaluate_start<Mixed>(t);
        const bool milestone = is_milestone(t);
        const std::int32_t day = milestone ? evaluate_day<Mixed>(t) : 0;
        if (was == now && (!milestone || day == first_day[t])) continue;
        ++cost.changed;
        count_finish(t, -1);
        row.write(t).start = now;
        if (milestone) first_day.write(t) = day;
        count_finish(t, 1);
        if (was == now) continue;
        const dates own = row[t];
        for (const half_link& link : out[t]) {
            const dates& other = row[link.other];
            const std::int32_t date = decided(link.other, link);
            std::int32_t asked, asks;
            if (!Mixed && !has_progress()) {
                const std::int32_t days = weight(own, other, link);
                asked = was + days, asks = now + days;
            } else {
                asked = asked_start<Mixed>(t, was, link.other, link);
                asks = asked_start<Mixed>(t, now, link.other, link);
            }
            if (asks > date || (asked >= date && asks < asked))
                open.push(order.at(link.other), link.other);
        }
    }
    cost.evaluated += evaluated;
    take_end();
}

template <bool Mixed>
void editable_schedule::impl::propagate(column c) {
    work_list& open = work().open;
    std::int32_t dates::*const value = of(c);
    for (const index t : back_seeds) open.push(-order.at(t), t);
    std::uint64_t evaluated = 0;
    const std::uint64_t enough = std::max<std::uint64_t>(tasks() / 128, 64);
    while (!open.empty()) {
        if (++evaluated > enough) {
            open.clear();
            pass<Mixed>(c);
            break;
        }
        const index t = open.pop();
        const std::int32_t was = row[t].*value, now = evaluate<Mixed>(c, t);
        if (was == now) continue;
        ++cost.changed;
        row.write(t).*value = now;
        const dates own = row[t];
        for (const half_link& link : in[t]) {
            const dates& other = row[link.other];
            const std::int32_t date = other.*value;
            const std::int32_t from = seen(c, t, was, link), to = seen(c, t, now, link);
            std::int32_t asked = -no_bound, asks = -no_bound;
            if (!Mixed) {
                const std::int32_t days = weight(other, own, link);
                if (from > -no_bound) asked = from + days;
                if (to > -no_bound) asks = to + days;
            } else {
                if (from > -no_bound) asked = asked_back<Mixed>(link.other, t, from, link);
                if (to > -no_bound) asks = asked_back<Mixed>(link.other, t, to, link);
            }
            if (asks > date || (asked >= date && asks < asked))
                open.push(-order.at(link.other), link.other);
        }
    }
    cost.evaluated += evaluated;
}

template <bool Mixed>
void editable_schedule::impl::settle_in() {
    if (all_dirty)
        pass_start<Mixed>();
    else
        propagate_start<Mixed>();
    const bool all_back = all_dirty || (Mixed && end_key != settled_end);
    if (all_back)
        pass<Mixed>(column::back);
    else
        propagate<Mixed>(column::back);
    if (has_due()) all_dirty ? pass<Mixed>(column::due) : propagate<Mixed>(column::due);
}

void editable_schedule::impl::settle() {
    if (held) return;
    first_rank = tables[0]->rank(origin);
    settle_lost();
    mixed ? settle_in<true>() : settle_in<false>();
    all_dirty = false;
    settled_end = end_key;
    start_seeds.clear();
    back_seeds.clear();
    lost_seeds.clear();
}

void editable_schedule::impl::recompute() {
    all_dirty = true;
    settle();
}

bool editable_schedule::impl::consistent() const {
    for (index t = 0; t < tasks(); ++t)
        for (const half_link& link : out[t])
            if (!order.before(t, link.other)) return false;
    impl again{*this};
    again.held = false;
    again.recompute();
    if (again.end_key != end_key) return false;
    for (index t = 0; t < tasks(); ++t)
        if (again.row[t].start != row[t].start || again.row[t].back != row[t].back ||
            (has_due() && again.row[t].due != row[t].due) || again.is_lost(t) != is_lost(t) ||
            (is_milestone(t) && again.first_day[t] != first_day[t]))
            return false;
    return true;
}

editable_schedule::impl::scratch& editable_schedule::impl::work() {
    if (!scratch_of.value) scratch_of.value = std::make_unique<scratch>();
    scratch& w = *scratch_of.value;
    if (w.reached_by.size() < tasks()) {
        w.open.make_room(tasks());
        w.reached_by.resize(tasks());
    }
    return w;
}

template std::int32_t editable_schedule::impl::base<false>(column, index) const;
template std::int32_t editable_schedule::impl::base<true>(column, index) const;

}  // namespace mandate
