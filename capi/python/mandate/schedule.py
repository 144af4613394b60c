"""Schedules of the host's own columns: give tasks and links, ask for dates."""

import ctypes
import datetime
from array import array
from collections.abc import Iterable, Mapping, Sequence

from . import _abi
from ._days import day_from_number, day_number
from ._library import LIBRARY, Handle, call, int32, int64, made
from .commands import Day
from .table import Table
from .work_calendar import Calendar

COLUMNS = {
    "calendar": _abi.PLAN_CALENDAR, "parent": _abi.PLAN_PARENT,
    "not_before": _abi.PLAN_NOT_BEFORE, "must_start": _abi.PLAN_MUST_START,
    "not_after": _abi.PLAN_NOT_AFTER, "deadline": _abi.PLAN_DEADLINE,
    "started": _abi.PLAN_STARTED, "finished": _abi.PLAN_FINISHED, "released": _abi.PLAN_RELEASED,
    "remaining": _abi.PLAN_REMAINING, "suspended": _abi.PLAN_SUSPENDED,
    "agency": _abi.PLAN_AGENCY, "optimistic": _abi.PLAN_OPTIMISTIC,
    "pessimistic": _abi.PLAN_PESSIMISTIC, "duration": _abi.PLAN_DURATION,
}
_OF_DAYS = ("not_before", "must_start", "not_after", "deadline", "started", "finished", "released")
_MISSING = {"parent": -1, "remaining": -1, "calendar": 0, "suspended": 0, "agency": -1,
            "optimistic": -1, "pessimistic": -1}
OPTIONS = {
    "status_day": _abi.OPTION_STATUS_DAY, "critical_slack": _abi.OPTION_CRITICAL_SLACK,
    "cycles": _abi.OPTION_CYCLES, "out_of_sequence": _abi.OPTION_OUT_OF_SEQUENCE,
    "remaining_work": _abi.OPTION_REMAINING_WORK, "milestone_day": _abi.OPTION_MILESTONE_DAY,
    "optimistic_percent": _abi.OPTION_OPTIMISTIC_PERCENT,
    "pessimistic_percent": _abi.OPTION_PESSIMISTIC_PERCENT, "due": _abi.OPTION_DUE,
}
_CHOICES = {
    "cycles": ("refuse", "leave_out"),
    "out_of_sequence": ("retained_logic", "progress_override"),
    "remaining_work": ("on_status_day", "after_status_day"),
    "milestone_day": ("day_of_predecessor", "next_working_day"),
}
LINK_TYPES = {"finish_start": 1, "start_start": 2, "finish_finish": 3, "start_finish": 4}
LAG_UNITS = {"working_days": 1, "calendar_days": 2}
COUNTED_LINKS = {"open_waits": 1, "binding": 2, "hand_offs": 3}


