#include "review/holder_of_days.hpp"

#include "model/agency_life.hpp"
#include "model/destroyed_words.hpp"
#include "model/handed_over.hpp"
#include "model/matter_rules.hpp"
#include "model/opinions.hpp"
#include "review/answers.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace mandate {
namespace {

void order(std::vector<civil_day>& days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

// The days on which the agency and those that go on for it came to their ends.
std::vector<civil_day> ends_after(const state& s, row_number agency, const view& at) {
    std::vector<row_number> all{agency};
    std::vector<civil_day> days;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto end = end_of(s.agencies[all[i]], at);
        if (!end) continue;
        days.push_back(end->on);
        if (end->told == nullptr) continue;
        for (const row_number next : end->told->into)
            if (!contains(all, next)) all.push_back(next);
    }
    return days;
}

}  // namespace

std::string_view name_of(held_as how) noexcept {
    constexpr std::array<std::string_view, held_as_count> names{
        "condition", "acceptance", "coordinating", "lead", "objective"};
    return names[static_cast<std::size_t>(how)];
}

holder_of_days::holder_of_days(const lens& through, row_number task, const task_facts& facts,
                               const std::vector<row_number>* consultations)
    : through_{through},
      row_{task},
      task_{through.record.tasks[task]},
      facts_{facts},
      rests_{rests_of(task_, through.times)} {
    read_conditions(task_, true, first_day, {});
    if (consultations != nullptr) read_opinions(*consultations);
    read_own_parts();
    // That which is overdue longest comes first.
    std::stable_sort(overdue_.begin(), overdue_.end(), [&](const turn& a, const turn& b) {
        const auto& agencies = through_.record.agencies;
        return a.since != b.since ? a.since < b.since
                                  : agencies[a.agency].code < agencies[b.agency].code;
    });
}

void holder_of_days::wait_for(row_number before, const task_facts& facts, civil_day first,
                              civil_day last, bool shown) {
    for (turn& one : handed_in(before, facts)) {
        one.first = std::max(one.first, first);
        one.last = std::min(one.last.value_or(last), last);
        if (one.first > *one.last) continue;
        one.because = shown && through_.may_see(entity_kind::task, before)
                          ? through_.record.tasks[before].code
                          : std::string{"(not shown)"};
        submissions_.push_back(std::move(one));
    }
}

held_days holder_of_days::on(civil_day day) const {
    for (const auto& [list, how] : {std::pair{&conditions_, held_as::condition},
                                    std::pair{&submissions_, held_as::acceptance},
                                    std::pair{&overdue_, held_as::coordinating}})
        for (const turn& one : *list)
            if (one.holds(day)) return {one.agency, how, 0, {}, {}, one.because};
    return {no_row, held_as::lead, 0, {}, {}, {}};
}

std::vector<civil_day> holder_of_days::changes_after(civil_day day) const {
    std::vector<civil_day> all;
    for (const turns* list : {&conditions_, &submissions_, &overdue_})
        for (const turn& one : *list) {
            all.push_back(one.first);
            if (one.last) all.push_back(*one.last + 1);
        }
    task_.held.each(through_.times, [&](const auto& h) { all.push_back(h.effective_on); });
    order(all);
    std::erase_if(all, [&](civil_day change) { return change <= day; });
    return all;
}

std::vector<row_number> holder_of_days::leads_on(civil_day day) const {
    const auto* then = task_.held.at(seen_on(day));
    const small_list<row_number>* leads = then != nullptr ? &then->value.leads : facts_.leads;
    return {leads->begin(), leads->end()};
}

// By each who has it in turn: from the day on which it was handed over, and from the end of who had
// it by the one that alone goes on. An opinion that nobody is left to give the lead must ask of
// somebody else (decision 65); what else is owed stays with who owed it.
void holder_of_days::put_by_turns(turns& all, held_as how, const turn& whole,
                                  const owed_thing* thing) const {
    if (whole.last && *whole.last < whole.first) return;
    if (whole.agency == no_row) {
        all.push_back(whole);
        return;
    }
    const state& s = through_.record;
    std::vector<civil_day> changes{whole.first};
    std::vector<row_number> owers{whole.agency};
    if (thing != nullptr) owers = chain_of_owers(s, *thing, whole.agency, through_.times);
    for (const row_number one : owers) {
        if (thing != nullptr)
            s.agencies[one].handed.each(through_.times, [&](const auto& h) {
                if (thing->is_meant_by(h.value)) changes.push_back(h.effective_on);
            });
        const std::vector<civil_day> ends = ends_after(s, one, through_.times);
        changes.insert(changes.end(), ends.begin(), ends.end());
    }
    order(changes);
    std::erase_if(changes, [&](civil_day change) { return !whole.holds(change); });
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const view then = seen_on(changes[i]);
        const row_number ower =
            thing == nullptr ? whole.agency : ower_of(s, *thing, whole.agency, then);
        const row_number now = sole_successor(s, ower, then).agency;
        if (now == no_row && how == held_as::coordinating) continue;
        turn one = whole;
        one.agency = now != no_row ? now : ower;
        one.first = changes[i];
        if (i + 1 < changes.size()) one.last = changes[i + 1] - 1;
        all.push_back(std::move(one));
    }
}

