"""The questions that a chair asks at a quarterly meeting, each answered by one call, on a made-up
record: Agency P assigns, the Office of it keeps the record, agencies A to E work."""

import datetime

import pytest
from conftest import NOW

import mandate
from mandate import commands as c

DAY = "2024-04-25"

RECORD = [
    *(c.add_agency(code, f"Agency {code}", name_en=f"Agency {code}", effective_on="2023-01-02")
      for code in ("P", "OFFICE", "A", "B", "C", "D", "E")),
    c.add_official("OFF1", "Official 1", effective_on="2023-01-02"),
    c.add_post("HEAD-A", "A", "Head of Agency A", effective_on="2023-01-02"),
    c.hold_post("OFF1", "HEAD-A", effective_on="2023-01-02"),
    c.charge_field("A", "records", post="HEAD-A", effective_on="2023-01-02"),

    # A resolution, the programme that carries it out, and one clause nobody has taken up.
    c.add_document("RES", "1-NQ/P", "resolution", "P", dated="2023-07-18",
                   effective_on="2023-07-18"),
    c.add_document("PRO", "2-CTr/P", "action_programme", "P", dated="2023-11-15",
                   effective_on="2023-11-15"),
    c.relate_documents("PRO", "implements", "RES", effective_on="2023-11-15"),
    c.add_clause("PRO-1", "PRO", "1", title_vi="Clause 1", effective_on="2023-11-15"),
    c.add_clause("PRO-2", "PRO", "2", title_vi="Clause 2", effective_on="2023-11-15"),
    c.schedule_document_review("REV", "RES", "interim", deadline="2024-05-31", lead="B",
                               effective_on="2024-01-10"),

    # The meeting of the quarter before, and its conclusions.
    c.hold_meeting("M1", "Meeting on the last quarter", "P", effective_on="2024-01-15"),
    c.conclude("M1-1", "M1", "task", "Conclusion 1", addressed_to="A", effective_on="2024-01-15"),

    # Work of the quarter.
    c.assign_task("T1", "Task 1", document="PRO", clause="PRO-1", assigner="P", lead="A",
                  coordinating="B", deadline="2024-03-01", duration=10, field_of_work="records",
                  effective_on="2024-01-15", conclusion="M1-1", meeting="M1"),
    c.assign_task("T2", "Task 2", document="PRO", clause="PRO-1", assigner="P", lead="B",
                  deadline="2024-02-15", acceptance="not_asked", effective_on="2024-01-15"),
    c.complete_task("T2", agency="B", effective_on="2024-02-20"),
    c.assign_task("T3", "Task 3", document="PRO", clause="PRO-1", assigner="P", lead="B",
                  deadline="2024-03-15", effective_on="2024-01-15"),
    c.submit_task("T3", agency="B", effective_on="2024-03-01"),
    c.return_task("T3", "incomplete", effective_on="2024-03-04"),
    c.submit_task("T3", agency="B", effective_on="2024-03-14"),
    c.accept_task("T3", quality="meets_after_revision", effective_on="2024-03-18"),
    c.assign_task("T4", "Task 4", document="PRO", clause="PRO-1", assigner="P", lead="C",
                  effective_on="2024-02-01"),
    c.assign_task("T5", "Task 5", document="PRO", clause="PRO-1", assigner="P", lead="C",
                  deadline="2024-05-10", duration=20, effective_on="2024-03-01"),
    c.assign_task("T6", "Task 6", document="PRO", clause="PRO-1", assigner="P", lead="A",
                  deadline="2024-06-28", duration=10, effective_on="2024-03-01"),
    c.link_tasks("L1", task="T5", after="T1", effective_on="2024-03-01"),
    c.link_tasks("L2", task="T6", after="T5", effective_on="2024-03-01"),
    c.plan_task("T1", "2024-Q1", effective_on="2024-01-15"),

    # How T1 came to be late.
    c.consult("K1", "T1", "A", ["B"], answer_due="2024-02-16", number="10-CV",
              effective_on="2024-02-05"),
    c.answer_consultation("K1", "B", "agree", effective_on="2024-02-26"),
    c.request_extension("T1", "2024-03-22", "opinion of Agency B late", agency="A",
                        effective_on="2024-02-27"),
    c.revise_deadline("T1", deadline="2024-03-22", decided_by="P", effective_on="2024-02-28"),
    c.explain_delay("T1", "coordination.late_reply", "waiting for Agency B", agency="A", blamed="B",
                    responsible="A", responsible_official="OFF1", proposed_deadline="2024-04-05",
                    effective_on="2024-03-25"),
    c.find_cause("T1", "subjective.late_start", agency="OFFICE", text="asked too late",
                 effective_on="2024-03-27"),
    c.remind_task("T1", agency="OFFICE", number="11-CV", effective_on="2024-03-26"),
    c.remind_task("T1", agency="OFFICE", number="12-CV", effective_on="2024-04-10"),
    c.explain_delay("T1", "coordination.late_reply", "still waiting", agency="A", responsible="A",
                    proposed_deadline="2024-05-15", effective_on="2024-04-12"),

    # The work programme.
    c.add_programme("WP", "P", "2024-Q1", title_vi="Work programme", effective_on="2024-01-05"),
    c.add_item("WP-1", "WP", "Item 1", planned_for="2024-02", body="P", papers_due="2024-02-15",
               lead="A", effective_on="2024-01-05"),
    c.receive_papers("WP-1", agency="A", effective_on="2024-02-19"),
    c.postpone_item("WP-1", planned_for="2024-04", reason="papers late", decided_by="P",
                    effective_on="2024-02-20"),
    c.add_item("WP-2", "WP", "Item 2", planned_for="2024-03", body="P", lead="B",
               effective_on="2024-01-05"),
    c.withdraw_item("WP-2", "taken up elsewhere", decided_by="P", effective_on="2024-03-01"),

    # Recommendations.
    c.raise_recommendation("R1", "Recommendation 1", raised_by="A", addressed_to="OFFICE",
                           authority="P", meeting="M1", effective_on="2023-10-10"),
    c.repeat_recommendation("R1", period="2023-Q4", effective_on="2024-01-15"),
    c.repeat_recommendation("R1", period="2024-Q1", effective_on="2024-04-10"),
    c.raise_recommendation("R2", "Recommendation 2", raised_by="B", addressed_to="OFFICE",
                           meeting="M1", effective_on="2024-01-15"),
    c.answer_recommendation("R2", "answered", agency="OFFICE", text="yes",
                            effective_on="2024-03-01"),

    # Admissions by committees A, B, C: a figure, a zero, and none.
    c.add_indicator("I", "Admissions", "members", profile=[15, 25, 30, 30], threshold=80,
                    owner="OFFICE", effective_on="2023-01-02"),
    *(c.set_target("I", agency, "2024", 100, effective_on="2024-01-02") for agency in "ABC"),
    c.observe_indicator("I", "A", "2024-Q1", 14, effective_on="2024-03-31"),
    c.observe_indicator("I", "B", "2024-Q1", 0, effective_on="2024-03-31"),
    c.observe_indicator("I", "A", "2023-Q1", 13, effective_on="2023-03-31"),

    # Two agencies each of which waits for the other.
    c.assign_task("W1", "Task W1", document="PRO", assigner="P", lead="D", deadline="2024-09-30",
                  effective_on="2024-03-01"),
    c.assign_task("W2", "Task W2", document="PRO", assigner="P", lead="E", deadline="2024-09-30",
                  effective_on="2024-03-01"),
    c.assign_task("W3", "Task W3", document="PRO", assigner="P", lead="D", deadline="2024-09-30",
                  effective_on="2024-03-01"),
    c.link_tasks("L3", task="W2", after="W1", effective_on="2024-03-01"),
    c.link_tasks("L4", task="W3", after="W2", effective_on="2024-03-01"),
]


