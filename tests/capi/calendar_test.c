/* Work calendars, lunar dates and periods. */
#include "check.h"
#include "fixture.h"

#define DAY_2024_04_29 19842 /* off by a swap, announced on 12 April */
#define DAY_2024_05_02 19845
#define DAY_2024_05_03 19846
#define DAY_2024_05_04 19847 /* the Saturday worked for it */
#define DAY_2024_05_06 19849
#define DAY_2024_06_28 19902
#define NOT_COVERED 1000000

static mandate_calendar *viet_nam(void) {
    mandate_calendar *made = NULL;
    (void)mandate_calendar_new(31, MANDATE_HOLIDAY_RULES_VIET_NAM, NULL, 0, NULL, 0, &made, NULL);
    return made;
}

static void one_day_at_a_time(void) {
    mandate_error *err = NULL;
    mandate_calendar *calendar = viet_nam();
    int32_t answer;

    CHECK_CALL(MANDATE_OK, mandate_calendar_works(calendar, DAY_2024_04_29, &answer, &err));
    CHECK(answer == 0);
    CHECK_CALL(MANDATE_OK, mandate_calendar_works(calendar, DAY_2024_05_04, &answer, &err));
    CHECK(answer == 1);
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_add(calendar, DAY_2024_04_25, 3, MANDATE_ROLL_NONE, &answer, &err));
    CHECK(answer == DAY_2024_05_03);
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_add(calendar, DAY_2024_04_25, 5, MANDATE_ROLL_NONE, &answer, &err));
    CHECK(answer == DAY_2024_05_06);
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_add(calendar, DAY_2024_04_29, 0, MANDATE_ROLL_NONE, &answer, &err));
    CHECK(answer == DAY_2024_04_29);
    CHECK_CALL(MANDATE_OK, mandate_calendar_add(calendar, DAY_2024_04_29, 0, MANDATE_ROLL_FOLLOWING,
                                                &answer, &err));
    CHECK(answer == DAY_2024_05_02);
    CHECK_CALL(MANDATE_OK, mandate_calendar_add(calendar, DAY_2024_04_29, 0, MANDATE_ROLL_PRECEDING,
                                                &answer, &err));
    CHECK(answer == DAY_2024_04_25 + 1);
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_count(calendar, DAY_2024_03_31, DAY_2024_06_28 + 2, &answer, &err));
    CHECK(answer == 62);
    CHECK_CALL(MANDATE_OK, mandate_calendar_nth(calendar, DAY_2024_03_31 + 1, DAY_2024_06_28 + 2,
                                                -1, &answer, &err));
    CHECK(answer == DAY_2024_06_28);
    CHECK_CALL(MANDATE_OK, mandate_calendar_provisional(calendar, DAY_2024_04_25, &answer, &err));
    CHECK(answer == 0);
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_provisional(calendar, DAY_2024_04_25 + 800, &answer, &err));
    CHECK(answer == 1);
    mandate_error_free(err);
    mandate_calendar_free(calendar);
}

