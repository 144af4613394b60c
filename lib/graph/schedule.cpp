#include "mandate/graph/schedule.hpp"

#include "graph/nested_links.hpp"
#include "graph/ring_text.hpp"
#include "graph/schedule_impl.hpp"
#include "mandate/base/text.hpp"
#include "mandate/graph/cycles.hpp"
#include "mandate/graph/task_network.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;

// Links bind whatever has become of the tasks: what is done closes cycles, too, because what is
// reported of it may be taken back.
class link_cycles {
public:
    explicit link_cycles(const plan& p) : plan_{p} {}

    bool any() const {
        if (std::all_of(plan_.parent.begin(), plan_.parent.end(),
                        [](index whole) { return whole == no_task; }))
            return task_network{plan_.duration.size(), plan_.links}.has_cycle();
        const nested_links nested = nested_of_plan();
        return task_network{nested.places(), nested.all()}.has_cycle();
    }

    [[noreturn]] void refuse() const {
        const nested_links nested = nested_of_plan();
        const knot first =
            find_knots(nested.places(), nested.all(), 100'000'000, nested.of_parts()).front();
        const cycle& found = first.shortest;
        // Between two links the way goes through one task that does work, and up and down its
        // wholes.
        const std::size_t steps = found.tasks.size();
        std::vector<std::pair<index, index>> ring;  // task, its link
        index last = no_task;
        for (std::size_t i = 0; i < 2 * steps; ++i) {
            const index task = nested.task(found.tasks[i % steps]), link = found.links[i % steps];
            if (nested.does_work(task)) last = task;
            if (i >= steps && link >= nested.of_parts())
                ring.emplace_back(last, static_cast<index>(link - nested.of_parts()));
        }
        std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
        std::vector<fact> facts{{"rule", "no_cycle"}};
        std::vector<std::pair<std::string, std::string>> told;
        for (const auto& [task, link] : ring) {
            told.emplace_back(to_text(task), to_text(link));
            facts.emplace_back("position", told.back().first);
            facts.emplace_back("link", told.back().second);
        }
        std::string text = "plan: tasks wait for themselves: " + ring_text(told);
        if (first.truncated) {
            text += "; a shorter cycle may be there, too";
            facts.emplace_back("truncated", "1");
        }
        throw error{errc::cycle, text, std::move(facts)};
    }

    /// Every link inside a knot. Ascending.
    std::vector<index> inside_knots() const {
        const nested_links nested = nested_of_plan();
        const std::vector<index> knot_of = strong_components(nested.places(), nested.all());
        std::vector<index> inside;
        for (index i = 0; i < plan_.links.size(); ++i) {
            const dependency d = nested.between(plan_.links[i]);
            if (knot_of[d.before] == knot_of[d.after]) inside.push_back(i);
        }
        return inside;
    }

private:
    nested_links nested_of_plan() const {
        const std::vector<index> no_parent(plan_.parent.empty() ? plan_.duration.size() : 0,
                                           no_task);
        return {plan_.parent.empty() ? no_parent : plan_.parent, plan_.links};
    }

    const plan& plan_;
};

[[noreturn]] void refuse_beyond_calendars(index task) {
    throw error{errc::out_of_range,
                "task " + to_text(task) + " would finish after 2199-12-31",
                {{"position", to_text(task)}}};
}

compact_network::form kind_of(const settled_plan& settled) {
    return settled.mixed ? compact_network::form::mixed : compact_network::form::uniform;
}

}  // namespace

schedule::impl::impl(const plan& p, const schedule_policy& policy)
    : critical_slack{policy.critical_slack},
      started_go_on{policy.sequence == schedule_policy::out_of_sequence::progress_override} {
    settled_plan settled = settle(p, policy);
    const auto build = [&] {
        return compact_network::build(kind_of(settled), settled.duration, settled.calendar_of,
                                      settled.links);
    };
    auto network = build();
    if (!network || settled.drops_links) {
        const link_cycles cycles{p};
        if (!network || cycles.any()) {
            if (policy.cycles == schedule_policy::on_cycle::refuse) cycles.refuse();
            left_out = cycles.inside_knots();
            settled = settle(p, policy, left_out);
            network = build();
        }
    }
    calendars = settled.calendars;
    calendar_of = settled.calendar_of;
    counting = settled.counting;
    mixed = settled.mixed;
    origin = settled.origin;
    first_rank = settled.first_rank;
    if (mixed)
        passes.emplace(std::move(*network), settled.duration, settled.bounds, calendars, origin);
    else
        passes.emplace(std::move(*network), settled.duration, settled.bounds);
    const auto compute = [&] {
        if (const auto beyond = passes->compute(policy.critical_slack))
            refuse_beyond_calendars(passes->network().task_at(*beyond));
    };
    compute();
    if (!mixed && passes->end() + first_rank > calendars[0]->working_days())
        for (index t = 0; t < p.duration.size(); ++t)
            if (start_rank(t) + settled.duration[t] > calendars[0]->working_days())
                refuse_beyond_calendars(t);
    state = settled.state;
    is_summary = settled.is_summary;
    if (!is_summary.empty()) parts = parts_of(p.parent);
    constants = settled.constants;
    suspended_blocking = settled.suspended_blocking;
    lost_links = settled.lost_links;
    if (p.status_day) {
        actual_start = p.started;
        actual_finish = p.finished;
    }
    find_shown_days(settled, policy);
    if (!is_summary.empty() && begin_wholes(p)) compute();
}

