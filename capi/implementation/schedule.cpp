// Schedules of the host's own columns.

#include "schedule.hpp"

#include "batch.hpp"
#include "calendar.hpp"
#include "calendar/known_days.hpp"
#include "call.hpp"
#include "graph/nested_links.hpp"
#include "graph/settle.hpp"
#include "mandate/base/text.hpp"
#include "mandate/graph/agency_network.hpp"
#include "mandate/graph/cycles.hpp"
#include "mandate/model/descriptor.hpp"
#include "results.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate::capi {

std::span<const std::int32_t> given(const call& in, const std::int32_t* start, std::size_t size,
                                    std::string_view name) {
    if (size > PTRDIFF_MAX / sizeof(std::int32_t)) in.refuse("size", "is more than memory");
    if (size != 0) in.required(start, name);
    return {start, size};
}

namespace {

// The choices of the field are numbered as the constants are.
void require_choice(const call& in, field of, std::int32_t number, std::string_view name,
                    std::string_view row, std::size_t place, const char* constants) {
    if (!choice_name(of, number).empty()) return;
    in.refuse(name, to_text(number) + " of " + std::string{row} + " " +
                        to_text(static_cast<long long>(place)) + " is none of " + constants);
}

}  // namespace

link_kind type_of_link(const call& in, std::int32_t number, std::string_view name,
                       std::string_view row, std::size_t place) {
    require_choice(in, field::link_type, number, name, row, place, "MANDATE_LINK_TYPE_...");
    return static_cast<link_kind>(number);
}

lag_unit unit_of_lag(const call& in, std::int32_t number, std::string_view name,
                     std::string_view row, std::size_t place) {
    require_choice(in, field::lag_unit, number, name, row, place, "MANDATE_LAG_UNIT_...");
    return static_cast<lag_unit>(number);
}

std::uint32_t schedule_read::task(const call& in, std::int32_t number,
                                  std::string_view name) const {
    if (number < 0 || static_cast<std::uint32_t>(number) >= tasks())
        in.refuse(name, "is not a number of a task: " + to_text(number));
    return static_cast<std::uint32_t>(number);
}

std::shared_ptr<owned_plan> plan_now(const mandate_schedule& of,
                                     std::vector<std::uint32_t>* link_numbers) {
    if (!of.live) return std::make_shared<owned_plan>(*of.of);
    auto made = std::make_shared<owned_plan>();
    made->columns = of.live->to_plan(link_numbers);
    for (const work_calendar* c : made->columns.calendars) made->calendars.push_back(*c);
    made->point();
    made->policy = of.live->policy();
    made->lots = of.lots;
    return made;
}

const mandate_schedule& schedule_read::whole() {
    if (of_.value != nullptr) return of_;
    reading_.unlock();
    alone_ = std::unique_lock{of_.changing};
    if (of_.value == nullptr) {
        std::vector<std::uint32_t> numbers;
        std::shared_ptr<const owned_plan> now = plan_now(of_, &numbers);
        of_.value = std::make_shared<const schedule>(now->columns, now->policy);
        of_.of = std::move(now);
        of_.link_numbers = std::move(numbers);
    }
    return of_;
}

