#include "mandate/graph/editable_schedule.hpp"

#include "graph/editable_impl.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/graph/cycles.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_set>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;

civil_day in_column(const std::vector<civil_day>& column, index t) {
    return column.empty() ? no_day : column[t];
}

void require_day(civil_day day, const char* name) {
    if (day != no_day) require_covered(day, name);
}

void require_duration(std::int32_t days) {
    if (days < 0 || days > 60'000)
        throw error{errc::invalid_argument,
                    "duration " + to_text(days) + " is not within 0 and 60000"};
}

}  // namespace

editable_schedule::impl::impl(const plan& p, const schedule_policy& given)
    : policy{given}, origin{boundary_before(p.start)}, status_day{p.status_day} {
    if (std::any_of(p.parent.begin(), p.parent.end(), [](index t) { return t != no_task; }))
        throw error{errc::invalid_argument,
                    "an editable schedule takes no plan with summary tasks"};
    (void)mandate::settle(p, policy);  // refuses what contradicts itself
    const distinct_calendars all = distinct(p.calendars);
    for (const index c : all.number) tables.push_back(all.tables[c]);
    const std::vector<index> tasks_in_order = first_order(p);
    const auto n = static_cast<index>(tasks_in_order.size());
    slot_of.resize(n, 0);
    task_of.resize(n, 0);
    row.resize(n, {});
    if (std::any_of(p.calendar.begin(), p.calendar.end(), [](index c) { return c != 0; }))
        calendar.resize(n, 0);
    if (!p.not_before.empty() || !p.must_start.empty() || !p.not_after.empty() ||
        !p.deadline.empty())
        need_constraints();
    if (status_day) need_progress();
    for (index slot = 0; slot < n; ++slot) take_task(slot, tasks_in_order[slot], p);
    // Also of links that do not count yet: what is suspended goes on, what is done is taken back.
    mixed = !one_calendar_rules() || std::any_of(p.links.begin(), p.links.end(), has_calendar_lag);
    take_links(p);
    std::vector<index> in_order(n);
    std::iota(in_order.begin(), in_order.end(), 0);
    order.assign(in_order);
    finishing.resize(static_cast<std::size_t>(last_boundary) + 2, 0);
    recompute();
    cost = {};
}

void editable_schedule::impl::take_task(index slot, index task, const plan& p) {
    slot_of.write(task) = slot;
    task_of.write(slot) = task;
    row.write(slot).duration = p.duration[task];
    if (p.duration[task] == 0) need_days();
    if (calendar.size() > 0) calendar.write(slot) = p.calendar[task];
    if (constraints.size() > 0) {
        const civil_day after = in_column(p.not_after, task);
        const civil_day deadline = in_column(p.deadline, task);
        constraints.write(slot) = {in_column(p.not_before, task), in_column(p.must_start, task),
                                   after == no_day      ? deadline
                                   : deadline == no_day ? after
                                                        : std::min(after, deadline)};
    }
    if (!status_day) return;
    const task_progress told{in_column(p.started, task), in_column(p.finished, task),
                             in_column(p.released, task),
                             p.remaining.empty() ? -1 : p.remaining[task]};
    reported.write(slot) = days_told(told, p.duration[task]);
    if (!p.suspended.empty() && p.suspended[task] != 0) {
        reported.write(slot).suspended = true;
        ++suspended;
    }
    row.write(slot).duration = left_of(reported[slot]);
}

editable_schedule::impl::progress_days editable_schedule::impl::days_told(const task_progress& told,
                                                                          std::int32_t planned) {
    const progress state = told.finished != no_day  ? progress::finished
                           : told.started != no_day ? progress::started
                                                    : progress::not_started;
    return {.state = state,
            .started = told.started,
            .finished = told.finished,
            .released = told.released,
            .remaining = told.remaining,
            .planned = planned};
}

void editable_schedule::impl::take_links(const plan& p) {
    const index n = tasks();
    std::vector<index> coming(n, 0), going(n, 0);
    for (const dependency& d : p.links) ++coming[slot_of[d.after]], ++going[slot_of[d.before]];
    in.add_tasks(n);
    out.add_tasks(n);
    for (index s = 0; s < n; ++s) in.reserve(s, coming[s]), out.reserve(s, going[s]);
    for (const dependency& d : p.links) {
        in.add(slot_of[d.after], {slot_of[d.before], packed(d)});
        out.add(slot_of[d.before], {slot_of[d.after], packed(d)});
    }
}

