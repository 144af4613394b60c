/* One ledger, four threads that record and ask at once. One batch, two threads: told, not torn. */
#include "check.h"
#include "fixture.h"

#include <pthread.h>
#include <stdint.h>

#define THREADS 4
#define ROUNDS 25

static mandate_ledger *ledger;
static int bad[THREADS]; /* one per thread: no lock needed */

static int record_one(int thread, int round) {
    const mandate_act act = fixture_act();
    mandate_batch *batch = NULL;
    char code[32];
    int failed = 0;
    const int length = snprintf(code, sizeof code, "X%d-%d", thread, round);
    failed += mandate_batch_new(&batch, NULL) != MANDATE_OK;
    failed += mandate_batch_add(batch, MANDATE_COMMAND_ASSIGN_TASK, MANDATE_SAME_DAY, NULL) != 0;
    failed += mandate_batch_text(batch, MANDATE_FIELD_TASK, code, (size_t)length, NULL) != 0;
    failed += mandate_batch_text(batch, MANDATE_FIELD_TITLE_VI, "One more", 8, NULL) != 0;
    failed += mandate_record(ledger, &act, batch, NULL, NULL) != 0;
    mandate_batch_free(batch);
    return failed;
}

static int ask_one(int64_t *least) {
    const mandate_view view = fixture_view();
    mandate_table *table = NULL;
    mandate_error *err = NULL;
    int failed = mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, &err) != 0;
    failed += mandate_table_rows(table) < *least; /* nothing recorded is ever lost */
    *least = mandate_table_rows(table);
    mandate_table_free(table);
    mandate_error_free(err);
    return failed;
}

static void *work(void *number) {
    const int thread = (int)(intptr_t)number;
    int64_t rows = 0;
    int round;
    for (round = 0; round < ROUNDS; ++round) {
        bad[thread] += record_one(thread, round);
        bad[thread] += ask_one(&rows);
    }
    return NULL;
}

static void four_threads_record_and_ask(void) {
    pthread_t threads[THREADS];
    mandate_error *err = NULL;
    int64_t revision;
    int i;
    ledger = fixture_ledger();
    for (i = 0; i < THREADS; ++i)
        CHECK(pthread_create(&threads[i], NULL, work, (void *)(intptr_t)i) == 0);
    for (i = 0; i < THREADS; ++i) {
        CHECK(pthread_join(threads[i], NULL) == 0);
        CHECK(bad[i] == 0);
    }
    CHECK_CALL(MANDATE_OK, mandate_ledger_revision(ledger, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS + THREADS * ROUNDS);
    mandate_ledger_close(ledger);
}

static mandate_batch *shared;

static void *fill(void *count) {
    int64_t *filled = (int64_t *)count;
    int i;
    for (i = 0; i < 5000; ++i) {
        const mandate_status status = mandate_batch_int(shared, MANDATE_FIELD_PERCENT, i, NULL);
        if (status == MANDATE_OK)
            ++*filled;
        else if (status != MANDATE_E_BUSY)
            return count;
    }
    return NULL;
}

static void two_threads_in_one_batch_are_told(void) {
    pthread_t threads[2];
    int64_t filled[2] = {0, 0};
    void *failed[2];
    int i;
    CHECK(mandate_batch_new(&shared, NULL) == MANDATE_OK);
    for (i = 0; i < 2; ++i) CHECK(pthread_create(&threads[i], NULL, fill, &filled[i]) == 0);
    for (i = 0; i < 2; ++i) CHECK(pthread_join(threads[i], &failed[i]) == 0);
    CHECK(failed[0] == NULL && failed[1] == NULL);
    CHECK(filled[0] > 0 && filled[1] > 0);
    mandate_batch_free(shared);
}

int main(void) {
    four_threads_record_and_ask();
    two_threads_in_one_batch_are_told();
    return report_failures();
}
