"""The whole record out to files and back in: the same again, on either database, and refused where it is not whole."""

import csv
import datetime as dt
import hashlib
import json
import os
import shutil
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import timezone
from rich.console import Console
from tests.empty import empty_record
from tests.shortfalls import answered, shortfall, told
from tests.supervising import written

from goldenthread.check.command import run as check
from goldenthread.errors import UserError
from goldenthread.oversight import models as oversight
from goldenthread.oversight import signing
from goldenthread.oversight.actions import supervising
from goldenthread.record import audit
from goldenthread.record.access import today
from goldenthread.record.actions.entries import correct_entry, make_entry
from goldenthread.record.attachments import keep
from goldenthread.record.models import AdoptionLink, Attachment, AuditRow, Entry, OtherName, Person
from goldenthread.record.moving.bring_back import bring_back
from goldenthread.record.moving.command import run_export
from goldenthread.record.moving.export import export
from goldenthread.record.moving.tables import line_of, rooms, tables
from goldenthread.standards.book import book

ROUND = """
import sys
import django
django.setup()
from django.conf import settings
settings.RECORDING_SINCE = "2025-01-01"
from django.core.management import call_command
from pathlib import Path
from goldenthread.record.moving.bring_back import bring_back
from goldenthread.record.moving.export import export
call_command("migrate", verbosity=0)
bring_back(Path(sys.argv[1]))
export(Path(sys.argv[2]), with_sealed=True)
"""
FORMULA = '=HYPERLINK("http://x")'


def visit(children, seen="alone"):
    """A visit to these children, as a body."""
    lines = {str(child.pk): {"seen": seen, "purpose": "need", "said": "Ünïcode said\nand more"} for child in children}
    return {"shared": {"visited": "2025-03-03T14:30:00+00:00"}, "lines": lines}


@pytest.fixture
def record(worker, make_worker, family, tmp_path, settings):
    """A record with a correction, an attachment, a restricted child, a sealed one, and a name like a formula."""
    settings.MEDIA_ROOT, settings.RECORDING_SINCE = tmp_path / "attachments", "2025-01-01"
    Person.objects.filter(pk=family[0].pk).update(forename=FORMULA, surname="")
    Person.objects.filter(pk=family[2].pk).update(number="RESTRICTED3")
    entry = make_entry(by=worker, kind="visit", persons=family[:2], body=visit(family[:2]))
    correct_entry(by=worker, entry=entry, body=visit(family[:2], "seen") | {"lines": {
        str(child.pk): {"seen": "seen", "purpose": "need", "why_not_alone": "refused"} for child in family[:2]}}, version_seen=1,
        reason="They were together")  # fmt: skip
    text = b"what the school wrote"
    Attachment.objects.create(entry=entry, name="school.txt", content_type="text/plain", size=len(text), sha256=keep(text),
                              added_by=worker, added_at=timezone.now())  # fmt: skip
    make_entry(by=worker, kind="contact", persons=[family[1]], body={"shared": {
        "received": "2025-03-03", "source": "1A", "worry": "Bruises"}, "lines": {}})  # fmt: skip
    make_entry(by=worker, kind="visit", persons=[family[2]], body=visit([family[2]]))
    Person.objects.filter(pk=family[2].pk).update(restricted=True)
    before, after = (Person.objects.create(number=number, forename="Unseen", surname="Hidden", sealed=True, had_record=True)
                     for number in ("SEALED1", "SEALED2"))  # fmt: skip
    OtherName.objects.create(person=after, forename="Newname")
    AdoptionLink.objects.create(before=before, after=after, made_by=worker, made_at=timezone.now())
    overseen(worker, make_worker("A manager", "team_manager"), family, after)
    return family


def overseen(worker, manager, family, sealed) -> None:
    """Rows of every table of oversight: of an open child, a restricted and a sealed one; a supervision with its private part."""
    family[2].refresh_from_db()
    found = [shortfall(child, explanation=f"Overseen {child.number}") for child in (family[0], family[2], sealed)]
    for each in found:
        told(each, worker)
        answered(each, worker, what=f"Decided of {each.person.number}")
        oversight.Delay.objects.create(person=each.person, step="plan", days=3, shortfalls=1)
    held = written(manager, worker, family[0])
    private = {"shared": {"how": "Heliotrope"}, "lines": {}}
    supervising.record_private(by=manager, supervision=held, body=private)
    for each in (manager, worker):
        supervising.sign(by=each, supervision=oversight.Supervision.objects.get())
    entry = Entry.objects.filter(kind="contact").get()
    oversight.DisputeStep.objects.create(dispute=entry, step=1, worker=manager, on=today(), answer_by=today(), why="raised")
    oversight.DisputeAbout.objects.create(dispute=entry, shortfall=found[0])
    oversight.Digest.objects.create(worker=worker, on=today(), children=1, sent_at=timezone.now())
    oversight.LedgerCopy.objects.create(by=manager, at=timezone.now(), as_at=today(), recipient="The board", purpose="To see")
    oversight.Run.objects.create(as_at=today(), began_at=timezone.now(), counts={"new": 3})
    oversight.MonthlyCount.objects.create(standard="need-visits", month="2025-03-01", status="met", number=3)
    oversight.Reach.objects.create(standard="need-visits", children=3)


