"""Work calendars, lunar dates and periods."""

import ctypes
import datetime
import json
from collections.abc import Iterable
from typing import NamedTuple

from . import _abi
from ._days import day_from_number, day_number
from ._library import LIBRARY, call, int32, made, taken_bytes, utf8
from .commands import Day
from .table import Table, findings_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ROLLS = {"none": _abi.ROLL_NONE, "following": _abi.ROLL_FOLLOWING, "preceding": _abi.ROLL_PRECEDING}
PRECISIONS = ("day", "month", "quarter", "half_year", "year", "continuous")
NO_DAY = _abi.NO_DAY
LANGUAGES = {"vi": 1, "en": 2, "tr": 3}
PERIODS = {"month": _abi.PERIOD_MONTH, "quarter": _abi.PERIOD_QUARTER,
           "half_year": _abi.PERIOD_HALF_YEAR, "year": _abi.PERIOD_YEAR}


class Calendar:
    """Working days from 1900-01-01 to 2199-12-31; never changes. Made by calendar(),
    calendar_from() and Ledger.calendar().

    Days are datetime.date or text ("2024-04-25"); results are datetime.date. roll says from where
    working days are counted: "none" from the day itself, "following" from the first working day on
    or after it, "preceding" from the last one on or before it. The methods that end in _each take
    and give lists, in one call of the library.
    """

    def __init__(self, handle):
        self._handle = handle

    def works(self, day: Day) -> bool:
        return self._number(LIBRARY.mandate_calendar_works, day_number(day)) == 1

    def add(self, day: Day, count: int, roll: str = "none") -> datetime.date:
        """The day `count` working days on, or back. 0 is the day itself with roll "none"."""
        return day_from_number(self._number(LIBRARY.mandate_calendar_add, day_number(day),
                                            int32(count, "count"), _roll(roll)))

    def subtract(self, day: Day, count: int, roll: str = "none") -> datetime.date:
        return self.add(day, -count, roll)

    def next(self, day: Day) -> datetime.date:
        """The first working day after it."""
        return self.add(day, 1)

    def previous(self, day: Day) -> datetime.date:
        """The last working day before it."""
        return self.add(day, -1)

    def count(self, start: Day, end: Day) -> int:
        """Working days after `start` up to and including `end`; backwards the same, negative."""
        return self._number(LIBRARY.mandate_calendar_count, day_number(start), day_number(end))

    def nth(self, first: Day, last: Day, n: int) -> datetime.date:
        """The n-th working day of first to last, both included: 1 the first, -1 the last."""
        return day_from_number(self._number(LIBRARY.mandate_calendar_nth, day_number(first),
                                            day_number(last), int32(n, "n")))

    def is_provisional(self, day: Day) -> bool:
        """Whether what was decided for the day's year is not known: the rules alone speak."""
        return self._number(LIBRARY.mandate_calendar_provisional, day_number(day)) == 1

    def works_each(self, days: Iterable[Day]) -> list[bool]:
        return [n == 1 for n in self._each(LIBRARY.mandate_calendar_works_each, _numbers(days))]

    def add_each(self, days: Iterable[Day], counts: Iterable[int],
                 roll: str = "none") -> list[datetime.date]:
        counts = _array([int32(n, "count") for n in counts])
        return [day_from_number(n) for n in self._each(
            LIBRARY.mandate_calendar_add_each, _numbers(days), counts, extra=(_roll(roll),))]

    def count_each(self, starts: Iterable[Day], ends: Iterable[Day]) -> list[int]:
        return self._each(LIBRARY.mandate_calendar_count_each, _numbers(starts), _numbers(ends))

    def numbers(self, days: Iterable[Day]) -> list[int]:
        """How many working days lie before each day, from 1900-01-01 on."""
        return self._each(LIBRARY.mandate_calendar_numbers, _numbers(days))

    def days(self, numbers: Iterable[int]) -> list[datetime.date]:
        """The working day of each number."""
        numbers = _array([int32(n, "number") for n in numbers])
        return [day_from_number(n) for n in self._each(LIBRARY.mandate_calendar_days, numbers)]

    def year(self, year: int) -> Table:
        """The holidays and exceptions of a year: what mandate_calendar_year gives."""
        return Table(made(LIBRARY.mandate_calendar_year, LIBRARY.mandate_table_free,
                          self._handle.value, int32(year, "year")))

    @property
    def findings(self) -> list:
        """Days declared both off and worked; swaps of which one day is missing."""
        return findings_of(made(LIBRARY.mandate_calendar_findings, LIBRARY.mandate_table_free,
                                self._handle.value))

    def text(self, year: int, lang: str = "vi") -> str:
        """The year for readers: its days off and why, its working days."""
        return self._report(year, _abi.FORMAT_TEXT, lang).decode()

    def json(self, year: int) -> bytes:
        """The same as JSON."""
        return self._report(year, _abi.FORMAT_JSON, "vi")

    def _report(self, year, form, lang):
        if lang not in LANGUAGES:
            raise ValueError(f'lang is none of "vi", "en", "tr": {lang!r}')
        return taken_bytes(LIBRARY.mandate_calendar_report, self._handle.value,
                           int32(year, "year"), form, LANGUAGES[lang])

    def _number(self, function, *arguments):
        out = ctypes.c_int32()
        call(function, self._handle.value, *arguments, ctypes.byref(out))
        return out.value

    def _each(self, function, *arrays, extra=()):
        size = len(arrays[0])
        if any(len(one) != size for one in arrays):
            raise ValueError(f"the lists have different lengths: {[len(one) for one in arrays]}")
        out = (ctypes.c_int32 * size)()
        call(function, self._handle.value, *arrays, size, *extra, out)
        return list(out)


