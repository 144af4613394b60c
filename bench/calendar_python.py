#!/usr/bin/env python3
"""Adding working days with numpy and with workalendar, beside ours: calendar_python.py PROGRAM

PROGRAM is build/release/bench/calendar_bench. Prints the ratios of goal C1; exit code 1 if one is
short. Both are given an easier question: they cannot know days swapped between two weeks.
"""

import datetime
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time

REPETITIONS = 9


def our_seconds(program):
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        subprocess.run([program, "--benchmark_filter=^add_within_30_years$",
                        f"--benchmark_repetitions={REPETITIONS}", "--benchmark_min_time=0.1",
                        "--benchmark_report_aggregates_only=true",
                        f"--benchmark_out={file.name}", "--benchmark_out_format=json"],
                       stdout=subprocess.DEVNULL, check=False)  # it judges its own goals
        measured = json.load(open(file.name))["benchmarks"]
    return 1 / next(m["items_per_second"] for m in measured if m["aggregate_name"] == "median")


def questions(count):
    """1 to 60 days on from any day of 30 years."""
    generator = random.Random(42)
    first = datetime.date(2010, 1, 1)
    return [(first + datetime.timedelta(generator.randrange(30 * 365 - 120)),
             generator.randint(1, 60)) for _ in range(count)]


def median_seconds(work, items):
    taken = []
    for _ in range(REPETITIONS):
        begin = time.process_time()
        work()
        taken.append((time.process_time() - begin) / items)
    return statistics.median(taken)


def numpy_seconds():
    import numpy
    asked = questions(1 << 12) * 16
    days_off = [f"{year}-{day}" for year in range(2010, 2041) for day in
                ("01-01", "02-10", "02-11", "02-12", "02-13", "02-14", "04-18", "04-30", "05-01",
                 "09-02")]
    calendar = numpy.busdaycalendar(holidays=days_off)
    days = numpy.array([day for day, _ in asked], dtype="datetime64[D]")
    on = numpy.array([n for _, n in asked])
    return median_seconds(
        lambda: numpy.busday_offset(days, on, roll="backward", busdaycal=calendar), len(asked))


def workalendar_seconds():
    from workalendar.asia import Singapore  # Tet is its Chinese New Year; a Vietnam it has not
    calendar = Singapore()
    asked = [(day, n) for day, n in questions(256) if 2010 <= day.year < 2022]
    for day, n in asked:  # the holidays of a year are computed once
        calendar.add_working_days(day, n)
    return median_seconds(lambda: [calendar.add_working_days(day, n) for day, n in asked],
                          len(asked))


def main():
    ours = our_seconds(sys.argv[1])
    rc = 0
    for name, measure, goal in (("numpy busday_offset", numpy_seconds, 80),
                                ("workalendar add_working_days", workalendar_seconds, 20000)):
        try:
            theirs = measure()
        except ImportError as missing:
            print(f"C1  {name}: not compared ({missing})")
            continue
        reached = theirs / ours >= goal
        rc = rc or not reached
        print(f"C1  {name} {theirs * 1e9:.4g} ns / ours {ours * 1e9:.3g} ns: {theirs / ours:.4g}  "
              f"at least {goal}  {'ok' if reached else 'short'}")
    return int(rc)


if __name__ == "__main__":
    sys.exit(main())
