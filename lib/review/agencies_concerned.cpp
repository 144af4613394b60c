#include "review/agencies_concerned.hpp"

#include "mandate/model/descriptor.hpp"
#include "model/agency_life.hpp"
#include "model/apply.hpp"
#include "model/handed_over.hpp"
#include "model/pending.hpp"
#include "model/place.hpp"
#include "review/answers.hpp"

#include <algorithm>

namespace mandate {
namespace {

class concerned_list {
public:
    concerned_list(const lens& through, const told_event& told)
        : through_{through},
          s_{through.record},
          e_{through.record.events[told.seq - 1]},
          seq_{told.seq},
          head_{last_day, through.times.known} {}

    std::vector<row_number> take() { return std::move(all_); }

    // Whom the thing concerns, whatever the event says of it.
    void add_thing(entity_kind kind, row_number row);
    // Whom the event itself names, and whom the thing named before it.
    void add_named_by_event(entity_kind kind, row_number row);

private:
    void add(row_number one) {
        if (one != no_row && !contains(all_, one)) all_.push_back(one);
    }
    void add(const auto& list) {
        for (const row_number one : list) add(one);
    }
    // What is told of the thing, or, where that was withdrawn, was told last.
    template <class Value>
    const version<Value>* last_word(const versions<Value>& all) const {
        if (const auto* told = all.at(head_)) return told;
        const version<Value>* last = nullptr;
        for (const auto& v : all.all())
            if (v.seq <= head_.known) last = &v;
        return last;
    }
    template <class Value>
    void add_named(const Value& v);
    template <class Value, class Take>
    void each_stated(const versions<Value>& all, Take&& take) const;
    void add_post(row_number row) {
        if (row == no_row) return;
        if (const auto* post = s_.posts[row].stated.at(head_)) add(post->value.agency);
    }
    void add_task(row_number task) {
        if (task != no_row && through_.may_see(entity_kind::task, task))
            add_thing(entity_kind::task, task);
    }
    void add_named_in_task(const task_record& t);
    void add_named_by_day(row_number row);

