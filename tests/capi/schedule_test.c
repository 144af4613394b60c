/* Schedules of the host's own columns. The start is Thursday 25 April 2024. */
#include "check.h"
#include "fixture.h"

#define THURSDAY DAY_2024_04_25

/* A of two days, then B of one, and C of four beside them. */
static mandate_plan *small_plan(void) {
    const int32_t durations[] = {2, 1, 4};
    const int32_t before[] = {0};
    const int32_t after[] = {1};
    mandate_plan *plan = NULL;
    (void)mandate_plan_new(THURSDAY, durations, 3, &plan, NULL);
    (void)mandate_plan_links(plan, before, after, NULL, NULL, NULL, 1, NULL);
    return plan;
}

static int64_t number(const mandate_table *table, const char *column, int64_t row) {
    int32_t c;
    for (c = 0; c < mandate_table_columns(table); ++c)
        if (strcmp(mandate_table_name(table, c), column) == 0)
            return mandate_table_valid(table, c)[row] ? mandate_table_i64s(table, c)[row] : -999;
    return -998;
}

static void dates_slack_and_the_end(void) {
    mandate_error *err = NULL;
    mandate_plan *plan = small_plan();
    mandate_schedule *schedule;
    mandate_table *table;
    int32_t day;
    int32_t length;

    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    mandate_plan_free(plan);
    CHECK_CALL(MANDATE_OK, mandate_schedule_end(schedule, &day, &length, &err));
    CHECK(day == THURSDAY + 5 && length == 4);
    CHECK_CALL(MANDATE_OK, mandate_schedule_tasks(schedule, &table, &err));
    CHECK(mandate_table_rows(table) == 3);
    CHECK(number(table, "finish", 0) == THURSDAY + 1);
    CHECK(number(table, "start", 1) == THURSDAY + 4); /* after the weekend */
    CHECK(number(table, "slack_to_end", 1) == 1);
    CHECK(number(table, "late_start", 1) == THURSDAY + 5);
    CHECK(number(table, "slack_to_deadline", 1) == -999);
    CHECK(number(table, "free_slack", 0) == 0);
    CHECK(number(table, "critical", 1) == 0 && number(table, "critical", 2) == 1);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_why(schedule, 1, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(number(table, "predecessor", 0) == 0 && number(table, "link", 0) == 0);
    CHECK(number(table, "predecessor", 1) == -999);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_why(schedule, 3, &table, &err));
    CHECK(table == NULL);
    mandate_error_free(err);
    mandate_schedule_free(schedule);
}

