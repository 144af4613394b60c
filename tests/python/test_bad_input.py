"""Bad input: one line that says what, which and where, the right exit code, and a ledger that is
byte for byte what it was, with nothing left beside it."""

import json
import os
import sqlite3

import pytest

import mandate

REVIEW = ("--period", "2024-Q1", "--as-of", "2024-04-25")
TODAY = ("--today", "2024-04-25")
LIST = ("--column", "task=No", "--column", "title_vi=Work", "--assigned-on", "2024-03-31")


def told(result, code, *parts):
    """The one line on standard error."""
    text = result.stderr.decode()
    assert result.returncode == code, (result.returncode, text)
    assert result.stdout == b""
    assert text.startswith("mandate: ") and text.endswith("\n") and text.count("\n") == 1, text
    for part in parts:
        assert part in text, text
    return text


def as_json(*commands):
    return "\n".join(json.dumps(command) for command in commands).encode()


def agency(code, **more):
    return {"command": "add_agency", "agency": code, "name_vi": f"Agency {code}", **more}


def task(code, **more):
    return {"command": "assign_task", "task": code, "title_vi": "x", **more}


def link(code, of, after):
    return {"command": "link_tasks", "link": code, "task": of, "after": after}


# name, commands as JSON, what the line must say
BAD_JSON = [
    ("not JSON", b"hello", ["line 1", "column 1"]),
    ("cut short", b'{"command":"add_agency",\n"agency":"C"', ["line 2"]),
    ("a comma too many", b'[\n  {"command":"add_agency","agency":"C","name_vi":"C",}]', ["line 2"]),
    ("no command", b'{"agency":"C"}', ["command"]),
    ("an unknown command", b'\n\n{"command":"add_agncy","agency":"C"}', ["add_agncy", "line 3"]),
    ("an unknown field", as_json(agency("C", colour="red")), ["colour", "line 1"]),
    ("a missing field", as_json({"command": "add_agency", "agency": "C"}), ["name_vi"]),
    ("an empty title", as_json(task("T9", title_vi="")), ["title_vi"]),
    ("an empty title of spaces", as_json(task("T9", title_vi=" \t")), ["title_vi"]),
    ("an unknown agency", as_json(task("T9", lead="NOBODY")), ["NOBODY"]),
    ("a day that does not exist", as_json(task("T9", deadline="2024-02-30")), ["2024-02-30"]),
    ("a period that does not exist",
     as_json({"command": "plan_task", "task": "T01", "period": "2024-Q5"}), ["2024-Q5"]),
    ("a cycle of two", as_json(link("L1", "T01", "T03"), link("L2", "T03", "T01")), ["T01", "T03"]),
    ("a task that waits for itself", as_json(link("L1", "T01", "T01")), ["T01"]),
    ("a code that is taken", as_json(agency("D"), agency("D")), ["D"]),
    ("bytes that are not UTF-8", b'{"command":"add_agency","agency":"\xc3\x28","name_vi":"C"}',
     ["UTF-8"]),
    ("half a surrogate pair", b'{"command":"add_agency","agency":"\\ud800","name_vi":"C"}',
     ["line 1"]),
    ("a NUL", b'{"command":"add_agency","agency":"a\\u0000b","name_vi":"C"}', ["agency"]),
    ("a number too large", as_json({"command": "report_progress", "task": "T01", "percent": 101}),
     ["percent", "101"]),
    ("the last of many", as_json(agency("C"), agency("D"), task("T9", lead="NOBODY")), ["NOBODY"]),
]


@pytest.mark.parametrize("name, data, parts", BAD_JSON, ids=[case[0] for case in BAD_JSON])
@pytest.mark.parametrize("verb", ["import", "record"])
def test_bad_commands_leave_the_ledger_alone(command, ledger_file, files_in, verb, name, data,
                                             parts):
    del name
    before = files_in(ledger_file.parent)
    told(command(verb, ledger_file, "-", *TODAY, stdin=data), 3, *parts)
    assert files_in(ledger_file.parent) == before


@pytest.mark.parametrize("name, data, parts", BAD_JSON, ids=[case[0] for case in BAD_JSON])
def test_a_failed_import_makes_no_ledger(command, tmp_path, files_in, name, data, parts):
    del name, parts
    told(command("import", tmp_path / "new.ledger", "-", *TODAY, stdin=data), 3)
    assert files_in(tmp_path) == {}


