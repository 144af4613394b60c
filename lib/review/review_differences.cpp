#include "review/review_differences.hpp"

#include "mandate/model/descriptor.hpp"
#include "model/apply.hpp"
#include "model/pending.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"
#include "review/periods_beside.hpp"
#include "review/population.hpp"
#include "review/programme_matters.hpp"
#include "review/review_line.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>
#include <utility>

namespace mandate {
namespace {

constexpr std::array<std::string_view, 7> aspects{
    "counted", "class_at_end", "class_at_cut_off", "deadline", "leads", "handed_in", "lists"};
using task_picture = std::array<std::string, aspects.size()>;

constexpr std::array<std::pair<std::vector<std::size_t> review::*, std::string_view>, 11> lists{
    {{&review::overdue, "overdue"},
     {&review::unfinished, "unfinished"},
     {&review::unexplained, "unexplained"},
     {&review::done_since, "done_since"},
     {&review::carried_late, "carried_late"},
     {&review::carried_planned, "carried_planned"},
     {&review::without_deadline, "without_deadline"},
     {&review::awaiting_acceptance, "awaiting_acceptance"},
     {&review::without_lead, "without_lead"},
     {&review::next_new, "next_new"},
     {&review::next_planned, "next_planned"}}};

bool is_in_review(const task_picture& p) { return p[0] == "yes" || !p[6].empty(); }

/// What a review says of single tasks, known up to some event.
class picture {
public:
    picture(const lens& is, const period& of)
        : is_{is}, s_{is.record}, of_{of}, next_{periods_beside_of(is, of).after} {
        // What ever was planned by items, and when that changed.
        for (seq_number seq = 1; s_.items.size() > 0 && seq <= is.times.known; ++seq) {
            const event_record& e = s_.events[seq - 1];
            if (e.set_aside) continue;
            const entity_kind about = subject_kind(s_.events[e.place - 1].kind);
            if (about == entity_kind::item || about == entity_kind::programme)
                item_events_.push_back(seq);
        }
    }

    /// Of all tasks as one event leaves them, one after the other.
    class at_event {
    public:
        /// `parts`: the tasks among which the parts are of those that are asked for; null: all.
        at_event(const picture& whole, seq_number known, const std::vector<row_number>* parts)
            : whole_{whole},
              through_{whole.s_, {whole.is_.times.as_of, known}, last_day},
              tasks_{through_, whole.of_, parts} {}
        at_event(const at_event&) = delete;  // tasks_ refers to through_
        at_event& operator=(const at_event&) = delete;

        task_picture of(row_number task) const {
            const state& s = whole_.s_;
            const task_in_period t = tasks_.read(task);
            if (t.part == review_part::left_out) return {"no", "", "", "", "", "", ""};
            const auto handed_in = t.now.finished_on ? t.now.finished_on
                                   : t.now.awaiting_acceptance
                                       ? std::optional{t.now.submitted->effective_on}
                                       : std::nullopt;
            return {t.part == review_part::population ? "yes" : "no",
                    t.at_end.stated == nullptr ? std::string{}
                                               : std::string{name_of(t.at_end.its_class)},
                    std::string{name_of(t.now.its_class)},
                    t.now.current->day ? to_text(*t.now.current->day) : std::string{},
                    codes_of(s.agencies, *t.now.leads),
                    handed_in ? to_text(*handed_in) : std::string{},
                    lists_of(task, t)};
        }

    private:
        std::string lists_of(row_number task, const task_in_period& t) const {
            if (t.part != review_part::population && t.part != review_part::next) return {};
            const state& s = whole_.s_;
            review_line line = line_of(task, t, whole_.of_, whole_.next_);
            const auto take_plans = [&](row_number one) {
                read_plans(s.tasks[one], through_.times, whole_.of_, whole_.next_, line);
                const auto& items = whole_.items_at(through_);
                line.planned_for_period |= !items.empty() && items[one].of;
                line.planned_for_next |= !items.empty() && items[one].next;
            };
            take_plans(task);
            each_whole(through_, task, [&](row_number one) {
                if (whole_.is_.may_see(entity_kind::task, one)) take_plans(one);
            });
            line.explained =
                missing_explanation(s.tasks[task], through_.access().is_placeholder(task),
                                    through_.times)
                    .empty();
            std::array<bool, lists.size()> in{};
            each_list(line, t.part == review_part::next, false,
                      [&](std::vector<std::size_t> review::*list) {
                          for (std::size_t i = 0; i < lists.size(); ++i)
                              in[i] = in[i] || lists[i].first == list;
                      });
            std::string names;
            for (std::size_t i = 0; i < lists.size(); ++i)
                if (in[i]) names.append(names.empty() ? "" : " ").append(lists[i].second);
            return names;
        }

