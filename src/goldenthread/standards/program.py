"""A few subjects judged in a moment, as often as is wanted, in the same words as everyone.

`evaluate.judge` compiles the standards (seconds) and judges everyone. Here the plain engine judges, which compiles nothing;
what the sources bear witness to, and the words, are reckoned by the same SQL as everyone's, prepared once. The planner's
statistics would be those of empty tables, so that optimiser is off (it prunes by what it believes).
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

import duckdb

from goldenthread.standards import explain, judged, reference, witness
from goldenthread.standards.duty import COLUMNS, is_open
from goldenthread.standards.engines import Recorded
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Coverage, Thread, columns_of, create_table
from goldenthread.standards.vocabulary import NOUNS

_BESIDE = {
    "as_at": {"as_at": "DATE"},
    "latest_told": {"noun": "VARCHAR", "subject_id": "VARCHAR"},
    "source_files": {"file_no": "BIGINT", "name": "VARCHAR"},
    "places": {"ref": "BIGINT", "place": "VARCHAR"},
    "plain": {
        "k": "INTEGER", "subject_id": "VARCHAR", "seen_from": "DATE", "measured_from": "DATE", "opened_on": "DATE",
        "due_on": "DATE", "done_on": "DATE", "closed_on": "DATE", "status": "VARCHAR", "days_over": "INTEGER", "ref": "BIGINT",
        "done_ref": "BIGINT", "by_date": "BOOLEAN", "is_first": "BOOLEAN", "as_at": "DATE", "lifted": "INTEGER",
    },
}  # fmt: skip
"""The tables to fill beside the nouns'. `plain`: duties, in the columns of standards.compile.DUTY, and `lifted`."""


