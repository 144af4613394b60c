/* NULL for each pointer that must not be NULL: the call fails and names the parameter, and what it
 * would have given is cleared. And handles of another kind. */
#include "check.h"
#include "fixture.h"

#define EXPECT_NULL_REFUSED(parameter, call)                                \
    do {                                                                    \
        CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, call);                       \
        CHECK_HOLDS(mandate_error_text(err), parameter " is NULL");         \
        CHECK_HOLDS(mandate_error_json(err), "\"parameter\":\"" parameter); \
    } while (0)

static void null_for_each_pointer_of_calendars(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_calendar *calendar = NULL;
    mandate_calendar *made;
    mandate_table *table;
    mandate_bytes *bytes;
    const int32_t none = MANDATE_HOLIDAY_RULES_NONE;
    const int32_t roll = MANDATE_ROLL_NONE;
    const int32_t text = MANDATE_FORMAT_TEXT;
    const int32_t vi = MANDATE_LANGUAGE_VI;
    int32_t in[1] = {DAY_2024_04_25};
    int32_t out[1];
    int32_t n[5];

    CHECK_CALL(MANDATE_OK, mandate_calendar_new(31, none, NULL, 0, NULL, 0, &calendar, &err));
    EXPECT_NULL_REFUSED("off", mandate_calendar_new(31, none, NULL, 1, NULL, 0, &made, &err));
    EXPECT_NULL_REFUSED("worked", mandate_calendar_new(31, none, NULL, 0, NULL, 1, &made, &err));
    EXPECT_NULL_REFUSED("out", mandate_calendar_new(31, none, NULL, 0, NULL, 0, NULL, &err));
    EXPECT_NULL_REFUSED("json", mandate_calendar_json(NULL, 2, &made, &err));
    EXPECT_NULL_REFUSED("out", mandate_calendar_json("{}", 2, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_calendar_of_ledger(NULL, &view, "", 0, &made, &err));
    EXPECT_NULL_REFUSED("view", mandate_calendar_of_ledger(ledger, NULL, "", 0, &made, &err));
    EXPECT_NULL_REFUSED("agency", mandate_calendar_of_ledger(ledger, &view, NULL, 1, &made, &err));
    EXPECT_NULL_REFUSED("out", mandate_calendar_of_ledger(ledger, &view, "", 0, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_works(NULL, 0, out, &err));
    EXPECT_NULL_REFUSED("works", mandate_calendar_works(calendar, 0, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_add(NULL, 0, 1, roll, out, &err));
    EXPECT_NULL_REFUSED("result", mandate_calendar_add(calendar, 0, 1, roll, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_count(NULL, 0, 1, out, &err));
    EXPECT_NULL_REFUSED("count", mandate_calendar_count(calendar, 0, 1, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_nth(NULL, 0, 9, 1, out, &err));
    EXPECT_NULL_REFUSED("day", mandate_calendar_nth(calendar, 0, 9, 1, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_provisional(NULL, 0, out, &err));
    EXPECT_NULL_REFUSED("provisional", mandate_calendar_provisional(calendar, 0, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_works_each(NULL, in, 1, out, &err));
    EXPECT_NULL_REFUSED("days", mandate_calendar_works_each(calendar, NULL, 1, out, &err));
    EXPECT_NULL_REFUSED("works", mandate_calendar_works_each(calendar, in, 1, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_add_each(NULL, in, in, 1, roll, out, &err));
    EXPECT_NULL_REFUSED("days", mandate_calendar_add_each(calendar, NULL, in, 1, roll, out, &err));
    EXPECT_NULL_REFUSED("counts",
                        mandate_calendar_add_each(calendar, in, NULL, 1, roll, out, &err));
    EXPECT_NULL_REFUSED("results",
                        mandate_calendar_add_each(calendar, in, in, 1, roll, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_count_each(NULL, in, in, 1, out, &err));
    EXPECT_NULL_REFUSED("from", mandate_calendar_count_each(calendar, NULL, in, 1, out, &err));
    EXPECT_NULL_REFUSED("to", mandate_calendar_count_each(calendar, in, NULL, 1, out, &err));
    EXPECT_NULL_REFUSED("counts", mandate_calendar_count_each(calendar, in, in, 1, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_numbers(NULL, in, 1, out, &err));
    EXPECT_NULL_REFUSED("days", mandate_calendar_numbers(calendar, NULL, 1, out, &err));
    EXPECT_NULL_REFUSED("numbers", mandate_calendar_numbers(calendar, in, 1, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_days(NULL, in, 1, out, &err));
    EXPECT_NULL_REFUSED("numbers", mandate_calendar_days(calendar, NULL, 1, out, &err));
    EXPECT_NULL_REFUSED("days", mandate_calendar_days(calendar, in, 1, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_year(NULL, 2024, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_calendar_year(calendar, 2024, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_findings(NULL, &table, &err));
    EXPECT_NULL_REFUSED("findings", mandate_calendar_findings(calendar, NULL, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_calendar_report(NULL, 2024, text, vi, &bytes, &err));
    EXPECT_NULL_REFUSED("out", mandate_calendar_report(calendar, 2024, text, vi, NULL, &err));
    n[3] = 7;
    EXPECT_NULL_REFUSED("year", mandate_lunar_of_day(0, NULL, n, n + 1, n + 2, n + 3, &err));
    CHECK(n[3] == 0);
    EXPECT_NULL_REFUSED("month", mandate_lunar_of_day(0, n, NULL, n + 1, n + 2, n + 3, &err));
    EXPECT_NULL_REFUSED("monthday", mandate_lunar_of_day(0, n, n + 1, NULL, n + 2, n + 3, &err));
    EXPECT_NULL_REFUSED("leap", mandate_lunar_of_day(0, n, n + 1, n + 2, NULL, n + 3, &err));
    EXPECT_NULL_REFUSED("official", mandate_lunar_of_day(0, n, n + 1, n + 2, n + 3, NULL, &err));
    EXPECT_NULL_REFUSED("day", mandate_lunar_to_day(2024, 1, 1, 0, NULL, &err));
    EXPECT_NULL_REFUSED("text", mandate_period_days(NULL, 4, n, n + 1, &err));
    n[0] = 7;
    EXPECT_NULL_REFUSED("first", mandate_period_days("2024", 4, NULL, n, &err));
    CHECK(n[0] == 0);
    EXPECT_NULL_REFUSED("last", mandate_period_days("2024", 4, n, NULL, &err));
    EXPECT_NULL_REFUSED("out", mandate_period_of_day(0, MANDATE_PERIOD_YEAR, NULL, &err));
    mandate_error_free(err);
    mandate_calendar_free(calendar);
    mandate_ledger_close(ledger);
}

static void null_for_each_pointer_of_schedules(void) {
    mandate_error *err = NULL;
    const int32_t in[1] = {1};
    mandate_plan *plan = NULL;
    mandate_plan *made;
    mandate_calendar *calendar = NULL;
    mandate_schedule *schedule = NULL;
    mandate_schedule *opened;
    mandate_forecast *forecast = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_table *table;
    int32_t out[2];

    CHECK_CALL(MANDATE_OK, mandate_plan_new(DAY_2024_04_25, in, 1, &plan, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    CHECK_CALL(MANDATE_OK, mandate_calendar_new(31, MANDATE_HOLIDAY_RULES_NONE, NULL, 0, NULL, 0,
                                                &calendar, &err));
    EXPECT_NULL_REFUSED("durations", mandate_plan_new(0, NULL, 1, &made, &err));
    EXPECT_NULL_REFUSED("out", mandate_plan_new(0, in, 1, NULL, &err));
    EXPECT_NULL_REFUSED("plan", mandate_plan_calendar(NULL, calendar, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_plan_calendar(plan, NULL, &err));
    EXPECT_NULL_REFUSED("plan", mandate_plan_column(NULL, MANDATE_PLAN_REMAINING, in, 1, &err));
    EXPECT_NULL_REFUSED("values", mandate_plan_column(plan, MANDATE_PLAN_REMAINING, NULL, 1, &err));
    EXPECT_NULL_REFUSED("plan", mandate_plan_links(NULL, in, in, NULL, NULL, NULL, 1, &err));
    EXPECT_NULL_REFUSED("before", mandate_plan_links(plan, NULL, in, NULL, NULL, NULL, 1, &err));
    EXPECT_NULL_REFUSED("after", mandate_plan_links(plan, in, NULL, NULL, NULL, NULL, 1, &err));
    EXPECT_NULL_REFUSED("plan", mandate_plan_option(NULL, MANDATE_OPTION_CYCLES, 0, &err));
    EXPECT_NULL_REFUSED("plan", mandate_plan_cycles(NULL, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_plan_cycles(plan, NULL, &err));
    EXPECT_NULL_REFUSED("plan", mandate_schedule_new(NULL, &opened, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_new(plan, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_end(NULL, out, out + 1, &err));
    out[0] = 7;
    EXPECT_NULL_REFUSED("day", mandate_schedule_end(schedule, NULL, out, &err));
    CHECK(out[0] == 0);
    EXPECT_NULL_REFUSED("length", mandate_schedule_end(schedule, out, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_tasks(NULL, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_tasks(schedule, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_tasks_at(NULL, in, 0, &table, &err));
    EXPECT_NULL_REFUSED("tasks", mandate_schedule_tasks_at(schedule, NULL, 1, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_tasks_at(schedule, in, 0, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_size(NULL, out, out + 1, &err));
    out[0] = 7;
    EXPECT_NULL_REFUSED("tasks", mandate_schedule_size(schedule, NULL, out, &err));
    CHECK(out[0] == 0);
    EXPECT_NULL_REFUSED("links", mandate_schedule_size(schedule, out, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_change(NULL, NULL, 0, NULL, &err));
    EXPECT_NULL_REFUSED("changes", mandate_schedule_change(schedule, NULL, 1, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_calendar(NULL, 0, calendar, &err));
    EXPECT_NULL_REFUSED("calendar", mandate_schedule_calendar(schedule, 0, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_copy(NULL, &opened, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_copy(schedule, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_plan(NULL, &made, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_plan(schedule, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_why(NULL, 0, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_why(schedule, 0, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_findings(NULL, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_findings(schedule, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_agency_pairs(NULL, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_agency_pairs(schedule, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_bottlenecks(NULL, 1, 1, 1, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_bottlenecks(schedule, 1, 1, 1, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_mutual_waiting(NULL, 1, 1, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_mutual_waiting(schedule, 1, 1, NULL, &err));
    EXPECT_NULL_REFUSED("schedule", mandate_schedule_delay(NULL, 0, 1, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_schedule_delay(schedule, 0, 1, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_forecast_of_ledger(NULL, &view, NULL, &forecast, &err));
    EXPECT_NULL_REFUSED("view", mandate_forecast_of_ledger(ledger, NULL, NULL, &forecast, &err));
    EXPECT_NULL_REFUSED("out", mandate_forecast_of_ledger(ledger, &view, NULL, NULL, &err));
    EXPECT_NULL_REFUSED("plan", mandate_forecast_start(NULL, 1, 1, 1, &forecast, &err));
    EXPECT_NULL_REFUSED("out", mandate_forecast_start(plan, 1, 1, 1, NULL, &err));
    CHECK_CALL(MANDATE_OK, mandate_forecast_start(plan, 1, 1, 1, &forecast, &err));
    EXPECT_NULL_REFUSED("forecast", mandate_forecast_wait(NULL, 0, out, &err));
    EXPECT_NULL_REFUSED("done", mandate_forecast_wait(forecast, 0, NULL, &err));
    EXPECT_NULL_REFUSED("forecast", mandate_forecast_cancel(NULL, &err));
    EXPECT_NULL_REFUSED("forecast", mandate_forecast_result(NULL, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_forecast_result(forecast, NULL, &err));
    mandate_forecast_free(forecast);
    mandate_ledger_close(ledger);
    mandate_error_free(err);
    mandate_calendar_free(calendar);
    mandate_schedule_free(schedule);
    mandate_plan_free(plan);
}

static void null_for_each_pointer(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_ledger *opened;
    mandate_batch *batch = batch_of_json("[]");
    mandate_batch *args = review_arguments("2024-Q1");
    mandate_review *review;
    mandate_table *table;
    mandate_bytes *bytes;
    const mandate_act act = fixture_act();
    const mandate_view view = fixture_view();
    mandate_act nobody = fixture_act();
    int64_t revision;
    int32_t number;
    const int32_t tasks = MANDATE_QUESTION_TASKS;
    const int32_t json = MANDATE_FORMAT_JSON;

    EXPECT_NULL_REFUSED("ledger", mandate_agency_report(NULL, &view, NULL, json, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("view", mandate_agency_report(ledger, NULL, NULL, json, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("out", mandate_agency_report(ledger, &view, NULL, json, 1, NULL, &err));
    EXPECT_NULL_REFUSED("out", mandate_describe(NULL, &err));
    EXPECT_NULL_REFUSED("name", mandate_field_number(NULL, 4, &number, &err));
    EXPECT_NULL_REFUSED("number", mandate_field_number("task", 4, NULL, &err));
    EXPECT_NULL_REFUSED("name", mandate_question_number(NULL, 4, &number, &err));
    EXPECT_NULL_REFUSED("number", mandate_question_number("tasks", 5, NULL, &err));
    EXPECT_NULL_REFUSED("text", mandate_day_parse(NULL, 10, &number, &err));
    EXPECT_NULL_REFUSED("day", mandate_day_parse("2024-04-25", 10, NULL, &err));
    EXPECT_NULL_REFUSED("text", mandate_instant_parse(NULL, 10, 0, &revision, &err));
    EXPECT_NULL_REFUSED("instant", mandate_instant_parse("2024-04-25", 10, 0, NULL, &err));
    EXPECT_NULL_REFUSED("path", mandate_ledger_open(NULL, 4, MANDATE_OPEN_READ, 0, &opened, &err));
    EXPECT_NULL_REFUSED("out", mandate_ledger_open("x", 1, MANDATE_OPEN_READ, 0, NULL, &err));
    EXPECT_NULL_REFUSED("out", mandate_ledger_memory(0, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_ledger_revision(NULL, &revision, &err));
    EXPECT_NULL_REFUSED("revision", mandate_ledger_revision(ledger, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_ledger_utc_offset(NULL, &number, &err));
    EXPECT_NULL_REFUSED("minutes", mandate_ledger_utc_offset(ledger, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_ledger_refresh(NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_ledger_findings(NULL, &table, &err));
    EXPECT_NULL_REFUSED("findings", mandate_ledger_findings(ledger, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_why_late(NULL, &view, "x", 1, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("view", mandate_why_late(ledger, NULL, "x", 1, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("task", mandate_why_late(ledger, &view, NULL, 1, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("out", mandate_why_late(ledger, &view, "x", 1, 1, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_task_report(NULL, &view, "x", 1, 1, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("view", mandate_task_report(ledger, NULL, "x", 1, 1, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("task", mandate_task_report(ledger, &view, NULL, 1, 1, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("out", mandate_task_report(ledger, &view, "x", 1, 1, 1, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_sign(NULL, &act, "x", 1, 0, &revision, &err));
    EXPECT_NULL_REFUSED("act", mandate_sign(ledger, NULL, "x", 1, 0, &revision, &err));
    EXPECT_NULL_REFUSED("key", mandate_sign(ledger, &act, NULL, 1, 0, &revision, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_statement_to_sign(NULL, 1, 0, &bytes, &err));
    EXPECT_NULL_REFUSED("out", mandate_statement_to_sign(ledger, 1, 0, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_backup(NULL, "x", 1, &err));
    EXPECT_NULL_REFUSED("path", mandate_backup(ledger, NULL, 1, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_export_sqlite(NULL, &view, "x", 1, &err));
    EXPECT_NULL_REFUSED("view", mandate_export_sqlite(ledger, NULL, "x", 1, &err));
    EXPECT_NULL_REFUSED("path", mandate_export_sqlite(ledger, &view, NULL, 1, &err));
    EXPECT_NULL_REFUSED("out", mandate_batch_new(NULL, &err));
    EXPECT_NULL_REFUSED("batch", mandate_batch_add(NULL, MANDATE_COMMAND_VOID_EVENT, 0, &err));
    EXPECT_NULL_REFUSED("batch", mandate_batch_corrects(NULL, 1, &err));
    EXPECT_NULL_REFUSED("batch", mandate_batch_text(NULL, MANDATE_FIELD_TASK, "T", 1, &err));
    EXPECT_NULL_REFUSED("text", mandate_batch_text(batch, MANDATE_FIELD_TASK, NULL, 1, &err));
    EXPECT_NULL_REFUSED("batch", mandate_batch_int(NULL, MANDATE_FIELD_PERCENT, 1, &err));
    EXPECT_NULL_REFUSED("batch", mandate_batch_json(NULL, "[]", 2, &err));
    EXPECT_NULL_REFUSED("json", mandate_batch_json(batch, NULL, 2, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_check(NULL, &act, batch, &table, &err));
    EXPECT_NULL_REFUSED("act", mandate_check(ledger, NULL, batch, &table, &err));
    EXPECT_NULL_REFUSED("batch", mandate_check(ledger, &act, NULL, &table, &err));
    EXPECT_NULL_REFUSED("findings", mandate_check(ledger, &act, batch, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_record(NULL, &act, batch, &revision, &err));
    EXPECT_NULL_REFUSED("act", mandate_record(ledger, NULL, batch, &revision, &err));
    EXPECT_NULL_REFUSED("batch", mandate_record(ledger, &act, NULL, &revision, &err));
    EXPECT_NULL_REFUSED("ledger",
                        mandate_import(NULL, &act, json, NULL, "[]", 2, &revision, &table, &err));
    EXPECT_NULL_REFUSED("act",
                        mandate_import(ledger, NULL, json, NULL, "[]", 2, &revision, &table, &err));
    EXPECT_NULL_REFUSED("data",
                        mandate_import(ledger, &act, json, NULL, NULL, 2, &revision, &table, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_ask(NULL, &view, tasks, NULL, &table, &err));
    EXPECT_NULL_REFUSED("view", mandate_ask(ledger, NULL, tasks, NULL, &table, &err));
    EXPECT_NULL_REFUSED("out", mandate_ask(ledger, &view, tasks, NULL, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_report(NULL, &view, json, args, &bytes, &err));
    EXPECT_NULL_REFUSED("view", mandate_report(ledger, NULL, json, args, &bytes, &err));
    EXPECT_NULL_REFUSED("out", mandate_report(ledger, &view, json, args, NULL, &err));
    EXPECT_NULL_REFUSED("ledger", mandate_review_make(NULL, &view, args, &review, &err));
    EXPECT_NULL_REFUSED("view", mandate_review_make(ledger, NULL, args, &review, &err));
    EXPECT_NULL_REFUSED("args", mandate_review_make(ledger, &view, NULL, &review, &err));
    EXPECT_NULL_REFUSED("out", mandate_review_make(ledger, &view, args, NULL, &err));
    EXPECT_NULL_REFUSED("review", mandate_review_render(NULL, json, 1, &bytes, &err));
    EXPECT_NULL_REFUSED("review", mandate_review_list(NULL, 1, &table, &err));
    mandate_review_free(NULL);
    EXPECT_NULL_REFUSED("ledger", mandate_verify(NULL, &table, &err));
    EXPECT_NULL_REFUSED("findings", mandate_verify(ledger, NULL, &err));

    nobody.actor = NULL;
    nobody.actor_len = 0;
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_record(ledger, &nobody, batch, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "actor");
    mandate_error_free(err);
    mandate_batch_free(args);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void outputs_are_cleared_where_another_pointer_is_null(void) {
    mandate_error *err = NULL;
    const mandate_act act = fixture_act();
    mandate_table *findings;
    int64_t revision;
    DIRTY(findings);
    DIRTY(revision);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_import(NULL, &act, MANDATE_FORMAT_JSON, NULL,
                                                          "[]", 2, &revision, &findings, &err));
    CHECK(findings == NULL);
    CHECK(revision == 0);
    mandate_error_free(err);
}

static void nobody_wants_the_error(void) {
    mandate_bytes *bytes;
    int32_t day;
    CHECK(mandate_describe(NULL, NULL) == MANDATE_E_INVALID_ARGUMENT);
    CHECK(mandate_day_parse("2024-02-30", MANDATE_NTS, &day, NULL) == MANDATE_E_OUT_OF_RANGE);
    CHECK(mandate_describe(&bytes, NULL) == MANDATE_OK);
    mandate_bytes_free(bytes);
}

static void a_handle_of_another_kind_is_told(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_batch *batch = batch_of_json("[]");
    int64_t revision;
    CHECK_CALL(
        MANDATE_E_INVALID_ARGUMENT,
        mandate_ledger_revision((const mandate_ledger *)(const void *)batch, &revision, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_batch_corrects((mandate_batch *)(void *)ledger, 1, &err));
    mandate_error_free(err);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

int main(void) {
    null_for_each_pointer();
    null_for_each_pointer_of_calendars();
    null_for_each_pointer_of_schedules();
    outputs_are_cleared_where_another_pointer_is_null();
    nobody_wants_the_error();
    a_handle_of_another_kind_is_told();
    return report_failures();
}
