// The network of tasks: when, why then, and who waits for whom for ever.

#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

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

/// "A -L1-> B -L2-> A", each knot of tasks that wait for each other by a shortest cycle; of a long
/// one the beginning.
std::vector<std::string> rings_in(const table& cycles) {
    constexpr std::int32_t knot = 0, part = 2, position = 3, task = 4, link = 5, waiting = 6;
    std::vector<std::string> rings;
    std::string of, last;
    for (std::int64_t row = 0; row < mandate_table_rows(cycles.get()); ++row) {
        if (text_at(cycles, part, row) != "shortest") continue;
        if (text_at(cycles, knot, row) != of) {
            of = text_at(cycles, knot, row);
            rings.emplace_back();
            last.clear();
        }
        std::string& ring = rings.back();
        if (std::stoll(text_at(cycles, position, row)) > 20) {
            if (!ring.ends_with(" ...")) ring += " ...";
            continue;
        }
        const std::string before = text_at(cycles, task, row);
        if (before != last) ring += (last.empty() ? "" : ", ") + before;  // through a whole
        last = text_at(cycles, waiting, row);
        ring += " -" + text_at(cycles, link, row) + "-> " + last;
    }
    return rings;
}

void tell_findings(const table& findings, bool links_in_cycles) {
    constexpr std::int32_t key = 0, text = 3;  // key, task, link, text
    for (std::int64_t row = 0; row < mandate_table_rows(findings.get()); ++row)
        if (links_in_cycles || text_at(findings, key, row) != "schedule.cycle")
            print_line_of_error("note: ", text_at(findings, text, row));
}

/// Notes for a reader on standard error: whose dates nobody can know. The exit code says so, too.
int tell(const table& cycles) {
    if (mandate_table_rows(cycles.get()) == 0) return done;
    for (const std::string& ring : rings_in(cycles))
        print_line_of_error("note: ", "tasks wait for each other for ever: " + ring);
    print_line_of_error("note: ",
                        "the dates of these tasks, and of what waits for them, are not known");
    return has_findings;
}

}  // namespace

int run(const schedule_options& options) {
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const auto arguments = made<batch>(mandate_batch_new), scope = made<batch>(mandate_batch_new);
    put(arguments, MANDATE_FIELD_DOCUMENT, options.scope);
    put(scope, MANDATE_FIELD_DOCUMENT, options.scope);
    if (options.forecast) {
        put(arguments, MANDATE_FIELD_RUNS, options.runs);
        put(arguments, MANDATE_FIELD_SEED, options.seed);
        put(arguments, MANDATE_FIELD_THREADS, options.threads);
        put(arguments, MANDATE_FIELD_OPTIMISTIC_PERCENT, options.optimistic);
        put(arguments, MANDATE_FIELD_PESSIMISTIC_PERCENT, options.pessimistic);
        put(arguments, MANDATE_FIELD_DUE, options.due);
    }
    for (const auto& [option, given] :
         {std::pair{"--runs", &options.runs}, std::pair{"--seed", &options.seed},
          std::pair{"--threads", &options.threads}, std::pair{"--optimistic", &options.optimistic},
          std::pair{"--pessimistic", &options.pessimistic}, std::pair{"--due", &options.due}})
        if (!options.forecast && !given->empty())
            throw failure{std::string{option} + " goes with --forecast", wrong_use};
    const table dates =
        answer(of, options.view,
               options.forecast ? MANDATE_QUESTION_FORECAST : MANDATE_QUESTION_SCHEDULE, arguments);
    const table findings = answer(of, options.view, MANDATE_QUESTION_SCHEDULE_FINDINGS, scope);
    const table cycles = answer(of, options.view, MANDATE_QUESTION_CYCLES, scope);
    print(options.format == "json"
              ? json_of({{"rows", &dates}, {"findings", &findings}, {"cycles", &cycles}})
              : text_of(dates));
    tell_findings(findings, true);
    return tell(cycles);
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
    if (of_period) return done;  // its cases are no links
    const auto scope = made<batch>(mandate_batch_new);
    put(scope, MANDATE_FIELD_DOCUMENT, options.scope);
    tell_findings(answer(of, options.view, MANDATE_QUESTION_SCHEDULE_FINDINGS, scope), false);
    return tell(answer(of, options.view, MANDATE_QUESTION_CYCLES, scope));
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
    const mandate_view view = view_of(of, options.view);
    const std::int32_t language = options.lang == "en"   ? MANDATE_LANGUAGE_EN
                                  : options.lang == "tr" ? MANDATE_LANGUAGE_TR
                                                         : MANDATE_LANGUAGE_VI;
    const std::int32_t format =
        options.format == "json" ? MANDATE_FORMAT_JSON : MANDATE_FORMAT_TEXT;
    print(content(made<bytes>(mandate_task_report, of.get(), &view, options.task.data(),
                              options.task.size(), format, language)));
    const auto asked = made<batch>(mandate_batch_new);
    put(asked, MANDATE_FIELD_TASK, options.task);
    return tell(answer(of, options.view, MANDATE_QUESTION_CYCLES, asked));
}

}  // namespace command_line
