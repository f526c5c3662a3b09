"""The demo, as `make demo` runs it: invented, fed, judged, served; and never near the database of a real record."""

import os
import subprocess
import sys
import time
import urllib.request

import pytest
from tests.journeys.serving import ROOT, free_port

from goldenthread.workforce.roles import ROLES

GOLDENTHREAD = "from goldenthread.cli import main; main()"


@pytest.fixture
def demo(tmp_path):
    """The address of a demo of 60 children, with the settings of a real record left in the environment."""
    port = free_port()
    environment = os.environ | {"GOLDENTHREAD_DATABASE": "postgresql://nobody@127.0.0.1:1/a_real_record"}
    environment |= {"GOLDENTHREAD_HOME": str(tmp_path / "a real record"), "DJANGO_SETTINGS_MODULE": "goldenthread.web.settings"}
    command = [sys.executable, "-c", GOLDENTHREAD, "demo", "--children", "60", "--port", str(port)]
    command += ["--out", str(tmp_path / "out")]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    yield process, f"http://127.0.0.1:{port}/demo/", tmp_path
    process.kill()
    process.wait()


def test_an_account_for_each_role_and_nothing_of_a_real_record_touched(demo):
    process, address, folder = demo
    page = ""
    while not page and process.poll() is None:
        time.sleep(1)
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                page = answer.read().decode()
        except OSError:
            continue
    assert page, (folder / "log").read_text()[-2000:]
    assert all(f"as {role.title}</span>" in page for role in ROLES.values())
    assert (folder / "out/report/report.html").exists()
    assert not (folder / "a real record").exists()
