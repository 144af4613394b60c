#include "review/closed_reviews.hpp"

#include "model/apply.hpp"
#include "model/pending.hpp"
#include "model/review_life.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"
#include "review/build_review.hpp"
#include "review/counted_by_parts.hpp"
#include "review/matters.hpp"
#include "review/review_differences.hpp"

#include <algorithm>
#include <array>

namespace mandate {

review review_as_closed(const state& s, row_number row, const closing_act& how, seq_number known,
                        int utc_offset_minutes, row_number viewer, calendar_pool* pool,
                        bool with_answers) {
    const view head{last_day, known};
    const review_record& record = s.reviews[row];
    const review_record::statement& told = record.stated.at(head)->value;
    lens through{s, {told.cut_off, known}, last_day, viewer, pool};
    through.heard_until = how.on;
    review r = build_review(through, {told.span, {}, with_answers});
    if (told.meeting != no_row) {
        r.meeting = meeting_named(through, told.meeting);
        r.meeting_day = r.meeting ? std::optional{r.meeting->held_on} : std::nullopt;
    }
    r.revision = known;
    r.utc_offset_minutes = utc_offset_minutes;
    if (viewer != no_row)
        r.viewer = s.agencies[viewer].code, r.viewer_sees_all = through.sees_all();
    review_closing closing;
    closing.review = record.code;
    closing.body = through.agency(told.agency);
    closing.closed_on = how.on;
    if (how.official != no_row)
        if (const auto* who = s.officials[how.official].stated.at(head))
            closing.closed_by = who->value.name;
    closing.reason = how.reason;
    closing.explanations_due = how.explanations_due;
    if (told.corrects != no_row) closing.corrects = s.reviews[told.corrects].code;
    r.closing = std::move(closing);
    return r;
}

namespace {

std::optional<named_closing> closing_of(const state& s, row_number row, const view& at) {
    const auto* closed = row == no_row ? nullptr : s.reviews[row].closed.at(at);
    if (closed == nullptr) return std::nullopt;
    return named_closing{s.reviews[row].code, closed->effective_on};
}

}  // namespace

std::optional<named_closing> closed_correction_of(const state& s, row_number row,
                                                  seq_number known) {
    const view at{last_day, known};
    return closing_of(s, correction_of(s, row, at), at);
}

std::vector<named_closing> closed_reviews_of(const state& s, const period& of, seq_number known) {
    const view at{last_day, known};
    std::vector<named_closing> all;
    for (row_number row = 0; row < s.reviews.size(); ++row) {
        const auto* told = s.reviews[row].stated.at(at);
        if (told == nullptr || told->value.span != of || correction_of(s, row, at) != no_row)
            continue;
        if (auto one = closing_of(s, row, at)) all.push_back(*std::move(one));
    }
    std::ranges::sort(all, {}, &named_closing::review);
    return all;
}

namespace {

using f = field;

// Those stated in the view that fit `review`, `agency` (whose they are) and `period`, by code.
std::vector<row_number> reviews_asked(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number only = asked_row(through, args, f::review);
    const auto span = args.text(f::period);
    std::vector<row_number> all;
    for (row_number r = 0; r < s.reviews.size(); ++r) {
        const auto* told = s.reviews[r].stated.at(through.times);
        if (told == nullptr || (only != no_row && r != only)) continue;
        if (span && told->value.span != parse_period(*span)) continue;
        all.push_back(r);
    }
    std::sort(all.begin(), all.end(), [&](row_number a, row_number b) {
        const auto& x = s.reviews[a].stated.at(through.times)->value;
        const auto& y = s.reviews[b].stated.at(through.times)->value;
        return x.span.first() != y.span.first() ? x.span.first() < y.span.first()
                                                : s.reviews[a].code < s.reviews[b].code;
    });
    return all;
}

// A task that a closed review names, if the viewer may see it and it fits `task` and `agency`.
class task_filter {
public:
    task_filter(const lens& through, const arguments& args)
        : through_{through},
          task_{asked_row(through, args, f::task)},
          agency_{asked_row(through, args, f::agency)} {}

