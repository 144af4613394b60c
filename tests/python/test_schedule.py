"""Schedules and cycles: of a ledger, from the command line, and of the host's own columns."""

import datetime
import json
import os
import subprocess

import pytest

import mandate
from mandate import commands

BY = {"actor": "Office", "today": "2024-04-25",
      "now": datetime.datetime(2024, 4, 25, 12, tzinfo=datetime.timezone.utc)}


def on(text):
    return datetime.date.fromisoformat(text)


def plan_of_a_project():
    """Survey 2 days and permit 3 days, then building 4 days; a report beside them."""
    return [
        commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01"),
        commands.add_document("D", number="1/KH", document_kind="plan", issuer="A"),
        commands.assign_task("survey", title_vi="Survey", assigner="A", lead=["A"], duration=2,
                             document=["D"], effective_on="2024-04-22"),
        commands.assign_task("permit", title_vi="Permit", assigner="A", lead=["A"], duration=3,
                             document=["D"], effective_on="2024-04-22"),
        commands.assign_task("build", title_vi="Build", assigner="A", lead=["A"], duration=4,
                             deadline="2024-05-08", document=["D"], effective_on="2024-04-22"),
        commands.assign_task("report", title_vi="Report", assigner="A", lead=["A"],
                             deadline="2024-04-26", effective_on="2024-04-22"),
        commands.link_tasks("L1", task="build", after="survey", effective_on="2024-04-22"),
        commands.link_tasks("L2", task="build", after="permit", effective_on="2024-04-22"),
    ]


def test_the_schedule_of_a_ledger():
    with mandate.memory() as ledger:
        ledger.record(plan_of_a_project(), **BY)
        table = ledger.schedule(as_of="2024-04-25")
        rows = {row["task"]: row for row in table}
        # 29 April to 1 May are off; the swap makes Saturday 4 May a working day.
        assert (rows["permit"]["start"], rows["permit"]["finish"]) == (
            on("2024-04-25"), on("2024-05-02"))
        assert (rows["build"]["start"], rows["build"]["finish"]) == (
            on("2024-05-03"), on("2024-05-07"))
        assert rows["build"]["slack_to_deadline"] == 1
        assert rows["survey"]["slack_to_end"] == 1
        assert rows["survey"]["slack_to_deadline"] == 2
        assert [task for task, row in rows.items() if row["critical"]] == ["permit", "build"]
        assert rows["report"]["duration_from"] == "span"
        assert rows["report"]["duration"] == 5
        assert len(ledger.schedule(as_of="2024-04-25", document="D")) == 3
        assert ledger.schedule(as_of="2024-04-25", limit=1)["task"] == ["survey"]

        why = list(ledger.why_this_date(as_of="2024-04-25", task="build"))
        assert [row["task"] for row in why] == ["build", "permit"]
        assert why[0]["link"] == "L2"
        assert why[1]["driver"] == "status_day"
        with pytest.raises(mandate.InputError, match="task nothing is not in the ledger"):
            ledger.why_this_date(as_of="2024-04-25", task="nothing")


def test_progress_moves_the_forecast():
    with mandate.memory() as ledger:
        ledger.record(plan_of_a_project(), **BY)
        ledger.record([
            commands.report_progress("permit", agency="A", percent=60, effective_on="2024-04-24"),
            commands.submit_task("survey", agency="A", effective_on="2024-04-24"),
            commands.accept_task("survey", effective_on="2024-04-25"),
            commands.suspend_task("report", reason="means", effective_on="2024-04-25"),
        ], **BY)
        rows = {row["task"]: row for row in ledger.schedule(as_of="2024-04-25")}
        assert rows["survey"]["state"] == "finished"
        assert rows["survey"]["slack_to_end"] is None
        assert rows["permit"]["state"] == "started"
        assert rows["permit"]["start"] == on("2024-04-24")
        assert rows["permit"]["finish"] == on("2024-04-26")  # two of five days are left
        assert rows["report"]["state"] == "no_forecast"
        assert rows["report"]["start"] is None


def test_holidays_are_named():
    with mandate.memory() as ledger:
        ledger.record(plan_of_a_project(), **BY)
        ledger.record([commands.report_progress("permit", agency="A", percent=60,
                                                effective_on="2024-04-24")], **BY)
        step = next(iter(ledger.why_this_date(as_of="2024-04-25", task="build")))
        assert step["start"] == on("2024-05-02")
        assert "2024-04-30" in step["days_off"]
        assert "reunification" in step["days_off"]
        ledger.record([commands.link_tasks("L3", task="report", after="survey", lag=2,
                                           effective_on="2024-04-22")], **BY)
        for task, lang, words in (
                ("report", "en", "Waits for survey (L3, finish to start, 2 working days later)"),
                ("report", "vi", "(L3, kết thúc đến bắt đầu, cộng thêm 02 ngày làm việc)"),
                ("report", "tr", "(L3, bitişten başlangıca, 2 iş günü sonra)"),
                ("build", "en", "30 April 2024 (Reunification Day), 1 May 2024 (International"),
                ("build", "vi", "29/4/2024, 30/4/2024 (Ngày Chiến thắng 30/4), 01/5/2024 (Ngày"),
                ("build", "tr", "30 Nisan 2024 (Yeniden Birleşme Günü)")):
            page = ledger.task_report(task, as_of="2024-04-25", lang=lang)
            assert words in " ".join(page.split())


