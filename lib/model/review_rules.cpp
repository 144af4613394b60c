#include "model/agency_life.hpp"
#include "model/apply.hpp"
#include "model/matter_rules.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/review_life.hpp"

#include <algorithm>
#include <array>

namespace mandate {

std::string_view name_of(review_stage stage) noexcept {
    constexpr std::array<std::string_view, 4> names{"draft", "sent", "closed", "corrected"};
    return names[static_cast<std::size_t>(stage)];
}

row_number correction_of(const state& s, row_number review, const view& at) {
    for (row_number r = 0; r < s.reviews.size(); ++r) {
        const auto* told = s.reviews[r].stated.at(at);
        if (told != nullptr && told->value.corrects == review &&
            s.reviews[r].closed.at(at) != nullptr)
            return r;
    }
    return no_row;
}

review_stage stage_of(const state& s, row_number review, const view& at) {
    const review_record& r = s.reviews[review];
    if (r.closed.at(at) != nullptr)
        return correction_of(s, review, at) == no_row ? review_stage::closed
                                                      : review_stage::corrected;
    return r.sent.at(at) != nullptr ? review_stage::sent : review_stage::draft;
}

times_carried_late::times_carried_late(const state& s, const view& at, civil_day before)
    : s_{s}, at_{at} {
    for (row_number r = 0; r < s.reviews.size(); ++r) {
        const auto* told = s.reviews[r].stated.at(at);
        const auto* closed = s.reviews[r].closed.at(at);
        if (told == nullptr || closed == nullptr || told->value.span.last() >= before ||
            correction_of(s, r, at) != no_row)
            continue;
        const civil_day end = told->value.span.last();
        for (const row_number task : closed->value.late) {
            days& ends = own_[task];
            const auto place = std::lower_bound(ends.begin(), ends.end(), end);
            if (place == ends.end() || *place != end) ends.insert(place, end);
        }
    }
}

int times_carried_late::of(row_number task) const {
    if (own_.empty()) return 0;
    if (known_.empty()) known_.resize(s_.tasks.size(), -1);
    std::vector<row_number> climbed;
    std::int32_t found = 0;
    // Marked on the way up, so that parts in a circle end it.
    for (row_number t = task; t != no_row;) {
        if (known_[t] >= 0) {
            found = known_[t];
            break;
        }
        known_[t] = 0;
        climbed.push_back(t);
        const auto* told = s_.tasks[t].stated.at(at_);
        t = told == nullptr ? no_row : told->value.parent;
    }
    for (auto t = climbed.rbegin(); t != climbed.rend(); ++t) {
        if (const auto own = own_.find(*t); own != own_.end()) {
            const days& above = all_[static_cast<std::size_t>(found)];
            days both;
            std::set_union(above.begin(), above.end(), own->second.begin(), own->second.end(),
                           std::back_inserter(both));
            all_.push_back(std::move(both));
            found = static_cast<std::int32_t>(all_.size()) - 1;
        }
        known_[*t] = found;
    }
    return static_cast<int>(all_[static_cast<std::size_t>(known_[task])].size());
}

namespace {

using f = field;
using k = command_kind;

row_number row_of(const state& s, const command& c, f id, entity_kind kind) {
    const auto code = c.text(id);
    return code ? s.find(kind, *code).value_or(no_row) : no_row;
}

// Whether it corrects the other one, or one that does.
bool goes_back_to(const state& s, row_number review, row_number other) {
    row_number old = review;
    for (std::size_t steps = 0; old != no_row && steps <= s.reviews.size(); ++steps) {
        if (old == other) return true;
        const auto* told = s.reviews[old].stated.at(head_view(s));
        old = told != nullptr ? told->value.corrects : no_row;
    }
    return false;
}

// The review of the same period and body, drafted or closed, that nothing corrects; not this one,
// nor one that corrects it.
row_number other_review(const state& s, row_number agency, const period& span, row_number but) {
    const view head = head_view(s);
    for (row_number r = 0; r < s.reviews.size(); ++r) {
        const auto* told = s.reviews[r].stated.at(head);
        if (told == nullptr || told->value.agency != agency || told->value.span != span ||
            (but != no_row && goes_back_to(s, r, but)) || correction_of(s, r, head) != no_row)
            continue;
        return r;
    }
    return no_row;
}

void judge_corrected(const state& s, const command& c, row_number old, row_number agency,
                     const period& span, row_number self) {
    const view head = head_view(s);
    const std::string which = "review " + s.reviews[old].code;
    const auto& told = s.reviews[old].stated.at(head)->value;
    if (s.reviews[old].closed.at(head) == nullptr)
        refuse(c, "corrects_closed", which + " is not closed; change it as it is");
    if (told.agency != agency || told.span != span)
        refuse(c, "same_period",
               which + " is of " + s.agencies[told.agency].code + " and " + to_text(told.span));
    for (row_number r = 0; r < s.reviews.size(); ++r) {
        const auto* other = s.reviews[r].stated.at(head);
        if (r != self && other != nullptr && other->value.corrects == old)
            refuse(c, "corrected_once",
                   which + " is corrected by review " + s.reviews[r].code + " already");
    }
}

void judge_draft(const state& s, const command& c) {
    const period span = parse_period(*c.text(f::period));
    const civil_day cut_off = *c.day(f::cut_off);
    if (cut_off < span.first())
        out_of_range(c, f::cut_off,
                     to_text(cut_off) + " lies before " + to_text(span) + ", which begins on " +
                         to_text(span.first()));
    const row_number meeting = row_of(s, c, f::meeting, entity_kind::meeting);
    if (meeting != no_row) {
        const auto* held = s.meetings[meeting].stated.at(head_view(s));
        const std::string which = "meeting " + s.meetings[meeting].code;
        if (cut_off > held->effective_on)
            refuse(c, "cut_off_before_meeting",
                   "the cut-off " + to_text(cut_off) + " lies after " + which + " of " +
                       to_text(held->effective_on),
                   "cut_off");
        if (held->value.reviews && *held->value.reviews != span)
            refuse(c, "same_period",
                   which + " reviews " + to_text(*held->value.reviews) + ", not " + to_text(span),
                   "meeting");
    }
    const row_number agency = row_of(s, c, f::agency, entity_kind::agency);
    const row_number self = row_of(s, c, f::review, entity_kind::review);
    const row_number old = row_of(s, c, f::corrects_review, entity_kind::review);
    if (old != no_row) return judge_corrected(s, c, old, agency, span, self);
    if (const row_number other = other_review(s, agency, span, self); other != no_row)
        refuse(c, "one_review_a_period",
               "review " + s.reviews[other].code + " is of " + s.agencies[agency].code + " and " +
                   to_text(span) + " too; a correction names the closed review that it corrects");
}

}  // namespace

// The review is closed by whoever chaired the meeting that it was drafted for, or holds a post that
// heads the body. Where nobody does, as while that post is vacant, a post in the body is asked for.
void judge_chair(const state& s, const command& c, row_number official) {
    const row_number review = row_of(s, c, f::review, entity_kind::review);
    const auto* stated = s.reviews[review].stated.at(head_view(s));
    if (stated == nullptr) return;  // another rule refuses it
    const review_record::statement& told = stated->value;
    const official_record& person = s.officials[official];
    const view then{*c.effective_on, s.revision()};
    const auto is_held = [&](row_number post) {
        return post != no_row && !holders_of(s, post, then).empty();
    };
    bool known = false, chairs = false, in_body = false;
    if (told.meeting != no_row)
        s.meetings[told.meeting].persons.each(head_view(s), [&](const auto& p) {
            if (p.value.role != meeting_role::chair) return;
            known |= p.value.official != no_row || is_held(p.value.post);
            chairs |= p.value.official == official ||
                      (p.value.official == no_row && p.value.post != no_row &&
                       holds_post(s, person, p.value.post, then));
        });
    // After the end of a body those who go on for it close its reviews.
    const std::vector<row_number> bodies = successors_of(s, told.agency, then);
    for (row_number p = 0; p < s.posts.size(); ++p) {
        const auto* post = s.posts[p].stated.at(then);
        if (post == nullptr ||
            std::find(bodies.begin(), bodies.end(), post->value.agency) == bodies.end())
            continue;
        const bool held = holds_post(s, person, p, then);
        known |= post->value.heads && is_held(p);
        chairs |= post->value.heads && held;
        in_body |= held;
    }
    if (known ? chairs : in_body) return;
    const std::string body = "agency " + s.agencies[told.agency].code;
    refuse(c, "chair_of_body",
           "official " + person.code + " neither chaired the meeting nor " +
               (known ? "heads " + body : "holds a post in " + body) + " on " +
               to_text(*c.effective_on),
           "official");
}

namespace {

void judge_move_of_review(const state& s, const command& c) {
    const row_number row = row_of(s, c, f::review, entity_kind::review);
    const review_record& r = s.reviews[row];
    const view head = head_view(s);
    const std::string which = "review " + r.code;
    const auto* told = r.stated.at(head);
    if (*c.effective_on < told->effective_on)
        refuse(c, "not_before_start",
               which + " was drafted on " + to_text(told->effective_on) + ", after " +
                   to_text(*c.effective_on));
    judge_answer_due(c);
    if (c.kind == k::send_review) return;
    const auto* sent = r.sent.at(head);
    if (sent == nullptr) refuse(c, "sent_first", which + " was not sent for comment");
    if (*c.effective_on < sent->effective_on)
        refuse(c, "sent_first",
               which + " was sent for comment on " + to_text(sent->effective_on) + ", after " +
                   to_text(*c.effective_on));
    if (c.kind == k::comment_on_review) return;
    if (row_of(s, c, f::agency, entity_kind::agency) != told->value.agency)
        refuse(c, "same_body",
               which + " is closed by " + s.agencies[told->value.agency].code + ", whose it is");
    if (*c.effective_on < told->value.cut_off)
        refuse(c, "not_before_cut_off",
               which + " looks at all of " + to_text(told->value.cut_off) + ", after " +
                   to_text(*c.effective_on));
    if (const row_number official = row_of(s, c, f::official, entity_kind::official);
        official != no_row)
        judge_chair(s, c, official);
    if (c.integer(f::seen_revision).value_or(1) > s.revision())
        refuse(c, "seen_revision",
               "event " + std::to_string(*c.integer(f::seen_revision)) + " is not in the ledger",
               "seen_revision");
}

}  // namespace

void judge_review_is_open(const state& s, const command& c) {
    if (subject_kind(c.kind) != entity_kind::review) return;
    const row_number self = row_of(s, c, f::review, entity_kind::review);
    const auto* closed = self == no_row ? nullptr : s.reviews[self].closed.at(head_view(s));
    if (closed != nullptr && closed->seq != static_cast<seq_number>(c.corrects))
        refuse(c, "review_is_open",
               "review " + s.reviews[self].code + " was closed on " +
                   to_text(closed->effective_on) +
                   " and is never opened again; draft a new one that corrects it");
}

void judge_review(const state& s, const command& c) {
    switch (c.kind) {
        case k::draft_review:
            return judge_draft(s, c);
        case k::send_review:
        case k::comment_on_review:
        case k::close_review:
            return judge_move_of_review(s, c);
        case k::set_slow_limits:
            if (!c.has(f::days_late) && !c.has(f::times_extended) && !c.has(f::silent_after) &&
                !c.has(f::reminders_unanswered) && !c.has(f::answer_within))
                need(c, f::days_late, "at least one limit is needed");
            return;
        case k::set_finishing_day:
            if (!c.has(f::finishing_day) && !c.has(f::issue_day))
                need(c, f::finishing_day, "finishing_day or issue_day is needed");
            return;
        case k::set_escalation_rule:
            if (*c.integer(f::third_level_after) <= *c.integer(f::second_level_after))
                out_of_range(c, f::third_level_after,
                             "the third level does not begin after the second");
            return;
        default:
            return;
    }
}

}  // namespace mandate
