// Questions about agencies that wait for each other, and when all will be done.

#include "graph/bit_rows.hpp"
#include "mandate/base/error.hpp"
#include "mandate/graph/agency_network.hpp"
#include "mandate/graph/forecast.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/task_facts.hpp"
#include "review/coordination.hpp"
#include "review/ledger_schedule.hpp"
#include "review/question_parts.hpp"
#include "review/schedule_questions.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;

wait_selection selection_of(const arguments& args) {
    wait_selection s;
    s.which = static_cast<wait_selection::counted>(args.integer(f::counted_links).value_or(1) - 1);
    s.at_least = static_cast<std::uint32_t>(args.integer(f::at_least).value_or(1));
    return s;
}

const std::string& agency_code(const ledger_schedule& a, std::uint32_t agency) {
    return a.through.record.agencies[agency].code;
}

std::optional<std::int64_t> day(civil_day d) {
    if (d == no_day) return std::nullopt;
    return d.since_epoch();
}

// Tasks that the viewer may not see belong to no agency: they move dates, and are in no figure.
plan shown_plan(const ledger_schedule& a) {
    plan p = a.made.columns;
    for (std::uint32_t t = 0; t < p.agency.size(); ++t)
        if (!a.shows(t)) p.agency[t] = no_task;
    return p;
}

}  // namespace

table answer_agency_pairs(const lens& through, const arguments& args) {
    const ledger_schedule a{through, args};
    const plan shown = shown_plan(a);
    const agency_network network{shown, a.result, a.made.awaits_acceptance};
    auto links = network.links_of_pairs(wait_selection::counted::open_waits);
    const bool selected = args.integer(f::counted_links) || args.integer(f::at_least);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (!selected || selection_of(args).takes(network.pairs()[i])) rows.push_back(i);
    // Most days first.
    std::sort(rows.begin(), rows.end(), [&](std::size_t x, std::size_t y) {
        const agency_pair &p = network.pairs()[x], &q = network.pairs()[y];
        if (p.days_waited != q.days_waited) return p.days_waited > q.days_waited;
        if (p.open_waits != q.open_waits) return p.open_waits > q.open_waits;
        if (p.before != q.before) return agency_code(a, p.before) < agency_code(a, q.before);
        return agency_code(a, p.after) < agency_code(a, q.after);
    });
    table out = empty_table(question_kind::agency_pairs);
    for (const std::size_t row : page(std::move(rows), args)) {
        const agency_pair& p = network.pairs()[row];
        out.put(agency_code(a, p.before));
        out.put(agency_code(a, p.after));
        out.put(p.hand_offs);
        out.put(p.open_waits);
        out.put(p.binding);
        out.put(p.days_waited);
        std::sort(links[row].begin(), links[row].end(), [&](std::uint32_t x, std::uint32_t y) {
            return a.link_code(x) < a.link_code(y);
        });
        std::string codes;
        for (const std::uint32_t link : links[row])
            codes += (codes.empty() ? "" : " ") + a.link_code(link);
        out.put(present(codes));
    }
    return out;
}

table answer_bottlenecks(const lens& through, const arguments& args) {
    const ledger_schedule a{through, args};
    const plan shown = shown_plan(a);
    const agency_network network{shown, a.result, a.made.awaits_acceptance};
    std::vector<bottleneck> all = network.bottlenecks(selection_of(args));
    std::sort(all.begin(), all.end(), [&](const bottleneck& x, const bottleneck& y) {
        if (ranks_before(x, y) || ranks_before(y, x)) return ranks_before(x, y);
        return agency_code(a, x.agency) < agency_code(a, y.agency);
    });
    table out = empty_table(question_kind::bottlenecks);
    for (const bottleneck& b : page(std::move(all), args)) {
        const named name = through.agency(b.agency);
        out.put(agency_code(a, b.agency));
        out.put(name.name.vi);
        out.put(present(name.name.en));
        out.put(present(name.name.tr));
        out.put(b.open_waits);
        out.put(b.tasks);
        out.put(b.days);
        out.put(in_thousandths(b));
    }
    return out;
}

