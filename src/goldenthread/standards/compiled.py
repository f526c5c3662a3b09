"""The SQL by which standards are judged, compiled once and kept on disk: compiling takes far longer than judging.

What is kept holds rules and no facts: SQL, and the tables of limits. It is found again by a hash of all that it is made
from (the code, the libraries, the standards as set, and what of the coverage gives the SQL its shape).
"""

import datetime as dt
import functools
import hashlib
import importlib.metadata
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
from pyarrow import parquet

from goldenthread.standards import explain, judged, witness
from goldenthread.standards.engines import DuckDB
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Coverage, Thread, create_table
from goldenthread.standards.vocabulary import NOUNS

STANDS_FOR = dt.date(2399, 7, 13)
"""The day that stands in the compiled SQL for the day it is judged as at; the day after it, for the day after."""

KEPT = 24
"""So many compiled books are kept on disk, those used last."""

STEPS = "steps.json"


@dataclass(frozen=True)
class Steps:
    """What to do in order, (`view` or `table`, name, SQL), over the tables in `loaded`."""

    steps: list[tuple[str, str, str]]
    loaded: dict[str, pa.Table]


class Compiled:
    """Standards ready to be judged over a thread, on one day after another; the thread's tables may change in between.

    `not_judged`: the ids of those that cannot be, with why.
    """

    def __init__(self, thread: Thread, standards: Iterable[Standard]):
        self.thread, self.connection = thread, thread.connection
        asked = [(each, judged.why_not(each, thread.coverage)) for each in standards]
        self.standards = [each for each, reason in asked if not reason]
        self.not_judged = [(each.id, reason) for each, reason in asked if reason]
        self._steps = steps_of(self.standards, thread.coverage)

    def judge(self, as_at: dt.date) -> None:
        """Leave the view `duties`, and the tables `judged` and `standards_told`, in the thread's connection."""
        self.connection.execute("CREATE TABLE IF NOT EXISTS places (ref BIGINT, place VARCHAR)")
        there = self.thread.nouns()
        made = [noun for noun in _looked_at(self.standards, self.thread.coverage) if noun not in there]
        for noun in made:
            create_table(self.connection, NOUNS[noun])
        self._load(judged.beside(self.standards, self.thread.coverage, as_at) | self._steps.loaded)
        if not self.standards:
            self.connection.execute(explain.NOTHING_JUDGED)
        for kind, name, query in self._steps.steps:
            temporary = "" if name == "judged" else "TEMP "
            self.connection.execute(f"CREATE OR REPLACE {temporary}{kind} {name} AS {_as_at(query, as_at)}")
        for kind, name, _ in reversed(self._steps.steps):
            if name != "judged":
                self.connection.execute(f"DROP {kind} {name}")
        for name in (*made, *self._steps.loaded):
            self.connection.execute(f'DROP TABLE "{name}"')
        self.connection.execute(explain.named_views(self.thread.nouns()))
        self.connection.execute(explain.DUTIES_VIEW)

    def _load(self, tables: dict[str, pa.Table]) -> None:
        for name, rows in tables.items():
            self.connection.register("given_rows", rows)
            self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM given_rows")
            self.connection.unregister("given_rows")


def _as_at(query: str, day: dt.date) -> str:
    """The query for a day: wherever the day that stands for it is written."""
    for stands_for, each in ((STANDS_FOR, day), (STANDS_FOR + dt.timedelta(1), day + dt.timedelta(1))):
        query = query.replace(_made(stands_for), _made(each)).replace(str(stands_for), str(each))
    return query


def _made(day: dt.date) -> str:
    return f"MAKE_DATE({day.year}, {day.month}, {day.day})"


def _looked_at(standards: list[Standard], coverage: list[Coverage]) -> list[str]:
    """The names of the nouns that the SQL reads."""
    named = [noun.name for standard in standards for noun in standard.named_nouns()]
    return list(dict.fromkeys([*named, *sorted(_latest(coverage))]))


