"""Schedules in working days: start and finish of each task from its links.

A forward pass in Python over the calendar arithmetic of the C interface, until the library's own
schedule can be asked through it. Inside, a task is [start, end) on boundaries between days: the
boundary of a day is the one before it, and the boundary after the finish is the next day's.
"""

import datetime
import json

import mandate

DAY = datetime.timedelta(days=1)


def answer(folder, verdict):
    for path in sorted(folder.rglob("*.json")):
        cases = json.loads(path.read_text(encoding="utf-8"))
        for case in cases if isinstance(cases, list) else [cases]:
            compare(f"{path.name} {case['name']}", case, verdict)


def compare(where, case, verdict):
    expected = case["expected"]
    start, finish = schedule(case)
    for name, actual in (("start", start), ("finish", finish)):
        for task, on in expected.get(name, {}).items():
            verdict.expect(f"{where} task {task} {name}", on, actual[task].isoformat())
    if "project_finish" in expected:
        verdict.expect(f"{where} project_finish", expected["project_finish"],
                       max(finish.values()).isoformat())


def schedule(case):
    """{task: day} of the starts and of the finishes, both inclusive."""
    calendar = mandate.calendar(
        weekdays=[mandate.WEEKDAYS[number - 1] for number in case["working_weekdays"]],
        holidays=False, off=case["holidays"])
    durations = {str(task["id"]): task["duration_working_days"] for task in case["tasks"]}
    links = {task: [] for task in durations}
    for link in case["links"]:
        links[str(link["succ"])].append(link)

    start, end = {}, {}
    for task in in_order(links):
        earliest = calendar.add(case["project_start"], 0, "following")
        number = calendar.numbers([earliest])[0]
        for link in links[task]:
            number = max(number, demanded(calendar, link, start, end, durations[task]))
        start[task] = calendar.days([number])[0]
        end[task] = (calendar.days([number + durations[task] - 1])[0] + DAY if durations[task]
                     else start[task])
    finish = {task: calendar.add(end[task] - DAY, 0, "preceding") if durations[task]
              else start[task] for task in durations}
    return start, finish


def demanded(calendar, link, start, end, duration):
    """The working-day number on which the link lets its successor start at the earliest."""
    before, after = link["type"]  # "FS": from the predecessor's finish to the successor's start
    boundary = (end if before == "F" else start)[str(link["pred"])]
    if link["lag_unit"] == "calendar_days":
        number = calendar.numbers([boundary + link["lag"] * DAY])[0]
    else:
        number = calendar.numbers([boundary])[0] + link["lag"]
    return number if after == "S" else number - duration


def in_order(links):
    """The tasks, each after those before it."""
    placed, order = set(), []
    waiting = list(links)
    while waiting:
        ready = [task for task in waiting
                 if all(str(link["pred"]) in placed for link in links[task])]
        if not ready:
            raise SystemExit(f"a cycle among the tasks {', '.join(waiting)}")
        order += ready
        placed.update(ready)
        waiting = [task for task in waiting if task not in placed]
    return order
