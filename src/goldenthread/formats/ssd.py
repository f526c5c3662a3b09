"""The Standard Safeguarding Dataset: a folder of CSV or Parquet files, a SQLite file, or a PostgreSQL database."""

from collections.abc import Iterator
from pathlib import Path

from goldenthread.formats.cells_csv import csv_cells
from goldenthread.formats.cells_database import is_sqlite, postgres_cells, sqlite_cells
from goldenthread.formats.cells_parquet import parquet_cells
from goldenthread.formats.language import Cells, Format
from goldenthread.formats.ssd_gives import GIVES
from goldenthread.formats.ssd_tables import PREFIX, columns, tables
from goldenthread.formats.ssd_views import VIEWS

URLS = ("postgresql://", "postgres://")
TABLES = {name.lower(): name.removeprefix(PREFIX) for name in columns()}


def table_of(path: Path) -> str | None:
    """The table a file is named after: ssd_person.csv, ssd_development.ssd_person.parquet."""
    return TABLES.get(path.stem.lower().rpartition(".")[2])


def recognises(path: Path) -> bool:
    """By name; a SQLite file by its first bytes."""
    if path.suffix.lower() in (".sqlite", ".sqlite3", ".db"):
        return is_sqlite(path)
    return path.suffix.lower() in (".csv", ".parquet") and table_of(path) is not None


def rows(place: Path | str) -> Iterator[Cells]:
    """The rows of a file, or of every table of a database."""
    if isinstance(place, str):
        return postgres_cells(place, TABLES)
    if place.suffix.lower() == ".csv":
        return csv_cells(place, table_of(place))
    if place.suffix.lower() == ".parquet":
        return parquet_cells(place, table_of(place))
    return sqlite_cells(place, TABLES)


FORMAT = Format(
    name="ssd",
    title="Standard Safeguarding Dataset",
    expects="the Standard Safeguarding Dataset: ssd_person.csv (or .parquet) and the like, a SQLite file, or a "
    "postgresql:// URL",
    rank=2,
    tables=tables(),
    gives=GIVES,
    views=VIEWS,
    recognises=recognises,
    rows=rows,
    blanks=("NULL", "PLACEHOLDER_DATA"),
    urls=URLS,
)
