"""The story of judging: which standards the sources can speak to, the duties, what was not judged, and the words."""

import datetime as dt
from collections.abc import Iterable

import pyarrow as pa

from goldenthread.codes import calendar
from goldenthread.standards import explain
from goldenthread.standards.compile import compile_duties
from goldenthread.standards.compiled import Compiled
from goldenthread.standards.engines import Engine
from goldenthread.standards.examples import Case, examples_of
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Thread, columns_of

OUTSIDE = "Outside the days that the sources cover"
LATEST = "The source holds only the latest date; an earlier one in time may be hidden behind it"


def judge(thread: Thread, standards: Iterable[Standard], as_at: dt.date) -> None:
    """Judge a thread: leaves the view `duties` (duty.COLUMNS) and the table `not_judged` in its connection.

    `not_judged(standard, reason, how_many)`: how_many is null where even the triggers cannot be known.
    """
    connection, compiled = thread.connection, Compiled(thread, standards)
    connection.execute("CREATE OR REPLACE TABLE not_judged (standard VARCHAR, reason VARCHAR, how_many BIGINT)")
    for each in compiled.not_judged:
        connection.execute("INSERT INTO not_judged VALUES (?, ?, NULL)", each)
    compiled.judge(as_at)
    connection.execute(
        "INSERT INTO not_judged SELECT s.standard, list_extract(?, j.unseen), count(*) FROM judged j"
        " JOIN standards_told s USING (k) WHERE j.unseen > 0 GROUP BY 1, 2 ORDER BY 1, 2",
        [[LATEST, OUTSIDE]],
    )


def judge_cases(cases: list[Case], engine: Engine) -> list[list[dict]]:
    """The duties of each case, all judged in one pass: dicts with the days, status, days_over, refs and caveats.

    Coverage plays no part: the facts of a case are all there is.
    """
    standards = _distinct([case.standard for case in cases])
    _load_cases(cases, standards, engine)
    places = {id(standard): k for k, standard in enumerate(standards)}
    wanted = {(str(n), places[id(case.standard)]): [] for n, case in enumerate(cases)}
    duties = compile_duties(engine, standards, None)
    for row in engine.rows(duties).to_pylist():
        mine = wanted.get((row["subject_id"], row["k"]))
        if mine is not None:
            mine.append(_plain(row, standards[row["k"]]))
    engine.clear()
    return [sorted(duties, key=lambda duty: (duty["opened_on"], duty["refs"])) for duties in wanted.values()]


def judge_examples(standards: Iterable[Standard], engine: Engine) -> dict[tuple[str, int], list[dict]]:
    """The duties of every example of the standards, by (the standard's version, the example's number)."""
    examples = [example for standard in standards for example in examples_of(standard)]
    duties = judge_cases([example.case for example in examples], engine)
    return {(each.case.standard.version, each.number): found for each, found in zip(examples, duties, strict=True)}


def _distinct(standards: list[Standard]) -> list[Standard]:
    return list({id(standard): standard for standard in standards}.values())


def _load_cases(cases: list[Case], standards: list[Standard], engine: Engine) -> None:
    for noun in dict.fromkeys(noun for standard in standards for noun in standard.named_nouns()):
        rows = [fact | {"subject_id": str(n)} for n, case in enumerate(cases) for fact in case.facts.get(noun.name, [])]
        engine.load(noun.name, pa.Table.from_pylist(rows, schema=_schema(noun)))
    one_day = dt.timedelta(1)
    days = [{"subject_id": str(n), "as_at": case.as_at, "day_after": case.as_at + one_day} for n, case in enumerate(cases)]
    columns = [("subject_id", pa.string()), ("as_at", pa.date32()), ("day_after", pa.date32())]
    engine.load("as_at", pa.Table.from_pylist(days, schema=pa.schema(columns)))


_ARROW = {
    "VARCHAR": pa.string(), "DATE": pa.date32(), "TIMESTAMP": pa.timestamp("us"), "BIGINT": pa.int64(),
    "BOOLEAN": pa.bool_(), "INTEGER": pa.int32(),
}  # fmt: skip


def _schema(noun) -> pa.Schema:
    return pa.schema([(name, _ARROW[kind]) for name, kind in columns_of(noun).items()])


def _plain(row: dict, standard: Standard) -> dict:
    duty = {name: row[name] for name in ("opened_on", "due_on", "done_on", "closed_on", "status", "days_over")}
    duty["refs"] = [ref for ref in (row["ref"], row["done_ref"]) if ref is not None]
    duty["caveats"] = set(_caveats(row, standard))
    return duty


def _caveats(row: dict, standard: Standard):
    limit = standard.limit
    if limit and limit.unit == "working_days" and calendar.is_provisional(row["due_on"]):
        yield explain.PROVISIONAL
    if row["by_date"]:
        yield explain.BY_DATE
    if row["lifted"] is not None:
        yield explain.LIFTED + standard.lifted_by[row["lifted"]].one
