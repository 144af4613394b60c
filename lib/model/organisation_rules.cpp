#include "model/agency_life.hpp"
#include "model/opinions.hpp"
#include "model/pending.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

row_number row(const state& s, const command& c, f id) {
    const auto code = c.text(id);
    return code ? *s.find(descriptor_of(id).entity, *code) : no_row;
}

void judge_end(const state& s, const command& c) {
    const row_number self = row(s, c, f::agency);
    const agency_record& a = s.agencies[self];
    for (const std::string_view code : c.texts(f::into))
        if (code == a.code)
            refuse(c, "not_into_itself", "agency " + a.code + " cannot go on as itself");
    a.ended.each(head_view(s), [&](const auto& ended) {
        if (c.corrects == 0 || ended.seq != static_cast<seq_number>(c.corrects))
            refuse(c, "ends_once", "agency " + a.code + " ended on " + to_text(ended.effective_on));
    });
    // A task force may end before its last day, and not again after it.
    if (const auto last = a.stated.at(head_view(s))->value.until; last && *last < *c.effective_on)
        refuse(c, "ends_once", "agency " + a.code + " ended on " + to_text(*last + 1));
    const auto into = c.texts(f::into).size();
    if (c.kind == k::split_agency && into < 2)
        refuse(c, "split_into_several", "one successor is a merger");
    if (c.kind == k::split_agency && c.texts(f::duty).size() != into)
        refuse(c, "duties_stated",
               std::to_string(into) + " successors, but the duties of " +
                   std::to_string(c.texts(f::duty).size()) + ": one duty for each, in their order");
}

// Whether the agency owes in the view `at` what was asked on the day of the command, which hands it
// over. What is corrected does not count.
bool owes(const state& s, const command& c, row_number agency, const view& at) {
    const view asked_by{*c.effective_on, at.known};
    if (const row_number r = row(s, c, f::recommendation); r != no_row)
        return owers_of_recommendation(s, r, at, c.corrects).has(agency);
    const auto is_last = [&](const std::vector<row_number>& owers) {
        return !owers.empty() && owers.back() == agency;
    };
    const auto is_held = [&](const owed_thing& thing, row_number first) {
        return is_last(chain_of_owers(s, thing, first, at, {first_day, 0, 0}, c.corrects));
    };
    const auto is_any_held = [&](const owed_thing& thing, const std::vector<row_number>& first) {
        return std::any_of(first.begin(), first.end(),
                           [&](row_number one) { return is_held(thing, one); });
    };
    if (const row_number d = row(s, c, f::document_review); d != no_row) {
        const auto* told = s.document_reviews[d].stated.at(asked_by);
        return told != nullptr && is_any_held({entity_kind::document_review, d}, told->value.leads);
    }
    if (const row_number r = row(s, c, f::consultation); r != no_row) {
        const auto* told = s.consultations[r].stated.at(asked_by);
        return told != nullptr && is_any_held({entity_kind::consultation, r}, told->value.asked);
    }
    if (const row_number one = row(s, c, f::conclusion); one != no_row) {
        const auto* told = s.conclusions[one].stated.at(asked_by);
        return told != nullptr && asks_for_a_task(told->value.kind) &&
               is_any_held({entity_kind::conclusion, one}, told->value.addressed_to);
    }
    if (const row_number r = row(s, c, f::review); r != no_row) {
        const auto* sent = s.reviews[r].sent.at(asked_by);
        return sent != nullptr &&
               std::any_of(sent->value.to.begin(), sent->value.to.end(), [&](row_number asked) {
                   return is_last(commenters_of(s, r, asked, *sent, at, c.corrects));
               });
    }
    if (const row_number t = row(s, c, f::blamed_in); t != no_row) {
        bool found = false;
        s.tasks[t].life().explanations.each(asked_by, [&](const auto& e) {
            found |= is_last(answerers_of(s, s.tasks[t], e, at, c.corrects));
        });
        return found;
    }
    if (const row_number t = row(s, c, f::task); t != no_row && c.has(f::expected)) {
        bool found = false;
        s.tasks[t].life().expected.each(asked_by, [&](const auto& e) {
            found |= e.value.key == *c.text(f::expected) &&
                     is_last(issuers_of(s, s.tasks[t], e, at, c.corrects));
        });
        return found;
    }
    if (const row_number t = row(s, c, f::task); t != no_row) {
        const auto* told = s.tasks[t].stated.at(asked_by);
        return told != nullptr && told->value.assigner != no_row &&
               is_held({entity_kind::task, t}, told->value.assigner);
    }
    const row_number i = row(s, c, f::indicator);
    if (!c.has(f::period)) {
        const auto* told = s.indicators[i].stated.at(asked_by);
        return told != nullptr && told->value.owner != no_row &&
               is_held({entity_kind::indicator, i}, told->value.owner);
    }
    const period span = parse_period(*c.text(f::period));
    bool found = false;
    s.indicators[i].targets.each(asked_by, [&](const auto& t) {
        found |= t.value.span == span && is_held({entity_kind::indicator, i, span}, t.value.agency);
    });
    return found;
}

