"""Typed rows become facts: what each `Gives` says, the richest source first, one fact for one thing that happened."""

from collections import Counter
from dataclasses import dataclass

from goldenthread.formats.language import Format, Gives
from goldenthread.formats.parse import quoted
from goldenthread.standards.language.nouns import Named
from goldenthread.standards.thread import ROWS_PER_FILE, columns_of, create_table


@dataclass(frozen=True)
class Given:
    """What one Gives brought: the number of facts, and of how many each fact of the noun is known."""

    gives: Gives
    facts: int
    known: dict[str, int]


def give(connection, fmt: Format, headers: dict) -> tuple[list[Given], Counter]:
    """Put every fact of a format on the thread. `headers`: what was in its files.

    Returns what each Gives brought, and of each file, by its number, how many rows gave a fact.
    """
    given, told = [], Counter()
    connection.execute("CREATE OR REPLACE TABLE reading.told (ref BIGINT)")
    usable = [gives for gives in fmt.gives if gives.table in fmt.views or (fmt.name, gives.table) in headers]
    for noun in dict.fromkeys(gives.noun for gives in usable):
        every = [gives for gives in usable if gives.noun is noun]
        _collect(connection, fmt, noun, every)
        given += _count(connection, noun, every)
        _tell_latest(connection, fmt, every)
        told += _told(connection, every, usable, fmt)
        _place(connection, noun)
        connection.execute("DROP TABLE reading.facts")
    for gives in usable:
        if gives.uses:
            connection.execute(f"INSERT INTO reading.told {gives.uses}")
    return given, told + _by_file(connection, "count(DISTINCT ref)", "reading.told")


def _tell_latest(connection, fmt: Format, every: list[Gives]) -> None:
    """`latest_told`: of whom a source would tell the latest of a noun, whether or not there has been one."""
    connection.execute("CREATE TABLE IF NOT EXISTS latest_told (noun VARCHAR, subject_id VARCHAR)")
    for gives in every:
        if gives.extent == "latest":
            rows = f"FROM {fmt.parsed(gives.table)} WHERE ({gives.subject}) IS NOT NULL"
            connection.execute(f"INSERT INTO latest_told SELECT DISTINCT '{gives.noun.name}', {gives.subject} {rows}")


def _told(connection, every: list[Gives], usable: list[Gives], fmt: Format) -> Counter:
    """How many rows gave the facts: at once where no other Gives tells of the same rows, else by `reading.told`."""
    tables = [gives.table for gives in usable]
    if all(gives.table not in fmt.views and tables.count(gives.table) == 1 for gives in every) and not fmt.views:
        return _by_file(connection, "count(*)", "reading.facts")
    connection.execute("INSERT INTO reading.told SELECT ref FROM reading.facts")
    return Counter()


def _by_file(connection, count: str, table: str) -> Counter:
    return Counter(dict(connection.execute(f"SELECT ref // {ROWS_PER_FILE}, {count} FROM {table} GROUP BY 1").fetchall()))


def base(fmt: Format, gives: Gives) -> str:
    """SQL: the rows that have a subject and a day."""
    start = gives.start if gives.noun.lasts else gives.day
    return f"FROM {fmt.parsed(gives.table)} WHERE ({gives.subject}) IS NOT NULL AND ({start}) IS NOT NULL"


def _collect(connection, fmt: Format, noun: Named, every: list[Gives]) -> None:
    """`reading.facts`: the facts of a noun out of one format, with the Gives and the record's id."""
    types = columns_of(noun)
    selects = []
    for number, gives in enumerate(every):
        columns = [f"CAST({sql} AS {types[name]}) AS {quoted(name)}" for name, sql in gives.select().items()]
        where = f" AND ({gives.where})" if gives.where else ""
        selects.append(
            f"SELECT {', '.join(columns)}, ref, {number} AS _gives, CAST({gives.id or 'NULL'} AS VARCHAR) AS _id "
            + base(fmt, gives) + where
        )  # fmt: skip
    connection.execute(f"CREATE TABLE reading.facts AS {' UNION ALL '.join(selects)}")