def test_cycles_of_imported_history_are_loaded_and_reported(tmp_path):
    knot = plan_of_a_project() + [
        commands.link_tasks("L3", task="survey", after="build", effective_on="2024-04-22")]
    with mandate.memory() as ledger:
        with pytest.raises(mandate.InputError, match="closes a cycle"):
            ledger.record(knot, **BY)

    file = tmp_path / "history.json"
    file.write_text(json.dumps([
        {"command": "add_agency", "agency": "A", "name_vi": "Agency A",
         "effective_on": "2024-04-01"},
        *({"command": "assign_task", "task": task, "title_vi": task, "assigner": "A",
           "lead": ["A"], "effective_on": "2024-04-22"} for task in ("S", "T", "U", "W")),
        {"command": "link_tasks", "link": "L1", "task": "S", "after": "T"},
        {"command": "link_tasks", "link": "L2", "task": "T", "after": "S"},
        {"command": "link_tasks", "link": "L3", "task": "U", "after": "T"}]))
    path = tmp_path / "a.ledger"
    result = run("import", path, file, "--today", "2024-04-25")
    assert result.returncode == 0, result.stderr
    assert "2 tasks wait for each other: S -L2-> T -L1-> S" in result.stderr

    result = run("cycles", path, "--as-of", "2024-04-25", "--format", "json")
    assert result.returncode == 1
    rows = json.loads(result.stdout)["rows"]
    assert [(r["part"], r["link"]) for r in rows] == [
        ("shortest", "L2"), ("shortest", "L1"), ("opening", "L1")]
    for more in ([], ["--forecast", "--runs", "8"]):
        result = run("schedule", path, "--as-of", "2024-04-25", "--format", "json", *more)
        assert result.returncode == 1, "findings"
        told = json.loads(result.stdout)
        assert len(told["rows"]) == (1 if more else 4)
        assert [(r["key"], r["link"]) for r in told["findings"]] == [
            ("schedule.cycle", "L1"), ("schedule.cycle", "L2")]
        assert told["cycles"] == rows
        assert "note: link L1 from task T to task S stands in a cycle" in result.stderr
        assert "note: tasks wait for each other for ever: S -L2-> T -L1-> S\n" in result.stderr
    assert run("schedule", path, "--as-of", "2024-04-25").returncode == 1

    # One page of a task, and that of the agencies, tell the same; whose date does not hang on the
    # knot has a whole answer.
    notes = ("note: tasks wait for each other for ever: S -L2-> T -L1-> S\n"
             "note: the dates of these tasks, and of what waits for them, are not known\n")
    assert run("schedule", path, "--as-of", "2024-04-25").stderr.endswith(notes)
    for command in (["agencies"], ["task", "S"], ["task", "U"]):
        asked = [command[0], path, *command[1:], "--as-of", "2024-04-25"]
        page = run(*asked, "--lang", "en")
        assert (page.returncode, page.stderr) == (1, notes)
        assert "wait for one another: S → T → S." in page.stdout
        assert "Opened by removing: L1." in " ".join(page.stdout.split())
        assert "Các nhiệm vụ chờ lẫn nhau: S → T → S." in run(*asked).stdout
        assert "Birbirini bekleyen görevler: S → T → S." in run(*asked, "--lang", "tr").stdout
        assert json.loads(run(*asked, "--format", "json").stdout)["cycles"] == rows
    apart = run("task", path, "W", "--as-of", "2024-04-25", "--format", "json")
    assert (apart.returncode, apart.stderr) == (0, "")
    assert json.loads(apart.stdout)["cycles"] == []

    # The knot of old does not stand in the way of new links; a new cycle is refused.
    with mandate.open(path, mode="write") as ledger:
        ledger.record([commands.assign_task("V", title_vi="V", assigner="A", lead=["A"]),
                       commands.link_tasks("L4", task="V", after="U")], **BY)
        with pytest.raises(mandate.InputError, match="closes a cycle"):
            ledger.record([commands.link_tasks("L5", task="U", after="V")], **BY)


def run(*arguments):
    return subprocess.run([os.environ["MANDATE_COMMAND"], *map(str, arguments)],
                          capture_output=True, text=True, timeout=60, check=False)


def test_the_command_line(tmp_path):
    path = tmp_path / "a.ledger"
    with mandate.open(path, mode="create") as ledger:
        ledger.record(plan_of_a_project(), **BY)
    result = run("schedule", path, "--scope", "D", "--as-of", "2024-04-25")
    assert result.returncode == 0, result.stderr
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        "task", "survey", "permit", "build"]
    result = run("task", path, "build", "--as-of", "2024-04-25")
    assert "permit" in result.stdout
    result = run("task", path, "nothing")
    assert result.returncode == 3
    assert run("cycles", path).returncode == 0


def test_columns_of_the_host():
    every_day = mandate.calendar(weekdays=mandate.WEEKDAYS, holidays=False)
    plan = mandate.Plan("2024-04-25", [2, 3, 1, 0], calendars=[every_day],
                        columns={"deadline": [None, "2024-04-26", None, None]})
    plan.link([0, 1, 2], [2, 2, 3], lags=[0, 1, 0],
              types=["finish_start", "finish_start", "finish_finish"])
    made = plan.schedule()
    assert made.end == on("2024-04-29")
    assert made.length == 5
    tasks = made.tasks()
    assert tasks["finish"] == [on("2024-04-26"), on("2024-04-27"), on("2024-04-29"),
                               on("2024-04-29")]
    assert tasks["slack_to_deadline"] == [None, -1, None, None]
    assert [row["predecessor"] for row in made.why(3)] == [2, 1, None]
    assert len(made.findings()) == 0


def test_plans_refuse_what_they_do_not_know():
    plan = mandate.Plan("2024-04-25", [1, 1])
    with pytest.raises(ValueError, match="no column colour"):
        mandate.Plan("2024-04-25", [1], columns={"colour": [1]})
    with pytest.raises(ValueError, match="no option speed"):
        plan.set("speed", 1)
    with pytest.raises(ValueError, match="cycles is one of refuse, leave_out"):
        plan.set("cycles", "maybe")
    with pytest.raises(ValueError, match="differ in length"):
        plan.link([0], [1, 1])
    plan.link([0, 1], [1, 0])
    with pytest.raises(mandate.InputError, match="wait for themselves") as refused:
        plan.schedule()
    assert refused.value.details["facts"]["position"] == ["0", "1"]
    assert len(plan.cycles()) == 3


def test_what_is_left_of_a_task():
    with mandate.memory() as ledger:
        ledger.record([
            commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01"),
            commands.add_agency("B", name_vi="Agency B", effective_on="2024-04-01"),
            commands.assign_task("T", title_vi="T", assigner="A", lead=["A"], coordinating=["B"],
                                 duration=10, effective_on="2024-04-15")], **BY)

        def finish_after(*more):
            if more:
                ledger.record(list(more), **BY)
            row = next(iter(ledger.schedule(as_of="2024-04-25")))
            return row["state"], row["finish"]

        # From Thursday 25 April; 29 April to 1 May are off, Saturday 4 May is worked.
        assert finish_after() == ("not_started", on("2024-05-11") - datetime.timedelta(1))
        # What the coordinating agency did of its own part is not the lead's work.
        assert finish_after(commands.report_progress("T", agency="B", percent=90)) == (
            "not_started", on("2024-05-10"))
        assert finish_after(commands.report_progress("T", agency="A", percent=90)) == (
            "started", on("2024-04-25"))
        assert finish_after(commands.verify_result("T", agency="A", percent=80,
                                                   verdict="not_confirmed")) == (
            "started", on("2024-04-26"))
        assert finish_after(commands.report_progress("T", agency="A", percent=90, remaining=4)) == (
            "started", on("2024-05-03"))


