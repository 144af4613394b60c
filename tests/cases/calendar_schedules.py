"""Schedules in working days: start and finish of each task from its links."""

import json

import mandate

KINDS = {"FS": "finish_start", "SS": "start_start", "FF": "finish_finish", "SF": "start_finish"}


def answer(folder, verdict):
    for path in sorted(folder.rglob("*.json")):
        cases = json.loads(path.read_text(encoding="utf-8"))
        for case in cases if isinstance(cases, list) else [cases]:
            compare(f"{path.name} {case['name']}", case, verdict)


def compare(where, case, verdict):
    expected = case["expected"]
    made, numbers = schedule(case)
    tasks = made.tasks()
    for name in ("start", "finish"):
        for task, on in expected.get(name, {}).items():
            verdict.expect(f"{where} task {task} {name}", on,
                           tasks[name][numbers[task]].isoformat())
    if "project_finish" in expected:
        verdict.expect(f"{where} project_finish", expected["project_finish"],
                       made.end.isoformat())


def schedule(case):
    """The schedule, and the number of each task in it."""
    calendar = mandate.calendar(
        weekdays=[mandate.WEEKDAYS[number - 1] for number in case["working_weekdays"]],
        holidays=False, off=case["holidays"])
    numbers = {str(task["id"]): i for i, task in enumerate(case["tasks"])}
    plan = mandate.Plan(case["project_start"],
                        [task["duration_working_days"] for task in case["tasks"]],
                        calendars=[calendar])
    links = case["links"]
    plan.link([numbers[str(link["pred"])] for link in links],
              [numbers[str(link["succ"])] for link in links],
              lags=[link["lag"] for link in links], types=[KINDS[link["type"]] for link in links],
              units=[link["lag_unit"] for link in links])
    return plan.schedule(), numbers
