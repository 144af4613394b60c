#include "model/permissions.hpp"

#include "model/agency_life.hpp"
#include "model/apply.hpp"
#include "model/apply_task.hpp"
#include "model/handed_over.hpp"
#include "model/pending.hpp"
#include "model/place.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/rules.hpp"

#include <algorithm>

namespace mandate {
namespace {

using f = field;
using k = command_kind;
using enum party;

constexpr std::uint32_t any_of() noexcept { return 0; }
template <class... Rest>
constexpr std::uint32_t any_of(party first, Rest... rest) noexcept {
    return bit(first) | any_of(rest...);
}

// clang-format off
constexpr permission_row table[] = {
    // the register: what there is, and what the facts are
    {k::add_agency,            any_of(office)},
    {k::merge_agency,          any_of(office)},
    {k::add_official,          any_of(office)},
    {k::add_post,              any_of(office)},
    {k::hold_post,             any_of(office)},
    {k::add_document,          any_of(office)},
    {k::state_document_date,   any_of(office)},
    {k::relate_documents,      any_of(office)},
    {k::hold_meeting,          any_of(office)},
    {k::attend_meeting,        any_of(office)},
    {k::conclude,              any_of(office)},
    {k::except_day,            any_of(office)},
    {k::set_work_calendar,     any_of(office)},
    {k::state_holidays,        any_of(office)},
    {k::set_attribute,         any_of(office)},
    {k::set_policy,            any_of(office)},
    {k::limit_extensions,      any_of(office)},
    {k::add_cause,             any_of(office)},
    {k::delegate_rights,       any_of(named)},
    {k::rename_agency,         any_of(office)},
    {k::split_agency,          any_of(office)},
    {k::dissolve_agency,       any_of(office)},
    {k::move_agency,           any_of(office)},
    {k::hand_over,             any_of(office)},
    {k::leave_post,            any_of(office)},
    {k::charge_field,          any_of(office)},
    {k::add_clause,            any_of(office)},
    {k::schedule_document_review, any_of(office)},
    {k::postpone_document_review, any_of(office)},
    {k::complete_document_review, any_of(office)},
    {k::drop_document_review,  any_of(office)},
    {k::add_term,              any_of(office)},
    {k::add_programme,         any_of(office, named)},
    {k::add_item,              any_of(office)},
    {k::postpone_item,         any_of(office)},
    {k::withdraw_item,         any_of(office)},
    {k::receive_papers,        any_of(office)},
    {k::consider_item,         any_of(office)},
    // who may see what, and what must be forgotten
    {k::add_access_class,      any_of(office)},
    {k::set_highest_class,     any_of(office)},
    {k::grant_access,          any_of(office)},
    {k::revoke_access,         any_of(office)},
    {k::shred_event,           any_of(office)},
    {k::sign_event,            any_of(office)},
    // reviews, and by what work is measured
    {k::draft_review,          any_of(office)},
    {k::send_review,           any_of(office)},
    {k::comment_on_review,     any_of(named)},
    {k::close_review,          any_of(named)},
    {k::set_slow_limits,       any_of(office)},
    {k::set_rating_rule,       any_of(office)},
    {k::set_escalation_rule,   any_of(office)},
    {k::set_finishing_day,     any_of(office)},
    // only who assigned it decides about it
    {k::assign_task,           any_of(assigner, parent_lead)},
    {k::record_placeholder,    any_of(assigner, office)},
    {k::reassign_task,         any_of(assigner)},
    {k::revise_deadline,       any_of(assigner)},
    {k::refuse_extension,      any_of(assigner)},
    {k::accept_task,           any_of(assigner)},
    {k::return_task,           any_of(assigner)},
    {k::suspend_task,          any_of(assigner)},
    {k::resume_task,           any_of(assigner)},
    {k::cancel_task,           any_of(assigner)},
    {k::waive_delay,           any_of(assigner)},
    {k::set_priority,          any_of(assigner)},
    {k::state_obligation,      any_of(assigner, lead)},
    {k::charge_official,       any_of(lead, coordinating)},
    {k::fan_out_task,          any_of(assigner)},
    {k::repeat_task,           any_of(assigner)},
    {k::expect_document,       any_of(assigner, lead)},
    {k::schedule_task,         any_of(assigner, lead)},
    {k::plan_task,             any_of(assigner, office)},
    {k::mark_key_task,         any_of(assigner, office)},
    {k::accept_explanation,    any_of(assigner, office)},
    {k::return_explanation,    any_of(assigner, office)},
    {k::remind_task,           any_of(assigner, office)},
    // the lead does it and answers for it
    {k::report_progress,       any_of(lead, coordinating)},
    {k::submit_task,           any_of(lead)},
    {k::complete_task,         any_of(lead)},
    {k::request_extension,     any_of(lead)},
    {k::explain_delay,         any_of(lead)},
    {k::issue_document,        any_of(lead, office)},
    {k::block_task,            any_of(lead)},
    {k::unblock_task,          any_of(lead, owing)},
    {k::link_tasks,            any_of(assigner, lead)},
    {k::consult,               any_of(assigner, lead)},
    // each agency for its own part
    {k::answer_obligation,     any_of(named)},
    {k::answer_explanation,    any_of(named)},
    {k::answer_consultation,   any_of(named)},
    // what was reported is looked at by others
    {k::verify_result,         any_of(office, inspection)},
    {k::find_cause,            any_of(office, inspection)},
    {k::rate_task,             any_of(assigner, inspection)},
    // recommendations and indicators
    {k::raise_recommendation,  any_of(raiser)},
    {k::repeat_recommendation, any_of(raiser)},
    {k::judge_answer,          any_of(raiser)},
    {k::answer_recommendation, any_of(addressee, authority)},
    {k::relate_recommendation, any_of(office, addressee)},
    {k::add_indicator,         any_of(office)},
    {k::set_target,            any_of(office, owner)},
    {k::set_base,              any_of(office, owner)},
    {k::observe_indicator,     any_of(named, owner)},
};
// clang-format on

bool contains(const auto& list, row_number row) {
    return std::find(list.begin(), list.end(), row) != list.end();
}

// Commands of which the field `agency` says whose statement it is, and not whom it is about; whose
// official is charged, that agency says.
bool is_spoken_by_agency(k command) {
    switch (command) {
        case k::charge_official:
        case k::report_progress:
        case k::submit_task:
        case k::accept_task:
        case k::return_task:
        case k::complete_task:
        case k::explain_delay:
        case k::accept_explanation:
        case k::return_explanation:
        case k::answer_explanation:
        case k::find_cause:
        case k::answer_obligation:
        case k::verify_result:
        case k::rate_task:
        case k::request_extension:
        case k::remind_task:
        case k::consult:
        case k::answer_consultation:
        case k::answer_recommendation:
        case k::judge_answer:
            return true;
        default:
            return false;
    }
}

// Whether the agency is the other, alone goes on for it since it ended, or was delegated its
// rights, in this task or in all.
bool stands_for(const state& s, row_number agency, row_number other, row_number task,
                const view& now) {
    if (other == no_row) return false;
    if (speaks_for(s, agency, other, now)) return true;
    if (s.policies.size() == 0) return false;
    bool found = false;
    s.policies[0].delegations.each(now, [&](const auto& d) {
        found |= d.value.agency == other && d.value.delegate == agency &&
                 (d.value.task == no_row || d.value.task == task) &&
                 (!d.value.until || now.as_of <= *d.value.until);
    });
    return found;
}

// By what was recorded up to that event.
rights rights_after(const state& s, seq_number last) {
    if (s.policies.size() == 0) return {};
    const auto* told = s.policies[0].stated.at({last_day, last});
    if (told == nullptr) return {};
    return {told->value.policy, told->value.office, told->value.inspection};
}

// Whether the agency keeps the register, or alone goes on for the one that did.
bool is_office(const state& s, row_number agency, civil_day today) {
    const row_number told = rights_at_head(s).office;
    return told != no_row && speaks_for(s, agency, told, {today, s.revision()});
}

// Withdrawn is a recommendation by who raised it.
std::uint32_t who_may(const command& c) {
    if (c.kind == k::answer_recommendation &&
        c.integer(f::recommendation_status) ==
            static_cast<std::int64_t>(recommendation_status::withdrawn))
        return bit(raiser);
    return mandate::who_may(c.kind);
}

// The relation of one agency to what a command is about, as things are today; to what begins later,
// as they will be on its first day.
class relation {
public:
    relation(const state& s, row_number agency, civil_day today)
        : s_{s}, agency_{agency}, today_{today}, head_{head_view(s)} {}

