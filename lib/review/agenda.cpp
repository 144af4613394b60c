// What needs a decision today. Drawn from the warnings; a matter on which more open tasks wait
// comes first, then one that is later, by the first day that the thing has missed, then by kind and
// code. At most seven.

#include "model/pending.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/waiting.hpp"
#include "review/warnings.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace mandate {
namespace {

constexpr std::size_t at_most = 7;

// Of several warnings about one thing the first of these says what must be decided; of those that
// ask for the same the one that is later.
constexpr std::array<std::pair<warning_kind, std::string_view>, 14> decisions{
    {{warning_kind::acceptance_pending, "decide_acceptance"},
     {warning_kind::condition_unmet, "provide_means"},
     {warning_kind::without_lead, "name_lead"},
     {warning_kind::without_deadline, "set_deadline"},
     {warning_kind::extension_pending, "decide_extension"},
     {warning_kind::opinion_overdue, "urge"},
     {warning_kind::part_overdue, "urge"},
     {warning_kind::overdue, "urge"},
     {warning_kind::forecast_late, "urge"},
     {warning_kind::review_of_document_due, "urge"},
     {warning_kind::papers_due, "urge"},
     {warning_kind::recommendation_overdue, "decide_recommendation"},
     {warning_kind::indicator_below, "assign"},
     {warning_kind::clause_without_task, "assign"}}};

std::size_t rank_of(warning_kind kind) {
    std::size_t at = 0;
    while (at < decisions.size() && decisions[at].first != kind) ++at;
    return at;
}
std::string_view proposed_by(warning_kind kind) { return decisions[rank_of(kind)].second; }

template <class Rows>
bool any_in(const Rows& rows, const std::vector<row_number>& wanted) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](row_number row) { return contains(wanted, row); });
}

// A task is proposed for an indicator only where a threshold says from when on. What falls due
// ahead needs no decision yet.
bool asks_for_decision(const state& s, const warning& w, const view& times) {
    if (rank_of(w.kind) == decisions.size()) return false;
    if (w.kind == warning_kind::review_of_document_due || w.kind == warning_kind::papers_due)
        return w.days > 0;
    return w.kind != warning_kind::indicator_below ||
           s.indicators[w.thing].stated.at(times)->value.threshold.has_value();
}

// Of the warnings about one thing the one that says what must be decided, with all who must move by
// one of its kind.
warning decided_by(const state& s, std::vector<warning> all) {
    const auto key = [&](const warning& w) {
        return std::tuple{-w.days, codes_of(s.agencies, w.next)};
    };
    std::sort(all.begin(), all.end(),
              [&](const warning& a, const warning& b) { return key(a) < key(b); });
    warning what = all.front();
    for (const warning& w : all)
        if (proposed_by(w.kind) != proposed_by(what.kind) && rank_of(w.kind) < rank_of(what.kind))
            what = w;
    for (const warning& w : all)
        if (w.kind == what.kind)
            for (const row_number next : w.next)
                if (!contains(what.next, next)) what.next.push_back(next);
    return what;
}

struct matter {
    warning what{};
    int days_missed = 0;  // past the first day that the thing has missed, which may be another's
    int waiting = 0, not_shown = 0;
    std::set<std::string> agencies{};  // codes of the leads of what waits
    std::string_view proposed{};
    std::optional<civil_day> proposed_day{};
};

}  // namespace

