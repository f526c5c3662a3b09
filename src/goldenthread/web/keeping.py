"""Backup, restore, and the audit's verification: one archive with everything in it, read back before it is believed.

In the archive: `manifest.json` (what made it, and the SHA-256 of every other file), the database (`record.sqlite`, or
`record.dump` of pg_dump, or, where pg_dump is not to be had, `contract/`, the whole record as the open contract) and
`attachments/`. It holds everything the record holds: whoever has the file has the children's records.
"""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone
from rich.console import Console

from goldenthread import __version__
from goldenthread.check.words import capital
from goldenthread.errors import UserError
from goldenthread.record import audit
from goldenthread.record.models import AuditRow, Entry, Person
from goldenthread.record.moving.command import run_export, run_import
from goldenthread.workforce.models import Worker

MANIFEST = "manifest.json"
SQLITE, DUMP, CONTRACT = "record.sqlite", "record.dump", "contract"


def run_backup(out: Path, console: Console) -> None:
    """Write everything to one archive that only its owner reads, and read it back. UserError."""
    if out.exists():
        raise UserError(f"{out} is already there: a backup overwrites nothing.")
    if not out.parent.is_dir():
        raise UserError(f"The folder {out.parent} is not there.")
    check_record()
    with tempfile.TemporaryDirectory(prefix="gt-backup-", dir=out.parent) as place:
        folder = Path(place)
        _database_to(folder)
        if settings.MEDIA_ROOT.is_dir():
            shutil.copytree(settings.MEDIA_ROOT, folder / "attachments")
        said = {"made_by": f"goldenthread {__version__}", "made_at": timezone.now().isoformat(), "engine": connection.vendor,
                "audit_head": audit_head(), "files": _hashes(folder)}  # fmt: skip
        (folder / MANIFEST).write_text(json.dumps(said, indent=1), encoding="utf-8")
        _pack(folder, out)
    faults = list(unread(out))
    if faults:
        out.unlink()
        raise UserError(*faults, hint="The backup was not kept.")
    say(console, f"{out}: {out.stat().st_size:,} bytes, {len(said['files']):,} files, read back and whole.")
    say(console, f"The audit's head was {said['audit_head']}: note it elsewhere.")


def say(console: Console, words: str) -> None:
    """Print this as it is."""
    console.print(words, highlight=False, markup=False, soft_wrap=True)


def _database_to(folder: Path) -> None:
    if connection.vendor == "sqlite":
        with contextlib.closing(sqlite3.connect(settings.DATABASES["default"]["NAME"])) as source, \
             contextlib.closing(sqlite3.connect(folder / SQLITE)) as target:  # fmt: skip
            source.backup(target)  # as it is at one moment, while the server goes on
    elif shutil.which("pg_dump"):
        _postgres(["pg_dump", "--format=custom", f"--file={folder / DUMP}"])
    else:
        run_export(folder / CONTRACT, Console(quiet=True), with_sealed=True)


def _postgres(command: list[str]) -> None:
    """Run one of PostgreSQL's programs on our database; what it says is not shown, for it may quote rows. UserError."""
    database = settings.DATABASES["default"]
    told = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment = os.environ | {name: database[ours] for name, ours in told.items() if database.get(ours)}
    if subprocess.run(command, env=environment, capture_output=True, check=False).returncode:
        raise UserError(f"{command[0]} failed.")


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): _hash(each.open("rb")) for each in files}


def _hash(file) -> str:
    with file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pack(folder: Path, out: Path) -> None:
    opened = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "wb") as file, tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as archive:
        for each in sorted(folder.rglob("*")):
            archive.add(each, each.relative_to(folder).as_posix(), recursive=False)


