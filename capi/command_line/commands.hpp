#pragma once
// What each command is given and does. Every function returns the exit code or throws failure.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace command_line {

/// Of the commands that record.
struct act_options {
    std::string actor = "command line";
    std::string today;  ///< empty: the civil day now, by the ledger's own offset from UTC
    std::string request_id;
};

struct import_options {
    std::string ledger, file;
    std::string format;  ///< empty: by the file's ending
    std::vector<std::string> columns, documents, sources;
    std::string code_prefix, assigner, assigned_on;
    act_options act;
};
int run(const import_options& options);

struct record_options {
    std::string ledger, file;
    act_options act;
};
int run(const record_options& options);

/// Exit code 1 if not.
struct check_options {
    std::string ledger, file;
    act_options act;
};
int run(const check_options& options);

/// Of the commands that ask.
struct view_options {
    std::string as_of;
    std::string known_at;  ///< empty: all that is recorded
    std::string viewer;
};

struct review_options {
    std::string ledger, period;
    std::vector<std::string> agencies;  ///< empty: all
    std::string review;                 ///< code of a closed one, instead of the period
    std::string lang = "vi", format = "text", edition = "internal", rounding = "half_up";
    std::string output;  ///< empty: standard output
    view_options view;
};
int run(const review_options& options);

/// The review of the period that was sent for comment.
struct close_options {
    std::string ledger, period;
    std::string agency;         ///< whose review; empty: there is one only
    std::string official;       ///< who closes it, by code
    std::string reason;         ///< why, where explanations are missing
    std::string due;            ///< by when these are owed
    std::string seen_revision;  ///< empty: the last
    act_options act;
};
int run(const close_options& options);

struct ask_options {
    std::string ledger, question;
    std::vector<std::string> arguments;  ///< "limit=10"
    std::string format = "text";
    view_options view;
};
int run(const ask_options& options);

struct describe_options {
    std::string name;  ///< of a command or question; empty: the list of all
};
int run(const describe_options& options);

struct calendar_options {
    int year = 0;
    std::string ledger;  ///< empty: the rules and the known history of Viet Nam
    std::string agency;
    std::string lang = "vi", format = "text";
    view_options view;  ///< as_of empty: the last day of the year
};
int run(const calendar_options& options);

/// What a day, a period, a term or the words of a deadline stand for.
struct day_options {
    std::string what;
    calendar_options by;  ///< whose working days; its year is that of the day
    std::optional<int> add;
    std::string roll, until, contains;
    bool lunar = false, leap = false;                          ///< `what` is a lunar date
    std::string congress_opens, congress_closes, next_closes;  ///< `what` is a term
    std::string assigned_on;                                   ///< `what` is words
};
int run(const day_options& options);

struct schedule_options {
    std::string ledger;
    std::string scope;  ///< code of a document; empty: the whole ledger
    bool forecast = false;
    std::string runs, seed, threads, optimistic, pessimistic,
        due;  ///< of a forecast; empty: default
    std::string format = "text";
    view_options view;  ///< as_of empty: the civil day now, by the ledger's own offset from UTC
};
/// Exit code 1 if tasks wait for each other for ever.
int run(const schedule_options& options);

struct agencies_options {
    std::string ledger;
    std::string scope;    ///< as in schedule_options
    std::string counted;  ///< open_waits, binding or hand_offs; empty: open_waits
    std::string at_least;
    std::string period, periods;  ///< empty: waits of the schedule, not coordination in a period
    std::string lang = "vi", format = "text";
    view_options view;  ///< as in schedule_options
};
int run(const agencies_options& options);

struct cycles_options {
    std::string ledger;
    std::string format = "text";
    view_options view;  ///< as in schedule_options
};
int run(const cycles_options& options);

struct task_options {
    std::string ledger, task;
    std::string lang = "vi";  ///< of the text
    std::string format = "text";
    view_options view;  ///< as in schedule_options
};
int run(const task_options& options);

struct backup_options {
    std::string ledger, file;
};
int run(const backup_options& options);

struct export_options {
    std::string ledger, format, output;
    view_options view;  ///< as in schedule_options
};
int run(const export_options& options);

struct sign_options {
    std::string ledger, key;
    std::int64_t event = 0;  ///< 0: the last one
    act_options act;
};
int run(const sign_options& options);

struct verify_options {
    std::string ledger;
};
int run(const verify_options& options);

}  // namespace command_line
