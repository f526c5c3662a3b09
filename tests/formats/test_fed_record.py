"""The record by its commands: fed and judged it gives the same duties as the files; killed half-way it is as it was."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import psycopg
import pytest
from tests.empty import empty_record
from tests.fed import write_ssd

from goldenthread.cli_server import record_reader
from goldenthread.errors import UserError

AS_AT = "2025-03-31"

SETTINGS = {
    "GOLDENTHREAD_SECRET_KEY": "only for tests " * 4, "GOLDENTHREAD_DATABASE": "", "GOLDENTHREAD_DEMO": "yes",
    "DJANGO_SETTINGS_MODULE": "goldenthread.web.settings",
}  # fmt: skip

KILL = """
import os, signal, sys
from goldenthread import cli, cli_server
cli_server.django()
from goldenthread.record.actions import feeding
from goldenthread.record.feeding import rows
room = rows if sys.argv[1] == "_insert" else feeding
old = getattr(room, sys.argv[1])
def last(*given):
    old(*given)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(room, sys.argv[1], last)
sys.argv = ["goldenthread", "feed", sys.argv[2], "--source", "ssd", "--as-at", "2025-03-31"]
cli.main()
"""

COMMIT_AFTER_READ = """
import datetime as dt
from goldenthread.cli_server import django
django()
from goldenthread.check.command import database
from goldenthread.record.facts import read
from goldenthread.workforce.models import Team
Team.objects.create(number="T8", name="Before")
with database() as connection:
    read(dt.date(2025, 3, 31), connection)
Team.objects.create(number="T9", name="After")
"""


class Record:
    """A record of its own, in a folder or in PostgreSQL, and the commands that work on it."""

    def __init__(self, home: Path, database: str = ""):
        self.file = empty_record(home)
        self.environment = os.environ | SETTINGS | {"GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DATABASE": database}
        if database:
            self.python("-m", "django", "migrate", "-v0", "--skip-checks")

    def python(self, *arguments, returns: int = 0) -> str:
        """What Python prints."""
        command = [sys.executable, *map(str, arguments)]
        ran = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        assert ran.returncode == returns, ran.stderr
        return ran.stdout + ran.stderr

    def run(self, *arguments, returns: int = 0) -> str:
        """What a command prints."""
        return self.python("-m", "goldenthread.cli", *arguments, returns=returns)

    def tables(self) -> dict[str, list]:
        """Every row of the record, read by another program."""
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as file:
            listed = file.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'record_%'")
            names = [name for (name,) in listed.fetchall()]
            return {name: file.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names}


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """An invented authority, and what `check` makes of its files."""
    folder = tmp_path_factory.mktemp("authority")
    cli = [sys.executable, "-m", "goldenthread.cli"]
    invent = ["invent", "--children", "150", "--seed", "3", "--as-at", AS_AT, "--out", folder / "files"]
    check = ["check", folder / "files", "--as-at", AS_AT, "--out", folder / "judged"]
    for command in (invent, check):
        subprocess.run([*cli, *map(str, command)], check=True, capture_output=True)
    return folder


def assert_judged_alike(one: Path, other: Path) -> None:
    """Every column of every duty but where it was read; and what was not judged."""
    with duckdb.connect() as connection:
        said = [f"SELECT * EXCLUDE (evidence) FROM '{folder}/duties.parquet'" for folder in (one, other)]
        for left, right in (said, said[::-1]):
            assert connection.execute(f"({left}) EXCEPT ALL ({right})").fetchall() == []
        assert connection.execute(f"SELECT count(*) > 1000 FROM ({said[0]})").fetchone()[0]
        (evidence,) = connection.execute(f"SELECT evidence FROM '{other}/duties.parquet' LIMIT 1").fetchone()
        assert json.loads(evidence)["rows"][0].startswith("fed the old system fact ")
    assert (one / "not_judged.csv").read_text() == (other / "not_judged.csv").read_text()


def feed_and_check(record: Record, authority: Path, out: Path) -> None:
    said = record.run("feed", authority / "files", "--source", "the old system", "--as-at", AS_AT)
    assert "people added" in said
    assert not any(name in said for name in ("Exampleton", "C0000001"))
    record.run("check", "--record", "--as-at", AS_AT, "--out", out)
    assert_judged_alike(authority / "judged", out)


def test_the_record_gives_the_same_duties_as_the_files_it_was_fed_from(authority, tmp_path):
    feed_and_check(Record(tmp_path / "home"), authority, tmp_path / "out")


@pytest.mark.postgres
def test_and_so_it_does_in_postgresql(authority, tmp_path, postgres_url):
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE fed")
    feed_and_check(Record(tmp_path / "home", postgres_url.rpartition("/")[0] + "/fed"), authority, tmp_path / "out")


def test_a_feed_killed_half_way_leaves_the_record_as_it_was(tmp_path):
    record, ssd = Record(tmp_path / "home"), write_ssd(tmp_path / "ssd")
    before = record.tables()
    for moment in ("_insert", "find_conflicts"):
        record.python("-c", KILL, moment, ssd, returns=-signal.SIGKILL)
        assert record.tables() == before, moment
    assert "4 people added" in record.run("feed", ssd, "--source", "ssd", "--as-at", AS_AT)
    assert record.tables() != before


def test_what_is_committed_after_the_record_was_read_is_still_there_when_it_is_opened_again(tmp_path):
    record = Record(tmp_path / "home")
    record.python("-c", COMMIT_AFTER_READ)
    with sqlite3.connect(record.file) as file:
        assert file.execute("SELECT name FROM workforce_team ORDER BY number").fetchall() == [("Before",), ("After",)]


def test_check_is_given_files_or_the_record_and_says_so():
    with pytest.raises(UserError, match="not both"):
        record_reader(["some.csv"])
