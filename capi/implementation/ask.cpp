// Asking: questions, reports, and whether the record is whole.

#include "batch.hpp"
#include "call.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/report/agency_report.hpp"
#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"
#include "results.hpp"

#include <memory>
#include <string>
#include <utility>

namespace mandate::capi {
namespace {

mandate::review review_of(const ledger& of, const view_request& view, const arguments& args) {
    return of.review(view, parse_period(args.text(field::period).value()),  // required
                     std::string{args.text(field::agency).value_or("")});
}

language language_of(const arguments& args) {
    return static_cast<language>(
        args.integer(field::language).value_or(static_cast<std::int64_t>(language::vi)));
}

std::string rendered(const mandate::review& review, int32_t format, language lang) {
    if (format == MANDATE_FORMAT_TEXT) return review_text(review, lang);
    if (format == MANDATE_FORMAT_HTML) return review_html(review, lang);
    return to_json(review);
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
        if (format < MANDATE_FORMAT_TEXT || format > MANDATE_FORMAT_HTML)
            in.refuse("format", "is none of MANDATE_FORMAT_TEXT, _JSON, _HTML");
        const auto given =
            mandate::capi::arguments_of(in, args, mandate::report_arguments(), "the review");
        const auto review = mandate::capi::review_of(of, through, given);
        answer = new mandate_bytes{
            mandate::capi::rendered(review, format, mandate::capi::language_of(given))};
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
        if (language < MANDATE_LANGUAGE_VI || language > MANDATE_LANGUAGE_TR)
            in.refuse("language", "is none of MANDATE_LANGUAGE_VI, _EN, _TR");
        const auto* described =
            mandate::find_question(static_cast<std::int32_t>(mandate::question_kind::bottlenecks));
        const auto given =
            mandate::capi::arguments_of(in, args, described->arguments, described->name);
        const mandate::agency_waits waits = of.agencies(through, given);
        const auto lang = static_cast<mandate::language>(language);
        answer = new mandate_bytes{format == MANDATE_FORMAT_TEXT ? mandate::agency_text(waits, lang)
                                   : format == MANDATE_FORMAT_DOT ? mandate::agency_dot(waits, lang)
                                                                  : mandate::agency_json(waits)};
    });
}

mandate_status mandate_verify(const mandate_ledger* ledger, mandate_table** findings,
                              mandate_error** err) noexcept {
    return guard("mandate_verify", err, [&](const call& in) {
        mandate_table*& answer = in.output(findings, "findings");
        answer = mandate::capi::new_findings(in.opened(ledger).verify());
    });
}
