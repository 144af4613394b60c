/* The review of a quarter from C:
 *   review LEDGER [PERIOD [AS_OF]]        review province.ledger 2024-Q1 2024-04-25
 * Every call that can fail gives a status and, where asked, an error that says what, which, where.
 */
#include "mandate.h"

#include <stdio.h>

int main(int argc, char **argv) {
    const char *path = argc > 1 ? argv[1] : "";
    const char *period = argc > 2 ? argv[2] : "2024-Q1";
    const char *as_of = argc > 3 ? argv[3] : "2024-04-25";

    mandate_view view = {0}; /* all that is recorded, seen by the host itself */
    mandate_ledger *ledger = NULL;
    mandate_batch *arguments = NULL;
    mandate_bytes *review = NULL;
    mandate_error *error = NULL;
    view.struct_size = sizeof view;

    if (mandate_day_parse(as_of, MANDATE_NTS, &view.as_of, &error) == MANDATE_OK &&
        mandate_ledger_open(path, MANDATE_NTS, MANDATE_OPEN_READ, 0, &ledger, &error) ==
            MANDATE_OK &&
        mandate_batch_new(&arguments, &error) == MANDATE_OK &&
        mandate_batch_text(arguments, MANDATE_FIELD_PERIOD, period, MANDATE_NTS, &error) ==
            MANDATE_OK &&
        mandate_batch_int(arguments, MANDATE_FIELD_LANGUAGE, MANDATE_LANGUAGE_EN, &error) ==
            MANDATE_OK &&
        mandate_report(ledger, &view, MANDATE_FORMAT_TEXT, arguments, &review, &error) ==
            MANDATE_OK) {
        fwrite(mandate_bytes_data(review), 1, mandate_bytes_size(review), stdout);
    } else {
        fprintf(stderr, "%s\n", mandate_error_text(error));
    }

    /* Everything may be freed in any order, and NULL too. */
    const int failed = error != NULL;
    mandate_error_free(error);
    mandate_bytes_free(review);
    mandate_batch_free(arguments);
    mandate_ledger_close(ledger);
    return failed;
}
