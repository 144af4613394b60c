// The lists of a review as tables.

#include "mandate/base/error.hpp"
#include "review/answers.hpp"
#include "review/build_review.hpp"
#include "review/closed_reviews.hpp"
#include "review/question_parts.hpp"

#include <algorithm>
#include <array>

namespace mandate {
namespace {

using f = field;

// By number of the choice, less 1.
constexpr std::array<std::vector<std::size_t> review::*, 14> lists{
    &review::population,      &review::overdue,          &review::unfinished,
    &review::unexplained,     &review::done_since,       &review::carried_late,
    &review::carried_planned, &review::without_deadline, &review::awaiting_acceptance,
    &review::without_lead,    &review::next_new,         &review::next_planned,
    &review::unplanned,       &review::only_reported};

review asked_review(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number kept = asked_row(through, args, f::review);
    if (args.has(f::period) == (kept != no_row))
        throw error{errc::missing_field,
                    "review_tasks: either a period or a closed review is needed",
                    {{"field", "period"}, {"rule", "missing_field"}}};
    std::vector<std::string> agencies;
    for (const row_number a : asked_rows(through, args, f::agency))
        agencies.push_back(s.agencies[a].code);
    if (kept == no_row)
        return build_review(through, {parse_period(*args.text(f::period)), std::move(agencies)});
    if (!agencies.empty())
        throw error{errc::invalid_argument,
                    "review_tasks: a closed review is of all agencies",
                    {{"field", "agency"}, {"rule", "invalid_argument"}}};
    const auto* closed = s.reviews[kept].closed.at({last_day, through.times.known});
    if (closed == nullptr)
        throw error{errc::refused,
                    "review " + s.reviews[kept].code + " is not closed",
                    {{"rule", "closed"}, {"field", "review"}, {"value", s.reviews[kept].code}}};
    return review_as_closed(s, kept, {closed->effective_on, no_row, {}, {}}, closed->seq - 1, 0,
                            through.viewer, nullptr, false);
}

std::string codes_of(const std::vector<named>& all) {
    std::string codes;
    for (const named& one : all) codes += (codes.empty() ? "" : " ") + one.code;
    return codes;
}

std::string spaced(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : " ") + one;
    return text;
}

template <class Number>
std::optional<std::int64_t> wide(const std::optional<Number>& n) {
    return n ? std::optional<std::int64_t>{*n} : std::nullopt;
}

}  // namespace

table review_list(const review& r, std::int64_t wanted, const arguments& args) {
    answer_rows out{question_kind::review_tasks};
    // Only what is on the page is described.
    for (const std::size_t number : page(r.*lists.at(static_cast<std::size_t>(wanted - 1)), args)) {
        const review_task& t = r.tasks[number];
        const explanation* told = t.explained ? &*t.explained : nullptr;
        const auto said = [&](const std::string explanation::*what) {
            return told != nullptr ? std::string_view{told->*what} : std::string_view{};
        };
        out.put(t.code);
        out.put(t.title.vi);
        out.put(spaced(t.documents));
        out.put(codes_of(t.leads));
        out.put(codes_of(t.coordinating));
        out.put(t.existed_at_end ? name_of(t.at_end) : std::string_view{});
        out.put(name_of(t.at_cut_off));
        out.put(t.current.day);
        out.put(t.original.day);
        out.put(static_cast<std::int64_t>(t.revisions.size()));
        out.put(t.finished_on);
        out.put(wide(t.working_days_late));
        out.put(t.product);
        out.put(wide(t.percent));
        out.put(t.reported_on);
        out.put(t.result);
        out.put(said(&explanation::cause));
        out.put(said(&explanation::text));
        out.put(said(&explanation::remedy));
        out.put(told != nullptr ? told->proposed_deadline : std::nullopt);
        out.put(std::int64_t{t.times_carried_late});
        out.put(std::int64_t{t.waiting_in_all});
        out.put(std::int64_t{t.waiting_not_shown});
        out.put(wide(t.working_days_since_assignment));
        out.put(t.deadline_removed ? std::optional{t.deadline_removed->by.decided_on}
                                   : std::nullopt);
        out.put(t.deadline_removed ? std::optional{t.deadline_removed->event} : std::nullopt);
    }
    return out.finish({});
}

table answer_review_tasks(const lens& through, const arguments& args) {
    return review_list(asked_review(through, args), args.integer(f::list).value_or(1), args);
}

}  // namespace mandate
