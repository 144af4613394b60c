"""A ledger in PostgreSQL in place of a file: through Python and the command line. The server is the
tests' own, in a temporary folder; root may not run one, so another user does."""

import glob
import json
import os
import pathlib
import pwd
import subprocess
import sys
import tempfile
import time

import pytest
from conftest import BY, RECORD

import mandate
from mandate import commands

VIEW = {"as_of": "2024-04-25"}


def programs():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb")) or glob.glob("/usr/bin/initdb")
    return os.path.dirname(found[-1]) if found else None


def server_user():
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            pass
    raise RuntimeError("root may not run PostgreSQL, and there is no other user")


@pytest.fixture(scope="module")
def address():
    """ledger -> its address on a server that runs as long as this file's tests."""
    if not mandate.has("postgresql"):
        pytest.skip("built without libpq")
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("no PostgreSQL server is installed")
    # not tmp_path: the path of a socket has at most 107 bytes
    with tempfile.TemporaryDirectory(prefix="mandate-pg-") as folder:
        run = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL,
               "env": {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}}
        if os.geteuid() == 0:
            user = server_user()
            os.chown(folder, user.pw_uid, user.pw_gid)
            run |= {"user": user.pw_uid, "group": user.pw_gid}
        data = f"{folder}/data"
        subprocess.run([f"{bin_folder}/initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E",
                        "UTF8", "--no-sync", "--no-locale"], check=True, **run)
        server = subprocess.Popen([f"{bin_folder}/postgres", "-D", data, "-k", folder, "-c",
                                   "listen_addresses=", "-c", "fsync=off"], **run)
        try:
            ready = [f"{bin_folder}/pg_isready", "-q", "-h", folder]
            for _ in range(600):
                if subprocess.run(ready, check=False, **run).returncode == 0:
                    break
                time.sleep(0.05)
            yield lambda ledger: f"postgresql://postgres@/postgres?host={folder}&ledger={ledger}"
        finally:
            server.terminate()
            server.wait()


def test_every_command_takes_an_address(address, tmp_path, command, ledger_file):
    file = tmp_path / "record.json"
    file.write_text(json.dumps(RECORD, default=str), encoding="utf-8")
    ledger = address("commands")

    def told(*arguments, code=0):
        result = command(*arguments)
        assert (result.returncode, result.stderr) == (code, b""), arguments
        return result.stdout

    assert b"7 events recorded" in told("import", ledger, file, "--actor", "office", "--today",
                                        "2024-04-25")
    view = ("--as-of", "2024-04-25")
    in_file = command("review", ledger_file, "--period", "2024-Q1", *view).stdout
    assert told("review", ledger, "--period", "2024-Q1", *view) == in_file
    more = tmp_path / "more.json"
    more.write_text(json.dumps(commands.add_agency("C", "C", effective_on="2024-04-01")),
                    encoding="utf-8")
    assert b"revision 8" in told("record", ledger, more, "--today", "2024-04-25")
    assert b"T01" in told("ask", ledger, "tasks", *view)
    assert b"T03" in told("schedule", ledger, *view)
    told("agencies", ledger, *view)
    told("cycles", ledger, *view)
    assert b"T01" in told("task", ledger, "T01", *view)
    told("calendar", "2024", ledger)
    told("verify", ledger)
    copy = tmp_path / "copy.ledger"
    assert b"8 events copied" in told("backup", ledger, copy)
    told("verify", copy)
    told("export", ledger, "--format", "sqlite", *view, "-o", tmp_path / "tables.sqlite")


def test_two_handles_share_a_ledger(address):
    with (mandate.open(address("shared"), mode="create") as one,
          mandate.open(address("shared"), mode="create") as two):
        one.record(RECORD, **BY)
        two.record(commands.add_agency("C", "C", effective_on="2024-04-01"), **BY)
        assert one.record(commands.add_agency("D", "D", effective_on="2024-04-01"), **BY) == 9
        two.refresh()
        assert list(two.agencies(**VIEW)["agency"]) == ["A", "B", "C", "D"]
        assert two.verify() == []


def test_what_is_not_there_is_named(address, command):
    with pytest.raises(mandate.StorageError, match='no ledger "none"'):
        mandate.open(address("none"))
    nowhere = "postgresql://u:secret@/postgres?host=/no/such/folder&ledger=a"
    result = command("verify", nowhere)
    assert (result.returncode, result.stderr.count(b"\n")) == (4, 1)
    assert b"no connection" in result.stderr
    assert b"secret" not in result.stderr
    result = command("verify", "postgresql://localhost/db")
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
    assert b"names no ledger" in result.stderr
    assert not pathlib.Path("postgresql:").exists()


@pytest.mark.skipif(not os.path.exists("/proc/self/maps"), reason="no /proc")
def test_the_client_library_is_loaded_only_for_such_a_ledger(address):
    def loaded(code):
        maps = "print(sum('/libpq.so' in line for line in open('/proc/self/maps')) > 0)"
        return subprocess.run([sys.executable, "-c", f"import mandate; {code}; {maps}"],
                              check=True, capture_output=True, text=True).stdout.strip()

    assert loaded("mandate.memory()") == "False"
    assert loaded(f"mandate.open({address('loaded')!r}, 'create')") == "True"


def test_without_the_client_library_the_error_says_so(tmp_path, command):
    if not mandate.has("postgresql"):
        pytest.skip("built without libpq")
    (tmp_path / "libpq.so.5").write_bytes(b"")
    got = command("ask", "postgresql://localhost/nowhere?ledger=a", "tasks", "--as-of",
                  "2024-04-25", env={"LD_LIBRARY_PATH": str(tmp_path)})
    assert got.returncode == 4
    assert b"needs its client library, which cannot be loaded: " in got.stderr
    assert b"libpq.so.5" in got.stderr