namespace {

/// The plan to be changed: a copy, if schedules hold the old one.
owned_plan& changed(mandate_plan* plan) {
    if (plan->value.use_count() > 1) plan->value = std::make_shared<owned_plan>(*plan->value);
    return *plan->value;
}

std::vector<civil_day> days(std::span<const std::int32_t> numbers) {
    std::vector<civil_day> all;
    all.reserve(numbers.size());
    for (const std::int32_t n : numbers) all.emplace_back(n);
    return all;
}

void set_column(const call& in, plan& p, std::int32_t column,
                std::span<const std::int32_t> values) {
    switch (column) {
        case MANDATE_PLAN_CALENDAR:
            p.calendar.assign(values.begin(), values.end());
            return;
        case MANDATE_PLAN_PARENT:  // -1 becomes no_task
            p.parent.assign(values.begin(), values.end());
            return;
        case MANDATE_PLAN_NOT_BEFORE:
            p.not_before = days(values);
            return;
        case MANDATE_PLAN_MUST_START:
            p.must_start = days(values);
            return;
        case MANDATE_PLAN_NOT_AFTER:
            p.not_after = days(values);
            return;
        case MANDATE_PLAN_DEADLINE:
            p.deadline = days(values);
            return;
        case MANDATE_PLAN_STARTED:
            p.started = days(values);
            return;
        case MANDATE_PLAN_FINISHED:
            p.finished = days(values);
            return;
        case MANDATE_PLAN_RELEASED:
            p.released = days(values);
            return;
        case MANDATE_PLAN_REMAINING:
            p.remaining.assign(values.begin(), values.end());
            return;
        case MANDATE_PLAN_AGENCY:  // -1 becomes no_task; other negative numbers are refused
            for (const std::int32_t v : values)
                if (v < -1) in.refuse("values", to_text(v) + " is no number of an agency");
            p.agency.assign(values.begin(), values.end());
            return;
        case MANDATE_PLAN_OPTIMISTIC:
            p.optimistic.assign(values.begin(), values.end());
            return;
        case MANDATE_PLAN_PESSIMISTIC:
            p.pessimistic.assign(values.begin(), values.end());
            return;
        case MANDATE_PLAN_DURATION:
            p.duration.assign(values.begin(), values.end());
            return;
        case MANDATE_PLAN_SUSPENDED:
            for (std::size_t t = 0; t < values.size(); ++t)
                if (values[t] != 0 && values[t] != 1)
                    in.refuse("values", "of suspended: " + to_text(values[t]) + " of task " +
                                            to_text(static_cast<long long>(t)) +
                                            " is neither 0 nor 1");
            p.suspended.assign(values.begin(), values.end());
            return;
        default:
            in.refuse("column", to_text(column) + " is not known");
    }
}

void set_option(const call& in, owned_plan& p, std::int32_t option, std::int32_t value) {
    const auto choice = [&] {
        if (value != 0 && value != 1) in.refuse("value", to_text(value) + " is neither 0 nor 1");
        return value;
    };
    switch (option) {
        case MANDATE_OPTION_STATUS_DAY:
            if (value == MANDATE_NO_DAY)
                p.columns.status_day.reset();
            else
                p.columns.status_day = civil_day{value};
            return;
        case MANDATE_OPTION_CRITICAL_SLACK:
            p.policy.critical_slack = value;
            return;
        case MANDATE_OPTION_CYCLES:
            p.policy.cycles = static_cast<schedule_policy::on_cycle>(choice());
            return;
        case MANDATE_OPTION_OUT_OF_SEQUENCE:
            p.policy.sequence = static_cast<schedule_policy::out_of_sequence>(choice());
            return;
        case MANDATE_OPTION_REMAINING_WORK:
            p.policy.remaining = static_cast<schedule_policy::rest>(choice());
            return;
        case MANDATE_OPTION_MILESTONE_DAY:
            p.policy.milestones = static_cast<schedule_policy::milestone>(choice());
            return;
        case MANDATE_OPTION_OPTIMISTIC_PERCENT:
            p.lots.optimistic_percent = value;
            return;
        case MANDATE_OPTION_PESSIMISTIC_PERCENT:
            p.lots.pessimistic_percent = value;
            return;
        case MANDATE_OPTION_DUE:
            if (value == MANDATE_NO_DAY)
                p.lots.due.reset();
            else
                p.lots.due = civil_day{value};
            return;
        default:
            in.refuse("option", to_text(option) + " is not known");
    }
}

wait_selection selection_of(const call& in, std::int32_t which, std::int32_t at_least) {
    if (choice_name(field::counted_links, which).empty())
        in.refuse("counted", to_text(which) + " is none of MANDATE_COUNTED_LINKS_...");
    if (at_least < 0) in.refuse("at_least", to_text(at_least) + " is negative");
    return {static_cast<wait_selection::counted>(which - 1),  // choices count from 1
            static_cast<std::uint32_t>(at_least)};
}

void put(table& into, std::int64_t number) { into.put(std::optional{number}); }
void put(table& into, std::string_view text) { into.put(std::optional{text}); }
void put_missing(table& into) { into.put(std::optional<std::int64_t>{}); }
void put_task(table& into, std::uint32_t task) {
    task == no_task ? put_missing(into) : put(into, std::int64_t{task});
}
void put_day(table& into, civil_day day) {
    day == no_day ? put_missing(into) : put(into, std::int64_t{day.since_epoch()});
}

table empty_tasks() {
    return table{{{"state", column_type::text},
                  {"start", column_type::day},
                  {"finish", column_type::day},
                  {"late_start", column_type::day},
                  {"late_finish", column_type::day},
                  {"slack_to_end", column_type::int64},
                  {"slack_to_deadline", column_type::int64},
                  {"free_slack", column_type::int64},
                  {"critical", column_type::int64}}};
}

constexpr std::string_view states[] = {"not_started", "started", "finished", "no_forecast"};

void put_dates(table& out, const scheduled_task& task, std::int32_t free_slack, bool removed) {
    const bool open = task.state == scheduled_task::progress::not_started ||
                      task.state == scheduled_task::progress::started;
    put(out, removed ? "removed" : states[static_cast<std::size_t>(task.state)]);
    put_day(out, task.start);
    put_day(out, task.finish);
    put_day(out, task.late_start);
    put_day(out, task.late_finish);
    open ? put(out, std::int64_t{task.slack_to_end}) : put_missing(out);
    task.slack_to_deadline ? put(out, std::int64_t{*task.slack_to_deadline}) : put_missing(out);
    open ? put(out, std::int64_t{free_slack}) : put_missing(out);
    put(out, std::int64_t{task.critical ? 1 : 0});
}

// Each of the tasks; `number` gives the i-th.
template <class Number>
table tasks_of(const mandate_schedule& s, std::size_t count, Number&& number) {
    table out = empty_tasks();
    if (!s.live) {
        const std::vector<std::int32_t> free_slack = s.value->free_slack();
        for (std::size_t i = 0; i < count; ++i)
            put_dates(out, s.value->at(number(i)), free_slack[number(i)],
                      is_removed(s.of->columns, number(i)));
        return out;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t t = number(i);
        put_dates(out, s.live->at(t), s.live->free_slack(t), s.live->is_removed(t));
    }
    return out;
}

table cycles_of(const plan& p) {
    table out{{{"knot", column_type::int64},
               {"tasks", column_type::int64},
               {"part", column_type::text},
               {"position", column_type::int64},
               {"before", column_type::int64},
               {"after", column_type::int64},
               {"link", column_type::int64},
               {"truncated", column_type::int64}}};
    for (const dependency& d : p.links)
        for (const std::uint32_t end : {d.before, d.after})
            if (end >= p.duration.size())
                throw error{errc::invalid_argument,
                            "plan: there is no task " + to_text(static_cast<std::int32_t>(end))};
    std::vector<std::uint32_t> parent = p.parent;
    parent.resize(p.duration.size(), no_task);
    for (const std::uint32_t whole : parent)
        if (whole != no_task && whole >= parent.size())
            throw error{errc::invalid_argument,
                        "plan: there is no task " + to_text(static_cast<std::int32_t>(whole))};
    (void)parts_of(parent);  // refuses what is part of itself
    const nested_links nested{parent, p.links};
    std::int64_t number = 0;
    for (const knot& k :
         find_knots(nested.places(), nested.all(), 100'000'000, nested.of_parts())) {
        ++number;
        std::set<std::uint32_t> tasks;
        for (const std::uint32_t place : k.tasks) tasks.insert(nested.task(place));
        const auto put_links = [&](std::string_view part, std::span<const std::uint32_t> steps) {
            std::int64_t position = 0;
            for (const std::uint32_t step : steps) {
                if (step < nested.of_parts()) continue;  // between a task and its part is no link
                const auto link = static_cast<std::uint32_t>(step - nested.of_parts());
                put(out, number);
                put(out, static_cast<std::int64_t>(tasks.size()));
                put(out, part);
                put(out, ++position);
                put(out, std::int64_t{p.links[link].before});
                put(out, std::int64_t{p.links[link].after});
                put(out, std::int64_t{link});
                put(out, std::int64_t{k.truncated ? 1 : 0});
            }
        };
        put_links("shortest", k.shortest.links);
        put_links("opening", k.opening_links);
    }
    return out;
}

table chain_of(std::span<const driving_step> chain) {
    constexpr std::string_view drivers[] = {
        "link", "scope_start", "not_before", "status_day", "actual_start", "none", "suspended"};
    table out{{{"task", column_type::int64},
               {"driver", column_type::text},
               {"predecessor", column_type::int64},
               {"link", column_type::int64}}};
    for (const driving_step& step : chain) {
        put_task(out, step.task);
        put(out, drivers[static_cast<std::size_t>(step.by)]);
        put_task(out, step.predecessor);
        put_task(out, step.link);
    }
    return out;
}

// Of each calendar the task that ends last of those that are not done. A task with parts follows
// theirs.
std::vector<std::uint32_t> last_of_calendars(const plan& p, const schedule& s) {
    std::vector<std::uint32_t> last(p.calendars.size(), no_task);
    std::vector<bool> is_whole(s.tasks(), false);
    for (const std::uint32_t whole : p.parent)
        if (whole != no_task) is_whole[whole] = true;
    for (std::uint32_t t = 0; !last.empty() && t < s.tasks(); ++t) {
        std::uint32_t& of_calendar = last[p.calendar.empty() ? 0 : p.calendar[t]];
        const scheduled_task::progress state = s.at(t).state;
        if (is_whole[t] || state == scheduled_task::progress::finished ||
            state == scheduled_task::progress::no_forecast)
            continue;
        if (of_calendar == no_task || s.at(of_calendar).finish < s.at(t).finish) of_calendar = t;
    }
    std::erase(last, no_task);
    return last;
}

table findings_of(const plan& p, const schedule& s) {
    table out{{{"key", column_type::text},
               {"task", column_type::int64},
               {"link", column_type::int64},
               {"day", column_type::day}}};
    const auto put_row = [&](std::string_view key, std::uint32_t task, std::uint32_t link,
                             civil_day day = no_day) {
        put(out, key);
        put_task(out, task);
        put_task(out, link);
        put_day(out, day);
    };
    for (const std::uint32_t t : s.clamped_tasks()) put_row("schedule.before_start", t, no_task);
    for (const std::uint32_t t : s.blocking_suspended_tasks())
        put_row("schedule.suspended", t, no_task);
    for (const std::uint32_t l : s.left_out_links()) put_row("schedule.cycle", no_task, l);
    for (const std::uint32_t t : last_of_calendars(p, s)) {
        const work_calendar& own = *p.calendars[p.calendar.empty() ? 0 : p.calendar[t]];
        if (const auto day = known_until(own, p.status_day.value_or(p.start), s.at(t).finish))
            put_row("calendar.ends", t, no_task, *day);
    }
    return out;
}

table agency_pairs_of(const agency_network& network) {
    table out{{{"before", column_type::int64},
               {"after", column_type::int64},
               {"hand_offs", column_type::int64},
               {"open_waits", column_type::int64},
               {"binding", column_type::int64},
               {"days_waited", column_type::int64}}};
    for (const agency_pair& p : network.pairs())
        for (const std::int64_t value :
             {std::int64_t{p.before}, std::int64_t{p.after}, std::int64_t{p.hand_offs},
              std::int64_t{p.open_waits}, std::int64_t{p.binding}, p.days_waited})
            put(out, value);
    return out;
}

table bottlenecks_of(const std::vector<bottleneck>& all) {
    table out{{{"agency", column_type::int64},
               {"open_waits", column_type::int64},
               {"tasks", column_type::int64},
               {"days", column_type::int64},
               {"betweenness", column_type::int64}}};
    for (const bottleneck& b : all)
        for (const std::int64_t value : {std::int64_t{b.agency}, std::int64_t{b.open_waits},
                                         std::int64_t{b.tasks}, b.days, in_thousandths(b)})
            put(out, value);
    return out;
}

table mutual_waiting_of(const schedule_read& s, const std::vector<mutual_waiting>& all) {
    const plan& p = s->of->columns;
    table out{{{"group", column_type::int64},
               {"agencies", column_type::int64},
               {"before_agency", column_type::int64},
               {"before", column_type::int64},
               {"after_agency", column_type::int64},
               {"after", column_type::int64},
               {"link", column_type::int64}}};
    std::int64_t group = 0;
    for (const mutual_waiting& one : all) {
        ++group;
        for (const std::uint32_t link : one.links) {
            const dependency& d = p.links[link];
            put(out, group);
            put(out, static_cast<std::int64_t>(one.agencies.size()));
            put(out, std::int64_t{p.agency[d.before]});
            put(out, std::int64_t{d.before});
            put(out, std::int64_t{p.agency[d.after]});
            put(out, std::int64_t{d.after});
            put(out, std::int64_t{s.link(link)});
        }
    }
    return out;
}

table delay_of(const plan& p, const std::vector<moved_task>& moved) {
    table out{{{"task", column_type::int64},
               {"agency", column_type::int64},
               {"days", column_type::int64}}};
    for (const moved_task& m : moved) {
        put(out, std::int64_t{m.task});
        put_task(out, p.agency.empty() ? no_task : p.agency[m.task]);
        put(out, std::int64_t{m.days});
    }
    return out;
}

table forecast_of(const forecast_result& r) {
    table out{{{"runs", column_type::int64},
               {"on_time", column_type::int64},
               {"p50", column_type::day},
               {"p80", column_type::day},
               {"p50_days", column_type::int64},
               {"p80_days", column_type::int64},
               {"first", column_type::day},
               {"last", column_type::day},
               {"by_progress", column_type::day}}};
    put(out, std::int64_t{r.runs});
    r.on_time ? put(out, std::int64_t{*r.on_time}) : put_missing(out);
    put_day(out, r.p50);
    put_day(out, r.p80);
    put(out, std::int64_t{r.p50_days});
    put(out, std::int64_t{r.p80_days});
    put_day(out, r.first);
    put_day(out, r.last);
    put_day(out, r.by_progress);
    return out;
}

}  // namespace
}  // namespace mandate::capi

