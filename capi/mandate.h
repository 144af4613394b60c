/* Mandate: the record of what was directed, to whom, on the strength of which document, by when,
 * and what came of it. This is its C interface; the command line and the Python package use nothing
 * else.
 *
 * How to use it
 * =============
 *  1. Names. Everything begins with mandate_ or MANDATE_. Commands, fields, questions and choices
 *     are numbers that are never reused; mandate/names.h, included below, names them. Things of the
 *     record (agencies, tasks, documents ...) are known by the host's own text codes.
 *  2. Calls. Subject first, then what goes in, then what comes out, then `err`. The result is
 *     MANDATE_OK or a negative code. Treat a negative code you do not know as a failure like
 *     others: later versions have more of them.
 *  3. Outputs. `*out` and `*err` are written before any other work. On failure every output is NULL
 *     or 0 and only the error is to be freed; on success `*err` is NULL.
 *  4. Errors. `err` may be NULL if you want the code only. An error belongs to you, never changes,
 *     may be read on any thread, and knows nothing of the errors before or after it. There is no
 *     "last error". Its text is one line of English: what is wrong, which thing, where.
 *  5. Ownership, said for every pointer below:
 *       [in]                  read during the call, not kept
 *       [out]                 a number, written
 *       [out-owned: F]        yours; free it with F
 *       [out-borrowed: X]     points into X; valid until X is freed
 *       [static]              valid for ever
 *       [?]                   may be NULL
 *     NULL elsewhere gives MANDATE_E_INVALID_ARGUMENT, naming the parameter, or 0 or NULL where a
 *     function has no error. F accepts NULL and never fails. Memory is freed only by the function
 *     named, never by free().
 *  6. Text in is a pointer and a length in bytes, UTF-8, brought to NFC where it is stored. The
 *     length MANDATE_NTS means: up to the NUL. NULL with length 0 is the empty text. Text out is a
 *     pointer and a length, and a NUL follows the last byte. No text may contain a NUL.
 *  7. Days are civil days: int32_t, days since 1970-01-01, from 1900-01-01 to 2199-12-31. Instants
 *     are int64_t, microseconds since 1970-01-01T00:00:00Z. The library reads no clock, no time
 *     zone and no locale: the host says which day it is.
 *  8. Threads. A ledger may be used from any thread at any time: recording is serialised inside,
 *     each question sees one revision from its start to its end. What another process has recorded
 *     is seen from this handle's next record, import, check, verify or refresh on. A batch belongs
 *     to one thread at a time; two at once get MANDATE_E_BUSY. A schedule may be read and changed
 *     from any thread: changes are serialised inside. Tables, bytes, calendars and errors never
 *     change: any thread. Whoever frees a thing sees to it that no call is still using it.
 *  9. Results outlive the ledger they came from.
 * 10. fork(). A ledger opened before fork() answers MANDATE_E_FORKED in the child; closing it there
 *     frees the handle and leaves the file alone. Results may be read and freed in the child.
 * 11. Structs begin with struct_size: set it to sizeof. Later versions append members only; a
 *     member that is all zero bytes has its default, so set the struct to zero first.
 * 12. Growth. A function never changes its meaning: a new meaning is a new function.
 *     mandate_version() is the library's version, MANDATE_HEADER_VERSION this file's; a library
 *     serves every program built with the same major number and the same or a lower minor number.
 * 13. The file of a ledger is an SQLite database and private to the library: do not open it with
 *     another copy of SQLite in the same process.
 * 14. The library writes nothing to standard output or standard error, ends no process, installs no
 *     signal handler, and calls nobody back. It starts threads for forecasts and where a call takes
 *     a number of threads; importing and opening use one more while they last.
 */
#ifndef MANDATE_H
#define MANDATE_H

#include "mandate/names.h"

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define MANDATE_API __attribute__((visibility("default")))
#else
#define MANDATE_API
#endif

#if defined(__cplusplus) && __cplusplus >= 201103L
#define MANDATE_NOEXCEPT noexcept
#else
#define MANDATE_NOEXCEPT
#endif