@pytest.mark.parametrize("bad", [b"a\xffb", b"a\\ud800b"], ids=["a byte", "half a pair"])
@pytest.mark.parametrize("take", ["import_json", "record"])
def test_what_is_no_text_names_the_field_that_holds_it(bad, take):
    data = b'[{"command": "add_agency", "agency": "C", "name_vi": "%s"}]' % bad
    with mandate.memory() as ledger:
        with pytest.raises(mandate.InputError) as caught:
            if take == "record":
                ledger.record([{"command": "add_agency", "agency": "C", "name_vi": "a\ud800b"}],
                              actor="x", today="2024-04-25")
            else:
                ledger.import_json(data, actor="x", today="2024-04-25")
        assert caught.value.facts["field"] == "name_vi"
        assert caught.value.facts["rule"] in ("invalid_utf8", "malformed")
        assert ledger.revision == 0


BAD_CSV = [
    ("a quote that never ends", b'No,Work\n1,"Bind\n', ["line 2"]),
    ("a quote inside a cell", b'No,Work\n1,Bi"nd\n', ["line 2", "column"]),
    ("a cell too many", b"No,Work\n1,Bind\n2,Shelve,again\n", ["line 3"]),
    ("bytes that are not UTF-8", b"No,Work\n1,B\xc3\x28nd\n", ["UTF-8"]),
    ("an empty title", b"No,Work\n1,Bind\n2,\n", ["title_vi"]),
    ("a code twice", b"No,Work\n1,Bind\n1,Shelve\n", ["1"]),
    ("nothing at all", b"", []),
]


@pytest.mark.parametrize("name, data, parts", BAD_CSV, ids=[case[0] for case in BAD_CSV])
def test_bad_lists_leave_the_ledger_alone(command, ledger_file, files_in, name, data, parts):
    del name
    before = files_in(ledger_file.parent)
    told(command("import", ledger_file, "-", "--format", "csv", *LIST, *TODAY, stdin=data), 3,
         *parts)
    assert files_in(ledger_file.parent) == before


def test_a_column_that_is_not_in_the_file(command, ledger_file, files_in):
    before = files_in(ledger_file.parent)
    told(command("import", ledger_file, "-", "--format", "csv", *LIST, "--column", "lead=Who",
                 stdin=b"No,Work\n1,Bind\n"), 2, "Who")
    told(command("import", ledger_file, "-", "--format", "csv", "--column", "colour=Work",
                 "--assigned-on", "2024-03-31", stdin=b"No,Work\n1,Bind\n"), 3, "colour")
    told(command("import", ledger_file, "-", "--format", "csv", "--column", "task",
                 "--assigned-on", "2024-03-31", stdin=b"No,Work\n1,Bind\n"), 3, "FIELD=HEADING")
    told(command("import", ledger_file, "-", "--format", "csv", "--column", "task=No",
                 "--assigned-on", "2024-02-30", stdin=b"No,Work\n1,Bind\n"), 3, "2024-02-30")
    assert files_in(ledger_file.parent) == before


def commands_on(path):
    return [("review", path, *REVIEW), ("ask", path, "tasks", "--as-of", "2024-04-25"),
            ("verify", path), ("record", path, "-")]


def test_a_missing_ledger(command, tmp_path, files_in):
    for arguments in commands_on(tmp_path / "absent.ledger"):
        told(command(*arguments), 4, "absent.ledger")
    told(command("import", tmp_path / "no folder" / "x.ledger", "-", stdin=as_json(agency("C"))), 4,
         "x.ledger")
    assert files_in(tmp_path) == {}


@pytest.mark.parametrize("content", [b"", b"hello\n", b"SQLite format 3\0" + b"\0" * 84,
                                     bytes(range(256)) * 20],
                         ids=["empty", "text", "the head of SQLite", "noise"])
def test_a_file_that_is_no_ledger(command, tmp_path, files_in, content):
    path = tmp_path / "some.file"
    path.write_bytes(content)
    for arguments in commands_on(path):
        told(command(*arguments), 4, "some.file")
    told(command("import", path, "-", stdin=as_json(agency("C"))), 4, "some.file")
    assert files_in(tmp_path) == {"some.file": content}


def test_a_folder_and_a_foreign_database(command, tmp_path, files_in):
    folder = tmp_path / "folder"
    folder.mkdir()
    database = tmp_path / "other.sqlite"
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE event (seq INTEGER)")
    other.close()
    before = files_in(tmp_path)
    for path in (folder, database):
        for arguments in commands_on(path):
            told(command(*arguments), 4, path.name)
        told(command("import", path, "-", stdin=as_json(agency("C"))), 4, path.name)
    assert files_in(tmp_path) == before


# Root may do everything, but for what is taken from it.
WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search",
                  "--") if os.geteuid() == 0 else ()


