/* The library itself: versions, names, the table, days and instants. */
#include "check.h"

static void versions(void) {
    CHECK(mandate_version() == MANDATE_HEADER_VERSION);
    CHECK(mandate_has("sqlite") == 1);
    CHECK(mandate_has("no such feature") == 0);
    CHECK(mandate_has("") == 0);
    CHECK(mandate_has(NULL) == 0);
}

static void status_names_are_total(void) {
    static const struct {
        mandate_status code;
        const char *name;
    } cases[] = {
        {MANDATE_OK, "ok"},
        {MANDATE_E_INVALID_ARGUMENT, "invalid_argument"},
        {MANDATE_E_CANCELLED, "cancelled"},
        {MANDATE_E_MALFORMED, "malformed"},
        {MANDATE_E_INVALID_UTF8, "invalid_utf8"},
        {MANDATE_E_UNKNOWN_REFERENCE, "unknown_reference"},
        {MANDATE_E_OUT_OF_RANGE, "out_of_range"},
        {MANDATE_E_MISSING_FIELD, "missing_field"},
        {MANDATE_E_DUPLICATE, "duplicate"},
        {MANDATE_E_REFUSED, "refused"},
        {MANDATE_E_CYCLE, "cycle"},
        {MANDATE_E_UNKNOWN_FIELD, "unknown_field"},
        {MANDATE_E_NOT_FOUND, "not_found"},
        {MANDATE_E_NOT_A_LEDGER, "not_a_ledger"},
        {MANDATE_E_NEWER_FORMAT, "newer_format"},
        {MANDATE_E_BUSY, "busy"},
        {MANDATE_E_READ_ONLY, "read_only"},
        {MANDATE_E_FULL, "full"},
        {MANDATE_E_IO, "io"},
        {MANDATE_E_CONFLICT, "conflict"},
        {MANDATE_E_DAMAGED, "damaged"},
        {MANDATE_E_OUT_OF_MEMORY, "out_of_memory"},
        {MANDATE_E_FORKED, "forked"},
        {MANDATE_E_INTERNAL, "internal"},
        {-1, "unknown"},
        {1, "unknown"},
        {INT32_MIN, "unknown"},
    };
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i)
        CHECK_TEXT(mandate_status_name(cases[i].code), cases[i].name);
}

static void the_table_is_json_with_a_nul_after_it(void) {
    mandate_error *err = NULL;
    mandate_bytes *table;
    DIRTY(table);
    CHECK_CALL(MANDATE_OK, mandate_describe(&table, &err));
    CHECK(mandate_bytes_size(table) > 1000);
    CHECK(mandate_bytes_data(table)[0] == '{');
    CHECK(mandate_bytes_data(table)[mandate_bytes_size(table)] == '\0');
    CHECK(strlen(mandate_bytes_data(table)) == mandate_bytes_size(table));
    CHECK_HOLDS(mandate_bytes_data(table), "\"assign_task\"");
    mandate_bytes_free(table);
    CHECK(mandate_bytes_data(NULL) == NULL);
    CHECK(mandate_bytes_size(NULL) == 0);
    mandate_bytes_free(NULL);
}

static void field_numbers(void) {
    mandate_error *err = NULL;
    int32_t number;
    DIRTY(number);
    CHECK_CALL(MANDATE_OK, mandate_field_number("deadline", MANDATE_NTS, &number, &err));
    CHECK(number == MANDATE_FIELD_DEADLINE);
    CHECK_CALL(MANDATE_OK, mandate_field_number("task class", 4, &number, &err));
    CHECK(number == MANDATE_FIELD_TASK);
    CHECK_CALL(MANDATE_E_UNKNOWN_FIELD, mandate_field_number("dead line", 9, &number, &err));
    CHECK(number == 0);
    CHECK_HOLDS(mandate_error_text(err), "dead line");
    CHECK_HOLDS(mandate_error_json(err), "\"field\":\"dead line\"");
    mandate_error_free(err);
}

static void question_numbers(void) {
    mandate_error *err = NULL;
    int32_t number;
    DIRTY(number);
    CHECK_CALL(MANDATE_OK, mandate_question_number("moves", MANDATE_NTS, &number, &err));
    CHECK(number == MANDATE_QUESTION_MOVES);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_question_number("why", 3, &number, &err));
    CHECK(number == 0);
    CHECK_HOLDS(mandate_error_text(err), "why");
    mandate_error_free(err);
}

static void days(void) {
    mandate_error *err = NULL;
    int32_t day;
    DIRTY(day);
    CHECK_CALL(MANDATE_OK, mandate_day_parse("2024-04-25", MANDATE_NTS, &day, &err));
    CHECK(day == 19838);
    CHECK_CALL(MANDATE_OK, mandate_day_parse("1970-01-01T", 10, &day, &err));
    CHECK(day == 0);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_day_parse("2024-02-30", MANDATE_NTS, &day, &err));
    CHECK(day == 0);
    CHECK_HOLDS(mandate_error_text(err), "2024-02-30");
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_day_parse("25/04/2024", MANDATE_NTS, &day, &err));
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_day_parse(NULL, 0, &day, &err));
    mandate_error_free(err);
}

static void instants(void) {
    static const struct {
        const char *text;
        int64_t instant;
        const char *why;
    } cases[] = {
        {"2024-04-25T09:30:00Z", INT64_C(1714037400000000), "in UTC"},
        {"2024-04-25T16:30:00+07:00", INT64_C(1714037400000000), "the same, as in Viet Nam"},
        {"2024-04-25", INT64_C(1714064399999999), "a bare day is its last microsecond at +07:00"},
    };
    mandate_error *err = NULL;
    int64_t instant;
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        DIRTY(instant);
        CHECK_CALL(MANDATE_OK,
                   mandate_instant_parse(cases[i].text, MANDATE_NTS, 420, &instant, &err));
        if (instant != cases[i].instant) {
            ++failures;
            (void)printf("%s: %lld: %s\n", cases[i].text, (long long)instant, cases[i].why);
        }
    }
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_instant_parse("soon", 4, 420, &instant, &err));
    CHECK(instant == 0);
    mandate_error_free(err);
}

int main(void) {
    versions();
    status_names_are_total();
    the_table_is_json_with_a_nul_after_it();
    field_numbers();
    question_numbers();
    days();
    instants();
    return report_failures();
}