static void many_days_at_once(void) {
    mandate_error *err = NULL;
    mandate_calendar *calendar = viet_nam();
    const int32_t days[3] = {DAY_2024_04_25, DAY_2024_04_29, DAY_2024_05_04};
    const int32_t counts[3] = {3, 1, -1};
    const int32_t wrong[3] = {DAY_2024_04_25, NOT_COVERED, DAY_2024_05_04};
    int32_t out[3];
    int32_t back[3];

    CHECK_CALL(MANDATE_OK, mandate_calendar_works_each(calendar, days, 3, out, &err));
    CHECK(out[0] == 1 && out[1] == 0 && out[2] == 1);
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_add_each(calendar, days, counts, 3, MANDATE_ROLL_NONE, out, &err));
    CHECK(out[0] == DAY_2024_05_03 && out[1] == DAY_2024_05_02 && out[2] == DAY_2024_05_03);
    CHECK_CALL(MANDATE_OK, mandate_calendar_count_each(calendar, days, out, 3, back, &err));
    CHECK(back[0] == 3 && back[1] == 1 && back[2] == -1);
    CHECK_CALL(MANDATE_OK, mandate_calendar_numbers(calendar, days, 3, out, &err));
    CHECK_CALL(MANDATE_OK, mandate_calendar_days(calendar, out, 3, back, &err));
    CHECK(back[0] == days[0] && back[1] == DAY_2024_05_02 && back[2] == days[2]);

    DIRTY(out);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_works_each(calendar, wrong, 3, out, &err));
    CHECK_HOLDS(mandate_error_json(err), "\"index\":\"1\"");
    CHECK(out[0] == 0 && out[1] == 0 && out[2] == 0);
    DIRTY(out);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_calendar_add_each(calendar, wrong, counts, 3, MANDATE_ROLL_NONE, out, &err));
    CHECK(out[0] == 0 && out[1] == 0 && out[2] == 0);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_calendar_count_each(calendar, days, wrong, 3, out, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_numbers(calendar, wrong, 3, out, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_days(calendar, wrong, 3, out, &err));
    CHECK_HOLDS(mandate_error_text(err), "working day number 1000000");
    CHECK(strstr(mandate_error_text(err), "entry") == strstr(mandate_error_text(err), "entry 1:"));
    CHECK(strstr(strstr(mandate_error_text(err), "entry 1:") + 1, "entry") == NULL);

    /* In place: the results may lie where the days were. */
    memcpy(back, days, sizeof back);
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_add_each(calendar, back, counts, 3, MANDATE_ROLL_NONE, back, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_add_each(calendar, days, counts, 3, MANDATE_ROLL_NONE, out, &err));
    CHECK(memcmp(back, out, sizeof out) == 0);
    memcpy(back, days, sizeof back);
    CHECK_CALL(MANDATE_OK, mandate_calendar_numbers(calendar, back, 3, back, &err));
    CHECK_CALL(MANDATE_OK, mandate_calendar_days(calendar, back, 3, back, &err));
    CHECK(back[0] == days[0] && back[1] == DAY_2024_05_02 && back[2] == days[2]);
    memcpy(back, days, sizeof back);
    back[1] = NOT_COVERED;
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_works_each(calendar, back, 3, back, &err));
    CHECK(back[0] == 0 && back[1] == 0 && back[2] == 0);

    CHECK_CALL(MANDATE_OK, mandate_calendar_works_each(calendar, NULL, 0, NULL, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_calendar_works_each(calendar, days, SIZE_MAX, out, &err));
    mandate_error_free(err);
    mandate_calendar_free(calendar);
}