// The day on which all was given that the command hands over; nothing: something is still owed.
std::optional<civil_day> given_on(const state& s, const command& c, row_number agency,
                                  const view& at) {
    std::optional<civil_day> last;
    bool is_open = false;
    const auto take = [&](row_number ower, const auto* given) {
        if (ower != agency) return;
        is_open |= given == nullptr;
        if (given != nullptr) last = std::max(last.value_or(first_day), given->effective_on);
    };
    if (const row_number r = row(s, c, f::consultation); r != no_row) {
        for (const asked_for_opinion& one : asked_in(s, r, at))
            take(one.owers.back().agency, one.answer(s, r, at));
    } else if (const row_number d = row(s, c, f::document_review); d != no_row) {
        take(agency, s.document_reviews[d].completed.at(at));
    } else if (const row_number in = row(s, c, f::blamed_in); in != no_row) {
        s.tasks[in].life().explanations.each(at, [&](const auto& e) {
            const auto owers = answerers_of(s, s.tasks[in], e, at);
            if (!owers.empty()) take(owers.back(), rejoinder_to(s, s.tasks[in], e, at));
        });
    } else if (const row_number t = row(s, c, f::task); t != no_row && c.has(f::expected)) {
        take(agency, issued_as(s.tasks[t], *c.text(f::expected), at));
    }
    return is_open ? std::nullopt : last;
}

// What the command hands over, or what that is a part of, as "recommendation R".
std::string thing_of(const command& c) {
    for (const f id : {f::recommendation, f::document_review, f::consultation, f::conclusion,
                       f::review, f::blamed_in, f::task, f::indicator})
        if (const auto code = c.text(id)) {
            std::string kind{name_of(descriptor_of(id).entity)};
            std::replace(kind.begin(), kind.end(), '_', ' ');
            return kind + " " + std::string{*code};
        }
    return {};
}

// What owes() found not to be so.
std::string what_it_does_not(const command& c) {
    const std::string thing = thing_of(c);
    if (c.has(f::recommendation)) return "neither raised " + thing + " nor owes an answer to it";
    if (c.has(f::document_review)) return "is not to make " + thing;
    if (c.has(f::consultation)) return "owes no opinion in " + thing;
    if (c.has(f::conclusion)) return "is asked for nothing by " + thing;
    if (c.has(f::review)) return "owes no comment on the draft of " + thing;
    if (c.has(f::blamed_in)) return "owes no answer to an explanation of the delay of " + thing;
    if (const auto key = c.text(f::expected))
        return "is not to issue document " + std::string{*key} + " for " + thing;
    if (c.has(f::task)) return "does not decide in " + thing + " as who assigned it";
    if (const auto span = c.text(f::period))
        return "has no target of " + std::string{*span} + " in " + thing;
    return "does not answer for " + thing;
}

