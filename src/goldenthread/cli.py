"""One command for each verb."""

import datetime as dt
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from typer.exceptions import TyperException

from goldenthread import __version__, cli_server
from goldenthread.errors import UserError

JUDGED, FAULT_OF_OURS, UNUSABLE = 0, 1, 2

app = typer.Typer(
    help="What is owed to each child, by whom, by when, and whether it was kept.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip

DAY = {"formats": ["%Y-%m-%d"], "metavar": "DATE"}


@app.command()
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Extracts: files, folders, or a database's URL.")
    ] = None,
    as_at: Annotated[dt.datetime | None, typer.Option(**DAY, help="Judge as at this day.")] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the report and the lists go.")] = Path("out"),
    settings: Annotated[Path | None, typer.Option(metavar="FILE", help="The authority's settings (TOML).")] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this standard; may be given again.")] = None,
    record: Annotated[bool, typer.Option("--record", help="Judge the live record instead of extracts.")] = False,
) -> None:
    """Judge extracts of the system a council already has, or the live record, and report which children are drifting."""
    from goldenthread.check.command import run

    reader = cli_server.record_reader(paths) if record else None
    run(paths or [], _day(as_at), out, settings, only or [], _progress, Console(), reader)


@app.command()
def replay(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Extracts: files, folders, or a database's URL.")
    ] = None,
    since: Annotated[dt.datetime | None, typer.Option(**DAY, help="The first day; else two years before the last.")] = None,
    until: Annotated[dt.datetime | None, typer.Option(**DAY, help="The last day; else the last that is known.")] = None,
    every: Annotated[int, typer.Option(min=1, metavar="DAYS", help="So many days from one to the next.")] = 28,
    horizon: Annotated[int, typer.Option(min=1, metavar="DAYS", help="Within it a warning comes true, or does not.")] = 182,
    managers: Annotated[int | None, typer.Option(min=1, help="Who share the cards; else one for six workers.")] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the two lists go.")] = Path("out"),
    settings: Annotated[Path | None, typer.Option(metavar="FILE", help="The authority's settings (TOML).")] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this standard; may be given again.")] = None,
    record: Annotated[bool, typer.Option("--record", help="Replay the live record instead of extracts.")] = False,
    with_hindsight: Annotated[bool, typer.Option("--with-hindsight", help="Use what was written down later.")] = False,
) -> None:
    """Replay past days: what each standard would have said, how long before something serious came, how often rightly."""
    from goldenthread.replay.command import Asked, run

    reader = cli_server.record_reader(paths) if record else None
    asked = Asked(_day(since), _day(until), every, horizon, managers, with_hindsight)
    run(paths or [], asked, out, settings, only or [], _progress, Console(), reader)


@app.command()
def invent(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the invented authority goes.")],
    children: Annotated[int, typer.Option(min=1, help="How many children.")] = 2000,
    years: Annotated[int, typer.Option(min=1, max=10, help="How many years of history.")] = 6,
    seed: Annotated[int, typer.Option(help="The same seed invents the same authority.")] = 1,
    as_at: Annotated[dt.datetime | None, typer.Option(**DAY, help="The authority's today.")] = None,
    share: Annotated[float, typer.Option(min=0, max=1, help="The share of children with a failing planted.")] = 0.15,
    file_format: Annotated[str, typer.Option("--format", help="csv or parquet.")] = "parquet",
) -> None:
    """Invent an authority, with the failings inspectors find planted and listed in truth.csv."""
    from goldenthread.invent import write

    with _progress() as progress:
        write(children, years, seed, _day(as_at), out, share=share, file_format=file_format, progress=progress)
    Console().print(f"An invented authority of {children:,} children is in {out}.")


@app.command()
def contract(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the schemas and their README go.")] = Path("contract"),
) -> None:
    """Write the open contract: the files, columns and JSON Schemas by which anything can be put on a thread."""
    from goldenthread.formats.contract import write_contract

    write_contract(out)
    Console().print(f"The open contract is in {out}.")


@app.command()
def book(
    file_format: Annotated[str, typer.Option("--format", help="html, csv or json.")] = "csv",
    settings: Annotated[Path | None, typer.Option(metavar="FILE", help="The authority's settings (TOML).")] = None,
) -> None:
    """Print the book of standards: each with its law, the force of its number, who is responsible, and examples."""
    from goldenthread.standards.book import print_book

    sys.stdout.write(print_book(file_format, settings))


@app.command()
def version() -> None:
    """Print the version."""
    Console().print(__version__)


cli_server.add_to(app)


def main() -> None:
    """Run a command: exit 0 when it did its work, 2 when the user can put something right, 1 for a fault of ours."""
    try:
        app(standalone_mode=False)
    except UserError as error:
        _tell(error)
        sys.exit(UNUSABLE)
    except typer.Exit as stop:
        sys.exit(stop.exit_code)
    except TyperException as misuse:  # an option or argument is wrong
        misuse.show()
        sys.exit(UNUSABLE)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception as fault:
        _tell_of_ours(fault)
        sys.exit(FAULT_OF_OURS)


def _tell(error: UserError) -> None:
    console = Console(stderr=True, highlight=False)
    for fault in error.faults:
        console.print(fault, markup=False, soft_wrap=True)
    if error.hint:
        console.print(error.hint, markup=False, soft_wrap=True)


def _tell_of_ours(fault: Exception) -> None:
    """Where it happened, never what it said: a message may quote a child's record."""
    console = Console(stderr=True, highlight=False)
    place = traceback.extract_tb(fault.__traceback__)
    console.print("Something went wrong that is our fault, not yours. Nothing of it was sent anywhere.", markup=False)
    console.print(f"Please report: {type(fault).__name__} at", markup=False)
    for frame in place[-6:]:
        console.print(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}", markup=False)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


@contextmanager
def _progress() -> Iterator:
    """A function `progress(what, done=0, total=None)` that shows a bar on a terminal and nothing elsewhere."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    words = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[done]}"))
    columns = (SpinnerColumn(), *words, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Starting", total=None, done="")

        def progress(what: str, done: int = 0, total: int | None = None) -> None:
            bar.update(task, description=what, completed=done, total=total, done=f"{done:,}" if done else "")

        yield progress


if __name__ == "__main__":
    main()
