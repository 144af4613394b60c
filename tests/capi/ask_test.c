/* Questions, reports and the chain; what they give outlives the ledger. */
#include "check.h"
#include "fixture.h"

static int32_t column_of(const mandate_table *table, const char *name) {
    int32_t i;
    for (i = 0; i < mandate_table_columns(table); ++i)
        if (strcmp(mandate_table_name(table, i), name) == 0) return i;
    CHECK(!"the column is there");
    return -1;
}

static int text_is(const mandate_table *table, const char *column, int64_t row, const char *text) {
    const int32_t at = column_of(table, column);
    const int64_t *offsets = mandate_table_offsets(table, at);
    const size_t size = (size_t)(offsets[row + 1] - offsets[row]);
    return mandate_table_valid(table, at)[row] == 1 && size == strlen(text) &&
           memcmp(mandate_table_utf8(table, at) + offsets[row], text, size) == 0;
}

static void tasks_as_columns(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_table *table;
    int32_t deadline, title;
    DIRTY(table);
    CHECK_CALL(MANDATE_OK, mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, &err));
    mandate_ledger_close(ledger); /* the table goes on */
    CHECK(mandate_table_rows(table) == 3);
    CHECK(text_is(table, "task", 0, "T01"));
    CHECK(text_is(table, "class", 0, "open_overdue"));
    CHECK(text_is(table, "leads", 1, "A B"));
    CHECK(text_is(table, "class", 1, "done_in_time"));
    CHECK(text_is(table, "title", 2, "L\xC6\xB0u tr\xE1\xBB\xAF h\xE1\xBB\x93 s\xC6\xA1"));

    deadline = column_of(table, "deadline");
    CHECK(mandate_table_type(table, deadline) == MANDATE_TYPE_DAY);
    CHECK(mandate_table_i64s(table, deadline)[0] == 19797);
    CHECK(mandate_table_valid(table, deadline)[2] == 0);
    CHECK(mandate_table_i64s(table, deadline)[2] == 0);
    CHECK(mandate_table_type(table, column_of(table, "percent")) == MANDATE_TYPE_INT64);
    CHECK(mandate_table_offsets(table, deadline) == NULL);
    CHECK(mandate_table_utf8(table, deadline) == NULL);

    title = column_of(table, "title");
    CHECK(mandate_table_type(table, title) == MANDATE_TYPE_TEXT);
    CHECK(mandate_table_i64s(table, title) == NULL);
    CHECK(mandate_table_utf8(table, title)[mandate_table_offsets(table, title)[3]] == '\0');
    mandate_table_free(table);
}

/* What a host needs for its buttons, and for telling people what changed. */
static void moves_and_changes(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_batch *args;
    mandate_table *table;
    int64_t row;
    DIRTY(args);
    DIRTY(table);
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(args, MANDATE_FIELD_TASK, "T01", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_ask(ledger, &view, MANDATE_QUESTION_MOVES, args, &table, &err));
    for (row = 0; row < mandate_table_rows(table); ++row) {
        const int64_t allowed = mandate_table_i64s(table, column_of(table, "allowed"))[row];
        if (text_is(table, "command", row, "submit_task")) CHECK(allowed == 1);
        if (text_is(table, "command", row, "accept_task")) {
            CHECK(allowed == 0);
            CHECK(text_is(table, "rule", row, "submitted_first"));
        }
    }
    mandate_table_free(table);
    mandate_batch_free(args);

    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_int(args, MANDATE_FIELD_SINCE, 6, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_ask(ledger, &view, MANDATE_QUESTION_CHANGES, args, &table, &err));
    CHECK(mandate_table_rows(table) == 1);
    CHECK(text_is(table, "command", 0, "assign_task"));
    CHECK(text_is(table, "code", 0, "T03"));
    mandate_table_free(table);
    mandate_batch_free(args);
    mandate_ledger_close(ledger);
}

static void columns_that_are_not_there(void) {
    static const int32_t none[] = {-1, 1000, INT32_MAX, INT32_MIN};
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_table *table;
    size_t i;
    CHECK_CALL(MANDATE_OK,
               mandate_ask(ledger, &view, MANDATE_QUESTION_AGENCIES, NULL, &table, &err));
    for (i = 0; i < sizeof none / sizeof none[0]; ++i) {
        CHECK(mandate_table_name(table, none[i]) == NULL);
        CHECK(mandate_table_type(table, none[i]) == 0);
        CHECK(mandate_table_valid(table, none[i]) == NULL);
        CHECK(mandate_table_i64s(table, none[i]) == NULL);
        CHECK(mandate_table_offsets(table, none[i]) == NULL);
        CHECK(mandate_table_utf8(table, none[i]) == NULL);
    }
    mandate_table_free(table);
    mandate_ledger_close(ledger);
}