    std::uint32_t to_ledger() const {
        const rights r = rights_at_head(s_);
        std::uint32_t who = 0;
        if (is_office(s_, agency_, today_)) who |= bit(office);
        if (is(r.inspection)) who |= bit(inspection);
        return who;
    }
    std::uint32_t to_task(row_number row) const {
        const task_record& t = s_.tasks[row];
        const view now = today_of(t.stated);
        std::uint32_t who = 0;
        if (is(assigner_of(s_, row, now), row)) who |= bit(assigner);
        if (const auto* held = t.held.at(now)) {
            if (any(held->value.leads, row)) who |= bit(lead);
            if (any(t.coordinating(now), row)) who |= bit(coordinating);
        }
        return who;
    }
    // To what a word of that place says is fulfilled: all of it.
    std::uint32_t to_conditions(row_number row, const command& said, const standing& place) const {
        const auto lifted =
            lifted_by(s_.tasks[row], said.text(f::condition).value_or(""), place, s_.revision());
        const bool owes = std::all_of(lifted.begin(), lifted.end(),
                                      [&](const auto* b) { return is(b->value.owed_by, row); });
        return owes && !lifted.empty() ? bit(owing) : 0;
    }
    std::uint32_t to_recommendation(row_number row) const {
        const recommendation_record& r = s_.recommendations[row];
        const view now = today_of(r.stated);
        std::uint32_t who = 0;
        if (r.stated.at(now) != nullptr) {
            const recommendation_owers owers = owers_of_recommendation(s_, row, now);
            if (any(owers.raised_by)) who |= bit(raiser);
            if (any(owers.addressed_to) || any(owers.all_forwarded_to)) who |= bit(addressee);
            if (is(owers.authority)) who |= bit(authority);
        }
        return who;
    }
    std::uint32_t to_indicator(row_number row) const {
        return is(owner_of(s_, row, today_of(s_.indicators[row].stated))) ? bit(owner) : 0;
    }
    // To what the command says itself: of things that it makes, and whose statement it is.
    std::uint32_t to_command(const command& c) const {
        std::uint32_t who = 0;
        if (is(agency_in(c, f::agency), task_of(c))) who |= bit(named);
        if (descriptor_of(c.kind).creates == entity_kind::task) {
            if (is(agency_in(c, f::assigner))) who |= bit(assigner);
            if (const auto whole = row_in(c, entity_kind::task, f::parent_task);
                whole && (to_task(*whole) & bit(lead)) != 0)
                who |= bit(parent_lead);
        }
        if (c.kind == k::raise_recommendation)
            for (const std::string_view code : c.texts(f::raised_by))
                if (is(s_.find(entity_kind::agency, code).value_or(no_row))) who |= bit(raiser);
        return who;
    }
    std::uint32_t to_subject(const command& c) const {
        std::uint32_t who = to_ledger() | to_command(c);
        if (const auto t = row_in(c, entity_kind::task, f::task);
            t && descriptor_of(c.kind).creates != entity_kind::task) {
            who |= to_task(*t);
            if (c.kind == k::unblock_task) who |= to_conditions(*t, c, place_of(s_, c));
        }
        if (const auto r = row_in(c, entity_kind::recommendation, f::recommendation))
            who |= to_recommendation(*r);
        if (const auto i = row_in(c, entity_kind::indicator, f::indicator)) who |= to_indicator(*i);
        return who;
    }
    // To what an event was about, as it stands, and to what the event itself said. A link and a
    // consultation are their task's.
    std::uint32_t to_event(const event_record& old, const command& said) const {
        const std::uint32_t who = to_ledger() | to_command(said);
        if (old.subject == no_row) return who;
        switch (subject_kind(old.kind)) {
            case entity_kind::task:
                return who | to_task(old.subject) |
                       (old.kind == k::unblock_task
                            ? to_conditions(old.subject, said,
                                            {old.effective_on, old.place, s_.revision() + 1})
                            : 0);
            case entity_kind::link:
            case entity_kind::consultation: {
                const auto task = row_in(said, entity_kind::task, f::task);
                return task ? who | to_task(*task) : who;
            }
            case entity_kind::recommendation:
                return who | to_recommendation(old.subject);
            case entity_kind::indicator:
                return who | to_indicator(old.subject);
            default:
                return who;
        }
    }
    // The agency for which this one coordinates the task today; no_row: for none.
    row_number coordinates_for(row_number row) const {
        const task_record& t = s_.tasks[row];
        const view now = today_of(t.stated);
        for (const row_number one : t.coordinating(now))
            if (is(one, row)) return end_of(s_.agencies[one], now) ? agency_ : one;
        return no_row;
    }

private:
    bool is(row_number other, row_number task = no_row) const {
        return stands_for(s_, agency_, other, task, {today_, head_.known});
    }
    bool any(const auto& list, row_number task = no_row) const {
        for (const row_number one : list)
            if (is(one, task)) return true;
        return false;
    }
    view today_of(const auto& stated) const {
        civil_day day = last_day;
        for (const auto& one : stated.all())
            if (one.visible(head_)) day = std::min(day, one.effective_on);
        return {day == last_day ? today_ : std::max(day, today_), head_.known};
    }
    // In which the agency speaks: rights may be delegated for it alone. Whoever has only these
    // does not pass them on.
    row_number task_of(const command& c) const {
        if (descriptor_of(c.kind).creates == entity_kind::task || c.kind == k::delegate_rights)
            return no_row;
        const entity_kind about = subject_kind(c.kind);
        if (about != entity_kind::task && about != entity_kind::consultation) return no_row;
        if (c.has(f::task)) return row_in(c, entity_kind::task, f::task).value_or(no_row);
        const auto row = row_in(c, entity_kind::consultation, f::consultation);
        const auto* told = row ? s_.consultations[*row].stated.at(head_) : nullptr;
        return told != nullptr ? told->value.task : no_row;
    }
    std::optional<row_number> row_in(const command& c, entity_kind kind, f id) const {
        const auto code = c.text(id);
        return code ? s_.find(kind, *code) : std::nullopt;
    }
    row_number agency_in(const command& c, f id) const {
        return row_in(c, entity_kind::agency, id).value_or(no_row);
    }

