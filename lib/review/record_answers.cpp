// Questions about the record itself: who may do what, what changed, the host's attributes.

#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/apply.hpp"
#include "model/delay_causes.hpp"
#include "model/moves.hpp"
#include "model/permissions.hpp"
#include "model/rules.hpp"
#include "model/task_rules.hpp"
#include "review/agencies_concerned.hpp"
#include "review/answers.hpp"

#include <algorithm>

namespace mandate {
namespace {

using f = field;

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
    const auto put = [&](const default_cause& cause) {
        const auto texts = {cause.key, cause.vi, cause.en, cause.tr};
        if (std::ranges::none_of(texts, [&](std::string_view text) {
                return fold(text).find(wanted) != std::string::npos;
            }))
            return;
        for (const std::string_view text : texts) out.put(text);
    };
    std::ranges::for_each(default_causes(), put);
    if (through.record.policies.size() > 0)
        through.record.policies[0].causes.each(through.times, [&](const auto& c) {
            put({c.value.key, c.value.name.vi, c.value.name.en, c.value.name.tr});
        });
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
            const event_record& old = s.events[stated_before(s, static_cast<seq_number>(seq)) - 1];
            kind = kind_of(old);
            row = old.subject;
        }
        const bool correction = e.place != seq;
        if (!through.may_see_event(static_cast<seq_number>(seq))) continue;
        const told_event event{kind, row, static_cast<seq_number>(seq)};
        if (task != no_row && !is_about_task(through, event, task)) continue;
        std::vector<row_number> agencies = agencies_concerned(through, event);
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
        std::optional<std::int64_t> corrected_by;
        if (e.corrected_by != 0 && e.corrected_by <= through.times.known)
            corrected_by = through.may_see_event(e.corrected_by) ? e.corrected_by : 0;
        out.put(corrected_by);
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
        if ((event && one.signs != *event) || !through.may_see_event(one.signs)) continue;
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
        if ((asked && one.event != *asked) || !through.may_see_event(one.event)) continue;
        std::string copies;
        for (const seq_number copy : one.copies) {
            const seq_number order = s.events[copy - 1].shredded_by;
            if ((order != 0 && order <= through.times.known) || !through.may_see_event(copy))
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
