"""The example records: together they use every command, each is imported without an error, and
what the README of province-b works out by hand is what the ledger answers."""

import json
import pathlib

import pytest

import mandate
from mandate import commands

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
RECORDS = sorted(EXAMPLES.glob("*/record.json"))
PROVINCE_B = EXAMPLES / "province-b" / "record.json"
ORDER = EXAMPLES / "province-b" / "order.json"
TODAY = "2025-01-10"

# What is odd in a real source, and is kept as it stands there.
ODDITIES = {"nghe-an": ["task.due_before_assignment"]}

# What cannot stand in a record, and why. A command that can belongs into a record, not here.
MADE_IN_THE_LEDGER = {
    "sign_event",   # over the identity of one ledger: by the host, or `mandate sign`
    "shred_event",  # what it destroys is in the ledger already: in ORDER, recorded afterwards
}


def commands_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["commands"]


def row(table, **where):
    """The one row of which these columns have these values."""
    found = [r for r in table if all(r[k] == v for k, v in where.items())]
    assert len(found) == 1, (where, len(found))
    return found[0]


def column_by(table, key, value):
    return {r[key]: r[value] for r in table}


@pytest.fixture(scope="module")
def province():
    with mandate.memory() as made:
        made.import_json(PROVINCE_B, actor="clerk-1", today=TODAY)
        yield made


def test_every_command_occurs_in_an_example_record():
    used = {given["command"] for path in RECORDS for given in commands_of(path)}
    known = {command["name"] for command in mandate.describe()["commands"]}
    assert sorted(known - used - MADE_IN_THE_LEDGER) == []
    assert {given["command"] for given in commands_of(ORDER)} == {"shred_event"}


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.parent.name)
def test_a_record_is_imported_whole_and_without_an_unknown_finding(path):
    with mandate.memory() as made:
        outcome = made.import_json(path, actor="clerk-1", today="2026-01-01")
        assert outcome.revision == len(commands_of(path))
        assert [f.key for f in outcome.findings] == ODDITIES.get(path.parent.name, [])
        assert made.verify() == []


def test_the_decision_moves_each_instance_to_its_new_lead(province):
    def leads(day):
        return column_by(province.tasks(as_of=day), "task", "leads")

    before, after, now = leads("2024-06-28"), leads("2024-07-01"), leads(TODAY)
    changed = {task: lead for task, lead in after.items() if before[task] != lead}
    assert changed == {"task-1/agency-a": "agency-d", "task-2": "agency-e",
                       "task-2/2024-Q3": "agency-e", "task-4": "agency-e"}
    assert after["task-2/2024-Q2"] == "agency-a"  # done before
    assert {task: lead for task, lead in now.items() if after.get(task) != lead} == {
        "task-1/agency-c": "agency-b", "task-2/2024-Q4": "agency-e", "task-2/2025-Q1": "agency-e"}
    assert column_by(province.agencies(as_of=TODAY), "agency", "ended_how") == {
        "agency-a": "split", "agency-c": "dissolved", "agency-b": None, "agency-d": None,
        "agency-e": None, "board": None, "office": None, "inspection": None, "unit-1": None}
    assert row(province.agencies(as_of=TODAY), agency="unit-1")["parent"] == "agency-e"
    for day, post in (("2024-06-30", "head-a"), ("2024-07-01", "head-d")):
        held = province.post_holders(as_of=day)
        assert [r["post"] for r in held if r["official"] == "person-2"] == [post]


