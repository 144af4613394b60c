// The command `mandate`: reads its options, runs one command, tells what went wrong in one line.
// It uses only mandate.h, as any other program would.

#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "nearest.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <system_error>
#include <vector>

namespace command_line {
namespace {

std::string version_text() {
    const int version = mandate_version();
    return "mandate " + std::to_string(version / 1'000'000) + "." +
           std::to_string(version / 1000 % 1000) + "." + std::to_string(version % 1000);
}

/// An empty shell variable must not ask about everything.
CLI::Option* refuse_empty(CLI::Option* option, const std::string& name) {
    const std::string what = name.substr(name.rfind("--") + 2) + " is empty; leave it out instead";
    return option->check(CLI::Validator{
        [what](const std::string& given) { return given.empty() ? what : std::string{}; }, ""});
}

CLI::Option* add(CLI::App& to, const std::string& name, std::string& value, const std::string& type,
                 const std::string& help) {
    return refuse_empty(to.add_option(name, value, help)->type_name(type), name);
}

/// Every value of an option that may be given several times, one value each time.
void add_list(CLI::App& to, const std::string& name, std::vector<std::string>& values,
              const std::string& help) {
    refuse_empty(to.add_option(name, values, help)->allow_extra_args(false)->type_name("TEXT"),
                 name);
}

void add_act(CLI::App& to, act_options& act) {
    add(to, "--actor", act.actor, "NAME", "who records")->capture_default_str();
    add(to, "--today", act.today, "DAY",
        "the civil day of the act, 2024-04-25; now, by the ledger's time zone, if absent");
}

void add_viewer(CLI::App& to, view_options& view) {
    add(to, "--viewer", view.viewer, "CODE",
        "what this agency may see, by its code; everything if absent");
}

/// The option of the day.
CLI::Option* add_view(CLI::App& to, view_options& view) {
    auto* day =
        add(to, "--as-of", view.as_of, "DAY", "the day, that whole day included: 2024-04-25")
            ->required();
    add(to, "--known-at", view.known_at, "TIME",
        "only what was recorded by this instant (2024-04-25T16:30:00+07:00) or by the end "
        "of this day; all if absent");
    add_viewer(to, view);
    return day;
}

class commands {
public:
    explicit commands(CLI::App& app) {
        add_import(*app.add_subcommand("import",
                                       "Record a whole file, or nothing of it; makes the "
                                       "ledger if there is none"));
        add_record(*app.add_subcommand("record", "Record commands, all or none"));
        add_check(*app.add_subcommand("check", "May these commands be recorded? Nothing is"));
        add_review(*app.add_subcommand("review", "The review of a period"));
        add_close(*app.add_subcommand("close", "Close the review of a period for ever"));
        add_ask(*app.add_subcommand("ask", "Ask a question about a day"));
        add_search(
            *app.add_subcommand("search", "What holds these words in a name, title or number"));
        add_changes(*app.add_subcommand("changes",
                                        "What was recorded after an event, and whom it concerns"));
        add_describe(*app.add_subcommand(
            "describe", "What can be recorded and asked, and what each of it takes"));
        add_calendar(
            *app.add_subcommand("calendar", "A year's days off and why, and its working days"));
        add_day(*app.add_subcommand(
            "day", "What a day, a period, a term or the words of a deadline stand for"));
        add_schedule(
            *app.add_subcommand("schedule", "When each task can be done, and when it must be"));
        add_agencies(*app.add_subcommand("agencies", "Which agency waits for which"));
        add_cycles(*app.add_subcommand("cycles", "Tasks that wait for each other for ever"));
        add_task(*app.add_subcommand(
            "task", "One task: its class, where it comes from, its history, why it is late"));
        add_backup(*app.add_subcommand("backup", "Copy a ledger in use into a new file"));
        add_export(*app.add_subcommand("export", "Write plain tables for SQL and other tools"));
        add_sign(*app.add_subcommand("sign", "Sign an event, and so the record up to it"));
        add_verify(*app.add_subcommand("verify", "Check that every event is as it was recorded"));
    }

    int run_chosen() const { return chosen_(); }

private:
    template <class Options>
    void runs(CLI::App& command, const Options& options) {
        command.callback([this, &options] { chosen_ = [&options] { return run(options); }; });
    }

    static void add_ledger(CLI::App& to, std::string& ledger) {
        to.add_option(
              "LEDGER", ledger,
              "the file of the ledger, or its address: postgresql://HOST/DATABASE?ledger=NAME")
            ->required();
    }

