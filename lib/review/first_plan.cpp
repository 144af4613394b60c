#include "review/first_plan.hpp"

#include "model/task_facts.hpp"
#include "review/link_demand.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace mandate {
namespace {

class first_plan {
public:
    first_plan(const lens& through, const task_days* days, const ledger_schedule& now)
        : through_{through}, s_{through.record}, days_{days}, now_{now}, tasks_(s_.tasks.size()) {}

    std::vector<civil_day> finishes() && {
        for (row_number t = 0; t < tasks_.size(); ++t) read(t);
        find_links();
        if (!links_.empty() || any_bound_)
            for (row_number t = 0; t < tasks_.size(); ++t) place(t);
        std::vector<civil_day> all;
        all.reserve(tasks_.size());
        for (const planned& one : tasks_) all.push_back(one.finish);
        return all;
    }

private:
    struct planned {
        civil_day assigned = no_day;  ///< no_day: it is not there
        civil_day start = no_day, finish = no_day;
        std::int32_t length = no_length;  ///< a milestone: 0
        row_number whole = no_row;
        row_number lead = no_row;  ///< the first; not of what the columns hold
        /// It may start from then on: by its own days, by links, and by what it is a part of.
        civil_day bound = no_day;
        bool on_eve = false;     ///< a milestone whose bound is the end of the working day before
        bool begins = false;     ///< without a length: on `start`, and not on its deadline
        std::uint8_t visit = 0;  ///< 1: those before it are being placed; 2: it is placed
    };
    static constexpr std::int32_t no_length = -1;  ///< none is stated: nothing moves it
    struct first_link {
        row_number after;
        row_number before;
        dependency link;  ///< its ends are not numbered
    };

    // What the columns say of it is all that was planned at first.
    bool in_columns(row_number t) const {
        return days_ != nullptr && days_->holds(t) && !days_->has(t, beyond_days::planned_apart);
    }

    void read(row_number t) {
        planned& out = tasks_[t];
        if (in_columns(t)) {
            if (days_->assigned(t) > through_.times.as_of.since_epoch()) return;
            out.assigned = out.start = civil_day{days_->assigned(t)};
            const std::int32_t due = days_->first_due(t);
            if (due != task_days::never) out.finish = civil_day{due};
            return;
        }
        const task_record& task = s_.tasks[t];
        const auto* told = task.stated.at(through_.times);
        if (told == nullptr) return;
        seq_number known = through_.times.known;
        if (!is_told_once(task)) {
            known = known_first(first_event(task));
            if (const auto* first = task.stated.at({last_day, known}); first != nullptr)
                told = first;
            else  // withdrawn on that day, and stated again later
                known = known_first(told->seq);
        }
        out.assigned = told->effective_on;
        out.whole = told->value.parent;
        const view then{out.assigned, known};
        if (told->value.duration > 0) out.length = told->value.duration;
        if (const auto* said = task.life().work_plans.at(then); said != nullptr) {
            const task_record::work_plan& w = said->value;
            if (w.duration > 0) out.length = w.duration;
            if (w.milestone) out.length = 0;
            out.bound = std::max(w.not_before.value_or(no_day), w.must_start.value_or(no_day));
            out.begins = w.must_start.has_value();
            any_bound_ |= out.bound != no_day;
        }
        if (out.length <= 0)
            task.deadline.each(then, [&](const auto& d) {
                if (d.value.original) out.finish = d.value.day.value_or(no_day);
            });
        if (out.finish != no_day) out.length = no_length;
        const auto* held = task.held.at(then);
        if (held != nullptr && !held->value.leads.empty()) out.lead = held->value.leads.front();
        out.start = calendar_of(t).rolled(std::max(out.assigned, out.bound), roll::following);
        if (out.length >= 0) start_on(t, out.start);
    }