table answer_agenda(const lens& through, const arguments& args) {
    const state& s = through.record;
    struct said {
        std::vector<warning> all{};
        std::optional<int> days_missed{};
    };
    std::map<std::pair<entity_kind, row_number>, said> by_thing;
    for (const warning& w : warnings_of(through, {})) {
        if (!asks_for_decision(s, w, through.times)) continue;
        said& known = by_thing[{w.of, w.thing}];
        if (!known.days_missed && w.due) known.days_missed = w.days;  // the latest comes first
        known.all.push_back(w);
    }

    // What a task carries out is decided with the task, where the same must move on both: as long
    // past as the one that is longer past.
    std::erase_if(by_thing, [&](const auto& one) {
        if (one.first.first != entity_kind::document_review) return false;
        const row_number task =
            s.document_reviews[one.first.second].stated.at(through.times)->value.task;
        const auto its = by_thing.find({entity_kind::task, task});
        const bool together = task != no_row && its != by_thing.end() &&
                              std::ranges::any_of(its->second.all, [&](const warning& w) {
                                  return w.next == one.second.all.front().next;
                              });
        if (together)
            its->second.days_missed = std::max(its->second.days_missed, one.second.days_missed);
        return together;
    });

    const counted_by_parts wholes{through, through.times.as_of};
    const auto today = [&](row_number task) { return wholes.judged(task); };
    std::unordered_map<row_number, bool> known;
    const waiting_tasks waiting{through, wholes, [&](row_number task) {
                                    const auto [open, added] = known.try_emplace(task, false);
                                    if (added) {
                                        const task_facts now = today(task);
                                        open->second =
                                            now.stated != nullptr && is_open(now.its_class);
                                    }
                                    return open->second;
                                }};

    std::vector<matter> matters;
    const std::vector<row_number> only = asked_rows(through, args, field::agency);
    for (const auto& [thing, one] : by_thing) {
        const bool theirs =
            thing.first == entity_kind::task && any_in(*today(thing.second).leads, only);
        // Who does not lead it is told what it must move itself.
        std::vector<warning> of_them;
        if (!theirs)
            std::copy_if(one.all.begin(), one.all.end(), std::back_inserter(of_them),
                         [&](const warning& w) { return any_in(w.next, only); });
        bool wanted = only.empty() || theirs || !of_them.empty();
        matter m;
        m.what = decided_by(s, of_them.empty() ? one.all : of_them);
        m.days_missed = one.days_missed.value_or(0);
        m.proposed = proposed_by(m.what.kind);
        const warning& w = m.what;
        if (w.of == entity_kind::task) {
            const auto [all, hidden] = waiting.all_on(w.thing);
            m.waiting = static_cast<int>(all.size());
            m.not_shown = hidden;
            for (const row_number t : all)
                for (const row_number lead : *today(t).leads) {
                    m.agencies.insert(s.agencies[lead].code);
                    wanted = wanted || contains(only, lead);
                }
            if (w.kind == warning_kind::extension_pending)
                m.proposed_day = proposed_day(s.tasks[w.thing], through.times)->day;
        }
        if (!wanted) continue;
        matters.push_back(std::move(m));
    }
    const auto key = [&](const matter& m) {
        return std::tuple{-m.waiting, -m.days_missed, m.what.kind,
                          std::string_view{code_of(s, m.what.of, m.what.thing)}};
    };
    std::sort(matters.begin(), matters.end(),
              [&](const matter& a, const matter& b) { return key(a) < key(b); });
    if (matters.size() > at_most) matters.resize(at_most);

    answer_rows out{question_kind::agenda};
    std::int64_t place = 0;
    for (const matter& m : matters) {
        std::string agencies;
        for (const std::string& a : m.agencies) agencies += (agencies.empty() ? "" : " ") + a;
        out.put(++place);
        out.put(name_of(m.what.kind));
        out.put(name_of(m.what.of));
        out.put(code_of(s, m.what.of, m.what.thing));
        out.put(codes_of(s.agencies, m.what.next));
        out.put(m.what.due ? std::optional<std::int64_t>{m.what.days} : std::nullopt);
        out.put(std::int64_t{m.waiting});
        out.put(agencies);
        out.put(m.proposed);
        out.put(m.proposed_day);
        out.put(m.what.due);
        out.put(m.what.forecast);
        out.put(m.what.forecast ? std::optional<std::int64_t>{m.what.forecast_delay}
                                : std::nullopt);
        out.put(std::int64_t{m.not_shown});
    }
    return out.finish(args);
}

}  // namespace mandate
