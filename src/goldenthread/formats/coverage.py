"""What a source bears witness to, worked out from what its files hold (docs/adr/0002-coverage.md)."""

import datetime as dt
import re
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from goldenthread.codes.calendar import FIRST_DAY
from goldenthread.formats.facts import Given, base
from goldenthread.formats.language import Format, Gives
from goldenthread.formats.parse import quoted
from goldenthread.standards.thread import Coverage


def coverage(connection, fmt: Format, given: list[Given], headers: dict, as_at: dt.date) -> list[Coverage]:
    """The coverage of one format's files, as at a day: one for each noun, extent and window."""
    from_day, to_day = fmt.covers(connection, as_at)
    to_day = min(to_day, as_at)
    facts: dict[tuple, set[str]] = {}
    for each in given:
        if each.gives.extent and _is_witness(connection, fmt, each, headers):
            key = (each.gives.noun.name, each.gives.extent, each.gives.months)
            facts.setdefault(key, set()).update(_facts(connection, fmt, each, headers))
            if _tells_ends(connection, fmt, each.gives, headers):
                facts[key].add("ended")
    return [
        Coverage(fmt.name, noun, _from(noun, from_day, to_day, months), to_day, extent, frozenset(names))
        for (noun, extent, months), names in facts.items()
    ]


def _from(noun: str, from_day: dt.date, to_day: dt.date, months: int | None) -> dt.date:
    if noun == "person":  # who a child is does not begin with a collection year
        return FIRST_DAY
    return from_day if months is None else max(from_day, to_day - relativedelta(months=months))


def _is_witness(connection, fmt: Format, given: Given, headers: dict) -> bool:
    """Whether the files say enough of the noun: its columns are there, and not empty in every row."""
    gives = given.gives
    if not _needed_are_there(connection, fmt, gives, headers):
        return False
    if given.facts:
        return True
    if fmt.empty_is_none and (fmt.name, gives.table) in headers:
        return True
    return gives.none_counts and _where_is_filled(connection, fmt, gives)


def _needed_are_there(connection, fmt: Format, gives: Gives, headers: dict) -> bool:
    """Whether the columns its days come from are in the headers (one of them, where an expression has several)."""
    if not all(_is_there(fmt, gives, need, headers) for need in gives.needs):
        return False
    seen = headers.get((fmt.name, gives.table))
    if seen is None:
        return gives.table in fmt.views
    day = gives.start if gives.noun.lasts else gives.day
    mentioned = (_mentioned(connection, fmt, gives, expression) for expression in (gives.subject, day))
    return all(not names or names & seen for names in mentioned)


def _is_there(fmt: Format, gives: Gives, column: str, headers: dict) -> bool:
    """Whether a column ("table.column", or of the Gives' own table) is in the files."""
    table, _, name = column.rpartition(".")
    return name in headers.get((fmt.name, table or gives.table), ())


def _tells_ends(connection, fmt: Format, gives: Gives, headers: dict) -> bool:
    """Whether the source holds the ends of a period: its end column is there, though every row may still be open."""
    if not gives.noun.lasts or gives.end is None:
        return False
    if gives.ends_in:
        return _is_there(fmt, gives, gives.ends_in, headers)
    mentioned = _mentioned(connection, fmt, gives, gives.end)
    seen = headers.get((fmt.name, gives.table))
    return seen is None or not mentioned or bool(mentioned & seen)


def _mentioned(connection, fmt: Format, gives: Gives, expression: str | None) -> set[str]:
    """The columns of its table that an expression mentions."""
    rows = connection.execute(f"DESCRIBE {fmt.parsed(gives.table)}").fetchall()
    return {row[0] for row in rows if expression and re.search(rf"(?<!\w){re.escape(row[0])}(?!\w)", expression)}


def _where_is_filled(connection, fmt: Format, gives: Gives) -> bool:
    """Whether there are rows with a subject and a day, and each column of `where` is filled in one of them."""
    names = sorted(_mentioned(connection, fmt, gives, gives.where))
    counts = "".join(f", count({quoted(name)})" for name in names)
    return all(connection.execute(f"SELECT count(*){counts} {base(fmt, gives)}").fetchone())


def _facts(connection, fmt: Format, given: Given, headers: dict) -> Iterator[str]:
    """The facts known of at least one; where there are none at all, those whose columns are in the header."""
    for name, known in given.known.items():
        if known:
            yield name
        elif not given.facts and name in given.gives.facts:
            mentioned = _mentioned(connection, fmt, given.gives, given.gives.facts[name])
            if mentioned <= headers.get((fmt.name, given.gives.table), mentioned):
                yield name