@pytest.fixture(scope="module", name="record")
def made_up_record():
    with mandate.memory() as made:
        made.record(RECORD, actor="Office", today=DAY, now=NOW)
        yield made


def rows(table, *columns):
    """The rows of a table as tuples of the columns named."""
    return [tuple(row[column] for column in columns) for row in table]


def day(text):
    return datetime.date.fromisoformat(text)


def test_01_how_much_was_given_done_and_late_and_whose(record):
    review = record.review("2024-Q1", as_of=DAY)
    counts = review.class_at_end
    assert (counts.total, counts.done_in_time, counts.done_late, counts.open_overdue) == (9, 1, 1, 1)
    assert [a.agency.code for a in review.agencies if a.class_at_end.open_overdue] == ["A"]


def test_02_of_what_is_done_how_much_was_done_late(record):
    rate = record.review("2024-Q1", as_of=DAY).rates.late_of_done
    assert (rate.numerator, rate.denominator) == (1, 2)


def test_03_what_has_no_deadline_and_who_must_set_it(record):
    missing = [w for w in record.warnings(as_of=DAY) if w["warning"] == "without_deadline"]
    assert rows(missing, "code", "next") == [("T4", "P")]


def test_04_what_became_of_the_conclusions_of_the_last_meeting(record):
    assert rows(record.conclusions(as_of=DAY, meeting="M1"), "conclusion", "tasks", "done", "open",
                "overdue") == [("M1-1", "T1", 0, 1, 1)]


def test_05_since_when_is_it_late_how_often_extended_and_by_whom(record):
    assert rows(record.extensions(as_of=DAY, task="T1"), "decided_on", "before", "after",
                "decided_by", "after_due") == [
        (day("2024-02-28"), day("2024-03-01"), day("2024-03-22"), "P", 0)]


def test_07_how_many_days_had_the_agency_that_was_asked(record):
    assert rows(record.consultations(as_of=DAY, task="T1"), "asked", "days_given", "days_taken") == [
        ("B", 4, 10)]


def test_08_how_often_reminded_and_by_which_number(record):
    assert rows(record.reminders(as_of=DAY, task="T1"), "times", "number", "to") == [
        (1, "11-CV", "A"), (2, "12-CV", "A")]


