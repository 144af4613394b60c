/* Opens a ledger in memory, records an agency, prints the version and the revision. */
#include <inttypes.h>
#include <mandate.h>
#include <stdio.h>
#include <string.h>

static int stop(mandate_error *err) {
    fprintf(stderr, "%s\n", mandate_error_text(err));
    mandate_error_free(err);
    return 1;
}

int main(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = NULL;
    mandate_batch *batch = NULL;
    if (mandate_ledger_memory(420, &ledger, &err) != MANDATE_OK) return stop(err);
    if (mandate_batch_new(&batch, &err) != MANDATE_OK) return stop(err);
    if (mandate_batch_add(batch, MANDATE_COMMAND_ADD_AGENCY, MANDATE_SAME_DAY, &err) != MANDATE_OK)
        return stop(err);
    if (mandate_batch_text(batch, MANDATE_FIELD_AGENCY, "A", MANDATE_NTS, &err) != MANDATE_OK)
        return stop(err);
    if (mandate_batch_text(batch, MANDATE_FIELD_NAME_VI, "Agency A", MANDATE_NTS, &err) !=
        MANDATE_OK)
        return stop(err);

    mandate_act act;
    memset(&act, 0, sizeof act);
    act.struct_size = sizeof act;
    act.today = 19838; /* 2024-04-25 */
    act.now_us = INT64_C(1714032000000000);
    act.actor = "consumer";
    act.actor_len = MANDATE_NTS;
    int64_t revision = 0;
    if (mandate_record(ledger, &act, batch, &revision, &err) != MANDATE_OK) return stop(err);

    const int32_t version = mandate_version();
    printf("version %" PRId32 ".%" PRId32 ".%" PRId32 ", revision %" PRId64 "\n", version / 1000000,
           version / 1000 % 1000, version % 1000, revision);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
    return 0;
}