def two_agencies_that_wait_for_each_other():
    return [
        commands.add_agency("A", name_vi="Agency A", name_en="First Agency",
                            effective_on="2024-04-01"),
        commands.add_agency("B", name_vi="Agency B", effective_on="2024-04-01"),
        commands.assign_task("a1", title_vi="A1", assigner="A", lead=["A"], duration=2,
                             deadline="2024-05-24", effective_on="2024-04-22"),
        commands.assign_task("b1", title_vi="B1", assigner="A", lead=["B"], duration=3,
                             effective_on="2024-04-22"),
        commands.assign_task("a2", title_vi="A2", assigner="A", lead=["A"], duration=4,
                             effective_on="2024-04-22"),
        commands.link_tasks("L1", task="b1", after="a1", effective_on="2024-04-22"),
        commands.link_tasks("L2", task="a2", after="b1", effective_on="2024-04-22"),
    ]


def test_agencies_of_a_ledger():
    with mandate.memory() as ledger:
        ledger.record(two_agencies_that_wait_for_each_other(), **BY)
        pairs = list(ledger.agency_pairs(as_of="2024-04-25"))
        assert [(row["before"], row["after"], row["links"]) for row in pairs] == [
            ("B", "A", "L2"), ("A", "B", "L1")]
        assert [row["days_waited"] for row in pairs] == [5, 2]
        first = next(iter(ledger.bottlenecks(as_of="2024-04-25")))
        assert (first["agency"], first["tasks"], first["days"]) == ("B", 1, 4)
        waiting = list(ledger.mutual_waiting(as_of="2024-04-25"))
        assert [(row["before"], row["after"]) for row in waiting] == [("a1", "b1"), ("b1", "a2")]
        assert len(ledger.mutual_waiting(as_of="2024-04-25", at_least=2)) == 0
        assert len(ledger.agency_pairs(as_of="2024-04-25", at_least=2)) == 0
        assert len(ledger.agency_pairs(as_of="2024-04-25", counted_links="hand_offs")) == 2
        impact = list(ledger.delay_impact(as_of="2024-04-25", task="a1", delay=5))
        assert [(row["task"], row["agency"], row["days"]) for row in impact] == [("b1", "B", 5)]
        with pytest.raises(mandate.InputError, match="a9 is not in the ledger"):
            ledger.delay_impact(as_of="2024-04-25", task="a9", delay=5)


def test_a_drawing_of_agencies_that_wait_for_each_other():
    with mandate.memory() as ledger:
        plan = two_agencies_that_wait_for_each_other()
        plan[0] = commands.add_agency("A", name_vi="Sở Nội vụ", name_en='The "First" \\N & Sons',
                                      effective_on="2024-04-01")
        plan.append(commands.add_agency("C", name_vi="Waits for nobody", effective_on="2024-04-01"))
        ledger.record(plan, **BY)
        drawing = ledger.agency_report(as_of="2024-04-25", form="dot", lang="en").splitlines()
        assert (drawing[0], drawing[-1]) == ("digraph agencies {", "}")
        # Graphviz reads "\\" as one backslash and &amp; as the character.
        assert r'  "A" [label="The \"First\" \\N &amp; Sons"];' in drawing
        assert '  "B" [label="Agency B"];' in drawing
        assert '  "A" -> "B" [label="1 (2)", penwidth=1];' in drawing
        assert '  "B" -> "A" [label="1 (5)", penwidth=1];' in drawing
        assert not any("nobody" in line for line in drawing)
        vietnamese = ledger.agency_report(as_of="2024-04-25", form="dot")
        assert '"A" [label="Sở Nội vụ"]' in vietnamese
        assert '"A" -> "B"' not in ledger.agency_report(as_of="2024-04-25", form="dot", at_least=2)
        told = json.loads(ledger.agency_report(as_of="2024-04-25", form="json"))
        assert told["mutual_waiting"][0]["before"] == "a1"
        assert "First" in ledger.agency_report(as_of="2024-04-25", lang="en")
        with pytest.raises(ValueError, match="form is none of"):
            ledger.agency_report(as_of="2024-04-25", form="svg")


def test_the_forecast_of_a_ledger():
    with mandate.memory() as ledger:
        ledger.record(two_agencies_that_wait_for_each_other(), **BY)
        one, two = (next(iter(ledger.forecast(as_of="2024-04-25", runs=500, threads=threads)))
                    for threads in (1, 2))
        assert one == two
        assert one["on_time"] == 500
        assert one["first"] <= one["p50"] <= one["p80"] <= one["last"]
        late = next(iter(ledger.forecast(as_of="2024-04-25", runs=500, due="2024-04-25")))
        assert late["on_time"] == 0
        with pytest.raises(mandate.InputError, match="runs"):
            ledger.forecast(as_of="2024-04-25", runs=0)


def test_agencies_and_forecasts_of_columns():
    plan = mandate.Plan("2024-04-25", [2, 1, 4], columns={"agency": [0, 1, None]})
    plan.link([0], [1])
    made = plan.schedule()
    assert [(row["before"], row["after"]) for row in made.agency_pairs()] == [(0, 1)]
    assert made.bottlenecks(counted="binding")["agency"] == [0, 1]
    assert len(made.mutual_waiting()) == 0
    assert list(made.delay(0, 2)) == [{"task": 1, "agency": 1, "days": 2}]
    with pytest.raises(ValueError):
        made.bottlenecks(counted="all")
    seen = []
    forecast = plan.forecast(runs=200_000, threads=2)
    result = forecast.result(lambda done, runs: seen.append((done, runs)))
    assert result["runs"] == 200_000 and result["on_time"] is None
    assert result["by_progress"] == on("2024-05-02") or result["by_progress"] > on("2024-04-25")


