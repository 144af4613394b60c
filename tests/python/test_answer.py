"""tests/cases/answer.py on small made-up cases, right ones and wrong ones."""

import json
import os
import pathlib
import subprocess
import sys

ANSWER = pathlib.Path(__file__).resolve().parents[1] / "cases" / "answer.py"

DAYS = """date,weekday,is_working_day,holiday_name,is_compensation_working_day
2024-02-09,Fri,0,Lunar New Year's Eve,0
2024-02-10,Sat,0,Lunar New Year,0
2024-04-18,Thu,0,Hung Kings' Commemoration Day,0
2024-04-29,Mon,0,Day off (substituted from 05/04/2024),0
2024-05-02,Thu,1,,0
2024-05-04,Sat,1,,1
"""
VECTORS = """start,first_working_day_on_or_after_start,n,nth_working_day_after_first,\
nth_working_day_before_last_on_or_before_start,end,working_days_start_to_end_inclusive
2024-04-28,2024-04-30,2,2024-05-02,2024-04-24,2024-05-05,5
"""
SCHEDULE = [{
    "name": "two tasks", "project_start": "2024-04-26", "working_weekdays": [1, 2, 3, 4, 5],
    "holidays": ["2024-04-29"],
    "tasks": [{"id": 1, "duration_working_days": 2}, {"id": 2, "duration_working_days": 1},
              {"id": 3, "duration_working_days": 1}],
    "links": [{"pred": 1, "succ": 2, "type": "FS", "lag": 4, "lag_unit": "calendar_days"},
              {"pred": 1, "succ": 3, "type": "SS", "lag": 2, "lag_unit": "working_days"}],
    "expected": {"start": {"1": "2024-04-26", "2": "2024-05-06", "3": "2024-05-01"},
                 "finish": {"1": "2024-04-30", "2": "2024-05-06", "3": "2024-05-01"},
                 "project_finish": "2024-05-06"}}]


def answer(topic, folder):
    return subprocess.run([sys.executable, ANSWER, topic, folder], capture_output=True, text=True,
                          timeout=60, check=False, env=dict(os.environ))


def test_right_cases_pass(tmp_path):
    (tmp_path / "any_name.csv").write_text(DAYS)
    (tmp_path / "another.csv").write_text(VECTORS)
    result = answer("03_lunar_holidays", tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.splitlines()[-1] == "13 passed, 0 failed"


def test_wrong_cases_fail_by_name(tmp_path):
    (tmp_path / "days.csv").write_text(DAYS.replace("2024-05-02,Thu,1", "2024-05-02,Thu,0"))
    result = answer("lunar_holidays", tmp_path)
    assert result.returncode == 1
    assert result.stdout.splitlines()[0].startswith("FAILED days.csv 2024-05-02: expected False")
    assert result.stdout.splitlines()[-1] == "8 passed, 1 failed"


def test_schedules(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(SCHEDULE))
    result = answer("12_calendar_schedules", tmp_path)
    assert result.stdout.splitlines()[-1] == "7 passed, 0 failed", result.stdout


def test_no_case_and_no_topic_are_failures(tmp_path):
    assert answer("lunar_holidays", tmp_path).returncode == 1
    assert "known: calendar_schedules" in answer("99_nothing", tmp_path).stderr
    assert answer("lunar_holidays", tmp_path / "nowhere").returncode == 1
