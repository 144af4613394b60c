"""The published JSON Schema of a review (capi/review.schema.json) against what the library writes.

The checker below knows only the keywords that the schema uses, and fails on any other. It is
stricter than a validator: an object may have no key that the schema does not name, so that a key
added to the output and forgotten in the schema is found."""

import json
import pathlib
import random
import re

import pytest

import mandate
from mandate import commands

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "capi" / "review.schema.json").read_text(encoding="utf-8"))
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int,
         "null": type(None)}
KNOWN = {"$schema", "$defs", "title", "description", "type", "required", "properties", "items",
         "additionalProperties", "$ref", "anyOf", "allOf", "enum", "const", "pattern", "minimum"}
BY = {"actor": "clerk-1", "today": "2024-12-31"}


def is_a(value, name):
    return isinstance(value, TYPES[name]) and not (name == "integer" and isinstance(value, bool))


def faults(value, schema, place="$"):
    """What does not hold, one line each."""
    assert set(schema) <= KNOWN, (place, set(schema) - KNOWN)
    if "$ref" in schema:
        yield from faults(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], place)
    for one in schema.get("allOf", []):
        yield from faults(value, one, place)
    if "anyOf" in schema and not any(not list(faults(value, s, place)) for s in schema["anyOf"]):
        first = next(iter(faults(value, schema["anyOf"][0], place)))
        yield f"{place}: none fits; the first: {first}"
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_a(value, t) for t in types):
        yield f"{place}: {value!r} is no {types}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {value!r} is not {schema['const']!r}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{place}: {value!r} is not as {schema['pattern']}"
    if "minimum" in schema and is_a(value, "integer") and value < schema["minimum"]:
        yield f"{place}: {value} < {schema['minimum']}"
    if isinstance(value, dict) and ("properties" in schema or "additionalProperties" in schema):
        for key in schema.get("required", []):
            if key not in value:
                yield f"{place}: {key} is missing"
        for key, inner in value.items():
            known = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if known is None:
                yield f"{place}: {key} is not in the schema"
            else:
                yield from faults(inner, known, f"{place}.{key}")
    if isinstance(value, list) and "items" in schema:
        for i, inner in enumerate(value):
            yield from faults(inner, schema["items"], f"{place}[{i}]")


def faults_of(review):
    return list(faults(json.loads(review), SCHEMA))


@pytest.mark.parametrize("example", ["province-a", "nghe-an", "resolution-57"])
def test_the_golden_reviews_are_as_the_schema_says(example):
    assert faults_of((ROOT / "tests" / "golden" / example / "review.json").read_bytes()) == []


@pytest.mark.parametrize("example", ["nghe-an", "province-a", "province-b"])
def test_every_review_of_the_examples_is_as_the_schema_says(example):
    with mandate.memory() as ledger:
        ledger.import_json(ROOT / "examples" / example / "record.json", actor="clerk-1",
                           today="2026-01-31")
        for period in ("2024-Q1", "2024-Q2", "2024-Q3", "2024", "2024-04",
                       "2024-01-15/2024-10-20"):
            for more in ({}, {"edition": "publication"}):
                assert faults_of(ledger.review(period, as_of="2025-01-10", **more).json) == []
        closed = [r["review"] for r in ledger.reviews(as_of="2025-01-10") if r["closed_on"]]
        assert bool(closed) == (example == "province-b")
        for review in closed:
            assert faults_of(ledger.closed_review(review).json) == []


def test_the_schema_says_no_to_what_is_not_so():
    review = json.loads((ROOT / "tests" / "golden" / "province-a" / "review.json").read_bytes())
    assert list(faults({**review, "more": 1}, SCHEMA)) == ["$: more is not in the schema"]
    review["tasks"][0]["deadline"]["day"] = "20/3/2024"
    del review["waived"]
    review["agencies"][0]["class_at_end"]["total"] = "7"
    review["tasks"][1]["class_at_end"] = "late"
    assert [f.split(":")[0] for f in faults(review, SCHEMA)] == [
        "$", "$.tasks[0].deadline.day", "$.tasks[1].class_at_end",
        "$.agencies[0].class_at_end.total"]


def test_its_choices_are_those_of_the_descriptor_table():
    told = {f["name"]: [c["name"] for c in f["choices"]]
            for f in mandate.describe()["fields"] if f.get("choices")}
    for name, definition in SCHEMA["$defs"].items():
        if "enum" in definition and name != "task_class":
            assert definition["enum"] == told[name], name