def calendar(weekdays: Iterable[str] = WEEKDAYS[:5], holidays: bool = True,
             off: Iterable[Day] = (), worked: Iterable[Day] = ()) -> Calendar:
    """A calendar of the host's own: the weekdays that work, the public holidays of Viet Nam with
    what is known of 2010 to 2025 (or none), and over that days off and days worked."""
    bits = 0
    for name in weekdays:
        if name not in WEEKDAYS:
            raise ValueError(f"there is no weekday {name!r}")
        bits |= 1 << WEEKDAYS.index(name)
    off, worked = _numbers(off), _numbers(worked)
    rules = 2 if holidays else 1  # the choices of holiday_rules
    return Calendar(made(LIBRARY.mandate_calendar_new, LIBRARY.mandate_calendar_free, bits, rules,
                         off, len(off), worked, len(worked)))


def calendar_from(definition: dict | str) -> Calendar:
    """A calendar from what mandate_calendar_json reads, as a dict or as text."""
    if not isinstance(definition, str):
        definition = json.dumps(definition, ensure_ascii=False)
    text = utf8(definition, "definition")
    return Calendar(made(LIBRARY.mandate_calendar_json, LIBRARY.mandate_calendar_free, text,
                         len(text)))


class LunarDay(NamedTuple):
    """A day of the lunar calendar of Viet Nam. The year is that of its Tet."""

    year: int
    month: int
    day: int
    leap: bool = False  # in the leap month that follows the month of this number
    official: bool = True  # False before 1968-01-29: a computation that no office used


def lunar(day: Day) -> LunarDay:
    """The day in the lunar calendar, from 1900-01-31 on; official from 1968-01-29 on."""
    out = [ctypes.c_int32() for _ in range(5)]
    call(LIBRARY.mandate_lunar_of_day, day_number(day), *(ctypes.byref(one) for one in out))
    year, month, monthday, leap, official = (one.value for one in out)
    return LunarDay(year, month, monthday, leap == 1, official == 1)


def solar(year: int, month: int, day: int, leap: bool = False) -> datetime.date:
    """The day of a date of the lunar calendar: solar(2024, 1, 1) is Tet 2024."""
    out = ctypes.c_int32()
    call(LIBRARY.mandate_lunar_to_day, int32(year, "year"), int32(month, "month"),
         int32(day, "day"), int(leap), ctypes.byref(out))
    return day_from_number(out.value)


def period_days(period: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of "2024-Q1", "2024-H1", "2024", "2024-04" or of its own days,
    "2024-01-15/2024-04-20"."""
    text = utf8(period, "period")
    first, last = ctypes.c_int32(), ctypes.c_int32()
    call(LIBRARY.mandate_period_days, text, len(text), ctypes.byref(first), ctypes.byref(last))
    return day_from_number(first.value), day_from_number(last.value)


def period_of(day: Day, kind: str = "quarter") -> str:
    """The "month", "quarter", "half_year" or "year" that holds the day."""
    if kind not in PERIODS:
        raise ValueError(f"there is no period {kind!r}")
    return taken_bytes(LIBRARY.mandate_period_of_day, day_number(day), PERIODS[kind]).decode()


def period_next(period: str, steps: int = 1) -> str:
    """The period so many steps on, back if negative: period_next("2024-Q4") is "2025-Q1"."""
    text = utf8(period, "period")
    return taken_bytes(LIBRARY.mandate_period_next, text, len(text), int32(steps, "steps")).decode()


def period_contains(period: str, day: Day) -> bool:
    """Whether the day lies in the period."""
    text, out = utf8(period, "period"), ctypes.c_int32()
    call(LIBRARY.mandate_period_contains, text, len(text), day_number(day), ctypes.byref(out))
    return out.value == 1


def term_days(term: str, congress_opens: Day, congress_closes: Day,
              next_closes: Day | None = None) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a term of office, "2020-2025": from the day its congress closes to
    the day before the next one closes, or to the end of its last year until that is known."""
    text = utf8(term, "term")
    first, last = ctypes.c_int32(), ctypes.c_int32()
    call(LIBRARY.mandate_term_days, text, len(text), day_number(congress_opens),
         day_number(congress_closes), NO_DAY if next_closes is None else day_number(next_closes),
         ctypes.byref(first), ctypes.byref(last))
    return day_from_number(first.value), day_from_number(last.value)


class Deadline(NamedTuple):
    """What the words of a deadline mean."""

    precision: str  # "day", "month", "quarter", "half_year", "year" or "continuous"
    due: datetime.date | None
    standing_from: datetime.date | None  # from this day on it is a standing task


def read_deadline(words: str, assigned_on: Day) -> Deadline | None:
    """Reads the words of a deadline as Vietnamese documents write them; None: not understood."""
    text = utf8(words, "words")
    precision, due, standing = (ctypes.c_int32() for _ in range(3))
    call(LIBRARY.mandate_deadline_read, text, len(text), day_number(assigned_on),
         ctypes.byref(precision), ctypes.byref(due), ctypes.byref(standing))
    if precision.value == 0:
        return None
    day = lambda n: None if n.value == NO_DAY else day_from_number(n.value)  # noqa: E731
    return Deadline(PRECISIONS[precision.value - 1], day(due), day(standing))


def _roll(name):
    if name not in ROLLS:
        raise ValueError(f'roll is none of "none", "following", "preceding": {name!r}')
    return ROLLS[name]


def _array(numbers):
    return (ctypes.c_int32 * len(numbers))(*numbers)


def _numbers(days):
    return _array([day_number(day) for day in days])
