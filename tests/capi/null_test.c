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

static void null_for_each_pointer(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_ledger *opened;
    mandate_batch *batch = batch_of_json("[]");
    mandate_batch *args = review_arguments("2024-Q1");
    mandate_table *table;
    mandate_bytes *bytes;
    const mandate_act act = fixture_act();
    const mandate_view view = fixture_view();
    mandate_act nobody = fixture_act();
    int64_t revision;
    int32_t number;
    const int32_t tasks = MANDATE_QUESTION_TASKS;
    const int32_t json = MANDATE_FORMAT_JSON;

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
    outputs_are_cleared_where_another_pointer_is_null();
    nobody_wants_the_error();
    a_handle_of_another_kind_is_told();
    return report_failures();
}