def made_up(seed):
    """A ledger of random tasks and matters, and what the rules refuse left out."""
    pick = random.Random(seed)
    ledger = mandate.memory()

    def day():
        return f"2024-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}"

    def say(command):
        try:
            ledger.record([command], **BY)
        except mandate.Error:
            pass

    first = {"effective_on": "2024-01-01"}
    for agency in "ABC":
        say(commands.add_agency(agency, f"Agency {agency}", **first))
    say(commands.add_document("D", "1-NQ/TU", "resolution", issuer="A", **first))
    say(commands.add_document("E", "2-KH/TU", "plan", issuer="B", **first))
    say(commands.relate_documents("E", "implements", "D", **first))
    say(commands.add_clause("K", "D", clause_number="1", title_vi="x", **first))
    say(commands.add_indicator("I", "x", "u", threshold=90, **first))
    say(commands.set_target("I", "A", "2024", 400, **first))
    say(commands.observe_indicator("I", "A", "2024-Q1", 7, stated_percent=3300, **first))
    say(commands.schedule_document_review("V", "D", "interim", deadline="2024-04-30", **first))
    say(commands.hold_meeting("M", "x", body="A", period="2024-Q1", effective_on="2024-04-25"))
    say(commands.conclude("M", "C", "request", "x", addressed_to=["B"],
                          effective_on="2024-04-25"))
    for n in range(25):
        say(commands.assign_task(
            f"T{n}", "x", lead=pick.sample("ABC", pick.randint(0, 2)) or None,
            coordinating=pick.choice([None, ["C"]]), document=pick.choice([None, ["E"]]),
            deadline=pick.choice([None, day()]), effective_on=day()))
    for n in range(200):
        task = f"T{pick.randint(0, 24)}"
        say(pick.choice([
            lambda on: commands.report_progress(task, percent=pick.randint(0, 99), text="x", **on),
            lambda on: commands.submit_task(task, **on),
            lambda on: commands.accept_task(task, quality="meets", **on),
            lambda on: commands.return_task(task, "x", **on),
            lambda on: commands.revise_deadline(task, deadline=day(), decided_by="A", **on),
            lambda on: commands.request_extension(task, day(), "x", **on),
            lambda on: commands.explain_delay(task, "other", text="x", remedy="y", **on),
            lambda on: commands.waive_delay(task, "x", decided_by="A", **on),
            lambda on: commands.block_task(task, "line", owed_by="B", **on),
            lambda on: commands.state_obligation(task, "C", obligation="x", deadline=day(), **on),
            lambda on: commands.verify_result(task, "confirmed", agency="A", percent=5, **on),
            lambda on: commands.consult(f"Q{n}", task, "A", ["B"], answer_due=day(), **on),
            lambda on: commands.remind_task(task, number="1", **on),
            lambda on: commands.link_tasks(f"L{n}", task, f"T{pick.randint(0, 24)}", **on),
            lambda on: commands.raise_recommendation(f"R{n}", "x", raised_by="B", **on),
            lambda on: commands.suspend_task(task, "x", **on),
        ])({"effective_on": day()}))
    return ledger


@pytest.mark.parametrize("seed", range(4))
def test_reviews_of_random_ledgers_are_as_the_schema_says(seed):
    with made_up(seed) as ledger:
        for period in ("2024-Q1", "2024-H1", "2024", "2024-01-15/2024-04-20"):
            for more in ({}, {"agency": "A"}, {"agency": ["A", "B"]}, {"edition": "publication"}):
                review = ledger.review(period, as_of="2024-10-25", **more)
                assert faults_of(review.json) == []
        assert len(review.tasks) == 0 and review.class_at_end["total"] > 0


def test_a_closed_review_is_as_the_schema_says(ledger):
    ledger.record([
        commands.draft_review("R1", "A", "2024-Q1", "2024-04-25", effective_on="2024-04-20"),
        commands.send_review("R1", effective_on="2024-04-21"),
        commands.close_review("R1", "A", reason="now", answer_due="2024-05-10",
                              effective_on="2024-04-25")], actor="Office", today="2024-04-25")
    assert faults_of(ledger.closed_review("R1").json) == []
