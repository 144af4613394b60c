"""Lunar dates, holidays and working days of Viet Nam.

Files are known by their columns, not by their names:
    date, is_working_day ...                  each day, working or not, and why
    start, first_working_day_on_or_after ...  working days counted, with the days off of the file
                                              above, or of the library where there is none
    year, tet_vn_utc7 ...                     Tet, the Hung Kings' day, leap months
    a JSON object {day: name}                 the days off of the years that occur in it
"""

import csv
import datetime
import json
import re

import mandate

DAY = datetime.timedelta(days=1)
LUNAR_NAMES = {  # in a list of holidays: the days from Tet, in the lunar year of that solar year
    "Lunar New Year's Eve": -1,
    "Lunar New Year": 0,
    "Second Day of Lunar New Year": 1,
    "Third Day of Lunar New Year": 2,
    "Fourth Day of Lunar New Year": 3,
    "Fifth Day of Lunar New Year": 4,
}


def answer(folder, verdict):
    tables = [(path, rows_of(path)) for path in sorted(folder.rglob("*.csv"))]
    listed = [rows for _, rows in tables if rows and "is_working_day" in rows[0]]
    for path, rows in tables:
        columns = rows[0] if rows else {}
        if "is_working_day" in columns:
            every_day(path.name, rows, verdict)
        elif "first_working_day_on_or_after_start" in columns:
            vectors(path.name, rows, listed, verdict)
        elif "tet_vn_utc7" in columns:
            lunar_years(path.name, rows, verdict)
        else:
            verdict.fail(f"{path.name}: its columns are not known")
    for path in sorted(folder.rglob("*.json")):
        holidays(path.name, json.loads(path.read_text(encoding="utf-8")), verdict)


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day(text):
    return datetime.date.fromisoformat(text)


# ---- each day of some years ----------------------------------------------------------------------

def every_day(name, rows, verdict):
    """Holidays by rule with the windows of Tet and sides of National Day that the library knows;
    the swaps are facts that the file states, as a host would record them."""
    calendar = mandate.calendar_from({
        "holiday_history": "own",
        "years": [choice_of(year) for year in sorted({day(row["date"]).year for row in rows})],
        "exceptions": swaps_in(rows),
    })
    days = [day(row["date"]) for row in rows]
    for row, works in zip(rows, calendar.works_each(days)):
        verdict.expect(f"{name} {row['date']}", row["is_working_day"] == "1", works)
    for row, on in zip(rows, days):
        holiday = row["holiday_name"]
        if holiday in LUNAR_NAMES:
            tet = mandate.solar(on.year, 1, 1)
            verdict.expect(f"{name} {holiday}", on, tet + LUNAR_NAMES[holiday] * DAY)
        elif holiday == "Hung Kings' Commemoration Day":
            verdict.expect(f"{name} {holiday}", on, mandate.solar(on.year, 3, 10))
    for row, works in zip(rows, mandate.calendar().works_each(days)):
        if (row["is_working_day"] == "1") != works:
            verdict.note(f"{name} {row['date']}: the history that ships knows a swap that the file "
                         "does not state")


def choice_of(year):
    """What the library knows to have been decided for the year, in the form of its JSON."""
    choice = {"year": year}
    for row in mandate.calendar().year(year):
        if row["instead_of"] is not None:
            continue
        if row["holiday"] == "tet" and row["part"] == -2:
            choice["tet_window"] = "two_before"
        if row["holiday"] == "national_day" and row["part"] == 2:
            after = row["day"] > datetime.date(year, 9, 2)
            choice["national_day_side"] = "after" if after else "before"
    return choice


