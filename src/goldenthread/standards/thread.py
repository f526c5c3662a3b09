"""Threads: the facts of every subject, a DuckDB table for each noun, and what their sources bear witness to."""

import datetime as dt
from dataclasses import dataclass, field

import duckdb

from goldenthread.standards.language.nouns import Named

ROWS_PER_FILE = 10**10
"""`ref` is the number of the file times this, plus the row: where a fact was read."""

TYPES = {"text": "VARCHAR", "yes_no": "BOOLEAN", "number": "INTEGER", "day": "DATE"}


@dataclass(frozen=True)
class Coverage:
    """Between two days a source bears witness to a noun and to some of its facts: to `all`, or only to the `latest`.

    Of a period, "ended" among the facts says that the source holds its end.
    """

    source: str
    noun: str
    from_day: dt.date
    to_day: dt.date
    extent: str = "all"
    facts: frozenset[str] = frozenset()


@dataclass
class Thread:
    """Facts in one DuckDB: a table named after each noun that has any, `source_files`, and the coverage.

    `latest_told(noun, subject_id)`: of whom a source of extent `latest` would tell, whether or not there has been one.
    `places(ref, place)`, if there, says in words where a fact was read: of the record, whose facts are in no file.
    A noun's table has the columns of `columns_of(noun)`. A noun without a table is one no source holds.
    """

    connection: duckdb.DuckDBPyConnection
    coverage: list[Coverage] = field(default_factory=list)

    def nouns(self) -> set[str]:
        """The names of the nouns that have a table."""
        rows = self.connection.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")
        return {name for (name,) in rows.fetchall()}


def columns_of(noun: Named) -> dict[str, str]:
    """The columns of a noun's table, with their DuckDB types.

    `subject_id`, then `started_on` and `ended_on` of a period or `happened_on` of an event; instants in UTC
    (`started_at`, `ended_at`, `happened_at`) of a timed noun; `ref`; then the noun's facts.
    """
    stem = ["started", "ended"] if noun.lasts else ["happened"]
    columns = {"subject_id": "VARCHAR"} | {f"{each}_on": "DATE" for each in stem}
    if noun.timed:
        columns |= {f"{each}_at": "TIMESTAMP" for each in stem}
    return columns | {"ref": "BIGINT"} | {fact.name: TYPES[fact.kind] for fact in noun.facts}


def create_table(connection: duckdb.DuckDBPyConnection, noun: Named) -> None:
    """Make the empty table of a noun, unless it is there."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in columns_of(noun).items())
    connection.execute(f'CREATE TABLE IF NOT EXISTS "{noun.name}" ({columns})')
