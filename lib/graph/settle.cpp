#include "graph/settle.hpp"

#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;

[[noreturn]] void refuse(const std::string& what) { throw error{errc::invalid_argument, what}; }

[[noreturn]] void refuse_task(index task, const std::string& what) {
    throw error{errc::invalid_argument,
                "task " + to_text(task) + ": " + what,
                {{"position", to_text(task)}}};
}

// Of a number below 0 the sign, not what it would be without one: there are not so many tasks.
std::string sign_told(index number) { return to_text(static_cast<std::int32_t>(number)); }

template <class Value>
void require_length(const std::vector<Value>& column, std::size_t tasks, std::string_view name) {
    if (!column.empty() && column.size() != tasks)
        refuse("plan: column " + std::string{name} + " has " +
               to_text(static_cast<long long>(column.size())) + " entries for " +
               to_text(static_cast<long long>(tasks)) + " tasks");
}

void require_days(const std::vector<civil_day>& days, std::string_view name) {
    for (index t = 0; t < days.size(); ++t)
        if (days[t] != no_day && (days[t] < first_day || days[t] > last_day))
            throw error{errc::out_of_range,
                        "task " + to_text(t) + ": " + std::string{name} +
                            " lies outside 1900-01-01 to 2199-12-31",
                        {{"position", to_text(t)}}};
}

void check_tasks(const plan& p) {
    const std::size_t n = p.duration.size();
    if (n >= no_task / 2) refuse("plan: more than 2,147,483,646 tasks");
    require_covered(p.start, "the start of the plan");
    if (p.status_day) require_covered(*p.status_day, "the status day of the plan");
    require_length(p.calendar, n, "calendar");
    require_length(p.agency, n, "agency");
    require_length(p.parent, n, "parent");
    require_length(p.remaining, n, "remaining");
    require_length(p.suspended, n, "suspended");
    require_length(p.removed, n, "removed");
    require_length(p.optimistic, n, "optimistic");
    require_length(p.pessimistic, n, "pessimistic");
    const std::pair<const std::vector<civil_day>*, std::string_view> days[] = {
        {&p.not_before, "not_before"}, {&p.must_start, "must_start"}, {&p.not_after, "not_after"},
        {&p.deadline, "deadline"},     {&p.started, "started"},       {&p.finished, "finished"},
        {&p.released, "released"}};
    for (const auto& [column, name] : days) {
        require_length(*column, n, name);
        require_days(*column, name);
    }
    constexpr std::int32_t longest = 60'000;
    for (index t = 0; t < n; ++t)
        if (p.duration[t] < 0 || p.duration[t] > longest)
            refuse_task(t, "duration " + to_text(p.duration[t]) + " is not within 0 and 60000");
    const std::pair<const std::vector<std::int32_t>*, std::string_view> lengths[] = {
        {&p.remaining, "remaining"},
        {&p.optimistic, "optimistic"},
        {&p.pessimistic, "pessimistic"}};
    for (const auto& [column, name] : lengths)
        for (index t = 0; t < column->size(); ++t)
            if ((*column)[t] < -1 || (*column)[t] > longest)
                refuse_task(t, std::string{name} + " " + to_text((*column)[t]) +
                                   " is not within -1 and 60000");
    const std::size_t calendars = std::max<std::size_t>(p.calendars.size(), 1);
    for (index t = 0; t < p.calendar.size(); ++t)
        if (p.calendar[t] >= calendars)
            refuse_task(t, "there is no calendar " + sign_told(p.calendar[t]));
    for (index t = 0; t < p.parent.size(); ++t)
        if (p.parent[t] != no_task && p.parent[t] >= n)
            refuse_task(t, "there is no parent " + sign_told(p.parent[t]));
}

void check_links(const plan& p) {
    constexpr std::int32_t longest = 36'500;
    const auto n = static_cast<index>(p.duration.size());
    for (std::size_t i = 0; i < p.links.size(); ++i) {
        const dependency& d = p.links[i];
        const auto wrong = [&](const std::string& what) {
            throw error{errc::invalid_argument,
                        "link " + to_text(static_cast<long long>(i)) + ": " + what,
                        {{"link", to_text(static_cast<long long>(i))}}};
        };
        if (d.before >= n) wrong("there is no task " + sign_told(d.before));
        if (d.after >= n) wrong("there is no task " + sign_told(d.after));
        for (const index end : {d.before, d.after})
            if (is_removed(p, end)) wrong("task " + to_text(end) + " was removed");
        if (d.lag < -longest || d.lag > longest)
            wrong("lag " + to_text(d.lag) + " is not within -36500 and 36500");
        if (d.type < link_kind::finish_start || d.type > link_kind::start_finish)
            wrong("unknown type of link");
        if (d.unit < lag_unit::working_days || d.unit > lag_unit::calendar_days)
            wrong("unknown unit of lag");
    }
}