    const state& s_;
    row_number agency_;
    civil_day today_;
    view head_;
};

// The agencies for which the actor records this command; one if it is on behalf of another.
std::vector<row_number> recording_agencies(const state& s, const command& c, std::string_view actor,
                                           civil_day today) {
    const std::vector<row_number> agencies = agencies_of_actor(s, actor, today);
    const std::string who = "actor " + std::string{actor};
    const auto other = c.text(f::on_behalf_of);
    if (!other) return agencies;
    if (std::none_of(agencies.begin(), agencies.end(),
                     [&](row_number one) { return is_office(s, one, today); }))
        refuse(c, "on_behalf_of", who + " is not the Office, which alone records for others");
    return {*s.find(entity_kind::agency, *other)};
}

// Who spoke in an event: for whom it was recorded, whose statement it says it is, else for whom its
// actor acted then (the day of the entry, by what was recorded before it). Nothing: it was the
// host, which says so in no other way; then it is the word of the lead.
std::optional<std::vector<row_number>> speakers_of(const state& s, const event& said,
                                                   const view& then) {
    const command& c = said.command;
    std::optional<std::string_view> code = c.text(f::on_behalf_of);
    if (!code && is_spoken_by_agency(c.kind)) code = c.text(f::agency);
    if (code)
        if (const auto row = s.find(entity_kind::agency, *code)) return {{*row}};
    if (said.actor.empty() || rights_after(s, then.known).policy == policy_kind::host)
        return std::nullopt;
    return agencies_of_actor(s, said.actor, then);
}

}  // namespace

std::string_view name_of(party p) noexcept {
    switch (p) {
        case office:
            return "office";
        case inspection:
            return "inspection";
        case assigner:
            return "assigner";
        case lead:
            return "lead";
        case coordinating:
            return "coordinating";
        case named:
            return "named";
        case parent_lead:
            return "parent_lead";
        case raiser:
            return "raiser";
        case addressee:
            return "addressee";
        case authority:
            return "authority";
        case owing:
            return "owing";
        case owner:
            return "owner";
    }
    return "";
}

std::span<const permission_row> permission_table() noexcept { return table; }

std::uint32_t who_may(command_kind command) noexcept {
    for (const permission_row& row : table)
        if (row.command == command) return row.who;
    return bit(office);
}

std::string parties_text(std::uint32_t who) {
    std::string text;
    for (std::uint32_t b = 1; b != 0 && b <= bit(owner); b <<= 1)
        if ((who & b) != 0) {
            if (!text.empty()) text += ' ';
            text += name_of(static_cast<party>(b));
        }
    return text;
}

rights rights_at_head(const state& s) { return rights_after(s, s.revision()); }

std::vector<row_number> agencies_of_actor(const state& s, std::string_view actor, const view& at) {
    const view later{last_day, at.known};
    std::vector<row_number> all;
    if (const auto agency = s.find(entity_kind::agency, actor);
        agency && s.agencies[*agency].stated.at(later) != nullptr) {
        if (!end_of(s.agencies[*agency], at)) all.push_back(*agency);
        return all;
    }
    const auto official = s.find(entity_kind::official, actor);
    if (!official) return all;
    each_post_held(s, s.officials[*official], at, [&](row_number held) {
        const auto* post = s.posts[held].stated.at(later);
        if (post == nullptr || contains(all, post->value.agency)) return;
        if (!end_of(s.agencies[post->value.agency], at)) all.push_back(post->value.agency);
    });
    return all;
}
std::vector<row_number> agencies_of_actor(const state& s, std::string_view actor, civil_day today) {
    return agencies_of_actor(s, actor, view{today, s.revision()});
}

namespace {

// Whether the actor sees only what its classes let it see.
bool sees_in_part(const state& s, std::string_view actor) {
    return s.access_classes.size() != 0 && !actor.empty() &&
           rights_at_head(s).policy != policy_kind::host;
}

// In place of each mention of the code that is a word of its own.
void leave_out(std::string& text, std::string_view code) {
    const auto joins = [](char c) {
        return ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
               c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    constexpr std::string_view instead = "(not shown)";
    for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at)) {
        const std::size_t end = at + code.size();
        if ((at > 0 && joins(text[at - 1])) || (end < text.size() && joins(text[end]))) {
            at = end;
            continue;
        }
        text.replace(at, code.size(), instead);
        at += instead.size();
    }
}

}  // namespace