    void start_on(row_number t, civil_day day) {
        planned& one = tasks_[t];
        one.start = one.finish = day;
        if (one.length > 1) one.finish = calendar_of(t).add(day, one.length - 1);
    }

    // Of its first lead at first.
    const work_calendar& calendar_of(row_number t) {
        const row_number lead = in_columns(t) ? days_->lead(t) : tasks_[t].lead;
        if (lead == no_row) return through_.calendar();
        const auto known = calendars_.find(lead);
        if (known != calendars_.end()) return known->second;
        return calendars_.emplace(lead, through_.calendar_of(lead)).first->second;
    }

    // The event that recorded the task.
    seq_number first_event(const task_record& task) const {
        seq_number made = through_.times.known;
        for (const auto& told : task.stated.all()) made = std::min(made, told.seq);
        return made;
    }
    // A plan that somebody types in, task by task, is one plan.
    std::int64_t first_until(seq_number made) const {
        constexpr std::int64_t a_day_us = std::int64_t{24} * 3600 * 1'000'000;
        return s_.events[made - 1].recorded_at_us + a_day_us;
    }
    /// What was known a day after the event.
    seq_number known_first(seq_number made) const {
        return std::min(through_.times.known, s_.known_at(first_until(made)));
    }
    // As nearly all: then nothing need be searched for what was known.
    static bool is_told_once(const task_record& task) {
        return task.stated.all().size() == 1 && task.deadline.all().size() == 1 &&
               task.held.all().size() == 1 && task.life().work_plans.all().empty();
    }

    // As it counted on the day of the task's assignment.
    const version<link_record::statement>* first_told(const link_record& link, row_number t) const {
        const seq_number made = first_event(s_.tasks[t]);
        const view then{tasks_[t].assigned, through_.times.known};
        const auto all = link.stated.all();
        if (all.size() == 1 && all[0].corrected_by == 0)  // as nearly all
            return all[0].visible(then) &&
                           s_.events[all[0].seq - 1].recorded_at_us <= first_until(made)
                       ? all.data()
                       : nullptr;
        return link.stated.at({then.as_of, known_first(made)});
    }

    // What links move: work of a stated length, and with a whole its parts.
    bool may_wait(row_number t) const {
        if (tasks_[t].assigned == no_day) return false;
        if (tasks_[t].length >= 0) return true;
        const std::uint32_t number = now_.made.number_of[t];
        return number != no_task && now_.made.is_whole[number];
    }

    void find_links() {
        for (row_number i = 0; i < s_.links.size(); ++i) {
            const auto all = s_.links[i].stated.all();
            if (all.empty() || !may_wait(all[0].value.task)) continue;
            const auto* told = first_told(s_.links[i], all[0].value.task);
            if (told == nullptr || tasks_[told->value.after].assigned == no_day) continue;
            const link_record::statement& l = told->value;
            if (is_let_go(l.after, std::min(tasks_[l.task].assigned, through_.times.as_of)))
                continue;
            links_.push_back({l.task, l.after, {0, 0, l.lag, l.type, l.unit}});
        }
        std::stable_sort(links_.begin(), links_.end(),
                         [](const auto& a, const auto& b) { return a.after < b.after; });
    }

    // Nothing waits for what was cancelled by then, or is never done.
    bool is_let_go(row_number before, civil_day day) const {
        if (now_.made.number_of[before] != no_task) return false;
        const task_class c = facts_of(s_, s_.tasks[before], day, through_.times).its_class;
        return c == task_class::cancelled || c == task_class::standing;
    }

    std::pair<std::size_t, std::size_t> links_into(row_number t) const {
        const auto first =
            std::lower_bound(links_.begin(), links_.end(), t,
                             [](const auto& l, row_number row) { return l.after < row; });
        auto last = first;
        while (last != links_.end() && last->after == t) ++last;
        return {static_cast<std::size_t>(first - links_.begin()),
                static_cast<std::size_t>(last - links_.begin())};
    }

