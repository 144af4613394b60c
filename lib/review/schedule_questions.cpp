#include "review/schedule_questions.hpp"

#include "calendar/known_days.hpp"
#include "graph/nested_links.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/graph/cycles.hpp"
#include "mandate/graph/task_network.hpp"
#include "mandate/model/descriptor.hpp"
#include "review/ledger_schedule.hpp"
#include "review/question_parts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace mandate {
namespace {

using f = field;

std::optional<std::int64_t> day(civil_day d) {
    if (d == no_day) return std::nullopt;
    return d.since_epoch();
}

std::string_view name_of(scheduled_task::progress state) {
    constexpr std::string_view names[] = {"not_started", "started", "finished", "no_forecast"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view name_of(driver by) {
    constexpr std::string_view names[] = {"link",         "scope_start", "not_before", "status_day",
                                          "actual_start", "none",        "suspended"};
    return names[static_cast<std::size_t>(by)];
}

std::string_view name_of(duration_source source) {
    constexpr std::string_view names[] = {"stated", "span", "default"};
    return names[static_cast<std::size_t>(source)];
}

}  // namespace

table answer_schedule(const lens& through, const arguments& args) {
    const ledger_schedule a{through, args};
    const std::vector<std::int32_t> free_slack = a.result.free_slack();
    std::vector<std::pair<scheduled_task, std::uint32_t>> rows;
    for (std::uint32_t t = 0; t < a.result.tasks(); ++t)
        if (a.shows(t)) rows.emplace_back(a.result.at(t), t);
    // By start, then finish, then code; what has no forecast comes last.
    std::sort(rows.begin(), rows.end(), [&](const auto& x, const auto& y) {
        const auto key = [](const scheduled_task& s) {
            return std::tuple{s.start == no_day, s.start, s.finish};
        };
        if (key(x.first) != key(y.first)) return key(x.first) < key(y.first);
        return a.code(x.second) < a.code(y.second);
    });
    const auto slack_of = [](const scheduled_task& s, std::int64_t days) {
        const bool open = s.state == scheduled_task::progress::not_started ||
                          s.state == scheduled_task::progress::started;
        return open ? std::optional{days} : std::nullopt;
    };
    table out = empty_table(question_kind::schedule);
    for (const auto& [s, t] : page(std::move(rows), args)) {
        out.put(a.code(t));
        out.put(name_of(s.state));
        out.put(day(s.start));
        out.put(day(s.finish));
        out.put(day(s.late_start));
        out.put(day(s.late_finish));
        out.put(slack_of(s, s.slack_to_end));
        out.put(s.slack_to_deadline ? std::optional<std::int64_t>{*s.slack_to_deadline}
                                    : std::nullopt);
        out.put(slack_of(s, free_slack[t]));
        out.put(s.critical ? 1 : 0);
        const plan& p = a.made.columns;
        const bool whole = a.made.is_whole[t];
        out.put(whole ? std::nullopt : std::optional<std::int64_t>{a.made.duration[t]});
        out.put(whole ? std::string_view{"parts"} : name_of(a.made.source[t]));
        out.put(day(p.deadline[t]));
        for (const auto* days : {&a.made.not_before, &p.must_start, &p.not_after})
            out.put(day((*days)[t]));
        for (const auto* estimates : {&p.optimistic, &p.pessimistic})
            out.put((*estimates)[t] < 0 ? std::nullopt
                                        : std::optional<std::int64_t>{(*estimates)[t]});
    }
    return out;
}

namespace {

// By the calendar of the last task that ends in a provisional year.
std::optional<finding> beyond_calendar(const ledger_schedule& a) {
    const plan& p = a.made.columns;
    const work_calendar* calendar = nullptr;
    civil_day last = a.through.times.as_of;
    for (std::uint32_t t = 0; t < a.result.tasks(); ++t) {
        const civil_day finish = a.result.at(t).finish;
        if (finish == no_day || finish <= last || !a.shows(t) || a.made.is_whole[t]) continue;
        const work_calendar* own = p.calendars[p.calendar[t]];
        if (!own->is_provisional(finish)) continue;
        last = finish;
        calendar = own;
    }
    if (calendar == nullptr) return std::nullopt;
    return beyond_known(*calendar, a.through.times.as_of, last);
}

}  // namespace

table answer_schedule_findings(const lens& through, const arguments& args) {
    const ledger_schedule a{through, args};
    table out = empty_table(question_kind::schedule_findings);
    const auto put = [&](std::string_view key, std::string_view task, std::string_view link,
                         std::string_view text) {
        out.put(key);
        out.put(present(task));
        out.put(present(link));
        out.put(text);
    };
    for (const std::uint32_t t : a.result.clamped_tasks())
        if (a.shows(t))
            put("schedule.before_start", a.code(t), "",
                "task " + a.code(t) + " would start before the first day of the scope, " +
                    to_text(a.made.columns.start) + "; it starts with it");
    for (const std::uint32_t t : a.result.blocking_suspended_tasks())
        if (a.shows(t))
            put("schedule.suspended", a.code(t), "",
                "task " + a.code(t) + " is suspended: what waits for it has no forecast");
    const auto may_see = [&](row_number t) { return through.may_see(entity_kind::task, t); };
    const state& record = through.record;
    for (const row_number i : a.made.let_go) {
        const link_record::statement& l = record.links[i].stated.at(through.times)->value;
        if (!may_see(l.after) || !may_see(l.task)) continue;
        const std::string &gone = record.tasks[l.after].code, &waits = record.tasks[l.task].code;
        put("schedule.cancelled", waits, record.links[i].code,
            "task " + waits + " waited for task " + gone + " by link " + record.links[i].code +
                "; that one is cancelled, and it waits no more");
    }
    for (const row_number t : a.made.contradict)
        if (may_see(t))
            put("schedule.progress", record.tasks[t].code, "",
                "task " + record.tasks[t].code +
                    " was accepted before it was done; what waits for it waits until it was done");
    for (const row_number t : a.made.without_estimates)
        if (may_see(t))
            put("schedule.estimates", record.tasks[t].code, "",
                "the duration of task " + record.tasks[t].code +
                    " does not lie between its estimates any more; they are not used");
    for (const std::uint32_t l : a.result.left_out_links())
        if (a.shows_link(l))
            put("schedule.cycle", "", a.link_code(l),
                "link " + a.link_code(l) + " from task " + a.code(a.made.columns.links[l].before) +
                    " to task " + a.code(a.made.columns.links[l].after) +
                    " stands in a cycle and is left out");
    if (a.made.links_from_outside > 0)
        put("schedule.outside", "", "",
            to_text(static_cast<long long>(a.made.links_from_outside)) +
                " links to or from tasks outside the scope are left out");
    if (const auto ends = beyond_calendar(a)) put(ends->key, "", "", ends->text);
    return out;
}

namespace {

// The days off of calendars. The steps of a chain ask for the same years over and over.
class days_off {
public:
    /// Those between, with their names: "2024-04-30 reunification; 2024-05-01 labour".
    std::string between(const work_calendar& calendar, civil_day after, civil_day before) {
        std::string text;
        if (after == no_day || before == no_day || before - after > 3660) return text;
        for (int year = after.year(); year <= before.year(); ++year)
            for (const auto& [day, told] : of(calendar, year)) {
                if (day <= after || day >= before) continue;
                if (!text.empty()) text += "; ";
                text += told;
            }
        return text;
    }

private:
    using told_days = std::vector<std::pair<civil_day, std::string>>;

    const told_days& of(const work_calendar& calendar, int year) {
        const auto [at, is_new] = years_.try_emplace({&calendar, year});
        if (!is_new) return at->second;
        for (const special_day& s : calendar.special_days(year)) {
            if (s.works) continue;
            std::string_view name = s.declared ? s.declared->name_vi : std::string_view{};
            if (name.empty() && s.rest) name = mandate::name_of(s.rest->which);
            std::string told = to_text(s.day);
            if (!name.empty()) told.append(" ").append(name);
            at->second.emplace_back(s.day, std::move(told));
        }
        return at->second;
    }

    std::map<std::pair<const work_calendar*, int>, told_days> years_;
};

}  // namespace

namespace {

// A step of a driving chain, in rows of the ledger.
struct told_step {
    row_number task;
    driver by;
    scheduled_task dates;
    row_number predecessor = no_row, link = no_row;
    scheduled_task dates_before{};
    const work_calendar* calendar = nullptr;  // of the task
    civil_day from = no_day;                  // without a link: the day that decides
    bool stands_on_deadline = false;          // nobody states how long it takes
};

// The latest of the days of its own, or of what it is part of, that hold a task back.
civil_day own_day(const lens& through, row_number task, civil_day until) {
    civil_day latest = no_day;
    const state& s = through.record;
    for (row_number t = task; t != no_row;) {
        if (const auto* told = s.tasks[t].life().work_plans.at(through.times))
            for (const auto& day : {told->value.not_before, told->value.must_start})
                if (day && *day <= until) latest = std::max(latest, *day);
        const auto* stated = s.tasks[t].stated.at(through.times);
        t = stated != nullptr ? stated->value.parent : no_row;
    }
    return latest;
}

void find_day(const lens& through, civil_day first, told_step& step) {
    step.from = step.dates.start;
    if (step.by == driver::scope_start) step.from = first;
    if (step.by == driver::status_day) step.from = through.times.as_of;
    if (step.by != driver::not_before) return;
    step.from = own_day(through, step.task, step.dates.start);
    step.stands_on_deadline = step.from == no_day ||
                              step.calendar->rolled(step.from, roll::following) != step.dates.start;
    if (step.stands_on_deadline) step.from = no_day;
}

std::vector<told_step> chain_kept(const lens& through, const head_schedule& kept, row_number task) {
    std::vector<told_step> all;
    for (const head_schedule::step& one : kept.driving_chain(task)) {
        told_step& s = all.emplace_back(told_step{one.task, one.by, kept.at(one.task)});
        s.calendar = &kept.own_calendar(one.task);
        find_day(through, kept.start(), s);
        s.predecessor = one.predecessor;
        if (one.link == no_row) continue;
        s.link = one.link;
        s.dates_before = kept.at(one.predecessor);
    }
    return all;
}

std::vector<told_step> chain_in_bulk(const ledger_schedule& a, const arguments& args) {
    const plan& p = a.made.columns;
    std::vector<told_step> all;
    for (const driving_step& one : a.result.driving_chain(p, a.asked_task(args))) {
        told_step& s =
            all.emplace_back(told_step{a.made.task[one.task], one.by, a.result.at(one.task)});
        s.calendar = p.calendars[p.calendar[one.task]];
        find_day(a.through, p.start, s);
        if (one.predecessor != no_task) s.predecessor = a.made.task[one.predecessor];
        if (one.link == no_task) continue;
        s.link = a.made.link[one.link];
        s.dates_before = a.result.at(one.predecessor);
    }
    return all;
}

}  // namespace

table answer_why_this_date(const lens& through, const arguments& args) {
    const state& record = through.record;
    const kept_task kept{through, args};
    std::optional<ledger_schedule> whole;
    const std::vector<told_step> chain = kept.dates != nullptr
                                             ? chain_kept(through, *kept.dates, kept.task)
                                             : chain_in_bulk(whole.emplace(through, args), args);
    const auto shows = [&](row_number t) { return through.may_see(entity_kind::task, t); };
    table out = empty_table(question_kind::why_this_date);
    days_off off;
    std::int64_t number = 0;
    bool follows_hidden_link = false;  // of a whole, by which a part is known as well
    for (const told_step& step : chain) {
        const std::optional<std::string_view> no_text;
        const std::optional<std::int64_t> no_number;
        if (follows_hidden_link || !shows(step.task)) {  // one entry for it and what lies behind
            out.put(++number);
            out.put(no_text), out.put(no_number), out.put(no_number);  // task, start, finish
            out.put("not_shown");
            out.put(no_text), out.put(no_text), out.put(no_text);    // predecessor, link, link_type
            out.put(no_number), out.put(no_text), out.put(no_text);  // lag, lag_unit, days_off
            break;
        }
        const scheduled_task& s = step.dates;
        out.put(++number);
        out.put(record.tasks[step.task].code);
        out.put(day(s.start));
        out.put(day(s.finish));
        out.put(step.stands_on_deadline ? "deadline" : name_of(step.by));
        // Days off that lie in the way: since what decides, and while it is worked on.
        const auto off_since = [&](civil_day day) {
            if (s.start == no_day) return std::string{};
            return off.between(*step.calendar, std::min(day, s.start - 1), s.finish);
        };
        follows_hidden_link = step.link != no_row && !through.may_see(entity_kind::link, step.link);
        const bool before_shown =
            step.predecessor != no_row && shows(step.predecessor) && !follows_hidden_link;
        if (step.link == no_row || !before_shown) {
            out.put(before_shown ? present(record.tasks[step.predecessor].code) : no_text);
            out.put(no_text), out.put(no_text), out.put(no_number), out.put(no_text);
            out.put(present(
                off_since(step.link != no_row || step.from == no_day ? s.start : step.from - 1)));
            continue;
        }
        const link_record::statement& d = record.links[step.link].stated.at(through.times)->value;
        const scheduled_task& before = step.dates_before;
        out.put(record.tasks[step.predecessor].code);
        out.put(record.links[step.link].code);
        out.put(choice_name(f::link_type, static_cast<std::int64_t>(d.type)));
        out.put(d.lag);
        out.put(choice_name(f::lag_unit, static_cast<std::int64_t>(d.unit)));
        out.put(present(off_since(from_finish(d.type) ? before.finish : before.start)));
    }
    return out;
}

namespace {

// By place: does the task wait for it? For itself, too.
std::vector<bool> waited_for_by(std::uint32_t task, const nested_links& nested) {
    std::vector<dependency> backwards;
    for (const dependency& d : nested.all()) backwards.push_back({d.after, d.before});
    const task_network network{nested.places(), backwards};
    std::vector<bool> reached(nested.places(), false);
    std::vector<std::uint32_t> open{nested.between({task, task}).before};
    reached[open.front()] = true;
    while (!open.empty()) {
        const std::uint32_t place = open.back();
        open.pop_back();
        for (const std::uint32_t next : network.successors(place))
            if (!reached[next]) {
                reached[next] = true;
                open.push_back(next);
            }
    }
    return reached;
}

}  // namespace

table answer_cycles(const lens& through, const arguments& args) {
    const ledger_plan made = plan_of(through, args);
    const auto task = [&](std::uint32_t t) -> const std::string& {
        return through.record.tasks[made.task[t]].code;
    };
    table out = empty_table(question_kind::cycles);
    std::int64_t number = 0;
    const nested_links nested{made.columns.parent, made.columns.links};
    std::optional<std::vector<bool>> waited_for;
    if (args.text(f::task)) {
        const std::uint32_t asked = made.number_of[asked_row(through, args, f::task)];
        if (asked == no_task) return out;  // what is in no schedule waits for nothing
        waited_for = waited_for_by(asked, nested);
    }
    for (const knot& k :
         find_knots(nested.places(), nested.all(), 100'000'000, nested.of_parts())) {
        if (waited_for && std::none_of(k.tasks.begin(), k.tasks.end(),
                                       [&](std::uint32_t place) { return (*waited_for)[place]; }))
            continue;
        std::set<std::uint32_t> tasks;
        for (const std::uint32_t place : k.tasks) tasks.insert(nested.task(place));
        const bool shown = std::all_of(tasks.begin(), tasks.end(), [&](std::uint32_t t) {
            return through.may_see(entity_kind::task, made.task[t]);
        });
        if (!shown) continue;  // a ring with a gap would say what is in the gap
        ++number;
        std::int64_t position = 0;
        const auto put = [&](std::string_view part, std::uint32_t step) {
            if (step < nested.of_parts()) return;  // between a task and its part there is no link
            const std::size_t link = step - nested.of_parts();
            const dependency& d = made.columns.links[link];
            out.put(number);
            out.put(static_cast<std::int64_t>(tasks.size()));
            out.put(part);
            out.put(++position);
            out.put(task(d.before));
            out.put(through.record.links[made.link[link]].code);
            out.put(task(d.after));
            out.put(k.truncated ? 1 : 0);
        };
        for (const std::uint32_t step : k.shortest.links) put("shortest", step);
        position = 0;
        for (const std::uint32_t step : k.opening_links) put("opening", step);
    }
    return out;
}

}  // namespace mandate