def unread(path: Path) -> Iterator[str]:
    """Everything in an archive that is not as its manifest says, in words."""
    try:
        with tarfile.open(path, "r:gz") as archive:
            wanted = json.load(archive.extractfile(MANIFEST))["files"]
            found = {each.name: _hash(archive.extractfile(each)) for each in archive if each.isfile() and each.name != MANIFEST}
    except (tarfile.TarError, OSError, EOFError, KeyError, ValueError):
        yield f"{path} cannot be read as a backup."
        return
    yield from (f"{name} is missing from the backup." for name in sorted(wanted.keys() - found.keys()))
    yield from (f"{name} is not of this backup." for name in sorted(found.keys() - wanted.keys()))
    both = sorted(found.keys() & wanted.keys())
    yield from (f"{name} has been changed or damaged." for name in both if found[name] != wanted[name])


def run_restore(archive: Path, console: Console) -> None:
    """Bring a backup back, where there is no record yet, and verify the audit. UserError."""
    faults = list(unread(archive)) if archive.is_file() else [f"{archive} is not there."]
    if faults:
        raise UserError(*faults, hint="Nothing was restored.")
    if _has_record():
        raise UserError("There is a record here already: a restore overwrites nothing.", hint="Use an empty GOLDENTHREAD_HOME.")
    with tempfile.TemporaryDirectory(prefix="gt-restore-", dir=settings.HOME) as place:
        with tarfile.open(archive, "r:gz") as packed:
            packed.extractall(place, filter="data")
        folder = Path(place)
        said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        is_whole = _database_from(folder)
        if (folder / "attachments").is_dir():
            shutil.copytree(folder / "attachments", settings.MEDIA_ROOT, dirs_exist_ok=True)
    connection.close()
    call_command("migrate", verbosity=0, interactive=False)
    counts = f"{Person.objects.count():,} people and {Entry.objects.count():,} entries"
    say(console, f"Restored from the backup of {said['made_at'][:16].replace('T', ' ')}: {counts}.")
    if is_whole:
        run_audit(said["audit_head"], console)


def check_record() -> None:
    """That there is a record here; UserError."""
    if not _has_record():
        raise UserError("There is no record here: see GOLDENTHREAD_HOME and GOLDENTHREAD_DATABASE.")


def _has_record() -> bool:
    """Whether there is anything here: that can be kept, or that a restore would overwrite."""
    try:
        return any(model.objects.exists() for model in (Person, Entry, Worker, AuditRow))
    except DatabaseError:
        return False
    finally:
        connection.close()


def _database_from(folder: Path) -> bool:
    """Put the database in its place; whether the audit came with it (the open contract does not carry it)."""
    if (folder / SQLITE).is_file():
        _need("sqlite", "SQLite: leave GOLDENTHREAD_DATABASE empty")
        target = Path(settings.DATABASES["default"]["NAME"])
        for old in target.parent.glob(f"{target.name}*"):
            old.unlink()
        shutil.copyfile(folder / SQLITE, target)
        target.chmod(0o600)
    elif (folder / DUMP).is_file():
        _need("postgresql", "PostgreSQL: set GOLDENTHREAD_DATABASE")
        _postgres(["pg_restore", "--clean", "--if-exists", "--no-owner", f"--dbname={settings.DATABASES['default']['NAME']}",
                   str(folder / DUMP)])  # fmt: skip
    else:
        call_command("migrate", verbosity=0, interactive=False)
        run_import(folder / CONTRACT, Console(quiet=True))
        return False
    return True


def _need(engine: str, words: str) -> None:
    if connection.vendor != engine:
        raise UserError(f"This backup is of {words}.")


def audit_head() -> str:
    """The hash of the audit's latest row."""
    return AuditRow.objects.order_by("-seq").values_list("hash", flat=True).first() or audit.FIRST


def run_audit(head: str | None, console: Console) -> None:
    """Look at every row of the audit: print its head, or where it is cut. UserError where it is."""
    check_record()
    cuts = list(audit.verify(head))
    if cuts:
        places = [f"Row {cut.seq}: {cut.what}." if cut.seq else f"{capital(cut.what)}." for cut in cuts[:20]]
        raise UserError(*places, hint=f"The audit is not whole: {len(cuts)} places. Tell your ICT security at once.")
    say(console, f"The audit is whole: {AuditRow.objects.count():,} rows. Its head is")
    say(console, audit_head())
