// Asking: questions, reports, and whether the record is whole.

#include "batch.hpp"
#include "call.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/report/agency_report.hpp"
#include "mandate/report/report.hpp"
#include "mandate/report/task_report.hpp"
#include "mandate/review/review.hpp"
#include "results.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A review and, of one that was closed, the bytes that were kept.
struct mandate_review {
    mandate::review value;
    std::optional<std::string> kept;
};

namespace mandate::capi {
namespace {

mandate_review asked_review(const call& in, const ledger& of, const view_request& view,
                            const arguments& args) {
    const auto period = args.text(field::period), code = args.text(field::review);
    if (period && code) in.refuse("args", "take a period or a review that was closed, not both");
    if (!period && !code)
        throw error{errc::missing_field,
                    "the review: period is missing",
                    {{"field", "period"}, {"rule", "missing_field"}}};
    std::vector<std::string> agencies;
    for (const std::string_view one : args.texts(field::agency)) agencies.emplace_back(one);
    if (period) return {of.review(view, of.period_asked(view, std::string{*period}), agencies), {}};
    if (!agencies.empty()) in.refuse("args", "take no agency with a review that was closed");
    mandate::closed_review closed = of.closed_review(view, std::string{*code});
    return {std::move(closed.value), std::move(closed.content)};
}

mandate_review review_of(const call& in, const ledger& of, const view_request& view,
                         const arguments& args) {
    mandate_review review = asked_review(in, of, view, args);
    if (args.integer(field::edition) == static_cast<std::int64_t>(edition_kind::publication)) {
        if (args.has(field::agency))
            in.refuse("args", "take no agency with the edition for publication: it names none");
        review = {publication_of(review.value), {}};
    }
    if (const auto how = args.integer(field::rounding))
        review.value.percentages = static_cast<rounding>(*how - 1);
    return review;
}

language language_from(const call& in, int32_t number) {
    if (number < MANDATE_LANGUAGE_VI || number > MANDATE_LANGUAGE_TR)
        in.refuse("language", "is none of MANDATE_LANGUAGE_VI, _EN, _TR");
    return static_cast<language>(number);
}

void require_format(const call& in, int32_t format) {
    if (format < MANDATE_FORMAT_TEXT || format > MANDATE_FORMAT_HTML)
        in.refuse("format", "is none of MANDATE_FORMAT_TEXT, _JSON, _HTML");
}

language language_of(const arguments& args) {
    return static_cast<language>(
        args.integer(field::language).value_or(static_cast<std::int64_t>(language::vi)));
}

std::string rendered(const mandate_review& asked, int32_t format, language lang) {
    if (format == MANDATE_FORMAT_TEXT) return review_text(asked.value, lang);
    if (format == MANDATE_FORMAT_HTML) return review_html(asked.value, lang);
    return asked.kept ? *asked.kept : to_json(asked.value);
}

}  // namespace
}  // namespace mandate::capi

using mandate::capi::call;
using mandate::capi::guard;

mandate_status mandate_ask(const mandate_ledger* ledger, const mandate_view* view, int32_t question,
                           const mandate_batch* args, mandate_table** out,
                           mandate_error** err) noexcept {
    return guard("mandate_ask", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        const auto& of = in.opened(ledger);
        const auto through = in.read(view);
        const auto* described = mandate::find_question(question);
        if (described == nullptr)
            in.refuse("question", mandate::to_text(question) + " is not known");
        const auto given =
            mandate::capi::arguments_of(in, args, described->arguments, described->name);
        answer = new mandate_table{of.ask(through, described->id, given)};
    });
}

mandate_status mandate_report(const mandate_ledger* ledger, const mandate_view* view,
                              int32_t format, const mandate_batch* args, mandate_bytes** out,
                              mandate_error** err) noexcept {
    return guard("mandate_report", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        const auto& of = in.opened(ledger);
        const auto through = in.read(view);
        in.required(args, "args");
        mandate::capi::require_format(in, format);
        const auto given =
            mandate::capi::arguments_of(in, args, mandate::report_arguments(), "the review");
        answer = new mandate_bytes{
            mandate::capi::rendered(mandate::capi::review_of(in, of, through, given), format,
                                    mandate::capi::language_of(given))};
    });
}

mandate_status mandate_review_make(const mandate_ledger* ledger, const mandate_view* view,
                                   const mandate_batch* args, mandate_review** out,
                                   mandate_error** err) noexcept {
    return guard("mandate_review_make", err, [&](const call& in) {
        mandate_review*& made = in.output(out, "out");
        const auto& of = in.opened(ledger);
        const auto through = in.read(view);
        in.required(args, "args");
        const auto given =
            mandate::capi::arguments_of(in, args, mandate::report_arguments(), "the review");
        made = new mandate_review{mandate::capi::review_of(in, of, through, given)};
    });
}

