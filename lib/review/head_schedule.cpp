// How the schedule follows the record. Revisions share chunks of rows (model/shared_rows.hpp), so
// what a later one says otherwise stands in the chunks that are not the same objects. Of their
// tasks, what the plan needs is read before and after, and what differs is changed:
//
//     links of a task that gets or loses parts, or becomes part of another one, are taken away
//     tasks change: duration, progress, place in the tree of parts
//     these links, and those that are new, are put between the parts there are now
//
// Then the dates of all of it are made right at once.
#include "review/head_schedule.hpp"

#include "graph/schedule_impl.hpp"
#include "mandate/base/error.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace mandate {
namespace {

constexpr std::uint64_t most_links_between_parts = 20'000'000;

// Rows of the two revisions that are not the same object. Both stand in chunks of as many rows: if
// the ends of such a stretch are the same objects, side by side, so is all between them.
template <class Row, class Take>
void each_difference(const shared_rows<Row>& was, const shared_rows<Row>& is, Take&& take) {
    constexpr std::size_t stretch = 256;
    const auto place = [](const Row& r) { return reinterpret_cast<std::uintptr_t>(&r); };
    std::size_t i = 0;
    while (i < was.size()) {
        const std::size_t last = std::min(i + stretch, was.size()) - 1;
        if (&was[i] == &is[i] && &was[last] == &is[last] &&
            place(was[last]) - place(was[i]) == (last - i) * sizeof(Row)) {
            i = last + 1;
            continue;
        }
        for (; i <= last; ++i)
            if (&was[i] != &is[i]) take(static_cast<row_number>(i));
    }
    for (; i < is.size(); ++i) take(static_cast<row_number>(i));
}

template <class Row>
bool same_rows(const shared_rows<Row>& was, const shared_rows<Row>& is) {
    bool same = true;
    each_difference(was, is, [&](row_number) { same = false; });
    return same;
}

// Tasks are done on the dates of documents; a task that names a later document changed with it.
bool same_dates(const state& was, const state& is) {
    bool same = true;
    each_difference(was.documents, is.documents, [&](row_number d) {
        if (d >= was.documents.size()) return;
        const auto dated = [&](const state& s) {
            const auto* told = s.documents[d].stated.at(head_view(s));
            return told != nullptr ? told->value.dated : std::nullopt;
        };
        same = same && dated(was) == dated(is);
    });
    return same;
}

[[noreturn]] void give_up() {
    throw error{errc::invalid_argument, "links of tasks with parts stand for very many"};
}

civil_day earlier(civil_day a, civil_day b) {
    if (a == no_day) return b;
    return b == no_day ? a : std::min(a, b);
}

dependency as_dependency(const link_record::statement& l, row_number before, row_number after) {
    return {before, after, l.lag, l.type, l.unit};
}

}  // namespace

// ---- the tree of parts

void head_schedule::move(row_number task, row_number parent, bool planned) {
    place& own = tree_.write(task);
    own.planned = planned;
    if (own.parent == parent) return;
    if (own.parent != no_row) {
        row_number* link = &tree_.write(own.parent).first_part;
        while (*link != task) link = &tree_.write(*link).next_part;
        *link = own.next_part;
        own.next_part = no_row;
    }
    own.parent = parent;
    if (parent != no_row) own.next_part = std::exchange(tree_.write(parent).first_part, task);
}

// What is part of itself hangs below no top.
void head_schedule::require_top_above(row_number task) const {
    std::size_t above = 0;
    for (row_number t = task; t != no_row; t = tree_[t].parent)
        if (++above > tree_.size()) throw error{errc::cycle, "a task is part of itself"};
}

void head_schedule::require_tree() const {
    std::vector<row_number> reached;
    for (row_number t = 0; t < tree_.size(); ++t)
        if (tree_[t].parent == no_row) reached.push_back(t);
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (row_number p = tree_[reached[i]].first_part; p != no_row; p = tree_[p].next_part)
            reached.push_back(p);
    if (reached.size() != tree_.size()) throw error{errc::cycle, "a task is part of itself"};
}