void leave_out_hidden(const state& s, std::string_view actor, civil_day today, std::string& text,
                      std::vector<fact>& facts) {
    if (!sees_in_part(s, actor)) return;
    std::vector<row_number> agencies = agencies_of_actor(s, actor, today);
    if (agencies.empty()) return;
    const sight seen{s, std::move(agencies)};
    for (auto& [name, code] : facts)
        for (const field_descriptor& known : fields()) {
            if (known.type != value_type::code || known.name != name) continue;
            const auto row = s.find(known.entity, code);
            if (!row || seen.may_see(known.entity, *row)) continue;
            leave_out(text, code);
            code = "(not shown)";
            break;
        }
}

void judge_actor(const state& s, const command& c, std::string_view actor, civil_day today) {
    if (rights_at_head(s).policy == policy_kind::host || actor.empty()) return;
    if (agencies_of_actor(s, actor, today).empty())
        refuse(c, "unknown_actor",
               "actor " + std::string{actor} +
                   " is neither an agency nor an official who holds a post in one today");
}

std::optional<sight> sight_of_actor(const state& s, std::string_view actor, civil_day today) {
    if (!sees_in_part(s, actor)) return std::nullopt;
    return sight{s, agencies_of_actor(s, actor, today)};
}

bool is_event(const state& s, std::int64_t seq, const sight* of_actor) {
    if (seq <= 0 || seq > s.revision()) return false;
    return of_actor == nullptr || of_actor->may_see_event(static_cast<seq_number>(seq));
}

