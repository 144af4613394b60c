"""Reviews that are closed, from Python and the command line."""

import hashlib
import json
import pathlib

import pytest

import mandate
from mandate import commands

BY = {"actor": "Office", "today": "2024-04-25"}
ROOT = pathlib.Path(__file__).resolve().parents[2]


def drafted(ledger, **more):
    ledger.record([
        commands.draft_review("R1", "A", "2024-Q1", "2024-04-25", effective_on="2024-04-20"),
        commands.send_review("R1", addressed_to=["B"], effective_on="2024-04-21"),
    ], **BY, **more)


def explained(ledger):
    ledger.record([commands.explain_delay(
        "T01", "subjective.capacity", agency="B", text="Few people", remedy="More people",
        proposed_deadline="2024-05-15", effective_on="2024-04-22")], **BY)


def test_a_closed_review_stays_what_it_was(ledger):
    drafted(ledger)
    explained(ledger)
    ledger.record([commands.close_review("R1", "A", effective_on="2024-04-25")], **BY)
    closed = ledger.closed_review("R1")
    kept = closed.json
    ledger.record([commands.submit_task("T01", agency="B", effective_on="2024-03-14")], **BY)
    assert ledger.closed_review("R1").json == kept
    assert closed.review.state == "closed"
    assert closed.review.closing.review == "R1"
    row = ledger.reviews(as_of="2024-04-25")
    assert list(row["state"]) == ["closed"]
    assert list(row["content_hash"]) == [hashlib.sha256(kept).hexdigest()]
    changed = ledger.review_differences(review="R1", as_of="2024-04-25")
    assert "T01" in list(changed["task"])
    assert list(ledger.carried_over(as_of="2024-04-25")["task"]) == ["T01", "T03"]
    assert "closed on 25 April 2024" in closed.text("en")


def test_what_was_seen_before_another_wrote_is_a_conflict_as_everywhere(ledger, tmp_path):
    drafted(ledger)
    explained(ledger)
    seen = ledger.revision
    ledger.record([commands.submit_task("T01", agency="B", effective_on="2024-03-14")], **BY)
    closing = commands.close_review("R1", "A", seen_revision=seen, effective_on="2024-04-25")
    with pytest.raises(mandate.ConflictError, match=f"says otherwise since event {seen}") as stale:
        ledger.record([closing], **BY)
    assert (stale.value.code, stale.value.name) == (-3008, "conflict")
    assert stale.value.facts["rule"] == "seen_revision"
    assert isinstance(stale.value, mandate.StorageError), "the group of its number, in any language"
    ledger.backup(tmp_path / "copy")
    with pytest.raises(mandate.ConflictError, match="is there already"):
        ledger.backup(tmp_path / "copy")


def test_rendered_heads_tell_what_is_closed_and_what_is_corrected(ledger):
    def heads(shown):
        return " ".join((shown.text("en") + shown.html("en")).split())

    drafted(ledger)
    explained(ledger)
    ledger.record([commands.close_review("R1", "A", effective_on="2024-04-25")], **BY)
    today = ledger.review("2024-Q1", as_of="2024-04-25")
    told = "the review of this period is closed as R1, 25 April 2024"
    assert heads(today).count(told) == 2
    assert told not in heads(ledger.review("2024-Q2", as_of="2024-07-25"))
    kept = ledger.closed_review("R1").json
    assert "corrected by" not in heads(ledger.closed_review("R1"))
    ledger.record([
        commands.draft_review("R2", "A", "2024-Q1", "2024-04-25", corrects_review="R1",
                              effective_on="2024-04-25"),
        commands.send_review("R2", addressed_to=["B"], effective_on="2024-04-25"),
        commands.close_review("R2", "A", effective_on="2024-04-25")], **BY)
    old = ledger.closed_review("R1")
    assert heads(old).count("corrected by R2, 25 April 2024") == 2
    assert old.json == kept
    published = ledger.closed_review("R1", edition="publication")
    assert "corrected on 25 April 2024" in " ".join(published.text("en").split())
    assert "closed as R2" in heads(ledger.review("2024-Q1", as_of="2024-04-25"))
    assert "closed as R1" not in heads(ledger.review("2024-Q1", as_of="2024-04-25"))