def test_without_rights(command, ledger_file, files_in):
    before = files_in(ledger_file.parent)
    ledger_file.chmod(0)
    for arguments in commands_on(ledger_file):
        told(command(*arguments, under=WITHOUT_RIGHTS), 4, "record.ledger", "ermission")
    ledger_file.chmod(0o400)
    line = json.dumps(agency("C")).encode()
    told(command("record", ledger_file, "-", stdin=line, under=WITHOUT_RIGHTS), 4, "record.ledger")
    ledger_file.chmod(0o600)
    assert files_in(ledger_file.parent) == before

    ledger_file.parent.chmod(0o500)
    told(command("import", ledger_file.parent / "new.ledger", "-", stdin=as_json(agency("C")),
                 under=WITHOUT_RIGHTS), 4, "new.ledger")
    shown = command("review", ledger_file, *REVIEW, under=WITHOUT_RIGHTS)
    assert (shown.returncode, shown.stderr) == (0, b""), "it may be read"
    ledger_file.parent.chmod(0o700)
    assert files_in(ledger_file.parent) == before


def test_a_ledger_of_a_newer_version(command, ledger_file, files_in):
    with sqlite3.connect(ledger_file) as database:
        database.execute("PRAGMA user_version = 2")
    database.close()
    before = files_in(ledger_file.parent)
    for arguments in commands_on(ledger_file):
        told(command(*arguments), 4, ledger_file.name, "newer")
    told(command("import", ledger_file, "-", stdin=as_json(agency("C"))), 4, "newer")
    assert files_in(ledger_file.parent) == before


@pytest.mark.parametrize("arguments, code, parts", [
    (("--period", "2024-Q5", "--as-of", "2024-04-25"), 3, ["2024-Q5"]),
    (("--period", "Q1", "--as-of", "2024-04-25"), 3, ["Q1"]),
    (("--period", "2024-Q1", "--as-of", "2024-02-30"), 3, ["2024-02-30"]),
    (("--period", "2024-Q1", "--as-of", "today"), 3, ["today"]),
    (("--period", "2024-Q1", "--as-of", "2023-12-31"), 3, ["2023-12-31"]),
    ((*REVIEW, "--known-at", "yesterday"), 3, ["yesterday"]),
    ((*REVIEW, "--agency", "NOBODY"), 3, ["NOBODY"]),
    ((*REVIEW, "--viewer", "NOBODY"), 3, ["NOBODY"]),
    ((*REVIEW, "--viewer", b"\xc3\x28"), 3, ["UTF-8"]),
    ((*REVIEW, "--lang", "fr"), 2, ["--lang", "fr"]),
    ((*REVIEW, "--format", "pdf"), 2, ["--format", "pdf"]),
    (("--period", "2024-Q1"), 2, ["--as-of"]),
    (("--as-of", "2024-04-25"), 2, ["--period"]),
    ((*REVIEW, "--colour"), 2, ["--colour"]),
    ((*REVIEW, "--agency"), 2, ["--agency"]),
])
def test_reviews_that_cannot_be_given(command, ledger_file, files_in, arguments, code, parts):
    before = files_in(ledger_file.parent)
    told(command("review", ledger_file, *arguments), code, *parts)
    assert files_in(ledger_file.parent) == before


@pytest.mark.parametrize("arguments, code, parts", [
    (("tasks", "--as-of", "2024-02-30"), 3, ["2024-02-30"]),
    (("tasks", "--as-of", "2024-04-25", "colour=red"), 3, ["colour"]),
    (("tasks", "--as-of", "2024-04-25", "title_vi=red"), 3, ["title_vi"]),
    (("tasks", "--as-of", "2024-04-25", "limit=many"), 3, ["limit", "many"]),
    (("tasks", "--as-of", "2024-04-25", "limit=-1"), 3, ["limit"]),
    (("tasks", "--as-of", "2024-04-25", "task_class=late"), 3, ["task_class", "late"]),
    (("tasks", "--as-of", "2024-04-25", "agency=NOBODY"), 3, ["NOBODY"]),
    (("tasks", "--as-of", "2024-04-25", "limit"), 2, ["limit", "ARG=VALUE"]),
    (("dependencies", "--as-of", "2024-04-25"), 2, ["dependencies"]),
    (("tasks",), 2, ["--as-of"]),
])
def test_questions_that_cannot_be_answered(command, ledger_file, arguments, code, parts):
    told(command("ask", ledger_file, *arguments), code, *parts)


@pytest.mark.parametrize("arguments, parts", [
    ((), ["mandate --help"]),
    (("reviw",), ["reviw"]),
    (("review",), ["LEDGER"]),
    (("--colour",), ["--colour"]),
    (("verify", "x", "y"), ["y"]),
    (("import", "x.ledger", "-", "--column", "task=No"), ["--column"]),
])
def test_wrong_use(command, tmp_path, arguments, parts):
    told(command(*arguments, cwd=tmp_path), 2, *parts)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read(command, ledger_file, tmp_path):
    for verb in ("import", "record"):
        told(command(verb, ledger_file, tmp_path / "absent.json"), 3, "absent.json")
        told(command(verb, ledger_file, tmp_path), 3, str(tmp_path))
