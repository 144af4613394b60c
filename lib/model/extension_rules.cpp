#include "model/extension_rules.hpp"

#include "model/handed_over.hpp"
#include "model/place.hpp"
#include "model/refusal.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace mandate {
namespace {

using f = field;
using deadline = version<task_record::due>;

// Who ever assigned the task: a correction of that does not free it from the rows for the other.
std::vector<row_number> assigners_of(const task_record& t) {
    std::vector<row_number> all;
    for (const auto& told : t.stated.all()) all.push_back(told.value.assigner);
    return all;
}

bool is_among(row_number agency, const std::vector<row_number>& all) {
    return std::ranges::count(all, agency) > 0;
}

// Calls take(row) for the rows of the table, as known, that are for tasks of these assigners.
template <class Take>
void each_row(const state& s, seq_number known, const std::vector<row_number>& assigners,
              Take&& take) {
    if (s.policies.size() == 0) return;
    s.policies[0].extension_limits.each({last_day, known}, [&](const auto& limit) {
        if (limit.value.assigner == no_row || is_among(limit.value.assigner, assigners))
            take(limit.value);
    });
}

bool is_bound(const state& s, const task_record& t, seq_number known) {
    bool bound = false;
    each_row(s, known, assigners_of(t), [&](const auto&) { bound = true; });
    return bound;
}

// Whether there is a row for tasks of these assigners, and none of them allows it.
template <class Allows>
bool is_forbidden(const state& s, const std::vector<row_number>& assigners, Allows&& allows) {
    bool any_row = false, allowed = false;
    each_row(s, s.revision(), assigners, [&](const auto& row) {
        any_row = true;
        allowed = allowed || allows(row);
    });
    return any_row && !allowed;
}

std::string day_text(const std::optional<civil_day>& to) {
    return to ? to_text(*to) : "a deadline without a day";
}

// From which day it is counted how far the deadline was put off: the first that was recorded, also
// where it was withdrawn. What was corrected or withdrawn while no row bound it does not count, nor
// the day of an agency's instance that is gone: made again, that is work given anew.
std::optional<civil_day> counted_from(const state& s, const task_record& t) {
    std::map<seq_number, std::vector<const deadline*>> by_place;
    for (const auto& d : t.deadline.all())
        if (d.value.day) by_place[d.place].push_back(&d);
    std::vector<std::vector<const deadline*>> chains;
    for (auto& [place, chain] : by_place) {
        std::ranges::sort(chain, {}, &deadline::seq);
        chains.push_back(std::move(chain));
    }
    std::ranges::sort(chains, {}, [](const auto& chain) { return chain.front()->seq; });
    const bool of_agency = std::ranges::any_of(
        t.stated.all(), [](const auto& told) { return told.value.more().instance_for != no_row; });
    for (const auto& chain : chains) {
        if (of_agency && chain.back()->corrected_by != 0) continue;
        for (const deadline* d : chain)
            if (d->corrected_by == 0 || is_bound(s, t, d->corrected_by - 1)) return d->value.day;
    }
    return std::nullopt;
}

// Whether the command only says in other words what stands at its place, or an earlier day.
bool puts_nothing_off(const state& s, const task_record& t, const command& c,
                      const std::optional<civil_day>& to) {
    if (c.corrects == 0) return false;
    const seq_number place = s.events[static_cast<std::size_t>(c.corrects - 1)].place;
    bool same = false;
    t.deadline.each(head_view(s), [&](const auto& d) {
        if (d.place != place) return;
        if (c.has(f::standing_from) || d.value.standing_from)
            same = c.has(f::standing_from) == d.value.standing_from.has_value();
        else
            same = to ? d.value.day && *to <= *d.value.day : !d.value.day;
    });
    return same;
}

}  // namespace

std::optional<civil_day> deadline_stated(const command& c) {
    return c.has(f::standing_from) ? std::nullopt : c.day(f::deadline);
}

void judge_first_deadline(const state& s, const command& c, row_number task,
                          const std::optional<civil_day>& to) {
    const task_record& t = s.tasks[task];
    if (!is_bound(s, t, s.revision()) || puts_nothing_off(s, t, c, to)) return;
    const auto from = counted_from(s, t);
    if (!from || (to && *to <= *from)) return;
    const std::vector<row_number> assigners = assigners_of(t);
    if (is_forbidden(s, assigners, [&](const auto& row) {
            return to && row.most_times > 0 && *to - *from <= row.most_days &&
                   (row.decided_by == no_row || is_among(row.decided_by, assigners));
        }))
        refuse(c, "extension_limit",
               "task " + t.code + " was first due on " + to_text(*from) +
                   "; no row of the table of extensions allows " + day_text(to) +
                   ", and stating it another time does not go further");
}

void judge_extension(const state& s, row_number task, const command& c, bool stood) {
    const task_record& t = s.tasks[task];
    const auto to = deadline_stated(c);  // without one: put off for good
    if (!is_bound(s, t, s.revision()) || (!stood && puts_nothing_off(s, t, c, to))) return;
    const standing here = place_of(s, c);
    const auto agency = c.text(f::decided_by);
    const row_number decided_by =
        agency ? *s.find(entity_kind::agency, *agency) : assigner_of(s, task, head_view(s));
    int times = 0;
    // The last deadline that had a day: "soon" in between does not make the next one the first.
    const deadline *first = nullptr, *before = nullptr;
    bool stands = false;
    t.deadline.each(head_view(s), [&](const auto& d) {
        if (d.seq == here.seq || !is_before(d, here)) return;
        stands = d.value.standing_from.has_value();
        if (!d.value.day) return;
        if (before && *d.value.day > *before->value.day && !d.value.original) ++times;
        before = &d;
        if (first == nullptr) first = &d;
    });
    if (before == nullptr) return judge_first_deadline(s, c, task, to);
    if (stands || (to && *to <= *before->value.day)) return;
    const civil_day from = std::min(*first->value.day, counted_from(s, t).value_or(last_day));
    const auto* told = t.stated.at(head_view(s));
    const row_number assigner = told != nullptr ? told->value.assigner : no_row;
    if (is_forbidden(s, {assigner}, [&](const auto& row) {
            return to && times < row.most_times && *to - from <= row.most_days &&
                   (row.decided_by == no_row || row.decided_by == decided_by);
        }))
        refuse(c, "extension_limit",
               "task " + t.code + " was put off " + std::to_string(times) +
                   " times; no row of the table of extensions allows " + day_text(to),
               "deadline");
}

}  // namespace mandate
