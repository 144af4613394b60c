"""The life of a task, and who may do what, from Python; and that nothing of the table is missing."""

import inspect

import pytest
from conftest import BY

import mandate
from mandate import commands, questions

LIFE = [
    commands.state_obligation("T01", "B", obligation="the lists", deadline="2024-03-01",
                              effective_on="2024-01-15"),
    commands.remind_task("T01", agency="A", number="12-CV", effective_on="2024-03-20"),
    commands.request_extension("T01", "2024-05-31", "more time", agency="B",
                               effective_on="2024-03-22"),
    commands.consult("K1", "T01", "B", ["A"], answer_due="2024-02-09", effective_on="2024-02-01"),
    commands.add_indicator("I", "Admissions", "members", profile=[10, 20, 30, 40], threshold=80,
                           owner="A", effective_on="2024-01-02"),
    commands.set_target("I", "B", "2024", 1000, effective_on="2024-01-02"),
    commands.observe_indicator("I", "B", "2024-Q1", 40, effective_on="2024-03-31"),
    commands.fan_out_task("T03", ["A", "B"], effective_on="2024-02-02"),
]


def test_every_command_and_question_of_the_table_has_its_function():
    table = mandate.describe()
    for command in table["commands"]:
        assert inspect.isfunction(getattr(commands, command["name"])), command["name"]
    for question in table["questions"]:
        assert inspect.isfunction(getattr(questions.Questions, question["name"])), question["name"]


def test_of_a_placeholder_alone_a_delay_is_explained_and_answered_without_words(ledger):
    described = {c["name"]: c for c in mandate.describe()["commands"]}
    for name in ("explain_delay", "answer_explanation"):
        text = next(f for f in described[name]["fields"] if f["name"] == "text")
        assert not text["required"], name
    day = {"effective_on": "2024-04-20"}
    ledger.record([
        commands.add_access_class("S", "secret", 1, effective_on="2024-01-02"),
        commands.record_placeholder("P", access_class="S", lead=["A"], coordinating=["B"],
                                    deadline="2024-03-01", effective_on="2024-01-10"),
        commands.explain_delay("P", "other", agency="A", blamed="B", **day),
        commands.answer_explanation("P", "B", **day),
    ], **BY)
    explained = next(iter(ledger.explanations(as_of="2024-04-25", task="P")))
    assert (explained["text"], str(explained["rejoinder_on"])) == (None, "2024-04-20")
    for wordless in (commands.explain_delay("T01", "other", **day),
                     commands.answer_explanation("T01", "B", **day)):
        with pytest.raises(mandate.Error, match="text is missing; of a placeholder") as caught:
            ledger.check([wordless], **BY)
        assert ("field", "text") in list(caught.value.facts.items())


def test_what_became_of_it(ledger):
    ledger.record(LIFE, **BY)
    day = "2024-04-25"
    assert ledger.obligations(as_of=day, task="T01")["obligation"] == ["the lists"]
    assert ledger.reminders(as_of=day)["number"] == ["12-CV"]
    assert ledger.extensions(as_of=day)["what"] == ["requested"]
    assert ledger.consultations(as_of=day)["opinion"] == ["no_answer"]
    figures = next(iter(ledger.indicators(as_of=day, period="2024-Q1")))
    assert (figures["expected"], figures["percent_of_target"], figures["below"]) == (100, 4000, 1)
    assert ledger.proposals(as_of=day, period="2024-Q1")["below"] == ["B"]
    assert ledger.instances(as_of=day)["instance"] == ["T03/A", "T03/B"]
    assert ledger.changes(as_of=day, since=8)["command"][0] == "remind_task"
    moves = ledger.moves(as_of=day, task="T01")
    allowed = {move["command"] for move in moves if move["allowed"]}
    assert "submit_task" in allowed and "accept_task" not in allowed


def test_an_actor_who_may_not_is_refused_by_rule(ledger):
    ledger.record([commands.set_policy("agencies", office="A", effective_on="2024-04-25")], **BY)
    with pytest.raises(mandate.Error, match="this is for") as caught:
        ledger.record([commands.cancel_task("T01", "dropped", effective_on="2024-04-25")],
                      **{**BY, "actor": "B"})
    assert "permission" in str(caught.value.facts)
    ledger.check([commands.cancel_task("T01", "dropped", effective_on="2024-04-25")],
                 **{**BY, "actor": "A"})


def test_a_document_to_issue_and_an_answer_to_blame_are_handed_over(ledger):
    ledger.record([
        commands.add_agency("C", "Agency C", effective_on="2024-01-02"),
        commands.reassign_task("T01", lead=["B"], coordinating=["C"], effective_on="2024-01-12"),
        commands.expect_document("T03", "plan", issuer="C", effective_on="2024-02-02"),
        commands.explain_delay("T01", "other", text="lists came late", agency="B", blamed="C",
                               effective_on="2024-03-20"),
        commands.dissolve_agency("C", "its work is done", effective_on="2024-04-01"),
        commands.hand_over("C", "A", task="T03", expected="plan", effective_on="2024-04-02"),
        commands.hand_over("C", "A", blamed_in="T01", effective_on="2024-04-02"),
    ], **BY)
    left = ledger.left_open(as_of="2024-04-25", agency="C")
    assert [(row["kind"], row["expected"], row["taken_by"]) for row in left] == [
        ("coordination", None, None), ("explanation", None, "A"),
        ("expected_document", "plan", "A")]
    assert ledger.expected_documents(as_of="2024-04-25")["issuer"] == ["A"]
    ledger.record([commands.answer_explanation("T01", "A", text="not so",
                                               effective_on="2024-04-20")],
                  **BY)
    assert ledger.explanations(as_of="2024-04-25")["rejoinder_by"] == ["A"]