void holder_of_days::put_overdue(turn whole, const owed_thing* thing) {
    for (const days_at_rest& rest : rests_) {
        if (whole.last && *whole.last < rest.first) break;
        turn before = whole;
        before.last = rest.first - 1;
        put_by_turns(overdue_, held_as::coordinating, before, thing);
        if (!rest.resumed) return;
        whole.first = std::max(whole.first, *rest.resumed);
    }
    put_by_turns(overdue_, held_as::coordinating, whole, thing);
}

void holder_of_days::read_conditions(const task_record& of, bool shown, civil_day since,
                                     const std::optional<civil_day>& cancelled) {
    of.life().blocks.each(through_.times, [&](const auto& b) {
        std::optional<civil_day> last = lifted_on(of, b, through_.times);
        if (cancelled && (!last || *cancelled < *last)) last = cancelled;
        if (last) last = *last - 1;
        const civil_day first = std::max(b.effective_on, since);
        turn one{b.value.owed_by, first, last, std::string{words_in(b.value.condition)}, first};
        if (!shown) one.agency = no_row, one.because = "(not shown)";
        put_by_turns(conditions_, held_as::condition, one, nullptr);
    });
}

// From the day after it was handed in to the day of the answer.
holder_of_days::turns holder_of_days::handed_in(row_number task, const task_facts& facts) const {
    if (facts.documents_expected > 0) return {};  // nobody accepts a draft
    const auto& life = through_.record.tasks[task].life();
    const owed_thing decision{entity_kind::task, task};
    turns all;
    life.submissions.each(through_.times, [&](const auto& submission) {
        std::optional<civil_day> answered;
        life.decisions.each(through_.times, [&](const auto& d) {
            if (d.value.submission == submission.place) answered = d.effective_on;
        });
        const civil_day first = submission.effective_on + 1;
        put_by_turns(all, held_as::acceptance,
                     {facts.stated->value.assigner, first, answered, {}, first}, &decision);
    });
    return all;
}

// Past their day, and not before they were asked for.
void holder_of_days::read_opinions(const std::vector<row_number>& consultations) {
    const state& s = through_.record;
    for (const row_number c : consultations) {
        const auto& told = *s.consultations[c].stated.at(through_.times);
        const std::optional<civil_day> due = owed_by(through_, task_, told.value.answer_due);
        if (!due || told.value.silence == silence_kind::agreement) continue;
        const civil_day since = std::max(*due + 1, told.effective_on);
        const owed_thing its_opinion{entity_kind::consultation, c};
        for (const asked_for_opinion& one : asked_in(s, c, through_.times)) {
            std::optional<civil_day> last;
            if (const auto* answer = one.answer(s, c, through_.times)) last = answer->effective_on;
            put_overdue({one.asked, since, last, s.consultations[c].code, since}, &its_opinion);
        }
    }
}

// Of who coordinated the task on the day, by what was stated of its own part, its day and the
// task's deadline by then. Who only takes part owes the whole's deadline together with the lead,
// and nothing before.
void holder_of_days::read_own_parts() {
    if (task_.life().obligations.at(through_.times) == nullptr) return;
    const std::vector<civil_day> changes = changes_of_parts();
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const civil_day first = changes[i];
        const std::optional<civil_day> last =
            i + 1 < changes.size() ? std::optional{changes[i + 1] - 1} : std::nullopt;
        const task_facts then = facts_of(through_.record, task_, first, through_.times);
        if (then.stated == nullptr) continue;
        const auto take = [&](const version<task_record::answer>* until) {
            for (const part_of_task& part : parts_of(through_.on(first), task_, then, until)) {
                if (part.role != assignment_role::coordinating || !part.due ||
                    part.asked == nullptr ||
                    (part.answer != nullptr && part.answer->effective_on < first) ||
                    (until != nullptr && part.answer != until))
                    continue;
                const civil_day since = std::max(*part.due + 1, part.asked->effective_on);
                put_overdue({part.agency, std::max(first, since), last, {}, since}, nullptr);
            }
        };
        take(nullptr);
        // What was answered on that day and asked anew after it is held by the answer's day, too.
        task_.life().answers.each(through_.times, [&](const auto& a) {
            if (a.effective_on == first) take(&a);
        });
    }
}

// The days on which it may have become another's, or due on another day, or was answered.
std::vector<civil_day> holder_of_days::changes_of_parts() const {
    std::vector<civil_day> all;
    const auto take = [&](const auto& said, int later) {
        said.each(through_.times,
                  [&](const auto& one) { all.push_back(one.effective_on + later); });
    };
    const auto& life = task_.life();
    take(task_.held, 0), take(task_.deadline, 0), take(life.obligations, 0), take(life.answers, 1);
    take(life.conditions, 0);
    life.obligations.each(through_.times, [&](const auto& o) {
        for (const civil_day end : ends_after(through_.record, o.value.agency, through_.times))
            all.push_back(end);
    });
    order(all);
    std::erase_if(all, [&](civil_day day) { return day > through_.times.as_of; });
    return all;
}

}  // namespace mandate
