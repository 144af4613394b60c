"""Networks of PSPLIB and RCPSP/max, and links of all kinds: every day is a working day.

A maximal lag is an arc with negative lag that lies on a cycle of all arcs; other negative lags are
minimal ones.

`*.sm` files (finish to start, no lag) are compared with the length they state and with
expected_sm_es_ls.json(.gz); `*.sch` files, whose maximal lags are left out, with
expected_rcpspmax*.csv and .json(.gz); mixed_link_types*.json with the answers inside.
"""

import csv
import datetime
import gzip
import json
import re

import mandate

START = datetime.date(2000, 1, 1)
KINDS = {"FS": "finish_start", "SS": "start_start", "FF": "finish_finish", "SF": "start_finish"}


def answer(folder, verdict):
    every_day = mandate.calendar(weekdays=mandate.WEEKDAYS, holidays=False)
    expected = read_json(folder, "expected_sm_es_ls*")
    for path in sorted(folder.rglob("*.sm")):
        project(path, expected, every_day, verdict)
    min_lags(folder, every_day, verdict)
    for path in sorted(folder.rglob("*.json")):
        cases = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(cases, list) and cases and "links" in cases[0] and "tasks" in cases[0]:
            for case in cases:
                mixed_links(f"{path.name} {case['name']}", case, every_day, verdict)


def read_json(folder, pattern):
    """The content of the JSON files of this name, plain or packed, in one dict."""
    all_of_it = {}
    for path in sorted(folder.rglob(pattern)):
        if path.suffixes[-2:] == [".json", ".gz"]:
            all_of_it |= json.loads(gzip.decompress(path.read_bytes()))
        elif path.suffix == ".json":
            all_of_it |= json.loads(path.read_text(encoding="utf-8"))
    return all_of_it


class Days:
    """A schedule in days from 0, as plain CPM counts: a milestone takes no time, and everything is
    to be over when the last work is. The milestones of a plan stand on a day, so that is said by
    deadlines: the last day for work, the morning after for milestones."""

    def __init__(self, durations, links, calendar):
        def plan(columns):
            made = mandate.Plan(START, durations, calendars=[calendar], columns=columns,
                                milestone_day="next_working_day")
            made.link([l[0] for l in links], [l[1] for l in links], lags=[l[3] for l in links],
                      types=[KINDS[l[2]] for l in links])
            return made

        self.length = plan({}).schedule().length
        over = START + datetime.timedelta(days=self.length)
        tasks = plan({"deadline": [over - datetime.timedelta(days=work > 0) for work in durations]}
                     ).schedule().tasks()
        self.es = [(day - START).days for day in tasks["start"]]
        self.slack = list(tasks["slack_to_deadline"])
        self.ls = [start + slack for start, slack in zip(self.es, self.slack)]
        self.critical = [i for i, slack in enumerate(self.slack) if slack == 0]


def project(path, expected, calendar, verdict):
    text = path.read_text(encoding="utf-8", errors="replace")
    durations, links = read_sm(text)
    days = Days(durations, links, calendar)
    where = path.name
    if stated := re.search(r"MPM-Time *\n *(?:\d+ +){5}(\d+)", text):
        verdict.expect(f"{where} MPM-Time", int(stated[1]), days.length)
    compare(where, answers_of(expected, where), days, verdict, 1)


def answers_of(expected, name):
    """The entry of a file, by its name or a path that ends in it."""
    return next((value for key, value in expected.items()
                 if key == name or key.endswith("/" + name)), {})


def compare(where, wanted, days, verdict, first):
    """first: what the critical tasks are numbered from."""
    for key, actual in (("T", days.length), ("es", days.es), ("ls", days.ls)):
        if key in wanted:
            verdict.expect(f"{where} {key}", wanted[key], actual)
    if "critical" in wanted:
        verdict.expect(f"{where} critical", sorted(wanted["critical"]),
                       [task + first for task in days.critical])


def read_sm(text):
    """(durations, links) of a .sm file."""
    section, durations, links = "", [], []
    for line in text.splitlines():
        if line.startswith(("PRECEDENCE", "REQUESTS", "RESOURCE", "***")):
            section = line if not line.startswith("***") else ""
        numbers = line.split()
        if not numbers or not numbers[0].isdigit():
            continue
        numbers = [int(n) for n in numbers]
        if section.startswith("PRECEDENCE"):
            links += [(numbers[0] - 1, after - 1, "FS", 0) for after in numbers[3:]]
        elif section.startswith("REQUESTS"):
            durations.append(numbers[2])
    return durations, links


def min_lags(folder, calendar, verdict):
    rows = {}
    for path in sorted(folder.rglob("expected_rcpspmax*.csv")):
        with path.open(encoding="utf-8") as file:
            rows |= {(row["set"], row["file"].lower()): row for row in csv.DictReader(file)}
    expected = read_json(folder, "expected_rcpspmax*")
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() == ".sch"):
        row = rows.get((path.parent.name, path.name.lower()))
        durations, links = read_sch(path.read_text(encoding="utf-8"))
        links = without_maximal_lags(durations, links)
        where = f"{path.parent.name}/{path.name}"
        plan = mandate.Plan(START, durations)
        plan.link([l[0] for l in links], [l[1] for l in links])
        cyclic = len(plan.cycles()) > 0
        if row and row.get("min_part_is_dag") in ("0", "1"):
            verdict.expect(f"{where} has a cycle", row["min_part_is_dag"] == "0", cyclic)
        if cyclic:
            continue
        days = Days(durations, links, calendar)
        if row and row.get("mpm_length_min_lags_only"):
            verdict.expect(f"{where} length", int(row["mpm_length_min_lags_only"]), days.length)
        wanted = answers_of(expected, where)
        compare(where, {key.removesuffix("_min_lags_only"): value for key, value in wanted.items()
                        if key.endswith("_min_lags_only")}, days, verdict, 0)


def read_sch(text):
    """(durations, links) of a .sch file."""
    rows = [line.split() for line in text.splitlines() if line.strip()]
    count = int(rows[0][0]) + 2
    links = []
    for row in rows[1:1 + count]:
        successors = [int(n) for n in row[3:3 + int(row[2])]]
        lags = [int(n.strip("[]")) for n in row[3 + int(row[2]):]]
        links += [(int(row[0]), after, "SS", lag) for after, lag in zip(successors, lags)]
    return [int(row[2]) for row in rows[1 + count:1 + 2 * count]], links


def without_maximal_lags(durations, links):
    plan = mandate.Plan(START, durations, cycles="leave_out")
    plan.link([link[0] for link in links], [link[1] for link in links])
    on_cycles = {row["link"] for row in plan.schedule().findings() if row["key"] == "schedule.cycle"}
    return [link for i, link in enumerate(links) if i not in on_cycles or link[3] >= 0]


def mixed_links(where, case, calendar, verdict):
    numbers = {task["id"]: i for i, task in enumerate(case["tasks"])}
    links = [(numbers[l["pred"]], numbers[l["succ"]], l["type"], l["lag_days"])
             for l in case["links"]]
    days = Days([task["duration_days"] for task in case["tasks"]], links, calendar)
    wanted = case["expected"]
    verdict.expect(f"{where} length", wanted["project_length_days"], days.length)
    for key, actual in (("es", days.es), ("ls", days.ls), ("total_float", days.slack)):
        for task, value in wanted.get(key, {}).items():
            verdict.expect(f"{where} {key} of {task}", value, actual[numbers[int(task)]])
