"""The commands of the live record. They need `goldenthread[server]`; without it each says so."""

import datetime as dt
import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from goldenthread.errors import UserError

DAY = {"formats": ["%Y-%m-%d"], "metavar": "DATE"}


def django() -> None:
    """Set Django up; UserError where it is not installed."""
    if importlib.util.find_spec("django") is None:
        raise UserError("This command needs the live record: pip install 'goldenthread[server]'.")
    import django as framework

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")
    framework.setup()


def record_reader(paths: list[str] | None) -> Callable:
    """What reads the thread of the live record, for `check --record`; UserError where paths were given too."""
    if paths:
        raise UserError("Give either extracts to judge, or --record, not both.")
    django()
    from goldenthread.record.facts import read

    return read


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    threads: Annotated[int, typer.Option(min=1, help="How many requests are answered at once.")] = 8,
) -> None:
    """Serve the record. Refuses to start where a setting is unsafe, and says which."""
    django()
    from goldenthread.web.serving import run

    run(host, port, threads, Console())


def feed(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or a database's URL.")],
    source: Annotated[str, typer.Option(help="What this authority calls the system they come from.")] = "fed",
    as_at: Annotated[dt.datetime | None, typer.Option(**DAY, help="The day they tell of.")] = None,
) -> None:
    """Take in what the council's present system holds: only what changed, and nothing at all if it fails."""
    django()
    from goldenthread.record.feeding.command import run

    run(paths, source, as_at.date() if as_at else None, Console())


def link() -> None:
    """Propose people who may be recorded twice, for a person to decide (needs goldenthread[linkage])."""
    django()
    from goldenthread.record.linking import run

    run(Console())


def export(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="An empty folder, or one to be made.")],
    with_sealed: Annotated[bool, typer.Option("--with-sealed", help="Adoption records and their links too.")] = False,
) -> None:
    """Write the whole record to the open contract: nothing is masked, so guard the folder."""
    django()
    from goldenthread.record.moving.command import run_export

    run_export(out, Console(), with_sealed)


def import_(folder: Annotated[Path, typer.Argument(metavar="DIR", help="What `export` wrote.")]) -> None:
    """Bring an exported record back, into an empty database."""
    django()
    from goldenthread.record.moving.command import run_import

    run_import(folder, Console())


def retention(
    as_at: Annotated[dt.datetime | None, typer.Option(**DAY, help="Reckon as at this day.")] = None,
) -> None:
    """List the records whose time to be destroyed has come, by which rule. Destroys nothing."""
    django()
    from goldenthread.record.retention import run

    run(as_at.date() if as_at else None, Console())


def nightly(
    as_at: Annotated[dt.datetime | None, typer.Option(**DAY, help="Judge as at this day; today, unless given.")] = None,
) -> None:
    """What is owed every night, and on demand: judge everyone, tell whoever is to know, send the digest, tell authors of drafts
    long untouched and remove those they were told of, note the audit's head. Ended and run again, it does nothing twice."""
    django()
    from goldenthread.web.nightly import run_nightly

    run_nightly(as_at.date() if as_at else None, Console())


def backup(out: Annotated[Path, typer.Argument(metavar="FILE", help="The archive to write.")]) -> None:
    """Write the database and the attachments to one archive, and check that it can be read."""
    django()
    from goldenthread.web.keeping import run_backup

    run_backup(out, Console())


def restore(archive: Annotated[Path, typer.Argument(metavar="FILE", help="What `backup` wrote.")]) -> None:
    """Bring a backup back, where there is no record yet."""
    django()
    from goldenthread.web.keeping import run_restore

    run_restore(archive, Console())


def audit(
    head: Annotated[str | None, typer.Option(help="A hash noted earlier, which must still be there.")] = None,
) -> None:
    """Verify the audit: print its head, or where the chain is cut."""
    django()
    from goldenthread.web.keeping import run_audit

    run_audit(head, Console())


def worker(
    email: Annotated[str, typer.Argument(help="How the worker signs in.")],
    name: Annotated[str, typer.Option(help="The worker's name.")],
    role: Annotated[str, typer.Option(help="The worker's role.")] = "administrator",
) -> None:
    """Make an account and print a link by which its worker sets a password: for the first administrator."""
    django()
    from goldenthread.web.serving import run_worker

    run_worker(email, name, role, Console())


def demo(
    children: Annotated[int, typer.Option(min=50, help="How many children to invent.")] = 2000,
    seed: Annotated[int, typer.Option(help="The same seed invents the same authority.")] = 1,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the invented authority goes.")] = Path("out/demo"),
) -> None:
    """Invent an authority, feed it, judge it, and serve it with an account for each role. No real data."""
    os.environ |= {"GOLDENTHREAD_DEMO": "yes", "GOLDENTHREAD_DATABASE": ""}  # never the database of a real record
    os.environ["GOLDENTHREAD_HOME"] = str(out / "record")
    (out / "record").mkdir(parents=True, exist_ok=True)
    django()
    from goldenthread.web.demo import run

    run(children, seed, host, port, out, Console())


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (serve, feed, link, export, retention, nightly, backup, restore, audit, worker, demo):
        app.command()(command)
    app.command("import")(import_)
