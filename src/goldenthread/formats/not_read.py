"""What was not read: the only place where a value out of a record is written down."""

import csv
from pathlib import Path

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
        connection.executemany("INSERT INTO not_read VALUES (?, ?, ?, ?, ?, ?)", rows)


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