namespace {

/// What makes one agency wait for another: a link, or an opinion or own part that is not answered.
struct told_wait {
    std::optional<std::uint32_t> link;
    const coordination_case* asked = nullptr;  ///< where there is no link
};
/// By (who is waited for, who waits), in rows of the ledger.
using waits_of_pairs =
    std::map<std::pair<row_number, row_number>, std::vector<told_wait>, std::less<>>;

/// The agencies of each group, each of which waits for every other one, by row; the groups by the
/// first code in each.
std::vector<std::vector<row_number>> groups_of(const state& s, const waits_of_pairs& waits) {
    std::vector<row_number> agencies;
    for (const auto& one : waits) {
        agencies.push_back(one.first.first);
        agencies.push_back(one.first.second);
    }
    std::sort(agencies.begin(), agencies.end());
    agencies.erase(std::unique(agencies.begin(), agencies.end()), agencies.end());
    const auto place = [&](row_number agency) {
        return static_cast<std::uint32_t>(
            std::lower_bound(agencies.begin(), agencies.end(), agency) - agencies.begin());
    };
    std::vector<bit_rows::arrow> arrows;  // ascending, as the pairs are
    for (const auto& one : waits)
        arrows.emplace_back(place(one.first.first), place(one.first.second));
    const bit_rows along{static_cast<std::uint32_t>(agencies.size()), arrows};
    const std::vector<std::uint32_t> component = strong_components(along, along.turned());
    std::vector<std::vector<row_number>> groups(agencies.size());
    for (std::size_t i = 0; i < agencies.size(); ++i) groups[component[i]].push_back(agencies[i]);
    std::erase_if(groups, [](const auto& one) { return one.size() < 2; });
    const auto first_code = [&](const std::vector<row_number>& group) {
        std::string_view first = s.agencies[group.front()].code;
        for (const row_number a : group)
            first = std::min(first, std::string_view{s.agencies[a].code});
        return first;
    };
    std::sort(groups.begin(), groups.end(),
              [&](const auto& a, const auto& b) { return first_code(a) < first_code(b); });
    return groups;
}

}  // namespace

table answer_mutual_waiting(const lens& through, const arguments& args) {
    const ledger_schedule a{through, args};
    const plan p = shown_plan(a);
    const wait_selection selection = selection_of(args);
    waits_of_pairs waits;
    const agency_network network{p, a.result, a.made.awaits_acceptance};
    const auto links = network.links_of_pairs(selection.which);
    for (std::size_t i = 0; i < links.size(); ++i)
        for (const std::uint32_t link : links[i])
            waits[{network.pairs()[i].before, network.pairs()[i].after}].push_back({link});
    // An opinion decides no date of the schedule.
    std::vector<coordination_case> cases;
    if (selection.which != wait_selection::counted::binding)
        cases = coordination_of(through, period::of(period_kind::month, through.times.as_of)).cases;
    const bool scoped = args.text(f::document).has_value();
    for (const coordination_case& one : cases) {
        const bool in_scope = !scoped || a.made.number_of[one.task] != no_task;
        if (one.kind != case_kind::hand_off && one.is_waiting() && in_scope)
            waits[{one.asked, one.asking}].push_back({std::nullopt, &one});
    }
    std::erase_if(waits, [&](const auto& one) { return one.second.size() < selection.at_least; });

    const state& s = through.record;
    table out = empty_table(question_kind::mutual_waiting);
    std::int64_t group = 0;
    for (const std::vector<row_number>& agencies : groups_of(s, waits)) {
        ++group;
        std::vector<told_wait> made_by;
        for (const auto& [pair, all] : waits)
            if (std::binary_search(agencies.begin(), agencies.end(), pair.first) &&
                std::binary_search(agencies.begin(), agencies.end(), pair.second))
                made_by.insert(made_by.end(), all.begin(), all.end());
        // Links first, by code; then what was asked first.
        std::sort(made_by.begin(), made_by.end(), [&](const told_wait& x, const told_wait& y) {
            if (x.link && y.link) return a.link_code(*x.link) < a.link_code(*y.link);
            if (x.link || y.link) return x.link.has_value();
            const auto key = [&](const coordination_case& one) {
                return std::tuple{one.since, std::string_view{one.code},
                                  std::string_view{s.agencies[one.asked].code},
                                  std::string_view{s.agencies[one.asking].code}};
            };
            return key(*x.asked) < key(*y.asked);
        });
        for (const auto& [link, asked] : made_by) {
            out.put(group);
            out.put(static_cast<std::int64_t>(agencies.size()));
            if (link) {
                const dependency& d = p.links[*link];
                out.put(agency_code(a, p.agency[d.before]));
                out.put(a.code(d.before));
                out.put(agency_code(a, p.agency[d.after]));
                out.put(a.code(d.after));
                out.put(a.link_code(*link));
                out.put(name_of(case_kind::hand_off));
                out.put(a.link_code(*link));
                out.put(std::optional<std::int64_t>{});
                continue;
            }
            out.put(s.agencies[asked->asked].code);
            out.put(std::optional<std::string_view>{});
            out.put(s.agencies[asked->asking].code);
            out.put(s.tasks[asked->task].code);
            out.put(std::optional<std::string_view>{});
            out.put(name_of(asked->kind));
            out.put(asked->code);
            out.put(number(asked->due));
        }
    }
    return out;
}