def test_a_callback_that_raises_cancels_the_forecast():
    plan = mandate.Plan("2024-04-25", [5] * 1000)
    forecast = plan.forecast(runs=10_000_000)

    def stop(_done, _runs):
        raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        forecast.result(stop)
    with pytest.raises(mandate.CancelledError) as cancelled:
        forecast.result()
    assert cancelled.value.name == "cancelled" and isinstance(cancelled.value, mandate.UsageError)


def test_agencies_from_the_command_line(tmp_path):
    path = tmp_path / "agencies.ledger"
    with mandate.open(path, mode="create") as ledger:
        ledger.record(two_agencies_that_wait_for_each_other(), **BY)

    def run(*arguments):
        return subprocess.run([os.environ["MANDATE_COMMAND"], *arguments], capture_output=True,
                              text=True, check=False)
    english = run("agencies", path, "--as-of", "2024-04-25", "--lang", "en")
    assert english.returncode == 0
    assert "First Agency" in english.stdout and "Group 1: Agency B, First Agency" in english.stdout
    assert "Chờ lẫn nhau" in run("agencies", path, "--as-of", "2024-04-25").stdout
    assert "Karşılıklı bekleme" in run("agencies", path, "--as-of", "2024-04-25", "--lang",
                                       "tr").stdout
    found = json.loads(run("agencies", path, "--as-of", "2024-04-25", "--format", "json").stdout)
    assert [row["agency"] for row in found["bottlenecks"]] == ["B", "A"]
    assert [row["link"] for row in found["mutual_waiting"]] == ["L1", "L2"]
    forecast = run("schedule", path, "--as-of", "2024-04-25", "--forecast", "--runs", "100",
                   "--format", "json")
    assert json.loads(forecast.stdout)["rows"][0]["runs"] == 100
    assert run("schedule", path, "--forecast", "--runs", "none").returncode == 3


def columns_of(table):
    return [tuple(row.items()) for row in table]


def fresh(start, state, calendars, progress=True):
    """A new schedule of what the host's own tables say."""
    plan = mandate.Plan(start, state["duration"], calendars=calendars, columns={
        name: values for name, values in state.items() if name not in ("duration", "links")},
        status_day=start + datetime.timedelta(days=9) if progress else None)
    alive = [link for link in state["links"] if link is not None]
    if alive:
        before, after, lags, types = zip(*alive)
        plan.link(before, after, lags=lags, types=types)
    return plan.schedule()


def test_a_changed_schedule_is_always_what_a_new_one_would_say():
    import random

    lots = random.Random(5)
    start = on("2024-04-01")
    calendars = [mandate.calendar(), mandate.calendar(off=["2024-04-09"])]
    day = lambda: None if lots.random() < .3 else start + datetime.timedelta(lots.randrange(40))
    refused = 0
    for _ in range(3):
        n = 12
        state = {"duration": [lots.randrange(6) for _ in range(n)], "links": [],
                 "calendar": [0] * n, "not_before": [None] * n, "must_start": [None] * n,
                 "deadline": [None] * n, "started": [None] * n, "suspended": [0] * n,
                 "parent": [None] * 9 + [0, 0, 1]}
        kept = fresh(start, state, calendars)
        for _ in range(25):
            wanted = {name: list(values) for name, values in state.items()}
            changes = kept.changes()
            for _ in range(lots.randrange(1, 4)):
                task = lots.randrange(len(wanted["duration"]))
                kind = lots.randrange(8)
                if kind < 3:
                    name = lots.choice(["not_before", "must_start", "deadline"])
                    wanted[name][task] = day()
                    changes.set_task(task, **{name: wanted[name][task]})
                elif kind == 3:
                    wanted["duration"][task] = lots.randrange(9)
                    wanted["calendar"][task] = lots.randrange(2)
                    changes.set_task(task, duration=wanted["duration"][task],
                                     calendar=wanted["calendar"][task])
                elif kind == 4:
                    wanted["started"][task] = start + datetime.timedelta(lots.randrange(12))
                    changes.set_task(task, started=wanted["started"][task])
                elif kind == 5:
                    wanted["suspended"][task] = int(lots.random() < .2)
                    changes.set_task(task, suspended=wanted["suspended"][task])
                elif kind == 6 and wanted["links"]:
                    link = lots.randrange(len(wanted["links"]))
                    if wanted["links"][link] is not None:
                        wanted["links"][link] = None
                        changes.remove_link(link)
                else:
                    for name, values in wanted.items():
                        if name != "links":
                            values.append({"duration": 2, "calendar": 0, "suspended": 0}.get(name))
                    assert changes.add_task(2) == len(wanted["duration"]) - 1
            other = lots.randrange(len(wanted["duration"])), lots.randrange(len(wanted["duration"]))
            lag, kind = lots.randrange(-2, 4), lots.choice(["finish_start", "start_start"])
            changes.add_link(*other, lag=lag, type=kind)
            wanted["links"].append((*other, lag, kind))
            try:
                kept.change(changes)
            except mandate.Error:
                refused += 1
                with pytest.raises(mandate.Error):
                    fresh(start, wanted, calendars)
                    # Also through work that has begun, whose links bind nothing any more.
                    fresh(start, wanted, calendars, progress=False)
            else:
                state = wanted
            new = fresh(start, state, calendars)
            assert columns_of(kept.tasks()) == columns_of(new.tasks())
            assert (kept.end, kept.length) == (new.end, new.length)
    assert refused > 5


