"""The 32 questions that the chair of a quarterly meeting asks: each is one call on the made-up record
of examples/province-a, and what the test asserts is what the record says."""

import datetime

import pytest

import mandate
from mandate import commands
from province import BY, DAY


def row(table, **where):
    """The one row of which these columns have these values."""
    found = [r for r in table if all(r[k] == v for k, v in where.items())]
    assert len(found) == 1, (where, len(found))
    return found[0]


def test_01_how_much_was_assigned_done_and_late_and_by_whom(province):
    figures = province.review_figures(period="2024-Q1", **DAY)
    review = province.review("2024-Q1", **DAY)
    assert figures["key"][0] is None  # all tasks, each once
    for name in ("total", "done_in_time", "done_late", "open_overdue"):
        assert figures[name][0] == review.class_at_end[name]
    late = {r["key"]: r["open_overdue"] for r in figures if r["key"]}
    assert late["agency-a"] == 2 + 1  # tasks 9, 14 and 21


def test_02_how_many_of_the_done_were_done_late(province):
    all_tasks = next(iter(province.review_figures(period="2024-Q1", **DAY)))
    done = sum(all_tasks[name] for name in ("done_in_time", "done_late", "done_without_deadline"))
    assert all_tasks["done_late"] == 3  # tasks 3, 5 and 25
    assert all_tasks["late_of_done"] == round(10000 * 3 / done)


def test_03_which_have_no_deadline_and_who_must_set_it(province):
    without = province.tasks(task_class="open_without_deadline", **DAY)
    assert {(r["task"], r["assigner"]) for r in without} == {("task-12", "board"),
                                                             ("task-36", "board")}
    # Why: the words of the source and what is doubtful about them.
    stated = row(without, task="task-12")
    assert stated["deadline_as_stated"] == "sau khi có hướng dẫn" and stated["doubt"]


def test_04_what_became_of_the_conclusions_of_a_meeting(province):
    conclusions = province.conclusions(meeting="meeting-1", **DAY)
    assert len(conclusions) == 6
    assert row(conclusions, conclusion="conclusion-5")["tasks"] == "task-35"
    assert sum(conclusions["open"]) == 2
    for r in conclusions:  # of what was done, what was done in time and what late
        assert r["done_in_time"] + r["done_late"] <= r["done"]
    # The review of the quarter after says it without being asked.
    review = province.review("2024-Q2", as_of="2024-07-20")
    rows = review.answers.conclusions
    assert {r["conclusion"] for r in rows} >= set(conclusions["conclusion"])
    for lang, title in (("vi", "Kết quả thực hiện kết luận các cuộc họp trước"),
                        ("en", "Implementation of the conclusions of earlier meetings"),
                        ("tr", "Önceki toplantıların sonuç kararlarının uygulanması")):
        assert title in review.text(lang) and title in review.html(lang)
        name = {"vi": "meeting_name"}.get(lang, "meeting_name_" + lang)
        assert all(r[name] in " ".join(review.text(lang).split()) for r in rows)
    public = province.review("2024-Q2", as_of="2024-07-20", edition="publication")
    assert public.answers is None and "conclusion-5" not in public.text("vi")


def test_05_since_when_late_how_often_extended_and_by_whom(province):
    granted = row(province.extensions(task="task-14", **DAY), what="granted")
    assert granted["decided_by"] == "board"
    assert granted["document"] == "letter-1"
    assert granted["after_due"] == 1
    assert granted["before"] == datetime.date(2024, 3, 22)  # late from the day after on


def test_06_late_by_the_lead_or_by_a_coordinating_agency(province):
    held = {}
    for r in province.attribution(task="task-09", **DAY):
        held[r["agency"], r["held_as"]] = held.get((r["agency"], r["held_as"]), 0) + r["days"]
    assert held[("agency-e", "coordinating")] > 0  # it has not answered consultation-1
    slip = row(province.slips(task="task-09", **DAY), task="task-09")["slip"]
    assert sum(held.values()) == slip


def test_07_how_many_days_were_given_to_answer(province):
    asked = row(province.coordination_cases(period="2024-Q1", asked="agency-e", **DAY),
                kind="consultation")
    assert asked["days_given"] == 9
    assert asked["state"] == "overdue"


def test_08_how_often_reminded_and_by_which_letter(province):
    assert list(province.reminders(task="task-10", **DAY)["number"]) == ["21-CV/TT", "27-CV/TT"]


