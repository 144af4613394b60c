/* Errors belong to the caller: each lives by itself and can be read on any thread. */
#include "check.h"

#include <pthread.h>

static void two_errors_live_apart(void) {
    mandate_error *first = NULL, *second = NULL;
    char kept[256];
    int32_t day;
    CHECK(mandate_day_parse("2024-02-30", MANDATE_NTS, &day, &first) == MANDATE_E_OUT_OF_RANGE);
    (void)snprintf(kept, sizeof kept, "%s", mandate_error_text(first));
    CHECK(mandate_day_parse("yesterday", MANDATE_NTS, &day, &second) == MANDATE_E_MALFORMED);
    CHECK_TEXT(mandate_error_text(first), kept);
    CHECK(mandate_error_code(first) == MANDATE_E_OUT_OF_RANGE);
    mandate_error_free(first);
    CHECK_HOLDS(mandate_error_text(second), "yesterday");
    CHECK_HOLDS(mandate_error_json(second), "\"schema\":1,\"code\":-2001,\"name\":\"malformed\"");
    mandate_error_free(second);
}

static void *read_elsewhere(void *error) {
    CHECK(mandate_error_code((const mandate_error *)error) == MANDATE_E_MALFORMED);
    CHECK_HOLDS(mandate_error_text((const mandate_error *)error), "yesterday");
    mandate_error_free((mandate_error *)error);
    return NULL;
}

static void another_thread_reads_and_frees(void) {
    mandate_error *error = NULL;
    pthread_t thread;
    int32_t day;
    CHECK(mandate_day_parse("yesterday", MANDATE_NTS, &day, &error) == MANDATE_E_MALFORMED);
    CHECK(pthread_create(&thread, NULL, read_elsewhere, error) == 0);
    CHECK(pthread_join(thread, NULL) == 0);
}

static void no_error_reads_as_none(void) {
    CHECK(mandate_error_code(NULL) == MANDATE_OK);
    CHECK_TEXT(mandate_error_text(NULL), "");
    CHECK_TEXT(mandate_error_json(NULL), "{}");
    mandate_error_free(NULL);
}

int main(void) {
    two_errors_live_apart();
    another_thread_reads_and_frees();
    no_error_reads_as_none();
    return report_failures();
}