// Kahn's algorithm (1962), taking the latest task set free first: what belongs together stays
// together, and stands together in memory, because this order numbers the slots. Links of every
// kind count, also those that bound nothing any more.
std::vector<index> editable_schedule::impl::first_order(const plan& p) {
    const auto n = static_cast<index>(p.duration.size());
    std::vector<index> first(n + std::size_t{2}, 0), after(p.links.size()), waits(n, 0);
    for (const dependency& d : p.links) ++first[d.before + 2], ++waits[d.after];
    std::partial_sum(first.begin(), first.end(), first.begin());
    for (const dependency& d : p.links) after[first[d.before + 1]++] = d.after;
    std::vector<index> taken, free;
    taken.reserve(n);
    for (index t = n; t-- > 0;)
        if (waits[t] == 0) free.push_back(t);
    while (!free.empty()) {
        const index t = free.back();
        free.pop_back();
        taken.push_back(t);
        for (index k = first[t]; k < first[t + 1]; ++k)
            if (--waits[after[k]] == 0) free.push_back(after[k]);
    }
    if (taken.size() == n) return taken;
    const cycle found = find_knots(n, p.links).front().shortest;
    std::vector<fact> facts{{"rule", "no_cycle"}};
    for (const index t : found.tasks) facts.emplace_back("position", to_text(t));
    throw error{errc::cycle, "plan: tasks wait for themselves", std::move(facts)};
}

void editable_schedule::impl::need_constraints() { constraints.resize(tasks(), {}); }

void editable_schedule::impl::need_progress() {
    if (!status_day)
        throw error{errc::invalid_argument, "progress needs a status day; the schedule has none"};
    grow_progress();
}

void editable_schedule::impl::grow_progress() {
    const auto known = static_cast<index>(reported.size());
    reported.resize(tasks(), {});
    for (index t = known; t < tasks(); ++t) reported.write(t).planned = row[t].duration;
}

// Ranks count in the first calendar as long as every task has it, or one of equal content.
bool editable_schedule::impl::one_calendar_rules() const {
    for (index t = 0; t < calendar.size(); ++t)
        if (tables[calendar[t]] != tables[0]) return false;
    return true;
}

void editable_schedule::impl::need_mixed() {
    if (mixed) return;
    mixed = true;
    all_dirty = true;
}

index editable_schedule::impl::slot(index task) const {
    if (task >= tasks()) throw error{errc::invalid_argument, "there is no task " + to_text(task)};
    if (reported.size() > 0 && reported[slot_of[task]].state == progress::no_forecast)
        throw error{errc::invalid_argument, "task " + to_text(task) + " was removed"};
    return slot_of[task];
}

void editable_schedule::impl::seed_around(index t) {
    seed_start(t);
    seed_back(t);
    for (const half_link& link : out[t]) seed_start(link.other);
    for (const half_link& link : in[t]) seed_back(link.other);
}

namespace {

// A change that makes the schedule leave the calendars is taken back.
template <class Undo>
void settle_or(editable_schedule::impl& of, Undo&& undo) {
    of.settle();
    if (of.held || of.end_key <= (of.mixed ? last_boundary : of.tables[0]->working_days())) {
        assert(of.held || of.tasks() > 200 || of.consistent());
        return;
    }
    undo();
    of.settle();
    throw error{errc::out_of_range, "the schedule would leave the calendars, which end with 2199"};
}

}  // namespace

editable_schedule::editable_schedule(const plan& p, const schedule_policy& policy)
    : self_{std::make_unique<impl>(p, policy)} {
    impl& s = *self_;
    settle_or(s, [] {});
    for (index t = 0; t < p.removed.size(); ++t)
        if (is_removed(p, t)) remove_task(t);
}
editable_schedule::~editable_schedule() = default;
editable_schedule::editable_schedule(const editable_schedule& other)
    : self_{std::make_unique<impl>(*other.self_)} {}
editable_schedule::editable_schedule(editable_schedule&&) noexcept = default;
editable_schedule& editable_schedule::operator=(editable_schedule&&) noexcept = default;

index editable_schedule::tasks() const noexcept { return self_->tasks(); }

index editable_schedule::calendars() const noexcept {
    return static_cast<index>(self_->tables.size());
}