def test_changes_of_the_hosts_own_plan():
    plan = mandate.Plan("2024-04-01", [2, 3])
    plan.link([0], [1])
    schedule = plan.schedule()
    what_if = schedule.copy()
    changes = what_if.changes()
    third = changes.add_task(4, deadline="2024-04-05")
    assert changes.add_link(1, third, lag=1) == 1
    changes.set_task(0, duration=1)
    moved = what_if.change(changes, moved=True)
    assert [row["task"] for row in moved] == [0, 1, 2]
    assert (schedule.end, what_if.end) == (on("2024-04-05"), on("2024-04-11"))
    assert what_if.tasks([third])["slack_to_deadline"] == [-4]
    assert what_if.size == (3, 2)

    wrong = schedule.changes()
    wrong.set_task(0, duration=9)
    wrong.add_link(1, 0)
    with pytest.raises(mandate.Error) as cycle:
        schedule.change(wrong)
    assert cycle.value.facts["position"] == ["0", "1"]
    assert cycle.value.facts["link"] == ["0", "1"]
    assert cycle.value.facts["change"] == "1"
    assert schedule.end == on("2024-04-05")

    changes = what_if.changes()
    changes.set_status_day("2024-04-03")
    changes.set_task(0, started="2024-04-01", finished="2024-04-02")
    changes.set_link(1, lag=0)
    what_if.change(changes)
    what_if.set_calendar(0, mandate.calendar(off=["2024-04-08"]))
    assert what_if.tasks()["state"] == ["finished", "not_started", "not_started"]
    assert what_if.end == on("2024-04-12")
    assert what_if.plan().forecast(runs=8).result()["by_progress"] == what_if.end
    changes = what_if.changes()
    changes.remove_link(1)
    changes.remove_task(1)
    what_if.change(changes)
    assert what_if.tasks()["state"] == ["finished", "removed", "not_started"]
    assert what_if.plan().schedule().tasks()["state"] == ["finished", "removed", "not_started"]
    with pytest.raises(ValueError, match="no column"):
        what_if.changes().set_task(0, colour=1)
    with pytest.raises(ValueError, match="duration"):
        what_if.changes().set_task(0, duration=None)


def test_bad_columns_are_refused():
    with pytest.raises(ValueError, match="durations: None"):
        mandate.Plan("2024-04-01", [1, None])
    with pytest.raises(mandate.Error, match="suspended: 2 of task 0"):
        mandate.Plan("2024-04-01", [1], columns={"suspended": [2]})
    plan = mandate.Plan("2024-04-01", [1])
    plan.link([-1], [0])
    with pytest.raises(mandate.Error, match="no task -1"):
        plan.schedule()
    for columns, field in (({"started": ["2024-04-04"]}, "started"),
                           ({"started": ["2024-04-02"], "finished": ["2024-04-01"]}, "finished"),
                           ({"released": ["2024-04-02"]}, "released")):
        plan = mandate.Plan("2024-04-01", [1], columns=columns, status_day="2024-04-03")
        with pytest.raises(mandate.Error, match="task 0") as refused:
            plan.schedule()
        assert refused.value.facts["field"] == field


def test_how_the_work_of_a_task_is_planned():
    with mandate.memory() as ledger:
        ledger.record(plan_of_a_project(), **BY)
        plan = lambda task, **what: commands.schedule_task(task, effective_on="2024-04-25", **what)
        ledger.record([
            plan("survey", duration=4, optimistic=3, pessimistic=9, not_before="2024-05-06"),
            plan("permit", milestone="yes", must_start="2024-04-26"),
            plan("report", not_after="2024-04-25"),
        ], **BY)
        rows = {row["task"]: row for row in ledger.schedule(as_of="2024-04-25")}
        assert (rows["survey"]["start"], rows["survey"]["finish"]) == (
            on("2024-05-06"), on("2024-05-09"))
        assert rows["survey"]["duration"] == 4 and rows["survey"]["optimistic"] == 3
        assert rows["permit"]["finish"] == on("2024-04-26") and rows["permit"]["duration"] == 0
        assert rows["report"]["slack_to_deadline"] < 0
        why = list(ledger.why_this_date(as_of="2024-04-25", task="build"))
        assert [row["task"] for row in why] == ["build", "survey"]
        assert why[1]["driver"] == "not_before"
        likely = next(iter(ledger.forecast(as_of="2024-04-25", runs=200)))
        assert likely["first"] >= on("2024-05-13")  # three days of survey, four of build
        # What is not said any more does not count any more; the duration is the assignment's.
        ledger.record([plan("survey")], **BY)
        rows = {row["task"]: row for row in ledger.schedule(as_of="2024-04-25")}
        assert rows["survey"]["start"] == on("2024-04-25") and rows["survey"]["duration"] == 2
        for wrong, rule in (({"milestone": "yes", "duration": 2}, "milestone_takes_no_work"),
                            ({"optimistic": 3}, "estimates_enclose"),
                            ({"pessimistic": 1}, "estimates_enclose")):
            with pytest.raises(mandate.Error) as refused:
                ledger.record([plan("survey", **wrong)], **BY)
            assert refused.value.facts["rule"] == rule
        with pytest.raises(mandate.Error) as refused:
            ledger.record([plan("report", optimistic=1)], **BY)
        assert refused.value.facts["rule"] == "likely_first"


def test_why_and_findings_of_what_has_no_date(tmp_path):
    with mandate.memory() as ledger:
        ledger.record(plan_of_a_project(), **BY)
        ledger.record([
            commands.suspend_task("permit", reason="no money", effective_on="2024-04-25"),
            commands.cancel_task("survey", reason="not needed", effective_on="2024-04-25")], **BY)
        for known in ({}, {"known_at": "2024-04-25"}):
            why = list(ledger.why_this_date(as_of="2024-04-25", task="build", **known))
            assert [(row["task"], row["driver"], row["link"]) for row in why] == [
                ("build", "link", "L2"), ("permit", "suspended", None)]
        found = {row["key"]: row for row in ledger.schedule_findings(as_of="2024-04-25")}
        assert found["schedule.cancelled"]["task"] == "build"
        assert found["schedule.cancelled"]["link"] == "L1"
        assert "survey" in found["schedule.cancelled"]["text"]


def test_days_off_are_named_also_for_a_first_task():
    with mandate.memory() as ledger:
        ledger.record([
            commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01"),
            commands.assign_task("T", title_vi="T", lead=["A"], duration=3,
                                 effective_on="2024-04-26")], **BY | {"today": "2024-04-26"})
        for known in ({}, {"known_at": "2024-04-26"}):
            why = list(ledger.why_this_date(as_of="2024-04-26", task="T", **known))
            assert why[0]["driver"] == "scope_start" and why[0]["finish"] == on("2024-05-03")
            assert "2024-04-30" in why[0]["days_off"] and "2024-05-01" in why[0]["days_off"]


