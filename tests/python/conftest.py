"""A small made-up record, and the command line to run."""

import datetime
import os
import subprocess

import pytest

import mandate
import province as province_a
from mandate import commands

NOW = datetime.datetime(2024, 4, 25, 12, tzinfo=datetime.timezone.utc)
BY = {"actor": "Office", "today": "2024-04-25", "now": NOW}

RECORD = [
    commands.add_agency("A", "Agency A", name_en="Agency A", alias_vi="First agency",
                        effective_on="2024-01-02"),
    commands.add_agency("B", "Agency B", effective_on=datetime.date(2024, 1, 2)),
    commands.add_document("D1", "1-KH", "plan", "A", dated="2024-01-03",
                          effective_on="2024-01-03"),
    commands.assign_task("T01", "Number the files", document="D1", assigner="A", lead="B",
                         deadline="2024-03-15", effective_on="2024-01-10"),
    commands.assign_task("T02", "Count the files", document="D1", assigner="A", lead=["A", "B"],
                         deadline="2024-03-20", acceptance="not_asked", effective_on="2024-01-10"),
    commands.complete_task("T02", agency="B", effective_on="2024-03-18"),
    commands.assign_task("T03", "Lưu trữ hồ sơ", document="D1", assigner="A",
                         effective_on="2024-02-01"),
]


@pytest.fixture
def ledger():
    with mandate.memory() as made:
        made.record(RECORD, **BY)
        yield made


@pytest.fixture
def ledger_file(tmp_path):
    """The path of a ledger that holds RECORD, in a folder of its own."""
    folder = tmp_path / "ledgers"
    folder.mkdir()
    path = folder / "record.ledger"
    with mandate.open(path, mode="create") as made:
        made.record(RECORD, **BY)
    return path


@pytest.fixture
def province():
    """The record of examples/province-a."""
    with province_a.imported() as made:
        yield made


@pytest.fixture
def command():
    """Runs `mandate ...`, under another program if one is given; the result has returncode, stdout
    and stderr as bytes."""
    def run(*arguments, stdin=b"", env=None, cwd=None, under=()):
        program = os.environ["MANDATE_COMMAND"]
        everything = {**os.environ, **(env or {})}
        for name in ("LD_PRELOAD", "ASAN_OPTIONS"):  # of a sanitizer, for this Python
            everything.pop(name, None)
        return subprocess.run([*under, program, *map(os.fspath, arguments)], input=stdin,
                              env=everything, cwd=cwd, capture_output=True, timeout=60,
                              check=False)

    return run


@pytest.fixture
def files_in():
    """{name: content} of everything below a folder."""
    return lambda folder: {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None
                           for p in sorted(folder.rglob("*"))}
