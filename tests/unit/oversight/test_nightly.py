"""The night: what it leaves, and that it leaves the same wherever it was ended and run again."""

import contextlib
import datetime as dt
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone
from rich.console import Console
from tests import nights
from tests.empty import empty_record

from goldenthread.errors import UserError
from goldenthread.oversight import here, judging, nightly
from goldenthread.oversight.models import Run
from goldenthread.record import access
from goldenthread.web import nightly as command

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]
SECOND = nights.FIRST + dt.timedelta(14)


@pytest.fixture
def authority(monkeypatch, settings):
    """A small authority that has been judged once, and of which much has changed since."""
    settings.RECORDING_SINCE = ""
    monkeypatch.setattr(here, "standards", nights.few)
    monkeypatch.setattr(nightly, "BATCH", 4)
    nights.begin()
    judging.judge_all(nights.FIRST)
    nights.change(1, SECOND)


class Killed(Exception):
    """Stands for the end of the process."""


def ended_at(number: int):
    """Ends what runs under it at its n-th write."""
    writes = count(1)

    def execute(run, sql, *given):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and next(writes) == number:
            raise Killed
        return run(sql, *given)

    return connection.execute_wrapper(execute), writes


@pytest.fixture
def judged_once(authority, monkeypatch):
    """The same facts are judged in every run: they are read and judged once, to be quick."""
    with nightly.judged(SECOND, lambda *told: None) as held:
        monkeypatch.setattr(nightly, "judged", lambda *given: contextlib.nullcontext(held))
        yield


def undone(run):
    """What a run leaves; then everything is as it was before it."""
    point = transaction.savepoint()
    try:
        run()
        return nights.left()
    finally:
        transaction.savepoint_rollback(point)


def test_ended_anywhere_and_run_again_the_night_leaves_the_same(judged_once):
    never, writes = ended_at(0)
    with never:
        wanted = undone(lambda: judging.judge_all(SECOND))
    total = next(writes) - 1
    assert total > 20
    def killed(number: int):
        wrapper, _ = ended_at(number)
        with wrapper, pytest.raises(Killed):
            judging.judge_all(SECOND)
        transaction.set_rollback(False)  # what was under way is undone already, as if the process had ended
        judging.judge_all(SECOND)

    for number in {1 + n * (total - 1) // 19 for n in range(20)}:
        assert undone(lambda: killed(number)) == wanted, number  # noqa: B023


def test_the_command_says_what_the_night_brought_and_judges_no_day_that_would_undo_another(authority, monkeypatch):
    monkeypatch.setattr(command, "check_record", lambda: None)  # it closes the connection, which the test needs
    console = Console(record=True, width=200)
    for key, expires in (("over", -1), ("on", 1)):
        Session.objects.create(session_key=key, session_data="a name", expire_date=timezone.now() + dt.timedelta(expires))
    command.run_nightly(SECOND, console)
    assert Session.objects.get().session_key == "on", "what was searched for goes with the session"
    said = console.export_text()
    assert "Judged as at 16 March 2026" in said
    assert re.search(r"Shortfalls: \d+ new, \d+ come again, \d+ ended, \d+ as before", said)
    for day, words in ((nights.FIRST, "would undo"), (access.today() + dt.timedelta(1), "has not come yet")):
        with pytest.raises(UserError, match=words):
            command.run_nightly(day, console)
    assert Run.objects.count() == 2


def test_killed_outright_and_run_again_the_night_leaves_the_same(tmp_path):
    def run(home: str, *what: str) -> tuple[int, list]:
        environment = os.environ | {"GOLDENTHREAD_HOME": str(tmp_path / home), "GOLDENTHREAD_DATABASE": "",
                                    "DJANGO_SETTINGS_MODULE": "goldenthread.web.settings"}  # fmt: skip
        ended = subprocess.run([sys.executable, "-m", "tests.nights", *what], env=environment, cwd=ROOT, stdout=subprocess.PIPE,
                               check=False)  # fmt: skip
        return ended.returncode, json.loads(ended.stdout or "[[], 0]")

    empty_record(tmp_path / "one")
    assert run("one", "begin")[0] == 0
    shutil.copytree(tmp_path / "one", tmp_path / "other")
    _, (wanted, writes) = run("one", "night")
    assert all(wanted)
    assert run("other", "night", str(writes // 2))[0] == -signal.SIGKILL
    assert run("other", "night")[1][0] == wanted