    void add_import(CLI::App& to) {
        add_ledger(to, import_.ledger);
        to.add_option("FILE", import_.file, "the file to import; - is standard input")->required();
        add(to, "--format", import_.format, "FORMAT",
            "json: commands; csv: a list of tasks. By the file's ending if absent")
            ->check(CLI::IsMember({"json", "csv"}));
        add_list(to, "--column", import_.columns,
                 "CSV: FIELD=HEADING, which column fills which field of a task; for each column");
        add(to, "--code-prefix", import_.code_prefix, "TEXT",
            "CSV: put before the task codes of the file");
        add_list(to, "--document", import_.documents,
                 "CSV: code of the document that gave the tasks; may be repeated");
        add(to, "--assigner", import_.assigner, "CODE", "CSV: code of who assigned the tasks");
        add(to, "--assigned-on", import_.assigned_on, "DAY",
            "CSV: the day on which the tasks were assigned");
        add_list(to, "--source", import_.sources, "CSV: where this is stated; may be repeated");
        add_act(to, import_.act);
        runs(to, import_);
    }

    void add_record(CLI::App& to) {
        add_ledger(to, record_.ledger);
        to.add_option("FILE", record_.file,
                      "commands as JSON, one after another; - is standard input")
            ->required();
        add_act(to, record_.act);
        add(to, "--request-id", record_.act.request_id, "ID",
            "makes a retry safe: what was recorded under it is not recorded again");
        runs(to, record_);
    }

    void add_check(CLI::App& to) {
        add_ledger(to, check_.ledger);
        to.add_option("FILE", check_.file,
                      "commands as JSON, one after another; - is standard input")
            ->required();
        add_act(to, check_.act);
        runs(to, check_);
    }

    void add_review(CLI::App& to) {
        add_ledger(to, review_.ledger);
        add(to, "--period", review_.period, "PERIOD",
            "2024-Q1, 2024-H1, 2024, 2024-04, FIRST/LAST or term:CODE");
        add(to, "--review", review_.review, "CODE",
            "instead of --period and --as-of: a closed review, as it was closed")
            ->excludes("--period");
        add_view(to, review_.view)->required(false);  // what is missing is told when it runs
        refuse_empty(to.add_option("--agency", review_.agencies,
                                   "only the tasks that this agency leads and what else is its "
                                   "own, and apart what it coordinates; its code; may be repeated")
                         ->type_name("CODE"),
                     "--agency");
        add(to, "--lang", review_.lang, "LANGUAGE", "vi, en or tr")
            ->check(CLI::IsMember({"vi", "en", "tr"}))
            ->capture_default_str();
        add(to, "--edition", review_.edition, "EDITION",
            "internal, with names and causes, or publication: figures, and nobody is named")
            ->check(CLI::IsMember({"internal", "publication"}))
            ->capture_default_str();
        add(to, "--rounding", review_.rounding, "HOW",
            "of percentages in text and HTML: half_up or truncated; JSON has counts")
            ->check(CLI::IsMember({"half_up", "truncated"}))
            ->capture_default_str();
        add(to, "--format", review_.format, "FORMAT", "text, json or html")
            ->check(CLI::IsMember({"text", "json", "html"}))
            ->capture_default_str();
        add(to, "-o,--output", review_.output, "FILE",
            "write to this file, whole or not at all; standard output if absent");
        runs(to, review_);
    }

    void add_close(CLI::App& to) {
        add_ledger(to, close_.ledger);
        add(to, "--period", close_.period, "PERIOD",
            "the period whose review was sent for comment: 2024-Q1")
            ->required();
        add(to, "--actor", close_.act.actor, "NAME", "who closes it: the body, or its chair")
            ->required();
        add(to, "--today", close_.act.today, "DAY",
            "the civil day of the act, 2024-04-25; now, by the ledger's time zone, if absent");
        add(to, "--agency", close_.agency, "CODE",
            "whose review, by its code, where several bodies review the period");
        add(to, "--official", close_.official, "CODE", "the person who closes it, by code");
        add(to, "--reason", close_.reason, "TEXT",
            "why it is closed although explanations are missing");
        add(to, "--due", close_.due, "DAY", "by when the missing explanations are owed");
        add(to, "--seen", close_.seen_revision, "N",
            "the last event that was seen: if the review says otherwise by now, it is not closed");
        runs(to, close_);
    }