def test_what_the_ended_agencies_left_open_and_who_took_it(province):
    left = [(r["agency"], r["code"], r["taken_by"], str(r["taken_on"]), r["open"])
            for r in province.left_open(as_of=TODAY)]
    july, nobody = "2024-07-01", ("agency-a", "rec-2", None, "None", 1)
    assert sorted(left, key=str) == sorted([
        ("agency-a", "task-1/agency-a", "agency-d", july, 0),
        ("agency-a", "task-2", "agency-e", july, 1),
        ("agency-a", "task-2/2024-Q3", "agency-e", july, 0),
        ("agency-a", "task-4", "agency-e", july, 1),
        ("agency-a", "rec-1", "agency-d", july, 0), nobody,
        ("agency-a", "document-review-1", "agency-d", july, 0),
        ("agency-c", "task-1/agency-c", "agency-b", "2025-01-06", 1),
        ("agency-c", "rec-1", None, "None", 1),  # answered, and not judged
        ("agency-c", "rec-2", None, "None", 1)], key=str)


def test_the_closed_review_has_the_classes_worked_out_by_hand(province):
    closed = json.loads(province.closed_review("review-q3").json)
    at_end, at_cut_off = closed["class_at_end"], closed["class_at_cut_off"]
    assert {name: (n, at_cut_off[name]) for name, n in at_end.items() if n or at_cut_off[name]} == {
        "done_in_time": (4, 4), "done_late": (0, 2), "open_overdue": (2, 2),
        "open_in_time": (3, 1), "total": (9, 9)}
    assert closed["rates"]["completion_due"]["numerator"] == 4
    assert closed["rates"]["completion_due"]["denominator"] == 6
    late = {t["task"]: t["working_days_late"] for t in closed["tasks"] if t["working_days_late"]}
    assert late == {"task-1/agency-b": 2, "task-1/agency-c": 11, "task-3": 18, "task-4": 85,
                    "task-1": 11}
    assert column_by(province.carried_over(as_of=TODAY), "task", "kind") == {
        "task-4": "late", "task-1/agency-c": "planned", "task-7": "planned"}
    assert [(r["task"], str(r["due"]), r["state"])
            for r in province.owed_explanations(as_of=TODAY)] == [("task-3", "2024-11-15",
                                                                   "overdue")]
    assert row(province.reviews(as_of=TODAY), review="review-q3")["closed_by"] == "person-1"
    assert province.review_comments(as_of=TODAY)["agency"] == ["agency-b"]


def test_overdue_days_at_the_end_of_the_quarter(province):
    late = column_by(province.slow_tasks(as_of="2024-09-30"), "task", "days_late")
    assert (late["task-3"], late["task-4"]) == (10, 74)


def test_the_table_of_extensions(province):
    assert [(r["task"], str(r["decided_on"]), r["what"], str(r["after"]))
            for r in province.extensions(as_of=TODAY)] == [
        ("task-3", "2024-08-12", "granted", "2024-09-16"),
        ("task-3", "2024-09-13", "refused", "2024-10-31")]
    by = {"actor": "board", "today": TODAY}
    province.check([commands.revise_deadline("task-4", deadline="2024-08-13")], **by)
    with pytest.raises(mandate.Error, match="table of extensions"):
        province.check([commands.revise_deadline("task-4", deadline="2024-08-14")], **by)


def test_explanations_conditions_and_expected_documents(province):
    assert [(r["by"], r["decision"], r["cause"]) for r in province.explanations(as_of=TODAY)] == [
        ("agency-a", "returned", "means.archive"), ("agency-e", "accepted", "means.archive")]
    waited = row(province.conditions(as_of=TODAY), task="task-5")
    assert (waited["owed_by"], str(waited["until"]), waited["days"]) == ("agency-b", "2024-06-03",
                                                                         20)
    assert str(row(province.tasks(as_of=TODAY), task="task-6")["finished_on"]) == "2024-07-30"


def test_reviews_of_documents_and_the_work_programme(province):
    made = province.document_reviews(as_of=TODAY)
    assert column_by(made, "document_review", "state") == {"document-review-1": "done",
                                                           "document-review-2": "dropped"}
    assert row(made, document_review="document-review-1")["times_postponed"] == 1
    item = row(province.programme_items(as_of=TODAY, period="2024"), item="item-1")
    assert (item["state"], item["meeting"]) == ("considered", "meeting-1")


