"""Reads many rows of the record into DuckDB at once, through Django's own connection.

Never through ADBC: a second SQLite library in a process drops the locks of the first, and takes its log of writes away
under it (docs/adr/0011-reading-the-record-whole.md). A query gives whole numbers and text, and never NULL.
"""

from collections.abc import Iterator

import pyarrow as pa
from django.db import connection as record

ROWS = 50_000


def scan(connection, name: str, columns: str, query: str) -> int:
    """Make the DuckDB table `name`, with these columns ("id BIGINT, noun VARCHAR"), of what a query of the record gives.

    Answers the number of its rows.
    """
    connection.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")
    for batch in _batches(query):
        connection.register("scanned", batch)
        connection.execute(f"INSERT INTO {name} SELECT * FROM scanned")
        connection.unregister("scanned")
    return connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]


def text(column: str) -> str:
    """SQL: a column as text, empty where it is NULL; instants are in UTC."""
    if record.vendor == "sqlite":
        return f"coalesce({column}, '')"
    kind = " AT TIME ZONE 'UTC'" if column.rpartition(".")[2].endswith("_at") else ""
    return f"coalesce(({column}{kind})::text, '')"


def _batches(query: str) -> Iterator[pa.Table]:
    """The rows, some at a time; PostgreSQL keeps the rest on its side."""
    with record.chunked_cursor() as cursor:
        cursor.execute(query)
        while rows := cursor.fetchmany(ROWS):
            columns = [pa.array(column) for column in zip(*rows, strict=True)]
            yield pa.Table.from_arrays(columns, names=[f"c{number}" for number in range(len(columns))])
