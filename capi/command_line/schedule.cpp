// The network of tasks: when, why then, and who waits for whom for ever.

#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

#include <string>
#include <utility>

namespace command_line {
namespace {

table answer(const ledger& of, const view_options& options, std::int32_t question,
             const batch& arguments) {
    const mandate_view view = view_of(of, options);
    return made<table>(mandate_ask, of.get(), &view, question, arguments.get());
}

void print_table(const table& of, const std::string& format) {
    print(format == "json" ? json_of(of) : text_of(of));
}

}  // namespace

int run(const schedule_options& options) {
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const auto arguments = made<batch>(mandate_batch_new);
    put(arguments, MANDATE_FIELD_DOCUMENT, options.scope);
    if (options.forecast) {
        put(arguments, MANDATE_FIELD_RUNS, options.runs);
        put(arguments, MANDATE_FIELD_SEED, options.seed);
        put(arguments, MANDATE_FIELD_THREADS, options.threads);
        put(arguments, MANDATE_FIELD_OPTIMISTIC_PERCENT, options.optimistic);
        put(arguments, MANDATE_FIELD_PESSIMISTIC_PERCENT, options.pessimistic);
        put(arguments, MANDATE_FIELD_DUE, options.due);
        print_table(answer(of, options.view, MANDATE_QUESTION_FORECAST, arguments), options.format);
        return done;
    }
    for (const auto& [option, given] :
         {std::pair{"--runs", &options.runs}, std::pair{"--seed", &options.seed},
          std::pair{"--threads", &options.threads}, std::pair{"--optimistic", &options.optimistic},
          std::pair{"--pessimistic", &options.pessimistic}, std::pair{"--due", &options.due}})
        if (!given->empty())
            throw failure{std::string{option} + " goes with --forecast", wrong_use};
    print_table(answer(of, options.view, MANDATE_QUESTION_SCHEDULE, arguments), options.format);
    const table findings = answer(of, options.view, MANDATE_QUESTION_SCHEDULE_FINDINGS, arguments);
    constexpr std::int32_t text = 3;  // key, task, link, text
    for (const std::string& line : column_of(findings, text)) print_line_of_error("note: ", line);
    return done;
}

int run(const agencies_options& options) {
    const bool of_period = !options.period.empty();
    if (of_period && (!options.scope.empty() || !options.counted.empty()))
        throw failure{"--scope and --counted ask the schedule; they go without --period",
                      wrong_use};
    if (!of_period && !options.periods.empty())
        throw failure{"--periods goes with --period", wrong_use};
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const auto arguments = made<batch>(mandate_batch_new);
    put(arguments, MANDATE_FIELD_DOCUMENT, options.scope);
    put(arguments, MANDATE_FIELD_COUNTED_LINKS, options.counted);
    put(arguments, MANDATE_FIELD_AT_LEAST, options.at_least);
    put(arguments, MANDATE_FIELD_PERIOD, options.period);
    put(arguments, MANDATE_FIELD_PERIODS, options.periods);
    const mandate_view view = view_of(of, options.view);
    const std::int32_t format = options.format == "json"  ? MANDATE_FORMAT_JSON
                                : options.format == "dot" ? MANDATE_FORMAT_DOT
                                                          : MANDATE_FORMAT_TEXT;
    const std::int32_t language = options.lang == "en"   ? MANDATE_LANGUAGE_EN
                                  : options.lang == "tr" ? MANDATE_LANGUAGE_TR
                                                         : MANDATE_LANGUAGE_VI;
    print(content(
        made<bytes>(mandate_agency_report, of.get(), &view, arguments.get(), format, language)));
    return done;
}

int run(const cycles_options& options) {
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const auto none = made<batch>(mandate_batch_new);
    const table cycles = answer(of, options.view, MANDATE_QUESTION_CYCLES, none);
    print_table(cycles, options.format);
    return mandate_table_rows(cycles.get()) == 0 ? done : has_findings;
}

int run(const task_options& options) {
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const auto arguments = made<batch>(mandate_batch_new);
    put(arguments, MANDATE_FIELD_TASK, options.task);
    print_table(answer(of, options.view, MANDATE_QUESTION_WHY_THIS_DATE, arguments),
                options.format);
    if (options.format == "json") return done;
    const mandate_view view = view_of(of, options.view);
    const std::int32_t language = options.lang == "en"   ? MANDATE_LANGUAGE_EN
                                  : options.lang == "tr" ? MANDATE_LANGUAGE_TR
                                                         : MANDATE_LANGUAGE_VI;
    const auto why = made<bytes>(mandate_why_late, of.get(), &view, options.task.data(),
                                 options.task.size(), language);
    print("\n");
    print(content(why));
    return done;
}

}  // namespace command_line