struct mandate_forecast {
    static constexpr std::uint32_t tag_of_open = 0x4D464354;  // MFCT
    std::uint32_t tag = tag_of_open;
    std::unique_ptr<mandate::forecast> value;
};

namespace mandate::capi {
namespace {

template <class Handle>
Handle& opened_forecast(const call& in, Handle* handle) {
    in.required(handle, "forecast");
    if (handle->tag != mandate_forecast::tag_of_open) in.refuse("forecast", "is not a forecast");
    return *handle;
}

}  // namespace
}  // namespace mandate::capi

using mandate::capi::call;
using mandate::capi::guard;

mandate_status mandate_plan_new(int32_t start, const int32_t* durations, size_t tasks,
                                mandate_plan** out, mandate_error** err) noexcept {
    return guard("mandate_plan_new", err, [&](const call& in) {
        mandate_plan*& answer = in.output(out, "out");
        const auto all = mandate::capi::given(in, durations, tasks, "durations");
        auto made = std::make_unique<mandate_plan>();
        made->value = std::make_shared<mandate::capi::owned_plan>();
        made->value->columns.start = mandate::civil_day{start};
        made->value->columns.duration.assign(all.begin(), all.end());
        answer = made.release();
    });
}

void mandate_plan_free(mandate_plan* plan) noexcept {
    if (plan == nullptr) return;
    plan->tag = 0;
    delete plan;
}