class Plan:
    """Tasks, numbered from 0, and links between them. Belongs to one thread at a time.

    durations: working days, one a task; 0 is a milestone. columns: one entry a task, None where
    there is none: calendar, parent (numbers); not_before, must_start, not_after, deadline,
    started, finished, released (days); remaining (working days), suspended; agency (a number);
    optimistic, pessimistic (working days). options: status_day (a day), critical_slack, cycles
    ("refuse" or "leave_out"), out_of_sequence, remaining_work, milestone_day; of forecasts
    optimistic_percent, pessimistic_percent, due (a day).
    """

    def __init__(self, start: Day, durations: Sequence[int], *,
                 calendars: Iterable[Calendar] = (), columns: Mapping[str, Sequence] | None = None,
                 **options):
        values = _numbers(durations, "durations", missing=None)
        self._handle = made(LIBRARY.mandate_plan_new, LIBRARY.mandate_plan_free,
                            day_number(start), *values)
        for calendar in calendars:
            call(LIBRARY.mandate_plan_calendar, self._handle.value, calendar._handle.value)
        for name, column in (columns or {}).items():
            if name not in COLUMNS:
                raise ValueError(f"there is no column {name}; known: {', '.join(COLUMNS)}")
            call(LIBRARY.mandate_plan_column, self._handle.value, COLUMNS[name],
                 *_numbers(column, name, days=name in _OF_DAYS, missing=_missing(name)))
        for name, value in options.items():
            self.set(name, value)

    def set(self, option: str, value) -> None:
        """Sets an option."""
        if option not in OPTIONS:
            raise ValueError(f"there is no option {option}; known: {', '.join(OPTIONS)}")
        if option in ("status_day", "due"):
            number = _abi.NO_DAY if value is None else day_number(value)
        elif option in _CHOICES:
            number = _choice(_CHOICES[option], value, option)
        else:
            number = int32(value, option)
        call(LIBRARY.mandate_plan_option, self._handle.value, OPTIONS[option], number)

    def link(self, before: Sequence[int], after: Sequence[int], *,
             lags: Sequence[int] | None = None, types: Sequence[str] | None = None,
             units: Sequence[str] | None = None) -> None:
        """Adds links: each of `after` waits for the one in `before`. types: finish_start (the
        default), start_start, finish_finish, start_finish; units: working_days (the default) or
        calendar_days."""
        first, count = _numbers(before, "before")
        second, others = _numbers(after, "after")
        columns = [None if column is None else _numbers(column, name)[0]
                   for column, name in (
                       (lags, "lags"), (_coded(types, LINK_TYPES, "types"), "types"),
                       (_coded(units, LAG_UNITS, "units"), "units"))]
        if others != count or any(c is not None and len(c) != count for c in columns):
            raise ValueError("before, after, lags, types and units differ in length")
        call(LIBRARY.mandate_plan_links, self._handle.value, first, second, *columns, count)

    def cycles(self) -> Table:
        """The tasks that wait for each other for ever: a shortest cycle of each knot, and a small
        set of links without which no cycle is left."""
        return Table(made(LIBRARY.mandate_plan_cycles, LIBRARY.mandate_table_free,
                          self._handle.value))

    def schedule(self) -> "Schedule":
        """Computes all dates."""
        return Schedule(made(LIBRARY.mandate_schedule_new, LIBRARY.mandate_schedule_free,
                             self._handle.value))

    def forecast(self, *, runs: int = 10_000, seed: int = 1, threads: int = 1) -> "Forecast":
        """Starts threads that schedule the plan so many times with durations drawn by lot. The
        answer does not depend on the number of threads."""
        return Forecast(made(LIBRARY.mandate_forecast_start, LIBRARY.mandate_forecast_free,
                             self._handle.value, int32(runs, "runs"), int64(seed, "seed"),
                             int32(threads, "threads")), runs)


class Forecast:
    """When a plan will probably be finished; being computed. Made by Plan.forecast()."""

    def __init__(self, handle, runs):
        self._handle = handle
        self.runs = runs
        self._cancelled = False

    def wait(self, milliseconds: int = 0) -> int:
        """How many runs are done, after waiting until all are, but at most so long."""
        done = ctypes.c_int32()
        call(LIBRARY.mandate_forecast_wait, self._handle.value,
             int32(milliseconds, "milliseconds"), ctypes.byref(done))
        return done.value

    def cancel(self) -> None:
        """Makes it stop; there will be no result."""
        self._cancelled = True
        call(LIBRARY.mandate_forecast_cancel, self._handle.value)

    def result(self, progress=None) -> dict:
        """Waits until all runs are done, calling progress(done, runs) ten times a second, and
        gives runs, on_time, p50, p80 (days), p50_days, p80_days, first, last, by_progress. What
        progress raises cancels the forecast."""
        try:
            while not self._cancelled and (done := self.wait(100)) < self.runs:
                if progress is not None:
                    progress(done, self.runs)
        except BaseException:
            self.cancel()
            raise
        return next(iter(Table(made(LIBRARY.mandate_forecast_result, LIBRARY.mandate_table_free,
                                    self._handle.value))))


