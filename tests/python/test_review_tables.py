"""The lists of a review as tables: what its JSON lists, in columns."""

import datetime
import importlib.util

import pytest

import mandate
from mandate import commands
from province import BY, DAY


def codes(review, name):
    return [review.tasks[at].task for at in review.lists[name]]


def test_each_list_of_a_review_is_a_table_of_the_same_tasks(province):
    review = province.review("2024-Q1", **DAY)
    assert len(codes(review, "overdue")) > 0
    for name in review.lists:
        table = review.table(name)
        assert table["task"] == codes(review, name), name
    by_code = {t.task: t for t in review.tasks}
    for line in review.table("unfinished"):
        task = by_code[line["task"]]
        assert line["class_at_end"] == task.class_at_end
        assert line["class_at_cut_off"] == task.class_at_cut_off
        assert line["leads"] == " ".join(a.code for a in task.leads) or not task.leads
        assert line["working_days_late"] == task.working_days_late
        assert line["deadline"] is None or isinstance(line["deadline"], datetime.date)
        assert line["waiting_tasks"] == task.waiting_in_all


def test_a_table_of_a_few_agencies_is_of_their_tasks(province):
    agencies = ["agency-b", "agency-c"]
    review = province.review("2024-Q1", agency=agencies, **DAY)
    assert review.table("population")["task"] == codes(review, "population")
    assert len(review.lists.population) < len(province.review("2024-Q1", **DAY).lists.population)


def chains_to(tasks, links):
    """The rows of attribution that lead to these tasks: one link after the other, backwards."""
    wanted = set(tasks)
    while True:
        more = wanted | {r["driver"] for r in links if r["task"] in wanted and r["driver"]}
        if more == wanted:
            return [r for r in links if r["task"] in wanted]
        wanted = more


@pytest.mark.parametrize("agencies", [["agency-a"], ["agency-c", "agency-d"], ["agency-f"],
                                      ["board"], ["agency-b", "agency-e"]])
def test_a_review_of_some_agencies_takes_along_what_concerns_them(province, agencies):
    whole = province.review("2024-Q1", **DAY).answers
    review = province.review("2024-Q1", agency=agencies, **DAY)
    theirs = {t.task for t in review.tasks}

    def concerns(row):
        acting = " ".join(row.get(name) or "" for name in (
            "agency", "leads", "next", "waiting_agencies", "asking", "asked", "key")).split()
        task = row["code"] if row.get("kind") == "task" else row.get("task")
        return task in theirs or not set(agencies).isdisjoint(acting)

    for name, rows in whole.items():
        if name == "attribution":
            expected = chains_to(theirs, rows)
        elif name == "agencies":
            continue
        else:
            expected = [r for r in rows if concerns(r)]
        assert review.answers[name] == expected, name
    assert len(review.answers.warnings) < len(whole.warnings)


def in_json(table):
    return [{name: value.isoformat() if isinstance(value, datetime.date) else value
             for name, value in row.items()} for row in table]


OF_THE_PERIOD = {"ratings", "coordination", "mutual_cases", "indicator_standings"}


@pytest.mark.parametrize("view", [DAY, {"as_of": "2024-04-25", "known_at": "2024-04-10"},
                                  {"as_of": "2024-03-20", "viewer": "agency-c"}])
def test_a_review_takes_along_what_these_questions_answer(province, view):
    review = province.review("2024-Q1", **view)
    names = {row["agency"]: row for row in in_json(province.agencies(**view))}
    for row in review.answers.agencies:
        assert row == {key: names[row["agency"]][key] for key in row}
    named = {row["agency"] for row in review.answers.agencies}
    assert {row["agency"] for row in review.answers.slow_work} <= named < set(names)
    for name, rows in review.answers.items():
        if name == "agencies":
            continue
        period = {"period": "2024-Q1"} if name in OF_THE_PERIOD else {}
        assert rows == in_json(province.ask(name, **view, **period)), name
    for name in ("agenda", "warnings", "slow_work", "ratings", "attribution", "coordination"):
        assert review.answers[name], name


def test_a_published_review_takes_along_none(province):
    assert province.review("2024-Q1", edition="publication", **DAY).answers is None