    // Those before it first, then what it is a part of, then itself. A link that closes a circle
    // asks nothing.
    void place(row_number asked) {
        if (tasks_[asked].visit != 0) return;
        std::vector<row_number> open{asked};
        while (!open.empty()) {
            const row_number t = open.back();
            planned& one = tasks_[t];
            if (one.visit == 2) {
                open.pop_back();
                continue;
            }
            const auto [first, last] = links_into(t);
            if (one.visit == 1) {
                settle(t, first, last);
                open.pop_back();
                continue;
            }
            one.visit = 1;
            const auto before = [&](row_number other) {
                if (tasks_[other].visit == 0) open.push_back(other);
            };
            for (std::size_t i = first; i < last; ++i) before(links_[i].before);
            if (one.whole != no_row) before(one.whole);
        }
    }

    void settle(row_number t, std::size_t first, std::size_t last) {
        planned& one = tasks_[t];
        one.visit = 2;
        for (std::size_t i = first; i < last; ++i) {
            const first_link& l = links_[i];
            if (tasks_[l.before].visit != 2) continue;
            const auto [start, finish] = days_for(l.before, one.assigned);
            if ((from_finish(l.link.type) ? finish : start) == no_day) continue;
            const work_calendar& own = calendar_of(t);
            const link_demand demand{own};
            // A milestone that ends with a day stands before the next one.
            const civil_day day =
                one.length == 0 && to_finish(l.link.type)
                    ? own.rolled(demand.of(l.link, start, finish) + 1, roll::following)
                    : demand.start(l.link, start, finish, one.length);
            let_start(one, day, from_finish(l.link.type) && l.link.unit == lag_unit::working_days);
        }
        if (one.whole != no_row && tasks_[one.whole].bound != no_day)
            let_start(one, tasks_[one.whole].bound, tasks_[one.whole].on_eve);
        if (one.length < 0 || one.bound == no_day || one.bound <= one.start) {
            one.on_eve = false;
            return;
        }
        const work_calendar& own = calendar_of(t);
        const civil_day first_day = own.rolled(one.bound, roll::following);
        one.on_eve &= one.length == 0;
        start_on(t, one.on_eve ? own.previous(first_day) : first_day);
    }

    static void let_start(planned& one, civil_day day, bool on_eve) {
        if (one.bound == no_day || day > one.bound)
            one.bound = day, one.on_eve = on_eve;
        else if (day == one.bound)
            one.on_eve &= on_eve;
    }

    // As planned, or as it was where it was done by the day. Without a length it stands on its
    // deadline, as in every schedule (decision 77).
    std::pair<civil_day, civil_day> days_for(row_number before, civil_day day) {
        const std::uint32_t number = now_.made.number_of[before];
        const auto& dates = now_.all->days();
        if (number != no_task && dates.finish[number] != no_day && dates.finish[number] <= day)
            return {dates.start[number], dates.finish[number]};
        const planned& one = tasks_[before];
        if (one.length == 0)  // between two days
            return {one.start + (one.on_eve ? 1 : 0), one.start - (one.on_eve ? 0 : 1)};
        if (one.length > 0 || one.finish == no_day) return {one.start, one.finish};
        const work_calendar& own = calendar_of(before);
        const civil_day stands_on = std::max(own.rolled(one.finish, roll::preceding),
                                             own.rolled(one.start, roll::following));
        return {one.begins ? one.start : stands_on, stands_on};
    }

    const lens& through_;
    const state& s_;
    const task_days* const days_;
    const ledger_schedule& now_;
    std::vector<planned> tasks_;
    std::vector<first_link> links_;  // by the task that waits
    std::map<row_number, work_calendar> calendars_;
    bool any_bound_ = false;
};

}  // namespace

std::vector<civil_day> first_planned_finish(const lens& through, const task_days* days,
                                            const ledger_schedule& now) {
    return first_plan{through, days, now}.finishes();
}

}  // namespace mandate
