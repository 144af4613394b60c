/* Text that comes in: lengths, NULs, bytes that are not UTF-8, at every parameter that takes text.
 */
#include "check.h"
#include "fixture.h"

static mandate_ledger *ledger;
static mandate_batch *batch;

/* Each hands the text to one parameter of one function. */
static mandate_status to_path(const char *text, size_t size, mandate_error **err) {
    mandate_ledger *opened;
    return mandate_ledger_open(text, size, MANDATE_OPEN_READ, 420, &opened, err);
}
static mandate_status to_name(const char *text, size_t size, mandate_error **err) {
    int32_t number;
    return mandate_field_number(text, size, &number, err);
}
static mandate_status to_day(const char *text, size_t size, mandate_error **err) {
    int32_t day;
    return mandate_day_parse(text, size, &day, err);
}
static mandate_status to_instant(const char *text, size_t size, mandate_error **err) {
    int64_t instant;
    return mandate_instant_parse(text, size, 420, &instant, err);
}
static mandate_status to_value(const char *text, size_t size, mandate_error **err) {
    return mandate_batch_text(batch, MANDATE_FIELD_NOTE, text, size, err);
}
static mandate_status to_json(const char *text, size_t size, mandate_error **err) {
    return mandate_batch_json(batch, text, size, err);
}
static mandate_status to_actor(const char *text, size_t size, mandate_error **err) {
    mandate_act act = fixture_act();
    act.actor = text;
    act.actor_len = size;
    return mandate_record(ledger, &act, batch, NULL, err);
}
static mandate_status to_request_id(const char *text, size_t size, mandate_error **err) {
    mandate_act act = fixture_act();
    act.request_id = text;
    act.request_id_len = size;
    return mandate_record(ledger, &act, batch, NULL, err);
}
static mandate_status to_viewer(const char *text, size_t size, mandate_error **err) {
    mandate_view view = fixture_view();
    mandate_table *table;
    view.viewer = text;
    view.viewer_len = size;
    return mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, err);
}
static mandate_status to_data(const char *text, size_t size, mandate_error **err) {
    const mandate_act act = fixture_act();
    return mandate_import(ledger, &act, MANDATE_FORMAT_JSON, NULL, text, size, NULL, NULL, err);
}

static const struct {
    mandate_status (*hand)(const char *, size_t, mandate_error **);
    const char *parameter;
} parameters[] = {
    {to_path, "path"},     {to_name, "name"}, {to_day, "text"},    {to_instant, "text"},
    {to_value, "text"},    {to_json, "json"}, {to_actor, "actor"}, {to_request_id, "request_id"},
    {to_viewer, "viewer"}, {to_data, "data"},
};

static const struct {
    const char *text;
    size_t size;
    mandate_status status;
    const char *told;
    const char *why;
} cases[] = {
    {"ab\xC3(", MANDATE_NTS, MANDATE_E_INVALID_UTF8, "\"offset\":\"2\"", "a cut sequence"},
    {"ab\xED\xA0\x80", 5, MANDATE_E_INVALID_UTF8, "\"offset\":\"2\"", "half of a surrogate pair"},
    {"\xC0\xAF", 2, MANDATE_E_INVALID_UTF8, "\"offset\":\"0\"", "an overlong form"},
    {"\xF4\x90\x80\x80", 4, MANDATE_E_INVALID_UTF8, "\"offset\":\"0\"", "beyond U+10FFFF"},
    {"ab\0cd", 5, MANDATE_E_MALFORMED, "\"offset\":\"2\"", "a NUL inside"},
    {NULL, 1, MANDATE_E_INVALID_ARGUMENT, "NULL", "NULL with a length"},
    {NULL, MANDATE_NTS, MANDATE_E_INVALID_ARGUMENT, "NULL", "NULL to be measured"},
    {"ab", MANDATE_NTS - 1, MANDATE_E_INVALID_ARGUMENT, "longer than memory", "-2 as a length"},
};

static void every_parameter_refuses_what_is_not_text(void) {
    mandate_error *err = NULL;
    size_t p, c;
    for (p = 0; p < sizeof parameters / sizeof parameters[0]; ++p)
        for (c = 0; c < sizeof cases / sizeof cases[0]; ++c) {
            const int before = failures;
            CHECK_CALL(cases[c].status, parameters[p].hand(cases[c].text, cases[c].size, &err));
            CHECK_HOLDS(mandate_error_json(err), cases[c].told);
            CHECK_HOLDS(mandate_error_text(err), parameters[p].parameter);
            CHECK(strchr(mandate_error_text(err), '\n') == NULL);
            if (failures != before)
                (void)printf("  %s: %s\n", parameters[p].parameter, cases[c].why);
        }
    mandate_error_free(err);
}

static void a_length_ends_a_text_without_nul(void) {
    static const char exactly[] = {'n', 'o', 't', 'e'};
    mandate_error *err = NULL;
    int32_t number;
    CHECK_CALL(MANDATE_OK, mandate_field_number(exactly, sizeof exactly, &number, &err));
    CHECK(number == MANDATE_FIELD_NOTE);
}

static void what_cannot_be_shown_is_still_one_line(void) {
    mandate_error *err = NULL;
    int32_t number;
    CHECK_CALL(MANDATE_E_UNKNOWN_FIELD,
               mandate_field_number("a\nb\r\t\"\\", MANDATE_NTS, &number, &err));
    CHECK(strchr(mandate_error_text(err), '\n') == NULL);
    CHECK(strchr(mandate_error_text(err), '\r') == NULL);
    CHECK_HOLDS(mandate_error_json(err), "a\\nb\\r\\t\\\"\\\\");
    CHECK_CALL(MANDATE_E_UNKNOWN_REFERENCE, to_viewer("A\nB", MANDATE_NTS, &err));
    CHECK(strchr(mandate_error_text(err), '\n') == NULL);
    mandate_error_free(err);
}

int main(void) {
    mandate_error *err = NULL;
    ledger = fixture_ledger();
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&batch, &err));
    every_parameter_refuses_what_is_not_text();
    a_length_ends_a_text_without_nul();
    what_cannot_be_shown_is_still_one_line();
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
    return report_failures();
}