def test_without_the_delegation_the_submission_is_refused(tmp_path):
    given = json.loads(PROVINCE_B.read_text(encoding="utf-8"))
    given["commands"] = [c for c in given["commands"] if c["command"] != "delegate_rights"]
    changed = tmp_path / "record.json"
    changed.write_text(json.dumps(given), encoding="utf-8")
    with mandate.memory() as made:
        with pytest.raises(mandate.Error, match="submit_task: actor agency-b may not"):
            made.import_json(changed, actor="clerk-1", today=TODAY)
        assert made.revision == 0


def test_who_sees_the_task_for_internal_use(province):
    def sees(agency):
        return "task-7" in list(province.tasks(as_of=TODAY, viewer=agency)["task"])

    assert [agency for agency in ("board", "office", "inspection", "agency-b", "agency-d",
                                  "agency-e") if sees(agency)] == ["board", "office",
                                                                   "inspection", "agency-b"]


def test_the_calendar_of_an_agency_and_the_days_of_tet(province, tmp_path, command):
    september = ("2024-08-31", "2024-09-30")
    assert province.calendar(as_of=TODAY).count(*september) == 19
    assert province.calendar(as_of=TODAY, agency="agency-b").count(*september) == 23
    assert province.calendar(as_of=TODAY).count("2025-01-26", "2025-02-02") == 0
    path = tmp_path / "province-b.mandate"
    assert command("import", path, PROVINCE_B, "--actor", "clerk-1").returncode == 0
    year = command("calendar", "2025", path, "--lang", "en").stdout
    tet = [line for line in year.splitlines() if b"Lunar New Year" in line]
    assert len(tet) == 5 and all(b"announced 3 December 2024" in line for line in tet)


def test_limits_of_slow_work_and_the_rule_of_rating(province):
    put_off = row(province.slow_tasks(as_of="2024-09-20"), task="task-3")
    assert (put_off["why"], put_off["days_late"]) == ("extended silent", 4)
    rated = province.ratings(as_of="2024-10-15", period="2024-Q3")
    assert column_by(rated, "agency", "best_rating") == {
        "agency-b": "not_completed", "agency-c": "good", "agency-d": "good",
        "agency-e": "not_completed"}
    assert set(rated["regulation"]) == {"03-QĐ/PB"}


def test_words_destroyed_by_order_after_the_import(tmp_path, command):
    path = tmp_path / "province-b.mandate"
    assert command("import", path, PROVINCE_B, "--actor", "clerk-1").returncode == 0
    words = "Người 3".encode()
    assert words in path.read_bytes()
    refused = command("record", path, ORDER, "--actor", "agency-b")
    assert refused.returncode == 3 and b"this is for: office" in refused.stderr
    done = command("record", path, ORDER, "--actor", "office", "--today", TODAY)
    assert done.returncode == 0, done.stderr
    assert words not in path.read_bytes()
    told = command("verify", path)
    order = len(commands_of(PROVINCE_B)) + 1
    assert b"event 42: its words were destroyed by event %d\n" % order in told.stdout
    with mandate.open(path, mode="read") as made:
        assert row(made.tasks(as_of="2024-05-08"), task="task-5")["percent"] == 20
        assert made.review_differences(review="review-q3", as_of=TODAY)["task"] == []


def test_an_order_to_destroy_words_cannot_stand_in_an_imported_record(tmp_path):
    given = json.loads(PROVINCE_B.read_text(encoding="utf-8"))
    order = {**commands_of(ORDER)[0], "actor": "office",
             "recorded_at": f"{TODAY}T09:00:00+07:00"}
    given["commands"].append(order)
    both = tmp_path / "record.json"
    both.write_text(json.dumps(given), encoding="utf-8")
    with mandate.memory() as made:
        with pytest.raises(mandate.Error, match="same batch"):
            made.import_json(both, actor="clerk-1", today=TODAY)