def test_days_off_inside_the_work_are_named_though_it_begins_before_what_it_waits_for():
    on_26 = {"effective_on": "2024-04-26"}
    with mandate.memory() as ledger:
        ledger.record([
            commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01"),
            commands.assign_task("T", title_vi="T", lead=["A"], duration=2, **on_26),
            commands.assign_task("U", title_vi="U", lead=["A"], duration=3, **on_26),
            commands.schedule_task("T", not_before="2024-05-02", **on_26),
            commands.link_tasks("L", task="U", after="T", link_type="start_start", lag=-1,
                                **on_26)], **BY | {"today": "2024-04-26"})
        for known in ({}, {"known_at": "2024-04-26"}):
            why = list(ledger.why_this_date(as_of="2024-04-26", task="U", **known))
            assert (why[0]["driver"], why[0]["start"]) == ("link", on("2024-04-26"))
            assert [day[:10] for day in why[0]["days_off"].split("; ")] == [
                "2024-04-29", "2024-04-30", "2024-05-01"]


def test_work_of_which_nobody_states_the_duration_is_certain_to_end_on_its_deadline():
    """Nothing is drawn of what nobody estimated, and its deadline is said to be the reason."""
    with mandate.memory() as ledger:
        ledger.record([commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01")] + [
            commands.assign_task(f"T{n}", title_vi="T", lead=["A"], deadline="2024-06-03",
                                 effective_on="2024-04-22") for n in range(5)] + [
            commands.report_progress("T4", percent=90, effective_on="2024-04-24"),
            commands.schedule_task("T3", not_before="2024-05-06", effective_on="2024-04-22")], **BY)
        for known in ({}, {"known_at": "2024-04-25"}):
            likely = next(iter(ledger.forecast(as_of="2024-04-25", runs=500, **known)))
            assert (likely["on_time"], likely["first"], likely["last"]) == (
                500, on("2024-06-03"), on("2024-06-03"))
            assert [next(iter(ledger.why_this_date(as_of="2024-04-25", task=task, **known)))["driver"]
                    for task in ("T0", "T3")] == ["deadline", "deadline"]
        ledger.record([commands.report_progress("T4", remaining=10, effective_on="2024-04-25")], **BY)
        for known in ({}, {"known_at": "2024-04-25"}):
            likely = next(iter(ledger.forecast(as_of="2024-04-25", runs=500, due="2024-05-14", **known)))
            assert likely["last"] == on("2024-06-03") and likely["on_time"] == 0
        stated = next(iter(ledger.forecast(as_of="2024-06-20", runs=500)))
        assert stated["first"] < stated["last"], "somebody stated what is left"
        ledger.record([commands.schedule_task("T3", not_before="2024-06-08",
                                              effective_on="2024-04-25")], **BY)
        for known in ({}, {"known_at": "2024-04-25"}):
            why = next(iter(ledger.why_this_date(as_of="2024-04-25", task="T3", **known)))
            assert (why["driver"], why["start"]) == ("not_before", on("2024-06-10"))


def test_a_forecast_of_a_ledger_is_polled_and_cancelled():
    same = mandate.memory()
    same.record(plan_of_a_project(), **BY)
    with mandate.memory() as ledger:
        ledger.record(plan_of_a_project(), **BY)
        asked = {"as_of": "2024-04-25", "runs": 400, "seed": 7, "document": "D"}
        started = ledger.start_forecast(**asked, threads=2)
        endless = ledger.start_forecast(as_of="2024-04-25", runs=10_000_000)
    assert started.result() == next(iter(same.forecast(**asked)))
    same.close()
    told = []

    def enough(done, runs):
        told.append(runs)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        endless.result(progress=enough)
    assert told == [10_000_000]
    with pytest.raises(mandate.CancelledError):
        endless.result()
    with mandate.memory() as ledger:
        with pytest.raises(mandate.Error, match="NOWHERE"):
            ledger.start_forecast(as_of="2024-04-25", document="NOWHERE")
        with pytest.raises(mandate.Error):
            ledger.start_forecast(as_of="2024-04-25", period="2024-Q1")


def test_the_text_of_a_long_cycle_has_an_end(tmp_path):
    n = 60
    file = tmp_path / "history.json"
    file.write_text(json.dumps([
        {"command": "add_agency", "agency": "A", "name_vi": "Agency A", "effective_on": "2024-04-01"},
        *({"command": "assign_task", "task": f"T{t:02}", "title_vi": "T", "lead": ["A"],
           "effective_on": "2024-04-22"} for t in range(n)),
        *({"command": "link_tasks", "link": f"L{t:02}", "task": f"T{(t + 1) % n:02}",
           "after": f"T{t:02}"} for t in range(n))]))
    path = tmp_path / "a.ledger"
    result = run("import", path, file, "--today", "2024-04-25")
    assert "T18 -L18-> ... (40 more) ... T59 -L59-> T00" in result.stderr
    ring = next(line for line in run("cycles", path, "--as-of", "2024-04-25", "--format", "json")
                .stdout.splitlines() if "T40" in line)
    assert ring, "the table has all of it"
    for command in (["schedule"], ["task", "T03"]):
        told = run(*[command[0], path, *command[1:], "--as-of", "2024-04-25"]).stderr
        assert "T19 -L19-> T20 ...\n" in told
    with mandate.memory() as ledger:
        chain = [commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01")] + [
            commands.assign_task(f"T{t:02}", title_vi="T", lead=["A"], effective_on="2024-04-22")
            for t in range(n)] + [
            commands.link_tasks(f"L{t:02}", task=f"T{t + 1:02}", after=f"T{t:02}",
                                effective_on="2024-04-22") for t in range(n - 1)]
        ledger.record(chain, **BY)
        with pytest.raises(mandate.InputError, match=r"\(40 more\)") as refused:
            ledger.record([commands.link_tasks("L59", task="T00", after="T59",
                                               effective_on="2024-04-22")], **BY)
        assert len(str(refused.value)) < 500


