// Questions about the record itself: who may do what, what changed, the host's attributes.

#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/apply.hpp"
#include "model/delay_causes.hpp"
#include "model/handed_over.hpp"
#include "model/moves.hpp"
#include "model/pending.hpp"
#include "model/permissions.hpp"
#include "model/task_rules.hpp"
#include "review/answers.hpp"

#include <algorithm>

namespace mandate {
namespace {

using f = field;

void add(std::vector<row_number>& all, row_number one) {
    if (one != no_row && !contains(all, one)) all.push_back(one);
}
void add(std::vector<row_number>& all, const auto& list) {
    for (const row_number one : list) add(all, one);
}

// The agencies that a version of an attribute names, whatever for.
template <class Value>
void add_named(std::vector<row_number>& all, const Value& v) {
    if constexpr (requires { v.agency; }) add(all, v.agency);
    if constexpr (requires { v.leads; }) add(all, v.leads);
    if constexpr (requires { v.coordinating; })
        if (v.coordinating) add(all, *v.coordinating);
    if constexpr (requires { v.addressed_to; }) add(all, v.addressed_to);
    if constexpr (requires { v.responsible; }) add(all, v.responsible);
    if constexpr (requires { v.blamed; }) add(all, v.blamed);
    if constexpr (requires { v.owed_by; }) add(all, v.owed_by);
    if constexpr (requires { v.issuer; }) add(all, v.issuer);
    if constexpr (requires { v.into; }) add(all, v.into);
    if constexpr (requires { v.delegate; }) add(all, v.delegate);
}

// Calls take(v) for what the event `e`, and a correction at its place that is known, stated of the
// attribute.
template <class Value, class Take>
void each_stated(const versions<Value>& all, const event_record& e, seq_number seq,
                 seq_number known, Take&& take_known) {
    const auto told = all.all();
    const auto take = [&](const version<Value>& v) {
        if (v.seq <= known) take_known(v);
    };
    if (e.place != seq || e.corrected_by != 0) {  // a correction may have moved it to another day
        for (const auto& v : told)
            if (v.place == e.place) take(v);
        return;
    }
    const auto before = [](const auto& v, const event_record& one) {
        return v.effective_on != one.effective_on ? v.effective_on < one.effective_on
                                                  : v.place < one.place;
    };
    for (auto v = std::lower_bound(told.begin(), told.end(), e, before);
         v != told.end() && v->effective_on == e.effective_on && v->place == e.place; ++v)
        take(*v);
}

// Whom the event itself names: also who lost the task, owes a condition, is blamed, is to issue a
// document, was set a target, or gave and got rights.
void add_named_by(std::vector<row_number>& all, const state& s, entity_kind kind, row_number row,
                  const event_record& e, seq_number seq, seq_number known) {
    const auto look = [&](const auto&... attributes) {
        (each_stated(attributes, e, seq, known, [&](const auto& v) { add_named(all, v.value); }),
         ...);
    };
    switch (kind) {
        case entity_kind::agency: {
            const agency_record& a = s.agencies[row];
            look(a.ended, a.handed);
            each_stated(a.moved, e, seq, known, [&](const auto& v) { add(all, v.value.parent); });
            break;
        }
        case entity_kind::task: {
            const task_record& t = s.tasks[row];
            const auto& life = t.life();
            look(t.held, life.reports, life.explanations, life.obligations, life.answers,
                 life.rejoinders, life.verifications, life.extension_requests, life.reminders,
                 life.blocks, life.expected, life.ratings, life.charges);
            each_stated(life.unblocks, e, seq, known, [&](const auto& v) {
                for (const auto* b : standing_blocks(t, {v.effective_on, v.seq - 1}))
                    add(all, b->value.owed_by);
            });
            each_stated(t.held, e, seq, known, [&](const auto& v) {
                const view before{v.effective_on, v.seq - 1};
                if (const auto* held = t.held.at(before)) add(all, held->value.leads);
                add(all, t.coordinating(before));
            });
            break;
        }
        case entity_kind::recommendation: {
            const recommendation_record& r = s.recommendations[row];
            look(r.answers, r.judgements);
            break;
        }
        case entity_kind::indicator: {
            const indicator_record& i = s.indicators[row];
            look(i.targets, i.observations, i.bases);
            break;
        }
        case entity_kind::consultation:
            look(s.consultations[row].answers);
            break;
        case entity_kind::document_review:
            look(s.document_reviews[row].stated, s.document_reviews[row].completed);
            break;
        case entity_kind::policy:
            look(s.policies[row].delegations);
            break;
        default:
            break;
    }
}

// Whom an event on this thing concerns, by all that is known in the view.
std::vector<row_number> concerned(const state& s, entity_kind kind, row_number row,
                                  seq_number known) {
    const view head{last_day, known};
    std::vector<row_number> all;
    switch (kind) {
        case entity_kind::agency:
            add(all, row);
            break;
        case entity_kind::meeting:
            if (const auto* told = s.meetings[row].stated.at(head)) add(all, told->value.body);
            break;
        case entity_kind::conclusion:
            if (const auto* told = s.conclusions[row].stated.at(head))
                add(all, told->value.addressed_to);
            break;
        case entity_kind::task:
            if (const auto* held = s.tasks[row].held.at(head)) {
                add(all, held->value.leads);
                add(all, s.tasks[row].coordinating(head));
            }
            if (const auto* told = s.tasks[row].stated.at(head)) add(all, told->value.assigner);
            add(all, assigner_of(s, row, head));
            break;
        case entity_kind::link:
            if (const auto* told = s.links[row].stated.at(head)) {
                add(all, concerned(s, entity_kind::task, told->value.task, known));
                add(all, concerned(s, entity_kind::task, told->value.after, known));
            }
            break;
        case entity_kind::recommendation:
            if (const auto* told = s.recommendations[row].stated.at(head)) {
                add(all, told->value.raised_by);
                add(all, told->value.addressed_to);
                add(all, told->value.authority);
                const recommendation_owers now = owers_of_recommendation(s, row, head);
                add(all, now.raised_by);
                add(all, now.addressed_to);
                add(all, now.authority);
                add(all, now.all_forwarded_to);
            }
            s.recommendations[row].answers.each(
                head, [&](const auto& a) { add(all, a.value.forwarded_to); });
            break;
        case entity_kind::programme:
            if (const auto* told = s.programmes[row].stated.at(head)) add(all, told->value.agency);
            break;
        case entity_kind::item:
            if (const auto* told = s.items[row].stated.at(head)) {
                add(all, told->value.leads);
                add(all, told->value.body);
                add(all, concerned(s, entity_kind::programme, told->value.programme, known));
            }
            break;
        case entity_kind::indicator:
            if (const auto* told = s.indicators[row].stated.at(head)) add(all, told->value.owner);
            add(all, owner_of(s, row, head));
            break;
        case entity_kind::consultation:
            if (const auto* told = s.consultations[row].stated.at(head)) {
                add(all, told->value.agency);
                add(all, told->value.asked);
                add(all, owers_of(s, {entity_kind::consultation, row}, told->value.asked, head));
            }
            break;
        case entity_kind::document_review:
            if (const auto* told = s.document_reviews[row].stated.at(head))
                add(all, owers_of(s, {entity_kind::document_review, row}, told->value.leads, head));
            break;
        default:
            break;
    }
    return all;
}

// A link is about both of its tasks, a consultation about its task.
bool is_about(const state& s, entity_kind kind, row_number row, row_number task, seq_number known) {
    const view head{last_day, known};
    if (row == no_row) return false;
    if (kind == entity_kind::consultation) {
        const auto* told = s.consultations[row].stated.at(head);
        return told != nullptr && told->value.task == task;
    }
    if (kind != entity_kind::link) return kind == entity_kind::task && row == task;
    const auto* told = s.links[row].stated.at(head);
    return told != nullptr && (told->value.task == task || told->value.after == task);
}

std::string_view subject_code(const state& s, entity_kind kind, row_number row) {
    if (kind == entity_kind::none || kind == entity_kind::policy) return {};
    return code_of(s, kind, row);
}

}  // namespace

table answer_moves(const lens& through, const arguments& args) {
    const row_number row = asked_row(through, args, f::task);
    const row_number agency = asked_row(through, args, f::agency);
    const state& s = through.record;
    const auto code_if = [&](row_number one) {
        return one == no_row ? std::string{} : s.agencies[one].code;
    };
    const std::string actor = code_if(agency);
    const std::string reader = code_if(agency != no_row ? agency : through.viewer);
    answer_rows out{question_kind::moves};
    if (s.tasks[row].stated.at(head_view(s)) == nullptr) return out.finish(args);
    for (const move_row& each : move_table()) {
        auto refused = refusal_of(s, row, each.move, actor, through.times.as_of);
        if (refused) leave_out_hidden(s, reader, through.times.as_of, refused->why, refused->facts);
        out.put(descriptor_of(each.move).name);
        out.put_flag(!refused);
        out.put(refused ? std::string_view{refused->rule} : std::string_view{});
        out.put(refused ? std::string_view{refused->why} : std::string_view{});
    }
    return out.finish(args);
}

table answer_permissions(const arguments& args) {
    answer_rows out{question_kind::permissions};
    for (const command_descriptor& c : commands()) {
        out.put(c.name);
        out.put(c.id == command_kind::void_event ? "office, or who may record what is withdrawn"
                                                 : std::string_view{parties_text(who_may(c.id))});
    }
    return out.finish(args);
}

table answer_rules(const arguments& args) {
    answer_rows out{question_kind::rules};
    for (const move_row& each : move_table()) {
        out.put(descriptor_of(each.move).name);
        for (const std::string_view rule : each.refused_by) out.put(rule);
    }
    return out.finish(args);
}

table answer_causes(const lens& through, const arguments& args) {
    answer_rows out{question_kind::causes};
    const std::string wanted = fold(args.text(f::text).value_or(""));
    const auto put = [&](std::string_view key, const words& name) {
        bool found = wanted.empty();
        for (const std::string_view text :
             {key, std::string_view{name.vi}, std::string_view{name.en}, std::string_view{name.tr}})
            found = found || fold(text).find(wanted) != std::string::npos;
        if (!found) return;
        out.put(key);
        out.put(name.vi);
        out.put(name.en);
        out.put(name.tr);
    };
    for (const std::string_view key : default_causes()) put(key, {});
    if (through.record.policies.size() > 0)
        through.record.policies[0].causes.each(
            through.times, [&](const auto& c) { put(c.value.key, c.value.name); });
    return out.finish(args);
}

table answer_changes(const lens& through, const arguments& args) {
    const row_number agency = asked_row(through, args, f::agency);
    const row_number task = asked_row(through, args, f::task);
    const state& s = through.record;
    answer_rows out{question_kind::changes};
    for (std::int64_t seq = *args.integer(f::since) + 1; seq <= through.times.known; ++seq) {
        const event_record& e = s.events[static_cast<std::size_t>(seq - 1)];
        const auto kind_of = [](const event_record& of) {
            return of.set_aside ? entity_kind::none : subject_kind(of.kind);
        };
        entity_kind kind = kind_of(e);
        row_number row = e.subject;
        // A withdrawal is about what it withdraws.
        if (e.kind == command_kind::void_event) {
            const event_record& old = s.events[e.place - 1];
            kind = kind_of(old);
            row = old.subject;
        }
        const bool correction = e.place != seq;
        if (row != no_row && !through.may_see(kind, row)) continue;
        if (task != no_row && !is_about(s, kind, row, task, through.times.known)) continue;
        std::vector<row_number> agencies = concerned(s, kind, row, through.times.known);
        if (row != no_row)
            add_named_by(agencies, s, kind, row, e, static_cast<seq_number>(seq),
                         through.times.known);
        if (agency != no_row && !contains(agencies, agency)) continue;
        std::sort(agencies.begin(), agencies.end(), [&](row_number a, row_number b) {
            return s.agencies[a].code < s.agencies[b].code;
        });
        std::string code{subject_code(s, kind, row)};
        if (kind == entity_kind::attribute) {
            const attribute_record& a = s.attributes[row];
            kind = a.kind;
            code = subject_code(s, a.kind, a.row);
        }
        out.put(seq);
        out.put(e.effective_on);
        out.put(descriptor_of(e.kind).name);
        out.put(kind == entity_kind::none || kind == entity_kind::policy ? std::string_view{}
                                                                         : name_of(kind));
        out.put(code);
        out.put_flag(correction);
        out.put(e.corrected_by != 0 && e.corrected_by <= through.times.known
                    ? std::optional<std::int64_t>{e.corrected_by}
                    : std::nullopt);
        out.put(codes_of(s.agencies, agencies));
    }
    return out.finish(args);
}

table answer_signatures(const lens& through, const arguments& args) {
    const auto event = args.integer(f::event);
    const shared_rows<signature_record>& all = through.record.signatures;
    answer_rows out{question_kind::signatures};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const signature_record& one = all[i];
        if (one.at.seq > through.times.known || one.at.effective_on > through.times.as_of) continue;
        if (event && one.signs != *event) continue;
        out.put(std::int64_t{one.signs});
        out.put(one.at.effective_on);
        out.put(one.public_key);
        out.put(one.signature);
        out.put(std::int64_t{one.at.seq});
    }
    return out.finish(args);
}