void judge_sight(const state& s, const command& c, const sight& seen) {
    // Whether a code is taken is told only to who may make such a thing (judge_new_code), and of
    // codes that a class reserves to nobody who may not see it.
    const command_descriptor& d = descriptor_of(c.kind);
    std::vector<std::string> made = instance_codes(c);
    if (const auto code = c.text(d.fields.front().id); code && d.creates != entity_kind::none)
        made.emplace_back(*code);
    for (const std::string& code : made)
        for (row_number access = 0; access < s.access_classes.size(); ++access)
            if (is_reserved(s, access, code) && !seen.is_cleared_for(access))
                refuse(c, "code_reserved", code + " is reserved; take another code");
}

void judge_office(const state& s, const command& c) {
    const auto is_the_office = [&](row_number agency) {
        return rights_at_head(s).policy == policy_kind::agencies &&
               rights_at_head(s).office == agency;
    };
    if (c.kind == k::dissolve_agency || c.kind == k::split_agency) {
        if (is_the_office(*s.find(entity_kind::agency, *c.text(f::agency))))
            refuse(c, "office_goes_on",
                   "agency " + std::string{*c.text(f::agency)} +
                       " is the Office, without which nobody could record; name another first by "
                       "set_policy");
    } else if (c.kind == k::set_policy && c.has(f::office)) {
        const agency_record& a = s.agencies[*s.find(entity_kind::agency, *c.text(f::office))];
        if (const auto end = end_of(a, {last_day, s.revision()}))
            refuse(c, "office_goes_on",
                   "agency " + a.code + (end->on > *c.effective_on ? " ends" : " ended") + " on " +
                       to_text(end->on) + "; the Office must go on",
                   "office");
    }
}

