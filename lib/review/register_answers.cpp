// What the registers hold, as it was recorded: meetings and who was there, terms, work programmes,
// links, and the ledger's own tables of who may what.

#include "model/task_facts.hpp"
#include "review/matters.hpp"
#include "review/question_parts.hpp"
#include "review/record_questions.hpp"
#include "review/slow_limits.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;

// Rows that are there in the view and that the viewer may see, by `key`.
template <class Rows, class Fits, class Key>
std::vector<row_number> listed(const lens& through, const view& at, entity_kind kind,
                               const Rows& rows, Fits&& fits, Key&& key) {
    std::vector<row_number> found;
    for (row_number row = 0; row < rows.size(); ++row) {
        const auto* told = rows[row].stated.at(at);
        if (told != nullptr && through.may_see(kind, row) && fits(row, *told)) found.push_back(row);
    }
    std::sort(found.begin(), found.end(), [&](row_number a, row_number b) {
        return std::pair{key(*rows[a].stated.at(at)), std::string_view{rows[a].code}} <
               std::pair{key(*rows[b].stated.at(at)), std::string_view{rows[b].code}};
    });
    return found;
}

table answer_meetings(const lens& through, const arguments& args) {
    const state& s = through.record;
    // Of a period those called for a later day of it are told, too: they have no day but that one.
    const view at{args.has(f::period) ? last_day : through.times.as_of, through.times.known};
    const row_number only = asked_row(through, args, f::meeting),
                     agency = asked_row(through, args, f::agency),
                     official = asked_row(through, args, f::official);
    const auto asked = args.text(f::period);
    const std::optional<period> span =
        asked ? std::optional{parse_period(*asked)} : std::optional<period>{};
    const auto present_there = [&](row_number row) {
        std::vector<meeting_record::attendance> there;
        s.meetings[row].persons.each(called_by(s.meetings[row], {through.times.as_of, at.known}),
                                     [&](const auto& p) { there.push_back(p.value); });
        std::stable_sort(there.begin(), there.end(),
                         [](const auto& a, const auto& b) { return a.role < b.role; });
        return there;
    };
    // By which agency somebody is there: the one named, else that of the post.
    const auto agency_of = [&](const meeting_record::attendance& p) {
        if (p.agency != no_row || p.post == no_row) return p.agency;
        const auto* post = s.posts[p.post].stated.at(head_view(s));
        return post != nullptr ? post->value.agency : no_row;
    };
    const auto fits = [&](row_number row, const auto& told) {
        const auto there = present_there(row);
        const auto any = [&](auto&& is) { return std::any_of(there.begin(), there.end(), is); };
        return (only == no_row || row == only) && (!span || span->contains(told.effective_on)) &&
               (agency == no_row || told.value.body == agency ||
                any([&](const auto& p) { return agency_of(p) == agency; })) &&
               (official == no_row || any([&](const auto& p) { return p.official == official; }));
    };
    answer_rows out{question_kind::meetings};
    for (const row_number row : listed(through, at, entity_kind::meeting, s.meetings, fits,
                                       [](const auto& told) { return told.effective_on; })) {
        const auto& told = *s.meetings[row].stated.at(at);
        std::vector<meeting_record::attendance> there = present_there(row);
        const bool nobody = there.empty();
        if (nobody) there.push_back({meeting_role::attendee, no_row, no_row, no_row});
        for (const auto& p : there) {
            out.put(s.meetings[row].code);
            out.put(told.value.name.vi);
            out.put(code_of(s.agencies, told.value.body));
            out.put(told.effective_on);
            out.put(told.value.reviews ? to_text(*told.value.reviews) : std::string{});
            out.put(nobody ? std::string_view{}
                           : choice_name(f::meeting_role, static_cast<int>(p.role)));
            out.put(code_of(s.officials, p.official));
            const auto* person = p.official == no_row
                                     ? nullptr
                                     : statement_of(s.officials[p.official], through.times);
            out.put(person == nullptr ? std::string_view{} : std::string_view{person->value.name});
            out.put(code_of(s.posts, p.post));
            out.put(code_of(s.agencies, agency_of(p)));
            out.put(told.value.name.en);
            out.put(told.value.name.tr);
            out.put(
                code_of(s.access_classes, through.access().class_of(entity_kind::meeting, row)));
        }
    }
    return out.finish(args);
}

table answer_terms(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number body = asked_row(through, args, f::agency);
    answer_rows out{question_kind::terms};
    for (const row_number row : listed(
             through, through.times, entity_kind::term, s.terms,
             [&](row_number, const auto& t) { return body == no_row || t.value.body == body; },
             [](const auto& t) { return t.value.first; })) {
        const auto& told = s.terms[row].stated.at(through.times)->value;
        out.put(s.terms[row].code);
        out.put(told.name.vi);
        out.put(code_of(s.agencies, told.body));
        out.put(told.first);
        out.put(told.last);
        out.put(told.name.en);
        out.put(told.name.tr);
    }
    return out.finish(args);
}

