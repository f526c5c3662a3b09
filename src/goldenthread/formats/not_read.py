"""What was not read: the only place where a value out of a record is written down."""

import csv
from pathlib import Path

import pyarrow as pa

from goldenthread.standards.thread import ROWS_PER_FILE

COLUMNS = ("file", "row", "column", "found", "expected", "left_out")

TABLE = """CREATE TABLE IF NOT EXISTS not_read
    (file VARCHAR, "row" BIGINT, "column" VARCHAR, found VARCHAR, expected VARCHAR, left_out VARCHAR)"""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def create(connection) -> None:
    """Make the empty table; `left_out` is `value`, `row` or `file`."""
    connection.execute(TABLE)


def add(connection, file: str, faults) -> None:
    """Note faults (language.Fault) of one file."""
    rows = [(file, each.row, each.column, each.found, each.expected, each.left_out) for each in faults]
    if rows:
        columns = [pa.array(column) for column in zip(*rows, strict=True)]
        connection.register("faults", pa.table(columns, names=COLUMNS))
        connection.execute("INSERT INTO not_read SELECT * FROM faults")
        connection.unregister("faults")


def add_found(connection, found: str, column: str, expected: str, left_out: str) -> dict[int, int]:
    """Note what a query finds wrong among typed rows; how many for each file, by its number.

    `found`: SQL giving `ref`, and what was `found` there as text.
    """
    connection.execute(f"CREATE TABLE reading.wrong AS {found}")
    connection.execute(
        f"""INSERT INTO not_read SELECT name, ref % {ROWS_PER_FILE}, ?, coalesce(found, ''), ?, ?
        FROM reading.wrong JOIN source_files ON file_no = ref // {ROWS_PER_FILE}""",
        [column, expected, left_out],
    )
    counts = connection.execute(f"SELECT ref // {ROWS_PER_FILE}, count(*) FROM reading.wrong GROUP BY 1").fetchall()
    connection.execute("DROP TABLE reading.wrong")
    return dict(counts)


def write(connection, path: Path) -> int:
    """Write not_read.csv, readable by its owner only; the number of its rows.

    What was found is data from elsewhere: where a spreadsheet would take it for a formula, an apostrophe stands before.
    """
    result = connection.execute('SELECT * FROM not_read ORDER BY file, "row", "column"')
    path.touch(mode=0o600)
    path.chmod(0o600)
    number = 0
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        while rows := result.fetchmany(10_000):
            writer.writerows([*row[:3], _harmless(row[3]), *row[4:]] for row in rows)
            number += len(rows)
    return number


def _harmless(found: str | None) -> str:
    found = found or ""
    return "'" + found if found.startswith(FORMULA) else found