    void add_ask(CLI::App& to) {
        add_ledger(to, ask_.ledger);
        to.add_option("QUESTION", ask_.question,
                      "tasks, agencies, changes ...; `mandate describe` lists them")
            ->required();
        to.add_option("ARG=VALUE", ask_.arguments,
                      "what the question takes, as task=T01 or limit=10; `mandate describe "
                      "QUESTION` lists it");
        add_view(to, ask_.view);
        add(to, "--format", ask_.format, "FORMAT", "text or json")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        runs(to, ask_);
    }

    void add_search(CLI::App& to) {
        add_ledger(to, search_.ledger);
        to.add_option("WORDS", words_,
                      "the words; case, accents, Vietnamese and Turkish letters are folded away")
            ->required();
        add(to, "--kind", kind_, "KIND", "only things of this kind: task, document, agency ...");
        add_view_of_today(to, search_.view, search_.format);
        to.callback([this] {
            chosen_ = [this] {
                const std::string words = CLI::detail::join(words_, " ");
                if (words.empty())
                    throw failure{"WORDS is empty: nothing to search for", wrong_use};
                search_.question = "search";
                search_.arguments = {"text=" + words};
                if (!kind_.empty()) search_.arguments.push_back("kind=" + kind_);
                return run(search_);
            };
        });
    }

    void add_changes(CLI::App& to) {
        add_ledger(to, changes_.ledger);
        add(to, "--since", since_, "N", "the number of the last event that was seen; 0: all")
            ->required();
        add(to, "--agency", concerned_, "CODE", "only what concerns this agency, by its code");
        add_view_of_today(to, changes_.view, changes_.format);
        to.callback([this] {
            chosen_ = [this] {
                changes_.question = "changes";
                changes_.arguments = {"since=" + since_};
                if (!concerned_.empty()) changes_.arguments.push_back("agency=" + concerned_);
                return run(changes_);
            };
        });
    }

    void add_describe(CLI::App& to) {
        to.add_option("NAME", describe_.name, "a command or a question; the list of all if absent");
        runs(to, describe_);
    }

    void add_calendar(CLI::App& to) {
        to.add_option("YEAR", calendar_.year, "the year: 2024")->required();
        to.add_option("LEDGER", calendar_.ledger,
                      "the file of a ledger: its calendar; that of Viet Nam if absent");
        add(to, "--lang", calendar_.lang, "LANGUAGE", "vi, en or tr")
            ->check(CLI::IsMember({"vi", "en", "tr"}))
            ->capture_default_str();
        add_whose_calendar(to, calendar_);
        runs(to, calendar_);
    }

    static void add_whose_calendar(CLI::App& to, calendar_options& of) {
        add(to, "--agency", of.agency, "CODE", "the calendar of this agency, by its code");
        add(to, "--as-of", of.view.as_of, "DAY",
            "the calendar in force on this day; on the last of the year if absent");
        add(to, "--known-at", of.view.known_at, "TIME",
            "only what was announced by this instant (2024-04-25T16:30:00+07:00) or by the end "
            "of this day; all if absent");
        add(to, "--format", of.format, "FORMAT", "text or json")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
    }

    void add_day(CLI::App& to) {
        to.add_option("WHAT", day_.what,
                      "a day (2024-04-25) or period (2024-Q2, 2024-H1, 2024, 2024-04); with the "
                      "options below a lunar date, a term, the words of a deadline")
            ->required();
        to.add_option("LEDGER", day_.by.ledger,
                      "the file of a ledger: its calendar; that of Viet Nam if absent");
        to.add_option("--add", day_.add,
                      "the day so many working days on, or the period so many on")
            ->type_name("N");
        add(to, "--roll", day_.roll, "POLICY",
            "where --add begins on a day off: none (that day), following or preceding (a working "
            "day first)")
            ->check(CLI::IsMember({"none", "following", "preceding"}));
        add(to, "--until", day_.until, "DAY",
            "count the working days after the day up to this one");
        add(to, "--contains", day_.contains, "DAY", "whether the period or term holds this day");
        to.add_flag("--lunar", day_.lunar, "WHAT is a date of the lunar calendar: 10/3/2024");
        to.add_flag("--leap", day_.leap,
                    "with --lunar: its month is the leap month of that number");
        add(to, "--congress-opens", day_.congress_opens, "DAY",
            "WHAT is a term, 2020-2025, whose congress opens on this day");
        add(to, "--congress-closes", day_.congress_closes, "DAY", "and closes on this day");
        add(to, "--next-closes", day_.next_closes, "DAY",
            "and ends the day before the next congress closes; at the end of its last year if "
            "absent");
        add(to, "--assigned-on", day_.assigned_on, "DAY",
            "WHAT is the words of a deadline, Qu\u00fd II/2025, of a task assigned on this day");
        add_whose_calendar(to, day_.by);
        runs(to, day_);
    }

