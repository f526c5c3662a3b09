"""The thread from the record: what is on it now, or was known on a day, as standards judge it.

One fact seen in two sources is one fact: what was typed here comes first, then the sources in the order they were first
fed; a decided Conflict says otherwise. What the richer does not know is filled in from the others, but never an end.
"""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from goldenthread.errors import UserError
from goldenthread.formats.parse import literal, quoted
from goldenthread.formats.read import ReadSummary
from goldenthread.formats.sources import Read
from goldenthread.record import tables, witness
from goldenthread.record.models import Conflict, Feed
from goldenthread.record.past import NOW, Past, midnight_after
from goldenthread.record.scan import scan, text
from goldenthread.record.some import Some
from goldenthread.standards.language.nouns import Named
from goldenthread.standards.thread import Thread, columns_of, create_table
from goldenthread.standards.vocabulary import NOUNS

TYPED = "typed here"
LAST = 9999
"""The rank of a fact that counts beside a richer source's: a person decided that both are so."""

SCANNED = """id BIGINT, noun VARCHAR, subject_id VARCHAR, person_id BIGINT, started_on DATE, ended_on VARCHAR,
    started_at VARCHAR, ended_at VARCHAR, facts VARCHAR, entry_id BIGINT, source VARCHAR,
    key VARCHAR"""

FACTS = """CREATE OR REPLACE TABLE record_facts AS
    SELECT f.id AS ref, f.noun, coalesce(who.number, f.subject_id) AS subject_id, f.started_on,
        CAST(nullif(f.ended_on, '') AS DATE) AS ended_on, CAST(nullif(f.started_at, '') AS TIMESTAMP) AS started_at,
        CAST(nullif(f.ended_at, '') AS TIMESTAMP) AS ended_at, f.facts,
        CASE WHEN f.source = '' THEN 0 ELSE ranks.rank END
            + CASE WHEN f.noun = 'person' AND f.subject_id <> who.number THEN 5000 ELSE 0 END AS rank,
        CASE WHEN f.source <> '' THEN 'fed ' || f.source || ' fact ' || f.id WHEN f.entry_id > 0 THEN 'entry ' || f.entry_id
            ELSE coalesce(nullif(replace(f.key, ':', ' '), ''), 'fact ' || f.id) END AS place
    FROM scanned_facts f LEFT JOIN record_people who ON who.id = f.person_id LEFT JOIN ranks ON ranks.source = f.source"""


def read(
    as_at: dt.date | None,
    connection,
    progress: Callable[[str, int], None] = lambda what, rows: None,
    known_at: dt.date | None = None,
) -> Read:
    """The thread of the whole record, in a DuckDB connection; what is judged of it is as formats.sources.read's.

    `known_at`: as it was known at the end of that day, and what its sources bore witness to then. The refs of its facts
    are their ids; the table `places` says of each which entry or fed fact it is, and `goes_on(subject_id, under)` of each
    person merged into another under which number their record goes on.
    """
    past = Past(midnight_after(known_at)) if known_at else NOW
    as_at, why = _as_at(as_at)
    connection.execute("CREATE TABLE IF NOT EXISTS source_files (file_no INTEGER, name VARCHAR)")
    connection.execute("CREATE OR REPLACE TABLE not_read " + NOT_READ)
    progress("The record", 0)
    _scan(connection, past)
    progress("The record", connection.execute("SELECT count(*) FROM record_facts").fetchone()[0])
    thread = Thread(connection, witness.coverage(as_at, past))
    covered = {each.noun for each in thread.coverage}
    there = {noun for (noun,) in connection.execute("SELECT DISTINCT noun FROM record_facts").fetchall()}
    for name in NOUNS:
        if name in there:
            _place(connection, NOUNS[name])
        elif name in covered:
            create_table(connection, NOUNS[name])
    connection.execute("CREATE OR REPLACE TABLE places AS SELECT ref, place FROM record_facts")
    witness.load_latest(connection, past)
    connection.execute("""CREATE OR REPLACE TABLE goes_on AS SELECT own AS subject_id, number AS under FROM record_people
        WHERE own <> number""")
    summaries = _summaries(connection)
    connection.execute("DROP TABLE record_facts; DROP TABLE record_people; DROP TABLE scanned_facts")
    return Read(thread, as_at, why, summaries, [], 0)


