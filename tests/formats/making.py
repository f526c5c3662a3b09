"""Small extracts made for a test, and what reading them gives. Every child is invented."""

import csv
import datetime as dt
import json
from pathlib import Path

import duckdb

from goldenthread.formats.sources import Read, read

AS_AT = dt.date(2025, 3, 31)


def put(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    """A file with this text; lines are given with their indentation."""
    lines = [line.strip() for line in text.strip().splitlines()]
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def put_manifest(folder: Path, **changes) -> Path:
    """A contract.json that covers six years to AS_AT."""
    said = {"contract_version": "1.0", "authority": "Invented", "from_day": "2019-04-01", "to_day": "2025-03-31"}
    path = folder / "contract.json"
    path.write_text(json.dumps(said | changes))
    return path


def reading(*paths: Path | str, as_at: dt.date | None = AS_AT) -> Read:
    """What reading these gives, on a connection of its own."""
    return read([str(path) for path in paths], as_at, duckdb.connect())


def facts(given: Read, noun: str) -> list[dict]:
    """The facts of a noun, each without its `ref` and what is not known, in order."""
    result = given.thread.connection.execute(f'SELECT * EXCLUDE (ref) FROM "{noun}" ORDER BY ALL')
    names = [column[0] for column in result.description]
    rows = (zip(names, row, strict=True) for row in result.fetchall())
    return [{name: value for name, value in row if value is not None} for row in rows]


def not_read(given: Read) -> list[tuple]:
    """What was not read: (file, row, column, found, left out), in order."""
    query = 'SELECT file, "row", "column", found, left_out FROM not_read ORDER BY ALL'
    return given.thread.connection.execute(query).fetchall()


def expected(given: Read) -> list[str]:
    """What not_read says was expected."""
    rows = given.thread.connection.execute("SELECT expected FROM not_read ORDER BY ALL").fetchall()
    return [said for (said,) in rows]


def covered(given: Read, noun: str) -> list[tuple]:
    """The coverage of a noun: (source, from, to, extent, facts)."""
    return [
        (each.source, each.from_day, each.to_day, each.extent, set(each.facts))
        for each in given.thread.coverage
        if each.noun == noun
    ]


def counts(given: Read) -> dict[str, tuple[int, int, int, int]]:
    """For each file: rows, with facts, with nothing to tell, not read."""
    return {each.file: (each.rows, each.with_facts, each.nothing_to_tell, each.not_read) for each in given.summaries}


def put_table(folder: Path, table: str, rows: str, prefix: str = "") -> Path:
    """A CSV file out of a table with `|` between its cells; `prefix` goes before every header."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in rows.strip().splitlines()]
    path = folder / f"{table}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([[prefix + name for name in header], *lines])
    return path