mandate_status mandate_plan_calendar(mandate_plan* plan, const mandate_calendar* calendar,
                                     mandate_error** err) noexcept {
    return guard("mandate_plan_calendar", err, [&](const call& in) {
        const mandate::capi::plan_in_use held{in, plan};
        const mandate::work_calendar& days = mandate::capi::opened(in, calendar);
        mandate::capi::owned_plan& p = mandate::capi::changed(plan);
        p.calendars.push_back(days);
        p.point();
    });
}

mandate_status mandate_plan_column(mandate_plan* plan, int32_t column, const int32_t* values,
                                   size_t tasks, mandate_error** err) noexcept {
    return guard("mandate_plan_column", err, [&](const call& in) {
        const mandate::capi::plan_in_use held{in, plan};
        const auto all = mandate::capi::given(in, values, tasks, "values");
        if (tasks != held.get().columns.duration.size())
            in.refuse("tasks", "is not the number of tasks of the plan");
        mandate::capi::set_column(in, mandate::capi::changed(plan).columns, column, all);
    });
}

mandate_status mandate_plan_links(mandate_plan* plan, const int32_t* before, const int32_t* after,
                                  const int32_t* lags, const int32_t* types, const int32_t* units,
                                  size_t links, mandate_error** err) noexcept {
    return guard("mandate_plan_links", err, [&](const call& in) {
        const mandate::capi::plan_in_use held{in, plan};
        const auto first = mandate::capi::given(in, before, links, "before");
        const auto second = mandate::capi::given(in, after, links, "after");
        std::vector<mandate::dependency> added(links);
        for (size_t i = 0; i < links; ++i) {
            mandate::dependency& d = added[i];
            d.before = static_cast<std::uint32_t>(first[i]);
            d.after = static_cast<std::uint32_t>(second[i]);
            if (lags != nullptr) d.lag = lags[i];
            if (types != nullptr)
                d.type = mandate::capi::type_of_link(in, types[i], "types", "link", i);
            if (units != nullptr)
                d.unit = mandate::capi::unit_of_lag(in, units[i], "units", "link", i);
        }
        auto& all = mandate::capi::changed(plan).columns.links;
        all.insert(all.end(), added.begin(), added.end());
    });
}

