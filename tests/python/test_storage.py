"""Backups, plain tables, files imported twice, damaged events: through Python and the command line."""

import json
import sqlite3

import pytest
from conftest import BY, RECORD

import mandate
from mandate import commands

VIEW = {"as_of": "2024-04-25"}


def test_a_backup_of_a_ledger_in_use(ledger_file, tmp_path, command):
    copy, second = tmp_path / "copy.ledger", tmp_path / "second.ledger"
    with mandate.open(ledger_file, mode="write") as ledger:
        ledger.backup(copy)
        ledger.record(commands.add_agency("C", "C"), **BY)
        result = command("backup", ledger_file, second)
        assert (result.returncode, result.stderr) == (0, b"")
        with pytest.raises(mandate.StorageError, match="is there already"):
            ledger.backup(copy)
    with mandate.open(copy) as ledger:
        assert (ledger.revision, ledger.verify()) == (len(RECORD), [])
    with mandate.open(second) as ledger:
        assert (ledger.revision, ledger.verify()) == (len(RECORD) + 1, [])
    result = command("backup", ledger_file, second)
    assert (result.returncode, result.stderr.count(b"\n")) == (4, 1)


def test_plain_tables_for_sql(ledger_file, tmp_path, command):
    tables = tmp_path / "tables.sqlite"
    result = command("export", ledger_file, "--format", "sqlite", "--as-of", "2024-04-25", "-o",
                     tables)
    assert (result.returncode, result.stderr) == (0, b"")
    with mandate.open(ledger_file) as ledger:
        tasks = ledger.tasks(**VIEW)
        with sqlite3.connect(tables) as database:
            rows = database.execute("SELECT task, deadline FROM tasks").fetchall()
            assert [row[0] for row in rows] == list(tasks["task"])
            assert rows[0][1] == "2024-03-15"
            names = {name for name, in database.execute("SELECT name FROM sqlite_schema")}
            assert {"export", "tasks", "agencies", "documents", "changes"} <= names
            assert database.execute("SELECT revision, as_of FROM export").fetchall() == [
                (len(RECORD), "2024-04-25")]
        database.close()
        ledger.export_sqlite(tables, **VIEW)  # again: replaced
        with pytest.raises(mandate.InputError, match="is a ledger"):
            ledger.export_sqlite(ledger_file, **VIEW)
        assert ledger.verify() == []
    with sqlite3.connect(tables) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_a_file_imported_twice_records_nothing_the_second_time(tmp_path, command):
    file, path = tmp_path / "record.json", tmp_path / "a.ledger"
    file.write_text(json.dumps(RECORD, default=str), encoding="utf-8")
    first = command("import", path, file, "--actor", "office", "--today", "2024-04-25")
    assert first.stdout.startswith(f"{len(RECORD)} events recorded".encode()), first
    again = command("import", path, file, "--actor", "office", "--today", "2024-04-25")
    assert again.returncode == 0
    assert again.stdout.startswith(b"0 events recorded, revision 7")
    assert b"imported before" in again.stderr
    with mandate.open(path, mode="write") as ledger:
        third = ledger.import_json(file, **BY)
        assert third.revision == len(RECORD)
        assert [finding.key for finding in third.findings] == ["import.repeated"]
        assert ledger.revision == len(RECORD)
        with pytest.raises(mandate.InputError, match="taken"):  # one byte more: another file
            ledger.import_json(file.read_text(encoding="utf-8") + " ", **BY)


def test_a_list_imported_twice_records_nothing_the_second_time(ledger):
    text = "No.,Task\nX1,First\nX2,Second\n"
    columns = {"task": "No.", "title_vi": "Task"}
    for _ in range(2):
        ledger.import_csv(text, columns, assigned_on="2024-02-01", **BY)
        assert ledger.revision == len(RECORD) + 2
    # read in another way it is another import
    ledger.import_csv(text, columns, assigned_on="2024-02-01", code_prefix="Y-", **BY)
    assert ledger.revision == len(RECORD) + 4


def test_a_list_imported_again_is_known_whatever_its_names_match_by_now(ledger):
    text = "No.,Task,Who\nX1,First,Agency C\n"
    columns = {"task": "No.", "title_vi": "Task", "lead": "Who"}
    first = ledger.import_csv(text, columns, assigned_on="2024-02-01", **BY)
    assert "Agency C" in first.findings[0].text
    ledger.record(commands.add_agency("C", "Agency C", effective_on="2024-01-02"), **BY)
    again = ledger.import_csv(text, columns, assigned_on="2024-02-01", **BY)
    assert "import.repeated" in [finding.key for finding in again.findings]
    assert ledger.revision == len(RECORD) + 2


def test_a_damaged_event_is_listed_and_the_rest_is_served(ledger_file, command):
    with sqlite3.connect(ledger_file) as database:
        database.execute("UPDATE event SET payload = '{' WHERE seq = 6")
    database.close()
    with mandate.open(ledger_file, mode="write") as ledger:
        assert [finding.key for finding in ledger.findings()] == ["event.set_aside"]
        assert len(ledger.tasks(**VIEW)) == 3
        ledger.record(commands.add_agency("C", "C"), **BY)
    result = command("verify", ledger_file)
    assert result.returncode == 1
    assert b"event 6" in result.stdout
    result = command("ask", ledger_file, "tasks", "--as-of", "2024-04-25")
    assert result.returncode == 0
    assert b"`mandate verify` lists it" in result.stderr


def test_events_are_signed_by_the_host(ledger_file, tmp_path, command):
    key = tmp_path / "key.pem"  # of RFC 8410
    key.write_text("-----BEGIN PRIVATE KEY-----\n"
                   "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                   "-----END PRIVATE KEY-----\n", encoding="ascii")
    result = command("sign", ledger_file, "--key", key, "--actor", "office", "--today", "2024-04-25")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == b"event 7 signed by event 8\n"
    with mandate.open(ledger_file, mode="write") as ledger:
        assert ledger.sign(key.read_text(encoding="ascii"), event=3, **BY) == 9
        assert list(ledger.signatures(**VIEW)["event"]) == [7, 3]
        assert ledger.verify() == []
        statement = ledger.statement_to_sign(3, "2024-04-25")
        assert b"mandate signature 1" in statement
        with pytest.raises(mandate.InputError, match="does not fit"):
            ledger.record(commands.sign_event(3, "00" * 32, "00" * 64), **BY)
        with pytest.raises(mandate.InputError, match="no PEM private key"):
            ledger.sign("x", **BY)
    other = command("sign", ledger_file, "--key", ledger_file, "--today", "2024-04-25")
    assert (other.returncode, other.stderr.count(b"\n")) == (3, 1)
    assert command("verify", ledger_file).returncode == 0


def test_who_only_reads_follows_the_record(ledger_file):
    with mandate.open(ledger_file) as reader, mandate.open(ledger_file, mode="write") as writer:
        writer.record(commands.add_agency("C", "C"), **BY)
        assert reader.revision == len(RECORD)
        reader.refresh()
        assert reader.revision == len(RECORD) + 1
