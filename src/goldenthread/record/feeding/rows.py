"""Writes many facts at once, in the transaction of the feed: COPY on PostgreSQL, many inserts at a time on SQLite."""

import datetime as dt
from collections.abc import Iterator, Sequence

import pyarrow as pa
from django.db import connection as record

from goldenthread.record.feeding.run import FeedRun
from goldenthread.record.models import Fact

ROWS = 50_000
FEW = 10_000
"""So many ids are asked for at once: SQLite takes no more than 32,766."""

CACHE = 200_000
"""Kibibytes of SQLite's pages in memory while writing: five indexes are written all over."""

COLUMNS = (
    "noun", "subject_type", "subject_id", "person_id", "started_on", "ended_on", "started_at", "ended_at", "facts",
    "source", "key", "said", "fed_by_id", "recorded_at",
)  # fmt: skip


def supersede(connection, now: dt.datetime) -> None:
    """Rows that changed or came back give way to new ones; rows that are gone are marked."""
    for why, column in (("why <> 'gone'", "superseded_at"), ("why = 'gone'", "gone_at")):
        result = connection.execute(f"SELECT id FROM fed_over WHERE {why} ORDER BY id")
        while found := result.fetchmany(FEW):
            Fact.objects.filter(pk__in=[id for (id,) in found]).update(**{column: now})


def insert(run: FeedRun, ids: dict[str, int]) -> None:
    """Write what is new. `ids`: of people, by number: whose record each fact is."""
    people = {"number": pa.array(ids.keys(), pa.string()), "person_id": pa.array(ids.values(), pa.int64())}
    run.connection.register("fed_person", pa.table(people))
    if record.vendor == "sqlite":
        with record.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{CACHE}")
    total = run.connection.execute("SELECT count(*) FROM fed_new").fetchone()[0]
    result = run.connection.execute("""SELECT noun, subject_type, subject_id, person_id, CAST(started_on AS VARCHAR),
            CAST(ended_on AS VARCHAR), CAST(started_at AS VARCHAR), CAST(ended_at AS VARCHAR), facts, key, said
        FROM fed_new LEFT JOIN fed_person ON number = CASE WHEN subject_type <> 'worker' THEN subject_id END ORDER BY ref""")
    done = 0
    while found := result.fetchmany(ROWS):
        write = _copy if record.vendor == "postgresql" else _insert
        write([(*row[:9], run.source, *row[9:], run.feed.pk, run.now) for row in found])
        done += len(found)
        run.progress(f"Writing: {done:,} of {total:,} facts")


def _insert(rows: Sequence[tuple]) -> None:
    names, places = ", ".join(f'"{name}"' for name in COLUMNS), ", ".join(["%s"] * len(COLUMNS))
    with record.cursor() as cursor:
        cursor.executemany(f"INSERT INTO record_fact ({names}) VALUES ({places})", rows)


def _copy(rows: Sequence[tuple]) -> None:
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    with record.cursor() as cursor, cursor.copy(f"COPY record_fact ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(_in_utc(row))


def _in_utc(row: tuple) -> Iterator:
    for name, value in zip(COLUMNS, row, strict=True):
        yield f"{value}+00" if value and name in ("started_at", "ended_at") else value