def _count(connection, noun: Named, every: list[Gives]) -> list[Given]:
    counts = "".join(f", count({quoted(fact.name)})" for fact in noun.facts)
    query = f"SELECT _gives, count(*){counts} FROM reading.facts GROUP BY _gives"
    found = {number: counted for number, *counted in connection.execute(query).fetchall()}
    names = [fact.name for fact in noun.facts]
    empty = [0] * (len(names) + 1)
    return [
        Given(gives, found.get(number, empty)[0], dict(zip(names, found.get(number, empty)[1:], strict=True)))
        for number, gives in enumerate(every)
    ]


def identity(noun: Named) -> list[str]:
    """What makes it the same fact in two sources: the subject and the first day. A child has one life: one person."""
    if noun.name == "person":
        return ["subject_id"]
    return ["subject_id", "started_on" if noun.lasts else "happened_on"]


def _place(connection, noun: Named) -> None:
    """Move `reading.facts` to the noun's table: rows alike are one; what a richer source has told is only filled in."""
    had = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND table_name = ?",
        [noun.name],
    ).fetchone()[0]
    create_table(connection, noun)
    names = [quoted(name) for name in columns_of(noun)]
    alike = [name for name in names if name != '"ref"']
    rows = f"SELECT {', '.join(alike)}, min(ref) AS ref FROM reading.facts GROUP BY {', '.join(alike)}, _id"
    connection.execute(f"CREATE TABLE reading.placed AS SELECT {', '.join(names)} FROM ({rows})")
    if noun.name == "person":
        _one_life(connection)
    new = "reading.placed"
    if had:
        _fill_in(connection, noun)
        same = " AND ".join(f"old.{name} = reading.placed.{name}" for name in identity(noun))
        new += f" WHERE NOT EXISTS (SELECT 1 FROM {quoted(noun.name)} old WHERE {same})"
    connection.execute(f"INSERT INTO {quoted(noun.name)} SELECT {', '.join(names)} FROM {new}")
    connection.execute("DROP TABLE reading.placed")


def _fill_in(connection, noun: Named) -> None:
    """Facts a richer source does not know are taken from this one, where each tells of one such thing that day."""
    key = ", ".join(identity(noun))
    facts = [quoted(name) for name in columns_of(noun) if name not in (*identity(noun), "ref", "started_on")]
    if not facts:
        return
    whose = ", ".join(f"{quoted(noun.name)}.{name}" for name in identity(noun))
    one = ", ".join(f"any_value({name}) AS {name}" for name in facts)
    sole = f"SELECT {key} FROM {quoted(noun.name)} GROUP BY ALL HAVING count(*) = 1"
    same = " AND ".join(f"{quoted(noun.name)}.{name} = more.{name}" for name in identity(noun))
    unknown = " OR ".join(f"({quoted(noun.name)}.{name} IS NULL AND more.{name} IS NOT NULL)" for name in facts)
    connection.execute(
        f"UPDATE {quoted(noun.name)} SET "
        + ", ".join(f"{name} = coalesce({quoted(noun.name)}.{name}, more.{name})" for name in facts)
        + f" FROM (SELECT {key}, {one} FROM reading.placed GROUP BY {key} HAVING count(*) = 1) more "
        f"WHERE {same} AND ({unknown}) AND ({whose}) IN ({sole})"
    )


def _one_life(connection) -> None:
    """A source that gives a child several days of birth is believed in its first row; the others are noted."""
    first = "ref = first_value(ref) OVER (PARTITION BY subject_id ORDER BY ref)"
    born = "first_value(started_on) OVER (PARTITION BY subject_id ORDER BY ref)"
    others = f"SELECT ref, CAST(started_on AS VARCHAR) FROM reading.placed QUALIFY started_on <> {born}"
    connection.execute(f"INSERT INTO reading.births {others}")
    connection.execute(f"CREATE OR REPLACE TABLE reading.placed AS SELECT * FROM reading.placed QUALIFY {first}")
