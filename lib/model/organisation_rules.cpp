#include "model/agency_life.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

void judge_end(const state& s, const command& c) {
    const row_number self = row_named(s, c, f::agency);
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
    const official_record& o = s.officials[row_named(s, c, f::official)];
    const row_number post = row_named(s, c, f::post);
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
    const row_number body = row_named(s, c, f::body);
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
            judge_hand_over(s, c);
            break;
        case k::charge_field:
            require_until_after(c, *c.effective_on);
            break;
        case k::hold_post:
            require_until_after(c, *c.effective_on);
            if (holds_post(s, s.officials[row_named(s, c, f::official)], row_named(s, c, f::post),
                           {*c.effective_on, s.revision()}, c.corrects))
                refuse(c, "held_once",
                       "official " + std::string{*c.text(f::official)} + " holds post " +
                           std::string{*c.text(f::post)} + " on " + to_text(*c.effective_on) +
                           " already");
            break;
        case k::leave_post:
            judge_leaving_once(s, c);
            if (!may_leave(s.officials[row_named(s, c, f::official)], row_named(s, c, f::post),
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