scheduled_task editable_schedule::at(index task) const {
    const impl& s = *self_;
    const index t = s.slot_of[task];
    scheduled_task shown;
    shown.state = s.state_of(t);
    if (shown.state == progress::no_forecast) return shown;
    const day_tables& days = s.days_of(t);
    const std::int32_t start = s.row[t].start, duration = s.row[t].duration;
    const bool on_day = s.stands_on_day(t);
    const bool on_eve = s.is_milestone(t) && !on_day;
    const std::int32_t late = std::min(s.mixed ? -s.row[t].back : s.end_key - s.row[t].back,
                                       on_day ? s.end_rank(t) - 1 : no_bound);
    const auto first = [&](std::int32_t rank) {
        return day_after(days.before(rank - (on_eve && rank > 0 ? 1 : 0)));
    };
    const auto last = [&](std::int32_t rank) {
        return duration > 0 ? day_before(days.finish(rank, duration)) : first(rank);
    };
    shown.start = first(start);
    shown.finish = last(start);
    if (s.reported.size() > 0 && s.reported[t].started != no_day)
        shown.start = s.reported[t].started;
    if (shown.state == progress::finished) {
        shown.finish = s.reported[t].finished;
        if (s.reported[t].started == no_day) shown.start = shown.finish;
        return shown;
    }
    shown.late_start = first(late);
    shown.late_finish = last(late);
    shown.slack_to_end = late - start;
    if (s.has_due() && s.row[t].due > -no_bound)
        shown.slack_to_deadline =
            std::min(-s.row[t].due, on_day ? s.latest(t) - 1 : no_bound) - start;
    shown.critical = shown.slack_to_end <= s.policy.critical_slack;
    return shown;
}

std::optional<civil_day> editable_schedule::end() const {
    const impl& s = *self_;
    if (s.finishing[static_cast<std::size_t>(s.end_key)] == 0) return std::nullopt;
    if (!s.has_progress())
        return s.mixed ? day_before(s.end_key) : day_after(s.tables[0]->before(s.end_key - 1));
    civil_day last = no_day;
    for (index t = 0; t < tasks(); ++t) last = std::max(last, at(t).finish);
    return last;
}

std::int32_t editable_schedule::length() const {
    const impl& s = *self_;
    const std::optional<civil_day> last = end();
    if (!last) return 0;
    boundary until = boundary_after(*last);
    if (s.has_milestones && !s.counts_milestones()) {
        until = std::numeric_limits<boundary>::min();
        for (index t = 0; t < tasks(); ++t) {
            const scheduled_task shown = at(t);
            if (shown.state == progress::no_forecast) continue;
            const index slot = s.slot_of[t];
            until = std::max(until, s.is_milestone(slot)
                                        ? s.days_of(slot).finish(s.row[slot].start - 1, 1)
                                        : boundary_after(shown.finish));
        }
    }
    const day_tables& days = *s.tables[0];
    return std::max(0, days.rank(until) - days.rank(s.origin));
}

// The day its successors need it is the day on which it would begin to move one of them; without
// successors, the end. Work that has begun lends nobody a start.
std::int32_t editable_schedule::free_slack(std::span<const index> together) const {
    const impl& s = *self_;
    const std::unordered_set<index> among(together.begin(), together.end());
    std::int32_t least = no_bound;
    for (const index task : together) {
        const index t = s.slot_of[task];
        if (s.is_fixed(t)) continue;
        const std::int32_t start = s.row[t].start;
        least = std::min(least,
                         s.end_rank(t) - s.row[t].duration - start - (s.stands_on_day(t) ? 1 : 0));
        const bool begun = s.state_of(t) == progress::started;
        for (const half_link& link : s.out[t]) {
            if (!s.link_counts(t, link.other, link) || (begun && !link.from_finish()) ||
                among.contains(s.task_of[link.other]))
                continue;
            // What stands on an eve would stand a day later.
            const std::int32_t until =
                s.row[link.other].start -
                (s.asks_day(link.other, link) && !s.stands_on_day(link.other) ? 1 : 0);
            least =
                std::min(least, (s.mixed ? -s.asked_back<true>(t, link.other, -until, link)
                                         : until - s.weight(s.row[t], s.row[link.other], link)) -
                                    start);
        }
    }
    return least == no_bound ? 0 : least;
}