def test_09_is_the_cause_they_state_the_cause_that_was_found(province):
    told = row(province.explanations(task="task-09", **DAY), task="task-09")
    assert told["cause"] == "coordination.late_reply"
    assert told["found_cause"] == "subjective.late_start"


def test_10_who_is_responsible(province):
    told = row(province.explanations(task="task-09", **DAY), task="task-09")
    assert (told["responsible"], told["responsible_official"]) == ("agency-d", "person-2")


def test_11_when_will_it_be_done_and_what_was_promised_before(province):
    promised = list(province.explanations(task="task-26", **DAY)["proposed_deadline"])
    assert promised == [datetime.date(2024, 5, 6), datetime.date(2024, 5, 17)]


def test_12_whose_work_does_it_hold_up(province):
    # What it has moved so far, whose that is, and by how many working days.
    so_far = row(province.slip_impact(task="task-27", **DAY), task="task-28")
    slip = row(province.slips(task="task-27", **DAY), task="task-27")["slip"]
    assert (so_far["leads"], so_far["days"]) == ("agency-b", slip)
    # And what another 60 days would move.
    moved = province.delay_impact(task="task-27", delay=60, **DAY)
    assert ("task-28", "agency-b") in set(zip(moved["task"], moved["agency"]))


def test_13_do_two_agencies_wait_for_each_other(province):
    assert len(province.mutual_waiting(**DAY)) == 0
    province.record([commands.link_tasks("link-9", "task-11", "task-10",
                                         effective_on="2024-04-25"),
                     commands.link_tasks("link-10", "task-26", "task-31",
                                         effective_on="2024-04-25")], **BY)
    waiting = province.mutual_waiting(**DAY)
    assert {"agency-b", "agency-c"} <= set(waiting["before_agency"])
    # A circle of opinions is one, too: each agency asked the other for its own task.
    province.record([commands.consult("consultation-8", "task-29", "agency-e", ["agency-a"],
                                      effective_on="2024-04-25")], **BY)
    told = row(province.mutual_waiting(**DAY), code="consultation-8")
    assert (told["kind"], told["after_agency"], told["before_agency"], told["after"]) == (
        "consultation", "agency-e", "agency-a", "task-29")


def test_14_what_was_postponed_or_withdrawn_from_the_programme_and_why(province):
    items = province.programme_items(period="2024-Q1", **DAY)
    assert row(items, item="item-2")["state"] == "postponed"
    assert row(items, item="item-2")["reason"] == "Chờ ý kiến của các cơ quan"
    assert row(items, item="item-3")["state"] == "withdrawn"


def test_15_how_much_came_up_outside_the_programme(province):
    work = province.planned_work(period="2024-Q1", **DAY)
    planned = {t for t, p in zip(work["task"], work["planned"]) if p}
    assert {"task-01", "task-12", "task-31"} <= planned
    outside = province.review("2024-Q1", **DAY).table("unplanned")["task"]
    assert len(outside) == 22
    assert set(outside) == {t for t, p, day in zip(work["task"], work["planned"],
                                                   work["assigned_on"])
                            if not p and day >= datetime.date(2024, 1, 1)}


def test_16_did_the_papers_come_in_time(province):
    item = row(province.programme_items(period="2024-Q1", **DAY), item="item-1")
    assert item["papers_in_time"] == 1
    assert item["papers_on"] == datetime.date(2024, 3, 14)


def test_17_what_of_the_programme_does_nobody_do(province):
    clauses = province.orphan_clauses(document="programme-1", **DAY)
    assert list(clauses["clause_number"]) == ["I", "II"]
    assert set(clauses["tasks"]) == {None}  # nobody was told to
    province.record([commands.assign_task("task-40", "Nhiệm vụ 40", clause=["programme-1-I"],
                                          effective_on="2024-04-25")], **BY)
    clauses = province.orphan_clauses(document="programme-1", **DAY)
    assert list(clauses["tasks"]) == ["task-40", None]  # somebody is to, and nobody leads it


def test_18_how_much_of_the_resolution_is_carried_out(province):
    top = next(iter(province.below_document(document="resolution-1", **DAY)))
    assert (top["done"], top["total"], top["percent"]) == (12, 31, 3871)
    top = next(iter(province.below_document(document="resolution-1", rounding="truncated", **DAY)))
    assert top["percent"] == 3870