#if defined(__cplusplus)
extern "C" {
#endif

/* ---- constants ------------------------------------------------------------------------------- */

#define MANDATE_HEADER_VERSION 1000000 /* major * 1000000 + minor * 1000 + patch */

#define MANDATE_NTS SIZE_MAX       /* a length: the text ends at its NUL */
#define MANDATE_HEAD 0             /* in place of an instant: all that is recorded */
#define MANDATE_SAME_DAY INT32_MIN /* the day of a command: the day of the act */

typedef int32_t mandate_status;

#define MANDATE_OK 0
/* wrong use */
#define MANDATE_E_INVALID_ARGUMENT (-1001) /* a parameter is NULL, unknown or out of its range */
#define MANDATE_E_CANCELLED (-1002)        /* there is no result of what was cancelled */
/* bad input */
#define MANDATE_E_MALFORMED (-2001)         /* JSON, CSV or a word that cannot be read */
#define MANDATE_E_INVALID_UTF8 (-2002)      /* has the byte offset */
#define MANDATE_E_UNKNOWN_REFERENCE (-2003) /* names what the ledger does not hold */
#define MANDATE_E_OUT_OF_RANGE (-2004)      /* a day, period, percentage ... outside its range */
#define MANDATE_E_MISSING_FIELD (-2005)     /* a required field is absent or empty */
#define MANDATE_E_DUPLICATE (-2006)         /* a code that is taken */
#define MANDATE_E_REFUSED (-2007)           /* a rule forbids the move */
#define MANDATE_E_CYCLE (-2008)             /* a dependency would close a cycle */
#define MANDATE_E_UNKNOWN_FIELD (-2009)     /* a command or question has no such field */
/* storage */
#define MANDATE_E_NOT_FOUND (-3001)    /* no ledger at this path */
#define MANDATE_E_NOT_A_LEDGER (-3002) /* the file is something else; it was not touched */
#define MANDATE_E_NEWER_FORMAT (-3003) /* written by a later version; it was not touched */
#define MANDATE_E_BUSY (-3004)         /* another process writes; or two threads use one batch */
#define MANDATE_E_READ_ONLY (-3005)    /* no right to write */
#define MANDATE_E_FULL (-3006)         /* no space left */
#define MANDATE_E_IO (-3007)           /* reading or writing failed */
#define MANDATE_E_CONFLICT (-3008)     /* somebody recorded after the revision this was based on */
#define MANDATE_E_DAMAGED (-3009)      /* an event cannot be read or does not fit the chain */
/* machine */
#define MANDATE_E_OUT_OF_MEMORY (-4001)
#define MANDATE_E_FORKED (-4002)
#define MANDATE_E_INTERNAL (-4003) /* a defect of the library */

/* how a ledger is opened */
#define MANDATE_OPEN_READ 1   /* an existing one; recording is refused */
#define MANDATE_OPEN_WRITE 2  /* an existing one */
#define MANDATE_OPEN_CREATE 3 /* or a new one: its file appears with the first record */

/* of imports (JSON, CSV), reports (text, JSON, HTML) and drawings (the language of Graphviz) */
#define MANDATE_FORMAT_TEXT 1
#define MANDATE_FORMAT_JSON 2
#define MANDATE_FORMAT_HTML 3
#define MANDATE_FORMAT_CSV 4
#define MANDATE_FORMAT_DOT 5

/* of columns */
#define MANDATE_TYPE_INT64 1
#define MANDATE_TYPE_TEXT 2
#define MANDATE_TYPE_DAY 3 /* int64_t, days since 1970-01-01 */

/* from where working days are counted */
#define MANDATE_ROLL_NONE 1      /* from the day itself, whether it works or not */
#define MANDATE_ROLL_FOLLOWING 2 /* from the first working day on or after it */
#define MANDATE_ROLL_PRECEDING 3 /* from the last working day on or before it */

/* of periods */
#define MANDATE_PERIOD_MONTH 1
#define MANDATE_PERIOD_QUARTER 2
#define MANDATE_PERIOD_HALF_YEAR 3
#define MANDATE_PERIOD_YEAR 4

#define MANDATE_NO_DAY INT32_MIN /* in a column of days: there is none */

/* columns of a plan, one entry a task; what is not given has its default for all tasks */
#define MANDATE_PLAN_CALENDAR 1   /* number of its calendar; 0 */
#define MANDATE_PLAN_PARENT 2     /* number of the task of which it is a part; -1: none */
#define MANDATE_PLAN_NOT_BEFORE 3 /* starts on that day or later; days: MANDATE_NO_DAY is none */
#define MANDATE_PLAN_MUST_START 4 /* on that day */
#define MANDATE_PLAN_NOT_AFTER 5  /* finishes on that day or earlier */
#define MANDATE_PLAN_DEADLINE 6   /* the last day that is in time */
#define MANDATE_PLAN_STARTED 7    /* progress counts only with a status day */
#define MANDATE_PLAN_FINISHED 8
#define MANDATE_PLAN_RELEASED 9   /* when links from it let go, where that is not its finish */
#define MANDATE_PLAN_REMAINING 10 /* working days left of a started task; -1: all of them */
#define MANDATE_PLAN_SUSPENDED 11 /* 1: neither it nor what waits for it has a forecast */
#define MANDATE_PLAN_AGENCY 12    /* number of the agency that leads it; -1: none */
/* three-point estimates of working days, for forecasts; -1: by the percentages of the options; the
 * duration is the likely one */
#define MANDATE_PLAN_OPTIMISTIC 13
#define MANDATE_PLAN_PESSIMISTIC 14
#define MANDATE_PLAN_DURATION 15 /* those given to mandate_plan_new */

/* options of a plan; 0 is the default where no other is named */
#define MANDATE_OPTION_STATUS_DAY 1      /* a day; MANDATE_NO_DAY: progress does not count */
#define MANDATE_OPTION_CRITICAL_SLACK 2  /* critical with so many days of slack, or fewer */
#define MANDATE_OPTION_CYCLES 3          /* 0 refused, 1 every link in a knot is left out */
#define MANDATE_OPTION_OUT_OF_SEQUENCE 4 /* 0 begun work waits all the same, 1 it goes on */
#define MANDATE_OPTION_REMAINING_WORK 5  /* 0 from the status day on, 1 from the day after */
#define MANDATE_OPTION_MILESTONE_DAY 6   /* 0 on its predecessor's day, 1 on the next one */
/* of forecasts; days, or parts of the likely duration */
#define MANDATE_OPTION_OPTIMISTIC_PERCENT 7  /* 0 to 100; 80 */
#define MANDATE_OPTION_PESSIMISTIC_PERCENT 8 /* 100 to 1000; 150 */
/* on time is a run that ends by this day; MANDATE_NO_DAY, the default: that keeps every deadline */
#define MANDATE_OPTION_DUE 9

/* what a change of a schedule does; in brackets the members of mandate_change that it looks at */
#define MANDATE_CHANGE_SET_TASK 1    /* [number column value] */
#define MANDATE_CHANGE_ADD_TASK 2    /* [value] of so many working days */
#define MANDATE_CHANGE_REMOVE_TASK 3 /* [number] with all its links */
#define MANDATE_CHANGE_ADD_LINK 4    /* [before after lag type unit] */
#define MANDATE_CHANGE_SET_LINK 5    /* [number lag type unit] */
#define MANDATE_CHANGE_REMOVE_LINK 6 /* [number] */
#define MANDATE_CHANGE_STATUS_DAY 7  /* [value] a day; MANDATE_NO_DAY: progress does not count */

/* ---- handles and structs --------------------------------------------------------------------- */

typedef struct mandate_ledger mandate_ledger;     /* the record; any thread */
typedef struct mandate_batch mandate_batch;       /* commands or arguments; one thread */
typedef struct mandate_plan mandate_plan;         /* columns of tasks and links; one thread */
typedef struct mandate_schedule mandate_schedule; /* dates of a plan; any thread */
typedef struct mandate_forecast mandate_forecast; /* being computed by its threads; any thread */
typedef struct mandate_table mandate_table;       /* columns; never changes; any thread */
typedef struct mandate_bytes mandate_bytes;       /* a text; never changes; any thread */
typedef struct mandate_calendar mandate_calendar; /* working days; never changes; any thread */
typedef struct mandate_review mandate_review;     /* of a period; never changes; any thread */
typedef struct mandate_error mandate_error;       /* never changes; any thread */

/* Who records, when, and as which request. [since 1.0] */
typedef struct mandate_act {
    uint32_t struct_size;
    int32_t today;     /* the host's civil day */
    int64_t now_us;    /* the host's instant */
    const char *actor; /* [in] not empty; at most 200 bytes */
    size_t actor_len;
    const char *request_id; /* [in] [?] makes a retry safe; may be empty; at most 200 bytes */
    size_t request_id_len;
} mandate_act;

/* What a question looks through. [since 1.0] */
typedef struct mandate_view {
    uint32_t struct_size;
    int32_t as_of;       /* that whole day included */
    int64_t known_at_us; /* only what was recorded by then; MANDATE_HEAD: all */
    const char *viewer;  /* [in] [?] code of an agency; empty: the host, who may see everything */
    size_t viewer_len;
} mandate_view;

/* One change of a schedule. Tasks and links have the numbers of the plan; those that are added go
 * on from there in order, and no number is ever used again. [since 1.0] */
typedef struct mandate_change {
    uint32_t struct_size;
    int32_t what;   /* MANDATE_CHANGE_... */
    int32_t number; /* of the task or link */
    int32_t column; /* MANDATE_PLAN_... */
    int32_t value;  /* as in that column of a plan */
    int32_t before; /* numbers of tasks: `after` waits for `before` */
    int32_t after;
    int32_t lag;
    int32_t type; /* MANDATE_LINK_TYPE_...; 0: finish to start */
    int32_t unit; /* MANDATE_LAG_UNIT_...; 0: working days */
} mandate_change;

/* ---- the library ----------------------------------------------------------------------------- */

/* The library's version: major * 1000000 + minor * 1000 + patch.
 *   [since 1.0] */
MANDATE_API int32_t mandate_version(void) MANDATE_NOEXCEPT;

/* 1 if the library was built with the feature, else 0. Features: "sqlite", "postgresql".
 *   [since 1.0]
 *   feature  [in] [?] ends with a NUL */
MANDATE_API int32_t mandate_has(const char *feature) MANDATE_NOEXCEPT;

/* The name of a code, as in "unknown_reference"; "ok" for MANDATE_OK, "unknown" for another number.
 *   [since 1.0]
 *   result   [static] */
MANDATE_API const char *mandate_status_name(mandate_status code) MANDATE_NOEXCEPT;

/* The table of commands, fields, choices and questions as JSON.
 *   [since 1.0]
 *   out  [out-owned: mandate_bytes_free]
 *   err  [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_describe(mandate_bytes **out,
                                            mandate_error **err) MANDATE_NOEXCEPT;

/* The number of a field (MANDATE_FIELD_...) by its name, as in "deadline".
 *   [since 1.0]
 *   name    [in]
 *   number  [out]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_field_number(const char *name, size_t name_len, int32_t *number,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/* The number of a question (MANDATE_QUESTION_...) by its name, as in "tasks".
 *   [since 1.0]
 *   name    [in]
 *   number  [out]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_question_number(const char *name, size_t name_len,
                                                   int32_t *number,
                                                   mandate_error **err) MANDATE_NOEXCEPT;

/* Reads a day: "2024-04-25".
 *   [since 1.0]
 *   text  [in]
 *   day   [out]
 *   err   [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_day_parse(const char *text, size_t text_len, int32_t *day,
                                             mandate_error **err) MANDATE_NOEXCEPT;

/* Reads an instant: "2024-04-25T16:30:00+07:00", "2024-04-25T09:30:00Z", or a bare day, which
 * stands for its last microsecond at the offset given (minutes east of UTC).
 *   [since 1.0]
 *   text     [in]
 *   instant  [out] microseconds
 *   err      [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_instant_parse(const char *text, size_t text_len,
                                                 int32_t utc_offset_minutes, int64_t *instant,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* ---- ledgers --------------------------------------------------------------------------------- */

/* Opens the ledger in a file. A file that is no ledger, or a newer one, is refused and not touched.
 *   [since 1.0]
 *   path  [in] UTF-8; or a ledger in PostgreSQL: postgresql://HOST/DATABASE?ledger=NAME or
 *         mandate://HOST/DATABASE/NAME, with whatever else libpq takes in an address
 *   out   [out-owned: mandate_ledger_close]
 *   err   [out-owned: mandate_error_free] [?]
 * mode: MANDATE_OPEN_... utc_offset_minutes: which civil day an instant falls on, minutes east of
 * UTC; fixed when a ledger is made (420 in Viet Nam, 180 in Turkiye), not looked at for an existing
 * one. */
MANDATE_API mandate_status mandate_ledger_open(const char *path, size_t path_len, int32_t mode,
                                               int32_t utc_offset_minutes, mandate_ledger **out,
                                               mandate_error **err) MANDATE_NOEXCEPT;

/* A ledger in memory only, for hosts that keep their own database: load, ask, throw away.
 *   [since 1.0]
 *   out  [out-owned: mandate_ledger_close]
 *   err  [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_ledger_memory(int32_t utc_offset_minutes, mandate_ledger **out,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* Everything that was recorded is on disk already: closing loses nothing.
 *   [since 1.0]
 *   ledger  [in] [?] */
MANDATE_API void mandate_ledger_close(mandate_ledger *ledger) MANDATE_NOEXCEPT;

/* The number of the last event; 0 when nothing is recorded.
 *   [since 1.0]
 *   ledger    [in]
 *   revision  [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_ledger_revision(const mandate_ledger *ledger, int64_t *revision,
                                                   mandate_error **err) MANDATE_NOEXCEPT;

/* The offset from UTC that was fixed when the ledger was made, in minutes.
 *   [since 1.0]
 *   ledger   [in]
 *   minutes  [out]
 *   err      [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_ledger_utc_offset(const mandate_ledger *ledger, int32_t *minutes,
                                                     mandate_error **err) MANDATE_NOEXCEPT;

/* Takes what other processes have recorded since: those who only ask follow the record so. Where
 * the log is not the one any more that this handle has read (put back to an earlier state,
 * replaced): MANDATE_E_DAMAGED, the fact "seq" is the event that is missing or another one, and
 * the finding log.differs; record and check say the same. Open the ledger again.
 *   [since 1.0]
 *   ledger  [in]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_ledger_refresh(const mandate_ledger *ledger,
                                                  mandate_error **err) MANDATE_NOEXCEPT;

/* The damaged events that are set aside while the rest is served, as long as they are neither
 * corrected nor withdrawn: event.set_aside, event.missing, event.displaced, store.damaged; and
 * log.differs, of mandate_ledger_refresh. Rows as in mandate_check. Commands on what such an
 * event is about are refused (rule set_aside).
 *   [since 1.0]
 *   ledger    [in]
 *   findings  [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_ledger_findings(const mandate_ledger *ledger,
                                                   mandate_table **findings,
                                                   mandate_error **err) MANDATE_NOEXCEPT;

/* Copies all that is recorded into a new file, or to a new ledger on a server, whole or not at all,
 * while the ledger is in use. Of a damaged file opened for reading: what can still be read; that
 * its last events were taken out is told of that file only. What is there already is not written
 * over, and MANDATE_E_REFUSED is the answer under a name that belongs to a ledger beside it (its
 * -wal, -shm, -journal, -snapshot).
 *   [since 1.0]
 *   ledger  [in]
 *   path    [in] UTF-8; a path or an address, as mandate_ledger_open takes it
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_backup(const mandate_ledger *ledger, const char *path,
                                          size_t path_len, mandate_error **err) MANDATE_NOEXCEPT;

/* Writes plain tables for SQL and reporting tools: an SQLite file with one table for each question
 * that can be asked without naming a thing, as of the day of the view. A file at the path is
 * replaced, unless it is a ledger, or has a name that belongs to one beside it.
 *   [since 1.0]
 *   ledger  [in]
 *   view    [in]
 *   path    [in] UTF-8
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_export_sqlite(const mandate_ledger *ledger,
                                                 const mandate_view *view, const char *path,
                                                 size_t path_len,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* ---- batches: commands to record, or the arguments of a question, report or import ----------- */

/* An empty batch. Values put into it before the first command are arguments: a batch of arguments
 * has no command, a batch of commands nothing before its first.
 *   [since 1.0]
 *   out  [out-owned: mandate_batch_free]
 *   err  [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_batch_new(mandate_batch **out,
                                             mandate_error **err) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   batch  [in] [?] */
MANDATE_API void mandate_batch_free(mandate_batch *batch) MANDATE_NOEXCEPT;

/* Begins a command (MANDATE_COMMAND_...); the values that follow are its fields. effective_on: the
 * day on which it counts, or MANDATE_SAME_DAY; with that an agency or a post was there as long as
 * the ledger can tell, and documents and terms count from their own day.
 *   [since 1.0]
 *   batch  [in]
 *   err    [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_batch_add(mandate_batch *batch, int32_t command,
                                             int32_t effective_on,
                                             mandate_error **err) MANDATE_NOEXCEPT;

/* The last command replaces the event of this number; a void_event withdraws it.
 *   [since 1.0]
 *   batch  [in]
 *   err    [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_batch_corrects(mandate_batch *batch, int64_t event,
                                                  mandate_error **err) MANDATE_NOEXCEPT;

/* A value of a field (MANDATE_FIELD_...), as text: a text, code or period as it is, a day as
 * "2024-04-25", a choice by its name, a whole number in digits. A list is the field repeated.
 * A text is not empty and has less than 1 MiB, a code at most 100 bytes.
 *   [since 1.0]
 *   batch  [in]
 *   text   [in]
 *   err    [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_batch_text(mandate_batch *batch, int32_t field, const char *text,
                                              size_t text_len,
                                              mandate_error **err) MANDATE_NOEXCEPT;

/* A value of a field that is a whole number, a day, or a choice by its number.
 *   [since 1.0]
 *   batch  [in]
 *   err    [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_batch_int(mandate_batch *batch, int32_t field, int64_t value,
                                             mandate_error **err) MANDATE_NOEXCEPT;

/* Commands as JSON: one object a command, one after another or in an array:
 *   {"command": "assign_task", "effective_on": "2024-04-25", "task": "T01", "title_vi": "...", ...}
 * All of them are added, or none.
 *   [since 1.0]
 *   batch  [in]
 *   json   [in]
 *   err    [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_batch_json(mandate_batch *batch, const char *json,
                                              size_t json_len,
                                              mandate_error **err) MANDATE_NOEXCEPT;

/* ---- recording ------------------------------------------------------------------------------- */

/* Would this be recorded? Nothing is. Findings are rows of key, text and facts (a JSON object).
 *   [since 1.0]
 *   ledger    [in]
 *   act       [in]
 *   batch     [in]
 *   findings  [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] the fact "command" is the index of the command
 *             refused */
MANDATE_API mandate_status mandate_check(const mandate_ledger *ledger, const mandate_act *act,
                                         const mandate_batch *batch, mandate_table **findings,
                                         mandate_error **err) MANDATE_NOEXCEPT;

/* Records all commands of the batch, or none. A request_id recorded before gives that batch's
 * revision and records nothing; with other commands than then it is refused
 * (MANDATE_E_REFUSED). The batch is not changed.
 *   [since 1.0]
 *   ledger    [in]
 *   act       [in]
 *   batch     [in]
 *   revision  [out] [?] the ledger's after it
 *   err       [out-owned: mandate_error_free] [?] the fact "command" is the index of the command
 *             refused */
MANDATE_API mandate_status mandate_record(mandate_ledger *ledger, const mandate_act *act,
                                          const mandate_batch *batch, int64_t *revision,
                                          mandate_error **err) MANDATE_NOEXCEPT;

/* Records a whole file, or nothing of it. MANDATE_FORMAT_JSON: commands as in mandate_batch_json;
 * into an empty ledger they may carry "actor" and "recorded_at", for history keeps its own.
 * MANDATE_FORMAT_CSV: a list of tasks, read as its arguments say (MANDATE_FIELD_COLUMN
 * "title_vi=Task" for each column, MANDATE_FIELD_ASSIGNED_ON ...). Findings: what was not
 * understood, and what a check would find; rows as in mandate_check. A file that was imported
 * before records nothing: where the act has no request_id, the file's bytes are one; then there is
 * a finding import.repeated, and the revision is the one after the first time.
 *   [since 1.0]
 *   ledger    [in]
 *   act       [in]
 *   args      [in] [?] of CSV only
 *   data      [in]
 *   revision  [out] [?] the ledger's after it
 *   findings  [out-owned: mandate_table_free] [?]
 *   err       [out-owned: mandate_error_free] [?] the facts "line" and "column" where the text is
 *             wrong */
MANDATE_API mandate_status mandate_import(mandate_ledger *ledger, const mandate_act *act,
                                          int32_t format, const mandate_batch *args,
                                          const char *data, size_t data_len, int64_t *revision,
                                          mandate_table **findings,
                                          mandate_error **err) MANDATE_NOEXCEPT;

/* ---- asking ---------------------------------------------------------------------------------- */

/* Asks a question (MANDATE_QUESTION_...). Which arguments it takes and which columns its answer has
 * stands at its name in mandate/names.h.
 *   [since 1.0]
 *   ledger  [in]
 *   view    [in]
 *   args    [in] [?]
 *   out     [out-owned: mandate_table_free]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_ask(const mandate_ledger *ledger, const mandate_view *view,
                                       int32_t question, const mandate_batch *args,
                                       mandate_table **out, mandate_error **err) MANDATE_NOEXCEPT;

/* The review of a period. Arguments: MANDATE_FIELD_PERIOD ("2024-Q1", "2024-01-15/2024-04-20", or
 * "term:CODE"), MANDATE_FIELD_AGENCY (only the tasks that it leads, and of items, reviews of
 * documents, recommendations and figures what is its own; what it coordinates stands apart, each
 * by its own day and answer; may be repeated), MANDATE_FIELD_LANGUAGE (of text and HTML; vi if
 * absent), MANDATE_FIELD_EDITION (internal, or publication: figures, and nobody is
 * named), MANDATE_FIELD_ROUNDING (of percentages in text and HTML; half_up if absent). The view's
 * as_of is the cut-off. The JSON is described by the JSON Schema that is installed as
 * share/mandate/review.schema.json. With MANDATE_FIELD_REVIEW instead of a period: a review that
 * was closed, by its code; its JSON is what was kept, byte for byte, whatever the day. Format:
 * MANDATE_FORMAT_TEXT, _JSON or _HTML. The same content gives the same bytes.
 *   [since 1.0]
 *   ledger  [in]
 *   view    [in]
 *   args    [in]
 *   out     [out-owned: mandate_bytes_free]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_report(const mandate_ledger *ledger, const mandate_view *view,
                                          int32_t format, const mandate_batch *args,
                                          mandate_bytes **out,
                                          mandate_error **err) MANDATE_NOEXCEPT;

/* The same review, to be rendered in several forms and languages: whatever is recorded meanwhile,
 * and also when the ledger is closed, it says what the ledger said when it was made. Arguments:
 * those of mandate_report; the language is that of mandate_review_render.
 *   [since 1.0]
 *   ledger  [in]
 *   view    [in]
 *   args    [in]
 *   out     [out-owned: mandate_review_free]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_review_make(const mandate_ledger *ledger,
                                               const mandate_view *view, const mandate_batch *args,
                                               mandate_review **out,
                                               mandate_error **err) MANDATE_NOEXCEPT;
/*   [since 1.0]
 *   review  [in] [?] */
MANDATE_API void mandate_review_free(mandate_review *review) MANDATE_NOEXCEPT;

/* The bytes that mandate_report gives. Format: MANDATE_FORMAT_TEXT, _JSON or _HTML; language:
 * MANDATE_LANGUAGE_..., of text and HTML.
 *   [since 1.0]
 *   review  [in]
 *   out     [out-owned: mandate_bytes_free]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_review_render(const mandate_review *review, int32_t format,
                                                 int32_t language, mandate_bytes **out,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* The tasks of one of its lists (MANDATE_LIST_...), with the columns of the question review_tasks.
 * The edition for publication lists none and is refused.
 *   [since 1.0]
 *   review  [in]
 *   out     [out-owned: mandate_table_free]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_review_list(const mandate_review *review, int32_t list,
                                               mandate_table **out,
                                               mandate_error **err) MANDATE_NOEXCEPT;

/* Records a signature over an event, and so over all that was recorded up to it, by the host's key.
 * Its day is the act's today. mandate_verify tells whether signatures still fit; the question
 * `signatures` lists them.
 *   [since 1.0]
 *   ledger    [in]
 *   act       [in]
 *   key       [in] an Ed25519 key, PKCS #8 in PEM, not encrypted: what `openssl genpkey -algorithm
 *             ed25519` writes; neither kept nor repeated in an error
 *   event     [in] its number; 0: the last one
 *   revision  [out] [?] the ledger's after it
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_sign(mandate_ledger *ledger, const mandate_act *act,
                                        const char *key, size_t key_len, int64_t event,
                                        int64_t *revision, mandate_error **err) MANDATE_NOEXCEPT;

/* The bytes that a signature over an event signs, for a host whose key never leaves its device: it
 * records MANDATE_COMMAND_SIGN_EVENT with public_key and signature itself, on that day.
 *   [since 1.0]
 *   ledger  [in]
 *   event   [in] its number
 *   day     [in] on which it is signed
 *   out     [out-owned: mandate_bytes_free] bytes, not text
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_statement_to_sign(const mandate_ledger *ledger, int64_t event,
                                                     int32_t day, mandate_bytes **out,
                                                     mandate_error **err) MANDATE_NOEXCEPT;

/* Checks that every event fits the chain of hashes. No findings: no event was edited, removed from
 * between others, inserted or moved. That events were cut off the end shows only against a revision
 * kept elsewhere. Those that are set aside follow, as in mandate_ledger_findings, and
 * signature.broken, snapshot.differs, view.altered (the view event_json of the file),
 * payload.shredded, and payload.copied: destroyed words still stand in other events. What a backup
 * or a PostgreSQL server keeps of destroyed words (old rows until VACUUM FULL mandate.event, its
 * write-ahead log, archive and replicas) is for the host to see to. Rows as in mandate_check.
 *   [since 1.0]
 *   ledger    [in]
 *   findings  [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_verify(const mandate_ledger *ledger, mandate_table **findings,
                                          mandate_error **err) MANDATE_NOEXCEPT;

/* ---- work calendars -------------------------------------------------------------------------- */

/* A calendar of the host's own. weekdays: which work, bit 0 Monday ... bit 6 Sunday (31: Monday to
 * Friday; 0 is refused). rules: MANDATE_HOLIDAY_RULES_NONE, or MANDATE_HOLIDAY_RULES_VIET_NAM: the
 * public holidays of Viet Nam by rule, with what is known of 2010 to 2025. Days off and days worked
 * come over that; a day in both works.
 *   [since 1.0]
 *   off     [in] [?] off_count days; NULL with a count of 0
 *   worked  [in] [?] worked_count days
 *   out     [out-owned: mandate_calendar_free]
 *   err     [out-owned: mandate_error_free] [?] the day that is not covered */
MANDATE_API mandate_status mandate_calendar_new(int32_t weekdays, int32_t rules, const int32_t *off,
                                                size_t off_count, const int32_t *worked,
                                                size_t worked_count, mandate_calendar **out,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/* A calendar from JSON, which can say more: which decision made an exception, when it was
 * announced, whom it binds, what was decided for a year, and as known on which day.
 *   {"weekdays": ["monday", ...], "holiday_rules": "viet_nam", "holiday_history": "known",
 *    "known_on": "2024-03-31", "agency": "A",
 *    "years": [{"year": 2026, "tet_window": "two_before", "national_day_side": "before",
 *               "decision": "...", "announced_on": "..."}],
 *    "exceptions": [{"day": "2024-04-29", "day_kind": "off", "pair_day": "2024-05-04",
 *                    "name_vi": "...", "decision": "...", "announced_on": "...", "agency": "A"}]}
 * Each member may be absent and means what the field of its name means.
 *   [since 1.0]
 *   json  [in]
 *   out   [out-owned: mandate_calendar_free]
 *   err   [out-owned: mandate_error_free] [?] the fact "member" is what is wrong */
MANDATE_API mandate_status mandate_calendar_json(const char *json, size_t json_len,
                                                 mandate_calendar **out,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* The calendar of a ledger as it was known, or that of one of its agencies.
 *   [since 1.0]
 *   ledger  [in]
 *   view    [in]
 *   agency  [in] [?] code; empty: the ledger's own
 *   out     [out-owned: mandate_calendar_free]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_of_ledger(const mandate_ledger *ledger,
                                                      const mandate_view *view, const char *agency,
                                                      size_t agency_len, mandate_calendar **out,
                                                      mandate_error **err) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   calendar  [in] [?] */
MANDATE_API void mandate_calendar_free(mandate_calendar *calendar) MANDATE_NOEXCEPT;

/* 1 if the day is a working day, else 0.
 *   [since 1.0]
 *   calendar  [in]
 *   works     [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_works(const mandate_calendar *calendar, int32_t day,
                                                  int32_t *works,
                                                  mandate_error **err) MANDATE_NOEXCEPT;

/* The day `count` working days on (back, if negative), counted from where `roll` says
 * (MANDATE_ROLL_...). 1 with MANDATE_ROLL_NONE is the next working day, -1 the one before. 0 is the
 * day itself with MANDATE_ROLL_NONE, else the working day on or after it, or on or before it. For
 * every day and policy one more is a later day.
 *   [since 1.0]
 *   calendar  [in]
 *   result    [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_add(const mandate_calendar *calendar, int32_t day,
                                                int32_t count, int32_t roll, int32_t *result,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/* Working days after `from` up to and including `to`; backwards the same, negative.
 *   [since 1.0]
 *   calendar  [in]
 *   count     [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_count(const mandate_calendar *calendar, int32_t from,
                                                  int32_t to, int32_t *count,
                                                  mandate_error **err) MANDATE_NOEXCEPT;

/* The n-th working day of first to last, both included: 1 the first, -1 the last.
 *   [since 1.0]
 *   calendar  [in]
 *   day       [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_nth(const mandate_calendar *calendar, int32_t first,
                                                int32_t last, int32_t n, int32_t *day,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/* 1 if what was decided for the day's year is not known, so that the rules alone speak; else 0.
 *   [since 1.0]
 *   calendar     [in]
 *   provisional  [out]
 *   err          [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_provisional(const mandate_calendar *calendar,
                                                        int32_t day, int32_t *provisional,
                                                        mandate_error **err) MANDATE_NOEXCEPT;

/* The same for many days. All are answered or, on failure, all results are 0. In this and the next
 * four functions the array of results may be one of those that are read; other arrays of a call
 * must not overlap it.
 *   [since 1.0]
 *   calendar  [in]
 *   days      [in] [?] one entry for each of size; NULL with a size of 0
 *   works     [out] [?] likewise
 *   err       [out-owned: mandate_error_free] [?] the fact "index" is the entry */
MANDATE_API mandate_status mandate_calendar_works_each(const mandate_calendar *calendar,
                                                       const int32_t *days, size_t size,
                                                       int32_t *works,
                                                       mandate_error **err) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   calendar  [in]
 *   days      [in] [?] one entry for each of size; NULL with a size of 0
 *   counts    [in] [?] likewise
 *   results   [out] [?] likewise
 *   err       [out-owned: mandate_error_free] [?] the fact "index" is the entry */
MANDATE_API mandate_status mandate_calendar_add_each(const mandate_calendar *calendar,
                                                     const int32_t *days, const int32_t *counts,
                                                     size_t size, int32_t roll, int32_t *results,
                                                     mandate_error **err) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   calendar  [in]
 *   from      [in] [?] one entry for each of size; NULL with a size of 0
 *   to        [in] [?] likewise
 *   counts    [out] [?] likewise
 *   err       [out-owned: mandate_error_free] [?] the fact "index" is the entry */
MANDATE_API mandate_status mandate_calendar_count_each(const mandate_calendar *calendar,
                                                       const int32_t *from, const int32_t *to,
                                                       size_t size, int32_t *counts,
                                                       mandate_error **err) MANDATE_NOEXCEPT;

/* Days as working-day numbers: how many working days lie before each, from 1900-01-01 on. In them
 * one working day is one step, and mandate_calendar_days leads back.
 *   [since 1.0]
 *   calendar  [in]
 *   days      [in] [?] one entry for each of size; NULL with a size of 0
 *   numbers   [out] [?] likewise
 *   err       [out-owned: mandate_error_free] [?] the fact "index" is the entry */
MANDATE_API mandate_status mandate_calendar_numbers(const mandate_calendar *calendar,
                                                    const int32_t *days, size_t size,
                                                    int32_t *numbers,
                                                    mandate_error **err) MANDATE_NOEXCEPT;

/* The working day of each number.
 *   [since 1.0]
 *   calendar  [in]
 *   numbers   [in] [?] one entry for each of size; NULL with a size of 0
 *   days      [out] [?] likewise
 *   err       [out-owned: mandate_error_free] [?] the fact "index" is the entry */
MANDATE_API mandate_status mandate_calendar_days(const mandate_calendar *calendar,
                                                 const int32_t *numbers, size_t size, int32_t *days,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* The holidays and exceptions of a year, by day. Columns: day; works (1 or 0); holiday (new_year,
 * tet, hung_kings, reunification, labour, national_day); part (of Tet -2, -1, 1 .. 4, its day 1
 * being the lunar New Year's day; of National Day 1 and 2); instead_of (the holiday on a day of
 * rest that this day replaces); declared (off or worked, where an exception counts); pair_day;
 * name_vi; name_en; name_tr; decision and announced_on (of the exception, else of what was decided
 * of that year's holiday); agency. Missing: does not apply.
 *   [since 1.0]
 *   calendar  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_year(const mandate_calendar *calendar, int32_t year,
                                                 mandate_table **out,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* What contradicts itself in the calendar's own record (the later statement counts): days both off
 * and worked, a day swapped with two others, a year chosen in two ways; and swaps that change
 * nothing or of which one day is missing. Rows as in mandate_check.
 *   [since 1.0]
 *   calendar  [in]
 *   findings  [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_findings(const mandate_calendar *calendar,
                                                     mandate_table **findings,
                                                     mandate_error **err) MANDATE_NOEXCEPT;

/* The year for readers: its days off and why, the days worked instead, how many working days its
 * months and quarters have. Format: MANDATE_FORMAT_TEXT or _JSON. language: MANDATE_LANGUAGE_...
 *   [since 1.0]
 *   calendar  [in]
 *   out       [out-owned: mandate_bytes_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_calendar_report(const mandate_calendar *calendar, int32_t year,
                                                   int32_t format, int32_t language,
                                                   mandate_bytes **out,
                                                   mandate_error **err) MANDATE_NOEXCEPT;

/* The day in the lunar calendar of Viet Nam (UTC+7), from 1900-01-31 on. leap: 1 in the leap month
 * that follows the month of that number. official: 1 from 1968-01-29 on; before, this is a
 * computation that no office used.
 *   [since 1.0]
 *   year      [out] the year of its Tet
 *   month     [out]
 *   monthday  [out]
 *   leap      [out]
 *   official  [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_lunar_of_day(int32_t day, int32_t *year, int32_t *month,
                                                int32_t *monthday, int32_t *leap, int32_t *official,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/* The day of a date of the lunar calendar: 2024, 1, 1, 0 is Tet 2024.
 *   [since 1.0]
 *   day  [out]
 *   err  [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_lunar_to_day(int32_t year, int32_t month, int32_t monthday,
                                                int32_t leap, int32_t *day,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/* The first and the last day of a period: "2024-Q1", "2024-H1", "2024", "2024-04", or its own
 * days, "2024-01-15/2024-04-20".
 *   [since 1.0]
 *   text   [in]
 *   first  [out]
 *   last   [out]
 *   err    [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_period_days(const char *text, size_t text_len, int32_t *first,
                                               int32_t *last, mandate_error **err) MANDATE_NOEXCEPT;

/* The period that holds the day, in the form above. kind: MANDATE_PERIOD_...
 *   [since 1.0]
 *   out  [out-owned: mandate_bytes_free]
 *   err  [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_period_of_day(int32_t day, int32_t kind, mandate_bytes **out,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* The period `steps` after this one (before it, if negative), of the same kind: "2024-Q4", 1 is
 * "2025-Q1". Days of its own move by whole months where it is of whole months, as from the 15th to
 * the 14th, else by its number of days.
 *   [since 1.0]
 *   text  [in]
 *   out   [out-owned: mandate_bytes_free]
 *   err   [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_period_next(const char *text, size_t text_len, int32_t steps,
                                               mandate_bytes **out,
                                               mandate_error **err) MANDATE_NOEXCEPT;

/* Whether the day lies in the period: 1 or 0.
 *   [since 1.0]
 *   text      [in]
 *   contains  [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_period_contains(const char *text, size_t text_len, int32_t day,
                                                   int32_t *contains,
                                                   mandate_error **err) MANDATE_NOEXCEPT;

/* The first and the last day of a term of office, "2020-2025": it begins on the day on which its
 * congress closes and ends on the day before the next one closes; until that is known (next_closes:
 * MANDATE_NO_DAY), on the last day of its last year.
 *   [since 1.0]
 *   text   [in]
 *   first  [out]
 *   last   [out]
 *   err    [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_term_days(const char *text, size_t text_len,
                                             int32_t congress_opens, int32_t congress_closes,
                                             int32_t next_closes, int32_t *first, int32_t *last,
                                             mandate_error **err) MANDATE_NOEXCEPT;

/* Reads the words of a deadline as Vietnamese documents write them: a month
 * ("6/2025"), quarter, half year or year, a day ("30/6/2025"), the day before one, the words for a
 * standing task (which stands from assigned_on on), ISO days. In full: read_deadline in
 * mandate/calendar/deadline.hpp.
 *   [since 1.0]
 *   words          [in]
 *   precision      [out] MANDATE_DEADLINE_PRECISION_...; 0: the words are not understood
 *   due            [out] the day they stand for; MANDATE_NO_DAY: none
 *   standing_from  [out] from this day on it is a standing task; MANDATE_NO_DAY: it is none
 *   err            [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_deadline_read(const char *words, size_t words_len,
                                                 int32_t assigned_on, int32_t *precision,
                                                 int32_t *due, int32_t *standing_from,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* Agencies that wait for each other, for readers: bottlenecks, what each waits for from each other
 * one, mutual waiting, and tasks that wait for each other for ever. args: those of
 * MANDATE_QUESTION_BOTTLENECKS, or NULL. Format: MANDATE_FORMAT_TEXT, _JSON or _DOT (an arrow from
 * each agency that goes first to each that waits for it). language: MANDATE_LANGUAGE_... With a
 * period among the args, which are then those of MANDATE_QUESTION_COORDINATION_NETWORK: how
 * agencies worked together in it, opinions asked for included (_DOT: an arrow from each agency that
 * waits for an answer to the one that owes it).
 *   [since 1.0]
 *   ledger  [in]
 *   view    [in]
 *   args    [in] [?]
 *   out     [out-owned: mandate_bytes_free]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_agency_report(const mandate_ledger *ledger,
                                                 const mandate_view *view,
                                                 const mandate_batch *args, int32_t format,
                                                 int32_t language, mandate_bytes **out,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* Why a task is late: one sentence for each link of its driving chain, from where it begins, with
 * who held it and for how many working days. Text, UTF-8. The same as a table: the question
 * `attribution`.
 *   [since 1.0]
 *   ledger    [in]
 *   view      [in]
 *   task      [in] its code
 *   language  [in] MANDATE_LANGUAGE_VI, _EN or _TR
 *   out       [out-owned: mandate_bytes_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_why_late(const mandate_ledger *ledger, const mandate_view *view,
                                            const char *task, size_t task_len, int32_t language,
                                            mandate_bytes **out,
                                            mandate_error **err) MANDATE_NOEXCEPT;

/* One task: its class and the days that make it, where it comes from up to the resolution, what
 * happened to it and when, what decides its date, and why it is late. Text, UTF-8; or JSON, with
 * the rows of the questions tasks, lineage, changes (as "history"), why_this_date, cycles (of those
 * on which its date hangs), slips and attribution.
 *   [since 1.0]
 *   ledger    [in]
 *   view      [in]
 *   task      [in] its code
 *   format    [in] MANDATE_FORMAT_TEXT or _JSON
 *   language  [in] MANDATE_LANGUAGE_VI, _EN or _TR
 *   out       [out-owned: mandate_bytes_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_task_report(const mandate_ledger *ledger,
                                               const mandate_view *view, const char *task,
                                               size_t task_len, int32_t format, int32_t language,
                                               mandate_bytes **out,
                                               mandate_error **err) MANDATE_NOEXCEPT;

/* ---- schedules of the host's own columns ----------------------------------------------------- */

/* A plan for hosts that keep their own database: give columns, ask, throw away. Tasks are numbered
 * from 0. start: the first day on which anything may be done. Without mandate_plan_calendar the
 * week is Monday to Friday.
 *   [since 1.0]
 *   durations  [in] [?] one a task: working days, 0 to 60,000; 0: a milestone
 *   out        [out-owned: mandate_plan_free]
 *   err        [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_plan_new(int32_t start, const int32_t *durations, size_t tasks,
                                            mandate_plan **out,
                                            mandate_error **err) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   plan  [in] [?] */
MANDATE_API void mandate_plan_free(mandate_plan *plan) MANDATE_NOEXCEPT;

/* Adds a calendar; the first one is number 0. Calendars of equal content cost as one.
 *   [since 1.0]
 *   plan      [in]
 *   calendar  [in]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_plan_calendar(mandate_plan *plan,
                                                 const mandate_calendar *calendar,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* Gives a column (MANDATE_PLAN_...), one entry a task. Durations, estimates and what is left
 * are at most 60,000 working days; of the last two -1 is none.
 *   [since 1.0]
 *   plan    [in]
 *   values  [in] [?]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_plan_column(mandate_plan *plan, int32_t column,
                                               const int32_t *values, size_t tasks,
                                               mandate_error **err) MANDATE_NOEXCEPT;

/* Adds links, numbered from 0 on in the order given: `after` waits for `before`. types:
 * MANDATE_LINK_TYPE_..., finish to start if NULL; units of the lags: MANDATE_LAG_UNIT_..., working
 * days (of the waiting task's calendar) if NULL; lags of 0 if NULL.
 *   [since 1.0]
 *   plan    [in]
 *   before  [in] [?]
 *   after   [in] [?]
 *   lags    [in] [?]
 *   types   [in] [?]
 *   units   [in] [?]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_plan_links(mandate_plan *plan, const int32_t *before,
                                              const int32_t *after, const int32_t *lags,
                                              const int32_t *types, const int32_t *units,
                                              size_t links, mandate_error **err) MANDATE_NOEXCEPT;

/* Sets an option (MANDATE_OPTION_...).
 *   [since 1.0]
 *   plan  [in]
 *   err   [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_plan_option(mandate_plan *plan, int32_t option, int32_t value,
                                               mandate_error **err) MANDATE_NOEXCEPT;

/* The tasks that wait for each other for ever. One row a link: knot (its number, from 1), tasks
 * (how many it has), part ("shortest": a link of a shortest cycle, in order; "opening": one of a
 * small set of links without which no cycle is left), position, before, after, link, truncated (1:
 * the search was cut short). No rows: there is no cycle.
 *   [since 1.0]
 *   plan  [in]
 *   out   [out-owned: mandate_table_free]
 *   err   [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_plan_cycles(const mandate_plan *plan, mandate_table **out,
                                               mandate_error **err) MANDATE_NOEXCEPT;

/* Computes all dates. The plan may be changed or freed afterwards; the schedule is changed by
 * mandate_schedule_change. A million tasks with three million links take about a quarter of a
 * second. Links that close a cycle are refused whatever has become of their tasks, also where these
 * are finished, begun or suspended; with MANDATE_OPTION_CYCLES 1 all links inside a knot are left
 * out and are findings, and the schedule takes no changes.
 *   [since 1.0]
 *   plan  [in]
 *   out   [out-owned: mandate_schedule_free]
 *   err   [out-owned: mandate_error_free] [?] MANDATE_E_CYCLE: the facts "position" are the tasks
 *         of a shortest cycle, "link" its links, in order; with the fact "truncated" the search for
 *         the shortest was cut short */
MANDATE_API mandate_status mandate_schedule_new(const mandate_plan *plan, mandate_schedule **out,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   schedule  [in] [?] */
MANDATE_API void mandate_schedule_free(mandate_schedule *schedule) MANDATE_NOEXCEPT;

/* The last day of the last task, MANDATE_NO_DAY if none has a forecast; and the working days from
 * the start until it, both included, in calendar 0.
 *   [since 1.0]
 *   schedule  [in]
 *   day       [out]
 *   length    [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_end(const mandate_schedule *schedule, int32_t *day,
                                                int32_t *length,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/* One row a task, in order: state (text: not_started, started, finished, no_forecast; of tasks
 * that were removed: removed), start, finish, late_start, late_finish (days, both ends included),
 * slack_to_end, slack_to_deadline, free_slack (working days of its calendar), critical (1 or 0).
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_tasks(const mandate_schedule *schedule,
                                                  mandate_table **out,
                                                  mandate_error **err) MANDATE_NOEXCEPT;

/* The same for some tasks only, a row each in the order asked for. Of a schedule that was changed
 * it costs these tasks and their links; of one that never was, a look at all.
 *   [since 1.0]
 *   schedule  [in]
 *   tasks     [in] [?] numbers
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_tasks_at(const mandate_schedule *schedule,
                                                     const int32_t *tasks, size_t count,
                                                     mandate_table **out,
                                                     mandate_error **err) MANDATE_NOEXCEPT;

/* How many tasks and links there are, with those that were removed: the numbers that the next new
 * task and the next new link get.
 *   [since 1.0]
 *   schedule  [in]
 *   tasks     [out]
 *   links     [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_size(const mandate_schedule *schedule, int32_t *tasks,
                                                 int32_t *links,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* What decides the date of a task: rows of task, driver (text: link, scope_start, not_before,
 * status_day, actual_start, none, suspended), predecessor and link, from the task asked for back
 * to where the chain begins. Of a task without forecast it leads to the suspended task for which
 * it waits; a part that is suspended with its whole has that as its predecessor, and no link.
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_why(const mandate_schedule *schedule, int32_t task,
                                                mandate_table **out,
                                                mandate_error **err) MANDATE_NOEXCEPT;

/* What a reader should know: rows of key (text: schedule.before_start, schedule.suspended,
 * schedule.cycle, calendar.ends), task, link and day. calendar.ends: the task ends after the day
 * until which its calendar is known (see mandate_calendar_provisional); of each calendar the task
 * that ends last.
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_findings(const mandate_schedule *schedule,
                                                     mandate_table **out,
                                                     mandate_error **err) MANDATE_NOEXCEPT;

/* ---- changes: dates are right again after each ----------------------------------------------- */

/* Makes the changes in order, all of them or, with an error, none; then all dates are what a new
 * schedule of the changed plan would say. One change of a task or link costs what it moves; several
 * at once cost some more, because they are made on a copy that shares its memory. The first change
 * of a schedule costs about a new one; so does a change of which task is part of which, or of the
 * status day. Of a task with parts change the parts: its own duration and progress are not looked
 * at; its days, suspension and links hold for all of them. Progress is judged by what all changes
 * together say. A thread that reads meanwhile sees all of it or nothing.
 *   [since 1.0]
 *   schedule  [in]
 *   changes   [in] [?] struct_size of the first is the size of each
 *   moved     [out-owned: mandate_table_free] [?] rows of the tasks whose state, start or finish is
 *             another now, with new and removed ones: task, state, start, finish, was_start,
 *             was_finish. NULL if you do not ask: it costs a look at all tasks
 *   err       [out-owned: mandate_error_free] [?] the fact "change" says which, from 0;
 *             MANDATE_E_CYCLE: a link would close a cycle: the facts "position" are the tasks of
 *             the cycle, "link" its links, in order, the refused one last, with the number that it
 *             would have had; or the plan has cycles, whose links were left out;
 *             MANDATE_E_INVALID_ARGUMENT: a number that does not exist, a length out of range, or
 *             progress that contradicts itself (facts "position", "field");
 *             MANDATE_E_OUT_OF_RANGE: a day, given or computed, outside 1900-01-01 to 2199-12-31 */
MANDATE_API mandate_status mandate_schedule_change(mandate_schedule *schedule,
                                                   const mandate_change *changes, size_t count,
                                                   mandate_table **moved,
                                                   mandate_error **err) MANDATE_NOEXCEPT;

/* Replaces the calendar of this number, or adds one if it is the next. Costs about a new schedule.
 *   [since 1.0]
 *   schedule  [in]
 *   calendar  [in]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_calendar(mandate_schedule *schedule, int32_t number,
                                                     const mandate_calendar *calendar,
                                                     mandate_error **err) MANDATE_NOEXCEPT;

/* A second schedule that shares the memory of the first until one of them changes: change it, look,
 * free it, and you know what would be if. Costs little even where there are a million tasks.
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_schedule_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_copy(const mandate_schedule *schedule,
                                                 mandate_schedule **out,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* The plan as it is after all changes, for a forecast or a search for cycles. Tasks keep their
 * numbers; removed ones stay removed: they have no days, and a link that names one is refused when
 * a schedule is made. Links that were removed leave no gap, so links may have other numbers here.
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_plan_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_plan(const mandate_schedule *schedule,
                                                 mandate_plan **out,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* ---- agencies of a plan: which waits for which ----------------------------------------------- */

/* Needs the column MANDATE_PLAN_AGENCY. Rows for each ordered pair of agencies with a link between
 * their tasks: before, after (numbers; the tasks of the one go first), hand_offs (links),
 * open_waits (those that have not let go of a task that is not done), binding (open waits that
 * decide when the waiting task starts), days_waited (working days from the status day, without one
 * from the start, until the link lets go, of all open waits together).
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_agency_pairs(const mandate_schedule *schedule,
                                                         mandate_table **out,
                                                         mandate_error **err) MANDATE_NOEXCEPT;

/* How much of the others' work goes through each agency that has a task. counted:
 * MANDATE_COUNTED_LINKS_..., which links make one agency wait for another; pairs with fewer than
 * at_least of them are left out. Rows: agency, open_waits (of others, for it), tasks (of others
 * that wait for its open tasks, also through others), days (working days left to do in them),
 * betweenness (in thousandths; Brandes, 2001, directed and not normalised). The greatest
 * betweenness first, then the most days.
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_bottlenecks(const mandate_schedule *schedule,
                                                        int32_t counted, int32_t at_least,
                                                        int32_t threads, mandate_table **out,
                                                        mandate_error **err) MANDATE_NOEXCEPT;

/* Agencies each of which waits for every other one, and the links that make them: rows of group
 * (from 1), agencies (how many it has), before_agency, before (task), after_agency, after (task)
 * and link. counted and at_least as above.
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_mutual_waiting(const mandate_schedule *schedule,
                                                           int32_t counted, int32_t at_least,
                                                           mandate_table **out,
                                                           mandate_error **err) MANDATE_NOEXCEPT;

/* What would start later if a task took so many working days longer: rows of task, agency (missing:
 * none) and days (working days of its calendar), without the task itself.
 *   [since 1.0]
 *   schedule  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_schedule_delay(const mandate_schedule *schedule, int32_t task,
                                                  int32_t days, mandate_table **out,
                                                  mandate_error **err) MANDATE_NOEXCEPT;

/* ---- forecasts: when a plan will probably be finished ---------------------------------------- */

/* Starts the given number of threads, which schedule the plan so many times with durations drawn
 * from the triangle of the three estimates, rounded half up. The answer hangs on the plan, runs and
 * seed alone. There are no callbacks: ask how far it is with mandate_forecast_wait.
 *   [since 1.0]
 *   plan  [in]
 *   out   [out-owned: mandate_forecast_free]
 *   err   [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_forecast_start(const mandate_plan *plan, int32_t runs,
                                                  int64_t seed, int32_t threads,
                                                  mandate_forecast **out,
                                                  mandate_error **err) MANDATE_NOEXCEPT;

/* The same of a ledger, of all of it or of a document: the question MANDATE_QUESTION_FORECAST while
 * it is computed. The ledger may go on, and be closed.
 *   [since 1.0]
 *   ledger  [in]
 *   view    [in]
 *   args    [in] [?] those of the question; NULL: none
 *   out     [out-owned: mandate_forecast_free]
 *   err     [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_forecast_of_ledger(const mandate_ledger *ledger,
                                                      const mandate_view *view,
                                                      const mandate_batch *args,
                                                      mandate_forecast **out,
                                                      mandate_error **err) MANDATE_NOEXCEPT;

/* How many runs are done, after waiting until all are or it was cancelled, but at most so many
 * milliseconds; 0 looks and returns at once.
 *   [since 1.0]
 *   forecast  [in]
 *   done      [out]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_forecast_wait(mandate_forecast *forecast, int32_t milliseconds,
                                                 int32_t *done,
                                                 mandate_error **err) MANDATE_NOEXCEPT;

/* Makes it stop; there will be no result.
 *   [since 1.0]
 *   forecast  [in]
 *   err       [out-owned: mandate_error_free] [?] */
MANDATE_API mandate_status mandate_forecast_cancel(mandate_forecast *forecast,
                                                   mandate_error **err) MANDATE_NOEXCEPT;

/* One row: runs, on_time (runs; missing: there is no deadline), p50, p80 (the first day by which
 * half, four fifths of the runs are at their end), p50_days, p80_days (the lengths, as of
 * mandate_schedule_end, that no more of them exceed), first, last (the earliest and the latest
 * end), by_progress (the end of the schedule with the durations of the plan).
 *   [since 1.0]
 *   forecast  [in]
 *   out       [out-owned: mandate_table_free]
 *   err       [out-owned: mandate_error_free] [?] MANDATE_E_BUSY: not done; MANDATE_E_CANCELLED */
MANDATE_API mandate_status mandate_forecast_result(const mandate_forecast *forecast,
                                                   mandate_table **out,
                                                   mandate_error **err) MANDATE_NOEXCEPT;

/* Cancels what is not done.
 *   [since 1.0]
 *   forecast  [in] [?] */
MANDATE_API void mandate_forecast_free(mandate_forecast *forecast) MANDATE_NOEXCEPT;

/* ---- tables: columns as in Arrow (int64, large_utf8) ----------------------------------------- */

/* How many rows; 0 for NULL.
 *   [since 1.0]
 *   table  [in] [?] */
MANDATE_API int64_t mandate_table_rows(const mandate_table *table) MANDATE_NOEXCEPT;

/* How many columns; 0 for NULL. Later versions may append columns: go by name.
 *   [since 1.0]
 *   table  [in] [?] */
MANDATE_API int32_t mandate_table_columns(const mandate_table *table) MANDATE_NOEXCEPT;

/* The name of a column, counted from 0; NULL if there is no such column.
 *   [since 1.0]
 *   table   [in] [?]
 *   result  [out-borrowed: table] [?] ends with a NUL */
MANDATE_API const char *mandate_table_name(const mandate_table *table,
                                           int32_t column) MANDATE_NOEXCEPT;

/* MANDATE_TYPE_...; 0 if there is no such column.
 *   [since 1.0]
 *   table  [in] [?] */
MANDATE_API int32_t mandate_table_type(const mandate_table *table, int32_t column) MANDATE_NOEXCEPT;

/* One byte a row: 1 where there is a value, 0 where it is missing. NULL if there is no such column.
 *   [since 1.0]
 *   table   [in] [?]
 *   result  [out-borrowed: table] [?] one entry a row */
MANDATE_API const uint8_t *mandate_table_valid(const mandate_table *table,
                                               int32_t column) MANDATE_NOEXCEPT;

/* The numbers of a column of type INT64 or DAY, 0 where missing; NULL for another column.
 *   [since 1.0]
 *   table   [in] [?]
 *   result  [out-borrowed: table] [?] one entry a row */
MANDATE_API const int64_t *mandate_table_i64s(const mandate_table *table,
                                              int32_t column) MANDATE_NOEXCEPT;

/* Where the texts of a column of type TEXT begin: text i is the bytes offsets[i] up to offsets[i +
 * 1] of mandate_table_utf8. NULL for another column.
 *   [since 1.0]
 *   table   [in] [?]
 *   result  [out-borrowed: table] [?] one entry a row and one more */
MANDATE_API const int64_t *mandate_table_offsets(const mandate_table *table,
                                                 int32_t column) MANDATE_NOEXCEPT;

/* All texts of a column of type TEXT, one after another; a NUL follows the last. NULL for another
 * column.
 *   [since 1.0]
 *   table   [in] [?]
 *   result  [out-borrowed: table] [?] */
MANDATE_API const char *mandate_table_utf8(const mandate_table *table,
                                           int32_t column) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   table  [in] [?] */
MANDATE_API void mandate_table_free(mandate_table *table) MANDATE_NOEXCEPT;

/* ---- bytes and errors ------------------------------------------------------------------------ */

/* The bytes; a NUL follows the last. NULL for NULL.
 *   [since 1.0]
 *   bytes   [in] [?]
 *   result  [out-borrowed: bytes] [?] */
MANDATE_API const char *mandate_bytes_data(const mandate_bytes *bytes) MANDATE_NOEXCEPT;

/* How many, without the NUL; 0 for NULL.
 *   [since 1.0]
 *   bytes  [in] [?] */
MANDATE_API size_t mandate_bytes_size(const mandate_bytes *bytes) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   bytes  [in] [?] */
MANDATE_API void mandate_bytes_free(mandate_bytes *bytes) MANDATE_NOEXCEPT;

/* The code; MANDATE_OK for NULL.
 *   [since 1.0]
 *   error  [in] [?] */
MANDATE_API mandate_status mandate_error_code(const mandate_error *error) MANDATE_NOEXCEPT;

/* One line of English; "" for NULL.
 *   [since 1.0]
 *   error   [in] [?]
 *   result  [out-borrowed: error] ends with a NUL */
MANDATE_API const char *mandate_error_text(const mandate_error *error) MANDATE_NOEXCEPT;

/* {"schema":1,"code":-2003,"name":"unknown_reference","text":"...","facts":{"agency":"BTC"}}: each
 * fact is a text, or an array of texts where it occurs more than once (the tasks of a cycle, in
 * order). "{}" for NULL.
 *   [since 1.0]
 *   error   [in] [?]
 *   result  [out-borrowed: error] ends with a NUL */
MANDATE_API const char *mandate_error_json(const mandate_error *error) MANDATE_NOEXCEPT;

/*   [since 1.0]
 *   error  [in] [?] */
MANDATE_API void mandate_error_free(mandate_error *error) MANDATE_NOEXCEPT;

#if defined(__cplusplus)
}
#endif

#endif