    static void add_as_of_today(CLI::App& to, view_options& view) {
        add(to, "--as-of", view.as_of, "DAY",
            "the day, that whole day included: 2024-04-25; today, by the ledger's time zone, if "
            "absent");
        add(to, "--known-at", view.known_at, "TIME",
            "only what was recorded by this instant (2024-04-25T16:30:00+07:00) or by the end of "
            "this day; all if absent");
    }

    static void add_view_of_today(CLI::App& to, view_options& view, std::string& format) {
        add_as_of_today(to, view);
        add_viewer(to, view);
        add(to, "--format", format, "FORMAT", "text or json")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
    }

    void add_schedule(CLI::App& to) {
        add_ledger(to, schedule_.ledger);
        add(to, "--scope", schedule_.scope, "CODE",
            "only the tasks of this document and of those that implement it, by its code");
        to.add_flag("--forecast", schedule_.forecast,
                    "instead: when all will probably be done, by many schedules with durations "
                    "drawn by lot");
        add(to, "--runs", schedule_.runs, "N", "of the forecast; 10000 if absent");
        add(to, "--seed", schedule_.seed, "N", "of the forecast; 1 if absent");
        add(to, "--threads", schedule_.threads, "N",
            "that compute the forecast, whose answer does not depend on it; 1 if absent");
        add(to, "--optimistic", schedule_.optimistic, "PERCENT",
            "the shortest that a task without estimates may take, of its duration; 80 if absent");
        add(to, "--pessimistic", schedule_.pessimistic, "PERCENT",
            "the longest that a task without estimates may take, of its duration; 150 if absent");
        add(to, "--due", schedule_.due, "DAY",
            "on time is a run that ends by this day; one that keeps every deadline if absent");
        add_view_of_today(to, schedule_.view, schedule_.format);
        runs(to, schedule_);
    }

    void add_agencies(CLI::App& to) {
        add_ledger(to, agencies_.ledger);
        add(to, "--scope", agencies_.scope, "CODE",
            "only the tasks of this document and of those that implement it, by its code");
        add(to, "--counted", agencies_.counted, "LINKS",
            "which links make one agency wait for another: open_waits, binding or hand_offs; "
            "open_waits if absent")
            ->check(CLI::IsMember({"open_waits", "binding", "hand_offs"}));
        add(to, "--at-least", agencies_.at_least, "N",
            "leave out pairs of agencies with fewer such links or cases");
        add(to, "--period", agencies_.period, "PERIOD",
            "how they worked together in this period, opinions asked for included: 2024-Q1 ...");
        add(to, "--periods", agencies_.periods, "N", "so many periods back from it, for a trend");
        add(to, "--lang", agencies_.lang, "LANGUAGE", "vi, en or tr")
            ->check(CLI::IsMember({"vi", "en", "tr"}))
            ->capture_default_str();
        add_as_of_today(to, agencies_.view);
        add_viewer(to, agencies_.view);
        add(to, "--format", agencies_.format, "FORMAT", "text, json or dot (for Graphviz)")
            ->check(CLI::IsMember({"text", "json", "dot"}))
            ->capture_default_str();
        runs(to, agencies_);
    }

    void add_cycles(CLI::App& to) {
        add_ledger(to, cycles_.ledger);
        add_view_of_today(to, cycles_.view, cycles_.format);
        runs(to, cycles_);
    }

    void add_task(CLI::App& to) {
        add_ledger(to, task_.ledger);
        to.add_option("TASK", task_.task, "the task, by its code")->required();
        add(to, "--lang", task_.lang, "LANGUAGE", "vi, en or tr")
            ->check(CLI::IsMember({"vi", "en", "tr"}))
            ->capture_default_str();
        add_view_of_today(to, task_.view, task_.format);
        runs(to, task_);
    }

    void add_backup(CLI::App& to) {
        add_ledger(to, backup_.ledger);
        to.add_option("FILE", backup_.file,
                      "the new file, or the address of a new ledger; what is there is not written "
                      "over")
            ->required();
        runs(to, backup_);
    }

