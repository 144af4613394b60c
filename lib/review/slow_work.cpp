// Slow work by the limits of the ledger, extensions by original and by current deadline, and what
// rating the figures of a period still allow.

#include "mandate/model/descriptor.hpp"
#include "model/pending.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/review_figures.hpp"
#include "review/slow_limits.hpp"
#include "review/warnings.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace mandate {
namespace {

using f = field;

struct extension_count {
    std::int64_t times = 0, after_due = 0;
    std::vector<row_number> decided_by;
};

// Revisions that put the day off; one that brings it forward is none.
extension_count extensions_of(const lens& through, row_number task) {
    const task_record& t = through.record.tasks[task];
    extension_count count;
    std::optional<civil_day> before;
    t.deadline.each(through.times, [&](const auto& d) {
        const auto& day = d.value.day;
        if (!d.value.original && puts_off(before, day)) {
            ++count.times;
            count.after_due += *before < d.effective_on ? 1 : 0;
            const row_number by = who_revised(through.record, task, d, through.times.known);
            if (by != no_row) count.decided_by.push_back(by);
        }
        before = day;
    });
    return count;
}

/// What makes the work on one open task slow, or not.
struct pace {
    std::optional<std::int64_t> days_late, days_pending;
    std::int64_t days_silent = 0, unanswered = 0;
    extension_count extensions;
    bool late = false, extended = false, silent = false, reminded = false, pending = false;

    /// By the work of the lead. What waits for acceptance is the acceptor's (decision 7).
    bool slow() const { return late || extended || silent || reminded; }
};

pace pace_of(const lens& through, row_number task, const task_facts& facts,
             const slow_limits& limits) {
    const task_record& t = through.record.tasks[task];
    const auto since = [&](civil_day day) {
        return std::int64_t{through.calendar().count(day, through.times.as_of)};
    };
    pace p;
    p.extensions = extensions_of(through, task);
    p.extended = p.extensions.times > limits.times_extended;
    if (const auto until = late_until(facts, through.times.as_of))
        p.days_late = through.calendar().count(*facts.current->day, *until);
    p.late = p.days_late.value_or(0) > limits.days_late;
    if (facts.awaiting_acceptance) p.days_pending = since(facts.submitted->effective_on);
    p.pending = p.days_pending.value_or(0) > limits.answer_within;
    const silence quiet = silence_of(through, t, facts);
    p.days_silent = quiet.days;
    p.silent = !facts.awaiting_acceptance && p.days_silent > limits.silent_after;
    t.life().reminders.each(through.times,
                            [&](const auto& r) { p.unanswered += r.effective_on >= quiet.heard; });
    p.reminded = p.unanswered > limits.reminders_unanswered;
    return p;
}

// The tasks that a question about work looks at, whatever agency it names: those that others are
// not parts of.
std::vector<asked_task> leaves(const lens& through, arguments args) {
    std::erase_if(args.values, [](const field_value& v) { return v.name == f::agency; });
    std::vector<asked_task> all = tasks_asked(through, args);
    const counted_by_parts wholes{through, through.times.as_of};
    std::erase_if(all, [&](const asked_task& t) { return wholes.has(t.row); });
    return all;
}

// Who must accept what was handed in: who must move by the warning of it.
std::vector<row_number> acceptors_of(const lens& through, const asked_task& t) {
    return those_that_go_on(through, who_decides_on(through, t.row));
}

struct slow_row {
    std::int64_t open = 0, slow = 0, late = 0, extended = 0, silent = 0, reminded = 0, pending = 0;
    std::int64_t overdue_now = 0, overdue_by_original = 0, extensions = 0, after_due = 0;
    std::int64_t done_late = 0, done_late_by_original = 0;
};

// What the regulation asks: 366-QĐ/TW of 30 August 2025, unless the ledger states another.
struct rating_rule {
    std::string regulation = "366-QĐ/TW";
    int good_in_time = 100, completed_behind = 20;
};

rating_rule rule_on(const lens& through) {
    rating_rule rule;
    if (through.record.policies.size() > 0)
        if (const auto* stated = through.record.policies[0].rating.at(through.times))
            rule = {stated->value.decision, stated->value.good_in_time,
                    stated->value.completed_behind};
    return rule;
}

}  // namespace

