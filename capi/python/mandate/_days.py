"""Days as the library counts them: days since 1970-01-01."""

import ctypes
import datetime

from ._library import LIBRARY, call, utf8

EPOCH = datetime.date(1970, 1, 1).toordinal()


def day_number(day):
    """Days since 1970-01-01. Text is read by the library, so that its errors are the same."""
    if isinstance(day, datetime.datetime):
        raise TypeError(f"a day is a date, not an instant: {day.isoformat()}")
    if isinstance(day, datetime.date):
        return day.toordinal() - EPOCH
    text = utf8(day, "day")
    number = ctypes.c_int32()
    call(LIBRARY.mandate_day_parse, text, len(text), ctypes.byref(number))
    return number.value


def day_from_number(number):
    return datetime.date.fromordinal(EPOCH + number)