    const lens& through_;
    const state& s_;
    const event_record& e_;
    const seq_number seq_;
    const view head_;
    std::vector<row_number> all_;
};

// The agencies that a version of an attribute names, whatever for; a post stands for the agency
// that it is in. Who decided, and whose document it was, is not among them.
template <class Value>
void concerned_list::add_named(const Value& v) {
    if constexpr (requires { v.agency; }) add(v.agency);
    if constexpr (requires { v.assigner; }) add(v.assigner);
    if constexpr (requires { v.leads; }) add(v.leads);
    if constexpr (requires { v.coordinating; })
        if (v.coordinating) add(*v.coordinating);
    if constexpr (requires { v.addressed_to; }) add(v.addressed_to);
    if constexpr (requires { v.to.begin(); }) add(v.to);
    if constexpr (requires { v.asked; }) add(v.asked);
    if constexpr (requires { v.raised_by; }) add(v.raised_by);
    if constexpr (requires { v.authority; }) add(v.authority);
    if constexpr (requires { v.forwarded_to; }) add(v.forwarded_to);
    if constexpr (requires { v.responsible; }) add(v.responsible);
    if constexpr (requires { v.blamed; }) add(v.blamed);
    if constexpr (requires { v.owed_by; }) add(v.owed_by);
    if constexpr (requires { v.issuer; }) add(v.issuer);
    if constexpr (requires { v.owner; }) add(v.owner);
    if constexpr (requires { v.body; }) add(v.body);
    if constexpr (requires { v.into; }) add(v.into);
    if constexpr (requires { v.delegate; }) add(v.delegate);
    if constexpr (requires { v.members; }) add(v.members);
    if constexpr (requires { v.office; }) add(v.office), add(v.inspection);
    // What a recommendation or an item of a programme comes to.
    if constexpr (
        requires { v.task, v.status; } || requires { v.task, v.programme; })
        add_task(v.task);
    if constexpr (requires { v.post; }) add_post(v.post);
    if constexpr (requires { v.official; })
        if (v.official != no_row)
            each_post_held(s_, s_.officials[v.official], {e_.effective_on, head_.known},
                           [&](row_number post) { add_post(post); });
}

// Calls take(version) for what the event, and a correction at its place that is known, stated of
// the attribute, as far as the viewer may see it.
template <class Value, class Take>
void concerned_list::each_stated(const versions<Value>& all, Take&& take_known) const {
    each_at_place_of(seq_, s_, all, [&](const auto& v) {
        if (v.seq <= head_.known && (v.seq == seq_ || through_.may_see_event(v.seq))) take_known(v);
    });
}

void concerned_list::add_named_in_task(const task_record& t) {
    each_stated(t.held, [&](const auto& v) {
        const view before{v.effective_on, v.seq - 1};
        if (const auto* held = t.held.at(before)) add(held->value.leads);
        add(t.coordinating(before));
    });
    each_stated(t.life().unblocks, [&](const auto& v) {
        for (const auto* b : standing_blocks(t, {v.effective_on, v.seq - 1})) add(b->value.owed_by);
    });
    each_stated(t.life().fan_outs, [&](const auto& v) {
        for (const row_number instance : v.value.instances) {
            if (!through_.may_see(entity_kind::task, instance)) continue;
            add_task(instance);
            each_stated(s_.tasks[instance].held, [&](const auto& h) { add_named(h.value); });
        }
    });
}

// Days and calendars are things of no kind.
void concerned_list::add_named_by_day(row_number row) {
    const command_kind said =
        e_.kind == command_kind::void_event ? s_.events[e_.place - 1].kind : e_.kind;
    if (said == command_kind::except_day)
        each_stated(s_.day_facts[row].stated, [&](const auto& v) { add_named(v.value); });
    if (said == command_kind::set_work_calendar) add(s_.work_calendars[row].agency);
}

void concerned_list::add_named_by_event(entity_kind kind, row_number row) {
    if (kind == entity_kind::none) return add_named_by_day(row);
    with_rows(s_, kind, [&](const auto& rows) {
        const auto& record = rows[row];
        const auto look = [&](const auto& attribute) {
            each_stated(attribute, [&](const auto& v) { add_named(v.value); });
        };
        if constexpr (requires { record.attributes(look); }) {
            record.attributes(look);
        } else {
            auto copy = record;  // shares what it holds
            copy.attributes(look);
        }
        if constexpr (requires { record.stated; })
            each_stated(record.stated, [&](const auto& v) {
                if (const auto* before = record.stated.at({v.effective_on, v.seq - 1}))
                    add_named(before->value);
            });
        if constexpr (requires { record.moved; }) {
            each_stated(record.stated, [&](const auto& v) { add(v.value.parent); });
            each_stated(record.moved, [&](const auto& v) {
                add(v.value.parent);
                add(parent_of(s_, row, {v.effective_on, v.seq - 1}));
            });
        }
    });
    if (kind == entity_kind::task) add_named_in_task(s_.tasks[row]);
    if (kind == entity_kind::recommendation)
        each_stated(s_.recommendations[row].related, [&](const auto& v) { add_task(v.value); });
    if (kind == entity_kind::policy)  // whose right it is
        each_stated(s_.policies[row].extension_limits,
                    [&](const auto& v) { add(v.value.decided_by); });
}

void concerned_list::add_thing(entity_kind kind, row_number row) {
    switch (kind) {
        case entity_kind::agency:
            add(row);
            break;
        case entity_kind::document:
            if (const auto* told = last_word(s_.documents[row].stated)) add_named(told->value);
            break;
        case entity_kind::post:
            if (const auto* told = last_word(s_.posts[row].stated)) add_named(told->value);
            break;
        case entity_kind::attribute:
            add_thing(s_.attributes[row].kind, s_.attributes[row].row);
            break;
        case entity_kind::meeting:
            if (const auto* told = last_word(s_.meetings[row].stated)) add(told->value.body);
            s_.meetings[row].persons.each(head_, [&](const auto& p) { add_named(p.value); });
            break;
        case entity_kind::conclusion:
            if (const auto* told = last_word(s_.conclusions[row].stated)) add_named(told->value);
            break;
        case entity_kind::task:
            if (const auto* held = last_word(s_.tasks[row].held)) {
                add(held->value.leads);
                add(s_.tasks[row].coordinating(head_));
            }
            if (const auto* told = last_word(s_.tasks[row].stated)) add(told->value.assigner);
            add(assigner_of(s_, row, head_));
            break;
        case entity_kind::link:
            if (const auto* told = last_word(s_.links[row].stated)) {
                add_thing(entity_kind::task, told->value.task);
                add_thing(entity_kind::task, told->value.after);
            }
            break;
        case entity_kind::recommendation:
            if (const auto* told = last_word(s_.recommendations[row].stated)) {
                add_named(told->value);
                const recommendation_owers now = owers_of_recommendation(s_, row, head_);
                add(now.raised_by);
                add(now.addressed_to);
                add(now.authority);
                add(now.all_forwarded_to);
            }
            s_.recommendations[row].answers.each(head_,
                                                 [&](const auto& a) { add(a.value.forwarded_to); });
            break;
        case entity_kind::programme:
            if (const auto* told = last_word(s_.programmes[row].stated)) add_named(told->value);
            break;
        case entity_kind::item:
            if (const auto* told = last_word(s_.items[row].stated)) {
                add_named(told->value);
                add(doers_of_item(s_, row, head_));
                add_thing(entity_kind::programme, told->value.programme);
            }
            break;
        case entity_kind::indicator:
            if (const auto* told = last_word(s_.indicators[row].stated)) add_named(told->value);
            add(owner_of(s_, row, head_));
            break;
        case entity_kind::consultation:
            if (const auto* told = last_word(s_.consultations[row].stated)) {
                add_named(told->value);
                add(owers_of(s_, {entity_kind::consultation, row}, told->value.asked, head_));
            }
            break;
        case entity_kind::document_review:
            if (const auto* told = last_word(s_.document_reviews[row].stated)) {
                add(owers_of(s_, {entity_kind::document_review, row}, told->value.leads, head_));
                if (told->value.leads.empty())
                    add_thing(entity_kind::document, told->value.document);
            }
            break;
        case entity_kind::review:
            if (const auto* told = last_word(s_.reviews[row].stated)) add_named(told->value);
            if (const auto* sent = last_word(s_.reviews[row].sent)) add_named(sent->value);
            break;
        default:
            break;
    }
}

std::vector<row_number> concerned_by_one(const lens& through, const told_event& told) {
    concerned_list list{through, told};
    list.add_thing(told.kind, told.row);
    if (told.row != no_row) list.add_named_by_event(told.kind, told.row);
    return list.take();
}

}  // namespace

std::vector<row_number> agencies_concerned(const lens& through, const told_event& told) {
    const state& s = through.record;
    std::vector<row_number> all = concerned_by_one(through, told);
    // A correction may be about another thing than what stood at its place before, as the days of
    // another agency are.
    for (seq_number before = s.events[told.seq - 1].place; before != told.seq && before != 0;
         before = s.events[before - 1].corrected_by) {
        const event_record& e = s.events[before - 1];
        if (e.set_aside || e.subject == no_row || e.kind == command_kind::void_event ||
            !through.may_see_event(before))
            continue;
        const told_event one{subject_kind(e.kind), e.subject, before};
        if (one.kind == told.kind && one.row == told.row) continue;
        for (const row_number agency : concerned_by_one(through, one))
            if (!contains(all, agency)) all.push_back(agency);
    }
    return all;
}

namespace {

// Whether the event, or a correction at its place that is known, stated such a thing.
template <class Value, class Is>
bool states(const lens& through, const told_event& told, const versions<Value>& all, Is&& is) {
    bool found = false;
    each_at_place_of(told.seq, through.record, all,
                     [&](const auto& v) { found |= v.seq <= through.times.known && is(v.value); });
    return found;
}

}  // namespace

bool hands_over(const lens& through, const told_event& told, entity_kind kind, row_number row) {
    return told.kind == entity_kind::agency &&
           states(through, told, through.record.agencies[told.row].handed, [&](const auto& h) {
               return thing_handed(h) == std::pair{kind, row};
           });
}

bool is_about_task(const lens& through, const told_event& told, row_number task) {
    const state& s = through.record;
    if (told.row == no_row) return false;
    const auto any_known = [&](const auto& attribute, auto&& is) {
        return std::ranges::any_of(
            attribute.all(), [&](const auto& v) { return v.seq <= through.times.known && is(v); });
    };
    const auto names_task = [&](const auto& value) { return value.task == task; };
    switch (told.kind) {
        case entity_kind::task:
            return told.row == task ||  // or it made the instance
                   states(through, told, s.tasks[task].stated, [](const auto&) { return true; });
        case entity_kind::agency:
            return hands_over(through, told, entity_kind::task, task);
        case entity_kind::recommendation:
            return states(through, told, s.recommendations[told.row].answers, names_task) ||
                   states(through, told, s.recommendations[told.row].related,
                          [&](const row_number of) { return of == task; });
        case entity_kind::policy:
            return states(through, told, s.policies[told.row].delegations, names_task);
        case entity_kind::item:
            return any_known(s.items[told.row].stated,
                             [&](const auto& v) { return v.value.task == task; });
        case entity_kind::document_review:
            return any_known(s.document_reviews[told.row].stated,
                             [&](const auto& v) { return v.value.task == task; });
        case entity_kind::attribute: {
            const attribute_record& its = s.attributes[told.row];
            return its.kind == entity_kind::task && its.row == task;
        }
        case entity_kind::consultation:
            return any_known(s.consultations[told.row].stated,
                             [&](const auto& v) { return v.value.task == task; });
        case entity_kind::link:
            return any_known(s.links[told.row].stated, [&](const auto& v) {
                return v.value.task == task || v.value.after == task;
            });
        default:
            return false;
    }
}

}  // namespace mandate
