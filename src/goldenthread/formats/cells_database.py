"""Cuts the tables of a database into cells, streamed, as text: a SQLite file, or PostgreSQL by its URL. Read only."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pyarrow as pa

from goldenthread.errors import UserError
from goldenthread.formats.cells_parquet import numbered
from goldenthread.formats.language import Cells
from goldenthread.formats.parse import quoted

ROWS = 50_000
SQLITE_MARK = b"SQLite format 3\0"


def is_sqlite(path: Path) -> bool:
    """Whether its first bytes are SQLite's."""
    with path.open("rb") as file:
        return file.read(16) == SQLITE_MARK


def sqlite_cells(path: Path, tables: dict[str, str]) -> Iterator[Cells]:
    """The rows of those tables (name in the file, in small letters, to name of ours) that the SQLite file has.

    Opened so that nothing is written beside it. UserError where it is in use or damaged.
    """
    journal = path.with_name(path.name + "-wal")
    if journal.exists() and journal.stat().st_size:
        raise UserError("another program has it open; close that program and try again.")
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = _text
    try:
        listed = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
        for (name,) in listed.fetchall():
            if name.lower() in tables:
                yield from _sqlite_table(connection, name, tables[name.lower()])
    except sqlite3.DatabaseError as error:
        raise UserError("it is no SQLite database, or is damaged.") from error
    finally:
        connection.close()


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def _sqlite_table(connection: sqlite3.Connection, name: str, table: str) -> Iterator[Cells]:
    cursor = connection.execute(f"SELECT * FROM {quoted(name)}")
    names = [column[0] for column in cursor.description]
    yield Cells(table, _batch(names, [], 1), name)
    row = 1
    while rows := cursor.fetchmany(ROWS):
        yield Cells(table, _batch(names, rows, row), name)
        row += len(rows)


def _batch(names: list[str], rows: list[tuple], first: int) -> pa.RecordBatch:
    cells = zip(*rows, strict=True) if rows else [()] * len(names)
    columns = [pa.array([None if cell is None else str(cell) for cell in column], pa.string()) for column in cells]
    return numbered(pa.table(columns, names=names), first)


def postgres_cells(url: str, tables: dict[str, str]) -> Iterator[Cells]:
    """The rows of those tables that the PostgreSQL database has, in whatever schema. Needs the extra `postgres`."""
    try:
        from adbc_driver_manager import Error
        from adbc_driver_postgresql import dbapi
    except ImportError:
        raise UserError("to read PostgreSQL, install the extra: pip install 'goldenthread[postgres]'.") from None
    try:
        with dbapi.connect(url) as connection, connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            for name, (schema, columns) in _postgres_tables(cursor, tables).items():
                yield from _postgres_table(cursor, schema, name, columns, tables[name.lower()])
    except Error as error:
        raise UserError(f"PostgreSQL says: {_without_password(str(error), url)}") from None


def _postgres_tables(cursor, tables: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Each wanted table with its schema and columns; UserError where two schemas have it."""
    cursor.execute(
        "SELECT table_schema::text, table_name::text, column_name::text FROM information_schema.columns "
        "WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2, ordinal_position"
    )
    found: dict[str, dict[str, list[str]]] = {}
    for schema, name, column in cursor.fetchall():
        if name.lower() in tables:
            found.setdefault(name, {}).setdefault(schema, []).append(column)
    several = ((name, schemas) for name, schemas in found.items() if len(schemas) > 1)
    doubled = [f"{name} is in the schemas {' and '.join(schemas)}." for name, schemas in several]
    if doubled:
        raise UserError(*doubled, hint="Give a user that sees only one of them.")
    if not found:
        raise UserError("it has no table of the Standard Safeguarding Dataset (ssd_person, …) that this user may read.")
    return {name: next(iter(schemas.items())) for name, schemas in found.items()}


def _postgres_table(cursor, schema: str, name: str, columns: list[str], table: str) -> Iterator[Cells]:
    as_text = ", ".join(f"{quoted(column)}::text AS {quoted(column)}" for column in columns)
    cursor.execute(f"SELECT {as_text} FROM {quoted(schema)}.{quoted(name)}")
    yield Cells(table, _batch(columns, [], 1), f"{schema}.{name}")
    row = 1
    for batch in cursor.fetch_record_batch():
        yield Cells(table, numbered(pa.Table.from_batches([batch]), row), f"{schema}.{name}")
        row += batch.num_rows


def _without_password(message: str, url: str) -> str:
    """The first line of a driver's message, without the password of the URL."""
    password = urlsplit(url).password
    line = message.strip().splitlines()[0]
    for secret in {password, unquote(password)} if password else ():
        line = line.replace(secret, "…")
    return line
