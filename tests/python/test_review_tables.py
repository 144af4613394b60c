"""The lists of a review as tables: what its JSON lists, in columns."""

import datetime
import importlib.util
import json

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


def test_a_column_has_a_value_of_one_type_or_none_for_each_row(province):
    """So pandas.DataFrame(table.to_dict()) takes it as it is, as many another tool does."""
    review = province.review("2024-Q1", **DAY)
    seen = {}
    for name in review.lists:
        columns = review.table(name).to_dict()
        assert list(columns) == review.table(name).columns
        for column, values in columns.items():
            assert len(values) == len(review.lists[name]), (name, column)
            seen.setdefault(column, set()).update(type(v) for v in values if v is not None)
    assert all(len(types) <= 1 for types in seen.values()), seen
    assert set().union(*seen.values()) == {int, str, datetime.date}


def test_a_table_of_a_few_agencies_is_of_their_tasks(province):
    agencies = ["agency-b", "agency-c"]
    review = province.review("2024-Q1", agency=agencies, **DAY)
    assert review.table("population")["task"] == codes(review, "population")
    assert len(review.lists.population) < len(province.review("2024-Q1", **DAY).lists.population)


def test_a_review_of_some_agencies_counts_what_they_lead_and_apart_what_they_coordinate(ledger):
    with mandate.memory() as made:
        made.record([commands.add_agency(code, code, effective_on="2023-01-01")
                     for code in ("A", "B", "BOARD")], **BY)
        for n in range(6):
            task = f"T{n}"
            made.record([
                commands.assign_task(task, "t", lead="A", coordinating="B", deadline="2024-02-15",
                                     assigner="BOARD", effective_on="2024-01-02"),
                commands.state_obligation(task, "B", obligation="o", deadline="2024-02-01",
                                          effective_on="2024-01-02"),
                commands.answer_obligation(task, "B", effective_on="2024-01-20")], **BY)
        whole = made.review("2024-Q1", **DAY)
        of_b = made.review("2024-Q1", agency="B", **DAY)
        assert whole.class_at_end.open_overdue == 6
        assert of_b.class_at_end.total == 0 and of_b.rates.overdue.denominator == 0
        assert of_b.lists.population == [] and of_b.compared[0].class_at_end.total == 0
        assert [(a.agency.code, a.coordinated, a.own_parts.done_in_time) for a in of_b.agencies] \
            == [("B", 6, 6)]
        assert [(r["agency"], r["task"], r["class"], r["task_class"])
                for r in of_b.answers.own_parts] == [
            ("B", f"T{n}", "done_in_time", "open_overdue") for n in range(6)]
        for text in (of_b.text("en"), whole.text("en"), of_b.html("en"), whole.html("en")):
            assert "What agencies coordinate" in text
            assert "The parts of coordinating agencies" in text
        figures = made.review_figures(period="2024-Q1", agency="B", **DAY)
        assert figures["total"][0] == 0
        parts = made.review_figures(period="2024-Q1", agency="B", grouped_by="coordinating", **DAY)
        assert (parts["key"][1], parts["done_in_time"][1]) == ("B", 6)


def own_parts_by_agency(review):
    """Class of own parts by agency, from the list; None: nothing of its own."""
    found = {}
    for r in review.answers.own_parts:
        found.setdefault(r["agency"], []).append(r["class"])
    return found


@pytest.mark.parametrize("day", ["2024-03-20", "2024-04-25"])
def test_the_review_of_one_agency_is_its_row_in_the_review_of_all(province, day):
    whole = province.review("2024-Q1", as_of=day)
    rows = {a.agency.code: a for a in whole.agencies}
    listed = own_parts_by_agency(whole)
    for code, row in rows.items():
        one = province.review("2024-Q1", agency=code, as_of=day)
        assert one.class_at_end == row.class_at_end and one.class_at_cut_off == row.class_at_cut_off
        assert [a for a in one.agencies] == [row]
        led = [t.task for t in one.tasks if code in [a.code for a in t.leads]]
        assert [t.task for t in one.tasks] == led
        assert listed.get(code, []) == own_parts_by_agency(one).get(code, [])
        assert set(own_parts_by_agency(one)) <= {code}
        # Counts and lists, against each other.
        classes = listed.get(code, [])
        assert len(classes) == row.coordinated
        for name, number in row.own_parts.items():
            if name != "total":
                assert classes.count(name) == number
        figures = province.review_figures(period="2024-Q1", agency=code, as_of=day)
        assert figures["total"][0] == row.class_at_end.total
        by_parts = province.review_figures(period="2024-Q1", agency=code, as_of=day,
                                           grouped_by="coordinating")
        assert by_parts["total"][0] == len(classes) - classes.count(None)
    assert any(row.own_parts.total for row in rows.values())


