#include "review/programme_matters.hpp"

#include "model/handed_over.hpp"

#include <algorithm>

namespace mandate {

std::string_view name_of(item_state s) noexcept {
    switch (s) {
        case item_state::planned:
            return "planned";
        case item_state::postponed:
            return "postponed";
        case item_state::withdrawn:
            return "withdrawn";
        case item_state::considered:
            return "considered";
        case item_state::done:
            return "done";
        case item_state::overdue:
            return "overdue";
    }
    return "";
}

namespace {

// Its state, from all the rest.
void judge(planned_item& i, const counted_by_parts& wholes) {
    const auto state_of = [&] {
        if (i.withdrawn != nullptr) return item_state::withdrawn;
        if (i.considered != nullptr) return item_state::considered;
        const row_number task = i.told->value.task;
        std::optional<civil_day> handed_in;
        if (task != no_row) {
            const task_facts facts = wholes.judged(task);
            if (facts.finished_on) return item_state::done;
            if (is_open(facts.its_class)) handed_in = facts.handed_in_on;
        }
        if (i.due() < handed_in.value_or(wholes.day())) return item_state::overdue;
        if (i.due() < wholes.day()) i.waits_since = handed_in;
        return i.times_postponed > 0 ? item_state::postponed : item_state::planned;
    };
    i.state = state_of();
}

// All but its state.
std::optional<planned_item> item_on(const lens& through, row_number row) {
    const state& s = through.record;
    const item_record& record = s.items[row];
    const view& at = through.times;
    const auto* told = record.stated.at(at);
    if (told == nullptr) return std::nullopt;
    const auto* programme = s.programmes[told->value.programme].stated.at({last_day, at.known});
    if (programme == nullptr) return std::nullopt;
    planned_item out{row, told, programme, nullptr, nullptr};
    record.planned.each(at, [&](const auto& p) {
        if (p.value.original) out.first = &p.value;
        out.current = &p.value;
        out.times_postponed += p.value.original ? 0 : 1;
    });
    out.leads = doers_of_item(s, row, at);
    if (told->value.leads.empty() && out.leads == std::vector{programme->value.agency})
        out.leads.clear();
    if (const auto* gone = record.withdrawn.at(at)) out.withdrawn = &gone->value;
    out.considered = record.considered.at(at);
    record.received.each(at, [&](const auto& papers) {
        if (!out.papers_on) out.papers_on = papers.effective_on;  // in order of days
    });
    // Postponing keeps the day of the papers unless it states another.
    std::optional<civil_day> due;
    record.planned.each(at, [&](const auto& p) {
        if (p.value.papers_due) due = p.value.papers_due;
    });
    if (due && out.withdrawn == nullptr) {
        if (out.papers_on)
            out.papers_in_time = *out.papers_on <= *due;
        else if (*due < at.as_of)
            out.papers_in_time = false;
    }
    out.added = told->effective_on > programme->effective_on;
    return out;
}

}  // namespace

std::vector<planned_item> items_of_programmes(const lens& through, const counted_by_parts& wholes) {
    std::vector<planned_item> all;
    for (row_number i = 0; i < through.record.items.size(); ++i)
        if (through.may_see(entity_kind::item, i))
            if (auto one = item_on(through, i)) {
                judge(*one, wholes);
                all.push_back(*one);
            }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.told->value.programme < b.told->value.programme;
    });
    return all;
}

std::optional<item_plan> plan_of_item(const lens& through, row_number item) {
    const auto plan = item_on(through, item);
    if (!plan || plan->withdrawn != nullptr) return std::nullopt;
    return item_plan{plan->told->value.task, plan->time_of(*plan->current),
                     plan->programme->value.span};
}

plans_by_items planned_by_items(const lens& through, const period& of,
                                const std::optional<period>& next) {
    const std::size_t tasks = through.record.tasks.size();
    plans_by_items all{std::vector<bool>(tasks), std::vector<bool>(tasks),
                       std::vector<bool>(tasks)};
    for (row_number i = 0; i < through.record.items.size(); ++i) {
        const auto plan = plan_of_item(through, i);
        if (!plan || !through.may_see(entity_kind::item, i)) continue;
        const bool in_period = of.contains(plan->span.last());
        all.any_in_period |= in_period;
        if (plan->task == no_row) continue;
        if (plan->is_in_programme_of(of)) all.in_programme[plan->task] = true;
        if (in_period) all.in_period[plan->task] = true;
        if (next && next->contains(plan->span.last())) all.in_next[plan->task] = true;
    }
    return all;
}

}  // namespace mandate