class Program:
    """What these standards owe, from sources with this coverage. Not shared between threads."""

    def __init__(self, standards: Iterable[Standard], coverage: list[Coverage]):
        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 1")
        self.connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        self._book, self._coverage = list(standards), coverage
        self._shape = self._shape_of(coverage)
        self._standards = self._judged(coverage)
        latest = {each.noun for each in coverage if each.extent == "latest"}
        looked_at = [noun for noun in NOUNS.values() if noun.named_by or noun.name in (*latest, "person")]
        self._tables = _BESIDE | {noun.name: columns_of(noun) for noun in looked_at}
        self._filled: set[str] = set()
        for name, columns in _BESIDE.items():
            told = ", ".join(f"{column} {kind}" for column, kind in columns.items())
            self.connection.execute(f"CREATE TABLE {name} ({told})")
        for noun in looked_at:
            create_table(self.connection, noun)
        self._prepare()

    @property
    def judged_ids(self) -> frozenset[str]:
        """The ids of the standards that can be judged."""
        return frozenset(each.id for each in self._standards)

    def see(self, coverage: list[Coverage]) -> bool:
        """Judge from now on what sources with this coverage show; False where that takes another Program."""
        if coverage == self._coverage:
            return True
        if self._shape_of(coverage) != self._shape:
            return False
        self._coverage = coverage
        judged.see_anew(self.connection, self._standards, coverage)
        return True

    def _judged(self, coverage: list[Coverage]) -> list[Standard]:
        return [each for each in self._book if not judged.why_not(each, coverage)]

    def _shape_of(self, coverage: list[Coverage]) -> tuple:
        """What of a coverage is prepared: which standards can be judged, and how many columns their witnesses have."""
        judged = self._judged(coverage)
        windows = witness.count_of_windows(witness.of(judged, coverage))
        return [each.version for each in judged], windows, {each.noun for each in coverage if each.extent == "latest"}

    def _prepare(self) -> None:
        """Prepared statements: of `_steps`, those that fill the tables in between, and then the duties."""
        engine = Recorded(self.connection)
        judged.keep_judged(engine, self._standards, Thread(self.connection, self._coverage), None, plain="plain")
        self.connection.execute(explain.named_views(self._tables))
        self.connection.execute(explain.with_refs())
        self._steps = [table for table, _ in engine.filled]
        for table, query in engine.filled:
            self.connection.execute(f"PREPARE fill_{table} AS INSERT INTO {table} {query}")
        for table, columns in self._tables.items():
            shape = json.dumps([columns])
            self.connection.execute(
                f"PREPARE take_{table} AS INSERT INTO \"{table}\" SELECT unnest(from_json($1, '{shape}'), recursive := true)"
            )
        self.connection.execute("PREPARE duties_now AS SELECT * FROM duties_with_refs")

    def judge(
        self, facts: Mapping[str, list[dict]], subjects: Iterable[str], as_at: dt.date,
        latest_told: Iterable[tuple[str, str]] = (), sources: Mapping[int, str] | None = None,
        places: Mapping[int, str] | None = None, wanted: Container[str] | None = None,
    ) -> list[dict]:  # fmt: skip
        """The duties (dicts of duty.COLUMNS, and `ref`, that of the fact that began each) of these subjects.

        `facts`: rows of `columns_of` each noun. `latest_told`: pairs of noun and subject. `sources`: names by file number;
        `places`: where each fact was read, by its ref. `wanted`: the ids of standards of which every duty is wanted; of the
        others then only open shortfalls.
        """
        plain = [duty for duty in self._plainly(facts, subjects, as_at)
                 if wanted is None or duty["is_open"] or self._standards[duty["k"]].id in wanted]  # fmt: skip
        refs = {duty[name] for duty in plain for name in ("ref", "done_ref")}
        rows = {name: given for name, given in facts.items() if name in self._tables} | {
            "as_at": [{"as_at": as_at}],
            "latest_told": [{"noun": noun, "subject_id": subject} for noun, subject in latest_told],
            "source_files": [{"file_no": number, "name": name} for number, name in (sources or {}).items()],
            "places": [{"ref": ref, "place": place} for ref, place in (places or {}).items() if ref in refs],
            "plain": plain,
        }
        for table in self._filled:
            self.connection.execute(f'DELETE FROM "{table}"')
        self._filled = {*(table for table, given in rows.items() if given), *self._steps}
        for table, given in rows.items():
            if given:
                self.connection.execute(f"EXECUTE take_{table}({_literal(json.dumps(given, default=_plain))})")
        self.connection.execute("UPDATE standards_told SET as_at_day = $1", [as_at])
        for table in self._steps:
            self.connection.execute(f"EXECUTE fill_{table}")
        found = self.connection.execute("EXECUTE duties_now").fetchall()
        return [dict(zip((*COLUMNS, "ref"), duty, strict=True)) for duty in found]

    def _plainly(self, facts: Mapping[str, list[dict]], subjects: Iterable[str], as_at: dt.date) -> list[dict]:
        """The duties of each subject, judged by the plain engine."""
        of: dict[str, dict[str, list[dict]]] = defaultdict(lambda: defaultdict(list))
        for noun, rows in facts.items():
            for row in rows:
                of[row["subject_id"]][noun].append(row)
        return [
            _row(duty, standard) | {"k": k, "subject_id": subject, "as_at": as_at}
            for subject in subjects if subject in of
            for k, standard in enumerate(self._standards)
            for duty in reference.judge_whole(standard, of[subject], as_at)
        ]  # fmt: skip


_SAME = ("seen_from", "measured_from", "opened_on", "due_on", "done_on", "closed_on", "status", "days_over", "is_first")


def _row(duty: dict, standard: Standard) -> dict:
    ref, done_ref = (*duty["refs"], None)[:2]
    lifted = next((each for each in duty["caveats"] if each.startswith(explain.LIFTED)), None)
    places = [explain.LIFTED + noun.one for noun in standard.lifted_by]
    return {name: duty[name] for name in _SAME} | {
        "ref": ref, "done_ref": done_ref, "by_date": explain.BY_DATE in duty["caveats"],
        "lifted": places.index(lifted) if lifted else None, "is_open": is_open(duty),
    }  # fmt: skip


def _plain(value) -> str:
    return value.isoformat()


def _literal(text: str) -> str:
    """Text as SQL: EXECUTE takes no parameters but literals."""
    return "'" + text.replace("'", "''") + "'"