def test_what_came_out_empty_asks_about_nothing(ledger):
    for ask in (lambda: ledger.review("2024-Q1", as_of="2024-04-25", agency=[]).json,
                lambda: ledger.review("2024-Q1", as_of="2024-04-25", agency=()).text("en"),
                lambda: ledger.review_tasks(period="2024-Q1", agency=[], list="overdue",
                                            as_of="2024-04-25")):
        with pytest.raises(ValueError, match="agency is empty"):
            ask()
    with pytest.raises(ValueError, match="review is missing"):
        ledger.closed_review(None)
    with pytest.raises(mandate.Error, match="names no term"):
        _ = ledger.review("term:", as_of="2024-04-25").json
    twice = ledger.review("2024-Q1", as_of="2024-04-25", agency=["B", "B"])
    assert json.loads(twice.json)["review"]["only_agencies"] == ["B"]
    assert len(ledger.review("2024", as_of="2025-01-15").compared) == 1, "a year ago is before it"


def test_done_after_its_day_with_no_working_day_between(ledger):
    ledger.record([
        commands.assign_task("SAT", "x", lead=["B"], deadline="2024-04-20",
                             acceptance="not_asked", effective_on="2024-04-02"),
        commands.complete_task("SAT", agency="B", effective_on="2024-04-21")], **BY)
    assert "0 working days late, but after its day 20 April 2024" in ledger.why_late(
        "SAT", as_of="2024-04-25", lang="en")


def test_closing_tells_what_is_not_explained(ledger):
    drafted(ledger)
    with pytest.raises(mandate.Error) as refused:
        ledger.record([commands.close_review("R1", "A", effective_on="2024-04-25")], **BY)
    assert "T01 cause text remedy proposed_deadline" in str(refused.value)
    assert refused.value.facts["rule"] == "explained"


def test_closing_from_the_command_line(ledger_file, command):
    with mandate.open(ledger_file, mode="write") as ledger:
        nobody = command("close", ledger_file, "--period", "2024-Q1", "--actor", "chair")
        assert nobody.returncode == 3
        assert b"no review of 2024-Q1 was sent for comment" in nobody.stderr
        drafted(ledger)
    close = ["close", ledger_file, "--period", "2024-Q1", "--actor", "chair",
             "--today", "2024-04-25"]
    missing = command(*close)
    assert missing.returncode == 3
    assert b"T01 cause text remedy proposed_deadline" in missing.stderr
    done = command(*close, "--reason", "The meeting is today", "--due", "2024-05-10")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"review R1 closed by event ")
    again = command(*close)
    assert again.returncode == 3
    assert b"R1 is closed" in again.stderr
    kept = command("review", ledger_file, "--review", "R1", "--format", "json")
    assert json.loads(kept.stdout)["review"]["closing"]["reason"] == "The meeting is today"
    assert command("review", ledger_file, "--review", "R1", "--lang", "en").stdout.startswith(
        b"Results")
    both = command("review", ledger_file, "--review", "R1", "--as-of", "2024-04-25")
    assert both.returncode == 2
    assert b"--as-of and --review exclude each other" in both.stderr
    neither = command("review", ledger_file)
    assert neither.returncode == 2
    assert b"--period is required" in neither.stderr


def test_the_edition_for_publication_names_nobody(ledger, ledger_file, command):
    internal = ledger.review("2024-Q1", as_of="2024-04-25")
    published = ledger.review("2024-Q1", as_of="2024-04-25", edition="publication")
    assert b"Agency A" in internal.json
    for form in (published.json.decode(), published.text("vi"), published.text("tr"),
                 published.html("en")):
        assert "Agency" not in form
    assert published.class_at_end == internal.class_at_end
    assert published.publication.agencies == 2
    with pytest.raises(mandate.Error):
        ledger.review("2024-Q1", as_of="2024-04-25", agency="A", edition="publication")
    page = command("review", ledger_file, "--period", "2024-Q1", "--as-of", "2024-04-25",
                   "--edition", "publication", "--lang", "en")
    assert page.returncode == 0
    assert b"Agency" not in page.stdout


def words_of(record):
    """Every text in a record that somebody wrote: names, aliases, titles, reasons ..."""
    texts = {f["name"] for f in mandate.describe()["fields"] if f["type"] == "text"}
    for entry in record:
        for key, value in entry.items():
            if key in texts:
                yield from value if isinstance(value, list) else [value]