@pytest.mark.parametrize("agencies", [["agency-a"], ["agency-c", "agency-d"], ["agency-f"],
                                      ["board"], ["agency-b", "agency-e", "board"]])
def test_a_review_of_some_agencies_takes_along_what_concerns_them(province, agencies):
    whole = province.review("2024-Q1", **DAY).answers
    review = province.review("2024-Q1", agency=agencies, **DAY)
    theirs = {t.task for t in review.tasks}
    answered_for = {i["indicator"] for i in province.indicator_definitions(**DAY)
                    if i["owner"] in agencies}

    def concerns(row):
        acting = " ".join(row.get(name) or "" for name in (
            "agency", "leads", "next", "waiting_agencies", "asking", "asked")).split()
        task = row["code"] if row.get("kind") == "task" else row.get("task")
        return (task in theirs or row.get("indicator") in answered_for
                or not set(agencies).isdisjoint(acting))

    for name, rows in whole.items():
        if name in ("attribution", "attribution_sums"):
            expected = in_json(province.ask(name, agency=agencies, **DAY))
        elif name == "own_parts":
            expected = [r for r in rows if r["agency"] in agencies]
        elif name == "conclusions":
            expected = in_json(province.ask(name, agency=agencies, period="2024-Q1", **DAY))
        elif name == "agenda":
            expected = [{k: v.isoformat() if isinstance(v, datetime.date) else v
                         for k, v in r.items()}
                        for r in province.agenda(agency=agencies, **DAY)]
            assert {r["code"] for r in rows if concerns(r)} <= {r["code"] for r in expected}
        elif name == "agencies":
            continue
        elif name == "tasks":  # titles of those that the review does not describe
            assert theirs.isdisjoint(r["task"] for r in review.answers[name])
            continue
        else:
            expected = [r for r in rows if concerns(r)]
        assert review.answers[name] == expected, name
    assert len(review.answers.warnings) < len(whole.warnings)


@pytest.mark.parametrize("agencies", [["agency-a"], ["agency-b"], ["agency-c", "agency-d"], None])
def test_the_sums_of_a_review_are_over_the_list_that_it_takes_along(province, agencies):
    answers = province.review("2024-Q1", agency=agencies, **DAY).answers
    held = {}
    for row in answers.attribution:
        held[row["agency"]] = held.get(row["agency"], 0) + row["days"] * row["counted"]
    assert {agency: days for agency, days in held.items() if days} == {
        row["key"]: row["days"] for row in answers.attribution_sums if row["days"]}
    # The chains of the slipped tasks that they lead, each task as often as these stand on it.
    slipped = [row["task"] for row in province.slips(**DAY) if (row["slip"] or 0) > 0
               and (agencies is None or not set(agencies).isdisjoint((row["leads"] or "").split()))]
    stand_on = {}
    for task in slipped:
        for link in {row["task"] for row in province.attribution(task=task, **DAY)}:
            stand_on[link] = stand_on.get(link, 0) + 1
    listed = {row["task"]: row["counted"] for row in answers.attribution}
    assert listed and listed == stand_on


def in_json(table):
    return [{name: value.isoformat() if isinstance(value, datetime.date) else value
             for name, value in row.items()} for row in table]


OF_THE_PERIOD = {"ratings", "coordination", "mutual_cases", "indicator_standings", "own_parts",
                 "conclusions"}


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
        if name == "tasks":  # titles of those that the review does not describe
            titles = {row["task"]: row for row in in_json(province.tasks(**view))}
            for row in rows:
                assert row == {key: titles[row["task"]].get(key) for key in row}
            continue
        period = {"period": "2024-Q1"} if name in OF_THE_PERIOD else {}
        assert rows == in_json(province.ask(name, **view, **period)), name
    for name in ("agenda", "warnings", "slow_work", "ratings", "attribution", "coordination"):
        assert review.answers[name], name