static void an_empty_table_has_columns_that_are_not_null(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger;
    const mandate_view view = fixture_view();
    mandate_table *table;
    int32_t i;
    CHECK_CALL(MANDATE_OK, mandate_ledger_memory(420, &ledger, &err));
    CHECK_CALL(MANDATE_OK, mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, &err));
    CHECK(mandate_table_rows(table) == 0);
    CHECK(mandate_table_columns(table) > 0);
    for (i = 0; i < mandate_table_columns(table); ++i) {
        const int is_text = mandate_table_type(table, i) == MANDATE_TYPE_TEXT;
        CHECK(mandate_table_valid(table, i) != NULL);
        CHECK((mandate_table_i64s(table, i) != NULL) == !is_text);
        CHECK((mandate_table_offsets(table, i) != NULL) == is_text);
        CHECK((mandate_table_utf8(table, i) != NULL) == is_text);
    }
    mandate_table_free(table);
    mandate_ledger_close(ledger);
}

static void arguments_are_checked(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_view view = fixture_view();
    mandate_batch *args;
    mandate_table *table;
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(args, MANDATE_FIELD_AGENCY, "A", 1, &err));
    CHECK_CALL(MANDATE_OK, mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, args, &table, &err));
    CHECK(mandate_table_rows(table) == 1);
    CHECK(text_is(table, "task", 0, "T02"));
    mandate_table_free(table);

    DIRTY(table);
    CHECK_CALL(MANDATE_E_UNKNOWN_FIELD,
               mandate_ask(ledger, &view, MANDATE_QUESTION_AGENCIES, args, &table, &err));
    CHECK(table == NULL);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_ask(ledger, &view, 99, NULL, &table, &err));
    view.viewer = "NOBODY";
    view.viewer_len = MANDATE_NTS;
    CHECK_CALL(MANDATE_E_UNKNOWN_REFERENCE,
               mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, &err));
    CHECK_HOLDS(mandate_error_text(err), "NOBODY");
    mandate_error_free(err);
    mandate_batch_free(args);
    mandate_ledger_close(ledger);
}

static void what_was_known_then(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_view view = fixture_view();
    mandate_table *table;
    view.known_at_us = INT64_C(1714046400000000) - 1; /* just before anything was recorded */
    CHECK_CALL(MANDATE_OK, mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, &err));
    CHECK(mandate_table_rows(table) == 0);
    mandate_table_free(table);
    view.known_at_us += 1;
    CHECK_CALL(MANDATE_OK, mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, &err));
    CHECK(mandate_table_rows(table) == 3);
    mandate_table_free(table);
    mandate_ledger_close(ledger);
}

static void reports_in_three_forms(void) {
    static const struct {
        int32_t format;
        const char *begins;
        const char *holds;
    } cases[] = {
        {MANDATE_FORMAT_JSON, "{", "\"T01\""},
        {MANDATE_FORMAT_TEXT, "", "T01"},
        {MANDATE_FORMAT_HTML, "<!DOCTYPE html>", "T01"},
    };
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_batch *args = review_arguments("2024-Q1");
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        mandate_bytes *first, *again;
        DIRTY(first);
        CHECK_CALL(MANDATE_OK, mandate_report(ledger, &view, cases[i].format, args, &first, &err));
        CHECK_CALL(MANDATE_OK, mandate_report(ledger, &view, cases[i].format, args, &again, &err));
        CHECK(strncmp(mandate_bytes_data(first), cases[i].begins, strlen(cases[i].begins)) == 0);
        CHECK_HOLDS(mandate_bytes_data(first), cases[i].holds);
        CHECK(mandate_bytes_size(first) == mandate_bytes_size(again));
        CHECK_TEXT(mandate_bytes_data(first), mandate_bytes_data(again));
        mandate_bytes_free(first);
        mandate_bytes_free(again);
    }
    mandate_batch_free(args);
    mandate_ledger_close(ledger);
}