def test_19_which_documents_are_to_be_reviewed_next_and_by_whom(province):
    due = row(province.document_reviews(period="2024-Q2", **DAY), document_review="review-1")
    assert (due["document"], due["review_kind"], due["leads"]) == ("resolution-1", "interim",
                                                                  "agency-a")


def test_20_are_recommendations_answered_and_which_are_repeated(province):
    table = province.recommendations(**DAY)
    assert {r["recommendation"]: r["open"] for r in table} == {"rec-1": 1, "rec-2": 0, "rec-3": 0}
    assert row(table, recommendation="rec-1")["times_raised"] == 2


def test_21_which_recommendations_can_be_decided_today(province):
    ask = commands.raise_recommendation("rec-4", "Kiến nghị 4", raised_by="agency-a",
                                        addressed_to="agency-b", authority="board",
                                        effective_on="2024-04-25")
    province.record([ask], **BY)
    ours = province.recommendations(authority="board", still_open="yes", **DAY)
    assert list(ours["recommendation"]) == ["rec-4"]
    assert len(province.recommendations(still_open="no", **DAY)) == 2


def test_22_who_has_nothing_and_of_whom_is_nothing_known(province):
    rows = province.indicators(period="2024-Q1", **DAY)
    assert row(rows, agency="agency-b")["value"] == 0
    assert row(rows, agency="agency-c")["value"] is None


def test_23_is_the_quarter_low_every_year(province):
    on = {"effective_on": "2024-01-02"}
    province.record([
        commands.add_indicator("indicator-2", "Chỉ tiêu 2", "hồ sơ", threshold=90,
                               profile=[10, 20, 30, 40], **on),
        *(commands.set_target("indicator-2", agency, year, 1000, **on)
          for agency in ("agency-a", "agency-b") for year in ("2022", "2023", "2024")),
        *(commands.observe_indicator("indicator-2", agency, f"{year}-Q1", value, **on)
          for agency, year, value in (("agency-a", 2022, 60), ("agency-a", 2023, 70),
                                      ("agency-a", 2024, 65), ("agency-b", 2022, 110),
                                      ("agency-b", 2023, 100), ("agency-b", 2024, 65)))], **BY)
    told = province.indicator_standings(period="2024-Q1", indicator="indicator-2", **DAY)
    every_year, only_now = row(told, agency="agency-a"), row(told, agency="agency-b")
    for r in (every_year, only_now):  # 6.5 % of the year, where the profile gives 10 %
        assert (r["judged_by"], r["expected_share"], r["share_of_year"], r["below"]) == (
            "profile", 1000, 650, 1)
    assert (every_year["years_known"], every_year["years_below"]) == (2, 2)
    assert (only_now["years_known"], only_now["years_below"]) == (2, 0)


def test_24_who_takes_the_target_of_an_agency_that_ended(province):
    province.record([
        commands.add_agency("agency-g", name_vi="Agency G", effective_on="2024-01-02"),
        commands.set_target("indicator-1", "agency-g", "2024-Q2", 40, effective_on="2024-01-02"),
        commands.dissolve_agency("agency-g", "Giải thể", effective_on="2024-04-25")], **BY)
    left = row(province.left_open(agency="agency-g", **DAY), kind="target")
    assert left["period"] == "2024-Q2"
    assert not left["taken_by"]


def test_25_who_does_what_an_agency_left_when_it_was_merged(province):
    left = province.left_open(agency="agency-f", **DAY)
    assert row(left, code="task-15")["taken_by"] == "agency-e"
    assert not row(left, code="task-16")["taken_by"]


def test_26_who_is_better_and_who_is_worse_than_the_quarter_before(province):
    figures = province.review_figures(period="2024-Q1", **DAY)
    before = row(figures, key="agency-f")
    assert (before["before_due"], before["before_in_time"]) == (1, 1)  # task 34
    assert before["due"] == 1 and before["done_in_time"] == 0  # task 16
    ranked = list(province.review_figures(period="2024-Q1", order_by="on_time_change", **DAY))
    assert [(r["key"], r["on_time_change"]) for r in ranked[:2]] == [
        ("agency-f", -10000), ("agency-a", 2000 - 10000)]  # worst first
    assert [r["key"] for r in ranked[-2:]] == [None, "(sum)"]  # no sum has a rank among them
    # Whom the chair has praised stands in the conclusions; the library praises nobody.
    assert {c["kind"] for c in province.conclusions(meeting="meeting-1", **DAY)} >= {"praise"}


