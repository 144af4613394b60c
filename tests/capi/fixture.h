/* A small made-up record and the structs that calls need. */
#ifndef MANDATE_TEST_FIXTURE_H
#define MANDATE_TEST_FIXTURE_H

#include "mandate.h"

#define DAY_2024_03_31 19813
#define DAY_2024_04_25 19838

extern const char fixture_commands[]; /* 2 agencies, a document, 3 tasks: JSON */
#define FIXTURE_EVENTS 7

mandate_act fixture_act(void);   /* Office, 2024-04-25 12:00 UTC */
mandate_view fixture_view(void); /* as of 2024-04-25, all that is recorded */

mandate_batch *batch_of_json(const char *json);
mandate_batch *review_arguments(const char *period);

/* A ledger in memory that holds the fixture's commands. */
mandate_ledger *fixture_ledger(void);
/* The same in a new file, which is removed first if it is there. */
mandate_ledger *fixture_file(const char *path);
void remove_ledger(const char *path);

#endif