index editable_schedule::add_task(std::int32_t duration, std::uint32_t calendar) {
    impl& s = *self_;
    require_duration(duration);
    if (calendar >= s.tables.size())
        throw error{errc::invalid_argument, "there is no calendar " + to_text(calendar)};
    s.cost = {};
    const index t = s.tasks();  // its slot, too
    s.slot_of.resize(t + 1, t);
    s.task_of.resize(t + 1, t);
    s.row.resize(t + 1, {.duration = duration});
    if (calendar != 0 && s.calendar.size() == 0) s.calendar.resize(t, 0);
    if (s.calendar.size() > 0) s.calendar.resize(t + 1, calendar);
    if (s.has_milestones || duration == 0) s.need_days();
    if (s.tables[calendar] != s.tables[0]) s.need_mixed();
    if (s.constraints.size() > 0) s.need_constraints();
    if (s.reported.size() > 0) s.grow_progress();
    s.in.add_tasks(t + 1);
    s.out.add_tasks(t + 1);
    s.order.append();
    s.row.write(t).start = s.days_of(t).rank(s.origin);
    s.row.write(t).back = s.mixed ? -no_bound : 0;
    s.count_finish(t, 1);
    s.seed_around(t);
    s.take_end();
    settle_or(s, [&] { remove_task(t); });
    return t;
}

void editable_schedule::remove_task(index task) {
    impl& s = *self_;
    const index t = s.slot(task);
    s.cost = {};
    s.seed_around(t);
    const auto links_of = [](std::span<const half_link> all) {
        return std::vector<half_link>(all.begin(), all.end());
    };
    for (const half_link& link : links_of(s.in[t])) s.out.remove(link.other, {t, link.packed});
    for (const half_link& link : links_of(s.out[t])) {
        s.in.remove(link.other, {t, link.packed});
        s.seed_lost(link.other);
    }
    for (const half_link& link : links_of(s.in[t])) s.in.remove(t, link);
    for (const half_link& link : links_of(s.out[t])) s.out.remove(t, link);
    s.count_finish(t, -1);
    s.grow_progress();
    if (s.reported[t].suspended) --s.suspended;
    s.reported.write(t) = {.state = progress::no_forecast};
    s.row.write(t).duration = 0;
    settle_or(s, [] {});
}

void editable_schedule::set_duration(index task, std::int32_t days) {
    impl& s = *self_;
    const index t = s.slot(task);
    require_duration(days);
    s.cost = {};
    const std::int32_t was = s.planned(t);
    if (was == days) return;
    s.change_duration(t, days);
    settle_or(s, [&] { s.change_duration(t, was); });
}

// Only those links are followed that decided a date, or will.
void editable_schedule::impl::change_duration(index t, std::int32_t days) {
    if (days == 0) need_days();
    if (mixed || reported.size() > 0 || held || days == 0 || row[t].duration == 0) {
        seed_around(t);
        count_finish(t, -1);
        if (reported.size() > 0) {
            reported.write(t).planned = days;
            days = left_of(reported[t]);
        }
        row.write(t).duration = days;
        count_finish(t, 1);
        return;
    }
    const std::int32_t longer = days - row[t].duration;
    const auto moves = [](std::int32_t asked, std::int32_t by, std::int32_t date) {
        return asked + by > date || (by < 0 && asked >= date);
    };
    for (const half_link& link : out[t])
        if (link.from_finish() && moves(asked_start<false>(t, row[t].start, link.other, link),
                                        longer, decided(link.other, link)))
            seed_start(link.other);
    bool own_start = false;
    for (const half_link& link : in[t])
        if (link.to_finish()) {
            own_start = true;
            if (moves(asked_back<false>(link.other, t, row[t].back, link), -longer,
                      row[link.other].back) ||
                (has_due() && row[t].due > -no_bound &&
                 moves(asked_back<false>(link.other, t, row[t].due, link), -longer,
                       row[link.other].due)))
                seed_back(link.other);
        }
    if (own_start) seed_start(t);
    seed_back(t);
    count_finish(t, -1);
    row.write(t).duration = days;
    count_finish(t, 1);
}

void editable_schedule::set_calendar(index task, std::uint32_t calendar) {
    impl& s = *self_;
    const index t = s.slot(task);
    if (calendar >= s.tables.size())
        throw error{errc::invalid_argument, "there is no calendar " + to_text(calendar)};
    s.cost = {};
    const std::uint32_t was = s.calendar.size() == 0 ? 0 : s.calendar[t];
    if (was == calendar) return;
    const auto change = [&](std::uint32_t to) {
        s.calendar.resize(s.tasks(), 0);
        if (s.tables[to] != s.tables[0]) s.need_mixed();
        s.seed_around(t);
        s.count_finish(t, -1);
        s.calendar.write(t) = to;
        s.count_finish(t, 1);
    };
    change(calendar);
    settle_or(s, [&] { change(was); });
}

