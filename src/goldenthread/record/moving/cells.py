"""CSV for people: a cell that a spreadsheet would take for a formula is kept from being one."""

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: Any) -> str:
    """A value as text that no spreadsheet runs: one that begins like a formula has an apostrophe put before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def write_rows(to: TextIO, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a header and rows."""
    writer = csv.writer(to)
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