civil_day in_column(const std::vector<civil_day>& column, index task) {
    return column.empty() ? no_day : column[task];
}

civil_day earlier(civil_day a, civil_day b) {
    if (a == no_day) return b;
    return b == no_day ? a : std::min(a, b);
}

// The constraints of a task, with those of the summary tasks it is part of.
struct constraints {
    civil_day not_before = no_day, must_start = no_day, not_after = no_day;
};

std::vector<constraints> constraints_of(const plan& p, const part_lists& parts) {
    std::vector<constraints> all;
    if (p.not_before.empty() && p.must_start.empty() && p.not_after.empty() && p.deadline.empty())
        return all;
    all.reserve(p.duration.size());
    for (index t = 0; t < p.duration.size(); ++t)
        all.push_back({in_column(p.not_before, t), in_column(p.must_start, t),
                       earlier(in_column(p.not_after, t), in_column(p.deadline, t))});
    if (p.parent.empty()) return all;
    // From the top down: what holds for a summary task holds for its parts.
    std::vector<index> open;
    for (index t = 0; t < p.parent.size(); ++t)
        if (p.parent[t] == no_task) open.push_back(t);
    while (!open.empty()) {
        const index t = open.back();
        open.pop_back();
        for (index k = parts.first_child[t]; k < parts.first_child[t + 1]; ++k) {
            const index child = parts.children[k];
            all[child].not_before = std::max(all[child].not_before, all[t].not_before);
            if (all[t].must_start != no_day)  // the whole begins then, its parts not before
                all[child].not_before = std::max(all[child].not_before, all[t].must_start);
            all[child].not_after = earlier(all[child].not_after, all[t].not_after);
            open.push_back(child);
        }
    }
    return all;
}

class settling {
public:
    settling(const plan& p, const schedule_policy& policy, std::span<const index> left_out)
        : plan_{p}, policy_{policy}, left_out_{left_out} {}

    settled_plan run() {
        check_tasks(plan_);
        check_links(plan_);
        take_calendars();
        if (!plan_.parent.empty()) take_parts();
        take_progress();
        take_links();
        if (!plan_.suspended.empty() && plan_.status_day) leave_out_suspended();
        choose_kind();
        take_bounds();
        return std::move(out_);
    }

private:
    void take_calendars() {
        distinct_calendars all = distinct(plan_.calendars);
        out_.calendars = std::move(all.tables);
        out_.counting = out_.calendars[0];
        if (out_.calendars.size() > 1 && !plan_.calendar.empty()) {
            out_.calendar_of.reserve(plan_.calendar.size());
            for (const index c : plan_.calendar) out_.calendar_of.push_back(all.number[c]);
        }
        out_.origin = boundary_before(plan_.start);
    }

    void take_parts() {
        parts_ = parts_of(plan_.parent);
        const auto n = static_cast<index>(plan_.parent.size());
        out_.is_summary.resize(n);
        bool any = false;
        for (index t = 0; t < n; ++t) {
            out_.is_summary[t] = parts_.first_child[t] < parts_.first_child[t + 1] ? 1 : 0;
            any |= out_.is_summary[t] != 0;
        }
        if (!any) out_.is_summary.clear();
    }

