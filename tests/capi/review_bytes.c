/* Writes the JSON review of a ledger to standard output, byte for byte as the C interface gives it:
 *   review_bytes LEDGER PERIOD AS_OF */
#include "check.h"

int main(int argc, char **argv) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = NULL;
    mandate_batch *args = NULL;
    mandate_bytes *review = NULL;
    mandate_view view;
    (void)memset(&view, 0, sizeof view);
    view.struct_size = sizeof view;
    if (argc != 4) return 2;
    CHECK_CALL(MANDATE_OK, mandate_day_parse(argv[3], MANDATE_NTS, &view.as_of, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_ledger_open(argv[1], MANDATE_NTS, MANDATE_OPEN_READ, 0, &ledger, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_PERIOD, argv[2], MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_report(ledger, &view, MANDATE_FORMAT_JSON, args, &review, &err));
    CHECK(fwrite(mandate_bytes_data(review), 1, mandate_bytes_size(review), stdout) ==
          mandate_bytes_size(review));
    mandate_bytes_free(review);
    mandate_batch_free(args);
    mandate_ledger_close(ledger);
    return report_failures();
}