def swaps_in(rows):
    """The days off "substituted from" another, and the Saturdays worked for them."""
    swaps = []
    for row in rows:
        substituted = re.search(r"substituted from (\d+)/(\d+)/(\d+)", row["holiday_name"])
        if substituted:
            month, monthday, year = map(int, substituted.groups())
            pair = datetime.date(year, month, monthday).isoformat()
            swaps += [{"day": row["date"], "day_kind": "off", "pair_day": pair},
                      {"day": pair, "day_kind": "worked", "pair_day": row["date"]}]
        elif row["is_compensation_working_day"] == "1":
            swaps.append({"day": row["date"], "day_kind": "worked"})
    return swaps


# ---- working days counted ------------------------------------------------------------------------

def vectors(name, rows, listed, verdict):
    calendar = of_the_days(listed) if listed else mandate.calendar()
    start = [row["start"] for row in rows]
    n = [int(row["n"]) for row in rows]
    before = [(day(row["start"]) - DAY).isoformat() for row in rows]
    answers = {
        "first_working_day_on_or_after_start": calendar.add_each(start, [0] * len(rows),
                                                                 "following"),
        "nth_working_day_after_first": calendar.add_each(start, n, "following"),
        "nth_working_day_before_last_on_or_before_start":
            calendar.add_each(start, [-count for count in n], "preceding"),
        "working_days_start_to_end_inclusive":
            calendar.count_each(before, [row["end"] for row in rows]),
    }
    for i, row in enumerate(rows):
        for column, actual in answers.items():
            verdict.expect(f"{name} line {i + 2} {column}", row[column], str(actual[i]))


def of_the_days(listed):
    """Monday to Friday, and the days that the list calls otherwise."""
    off, worked = [], []
    for row in (row for rows in listed for row in rows):
        weekday = day(row["date"]).weekday() < 5
        if weekday != (row["is_working_day"] == "1"):
            (off if weekday else worked).append(row["date"])
    return mandate.calendar(holidays=False, off=off, worked=worked)


# ---- lunar years ---------------------------------------------------------------------------------

def lunar_years(name, rows, verdict):
    for row in rows:
        year = int(row["year"])
        where = f"{name} {year}"
        tet = mandate.solar(year, 1, 1)
        verdict.expect(f"{where} Tet", row["tet_vn_utc7"], tet.isoformat())
        verdict.expect(f"{where} first day back", (year, 1, 1, False), tuple(mandate.lunar(tet)))
        if row.get("hung_kings_10_3_vn"):
            verdict.expect(f"{where} Hung Kings", row["hung_kings_10_3_vn"],
                           mandate.solar(year, 3, 10).isoformat())
        if row.get("last_day_of_12th_month_vn"):
            last = mandate.lunar(row["last_day_of_12th_month_vn"])
            verdict.expect(f"{where} last month", (year - 1, 12), (last.year, last.month))
            verdict.expect(f"{where} last day", row["last_day_of_12th_month_vn"],
                           (tet - DAY).isoformat())
        if "leap_month_vn" in row:
            verdict.expect(f"{where} leap month", row["leap_month_vn"] or "0",
                           str(leap_month_of(year)))


def leap_month_of(year):
    for month in range(1, 13):
        try:
            mandate.solar(year, month, 1, leap=True)
            return month
        except mandate.InputError:
            pass
    return 0


# ---- lists of holidays ---------------------------------------------------------------------------

def holidays(name, listed, verdict):
    """Each day of the list is off, and no weekday beside them is. (Lists name further days of Tet
    that fall on a weekend; those are off by their weekday.)"""
    if not isinstance(listed, dict):
        verdict.fail(f"{name}: not an object of days")
        return
    calendar = mandate.calendar()
    for year in sorted({day(text).year for text in listed}):
        days = [datetime.date(year, 1, 1) + i * DAY
                for i in range((datetime.date(year + 1, 1, 1) - datetime.date(year, 1, 1)).days)]
        for on, works in zip(days, calendar.works_each(days)):
            if on.isoformat() in listed:
                verdict.expect(f"{name} {on} {listed[on.isoformat()]}", False, works)
            elif on.weekday() < 5:
                verdict.expect(f"{name} {on} is in no list", True, works)
