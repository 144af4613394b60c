"""Recording and asking in Python."""

import copy
import datetime
import gc
import pickle

import pytest
from conftest import BY, NOW, RECORD

import mandate
from mandate import commands


def test_tasks_as_columns_and_rows(ledger):
    tasks = ledger.tasks(as_of="2024-04-25")
    assert len(tasks) == 3
    assert tasks["task"] == ["T01", "T02", "T03"]
    assert tasks["title"][2] == "Lưu trữ hồ sơ"
    assert tasks["deadline"] == [datetime.date(2024, 3, 15), datetime.date(2024, 3, 20), None]
    assert tasks["percent"] == [None, None, None]
    first = next(iter(tasks))
    assert first["class"] == "open_overdue" and first["awaiting_acceptance"] == 0
    assert list(tasks.to_dict()) == tasks.columns
    with pytest.raises(KeyError):
        tasks["no such column"]


def test_a_table_outlives_its_ledger():
    with mandate.memory() as ledger:
        ledger.record(RECORD, **BY)
        agencies = ledger.agencies(as_of="2024-04-25")
    gc.collect()
    assert agencies["agency"] == ["A", "B"]
    assert agencies["name_en"] == ["Agency A", None]


def test_an_empty_table():
    with mandate.memory() as ledger:
        tasks = ledger.tasks(as_of="2024-04-25")
    assert len(tasks) == 0 and list(tasks) == [] and tasks["task"] == [] and tasks["deadline"] == []


def test_arguments_of_questions(ledger):
    assert ledger.tasks(as_of="2024-04-25", agency="A")["task"] == ["T02"]
    assert ledger.tasks(as_of="2024-04-25", task_class="open_overdue")["task"] == ["T01"]
    assert ledger.tasks(as_of="2024-04-25", order="code", limit=1, offset=1)["task"] == ["T02"]
    assert len(ledger.ask("tasks", as_of=datetime.date(2024, 1, 31))) == 2
    with pytest.raises(mandate.InputError, match="title_vi") as caught:
        ledger.ask("tasks", as_of="2024-04-25", title_vi="x")
    assert caught.value.name == "unknown_field"
    with pytest.raises(mandate.InputError, match="nonsense"):
        ledger.ask("tasks", as_of="2024-04-25", nonsense=1)
    with pytest.raises(ValueError, match="dependencies"):
        ledger.ask("dependencies", as_of="2024-04-25")


@pytest.mark.parametrize("known_at, count", [
    (None, 3),
    (NOW, 3),
    (NOW - datetime.timedelta(microseconds=1), 0),
    ("2024-04-25T12:00:00Z", 3),
    ("2024-04-25T18:59:59+07:00", 0),
    ("2024-04-25", 3),  # its end
    (datetime.date(2024, 4, 24), 0),
    ("1970-01-01T00:00:00Z", 0),  # not MANDATE_HEAD
])
def test_what_was_known_then(ledger, known_at, count):
    assert len(ledger.tasks(as_of="2024-04-25", known_at=known_at)) == count


def test_a_review(ledger):
    review = ledger.review("2024-Q1", as_of="2024-04-25")
    assert isinstance(review.json, bytes) and review.json.startswith(b"{")
    assert review["tasks"][0]["task"] == review.tasks[0].task == "T01"
    assert review["review"]["revision"] == review.review.revision == len(RECORD)
    assert "T01" in review.text("en") and "T01" in review.text()
    assert review.html("tr").startswith("<!DOCTYPE html>")
    assert review.text("vi") != review.text("en") != review.text("tr")
    assert copy.copy(review).json == review.json
    with pytest.raises(AttributeError):
        review.no_such_member
    with pytest.raises(ValueError, match="'fr'"):
        review.text("fr")


def test_the_review_of_one_agency(ledger):
    assert b"T03" not in ledger.review("2024-Q1", as_of="2024-04-25", agency="B").json
    with pytest.raises(mandate.InputError, match="NOBODY"):
        ledger.review("2024-Q1", as_of="2024-04-25", agency="NOBODY")


def test_a_check_records_nothing(ledger):
    before = ledger.revision
    assert ledger.check(commands.add_agency("C", "Agency C"), actor="Office") == []
    assert ledger.revision == before


