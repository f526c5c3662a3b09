"""A server of the tests' own: a process, a database file, a port; it can be killed in the middle and started again."""

import datetime as dt
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.empty import empty_record

ROOT = Path(__file__).parents[2]
SERVE = "from waitress import serve; from goldenthread.web.wsgi import application; import sys; " \
    "serve(application, host='127.0.0.1', port=int(sys.argv[1]), threads=4, _quiet=True)"  # fmt: skip


class Server:
    """The record served from a folder, as the demo serves it: an account is chosen, without a password.

    `since`: from when everything is recorded here. `ids`: of the children, workers and entries that were made.
    """

    def __init__(self, home: Path, since: str = ""):
        empty_record(home)
        self.home, self.port, self.process, self.ids = home, free_port(), None, {}
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = os.environ | {
            "GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DEMO": "yes", "GOLDENTHREAD_SECRET_KEY": "a journey " * 8,
            "GOLDENTHREAD_DATABASE": "", "DJANGO_SETTINGS_MODULE": "goldenthread.web.settings", "PYTHONPATH": str(ROOT),
        } | ({"GOLDENTHREAD_RECORDING_SINCE": since} if since else {})  # fmt: skip

    def run(self, *arguments: str) -> str:
        """Run a Python module in the server's environment; what it prints."""
        command = [sys.executable, "-m", *arguments]
        ran = subprocess.run(command, env=self.environment, capture_output=True, text=True, cwd=ROOT)
        assert ran.returncode == 0, ran.stderr[-3000:]
        return ran.stdout

    def seed(self, *more: str) -> None:
        """Make the small authority, and whatever other modules of this folder add to it."""
        for module in ("seeding", *more):
            self.ids |= json.loads(self.run(f"tests.journeys.{module}").splitlines()[-1])

    def nights(self, first: dt.date, last: dt.date) -> None:
        """Let the nights of these days go by, both days too."""
        self.run("tests.journeys.nights", str(first), str(last))

    def start(self) -> None:
        """Serve, and wait until it answers."""
        command = [sys.executable, "-c", SERVE, str(self.port)]
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=log, stderr=log)
        for _ in range(600):  # a minute: the machine may be busy
            try:
                urllib.request.urlopen(f"{self.url}/demo/", timeout=2).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server does not answer: " + (self.home / "server.log").read_text()[-2000:])

    def kill(self) -> None:
        """Kill it as a power cut would."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