table answer_slow_work(const lens& through, const arguments& args) {
    const state& s = through.record;
    const slow_limits limits = limits_on(through);
    const row_number only = asked_row(through, args, f::agency);
    std::map<std::string, slow_row> rows;
    for (const asked_task& t : leaves(through, args)) {
        if (t.facts.its_class == task_class::cancelled) continue;
        const bool open = is_open(t.facts.its_class);
        const pace p = pace_of(through, t.row, t.facts, limits);
        const task_class by_original = class_by_original(t.facts, through.times.as_of);
        for (const row_number lead : *t.facts.leads) {
            if (only != no_row && lead != only) continue;
            slow_row& r = rows[s.agencies[lead].code];
            r.extensions += p.extensions.times;
            r.after_due += p.extensions.after_due;
            r.done_late += t.facts.its_class == task_class::done_late;
            r.done_late_by_original += by_original == task_class::done_late;
            if (!open) continue;
            ++r.open;
            r.slow += p.slow();
            r.late += p.late;
            r.extended += p.extended;
            r.silent += p.silent;
            r.reminded += p.reminded;
            r.overdue_now += t.facts.its_class == task_class::open_overdue;
            r.overdue_by_original += by_original == task_class::open_overdue;
        }
        if (open && p.pending)
            for (const row_number acceptor : acceptors_of(through, t))
                if (only == no_row || acceptor == only) ++rows[s.agencies[acceptor].code].pending;
    }
    answer_rows out{question_kind::slow_work};
    for (const auto& [agency, r] : rows) {
        out.put(agency);
        for (const std::int64_t n :
             {r.open, r.slow, r.late, r.extended, r.silent, r.reminded, r.pending})
            out.put(n);
        out.put_flag(rate{r.slow, r.open}.for_reference_only());
        for (const std::int64_t n : {r.overdue_now, r.overdue_by_original, r.extensions,
                                     r.after_due, r.done_late, r.done_late_by_original})
            out.put(n);
    }
    return out.finish(args);
}

table answer_slow_tasks(const lens& through, const arguments& args) {
    const state& s = through.record;
    const slow_limits limits = limits_on(through);
    const row_number only = asked_row(through, args, f::agency);
    answer_rows out{question_kind::slow_tasks};
    for (const asked_task& t : leaves(through, args)) {
        if (!is_open(t.facts.its_class)) continue;
        const pace p = pace_of(through, t.row, t.facts, limits);
        const bool by_lead = p.slow() && (only == no_row || contains(*t.facts.leads, only));
        const bool by_acceptor =
            p.pending && (only == no_row || contains(acceptors_of(through, t), only));
        if (!by_lead && !by_acceptor) continue;
        std::string why;
        const auto because = [&](bool yes, std::string_view what) {
            if (!yes) return;
            why += why.empty() ? "" : " ";
            why += what;
        };
        because(p.late, "late");
        because(p.extended, "extended");
        because(p.silent, "silent");
        because(p.reminded, "reminders_unanswered");
        because(p.pending, "acceptance_pending");
        out.put(t.record->code);
        out.put(codes_of(s.agencies, *t.facts.leads));
        out.put(why);
        out.put(p.days_late);
        out.put(p.extensions.times);
        out.put(p.extensions.after_due);
        out.put(codes_of(s.agencies, p.extensions.decided_by));
        out.put(t.facts.original->day);
        out.put(t.facts.current->day);
        out.put(p.days_silent);
        out.put(p.unanswered);
        out.put(p.days_pending);
    }
    return out.finish(args);
}

table answer_ratings(const lens& through, const arguments& args) {
    const period of = parse_period(*args.text(f::period));
    const row_number only = asked_row(through, args, f::agency);
    const std::map<std::string, class_counts> leads = classes_by_lead(through, of);
    const rating_rule rule = rule_on(through);
    answer_rows out{question_kind::ratings};
    for (const auto& [code, led] : leads) {
        if (only != no_row && code != through.record.agencies[only].code) continue;
        const std::int64_t in_time = led[task_class::done_in_time];
        const rate behind = rates_of(led).rating_behind;
        const std::int64_t due = behind.denominator;
        out.put(code);
        out.put(due);
        out.put(in_time);
        out.put(behind.numerator);
        out.put(due == 0                                                ? ""
                : in_time * 100 >= rule.good_in_time * due              ? "good"
                : behind.numerator * 100 <= rule.completed_behind * due ? "completed"
                                                                        : "not_completed");
        out.put_flag(behind.for_reference_only());
        out.put(rule.regulation);
        out.put(std::int64_t{rule.good_in_time});
        out.put(std::int64_t{rule.completed_behind});
    }
    return out.finish(args);
}

}  // namespace mandate
