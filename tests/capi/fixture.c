#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char fixture_commands[] =
    "{\"command\":\"add_agency\",\"agency\":\"A\",\"effective_on\":\"2024-01-02\","
    "\"name_vi\":\"Agency A\",\"alias_vi\":\"First agency\"}\n"
    "{\"command\":\"add_agency\",\"agency\":\"B\",\"effective_on\":\"2024-01-02\","
    "\"name_vi\":\"Agency B\"}\n"
    "{\"command\":\"add_document\",\"document\":\"D1\",\"effective_on\":\"2024-01-03\","
    "\"number\":\"1-KH\",\"document_kind\":\"plan\",\"issuer\":\"A\",\"dated\":\"2024-01-03\"}\n"
    "{\"command\":\"assign_task\",\"task\":\"T01\",\"effective_on\":\"2024-01-10\","
    "\"title_vi\":\"Number the files\",\"document\":\"D1\",\"assigner\":\"A\",\"lead\":\"B\","
    "\"deadline\":\"2024-03-15\"}\n"
    "{\"command\":\"assign_task\",\"task\":\"T02\",\"effective_on\":\"2024-01-10\","
    "\"title_vi\":\"Count the "
    "files\",\"document\":\"D1\",\"assigner\":\"A\",\"lead\":[\"A\",\"B\"],"
    "\"deadline\":\"2024-03-20\",\"acceptance\":\"not_asked\"}\n"
    "{\"command\":\"complete_task\",\"task\":\"T02\",\"effective_on\":\"2024-03-18\","
    "\"agency\":\"B\"}\n"
    "{\"command\":\"assign_task\",\"task\":\"T03\",\"effective_on\":\"2024-02-01\","
    "\"title_vi\":\"L\\u01b0u tr\\u1eef h\\u1ed3 "
    "s\\u01a1\",\"document\":\"D1\",\"assigner\":\"A\"}\n";

static void stop_on(mandate_status status, mandate_error *err) {
    if (status == MANDATE_OK) return;
    (void)printf("fixture: %s\n", mandate_error_text(err));
    exit(2);
}

mandate_act fixture_act(void) {
    mandate_act act;
    (void)memset(&act, 0, sizeof act);
    act.struct_size = sizeof act;
    act.today = DAY_2024_04_25;
    act.now_us = INT64_C(1714046400000000);
    act.actor = "Office";
    act.actor_len = MANDATE_NTS;
    return act;
}

mandate_view fixture_view(void) {
    mandate_view view;
    (void)memset(&view, 0, sizeof view);
    view.struct_size = sizeof view;
    view.as_of = DAY_2024_04_25;
    return view;
}

mandate_batch *batch_of_json(const char *json) {
    mandate_batch *batch = NULL;
    mandate_error *err = NULL;
    stop_on(mandate_batch_new(&batch, &err), err);
    stop_on(mandate_batch_json(batch, json, MANDATE_NTS, &err), err);
    return batch;
}

mandate_batch *review_arguments(const char *period) {
    mandate_batch *batch = NULL;
    mandate_error *err = NULL;
    stop_on(mandate_batch_new(&batch, &err), err);
    stop_on(mandate_batch_text(batch, MANDATE_FIELD_PERIOD, period, MANDATE_NTS, &err), err);
    stop_on(mandate_batch_int(batch, MANDATE_FIELD_LANGUAGE, MANDATE_LANGUAGE_EN, &err), err);
    return batch;
}

static void record_fixture(mandate_ledger *ledger) {
    const mandate_act act = fixture_act();
    mandate_batch *batch = batch_of_json(fixture_commands);
    mandate_error *err = NULL;
    stop_on(mandate_record(ledger, &act, batch, NULL, &err), err);
    mandate_batch_free(batch);
}

mandate_ledger *fixture_ledger(void) {
    mandate_ledger *ledger = NULL;
    mandate_error *err = NULL;
    stop_on(mandate_ledger_memory(420, &ledger, &err), err);
    record_fixture(ledger);
    return ledger;
}

mandate_ledger *fixture_file(const char *path) {
    mandate_ledger *ledger = NULL;
    mandate_error *err = NULL;
    remove_ledger(path);
    stop_on(mandate_ledger_open(path, MANDATE_NTS, MANDATE_OPEN_CREATE, 420, &ledger, &err), err);
    record_fixture(ledger);
    return ledger;
}

void remove_ledger(const char *path) {
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    size_t i;
    for (i = 0; i < sizeof endings / sizeof endings[0]; ++i) {
        char name[256];
        (void)snprintf(name, sizeof name, "%s%s", path, endings[i]);
        (void)remove(name);
    }
}