def test_every_late_task_has_its_chain(province):
    late = [task for name in ("open_overdue", "done_late")
            for task in province.tasks(task_class=name, **DAY)["task"]]
    slipped = {row["task"] for row in province.slips(**DAY) if row["slip"] is not None}
    rows = list(province.attribution(**DAY))
    places = {}
    for at, row in enumerate(rows):
        places.setdefault(row["task"], []).append(at)
    assert all(b - a == 1 for at in places.values() for a, b in zip(at, at[1:])), "told once"
    met = set()
    for task in sorted(slipped.intersection(late)):
        chain, link = [], task
        while link is not None:
            chain = [rows[at] for at in places[link]] + chain
            link = rows[places[link][0]]["driver"]
            assert link is None or places[link][0] < places[chain[0]["task"]][0], "drivers first"
        assert chain == list(province.attribution(task=task, **DAY)), task
        met |= {row["task"] for row in chain}
    assert met == set(places) and len(met) > 8


def test_a_chain_of_four_counts_its_links():
    with mandate.memory() as made:
        batch = [commands.add_agency("A", "A", effective_on="2024-01-01")]
        for n in range(1, 5):
            batch.append(commands.assign_task(f"T{n}", title_vi="x", lead=["A"], duration=5,
                                              deadline=f"2024-01-{n * 7 + 1:02}",
                                              effective_on="2024-01-01"))
        batch += [commands.link_tasks(f"L{n}", f"T{n + 1}", f"T{n}", effective_on="2024-01-01")
                  for n in range(1, 4)]
        made.record(batch, **BY)
        rows = list(made.attribution(**DAY))
        assert [(row["link"], row["task"], row["driver"]) for row in rows] == [
            (0, "T1", None), (1, "T2", "T1"), (2, "T3", "T2"), (3, "T4", "T3")]
        assert rows == list(made.attribution(task="T4", **DAY))


def test_pandas_takes_the_columns_as_they_are(province):
    table = province.review("2024-Q1", **DAY).table("overdue")
    columns = table.to_dict()  # what DataFrame() takes: lists of one length by name
    assert list(columns) == table.columns
    assert {len(column) for column in columns.values()} == {len(table)}
    if importlib.util.find_spec("pandas"):  # no package that the tests need
        import pandas
        assert list(pandas.DataFrame(columns).columns) == table.columns
        assert list(pandas.DataFrame(table)["task"]) == table["task"]


def test_the_tables_of_a_closed_review_are_those_of_what_was_kept(province):
    province.record([
        commands.draft_review("R1", "board", "2024-Q1", "2024-04-25", meeting="meeting-1",
                              effective_on="2024-04-20"),
        commands.send_review("R1", effective_on="2024-04-22"),
        commands.close_review("R1", "board", official="person-1", reason="Họp ngày 25/4",
                              answer_due="2024-05-10", effective_on="2024-04-25")], **BY)
    kept = province.closed_review("R1")
    assert "task-10" in {row["code"] for row in kept.answers["agenda"]}
    province.record([commands.submit_task("task-10", agency="agency-b",
                                          effective_on="2024-03-14")], **BY)
    for name in kept.lists:
        assert kept.table(name)["task"] == codes(kept, name), name
    assert "task-10" in kept.table("overdue")["task"]
    assert "task-10" not in province.review("2024-Q1", **DAY).table("overdue")["task"]


def test_what_is_no_table_is_told(province):
    review = province.review("2024-Q1", **DAY)
    with pytest.raises(ValueError, match="there is no list 'late'; there are: population, overdue"):
        review.table("late")
    with pytest.raises(ValueError, match="lists no tasks"):
        province.review("2024-Q1", edition="publication", **DAY).table("overdue")
    province.record([commands.add_agency("NEW", "x", effective_on="2024-04-01")], **BY)
    with pytest.raises(mandate.StorageError, match="has gone on"):
        review.table("overdue")
    for arguments, name in [({}, "missing_field"),
                            ({"period": "2024-Q1", "review": "R9"}, "unknown_reference"),
                            ({"review": "R9"}, "unknown_reference"),
                            ({"period": "2024-Q1", "agency": ["NONE"]}, "unknown_reference"),
                            ({"period": "2025-Q1"}, "out_of_range")]:
        with pytest.raises(mandate.Error) as told:
            province.review_tasks(**arguments, **DAY)
        assert told.value.name == name, arguments
