"""The review of a period."""

import json

from . import _abi
from ._library import LIBRARY, made, taken_bytes
from .table import Table
from .work_calendar import LANGUAGES

# By number, from 1: MANDATE_LIST_...
LISTS = ("population", "overdue", "unfinished", "unexplained", "done_since", "carried_late",
         "carried_planned", "without_deadline", "awaiting_acceptance", "without_lead", "next_new",
         "next_planned", "unplanned", "only_reported")


class Record(dict):
    """A JSON object whose members are attributes too. One that is named like a method of dict is
    reached by its key only."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Review:
    """What came of a period's tasks.

    review.json        the review as bytes of JSON, exactly those of the C interface
    review["tasks"]    its content, parsed; review.tasks is the same
    review.table("overdue")  one of review.lists as a Table: columns, which pandas.DataFrame takes
    review.answers.warnings  the rows of another question as of the cut-off, as dicts, which
                       pandas.DataFrame takes: agenda, warnings, slow_work, slow_tasks, ratings,
                       attribution (of every slipped task), attribution_sums, coordination,
                       mutual_cases, indicator_standings, own_parts, conclusions (of the
                       meetings before), agencies, tasks (titles of those that the review does
                       not describe); of a review of some agencies the rows that concern them
    review.text("en")  for a terminal, in "vi", "en" or "tr"
    review.html("en")  one self-contained page

    Tables, text and page show what .json shows, whatever was recorded since, and also when the
    ledger is closed. Any thread may use it.
    """

    def __init__(self, handle):
        self._handle = handle
        self._made = {}  # setdefault: whoever comes second takes what the first one made
        self.json = self._render(_abi.FORMAT_JSON, "vi")
        self.content = json.loads(self.json, object_hook=Record)

    def __getitem__(self, name):
        return self.content[name]

    def __getattr__(self, name):
        if name == "content":  # not there yet: while a copy is being made
            raise AttributeError(name)
        return getattr(self.content, name)

    def text(self, lang="vi"):
        return self._once((_abi.FORMAT_TEXT, lang),
                          lambda: self._render(_abi.FORMAT_TEXT, lang).decode())

    def html(self, lang="vi"):
        return self._once((_abi.FORMAT_HTML, lang),
                          lambda: self._render(_abi.FORMAT_HTML, lang).decode())

    def table(self, name) -> Table:
        """The tasks of one of its lists. The columns are those of the question review_tasks."""
        if self.content["review"]["edition"] == "publication":
            raise ValueError("the edition for publication lists no tasks")
        if name not in LISTS:
            raise ValueError(f"there is no list {name!r}; there are: " + ", ".join(LISTS))
        return self._once(("table", name), lambda: Table(
            made(LIBRARY.mandate_review_list, LIBRARY.mandate_table_free, self._handle.value,
                 LISTS.index(name) + 1)))

    def _render(self, form, lang):
        if lang not in LANGUAGES:
            raise ValueError(f'lang is none of "vi", "en", "tr": {lang!r}')
        return taken_bytes(LIBRARY.mandate_review_render, self._handle.value, form,
                           LANGUAGES[lang])

    def _once(self, what, make):
        if what not in self._made:
            self._made.setdefault(what, make())
        return self._made[what]
