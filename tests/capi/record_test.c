/* Checking, recording, importing: all or nothing. */
#include "check.h"
#include "fixture.h"

static int64_t revision_of(const mandate_ledger *ledger) {
    mandate_error *err = NULL;
    int64_t revision;
    DIRTY(revision);
    CHECK_CALL(MANDATE_OK, mandate_ledger_revision(ledger, &revision, &err));
    return revision;
}

static void a_check_records_nothing(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    mandate_batch *batch =
        batch_of_json("{\"command\":\"add_agency\",\"agency\":\"C\",\"name_vi\":\"Agency C\"}");
    mandate_table *findings;
    DIRTY(findings);
    CHECK_CALL(MANDATE_OK, mandate_check(ledger, &act, batch, &findings, &err));
    CHECK(mandate_table_columns(findings) == 3);
    CHECK_TEXT(mandate_table_name(findings, 0), "key");
    CHECK_TEXT(mandate_table_name(findings, 1), "text");
    CHECK_TEXT(mandate_table_name(findings, 2), "facts");
    mandate_table_free(findings);
    CHECK(revision_of(ledger) == FIXTURE_EVENTS);
    CHECK_CALL(MANDATE_OK, mandate_record(ledger, &act, batch, NULL, &err));
    DIRTY(findings);
    CHECK_CALL(MANDATE_E_DUPLICATE, mandate_check(ledger, &act, batch, &findings, &err));
    CHECK(findings == NULL);
    mandate_error_free(err);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void what_a_reader_should_know_is_a_finding(void) {
    static const char late[] =
        "{\"command\":\"assign_task\",\"task\":\"T30\",\"title_vi\":\"x\","
        "\"effective_on\":\"2024-04-01\",\"deadline\":\"2024-03-01\"}";
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    mandate_batch *batch = batch_of_json(late);
    mandate_table *checked, *imported;
    CHECK_CALL(MANDATE_OK, mandate_check(ledger, &act, batch, &checked, &err));
    CHECK_CALL(MANDATE_OK, mandate_import(ledger, &act, MANDATE_FORMAT_JSON, NULL, late,
                                          sizeof late - 1, NULL, &imported, &err));
    CHECK(mandate_table_rows(checked) == 1);
    CHECK(mandate_table_rows(imported) == 1);
    CHECK_TEXT(mandate_table_utf8(checked, 0), "task.due_before_assignment");
    CHECK_HOLDS(mandate_table_utf8(imported, 1), "T30");
    CHECK_TEXT(mandate_table_utf8(imported, 2), "{\"task\":\"T30\"}");
    mandate_table_free(checked);
    mandate_table_free(imported);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void one_bad_command_of_five_records_none(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    mandate_batch *batch = batch_of_json(
        "{\"command\":\"add_agency\",\"agency\":\"C\",\"name_vi\":\"Agency C\"}"
        "{\"command\":\"add_agency\",\"agency\":\"D\",\"name_vi\":\"Agency D\"}"
        "{\"command\":\"assign_task\",\"task\":\"T20\",\"title_vi\":\"x\",\"lead\":\"NOBODY\"}"
        "{\"command\":\"add_agency\",\"agency\":\"E\",\"name_vi\":\"Agency E\"}"
        "{\"command\":\"add_agency\",\"agency\":\"F\",\"name_vi\":\"Agency F\"}");
    int64_t revision;
    DIRTY(revision);
    CHECK_CALL(MANDATE_E_UNKNOWN_REFERENCE, mandate_record(ledger, &act, batch, &revision, &err));
    CHECK(revision == 0);
    CHECK_HOLDS(mandate_error_json(err), "\"command\":\"2\"");
    CHECK_HOLDS(mandate_error_text(err), "NOBODY");
    CHECK(revision_of(ledger) == FIXTURE_EVENTS);
    mandate_error_free(err);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void a_cycle_is_refused_with_its_tasks(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    mandate_batch *batch = batch_of_json(
        "{\"command\":\"link_tasks\",\"link\":\"L1\",\"task\":\"T03\",\"after\":\"T01\"}"
        "{\"command\":\"link_tasks\",\"link\":\"L2\",\"task\":\"T01\",\"after\":\"T03\"}");
    CHECK_CALL(MANDATE_E_CYCLE, mandate_record(ledger, &act, batch, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "T01");
    CHECK_HOLDS(mandate_error_text(err), "T03");
    CHECK(revision_of(ledger) == FIXTURE_EVENTS);
    mandate_error_free(err);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void a_request_is_recorded_once(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_act act = fixture_act();
    mandate_batch *batch =
        batch_of_json("{\"command\":\"add_agency\",\"agency\":\"C\",\"name_vi\":\"Agency C\"}");
    int64_t first, second;
    act.request_id = "request-1";
    act.request_id_len = MANDATE_NTS;
    CHECK_CALL(MANDATE_OK, mandate_record(ledger, &act, batch, &first, &err));
    CHECK_CALL(MANDATE_OK, mandate_record(ledger, &act, batch, &second, &err));
    CHECK(first == FIXTURE_EVENTS + 1);
    CHECK(second == first);
    CHECK(revision_of(ledger) == first);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void imports_json(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger;
    const mandate_act act = fixture_act();
    mandate_table *findings;
    int64_t revision;
    CHECK_CALL(MANDATE_OK, mandate_ledger_memory(420, &ledger, &err));
    DIRTY(findings);
    DIRTY(revision);
    CHECK_CALL(MANDATE_OK, mandate_import(ledger, &act, MANDATE_FORMAT_JSON, NULL, fixture_commands,
                                          MANDATE_NTS, &revision, &findings, &err));
    CHECK(revision == FIXTURE_EVENTS);
    CHECK(mandate_table_rows(findings) == 0);
    mandate_table_free(findings);
    DIRTY(findings);
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_import(ledger, &act, MANDATE_FORMAT_JSON, NULL, "[{]",
                                                   3, &revision, &findings, &err));
    CHECK(revision == 0);
    CHECK(findings == NULL);
    CHECK_HOLDS(mandate_error_json(err), "\"line\":\"1\"");
    CHECK_HOLDS(mandate_error_json(err), "\"column\":");
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_import(ledger, &act, MANDATE_FORMAT_HTML, NULL, "[]", 2, NULL, NULL, &err));
    CHECK(revision_of(ledger) == FIXTURE_EVENTS);
    mandate_error_free(err);
    mandate_ledger_close(ledger);
}

static void imports_csv(void) {
    static const char list[] =
        "No,Work,Who\r\n"
        "1,Bind the files,First agency\r\n"
        "2,\"Shelve them,\nall\",Some other body\r\n";
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    mandate_batch *args;
    mandate_table *findings;
    int64_t revision;
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_COLUMN, "task=No", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_COLUMN, "title_vi=Work", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_COLUMN, "lead=Who", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_CODE_PREFIX, "L-", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_DOCUMENT, "D1", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_E_MISSING_FIELD, mandate_import(ledger, &act, MANDATE_FORMAT_CSV, args, list,
                                                       MANDATE_NTS, NULL, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "assigned_on");
    CHECK_CALL(MANDATE_OK,
               mandate_batch_int(args, MANDATE_FIELD_ASSIGNED_ON, DAY_2024_03_31, &err));
    DIRTY(findings);
    CHECK_CALL(MANDATE_OK, mandate_import(ledger, &act, MANDATE_FORMAT_CSV, args, list, MANDATE_NTS,
                                          &revision, &findings, &err));
    CHECK(revision == FIXTURE_EVENTS + 2);
    CHECK(mandate_table_rows(findings) == 1); /* Some other body */
    CHECK_HOLDS(mandate_table_utf8(findings, 1), "Some other body");
    mandate_table_free(findings);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_import(ledger, &act, MANDATE_FORMAT_CSV, args, "a,b\n1,2\n", MANDATE_NTS,
                              NULL, NULL, &err));
    mandate_batch_free(args);

    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_int(args, MANDATE_FIELD_ASSIGNED_ON, DAY_2024_03_31, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_COLUMN, "task", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_import(ledger, &act, MANDATE_FORMAT_CSV, args, list,
                                                   MANDATE_NTS, NULL, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "FIELD=HEADING");
    mandate_error_free(err);
    mandate_batch_free(args);
    mandate_ledger_close(ledger);
}

int main(void) {
    a_check_records_nothing();
    what_a_reader_should_know_is_a_finding();
    one_bad_command_of_five_records_none();
    a_cycle_is_refused_with_its_tasks();
    a_request_is_recorded_once();
    imports_json();
    imports_csv();
    return report_failures();
}