def test_a_published_review_takes_along_none(province):
    assert province.review("2024-Q1", edition="publication", **DAY).answers is None


def alone(rows):
    """As if each chain were asked for by itself."""
    return [{**row, "counted": 1} for row in rows]


@pytest.mark.parametrize("linked_at, planned_for", [
    ("2024-01-02T09:00:00+07:00", "2024-01-17"),  # ten working days of P, then two of Q
    ("2024-01-03T08:59:00+07:00", "2024-01-17"),
    ("2024-01-03T09:01:00+07:00", "2024-01-03"),  # more than a day later: a change of plan
])
def test_a_baseline_takes_the_links_recorded_within_a_day(linked_at, planned_for):
    made = mandate.memory()
    at = {"effective_on": "2024-01-02", "recorded_at": "2024-01-02T09:00:00+07:00"}
    made.import_json(json.dumps([
        {"command": "add_agency", "agency": "A", "name_vi": "Agency A", **at},
        {"command": "assign_task", "task": "P", "title_vi": "P", "lead": ["A"], "duration": 10, **at},
        {"command": "assign_task", "task": "Q", "title_vi": "Q", "lead": ["A"], "duration": 2, **at},
        {"command": "link_tasks", "link": "L", "task": "Q", "after": "P", **at,
         "recorded_at": linked_at},
    ]), **BY)
    slips = {row["task"]: row for row in made.slips(as_of="2024-01-04")}
    assert slips["Q"]["baseline_finish"] == datetime.date.fromisoformat(planned_for)


def test_every_slipped_task_has_its_chain_and_the_sums_are_of_these(province):
    slips = {row["task"]: row["slip"] for row in province.slips(**DAY) if row["slip"] is not None}
    rows = list(province.attribution(**DAY))
    places = {}
    for at, row in enumerate(rows):
        places.setdefault(row["task"], []).append(at)
    assert all(b - a == 1 for at in places.values() for a, b in zip(at, at[1:])), "told once"
    stand_on = {}
    for task in sorted(task for task, slip in slips.items() if slip > 0 and task in places):
        chain, link = [], task
        while link is not None:
            chain = [rows[at] for at in places[link]] + chain
            stand_on.setdefault(link, set()).add(task)
            link = rows[places[link][0]]["driver"]
            assert link is None or places[link][0] < places[chain[0]["task"]][0], "drivers first"
        assert alone(chain) == list(province.attribution(task=task, **DAY)), task
    assert set(stand_on) == set(places) and len(places) > 8
    assert {row["task"]: row["counted"] for row in rows} == {
        task: len(on) for task, on in stand_on.items()}
    # What is missing slipped, but is counted by its parts.
    wholes = {task for task, slip in slips.items() if slip > 0} - set(places)
    assert all(province.tasks(parent_task=whole, **DAY)["task"] for whole in wholes)
    held = {}
    for row in rows:
        held[row["agency"]] = held.get(row["agency"], 0) + row["days"] * row["counted"]
    assert {agency: days for agency, days in held.items() if days} == {
        row["key"]: row["days"] for row in province.attribution_sums(**DAY) if row["days"]}


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
        assert alone(rows) == list(made.attribution(task="T4", **DAY))


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
    for arguments, name in [({}, "missing_field"),
                            ({"period": "2024-Q1", "review": "R9"}, "unknown_reference"),
                            ({"review": "R9"}, "unknown_reference"),
                            ({"period": "2024-Q1", "agency": ["NONE"]}, "unknown_reference"),
                            ({"period": "2025-Q1"}, "out_of_range")]:
        with pytest.raises(mandate.Error) as told:
            province.review_tasks(**arguments, **DAY)
        assert told.value.name == name, arguments


def test_a_forecast_says_how_late(province):
    review = province.review("2024-Q1", **DAY)
    late = [row for row in review.answers.warnings if row["warning"] == "forecast_late"]
    assert late and all(row["forecast"] > row["due"] and row["forecast_delay"] > 0 for row in late)
    agenda = [row for row in review.answers.agenda if row["matter"] == "forecast_late"]
    assert [(row["code"], row["forecast"], row["forecast_delay"]) for row in agenda] == [
        (row["code"], row["forecast"], row["forecast_delay"]) for row in late
        if row["code"] in {one["code"] for one in agenda}]
    words = {"vi": "chậm {} ngày làm việc so với thời hạn", "en": "working days after the deadline of",
             "tr": "tarihli süreden {} iş günü sonra"}
    for lang, part in words.items():
        for rendered in (review.text(lang), review.html(lang)):
            shown = " ".join(rendered.split())
            number = f"{late[0]['forecast_delay']:02}" if lang == "vi" else late[0]["forecast_delay"]
            assert part.format(number) in shown, lang


