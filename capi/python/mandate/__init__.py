"""Mandate: the record of what was directed, to whom, by when, and what came of it.

    import mandate

    with mandate.open("province.ledger") as ledger:
        review = ledger.review("2024-Q1", as_of="2024-04-25")
        print(review.text("en"))

    with mandate.open("province.ledger", mode="write") as ledger:
        ledger.record([mandate.commands.report_progress("T01", percent=40)], actor="Office")

Needs Python 3.10 and libmandate.so; no other package. It uses the C interface (mandate.h) only.
"""

import json

from . import _library, commands
from .errors import (
    CancelledError, ConflictError, Error, InputError, MachineError, StorageError, UsageError)
from .ledger import Imported, Ledger, memory, open
from .review import Review
from .schedule import Changes, Forecast, Plan, Schedule
from .table import Finding, Table
from .work_calendar import (WEEKDAYS, Calendar, Deadline, LunarDay, calendar, calendar_from,
                            lunar, period_contains, period_days, period_next, period_of,
                            read_deadline, solar, term_days)

__version__ = _library.version_text(_library.LIBRARY.mandate_version())

__all__ = [
    "Calendar", "CancelledError", "Changes", "ConflictError", "Deadline", "Error", "Finding", "Forecast", "Imported",
    "InputError", "Ledger", "LunarDay", "MachineError", "Plan", "Review", "Schedule", "StorageError",
    "Table", "UsageError", "calendar", "calendar_from", "WEEKDAYS", "commands", "describe", "has", "lunar", "memory", "open", "period_contains",
    "period_days", "period_next", "period_of", "read_deadline", "solar", "term_days",
]


def has(feature):
    """Was the library built with the feature ("sqlite")?"""
    return _library.LIBRARY.mandate_has(_library.utf8(feature, "feature")) == 1


def describe():
    """The library's table of commands, fields, choices and questions."""
    return json.loads(_library.taken_bytes(_library.LIBRARY.mandate_describe))
