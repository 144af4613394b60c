"""The command line, used as it is meant to be."""

import json
import os
import pathlib
import re

import pytest
from conftest import BY, RECORD

import mandate

REVIEW = ("--period", "2024-Q1", "--as-of", "2024-04-25")


def lines(*commands):
    return "\n".join(json.dumps(command) for command in commands).encode()


def test_version(command):
    result = command("--version")
    assert result.returncode == 0
    assert result.stdout.decode() == f"mandate {mandate.__version__}\n"
    cmake = (pathlib.Path(__file__).parents[2] / "CMakeLists.txt").read_text()
    assert mandate.__version__ == re.search(r"project\(mandate VERSION ([\d.]+)", cmake).group(1)


def test_help_explains_every_option(command):
    for name in ("import", "record", "check", "review", "close", "ask", "search", "changes", "describe",
                 "calendar", "day", "schedule", "agencies", "cycles", "task", "backup", "export", "sign",
                 "verify"):
        assert name in command("--help").stdout.decode()
        text = command(name, "--help").stdout.decode()
        assert command(name, "--help").returncode == 0
        options = re.findall(r"^  ((?:-\w,)?--[\w-]+)[^\n]*?(?:  |\n {20,})(\S[^\n]*)$", text, re.M)
        assert len(options) == len(re.findall(r"^  (?:-\w,)?--", text, re.M))
        assert all(len(doc) > 8 for _, doc in options), options


def test_from_import_to_review(command, tmp_path):
    ledger = tmp_path / "new.ledger"
    result = command("import", ledger, "-", "--today", "2024-04-25", stdin=lines(*RECORD))
    assert result.returncode == 0, result.stderr
    assert result.stdout == b"7 events recorded, revision 7, 0 notes\n"
    for form, begins in (("text", b""), ("json", b"{"), ("html", b"<!DOCTYPE html>")):
        for lang in ("vi", "en", "tr"):
            shown = command("review", ledger, *REVIEW, "--format", form, "--lang", lang)
            assert shown.returncode == 0, shown.stderr
            assert shown.stdout.startswith(begins) and b"T01" in shown.stdout
    assert command("verify", ledger).stdout == b"7 events, 0 findings\n"


def test_search_and_changes_are_the_questions_of_these_names(command, ledger_file):
    at = ("--as-of", "2024-04-25", "--format", "json")
    found = command("search", ledger_file, "luu", "TRU", *at)
    assert found.stdout == command("ask", ledger_file, "search", "text=luu TRU", *at).stdout
    assert b"T03" in found.stdout
    of_kind = command("search", ledger_file, "luu", "--kind", "document", *at)
    assert of_kind.returncode == 0 and b"T03" not in of_kind.stdout
    since = command("changes", ledger_file, "--since", "3", "--agency", "A", *at)
    assert since.stdout == command("ask", ledger_file, "changes", "since=3", "agency=A", *at).stdout
    assert b"assign_task" in since.stdout
    for wrong, code in ((("search", ledger_file, ""), 2), (("search", ledger_file), 2),
                        (("search", ledger_file, "x", "--kind", "tsk"), 3),
                        (("changes", ledger_file), 2), (("changes", ledger_file, "--since", "x"), 3),
                        (("changes", ledger_file, "--since", "0", "--agency", "Z"), 3)):
        result = command(*wrong)
        assert result.returncode == code and result.stdout == b"", (wrong, result)
        assert result.stderr.count(b"\n") == 1