static void what_it_is_made_of(void) {
    mandate_error *err = NULL;
    mandate_calendar *calendar;
    mandate_calendar *before;
    mandate_table *table;
    const int32_t off[1] = {DAY_2024_05_03};
    const int32_t worked[2] = {DAY_2024_05_03 + 1, DAY_2024_05_03 + 2};
    const int32_t wrong[1] = {NOT_COVERED};
    int32_t answer;

    CHECK_CALL(MANDATE_OK, mandate_calendar_new(31, MANDATE_HOLIDAY_RULES_NONE, off, 1, worked, 2,
                                                &calendar, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_calendar_count(calendar, DAY_2024_05_02, DAY_2024_05_06, &answer, &err));
    CHECK(answer == 3); /* 4, 5 and 6 May */
    mandate_calendar_free(calendar);

    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_new(0, MANDATE_HOLIDAY_RULES_NONE, NULL, 0,
                                                            NULL, 0, &calendar, &err));
    CHECK(calendar == NULL);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_calendar_new(128, MANDATE_HOLIDAY_RULES_NONE,
                                                                NULL, 0, NULL, 0, &calendar, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_calendar_new(31, 9, NULL, 0, NULL, 0, &calendar, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_new(31, MANDATE_HOLIDAY_RULES_NONE, wrong,
                                                            1, NULL, 0, &calendar, &err));
    CHECK_HOLDS(mandate_error_text(err), "1000000");

    CHECK_CALL(MANDATE_OK,
               mandate_calendar_json("{\"known_on\":\"2024-03-31\"}", MANDATE_NTS, &before, &err));
    CHECK_CALL(MANDATE_OK, mandate_calendar_works(before, DAY_2024_04_29, &answer, &err));
    CHECK(answer == 1);
    mandate_calendar_free(before);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_calendar_json("{\"exceptions\":[{\"day\":\"2024-02-30\","
                                     "\"day_kind\":\"off\"}]}",
                                     MANDATE_NTS, &before, &err));
    CHECK_HOLDS(mandate_error_text(err), "exceptions[0].day: \"2024-02-30\"");

    CHECK_CALL(MANDATE_OK, mandate_calendar_json("{\"exceptions\":[{\"day\":\"2024-06-14\","
                                                 "\"day_kind\":\"off\"},{\"day\":\"2024-06-14\","
                                                 "\"day_kind\":\"worked\"}]}",
                                                 MANDATE_NTS, &before, &err));
    CHECK_CALL(MANDATE_OK, mandate_calendar_findings(before, &table, &err));
    CHECK(mandate_table_rows(table) == 1);
    mandate_table_free(table);
    CHECK_CALL(MANDATE_OK, mandate_calendar_year(before, 2024, &table, &err));
    CHECK(mandate_table_rows(table) == 16); /* 15 of the year 2024, and 14 June */
    CHECK_TEXT(mandate_table_name(table, 2), "holiday");
    mandate_table_free(table);
    mandate_calendar_free(before);
    mandate_calendar_free(NULL);
    mandate_error_free(err);
}

static void that_of_a_ledger(void) {
    mandate_error *err = NULL;
    mandate_ledger *ledger = fixture_ledger();
    mandate_view view = fixture_view();
    mandate_calendar *calendar;
    int32_t answer;

    CHECK_CALL(MANDATE_OK, mandate_calendar_of_ledger(ledger, &view, NULL, 0, &calendar, &err));
    CHECK_CALL(MANDATE_OK, mandate_calendar_works(calendar, DAY_2024_04_29, &answer, &err));
    CHECK(answer == 0);
    mandate_calendar_free(calendar);
    CHECK_CALL(MANDATE_OK, mandate_calendar_of_ledger(ledger, &view, "A", 1, &calendar, &err));
    mandate_ledger_close(ledger);
    CHECK_CALL(MANDATE_OK, mandate_calendar_works(calendar, DAY_2024_05_04, &answer, &err));
    CHECK(answer == 1); /* it outlives the ledger */
    mandate_calendar_free(calendar);

    ledger = fixture_ledger();
    CHECK_CALL(MANDATE_E_UNKNOWN_REFERENCE,
               mandate_calendar_of_ledger(ledger, &view, "nobody", 6, &calendar, &err));
    CHECK_HOLDS(mandate_error_text(err), "nobody");
    mandate_ledger_close(ledger);
    mandate_error_free(err);
}

static void reports_of_a_year(void) {
    mandate_error *err = NULL;
    mandate_calendar *calendar = viet_nam();
    mandate_bytes *bytes;

    CHECK_CALL(MANDATE_OK, mandate_calendar_report(calendar, 2024, MANDATE_FORMAT_TEXT,
                                                   MANDATE_LANGUAGE_EN, &bytes, &err));
    CHECK_HOLDS(mandate_bytes_data(bytes), "day off swapped with 4 May 2024");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_OK, mandate_calendar_report(calendar, 2024, MANDATE_FORMAT_JSON,
                                                   MANDATE_LANGUAGE_VI, &bytes, &err));
    CHECK_HOLDS(mandate_bytes_data(bytes), "\"quarters\":[59,62,64,66]");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_calendar_report(calendar, 2024, MANDATE_FORMAT_HTML, MANDATE_LANGUAGE_VI,
                                       &bytes, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_calendar_report(calendar, 2024, MANDATE_FORMAT_TEXT, 4, &bytes, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_report(calendar, 2200, MANDATE_FORMAT_TEXT,
                                                               MANDATE_LANGUAGE_VI, &bytes, &err));
    CHECK(bytes == NULL);
    mandate_error_free(err);
    mandate_calendar_free(calendar);
}

