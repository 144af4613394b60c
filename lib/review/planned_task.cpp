#include "review/planned_task.hpp"

#include "model/part_in_task.hpp"
#include "model/pending.hpp"

#include <algorithm>
#include <utility>

namespace mandate {

std::uint32_t plan_calendars::of(const lens& through, row_number agency) {
    if (all_.empty()) {
        take(through.calendar());
        const state& s = through.record;
        for (std::size_t i = 0; i < s.work_calendars.size(); ++i)
            number_.try_emplace(s.work_calendars[i].agency, no_row);
        for (std::size_t i = 0; i < s.day_facts.size(); ++i)
            for (const auto& told : s.day_facts[i].stated.all())
                number_.try_emplace(told.value.agency, no_row);
        number_.erase(no_row);
    }
    const auto known = number_.find(agency);
    if (known == number_.end()) return 0;
    if (known->second == no_row) known->second = take(through.calendar_of(agency));
    return known->second;
}

std::uint32_t plan_calendars::take(work_calendar calendar) {
    for (std::size_t i = 0; i < all_.size(); ++i)
        if (all_[i]->same_days(calendar)) return static_cast<std::uint32_t>(i);
    all_.push_back(std::make_shared<const work_calendar>(std::move(calendar)));
    return static_cast<std::uint32_t>(all_.size() - 1);
}

namespace {

// Work that was handed in waits for the answer: forecast for the day asked for.
void read_progress(const view& times, const task_record& t, const task_facts& facts,
                   planned_task& out) {
    task_progress& p = out.progress;
    const auto begin = [&](civil_day day) {
        if (p.started == no_day || day < p.started) p.started = day;
    };
    std::pair<civil_day, seq_number> told{no_day, 0};
    // A share of what nobody states the length of says nothing of days.
    const auto left_at = [&](int percent) {
        return out.source == duration_source::span ? -1
                                                   : (out.duration * (100 - percent) + 99) / 100;
    };
    each_report_of_task(t, times, [&](const auto& r) {
        begin(r.effective_on);
        if (r.value.percent) p.remaining = left_at(*r.value.percent);
        if (r.value.remaining) p.remaining = *r.value.remaining;
        told = {r.effective_on, r.place};
    });
    // What was found counts, not what was reported before.
    t.life().verifications.each(times, [&](const auto& v) {
        if (v.value.percent && std::pair{v.effective_on, v.place} > told)
            p.remaining = left_at(*v.value.percent);
    });
    t.life().submissions.each(times, [&](const auto& s) { begin(s.effective_on); });
    t.life().completions.each(times, [&](const auto& c) {
        if (!stands(t, c, times)) begin(c.effective_on);  // not confirmed, but begun
    });
    if (facts.finished_on) {
        p.finished = *facts.finished_on;
        if (facts.accepted != nullptr)
            t.life().decisions.each(times, [&](const auto& d) {
                if (d.value.accepted) p.released = d.effective_on;
            });
    } else if (facts.awaiting_acceptance) {
        p.finished = facts.submitted->effective_on;
        p.released = std::max(p.finished, times.as_of);
        out.awaits_acceptance = true;
    }
    // The document that made it done may be of a later day than the acceptance.
    if (p.released != no_day && p.released < p.finished) {
        p.released = p.finished;
        out.progress_contradicts = true;
    }
    if (p.finished != no_day && p.started != no_day) p.started = std::min(p.started, p.finished);
}

// Where nobody states how long it takes, it ends on its deadline (lib/README.md, decision 77):
// begun, what lies between the day asked for and that is left; not begun, it stands on the deadline
// itself, so that what it waits for moves it only beyond that. A day of it is left once it has
// passed.
void end_on_deadline(const view& times, const work_calendar& calendar, planned_task& out) {
    const auto left_from = [&](civil_day day) {
        return std::clamp(calendar.count(day - 1, out.deadline), 1, 60'000);
    };
    out.ends_on_deadline = out.progress.started == no_day || out.progress.remaining < 0;
    if (out.progress.started != no_day) {
        if (out.ends_on_deadline) out.progress.remaining = left_from(times.as_of);
    } else if (out.must_start != no_day) {
        out.left = left_from(std::max(times.as_of, out.must_start));
    } else {
        out.left = 1;
        out.stands_on = calendar.rolled(out.deadline, roll::preceding);
    }
}

}  // namespace

bool is_planned(const task_facts& facts) {
    return facts.stated != nullptr && facts.its_class != task_class::cancelled &&
           facts.its_class != task_class::standing;
}

planned_task planned(const lens& through, row_number task, const task_facts& facts,
                     plan_calendars& calendars, std::int32_t default_duration) {
    planned_task out;
    if (facts.stated == nullptr) return out;
    out.parent = facts.stated->value.parent;
    if (!is_planned(facts)) return out;
    out.planned = true;
    out.suspended = facts.its_class == task_class::suspended;
    out.lead = facts.leads->empty() ? no_row : facts.leads->front();
    out.calendar = calendars.of(through, out.lead);
    out.assigned = facts.stated->effective_on;
    const auto& deadline = facts.current->day;
    out.deadline = deadline.value_or(no_day);
    out.duration = facts.stated->value.duration;
    const auto* told = through.record.tasks[task].life().work_plans.at(through.times);
    if (told != nullptr) {
        const task_record::work_plan& w = told->value;
        if (w.duration > 0) out.duration = w.duration;
        out.not_before = w.not_before.value_or(no_day);
        out.must_start = w.must_start.value_or(no_day);
        out.not_after = w.not_after.value_or(no_day);
        out.optimistic = w.optimistic.value_or(-1);
        out.pessimistic = w.pessimistic.value_or(-1);
        // Of a later correction of the assignment.
        out.estimates_contradict = out.optimistic > out.duration ||
                                   (out.pessimistic >= 0 && out.pessimistic < out.duration);
        if (out.estimates_contradict) out.optimistic = out.pessimistic = -1;
    }
    if (told != nullptr && told->value.milestone) {
        out.duration = 0;
        out.optimistic = out.pessimistic = -1;
    } else if (out.duration == 0 && deadline) {
        const work_calendar& calendar = calendars[out.calendar];
        out.duration = std::clamp(
            calendar.count(out.assigned, *deadline) + (calendar.works(out.assigned) ? 1 : 0), 1,
            60'000);
        out.source = duration_source::span;
    } else if (out.duration == 0) {
        out.duration = default_duration;
        out.source = duration_source::by_default;
    }
    out.left = out.duration;
    read_progress(through.times, through.record.tasks[task], facts, out);
    if (out.source == duration_source::span)
        end_on_deadline(through.times, calendars[out.calendar], out);
    return out;
}

}  // namespace mandate