def test_import_of_a_list(command, ledger_file, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("No,Work,Who\n1,Bind the files,First agency\n2,Shelve them,Unheard-of body\n")
    result = command("import", ledger_file, path, "--column", "task=No", "--column",
                     "title_vi=Work", "--column", "lead=Who", "--code-prefix", "L-", "--document",
                     "D1", "--assigner", "A", "--assigned-on", "2024-03-31", "--source", "a list",
                     "--today", "2024-04-25")
    assert result.returncode == 0, result.stderr
    assert result.stdout == b"2 events recorded, revision 9, 1 note\n"
    note, = result.stderr.decode().splitlines()
    assert note.startswith("note: ") and "Unheard-of body" in note


def test_record_and_repeat(command, ledger_file):
    agency = lines({"command": "add_agency", "agency": "C", "name_vi": "Agency C"})
    for count in (1, 0):
        result = command("record", ledger_file, "-", "--actor", "Office", "--request-id", "r1",
                         stdin=agency)
        assert result.returncode == 0, result.stderr
        assert result.stdout.decode() == f"{count} event{'s' * (count != 1)} recorded, revision 8\n"


def test_check_says_whether_and_records_nothing(command, ledger_file, files_in):
    before = files_in(ledger_file.parent)
    report = {"command": "report_progress", "task": "T01", "percent": 10}
    result = command("check", ledger_file, "-", "--today", "2024-04-25", stdin=lines(report))
    assert (result.returncode, result.stdout) == (0, b"yes\n")
    result = command("check", ledger_file, "-", "--today", "2024-04-25",
                     stdin=lines(report, {**report, "task": "NONE"}))
    assert result.returncode == 1
    assert result.stdout.startswith(b"no: command 2: report_progress: task NONE is not in the")
    assert command("check", ledger_file, "-", stdin=b"{").returncode == 3
    assert files_in(ledger_file.parent) == before


def test_check_before_the_first_file_judges_as_the_import_that_makes_the_ledger(command, tmp_path,
                                                                               files_in):
    path = tmp_path / "new.mandate"
    agency = {"command": "add_agency", "agency": "A", "name_vi": "A", "effective_on": "2023-01-01",
              "recorded_at": "2023-01-02T08:00:00+07:00", "actor": "clerk"}
    task = {"command": "assign_task", "task": "T", "title_vi": "t", "lead": ["A"],
            "effective_on": "2024-01-02", "deadline": "2024-03-01"}
    result = command("check", path, "-", stdin=lines(agency, task))
    assert (result.returncode, result.stdout) == (0, b"yes\n")
    assert b"does not exist yet" in result.stderr
    result = command("check", path, "-", stdin=lines(agency, {**task, "lead": ["B"]}))
    assert result.returncode == 1
    assert result.stdout.startswith(b"no: ") and b"lead B is not in the ledger" in result.stdout
    assert command("check", path, "-", stdin=b"{").returncode == 3
    assert files_in(tmp_path) == {}
    assert command("import", path, "-", stdin=lines(agency, task)).returncode == 0
    assert command("check", tmp_path / "none" / "new.mandate", "-",
                   stdin=lines(agency)).returncode == 4, "import could not make that file"


def test_every_question_takes_a_viewer(command, ledger_file):
    for verb in (("review", ledger_file, *REVIEW), ("ask", ledger_file, "tasks", *REVIEW[2:]),
                 ("schedule", ledger_file), ("agencies", ledger_file), ("cycles", ledger_file),
                 ("task", ledger_file, "T01")):
        assert command(*verb, "--viewer", "A").returncode == 0, verb
        nobody = command(*verb, "--viewer", "NOBODY")
        assert nobody.returncode == 3 and b"NOBODY" in nobody.stderr


def test_ask_as_text_and_json(command, ledger_file):
    shown = command("ask", ledger_file, "tasks", "--as-of", "2024-04-25", "task_class=open_overdue")
    head, row = shown.stdout.decode().splitlines()
    assert head.split()[:3] == ["task", "title", "class"]
    assert row.startswith("T01") and "2024-03-15" in row and "open_overdue" in row

    shown = command("ask", ledger_file, "tasks", "limit=2", "--as-of", "2024-04-25", "offset=1",
                    "--format", "json")
    rows = json.loads(shown.stdout)["rows"]
    assert [row["task"] for row in rows] == ["T02", "T03"]
    assert rows[0]["finished_on"] == "2024-03-18" and rows[1]["deadline"] is None
    with mandate.open(ledger_file) as ledger:
        table = ledger.tasks(as_of="2024-04-25", offset=1, limit=2)
    assert list(rows[0]) == table.columns

    agencies = command("ask", ledger_file, "agencies", "--as-of", "2024-04-25", "--format", "json")
    assert [row["open_tasks"] for row in json.loads(agencies.stdout)["rows"]] == [0, 1]
    empty = command("ask", ledger_file, "tasks", "--as-of", "2023-01-01", "--format", "json")
    assert json.loads(empty.stdout) == {"rows": []}


def test_known_at_takes_an_instant_or_a_day(command, ledger_file):
    for known_at, count in (("2024-04-24", 0), ("2024-04-25", 3),
                            ("2024-04-25T18:59:59+07:00", 0), ("2024-04-25T12:00:00Z", 3),
                            ("1970-01-01T00:00:00Z", 0)):
        shown = command("ask", ledger_file, "tasks", "--as-of", "2024-04-25", "--known-at",
                        known_at, "--format", "json")
        assert len(json.loads(shown.stdout)["rows"]) == count, known_at


def test_the_review_of_one_agency(command, ledger_file):
    shown = command("review", ledger_file, *REVIEW, "--agency", "B", "--viewer", "B",
                    "--format", "json")
    assert shown.returncode == 0, shown.stderr
    assert b"T03" not in shown.stdout


def test_output_is_written_whole_or_not_at_all(command, ledger_file, files_in, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    page = folder / "review.html"
    page.write_text("old")
    link = folder / "link.html"
    link.symlink_to(page)
    assert command("review", ledger_file, *REVIEW, "--format", "html", "-o", link).returncode == 0
    assert link.is_symlink() and page.read_text().startswith("<!DOCTYPE html>")
    assert sorted(files_in(folder)) == ["link.html", "review.html"]

    result = command("review", ledger_file, *REVIEW, "-o", folder / "absent" / "x.txt")
    assert result.returncode == 4
    assert result.stderr.decode().startswith("mandate: cannot write ")
    assert command("review", ledger_file, *REVIEW, "-o", "/dev/null").returncode == 0
    assert pathlib.Path("/dev/null").is_char_device()

    before = files_in(ledger_file.parent)
    assert command("review", ledger_file, "--period", "2024-Q5", "--as-of", "2024-04-25", "-o",
                   ledger_file.parent / "x.txt").returncode == 3
    assert files_in(ledger_file.parent) == before


def test_no_command_writes_over_a_ledger(command, ledger_file, tmp_path):
    other = tmp_path / "other.ledger"
    assert command("backup", ledger_file, other).returncode == 0
    link = tmp_path / "link"
    link.symlink_to(other)
    report = ("review", ledger_file, *REVIEW, "-o")
    tables = ("export", ledger_file, "--format", "sqlite", "--as-of", "2024-04-25", "-o")
    for ledger in (other, ledger_file, link):
        before = ledger.read_bytes()
        for how in (report, tables):
            shown = command(*how, ledger)
            assert (shown.returncode, shown.stdout) == (3, b"")
            assert shown.stderr.decode() == (
                f'mandate: "{ledger}" is a ledger, and is not written over\n')
            assert ledger.read_bytes() == before
    for how in (report, tables):
        for beside in ("-wal", "-shm", "-journal", "-snapshot"):
            shown = command(*how, f"{other}{beside}")
            assert shown.returncode == 3 and b"is part of a ledger" in shown.stderr
    for beside in ("-wal", "-shm", "-journal", "-snapshot"):
        shown = command("backup", ledger_file, f"{other}{beside}")
        assert shown.returncode == 3 and b"is part of a ledger" in shown.stderr
    second_name = tmp_path / "second name"
    os.link(ledger_file, second_name)
    for how in (report, tables):
        assert command(*how, second_name).returncode == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ledgers", "link", "other.ledger",
                                                          "second name"]
    second_name.unlink()
    assert command("verify", other).returncode == 0
    page = tmp_path / "page"
    for _ in range(2):
        assert command(*report, page).returncode == 0
    assert b"T01" in page.read_bytes()


def test_a_password_is_repeated_by_no_command(command, ledger_file, tmp_path):
    address = "postgresql://u:s3cr3t@127.0.0.1:1/db?ledger=a"
    as_path = os.path.normpath(address)  # "//" is "/" to it
    assert as_path.startswith("postgresql:/u")
    report = ("review", ledger_file, *REVIEW, "-o")
    tables = ("export", ledger_file, "--format", "sqlite", "--as-of", "2024-04-25", "-o")
    for name in (address, as_path):
        for how in (("verify", name), ("backup", ledger_file, name), (*report, name),
                    (*tables, name), ("check", name, "-", "--actor", "a")):
            shown = command(*how, cwd=tmp_path)
            assert shown.returncode in (2, 4), how
            assert b"s3cr3t" not in shown.stdout + shown.stderr, how
    with mandate.memory() as memory:
        memory.record(RECORD, **BY)
        for act in (mandate.open, memory.backup,
                    lambda path: memory.export_sqlite(path, as_of="2024-04-25")):
            with pytest.raises(mandate.Error) as told:
                act(pathlib.Path(address))
            assert "s3cr3t" not in str(told.value)
    assert [p.name for p in tmp_path.iterdir()] == ["ledgers"]


def test_rounding_is_an_option_of_the_review(command, tmp_path):
    """12 of 31 tasks below 01-NQ/PA are done: 38.7096 %."""
    file = tmp_path / "a.ledger"
    record = pathlib.Path(__file__).resolve().parents[2] / "examples" / "province-a" / "record.json"
    assert command("import", file, record, "--actor", "a", "--today", "2024-04-25").returncode == 0
    for options, printed, other in (((), b"38.71%", b"38.70%"),
                                    (("--rounding", "half_up"), b"38.71%", b"38.70%"),
                                    (("--rounding", "truncated"), b"38.70%", b"38.71%")):
        for form in ("text", "html"):
            shown = command("review", file, *REVIEW, "--lang", "en", "--format", form, *options)
            assert printed in shown.stdout and other not in shown.stdout
    assert command("review", file, *REVIEW, "--rounding", "up").returncode == 2


def test_an_empty_option_is_refused_and_asks_about_nothing(command, ledger_file):
    for option in ("--agency", "--viewer", "--known-at"):
        shown = command("review", ledger_file, *REVIEW, option, "")
        assert (shown.returncode, shown.stdout) == (2, b""), option
        assert f"{option[2:]} is empty" in shown.stderr.decode()


def test_describe_leads_to_every_question_and_command(command, ledger_file):
    described = mandate.describe()
    listed = command("describe").stdout.decode()
    for one in described["commands"] + described["questions"]:
        assert re.search(rf"^  {one['name']} +\S", listed, re.M), one["name"]
    shown = command("describe", "indicators").stdout.decode()
    question = next(q for q in described["questions"] if q["name"] == "indicators")
    for part in question["arguments"] + question["columns"]:
        assert re.search(rf"^  {part['name']} +\S", shown, re.M), part["name"]
    shown = command("describe", "assign_task").stdout.decode()
    assert re.search(r"^  task +code of the task, needed: ", shown, re.M)
    assert re.search(r"^  lead +code of the agency, may be repeated: ", shown, re.M)
    unknown = command("describe", "nonsense")
    assert (unknown.returncode, unknown.stdout) == (2, b"")
    assert unknown.stderr.decode() == (
        "mandate: there is no command or question nonsense; `mandate describe` lists them\n")
    unknown = command("ask", ledger_file, "nonsense", "--as-of", "2024-04-25")
    assert unknown.returncode != 0 and b"see `mandate describe`" in unknown.stderr
    unknown = command("ask", ledger_file, "tasks", "--as-of", "2024-04-25", "nonsense=1")
    assert unknown.returncode != 0 and b"see `mandate describe tasks`" in unknown.stderr


def test_reading_changes_nothing(command, ledger_file, files_in):
    before = files_in(ledger_file.parent)
    modified = ledger_file.stat().st_mtime_ns
    command("review", ledger_file, *REVIEW)
    command("ask", ledger_file, "agencies", "--as-of", "2024-04-25")
    command("verify", ledger_file)
    assert files_in(ledger_file.parent) == before
    assert ledger_file.stat().st_mtime_ns == modified


def test_a_full_standard_output_is_an_error(command, ledger_file):
    import subprocess
    if not os.path.exists("/dev/full"):
        return
    env = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    with open("/dev/full", "wb") as full:
        result = subprocess.run([os.environ["MANDATE_COMMAND"], "review", ledger_file, *REVIEW],
                                stdout=full, stderr=subprocess.PIPE, env=env, check=False)
    assert result.returncode == 4
    assert b"standard output" in result.stderr


def test_a_changed_event_is_found(command, ledger_file):
    import sqlite3
    with sqlite3.connect(ledger_file) as database:
        database.execute("UPDATE event SET payload = replace(payload, 'Agency B', 'Agency X')")
    database.close()
    result = command("verify", ledger_file)
    assert result.returncode == 1, result
    *findings, summary = result.stdout.decode().splitlines()
    assert summary == f"7 events, {len(findings)} findings"
    assert findings[0].startswith("event 2: the payload was altered")
    assert all("is set aside" in each for each in findings[1:])


@pytest.mark.parametrize("words, told", [
    (["reviw"], "there is no command reviw; do you mean mandate review?"),
    (["reveiw", "LEDGER"], "there is no command reveiw; do you mean mandate review?"),
    (["LEDGER", "reviw", "2024-Q1"],
     "there is no command reviw; do you mean mandate review LEDGER?"),
    (["new.mandate", "taks", "T01"],
     "there is no command taks; do you mean mandate task new.mandate?"),
    (["--as-of", "2024-04-25", "agncies", "LEDGER"],
     "there is no command agncies; do you mean mandate agencies?"),
    (["frobnicate", "LEDGER"], "there is no command frobnicate; see mandate --help"),
    (["LEDGER", "review", "2024-Q1"],
     "the command comes first, then LEDGER: mandate review ..."),
    (["LEDGER", "ask", "tasks"], "the command comes first, then LEDGER: mandate ask ..."),
    (["verify", "LEDGER", "first", "second"],
     "not expected: first second; see mandate verify --help"),
    (["--nothing"], "not expected: --nothing; see mandate --help"),
])
def test_a_mistyped_command_is_told_with_the_nearest_one_wherever_it_stands(command, ledger_file,
                                                                            words, told):
    given = [str(ledger_file) if word == "LEDGER" else word for word in words]
    result = command(*given)
    assert result.returncode == 2
    assert result.stderr.decode() == f"mandate: {told}\n".replace("LEDGER", str(ledger_file))


def test_a_file_that_is_called_nearly_as_a_command_is_none(command, ledger_file):
    ledger_file.rename(ledger_file.with_name("tasks"))
    result = command("tasks", "reviw", cwd=ledger_file.parent)
    assert b"there is no command reviw; do you mean mandate review tasks?" in result.stderr
