"""Serving refuses what is unsafe and says all of it; what is kept can be brought back; a log holds no names."""

import io
import logging
import os
import re
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from goldenthread.errors import UserError
from goldenthread.oversight import here
from goldenthread.web.health import ills
from goldenthread.web.keeping import unread
from goldenthread.web.logs import WithoutValues
from goldenthread.web.serving import is_loopback, unsafe

SAFE = {
    "DEMO": False, "DEBUG": False, "SECRET_KEY": "Zk3v9QmX7pLr2TsWc8YbNf4HdJg6UaEo5RiVtPqMxCnBhSwKyGzDlFj1", "IS_SECURE": True,
    "ALLOWED_HOSTS": ["record.example.org"], "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"), "OIDC_ISSUER": "",
}  # fmt: skip


@pytest.fixture
def safe(settings, tmp_path, db):
    """Settings under which the record may be served."""
    tmp_path.chmod(0o700)
    for name, value in SAFE.items():
        setattr(settings, name, value)
    settings.HOME = tmp_path
    return settings


def test_what_is_safe_is_served(safe):
    assert not list(unsafe("0.0.0.0"))
    assert not list(unsafe("127.0.0.1"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"DEMO": True}, "without a password"),
        ({"DEBUG": True}, "DEBUG"),
        ({"SECRET_KEY": ""}, "no secret key"),
        ({"SECRET_KEY": "secret"}, "weak"),
        ({"SECRET_KEY": "ab" * 40}, "weak"),
        ({"ALLOWED_HOSTS": ["*"]}, "GOLDENTHREAD_HOSTS"),
        ({"ALLOWED_HOSTS": [".org"]}, "GOLDENTHREAD_HOSTS"),
        ({"IS_SECURE": False}, "in the clear"),
        ({"SECURE_PROXY_SSL_HEADER": None}, "TLS"),
        ({"HOME": Path("/nowhere")}, "cannot be written to"),
        ({"OIDC_ISSUER": "http://sign-on.example.org"}, "https://"),
    ],
)
def test_what_is_unsafe_is_refused_with_its_reason(change, words, safe):
    for name, value in change.items():
        setattr(safe, name, value)
    said = list(unsafe("0.0.0.0"))
    assert len(said) == 1
    assert words in said[0]


def test_every_reason_is_said_at_once(safe):
    safe.DEMO, safe.SECRET_KEY, safe.ALLOWED_HOSTS, safe.IS_SECURE = True, "x", ["*"], False
    assert len(list(unsafe("192.0.2.1"))) == 4


def test_a_folder_that_everyone_may_look_into_is_refused(safe):
    safe.HOME.chmod(0o755)
    assert ["chmod 700" in each for each in unsafe("127.0.0.1")] == [True]


def test_what_is_loopback():
    assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "10.0.0.1", "example.org")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_health_is_told_without_details(client, db, make_worker):
    assert ills() == []
    assert client.get("/health/").json() == {"state": "well"}
    client.force_login(make_worker("An administrator", "administrator"))
    assert client.get("/health/").json() == {"state": "well", "what": []}


def test_a_log_holds_no_address_no_query_and_no_words_of_an_error(client, worker):
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(WithoutValues())
    logging.getLogger().addHandler(handler)
    try:
        client.force_login(worker)
        client.get("/search/?q=Quillfeather")
        client.get("/child/Quillfeather/")
        try:
            raise ValueError("Quillfeather")
        except ValueError:
            logging.getLogger("django.request").exception("Failed: %s", "Quillfeather", extra={"status_code": 500})
    finally:
        logging.getLogger().removeHandler(handler)
    said = written.getvalue()
    assert "Quillfeather" not in said
    assert f"GET /search/ 200 {said.partition('200 ')[2].partition('ms')[0]}ms worker={worker.pk}" in said
    assert "ValueError" in said


MAKE = """
import sys, datetime as dt
from goldenthread.cli_server import django
django()
from rich.console import Console
from goldenthread.web.serving import bring_up_to_date, run_worker
run_worker("ann@example.org", "Ann Example", "administrator", Console())
from goldenthread.record import audit
from goldenthread.record.attachments import keep
from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker
person = Person.objects.create(number="0001", forename="Ash", surname="Underwood", born_on=dt.date(2012, 5, 17), had_record=True)
audit.note(Worker.objects.get(), "child.read", person=person, ground="all")
keep(b"a drawing")
"""


