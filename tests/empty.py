"""A record in which there is nothing yet: its tables are made once for all the tests of a run, and copied by each that begins."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = "GOLDENTHREAD_TESTS_SHARED"
"""The folder that the processes of a run share: tests/conftest.py makes it and takes it away."""


def empty_record(home: Path) -> Path:
    """Put an empty record into a folder, which is made if it is not there; its file."""
    made = Path(os.environ[SHARED]) / "record.sqlite"
    if not made.exists():
        _migrate(made)
    home.mkdir(exist_ok=True)
    return Path(shutil.copy(made, home / "record.sqlite"))


def _migrate(made: Path) -> None:
    """In a process of its own; where two begin at once, both make the same."""
    home = tempfile.mkdtemp(dir=made.parent)
    given = {"GOLDENTHREAD_HOME": home, "GOLDENTHREAD_DATABASE": "", "GOLDENTHREAD_SECRET_KEY": "only for tests " * 4,
             "DJANGO_SETTINGS_MODULE": "goldenthread.web.settings"}  # fmt: skip
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0", "--skip-checks"], env=os.environ | given, check=True)
    (Path(home) / "record.sqlite").replace(made)