class Changes:
    """Changes to be made at once by Schedule.change(), in this order. Made by Schedule.changes().

    Tasks and links that are added get their numbers here; they hold as long as nobody else changes
    the schedule meanwhile.
    """

    def __init__(self, tasks: int, links: int):
        self._all: list[_abi.Change] = []
        self._tasks, self._links = tasks, links

    def __len__(self):
        return len(self._all)

    def set_task(self, task: int, **columns) -> None:
        """Sets columns of a task, by the names of a plan's: duration, deadline, started ..., None
        where there is none."""
        for name, value in columns.items():
            if name not in COLUMNS:
                raise ValueError(f"there is no column {name}; known: {', '.join(COLUMNS)}")
            self._add(_abi.CHANGE_SET_TASK, number=int32(task, "task"), column=COLUMNS[name],
                      value=_number(value, name, name in _OF_DAYS, _missing(name)))

    def add_task(self, duration: int, **columns) -> int:
        """A new task of so many working days; its number."""
        self._add(_abi.CHANGE_ADD_TASK, value=int32(duration, "duration"))
        self._tasks += 1
        self.set_task(self._tasks - 1, **columns)
        return self._tasks - 1

    def remove_task(self, task: int) -> None:
        """Removes a task with all its links."""
        self._add(_abi.CHANGE_REMOVE_TASK, number=int32(task, "task"))

    def add_link(self, before: int, after: int, *, lag: int = 0, type: str = "finish_start",
                 unit: str = "working_days") -> int:
        """`after` waits for `before`; the number of the new link."""
        self._add(_abi.CHANGE_ADD_LINK, before=int32(before, "before"),
                  after=int32(after, "after"), **_terms(lag, type, unit))
        self._links += 1
        return self._links - 1

    def set_link(self, link: int, *, lag: int = 0, type: str = "finish_start",
                 unit: str = "working_days") -> None:
        """Gives a link another lag, type and unit."""
        self._add(_abi.CHANGE_SET_LINK, number=int32(link, "link"), **_terms(lag, type, unit))

    def remove_link(self, link: int) -> None:
        """Removes a link."""
        self._add(_abi.CHANGE_REMOVE_LINK, number=int32(link, "link"))

    def set_status_day(self, day: Day | None) -> None:
        """The day whose end is known; None: progress does not count."""
        self._add(_abi.CHANGE_STATUS_DAY, value=_abi.NO_DAY if day is None else day_number(day))

    def _add(self, what, **members):
        self._all.append(_abi.Change(struct_size=ctypes.sizeof(_abi.Change), what=what, **members))


