#include "review/ledger_plan.hpp"

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace mandate {
namespace {

using f = field;

// The document and all that implements it or stands on it, directly or through others.
std::vector<bool> document_and_below(const lens& through, row_number top) {
    const state& s = through.record;
    std::vector<std::vector<row_number>> below(s.documents.size());
    for (row_number d = 0; d < s.documents.size(); ++d)
        s.documents[d].relations.each(through.times, [&](const auto& r) {
            if (r.value.kind == relation_kind::implements || r.value.kind == relation_kind::basis)
                below[r.value.to].push_back(d);
        });
    std::vector<bool> in_tree(s.documents.size(), false);
    std::vector<row_number> open{top};
    in_tree[top] = true;
    while (!open.empty()) {
        const row_number d = open.back();
        open.pop_back();
        for (const row_number next : below[d])
            if (!in_tree[next]) {
                in_tree[next] = true;
                open.push_back(next);
            }
    }
    return in_tree;
}

class planning {
public:
    planning(const lens& through, const arguments& args)
        : through_{through},
          record_{through.record},
          default_duration_{
              static_cast<std::int32_t>(args.integer(f::default_duration).value_or(1))},
          scope_start_{args.day(f::scope_start)} {
        const row_number top = asked_row(through, args, f::document);
        if (top != no_row) documents_ = document_and_below(through, top);
        out_.number_of.assign(record_.tasks.size(), no_task);
    }

    ledger_plan run() {
        out_.columns.status_day = through_.times.as_of;
        choose_tasks();
        civil_day first = last_day;
        for (const row_number t : out_.task)
            first = std::min(first, facts_[t].stated->effective_on);
        out_.columns.start =
            scope_start_.value_or(out_.task.empty() ? through_.times.as_of : first);
        for (const row_number t : out_.task) add_task(t);
        add_links();
        return std::move(out_);
    }

private:
    void choose_tasks() {
        facts_.reserve(record_.tasks.size());
        for (row_number t = 0; t < record_.tasks.size(); ++t)
            facts_.push_back(
                facts_of(record_, record_.tasks[t], through_.times.as_of, through_.times));
        std::vector<bool> chosen(record_.tasks.size(), false);
        for (row_number t = 0; t < record_.tasks.size(); ++t) {
            if (facts_[t].stated == nullptr) continue;
            const auto& documents = facts_[t].stated->value.documents;
            chosen[t] =
                documents_.empty() || std::any_of(documents.begin(), documents.end(),
                                                  [&](row_number d) { return documents_[d]; });
        }
        if (!documents_.empty()) choose_parts(chosen);
        for (row_number t = 0; t < record_.tasks.size(); ++t) {
            if (!chosen[t] || facts_[t].its_class == task_class::cancelled ||
                facts_[t].its_class == task_class::standing)
                continue;
            out_.number_of[t] = static_cast<std::uint32_t>(out_.task.size());
            out_.task.push_back(t);
        }
    }

    // Parts belong to the scope of their whole, whichever was recorded first: a correction may have
    // made a task part of a later one. Each task is climbed from once.
    void choose_parts(std::vector<bool>& chosen) const {
        std::vector<bool> seen(chosen.size(), false);
        for (row_number t = 0; t < chosen.size(); ++t) {
            std::vector<row_number> climbed;
            row_number up = t;
            for (; up != no_row && !chosen[up] && !seen[up]; up = whole_of(up)) {
                seen[up] = true;
                climbed.push_back(up);
            }
            if (up != no_row && chosen[up])
                for (const row_number part : climbed) chosen[part] = true;
        }
    }

    row_number whole_of(row_number t) const {
        return facts_[t].stated == nullptr ? no_row : facts_[t].stated->value.parent;
    }

    void add_task(row_number t) {
        const task_facts& facts = facts_[t];
        const task_record::statement& told = facts.stated->value;
        plan& p = out_.columns;
        const row_number lead = facts.leads->empty() ? no_row : facts.leads->front();
        p.agency.push_back(lead == no_row ? no_task : lead);
        p.calendar.push_back(calendar_of(lead));
        add_duration(facts);
        p.parent.push_back(told.parent == no_row ? no_task : out_.number_of[told.parent]);
        p.deadline.push_back(facts.current->day.value_or(no_day));
        p.suspended.push_back(facts.its_class == task_class::suspended ? 1 : 0);
        add_progress(record_.tasks[t], facts);
    }

    void add_duration(const task_facts& facts) {
        const auto& deadline = facts.current->day;
        const civil_day assigned = facts.stated->effective_on;
        std::int32_t days = facts.stated->value.duration;
        duration_source source = duration_source::stated;
        if (days == 0 && deadline) {
            const work_calendar& calendar = *out_.columns.calendars[out_.columns.calendar.back()];
            days =
                std::clamp(calendar.count(assigned, *deadline) + (calendar.works(assigned) ? 1 : 0),
                           1, 60'000);
            source = duration_source::span;
        } else if (days == 0) {
            days = default_duration_;
            source = duration_source::by_default;
        }
        out_.columns.duration.push_back(days);
        out_.source.push_back(source);
    }

    // Work that was handed in waits for the answer: forecast for the day asked for.
    void add_progress(const task_record& t, const task_facts& facts) {
        civil_day started = no_day, finished = no_day, released = no_day;
        std::optional<int> percent;
        const auto begin = [&](civil_day day) {
            if (started == no_day || day < started) started = day;
        };
        t.life().reports.each(through_.times, [&](const auto& r) {
            begin(r.effective_on);
            if (r.value.percent) percent = *r.value.percent;
        });
        t.life().submissions.each(through_.times, [&](const auto& s) { begin(s.effective_on); });
        if (facts.finished_on) {
            finished = *facts.finished_on;
            if (facts.accepted != nullptr)
                t.life().decisions.each(through_.times, [&](const auto& d) {
                    if (d.value.accepted) released = d.effective_on;
                });
        } else if (facts.awaiting_acceptance) {
            finished = facts.submitted->effective_on;
            released = std::max(finished, through_.times.as_of);
        }
        if (finished != no_day && started != no_day) started = std::min(started, finished);
        plan& p = out_.columns;
        p.started.push_back(started);
        p.finished.push_back(finished);
        p.released.push_back(released);
        const std::int32_t duration = p.duration.back();
        p.remaining.push_back(percent ? (duration * (100 - *percent) + 99) / 100 : -1);
    }

    // The ledger's calendar is number 0; agencies with days of their own follow.
    std::uint32_t calendar_of(row_number agency) {
        if (out_.calendars.empty()) take_calendar(through_.calendar());
        if (agency == no_row) return 0;
        const auto [known, added] = calendar_number_.try_emplace(agency, 0);
        if (!added) return known->second;
        work_calendar own = through_.calendar_of(agency);
        for (std::size_t i = 0; i < out_.calendars.size(); ++i)
            if (out_.calendars[i].same_days(own))
                return known->second = static_cast<std::uint32_t>(i);
        return known->second = take_calendar(std::move(own));
    }
    std::uint32_t take_calendar(work_calendar calendar) {
        out_.calendars.push_back(std::move(calendar));
        out_.columns.calendars.push_back(&out_.calendars.back());
        return static_cast<std::uint32_t>(out_.calendars.size() - 1);
    }

    void add_links() {
        for (row_number i = 0; i < record_.links.size(); ++i) {
            const auto* told = record_.links[i].stated.at(through_.times);
            if (told == nullptr) continue;
            const link_record::statement& l = told->value;
            const std::uint32_t before = out_.number_of[l.after], after = out_.number_of[l.task];
            if (before == no_task && after == no_task) continue;
            if (before == no_task || after == no_task) {
                const row_number other = before == no_task ? l.after : l.task;
                const auto its_class = facts_[other].its_class;
                if (facts_[other].stated != nullptr && its_class != task_class::cancelled &&
                    its_class != task_class::standing)
                    ++out_.links_from_outside;
                continue;
            }
            out_.columns.links.push_back({before, after, l.lag, l.type, l.unit});
            out_.link.push_back(i);
        }
    }

    const lens& through_;
    const state& record_;
    const std::int32_t default_duration_;
    const std::optional<civil_day> scope_start_;
    std::vector<bool> documents_;  // empty: all
    std::vector<task_facts> facts_;
    std::map<row_number, std::uint32_t> calendar_number_;
    ledger_plan out_;
};

}  // namespace

ledger_plan plan_of(const lens& through, const arguments& args) {
    return planning{through, args}.run();
}

schedule_policy policy_of(const arguments& args) {
    schedule_policy policy;
    policy.cycles = schedule_policy::on_cycle::leave_out;
    policy.critical_slack = static_cast<std::int32_t>(args.integer(f::critical_slack).value_or(0));
    policy.sequence = static_cast<schedule_policy::out_of_sequence>(
        args.integer(f::out_of_sequence).value_or(1) - 1);
    policy.remaining =
        static_cast<schedule_policy::rest>(args.integer(f::remaining_work).value_or(1) - 1);
    policy.milestones =
        static_cast<schedule_policy::milestone>(args.integer(f::milestone_day).value_or(1) - 1);
    return policy;
}

}  // namespace mandate