table answer_destroyed_words(const lens& through, const arguments& args) {
    const state& s = through.record;
    const auto asked = args.integer(f::event);
    answer_rows out{question_kind::destroyed_words};
    for (std::size_t i = 0; i < s.shreddings.size(); ++i) {
        const shredding_record& one = s.shreddings[i];
        if (one.at.seq > through.times.known || one.at.effective_on > through.times.as_of) continue;
        if ((asked && one.event != *asked) || !may_see_event(through, one.event)) continue;
        std::string copies;
        for (const seq_number copy : one.copies) {
            const seq_number order = s.events[copy - 1].shredded_by;
            if ((order != 0 && order <= through.times.known) || !may_see_event(through, copy))
                continue;
            copies += (copies.empty() ? "" : " ") + std::to_string(copy);
        }
        out.put(std::int64_t{one.event});
        out.put(descriptor_of(s.events[one.event - 1].kind).name);
        out.put(one.at.effective_on);
        out.put(one.ordered_by);
        out.put(through.code(entity_kind::document, one.document));
        out.put(one.reason);
        out.put(std::int64_t{one.at.seq});
        out.put(copies);
    }
    return out.finish(args);
}

table answer_attributes(const lens& through, const arguments& args) {
    const auto key = args.text(f::host_key);
    const state& s = through.record;
    answer_rows out{question_kind::attributes};
    for (std::size_t i = 0; i < s.attributes.size(); ++i) {
        const attribute_record& a = s.attributes[i];
        const auto* told = a.stated.at(through.times);
        if (told == nullptr || told->value.empty() || (key && a.key != *key)) continue;
        if (!through.may_see(a.kind, a.row)) continue;
        out.put(name_of(a.kind));
        out.put(subject_code(s, a.kind, a.row));
        out.put(a.key);
        out.put(told->value);
    }
    return out.finish(args);
}

}  // namespace mandate