class Schedule:
    """The dates of a plan, right again after each change. Made by Plan.schedule(). Any thread."""

    def __init__(self, handle):
        self._handle = handle

    def _ends(self):
        day, length = ctypes.c_int32(), ctypes.c_int32()
        call(LIBRARY.mandate_schedule_end, self._handle.value, ctypes.byref(day),
             ctypes.byref(length))
        return day.value, length.value

    @property
    def end(self) -> datetime.date | None:
        """The last day of the last task; None if none has a forecast."""
        day, _ = self._ends()
        return None if day == _abi.NO_DAY else day_from_number(day)

    @property
    def length(self) -> int:
        """Working days from the start to the end, in the first calendar."""
        return self._ends()[1]

    @property
    def size(self) -> tuple[int, int]:
        """How many tasks and links there are, with those that were removed."""
        tasks, links = ctypes.c_int32(), ctypes.c_int32()
        call(LIBRARY.mandate_schedule_size, self._handle.value, ctypes.byref(tasks),
             ctypes.byref(links))
        return tasks.value, links.value

    def changes(self) -> Changes:
        """An empty list of changes, for change()."""
        return Changes(*self.size)

    def change(self, changes: Changes, *, moved: bool = False) -> Table | None:
        """Makes all the changes or, with an error, none. moved: gives the tasks whose state, start
        or finish is another now: task, state, start, finish, was_start, was_finish."""
        all_of_them = (_abi.Change * len(changes))(*changes._all)
        if moved:
            out = ctypes.c_void_p()
            call(LIBRARY.mandate_schedule_change, self._handle.value, all_of_them, len(changes),
                 ctypes.byref(out))
            return Table(Handle(out.value, LIBRARY.mandate_table_free))
        call(LIBRARY.mandate_schedule_change, self._handle.value, all_of_them, len(changes), None)
        return None

    def set_calendar(self, number: int, calendar: Calendar) -> None:
        """Replaces the calendar of this number, or adds one if it is the next."""
        call(LIBRARY.mandate_schedule_calendar, self._handle.value, int32(number, "number"),
             calendar._handle.value)

    def copy(self) -> "Schedule":
        """A second schedule that shares memory with this one until one of them changes: what would
        be if."""
        return Schedule(made(LIBRARY.mandate_schedule_copy, LIBRARY.mandate_schedule_free,
                             self._handle.value))

    def plan(self) -> Plan:
        """The plan as it is after all changes, for a forecast. Tasks keep their numbers, and removed
        ones stay removed; removed links leave no gap in the numbers of links."""
        plan = Plan.__new__(Plan)
        plan._handle = made(LIBRARY.mandate_schedule_plan, LIBRARY.mandate_plan_free,
                            self._handle.value)
        return plan

    def tasks(self, only: Sequence[int] | None = None) -> Table:
        """One row a task, or of these tasks only, in their order: state, start, finish, late_start,
        late_finish, slack_to_end, slack_to_deadline, free_slack, critical."""
        if only is None:
            return Table(made(LIBRARY.mandate_schedule_tasks, LIBRARY.mandate_table_free,
                              self._handle.value))
        return Table(made(LIBRARY.mandate_schedule_tasks_at, LIBRARY.mandate_table_free,
                          self._handle.value, *_numbers(only, "only", missing=None)))

    def why(self, task: int) -> Table:
        """What decides the date of a task, back to where the chain begins."""
        return Table(made(LIBRARY.mandate_schedule_why, LIBRARY.mandate_table_free,
                          self._handle.value, int32(task, "task")))

    def findings(self) -> Table:
        """What a reader should know: key, task, link and, of calendar.ends, the last day that is
        known."""
        return Table(made(LIBRARY.mandate_schedule_findings, LIBRARY.mandate_table_free,
                          self._handle.value))

    def agency_pairs(self) -> Table:
        """How much the tasks of one agency wait for those of another: before, after, hand_offs,
        open_waits, binding, days_waited."""
        return Table(made(LIBRARY.mandate_schedule_agency_pairs, LIBRARY.mandate_table_free,
                          self._handle.value))

    def bottlenecks(self, *, counted: str = "open_waits", at_least: int = 1,
                    threads: int = 1) -> Table:
        """How much of the others' work goes through each agency: agency, open_waits, tasks, days,
        betweenness (in thousandths). counted: which links make one agency wait for another,
        open_waits, binding or hand_offs; pairs with fewer than at_least are left out."""
        return Table(made(LIBRARY.mandate_schedule_bottlenecks, LIBRARY.mandate_table_free,
                          self._handle.value, _choice(COUNTED_LINKS, counted, "counted"),
                          int32(at_least, "at_least"), int32(threads, "threads")))

    def mutual_waiting(self, *, counted: str = "open_waits", at_least: int = 1) -> Table:
        """Agencies each of which waits for every other one, and the links that make them: group,
        agencies, before_agency, before, after_agency, after, link."""
        return Table(made(LIBRARY.mandate_schedule_mutual_waiting, LIBRARY.mandate_table_free,
                          self._handle.value, _choice(COUNTED_LINKS, counted, "counted"),
                          int32(at_least, "at_least")))

    def delay(self, task: int, days: int) -> Table:
        """What would start later if the task took so many working days longer: task, agency,
        days."""
        return Table(made(LIBRARY.mandate_schedule_delay, LIBRARY.mandate_table_free,
                          self._handle.value, int32(task, "task"), int32(days, "days")))


def _choice(names, value, what):
    if value not in names:
        raise ValueError(f"{what} is one of {', '.join(names)}, not {value!r}")
    return names.index(value) if isinstance(names, tuple) else names[value]


def _coded(values, names, what):
    return None if values is None else [_choice(names, value, what) for value in values]


def _terms(lag, type, unit):
    return {"lag": int32(lag, "lag"), "type": _choice(LINK_TYPES, type, "type"),
            "unit": _choice(LAG_UNITS, unit, "unit")}


def _missing(column):
    """What stands for None; of durations nothing does."""
    return None if column == "duration" else _MISSING.get(column, _abi.NO_DAY)


def _number(value, what, days, missing):
    if value is None:
        if missing is None:
            raise ValueError(f"{what}: None is no number; 0 is a milestone" if "duration" in what
                             else f"{what}: None is no number")
        return missing
    return day_number(value) if days else int32(value, what)


def _numbers(values, what, days=False, missing=0):
    """(an array for C, its length)"""
    packed = array("i", [_number(value, what, days, missing) for value in values])
    if not packed:
        return None, 0
    return (ctypes.c_int32 * len(packed)).from_buffer(packed), len(packed)