void editable_schedule::impl::set_days(index task, civil_day constraint_days::*which, civil_day day,
                                       const char* name) {
    const index t = slot(task);
    require_day(day, name);
    cost = {};
    need_constraints();
    const civil_day was = constraints[t].*which;
    if (was == day) return;
    const auto change = [&](civil_day to) {
        constraints.write(t).*which = to;
        if (row[t].duration == 0) return seed_around(t);
        seed_start(t);
        seed_back(t);
    };
    change(day);
    settle_or(*this, [&] { change(was); });
}

void editable_schedule::set_not_before(index t, civil_day day) {
    self_->set_days(t, &impl::constraint_days::not_before, day, "not_before");
}
void editable_schedule::set_must_start(index t, civil_day day) {
    self_->set_days(t, &impl::constraint_days::must_start, day, "must_start");
}
void editable_schedule::set_not_after(index t, civil_day day) {
    self_->set_days(t, &impl::constraint_days::not_after, day, "not_after");
}

void editable_schedule::set_progress(index task, const task_progress& told) {
    impl& s = *self_;
    const index t = s.slot(task);
    require_day(told.started, "started");
    require_day(told.finished, "finished");
    require_day(told.released, "released");
    if (told.remaining >= 0) require_duration(told.remaining);
    s.cost = {};
    s.need_progress();
    const impl::progress_days was = s.reported[t];
    impl::progress_days now = impl::days_told(told, was.planned);
    now.suspended = was.suspended;
    s.change_progress(t, now);
    settle_or(s, [&] { s.change_progress(t, was); });
}

// Whether it has a forecast is found when all is settled.
void editable_schedule::impl::change_progress(index t, const progress_days& to) {
    seed_around(t);
    count_finish(t, -1);
    const bool lost = reported[t].lost;
    if (to.suspended != reported[t].suspended) to.suspended ? ++suspended : --suspended;
    lost ? lost_seeds.push_back(t) : seed_lost(t);
    for (const half_link& link : out[t]) seed_lost(link.other);
    reported.write(t) = to;
    reported.write(t).lost = lost;
    row.write(t).duration = left_of(to);
    count_finish(t, 1);
}

void editable_schedule::set_suspended(index task, bool suspended) {
    impl& s = *self_;
    const index t = s.slot(task);
    s.cost = {};
    s.need_progress();
    impl::progress_days to = s.reported[t];
    if (to.suspended == suspended) return;
    to.suspended = suspended;
    s.change_progress(t, to);
    settle_or(s, [&] {
        to.suspended = !suspended;
        s.change_progress(t, to);
    });
}

std::vector<index> editable_schedule::add_link(const dependency& link) {
    impl& s = *self_;
    const index before = s.slot(link.before), after = s.slot(link.after);
    if (link.lag < -36'500 || link.lag > 36'500)
        throw error{errc::invalid_argument,
                    "lag " + to_text(link.lag) + " is not within -36500 and 36500"};
    s.cost = {};
    std::vector<index> closed = s.bring_into_order(before, after);
    for (index& t : closed) t = s.task_of[t];
    if (!closed.empty()) return closed;
    const std::int32_t as_packed = packed(link);
    if (half_link{0, as_packed}.calendar_days()) s.need_mixed();
    s.in.add(after, {before, as_packed});
    s.out.add(before, {after, as_packed});
    s.seed_link(before, after, {after, as_packed});
    settle_or(s, [&] { s.drop_link(before, after, as_packed); });
    return {};
}

// A new or lost link matters if it asks for more than there is, or for as much.
void editable_schedule::impl::seed_link(index before, index after, half_link link) {
    seed_lost(after);
    const auto asks_start = mixed ? asked_start<true>(before, row[before].start, after, link)
                                  : asked_start<false>(before, row[before].start, after, link);
    if (held || asks_start >= decided(after, link)) seed_start(after);
    const auto matters = [&](column c) {
        std::int32_t dates::*const value = of(c);
        const std::int32_t date = seen(c, after, row[after].*value, link);
        if (date <= -no_bound) return false;
        const auto asks = mixed ? asked_back<true>(before, after, date, link)
                                : asked_back<false>(before, after, date, link);
        return asks >= row[before].*value;
    };
    if (held || matters(column::back) || (has_due() && matters(column::due))) seed_back(before);
}