def test_rounding_is_asked_for():
    """2 of 3 done: 66.67 % half up, 66.66 % truncated."""
    with mandate.memory() as made:
        made.record([commands.add_agency("A", "A", effective_on="2023-01-01")], **BY)
        for n in range(3):
            made.record([commands.assign_task(f"T{n}", "t", lead="A", deadline="2024-02-15",
                                              acceptance="not_asked",
                                              effective_on="2024-01-02")], **BY)
        made.record([commands.complete_task(f"T{n}", effective_on="2024-02-01")
                     for n in range(2)], **BY)
        for rounding, number in ((None, 6667), ("half_up", 6667), ("truncated", 6666)):
            figures = made.review_figures(period="2024-Q1", rounding=rounding, **DAY)
            assert figures["completion_due"][0] == number
            review = made.review("2024-Q1", rounding=rounding, **DAY)
            for rendered in (review.text("en"), review.html("en")):
                assert f"66.{number % 100}%" in rendered
                assert ("cut off after two decimals" in rendered) == (rounding == "truncated")
            published = made.review("2024-Q1", edition="publication", rounding=rounding, **DAY)
            assert f"66.{number % 100}%" in published.text("en")
        with pytest.raises(mandate.Error):
            made.review_figures(period="2024-Q1", rounding="up", **DAY)


def test_a_change_says_when_it_rests_on_few_cases(province):
    for row in province.review_figures(period="2024-Q1", **DAY):
        if row["on_time_change"] is None:
            assert row["change_for_reference_only"] is None
        else:
            assert row["change_for_reference_only"] == (row["due"] < 5 or row["before_due"] < 5)


def test_a_cut_off_at_the_end_of_the_calendar_still_counts():
    with mandate.memory() as made:
        made.record([commands.add_agency("A", "A", effective_on="2023-01-01"),
                     commands.assign_task("T", "t", lead="A", deadline="2024-02-15", duration=10,
                                          effective_on="2024-01-02")], **BY)
        review = made.review("2024-Q1", as_of="2199-12-31")
        assert review.class_at_end.open_overdue == 1 and review.answers.attribution == []
        assert "overdue" in {row["warning"] for row in review.answers.warnings}
        assert review.text("en") and review.html("vi")


def test_the_rates_of_the_report_of_2017_as_printed():
    """Report 1270/BC-TCTTTg prints 98.62 % done of 16,274 due, cut off after two decimals, and
    86.44 % in time; 1,239 due have the same percentages (the counts themselves: task_class_test)."""
    in_time, late, overdue = 1071, 151, 17
    days = ["2024-02-01"] * in_time + ["2024-03-01"] * late
    with mandate.memory() as made:
        made.record(
            [commands.add_agency("A", "A", effective_on="2023-01-01")] +
            [commands.assign_task(f"T{n}", "t", lead="A", deadline="2024-02-15",
                                  acceptance="not_asked", effective_on="2024-01-02")
             for n in range(in_time + late + overdue)] +
            [commands.complete_task(f"T{n}", effective_on=day) for n, day in enumerate(days)], **BY)
        forms = {"vi": "{},{}%", "en": "{}.{}%", "tr": "%{},{}"}
        for rounding, done in (("truncated", 62), ("half_up", 63)):
            figures = made.review_figures(period="2024-Q1", rounding=rounding, **DAY)
            assert (figures["completion_due"][0], figures["on_time"][0]) == (9800 + done, 8644)
            review = made.review("2024-Q1", rounding=rounding, edition="publication", **DAY)
            for lang, form in forms.items():
                for rendered in (review.text(lang), review.html(lang)):
                    assert form.format(98, done) in rendered
                    assert form.format(98, 125 - done) not in rendered
                    assert form.format(86, 44) in rendered


