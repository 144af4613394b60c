/* Structs of older and newer programs: the growth rules of mandate.h. */
#include "check.h"
#include "fixture.h"

/* The view of a program built with a later header. */
struct later_view {
    mandate_view known;
    int64_t added;
    int64_t added_too;
};
struct later_act {
    mandate_act known;
    int64_t added;
};

static void views_of_any_size(void) {
    static const struct {
        uint32_t size;
        int64_t added_too;
        mandate_status status;
        const char *why;
    } cases[] = {
        {sizeof(mandate_view), 7, MANDATE_OK, "what lies behind the struct is not looked at"},
        {sizeof(struct later_view), 0, MANDATE_OK, "later members at their defaults"},
        {sizeof(struct later_view), 7, MANDATE_E_INVALID_ARGUMENT, "a later member is used"},
        {sizeof(mandate_view) - 1, 0, MANDATE_E_INVALID_ARGUMENT, "smaller than the first release"},
        {0, 0, MANDATE_E_INVALID_ARGUMENT, "struct_size was forgotten"},
    };
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        const int before = failures;
        struct later_view view;
        mandate_table *table;
        (void)memset(&view, 0, sizeof view);
        view.known = fixture_view();
        view.known.struct_size = cases[i].size;
        view.added_too = cases[i].added_too;
        DIRTY(table);
        CHECK_CALL(cases[i].status,
                   mandate_ask(ledger, &view.known, MANDATE_QUESTION_TASKS, NULL, &table, &err));
        CHECK((table != NULL) == (cases[i].status == MANDATE_OK));
        mandate_table_free(table);
        if (failures != before) (void)printf("  %s\n", cases[i].why);
    }
    mandate_error_free(err);
    mandate_ledger_close(ledger);
}

static void acts_of_any_size(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_batch *batch = batch_of_json("[]");
    struct later_act act;
    (void)memset(&act, 0, sizeof act);
    act.known = fixture_act();
    act.known.struct_size = sizeof act;
    CHECK_CALL(MANDATE_OK, mandate_record(ledger, &act.known, batch, NULL, &err));
    act.added = 1;
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_record(ledger, &act.known, batch, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "act");
    act.known.struct_size = 8;
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_record(ledger, &act.known, batch, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "struct_size");
    mandate_error_free(err);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

static void days_outside_the_calendar(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_batch *batch = batch_of_json("[]");
    mandate_view view = fixture_view();
    mandate_act act = fixture_act();
    mandate_table *table;
    view.as_of = INT32_MAX;
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, NULL, &table, &err));
    CHECK_HOLDS(mandate_error_text(err), "as_of");
    act.today = INT32_MIN;
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_record(ledger, &act, batch, NULL, &err));
    CHECK_HOLDS(mandate_error_text(err), "today");
    mandate_error_free(err);
    mandate_batch_free(batch);
    mandate_ledger_close(ledger);
}

int main(void) {
    views_of_any_size();
    acts_of_any_size();
    days_outside_the_calendar();
    return report_failures();
}
