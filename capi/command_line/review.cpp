#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"

#include <string>
#include <utility>

namespace command_line {

int run(const review_options& options) {
    for (const auto& [given, name] :
         {std::pair{&options.period, "--period"}, {&options.view.as_of, "--as-of"}}) {
        if (options.review.empty() && given->empty())
            throw failure{std::string{name} + " is required; see mandate --help", wrong_use};
        if (!options.review.empty() && !given->empty())
            throw failure{std::string{name} +
                              " and --review exclude each other; a closed review "
                              "is as it was closed",
                          wrong_use};
    }
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const mandate_view view = view_of(of, options.view);
    const auto arguments = made<batch>(mandate_batch_new);
    put(arguments, MANDATE_FIELD_PERIOD, options.period);
    put(arguments, MANDATE_FIELD_REVIEW, options.review);
    for (const std::string& agency : options.agencies) put(arguments, MANDATE_FIELD_AGENCY, agency);
    put(arguments, MANDATE_FIELD_LANGUAGE, options.lang);
    put(arguments, MANDATE_FIELD_EDITION, options.edition);
    put(arguments, MANDATE_FIELD_ROUNDING, options.rounding);

    const std::int32_t format = options.format == "json"   ? MANDATE_FORMAT_JSON
                                : options.format == "html" ? MANDATE_FORMAT_HTML
                                                           : MANDATE_FORMAT_TEXT;
    const auto review = made<bytes>(mandate_report, of.get(), &view, format, arguments.get());
    if (options.output.empty())
        print(content(review));
    else
        write_whole(options.output, content(review));
    return done;
}

}  // namespace command_line
