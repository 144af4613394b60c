#include "review/document_matters.hpp"

#include "model/agency_life.hpp"
#include "model/document_force.hpp"
#include "model/handed_over.hpp"
#include "model/task_facts.hpp"

#include <algorithm>

namespace mandate {

std::string_view name_of(review_state s) noexcept {
    switch (s) {
        case review_state::done:
            return "done";
        case review_state::done_late:
            return "done_late";
        case review_state::dropped:
            return "dropped";
        case review_state::overdue:
            return "overdue";
        case review_state::open:
            return "open";
        case review_state::open_without_due:
            return "open_without_due";
    }
    return "";
}

std::optional<due_review> review_on(const lens& through, row_number row,
                                    const counted_by_parts& wholes) {
    const state& s = through.record;
    const civil_day on = wholes.day();
    const document_review_record& r = s.document_reviews[row];
    const view then{on, through.times.known};
    const auto* told = r.stated.at(then);
    if (told == nullptr) return std::nullopt;
    due_review out{
        row,     told,    owers_of(s, {entity_kind::document_review, row}, told->value.leads, then),
        nullptr, nullptr, {},
        {}};
    r.deadline.each(then, [&](const auto& d) {
        (d.value.original ? out.original : out.current) = &d.value;
        out.times_postponed += d.value.original ? 0 : 1;
    });
    if (out.current == nullptr) out.current = out.original;
    if (const auto* done = r.completed.at(then)) {
        out.completed = &done->value;
        out.done_on = done->effective_on;
    } else if (told->value.task != no_row) {
        const task_facts facts = wholes.judged(told->value.task);
        out.done_on = facts.finished_on;
        if (facts.finished_on || is_open(facts.its_class)) out.handed_in = facts.handed_in_on;
    }
    const auto& due = out.current->day;
    if (r.dropped.at(then) != nullptr)
        out.state = review_state::dropped;
    else if (out.done_on)
        out.state = due && *due < *out.done_on ? review_state::done_late : review_state::done;
    else if (!due)
        out.state = review_state::open_without_due;
    else
        out.state = *due < out.handed_in.value_or(on) ? review_state::overdue : review_state::open;
    return out;
}

std::vector<due_review> reviews_of_documents(const lens& through, const counted_by_parts& wholes) {
    std::vector<due_review> all;
    for (row_number r = 0; r < through.record.document_reviews.size(); ++r)
        if (auto one = review_on(through, r, wholes))
            if (through.may_see(entity_kind::document, one->told->value.document))
                all.push_back(std::move(*one));
    std::stable_sort(all.begin(), all.end(), [](const due_review& a, const due_review& b) {
        return a.current->day.value_or(last_day) < b.current->day.value_or(last_day);
    });
    return all;
}

namespace {

bool was_overdue_in(const lens& through, const due_review& review, const period& p) {
    const document_review_record& r = through.record.document_reviews[review.row];
    civil_day until = through.times.as_of;
    for (const auto& day : {review.done_on, review.handed_in})
        if (day) until = std::min(until, *day - 1);
    if (const auto* dropped = r.dropped.at(through.times))
        until = std::min(until, dropped->effective_on - 1);
    bool was = false;
    std::optional<civil_day> due;
    civil_day since = first_day;
    // Each day counts until the next one was stated.
    const auto look = [&](civil_day last) {
        if (due) was |= std::max({*due + 1, since, p.first()}) <= std::min({last, until, p.last()});
    };
    r.deadline.each(through.times, [&](const auto& d) {
        look(d.effective_on - 1);
        due = d.value.day, since = d.effective_on;
    });
    look(until);
    return was;
}

}  // namespace

bool is_of_period(const lens& through, const due_review& review, const period& p) {
    const auto& due = review.current->day;
    if ((due && p.contains(*due)) || (review.done_on && p.contains(*review.done_on))) return true;
    return (is_open(review.state) && (!due || *due < p.first())) ||
           was_overdue_in(through, review, p);
}

namespace {

// Whether an agency leads, or led until it was done, a task or a part of it.
class tasks_in_hand {
public:
    tasks_in_hand(const lens& through, const counted_by_parts& wholes)
        : through_{through}, wholes_{wholes} {}