def read_all(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but what says when it was written."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    said = json.loads(files.pop("manifest.json"))
    return files | {"manifest": json.dumps(said | {"written_at": ""}).encode()}


def go_round(folder: Path, to: Path, home: Path, database: str = "") -> None:
    """Into an empty database, in a process of its own, and out again."""
    empty_record(home)
    given = {"GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DATABASE": database, "GOLDENTHREAD_SECRET_KEY": "x" * 50}
    env = os.environ | given | {"DJANGO_SETTINGS_MODULE": "goldenthread.web.settings"}
    ran = subprocess.run([sys.executable, "-c", ROUND, folder, to], env=env, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr[-2000:]


def test_it_comes_back_the_same(record, tmp_path):
    export(tmp_path / "one", with_sealed=True)
    go_round(tmp_path / "one", tmp_path / "two", tmp_path / "home")
    assert read_all(tmp_path / "two") == read_all(tmp_path / "one")
    assert len((tmp_path / "two" / "record" / "audit_row.jsonl").read_text().splitlines()) == AuditRow.objects.count()
    said = json.loads((tmp_path / "two" / "manifest.json").read_text())["counts"]
    assert not [name for name, model in tables().items() if model._meta.app_label == "oversight" and not said[name]]


@pytest.mark.postgres
def test_it_comes_back_the_same_through_postgresql(record, tmp_path, postgres_url):
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE moved")
    export(tmp_path / "one", with_sealed=True)
    moved = postgres_url.rpartition("/")[0] + "/moved"
    go_round(tmp_path / "one", tmp_path / "two", tmp_path / "home", moved)
    go_round(tmp_path / "two", tmp_path / "three", tmp_path / "home3")
    assert read_all(tmp_path / "two") == read_all(tmp_path / "one")
    assert read_all(tmp_path / "three") == read_all(tmp_path / "one")


def test_restricted_records_stand_apart_and_sealed_ones_are_left_out(record, tmp_path):
    run_export(tmp_path / "out", Console(quiet=True))
    files = read_all(tmp_path / "out")
    said = json.loads(files["manifest"])
    assert (said["sealed_left_out"], said["restricted"]) == (2, 1)
    assert not [name for name, text in files.items() if b"Hidden" in text or b"Newname" in text or b"SEALED2" in text]
    restricted = [name for name, text in files.items() if b"Cedar" in text or b"RESTRICTED3" in text]
    assert restricted
    assert all(name.startswith("restricted/") for name in restricted)


def test_what_was_decided_of_guarded_children_goes_where_they_go(record, tmp_path):
    export(tmp_path / "one")
    export(tmp_path / "two", with_sealed=True)
    files = read_all(tmp_path / "one") | {f"two/{name}": text for name, text in read_all(tmp_path / "two").items()}
    wanted = {
        b"Decided of RESTRICTED3": {"restricted/answer.jsonl", "two/restricted/answer.jsonl"},
        b"Overseen RESTRICTED3": {"restricted/shortfall.jsonl", "two/restricted/shortfall.jsonl"},
        b"Decided of SEALED2": {"two/sealed/answer.jsonl"},
        b"Overseen SEALED2": {"two/sealed/shortfall.jsonl"},
        b"Heliotrope": {"two/sealed/version.jsonl"},
    }
    assert {words: {name for name, text in files.items() if words in text} for words in wanted} == wanted


def test_a_supervision_leaves_without_what_was_private_and_both_signatures_stand(record, tmp_path):
    export(tmp_path / "one")
    held = oversight.Supervision.objects.get()
    (line,) = (tmp_path / "one" / "record" / "supervision.jsonl").read_text().splitlines()
    assert json.loads(line) | {"private_id": held.private_id} == json.loads(line_of(oversight.Supervision.objects.values().get()))
    signed = [json.loads(line)["said"] for line in (tmp_path / "one" / "record" / "signature.jsonl").read_text().splitlines()]
    there = {json.loads(line)["id"] for line in (tmp_path / "one" / "record" / "entry.jsonl").read_text().splitlines()}
    assert held.private_id not in there
    assert all({int(entry) for entry in said} == {entry.pk for entry in signing.entries_of(held)} & there for said in signed)
    assert len(signed) == 2


def test_a_record_without_its_sealed_part_still_comes_back(record, tmp_path):
    export(tmp_path / "one")
    go_round(tmp_path / "one", tmp_path / "two", tmp_path / "home")
    two, one = read_all(tmp_path / "two"), read_all(tmp_path / "one")
    two.pop("README.md"), one.pop("README.md")  # the second never knew of any
    assert {name for name in one if name != "manifest" and one[name] != two.get(name)} == set()


def test_a_check_of_the_contract_gives_duties(record, tmp_path):
    export(tmp_path / "one")
    few = [standard.id for standard in book() if "contact" in standard.id or "need-visit" in standard.id]
    check([str(tmp_path / "one" / "contract")], None, tmp_path / "out", None, few, quiet, Console(quiet=True))
    with (tmp_path / "out" / "duties.csv").open() as file:
        judged = [(duty["subject_id"], duty["standard"]) for duty in csv.DictReader(file)]
    assert "C2" in {child for child, _ in judged}
    assert "RESTRICTED3" not in {child for child, _ in judged}


def test_nothing_for_people_begins_like_a_formula(record, tmp_path):
    export(tmp_path / "one")
    with (tmp_path / "one" / "children.csv").open(newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert f"'{FORMULA}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_every_fault_is_said_at_once_and_nothing_is_written(record, tmp_path):
    export(tmp_path / "one")
    (tmp_path / "one" / "record" / "person.jsonl").write_text("{}\n")
    (tmp_path / "one" / "record" / "team.jsonl").unlink()
    before = audit.AuditRow.objects.count()
    with pytest.raises(UserError) as told:
        bring_back(tmp_path / "one")
    words = " ".join(told.value.faults)
    assert "record/person.jsonl was changed" in words
    assert "record/team.jsonl is missing" in words
    assert "not empty" in words
    assert audit.AuditRow.objects.count() == before


SINCE_THEN = {"feed": ["coverage"], "latest_told": ["gone_at", "recorded_at"], "worker": ["recorded_at"],
              "allocation": ["recorded_at"], "relationship": ["recorded_at"], "household_member": ["recorded_at"]}  # fmt: skip
"""Columns that version 1.0 of the export did not have."""


def as_version_one(folder: Path) -> None:
    """Make of an export what version 1.0 would have written: no oversight, no past of rows, nor when they were recorded."""
    said = json.loads((folder / "manifest.json").read_text())
    later = {name for name, model in tables().items() if model._meta.app_label == "oversight"} | {"was"}
    for path in list(folder.glob("*/*.jsonl")):
        if path.stem in later:
            path.unlink()
            del said["files"][path.relative_to(folder).as_posix()]
            continue
        rows = [json.loads(line) for line in path.read_text().splitlines()]
        for row in rows:
            if path.stem == "person":
                row["made_at"] = row.pop("recorded_at")
            for column in SINCE_THEN.get(path.stem, ()):
                del row[column]
        path.write_bytes(b"".join(line_of(row) for row in rows))
        said["files"][path.relative_to(folder).as_posix()] = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    for of in ("counts", "last_ids"):
        said[of] = {name: number for name, number in said[of].items() if name not in later}
    (folder / "manifest.json").write_text(json.dumps(said | {"version": "1.0"}))


def test_an_export_of_before_oversight_was_carried_comes_back(record, tmp_path):
    export(tmp_path / "now", with_sealed=True)
    shutil.copytree(tmp_path / "now", tmp_path / "old")
    as_version_one(tmp_path / "old")
    go_round(tmp_path / "old", tmp_path / "two", tmp_path / "home")
    old, two = (json.loads((tmp_path / name / "manifest.json").read_text()) for name in ("old", "two"))
    files = read_all(tmp_path / "two")
    assert {name: number for name, number in two["counts"].items() if number} == {
        name: number for name, number in old["counts"].items() if number}  # fmt: skip
    assert files["record/person.jsonl"] == (tmp_path / "now" / "record" / "person.jsonl").read_bytes()
    recorded = {json.loads(line)["recorded_at"] for line in files["record/allocation.jsonl"].splitlines()}
    assert {dt.datetime.fromisoformat(each) for each in recorded} == {dt.datetime.fromisoformat(old["written_at"])}


def test_a_later_export_is_refused(record, tmp_path):
    export(tmp_path / "one")
    path = tmp_path / "one" / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": "2.0"}))
    with pytest.raises(UserError, match="later version"):
        bring_back(tmp_path / "one")


def test_a_folder_with_something_in_it_is_not_written_over(record, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="not empty"):
        export(tmp_path)


def test_every_table_moves_or_says_why_not():
    labels = {each.label for each in apps.get_app_configs() if each.name.startswith("goldenthread.") and any(each.get_models())}
    assert labels == {room.name for room in rooms()}
    models = {model for room in rooms() for model in apps.get_app_config(room.name).get_models()}
    assert models == set(tables().values()).union(*(room.left_out for room in rooms()))


def quiet():
    """Progress that nobody watches."""
    return nullcontext(lambda *given, **more: None)