// A whole begins with its first part, so it is that part that must not be late. Which one it is the
// passes have to tell, and they tell it without: no start depends on it.
bool schedule::impl::begin_wholes(const plan& p) {
    bool any = false;
    for (index whole = 0; whole < p.must_start.size(); ++whole) {
        if (is_summary[whole] == 0 || p.must_start[whole] == no_day) continue;
        const std::vector<index> leaves = parts.leaves_of(whole);
        for (const index t : first_parts(leaves, [&](index t) { return leaf(t); })) {
            passes->begin_by(t, days_of(t).rank(boundary_before(p.must_start[whole])) -
                                    (mixed ? 0 : first_rank));
            any = true;
        }
    }
    return any;
}

namespace {

// The rank in the successor's calendar that a link demands.
std::int32_t demand_on(const dependency& d, const schedule::impl& in, const settled_plan& settled) {
    const day_tables& before = in.days_of(d.before);
    const std::int32_t start = in.start_rank(d.before);
    const boundary from = from_finish(d.type) ? before.finish(start, settled.duration[d.before])
                                              : before.before(start);
    const bool civil = d.unit == lag_unit::calendar_days;
    return in.days_of(d.after).rank(from + (civil ? d.lag : 0)) + (civil ? 0 : d.lag) -
           (to_finish(d.type) ? settled.duration[d.after] : 0);
}

}  // namespace

// The days of milestones, tasks held back by the scope's start, and the last day of all.
void schedule::impl::find_shown_days(const settled_plan& settled, const schedule_policy& policy) {
    const auto n = static_cast<index>(settled.duration.size());
    std::vector<std::uint8_t> asks_earlier(n, 0), asks_enough(n, 0);
    on_eve.assign(n, 0);
    for (std::size_t m = 0; m < settled.bounds.milestones.size(); ++m)
        on_eve[settled.bounds.milestones[m].task] = passes->stands_on_eve(m) ? 1 : 0;
    const bool counts_milestones =
        policy.milestones == schedule_policy::milestone::day_of_predecessor;
    const auto first_of = [&](index t) { return days_of(t).rank(origin); };
    const auto look = [&](index after, std::int32_t asked) {
        (asked < first_of(after) ? asks_earlier : asks_enough)[after] = 1;
    };
    for (const dependency& d : settled.links)  // most tasks start later than the scope
        if (start_rank(d.after) <= first_of(d.after)) look(d.after, demand_on(d, *this, settled));
    for (const constant_bound& c : constants) look(c.after, c.start + (mixed ? 0 : first_rank));
    for (index t = 0; t < n; ++t) {
        if (asks_earlier[t] != 0 && asks_enough[t] == 0 && start_rank(t) == first_of(t) &&
            state_of(t) == progress::not_started)
            clamped.push_back(t);
        if ((!is_summary.empty() && is_summary[t] != 0) || state_of(t) == progress::no_forecast)
            continue;
        const civil_day finish = leaf(t).finish;
        last = std::max(last, finish);
        if (last > last_day) refuse_beyond_calendars(t);
        counted_until = std::max(counted_until, counts_milestones || settled.duration[t] > 0 ||
                                                        state_of(t) == progress::finished
                                                    ? boundary_after(finish)
                                                    : days_of(t).finish(start_rank(t) - 1, 1));
    }
}