    void take_progress() {
        const auto n = static_cast<index>(plan_.duration.size());
        out_.duration = plan_.duration;
        for (index t = 0; t < out_.is_summary.size(); ++t)
            if (out_.is_summary[t] != 0) out_.duration[t] = 0;
        if (plan_.status_day || !plan_.removed.empty()) out_.state.resize(n, progress::not_started);
        for (index t = 0; t < plan_.removed.size(); ++t)
            if (is_removed(plan_, t)) {
                out_.state[t] = progress::no_forecast;
                out_.duration[t] = 0;
            }
        if (!plan_.status_day) return;
        for (index t = 0; t < n; ++t) {
            if (is_removed(plan_, t)) continue;
            require_progress(t,
                             {in_column(plan_.started, t), in_column(plan_.finished, t),
                              in_column(plan_.released, t), -1},
                             *plan_.status_day);
            if (out_.summary(t)) continue;
            if (in_column(plan_.finished, t) != no_day) {
                // Nothing is left of it but when it ended and what it let go.
                out_.state[t] = progress::finished;
                out_.duration[t] = 0;
                out_.least_end = std::max(out_.least_end, finish_of(t));
            } else if (in_column(plan_.started, t) != no_day) {
                out_.state[t] = progress::started;
                const std::int32_t left = plan_.remaining.empty() ? -1 : plan_.remaining[t];
                if (left >= 0) out_.duration[t] = std::max(left, std::min(plan_.duration[t], 1));
            }
        }
    }

    // Actual boundaries of a task that has started, or finished.
    boundary start_of(index t) const {
        const civil_day started = in_column(plan_.started, t);
        return boundary_before(started != no_day ? started : plan_.finished[t]);
    }
    boundary finish_of(index t) const { return boundary_after(plan_.finished[t]); }
    boundary release_of(index t) const {
        const civil_day released = in_column(plan_.released, t);
        return released != no_day ? boundary_after(released) : finish_of(t);
    }

    // Each part of the one waits for each part of the other.
    void check_expansion() const {
        constexpr std::uint64_t most = 100'000'000;
        std::vector<std::uint32_t> leaves(plan_.duration.size(), 0);
        for (index t = 0; t < leaves.size(); ++t)
            if (!out_.summary(t))
                for (index up = t; up != no_task; up = plan_.parent[up]) ++leaves[up];
        std::uint64_t links = 0;
        for (const dependency& d : plan_.links) {
            links += std::uint64_t{leaves[d.before]} * leaves[d.after];
            if (links > most)
                refuse("plan: links of tasks with parts stand for more than " +
                       to_text(static_cast<long long>(most)) + " links between the parts");
        }
    }

    void take_links() {
        if (out_.state.empty() && out_.is_summary.empty() && left_out_.empty()) {
            out_.links = plan_.links;
            return;
        }
        if (!out_.is_summary.empty()) check_expansion();
        out_.own_links.reserve(plan_.links.size());
        out_.link_origin.reserve(plan_.links.size());
        auto left_out = left_out_.begin();
        for (index i = 0; i < plan_.links.size(); ++i) {
            if (left_out != left_out_.end() && *left_out == i) {
                ++left_out;
                continue;
            }
            const dependency& d = plan_.links[i];
            if (!out_.summary(d.before) && !out_.summary(d.after)) {
                take_link(d, i);
                continue;
            }
            if (policy_.cycles == schedule_policy::on_cycle::refuse) check_own_part(d, i);
            const std::vector<index> after = parts_.leaves_of(d.after);
            for (const index b : parts_.leaves_of(d.before))
                for (const index a : after) take_link({b, a, d.lag, d.type, d.unit}, i);
        }
        out_.links = out_.own_links;
        std::sort(out_.constants.begin(), out_.constants.end(), [](const auto& a, const auto& b) {
            return a.after != b.after ? a.after < b.after : a.before < b.before;
        });
    }

    // What neither can do: wait for what it is part of, or for its own part.
    void check_own_part(const dependency& d, index link) const {
        const auto is_below = [&](index t, index whole) {
            while (t != no_task && t != whole) t = plan_.parent[t];
            return t == whole;
        };
        if (d.before == d.after || (!is_below(d.before, d.after) && !is_below(d.after, d.before)))
            return;
        const bool first = is_below(d.before, d.after);
        throw error{errc::cycle,
                    "plan: link " + to_text(link) + " lets task " + to_text(d.after) +
                        " wait for task " + to_text(d.before) + ", but task " +
                        to_text(first ? d.before : d.after) + " is part of task " +
                        to_text(first ? d.after : d.before),
                    {{"rule", "no_cycle"},
                     {"position", to_text(d.before)},
                     {"link", to_text(link)},
                     {"position", to_text(d.after)}}};
    }