@dataclass(frozen=True)
class ThreadOfSome:
    """What standards.program.Program takes of some subjects: rows by noun, of whom the latest is told, and places by ref."""

    facts: dict[str, list[dict]]
    latest: list[tuple[str, str]]
    places: dict[int, str]


def read_some(of: Some, connection) -> ThreadOfSome:
    """The thread of some subjects alone, as `read` gives it of all; the DuckDB connection is left as it was found."""
    connection.execute("BEGIN")
    try:
        _scan(connection, NOW, of)
        settle(connection)
        rows = connection.execute("""SELECT noun, subject_id, started_on, ended_on, started_at, ended_at, ref, facts, place
            FROM told ORDER BY ref""").fetchall()
    finally:
        connection.execute("ROLLBACK")
    facts: dict[str, list[dict]] = {}
    for name, subject, started_on, ended_on, started_at, ended_at, ref, said, _ in rows:
        noun = NOUNS[name]
        known = json.loads(said)
        row = {"subject_id": subject, "ref": ref} | {each.name: _typed(each.kind, known.get(each.name)) for each in noun.facts}
        row |= {"started_on": started_on, "ended_on": ended_on} if noun.lasts else {"happened_on": started_on}
        if noun.timed:
            row |= {"started_at": started_at, "ended_at": ended_at} if noun.lasts else {"happened_at": started_at}
        facts.setdefault(name, []).append(row)
    return ThreadOfSome(facts, witness.latest_of(of.subjects), {row[6]: row[8] for row in rows})


def _typed(kind: str, value):
    """What a fact says, as a noun's column has it."""
    return dt.date.fromisoformat(value) if kind == "day" and value else value


NOT_READ = '(file VARCHAR, "row" BIGINT, "column" VARCHAR, found VARCHAR, expected VARCHAR, left_out VARCHAR)'


def _as_at(given: dt.date | None) -> tuple[dt.date, str]:
    """Given; else today, where people write here; else the latest day that a feed told of."""
    if given:
        return given, "the day you gave"
    fed = Feed.objects.exclude(as_at=None).order_by("-as_at").values_list("as_at", flat=True).first()
    if fed and not witness.since():
        return fed, "the day the latest feed tells of"
    return timezone.localdate(), "today"


def _scan(connection, past: Past, of: Some | None = None) -> None:
    """`record_facts`: everything that counts, from every table, with its rank and its place; of everyone, or of some."""
    tables.scan_people(connection, of, past)
    whose = of.facts() if of else "true"
    scan(connection, "scanned_facts", SCANNED, f"""SELECT id, noun, subject_id, coalesce(person_id, -1),
        {text("started_on")}, {text("ended_on")}, {text("started_at")}, {text("ended_at")}, {text("facts")},
        coalesce(entry_id, -1), source, CASE WHEN source = '' THEN "key" ELSE '' END
        FROM record_fact WHERE {_known(past)} AND {whose}""")  # fmt: skip
    sources = connection.execute("SELECT noun, source FROM scanned_facts GROUP BY ALL").fetchall()
    if unknown := sorted({noun for noun, _ in sources} - NOUNS.keys()):
        raise UserError(f"The record holds facts that this Golden Thread does not know: {', '.join(unknown)}. Update it.")
    connection.execute("CREATE OR REPLACE TABLE ranks (source VARCHAR, rank INTEGER)")
    for rank, source in enumerate(_ranked({source for _, source in sources if source}), 1):
        connection.execute("INSERT INTO ranks VALUES (?, ?)", [source, rank])
    connection.execute(FACTS)
    tables.add_facts(connection, of, past)
    _decide(connection, of, past)


def _known(past: Past) -> str:
    """SQL: what counts now, or counted at a moment."""
    if past.moment is None:
        return "superseded_at IS NULL AND gone_at IS NULL"
    moment = tables.moment_of(past)
    over = " AND ".join(f"({column} IS NULL OR {column} >= {moment})" for column in ("superseded_at", "gone_at"))
    return f"recorded_at < {moment} AND {over}"


