"""`goldenthread check`, as a story: read, judge, write, tell."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import duckdb

from goldenthread.check.outputs import write_all
from goldenthread.check.terminal import summary
from goldenthread.errors import UserError
from goldenthread.formats.sources import read
from goldenthread.standards import evaluate, settings
from goldenthread.standards.book import book
from goldenthread.standards.language.standard import Standard

MEMORY = "6GB"
"""Beyond this DuckDB goes to the private folder: an analyst's laptop has other work to do."""


def run(
    paths, as_at: dt.date | None, out: Path, settings_file: Path | None, only: list[str], showing, console,
    reader: Callable | None = None,
) -> None:  # fmt: skip
    """Read the extracts, judge them, write the files into `out`, and tell of it on the console.

    `showing()` is a context that gives `progress(what, done)`. `reader(as_at, connection, progress)` reads something else
    than `paths`: the live record. UserError where an input, the settings or an id cannot be used: then nothing is judged
    or written.
    """
    reader = reader or partial(read, paths)
    standards, authority = chosen_standards(settings_file, only)
    with database() as connection:
        with showing() as progress:
            given = reader(as_at, connection, progress)
            progress("Judging")
            evaluate.judge(given.thread, standards, given.as_at)
            told = (standards, given.as_at, given.as_at_why, given.summaries)
            covers = given.thread.coverage
            written = write_all(connection, out, *told, covers, authority, lambda name: progress(f"Writing {name}"))
        summary(console, connection, *told, written, authority)


@contextmanager
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB in memory, compressed; what does not fit goes to a private folder that is removed afterwards."""
    folder = tempfile.mkdtemp(prefix="goldenthread-")  # only its owner may look into it
    connection = duckdb.connect(config={"temp_directory": folder, "autoinstall_known_extensions": False})
    try:
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        connection.execute("SET preserve_insertion_order = false")
        connection.execute("SET enable_progress_bar = false")
        connection.execute("ATTACH ':memory:' AS thread (COMPRESS)")
        connection.execute("USE thread")
        yield connection
    finally:
        connection.close()
        shutil.rmtree(folder, ignore_errors=True)


def chosen_standards(settings_file: Path | None, only: list[str]) -> tuple[list[Standard], str | None]:
    """The standards to judge by, as the authority has set them, and the authority's name; UserError for unknown ids."""
    standards = list(book())
    authority = None
    if settings_file:
        chosen = settings.read(settings_file, standards)
        standards, authority = settings.apply(chosen, standards), chosen.authority
    unknown = sorted(set(only) - {standard.id for standard in standards})
    if unknown:
        raise UserError(*[f"--only {each}: there is no such standard; `goldenthread book` lists them." for each in unknown])
    return [each for each in standards if not only or each.id in only], authority
