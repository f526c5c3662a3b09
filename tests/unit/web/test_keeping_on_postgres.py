"""A backup of a record in PostgreSQL, and the record brought back from it: every row, with pg_dump and without."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.postgres

MAKE = """
import datetime as dt
from goldenthread.cli_server import django
django()
from django.utils import timezone
from rich.console import Console
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.record import audit
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.attachments import keep
from goldenthread.record.models import Allocation, Person
from goldenthread.web.serving import run_worker
from goldenthread.workforce.models import Team, Worker
run_worker("ann@example.org", "Ann Example", "social_worker", Console())
ann, day = Worker.objects.get(), dt.date(2025, 3, 3)
ash = Person.objects.create(number="0001", forename="Ash", surname="Underwood", born_on=dt.date(2012, 5, 17), had_record=True)
Allocation.objects.create(person=ash, worker=ann, started_on=day)
make_entry(by=ann, kind="contact", persons=[ash], body={"shared": {
    "received": "2025-03-03", "source": "1A", "worry": "Brüises were seen."}, "lines": {}})
owed = Shortfall.objects.create(standard="need-visits", kind="duty", area="Visits", subject_type="child", subject_id="0001",
    person=ash, trigger="entry 1", opened_on=day, due_on=day, severity="high", force="law", responsible="social worker",
    explanation="It was due.", evidence={"rows": []}, first_seen_on=day, judged_on=day)
Telling.objects.create(shortfall=owed, worker=ann, step=0, on=day, why="first")
Answer.objects.create(shortfall=owed, by=ann, at=timezone.now(), on=day, step=0, kind="act", what="Visit", who="Me", by_when=day)
Person.objects.update(sex="F")
audit.note(ann, "child.read", person=ash, ground="all")
keep(b"a drawing")
"""
GO_ON = """
from goldenthread.cli_server import django
django()
from django.db import DatabaseError
from goldenthread.record import audit
from goldenthread.record.models import AuditRow, Person
from goldenthread.record.search import find_text
audit.note(None, "record.restored")
print(Person.objects.create(number="0002").pk)
try:
    AuditRow.objects.update(deed="")
except DatabaseError:
    print("the audit is not changed")
"""
NOT_CARRIED = {"django_migrations", "django_session", "auth_permission", "django_content_type", "record_searchkey",
               "record_searchtext", "oversight_stale", "counted",
               "account_emailaddress"}  # fmt: skip
"""Tables that an export leaves out, that are made again, or that the server makes as it starts."""


@pytest.fixture
def databases(postgres_url):
    """A function that makes an empty database, of a role that owns it and nothing else, and gives its URL."""
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'council'").fetchone():
            connection.execute("CREATE ROLE council LOGIN PASSWORD 'a pass%word'")

        def make(name: str) -> str:
            connection.execute(f"CREATE DATABASE {name} OWNER council")
            place = postgres_url.partition("@")[2].rpartition("/")[0]
            return f"postgresql://council:a%20pass%25word@{place}/{name}"

        yield make


def run(home: Path, database: str, *command: str, path: str | None = None) -> str:
    """What a program prints, with a home and a database of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOLDENTHREAD_", "DJANGO_"))}
    home.mkdir(mode=0o700, exist_ok=True)
    given = {"GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DATABASE": database} | ({"PATH": path} if path is not None else {})
    ran = subprocess.run([sys.executable, *command], env=kept | given, capture_output=True, text=True, check=False)
    assert ran.returncode != 1, ran.stderr[-3000:]
    return ran.stdout + ran.stderr


def rows(database: str, but: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """Every row of every table."""
    import psycopg

    with psycopg.connect(database) as connection:
        tables = connection.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'").fetchall()
        return {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"').fetchall()))
                for (name,) in tables if name not in but}  # fmt: skip


def test_a_backup_by_pg_dump_brings_every_row_back(databases, tmp_path):
    old, new, archive = databases("kept"), databases("restored"), str(tmp_path / "backup.tar.gz")
    run(tmp_path / "old", old, "-c", MAKE)
    assert "read back and whole" in run(tmp_path / "old", old, "-m", "goldenthread.cli", "backup", archive)
    restored = run(tmp_path / "new", new, "-m", "goldenthread.cli", "restore", archive)
    assert "1 people and 1 entries" in restored
    assert "The audit is whole" in restored
    assert rows(new) == rows(old)
    drawings = [[path.read_bytes() for path in (tmp_path / home / "attachments").rglob("*") if path.is_file()]
                for home in ("old", "new")]  # fmt: skip
    assert drawings[0] == drawings[1] == [b"a drawing"]
    assert run(tmp_path / "new", new, "-c", GO_ON).split("\n")[:2] == ["2", "the audit is not changed"]
    assert "overwrites nothing" in run(tmp_path / "new", new, "-m", "goldenthread.cli", "restore", archive)
    assert "This backup is of PostgreSQL" in run(tmp_path / "lite", "", "-m", "goldenthread.cli", "restore", archive)


def test_without_pg_dump_it_is_the_open_contract_with_everything_that_was_decided(databases, tmp_path):
    old, new, archive = databases("kept_plainly"), databases("restored_plainly"), str(tmp_path / "backup.tar.gz")
    run(tmp_path / "old", old, "-c", MAKE)
    run(tmp_path / "old", old, "-m", "goldenthread.cli", "backup", archive, path="")
    assert "1 people and 1 entries" in run(tmp_path / "new", new, "-m", "goldenthread.cli", "restore", archive, path="")
    before, after = (rows(each, frozenset(NOT_CARRIED)) for each in (old, new))
    differing = {name for name in before if before[name] != after[name]}
    assert differing <= {"workforce_worker", "record_auditrow"}, "passwords do not move; that it was exported is noted"
    assert len(after["oversight_answer"]) == len(after["workforce_was"]) == 1