def run(home: Path, *command: str) -> subprocess.CompletedProcess:
    """A program, with a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOLDENTHREAD_", "DJANGO_"))}
    home.mkdir(mode=0o700, exist_ok=True)
    ran = subprocess.run(
        [sys.executable, *command], env=kept | {"GOLDENTHREAD_HOME": str(home)}, capture_output=True, text=True, check=False
    )
    assert ran.returncode != 1, ran.stderr
    return ran


def rows(home: Path) -> dict[str, list]:
    """Every row of every table of a record in SQLite."""
    with sqlite3.connect(home / "record.sqlite") as record:
        names = [name for (name,) in record.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: sorted(map(repr, record.execute(f'SELECT * FROM "{name}"'))) for name in names}


WRONG = """
authority = 5
offf = ["case-summary"]
speaks = ["no-such"]
silent = ["enquiry-child-seen"]
[ladder]
up = { high = 0, grave = 2 }
[dispute]
days = [5, 5]
[[limit]]
standard = "need-visits"
value = "soon"
[[limit]]
standard = "review-first"
value = "5 days"
from = 2026-04-01
"""


def serve(home: Path, **settings: str) -> tuple[int, list[str]]:
    """How `goldenthread serve` ends, and what it says, as somebody who runs it on their own machine."""
    settings = {"HTTPS": "no", "HOME": str(home), **settings}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOLDENTHREAD_", "DJANGO_"))}
    home.mkdir(mode=0o700, exist_ok=True)
    command = [sys.executable, "-m", "goldenthread.cli", "serve", "--port", "0"]
    env = kept | {f"GOLDENTHREAD_{name}": value for name, value in settings.items()}
    ran = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=120)
    return ran.returncode, (ran.stdout + ran.stderr).splitlines()


def test_a_settings_file_with_faults_is_not_served_and_every_fault_is_said(tmp_path):
    file = tmp_path / "ours.toml"
    file.write_text(WRONG)
    ended, said = serve(tmp_path / "home", STANDARDS=str(file), RECORDING_SINCE="soon")
    assert ended == 2
    assert said[-1].startswith("Nothing was started.")
    expected = [
        "'offf' is not a setting; expected authority,", "authority is 5, expected", "speaks: there is no standard 'no-such'",
        "silent: 'enquiry-child-seen' is a danger", "ladder, up: high is 0, expected working days from 1 to 260",
        "ladder, up: 'grave' is none of danger,", "dispute is {'days': [5, 5]}, expected days = [5, 5, 5, 5]",
        "limit 1 (need-visits): from is missing", "limit 1 (need-visits): value is 'soon', expected an amount",
        "limit 2 (review-first): 'review-first' cannot be changed: its force is law",
    ]  # fmt: skip
    for each in expected:
        assert sum(line.startswith(f"ours.toml: {each}") for line in said) == 1, (each, said)
    assert sum(line.startswith("GOLDENTHREAD_RECORDING_SINCE is 'soon', expected a day") for line in said) == 1
    assert len(said) == len(expected) + 2, "no traceback, nothing else"


@pytest.mark.parametrize("content, words", [
    ('authority = "x"\nspeaks = [\n"a",,\n', "it is not TOML (Invalid value (at line 3, column 5))"),
    (None, "there is no such settings file"),
])  # fmt: skip
def test_a_settings_file_that_cannot_be_read_says_where(tmp_path, settings, content, words):
    file = tmp_path / "ours.toml"
    if content:
        file.write_text(content)
    settings.STANDARDS = str(file)
    with pytest.raises(UserError, match=re.escape(f"ours.toml: {words}")):
        here.check()


def test_the_first_request_makes_the_standards_ready_and_no_other_does(monkeypatch):
    from goldenthread.web import wsgi

    made: list[str] = []
    monkeypatch.setattr(wsgi.live, "warm", lambda: made.append("ready"))
    monkeypatch.setattr(wsgi, "served", lambda environ, start_response: [b"answered", *made])
    wsgi._begin.cache_clear()
    assert not made, "not when it is loaded"
    assert [wsgi.application({}, print) for _ in range(2)] == [[b"answered", "ready"]] * 2
    wsgi._begin.cache_clear()


def test_a_restore_drill(tmp_path):
    old, new, archive = tmp_path / "old", tmp_path / "new", tmp_path / "backup.tar.gz"
    link = run(old, "-c", MAKE).stdout
    assert "/sign-in/set-password/" in link
    assert oct((old / "secret-key").stat().st_mode & 0o777) == "0o600"
    assert "read back and whole" in run(old, "-m", "goldenthread.cli", "backup", str(archive)).stdout
    assert oct(archive.stat().st_mode & 0o777) == "0o600"
    restored = run(new, "-m", "goldenthread.cli", "restore", str(archive))
    assert "1 people and 0 entries" in restored.stdout
    assert "The audit is whole" in restored.stdout
    assert rows(new) == rows(old)
    names = [sorted(path.name for path in (home / "attachments").rglob("*") if path.is_file()) for home in (old, new)]
    assert names[0] == names[1] != []
    again = run(new, "-m", "goldenthread.cli", "restore", str(archive))
    assert (again.returncode, "overwrites nothing" in again.stderr) == (2, True)
    _damaged(archive, tmp_path)


def _damaged(archive: Path, folder: Path) -> None:
    """An archive that was cut short, or in which a file was changed, is found out."""
    short = folder / "short.tar.gz"
    short.write_bytes(archive.read_bytes()[:-200])
    assert list(unread(short))
    other = folder / "other.tar.gz"
    with tarfile.open(archive) as source, tarfile.open(other, "w:gz") as target:
        for each in source:
            data = source.extractfile(each).read() if each.isfile() else None
            if each.name == "record.sqlite":
                data = data[:-1] + b"x"
            target.addfile(each, io.BytesIO(data) if data is not None else None)
    assert list(unread(other)) == ["record.sqlite has been changed or damaged."]
