"""A real network of dependencies with cycles: strong components, and the schedule without the links
inside them. Every day is a working day."""

import csv
import datetime
import gzip
import io
import json
import math

import mandate

START = datetime.date(2000, 1, 1)


def answer(folder, verdict):
    for path in sorted(folder.rglob("tasks.csv*")):
        network(path.parent, verdict)


def read(folder, name):
    for path in (folder / name, folder / f"{name}.gz"):
        if path.exists():
            data = path.read_bytes()
            text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
            return list(csv.DictReader(io.StringIO(text)))
    return None


def network(folder, verdict):
    tasks, links = read(folder, "tasks.csv"), read(folder, "links.csv")
    numbers = {row["id"]: i for i, row in enumerate(tasks)}
    every_day = mandate.calendar(weekdays=mandate.WEEKDAYS, holidays=False)
    durations = [int(row["duration_days"]) for row in tasks]
    plan = mandate.Plan(START, durations, calendars=[every_day],
                        cycles="leave_out", milestone_day="next_working_day")
    plan.link([numbers[row["pred_id"]] for row in links], [numbers[row["succ_id"]] for row in links])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))

    knots = {row["knot"]: row["tasks"] for row in plan.cycles()}
    made = plan.schedule()
    critical = sum(made.tasks()["critical"])
    left_out = sum(row["key"] == "schedule.cycle" for row in made.findings())
    figures = {
        "tasks": len(tasks), "links": len(links), "scc_nontrivial_count": len(knots),
        "scc_nontrivial_sizes_desc": sorted(knots.values(), reverse=True),
        "tasks_in_cycles": sum(knots.values()),
        "scc_count_total": len(tasks) - sum(knots.values()) + len(knots),
        "condensation_nodes": len(tasks) - sum(knots.values()) + len(knots),
        "links_left_after_removing_intra_scc": len(links) - left_out,
        "cpm_project_length_days": made.length, "cpm_critical_tasks": critical,
    }
    for key, actual in figures.items():
        if key in expected:
            verdict.expect(f"{folder.name} {key}", expected[key], actual)
    dates(folder, numbers, durations, made, verdict)
    agencies(folder.name, tasks, links, numbers, expected, verdict)


def agencies(where, tasks, links, numbers, expected, verdict):
    """Every link counts, those inside a strong component too."""
    plan = mandate.Plan(START, [int(row["duration_days"]) for row in tasks], cycles="leave_out",
                        columns={"agency": [int(row["agency_id"]) for row in tasks]})
    plan.link([numbers[row["pred_id"]] for row in links], [numbers[row["succ_id"]] for row in links])
    made = plan.schedule()
    pairs = list(made.agency_pairs())
    groups = {row["group"]: row["agencies"] for row in made.mutual_waiting(counted="hand_offs")}
    figures = {
        "agencies": len(made.bottlenecks()),
        "agency_quotient_links": len(pairs),
        "agency_cross_links_total": sum(row["hand_offs"] for row in pairs),
        "agency_quotient_scc_nontrivial_sizes_desc": sorted(groups.values(), reverse=True),
    }
    for key, actual in figures.items():
        if key in expected:
            verdict.expect(f"{where} {key}", expected[key], actual)
    ranked = sorted((-row["hand_offs"], row["before"], row["after"]) for row in pairs)
    for before, after, count in expected.get("agency_heaviest_cross_pairs_top10", []):
        verdict.expect(f"{where} hand-offs of {before} to {after}", True,
                       (-count, before, after) in ranked)
    between = {row["agency"]: row["betweenness"]
               for row in made.bottlenecks(counted="hand_offs", threads=2)}
    for agency, value in expected.get("agency_betweenness_top10_unnormalised_directed", []):
        verdict.expect(f"{where} betweenness of {agency}, thousandths",
                       math.floor(value * 1000 + 0.5), between[agency])


def dates(folder, numbers, durations, made, verdict):
    rows = read(folder, "expected_cpm_intra_scc_links_removed.csv")
    table = made.tasks()
    es = [(day - START).days for day in table["start"]]
    ls = [(day - START).days for day in table["late_start"]]
    for row in rows or []:
        task = numbers[row[next(iter(row))]]
        actual = {"es": es[task], "ef": es[task] + durations[task], "ls": ls[task], "lf": ls[task] + durations[task],
                  "total_float": table["slack_to_end"][task]}
        for key, value in actual.items():
            verdict.expect(f"{folder.name} task {task} {key}", int(row[key]), value)