def test_text_page_and_tables_of_a_review_are_made_once(province, monkeypatch):
    from mandate import _library, ledger, review as review_module
    modules = (ledger, review_module)
    calls = []

    def counted(name):
        function = getattr(_library.LIBRARY, name)

        def call(*arguments):
            calls.append(name.removeprefix("mandate_review_"))
            return function(*arguments)
        return call

    class library:
        mandate_review_make = staticmethod(counted("mandate_review_make"))
        mandate_review_render = staticmethod(counted("mandate_review_render"))
        mandate_review_list = staticmethod(counted("mandate_review_list"))

        def __getattr__(self, name):
            return getattr(_library.LIBRARY, name)

    for module in modules:
        monkeypatch.setattr(module, "LIBRARY", library())
    review = province.review("2024-Q1", **DAY)
    assert calls == ["make", "render"]
    for _ in range(3):
        assert review.text("en") != review.text("vi") != review.html("vi")
        assert review.table("overdue") is review.table("overdue")
        assert review.table("unfinished")["task"] != review.table("overdue")["task"]
    assert sorted(calls) == ["list"] * 2 + ["make"] + ["render"] * 4


def test_a_review_says_what_the_ledger_said_when_it_was_made(province):
    then = province.review("2024-Q1", **DAY)
    before = {lang: (then.text(lang), then.html(lang)) for lang in ("vi", "en", "tr")}
    tables = {name: then.table(name).to_dict() for name in then.lists}
    review = province.review("2024-Q1", **DAY)
    province.record(commands.report_progress("task-11", percent=7, effective_on="2024-04-25"), **BY)
    assert province.review("2024-Q1", **DAY).text("en") != before["en"][0]
    province.close()
    for lang, made in before.items():
        assert (review.text(lang), review.html(lang)) == made
    assert {name: review.table(name).to_dict() for name in review.lists} == tables


def test_the_lists_of_a_review_have_the_numbers_of_their_names(province):
    choices = next(f["choices"] for f in mandate.describe()["fields"] if f["name"] == "list")
    assert [c["name"] for c in choices] == list(mandate.review.LISTS)
    assert [c["number"] for c in choices] == list(range(1, len(choices) + 1))
    assert tuple(province.review("2024-Q1", **DAY).lists) == mandate.review.LISTS


def test_a_task_without_deadline_says_what_took_it_away_and_since_when_it_is_assigned():
    with mandate.memory() as made:
        made.record([
            commands.add_agency("A", "A", effective_on="2023-01-01"),
            commands.add_agency("BOARD", "Cơ quan B", name_en="Agency B",
                                effective_on="2023-01-01"),
            commands.add_document("D", "1-KL", "conclusion", "BOARD", dated="2024-03-04",
                                  effective_on="2024-03-04")], **BY)
        for task, deadline in (("NEVER", None), ("GONE", "2024-02-29"), ("AGAIN", "2024-02-29"),
                               ("HAS", "2024-06-28")):
            made.record([commands.assign_task(task, "t", lead="A", assigner="BOARD",
                                              deadline=deadline, effective_on="2024-04-01")], **BY)
        moved = dict(decided_by="BOARD", document="D", effective_on="2024-04-10",
                     deadline_as_stated="sau này")
        gone = made.record([commands.revise_deadline("GONE", reason="Chờ hướng dẫn", **moved)], **BY)
        made.record([commands.revise_deadline("GONE", deadline_as_stated="khi có hướng dẫn",
                                              decided_by="BOARD", effective_on="2024-04-12")], **BY)
        made.record([commands.revise_deadline("AGAIN", **moved)], **BY)
        made.record([commands.revise_deadline("AGAIN", deadline="2024-05-31", decided_by="BOARD",
                                              effective_on="2024-04-12")], **BY)
        review = made.review("2024-Q2", **DAY)
        table = review.table("without_deadline")
        days = {"NEVER": None, "GONE": datetime.date(2024, 4, 10)}
        assert dict(zip(table["task"], table["deadline_removed_on"])) == days
        assert dict(zip(table["task"], table["deadline_removed_by"])) == {"NEVER": None, "GONE": gone}
        assert table["working_days_since_assignment"] == [17, 17]  # the 18th was off
        tasks = {t.task: t for t in review.tasks}
        assert tasks["AGAIN"].deadline_removed is None and tasks["HAS"].deadline_removed is None
        removed = tasks["GONE"].deadline_removed
        assert (removed.event, removed.deadline_before.day) == (gone, "2024-02-29")
        assert (removed.by.document, removed.by.decided_by.code) == ("D", "BOARD")
        for shown in (review.text("en"), review.html("en")):
            shown = " ".join(shown.split())
            assert (f"the deadline of 29 February 2024 was taken away on 10 April 2024 (entry {gone}): "
                    "Agency B; D; Chờ hướng dẫn; 17 working days since it was assigned") in shown
            assert shown.count("was taken away") < shown.count("17 working days since")
        assert f"bị bỏ ngày 10/4/2024 (bản ghi số {gone}): Cơ quan B; D" in \
            " ".join(review.text("vi").split())
        assert f"10 Nisan 2024 tarihinde kaldırıldı (kayıt no. {gone}): Cơ quan B; D" in \
            " ".join(review.text("tr").split())


