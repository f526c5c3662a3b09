"""What is judged, as expressions: the duties of the standards that the sources can speak to, and what those bear witness to."""

import datetime as dt

import ibis
import pyarrow as pa

from goldenthread.standards import explain, witness
from goldenthread.standards.compile import compile_duties
from goldenthread.standards.engines import DuckDB
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Coverage, Thread
from goldenthread.standards.vocabulary import NOUNS

NO_SOURCE = "No source holds: {}"
OFF = "Not in force: enacted but not commenced, or switched off in the settings"


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


def beside(standards: list[Standard], coverage: list[Coverage], as_at: dt.date | None) -> dict[str, pa.Table]:
    """What is judged beside the facts: the standards' words, and the days on which the sources bear witness."""
    return {"standards_told": _told(standards, coverage, as_at), "witnesses": witness.of(standards, coverage)}


def see_anew(connection, standards: list[Standard], coverage: list[Coverage]) -> None:
    """Put another coverage, of the same shape, in place of that for which `keep_judged` was compiled."""
    for name, table in beside(standards, coverage, None).items():
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