    std::optional<task_facts> facts(row_number task) const {
        if ((task_ != no_row && task != task_) || !through_.may_see(entity_kind::task, task))
            return std::nullopt;
        if (!wholes_) wholes_.emplace(through_, through_.times.as_of);
        const task_facts now =
            wholes_->judged(task, facts_of(through_.record, through_.record.tasks[task],
                                           through_.times.as_of, through_.times));
        if (now.stated == nullptr || (agency_ != no_row && !contains(*now.leads, agency_)))
            return std::nullopt;
        return now;
    }

private:
    const lens& through_;
    const row_number task_, agency_;
    mutable std::optional<counted_by_parts> wholes_;
};

}  // namespace

table answer_reviews(const lens& through, const arguments& args) {
    const state& s = through.record;
    const view& at = through.times;
    const row_number agency = asked_row(through, args, f::agency);
    answer_rows out{question_kind::reviews};
    for (const row_number row : reviews_asked(through, args)) {
        const review_record& r = s.reviews[row];
        const auto* told = r.stated.at(at);
        if (agency != no_row && told->value.agency != agency) continue;
        const auto* sent = r.sent.at(at);
        const auto* closed = r.closed.at(at);
        std::int64_t comments = 0;
        r.comments.each(at, [&](const auto&) { ++comments; });
        const auto size = [&](const std::vector<row_number> review_record::closing::*list) {
            if (closed == nullptr) return std::optional<std::int64_t>{};
            // Those that the viewer is shown: a number of hidden things tells that there are any.
            return std::optional<std::int64_t>{
                std::count_if((closed->value.*list).begin(), (closed->value.*list).end(),
                              [&](row_number t) { return through.may_see(entity_kind::task, t); })};
        };
        out.put(r.code);
        out.put(s.agencies[told->value.agency].code);
        out.put(to_text(told->value.span));
        out.put(told->value.cut_off);
        out.put(through.code(entity_kind::meeting, told->value.meeting));
        out.put(name_of(stage_of(s, row, at)));
        out.put(told->effective_on);
        out.put(sent == nullptr ? std::nullopt : std::optional{sent->effective_on});
        out.put(sent == nullptr ? std::nullopt : sent->value.comments_due);
        out.put(comments);
        out.put(closed == nullptr ? std::nullopt : std::optional{closed->effective_on});
        out.put(closed == nullptr ? std::string_view{}
                                  : code_of(s.officials, closed->value.official));
        out.put(closed == nullptr ? std::string_view{} : std::string_view{closed->value.reason});
        out.put(closed == nullptr ? std::nullopt : std::optional<std::int64_t>{closed->seq});
        out.put(closed == nullptr ? std::nullopt : std::optional<std::int64_t>{closed->value.seen});
        // Who sees the content in part could try words against its hash.
        out.put(closed == nullptr || !through.sees_all()
                    ? std::string_view{}
                    : std::string_view{closed->value.content_hash});
        out.put(code_of(s.reviews, told->value.corrects));
        out.put(code_of(s.reviews, correction_of(s, row, at)));
        out.put(size(&review_record::closing::late));
        out.put(size(&review_record::closing::planned));
        out.put(size(&review_record::closing::unexplained));
    }
    return out.finish(args);
}

table answer_carried_over(const lens& through, const arguments& args) {
    const state& s = through.record;
    const task_filter asked{through, args};
    answer_rows out{question_kind::carried_over};
    for (const row_number row : reviews_asked(through, args)) {
        const review_record& r = s.reviews[row];
        const auto* closed = r.closed.at(through.times);
        if (closed == nullptr) continue;
        const period& span = r.stated.at(through.times)->value.span;
        const times_carried_late times{s, through.times, span.last() + 1};
        const auto put = [&](row_number task, bool late) {
            const auto now = asked.facts(task);
            if (!now) return;
            out.put(r.code);
            out.put(to_text(span));
            out.put(s.tasks[task].code);
            out.put(now->stated->value.title_vi);
            out.put(codes_of(s.agencies, *now->leads));
            out.put(late ? "late" : "planned");
            out.put(std::int64_t{times.of(task)});
            out.put(now->current->day);
            out.put(name_of(now->its_class));
        };
        for (const row_number task : closed->value.late) put(task, true);
        for (const row_number task : closed->value.planned) put(task, false);
    }
    return out.finish(args);
}

table answer_review_differences(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number row = asked_row(through, args, f::review);
    const review_record& r = s.reviews[row];
    const auto* closed = r.closed.at(through.times);
    if (closed == nullptr)
        throw error{errc::refused,
                    "review_differences: review " + r.code + " is not closed on " +
                        to_text(through.times.as_of),
                    {{"rule", "closed"}, {"field", "review"}, {"value", r.code}}};
    const review_record::statement& told = r.stated.at(through.times)->value;
    lens now = through.on(std::min(told.cut_off, through.times.as_of));
    lens then{s, {now.times.as_of, closed->seq - 1}, last_day, through.viewer};
    now.heard_until = then.heard_until = closed->effective_on;
    answer_rows out{question_kind::review_differences};
    for (const review_difference& d :
         differences_between(then, now, told.span, through.times.as_of)) {
        out.put(s.tasks[d.task].code);
        out.put(d.what);
        out.put(d.was);
        out.put(d.is);
        if (d.event == 0 || !through.may_see_event(d.event)) {
            out.put(std::optional<std::int64_t>{});
            out.put("");
            out.put(std::optional<civil_day>{});
            continue;
        }
        const event_record& e = s.events[d.event - 1];
        out.put(std::int64_t{d.event});
        out.put(descriptor_of(e.kind).name);
        out.put(e.effective_on);
    }
    return out.finish(args);
}

table answer_owed_explanations(const lens& through, const arguments& args) {
    const state& s = through.record;
    const task_filter asked{through, args};
    answer_rows out{question_kind::owed_explanations};
    for (const row_number row : reviews_asked(through, args)) {
        const review_record& r = s.reviews[row];
        const auto* closed = r.closed.at(through.times);
        // What a corrected one demanded is demanded by the one that corrects it, if at all.
        if (closed == nullptr || correction_of(s, row, through.times) != no_row) continue;
        for (const row_number task : closed->value.unexplained) {
            const auto now = asked.facts(task);
            if (!now) continue;
            std::optional<civil_day> given;
            const auto& explanations = s.tasks[task].life().explanations;
            const auto is_later = [&](const auto& e) {
                return e.place > closed->place || e.effective_on > closed->effective_on;
            };
            const version<task_record::explanation>* at_closing = nullptr;
            explanations.each(through.times, [&](const auto& e) {
                if (!is_later(e)) at_closing = &e;
            });
            explanations.each(through.times, [&](const auto& e) {
                if (given || !missing_of(s.tasks[task], e, through.access().is_placeholder(task),
                                         through.times)
                                  .empty())
                    return;
                // The last word before the closing counts as corrected, or recorded, since.
                if (is_later(e) || (&e == at_closing && *e.value.proposed >= closed->effective_on))
                    given = e.effective_on;
            });
            if (!given && now->its_class == task_class::cancelled) continue;
            const auto& due = closed->value.explanations_due;
            out.put(r.code);
            out.put(s.tasks[task].code);
            out.put(codes_of(s.agencies, *now->leads));
            out.put(due);
            out.put(given);
            out.put(given ? "given" : due && *due < through.times.as_of ? "overdue" : "owed");
        }
    }
    return out.finish(args);
}

table answer_review_comments(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency);
    answer_rows out{question_kind::review_comments};
    for (const row_number row : reviews_asked(through, args))
        s.reviews[row].comments.each(through.times, [&](const auto& c) {
            if (agency != no_row && c.value.agency != agency) return;
            out.put(s.reviews[row].code);
            out.put(s.agencies[c.value.agency].code);
            out.put(c.effective_on);
            out.put(c.value.text);
        });
    return out.finish(args);
}

}  // namespace mandate