    bool holds(row_number task) {
        const task_facts facts = wholes_.judged(task);
        if (facts.its_class == task_class::cancelled) return false;
        return is_in_hand(facts) || has_part_in_hand(task);
    }
    bool is_cancelled(row_number task) const {
        return wholes_.judged(task).its_class == task_class::cancelled;
    }

private:
    // A lead that ended, and for which no agency goes on, leads no more.
    bool is_in_hand(const task_facts& facts) const {
        if (is_done(facts.its_class)) return true;
        return std::any_of(facts.leads->begin(), facts.leads->end(), [&](row_number lead) {
            return !successors_of(through_.record, lead, through_.times).empty();
        });
    }
    // Of which it is asked first, all tasks are looked at: parts do not stand with their whole.
    bool has_part_in_hand(row_number task) {
        const auto& tasks = through_.record.tasks;
        if (through_part_.empty()) {
            through_part_.resize(tasks.size(), false);
            for (row_number t = 0; t < tasks.size(); ++t) {
                const task_facts facts = wholes_.judged(t);
                if (facts.stated == nullptr || facts.its_class == task_class::cancelled ||
                    !is_in_hand(facts))
                    continue;
                for (row_number up = facts.stated->value.parent;
                     up != no_row && !through_part_[up];) {
                    through_part_[up] = true;
                    const auto* told = tasks[up].stated.at(through_.times);
                    up = told == nullptr ? no_row : told->value.parent;
                }
            }
        }
        return through_part_[task];
    }

    const lens& through_;
    const counted_by_parts& wholes_;
    std::vector<bool> through_part_;
};

}  // namespace

std::vector<orphan_clause> orphan_clauses(const lens& through, const counted_by_parts& wholes) {
    const state& s = through.record;
    const clause_links links{through};
    const documents_in_force force{s, through.times};
    std::vector<bool> has_parts(s.clauses.size());
    for (row_number c = 0; c < s.clauses.size(); ++c)
        if (const auto* told = s.clauses[c].stated.at(through.times))
            if (told->value.parent != no_row) has_parts[told->value.parent] = true;
    tasks_in_hand in_hand{through, wholes};
    std::vector<orphan_clause> found;
    for (row_number c = 0; c < s.clauses.size(); ++c) {
        const auto* told = s.clauses[c].stated.at(through.times);
        if (told == nullptr || has_parts[c] || !through.may_see(entity_kind::clause, c)) continue;
        const row_number d = told->value.document;
        if (!force[d].on(through.times.as_of) || !through.may_see(entity_kind::document, d))
            continue;
        orphan_clause one{c, {}};
        for (const row_number t : links.tasks_of(c))
            if (!in_hand.is_cancelled(t)) one.tasks.push_back(t);
        if (std::none_of(one.tasks.begin(), one.tasks.end(), [&](row_number t) {
                return !through.may_see(entity_kind::task, t) || in_hand.holds(t);
            }))
            found.push_back(std::move(one));
    }
    return found;
}

std::vector<row_number> orphan_tasks(const lens& through) {
    const state& s = through.record;
    const clause_links links{through};
    std::vector<bool> carries_out_another(s.tasks.size());
    each_carried_out(through, [&](entity_kind, row_number, row_number task) {
        carries_out_another[task] = true;
    });
    const auto stands_on_something = [&](row_number task) {
        for (row_number t = task; t != no_row;) {
            const auto* told = s.tasks[t].stated.at(through.times);
            if (told == nullptr) return false;
            if (carries_out_another[t]) return true;
            if (!told->value.documents.empty() || !links.clauses_of(t).empty()) return true;
            const auto& more = told->value.more();
            if (more.meeting != no_row || more.conclusion != no_row) return true;
            t = told->value.parent;
        }
        return false;
    };
    std::vector<row_number> found;
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        if (!through.shows(entity_kind::task, t) || stands_on_something(t)) continue;
        // A placeholder has no words: what it stands on is among what may not be said.
        if (through.access().is_placeholder(t)) continue;
        if (facts_of(s, s.tasks[t], through.times.as_of, through.times).its_class !=
            task_class::cancelled)
            found.push_back(t);
    }
    return found;
}

}  // namespace mandate
