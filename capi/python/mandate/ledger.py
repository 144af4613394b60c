"""The ledger: open it, record, ask."""

import ctypes
import datetime
import json
import os
import pathlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from . import _abi
from ._days import day_number
from ._library import LIBRARY, call, int32, int64, made, taken_bytes, utf8
from .work_calendar import LANGUAGES, Calendar
from .commands import day_text
from .questions import Questions
from .review import Review
from .schedule import Forecast
from .table import Table, findings_of

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
_MICROSECOND = datetime.timedelta(microseconds=1)
_AGENCY_FORMS = {"text": _abi.FORMAT_TEXT, "json": _abi.FORMAT_JSON, "dot": _abi.FORMAT_DOT}
_MODES = {"read": _abi.OPEN_READ, "write": _abi.OPEN_WRITE, "create": _abi.OPEN_CREATE}


class Imported(NamedTuple):
    revision: int  # the ledger's, after the import
    findings: list  # of Finding: what was not understood


def open(path, mode="read", utc_offset_minutes=420):
    """Opens the ledger in a file, or at an address: "postgresql://HOST/DATABASE?ledger=NAME".

    mode: "read" and "write" want an existing one; "create" also makes a new one, whose file appears
    with the first record. utc_offset_minutes: of a new one, which civil day an instant falls on.
    """
    if mode not in _MODES:
        raise ValueError(f'mode is none of "read", "write", "create": {mode!r}')
    name = os.fsencode(path)
    return Ledger(made(LIBRARY.mandate_ledger_open, LIBRARY.mandate_ledger_close, name, len(name),
                       _MODES[mode], int32(utc_offset_minutes, "utc_offset_minutes")))


def memory(utc_offset_minutes=420):
    """A ledger in memory only."""
    return Ledger(made(LIBRARY.mandate_ledger_memory, LIBRARY.mandate_ledger_close,
                       int32(utc_offset_minutes, "utc_offset_minutes")))