def test_forecasts_beyond_the_known_calendar_are_said_to_be_provisional():
    day = {"as_of": "2025-11-20"}
    by = {"actor": "clerk-1", "today": "2025-11-20"}
    with mandate.memory() as made:
        made.record([
            commands.add_agency("A", "A", effective_on="2023-01-01"),
            commands.assign_task("NOW", "t", lead="A", deadline="2025-12-19", duration=3,
                                 effective_on="2025-11-19")], **by)

        def told():
            review = made.review("2025-Q4", **day)
            ends = [f for f in review.findings if f.key == "calendar.ends"]
            rows = [r for r in made.schedule_findings(**day) if r["key"] == "calendar.ends"]
            task = json.loads(made.task_report("NEXT", form="json", **day))["findings"] \
                if "NEXT" in made.tasks(**day)["task"] else []
            shown = review.text("en") + review.html("en")
            assert (" ".join(shown.split()).count("are known until 31 December 2025") == 2) == bool(ends)
            return [f.facts for f in ends], [r["text"] for r in rows], [f["text"] for f in task]

        assert told() == ([], [], []), "all of it lies in 2025"
        made.record([
            commands.assign_task("NEXT", "t", lead="A", deadline="2025-12-26", duration=60,
                                 effective_on="2025-11-19")], **by)
        facts, rows, task = told()
        finish = next(r["finish"] for r in made.schedule(**day) if r["task"] == "NEXT")
        assert finish.year == 2026
        assert facts == [{"known_until": "2025-12-31", "until": str(finish)}]
        text = ("holidays and swaps are known until 2025-12-31; working days and forecasts after "
                f"that, up to {finish}, are provisional")
        assert rows == [text] and task == [text]
        assert "31/12/2025" in made.task_report("NEXT", lang="vi", **day)
        assert "31 Aralık 2025" in made.task_report("NEXT", lang="tr", **day)
        made.record([commands.state_holidays(2026, effective_on="2025-11-20")], **by)
        assert told() == ([], [], []), "2026 is known now"


def test_only_what_is_owed_is_shown_as_not_explained(province):
    """task-21 was overdue and has been withdrawn since: nobody may explain it any more."""
    review = province.review("2024-Q1", **DAY)
    assert "task-21" in codes(review, "unfinished") and "task-21" not in codes(review, "unexplained")
    owed = len(review.lists.unexplained)
    assert review.html("en").count('<span class="missing">not explained</span>') == owed
    unfinished = review.text("en").split("\nTasks overdue or unfinished against the plan (")[1].split("\nCompleted since")[0]
    assert unfinished.count("Explanation: not explained") == owed


def test_the_page_names_things_in_its_language_and_shows_no_bar_where_there_is_no_share(province):
    page = province.review("2024-Q1", **DAY).html("tr")
    own_parts = page.split('id="answers-each_part"')[1].split("</table>")[0]
    assert "task-09. Görev 9" in own_parts and "Nhiệm vụ" not in own_parts
    standings = page.split('id="answers-standings"')[1].split("</table>")[0]
    assert ">Gösterge 1<" in standings and "indicator-1" not in standings
    bars = page.count('<svg class="bar"')
    province.record(commands.add_document("NEW", "09-KL/PA", "conclusion", "board",
                                          dated="2024-04-24", effective_on="2024-04-24"), **BY)
    province.record(commands.assign_task("N", "t", lead="agency-a", document="NEW",
                                         standing_from="2024-04-24",
                                         effective_on="2024-04-24"), **BY)
    page = province.review("2024-Q1", **DAY).html("tr")
    assert "09-KL/PA" in page and page.count('<svg class="bar"') == bars
