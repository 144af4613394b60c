/* Ledgers: opened, refused, closed. */
#include "check.h"
#include "fixture.h"

static void a_ledger_in_memory_is_empty(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger;
    int64_t revision;
    int32_t minutes;
    DIRTY(ledger);
    DIRTY(revision);
    DIRTY(minutes);
    CHECK_CALL(MANDATE_OK, mandate_ledger_memory(180, &ledger, &err));
    CHECK_CALL(MANDATE_OK, mandate_ledger_revision(ledger, &revision, &err));
    CHECK(revision == 0);
    CHECK_CALL(MANDATE_OK, mandate_ledger_utc_offset(ledger, &minutes, &err));
    CHECK(minutes == 180);
    mandate_ledger_close(ledger);
}

static void a_file_appears_with_the_first_record(void) {
    static const char path[] = "ledger_test.ledger";
    mandate_error *err = NULL;
    mandate_ledger *ledger;
    int64_t revision;
    FILE *file;
    remove_ledger(path);
    CHECK_CALL(MANDATE_OK,
               mandate_ledger_open(path, MANDATE_NTS, MANDATE_OPEN_CREATE, 420, &ledger, &err));
    mandate_ledger_close(ledger);
    file = fopen(path, "rb");
    CHECK(file == NULL);

    mandate_ledger_close(fixture_file(path));
    CHECK_CALL(MANDATE_OK,
               mandate_ledger_open(path, sizeof path - 1, MANDATE_OPEN_READ, 0, &ledger, &err));
    CHECK_CALL(MANDATE_OK, mandate_ledger_revision(ledger, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS);
    mandate_ledger_close(ledger);
    remove_ledger(path);
}

static void a_ledger_is_copied_exported_and_followed(void) {
    static const char path[] = "original.ledger", copy[] = "copy.ledger", tables[] = "tables.db";
    mandate_error *err = NULL;
    mandate_ledger *writer, *reader, *copied;
    mandate_table *findings;
    const mandate_act act = fixture_act();
    const mandate_view view = fixture_view();
    mandate_batch *batch = batch_of_json(
        "[{\"command\":\"add_agency\",\"agency\":\"NEW\","
        "\"name_vi\":\"N\",\"effective_on\":\"2024-01-02\"}]");
    int64_t revision;
    remove_ledger(path);
    remove_ledger(copy);
    (void)remove(tables);
    writer = fixture_file(path);
    CHECK_CALL(MANDATE_OK,
               mandate_ledger_open(path, MANDATE_NTS, MANDATE_OPEN_READ, 0, &reader, &err));
    CHECK_CALL(MANDATE_OK, mandate_record(writer, &act, batch, &revision, &err));
    CHECK_CALL(MANDATE_OK, mandate_ledger_refresh(reader, &err));
    CHECK_CALL(MANDATE_OK, mandate_ledger_revision(reader, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS + 1);
    CHECK_CALL(MANDATE_OK, mandate_ledger_findings(reader, &findings, &err));
    CHECK(mandate_table_rows(findings) == 0);
    mandate_table_free(findings);

    CHECK_CALL(MANDATE_OK, mandate_backup(writer, copy, MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_E_CONFLICT, mandate_backup(writer, copy, MANDATE_NTS, &err));
    CHECK_HOLDS(mandate_error_text(err), "is there already");
    CHECK_CALL(MANDATE_OK,
               mandate_ledger_open(copy, MANDATE_NTS, MANDATE_OPEN_READ, 0, &copied, &err));
    CHECK_CALL(MANDATE_OK, mandate_ledger_revision(copied, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS + 1);
    CHECK_CALL(MANDATE_OK, mandate_verify(copied, &findings, &err));
    CHECK(mandate_table_rows(findings) == 0);
    mandate_table_free(findings);
    CHECK_CALL(MANDATE_OK, mandate_export_sqlite(copied, &view, tables, MANDATE_NTS, &err));
    CHECK_CALL(MANDATE_E_REFUSED, mandate_export_sqlite(copied, &view, path, MANDATE_NTS, &err));
    CHECK_HOLDS(mandate_error_text(err), "is a ledger");

    mandate_error_free(err);
    mandate_batch_free(batch);
    mandate_ledger_close(copied);
    mandate_ledger_close(reader);
    mandate_ledger_close(writer);
    remove_ledger(path);
    remove_ledger(copy);
    (void)remove(tables);
}

static void the_record_is_signed(void) {
    static const char key[] =
        "-----BEGIN PRIVATE KEY-----\n"
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
        "-----END PRIVATE KEY-----\n";
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_table *findings;
    mandate_bytes *statement;
    const mandate_act act = fixture_act();
    int64_t revision;
    CHECK_CALL(MANDATE_OK, mandate_sign(ledger, &act, key, MANDATE_NTS, 0, &revision, &err));
    CHECK(revision == FIXTURE_EVENTS + 1);
    CHECK_CALL(MANDATE_OK, mandate_verify(ledger, &findings, &err));
    CHECK(mandate_table_rows(findings) == 0);
    mandate_table_free(findings);
    CHECK_CALL(MANDATE_OK, mandate_statement_to_sign(ledger, 1, DAY_2024_04_25, &statement, &err));
    CHECK(mandate_bytes_size(statement) > 32);
    mandate_bytes_free(statement);
    CHECK_CALL(MANDATE_E_UNKNOWN_REFERENCE,
               mandate_statement_to_sign(ledger, 99, DAY_2024_04_25, &statement, &err));
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_sign(ledger, &act, "x", 1, 0, &revision, &err));
    CHECK(revision == 0);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_sign(ledger, &act, key, MANDATE_NTS, -1, &revision, &err));
    mandate_error_free(err);
    mandate_ledger_close(ledger);
}

static void what_cannot_be_opened(void) {
    static const char foreign[] = "foreign.ledger";
    const struct {
        const char *path;
        int32_t mode;
        int32_t offset;
        mandate_status status;
        const char *told;
    } cases[] = {
        {"absent.ledger", MANDATE_OPEN_READ, 420, MANDATE_E_NOT_FOUND, "absent.ledger"},
        {"absent.ledger", MANDATE_OPEN_WRITE, 420, MANDATE_E_NOT_FOUND, "absent.ledger"},
        {"", MANDATE_OPEN_READ, 420, MANDATE_E_INVALID_ARGUMENT, "path is empty"},
        {foreign, MANDATE_OPEN_READ, 420, MANDATE_E_NOT_A_LEDGER, foreign},
        {foreign, MANDATE_OPEN_CREATE, 420, MANDATE_E_NOT_A_LEDGER, foreign},
        {"x.ledger", 0, 420, MANDATE_E_INVALID_ARGUMENT, "mode"},
        {"x.ledger", 4, 420, MANDATE_E_INVALID_ARGUMENT, "mode"},
        {"x.ledger", MANDATE_OPEN_CREATE, 841, MANDATE_E_INVALID_ARGUMENT, "utc_offset_minutes"},
        {"x.ledger", MANDATE_OPEN_CREATE, INT32_MIN, MANDATE_E_INVALID_ARGUMENT,
         "utc_offset_minutes"},
    };
    mandate_error *err = NULL;
    mandate_ledger *ledger;
    FILE *file = fopen(foreign, "wb");
    size_t i;
    (void)fputs("not a ledger\n", file);
    (void)fclose(file);
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        DIRTY(ledger);
        CHECK_CALL(cases[i].status, mandate_ledger_open(cases[i].path, MANDATE_NTS, cases[i].mode,
                                                        cases[i].offset, &ledger, &err));
        CHECK(ledger == NULL);
        CHECK_HOLDS(mandate_error_text(err), cases[i].told);
        CHECK(strchr(mandate_error_text(err), '\n') == NULL);
    }
    DIRTY(ledger);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_ledger_memory(-721, &ledger, &err));
    CHECK(ledger == NULL);
    mandate_error_free(err);
    (void)remove(foreign);
}

static void closing_nothing_is_harmless(void) { mandate_ledger_close(NULL); }

int main(void) {
    a_ledger_in_memory_is_empty();
    a_file_appears_with_the_first_record();
    a_ledger_is_copied_exported_and_followed();
    the_record_is_signed();
    what_cannot_be_opened();
    closing_nothing_is_harmless();
    return report_failures();
}