def test_errors_say_what_which_and_where(ledger):
    bad = [commands.add_agency("C", "Agency C"), commands.assign_task("T9", "x", lead="NOBODY")]
    before = ledger.revision
    with pytest.raises(mandate.InputError) as caught:
        ledger.record(bad, **BY)
    error = caught.value
    assert (error.code, error.name) == (-2003, "unknown_reference")
    assert error.details["schema"] == 1 and error.facts["command"] == "1"
    assert "NOBODY" in error.text and str(error) == error.text
    assert ledger.revision == before
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is mandate.InputError and again.details == error.details


def test_errors_by_who_can_mend_them(ledger, tmp_path):
    with pytest.raises(mandate.StorageError):
        mandate.open(tmp_path / "absent")
    with pytest.raises(mandate.UsageError, match="actor"):
        ledger.record(RECORD, actor="")
    assert issubclass(mandate.MachineError, mandate.Error)
    from mandate.errors import class_of
    assert class_of(-1001) is mandate.UsageError
    assert class_of(-9001) is mandate.Error


def test_a_request_is_recorded_once(ledger):
    first = ledger.record(commands.add_agency("C", "C"), **BY, request_id="r1")
    again = ledger.record(commands.add_agency("C", "C"), **BY, request_id="r1")
    assert first == again == ledger.revision == len(RECORD) + 1


def test_a_correction(ledger):
    event = ledger.record(commands.report_progress("T01", percent=40), **BY)
    ledger.record(commands.report_progress("T01", percent=60, corrects=event), **BY)
    assert ledger.tasks(as_of="2024-04-25")["percent"][0] == 60


def test_the_day_of_the_act_follows_the_ledger():
    late = datetime.datetime(2024, 4, 25, 18, tzinfo=datetime.timezone.utc)  # 26 April at +07:00
    with mandate.memory(utc_offset_minutes=420) as ledger:
        ledger.record(RECORD[0] | {"effective_on": "2024-01-01"}, actor="Office", now=late)
        ledger.record(commands.assign_task("T1", "x"), actor="Office", now=late)
        assert ledger.tasks(as_of="2024-04-25")["task"] == []
        assert ledger.tasks(as_of="2024-04-26")["assigned_on"] == [datetime.date(2024, 4, 26)]
        assert ledger.utc_offset_minutes == 420


def test_imports(tmp_path):
    path = tmp_path / "tasks.csv"
    path.write_text("No,Work,Who\n1,Bind the files,First agency\n2,Shelve them,Unheard-of body\n")
    with mandate.memory() as ledger:
        import json
        imported = ledger.import_json(json.dumps(RECORD[:3]), **BY)
        assert imported == (3, [])
        imported = ledger.import_csv(path, {"task": "No", "title_vi": "Work", "lead": "Who"},
                                     assigned_on="2024-03-31", code_prefix="L-", documents="D1",
                                     assigner="A", sources=["list"], **BY)
        assert imported.revision == 5
        assert len(imported.findings) == 1
        assert "Unheard-of body" in imported.findings[0].text
        tasks = ledger.tasks(as_of="2024-04-25")
        assert tasks["task"] == ["L-1", "L-2"]
        assert tasks["leads"][0] == "A"
        with pytest.raises(mandate.InputError) as caught:
            ledger.import_json(b'[{"command":"add_agency",\n "agency":}]', **BY)
        assert caught.value.facts["line"] == "2"
        with pytest.raises(FileNotFoundError):
            ledger.import_json(tmp_path / "absent.json", **BY)


def test_history_keeps_its_own_times_and_actors():
    old = commands.add_agency("A", "Agency A", effective_on="2020-01-01")
    old |= {"recorded_at": "2020-01-05T08:00:00+07:00", "actor": "Archive"}
    with mandate.memory() as ledger:
        import json
        ledger.import_json(json.dumps([old]), **BY)
        assert len(ledger.agencies(as_of="2024-04-25", known_at="2020-01-05")) == 1
        assert len(ledger.agencies(as_of="2024-04-25", known_at="2020-01-04")) == 0


def test_a_sound_chain(ledger):
    assert ledger.verify() == []


def test_a_closed_ledger_says_so(ledger):
    ledger.close()
    ledger.close()
    with pytest.raises(ValueError, match="closed"):
        ledger.tasks(as_of="2024-04-25")