        const picture& whole_;
        const lens through_;
        const population tasks_;
    };

    /// Of one task. Cost: its parts, and the parts of these.
    task_picture of(row_number task, seq_number known) const {
        if (task != family_of_) family_ = ever_parts_of(task), family_of_ = task;
        return at_event{*this, known, &family_}.of(task);
    }

private:
    struct planned {
        bool of, next;
    };

    // Whatever was a part of it, at any depth and any time.
    std::vector<row_number> ever_parts_of(row_number task) const {
        if (parts_.empty()) {
            parts_.resize(s_.tasks.size());
            for (row_number t = 0; t < s_.tasks.size(); ++t)
                for (const auto& told : s_.tasks[t].stated.all())
                    if (told.value.parent != no_row) parts_[told.value.parent].push_back(t);
        }
        std::vector<row_number> all{task};
        std::unordered_set<row_number> known{task};
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const row_number part : parts_[all[i]])
                if (known.insert(part).second) all.push_back(part);
        return all;
    }

    // By task; empty: there are no items. It changes only with events about them.
    const std::vector<planned>& items_at(const lens& through) const {
        const auto next =
            std::upper_bound(item_events_.begin(), item_events_.end(), through.times.known);
        if (next == item_events_.begin()) return no_items_;
        const auto [found, is_new] = items_.try_emplace(*std::prev(next));
        if (is_new) {
            const std::vector<bool> of = planned_by_items(through, of_);
            const std::vector<bool> after =
                next_ ? planned_by_items(through, *next_) : std::vector<bool>(of.size());
            for (std::size_t t = 0; t < of.size(); ++t) found->second.push_back({of[t], after[t]});
        }
        return found->second;
    }

    const lens& is_;
    const state& s_;
    const period of_;
    const std::optional<period> next_;
    std::vector<seq_number> item_events_;
    const std::vector<planned> no_items_;
    mutable std::map<seq_number, std::vector<planned>> items_;  ///< as that event left them
    mutable std::vector<std::vector<row_number>> parts_;  ///< by task: what ever was a part of it
    mutable row_number family_of_ = no_row;  ///< whose parts were asked for last, and these
    mutable std::vector<row_number> family_;
};

/// Which tasks each event after some other is about.
std::map<row_number, std::vector<seq_number>> events_by_task(const state& s, seq_number after,
                                                             seq_number until) {
    std::map<row_number, std::vector<seq_number>> all;
    const auto take = [&](const event_record& e, seq_number seq) {
        if (!e.set_aside && e.subject != no_row && subject_kind(e.kind) == entity_kind::task)
            all[e.subject].push_back(seq);
    };
    for (seq_number seq = after + 1; seq <= until; ++seq) {
        const event_record& e = s.events[seq - 1];
        take(e, seq);
        if (e.place != seq) take(s.events[e.place - 1], seq);  // a correction or withdrawal
    }
    return all;
}

// The first event from which on the aspect is what it is at the end.
seq_number changed_by(const picture& p, row_number task, std::size_t aspect, const std::string& is,
                      const std::vector<seq_number>& events) {
    for (auto e = events.rbegin(); e != events.rend(); ++e) {
        if (p.of(task, *e)[aspect] != is) return 0;
        if (p.of(task, *e - 1)[aspect] != is) return *e;
    }
    return 0;
}

}  // namespace

std::vector<review_difference> differences_between(const lens& was, const lens& is,
                                                   const period& of) {
    const state& s = is.record;
    const picture p{is, of};
    const picture::at_event then{p, was.times.known, nullptr}, now{p, is.times.known, nullptr};
    const auto events = events_by_task(s, was.times.known, is.times.known);
    std::vector<seq_number> every;
    std::vector<review_difference> all;
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        if (!is.may_see(entity_kind::task, t)) continue;
        const task_picture before = then.of(t), after = now.of(t);
        if (before == after || (!is_in_review(before) && !is_in_review(after))) continue;
        for (std::size_t a = 0; a < aspects.size(); ++a) {
            if (before[a] == after[a]) continue;
            seq_number event = 0;
            if (const auto own = events.find(t); own != events.end())
                event = changed_by(p, t, a, after[a], own->second);
            if (event == 0) {  // an event about something else, as a part, or a document
                if (every.empty())
                    for (seq_number e = was.times.known + 1; e <= is.times.known; ++e)
                        every.push_back(e);
                event = changed_by(p, t, a, after[a], every);
            }
            all.push_back({t, aspects[a], before[a], after[a], event});
        }
    }
    std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
        return s.tasks[a.task].code < s.tasks[b.task].code;
    });
    return all;
}

}  // namespace mandate
