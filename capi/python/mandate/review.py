"""The review of a period."""

import json

from . import _abi
from .errors import class_of
from .table import Table


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
                       mutual_cases, indicator_standings, own_parts, agencies; of a review of
                       some agencies the rows that concern them
    review.text("en")  for a terminal, in "vi", "en" or "tr"
    review.html("en")  one self-contained page

    Tables, text and page show what .json shows, and are made once. If the ledger has gone on since
    and would now say something else, those not made yet raise a StorageError with the name
    "conflict": ask for the review again. Any thread may use it.
    """

    def __init__(self, render, ask, revision):
        self._render = render
        self._ask = ask
        self._revision = revision
        self._made = {}  # setdefault: whoever comes second takes what the first one made
        self._made_at = revision()
        self.json = render(_abi.FORMAT_JSON, None)
        self.content = json.loads(self.json, object_hook=Record)

    def __getitem__(self, name):
        return self.content[name]

    def __getattr__(self, name):
        if name == "content":  # not there yet: while a copy is being made
            raise AttributeError(name)
        return getattr(self.content, name)

    def text(self, lang="vi"):
        return self._same_content(_abi.FORMAT_TEXT, lang)

    def html(self, lang="vi"):
        return self._same_content(_abi.FORMAT_HTML, lang)

    def table(self, name) -> Table:
        """The tasks of one of its lists. The columns are those of the question review_tasks."""
        if self.content["review"]["edition"] == "publication":
            raise ValueError("the edition for publication lists no tasks")
        if name not in self.content["lists"]:
            raise ValueError(f"there is no list {name!r}; there are: " +
                             ", ".join(self.content["lists"]))
        return self._once(("table", name), lambda: self._ask(name))

    def _same_content(self, form, lang):
        return self._once((form, lang), lambda: self._render(form, lang).decode())

    def _once(self, what, make):
        if what not in self._made:
            data = make()
            self._check_same()
            self._made.setdefault(what, data)
        return self._made[what]

    def _check_same(self):
        if self._revision() == self._made_at:
            return
        if self._render(_abi.FORMAT_JSON, None) != self.json:
            code = _abi.E_CONFLICT
            raise class_of(code)(code, "conflict", "the ledger has gone on since this review", {})