@pytest.mark.parametrize("call, kind", [
    (lambda l: l.tasks(as_of="2024-02-30"), mandate.InputError),
    (lambda l: l.tasks(as_of="soon"), mandate.InputError),
    (lambda l: l.tasks(as_of="2024-04-25", limit=2**63), OverflowError),
    (lambda l: l.tasks(as_of="2024-04-25", limit=-1), mandate.InputError),
    (lambda l: l.tasks(as_of="2024-04-25", agency=b"A"), TypeError),
    (lambda l: l.tasks(as_of="2024-04-25", agency="\udc80"), mandate.InputError),
    (lambda l: l.tasks(as_of="2024-04-25", agency="a\0b"), mandate.InputError),
    (lambda l: l.tasks(as_of=20240425), TypeError),
    (lambda l: l.tasks(as_of=None), TypeError),
    (lambda l: l.record(RECORD, actor="x", now=datetime.datetime(2024, 4, 25)), ValueError),
    (lambda l: l.record(RECORD, actor=None), TypeError),
    (lambda l: l.record([{"command": object()}], actor="x"), (TypeError, AttributeError)),
    (lambda l: l.review("2024-Q5", as_of="2024-04-25"), mandate.InputError),
    (lambda l: mandate.memory(2**40), OverflowError),
    (lambda l: mandate.memory("420"), TypeError),
    (lambda l: mandate.open("x", mode="append"), ValueError),
])
def test_what_does_not_fit_is_refused_not_cut(ledger, call, kind):
    with pytest.raises(kind):
        call(ledger)


def test_every_command_and_question_has_its_function():
    table = mandate.describe()
    for command in table["commands"]:
        assert callable(getattr(commands, command["name"])), command["name"]
    for question in table["questions"]:
        assert callable(getattr(mandate.Ledger, question["name"])), question["name"]


def test_documents_agencies_and_programmes(ledger):
    day = "2024-04-25"
    ledger.record([
        commands.add_document("D0", "39-NQ/TW", "resolution", "A", dated="2023-07-18",
                              effective_on="2024-01-02"),
        commands.relate_documents("D1", "implements", "D0", effective_on="2024-01-03"),
        commands.add_clause("D0-I", "D0", "I", effective_on="2024-01-03"),
        commands.schedule_document_review("R1", "D0", "interim", deadline="2024-06-30", lead=["A"],
                                          effective_on="2024-01-03"),
        commands.add_programme("CT", "A", "2024-Q1", effective_on="2024-01-05"),
        commands.add_item("I1", "CT", "An item", planned_for="2024-03", task="T01",
                          effective_on="2024-01-05"),
        commands.rename_agency("B", "Agency B, renamed", effective_on="2024-02-01"),
        commands.dissolve_agency("B", "not needed", effective_on="2024-04-01"),
    ], **BY)
    assert ledger.lineage(as_of=day, task="T01")["code"] == ["T01", "D1", "I1", "D0", "CT"]
    assert ledger.below_document(as_of=day, document="D0")["total"][0] == 3
    assert ledger.orphan_clauses(as_of=day)["clause"] == ["D0-I"]
    assert ledger.orphan_tasks(as_of=day)["task"] == []
    documents = ledger.documents(as_of=day, in_force="in_force")
    assert documents["number"] == ["39-NQ/TW", "1-KH"] and documents["serial"] == [39, None]
    assert ledger.document_reviews(as_of=day, period="2024-Q2")["document_review"] == ["R1"]
    assert ledger.programme_items(as_of=day, period="2024-Q1")["state"] == ["overdue"]
    assert ledger.planned_work(as_of=day, period="2024-Q1")["planned"] == [1, 0, 0]
    assert ledger.left_open(as_of=day)["code"] == ["T01"]
    assert ledger.agency_figures(as_of=day)["total"][-1] == 3
    assert ledger.agency_changes(as_of=day)["change"] == ["renamed", "dissolved"]
    assert ledger.search(as_of=day, text="luu tru")["code"] == ["T03"]


def test_words_are_destroyed_by_order(ledger):
    ledger.record([commands.shred_event(4, "typed by mistake", ordered_by="12-QD",
                                        effective_on="2024-04-25")], **BY)
    assert ledger.tasks(as_of="2024-04-25")["title"] == ["", "Count the files", "Lưu trữ hồ sơ"]
    assert [finding.key for finding in ledger.verify()] == ["payload.shredded"]
