#!/usr/bin/env python3
"""Whole tools beside each other: whole_tools.py MANDATE

MANDATE is build/release/capi/mandate; the library beside it is what a host uses, here through
Python. Goals P1: 5,000 tasks read, scheduled and written, against TaskJuggler without its start-up;
one task added to 10,000 with 30,000 dependencies, against TaskWarrior. A host has its ledger open,
as a program in an office has. What the command line takes, which opens the ledger anew each time
and keeps a record of every task, stands beside it. They can do other things, too: these are the
tools people use, not equal algorithms. Prints the ratios; exit code 1 if one is short.
"""

import csv
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import uuid


def seconds_of(command, times=1, **options):
    """The median of wall time; the command's output is thrown away."""
    samples = []
    for _ in range(times):
        begin = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       **options)
        samples.append(time.perf_counter() - begin)
    return statistics.median(samples)


def timed(act):
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def made_up(tasks, predecessors):
    """Durations in days, and for each task those it waits for: a few of the fifty before it."""
    lots = random.Random(42)
    durations = [lots.randint(1, 10) for _ in range(tasks)]
    before = [sorted(lots.sample(range(max(0, t - 50), t), min(t, predecessors)))
              for t in range(tasks)]
    return durations, before


def commands_of(durations, before):
    day = "2024-01-02"
    commands = [{"command": "add_agency", "effective_on": day, "agency": "A", "name_vi": "A"}]
    for t, days in enumerate(durations):
        commands.append({"command": "assign_task", "effective_on": day, "task": f"T{t}",
                         "title_vi": f"Task {t}", "lead": ["A"], "duration": days})
    for t, all_before in enumerate(before):
        for b in all_before:
            commands.append({"command": "link_tasks", "effective_on": day, "link": f"L{t}-{b}",
                             "task": f"T{t}", "after": f"T{b}"})
    return {"mandate": 1, "commands": commands}


def judge(what, ratio, least):
    print(f"P1  {what:66} {ratio:10.4g}  at least {least:6}  "
          f"{'ok' if ratio >= least else 'short'}", flush=True)
    return ratio >= least


def project_of(durations, before):
    lines = ['project p "P" 2024-01-02 +30y {\n timeformat "%Y-%m-%d"\n}']
    for t, days in enumerate(durations):
        waits = ", ".join(f"t{b}" for b in before[t])
        lines.append(f'task t{t} "Task {t}" {{ duration {days}d' +
                     (f" depends {waits}" if waits else "") + " }")
    lines.append('taskreport r "r" { formats csv columns id, start, end }')
    return "\n".join(lines)


def schedule_as_host(mandate, plan_file, out_file):
    """Reads a plan from JSON, schedules it and writes the days of each task."""
    with open(plan_file) as file:
        plan = json.load(file)
    made = mandate.Plan("2024-01-02", plan["durations"])
    made.link(plan["before"], plan["after"])
    days = made.schedule().tasks()
    with open(out_file, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["task", "start", "finish"])
        out.writerows(zip(range(len(days["start"])), days["start"], days["finish"]))


def against_taskjuggler(mandate, command, folder):
    durations, before = made_up(5000, 3)
    plan, out = os.path.join(folder, "plan.json"), os.path.join(folder, "plan.csv")
    with open(plan, "w") as file:
        json.dump({"durations": durations,
                   "before": [b for all_before in before for b in all_before],
                   "after": [t for t, all_before in enumerate(before) for _ in all_before]}, file)
    mine = statistics.median(
        timed(lambda: schedule_as_host(mandate, plan, out)) for _ in range(9))
    file, ledger = os.path.join(folder, "commands.json"), os.path.join(folder, "made.mandate")
    with open(file, "w") as to:
        json.dump(commands_of(durations, before), to)

    def recorded():
        for old in (ledger, ledger + "-snapshot"):
            if os.path.exists(old):
                os.remove(old)
        for arguments in (["import", ledger, file, "--actor", "host"],
                          ["schedule", ledger, "--as-of", "2024-01-02", "--format", "json"]):
            subprocess.run([command, *arguments], check=True, stdout=subprocess.DEVNULL)

    by_command = statistics.median(timed(recorded) for _ in range(5))
    if shutil.which("tj3") is None:
        print("P1  TaskJuggler is not installed: not compared")
        return True
    project, small = os.path.join(folder, "p.tjp"), os.path.join(folder, "one.tjp")
    with open(project, "w") as to:
        to.write(project_of(durations, before))
    with open(small, "w") as to:
        to.write(project_of(durations[:1], before[:1]))
    run = ["tj3", "--silent", "--no-color", "-o", folder]
    net = seconds_of(run + [project], cwd=folder) - seconds_of(run + [small], 3, cwd=folder)
    print(f"    recorded in a ledger and scheduled by two commands: {by_command * 1e3:.3g} ms")
    return judge(f"5,000 tasks: TaskJuggler {net:.3g} s net / a host {mine * 1e3:.3g} ms",
                 net / mine, 100)


def against_taskwarrior(mandate, command, folder):
    durations, before = made_up(10_000, 3)
    file, ledger = os.path.join(folder, "many.json"), os.path.join(folder, "many.mandate")
    with open(file, "w") as out:
        json.dump(commands_of(durations, before), out)
    subprocess.run([command, "import", ledger, file, "--actor", "host"], check=True,
                   stdout=subprocess.DEVNULL)
    one = os.path.join(folder, "one.json")

    def one_more(i):
        return {"command": "assign_task", "effective_on": "2024-01-02", "task": f"N{i}",
                "title_vi": "One more", "lead": ["A"]}

    times = []
    for i in range(5):
        with open(one, "w") as out:
            json.dump(one_more(i), out)
        times.append(seconds_of([command, "record", ledger, one, "--actor", "host"]))
    by_command = statistics.median(times)
    with mandate.open(ledger, "write") as opened:
        mine = statistics.median(
            timed(lambda i=i: opened.import_json(json.dumps(one_more(i)), actor="host"))
            for i in range(5, 50))
    if shutil.which("task") is None:
        print("P1  TaskWarrior is not installed: not compared")
        return True
    home = os.path.join(folder, "task")
    os.mkdir(home)
    names = [str(uuid.UUID(int=t + 1, version=4)) for t in range(len(before))]
    tasks = os.path.join(folder, "tasks.json")
    with open(tasks, "w") as out:
        json.dump([{"uuid": names[t], "description": f"Task {t}", "status": "pending",
                    "entry": "20240102T000000Z", "depends": [names[b] for b in before[t]]}
                   for t in range(len(before))], out)
    rc = os.path.join(folder, "taskrc")
    with open(rc, "w") as out:
        out.write(f"data.location={home}\nconfirmation=no\nverbose=nothing\n")
    environment = dict(os.environ, TASKRC=rc, TASKDATA=home)
    seconds_of(["task", "import", tasks], env=environment)
    theirs = seconds_of(["task", "add", "One more"], env=environment)
    print(f"    by a command, which opens the ledger: {by_command * 1e3:.3g} ms")
    return judge(f"one more of 10,000: TaskWarrior {theirs:.3g} s / a host {mine * 1e3:.3g} ms",
                 theirs / mine, 1000)


def main():
    command = os.path.abspath(sys.argv[1])
    os.environ["MANDATE_LIBRARY"] = os.path.join(os.path.dirname(command), "libmandate.so")
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "capi" / "python"))
    import mandate
    with tempfile.TemporaryDirectory() as folder:
        reached = against_taskjuggler(mandate, command, folder)
        reached = against_taskwarrior(mandate, command, folder) and reached
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