def _ranked(told: set[str]) -> list[str]:
    """Every source, in the order of its first feed; then those of facts that no feed brought."""
    fed = dict.fromkeys(Feed.objects.order_by("pk").values_list("source", flat=True))
    return [*fed, *sorted(told - fed.keys())]


def _decide(connection, of: Some | None, past: Past) -> None:
    """Conflicts that a person decided: what the source says counts instead, or besides."""
    decided = Conflict.objects.exclude(fed=None).exclude(typed=None)
    if past.moment:
        decided = decided.filter(decided_at__lt=past.moment)
    if of:
        decided = decided.filter(person__in=of.people)
    for fed, typed, decision in decided.filter(decision__in=("fed", "both")).values_list("fed_id", "typed_id", "decision"):
        if not connection.execute("SELECT count(*) = 2 FROM record_facts WHERE ref IN (?, ?)", [fed, typed]).fetchone()[0]:
            continue
        if decision == "fed":
            connection.execute("DELETE FROM record_facts WHERE ref = ?", [typed])
        else:
            connection.execute(f"UPDATE record_facts SET rank = {LAST} WHERE ref = ?", [fed])


def _place(connection, noun: Named) -> None:
    """The noun's table: its facts, settled, each in a column of its own."""
    create_table(connection, noun)
    settle(connection, f"noun = {literal(noun.name)}")
    names = columns_of(noun)
    shape = ", ".join(f'"{each.name}":"{names[each.name]}"' for each in noun.facts)
    facts = f", unnest(json_transform(facts, '{{{shape}}}'))" if noun.facts else ""
    stem = ["started", "ended"] if noun.lasts else ["happened"]
    source = {f"{each}_{part}": f"{old}_{part}" for each, old in zip(stem, ("started", "ended"), strict=False)
              for part in ("on", "at")}  # fmt: skip
    columns = ", ".join(f"{source[name]} AS {name}" for name in names if name in source)
    listed = ", ".join(quoted(name) for name in names)
    connection.execute(f"""INSERT INTO {quoted(noun.name)} SELECT {listed} FROM (
        SELECT subject_id, {columns}, ref{facts} FROM told) ORDER BY ref""")


IDENTITY = "noun, subject_id, CASE WHEN noun <> 'person' THEN started_on END"
"""What makes two facts the same one: it is told of the same subject, of the same noun, on the same day."""


def settle(connection, which: str = "true") -> None:
    """`told`: of every fact among `record_facts` the richest telling, with what only the others know."""
    connection.execute(f"""CREATE OR REPLACE TEMP TABLE told AS SELECT * FROM record_facts WHERE {which}
        QUALIFY rank = {LAST} OR rank = min(rank) OVER (PARTITION BY {IDENTITY})""")
    several = f"SELECT {IDENTITY} AS day FROM record_facts WHERE rank < {LAST} AND {which} GROUP BY ALL"
    several += " HAVING count(DISTINCT rank) > 1 AND count(DISTINCT rank) = count(*)"
    if connection.execute(f"SELECT count(*) FROM ({several})").fetchone()[0]:
        _fill_in(connection, several, which)


def _fill_in(connection, several: str, which: str) -> None:
    """What the richest telling does not know is taken from another, where each tells of one such thing that day."""
    patched = "list_reduce(list(facts ORDER BY rank DESC), lambda low, high: json_merge_patch(low, high))"
    connection.execute(f"""UPDATE told SET facts = json_merge_patch(more.facts, told.facts) FROM (
        SELECT {IDENTITY} AS day, {patched} AS facts FROM record_facts
        WHERE rank < {LAST} AND {which} AND ({IDENTITY}) IN ({several}) GROUP BY ALL
    ) more WHERE told.noun = more.noun AND told.subject_id = more.subject_id
        AND (told.noun = 'person' OR told.started_on = more.day)""")


def _summaries(connection) -> list[ReadSummary]:
    """How many facts each source brings."""
    rows = connection.execute("""SELECT coalesce(source, '') AS source, count(*) FROM record_facts
        LEFT JOIN ranks USING (rank) GROUP BY 1 ORDER BY 1""").fetchall()
    return [ReadSummary(settings.AUTHORITY, f"fed from {source}" if source else TYPED, rows=number, with_facts=number)
            for source, number in rows]  # fmt: skip
