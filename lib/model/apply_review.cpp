#include "model/apply_records.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

policy_record& policy_of(state& s) {
    if (s.policies.size() == 0) s.policies.push_back({});
    return s.policies.edit(0);
}

}  // namespace

std::optional<row_number> put_review(state& s, const event& e, const standing& at,
                                     const event_reader& r) {
    switch (e.command.kind) {
        case k::draft_review: {
            review_record::statement told{r.row(f::agency),          r.span(f::period),
                                          *r.day(f::cut_off),        r.row(f::meeting),
                                          r.row(f::corrects_review), r.remarks()};
            const row_number row = subject(s, s.reviews, entity_kind::review, e, f::review);
            s.reviews.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::send_review: {
            const row_number row = r.row(f::review);
            s.reviews.edit(row).sent.put(at, {r.rows(f::addressed_to), r.day(f::answer_due)});
            return row;
        }
        case k::comment_on_review: {
            const row_number row = r.row(f::review);
            s.reviews.edit(row).comments.put(at, {r.row(f::agency), r.text(f::text)});
            return row;
        }
        case k::close_review: {
            const row_number row = r.row(f::review);
            s.reviews.edit(row).closed.put(
                at,
                {r.row(f::official), r.text(f::reason), r.day(f::answer_due),
                 static_cast<seq_number>(r.integer(f::seen_revision, 0)), r.text(f::content_hash),
                 r.rows(f::carried_late), r.rows(f::carried_planned), r.rows(f::unexplained)});
            return row;
        }
        case k::set_slow_limits:
            policy_of(s).slow.put(
                at, {r.count(f::days_late), r.count(f::times_extended), r.count(f::silent_after),
                     r.count(f::reminders_unanswered), r.count(f::answer_within)});
            return 0;
        case k::set_rating_rule:
            policy_of(s).rating.put(
                at, {r.text(f::decision), static_cast<int>(r.integer(f::good_in_time, 0)),
                     static_cast<int>(r.integer(f::completed_behind, 0))});
            return 0;
        case k::set_escalation_rule:
            policy_of(s).escalation.put(
                at, {r.text(f::decision), static_cast<int>(r.integer(f::second_level_after, 0)),
                     static_cast<int>(r.integer(f::third_level_after, 0)), r.row(f::agency)});
            return 0;
        case k::set_finishing_day:
            policy_of(s).finishing.put(at, {r.choice_if<finishing_day_kind>(f::finishing_day),
                                            r.choice_if<issue_day_kind>(f::issue_day)});
            return 0;
        default:
            return std::nullopt;
    }
}

}  // namespace mandate
