"""The answer to a question: columns, read from the library only when they are looked at."""

import ctypes
import datetime
import json
from typing import NamedTuple

from . import _abi
from ._library import LIBRARY

_EPOCH = datetime.date(1970, 1, 1).toordinal()


class Table:
    """Rows and named columns; never changes.

    len(table)         the number of rows
    table.columns      the names of the columns
    table["deadline"]  one column as a list; None where a value is missing
    for row in table   each row as a dict
    table.to_dict()    {column: list}, what pandas.DataFrame takes

    Numbers are int, days datetime.date, texts str.
    """

    def __init__(self, handle):
        self._handle = handle
        self._rows = LIBRARY.mandate_table_rows(handle.value)
        count = LIBRARY.mandate_table_columns(handle.value)
        self._positions = {self._name(i): i for i in range(count)}
        self._read = {}

    @property
    def columns(self):
        return list(self._positions)

    def __len__(self):
        return self._rows

    def __getitem__(self, name):
        if name not in self._read:
            self._read[name] = self._column(self._positions[name])
        return self._read[name]

    def __iter__(self):
        names = self.columns
        for values in zip(*(self[name] for name in names)):
            yield dict(zip(names, values))

    def to_dict(self):
        return {name: self[name] for name in self.columns}

    def __repr__(self):
        return f"<Table of {self._rows} rows: {', '.join(self.columns)}>"

    def _name(self, position):
        name = LIBRARY.mandate_table_name(self._handle.value, position)
        return ctypes.string_at(name).decode()

    def _column(self, position):
        handle = self._handle.value
        valid = ctypes.string_at(LIBRARY.mandate_table_valid(handle, position), self._rows)
        kind = LIBRARY.mandate_table_type(handle, position)
        if kind == _abi.TYPE_TEXT:
            values = self._texts(position)
        else:
            numbers = LIBRARY.mandate_table_i64s(handle, position)
            values = _numbers(numbers, self._rows)
            if kind == _abi.TYPE_DAY:
                return [datetime.date.fromordinal(_EPOCH + v) if there else None
                        for v, there in zip(values, valid)]
        return [v if there else None for v, there in zip(values, valid)]

    def _texts(self, position):
        handle = self._handle.value
        offsets = _numbers(LIBRARY.mandate_table_offsets(handle, position), self._rows + 1)
        if not self._rows:
            return []
        data = ctypes.string_at(LIBRARY.mandate_table_utf8(handle, position), offsets[-1])
        return [data[a:b].decode() for a, b in zip(offsets, offsets[1:])]


def _numbers(pointer, count):
    return list((ctypes.c_int64 * count).from_address(pointer)) if count else []


class Finding(NamedTuple):
    """Something to know that does not stop the work."""

    key: str  # stable, as in "deadline.unread"
    text: str  # one line of English
    facts: dict


def findings_of(handle):
    """The findings in a table of key, text and facts."""
    return [Finding(row["key"], row["text"], json.loads(row["facts"])) for row in Table(handle)]