row_number head_schedule::whole_of(row_number task) const {
    const row_number whole = tree_[task].parent;
    return whole != no_row && tree_[whole].planned ? whole : no_row;
}

bool head_schedule::is_whole(row_number task) const {
    for (row_number p = tree_[task].first_part; p != no_row; p = tree_[p].next_part)
        if (tree_[p].planned) return true;
    return false;
}

// The task itself, and all planned parts below it, through planned ones.
template <class Take>
void head_schedule::each_below(row_number task, Take&& take) const {
    if (!tree_[task].planned) return;
    std::vector<row_number> open{task};
    while (!open.empty()) {
        const row_number t = open.back();
        open.pop_back();
        take(t);
        for (row_number p = tree_[t].first_part; p != no_row; p = tree_[p].next_part)
            if (tree_[p].planned) open.push_back(p);
    }
}

std::vector<row_number> head_schedule::leaves_of(row_number task) const {
    std::vector<row_number> leaves;
    each_below(task, [&](row_number t) {
        if (!is_whole(t)) leaves.push_back(t);
    });
    std::sort(leaves.begin(), leaves.end());
    return leaves;
}

// ---- what the record says

planned_task head_schedule::read(const lens& through, row_number task) {
    return planned(
        through, task,
        facts_of(through.record, through.record.tasks[task], times_.as_of, through.times),
        calendars_, 1);
}

const link_record::statement* head_schedule::told(const state& s, row_number link,
                                                  const view& at) const {
    if (link >= s.links.size()) return nullptr;
    const auto* found = s.links[link].stated.at(at);
    return found != nullptr ? &found->value : nullptr;
}

void head_schedule::index_link(row_number link, const link_record::statement& l) {
    for (const row_number end : {l.after, l.task}) links_of_.add(end, {link, 0});
}

void head_schedule::forget_link(row_number link, const link_record::statement& l) {
    for (const row_number end : {l.after, l.task}) links_of_.remove(end, {link, 0});
}

template <class Take>
void head_schedule::each_link_between_leaves(const link_record::statement& l, Take&& take) const {
    const std::vector<row_number> after = leaves_of(l.task);
    for (const row_number b : leaves_of(l.after))
        for (const row_number a : after) take(as_dependency(l, b, a));
}

// What holds for a task holds for its parts.
head_schedule::inherited::inherited(const planned_task& own)
    : not_before{std::max({own.not_before, own.must_start, own.stands_on})},
      must_start{own.must_start},
      not_after{earlier(own.not_after, own.deadline)},
      suspended{own.suspended} {}

// The whole begins on the day on which it must, its parts not before.
void head_schedule::inherited::add(const planned_task& whole) {
    not_before = std::max({not_before, whole.not_before, whole.must_start});
    not_after = earlier(not_after, earlier(whole.not_after, whole.deadline));
    suspended |= whole.suspended;
}

head_schedule::inherited head_schedule::inherited_by(const lens& through, row_number leaf,
                                                     const planned_task& own) {
    inherited all{own};
    for (row_number up = whole_of(leaf); up != no_row; up = whole_of(up))
        all.add(read(through, up));
    return all;
}

// ---- made in bulk

head_schedule::head_schedule(std::shared_ptr<const state> record, const lens& through)
    : record_{std::move(record)}, times_{through.times}, start_{through.times.as_of} {
    dates_.emplace(first_plan(through));
    begin_wholes(through);
}

head_schedule::head_schedule(const head_schedule& other) : copying_{} {
    const std::lock_guard lock{other.copying_};
    record_ = other.record_;
    times_ = other.times_;
    start_ = other.start_;
    starting_ = other.starting_;
    calendars_ = other.calendars_;
    tree_ = other.tree_;
    links_of_ = other.links_of_;
    must_begin_ = other.must_begin_;
    beginning_ = other.beginning_;
    dates_.emplace(*other.dates_);
}