mandate_status mandate_plan_option(mandate_plan* plan, int32_t option, int32_t value,
                                   mandate_error** err) noexcept {
    return guard("mandate_plan_option", err, [&](const call& in) {
        const mandate::capi::plan_in_use held{in, plan};
        mandate::capi::set_option(in, mandate::capi::changed(plan), option, value);
    });
}

mandate_status mandate_plan_cycles(const mandate_plan* plan, mandate_table** out,
                                   mandate_error** err) noexcept {
    return guard("mandate_plan_cycles", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        const mandate::capi::plan_in_use held{in, plan};
        answer = new mandate_table{mandate::capi::cycles_of(held.get().columns)};
    });
}

mandate_status mandate_schedule_new(const mandate_plan* plan, mandate_schedule** out,
                                    mandate_error** err) noexcept {
    return guard("mandate_schedule_new", err, [&](const call& in) {
        mandate_schedule*& answer = in.output(out, "out");
        const mandate::capi::plan_in_use held{in, plan};
        auto made = std::make_unique<mandate_schedule>();
        made->value =
            std::make_shared<const mandate::schedule>(held.get().columns, held.get().policy);
        made->of = held.shared();
        made->lots = held.get().lots;
        answer = made.release();
    });
}

void mandate_schedule_free(mandate_schedule* schedule) noexcept {
    if (schedule == nullptr) return;
    schedule->tag = 0;
    delete schedule;
}