def test_links_that_leave_a_scope_are_told_beside_the_agencies_that_wait(tmp_path):
    path = tmp_path / "a.ledger"
    on_22 = {"effective_on": "2024-04-22"}
    with mandate.open(path, mode="create") as ledger:
        ledger.record([commands.add_agency(a, name_vi=f"Agency {a}", effective_on="2024-04-01")
                       for a in "AB"] + [
            commands.add_document("D", number="1/KH", document_kind="plan", issuer="A"),
            commands.assign_task("T", title_vi="T", lead=["A"], duration=2, document=["D"], **on_22),
            commands.assign_task("U", title_vi="U", lead=["B"], duration=2, **on_22),
            commands.link_tasks("L", task="U", after="T", **on_22)], **BY)
    result = run("agencies", path, "--scope", "D", "--as-of", "2024-04-25")
    assert result.returncode == 0
    assert "note: 1 links to or from tasks outside the scope are left out" in result.stderr


def test_what_was_handed_in_and_not_answered_still_holds_others():
    on_22 = {"effective_on": "2024-04-22"}
    with mandate.memory() as ledger:
        ledger.record([commands.add_agency(a, name_vi=f"Agency {a}", effective_on="2024-04-01")
                       for a in "AB"] + [
            commands.assign_task("T", title_vi="T", lead=["A"], duration=2, **on_22),
            commands.assign_task("U", title_vi="U", lead=["B"], duration=2, **on_22),
            commands.link_tasks("L", task="U", after="T", **on_22),
            commands.submit_task("T", effective_on="2024-04-24")], **BY)
        waits = lambda: [(row["open_waits"], row["binding"], row["links"])
                         for row in ledger.agency_pairs(as_of="2024-04-25")]
        assert waits() == [(1, 1, "L")]
        assert next(iter(ledger.mutual_waiting(as_of="2024-04-25")), None) is None
        ledger.record([commands.accept_task("T", effective_on="2024-04-25")], **BY)
        assert waits() == [(0, 0, None)]


def test_planned_work_from_json_to_the_command_line(tmp_path):
    path, source = tmp_path / "a.ledger", tmp_path / "plan.json"
    source.write_text(json.dumps([
        {"command": "add_agency", "agency": "A", "name_vi": "Agency A",
         "effective_on": "2024-04-22"},
        {"command": "assign_task", "task": "T", "title_vi": "T", "lead": ["A"], "duration": 10,
         "effective_on": "2024-04-22"},
        {"command": "assign_task", "task": "M", "title_vi": "M", "lead": ["A"],
         "effective_on": "2024-04-22"},
        {"command": "link_tasks", "link": "L", "task": "M", "after": "T",
         "effective_on": "2024-04-22"},
        {"command": "schedule_task", "task": "T", "duration": 2, "optimistic": 1,
         "pessimistic": 8, "not_before": "2024-05-06", "effective_on": "2024-04-22"},
        {"command": "schedule_task", "task": "M", "milestone": "yes",
         "effective_on": "2024-04-22"}]))
    result = run("import", path, source, "--today", "2024-04-25")
    assert result.returncode == 0, result.stderr
    asked = "schedule", path, "--as-of", "2024-04-25", "--format", "json"
    rows = {row["task"]: row for row in json.loads(run(*asked).stdout)["rows"]}
    assert (rows["T"]["start"], rows["T"]["finish"]) == ("2024-05-06", "2024-05-07")
    assert (rows["M"]["duration"], rows["M"]["finish"]) == (0, "2024-05-07")
    assert rows["T"]["pessimistic"] == 8
    result = run(*asked, "--forecast", "--runs", "500")
    likely = json.loads(result.stdout)["rows"][0]
    assert likely["first"] == "2024-05-06" and likely["last"] > "2024-05-08"
    result = run(*asked, "--runs", "500")
    assert result.returncode == 2 and "--forecast" in result.stderr


def found(ledger, key, **asked):
    return [(row["task"], row["link"])
            for row in ledger.schedule_findings(**{"as_of": "2024-04-25"} | asked)
            if row["key"] == key]


def test_estimates_that_a_later_duration_leaves_behind_are_found():
    assign = lambda days, **how: commands.assign_task(
        "T", title_vi="T", lead=["A"], duration=days, effective_on="2024-04-22", **how)
    with mandate.memory() as ledger:
        ledger.record([commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01"),
                       assign(4),
                       commands.schedule_task("T", optimistic=3, pessimistic=9,
                                              effective_on="2024-04-22")], **BY)
        assert found(ledger, "schedule.estimates") == []
        ledger.record([assign(12, corrects=2)], **BY)
        assert found(ledger, "schedule.estimates") == [("T", None)]
        row = next(iter(ledger.schedule(as_of="2024-04-25")))
        assert (row["duration"], row["optimistic"], row["pessimistic"]) == (12, None, None)


def test_a_task_that_was_accepted_expected_no_document_before():
    expect = lambda **how: commands.expect_document("T", expected="rules", issuer="A",
                                                    effective_on="2024-04-10", **how)
    with mandate.memory() as ledger:
        ledger.record([
            commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01"),
            commands.assign_task("T", title_vi="T", assigner="A", lead=["A"], duration=2,
                                 acceptance="asked", effective_on="2024-04-10"),
            expect(),
            commands.void_event(corrects=3, reason="asked for by mistake"),
            commands.submit_task("T", agency="A", effective_on="2024-04-18"),
            commands.accept_task("T", effective_on="2024-04-19")], **BY)
        with pytest.raises(mandate.InputError, match="event 6 would no longer fit: accept_task"):
            ledger.record([expect(corrects=4)], **BY)
        with pytest.raises(mandate.InputError, match="T was done on 2024-04-18"):
            ledger.record([expect()], **BY)
        row = next(iter(ledger.schedule(as_of="2024-04-25")))
        assert (row["state"], row["finish"]) == ("finished", on("2024-04-18"))


def test_a_whole_has_the_days_of_its_parts_and_no_duration():
    with mandate.memory() as ledger:
        ledger.record(whole_and_parts(), **BY)
        rows = {row["task"]: row for row in ledger.schedule(as_of="2024-04-25")}
        whole = rows["W"]
        assert (whole["start"], whole["finish"]) == (rows["P"]["start"], rows["Q"]["finish"])
        assert (whole["duration"], whole["duration_from"]) == (None, "parts")
        assert rows["X"]["start"] == on("2024-05-04"), "a working Saturday, after the whole"