static void columns_links_calendars_and_options(void) {
    mandate_error *err = NULL;
    mandate_plan *plan = small_plan();
    mandate_calendar *calendar = NULL;
    mandate_schedule *schedule;
    mandate_table *table;
    const int32_t off[] = {THURSDAY + 1};
    const int32_t deadlines[] = {MANDATE_NO_DAY, THURSDAY + 1, MANDATE_NO_DAY};
    const int32_t started[] = {THURSDAY, MANDATE_NO_DAY, MANDATE_NO_DAY};
    const int32_t before[] = {0};
    const int32_t after[] = {2};
    const int32_t lags[] = {4};
    const int32_t types[] = {MANDATE_LINK_TYPE_START_START};
    const int32_t two[] = {0, 1};
    const int32_t too_long[] = {40000};
    const int32_t units[] = {MANDATE_LAG_UNIT_CALENDAR_DAYS};
    const int32_t wrong[] = {MANDATE_LINK_TYPE_START_FINISH, 9};

    (void)mandate_calendar_new(31, MANDATE_HOLIDAY_RULES_NONE, off, 1, NULL, 0, &calendar, NULL);
    CHECK_CALL(MANDATE_OK, mandate_plan_calendar(plan, calendar, &err));
    mandate_calendar_free(calendar);
    CHECK_CALL(MANDATE_OK, mandate_plan_column(plan, MANDATE_PLAN_DEADLINE, deadlines, 3, &err));
    CHECK_CALL(MANDATE_OK, mandate_plan_links(plan, before, after, lags, types, units, 1, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_tasks(schedule, &table, &err));
    CHECK(number(table, "finish", 0) == THURSDAY + 4); /* Friday is off */
    CHECK(number(table, "slack_to_deadline", 1) == -2);
    CHECK(number(table, "start", 2) == THURSDAY + 4);
    mandate_table_free(table);
    mandate_schedule_free(schedule);

    CHECK_CALL(MANDATE_OK, mandate_plan_column(plan, MANDATE_PLAN_STARTED, started, 3, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_plan_option(plan, MANDATE_OPTION_STATUS_DAY, THURSDAY + 4, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_tasks(schedule, &table, &err));
    CHECK(number(table, "start", 0) == THURSDAY);
    CHECK(number(table, "finish", 0) == THURSDAY + 5);
    mandate_table_free(table);
    mandate_schedule_free(schedule);

    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_plan_column(plan, MANDATE_PLAN_DEADLINE, deadlines, 2, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_plan_column(plan, 99, deadlines, 3, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_plan_option(plan, 99, 0, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_plan_option(plan, MANDATE_OPTION_CYCLES, 2, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_plan_links(plan, two, two, NULL, wrong, NULL, 2, &err));
    CHECK_HOLDS(mandate_error_text(err), "types 9 of link 1 is none of MANDATE_LINK_TYPE_");
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_plan_links(plan, two, two, NULL, NULL, two, 2, &err));
    CHECK_HOLDS(mandate_error_text(err), "units 0 of link 0 is none of MANDATE_LAG_UNIT_");
    CHECK_CALL(MANDATE_OK, mandate_plan_links(plan, before, after, too_long, NULL, NULL, 1, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_new(plan, &schedule, &err));
    CHECK(schedule == NULL);
    CHECK_HOLDS(mandate_error_text(err), "link 2");
    mandate_error_free(err);
    mandate_plan_free(plan);
}

static void cycles(void) {
    mandate_error *err = NULL;
    mandate_plan *plan = small_plan();
    mandate_schedule *schedule;
    mandate_table *table;
    const int32_t before[] = {1};
    const int32_t after[] = {0};

    CHECK_CALL(MANDATE_OK, mandate_plan_cycles(plan, &table, &err));
    CHECK(mandate_table_rows(table) == 0);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_plan_links(plan, before, after, NULL, NULL, NULL, 1, &err));
    CHECK_CALL(MANDATE_OK, mandate_plan_cycles(plan, &table, &err));
    CHECK(mandate_table_rows(table) == 3); /* two links of the cycle, one that opens it */
    CHECK(number(table, "tasks", 0) == 2 && number(table, "before", 0) == 0);
    CHECK(number(table, "truncated", 0) == 0);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_E_CYCLE, mandate_schedule_new(plan, &schedule, &err));
    CHECK_HOLDS(mandate_error_json(err), "\"position\":[\"0\",\"1\"],\"link\":[\"0\",\"1\"]");
    CHECK_CALL(MANDATE_OK, mandate_plan_option(plan, MANDATE_OPTION_CYCLES, 1, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_findings(schedule, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(number(table, "link", 1) == 1);
    mandate_table_free(table);
    mandate_schedule_free(schedule);
    mandate_error_free(err);
    mandate_plan_free(plan);
}

/* A schedule keeps what it was made from, whatever becomes of the plan. */
static void a_plan_may_change_afterwards(void) {
    mandate_error *err = NULL;
    mandate_plan *plan = small_plan();
    mandate_schedule *schedule;
    mandate_table *table;
    const int32_t before[] = {2};
    const int32_t after[] = {1};

    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    CHECK_CALL(MANDATE_OK, mandate_plan_links(plan, before, after, NULL, NULL, NULL, 1, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_why(schedule, 1, &table, &err));
    CHECK(number(table, "predecessor", 0) == 0);
    mandate_table_free(table);
    mandate_schedule_free(schedule);
    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_why(schedule, 1, &table, &err));
    CHECK(number(table, "predecessor", 0) == 2);
    mandate_table_free(table);
    mandate_schedule_free(schedule);
    mandate_error_free(err);
    mandate_plan_free(plan);
}

static void nothing_is_a_plan_too(void) {
    mandate_error *err = NULL;
    mandate_plan *plan;
    mandate_schedule *schedule;
    int32_t day;
    int32_t length;
    CHECK_CALL(MANDATE_OK, mandate_plan_new(THURSDAY, NULL, 0, &plan, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_end(schedule, &day, &length, &err));
    CHECK(day == MANDATE_NO_DAY && length == 0);
    mandate_schedule_free(schedule);
    mandate_plan_free(plan);
    mandate_plan_free(NULL);
    mandate_schedule_free(NULL);
    mandate_error_free(err);
}

/* A is of agency 0 and lets go of B, of agency 1, which lets go of C, of agency 0. */
static mandate_plan *plan_of_agencies(void) {
    const int32_t before[] = {1};
    const int32_t after[] = {2};
    const int32_t agencies[] = {0, 1, 0};
    mandate_plan *plan = small_plan();
    (void)mandate_plan_links(plan, before, after, NULL, NULL, NULL, 1, NULL);
    (void)mandate_plan_column(plan, MANDATE_PLAN_AGENCY, agencies, 3, NULL);
    return plan;
}

static void agencies_that_wait_for_each_other(void) {
    const int32_t waits = MANDATE_COUNTED_LINKS_OPEN_WAITS;
    mandate_error *err = NULL;
    mandate_plan *plan = plan_of_agencies();
    mandate_schedule *schedule;
    mandate_table *table;
    const int32_t wrong[] = {0, -2, 0};

    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_agency_pairs(schedule, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(number(table, "before", 0) == 0 && number(table, "after", 0) == 1);
    CHECK(number(table, "hand_offs", 0) == 1 && number(table, "open_waits", 0) == 1);
    CHECK(number(table, "binding", 0) == 1 && number(table, "days_waited", 0) == 2);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_bottlenecks(schedule, waits, 1, 2, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(number(table, "agency", 0) == 1 && number(table, "days", 0) == 4);
    CHECK(number(table, "tasks", 1) == 1 && number(table, "betweenness", 1) == 0);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_mutual_waiting(schedule, waits, 1, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(number(table, "group", 1) == 1 && number(table, "agencies", 1) == 2);
    CHECK(number(table, "before_agency", 1) == 1 && number(table, "after", 1) == 2);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_mutual_waiting(schedule, waits, 2, &table, &err));
    CHECK(mandate_table_rows(table) == 0);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_delay(schedule, 0, 3, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(number(table, "task", 1) == 2 && number(table, "days", 1) == 3);
    CHECK(number(table, "agency", 0) == 1);
    mandate_table_free(table);

    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_schedule_bottlenecks(schedule, 9, 1, 1, &table, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_schedule_bottlenecks(schedule, waits, -1, 1, &table, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_schedule_bottlenecks(schedule, waits, 1, 0, &table, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_delay(schedule, 3, 1, &table, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_delay(schedule, 0, -1, &table, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_plan_column(plan, MANDATE_PLAN_AGENCY, wrong, 3, &err));
    mandate_schedule_free(schedule);
    mandate_error_free(err);
    mandate_plan_free(plan);
}

/* The plan may be freed while its forecast is being computed. */
static void forecasts_are_polled(void) {
    const int32_t optimistic[] = {2, 1, -1};
    const int32_t pessimistic[] = {2, 1, -1};
    const int32_t too_short[] = {1, 1, 4};
    mandate_error *err = NULL;
    mandate_plan *plan = small_plan();
    mandate_forecast *forecast;
    mandate_table *table;
    int32_t done = 0;

    (void)mandate_plan_column(plan, MANDATE_PLAN_OPTIMISTIC, optimistic, 3, NULL);
    (void)mandate_plan_column(plan, MANDATE_PLAN_PESSIMISTIC, pessimistic, 3, NULL);
    CHECK_CALL(MANDATE_OK, mandate_plan_option(plan, MANDATE_OPTION_OPTIMISTIC_PERCENT, 100, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_plan_option(plan, MANDATE_OPTION_PESSIMISTIC_PERCENT, 200, &err));
    CHECK_CALL(MANDATE_OK, mandate_plan_option(plan, MANDATE_OPTION_DUE, THURSDAY + 5, &err));
    CHECK_CALL(MANDATE_OK, mandate_forecast_start(plan, 1000, 7, 2, &forecast, &err));
    mandate_plan_free(plan);
    while (done < 1000) CHECK_CALL(MANDATE_OK, mandate_forecast_wait(forecast, 1000, &done, &err));
    CHECK_CALL(MANDATE_OK, mandate_forecast_result(forecast, &table, &err));
    CHECK(mandate_table_rows(table) == 1 && number(table, "runs", 0) == 1000);
    CHECK(number(table, "first", 0) == THURSDAY + 5); /* four days of C */
    CHECK(number(table, "last", 0) <= THURSDAY + 11); /* eight */
    CHECK(number(table, "by_progress", 0) == THURSDAY + 5);
    CHECK(number(table, "on_time", 0) > 0 && number(table, "on_time", 0) < 500);
    CHECK(number(table, "p50_days", 0) > 4 && number(table, "p80_days", 0) <= 8);
    CHECK(number(table, "p80", 0) >= number(table, "p50", 0));
    mandate_table_free(table);
    mandate_forecast_free(forecast);

    plan = small_plan();
    CHECK_CALL(MANDATE_OK, mandate_forecast_start(plan, 10000000, 7, 1, &forecast, &err));
    CHECK_CALL(MANDATE_OK, mandate_forecast_cancel(forecast, &err));
    CHECK_CALL(MANDATE_OK, mandate_forecast_wait(forecast, 0, &done, &err));
    CHECK(done < 10000000);
    CHECK_CALL(MANDATE_E_CANCELLED, mandate_forecast_result(forecast, &table, &err));
    CHECK(table == NULL);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_forecast_wait(forecast, -1, &done, &err));
    mandate_forecast_free(forecast);
    mandate_forecast_free(NULL);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_forecast_start(plan, 0, 7, 1, &forecast, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_forecast_start(plan, 9, 7, 0, &forecast, &err));
    CHECK(forecast == NULL);
    CHECK_CALL(MANDATE_OK, mandate_plan_column(plan, MANDATE_PLAN_PESSIMISTIC, too_short, 3, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_forecast_start(plan, 9, 7, 1, &forecast, &err));
    CHECK_HOLDS(mandate_error_text(err), "task 0");
    mandate_error_free(err);
    mandate_plan_free(plan);
}

static mandate_change change_of(int32_t what) {
    mandate_change change;
    (void)memset(&change, 0, sizeof change);
    change.struct_size = (uint32_t)sizeof change;
    change.what = what;
    return change;
}
static mandate_change set_task(int32_t task, int32_t column, int32_t value) {
    mandate_change change = change_of(MANDATE_CHANGE_SET_TASK);
    change.number = task;
    change.column = column;
    change.value = value;
    return change;
}
static mandate_change add_link(int32_t before, int32_t after) {
    mandate_change change = change_of(MANDATE_CHANGE_ADD_LINK);
    change.before = before;
    change.after = after;
    return change;
}
static mandate_schedule *small_schedule(void) {
    mandate_plan *plan = small_plan();
    mandate_schedule *schedule = NULL;
    (void)mandate_schedule_new(plan, &schedule, NULL);
    mandate_plan_free(plan);
    return schedule;
}
static int32_t end_of(const mandate_schedule *schedule) {
    int32_t day = 0;
    int32_t length = 0;
    (void)mandate_schedule_end(schedule, &day, &length, NULL);
    return day;
}

/* A is Thursday and Friday, B Monday, C Thursday to Tuesday. */
static void dates_are_right_after_each_change(void) {
    mandate_error *err = NULL;
    mandate_schedule *schedule = small_schedule();
    mandate_calendar *calendar = NULL;
    mandate_table *table;
    mandate_change all[4];
    int32_t tasks;
    int32_t links;
    const int32_t asked[] = {3, 1};

    all[0] = set_task(0, MANDATE_PLAN_DURATION, 5);
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(schedule, all, 1, &table, &err));
    CHECK(mandate_table_rows(table) == 2); /* A and B */
    CHECK(number(table, "task", 1) == 1 && number(table, "start", 1) == THURSDAY + 7);
    CHECK(number(table, "was_start", 1) == THURSDAY + 4);
    mandate_table_free(table);
    CHECK(end_of(schedule) == THURSDAY + 7);

    all[0] = change_of(MANDATE_CHANGE_ADD_TASK); /* D, of two days after B */
    all[0].value = 2;
    all[1] = add_link(1, 3);
    all[2] = set_task(0, MANDATE_PLAN_DURATION, 1);
    all[3] = set_task(3, MANDATE_PLAN_DEADLINE, THURSDAY + 1);
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(schedule, all, 4, NULL, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_size(schedule, &tasks, &links, &err));
    CHECK(tasks == 4 && links == 2);
    CHECK_CALL(MANDATE_OK, mandate_schedule_tasks_at(schedule, asked, 2, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(number(table, "start", 0) == THURSDAY + 4); /* Monday, after the Friday of B */
    CHECK(number(table, "slack_to_deadline", 0) == -2);
    CHECK(number(table, "start", 1) == THURSDAY + 1);
    CHECK(number(table, "free_slack", 1) == 0);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_why(schedule, 3, &table, &err));
    CHECK(number(table, "predecessor", 0) == 1 && number(table, "link", 0) == 1);
    CHECK(number(table, "link", 1) == 0);
    mandate_table_free(table);

    all[0] = change_of(MANDATE_CHANGE_SET_LINK);
    all[0].number = 1;
    all[0].lag = 2;
    all[0].unit = MANDATE_LAG_UNIT_WORKING_DAYS;
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(schedule, all, 1, NULL, &err));
    CHECK(end_of(schedule) == THURSDAY + 7); /* Wednesday and Thursday */
    (void)mandate_calendar_new(31, MANDATE_HOLIDAY_RULES_NONE, NULL, 0, NULL, 0, &calendar, NULL);
    CHECK_CALL(MANDATE_OK, mandate_schedule_calendar(schedule, 0, calendar, &err));
    CHECK(end_of(schedule) == THURSDAY + 7);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_calendar(schedule, 2, calendar, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_calendar(schedule, -1, calendar, &err));
    CHECK_HOLDS(mandate_error_text(err), "no calendar -1");
    mandate_calendar_free(calendar);

    all[0] = change_of(MANDATE_CHANGE_REMOVE_LINK);
    all[1] = change_of(MANDATE_CHANGE_REMOVE_TASK);
    all[1].number = 1;
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(schedule, all, 2, &table, &err));
    CHECK(mandate_table_rows(table) == 2); /* B is gone, D comes earlier */
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_tasks(schedule, &table, &err));
    CHECK(mandate_table_rows(table) == 4 && number(table, "start", 1) == -999);
    CHECK(number(table, "start", 3) == THURSDAY);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(schedule, NULL, 0, NULL, &err));
    mandate_error_free(err);
    mandate_schedule_free(schedule);
}

static void a_change_that_cannot_be_changes_nothing(void) {
    mandate_error *err = NULL;
    mandate_schedule *schedule = small_schedule();
    mandate_table *table;
    mandate_change all[3];
    int32_t tasks;
    int32_t links;

    all[0] = set_task(2, MANDATE_PLAN_DURATION, 9);
    all[1] = change_of(MANDATE_CHANGE_ADD_TASK);
    all[2] = add_link(1, 0);
    DIRTY(table);
    CHECK_CALL(MANDATE_E_CYCLE, mandate_schedule_change(schedule, all, 3, &table, &err));
    CHECK(table == NULL);
    CHECK_HOLDS(mandate_error_json(err), "\"position\":[\"0\",\"1\"],\"link\":[\"0\",\"1\"]");
    CHECK_HOLDS(mandate_error_json(err), "\"change\":\"2\"");
    CHECK(end_of(schedule) == THURSDAY + 5);
    CHECK_CALL(MANDATE_OK, mandate_schedule_size(schedule, &tasks, &links, &err));
    CHECK(tasks == 3 && links == 1);

    all[0] = change_of(99);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_change(schedule, all, 1, NULL, &err));
    all[0] = set_task(-1, MANDATE_PLAN_DURATION, 1);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_change(schedule, all, 1, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "no task -1");
    all[0] = set_task(0, 99, 1);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_change(schedule, all, 1, NULL, &err));
    all[0] = add_link(0, 2);
    all[0].type = 9;
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_change(schedule, all, 1, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "9 of change 0 is none of MANDATE_LINK_TYPE_");
    all[0] = change_of(MANDATE_CHANGE_STATUS_DAY);
    all[0].value = THURSDAY;
    all[1] = set_task(0, MANDATE_PLAN_STARTED, THURSDAY + 1);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_schedule_change(schedule, all, 2, NULL, &err));
    CHECK_HOLDS(mandate_error_json(err), "\"position\":\"0\",\"field\":\"started\"");
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_schedule_tasks_at(schedule, &all[0].value, 1, &table, &err));
    CHECK_HOLDS(mandate_error_text(err), "is not a number of a task");
    mandate_error_free(err);
    CHECK(end_of(schedule) == THURSDAY + 5);
    mandate_schedule_free(schedule);
}

static void what_if_is_a_copy(void) {
    mandate_error *err = NULL;
    mandate_schedule *schedule = small_schedule();
    mandate_schedule *copy;
    mandate_schedule *second;
    mandate_plan *plan;
    mandate_forecast *forecast;
    mandate_table *table;
    const mandate_change longer = set_task(2, MANDATE_PLAN_DURATION, 9);
    int32_t done;

    CHECK_CALL(MANDATE_OK, mandate_schedule_copy(schedule, &copy, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(copy, &longer, 1, NULL, &err));
    CHECK(end_of(copy) == THURSDAY + 12 && end_of(schedule) == THURSDAY + 5);
    CHECK_CALL(MANDATE_OK, mandate_schedule_copy(copy, &second, &err));
    mandate_schedule_free(copy);
    CHECK(end_of(second) == THURSDAY + 12);
    CHECK_CALL(MANDATE_OK, mandate_schedule_findings(second, &table, &err));
    CHECK(mandate_table_rows(table) == 0);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_plan(second, &plan, &err));
    CHECK_CALL(MANDATE_OK, mandate_forecast_start(plan, 8, 1, 1, &forecast, &err));
    CHECK_CALL(MANDATE_OK, mandate_forecast_wait(forecast, 10000, &done, &err));
    CHECK_CALL(MANDATE_OK, mandate_forecast_result(forecast, &table, &err));
    CHECK(number(table, "by_progress", 0) == THURSDAY + 12);
    mandate_table_free(table);
    mandate_forecast_free(forecast);
    mandate_plan_free(plan);
    CHECK_CALL(MANDATE_OK, mandate_schedule_plan(schedule, &plan, &err));
    mandate_plan_free(plan);
    mandate_schedule_free(second);
    mandate_schedule_free(schedule);
    mandate_error_free(err);
}

/* What a schedule with changes says of agencies is of the plan as it is, with its own numbers. */
static void agencies_after_a_change(void) {
    const int32_t waits = MANDATE_COUNTED_LINKS_OPEN_WAITS;
    mandate_error *err = NULL;
    mandate_plan *plan = plan_of_agencies();
    mandate_schedule *schedule;
    mandate_table *table;
    mandate_change all[2];

    CHECK_CALL(MANDATE_OK, mandate_schedule_new(plan, &schedule, &err));
    mandate_plan_free(plan);
    all[0] = change_of(MANDATE_CHANGE_REMOVE_LINK); /* A before B */
    all[1] = add_link(0, 1);
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(schedule, all, 2, NULL, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_mutual_waiting(schedule, waits, 1, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(number(table, "link", 0) == 1 && number(table, "link", 1) == 2);
    mandate_table_free(table);
    all[0] = set_task(0, MANDATE_PLAN_AGENCY, 1);
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(schedule, all, 1, NULL, &err));
    CHECK_CALL(MANDATE_OK, mandate_schedule_mutual_waiting(schedule, waits, 1, &table, &err));
    CHECK(mandate_table_rows(table) == 0);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_schedule_delay(schedule, 0, 3, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    mandate_table_free(table);
    mandate_schedule_free(schedule);
    mandate_error_free(err);
}

/* A program built with a later header, whose struct has grown. */
struct later_change {
    mandate_change known;
    int64_t added;
};

static void changes_of_any_size(void) {
    mandate_error *err = NULL;
    mandate_schedule *schedule = small_schedule();
    struct later_change later[2];
    mandate_change forgotten = set_task(0, MANDATE_PLAN_DURATION, 4);

    (void)memset(later, 0, sizeof later);
    later[0].known = set_task(0, MANDATE_PLAN_DURATION, 4);
    later[1].known = set_task(2, MANDATE_PLAN_DURATION, 1);
    later[0].known.struct_size = later[1].known.struct_size = (uint32_t)sizeof later[0];
    CHECK_CALL(MANDATE_OK, mandate_schedule_change(schedule, &later[0].known, 2, NULL, &err));
    CHECK(end_of(schedule) == THURSDAY + 6); /* Thursday to Tuesday, then Wednesday */
    later[1].added = 1;
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_schedule_change(schedule, &later[0].known, 2, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "does not know");
    later[1].known.struct_size = (uint32_t)sizeof(mandate_change);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_schedule_change(schedule, &later[0].known, 2, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "differ in struct_size");
    forgotten.struct_size = 0;
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_schedule_change(schedule, &forgotten, 1, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "struct_size");
    mandate_error_free(err);
    mandate_schedule_free(schedule);
}

int main(void) {
    dates_are_right_after_each_change();
    a_change_that_cannot_be_changes_nothing();
    what_if_is_a_copy();
    agencies_after_a_change();
    changes_of_any_size();
    agencies_that_wait_for_each_other();
    forecasts_are_polled();
    dates_slack_and_the_end();
    columns_links_calendars_and_options();
    cycles();
    a_plan_may_change_afterwards();
    nothing_is_a_plan_too();
    return report_failures();
}