/* What was recorded meanwhile does not show, nor does it matter that the ledger is closed. */
static void a_review_outlives_its_ledger(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_batch *args = review_arguments("2024-Q1");
    mandate_review *review;
    mandate_bytes *first, *again;
    mandate_table *table;
    DIRTY(review);
    CHECK_CALL(MANDATE_OK, mandate_review_make(ledger, &view, args, &review, &err));
    CHECK_CALL(MANDATE_OK, mandate_report(ledger, &view, MANDATE_FORMAT_TEXT, args, &first, &err));
    mandate_ledger_close(ledger);
    CHECK_CALL(MANDATE_OK, mandate_review_render(review, MANDATE_FORMAT_TEXT, MANDATE_LANGUAGE_EN,
                                                 &again, &err));
    CHECK_TEXT(mandate_bytes_data(first), mandate_bytes_data(again));
    mandate_bytes_free(first);
    mandate_bytes_free(again);
    CHECK_CALL(MANDATE_OK, mandate_review_list(review, MANDATE_LIST_POPULATION, &table, &err));
    CHECK(mandate_table_rows(table) > 0);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_review_list(review, 15, &table, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_review_list(review, 0, &table, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_review_render(review, 4, MANDATE_LANGUAGE_VI, &again, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_review_render(review, MANDATE_FORMAT_TEXT, 4, &again, &err));
    mandate_review_free(review);
    mandate_batch_free(args);
}

static void reports_that_cannot_be_made(void) {
    static const struct {
        const char *period;
        int32_t format;
        mandate_status status;
        const char *told;
    } cases[] = {
        {"2024-Q5", MANDATE_FORMAT_JSON, MANDATE_E_OUT_OF_RANGE, "2024-Q5"},
        {"2024-Q", MANDATE_FORMAT_JSON, MANDATE_E_MALFORMED, "2024-Q"},
        {"first quarter", MANDATE_FORMAT_JSON, MANDATE_E_MALFORMED, "first quarter"},
        {"2024-01-15/", MANDATE_FORMAT_JSON, MANDATE_E_MALFORMED, "\"2024-01-15/\" has no end"},
        {"2024-04-20/2024-01-15", MANDATE_FORMAT_JSON, MANDATE_E_OUT_OF_RANGE, "ends before it"},
        {"2024-04-26/2024-07-14", MANDATE_FORMAT_JSON, MANDATE_E_OUT_OF_RANGE, "2024-04-26/"},
        {"term:NONE", MANDATE_FORMAT_JSON, MANDATE_E_UNKNOWN_REFERENCE, "term NONE"},
        {"2024-Q4", MANDATE_FORMAT_JSON, MANDATE_E_OUT_OF_RANGE, "2024-04-25"},
        {"2024-Q1", MANDATE_FORMAT_CSV, MANDATE_E_INVALID_ARGUMENT, "format"},
        {"2024-Q1", 0, MANDATE_E_INVALID_ARGUMENT, "format"},
    };
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_bytes *bytes;
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        mandate_batch *args = review_arguments(cases[i].period);
        DIRTY(bytes);
        CHECK_CALL(cases[i].status,
                   mandate_report(ledger, &view, cases[i].format, args, &bytes, &err));
        CHECK(bytes == NULL);
        CHECK_HOLDS(mandate_error_text(err), cases[i].told);
        mandate_batch_free(args);
    }
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_report(ledger, &view, MANDATE_FORMAT_JSON, NULL, &bytes, &err));
    CHECK_HOLDS(mandate_error_text(err), "args");
    mandate_error_free(err);
    mandate_ledger_close(ledger);
}

/* The sentence on how percentages are rounded is that of the rounding asked for. */
static void a_review_is_rounded_as_asked(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    int64_t how;
    for (how = MANDATE_ROUNDING_HALF_UP; how <= MANDATE_ROUNDING_TRUNCATED; ++how) {
        mandate_batch *args = review_arguments("2024-Q1");
        mandate_bytes *bytes;
        CHECK_CALL(MANDATE_OK, mandate_batch_int(args, MANDATE_FIELD_ROUNDING, how, &err));
        CHECK_CALL(MANDATE_OK,
                   mandate_report(ledger, &view, MANDATE_FORMAT_HTML, args, &bytes, &err));
        CHECK_HOLDS(mandate_bytes_data(bytes), how == MANDATE_ROUNDING_TRUNCATED
                                                   ? "cut off after two decimals"
                                                   : "rounded half up to two decimals");
        mandate_bytes_free(bytes);
        mandate_batch_free(args);
    }
    mandate_ledger_close(ledger);
}

