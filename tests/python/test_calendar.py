"""Work calendars, from Python and from the command line."""

import datetime
import json
import os
import subprocess
import sys

import pytest

import mandate
from mandate import commands

BY = {"actor": "Office", "today": "2024-04-25",
      "now": datetime.datetime(2024, 4, 25, 12, tzinfo=datetime.timezone.utc)}


def on(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize("start, days, result", [
    ("2024-04-25", 3, "2024-05-03"), ("2024-04-25", 5, "2024-05-06"),
    ("2024-02-07", 1, "2024-02-15"), ("2023-04-28", 1, "2023-05-04")])
def test_the_golden_days(start, days, result):
    calendar = mandate.calendar()
    assert calendar.add(start, days) == on(result)
    assert calendar.subtract(on(result), days) == on(start)
    assert calendar.count(start, result) == days


def test_as_known_before_the_swap_was_announced():
    before = mandate.calendar_from({"known_on": "2024-03-31"})
    assert before.add("2024-04-25", 3) == on("2024-05-02")  # 29 April is not yet off
    assert before.add("2024-04-25", 5) == on("2024-05-06")
    with mandate.memory() as ledger:
        known = ledger.calendar(as_of="2024-04-25", known_at="2024-03-31")
        assert known.add("2024-04-25", 3) == on("2024-05-02")
        assert ledger.calendar(as_of="2024-04-25").add("2024-04-25", 3) == on("2024-05-03")


def test_many_days_in_one_call():
    calendar = mandate.calendar()
    days = [on("2024-01-01") + datetime.timedelta(n) for n in range(366)]
    assert calendar.works_each(days) == [calendar.works(day) for day in days]
    later = calendar.add_each(days, [4] * 366, "following")
    assert later == [calendar.add(day, 4, "following") for day in days]
    assert calendar.count_each(days, later) == [calendar.count(a, b)
                                                for a, b in zip(days, later)]
    assert calendar.days(calendar.numbers(days)) == [calendar.add(day, 0, "following")
                                                     for day in days]
    assert sum(calendar.works_each(days)) == 251
    assert calendar.works_each([]) == []
    with pytest.raises(mandate.InputError) as wrong:
        calendar.works_each(["2024-01-01", on("2200-01-01")])
    assert wrong.value.facts["index"] == "1"
    with pytest.raises(ValueError, match="different lengths"):
        calendar.add_each(days, [1])


def test_the_parts_of_a_calendar():
    calendar = mandate.calendar(["saturday", "sunday"], holidays=False, off=["2024-04-27"],
                                worked=[on("2024-04-25")])
    assert [calendar.works(f"2024-04-{day}") for day in (25, 26, 27, 28)] == [True, False, False,
                                                                            True]
    assert calendar.next("2024-04-25") == on("2024-04-28")
    assert calendar.previous("2024-04-25") == on("2024-04-21")
    assert calendar.nth("2024-04-01", "2024-04-30", -1) == on("2024-04-28")
    with pytest.raises(ValueError, match="someday"):
        mandate.calendar(["someday"])
    with pytest.raises(ValueError, match="roll is none of"):
        calendar.add("2024-04-25", 1, "sideways")
    with pytest.raises(OverflowError):
        calendar.add("2024-04-25", 2**40)
    with pytest.raises(mandate.InputError, match="weekdays"):
        mandate.calendar([])


@pytest.mark.parametrize("definition, message", [
    ({"weekdays": []}, "weekdays"),
    ({"weekdays": ["someday"]}, "weekdays"),
    ({"exceptions": [{"day": "2024-02-30", "day_kind": "off"}]}, r"exceptions\[0\].day"),
    ({"exceptions": [{"day": "2024-02-29"}]}, r"exceptions\[0\].day_kind is needed"),
    ({"exceptions": [{"day": "2024-02-29", "day_kind": "half"}]}, "half"),
    ({"exceptions": [{"day": "2024-02-29", "day_kind": "off", "pair_day": "2024-02-29"}]},
     "2024-02-29 cannot be swapped with itself"),
    ({"exceptions": {}}, "exceptions is not an array"),
    ({"years": [{"year": 2200}]}, r"years\[0\].year"),
    ({"years": [{}]}, r"years\[0\].year is needed"),
    ({"holidays": True}, "holidays is not known"),
    ({"known_on": 5}, "known_on is not a text"),
    ([], "not an object"),
    ("{", "not JSON"),
])
def test_bad_definitions_name_what_is_wrong(definition, message):
    with pytest.raises(mandate.InputError, match=message):
        mandate.calendar_from(definition)


def test_a_later_year_is_provisional_until_it_is_stated():
    assert mandate.calendar().is_provisional("2026-01-01")
    stated = mandate.calendar_from({"years": [{"year": 2026, "tet_window": "two_before"}]})
    assert not stated.is_provisional("2026-01-01")
    assert not stated.works("2026-02-20")  # for Sunday 15 February
    with mandate.memory() as ledger:
        assert ledger.calendar(as_of="2026-01-02").is_provisional("2026-01-01")
        ledger.record([commands.state_holidays(2026, national_day_side="after",
                                               announced_on="2025-12-01")], **BY)
        assert not ledger.calendar(as_of="2026-01-02").is_provisional("2026-01-01")
        assert not ledger.calendar(as_of="2026-01-02").works("2026-09-03")


def test_the_calendar_of_a_ledger_and_of_an_agency():
    with mandate.memory() as ledger:
        ledger.record([
            commands.add_agency("A", "Agency A", effective_on="2024-01-02"),
            commands.add_agency("B", "Agency B", effective_on="2024-01-02"),
            commands.set_work_calendar(list(mandate.WEEKDAYS[:6]), agency="A", decision="1/QD",
                                       effective_on="2024-04-01"),
            commands.except_day("2024-06-14", "off", "Ngày thành lập", agency="B",
                                effective_on="2024-04-01"),
        ], **BY)
        own, of_a, of_b = (ledger.calendar(as_of="2024-06-30", agency=code)
                           for code in ("", "A", "B"))
        assert not own.works("2024-06-15") and of_a.works("2024-06-15")
        assert own.works("2024-06-14") and of_a.works("2024-06-14") and not of_b.works("2024-06-14")
        assert of_a.works("2024-04-29"), "the swap does not bind who works on Saturdays"
        before = ledger.calendar(as_of="2024-03-31", agency="A")
        assert not before.works("2024-06-15"), "in force from 1 April on"
        with pytest.raises(mandate.InputError, match="nobody"):
            ledger.calendar(as_of="2024-06-30", agency="nobody")


def test_contradictions_are_findings_and_the_later_counts():
    with mandate.memory() as ledger:
        off = commands.except_day("2024-06-14", "off", "Nghỉ", effective_on="2024-04-01")
        worked = commands.except_day("2024-06-14", "worked", "Làm", effective_on="2024-04-01")
        ledger.record([off, off], **BY)
        assert ledger.calendar(as_of="2024-04-25").findings == []
        found = ledger.check([worked], **BY)
        assert [f.key for f in found] == ["calendar.contradiction"]
        ledger.record([worked], **BY)
        calendar = ledger.calendar(as_of="2024-04-25")
        assert [f.facts for f in calendar.findings] == [{"day": "2024-06-14"}]
        assert calendar.works("2024-06-14")
        with pytest.raises(mandate.InputError, match="cannot be swapped with itself"):
            ledger.record([commands.except_day("2024-06-17", "off", "x", pair_day="2024-06-17")],
                          **BY)


def test_terms_and_the_words_of_deadlines():
    day = datetime.date.fromisoformat
    assert mandate.term_days("2020-2025", "2020-10-16", "2020-10-18") == (
        day("2020-10-18"), day("2025-12-31"))
    assert mandate.term_days("2020-2025", "2020-10-16", "2020-10-18", "2025-09-30")[1] == day(
        "2025-09-29"), "on the day of closing the next term begins"
    read = mandate.read_deadline("Quý II/2025", "2025-01-10")
    assert read == ("quarter", day("2025-06-30"), None)
    assert mandate.read_deadline("thường xuyên", "2025-01-10") == (
        "continuous", None, day("2025-01-10"))
    assert mandate.read_deadline("khi nào xong", "2025-01-10") is None
    with pytest.raises(mandate.InputError, match="31/6/2025"):
        mandate.read_deadline("31/6/2025", "2025-01-10")


def test_lunar_days_and_periods():
    assert mandate.lunar("2024-02-10") == (2024, 1, 1, False, True)
    assert not mandate.lunar("1968-01-28").official and mandate.lunar("1968-01-29").official
    assert mandate.period_next("2024-Q4") == "2025-Q1"
    assert mandate.period_next("2024-H1", -1) == "2023-H2"
    assert mandate.period_next("2024-01-15/2024-04-14", -1) == "2023-10-15/2024-01-14"
    assert mandate.period_contains("2024-04", "2024-04-30")
    assert not mandate.period_contains("2024-04", "2024-05-01")
    assert mandate.solar(2033, 11, 1, leap=True) == on("2033-12-22")
    assert mandate.lunar("2033-12-22") == mandate.LunarDay(2033, 11, 1, True, True)
    with pytest.raises(mandate.InputError, match="30/1/2024"):
        mandate.solar(2024, 1, 30)
    assert mandate.period_days("2024-Q1") == (on("2024-01-01"), on("2024-03-31"))
    assert [mandate.period_of("2024-04-25", kind) for kind in
            ("month", "quarter", "half_year", "year")] == ["2024-04", "2024-Q2", "2024-H1", "2024"]


def test_the_year_from_the_command_line(command, ledger_file):
    vietnamese = command("calendar", "2024", "--lang", "vi")
    assert vietnamese.returncode == 0
    assert vietnamese.stdout.decode() == mandate.calendar().text(2024)
    for words in ("29/4/2024", "nghỉ hoán đổi, làm bù ngày 04/5/2024", "2450/VPCP-KGVX",
                  "Giỗ Tổ Hùng Vương", "quý II/2024                 62"):
        assert words in vietnamese.stdout.decode()
    found = json.loads(command("calendar", "2024", ledger_file, "--format", "json").stdout)
    assert found["working_days"]["quarters"] == [59, 62, 64, 66]
    assert not found["provisional"]
    swapped = [day for day in found["days"] if "pair_day" in day]
    assert [(day["day"], day["works"]) for day in swapped] == [("2024-04-29", False),
                                                             ("2024-05-04", True)]
    assert b"PROVISIONAL" in command("calendar", "2026", "--lang", "en").stdout
    early = command("calendar", "2024", ledger_file, "--known-at", "2024-03-31", "--lang", "en")
    assert b"swapped" not in early.stdout


def test_findings_of_the_year_end_the_command_with_1(command, ledger_file):
    path = ledger_file
    lines = "\n".join(json.dumps({"command": "except_day", "day": "2024-06-14", "day_kind": kind,
                                  "name_vi": "Họp", "effective_on": "2024-04-01"})
                      for kind in ("off", "worked"))
    recorded = command("record", path, "-", "--today", "2024-04-25", stdin=lines.encode())
    assert recorded.returncode == 0, recorded.stderr
    for form, words in (("text", "14/6/2024"), ("json", "calendar.contradiction")):
        shown = command("calendar", "2024", path, "--format", form)
        assert shown.returncode == 1 and words in shown.stdout.decode()
        other = command("calendar", "2023", path, "--as-of", "2024-12-31", "--format", form)
        assert other.returncode == 0 and words not in other.stdout.decode()


def values(result):
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_a_day_from_the_command_line(command, ledger_file):
    found = values(command("day", "2024-04-25", "--add", "3", "--until", "2024-06-30",
                           "--format", "json"))
    assert found == {
        "day": "2024-04-25", "weekday": 4, "works": 1, "provisional": 0, "previous": "2024-04-24",
        "next": "2024-04-26", "lunar": "17/3/2024", "lunar_leap": 0, "lunar_official": 1,
        "month": "2024-04", "quarter": "2024-Q2", "half_year": "2024-H1", "year": "2024",
        "add": "2024-05-03", "until": 44}
    assert b"\nnext            2024-04-26\n" in command("day", "2024-04-25").stdout
    back = values(command("day", "2024-05-01", "--add", "-0", "--roll", "preceding",
                          "--format", "json"))
    assert back["add"] == "2024-04-26" and back["works"] == 0
    early = values(command("day", "2024-04-25", ledger_file, "--add", "3", "--known-at",
                           "2024-03-31", "--format", "json"))
    assert early["add"] == "2024-05-02", "the swap was not yet announced"
    assert "lunar" not in values(command("day", "1900-01-30", "--format", "json"))
    assert values(command("day", "1967-01-01", "--format", "json"))["lunar_official"] == 0
    assert "previous" not in values(command("day", "1900-01-01", "--format", "json"))
    assert values(command("day", "1/11/2033", "--lunar", "--leap", "--format",
                          "json"))["day"] == "2033-12-22"
    assert values(command("day", "10/3/2024", "--lunar", "--format", "json"))["day"] == "2024-04-18"


def test_periods_terms_and_words_from_the_command_line(command):
    assert values(command("day", "2024-Q4", "--add", "-3", "--contains", "2024-12-31", "--format",
                          "json")) == {
        "period": "2024-Q4", "first": "2024-10-01", "last": "2024-12-31", "previous": "2024-Q3",
        "next": "2025-Q1", "working_days": 66, "add": "2024-Q1", "contains": 1}
    assert values(command("day", "2024-Q2", "--format", "json"))["working_days"] == 62
    assert "next" not in values(command("day", "2199", "--format", "json"))
    assert values(command("day", "2024-01-15/2024-04-20", "--contains", "2024-04-21", "--format",
                          "json")) == {
        "period": "2024-01-15/2024-04-20", "first": "2024-01-15", "last": "2024-04-20",
        "previous": "2023-10-10/2024-01-14", "next": "2024-04-21/2024-07-26", "working_days": 64,
        "contains": 0}
    endless = command("day", "2024-01-15/")
    assert endless.returncode == 3
    assert b'"2024-01-15/" has no end' in endless.stderr
    held = ("--congress-opens", "2020-10-16", "--congress-closes", "2020-10-18")
    assert values(command("day", "2020-2025", *held, "--format", "json")) == {
        "term": "2020-2025", "first": "2020-10-18", "last": "2025-12-31"}
    assert values(command("day", "2020-2025", *held, "--next-closes", "2025-09-30", "--contains",
                          "2025-09-30", "--format", "json")) == {
        "term": "2020-2025", "first": "2020-10-18", "last": "2025-09-29", "contains": 0}
    assert values(command("day", "Quý II/2025", "--assigned-on", "2025-01-10", "--format",
                          "json")) == {
        "words": "Quý II/2025", "precision": "quarter", "due": "2025-06-30"}
    assert values(command("day", "thường xuyên", "--assigned-on", "2025-01-10", "--format",
                          "json")) == {
        "words": "thường xuyên", "precision": "continuous", "standing_from": "2025-01-10"}


@pytest.mark.parametrize("arguments, code, words", [
    (("2024-02-30",), 3, "2024-02-30"), (("2024-Q5",), 3, "2024-Q5"), (("tomorrow",), 3, "tomorrow"),
    (("2200-01-01",), 3, "2200-01-01"),
    (("30/1/2024", "--lunar"), 3, "30/1/2024"), (("1/1", "--lunar"), 3, '"1/1"'),
    (("2024-04-25", "--add", "2147483647"), 3, "2147483647"),
    (("2024-04-25", "--add", "2147483648"), 2, "--add"),
    (("2024-04-25", "--contains", "2024-04-25"), 2, "--contains"),
    (("2024-Q1", "--until", "2024-04-25"), 2, "--until"), (("2024-Q1", "--leap"), 2, "--leap"),
    (("2024-Q1", "--roll", "following"), 2, "--roll"),
    (("2024-04-25", "--roll", "following"), 2, "--roll"),
    (("2020-2025", "--congress-closes", "2020-10-18"), 2, "--congress-opens"),
    (("2020-2025", "--congress-opens", "2020-10-18", "--congress-closes", "2020-10-16"), 3, "2020"),
    (("soon", "--assigned-on", "2025-01-10"), 3, '"soon"'),
    (("31/6/2025", "--assigned-on", "2025-01-10"), 3, "31/6/2025"),
    (("6/2025", "--assigned-on", "2025-01-10", "--lunar"), 2, "--lunar"),
    (("6/2025", "--assigned-on", "today"), 3, "--assigned-on")])
def test_wrong_days_of_the_command_line(command, arguments, code, words):
    result = command("day", *arguments)
    assert result.returncode == code, result.stderr
    line, = result.stderr.decode().splitlines()
    assert words in line and result.stdout == b""


@pytest.mark.parametrize("arguments, code", [
    (("calendar", "2200"), 3), (("calendar", "then"), 2), (("calendar",), 2),
    (("calendar", "2024", "--agency", "A"), 2), (("calendar", "2024", "no-such-file"), 4)])
def test_wrong_calls_of_the_command_line(command, arguments, code):
    result = command(*arguments)
    assert result.returncode == code
    assert len(result.stderr.splitlines()) == 1


SOURCE = """
import mandate, sys
calendar = mandate.calendar()
days = calendar.days(range(0, 74000, 7))
print(days)
print([calendar.add(day, n) for n, day in enumerate(days[:3000])])
print([mandate.lunar(day) for day in days[10:]])
for lang in ("vi", "en", "tr"):
    print(calendar.text(2024, lang).encode())
print(calendar.json(2024))
"""


@pytest.mark.parametrize("zone", ["UTC", "Asia/Ho_Chi_Minh", "America/Sao_Paulo",
                                  "Pacific/Kiritimati"])
def test_the_time_zone_and_the_locale_change_nothing(zone):
    def everything(**env):
        return subprocess.run([sys.executable, "-c", SOURCE], env={**os.environ, **env},
                              capture_output=True, timeout=60, check=True).stdout

    assert everything(TZ=zone, LC_ALL="tr_TR.UTF-8") == everything(TZ="XYZ+5", LC_ALL="C")
