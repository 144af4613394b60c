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
        if (!links_.empty())
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
        std::int32_t length = 0;  ///< 0: it states no duration, and nothing moves it
        row_number whole = no_row;
        civil_day bound = no_day;  ///< the links let it start; also of what it is a part of
        std::uint8_t visit = 0;    ///< 1: those before it are being placed; 2: it is placed
    };
    struct first_link {
        row_number after;
        row_number before;
        dependency link;  ///< its ends are not numbered
    };

    void read(row_number t) {
        planned& out = tasks_[t];
        if (days_ != nullptr && days_->holds(t) && !days_->has(t, beyond_days::timed)) {
            if (days_->assigned(t) > through_.times.as_of.since_epoch()) return;
            out.assigned = out.start = civil_day{days_->assigned(t)};
            const std::int32_t due = days_->first_due(t);
            if (due != task_days::never) out.finish = civil_day{due};
            return;
        }
        const task_facts told = facts_of(s_, s_.tasks[t], through_.times.as_of, through_.times);
        if (told.stated == nullptr) return;
        out.assigned = told.stated->effective_on;
        out.whole = told.stated->value.parent;
        out.length = told.stated->value.duration;
        if (out.length == 0) {
            out.start = out.assigned;
            out.finish = told.original->day.value_or(no_day);
            return;
        }
        start_on(t, calendar_of(t).rolled(out.assigned, roll::following));
    }

    void start_on(row_number t, civil_day day) {
        planned& one = tasks_[t];
        one.start = day;
        one.finish = one.length == 1 ? day : calendar_of(t).add(day, one.length - 1);
    }

    // Of its first lead.
    const work_calendar& calendar_of(row_number t) {
        const auto* held = s_.tasks[t].held.at(through_.times);
        if (held == nullptr || held->value.leads.empty()) return through_.calendar();
        const row_number lead = held->value.leads.front();
        const auto known = calendars_.find(lead);
        if (known != calendars_.end()) return known->second;
        return calendars_.emplace(lead, through_.calendar_of(lead)).first->second;
    }

    // The day of its assignment, by what was recorded within a day after it: a plan that somebody
    // types in, task by task, is one plan.
    const version<link_record::statement>* first_told(const link_record& link, row_number t) const {
        constexpr std::int64_t a_day_us = std::int64_t{24} * 3600 * 1'000'000;
        seq_number made = through_.times.known;
        for (const auto& told : s_.tasks[t].stated.all()) made = std::min(made, told.seq);
        const std::int64_t until = s_.events[made - 1].recorded_at_us + a_day_us;
        const view then{tasks_[t].assigned, through_.times.known};
        const auto all = link.stated.all();
        if (all.size() == 1 && all[0].corrected_by == 0)  // as nearly all: no search for the event
            return all[0].visible(then) && s_.events[all[0].seq - 1].recorded_at_us <= until
                       ? all.data()
                       : nullptr;
        return link.stated.at({then.as_of, std::min(then.known, s_.known_at(until))});
    }

    // What links move: work of a stated length, and with a whole its parts.
    bool may_wait(row_number t) const {
        if (tasks_[t].assigned == no_day) return false;
        if (tasks_[t].length > 0) return true;
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
            if (is_let_go(l.after, tasks_[l.task].assigned)) continue;
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
            const civil_day day =
                link_demand{calendar_of(t)}.start(l.link, start, finish, one.length);
            if (one.bound == no_day || day > one.bound) one.bound = day;
        }
        if (one.whole != no_row && tasks_[one.whole].bound != no_day &&
            (one.bound == no_day || tasks_[one.whole].bound > one.bound))
            one.bound = tasks_[one.whole].bound;
        if (one.length > 0 && one.bound != no_day && one.bound > one.start)
            start_on(t, calendar_of(t).rolled(one.bound, roll::following));
    }

    // As planned, or as it was where it was done by the day. Without a length it stands on its
    // deadline, as in every schedule (decision 77).
    std::pair<civil_day, civil_day> days_for(row_number before, civil_day day) {
        const std::uint32_t number = now_.made.number_of[before];
        const auto& dates = now_.all->days();
        if (number != no_task && dates.finish[number] != no_day && dates.finish[number] <= day)
            return {dates.start[number], dates.finish[number]};
        const planned& one = tasks_[before];
        if (one.length > 0 || one.finish == no_day) return {one.start, one.finish};
        const work_calendar& own = calendar_of(before);
        const civil_day stands_on = std::max(own.rolled(one.finish, roll::preceding),
                                             own.rolled(one.assigned, roll::following));
        return {stands_on, stands_on};
    }

    const lens& through_;
    const state& s_;
    const task_days* const days_;
    const ledger_schedule& now_;
    std::vector<planned> tasks_;
    std::vector<first_link> links_;  // by the task that waits
    std::map<row_number, work_calendar> calendars_;
};

}  // namespace

std::vector<civil_day> first_planned_finish(const lens& through, const task_days* days,
                                            const ledger_schedule& now) {
    return first_plan{through, days, now}.finishes();
}

}  // namespace mandate