table answer_programmes(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency);
    const auto asked = args.text(f::period);
    const std::optional<period> span =
        asked ? std::optional{parse_period(*asked)} : std::optional<period>{};
    std::vector<std::int64_t> items(s.programmes.size(), 0), withdrawn(s.programmes.size(), 0);
    for (row_number i = 0; i < s.items.size(); ++i) {
        const auto* told = s.items[i].stated.at(through.times);
        if (told == nullptr || !through.may_see(entity_kind::item, i)) continue;
        ++items[told->value.programme];
        withdrawn[told->value.programme] += s.items[i].withdrawn.at(through.times) != nullptr;
    }
    answer_rows out{question_kind::programmes};
    for (const row_number row : listed(
             through, through.times, entity_kind::programme, s.programmes,
             [&](row_number, const auto& p) {
                 return (agency == no_row || p.value.agency == agency) &&
                        (!span || (p.value.span.first() <= span->last() &&
                                   span->first() <= p.value.span.last()));
             },
             [](const auto& p) { return p.value.span.first(); })) {
        const auto& told = *s.programmes[row].stated.at(through.times);
        out.put(s.programmes[row].code);
        out.put(code_of(s.agencies, told.value.agency));
        out.put(to_text(told.value.span));
        out.put(told.value.title.vi);
        out.put(told.effective_on);
        out.put(code_seen(through, entity_kind::document, s.documents, told.value.document)
                    .value_or(std::string_view{}));
        out.put(code_of(s.agencies, told.value.decided_by));
        out.put(items[row]);
        out.put(withdrawn[row]);
        out.put(told.value.title.en);
        out.put(told.value.title.tr);
    }
    return out.finish(args);
}

table answer_links(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number task = asked_row(through, args, f::task),
                     agency = asked_row(through, args, f::agency);
    const auto leads = [&](row_number of) {
        const task_facts now = facts_of(s, s.tasks[of], through.times.as_of, through.times);
        return now.stated != nullptr && contains(*now.leads, agency);
    };
    answer_rows out{question_kind::links};
    for (const row_number row : listed(
             through, through.times, entity_kind::link, s.links,
             [&](row_number, const auto& l) {
                 return (task == no_row || l.value.task == task || l.value.after == task) &&
                        (agency == no_row || leads(l.value.task) || leads(l.value.after));
             },
             [](const auto&) { return 0; })) {
        const auto& told = *s.links[row].stated.at(through.times);
        out.put(s.links[row].code);
        out.put(s.tasks[told.value.after].code);
        out.put(s.tasks[told.value.task].code);
        out.put(choice_name(f::link_type, static_cast<int>(told.value.type)));
        out.put(std::int64_t{told.value.lag});
        out.put(choice_name(f::lag_unit, static_cast<int>(told.value.unit)));
        out.put(told.effective_on);
    }
    return out.finish(args);
}

table answer_policy(const lens& through, const arguments& args) {
    const state& s = through.record;
    answer_rows out{question_kind::policy};
    const auto* told = s.policies.size() == 0 ? nullptr : s.policies[0].stated.at(through.times);
    out.put(choice_name(
        f::policy, static_cast<int>(told != nullptr ? told->value.policy : policy_kind::host)));
    out.put(told != nullptr ? std::optional{told->effective_on} : std::nullopt);
    out.put(code_of(s.agencies, told != nullptr ? told->value.office : no_row));
    out.put(code_of(s.agencies, told != nullptr ? told->value.inspection : no_row));
    return out.finish(args);
}

table answer_extension_limits(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency);
    answer_rows out{question_kind::extension_limits};
    if (s.policies.size() == 0) return out.finish(args);
    s.policies[0].extension_limits.each(through.times, [&](const auto& limit) {
        const auto& row = limit.value;
        if (agency != no_row && row.assigner != agency && row.decided_by != agency) return;
        out.put(code_of(s.agencies, row.assigner));
        out.put(code_of(s.agencies, row.decided_by));
        out.put(std::int64_t{row.most_times});
        out.put(std::int64_t{row.most_days});
        out.put(limit.effective_on);
    });
    return out.finish(args);
}

table answer_slow_limits(const lens& through, const arguments& args) {
    const state& s = through.record;
    const slow_limits limits = limits_on(through);
    const auto* last = s.policies.size() == 0 ? nullptr : s.policies[0].slow.at(through.times);
    answer_rows out{question_kind::slow_limits};
    for (const int limit : {limits.days_late, limits.times_extended, limits.silent_after,
                            limits.reminders_unanswered, limits.answer_within})
        out.put(std::int64_t{limit});
    out.put(last != nullptr ? std::optional{last->effective_on} : std::nullopt);
    return out.finish(args);
}

table answer_delegations(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency),
                     task = asked_row(through, args, f::task);
    answer_rows out{question_kind::delegations};
    if (s.policies.size() == 0) return out.finish(args);
    s.policies[0].delegations.each(through.times, [&](const auto& d) {
        const auto& row = d.value;
        if ((agency != no_row && row.agency != agency && row.delegate != agency) ||
            (task != no_row && row.task != task && row.task != no_row) ||
            (row.task != no_row && !through.may_see(entity_kind::task, row.task)))
            return;
        out.put(code_of(s.agencies, row.agency));
        out.put(code_of(s.agencies, row.delegate));
        out.put(code_of(s.tasks, row.task));
        out.put(d.effective_on);
        out.put(row.until);
        out.put_flag(!row.until || through.times.as_of <= *row.until);
    });
    return out.finish(args);
}

}  // namespace

std::optional<table> answer_register_question(const lens& through, question_kind question,
                                              const arguments& args) {
    switch (question) {
        case question_kind::meetings:
            return answer_meetings(through, args);
        case question_kind::terms:
            return answer_terms(through, args);
        case question_kind::programmes:
            return answer_programmes(through, args);
        case question_kind::slow_limits:
            return answer_slow_limits(through, args);
        case question_kind::links:
            return answer_links(through, args);
        case question_kind::policy:
            return answer_policy(through, args);
        case question_kind::extension_limits:
            return answer_extension_limits(through, args);
        case question_kind::delegations:
            return answer_delegations(through, args);
        default:
            return std::nullopt;
    }
}

}  // namespace mandate