mandate_status mandate_schedule_end(const mandate_schedule* schedule, int32_t* day, int32_t* length,
                                    mandate_error** err) noexcept {
    return guard("mandate_schedule_end", err, [&](const call& in) {
        call::clear(day, length);
        int32_t& last = in.output(day, "day");
        int32_t& days = in.output(length, "length");
        const mandate::capi::schedule_read s{in, schedule};
        const auto end = s->live ? s->live->end() : s->value->end();
        last = end ? end->since_epoch() : MANDATE_NO_DAY;
        days = s->live ? s->live->length() : s->value->length();
    });
}

mandate_status mandate_schedule_tasks(const mandate_schedule* schedule, mandate_table** out,
                                      mandate_error** err) noexcept {
    return guard("mandate_schedule_tasks", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        const mandate::capi::schedule_read s{in, schedule};
        answer = new mandate_table{mandate::capi::tasks_of(
            *schedule, s.tasks(), [](std::size_t i) { return static_cast<std::uint32_t>(i); })};
    });
}

mandate_status mandate_schedule_tasks_at(const mandate_schedule* schedule, const int32_t* tasks,
                                         size_t count, mandate_table** out,
                                         mandate_error** err) noexcept {
    return guard("mandate_schedule_tasks_at", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        const mandate::capi::schedule_read s{in, schedule};
        const auto asked = mandate::capi::given(in, tasks, count, "tasks");
        for (const int32_t t : asked) (void)s.task(in, t, "tasks");
        answer = new mandate_table{mandate::capi::tasks_of(
            *schedule, count, [&](std::size_t i) { return static_cast<std::uint32_t>(asked[i]); })};
    });
}