def test_27_how_much_was_returned_to_be_done_again(province):
    results = province.results(**DAY)
    returned = {r["task"]: r["times_returned"] for r in results if r["times_returned"]}
    assert returned == {"task-05": 1, "task-06": 1}
    assert row(results, task="task-05")["quality"] == "meets_after_revision"
    # Of the quarter alone: task-06 was returned on 3 April.
    quarter = province.results(period="2024-Q1", **DAY)
    assert {r["task"]: r["times_returned"] for r in quarter if r["times_returned"]} == {
        "task-05": 1}


def test_28_who_cannot_be_rated_good_on_these_figures(province):
    ratings = province.ratings(period="2024-Q1", **DAY)
    assert set(ratings["regulation"]) == {"366-QĐ/TW"}
    for r in ratings:
        assert (r["best_rating"] == "good") == (r["due"] > 0 and r["in_time"] == r["due"])
    assert row(ratings, agency="agency-a")["best_rating"] == "not_completed"


def test_29_who_has_too_much_to_do(province):
    province.record([commands.charge_official(task, agency, "person-2",
                                              effective_on="2024-04-25")
                     for task, agency in (("task-09", "agency-a"), ("task-26", "agency-b"))], **BY)
    work = province.workload(**DAY)
    agency = {}
    for r in work:
        agency[r["agency"]] = agency.get(r["agency"], 0) + r["open_tasks"]
    assert max(agency, key=agency.get) == "agency-b"
    persons = {(r["official"], r["agency"]): r for r in work}
    charged = persons["person-2", "agency-a"]
    assert (charged["open_tasks"], charged["overdue"]) == (1, 1)
    assert charged["tasks"] == "task-09"
    assert persons["person-2", "agency-b"]["tasks"] == "task-26"
    assert sum(r["open_tasks"] for r in work if r["official"] is None) > 0  # nobody is named


def test_30_what_will_be_late_if_nothing_is_decided_today(province):
    agenda = province.agenda(**DAY)
    assert 0 < len(agenda) <= 7
    assert list(agenda["place"]) == list(range(1, len(agenda) + 1))
    first = next(iter(agenda))
    assert (first["code"], first["matter"], first["next"]) == ("task-27", "forecast_late",
                                                              "agency-c")
    extension = row(agenda, code="task-26")
    assert (extension["proposed"], extension["next"]) == ("decide_extension", "board")
    assert extension["proposed_day"] == datetime.date(2024, 5, 17)


def test_31_up_to_which_day_and_who_has_not_reported(province):
    review = province.review("2024-Q1", **DAY)
    assert review.review.cut_off == "2024-04-25"
    # Agency F was merged into E, which speaks for it since, and has reported.
    assert {a.agency.code: a.reported for a in review.agencies}["agency-e"]
    silent = lambda: [a.code for a in province.review("2024-Q1", **DAY).review.not_reported]
    assert silent() == []
    province.record([
        commands.add_agency("agency-g", name_vi="Agency G", effective_on="2024-01-02"),
        commands.add_agency("agency-h", name_vi="Agency H", effective_on="2024-01-02"),
        commands.assign_task("task-g", title_vi="x", lead=["agency-g"], deadline="2024-06-28",
                             effective_on="2024-01-03")], **BY)
    assert silent() == ["agency-g"]
    province.record([commands.merge_agency("agency-g", "agency-h", effective_on="2024-02-01")], **BY)
    assert silent() == ["agency-h"]
    province.record([commands.report_progress("task-g", agency="agency-h", percent=10,
                                              effective_on="2024-04-24")], **BY)
    assert silent() == []


def test_32_why_is_the_last_report_no_longer_what_was_reported(province):
    province.record([
        commands.draft_review("R1", "board", "2024-Q1", "2024-04-25", meeting="meeting-1",
                              effective_on="2024-04-20"),
        commands.send_review("R1", effective_on="2024-04-22"),
        commands.close_review("R1", "board", official="person-1", reason="Họp ngày 25/4",
                              answer_due="2024-05-10", effective_on="2024-04-25")], **BY)
    assert len(province.review_differences(review="R1", **DAY)) == 0
    recorded = province.record([commands.submit_task("task-10", agency="agency-b",
                                                     effective_on="2024-03-14")], **BY)
    changed = row(province.review_differences(review="R1", **DAY), task="task-10", what="class_at_end")
    assert (changed["was"], changed["is"]) == ("open_overdue", "open_in_time")
    assert changed["command"] == "submit_task"
    assert changed["event"] == recorded