void mandate_review_free(mandate_review* review) noexcept { delete review; }

mandate_status mandate_review_render(const mandate_review* review, int32_t format, int32_t language,
                                     mandate_bytes** out, mandate_error** err) noexcept {
    return guard("mandate_review_render", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        in.required(review, "review");
        mandate::capi::require_format(in, format);
        answer = new mandate_bytes{
            mandate::capi::rendered(*review, format, mandate::capi::language_from(in, language))};
    });
}

mandate_status mandate_review_list(const mandate_review* review, int32_t list, mandate_table** out,
                                   mandate_error** err) noexcept {
    return guard("mandate_review_list", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        in.required(review, "review");
        if (mandate::choice_name(mandate::field::list, list).empty())
            in.refuse("list", "is none of MANDATE_LIST_...");
        if (review->value.publication)
            in.refuse("review", "is the edition for publication: it lists no tasks");
        answer = new mandate_table{mandate::review_list(review->value, list)};
    });
}

mandate_status mandate_agency_report(const mandate_ledger* ledger, const mandate_view* view,
                                     const mandate_batch* args, int32_t format, int32_t language,
                                     mandate_bytes** out, mandate_error** err) noexcept {
    return guard("mandate_agency_report", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        const auto& of = in.opened(ledger);
        const auto through = in.read(view);
        if (format != MANDATE_FORMAT_TEXT && format != MANDATE_FORMAT_JSON &&
            format != MANDATE_FORMAT_DOT)
            in.refuse("format", "is none of MANDATE_FORMAT_TEXT, _JSON, _DOT");
        const auto lang = mandate::capi::language_from(in, language);
        const bool of_period = mandate::capi::gives(in, args, mandate::field::period);
        const auto* described = mandate::find_question(
            static_cast<std::int32_t>(of_period ? mandate::question_kind::coordination_network
                                                : mandate::question_kind::bottlenecks));
        const auto given =
            mandate::capi::arguments_of(in, args, described->arguments, described->name);
        if (of_period) {
            const mandate::coordination_figures figures = of.coordination(through, given);
            answer = new mandate_bytes{
                format == MANDATE_FORMAT_TEXT  ? mandate::coordination_text(figures, lang)
                : format == MANDATE_FORMAT_DOT ? mandate::coordination_dot(figures, lang)
                                               : mandate::coordination_json(figures)};
            return;
        }
        const mandate::agency_waits waits = of.agencies(through, given);
        answer = new mandate_bytes{format == MANDATE_FORMAT_TEXT ? mandate::agency_text(waits, lang)
                                   : format == MANDATE_FORMAT_DOT ? mandate::agency_dot(waits, lang)
                                                                  : mandate::agency_json(waits)};
    });
}

mandate_status mandate_why_late(const mandate_ledger* ledger, const mandate_view* view,
                                const char* task, size_t task_len, int32_t language,
                                mandate_bytes** out, mandate_error** err) noexcept {
    return guard("mandate_why_late", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        const auto& of = in.opened(ledger);
        const auto through = in.read(view);
        const std::string code{in.text(task, task_len, "task")};
        const auto lang = mandate::capi::language_from(in, language);
        mandate::arguments of_task;
        of_task.values = {{mandate::field::task, code}};
        answer = new mandate_bytes{mandate::why_late_text(
            code, of.ask(through, mandate::question_kind::attribution, of_task),
            of.ask(through, mandate::question_kind::slips, of_task),
            of.ask(through, mandate::question_kind::agencies, {}),
            of.ask(through, mandate::question_kind::tasks, {}), lang)};
    });
}

mandate_status mandate_task_report(const mandate_ledger* ledger, const mandate_view* view,
                                   const char* task, size_t task_len, int32_t format,
                                   int32_t language, mandate_bytes** out,
                                   mandate_error** err) noexcept {
    return guard("mandate_task_report", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        const auto& of = in.opened(ledger);
        const auto through = in.read(view);
        const std::string code{in.text(task, task_len, "task")};
        if (format != MANDATE_FORMAT_TEXT && format != MANDATE_FORMAT_JSON)
            in.refuse("format", "is none of MANDATE_FORMAT_TEXT, _JSON");
        const auto lang = mandate::capi::language_from(in, language);
        const mandate::task_answers all = of.task(through, code);
        answer = new mandate_bytes{format == MANDATE_FORMAT_JSON ? mandate::task_json(all)
                                                                 : mandate::task_text(all, lang)};
    });
}

mandate_status mandate_verify(const mandate_ledger* ledger, mandate_table** findings,
                              mandate_error** err) noexcept {
    return guard("mandate_verify", err, [&](const call& in) {
        mandate_table*& answer = in.output(findings, "findings");
        answer = mandate::capi::new_findings(in.opened(ledger).verify());
    });
}