plan head_schedule::first_plan(const lens& through) {
    const state& s = through.record;
    const auto n = static_cast<row_number>(s.tasks.size());
    std::vector<planned_task> all;
    all.reserve(n);
    for (row_number t = 0; t < n; ++t) all.push_back(read(through, t));
    tree_.resize(n, {});
    for (row_number t = n; t-- > 0;) move(t, all[t].parent, all[t].planned);
    require_tree();
    plan p;
    p.status_day = times_.as_of;
    for (row_number t = 0; t < n; ++t)
        if (all[t].planned)
            start_ = starting_++ == 0 ? all[t].assigned : std::min(start_, all[t].assigned);
    starting_ = 0;
    for (row_number t = 0; t < n; ++t) {
        const planned_task& one = all[t];
        starting_ += one.planned && one.assigned == start_ ? 1 : 0;
        const bool works = one.planned && !is_whole(t);
        if (one.planned && !works && one.must_start != no_day) must_begin_[t] = one.must_start;
        inherited bounds{works ? one : planned_task{}};
        if (works)
            for (row_number up = whole_of(t); up != no_row; up = whole_of(up)) bounds.add(all[up]);
        const task_progress progress = works ? one.progress : task_progress{};
        p.duration.push_back(one.left);
        p.calendar.push_back(one.calendar);
        p.not_before.push_back(bounds.not_before);
        p.must_start.push_back(bounds.must_start);
        p.not_after.push_back(bounds.not_after);
        p.started.push_back(progress.started);
        p.finished.push_back(progress.finished);
        p.released.push_back(progress.released);
        p.remaining.push_back(progress.remaining);
        p.suspended.push_back(!works || bounds.suspended ? 1 : 0);
    }
    p.start = start_;
    calendars_.of(through, no_row);
    for (const auto& calendar : calendars_.all()) p.calendars.push_back(calendar.get());
    links_of_.add_tasks(n);
    for (row_number i = 0; i < s.links.size(); ++i)
        if (const auto* l = told(s, i, times_)) {
            index_link(i, *l);
            each_link_between_leaves(*l, [&](const dependency& d) {
                if (p.links.size() >= most_links_between_parts) give_up();
                p.links.push_back(d);
            });
        }
    return p;
}

// ---- following

std::vector<head_schedule::changed_task> head_schedule::changed_tasks(const lens& before,
                                                                      const lens& now) {
    std::vector<changed_task> changed;
    each_difference(before.record.tasks, now.record.tasks, [&](row_number t) {
        const bool is_new = t >= before.record.tasks.size();
        planned_task was = is_new ? planned_task{} : read(before, t), is = read(now, t);
        if (is_new || was != is) changed.push_back({t, std::move(was), std::move(is)});
    });
    return changed;
}

// False if the first day of all is another one now.
bool head_schedule::follow_start(const std::vector<changed_task>& changed) {
    for (const changed_task& c : changed) {
        if (c.is.planned && c.is.assigned < start_) return false;
        starting_ += c.is.planned && c.is.assigned == start_ ? 1 : 0;
        starting_ -= c.was.planned && c.was.assigned == start_ ? 1 : 0;
    }
    return starting_ > 0;
}