def test_09_the_cause_that_was_given_and_the_one_the_office_found(record):
    first = next(iter(record.explanations(as_of=DAY, task="T1")))
    assert (first["cause"], first["found_cause"]) == ("coordination.late_reply",
                                                      "subjective.late_start")


def test_10_who_is_responsible(record):
    assert rows(record.explanations(as_of=DAY, task="T1"), "responsible",
                "responsible_official")[0] == ("A", "OFF1")


def test_11_which_day_is_promised_and_which_was_before(record):
    assert record.explanations(as_of=DAY, task="T1")["proposed_deadline"] == [
        day("2024-04-05"), day("2024-05-15")]


def test_12_what_and_whose_is_touched_by_the_delay(record):
    assert rows(record.delay_impact(as_of=DAY, task="T1", delay=10), "task", "agency", "days") == [
        ("T5", "C", 10)]


def test_13_who_waits_for_each_other(record):
    groups = {}
    for row in record.mutual_waiting(as_of=DAY):
        groups.setdefault(row["group"], set()).update((row["before_agency"], row["after_agency"]))
    assert list(groups.values()) == [{"A", "C"}, {"D", "E"}]


def test_14_what_of_the_programme_was_put_off_or_withdrawn_and_why(record):
    assert rows(record.programme_items(as_of=DAY, period="2024-Q1"), "item", "state", "reason",
                "planned_for") == [("WP-1", "postponed", "papers late", "2024-04"),
                                   ("WP-2", "withdrawn", "taken up elsewhere", "2024-03")]


def test_15_how_much_came_up_outside_the_programme(record):
    unplanned = [r["task"] for r in record.planned_work(as_of=DAY, period="2024-Q1")
                 if not r["planned"]]
    assert unplanned == ["T2", "T3", "T4", "T5", "T6", "W1", "W2", "W3"]
    review = record.review("2024-Q1", as_of=DAY)
    assert [review.tasks[i].task for i in review.lists.unplanned] == unplanned


def test_16_did_the_papers_come_in_time(record):
    first = next(iter(record.programme_items(as_of=DAY, period="2024-Q1")))
    assert (first["papers_due"], first["papers_on"], first["papers_in_time"]) == (
        day("2024-02-15"), day("2024-02-19"), 0)


def test_17_which_clause_of_the_programme_does_nobody_carry_out(record):
    assert record.orphan_clauses(as_of=DAY, document="PRO")["clause"] == ["PRO-2"]


def test_18_how_much_of_the_resolution_is_done_counted_how(record):
    top = next(iter(record.below_document(as_of=DAY, document="RES")))
    assert (top["done"], top["total"]) == (2, 9)


def test_19_which_reviews_of_documents_fall_due_and_who_prepares_them(record):
    assert rows(record.document_reviews(as_of=DAY, period="2024-Q2"), "document", "review_kind",
                "due", "leads") == [("RES", "interim", day("2024-05-31"), "B")]


def test_20_which_recommendations_are_answered_and_which_came_a_third_time(record):
    assert rows(record.recommendations(as_of=DAY), "recommendation", "open", "times_raised") == [
        ("R1", 1, 3), ("R2", 0, 1)]


def test_21_which_recommendation_can_be_decided_here_today(record):
    here = [r["recommendation"] for r in record.recommendations(as_of=DAY)
            if r["open"] and r["authority"] == "P"]
    assert here == ["R1"]


def test_22_who_admitted_nobody_and_who_did_not_say(record):
    assert rows(record.indicators(as_of=DAY, period="2024-Q1"), "agency", "value",
                "year_before") == [("A", 14, 13), ("B", 0, None), ("C", None, None)]


def test_23_is_the_first_quarter_always_low(record):
    assert rows(record.indicators(as_of=DAY, period="2024-Q1", agency="A"), "expected", "value",
                "year_before", "below") == [(15, 14, 13, 0)]


def test_24_and_25_who_takes_over_from_an_agency_that_ended(record):
    with mandate.memory() as later:
        later.record(RECORD, actor="Office", today=DAY, now=NOW)
        later.record([c.dissolve_agency("C", reason="dissolved", document="PRO",
                                        effective_on="2024-04-20"),
                      c.reassign_task("T5", lead="D", decided_by="P", effective_on="2024-04-22")],
                     actor="Office", today=DAY, now=NOW)
        left = later.left_open(as_of=DAY, agency="C")
        assert rows(left, "kind", "code", "taken_by") == [
            ("task", "T4", None), ("task", "T5", "D"), ("target", "I", None)]


def test_29_who_has_too_much(record):
    assert rows(record.responsibilities(as_of=DAY), "official", "open_tasks") == [("OFF1", 1)]


def test_30_what_will_be_late_unless_decided_today_and_who_must_move(record):
    late = [w for w in record.warnings(as_of=DAY) if w["warning"] == "forecast_late"]
    assert rows(late, "code", "because", "next") == [("T5", "T1", "A")]


def test_31_of_which_day_are_the_figures_and_who_has_not_reported(record):
    head = record.review("2024-Q1", as_of=DAY).review
    assert head.cut_off == DAY
    assert [a.code for a in head.not_reported] == ["C", "D", "E"]