static void a_review_of_its_own_days_and_of_a_term(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    const mandate_act act = fixture_act();
    static const char term[] =
        "[{\"command\":\"add_term\",\"term\":\"XIX\",\"body\":\"A\",\"name_vi\":\"x\","
        "\"from_day\":\"2024-01-15\",\"until\":\"2024-04-20\",\"effective_on\":\"2024-01-15\"}]";
    static const char *const spans[] = {"2024-01-15/2024-04-20", "term:XIX"};
    mandate_batch *batch;
    mandate_bytes *bytes;
    int64_t revision;
    size_t i;
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&batch, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_json(batch, term, MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_record(ledger, &act, batch, &revision, &err));
    mandate_batch_free(batch);
    for (i = 0; i < sizeof spans / sizeof spans[0]; ++i) {
        mandate_batch *args = review_arguments(spans[i]);
        CHECK_CALL(MANDATE_OK,
                   mandate_report(ledger, &view, MANDATE_FORMAT_JSON, args, &bytes, &err));
        CHECK_HOLDS(mandate_bytes_data(bytes),
                    "\"period\":\"2024-01-15/2024-04-20\",\"first_day\":\"2024-01-15\"");
        CHECK_HOLDS(mandate_bytes_data(bytes),
                    "\"compared\":[{\"period\":\"2023-10-10/2024-01-14\"");
        CHECK_HOLDS(mandate_bytes_data(bytes), "{\"period\":\"2023-01-15/2023-04-20\"");
        mandate_bytes_free(bytes);
        mandate_batch_free(args);
    }
    mandate_error_free(err);
    mandate_ledger_close(ledger);
}

static void agencies_that_work_together_in_a_period(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_batch *args;
    mandate_bytes *bytes;
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_PERIOD, "2024-Q1", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_agency_report(ledger, &view, args, MANDATE_FORMAT_JSON,
                                                 MANDATE_LANGUAGE_EN, &bytes, &err));
    CHECK_HOLDS(mandate_bytes_data(bytes), "\"period\":\"2024-Q1\",\"network\":[");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_OK, mandate_agency_report(ledger, &view, args, MANDATE_FORMAT_TEXT,
                                                 MANDATE_LANGUAGE_EN, &bytes, &err));
    CHECK_HOLDS(mandate_bytes_data(bytes), "Coordination in Q1 2024");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_DOCUMENT, "D1", MANDATE_NTS, &err));
    DIRTY(bytes);
    CHECK_CALL(MANDATE_E_UNKNOWN_FIELD,
               mandate_agency_report(ledger, &view, args, MANDATE_FORMAT_JSON, MANDATE_LANGUAGE_EN,
                                     &bytes, &err));
    CHECK(bytes == NULL);
    CHECK_HOLDS(mandate_error_text(err), "coordination_network: document");
    mandate_error_free(err);
    mandate_batch_free(args);
    mandate_ledger_close(ledger);
}

static void a_review_of_several_agencies(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_batch *args = review_arguments("2024-Q1");
    mandate_bytes *bytes;
    CHECK_CALL(MANDATE_OK, mandate_batch_text(args, MANDATE_FIELD_AGENCY, "A", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(args, MANDATE_FIELD_AGENCY, "B", MANDATE_NTS, &err));
    DIRTY(bytes);
    CHECK_CALL(MANDATE_OK, mandate_report(ledger, &view, MANDATE_FORMAT_JSON, args, &bytes, &err));
    CHECK_HOLDS(mandate_bytes_data(bytes), "\"only_agencies\":[\"A\",\"B\"]");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_AGENCY, "NOBODY", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_E_UNKNOWN_REFERENCE,
               mandate_report(ledger, &view, MANDATE_FORMAT_JSON, args, &bytes, &err));
    CHECK_HOLDS(mandate_error_text(err), "NOBODY");
    CHECK(bytes == NULL);
    mandate_error_free(err);
    mandate_batch_free(args);
    mandate_ledger_close(ledger);
}

#define REVIEW(command, more) \
    "{\"command\":\"" command "\",\"effective_on\":\"2024-04-25\",\"review\":\"R1\"" more "}\n"
#define DRAFT \
    REVIEW("draft_review", ",\"agency\":\"A\",\"period\":\"2024-Q1\",\"cut_off\":\"2024-04-25\"")
#define CLOSE(more) REVIEW("close_review", ",\"agency\":\"A\"" more)