static void bad_input_names_what_is_wrong(void) {
    mandate_error *err = NULL;
    mandate_calendar *calendar = viet_nam();
    int32_t answer;

    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_calendar_works(calendar, NOT_COVERED, &answer, &err));
    CHECK_HOLDS(mandate_error_text(err), "1000000");
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_add(calendar, DAY_2024_04_25, INT32_MAX,
                                                            MANDATE_ROLL_NONE, &answer, &err));
    CHECK_HOLDS(mandate_error_text(err), "2147483647 working days from 2024-04-25");
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_calendar_add(calendar, DAY_2024_04_25, INT32_MIN,
                                                            MANDATE_ROLL_NONE, &answer, &err));
    CHECK(answer == 0);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT,
               mandate_calendar_add(calendar, DAY_2024_04_25, 1, 0, &answer, &err));
    CHECK_HOLDS(mandate_error_text(err), "MANDATE_ROLL_NONE");
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_calendar_count(calendar, NOT_COVERED, DAY_2024_04_25, &answer, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_calendar_nth(calendar, DAY_2024_04_25, DAY_2024_04_25, 2, &answer, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_calendar_provisional(calendar, NOT_COVERED, &answer, &err));
    mandate_error_free(err);
    mandate_calendar_free(calendar);
}

static void lunar_days_and_periods(void) {
    mandate_error *err = NULL;
    mandate_bytes *bytes;
    int32_t year;
    int32_t month;
    int32_t monthday;
    int32_t leap;
    int32_t official;
    int32_t first;
    int32_t last;

    CHECK_CALL(MANDATE_OK, mandate_lunar_to_day(2024, 3, 10, 0, &first, &err));
    CHECK(first == DAY_2024_04_25 - 7); /* 18 April, the Hung Kings' day */
    CHECK_CALL(MANDATE_OK,
               mandate_lunar_of_day(first, &year, &month, &monthday, &leap, &official, &err));
    CHECK(year == 2024 && month == 3 && monthday == 10 && leap == 0 && official == 1);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_lunar_to_day(2024, 1, 30, 0, &first, &err));
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_lunar_to_day(2024, 1, 1, 2, &first, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_lunar_of_day(NOT_COVERED, &year, &month, &monthday, &leap, &official, &err));

    CHECK_CALL(MANDATE_OK, mandate_period_days("2024-Q1", MANDATE_NTS, &first, &last, &err));
    CHECK(last == DAY_2024_03_31 && last - first == 90);
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_period_days("Q1", MANDATE_NTS, &first, &last, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_period_of_day(DAY_2024_04_25, MANDATE_PERIOD_QUARTER, &bytes, &err));
    CHECK_TEXT(mandate_bytes_data(bytes), "2024-Q2");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_E_INVALID_ARGUMENT, mandate_period_of_day(DAY_2024_04_25, 0, &bytes, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_period_of_day(NOT_COVERED, MANDATE_PERIOD_YEAR, &bytes, &err));
    CHECK_CALL(MANDATE_OK, mandate_period_next("2024-Q4", MANDATE_NTS, 1, &bytes, &err));
    CHECK_TEXT(mandate_bytes_data(bytes), "2025-Q1");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_OK, mandate_period_next("2024-01", MANDATE_NTS, -13, &bytes, &err));
    CHECK_TEXT(mandate_bytes_data(bytes), "2022-12");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_OK,
               mandate_period_next("2024-01-15/2024-04-20", MANDATE_NTS, -1, &bytes, &err));
    CHECK_TEXT(mandate_bytes_data(bytes), "2023-10-10/2024-01-14");
    mandate_bytes_free(bytes);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_period_next("2024-01-15/2024-04-20", MANDATE_NTS, INT32_MAX, &bytes, &err));
    CHECK_CALL(MANDATE_E_MALFORMED,
               mandate_period_days("2024-01-15/", MANDATE_NTS, &first, &last, &err));
    CHECK_HOLDS(mandate_error_text(err), "has no end");
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_period_next("2024", MANDATE_NTS, INT32_MIN, &bytes, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_period_next("2024-Q4", MANDATE_NTS, INT32_MAX, &bytes, &err));
    CHECK_CALL(MANDATE_OK,
               mandate_period_contains("2024-Q2", MANDATE_NTS, DAY_2024_04_25, &leap, &err));
    CHECK(leap == 1);
    CHECK_CALL(MANDATE_OK,
               mandate_period_contains("2024-Q1", MANDATE_NTS, DAY_2024_04_25, &leap, &err));
    CHECK(leap == 0);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_period_contains("2024-Q1", MANDATE_NTS, NOT_COVERED, &leap, &err));
    mandate_error_free(err);
}

