"""The story of judging: which standards the sources can speak to, the duties, what was not judged, and the words."""

import datetime as dt
from collections.abc import Iterable

import ibis
import pyarrow as pa

from goldenthread.codes import calendar
from goldenthread.standards import explain, witness
from goldenthread.standards.compile import compile_duties
from goldenthread.standards.engines import DuckDB, Engine
from goldenthread.standards.examples import Case, examples_of
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Coverage, Thread, columns_of
from goldenthread.standards.vocabulary import NOUNS

NO_SOURCE = "No source holds: {}"
OFF = "Not in force: enacted but not commenced, or switched off in the settings"
OUTSIDE = "Outside the days that the sources cover"
LATEST = "The source holds only the latest date; an earlier one in time may be hidden behind it"


def judge(thread: Thread, standards: Iterable[Standard], as_at: dt.date) -> None:
    """Judge a thread: leaves the view `duties` (duty.COLUMNS) and the table `not_judged` in its connection.

    `not_judged(standard, reason, how_many)`: how_many is null where even the triggers cannot be known.
    """
    connection = thread.connection
    connection.execute("CREATE OR REPLACE TABLE not_judged (standard VARCHAR, reason VARCHAR, how_many BIGINT)")
    connection.execute("CREATE TABLE IF NOT EXISTS places (ref BIGINT, place VARCHAR)")
    judged = []
    for standard in standards:
        reason = why_not(standard, thread.coverage)
        if reason:
            connection.execute("INSERT INTO not_judged VALUES (?, ?, NULL)", [standard.id, reason])
        else:
            judged.append(standard)
    engine = DuckDB(connection)
    keep_judged(engine, judged, thread, as_at)
    engine.clear()
    connection.execute(
        "INSERT INTO not_judged SELECT s.standard, list_extract(?, j.unseen), count(*) FROM judged j"
        " JOIN standards_told s USING (k) WHERE j.unseen > 0 GROUP BY 1, 2 ORDER BY 1, 2",
        [[LATEST, OUTSIDE]],
    )
    connection.execute(explain.named_view(thread.nouns()))
    connection.execute(explain.DUTIES_VIEW)


def why_not(standard: Standard, coverage: list[Coverage]) -> str | None:
    """Why a standard cannot be judged from sources with this coverage; None where it can."""
    if not standard.in_force:
        return OFF
    missing = witness.missing(standard, coverage)
    return NO_SOURCE.format(", ".join(missing)) if missing else None


def keep_judged(engine: DuckDB, standards: list[Standard], thread: Thread, as_at: dt.date | None, plain: str = "") -> None:
    """Store the tables `judged` and `standards_told`. `as_at` None: the table `as_at` gives it, the same for each subject.

    `plain`: a table of the duties as another engine has judged them (columns PLAIN), so that nothing is compiled for them.
    """
    engine.connection.register("told_rows", _told(standards, thread.coverage, as_at))
    engine.connection.execute("CREATE OR REPLACE TABLE standards_told AS SELECT * FROM told_rows")
    engine.connection.unregister("told_rows")
    duties = engine.table(plain) if plain else compile_duties(engine, standards, as_at)
    if duties is None:
        engine.connection.execute(explain.NOTHING_JUDGED)
        return
    witnesses = witness.of(standards, thread.coverage)
    engine.load("witnesses", witnesses)
    latest = _latest(engine, thread, as_at)
    expression = _witnessed(duties, engine.table("witnesses"), witness.count_of_windows(witnesses), latest)
    engine.store("judged", expression)


def see_anew(connection, standards: list[Standard], coverage: list[Coverage]) -> None:
    """Put another coverage, of the same shape, in place of that for which `keep_judged` was compiled."""
    rows = {"standards_told": _told(standards, coverage, None), "witnesses": witness.of(standards, coverage)}
    for name, table in rows.items():
        connection.register("seen_anew", table)
        connection.execute(f"DELETE FROM {name}")
        connection.execute(f"INSERT INTO {name} SELECT * FROM seen_anew")
        connection.unregister("seen_anew")


def _told(standards: list[Standard], coverage: list[Coverage], as_at: dt.date | None) -> pa.Table:
    return explain.told(standards, [witness.sight(standard, coverage) for standard in standards], as_at)


def _latest(engine: DuckDB, thread: Thread, as_at: dt.date | None):
    """Of whom a source tells the latest of a noun, and on what day that was (null: there has been none)."""
    on = f"DATE '{as_at}'" if as_at else "(SELECT max(as_at) FROM as_at)"
    nouns = sorted({each.noun for each in thread.coverage if each.extent == "latest"} & thread.nouns())
    selects = [
        f"SELECT told.noun, told.subject_id, max(fact.{day}) AS latest_on FROM latest_told told "
        f"LEFT JOIN \"{noun}\" fact ON fact.subject_id = told.subject_id AND fact.{day} <= {on} "
        f"WHERE told.noun = '{noun}' GROUP BY ALL"
        for noun in nouns
        for day in ["started_on" if NOUNS[noun].lasts else "happened_on"]
    ]
    empty = "SELECT '' AS noun, '' AS subject_id, NULL::DATE AS latest_on WHERE false"
    latest = engine.keep(engine.backend.sql(" UNION ALL ".join([*selects, empty])))
    return latest.select(l_noun="noun", l_subject="subject_id", latest_on="latest_on")


def _witnessed(duties, witnesses, windows: int, latest):
    """The duties with `unseen` (0: seen, 1: only the latest is held, 2: outside the days covered) and `by_latest`.

    Under the latest only, what is settled is what was done in time, and what was not done at all since the clock's
    start: an earlier one may be hidden behind the latest, but nothing is hidden behind none.
    """
    duties = duties.join(witnesses, "k")
    duties = duties.left_join(latest, [duties.expects == latest.l_noun, duties.subject_id == latest.l_subject])
    until = ibis.least(duties.due_on, duties.as_at)
    seen = ibis.literal(False)
    for n in range(windows):
        inside = (duties[f"from_{n}"] <= duties.seen_from) & (duties[f"to_{n}"] >= until)
        seen = seen | inside.fill_null(False)
    told = duties.l_noun.notnull() & (duties.latest_from <= until) & (duties.latest_until >= until)
    opens = duties.recurs & (duties.latest_on == duties.measured_from) & (duties.seen_from == duties.measured_from)
    none_since = duties.latest_on.isnull() | (duties.latest_on < duties.seen_from) | opens
    settled = (duties.status == "met") | (duties.done_on.isnull() & none_since)
    by_latest = (told & settled).fill_null(False)
    reason = ibis.cases((seen | by_latest, 0), (told.fill_null(False), 1), else_=2).cast("int8")
    dropped = {*witnesses.columns, *latest.columns, "as_at", "seen_from"} - {"k"}
    kept = [name for name in duties.columns if name not in dropped]
    return duties.mutate(unseen=reason, by_latest=~seen & by_latest).select(*kept, "unseen", "by_latest")


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