@pytest.mark.parametrize("example, period, as_of", [
    ("nghe-an", "2024-Q1", "2024-04-25"), ("province-a", "2024-Q1", "2024-04-25"),
    ("province-b", "2024-Q3", "2024-10-15")])
def test_the_edition_for_publication_repeats_no_word_of_the_record(example, period, as_of):
    path = ROOT / "examples" / example / "record.json"
    record = json.loads(path.read_text(encoding="utf-8"))["commands"]
    words = {w for w in words_of(record) if len(w) > 4}
    names = {w for e in record for k, w in e.items() if k.startswith(("name_", "alias_"))
             for w in (w if isinstance(w, list) else [w])}
    def published(ledger):
        review = ledger.review(period, as_of=as_of, edition="publication")
        return [review.json.decode(), *(form(lang) for form in (review.text, review.html)
                                        for lang in ("vi", "en", "tr"))]

    with mandate.memory() as ledger:
        own = "\n".join(published(ledger))  # headings, styles
        ledger.import_json(path, actor="clerk-1", today="2026-01-31")
        names |= set(ledger.agency_names(as_of=as_of)["name"])
        internal = ledger.review(period, as_of=as_of).json.decode()
        forms = published(ledger)
    assert any(name in internal for name in names)
    searched = {w for w in words | names if w not in own}
    assert len(searched) > 50
    assert [w for w in searched for form in forms if w in form] == []


def test_why_a_task_is_late(ledger, ledger_file, command):
    text = ledger.why_late("T01", as_of="2024-04-25", lang="en")
    assert text.startswith("Task T01 “Number the files” has slipped by ")
    assert "Agency B, which leads" in text
    with pytest.raises(ValueError):
        ledger.why_late("T01", as_of="2024-04-25", lang="de")
    with pytest.raises(mandate.Error):
        ledger.why_late("NONE", as_of="2024-04-25")
    told = command("task", ledger_file, "T01", "--as-of", "2024-04-25", "--lang", "en")
    assert told.stdout.decode().endswith(text)


def test_all_about_a_task(ledger, ledger_file, command):
    told = command("task", ledger_file, "T01", "--as-of", "2024-04-25", "--format", "json")
    task = json.loads(told.stdout)
    assert told.stdout.decode() == ledger.task_report("T01", as_of="2024-04-25", form="json")
    assert [t["class"] for t in task["tasks"]] == ["open_overdue"]
    assert task["lineage"][0]["code"] == "T01" and task["why_this_date"]
    assert task["history"][0]["command"] == "assign_task"
    assert [e["event"] for e in task["history"]] == list(
        ledger.changes(as_of="2024-04-25", since=0, task="T01")["event"])
    for lang, words in (("vi", "quá hạn"), ("en", "overdue"), ("tr", "süresi")):
        assert words in ledger.task_report("T01", as_of="2024-04-25", lang=lang).lower()
    with pytest.raises(mandate.Error):
        ledger.task_report("NONE", as_of="2024-04-25")
    with pytest.raises(ValueError):
        ledger.task_report("T01", as_of="2024-04-25", form="html")


def test_a_task_and_where_it_comes_from_are_told_in_the_language_asked_for(province):
    titles = {"vi": "Nhiệm vụ 14: gia hạn sau quý, sau khi quá hạn",
              "en": "Task 14: extended after the quarter and after the deadline",
              "tr": "Görev 14: çeyrekten ve süreden sonra uzatıldı"}
    programme = {"vi": "01-CTr/PA Chương trình hành động 1", "en": "01-CTr/PA Action Programme 1",
                 "tr": "01-CTr/PA Eylem Programı 1"}
    for lang, title in titles.items():
        shown = province.task_report("task-14", as_of="2024-04-25", lang=lang)
        why = province.why_late("task-14", as_of="2024-04-25", lang=lang)
        assert shown.startswith(f"task-14: {title}\n") and f"“{title}”" in why
        assert f"{programme[lang]} (" in shown
        for other in titles.keys() - {lang}:
            assert titles[other] not in shown + why and programme[other] not in shown
    row = next(r for r in province.tasks(as_of="2024-04-25") if r["task"] == "task-14")
    assert [row["title"], row["title_en"], row["title_tr"]] == list(titles.values())