static void terms_and_deadlines(void) {
    mandate_error *err = NULL;
    int32_t first, last, precision, due, standing;
    /* A congress of 16 to 18 October 2020: made up. 18553: 2020-10-18. */
    CHECK_CALL(MANDATE_OK, mandate_term_days("2020-2025", MANDATE_NTS, 18551, 18553, MANDATE_NO_DAY,
                                             &first, &last, &err));
    CHECK(first == 18553 && last == 20453); /* 2025-12-31 */
    CHECK_CALL(MANDATE_OK, mandate_term_days("2020-2025", MANDATE_NTS, 18551, 18553, 20361, &first,
                                             &last, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_term_days("2020-2025", MANDATE_NTS, -NOT_COVERED, 18553, MANDATE_NO_DAY,
                                 &first, &last, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_term_days("2020-2025", MANDATE_NTS, 18551, 18553,
                                                         NOT_COVERED, &first, &last, &err));
    CHECK_CALL(MANDATE_OK, mandate_term_days("2020-2025", MANDATE_NTS, 18551, 18553, 20361, &first,
                                             &last, &err));
    CHECK(last == 20360); /* the day before: the next term has begun */
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_term_days("2020-2025", MANDATE_NTS, 18553, 18551,
                                                         MANDATE_NO_DAY, &first, &last, &err));
    CHECK_CALL(MANDATE_E_MALFORMED, mandate_term_days("XIX", MANDATE_NTS, 18551, 18553,
                                                      MANDATE_NO_DAY, &first, &last, &err));

    CHECK_CALL(MANDATE_OK, mandate_deadline_read("30/4/2024", MANDATE_NTS, DAY_2024_04_25,
                                                 &precision, &due, &standing, &err));
    CHECK(precision == MANDATE_DEADLINE_PRECISION_DAY && due == DAY_2024_04_25 + 5 &&
          standing == MANDATE_NO_DAY);
    CHECK_CALL(MANDATE_OK, mandate_deadline_read("2024-Q1?", MANDATE_NTS, DAY_2024_04_25,
                                                 &precision, &due, &standing, &err));
    CHECK(precision == 0 && due == MANDATE_NO_DAY && standing == MANDATE_NO_DAY);
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE,
               mandate_deadline_read("31/6/2025", MANDATE_NTS, DAY_2024_04_25, &precision, &due,
                                     &standing, &err));
    CHECK_CALL(MANDATE_E_OUT_OF_RANGE, mandate_deadline_read("6/2025", MANDATE_NTS, NOT_COVERED,
                                                             &precision, &due, &standing, &err));
    mandate_error_free(err);
}

int main(void) {
    one_day_at_a_time();
    many_days_at_once();
    what_it_is_made_of();
    that_of_a_ledger();
    reports_of_a_year();
    bad_input_names_what_is_wrong();
    lunar_days_and_periods();
    terms_and_deadlines();
    return report_failures();
}
