#include "review/programme_matters.hpp"

#include "mandate/model/task_class.hpp"
#include "model/task_facts.hpp"

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

bool is_task_done(const lens& through, row_number task) {
    if (task == no_row) return false;
    const state& s = through.record;
    return facts_of(s, s.tasks[task], through.times.as_of, through.times).finished_on.has_value();
}

item_state state_of(const lens& through, const planned_item& i) {
    if (i.withdrawn != nullptr) return item_state::withdrawn;
    if (i.considered != nullptr) return item_state::considered;
    if (is_task_done(through, i.told->value.task)) return item_state::done;
    // Without a month of its own it is due by the end of the programme.
    const period& span = i.current->span ? *i.current->span : i.programme->value.span;
    if (span.last() < through.times.as_of) return item_state::overdue;
    return i.times_postponed > 0 ? item_state::postponed : item_state::planned;
}

std::optional<planned_item> item_on(const lens& through, row_number row) {
    const state& s = through.record;
    const item_record& record = s.items[row];
    const view& at = through.times;
    const auto* told = record.stated.at(at);
    if (told == nullptr) return std::nullopt;
    const auto* programme = s.programmes[told->value.programme].stated.at({last_day, at.known});
    if (programme == nullptr) return std::nullopt;
    planned_item out{row, told, programme, nullptr, nullptr, nullptr, nullptr, {}, {}, {}};
    record.planned.each(at, [&](const auto& p) {
        if (p.value.original) out.first = &p.value;
        out.current = &p.value;
        out.times_postponed += p.value.original ? 0 : 1;
    });
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
    out.state = state_of(through, out);
    return out;
}

}  // namespace

std::vector<planned_item> items_of_programmes(const lens& through) {
    std::vector<planned_item> all;
    for (row_number i = 0; i < through.record.items.size(); ++i)
        if (through.may_see(entity_kind::item, i))
            if (auto one = item_on(through, i)) all.push_back(*one);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.told->value.programme < b.told->value.programme;
    });
    return all;
}

std::vector<bool> planned_by_items(const lens& through, const period& p) {
    std::vector<bool> planned(through.record.tasks.size());
    for (row_number i = 0; i < through.record.items.size(); ++i) {
        const auto item = item_on(through, i);
        if (!item || item->withdrawn != nullptr || item->told->value.task == no_row) continue;
        if (item->current->span && p.contains(item->current->span->last()))
            planned[item->told->value.task] = true;
    }
    return planned;
}

}  // namespace mandate