    void take_link(const dependency& d, index origin) {
        if (binds(d)) {
            out_.own_links.push_back(d);
            out_.link_origin.push_back(origin);
        } else {
            out_.drops_links = true;
        }
    }

    // What is done or has begun is no link any more, but at most a constant.
    bool binds(const dependency& d) {
        const progress before = out_.state_of(d.before), after = out_.state_of(d.after);
        if (after == progress::finished) return false;  // it never moves
        if (after == progress::started &&
            policy_.sequence == schedule_policy::out_of_sequence::progress_override)
            return false;  // it has been overtaken
        if (before == progress::finished || (before == progress::started && !from_finish(d.type))) {
            const boundary from = from_finish(d.type) ? release_of(d.before) : start_of(d.before);
            const bool civil = d.unit == lag_unit::calendar_days;
            const std::int32_t rank = out_.days_of(d.after).rank(from + (civil ? d.lag : 0)) +
                                      (civil ? 0 : d.lag) -
                                      (to_finish(d.type) ? out_.duration[d.after] : 0);
            out_.constants.push_back({d.after, d.before, rank, asks_eve(policy_, d)});
            return false;
        }
        return true;
    }

    // Suspended tasks, and all that wait for them, have no forecast.
    void leave_out_suspended() {
        const auto n = static_cast<index>(plan_.duration.size());
        std::vector<index> open, suspended;  // those that do work, and what each is suspended with
        for (index t = 0; t < n; ++t)
            if (plan_.suspended[t] != 0 && out_.state[t] != progress::finished &&
                !is_removed(plan_, t))
                for (const index leaf : out_.summary(t) ? parts_.leaves_of(t) : std::vector{t})
                    if (out_.state[leaf] != progress::finished)
                        open.push_back(leaf), suspended.push_back(t);
        if (open.empty()) return;
        std::vector<index> first(n + std::size_t{1}, 0), after(out_.links.size());
        for (const dependency& d : out_.links) ++first[d.before + 1];
        std::partial_sum(first.begin(), first.end(), first.begin());
        std::vector<index> next(first.begin(), first.end() - 1);
        for (const dependency& d : out_.links) after[next[d.before]++] = d.after;
        std::vector<index>& blocking = out_.suspended_blocking;
        for (std::size_t i = 0; i < open.size(); ++i)
            if (first[open[i]] < first[open[i] + 1]) blocking.push_back(suspended[i]);
        std::sort(blocking.begin(), blocking.end());
        blocking.erase(std::unique(blocking.begin(), blocking.end()), blocking.end());
        for (const index t : open) out_.state[t] = progress::no_forecast;
        while (!open.empty()) {
            const index t = open.back();
            open.pop_back();
            for (index k = first[t]; k < first[t + 1]; ++k)
                if (out_.state[after[k]] != progress::no_forecast) {
                    out_.state[after[k]] = progress::no_forecast;
                    open.push_back(after[k]);
                }
        }
        const auto lost = [&](const dependency& d) {
            return out_.state[d.before] == progress::no_forecast ||
                   out_.state[d.after] == progress::no_forecast;
        };
        for (const dependency& d : out_.own_links)
            if (out_.state[d.after] == progress::no_forecast)
                out_.lost_links.emplace_back(d.after, d.before);
        std::sort(out_.lost_links.begin(), out_.lost_links.end());
        std::size_t kept = 0;
        for (std::size_t i = 0; i < out_.own_links.size(); ++i)
            if (!lost(out_.own_links[i])) {
                out_.own_links[kept] = out_.own_links[i];
                out_.link_origin[kept++] = out_.link_origin[i];
            }
        out_.drops_links |= kept < out_.own_links.size();
        out_.own_links.resize(kept);
        out_.link_origin.resize(kept);
        out_.links = out_.own_links;
        for (index t = 0; t < n; ++t)
            if (out_.state[t] == progress::no_forecast) out_.duration[t] = 0;
    }

    // One calendar and working days only: then days can be numbered once for all.
    void choose_kind() {
        if (!out_.calendar_of.empty()) {
            const auto [low, high] =
                std::minmax_element(out_.calendar_of.begin(), out_.calendar_of.end());
            if (*low == *high) {
                out_.calendars = {out_.calendars[*low]};
                out_.calendar_of.clear();
            }
        }
        out_.mixed = !out_.calendar_of.empty() ||
                     std::any_of(out_.links.begin(), out_.links.end(), has_calendar_lag);
        out_.first_rank = out_.calendars[0]->rank(out_.origin);
        if (out_.mixed && out_.calendars.size() > 0xFFFF) refuse("plan: more than 65535 calendars");
    }