bool head_schedule::follow(std::shared_ptr<const state> record, const lens& through) {
    const state &was = *record_, &is = *record;
    if (!same_rows(was.day_facts, is.day_facts) || !same_rows(was.holidays, is.holidays) ||
        !same_rows(was.work_calendars, is.work_calendars) || !same_dates(was, is) ||
        !same_finishing_days(was, is))
        return false;
    std::size_t looked_at = 0;
    each_difference(was.tasks, is.tasks, [&](row_number) { ++looked_at; });
    each_difference(was.links, is.links, [&](row_number) { ++looked_at; });
    if (looked_at > std::max<std::size_t>(2048, (was.tasks.size() + was.links.size()) / 8))
        return false;

    const lens before{was, times_, last_day};
    const std::vector<changed_task> changed = changed_tasks(before, through);
    if (!follow_start(changed)) return false;
    std::set<row_number> links, tasks;  // that may differ
    each_difference(was.links, is.links, [&](row_number i) {
        const auto *then = told(was, i, times_), *now = told(is, i, through.times);
        if (then == nullptr && now == nullptr) return;
        if (then != nullptr && now != nullptr &&
            as_dependency(*then, then->after, then->task) ==
                as_dependency(*now, now->after, now->task))
            return;
        links.insert(i);
    });
    // Where the tree changes, the links of all that stand above are between other parts.
    const auto old_tasks = static_cast<row_number>(was.tasks.size());
    const auto links_above = [&](row_number t) {
        for (; t != no_row && t < old_tasks; t = tree_[t].parent) {
            for (const half_link& l : links_of_[t]) links.insert(l.other);
            tasks.insert(t);
        }
    };
    for (const changed_task& c : changed)
        if (c.was.planned != c.is.planned || c.was.parent != c.is.parent) {
            links_above(c.row);
            links_above(c.is.parent);
        }

    editable_schedule& s = *dates_;
    s.hold();
    for (const row_number i : links)
        if (const auto* l = told(was, i, times_)) {
            each_link_between_leaves(*l, [&](const dependency& d) { s.remove_link(d); });
            forget_link(i, *l);
        }
    const auto n = static_cast<row_number>(is.tasks.size());
    tree_.resize(n, {});
    links_of_.add_tasks(n);
    while (s.tasks() < n) s.add_task(1);
    for (const changed_task& c : changed) move(c.row, c.is.parent, c.is.planned);
    for (const changed_task& c : changed) require_top_above(c.row);
    record_ = std::move(record);
    times_ = through.times;
    for (const changed_task& c : changed) {
        tasks.insert(c.row);
        // Parts have the deadline of the whole, and rest with it.
        for (row_number p = tree_[c.row].first_part; p != no_row; p = tree_[p].next_part)
            each_below(p, [&](row_number t) { tasks.insert(t); });
    }
    for (const row_number t : tasks) set(through, t);
    std::uint64_t added = 0;
    for (const row_number i : links)
        if (const auto* l = told(is, i, times_)) {
            index_link(i, *l);
            each_link_between_leaves(*l, [&](const dependency& d) {
                if (++added > most_links_between_parts) give_up();
                if (!s.add_link(d).empty())
                    throw error{errc::cycle, "tasks of the ledger wait for themselves"};
            });
        }
    s.settle();
    begin_wholes(through);
    return true;
}

// A whole begins with its first part (live_schedule::impl::begin_wholes).
void head_schedule::begin_wholes(const lens& through) {
    std::map<row_number, civil_day> by_whole;
    for (const row_number t : std::exchange(beginning_, {})) by_whole[t] = no_day;
    for (const auto& [whole, day] : must_begin_)
        for (const row_number t :
             first_parts(leaves_of(whole), [&](row_number part) { return dates_->at(part); })) {
            beginning_.insert(t);
            civil_day& first = by_whole.emplace(t, no_day).first->second;
            first = earlier(first, day);
        }
    for (const auto& [t, day] : by_whole)
        dates_->set_must_start(t, earlier(read(through, t).must_start, day));
}

void head_schedule::set(const lens& through, row_number task) {
    editable_schedule& s = *dates_;
    const planned_task own = read(through, task);
    const bool works = own.planned && !is_whole(task);
    must_begin_.erase(task);
    if (own.planned && !works && own.must_start != no_day) must_begin_[task] = own.must_start;
    s.set_progress(task, works ? own.progress : task_progress{});
    if (!works) return s.set_suspended(task, true);
    const inherited from_above = inherited_by(through, task, own);
    s.set_suspended(task, from_above.suspended);
    s.set_duration(task, own.left);
    for (std::uint32_t c = s.calendars(); c < calendars_.all().size(); ++c)
        s.set_calendar_days(c, calendars_[c]);
    s.set_calendar(task, own.calendar);
    s.set_not_before(task, from_above.not_before);
    s.set_must_start(task, from_above.must_start);
    s.set_not_after(task, from_above.not_after);
}

