"""How agencies work together in a period, as a network, from Python and the command line."""

import json

import pytest

import mandate
from mandate import commands
from province import DAY

BY = {"actor": "Office", "today": "2024-04-25"}
Q1 = {"period": "2024-Q1", "as_of": "2024-04-25"}


@pytest.fixture
def waiting(ledger):
    """A waits for an opinion of B, and B for one of A."""
    say_nothing(ledger)
    return ledger


def say_nothing(ledger):
    ledger.record([
        commands.void_event("It was not done", corrects=6),
        commands.consult("K1", "T01", "B", ["A"], answer_due="2024-02-20",
                         effective_on="2024-02-12"),
        commands.consult("K2", "T02", "A", ["B"], answer_due="2024-03-08",
                         effective_on="2024-03-04")], **BY)


def test_the_network_has_a_row_for_each_agency(waiting):
    rows = {r["agency"]: r for r in waiting.coordination_network(**Q1)}
    assert rows["A"]["asked"] == rows["A"]["overdue"] == rows["A"]["silent"] == 1
    assert rows["A"]["days_given"] == 4  # 12 to 20 February, with Tet in between
    assert rows["A"]["for_reference_only"] == 1
    assert rows["A"]["mutual"] == rows["B"]["mutual"] == 1


def test_mutual_waiting_for_opinions_lists_the_tasks(waiting):
    circle = waiting.mutual_waiting(**DAY)  # no task waits for a task, and yet it is one
    assert [(r["after_agency"], r["before_agency"], r["kind"], r["code"], r["after"], r["link"])
            for r in circle] == [("B", "A", "consultation", "K1", "T01", None),
                                 ("A", "B", "consultation", "K2", "T02", None)]
    cases = waiting.mutual_cases(**Q1)
    assert [(r["asking"], r["asked"], r["code"], r["task"]) for r in cases] == [
        ("A", "B", "K2", "T02"), ("B", "A", "K1", "T01")]


def test_the_trend_goes_back_eight_quarters(waiting):
    assert set(waiting.coordination(periods=8, **Q1)["period"]) == {"2024-Q1"}
    assert set(waiting.coordination_network(periods=8, period="2024-Q2",
                                            as_of="2024-04-25")["period"]) == {"2024-Q1", "2024-Q2"}


def test_reports_in_three_forms(waiting):
    told = json.loads(waiting.agency_report(form="json", **Q1))
    assert told["period"] == "2024-Q1"
    assert [r["agency"] for r in told["network"]] == ["A", "B"]
    assert {r["code"] for r in told["mutual"]} == {"K1", "K2"}
    for lang, words in (("vi", "Công tác phối hợp quý I/2024"), ("en", "Coordination in Q1 2024"),
                        ("tr", "Eş güdüm (2024 yılı 1. çeyreği)")):
        text = waiting.agency_report(form="text", lang=lang, **Q1)
        assert text.startswith(words)
        assert max(map(len, text.splitlines())) <= 100
    assert "Group 1: Agency A, Agency B" in text or "1. grup: " in text
    graph = waiting.agency_report(form="dot", lang="en", **Q1)
    assert '"A" -> "B" [label="1 (15)", penwidth=1, color=red];' in graph
    assert '"A" [label="Agency A"];' in graph


def test_from_the_command_line(ledger_file, command):
    with mandate.open(ledger_file, mode="write") as ledger:
        say_nothing(ledger)
        arguments = ("agencies", ledger_file, "--period", "2024-Q1", "--as-of", "2024-04-25")
        for form in ("text", "json", "dot"):
            told = command(*arguments, "--format", form, "--lang", "en")
            assert told.returncode == 0, told.stderr
            assert told.stdout.decode() == ledger.agency_report(form=form, lang="en", **Q1)
    both = command(*arguments, "--scope", "D1")
    assert both.returncode == 2 and b"go without --period" in both.stderr
    alone = command("agencies", ledger_file, "--as-of", "2024-04-25", "--periods", "8")
    assert alone.returncode == 2 and b"--periods goes with --period" in alone.stderr
    table = command("ask", ledger_file, "mutual_cases", "--as-of", "2024-04-25", "period=2024-Q1",
                    "--format", "json")
    assert len(json.loads(table.stdout)) == 2 or b"K1" in table.stdout


def test_bad_input_is_told(waiting):
    with pytest.raises(mandate.Error, match="counted_links is not a field of it"):
        waiting.agency_report(counted_links="binding", **Q1)
    with pytest.raises(mandate.Error, match="period is missing"):
        waiting.coordination_network(**DAY)
