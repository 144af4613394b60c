#include "model/extension_rules.hpp"

#include "model/handed_over.hpp"
#include "model/place.hpp"
#include "model/refusal.hpp"

#include <algorithm>
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

// The first deadline with a day: of the assignment, or set afterwards; of what was withdrawn, that
// of the assignment.
const deadline* first_of(const state& s, const task_record& t) {
    const deadline* first = nullptr;
    t.deadline.each(head_view(s), [&](const auto& d) {
        if (first == nullptr && d.value.day) first = &d;
    });
    if (first == nullptr && t.stated.at(head_view(s)) == nullptr)
        for (const auto& d : t.deadline.all())
            if (d.value.original && d.value.day) first = &d;
    return first;
}

// From which day it is counted how far the deadline was put off: the first that was stated at that
// place. What was corrected while no row bound it was free; what a row bound does not move it.
civil_day counted_from(const state& s, const task_record& t, const deadline& first) {
    std::vector<const deadline*> said;
    for (const auto& d : t.deadline.all())
        if (d.place == first.place && d.value.day) said.push_back(&d);
    std::ranges::sort(said, {}, [](const deadline* d) { return d->seq; });
    const std::vector<row_number> assigners = assigners_of(t);
    civil_day from = *said.front()->value.day;
    for (const deadline* d : said) {
        bool bound = false;
        each_row(s, d->seq - 1, assigners, [&](const auto&) { bound = true; });
        if (!bound) from = *d->value.day;
    }
    return from;
}

}  // namespace

std::optional<civil_day> deadline_stated(const command& c) {
    return c.has(f::standing_from) ? std::nullopt : c.day(f::deadline);
}

void judge_first_deadline(const state& s, const command& c, row_number task,
                          const std::optional<civil_day>& to) {
    const task_record& t = s.tasks[task];
    const deadline* first = first_of(s, t);
    if (first == nullptr || (c.has(f::standing_from) && first->value.standing_from)) return;
    const civil_day from = counted_from(s, t, *first);
    if (to && (*to <= from || (first->corrected_by == 0 && *to <= *first->value.day))) return;
    const std::vector<row_number> assigners = assigners_of(t);
    bool any_row = false, allowed = false;
    each_row(s, s.revision(), assigners, [&](const auto& row) {
        any_row = true;
        allowed |= to && row.most_times > 0 && *to - from <= row.most_days &&
                   (row.decided_by == no_row || is_among(row.decided_by, assigners));
    });
    if (any_row && !allowed)
        refuse(c, "extension_limit",
               "task " + t.code + " was first due on " + to_text(from) +
                   "; no row of the table of extensions allows " +
                   (to ? to_text(*to) : "a deadline without a day") +
                   ", and a correction does not go further");
}

void judge_extension(const state& s, row_number task, const command& c) {
    const task_record& t = s.tasks[task];
    const auto to = deadline_stated(c);  // without one: put off for good
    const standing here = place_of(s, c);
    const deadline* first = first_of(s, t);
    if (first == nullptr) return;
    if (first->place == here.place) return judge_first_deadline(s, c, task, to);
    const auto agency = c.text(f::decided_by);
    const row_number decided_by =
        agency ? *s.find(entity_kind::agency, *agency) : assigner_of(s, task, head_view(s));
    int times = 0;
    // The last deadline that had a day: "soon" in between does not make the next one the first.
    const deadline* before = nullptr;
    bool stands = false;
    t.deadline.each(head_view(s), [&](const auto& d) {
        if (d.seq == here.seq || !is_before(d, here)) return;
        stands = d.value.standing_from.has_value();
        if (!d.value.day) return;
        if (before && *d.value.day > *before->value.day && !d.value.original) ++times;
        before = &d;
    });
    if (before == nullptr || stands || (to && *to <= *before->value.day)) return;
    const civil_day from = std::min(*first->value.day, counted_from(s, t, *first));
    const auto* told = t.stated.at(head_view(s));
    const row_number assigner = told != nullptr ? told->value.assigner : no_row;
    bool any_row = false, allowed = false;
    each_row(s, s.revision(), {assigner}, [&](const auto& row) {
        any_row = true;
        allowed |= to && (row.decided_by == no_row || row.decided_by == decided_by) &&
                   times < row.most_times && *to - from <= row.most_days;
    });
    if (any_row && !allowed)
        refuse(c, "extension_limit",
               "task " + t.code + " was put off " + std::to_string(times) +
                   " times; no row of the table of extensions allows " +
                   (to ? to_text(*to) : "a deadline without a day"),
               "deadline");
}

}  // namespace mandate