    void add_export(CLI::App& to) {
        add_ledger(to, export_.ledger);
        add(to, "--format", export_.format, "FORMAT", "sqlite: one table for each question")
            ->check(CLI::IsMember({"sqlite"}))
            ->required();
        add_as_of_today(to, export_.view);
        add(to, "--viewer", export_.view.viewer, "CODE",
            "what this agency may see, by its code; everything if absent");
        add(to, "-o,--output", export_.output, "FILE", "the file; replaced, unless it is a ledger")
            ->required();
        runs(to, export_);
    }

    void add_sign(CLI::App& to) {
        add_ledger(to, sign_.ledger);
        add(to, "--key", sign_.key, "FILE",
            "an Ed25519 key, as `openssl genpkey -algorithm ed25519` writes it")
            ->required();
        to.add_option("--event", sign_.event, "its number; the last one if absent")->type_name("N");
        add_act(to, sign_.act);
        runs(to, sign_);
    }

    void add_verify(CLI::App& to) {
        add_ledger(to, verify_.ledger);
        runs(to, verify_);
    }

    import_options import_;
    record_options record_;
    check_options check_;
    review_options review_;
    close_options close_;
    backup_options backup_;
    export_options export_;
    ask_options ask_, search_, changes_;
    std::vector<std::string> words_;        ///< to search for
    std::string kind_, since_, concerned_;  ///< of search; of changes
    describe_options describe_;
    calendar_options calendar_;
    day_options day_;
    schedule_options schedule_;
    agencies_options agencies_;
    cycles_options cycles_;
    task_options task_;
    sign_options sign_;
    verify_options verify_;
    std::function<int()> chosen_;
};

bool is_option(const std::string& word) { return word.starts_with("-"); }

/// What is wrong with the words that CLI11 did not expect, in the order in which they were given.
std::string unexpected(const CLI::App& app, const std::vector<std::string>& given) {
    const std::vector<std::string> before = app.remaining();  // before the command
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "" : chosen.front()->get_name();
    if (!chosen.empty() && !before.empty())
        return "the command comes first, then " + before.back() + ": mandate " + command + " ...";
    std::vector<std::string> words, names;
    if (chosen.empty()) {
        std::error_code ignored;  // a file that is there is no mistyped command
        for (const std::string& word : given)
            if (!is_option(word) && !std::filesystem::exists(word, ignored)) words.push_back(word);
        for (const CLI::App* one : app.get_subcommands({})) names.push_back(one->get_name());
        if (const near_name meant = nearest(words, names); !meant.name.empty())
            return "there is no command " + meant.word + "; do you mean mandate " + meant.name +
                   (meant.word == given[0] || is_option(given[0]) ? "" : " " + given[0]) + "?";
        if (!is_option(given[0])) return "there is no command " + given[0] + "; see mandate --help";
    }
    const std::vector<std::string> all = app.remaining(true);
    std::string out = "not expected:";
    for (const std::string& word : given)
        if (std::ranges::count(all, word) > 0) out += " " + word;
    return out + "; see mandate " + command + (command.empty() ? "" : " ") + "--help";
}

int parse_and_run(int argc, char** argv) {
    CLI::App app{"The record of what was directed, to whom, by when, and what came of it."};
    app.name("mandate");
    app.set_version_flag("--version", version_text(), "the version");
    app.require_subcommand(0, 1);  // none is told below: CLI11 would not name an unknown one
    app.footer(
        "Exit codes: 0 done, 1 findings, 2 wrong use, 3 bad input, 4 storage or a conflict.\n"
        "`mandate COMMAND --help` explains the options of a command, `mandate describe` what can "
        "be recorded and asked.");
    const commands all{app};
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);  // --help, --version
        // A word before the command makes what follows it look incomplete.
        if (dynamic_cast<const CLI::ExtrasError*>(&e) != nullptr || !app.remaining().empty())
            throw failure{unexpected(app, {argv + 1, argv + argc}), wrong_use};
        throw failure{std::string{e.what()} + "; see mandate --help", wrong_use};
    }
    if (app.get_subcommands().empty()) throw failure{"no command; see mandate --help", wrong_use};
    return all.run_chosen();
}

}  // namespace
}  // namespace command_line

int main(int argc, char** argv) {
    using command_line::print_line_of_error;
    try {
        return command_line::parse_and_run(argc, argv);
    } catch (const command_line::failure& f) {
        print_line_of_error("mandate: ", f.what());
        return f.exit_code();
    } catch (const std::exception& e) {
        print_line_of_error("mandate: ", e.what());
        return command_line::no_storage;
    }
}