void judge_handing(const state& s, const command& c) {
    const int things = int{c.has(f::recommendation)} + int{c.has(f::indicator)} +
                       int{c.has(f::document_review)} + int{c.has(f::consultation)} +
                       int{c.has(f::task)} + int{c.has(f::blamed_in)} + int{c.has(f::conclusion)} +
                       int{c.has(f::review)};
    if (things != 1)
        need(c, f::recommendation,
             "recommendation, indicator, document_review, consultation, task, blamed_in, "
             "conclusion or review is needed, one of them");
    if (c.has(f::expected) && !c.has(f::task))
        need(c, f::task, "an expected document is named by task and expected");
    if (c.has(f::period) && !c.has(f::indicator))
        need(c, f::indicator, "a target is named by indicator and period");
    const row_number self = row(s, c, f::agency);
    const std::string& code = s.agencies[self].code;
    if (row(s, c, f::into) == self)
        refuse(c, "not_into_itself", "agency " + code + " cannot hand over to itself");
    // On its day, and still at the head: what went on since is not to be given twice.
    const civil_day on = *c.effective_on;
    if (const row_number r = row(s, c, f::review); r != no_row)
        if (const auto* closed = s.reviews[r].closed.at({on, s.revision()}))
            refuse(c, "its_own", thing_of(c) + " was closed on " + to_text(closed->effective_on));
    const bool its_own = owes(s, c, self, {on, s.revision()});
    if (its_own && !owes(s, c, self, head_view(s)))
        refuse(c, "its_own", "agency " + code + " has handed " + thing_of(c) + " over already");
    if (!its_own)
        refuse(c, "its_own", "agency " + code + " " + what_it_does_not(c) + " on " + to_text(on));
    // What was given before is recorded late without regard to this, so it is asked only now.
    if (const auto given = given_on(s, c, self, {on, s.revision()}); given && c.corrects == 0)
        refuse(
            c, "its_own",
            "agency " + code + " gave what it owed in " + thing_of(c) + " on " + to_text(*given));
}

// Electronic identifiers: at most 35 characters 0-9 A-Z in groups between dots (Decision
// 20/2020/QĐ-TTg, and the form before it). More is not judged: the codes are opaque.
void judge_identifier(const command& c, f id) {
    const auto given = c.text(id);
    if (!given) return;
    bool group = false, good = given->size() <= 35;
    for (const char one : *given) {
        const bool sign = (one >= '0' && one <= '9') || (one >= 'A' && one <= 'Z');
        good = good && (sign || (one == '.' && group));
        group = sign;
    }
    if (!good || !group) {
        const std::string name{descriptor_of(id).name};
        throw error{errc::malformed,
                    "add_agency: " + name +
                        " is not groups of 0-9 and A-Z between dots, at most 35 characters",
                    {{"command_name", "add_agency"}, {"field", name}, {"rule", "malformed"}}};
    }
}

void require_until_after(const command& c, civil_day first) {
    if (const auto until = c.day(f::until); until && *until < first)
        out_of_range(c, f::until, to_text(*until) + " lies before " + to_text(first));
}

// A holding ends once; a later one of the same post may end again.
void judge_leaving_once(const state& s, const command& c) {
    const official_record& o = s.officials[row(s, c, f::official)];
    const row_number post = row(s, c, f::post);
    const view head = head_view(s);
    civil_day since = first_day;
    o.holds.each(head, [&](const auto& held) {
        if (held.value.post == post && held.effective_on <= *c.effective_on)
            since = held.effective_on;
    });
    o.left.each(head, [&](const auto& left) {
        if (left.value.post == post && left.effective_on >= since &&
            left.seq != static_cast<seq_number>(c.corrects))
            refuse(
                c, "left_once",
                o.code + " left post " + s.posts[post].code + " on " + to_text(left.effective_on));
    });
}

// A group is no member of itself, nor of one of its members.
void judge_members(const state& s, const command& c) {
    const auto self = s.find(entity_kind::agency, *c.text(f::agency));
    if (!self) return;  // a new one is nobody's member yet
    std::vector<bool> seen(s.agencies.size());
    std::vector<row_number> left;
    for (const std::string_view code : c.texts(f::member))
        left.push_back(*s.find(entity_kind::agency, code));
    while (!left.empty()) {
        const row_number one = left.back();
        left.pop_back();
        if (one == *self)
            throw error{
                errc::cycle,
                "add_agency: agency " + s.agencies[*self].code + " would be a member of itself",
                {{"rule", "no_cycle"}, {"field", "member"}, {"agency", s.agencies[*self].code}}};
        if (seen[one]) continue;
        seen[one] = true;
        if (const auto* told = s.agencies[one].stated.at(head_view(s)))
            left.insert(left.end(), told->value.members.begin(), told->value.members.end());
    }
}

