#include "review/ledger_plan.hpp"

#include "base/os.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"
#include "review/task_links.hpp"

#include <algorithm>
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
        out_.is_whole.assign(out_.task.size(), false);
        for (const std::uint32_t whole : out_.columns.parent)
            if (whole != no_task) out_.is_whole[whole] = true;
        for (std::size_t t = 0; t < out_.task.size(); ++t)
            if (!out_.is_whole[t])
                out_.columns.not_before[t] = std::max(out_.columns.not_before[t], stands_on_[t]);
        out_.calendars.of(through_, no_row);  // the first is there also in an empty plan
        for (const auto& calendar : out_.calendars.all())
            out_.columns.calendars.push_back(calendar.get());
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
        std::optional<clause_links> links;
        if (!documents_.empty()) links.emplace(through_);
        for (row_number t = 0; t < record_.tasks.size(); ++t)
            chosen[t] =
                facts_[t].stated != nullptr &&
                (!links || std::ranges::any_of(basis_of(through_, *links, t),
                                               [&](row_number d) { return documents_[d]; }));
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
        const planned_task told =
            planned(through_, t, facts_[t], out_.calendars, default_duration_);
        plan& p = out_.columns;
        p.agency.push_back(told.lead == no_row ? no_task : told.lead);
        p.calendar.push_back(told.calendar);
        p.duration.push_back(told.left);
        out_.duration.push_back(told.duration);
        out_.not_before.push_back(told.not_before);
        stands_on_.push_back(told.stands_on);
        p.parent.push_back(told.parent == no_row ? no_task : out_.number_of[told.parent]);
        p.deadline.push_back(told.deadline);
        p.not_before.push_back(told.not_before);
        p.must_start.push_back(told.must_start);
        p.not_after.push_back(told.not_after);
        p.optimistic.push_back(told.optimistic);
        p.pessimistic.push_back(told.pessimistic);
        p.suspended.push_back(told.suspended ? 1 : 0);
        p.started.push_back(told.progress.started);
        p.finished.push_back(told.progress.finished);
        p.released.push_back(told.progress.released);
        p.remaining.push_back(told.progress.remaining);
        out_.source.push_back(told.source);
        out_.ends_on_deadline.push_back(told.ends_on_deadline ? 1 : 0);
        out_.awaits_acceptance.push_back(told.awaits_acceptance ? 1 : 0);
        if (told.estimates_contradict) out_.without_estimates.push_back(t);
        if (told.progress_contradicts) out_.contradict.push_back(t);
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
                if (after != no_task && facts_[other].stated != nullptr &&
                    its_class == task_class::cancelled)
                    out_.let_go.push_back(i);
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
    std::vector<civil_day> stands_on_;  // by number
    ledger_plan out_;
};

}  // namespace

std::vector<std::uint32_t> ledger_plan::parts_first() const {
    std::vector<std::uint32_t> left(task.size(), 0), order;  // how many parts are not in it yet
    order.reserve(task.size());
    for (const std::uint32_t whole : columns.parent)
        if (whole != no_task) ++left[whole];
    for (std::uint32_t i = 0; i < task.size(); ++i)
        if (left[i] == 0) order.push_back(i);
    for (std::size_t at = 0; at < order.size(); ++at)
        if (const std::uint32_t whole = columns.parent[order[at]]; whole != no_task)
            if (--left[whole] == 0) order.push_back(whole);
    return order;
}

ledger_plan plan_of(const lens& through, const arguments& args) {
    constexpr std::size_t worth_it = 20'000;
    if (through.record.tasks.size() >= worth_it) large_pages{}.ask();
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
