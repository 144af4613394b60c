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
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace mandate {
namespace {

/// What a review says of a task, in the order in which differences are told.
struct task_picture {
    std::string counted = "no", class_at_end, class_at_cut_off, deadline, leads, handed_in, waived,
                lists;
    bool operator==(const task_picture&) const = default;
    bool is_in_review() const { return counted == "yes" || !lists.empty(); }
};

struct aspect {
    std::string_view name;
    std::string task_picture::*text;
};
constexpr std::array<aspect, 8> aspects{{{"counted", &task_picture::counted},
                                         {"class_at_end", &task_picture::class_at_end},
                                         {"class_at_cut_off", &task_picture::class_at_cut_off},
                                         {"deadline", &task_picture::deadline},
                                         {"leads", &task_picture::leads},
                                         {"handed_in", &task_picture::handed_in},
                                         {"waived", &task_picture::waived},
                                         {"lists", &task_picture::lists}}};

constexpr std::array<std::pair<std::vector<std::size_t> review::*, std::string_view>, 13> lists{
    {{&review::unplanned, "unplanned"},
     {&review::only_reported, "only_reported"},
     {&review::overdue, "overdue"},
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

/// What ever was a part of what, and which items ever planned a task.
class kinship {
public:
    explicit kinship(const state& s) : s_{s} {
        for (row_number t = 0; t < s.tasks.size(); ++t)
            for (const auto& told : s.tasks[t].stated.all())
                if (told.value.parent != no_row) put(parts_[told.value.parent], t);
        for (row_number i = 0; i < s.items.size(); ++i)
            for (const auto& told : s.items[i].stated.all())
                if (told.value.task != no_row) put(items_[told.value.task], i);
    }

    /// The task and its parts, at any depth.
    std::vector<row_number> parts_of(row_number task) const {
        return reached(task, [&](row_number one, auto&& take) {
            for (const row_number part : rows(parts_, one)) take(part);
        });
    }
    /// The task and its wholes, at any depth.
    std::vector<row_number> wholes_of(row_number task) const {
        return reached(task, [&](row_number one, auto&& take) {
            for (const auto& told : s_.tasks[one].stated.all())
                if (told.value.parent != no_row) take(told.value.parent);
        });
    }
    std::span<const row_number> items_of(row_number task) const { return rows(items_, task); }

private:
    using by_task = std::unordered_map<row_number, std::vector<row_number>>;
    static void put(std::vector<row_number>& of, row_number one) {  // stated again, it stands once
        if (of.empty() || of.back() != one) of.push_back(one);
    }
    static std::span<const row_number> rows(const by_task& of, row_number task) {
        const auto found = of.find(task);
        return found == of.end() ? std::span<const row_number>{} : found->second;
    }

    template <class Next>
    static std::vector<row_number> reached(row_number task, Next&& next) {
        std::vector<row_number> all{task};
        std::unordered_set<row_number> known{task};
        for (std::size_t i = 0; i < all.size(); ++i)
            next(all[i], [&](row_number one) {
                if (known.insert(one).second) all.push_back(one);
            });
        return all;
    }

    const state& s_;
    by_task parts_, items_;
};

/// What a review says of single tasks, known up to some event.
class review_at {
public:
    /// `asked`: of the cut-off. `today`: the day from which the class at the period's end is seen,
    /// unless the cut-off lies before that end.
    /// `parts`: the tasks among which the parts are of those that are asked for; null: all.
    /// `any_plan`: whether anything is planned for the period.
    review_at(const lens& asked, civil_day today, const period& of, const kinship& kin,
              seq_number known, const std::vector<row_number>* parts, bool any_plan)
        : asked_{asked},
          of_{of},
          kin_{kin},
          any_plan_{any_plan},
          through_{asked.record, {asked.times.as_of, known}, last_day, asked.viewer},
          today_{asked.record, {today, known}, last_day, asked.viewer},
          next_{periods_beside_of(through_, of).after},
          tasks_{through_, of, parts} {
        through_.heard_until = asked.heard_until;
        if (today != asked.times.as_of && asked.times.as_of >= of.last())
            since_.emplace(today_, of, parts);
    }
    review_at(const review_at&) = delete;  // tasks_ refers to through_
    review_at& operator=(const review_at&) = delete;

    task_picture of(row_number task) const {
        const task_in_period t = tasks_.read(task);
        task_picture p;
        if (t.part == review_part::left_out) return p;
        const auto handed_in = t.now.finished_on ? t.now.finished_on : t.now.handed_in_on;
        if (t.part == review_part::population) p.counted = "yes";
        if (t.at_end.stated != nullptr)
            p.class_at_end = name_of((since_ ? since_->read(task) : t).at_end.its_class);
        p.class_at_cut_off = name_of(t.now.its_class);
        if (t.now.current->day) p.deadline = to_text(*t.now.current->day);
        p.leads = codes_of(through_.record.agencies, *t.now.leads);
        if (handed_in) p.handed_in = to_text(*handed_in);
        if (t.part == review_part::population && has_missed(line_of(task, t, of_, next_).at_end) &&
            is_waived(through_, task))
            p.waived = "yes";
        p.lists = lists_of(task, t);
        return p;
    }

private:
    std::string lists_of(row_number task, const task_in_period& t) const {
        if (t.part != review_part::population && t.part != review_part::next) return {};
        const state& s = through_.record;
        review_line line = line_of(task, t, of_, next_);
        const auto take_plans = [&](row_number one) {
            read_plans(s.tasks[one], through_.times, of_, next_, line);
            for (const row_number item : kin_.items_of(one)) {
                const auto plan = plan_of_item(through_, item);
                if (!plan || plan->task != one || !asked_.may_see(entity_kind::item, item))
                    continue;
                line.in_programme |= plan->is_in_programme_of(of_);
                line.planned_for_period |= of_.contains(plan->span.last());
                line.planned_for_next |= next_ && next_->contains(plan->span.last());
            }
        };
        take_plans(task);
        each_whole(through_, task, [&](row_number one) {
            if (asked_.may_see(entity_kind::task, one)) take_plans(one);
        });
        line.explained = missing_explanation(s.tasks[task], through_.access().is_placeholder(task),
                                             through_.heard())
                             .empty();
        std::array<bool, lists.size()> in{};
        each_list(line, t.part == review_part::next, any_plan_,
                  [&](std::vector<std::size_t> review::*list) {
                      for (std::size_t i = 0; i < lists.size(); ++i)
                          in[i] = in[i] || lists[i].first == list;
                  });
        std::string names;
        for (std::size_t i = 0; i < lists.size(); ++i)
            if (in[i]) names.append(names.empty() ? "" : " ").append(lists[i].second);
        return names;
    }

    const lens& asked_;
    const period of_;
    const kinship& kin_;
    const bool any_plan_;
    lens through_;
    const lens today_;
    const std::optional<period> next_;
    const population tasks_;
    std::optional<population> since_;  // seen from today, where that is another day
};

/// Events by the task that they are about, or of other things.
struct events_by_task {
    std::unordered_map<row_number, std::vector<seq_number>> of;
    std::vector<seq_number> others;

    events_by_task(const state& s, const std::vector<seq_number>& among) {
        const auto take = [&](const event_record& e, seq_number seq) {
            if (e.set_aside || e.subject == no_row || subject_kind(e.kind) != entity_kind::task)
                return false;
            of[e.subject].push_back(seq);
            return true;
        };
        for (const seq_number seq : among) {
            const event_record& e = s.events[seq - 1];
            bool of_task = take(e, seq);
            // A correction or withdrawal.
            if (e.place != seq) of_task = take(s.events[e.place - 1], seq) || of_task;
            if (!of_task) others.push_back(seq);
        }
    }
};

/// Whether anything is planned for the period, after each event between two. Looks at what was ever
/// planned for it, and at the events about that.
class plans_known {
public:
    plans_known(const lens& was, const lens& is, const period& of) : is_{is}, of_{of} {
        const auto ever = [&](const auto& planned, auto&& span_of) {
            return std::ranges::any_of(planned.all(), [&](const auto& p) {
                const std::optional<period> span = span_of(p.value);
                return span && of.contains(span->last());
            });
        };
        for (row_number t = 0; t < is.record.tasks.size(); ++t)
            if (ever(is.record.tasks[t].life().planned, [](const period& p) { return p; }) &&
                is.may_see(entity_kind::task, t))
                tasks_.insert(t);
        for (row_number i = 0; i < is.record.items.size(); ++i) {
            const item_record& item = is.record.items[i];
            // Without a time of its own it is planned for that of its programme.
            const bool has_own = std::ranges::all_of(
                item.planned.all(), [](const auto& p) { return p.value.span.has_value(); });
            bool wanted = ever(item.planned, [](const auto& p) { return p.span; });
            for (const auto& told : item.stated.all()) {
                if (has_own) break;
                const auto& stated = is.record.programmes[told.value.programme].stated;
                if (!ever(stated, [](const auto& p) { return std::optional{p.span}; })) continue;
                wanted = true;
                programmes_.insert(told.value.programme);
            }
            if (wanted && is.may_see(entity_kind::item, i)) items_.insert(i);
        }
        before_ = at(was.times.known), after_ = at(is.times.known);
        if (before_ == after_) return;
        for (since_ = is.times.known; since_ > was.times.known + 1; --since_)
            if (may_change_it(since_) && at(since_ - 1) != after_) break;
    }
    bool by(seq_number known) const {
        return before_ == after_ || known < since_ ? before_ : after_;
    }

private:
    bool at(seq_number known) const {
        const lens then{is_.record, {is_.times.as_of, known}, last_day, is_.viewer};
        const auto is_now = [&](row_number item) {
            const auto plan = plan_of_item(then, item);
            return plan && of_.contains(plan->span.last());
        };
        const auto is_planned = [&](row_number task) {
            bool any = false;
            is_.record.tasks[task].life().planned.each(
                then.times, [&](const auto& p) { any |= of_.contains(p.value.last()); });
            return any;
        };
        return std::ranges::any_of(items_, is_now) || std::ranges::any_of(tasks_, is_planned);
    }
    bool may_change_it(seq_number seq) const {
        const auto is_about = [&](const event_record& e) {
            const entity_kind kind = subject_kind(e.kind);
            return (kind == entity_kind::task && tasks_.contains(e.subject)) ||
                   (kind == entity_kind::item && items_.contains(e.subject)) ||
                   (kind == entity_kind::programme && programmes_.contains(e.subject));
        };
        const event_record& e = is_.record.events[seq - 1];
        return is_about(e) || is_about(is_.record.events[e.place - 1]);
    }

    const lens& is_;
    const period& of_;
    std::unordered_set<row_number> tasks_, items_;  // ever planned for the period
    std::unordered_set<row_number> programmes_;     // by whose time some of these are
    bool before_ = false, after_ = false;
    seq_number since_ = 0;  // from which event on it is as it is now, where that is otherwise
};

/// Looks for the events that made one task's differences.
class search_for_events {
public:
    search_for_events(const lens& was_asked, const lens& asked, civil_day today, const period& of,
                      const kinship& kin, const plans_known& plans, row_number task,
                      const task_picture& was, const task_picture& is)
        : known_then_{was_asked.times.known},
          asked_{asked},
          today_{today},
          of_{of},
          kin_{kin},
          plans_{plans},
          task_{task},
          is_{is},
          parts_{kin.parts_of(task)} {
        for (std::size_t a = 0; a < aspects.size(); ++a)
            if (was.*aspects[a].text != is.*aspects[a].text) sought_.push_back(a);
    }

    /// For each aspect that none was found for: the one among these, in order, from which on it is
    /// what it is at the end, if it is so at all of them that follow. Those known before count for
    /// the class that is seen from another day.
    void walk_back(const std::vector<seq_number>& events) {
        std::vector<std::size_t> left = sought_;
        for (auto e = events.rbegin(); e != events.rend(); ++e) {
            if (*e <= known_then_)
                std::erase_if(left, [](std::size_t a) {
                    return aspects[a].text != &task_picture::class_at_end;
                });
            if (left.empty()) break;
            look_at(*e);
            std::erase_if(left, [&](std::size_t a) { return is_other(a); });
            if (left.empty()) break;
            look_at(*e - 1);
            std::erase_if(left, [&](std::size_t a) {
                if (is_other(a)) found_[a] = *e;
                return is_other(a);
            });
            if (left.empty()) break;
        }
        std::erase_if(sought_, [&](std::size_t a) { return found_[a] != 0; });
    }

    bool is_over() const { return sought_.empty(); }
    seq_number made(std::size_t aspect) const { return found_[aspect]; }  ///< 0: none was found
    const std::vector<row_number>& parts() const { return parts_; }

private:
    bool is_other(std::size_t a) const { return seen_.*aspects[a].text != is_.*aspects[a].text; }

    void look_at(seq_number known) {
        if (known == seen_at_) return;
        const bool seen_today = std::ranges::any_of(
            sought_, [](std::size_t a) { return aspects[a].text == &task_picture::class_at_end; });
        seen_ = review_at{asked_,
                          seen_today ? today_ : asked_.times.as_of,
                          of_,
                          kin_,
                          known,
                          &parts_,
                          plans_.by(known)}
                    .of(task_);
        seen_at_ = known;
    }

    const seq_number known_then_;
    const lens& asked_;
    const civil_day today_;
    const period& of_;
    const kinship& kin_;
    const plans_known& plans_;
    const row_number task_;
    const task_picture& is_;
    const std::vector<row_number> parts_;  // what ever was one, at any depth
    std::vector<std::size_t> sought_;
    std::array<seq_number, aspects.size()> found_{};
    std::optional<seq_number> seen_at_;
    task_picture seen_;
};

}  // namespace

std::vector<review_difference> differences_between(const lens& was, const lens& is,
                                                   const period& of, civil_day today) {
    const state& s = is.record;
    const kinship kin{s};
    const plans_known plans{was, is, of};
    const review_at then{is,      is.times.as_of,           of, kin, was.times.known,
                         nullptr, plans.by(was.times.known)};
    const review_at now{is, today, of, kin, is.times.known, nullptr, plans.by(is.times.known)};
    std::vector<seq_number> every;  // known since, or of a day since
    for (seq_number seq = 1; seq <= is.times.known; ++seq)
        if (seq > was.times.known || s.events[seq - 1].effective_on > is.times.as_of)
            every.push_back(seq);
    const events_by_task events{s, every};
    const auto events_of = [&](const std::vector<row_number>& tasks) {
        std::vector<seq_number> all;
        for (const row_number t : tasks)
            if (const auto found = events.of.find(t); found != events.of.end())
                all.insert(all.end(), found->second.begin(), found->second.end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    };
    std::vector<review_difference> all;
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        if (!is.may_see(entity_kind::task, t)) continue;
        const task_picture before = then.of(t), after = now.of(t);
        if (before == after || (!before.is_in_review() && !after.is_in_review())) continue;
        search_for_events search{was, is, today, of, kin, plans, t, before, after};
        search.walk_back(events_of({t}));
        if (!search.is_over()) {
            std::vector<row_number> family = kin.wholes_of(t);
            family.insert(family.end(), search.parts().begin(), search.parts().end());
            search.walk_back(events_of(family));
        }
        if (!search.is_over()) search.walk_back(events.others);  // as about an item, or a term
        if (!search.is_over()) search.walk_back(every);
        for (std::size_t a = 0; a < aspects.size(); ++a)
            if (before.*aspects[a].text != after.*aspects[a].text)
                all.push_back({t, aspects[a].name, before.*aspects[a].text, after.*aspects[a].text,
                               search.made(a)});
    }
    std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
        return s.tasks[a.task].code < s.tasks[b.task].code;
    });
    return all;
}

}  // namespace mandate