void judge_term(const state& s, const command& c) {
    const civil_day first = *c.day(f::from_day);
    require_until_after(c, first);
    const civil_day last = c.day(f::until).value_or(last_day);
    const row_number body = row(s, c, f::body);
    for (row_number t = 0; t < s.terms.size(); ++t) {
        const auto* told = s.terms[t].stated.at(head_view(s));
        if (told == nullptr || told->value.body != body || s.terms[t].code == *c.text(f::term))
            continue;
        if (told->value.first <= last && first <= told->value.last.value_or(last_day))
            refuse(c, "terms_in_turns", "it overlaps term " + s.terms[t].code);
    }
}

}  // namespace

void judge_organisation(const state& s, const command& c) {
    judge_existing_agencies(s, c);
    switch (c.kind) {
        case k::add_agency:
            judge_identifier(c, f::identifier_old);
            judge_identifier(c, f::identifier_new);
            require_until_after(c, *c.effective_on);
            judge_members(s, c);
            break;
        case k::merge_agency:
        case k::split_agency:
        case k::dissolve_agency:
            judge_end(s, c);
            break;
        case k::hand_over:
            judge_handing(s, c);
            break;
        case k::charge_field:
            require_until_after(c, *c.effective_on);
            break;
        case k::hold_post:
            require_until_after(c, *c.effective_on);
            if (holds_post(s, s.officials[row(s, c, f::official)], row(s, c, f::post),
                           {*c.effective_on, s.revision()}, c.corrects))
                refuse(c, "held_once",
                       "official " + std::string{*c.text(f::official)} + " holds post " +
                           std::string{*c.text(f::post)} + " on " + to_text(*c.effective_on) +
                           " already");
            break;
        case k::leave_post:
            judge_leaving_once(s, c);
            if (!may_leave(s.officials[row(s, c, f::official)], row(s, c, f::post),
                           {*c.effective_on, s.revision()}, c.corrects))
                refuse(c, "holds_post",
                       std::string{*c.text(f::official)} + " does not hold post " +
                           std::string{*c.text(f::post)} + " on " + to_text(*c.effective_on));
            break;
        case k::add_term:
            judge_term(s, c);
            break;
        default:
            break;
    }
}

void judge_places_in_place(const state& s, const command& c) {
    const event_record& about =
        c.kind == k::void_event
            ? s.events[stated_before(s, static_cast<seq_number>(c.corrects)) - 1]
            : s.events[s.events.size() - 1];
    const bool is_moved = about.kind == k::move_agency || about.kind == k::add_agency;
    if (!is_moved || about.set_aside || (about.kind == k::add_agency && c.corrects == 0)) return;
    const row_number self = about.subject;
    std::set<civil_day> days;  // on which anything changes
    for (std::size_t a = 0; a < s.agencies.size(); ++a) {
        const auto add = [&](const auto& v) { days.insert(v.effective_on); };
        s.agencies[a].stated.each(head_view(s), add);
        s.agencies[a].moved.each(head_view(s), add);
    }
    for (const civil_day on : days) {
        const view then{on, s.revision()};
        const row_number above = parent_of(s, self, then);
        const std::vector<row_number> way = way_up(s, above, self, then);
        if (way.empty()) continue;
        const std::string name{descriptor_of(c.kind).name};
        std::string text = s.agencies[self].code;
        std::vector<fact> facts{{"rule", "no_cycle"},
                                {"command_name", name},
                                {"field", c.kind == k::void_event ? "corrects" : "parent"}};
        for (const row_number one : way) {
            text += " below " + s.agencies[one].code;
            facts.emplace_back("agency", s.agencies[one].code);
        }
        throw error{errc::cycle,
                    name + ": agency " + s.agencies[self].code + " would stand below itself on " +
                        to_text(on) + ": " + text,
                    std::move(facts)};
    }
}

}  // namespace mandate