mandate_status mandate_schedule_size(const mandate_schedule* schedule, int32_t* tasks,
                                     int32_t* links, mandate_error** err) noexcept {
    return guard("mandate_schedule_size", err, [&](const call& in) {
        call::clear(tasks, links);
        int32_t& of_tasks = in.output(tasks, "tasks");
        int32_t& of_links = in.output(links, "links");
        const mandate::capi::schedule_read s{in, schedule};
        of_tasks = static_cast<int32_t>(s.tasks());
        of_links = static_cast<int32_t>(s->live ? s->live->links() : s->of->columns.links.size());
    });
}

mandate_status mandate_schedule_why(const mandate_schedule* schedule, int32_t task,
                                    mandate_table** out, mandate_error** err) noexcept {
    return guard("mandate_schedule_why", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        const mandate::capi::schedule_read s{in, schedule};
        const std::uint32_t t = s.task(in, task, "task");
        answer = new mandate_table{mandate::capi::chain_of(
            s->live ? s->live->driving_chain(t) : s->value->driving_chain(s->of->columns, t))};
    });
}

mandate_status mandate_schedule_findings(const mandate_schedule* schedule, mandate_table** out,
                                         mandate_error** err) noexcept {
    return guard("mandate_schedule_findings", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        mandate::capi::schedule_read s{in, schedule};
        const mandate_schedule& of = s.whole();
        answer = new mandate_table{mandate::capi::findings_of(of.of->columns, *of.value)};
    });
}

mandate_status mandate_schedule_agency_pairs(const mandate_schedule* schedule, mandate_table** out,
                                             mandate_error** err) noexcept {
    return guard("mandate_schedule_agency_pairs", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        mandate::capi::schedule_read s{in, schedule};
        const mandate_schedule& of = s.whole();
        answer = new mandate_table{
            mandate::capi::agency_pairs_of(mandate::agency_network{of.of->columns, *of.value})};
    });
}

mandate_status mandate_schedule_bottlenecks(const mandate_schedule* schedule, int32_t counted,
                                            int32_t at_least, int32_t threads, mandate_table** out,
                                            mandate_error** err) noexcept {
    return guard("mandate_schedule_bottlenecks", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        mandate::capi::schedule_read s{in, schedule};
        const auto selection = mandate::capi::selection_of(in, counted, at_least);
        if (threads < 1 || threads > 256) in.refuse("threads", "is not within 1 and 256");
        const mandate_schedule& of = s.whole();
        answer = new mandate_table{mandate::capi::bottlenecks_of(
            mandate::agency_network{of.of->columns, *of.value}.bottlenecks(
                selection, static_cast<unsigned>(threads)))};
    });
}

