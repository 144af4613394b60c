"""The made-up record of examples/province-a, as the tests of reviews ask it."""

import pathlib

import mandate

RECORD = pathlib.Path(__file__).resolve().parents[2] / "examples" / "province-a" / "record.json"
DAY = {"as_of": "2024-04-25"}
BY = {"actor": "clerk-1", "today": "2024-04-25"}


def imported():
    made = mandate.memory()
    made.import_json(RECORD, **BY)
    return made