bool editable_schedule::impl::drop_link(index before, index after, std::int32_t as_packed) {
    if (!out.remove(before, {after, as_packed})) return false;
    in.remove(after, {before, as_packed});
    seed_link(before, after, {after, as_packed});
    return true;
}

bool editable_schedule::remove_link(const dependency& link) {
    impl& s = *self_;
    const index before = s.slot(link.before), after = s.slot(link.after);
    s.cost = {};
    if (!s.drop_link(before, after, packed(link))) return false;
    settle_or(s, [] {});
    return true;
}

void editable_schedule::set_status_day(civil_day day) {
    impl& s = *self_;
    require_covered(day, "the status day");
    s.cost = {};
    const std::optional<civil_day> was = s.status_day;
    s.status_day = day;
    s.need_progress();
    s.all_dirty = true;
    settle_or(s, [&] {
        s.status_day = was;
        s.all_dirty = true;
    });
}

void editable_schedule::set_calendar_days(std::uint32_t calendar, const work_calendar& days) {
    impl& s = *self_;
    if (calendar > s.tables.size())
        throw error{errc::invalid_argument, "there is no calendar " + to_text(calendar)};
    s.cost = {};
    const auto was = s.tables;
    if (calendar == s.tables.size()) s.tables.emplace_back();
    s.tables[calendar] = std::make_shared<const day_tables>(days);
    for (const auto& known : was)  // equal content is one calendar
        if (*known == *s.tables[calendar]) s.tables[calendar] = known;
    s.all_dirty = true;
    if (!s.one_calendar_rules()) s.need_mixed();
    settle_or(s, [&] {
        s.tables = was;
        s.all_dirty = true;
    });
}

// Of a started task at least a day.
std::int32_t editable_schedule::impl::left_of(const progress_days& r) {
    if (r.state == progress::finished) return 0;
    if (r.state == progress::started && r.remaining >= 0)
        return std::max(r.remaining, std::min(r.planned, 1));
    return r.planned;
}

std::vector<moved_task> editable_schedule::moved_by(std::span<const index> late,
                                                    std::int32_t days) const {
    require_duration(days);
    editable_schedule later{*this};
    const impl &was = *self_, &now = *later.self_;
    std::vector<index> open;
    later.hold();
    for (const index task : late) {
        const index t = was.slot(task);
        if (was.state_of(t) == progress::finished) continue;
        if (was.has_progress() && was.reported[t].remaining >= 0 &&
            was.state_of(t) == progress::started) {
            const impl::progress_days& r = was.reported[t];
            later.set_progress(task, {r.started, r.finished, r.released, impl::left_of(r) + days});
        } else {
            later.set_duration(task, was.planned(t) + days);
        }
        open.push_back(t);
    }
    later.settle();
    std::vector<moved_task> moved;
    std::unordered_set<index> seen;
    while (!open.empty()) {
        const index t = open.back();
        open.pop_back();
        for (const half_link& link : was.out[t]) {
            const index next = link.other;
            const std::int32_t by = now.row[next].start - was.row[next].start;
            if (by <= 0 || !seen.insert(next).second) continue;
            open.push_back(next);
            moved.push_back({was.task_of[next], by});
        }
    }
    std::sort(moved.begin(), moved.end(),
              [](const moved_task& a, const moved_task& b) { return a.task < b.task; });
    return moved;
}

void editable_schedule::hold() { self_->held = true; }

void editable_schedule::settle() {
    impl& s = *self_;
    s.held = false;
    s.cost = {};
    settle_or(s, [] {});
}

change_cost editable_schedule::last_change() const noexcept { return self_->cost; }
bool editable_schedule::consistent() const { return self_->consistent(); }

std::size_t editable_schedule::memory() const noexcept {
    const impl& s = *self_;
    std::size_t bytes = s.in.memory() + s.out.memory() + s.order.memory() + s.row.memory() +
                        s.slot_of.memory() + s.task_of.memory() + s.calendar.memory() +
                        s.constraints.memory() + s.reported.memory() + s.first_day.memory() +
                        s.finishing.memory();
    if (s.scratch_of.value)
        bytes += s.scratch_of.value->open.memory() +
                 sizeof(impl::reached) * s.scratch_of.value->reached_by.capacity();
    return bytes;
}

}  // namespace mandate
