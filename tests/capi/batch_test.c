/* Batches: commands value by value and as JSON, and arguments. */
#include "check.h"
#include "fixture.h"

static mandate_batch *new_batch(void) {
    mandate_error *err = NULL;
    mandate_batch *batch;
    DIRTY(batch);
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&batch, &err));
    return batch;
}

static int64_t percent_of_last_task(const mandate_ledger *ledger) {
    mandate_error *err = NULL;
    const mandate_view view = fixture_view();
    mandate_table *table;
    int64_t percent;
    int32_t column;
    CHECK_CALL(MANDATE_OK, mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, &err));
    for (column = 0; strcmp(mandate_table_name(table, column), "percent") != 0;) ++column;
    percent = mandate_table_i64s(table, column)[mandate_table_rows(table) - 1];
    mandate_table_free(table);
    return percent;
}

static void commands_value_by_value(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    mandate_batch *batch = new_batch();
    int64_t revision;
    CHECK_CALL(MANDATE_OK,
               mandate_batch_add(batch, MANDATE_COMMAND_ASSIGN_TASK, DAY_2024_03_31, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(batch, MANDATE_FIELD_TASK, "T10", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(batch, MANDATE_FIELD_TITLE_VI, "Bind the files", 14, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(batch, MANDATE_FIELD_LEAD, "A", 1, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(batch, MANDATE_FIELD_LEAD, "B", 1, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(batch, MANDATE_FIELD_DEADLINE, "2024-05-31", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(batch, MANDATE_FIELD_ACCEPTANCE, "not_asked", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_int(batch, MANDATE_FIELD_DURATION, 5, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_add(batch, MANDATE_COMMAND_REPORT_PROGRESS, MANDATE_SAME_DAY, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(batch, MANDATE_FIELD_TASK, "T10", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(batch, MANDATE_FIELD_PERCENT, "40", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_record(ledger, &act, batch, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS + 2);
    CHECK(percent_of_last_task(ledger) == 40);
    mandate_batch_free(batch);

    batch = new_batch(); /* it was 60 %, and on 31 March */
    CHECK_CALL(MANDATE_OK,
               mandate_batch_add(batch, MANDATE_COMMAND_REPORT_PROGRESS, DAY_2024_03_31, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_corrects(batch, revision, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(batch, MANDATE_FIELD_TASK, "T10", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_int(batch, MANDATE_FIELD_PERCENT, 60, &err));
    CHECK_CALL(MANDATE_OK, mandate_record(ledger, &act, batch, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS + 3);
    CHECK(percent_of_last_task(ledger) == 60);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void values_that_do_not_fit_are_refused_at_once(void) {
    static const struct {
        int32_t field;
        const char *text;
        mandate_status status;
        const char *told;
    } cases[] = {
        {MANDATE_FIELD_DEADLINE, "2024-02-30", MANDATE_E_OUT_OF_RANGE, "2024-02-30"},
        {MANDATE_FIELD_DEADLINE, "tomorrow", MANDATE_E_MALFORMED, "deadline"},
        {MANDATE_FIELD_PERCENT, "4O", MANDATE_E_MALFORMED, "percent"},
        {MANDATE_FIELD_PERCENT, "", MANDATE_E_MALFORMED, "percent"},
        {MANDATE_FIELD_PERCENT, "99999999999999999999", MANDATE_E_MALFORMED, "percent"},
        {MANDATE_FIELD_LANGUAGE, "fr", MANDATE_E_OUT_OF_RANGE, "one of vi en tr"},
        {0, "x", MANDATE_E_INVALID_ARGUMENT, "field"},
        {9999, "x", MANDATE_E_INVALID_ARGUMENT, "9999"},
        {-1, "x", MANDATE_E_INVALID_ARGUMENT, "-1"},
    };
    mandate_error *err = NULL;
    mandate_batch *batch = new_batch();
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        CHECK_CALL(cases[i].status,
                   mandate_batch_text(batch, cases[i].field, cases[i].text, MANDATE_NTS, &err));
        CHECK_HOLDS(mandate_error_text(err), cases[i].told);
    }
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_batch_int(batch, MANDATE_FIELD_TASK, 1, &err));
    CHECK_HOLDS(mandate_error_text(err), "task");
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_batch_int(batch, 9999, 1, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_batch_add(batch, 9999, MANDATE_SAME_DAY, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_batch_add(batch, MANDATE_COMMAND_ASSIGN_TASK, INT32_MAX, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_batch_corrects(batch, 1, &err));
    CHECK_HOLDS(mandate_error_text(err), "no command");
    mandate_error_free(err);
    mandate_batch_free(batch);
}

static void json_is_added_whole_or_not_at_all(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    mandate_batch *batch = new_batch();
    int64_t revision;
    CHECK_CALL(
        MANDATE_E_UNKNOWN_FIELD,
        mandate_batch_json(batch,
                           "{\"command\":\"add_agency\",\"agency\":\"C\",\"name_vi\":\"C\"}\n"
                           "{\"command\":\"add_agency\",\"agency\":\"D\",\"nme\":\"D\"}",
                           MANDATE_NTS, &err));
    CHECK_HOLDS(mandate_error_json(err), "\"line\":\"2\"");
    CHECK_CALL(MANDATE_OK, mandate_record(ledger, &act, batch, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS); /* the batch is still empty */
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_batch_json(batch, "{\"command\":", MANDATE_NTS, &err));
    mandate_error_free(err);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void commands_and_arguments_do_not_mix(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    const mandate_view view = fixture_view();
    mandate_batch *commands =
        batch_of_json("{\"command\":\"add_agency\",\"agency\":\"C\",\"name_vi\":\"C\"}");
    mandate_batch *arguments = review_arguments("2024-Q1");
    mandate_table *table;
    mandate_bytes *bytes;
    int64_t revision;
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_record(ledger, &act, arguments, &revision, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, commands, &table, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_report(ledger, &view, MANDATE_FORMAT_JSON, commands, &bytes, &err));
    CHECK_HOLDS(mandate_error_text(err), "holds commands");
    mandate_error_free(err);
    mandate_batch_free(commands);
    mandate_batch_free(arguments);
    mandate_ledger_close(ledger);
}

static void a_bad_value_of_a_command_is_named_and_not_repeated(void) {
    static const struct {
        int32_t field;
        const char *text, *name, *rule;
    } cases[] = {
        {MANDATE_FIELD_DEADLINE, "Rat Kin", "\"field\":\"deadline\"", "\"rule\":\"malformed\""},
        {MANDATE_FIELD_DURATION, "Rat Kin", "\"field\":\"duration\"", "\"rule\":\"malformed\""},
        {MANDATE_FIELD_ACCEPTANCE, "Rat Kin", "\"field\":\"acceptance\"",
         "\"rule\":\"out_of_range\""},
        {MANDATE_FIELD_NOTE, "Rat Kin \xFF", "\"field\":\"note\"", "\"rule\":\"invalid_utf8\""},
    };
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        mandate_error *err = NULL;
        mandate_batch *batch;
        CHECK_CALL(MANDATE_OK, mandate_batch_new(&batch, &err));
        CHECK_CALL(MANDATE_OK,
                   mandate_batch_add(batch, MANDATE_COMMAND_ASSIGN_TASK, DAY_2024_03_31, &err));
        CHECK(mandate_batch_text(batch, cases[i].field, cases[i].text, MANDATE_NTS, &err) !=
              MANDATE_OK);
        CHECK_HOLDS(mandate_error_json(err), cases[i].name);
        CHECK_HOLDS(mandate_error_json(err), cases[i].rule);
        CHECK(strstr(mandate_error_json(err), "Kin") == NULL);
        mandate_error_free(err);
        mandate_batch_free(batch);
    }
}

int main(void) {
    commands_value_by_value();
    values_that_do_not_fit_are_refused_at_once();
    json_is_added_whole_or_not_at_all();
    commands_and_arguments_do_not_mix();
    mandate_batch_free(NULL);
    a_bad_value_of_a_command_is_named_and_not_repeated();
    return report_failures();
}