    std::int32_t relative(std::int32_t rank) const {
        return out_.mixed ? rank : rank - out_.first_rank;
    }

    void take_bounds() {
        const auto n = static_cast<index>(plan_.duration.size());
        const std::vector<constraints> wanted = constraints_of(plan_, parts_);
        if (!wanted.empty() || !out_.state.empty()) out_.bounds.earliest.assign(n, -no_bound);
        if (!plan_.must_start.empty() || !plan_.not_after.empty() || !plan_.deadline.empty())
            out_.bounds.latest.assign(n, no_bound);
        for (index t = 0; t < n; ++t) {
            const progress state = out_.state_of(t);
            if (out_.summary(t) || state == progress::finished || state == progress::no_forecast)
                continue;
            bound_task(t, wanted.empty() ? constraints{} : wanted[t]);
        }
        for (constant_bound& c : out_.constants) {
            c.start = relative(c.start);
            if (out_.state_of(c.after) == progress::no_forecast) continue;
            std::int32_t& earliest = out_.bounds.earliest[c.after];
            earliest = std::max(earliest, c.start);
            if (const index m = milestone(c.after); m != no_task && !c.on_eve) {
                std::int32_t& first = out_.bounds.milestones[m].first;
                first = std::max(first, c.start);
            }
        }
        if (!out_.bounds.milestones.empty())
            for (const dependency& d : out_.links)
                if (const index m = milestone(d.after); m != no_task && !asks_eve(policy_, d))
                    out_.bounds.day_links.emplace_back(m, d);
        out_.bounds.least_end =
            out_.mixed ? out_.least_end : relative(out_.calendars[0]->rank(out_.least_end));
    }

    // Its place among those that are ahead.
    index milestone(index t) const {
        if (out_.bounds.milestones.empty() || out_.duration[t] != 0) return no_task;
        const auto at =
            std::lower_bound(out_.bounds.milestones.begin(), out_.bounds.milestones.end(), t,
                             [](const milestone_bounds& m, index task) { return m.task < task; });
        return at != out_.bounds.milestones.end() && at->task == t
                   ? static_cast<index>(at - out_.bounds.milestones.begin())
                   : no_task;
    }

    void bound_task(index t, const constraints& wanted) {
        const day_tables& days = out_.days_of(t);
        const progress state = out_.state_of(t);
        const auto not_before = [&](boundary b) {
            std::int32_t& earliest = out_.bounds.earliest[t];
            earliest = std::max(earliest, relative(days.rank(b)));
        };
        const auto not_after = [&](std::int32_t start) {
            std::int32_t& latest = out_.bounds.latest[t];
            latest = std::min(latest, relative(start));
        };
        const std::int32_t takes = out_.duration[t];
        if (plan_.status_day)
            not_before(policy_.remaining == schedule_policy::rest::on_status_day
                           ? boundary_before(*plan_.status_day)
                           : boundary_after(*plan_.status_day));
        if (state == progress::not_started) {
            if (wanted.not_before != no_day) not_before(boundary_before(wanted.not_before));
            if (wanted.must_start != no_day) {
                not_before(boundary_before(wanted.must_start));
                // A milestone: on that day, or on the eve of the next.
                not_after(days.rank(boundary_before(wanted.must_start)) + (takes == 0 ? 1 : 0));
            }
        }
        if (wanted.not_after != no_day)
            not_after(days.rank(boundary_after(wanted.not_after)) - takes);
        if (takes > 0) return;
        const auto bound = [&](const std::vector<std::int32_t>& column, std::int32_t none) {
            return column.empty() ? none : column[t];
        };
        out_.bounds.milestones.push_back(
            {t, std::max(relative(days.rank(out_.origin)), bound(out_.bounds.earliest, -no_bound)),
             bound(out_.bounds.latest, no_bound)});
    }

    const plan& plan_;
    const schedule_policy& policy_;
    const std::span<const index> left_out_;
    part_lists parts_;
    settled_plan out_;
};

}  // namespace