def _latest(coverage: list[Coverage]) -> set[str]:
    return {each.noun for each in coverage if each.extent == "latest"}


def steps_of(standards: list[Standard], coverage: list[Coverage]) -> Steps:
    """The steps by which these standards are judged, from the disk where they are there already."""
    folder = _folder(standards, coverage)
    found = _take(folder)
    if found is None:
        found = _compile(standards, coverage)
        _put(folder, found)
    return found


def _compile(standards: list[Standard], coverage: list[Coverage]) -> Steps:
    """Compile over empty tables, which is all the same to the SQL."""
    with duckdb.connect() as connection:
        for noun in _looked_at(standards, coverage):
            create_table(connection, NOUNS[noun])
        connection.execute("CREATE TABLE latest_told (noun VARCHAR, subject_id VARCHAR)")
        engine = _Noted(connection)
        judged.keep_judged(engine, standards, Thread(connection, coverage), STANDS_FOR)
        return Steps(engine.steps, engine.loaded)


class _Noted(DuckDB):
    """DuckDB that notes, as SQL and in order, every table and view it makes, and what it loads."""

    def __init__(self, connection):
        super().__init__(connection)
        self.steps: list[tuple[str, str, str]] = []
        self.loaded: dict[str, pa.Table] = {}

    def load(self, name: str, rows: pa.Table) -> None:
        super().load(name, rows)
        if name != "witnesses":  # they are of the coverage of each judging
            self.loaded[name] = rows

    def keep(self, expression):
        return self._note("TABLE", f"kept_{next(self._number)}", expression)

    def store(self, name: str, expression) -> None:
        self._note("TABLE", name, expression)

    def view(self, expression):
        return self._note("VIEW", f"named_{next(self._number)}", expression)

    def _note(self, kind: str, name: str, expression):
        query = str(self.backend.compile(expression))
        self.connection.execute(f"CREATE OR REPLACE {kind} {name} AS {query}")
        self.steps.append((kind, name, query))
        return self.backend.table(name)


# ---------------------------------------------------------------------------------------------------------------- ON DISK


def _folder(standards: list[Standard], coverage: list[Coverage]) -> Path:
    """Where these steps are kept, if they are."""
    windows = witness.count_of_windows(witness.of(standards, coverage))
    said = [_made_from(), [repr(each) for each in standards], windows, sorted(_latest(coverage))]
    home = Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache")
    return home / "goldenthread" / hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


@functools.cache
def _made_from() -> str:
    """A hash of the code of the rooms that compile, and the versions of the libraries."""
    found = hashlib.sha256()
    for room in ("standards", "codes"):
        for file in sorted((Path(__file__).parents[1] / room).rglob("*.py")):
            found.update(file.read_bytes())
    for library in ("duckdb", "ibis-framework", "sqlglot"):
        found.update(importlib.metadata.version(library).encode())
    return found.hexdigest()


def _take(folder: Path) -> Steps | None:
    try:
        steps = [tuple(each) for each in json.loads((folder / STEPS).read_text(encoding="utf-8"))]
        loaded = {file.stem: parquet.read_table(file) for file in sorted(folder.glob("*.parquet"))}
        os.utime(folder)
    except (OSError, ValueError):
        return None
    return Steps(steps, loaded)


def _put(folder: Path, steps: Steps) -> None:
    """Keep steps, whole or not at all; where nothing can be written they are compiled again next time."""
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder.parent))
        for name, rows in steps.loaded.items():
            parquet.write_table(rows, made / f"{name}.parquet", compression="zstd")
        (made / STEPS).write_text(json.dumps(steps.steps), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)  # it could not be read
        made.rename(folder)
        _forget(folder.parent)
    except OSError:
        return


def _forget(place: Path) -> None:
    """Leave those used last."""
    for folder in sorted(place.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
