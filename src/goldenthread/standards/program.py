"""Standards compiled once in a process, then a few subjects judged in a moment, as often as is wanted.

`evaluate.judge` compiles (seconds) and judges everyone. A Program does what `judge` would, in the same words, over empty
tables; it remembers each step as prepared SQL, and for each judging fills the tables with the facts of these subjects.
The planner's statistics would be those of empty tables, so that optimiser is off (it prunes by what it believes).
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping

import duckdb

from goldenthread.standards import evaluate, explain
from goldenthread.standards.duty import COLUMNS
from goldenthread.standards.engines import Recorded
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Coverage, Thread, columns_of, create_table
from goldenthread.standards.vocabulary import NOUNS

_BESIDE = {
    "as_at": {"subject_id": "VARCHAR", "as_at": "DATE", "day_after": "DATE"},
    "latest_told": {"noun": "VARCHAR", "subject_id": "VARCHAR"},
    "source_files": {"file_no": "BIGINT", "name": "VARCHAR"},
    "places": {"ref": "BIGINT", "place": "VARCHAR"},
}


class Program:
    """What these standards owe, from sources with this coverage. Not shared between threads."""

    def __init__(self, standards: Iterable[Standard], coverage: list[Coverage]):
        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 1")
        self.connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        self._tables = _BESIDE | {name: columns_of(noun) for name, noun in NOUNS.items()}
        self._filled: set[str] = set()
        for name, columns in _BESIDE.items():
            told = ", ".join(f"{column} {kind}" for column, kind in columns.items())
            self.connection.execute(f"CREATE TABLE {name} ({told})")
        for noun in NOUNS.values():
            create_table(self.connection, noun)
        self._steps = self._prepare([each for each in standards if not evaluate.why_not(each, coverage)], coverage)

    def _prepare(self, standards: list[Standard], coverage: list[Coverage]) -> list[str]:
        """The tables to fill, in order; filling one is a prepared statement of its name."""
        engine = Recorded(self.connection)
        evaluate.keep_judged(engine, standards, Thread(self.connection, coverage), None)
        self.connection.execute(explain.DUTIES_VIEW)
        for table, query in engine.filled:
            self.connection.execute(f"PREPARE fill_{table} AS INSERT INTO {table} {query}")
        for table, columns in self._tables.items():
            shape = json.dumps([columns])
            self.connection.execute(
                f"PREPARE take_{table} AS INSERT INTO \"{table}\" SELECT unnest(from_json($1, '{shape}'), recursive := true)"
            )
        self.connection.execute("PREPARE duties_now AS SELECT * FROM duties")
        return [table for table, _ in engine.filled]

    def judge(
        self, facts: Mapping[str, list[dict]], subjects: Iterable[str], as_at: dt.date,
        latest_told: Iterable[tuple[str, str]] = (), sources: Mapping[int, str] | None = None,
    ) -> list[dict]:  # fmt: skip
        """The duties (dicts of duty.COLUMNS) of these subjects.

        `facts`: rows of `columns_of` each noun. `latest_told`: pairs of noun and subject. `sources`: names by file number.
        """
        day_after = as_at + dt.timedelta(1)
        rows = dict(facts) | {
            "as_at": [{"subject_id": each, "as_at": as_at, "day_after": day_after} for each in subjects],
            "latest_told": [{"noun": noun, "subject_id": subject} for noun, subject in latest_told],
            "source_files": [{"file_no": number, "name": name} for number, name in (sources or {}).items()],
        }
        for table in self._filled:
            self.connection.execute(f'DELETE FROM "{table}"')
        self._filled = {table for table, given in rows.items() if given}
        for table in self._filled:
            self.connection.execute(f"EXECUTE take_{table}({_literal(json.dumps(rows[table], default=_plain))})")
        self.connection.execute("UPDATE standards_told SET as_at_day = $1", [as_at])
        for table in self._steps:
            self.connection.execute(f"DELETE FROM {table}")
            self.connection.execute(f"EXECUTE fill_{table}")
        found = self.connection.execute("EXECUTE duties_now").fetchall()
        return [dict(zip(COLUMNS, duty, strict=True)) for duty in found]


def _plain(value) -> str:
    return value.isoformat()


def _literal(text: str) -> str:
    """Text as SQL: EXECUTE takes no parameters but literals."""
    return "'" + text.replace("'", "''") + "'"