namespace {

struct told_move {
    row_number task;
    std::int32_t days;
    civil_day start;  ///< without the delay
};

std::vector<told_move> moves_kept(const kept_task& kept, std::int32_t days) {
    std::vector<told_move> all;
    for (const moved_task& m : kept.dates->moved_by_delay(kept.task, days))
        all.push_back({m.task, m.days, kept.dates->at(m.task).start});
    return all;
}

std::vector<told_move> moves_in_bulk(const lens& through, const arguments& args,
                                     std::int32_t days) {
    const ledger_schedule a{through, args};
    const plan& p = a.made.columns;
    const std::uint32_t late = a.asked_task(args);
    std::vector<told_move> all;
    for (const moved_task& m : naming_tasks(
             through, a.made, [&] { return moved_by_delay(p, a.policy, a.result, late, days); }))
        all.push_back({a.made.task[m.task], m.days, a.result.at(m.task).start});
    return all;
}

}  // namespace

table answer_delay_impact(const lens& through, const arguments& args) {
    const state& record = through.record;
    const kept_task kept{through, args};
    const auto days = static_cast<std::int32_t>(*args.integer(f::delay));
    std::optional<std::vector<told_move>> moved;
    if (kept.dates != nullptr) try {
            moved = moves_kept(kept, days);
        } catch (const error&) {  // computed in bulk, it names the task
        }
    if (!moved) moved = moves_in_bulk(through, args, days);
    // Whose task it is stays untold where the viewer may not see it.
    const auto lead_of = [&](row_number t) {
        const task_facts facts =
            facts_of(record, record.tasks[t], through.times.as_of, through.times);
        return facts.leads->empty() || !through.may_see(entity_kind::task, t)
                   ? no_row
                   : facts.leads->front();
    };
    const row_number late = lead_of(asked_row(through, args, f::task));
    table out = empty_table(question_kind::delay_impact);
    for (const told_move& m : *moved) {
        const row_number lead = lead_of(m.task);
        if (lead == late || !through.may_see(entity_kind::task, m.task)) continue;
        out.put(record.tasks[m.task].code);
        out.put(lead == no_row ? std::nullopt : present(record.agencies[lead].code));
        out.put(m.days);
        out.put(day(m.start));
    }
    return out;
}

std::unique_ptr<forecast> start_forecast(const lens& through, const arguments& args) {
    ledger_plan made = plan_of(through, args);
    // Nothing is drawn of work of which nobody states how long it takes (decision 77).
    for (std::uint32_t t = 0; t < made.ends_on_deadline.size(); ++t)
        if (made.ends_on_deadline[t] != 0)
            made.columns.optimistic[t] = made.columns.pessimistic[t] = made.columns.duration[t];
    forecast_options options;
    options.runs = static_cast<std::uint32_t>(args.integer(f::runs).value_or(options.runs));
    options.seed = static_cast<std::uint64_t>(args.integer(f::seed).value_or(1));
    options.threads = static_cast<unsigned>(args.integer(f::threads).value_or(1));
    options.optimistic_percent = static_cast<std::int32_t>(
        args.integer(f::optimistic_percent).value_or(options.optimistic_percent));
    options.pessimistic_percent = static_cast<std::int32_t>(
        args.integer(f::pessimistic_percent).value_or(options.pessimistic_percent));
    options.due = args.day(f::due);
    return naming_tasks(through, made, [&] {
        return std::make_unique<forecast>(made.columns, policy_of(args), options);
    });
}

table answer_forecast(const lens& through, const arguments& args) {
    const std::unique_ptr<forecast> lots = start_forecast(through, args);
    while (lots->wait(60'000) < lots->runs()) {
    }
    const forecast_result r = lots->result();
    table out = empty_table(question_kind::forecast);
    out.put(r.runs);
    out.put(r.on_time ? std::optional<std::int64_t>{*r.on_time} : std::nullopt);
    out.put(day(r.p50));
    out.put(day(r.p80));
    out.put(r.p50_days);
    out.put(r.p80_days);
    out.put(day(r.first));
    out.put(day(r.last));
    out.put(day(r.by_progress));
    return out;
}

}  // namespace mandate
