"""Reviews of any period: of the calendar, from day to day, of a term."""

import json

import pytest

import mandate
from mandate import commands
from province import BY, DAY

OWN = "2024-01-15/2024-04-20"


def test_a_review_of_days_of_its_own(province):
    review = province.review(OWN, **DAY)
    assert (review.review.first_day, review.review.last_day) == ("2024-01-15", "2024-04-20")
    assert [c.period for c in review.compared] == ["2023-10-10/2024-01-14",
                                                   "2023-01-15/2023-04-20"]
    assert review.table("overdue")["task"] == [review.tasks[at].task
                                               for at in review.lists.overdue]
    assert review.class_at_end["total"] == len(review.lists.population) > 0
    assert "từ ngày 15/01/2024 đến ngày 20/4/2024" in review.text("vi")
    assert "15 January 2024 – 20 April 2024" in review.text("en")
    assert "15 Ocak 2024 – 20 Nisan 2024" in review.html("tr")


@pytest.mark.parametrize("span, name", [("2024-01-01/2024-03-31", "2024-Q1"),
                                        ("2024-01-01/2024-04-30", None),
                                        ("2024-03-01/2024-03-31", "2024-03")])
def test_the_same_days_are_the_same_review(province, span, name):
    asked = province.review(span, **DAY)
    assert asked.review.period == (name or span)
    if name:
        assert asked.json == province.review(name, **DAY).json


def test_every_question_of_a_period_takes_any_days(province):
    for question in mandate.describe()["questions"]:
        needs = [a["name"] for a in question["arguments"] if a.get("required")]
        if needs != ["period"]:
            continue
        ask = getattr(province, question["name"])
        ask(period=OWN, **DAY)
        assert ask(period="2024-01-01/2024-03-31", **DAY).to_dict() == \
            ask(period="2024-Q1", **DAY).to_dict(), question["name"]
    figures = next(iter(province.review_figures(period=OWN, **DAY)))
    assert figures["total"] == province.review(OWN, **DAY).class_at_end["total"]


def test_a_term_is_a_period(province):
    province.record([
        commands.add_term("XIX", "agency-b", "Nhiệm kỳ XIX", "2024-01-15", until="2024-04-20",
                          effective_on="2024-01-15"),
        commands.add_term("XVIII", "agency-b", "Nhiệm kỳ XVIII", "2023-06-01", until="2024-01-14",
                          effective_on="2024-01-15"),
        commands.add_term("XX", "agency-b", "Nhiệm kỳ XX", "2024-04-21",
                          effective_on="2024-04-21")], **BY)
    review = province.review("term:XIX", **DAY)
    assert review.review.period == OWN
    assert [c.period for c in review.compared] == ["2023-06-01/2024-01-14",
                                                   "2023-01-15/2023-04-20"]
    assert province.review_figures(period="term:XIX", **DAY).to_dict() == \
        province.review_figures(period=OWN, **DAY).to_dict()
    for term, told in (("term:XX", "term XX has no end"), ("term:NONE", "term NONE")):
        with pytest.raises(mandate.Error, match=told):
            province.review(term, **DAY).json
        with pytest.raises(mandate.Error, match=told):
            province.coordination(period=term, **DAY)


def test_a_period_without_an_end_is_refused_by_name(province):
    for period, told in (("2024-01-15/", "has no end"), ("2024-01-15/..", "has no end"),
                         ("2024-01-15", "is not a period"),
                         ("2024-04-20/2024-01-15", "ends before it")):
        for ask in (lambda: province.review(period, **DAY).json,
                    lambda: province.review_figures(period=period, **DAY),
                    lambda: province.record([commands.draft_review(
                        "R9", "board", period, "2024-04-25", effective_on="2024-04-20")], **BY)):
            with pytest.raises(mandate.Error) as refused:
                ask()
            assert told in str(refused.value) and period in str(refused.value)


def test_a_review_of_days_of_its_own_is_closed(ledger):
    by = {"actor": "Office", "today": "2024-04-25"}
    draft = commands.draft_review("R1", "A", OWN, "2024-04-25", effective_on="2024-04-20")
    ledger.record([draft, commands.send_review("R1", effective_on="2024-04-21")], **by)
    close = commands.close_review("R1", "A", effective_on="2024-04-25")
    with pytest.raises(mandate.Error) as refused:
        ledger.record([close], **by)
    assert "T01 cause text remedy proposed_deadline" in str(refused.value)
    ledger.record([commands.close_review("R1", "A", reason="now", answer_due="2024-05-10",
                                         effective_on="2024-04-25")], **by)
    assert ledger.closed_review("R1").review.period == OWN
    assert list(ledger.reviews(period=OWN, **DAY)["state"]) == ["closed"]
    assert list(ledger.owed_explanations(**DAY)["task"]) == ["T01"]
    with pytest.raises(mandate.Error) as refused:  # the same days again
        ledger.record([commands.draft_review("R2", "A", OWN, "2024-04-25",
                                             effective_on="2024-04-25")], **by)
    assert refused.value.facts["rule"] == "one_review_a_period"


def test_from_the_command_line(ledger_file, command):
    shown = command("review", ledger_file, "--period", OWN, "--as-of", "2024-04-25", "--format",
                    "json")
    assert json.loads(shown.stdout)["review"]["period"] == OWN
    for period, told in (("2024-01-15/", b'"2024-01-15/" has no end'),
                         ("term:NONE", b"term NONE is not in the ledger")):
        for arguments in (("review", ledger_file, "--period", period, "--as-of", "2024-04-25"),
                          ("ask", ledger_file, "coordination", "--as-of", "2024-04-25",
                           f"period={period}"),
                          ("agencies", ledger_file, "--period", period, "--as-of", "2024-04-25")):
            refused = command(*arguments)
            assert refused.returncode == 3, arguments
            assert told in refused.stderr and refused.stdout == b""
    with mandate.open(ledger_file, mode="write") as ledger:
        ledger.record([
            commands.draft_review("R1", "A", OWN, "2024-04-25", effective_on="2024-04-20"),
            commands.send_review("R1", effective_on="2024-04-21")], actor="Office",
            today="2024-04-25")
    closed = command("close", ledger_file, "--period", OWN, "--actor", "chair", "--today",
                     "2024-04-25", "--reason", "now", "--due", "2024-05-10")
    assert closed.returncode == 0, closed.stderr
