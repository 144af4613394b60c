"""Threads, fork, and how a process ends."""

import multiprocessing
import os
import sqlite3
import subprocess
import sys
import threading

import pytest
from conftest import BY, RECORD

import mandate
from mandate import commands


def test_four_threads_share_a_ledger(ledger_file):
    problems = []

    def work(number, ledger):
        try:
            seen = 0
            for i in range(10):
                ledger.record(commands.assign_task(f"X{number}-{i}", "One more"), **BY)
                rows = len(ledger.tasks(as_of="2024-04-25"))
                assert rows > seen
                seen = rows
        except Exception as problem:
            problems.append(problem)

    with mandate.open(ledger_file, mode="write") as ledger:
        threads = [threading.Thread(target=work, args=(n, ledger)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert problems == []
        assert ledger.revision == len(RECORD) + 40
        assert ledger.verify() == []


def test_a_ledger_closed_by_another_thread_ends_the_calls_first(ledger):
    stop = threading.Event()
    problems = []

    def ask():
        while not stop.is_set():
            try:
                ledger.review("2024-Q1", as_of="2024-04-25")
            except ValueError:  # closed
                return
            except Exception as problem:
                problems.append(problem)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    ledger.close()
    stop.set()
    for thread in threads:
        thread.join()
    assert problems == []


def in_child(work):
    """The exit code of a child made by fork that runs the work."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(work())
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_forked_ledger_is_told_and_the_parent_goes_on(ledger_file):
    with mandate.open(ledger_file, mode="write") as ledger:
        tasks = ledger.tasks(as_of="2024-04-25")

        def child():
            calls = [
                lambda: ledger.revision,
                lambda: ledger.utc_offset_minutes,
                lambda: ledger.tasks(as_of="2024-04-25"),
                lambda: ledger.review("2024-Q1", as_of="2024-04-25"),
                lambda: ledger.record(commands.add_agency("C", "C"), **BY),
                lambda: ledger.verify(),
            ]
            for call in calls:
                try:
                    call()
                    return 1
                except mandate.MachineError as error:
                    if error.name != "forked":
                        return 2
            ledger.close()
            if tasks["task"] != ["T01", "T02", "T03"]:  # results may be read
                return 3
            with mandate.open(ledger_file) as own:  # and a new one opened
                return 0 if own.revision == len(RECORD) else 4

        assert in_child(child) == 0
        ledger.record(commands.add_agency("C", "Agency C"), **BY)
        assert ledger.revision == len(RECORD) + 1
        assert ledger.verify() == []
    # The library has let go of the file, so another SQLite may look.
    with sqlite3.connect(ledger_file) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def revision_in_worker(ledger):
    try:
        return ledger.revision
    except mandate.MachineError as error:
        return error.name


def test_multiprocessing_by_fork(ledger):
    context = multiprocessing.get_context("fork")
    told = context.Queue()
    worker = context.Process(target=lambda: told.put(revision_in_worker(ledger)))
    worker.start()
    assert told.get(timeout=30) == "forked"
    worker.join(30)
    assert worker.exitcode == 0


@pytest.mark.parametrize("ending", ["pass", "import sys; sys.exit(0)", "del ledger"])
def test_a_process_may_end_without_closing(ledger_file, ending):
    source = f"""
import mandate
ledger = mandate.open({str(ledger_file)!r}, mode="write")
table = ledger.tasks(as_of="2024-04-25")
review = ledger.review("2024-Q1", as_of="2024-04-25")
{ending}
"""
    result = subprocess.run([sys.executable, "-c", source], capture_output=True, timeout=60,
                            check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")


def test_the_library_never_writes_to_the_standard_streams(tmp_path):
    foreign = tmp_path / "foreign"
    foreign.write_text("not a ledger")
    source = f"""
import os, mandate
os.close(1); os.close(2)
ledger = mandate.memory()
calls = [
    lambda: mandate.open({str(foreign)!r}),
    lambda: mandate.open({str(tmp_path / 'absent')!r}),
    lambda: ledger.tasks(as_of="2024-02-30"),
    lambda: ledger.import_json("[", actor="x"),
    lambda: ledger.review("2024-Q5", as_of="2024-04-25"),
]
failed = 0
for call in calls:
    try:
        call()
    except mandate.Error:
        failed += 1
os._exit(0 if failed == len(calls) else 1)
"""
    out = tmp_path / "out"
    with open(out, "wb") as stream:
        result = subprocess.run([sys.executable, "-c", source], stdout=stream, stderr=stream,
                                timeout=60, check=False)
    assert result.returncode == 0
    assert out.read_bytes() == b""