class Ledger(Questions):
    """The record. Any thread may use it. Made by open() and memory().

    Days are datetime.date or text ("2024-04-25"). `now` is a datetime with a time zone, the clock's
    if absent; `today` the civil day at that instant by the ledger's own offset, if absent.
    """

    def __init__(self, handle):
        self._handle = handle

    def close(self):
        """What was recorded is on disk already. Calls of other threads end first."""
        self._handle = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @property
    def revision(self) -> int:
        """The number of the last event; 0 when nothing is recorded."""
        return self._number(LIBRARY.mandate_ledger_revision, ctypes.c_int64())

    @property
    def utc_offset_minutes(self) -> int:
        return self._number(LIBRARY.mandate_ledger_utc_offset, ctypes.c_int32())

    def record(self, commands, *, actor, today=None, now=None, request_id="") -> int:
        """Records all commands or none; the revision after it. A request_id that was recorded
        before gives that revision and records nothing."""
        act = self._act(actor, today, now, request_id)
        batch = _batch_of(commands)
        revision = ctypes.c_int64()
        self._call(LIBRARY.mandate_record, act, batch.value, ctypes.byref(revision))
        return revision.value

    def check(self, commands, *, actor, today=None, now=None) -> list:
        """Would record() accept them? Nothing is recorded."""
        act = self._act(actor, today, now, "")
        batch = _batch_of(commands)
        return findings_of(self._made_table(LIBRARY.mandate_check, act, batch.value))

    def import_json(self, data, *, actor, today=None, now=None) -> Imported:
        """Records a whole file of commands, or nothing. data: the text, its bytes, or a path
        (os.PathLike). Into an empty ledger the commands may bring "actor" and "recorded_at"."""
        return self._import(_abi.FORMAT_JSON, {}, data, actor, today, now)

    def import_csv(self, data, columns: Mapping, *, assigned_on, actor, code_prefix=None,
                   documents=(), assigner=None, sources=(), today=None, now=None) -> Imported:
        """Records a list of tasks. columns: which column of the file fills which field, as in
        {"task": "No.", "title_vi": "Task", "lead": "Lead agency"}. data as in import_json."""
        arguments = {
            "column": [f"{field}={heading}" for field, heading in columns.items()],
            "code_prefix": code_prefix,
            "document": documents or None,
            "assigner": assigner,
            "assigned_on": assigned_on,
            "source": sources or None,
        }
        return self._import(_abi.FORMAT_CSV, arguments, data, actor, today, now)

    def ask(self, question, *, as_of, known_at=None, viewer="", **arguments) -> Table:
        """Asks a question by its name; the methods tasks, agencies ... say what each one takes."""
        if question not in self.NUMBERS:
            raise ValueError(f"there is no question {question!r}")
        view = self._view(as_of, known_at, viewer)
        batch = _arguments(arguments)
        return Table(self._made_table(LIBRARY.mandate_ask, view, self.NUMBERS[question],
                                      batch.value))

    def review(self, period, *, as_of, known_at=None, agency=None, viewer="",
               edition=None, rounding=None) -> Review:
        """The review of a period, as in "2024-Q1" or "2024-01-15/2024-04-20"; "term:XIX" is that of
        a recorded term. as_of: the cut-off. agency: only the tasks that this one leads and
        what else is its own, and apart what it coordinates; several in a list. edition:
        "publication" gives figures, and names nobody. rounding: of percentages in text and HTML,
        "half_up" or "truncated"."""
        view = self._view(as_of, known_at, viewer)
        batch = _arguments({"period": period, "agency": agency, "edition": edition,
                            "rounding": rounding})
        return Review(self._made(LIBRARY.mandate_review_free, LIBRARY.mandate_review_make, view,
                                 batch.value))

    def why_late(self, task, *, as_of, known_at=None, viewer="", lang="vi") -> str:
        """Why a task is late, one sentence for each link of its chain, in "vi", "en" or "tr"."""
        if lang not in LANGUAGES:
            raise ValueError(f'lang is none of "vi", "en", "tr": {lang!r}')
        view = self._view(as_of, known_at, viewer)
        code = utf8(task, "task")
        return self._call(LIBRARY.mandate_why_late, view, code, len(code), LANGUAGES[lang],
                          give=taken_bytes).decode()

    def task_report(self, task, *, as_of, known_at=None, viewer="", form="text", lang="vi") -> str:
        """One task: its class, where it comes from, what happened to it, what decides its date and
        why it is late. "text" for a terminal, in "vi", "en" or "tr"; or "json"."""
        if form not in ("text", "json"):
            raise ValueError(f'form is none of "text", "json": {form!r}')
        if lang not in LANGUAGES:
            raise ValueError(f'lang is none of "vi", "en", "tr": {lang!r}')
        view = self._view(as_of, known_at, viewer)
        code = utf8(task, "task")
        return self._call(LIBRARY.mandate_task_report, view, code, len(code), _AGENCY_FORMS[form],
                          LANGUAGES[lang], give=taken_bytes).decode()

    def agency_report(self, *, as_of, known_at=None, viewer="", form="text", lang="vi",
                      **arguments) -> str:
        """Agencies that wait for each other: "text" for a terminal, "json", or "dot" for Graphviz.
        The arguments are those of bottlenecks(). With a period they are those of
        coordination_network(): how agencies worked together in it, opinions asked for included."""
        if form not in _AGENCY_FORMS:
            raise ValueError(f'form is none of "text", "json", "dot": {form!r}')
        if lang not in LANGUAGES:
            raise ValueError(f'lang is none of "vi", "en", "tr": {lang!r}')
        view = self._view(as_of, known_at, viewer)
        batch = _arguments(arguments)
        return self._call(LIBRARY.mandate_agency_report, view, batch.value, _AGENCY_FORMS[form],
                          LANGUAGES[lang], give=taken_bytes).decode()

    def start_forecast(self, *, as_of, known_at=None, viewer="", **arguments) -> Forecast:
        """The question forecast() while it is computed on threads of its own: ask how far it is, or
        cancel it. arguments: those of forecast()."""
        view = self._view(as_of, known_at, viewer)
        runs = arguments.get("runs")
        batch = _arguments(arguments)
        return Forecast(self._made(LIBRARY.mandate_forecast_free,
                                   LIBRARY.mandate_forecast_of_ledger, view, batch.value),
                        10_000 if runs is None else runs)

    def closed_review(self, review, *, known_at=None, viewer="", edition=None,
                      rounding=None) -> Review:
        """A review that was closed, by its code: .json is what was kept, byte for byte."""
        if review is None:
            raise ValueError("review is missing: the code of a closed review")
        view = self._view("2199-12-31", known_at, viewer)
        batch = _arguments({"review": review, "edition": edition, "rounding": rounding})
        return Review(self._made(LIBRARY.mandate_review_free, LIBRARY.mandate_review_make, view,
                                 batch.value))

    def calendar(self, *, as_of, known_at=None, agency="", viewer="") -> Calendar:
        """The working days as they were known: the ledger's own, or those of an agency."""
        view = self._view(as_of, known_at, viewer)
        code = utf8(agency, "agency")

        def taken(*everything):
            return made(everything[0], LIBRARY.mandate_calendar_free, *everything[1:])

        return Calendar(self._call(LIBRARY.mandate_calendar_of_ledger, view, code, len(code),
                                   give=taken))

    def refresh(self):
        """Takes what other processes have recorded since."""
        self._call(LIBRARY.mandate_ledger_refresh)

    def findings(self) -> list:
        """Damaged events that are set aside while the rest is served. Empty: all is well."""
        return findings_of(self._made_table(LIBRARY.mandate_ledger_findings))

    def backup(self, path):
        """Copies all that is recorded into a new file, or to a new ledger at an address, while the
        ledger is in use."""
        name = os.fsencode(path)
        self._call(LIBRARY.mandate_backup, name, len(name))

    def export_sqlite(self, path, *, as_of, known_at=None, viewer=""):
        """Writes plain tables for SQL and reporting tools, as of a day."""
        name = os.fsencode(path)
        self._call(LIBRARY.mandate_export_sqlite, self._view(as_of, known_at, viewer), name,
                   len(name))

    def sign(self, key, *, event=0, actor, today=None, now=None) -> int:
        """Records a signature over an event (0: the last one) by the host's Ed25519 key, and so over
        all that was recorded up to it. key: the PEM text of `openssl genpkey -algorithm ed25519`."""
        act = self._act(actor, today, now, "")
        pem = utf8(key, "key")
        revision = ctypes.c_int64()
        self._call(LIBRARY.mandate_sign, act, pem, len(pem), int64(event, "event"),
                   ctypes.byref(revision))
        return revision.value

    def statement_to_sign(self, event, day) -> bytes:
        """The bytes that are signed, for a key that never leaves its device: record sign_event with
        the signature on that day."""
        return self._call(LIBRARY.mandate_statement_to_sign, int64(event, "event"), day_number(day),
                          give=taken_bytes)

    def verify(self) -> list:
        """Checks the chain of hashes. No findings: the record is as it was written."""
        return findings_of(self._made_table(LIBRARY.mandate_verify))

    def _call(self, function, *arguments, give=call):
        handle = self._handle
        if handle is None:
            raise ValueError("the ledger is closed")
        try:
            return give(function, handle.value, *arguments)
        finally:
            del handle  # else a traceback would keep the ledger open

    def _number(self, function, out):
        self._call(function, ctypes.byref(out))
        return out.value

    def _made(self, free, function, *arguments):
        return self._call(function, *arguments,
                          give=lambda call_, *given: made(call_, free, *given))

    def _made_table(self, function, *arguments):
        return self._made(LIBRARY.mandate_table_free, function, *arguments)

    def _import(self, form, arguments, data, actor, today, now):
        act = self._act(actor, today, now, "")
        batch = _arguments(arguments) if arguments else None
        if isinstance(data, os.PathLike):
            data = pathlib.Path(data).read_bytes()
        elif isinstance(data, str):
            data = utf8(data, "data")
        revision = ctypes.c_int64()
        findings = self._made_table(LIBRARY.mandate_import, act, form, batch and batch.value, data,
                                    len(data), ctypes.byref(revision))
        return Imported(revision.value, findings_of(findings))

    def _act(self, actor, today, now, request_id):
        offset = datetime.timedelta(minutes=self.utc_offset_minutes)
        now = now or datetime.datetime.now(datetime.timezone.utc)
        now_us = _microseconds(now, "now")
        if today is None:
            today = (_EPOCH + now_us * _MICROSECOND + offset).date()
        actor, request_id = utf8(actor, "actor"), utf8(request_id, "request_id")
        return _abi.Act(ctypes.sizeof(_abi.Act), day_number(today), now_us, actor, len(actor), request_id,
                        len(request_id))

    def _view(self, as_of, known_at, viewer):
        viewer = utf8(viewer, "viewer")
        return _abi.View(ctypes.sizeof(_abi.View), day_number(as_of), self._known_at(known_at), viewer,
                         len(viewer))

    def _known_at(self, known_at):
        if known_at is None:
            return _abi.HEAD
        if isinstance(known_at, datetime.datetime):
            instant = _microseconds(known_at, "known_at")
        else:
            text = utf8(day_text(known_at), "known_at")
            out = ctypes.c_int64()
            call(LIBRARY.mandate_instant_parse, text, len(text), self.utc_offset_minutes,
                 ctypes.byref(out))
            instant = out.value
        # The instant 0 lies before all records, but as a number it would mean all of them.
        return -1 if instant == _abi.HEAD else instant