static void reviews_that_cannot_be_drafted_or_closed(void) {
    static const struct {
        const char *commands;
        const char *told;
    } cases[] = {
        {"{\"command\":\"hold_meeting\",\"effective_on\":\"2024-04-24\",\"meeting\":\"M\","
         "\"name_vi\":\"x\",\"body\":\"A\"}\n" REVIEW(
             "draft_review",
             ",\"agency\":\"A\",\"period\":\"2024-Q1\",\"cut_off\":\"2024-04-25\",\"meeting\":"
             "\"M\""),
         "the cut-off 2024-04-25 lies after meeting M"},
        {REVIEW("draft_review",
                ",\"agency\":\"NOBODY\",\"period\":\"2024-Q1\",\"cut_off\":\"2024-04-25\""),
         "NOBODY"},
        {DRAFT REVIEW("send_review", "") CLOSE(""), "T01 cause text remedy proposed_deadline"},
        {DRAFT REVIEW("send_review", "") CLOSE(",\"reason\":\"x\",\"answer_due\":\"2024-05-10\"")
             CLOSE(""),
         "was closed on 2024-04-25"},
        {"{\"command\":\"add_official\",\"effective_on\":\"2024-01-01\",\"official\":\"O\","
         "\"name_vi\":\"x\"}\n" DRAFT REVIEW("send_review", "")
             CLOSE(",\"reason\":\"x\",\"answer_due\":\"2024-05-10\",\"official\":\"O\""),
         "official O neither chaired the meeting"},
    };
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_act act = fixture_act();
    int64_t revision = 0;
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        mandate_batch *batch = batch_of_json(cases[i].commands);
        const mandate_status status = mandate_record(ledger, &act, batch, NULL, &err);
        CHECK(status != MANDATE_OK);
        CHECK_HOLDS(mandate_error_text(err), cases[i].told);
        mandate_error_free(err);
        err = NULL;
        mandate_batch_free(batch);
    }
    CHECK_CALL(MANDATE_OK, mandate_ledger_revision(ledger, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS);
    mandate_ledger_close(ledger);
}

static void a_sound_chain_has_no_findings(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_table *findings;
    DIRTY(findings);
    CHECK_CALL(MANDATE_OK, mandate_verify(ledger, &findings, &err));
    CHECK(mandate_table_rows(findings) == 0);
    mandate_table_free(findings);
    mandate_ledger_close(ledger);
}

static void no_table_is_an_empty_one(void) {
    CHECK(mandate_table_rows(NULL) == 0);
    CHECK(mandate_table_columns(NULL) == 0);
    CHECK(mandate_table_name(NULL, 0) == NULL);
    CHECK(mandate_table_type(NULL, 0) == 0);
    CHECK(mandate_table_valid(NULL, 0) == NULL);
    CHECK(mandate_table_i64s(NULL, 0) == NULL);
    CHECK(mandate_table_offsets(NULL, 0) == NULL);
    CHECK(mandate_table_utf8(NULL, 0) == NULL);
    mandate_table_free(NULL);
}

/* Where a task comes from, and what a search finds, by the numbers of names.h. */
static void lineage_and_search(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    const mandate_view view = fixture_view();
    mandate_batch *args;
    mandate_table *table;
    DIRTY(args);
    DIRTY(table);
    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_text(args, MANDATE_FIELD_TASK, "T01", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_ask(ledger, &view, MANDATE_QUESTION_LINEAGE, args, &table, &err));
    CHECK(mandate_table_rows(table) == 2);
    CHECK(text_is(table, "kind", 1, "document"));
    CHECK(text_is(table, "code", 1, "D1"));
    mandate_table_free(table);
    mandate_batch_free(args);

    CHECK_CALL(MANDATE_OK, mandate_batch_new(&args, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_batch_text(args, MANDATE_FIELD_TEXT, "LUU TRU", MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_OK, mandate_batch_int(args, MANDATE_FIELD_KIND, MANDATE_KIND_TASK, &err));
    CHECK_CALL(MANDATE_OK, mandate_ask(ledger, &view, MANDATE_QUESTION_SEARCH, args, &table, &err));
    CHECK(mandate_table_rows(table) == 1);
    CHECK(text_is(table, "code", 0, "T03"));
    mandate_table_free(table);
    mandate_batch_free(args);
    mandate_ledger_close(ledger);
}

int main(void) {
    lineage_and_search();
    tasks_as_columns();
    moves_and_changes();
    columns_that_are_not_there();
    an_empty_table_has_columns_that_are_not_null();
    arguments_are_checked();
    what_was_known_then();
    reports_in_three_forms();
    a_review_outlives_its_ledger();
    reports_that_cannot_be_made();
    a_review_is_rounded_as_asked();
    a_review_of_its_own_days_and_of_a_term();
    agencies_that_work_together_in_a_period();
    a_review_of_several_agencies();
    reviews_that_cannot_be_drafted_or_closed();
    a_sound_chain_has_no_findings();
    no_table_is_an_empty_one();
    return report_failures();
}