void judge_permission(const state& s, const command& c, std::string_view actor, civil_day today) {
    const rights now = rights_at_head(s);
    if (now.policy == policy_kind::host || actor.empty()) return;
    const std::vector<row_number> agencies = recording_agencies(s, c, actor, today);
    if (c.kind == k::void_event) return;  // judge_right_to_correct
    const std::uint32_t may = who_may(c);
    bool is_allowed = false, speaks = !is_spoken_by_agency(c.kind) || !c.has(f::agency);
    for (const row_number agency : agencies) {
        const relation r{s, agency, today};
        is_allowed |= (r.to_subject(c) & may) != 0;
        speaks |= is_office(s, agency, today) || (r.to_command(c) & bit(named)) != 0;
    }
    if (is_allowed && !speaks)
        refuse(c, "on_behalf_of",
               "actor " + std::string{actor} + " does not speak for agency " +
                   std::string{*c.text(f::agency)});
    // An official who names nobody closes a review himself.
    if (const auto official = s.find(entity_kind::official, actor);
        is_allowed && official && c.kind == k::close_review && !c.has(f::official))
        judge_chair(s, c, *official);
    if (is_allowed) return;
    refuse(c, "permission",
           "actor " + std::string{actor} + " may not; this is for: " + parties_text(may));
}