settled_plan settle(const plan& p, const schedule_policy& policy, std::span<const index> left_out) {
    settled_plan made = settling{p, policy, left_out}.run();
    if (!made.state.empty() || !made.is_summary.empty() || !left_out.empty())
        made.links = made.own_links;  // moving a vector keeps its elements, but say so
    return made;
}

void require_progress(index task, const task_progress& told, civil_day status_day) {
    const auto wrong = [&](std::string_view field, civil_day day, const std::string& what) {
        throw error{errc::invalid_argument,
                    "task " + to_text(task) + ": " + std::string{field} + " " + to_text(day) + what,
                    {{"position", to_text(task)}, {"field", std::string{field}}}};
    };
    const auto after_status_day = " lies after the status day " + to_text(status_day);
    if (told.started != no_day && told.started > status_day)
        wrong("started", told.started, after_status_day);
    if (told.finished != no_day) {
        if (told.finished > status_day) wrong("finished", told.finished, after_status_day);
        if (told.started != no_day && told.finished < told.started)
            wrong("finished", told.finished, " lies before started " + to_text(told.started));
    }
    if (told.released == no_day) return;
    if (told.finished == no_day)
        wrong("released", told.released, " stands without finished: it lets go of nothing yet");
    if (told.released < told.finished)
        wrong("released", told.released, " lies before finished " + to_text(told.finished));
}

distinct_calendars distinct(std::span<const work_calendar* const> calendars) {
    distinct_calendars all;
    if (calendars.empty()) {
        all.tables.push_back(std::make_shared<const day_tables>(work_calendar{}));
        all.number.push_back(0);
        return all;
    }
    std::vector<const work_calendar*> known;
    for (const work_calendar* c : calendars) {
        if (c == nullptr) refuse("plan: a calendar is null");
        const auto same = std::find_if(known.begin(), known.end(),
                                       [&](const work_calendar* k) { return k->same_days(*c); });
        all.number.push_back(static_cast<index>(same - known.begin()));
        if (same != known.end()) continue;
        known.push_back(c);
        all.tables.push_back(std::make_shared<const day_tables>(*c));
    }
    return all;
}

part_lists parts_of(std::span<const index> parent) {
    const std::size_t n = parent.size();
    part_lists parts;
    parts.first_child.assign(n + 1, 0);
    for (const index p : parent)
        if (p != no_task) ++parts.first_child[p + 1];
    std::partial_sum(parts.first_child.begin(), parts.first_child.end(), parts.first_child.begin());
    parts.children.resize(parts.first_child.back());
    std::vector<index> next(parts.first_child.begin(), parts.first_child.end() - 1);
    for (index t = 0; t < n; ++t)
        if (parent[t] != no_task) parts.children[next[parent[t]]++] = t;
    // A task that is part of itself is reached from no top.
    std::vector<index> reached;
    for (index t = 0; t < n; ++t)
        if (parent[t] == no_task) reached.push_back(t);
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (index k = parts.first_child[reached[i]]; k < parts.first_child[reached[i] + 1]; ++k)
            reached.push_back(parts.children[k]);
    if (reached.size() == n) return parts;
    std::vector<bool> seen(n, false);
    for (const index t : reached) seen[t] = true;
    // From a task not reached, upwards until one comes back: that one is on the cycle.
    index t = static_cast<index>(std::find(seen.begin(), seen.end(), false) - seen.begin());
    while (!seen[t]) {
        seen[t] = true;
        t = parent[t];
    }
    std::vector<fact> facts{{"rule", "no_part_of_itself"}};
    std::string text = to_text(t);
    for (index up = parent[t];; up = parent[up]) {
        facts.emplace_back("position", to_text(up));
        text += " is part of " + to_text(up);
        if (up == t) break;
    }
    throw error{errc::cycle, "plan: a task is part of itself: " + text, std::move(facts)};
}

std::vector<index> part_lists::leaves_of(index task) const {
    if (first_child.empty() || first_child[task] == first_child[task + 1]) return {task};
    std::vector<index> open{task}, leaves;
    while (!open.empty()) {
        const index t = open.back();
        open.pop_back();
        if (first_child[t] == first_child[t + 1]) leaves.push_back(t);
        for (index k = first_child[t]; k < first_child[t + 1]; ++k) open.push_back(children[k]);
    }
    std::sort(leaves.begin(), leaves.end());
    return leaves;
}

}  // namespace mandate