// ---- answers

scheduled_task head_schedule::at(row_number task) const {
    const std::vector<row_number> leaves = leaves_of(task);
    if (leaves.size() == 1 && leaves[0] == task) return dates_->at(task);
    std::vector<scheduled_task> parts;
    for (const row_number t : leaves)
        if (is_planned(t)) parts.push_back(dates_->at(t));
    return whole_of_parts(parts);
}

const work_calendar& head_schedule::own_calendar(row_number task) const {
    const task_facts facts = facts_of(*record_, record_->tasks[task], times_.as_of, times_);
    const row_number lead = facts.leads->empty() ? no_row : facts.leads->front();
    return calendars_[calendars_.known(lead)];
}

std::vector<head_schedule::step> head_schedule::driving_chain(row_number task) const {
    // Of a task with parts, the part that finishes last; if one has no forecast, that one.
    row_number from = task;
    civil_day last = no_day;
    if (is_whole(task))
        for (const row_number t : leaves_of(task)) {
            const scheduled_task part = dates_->at(t);
            if (part.state == scheduled_task::progress::no_forecast) {
                from = t;
                break;
            }
            if (part.finish > last) {
                last = part.finish;
                from = t;
            }
        }
    std::vector<step> steps;
    for (const driving_step& one : dates_->driving_chain(from)) {
        step s{one.task, one.by, one.predecessor, no_row};
        if (one.by == driver::link) {
            // Of the links between the two, or what they are parts of, the one that asks most.
            std::int32_t most = 0;
            std::vector<row_number> candidates;
            for (row_number b = one.task; b != no_row; b = whole_of(b))
                for (const half_link& l : links_of_[b]) candidates.push_back(l.other);
            std::sort(candidates.begin(), candidates.end());
            for (const row_number i : candidates) {
                const link_record::statement& l = *told(*record_, i, times_);
                const auto among = [&](row_number end, row_number t) {
                    for (; t != no_row && t != end; t = whole_of(t)) {
                    }
                    return t == end;
                };
                if (!among(l.task, one.task) || !among(l.after, one.predecessor)) continue;
                if (dates_->at(one.task).state == scheduled_task::progress::no_forecast) {
                    // No link asks a day.
                    if (!from_finish(l.type) && dates_->has_begun(one.predecessor)) continue;
                    s.link = i;
                    break;
                }
                const std::int32_t asked =
                    dates_->asked_by(as_dependency(l, one.predecessor, one.task));
                if (s.link != no_row && asked <= most) continue;
                s.link = i;
                most = asked;
            }
        }
        steps.push_back(s);
    }
    // What is suspended with its whole leads to that.
    const row_number last_task = steps.back().task;
    if (steps.back().by == driver::suspended)
        for (row_number t = last_task; t != no_row; t = whole_of(t))
            if (facts_of(*record_, record_->tasks[t], times_.as_of, times_).its_class ==
                task_class::suspended) {
                if (t == last_task) break;
                steps.back().predecessor = t;
                steps.push_back({t, driver::suspended});
                break;
            }
    return steps;
}

std::vector<moved_task> head_schedule::moved_by_delay(row_number task, std::int32_t days) const {
    std::vector<row_number> late = leaves_of(task);
    if (late.size() > 1) {
        const civil_day finish = at(task).finish;
        std::erase_if(late, [&](row_number t) { return dates_->at(t).finish != finish; });
    }
    std::optional<editable_schedule> copy;
    {
        const std::lock_guard lock{copying_};
        copy.emplace(*dates_);
    }
    return copy->moved_by(late, days);
}

}  // namespace mandate