def test_a_title_in_one_language_stands_for_the_others(ledger):
    assert ledger.task_report("T03", as_of="2024-04-25", lang="tr").startswith("T03: Lưu trữ hồ sơ\n")
    assert "1-KH" in ledger.task_report("T03", as_of="2024-04-25", lang="tr")


def test_what_cannot_be_reviewed_or_closed_is_told(ledger):
    for period in ("2024-Q", "2024-Q5", "2024-01-01/"):
        with pytest.raises(mandate.Error) as told:
            ledger.review(period, as_of="2024-04-25").json
        assert "period" in str(told.value) and period in str(told.value)
    with pytest.raises(mandate.Error) as told:
        ledger.review("2024-Q1", as_of="2024-04-25", agency=["A", "NOBODY"]).json
    assert "agency NOBODY is not in the ledger" in str(told.value)
    ledger.record([commands.hold_meeting("M", "Meeting", body="A", period="2024-Q1",
                                         effective_on="2024-04-24")], **BY)
    late = commands.draft_review("R0", "A", "2024-Q1", "2024-04-25", meeting="M",
                                 effective_on="2024-04-20")
    with pytest.raises(mandate.Error) as told:
        ledger.record([late], **BY)
    assert told.value.facts["rule"] == "cut_off_before_meeting"
    drafted(ledger)
    explained(ledger)
    ledger.record([commands.close_review("R1", "A", effective_on="2024-04-25")], **BY)
    with pytest.raises(mandate.Error) as told:
        ledger.record([commands.close_review("R1", "A", effective_on="2024-04-25")], **BY)
    assert told.value.facts["rule"] == "review_is_open"


def test_only_the_chair_closes_a_review(ledger, ledger_file, command):
    def chaired(of):
        of.record([
            commands.add_official("P", "Person P", effective_on="2024-01-01"),
            commands.add_official("Q", "Person Q", effective_on="2024-01-01"),
            commands.add_post("HEAD", "A", "Head", heads_agency="yes", effective_on="2024-01-02"),
            commands.hold_post("P", "HEAD", effective_on="2024-01-02")], **BY)
        drafted(of)
        explained(of)

    chaired(ledger)
    with pytest.raises(mandate.Error) as told:
        ledger.record([commands.close_review("R1", "A", official="Q",
                                             effective_on="2024-04-25")], **BY)
    assert told.value.facts["rule"] == "chair_of_body"
    ledger.record([commands.close_review("R1", "A", official="P", effective_on="2024-04-25")],
                  **BY)
    assert ledger.closed_review("R1").review.closing.closed_by == "Person P"
    with mandate.open(ledger_file, mode="write") as of:
        chaired(of)
    close = ["close", ledger_file, "--period", "2024-Q1", "--actor", "chair",
             "--today", "2024-04-25", "--official"]
    other = command(*close, "Q")
    assert other.returncode == 3
    assert b"official Q neither chaired the meeting nor heads agency A" in other.stderr
    assert command(*close, "P").returncode == 0


def test_bad_input_from_the_command_line(ledger_file, command, tmp_path):
    review = ["review", ledger_file, "--as-of", "2024-04-25", "--period"]
    endless = command(*review, "2024-Q")
    assert endless.returncode == 3 and b"2024-Q" in endless.stderr
    unknown = command(*review, "2024-Q1", "--agency", "A", "--agency", "NOBODY")
    assert unknown.returncode == 3
    assert b"agency NOBODY is not in the ledger" in unknown.stderr
    both = command(*review, "2024-Q1", "--agency", "A", "--agency", "B", "--format", "json")
    assert json.loads(both.stdout)["review"]["only_agencies"] == ["A", "B"]
    late = tmp_path / "late.jsonl"
    late.write_text("\n".join(json.dumps(c) for c in [
        {"command": "hold_meeting", "effective_on": "2024-04-24", "meeting": "M",
         "name_vi": "Meeting", "body": "A", "period": "2024-Q1"},
        {"command": "draft_review", "effective_on": "2024-04-20", "review": "R0", "agency": "A",
         "period": "2024-Q1", "cut_off": "2024-04-25", "meeting": "M"}]), encoding="utf-8")
    recorded = command("record", ledger_file, late, "--actor", "x", "--today", "2024-04-25")
    assert recorded.returncode == 3
    assert b"the cut-off 2024-04-25 lies after meeting M of 2024-04-24" in recorded.stderr
