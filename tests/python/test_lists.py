"""Every list in pages: what is asked for piece by piece is what comes at once."""

import itertools
import json
import pathlib

import pytest

import mandate

RECORD = pathlib.Path(__file__).resolve().parents[2] / "examples" / "province-a" / "record.json"
DAY = {"as_of": "2024-04-25"}

# One value for each argument that some list needs, out of the record.
NEEDED = {"task": "task-27", "delay": 5, "document": "programme-1", "term": "term-1",
          "text": "co quan", "since": 100, "period": "2024-Q1", "review": "review-1"}

# Where one of several arguments is needed.
ONE_OF_SEVERAL = {("lineage", "task"), ("said", "task"), ("review_tasks", "period")}

PAGED = [q for q in mandate.describe()["questions"]
         if {"limit", "offset"} <= {a["name"] for a in q["arguments"]}]


def with_cycles():
    """The made-up record, and tasks that wait for each other, as old lists have them."""
    history = json.loads(RECORD.read_text(encoding="utf-8"))
    stamp = {key: history["commands"][-1][key] for key in ("recorded_at", "actor")}
    on = {"effective_on": "2024-04-24", **stamp}
    for knot in "PQR":
        tasks = [f"{knot}{i}" for i in range(3)]
        history["commands"] += [
            {"command": "assign_task", "task": task, "title_vi": task, "assigner": "board",
             "lead": ["agency-a"], **on} for task in tasks]
        history["commands"] += [
            {"command": "link_tasks", "link": f"{task}-{after}", "task": task, "after": after,
             **on} for task, after in zip(tasks, tasks[1:] + tasks[:1])]
    return history


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    file = tmp_path_factory.mktemp("lists") / "record.json"
    file.write_text(json.dumps(with_cycles()), encoding="utf-8")
    with mandate.memory() as made:
        made.import_json(file, actor="clerk-1", today="2024-04-25")
        yield made


@pytest.mark.parametrize("question", PAGED, ids=lambda q: q["name"])
def test_a_list_in_pages_is_the_list(province, question):
    asked = {a["name"]: NEEDED[a["name"]] for a in question["arguments"]
             if a["required"] or (question["name"], a["name"]) in ONE_OF_SEVERAL}
    if question["name"] == "review_differences":
        with pytest.raises(mandate.Error, match="review-1"):
            province.ask(question["name"], **asked, **DAY)
        return
    whole = list(province.ask(question["name"], **asked, **DAY))
    paged, size = [], 1 + len(whole) // 7
    for offset in itertools.count(step=size):
        page = list(province.ask(question["name"], **asked, **DAY, limit=size, offset=offset))
        assert len(page) <= size
        if not page:
            break
        paged += page
    assert paged == whole
    if question["name"] == "cycles":
        assert len({row["knot"] for row in whole}) == 3