def _microseconds(instant, what):
    if instant.tzinfo is None:
        raise ValueError(f"{what} has no time zone: {instant.isoformat()}")
    return int64((instant - _EPOCH) // _MICROSECOND, what)


def _new_batch():
    return made(LIBRARY.mandate_batch_new, LIBRARY.mandate_batch_free)


def _batch_of(commands):
    """A batch of commands given as dicts."""
    if isinstance(commands, Mapping):
        commands = [commands]
    text = utf8(json.dumps(list(commands), ensure_ascii=False, default=day_text), "commands")
    batch = _new_batch()
    call(LIBRARY.mandate_batch_json, batch.value, text, len(text))
    return batch


def _arguments(arguments):
    """A batch of arguments: name and value, or name and values. None: left out; an empty list is
    refused."""
    batch = _new_batch()
    for name, given in arguments.items():
        if given is None:
            continue
        number = ctypes.c_int32()
        field = utf8(name, "argument")
        call(LIBRARY.mandate_field_number, field, len(field), ctypes.byref(number))
        several = isinstance(given, Iterable) and not isinstance(given, (str, bytes))
        values = list(given) if several else [given]
        if not values:  # a list that came out empty must not ask about everything
            raise ValueError(f"{name} is empty; None leaves it out")
        for value in values:
            _put(batch, number.value, name, value)
    return batch


def _put(batch, number, name, value):
    if isinstance(value, int):
        call(LIBRARY.mandate_batch_int, batch.value, number, int64(value, name))
        return
    text = utf8(day_text(value) if isinstance(value, datetime.date) else value, name)
    call(LIBRARY.mandate_batch_text, batch.value, number, text, len(text))
