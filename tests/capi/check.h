/* What the C tests are made of: a failed check is told and counted, the test goes on. */
#ifndef MANDATE_TEST_CHECK_H
#define MANDATE_TEST_CHECK_H

#include "mandate.h"

#include <stdio.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                                           \
    do {                                                                           \
        if (!(condition)) {                                                        \
            ++failures;                                                            \
            (void)printf("%s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
        }                                                                          \
    } while (0)

/* A call that must succeed, or must fail with the code; `err` is a mandate_error * that is free to
 * use. After a failure it holds the error, which CHECK_CALL of the next call frees. */
#define CHECK_CALL(expected, call)                                                          \
    do {                                                                                    \
        mandate_status checked_status;                                                      \
        mandate_error_free(err);                                                            \
        (void)memset(&err, 0xAA, sizeof err);                                               \
        checked_status = (call);                                                            \
        if (checked_status != (expected)) {                                                 \
            ++failures;                                                                     \
            (void)printf("%s:%d: %s gave %d (%s), not %d: %s\n", __FILE__, __LINE__, #call, \
                         (int)checked_status, mandate_status_name(checked_status),          \
                         (int)(expected), mandate_error_text(err));                         \
        }                                                                                   \
        CHECK((err == NULL) == (checked_status == MANDATE_OK));                             \
        CHECK(mandate_error_code(err) == checked_status);                                   \
    } while (0)

/* A pointer that no call may leave as it is. */
#define DIRTY(pointer) (void)memset(&(pointer), 0xAA, sizeof(pointer))

#define CHECK_TEXT(actual, expected)                                                       \
    do {                                                                                   \
        const char *checked_text = (actual);                                               \
        if (checked_text == NULL || strcmp(checked_text, (expected)) != 0) {               \
            ++failures;                                                                    \
            (void)printf("%s:%d: %s is \"%s\", not \"%s\"\n", __FILE__, __LINE__, #actual, \
                         checked_text == NULL ? "(NULL)" : checked_text, (expected));      \
        }                                                                                  \
    } while (0)

/* The text holds the part. */
#define CHECK_HOLDS(text, part)                                                              \
    do {                                                                                     \
        const char *checked_text = (text);                                                   \
        if (checked_text == NULL || strstr(checked_text, (part)) == NULL) {                  \
            ++failures;                                                                      \
            (void)printf("%s:%d: %s is \"%s\", without \"%s\"\n", __FILE__, __LINE__, #text, \
                         checked_text == NULL ? "(NULL)" : checked_text, (part));            \
        }                                                                                    \
    } while (0)

static int report_failures(void) {
    if (failures != 0) (void)printf("%d checks failed\n", failures);
    return failures == 0 ? 0 : 1;
}

#endif