mandate_status mandate_schedule_mutual_waiting(const mandate_schedule* schedule, int32_t counted,
                                               int32_t at_least, mandate_table** out,
                                               mandate_error** err) noexcept {
    return guard("mandate_schedule_mutual_waiting", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        mandate::capi::schedule_read s{in, schedule};
        const auto selection = mandate::capi::selection_of(in, counted, at_least);
        const mandate_schedule& of = s.whole();
        answer = new mandate_table{mandate::capi::mutual_waiting_of(
            s, mandate::agency_network{of.of->columns, *of.value}.mutual_waits(selection))};
    });
}

mandate_status mandate_schedule_delay(const mandate_schedule* schedule, int32_t task, int32_t days,
                                      mandate_table** out, mandate_error** err) noexcept {
    return guard("mandate_schedule_delay", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        mandate::capi::schedule_read s{in, schedule};
        const std::uint32_t t = s.task(in, task, "task");
        const mandate_schedule& of = s.whole();
        answer = new mandate_table{mandate::capi::delay_of(
            of.of->columns,
            mandate::moved_by_delay(of.of->columns, of.of->policy, *of.value, t, days))};
    });
}

mandate_status mandate_forecast_start(const mandate_plan* plan, int32_t runs, int64_t seed,
                                      int32_t threads, mandate_forecast** out,
                                      mandate_error** err) noexcept {
    return guard("mandate_forecast_start", err, [&](const call& in) {
        mandate_forecast*& answer = in.output(out, "out");
        const mandate::capi::plan_in_use held{in, plan};
        if (runs < 1) in.refuse("runs", "is less than 1");
        if (threads < 1) in.refuse("threads", "is less than 1");
        mandate::forecast_options options = held.get().lots;
        options.runs = static_cast<std::uint32_t>(runs);
        options.seed = static_cast<std::uint64_t>(seed);
        options.threads = static_cast<unsigned>(threads);
        answer = new mandate_forecast{
            mandate_forecast::tag_of_open,
            std::make_unique<mandate::forecast>(held.get().columns, held.get().policy, options)};
    });
}

mandate_status mandate_forecast_of_ledger(const mandate_ledger* ledger, const mandate_view* view,
                                          const mandate_batch* args, mandate_forecast** out,
                                          mandate_error** err) noexcept {
    return guard("mandate_forecast_of_ledger", err, [&](const call& in) {
        mandate_forecast*& answer = in.output(out, "out");
        const auto& of = in.opened(ledger);
        const auto through = in.read(view);
        const auto& described = *mandate::find_question(MANDATE_QUESTION_FORECAST);
        const auto given =
            mandate::capi::arguments_of(in, args, described.arguments, described.name);
        answer =
            new mandate_forecast{mandate_forecast::tag_of_open, of.start_forecast(through, given)};
    });
}

mandate_status mandate_forecast_wait(mandate_forecast* forecast, int32_t milliseconds,
                                     int32_t* done, mandate_error** err) noexcept {
    return guard("mandate_forecast_wait", err, [&](const call& in) {
        int32_t& answer = in.output(done, "done");
        mandate::forecast& of = *mandate::capi::opened_forecast(in, forecast).value;
        if (milliseconds < 0) in.refuse("milliseconds", "is negative");
        answer = static_cast<int32_t>(of.wait(static_cast<std::uint32_t>(milliseconds)));
    });
}

mandate_status mandate_forecast_cancel(mandate_forecast* forecast, mandate_error** err) noexcept {
    return guard("mandate_forecast_cancel", err, [&](const call& in) {
        mandate::capi::opened_forecast(in, forecast).value->cancel();
    });
}

mandate_status mandate_forecast_result(const mandate_forecast* forecast, mandate_table** out,
                                       mandate_error** err) noexcept {
    return guard("mandate_forecast_result", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        answer = new mandate_table{mandate::capi::forecast_of(
            mandate::capi::opened_forecast(in, forecast).value->result())};
    });
}

void mandate_forecast_free(mandate_forecast* forecast) noexcept {
    if (forecast == nullptr) return;
    forecast->tag = 0;
    delete forecast;
}