scheduled_task schedule::impl::leaf(index task) const {
    scheduled_task shown;
    shown.state = state_of(task);
    if (shown.state == progress::no_forecast) return shown;
    const index at = passes->network().position_of(task);
    const day_tables& days = days_of(task);
    const std::int32_t duration = passes->durations()[at];
    const std::int32_t start = start_rank(task), late = start + passes->slack()[at];
    const auto milestone_day = [&](std::int32_t rank) {
        return day_after(days.before(rank - (on_eve[task] != 0 && rank > 0 ? 1 : 0)));
    };
    const auto first = [&](std::int32_t rank) {
        return duration > 0 ? day_after(days.before(rank)) : milestone_day(rank);
    };
    const auto last_of = [&](std::int32_t rank) {
        return duration > 0 ? day_before(days.finish(rank, duration)) : milestone_day(rank);
    };
    shown.start = first(start);
    shown.finish = last_of(start);
    if (shown.state != progress::not_started && !actual_start.empty() &&
        actual_start[task] != no_day)
        shown.start = actual_start[task];
    if (shown.state == progress::finished) {
        shown.finish = actual_finish[task];
        if (actual_start.empty() || actual_start[task] == no_day) shown.start = shown.finish;
        return shown;
    }
    shown.late_start = first(late);
    shown.late_finish = last_of(late);
    shown.slack_to_end = late - start;
    const std::int32_t due = passes->due_start(at);
    if (due != no_bound) shown.slack_to_deadline = due - passes->start(at);
    shown.critical = shown.slack_to_end <= critical_slack;
    return shown;
}

scheduled_task schedule::impl::summary(index task) const {
    std::vector<scheduled_task> all;
    for (const index t : parts.leaves_of(task)) all.push_back(leaf(t));
    return whole_of_parts(all);
}

scheduled_task whole_of_parts(std::span<const scheduled_task> parts) {
    scheduled_task whole;
    whole.state = progress::no_forecast;
    // It is not done before the part of which nobody can say when it will be.
    if (std::any_of(parts.begin(), parts.end(),
                    [](const scheduled_task& part) { return part.state == progress::no_forecast; }))
        return whole;
    bool any_open = false, all_finished = true, begun = false;
    for (const scheduled_task& part : parts) {
        begun |= part.state == progress::started || part.state == progress::finished;
        all_finished &= part.state == progress::finished;
        if (whole.start == no_day || part.start < whole.start) whole.start = part.start;
        whole.finish = std::max(whole.finish, part.finish);
        if (part.state == progress::finished) continue;
        if (whole.late_start == no_day || part.late_start < whole.late_start)
            whole.late_start = part.late_start;
        whole.late_finish = std::max(whole.late_finish, part.late_finish);
        whole.slack_to_end =
            any_open ? std::min(whole.slack_to_end, part.slack_to_end) : part.slack_to_end;
        if (part.slack_to_deadline)
            whole.slack_to_deadline = std::min(
                whole.slack_to_deadline.value_or(*part.slack_to_deadline), *part.slack_to_deadline);
        whole.critical |= part.critical;
        any_open = true;
    }
    if (whole.start == no_day) return whole;
    whole.state = all_finished ? progress::finished
                  : begun      ? progress::started
                               : progress::not_started;
    return whole;
}

schedule::schedule(const plan& p, const schedule_policy& policy)
    : self_{std::make_unique<impl>(p, policy)} {}
schedule::~schedule() = default;
schedule::schedule(schedule&&) noexcept = default;
schedule& schedule::operator=(schedule&&) noexcept = default;

index schedule::tasks() const noexcept { return self_->passes->network().tasks(); }

scheduled_task schedule::at(index task) const {
    return !self_->is_summary.empty() && self_->is_summary[task] != 0 ? self_->summary(task)
                                                                      : self_->leaf(task);
}

std::optional<civil_day> schedule::end() const {
    if (self_->last == no_day) return std::nullopt;
    return self_->last;
}

std::int32_t schedule::length() const {
    if (self_->last == no_day) return 0;
    const day_tables& days = *self_->counting;
    return std::max(0, days.rank(self_->counted_until) - days.rank(self_->origin));
}

std::vector<index> schedule::critical_tasks() const {
    std::vector<index> critical;
    for (index t = 0; t < tasks(); ++t) {
        if (!self_->is_summary.empty() && self_->is_summary[t] != 0) continue;
        const progress state = self_->state_of(t);
        if (state == progress::finished || state == progress::no_forecast) continue;
        if (self_->passes->critical()[self_->passes->network().position_of(t)] != 0)
            critical.push_back(t);
    }
    return critical;
}

const std::vector<index>& schedule::left_out_links() const noexcept { return self_->left_out; }
const std::vector<index>& schedule::clamped_tasks() const noexcept { return self_->clamped; }
const std::vector<index>& schedule::blocking_suspended_tasks() const noexcept {
    return self_->suspended_blocking;
}

}  // namespace mandate
