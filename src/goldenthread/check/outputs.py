"""Everything a run of check leaves in its folder."""

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
from pyarrow import parquet

from goldenthread.check.report.page import write_report
from goldenthread.check.run import Run
from goldenthread.check.workbook import write_workbook
from goldenthread.errors import UserError
from goldenthread.formats import not_read
from goldenthread.standards.duty import COLUMNS
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Coverage

SORT_UP_TO = 2_000_000
"""More duties than this are written in the order they were judged: sorting them would cost too much memory."""


def write_all(
    connection,
    out_dir,
    standards: Sequence[Standard],
    as_at: dt.date,
    as_at_why: str,
    summaries: Sequence,
    coverage: Sequence[Coverage],
    authority: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> dict[str, Path]:
    """Write every file into `out_dir`, made if need be, and say where each is, by its name.

    `connection` holds the tables duties, not_judged and not_read. `progress` is told each file's name before it is
    written. UserError where a file cannot be written.
    """
    run = Run(standards, as_at, as_at_why, summaries, coverage, authority)
    writers = {
        "duties.parquet": _parquet,
        "duties.csv": _duties_csv,
        "not_read.csv": not_read.write,
        "not_judged.csv": _not_judged_csv,
        "shortfalls.xlsx": lambda connection, path: write_workbook(connection, path, run),
        "report.html": lambda connection, path: write_report(connection, path, run),
    }
    folder = _folder(out_dir)
    for name, write in writers.items():
        if progress:
            progress(name)
        with _told_in_words(folder / name):
            write(connection, folder / name)
    return {name: folder / name for name in writers}


def _parquet(connection, path: Path) -> None:
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    _copy(connection, f"SELECT {columns} FROM duties{_order(connection)}", path, "FORMAT parquet, COMPRESSION zstd")


def _duties_csv(connection, path: Path) -> None:
    """The same rows as the Parquet file beside it, read back: putting millions of duties into words once is enough."""
    with parquet.ParquetFile(path.with_name("duties.parquet")) as file:
        rows = pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches())
        connection.register("duties_written", rows)
        _copy(connection, f"SELECT * FROM duties_written{_order(connection)}", path, "FORMAT csv, HEADER")
        connection.unregister("duties_written")


def _not_judged_csv(connection, path: Path) -> None:
    rows = "SELECT standard, reason, how_many FROM not_judged ORDER BY standard, reason"
    _copy(connection, rows, path, "FORMAT csv, HEADER")


def _order(connection) -> str:
    (number,) = connection.execute("SELECT count(*) FROM duties").fetchone()
    return " ORDER BY subject_id, standard, opened_on, evidence" if number <= SORT_UP_TO else ""


def _copy(connection, query: str, path: Path, options: str) -> None:
    connection.execute(f"COPY ({query}) TO {_quoted(path)} ({options})")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _folder(out_dir) -> Path:
    folder = Path(out_dir)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"The folder {folder} cannot be made: {error.strerror}.") from error
    return folder


@contextmanager
def _told_in_words(path: Path):
    """A file that cannot be written is the user's to put right."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        yield
    except (OSError, duckdb.IOException, FileCreateError) as error:
        raise UserError(
            f"{path} cannot be written.",
            hint="Is it open in another program, is the disk full, or is the folder one you may not write to?",
        ) from error