def whole_and_parts():
    assign = lambda task, **how: commands.assign_task(
        task, title_vi=task, lead=["A"], effective_on="2024-04-22", **how)
    link = lambda code, task, after: commands.link_tasks(code, task=task, after=after,
                                                         effective_on="2024-04-22")
    return [commands.add_agency("A", name_vi="Agency A", effective_on="2024-04-01"),
            assign("W"), assign("P", parent_task="W", duration=2),
            assign("Q", parent_task="W", duration=2), assign("X", duration=1),
            link("L1", "Q", "P"), link("L2", "X", "W")]


def test_a_cycle_through_a_whole_is_refused_or_when_it_comes_with_history_listed(tmp_path):
    back = commands.link_tasks("L3", task="P", after="X", effective_on="2024-04-22")
    with mandate.memory() as ledger:
        ledger.record(whole_and_parts(), **BY)
        with pytest.raises(mandate.InputError) as refused:
            ledger.record([back], **BY)
        assert "P -part of-> W -L2-> X -L3-> P" in str(refused.value)
        assert refused.value.facts["link"] == ["L2", "L3"]

    source, path = tmp_path / "history.json", tmp_path / "a.ledger"
    source.write_text(json.dumps(whole_and_parts() + [back]))
    result = run("import", path, source, "--today", "2024-04-25")
    assert result.returncode == 0, result.stderr
    with mandate.open(path) as ledger:
        assert [(row["part"], row["task"], row["link"], row["waiting_task"])
                for row in ledger.cycles(as_of="2024-04-25")] == [
            ("shortest", "W", "L2", "X"), ("shortest", "X", "L3", "P"), ("opening", "X", "L3", "P")]
        # All links of the knot are left out; each task still has its dates.
        assert found(ledger, "schedule.cycle") == [(None, "L1"), (None, "L2"), (None, "L3")]
        assert all(row["finish"] for row in ledger.schedule(as_of="2024-04-25"))


def test_the_length_is_the_same_after_a_change_that_changes_nothing():
    plan = mandate.Plan(on("2024-04-01"), [0, 1, 1, 0, 1])
    plan.link([2, 3, 1], [4, 1, 0])
    schedule = plan.schedule()
    assert (schedule.end, schedule.length) == (on("2024-04-02"), 2)
    schedule.change(schedule.changes())
    assert (schedule.end, schedule.length) == (on("2024-04-02"), 2)


def test_a_length_is_counted_in_the_first_calendar_whoever_works_in_it():
    plan = mandate.Plan(on("2024-04-01"), [3], columns={"calendar": [1]},
                        calendars=[mandate.calendar(off=["2024-04-02"]), mandate.calendar()])
    schedule = plan.schedule()
    assert (schedule.end, schedule.length) == (on("2024-04-03"), 2)
    schedule.change(schedule.changes())
    assert schedule.length == 2
    assert plan.forecast(runs=3).result()["p50_days"] == 2


def test_cycles_of_a_plan_lead_through_wholes():
    plan = mandate.Plan(on("2024-04-01"), [1] * 4, columns={"parent": [None, 0, 0, None]})
    plan.link([1, 3], [3, 0])
    assert [(row["part"], row["before"], row["after"], row["link"], row["tasks"])
            for row in plan.cycles()] == [
        ("shortest", 1, 3, 0, 3), ("shortest", 3, 0, 1, 3), ("opening", 3, 0, 1, 3)]
    with pytest.raises(mandate.Error, match="1 -0-> 3 -1-> 1"):
        plan.schedule()


def test_a_link_that_a_change_of_parts_turns_upon_itself_is_named():
    plan = mandate.Plan(on("2024-04-01"), [1, 1])
    plan.link([0], [1])
    schedule = plan.schedule()
    with pytest.raises(mandate.Error) as refused:
        changes = schedule.changes()
        changes.set_task(0, parent=1)
        schedule.change(changes)
    assert str(refused.value).endswith("tasks would wait for themselves: 0 -0-> 1")


def test_a_plan_that_leaves_the_known_calendar_says_so():
    """Of each calendar the task that ends last; none where a calendar has no holidays by rule."""
    plan = mandate.Plan("2025-12-22", [2, 20, 30, 40, 50],
                        columns={"calendar": [0, 0, 0, 1, 2]},
                        calendars=[mandate.calendar(), mandate.calendar(off=["2025-12-24"]),
                                   mandate.calendar(holidays=False)])
    found = plan.schedule().findings()
    assert found.columns == ["key", "task", "link", "day"]
    assert [tuple(row.values()) for row in found] == [
        ("calendar.ends", 2, None, on("2025-12-31")),
        ("calendar.ends", 3, None, on("2025-12-31"))]
    # A task with parts follows their calendars; what is done follows none.
    known = mandate.calendar(holidays=False)
    within = mandate.Plan("2029-01-02", [0, 5, 1], calendars=[mandate.calendar(), known],
                          columns={"parent": [-1, 0, -1], "calendar": [0, 1, 0],
                                   "finished": [None, None, "2029-01-03"]},
                          status_day="2029-01-04")
    assert len(within.schedule().findings()) == 0
    changing = mandate.Plan("2025-12-22", [2], calendars=[mandate.calendar()]).schedule()
    assert len(changing.findings()) == 0
    changes = changing.changes()
    changes.set_task(0, duration=30)
    changing.change(changes)
    assert [(row["key"], row["task"]) for row in changing.findings()] == [("calendar.ends", 0)]


def test_a_ledger_leaves_the_known_calendar_only_where_somebody_works_in_it():
    """The lead of a task with parts does none of the work itself."""
    with mandate.memory() as ledger:
        ledger.record([commands.add_agency(a, name_vi=f"Agency {a}", effective_on="2024-04-01")
                       for a in "AB"] + [
            commands.set_work_calendar(list(mandate.WEEKDAYS[:5]), agency="B", decision="1/QD",
                                       holiday_rules="none", effective_on="2024-04-01"),
            commands.assign_task("W", title_vi="W", lead=["A"], effective_on="2024-04-22"),
            commands.assign_task("P", title_vi="P", lead=["B"], parent_task="W", duration=600,
                                 effective_on="2024-04-22")], **BY)
        assert found(ledger, "calendar.ends") == []
        ledger.record([commands.assign_task("Q", title_vi="Q", lead=["A"], duration=600,
                                            effective_on="2024-04-22")], **BY)
        assert found(ledger, "calendar.ends") == [(None, None)]