void judge_right_to_correct(const state& s, const command& c, const event& said, civil_day said_on,
                            std::string_view actor, civil_day today) {
    if (rights_at_head(s).policy == policy_kind::host || actor.empty()) return;
    const event_record& old = s.events[static_cast<std::size_t>(said.seq - 1)];
    const std::uint32_t may_say = who_may(said.command),
                        withdraws = c.kind == k::void_event ? bit(office) : std::uint32_t{0};
    const row_number task = subject_kind(old.kind) == entity_kind::task ? old.subject : no_row;
    // No later word about a person, a delegation or a lead changes whose words it holds.
    const view then{said_on, static_cast<seq_number>(said.seq - 1)}, now{today, s.revision()};
    auto speakers = speakers_of(s, said, then);
    // As reports are (reports_own_part), what a lead may say is the word of who led itself, for
    // whomever else it might have spoken.
    const auto led_itself = [&](row_number agency) {
        if (task == no_row || (may_say & bit(lead)) == 0) return false;
        const auto* held = s.tasks[task].held.at({old.effective_on, then.known});
        return held != nullptr && std::find(held->value.leads.begin(), held->value.leads.end(),
                                            agency) != held->value.leads.end();
    };
    if (speakers && std::any_of(speakers->begin(), speakers->end(), led_itself))
        std::erase_if(*speakers, [&](row_number one) { return !led_itself(one); });
    // Who takes part in a task speaks for itself: what another agency said is not its to change.
    // Nor is a statement that another could still make anybody's; what is none (a link, a plan)
    // goes with the task where who said it has no right to it any more.
    constexpr std::uint32_t takes_part =
        bit(lead) | bit(coordinating) | bit(parent_lead) | bit(owing);
    std::uint32_t could_say = 0;
    for (const row_number one : speakers.value_or(std::vector<row_number>{}))
        could_say |= relation{s, one, today}.to_event(old, said.command) & may_say;
    std::uint32_t only_own = takes_part;
    if (is_spoken_by_agency(old.kind)) {
        if ((could_say & ~takes_part) != 0) only_own = ~std::uint32_t{0};
    } else if (speakers && could_say == 0) {
        only_own = 0;
    }
    const auto is_own = [&](row_number agency) {
        return std::any_of(speakers->begin(), speakers->end(), [&](row_number one) {
            return stands_for(s, agency, one, task, now) ||
                   (!led_itself(one) && stands_for(s, one, agency, task, then));
        });
    };
    bool of_others = false;
    for (const row_number agency : recording_agencies(s, c, actor, today)) {
        const std::uint32_t has =
            relation{s, agency, today}.to_event(old, said.command) & (may_say | withdraws);
        const std::uint32_t its_own = !speakers        ? bit(lead) | bit(parent_lead)
                                      : is_own(agency) ? ~std::uint32_t{0}
                                                       : 0;
        if ((has & (~only_own | withdraws | its_own)) != 0) return;
        of_others |= has != 0;
    }
    refuse(c, "permission",
           "actor " + std::string{actor} + " may not correct event " + std::to_string(c.corrects) +
               (of_others ? ", which another agency said"
                          : "; this is for: " + parties_text(may_say | withdraws)));
}

row_number reports_own_part(const state& s, const command& c, std::string_view actor,
                            civil_day today) {
    if (c.kind != k::report_progress || c.has(f::agency) || actor.empty() ||
        rights_at_head(s).policy == policy_kind::host)
        return no_row;
    const row_number task = *s.find(entity_kind::task, *c.text(f::task));
    row_number part = no_row;
    for (const row_number agency : recording_agencies(s, c, actor, today)) {
        const relation r{s, agency, c.effective_on.value_or(today)};  // what it had on that day
        if ((r.to_task(task) & bit(lead)) != 0) return no_row;
        if (part == no_row) part = r.coordinates_for(task);
    }
    return part;
}

}  // namespace mandate
