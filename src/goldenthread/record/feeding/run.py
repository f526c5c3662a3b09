"""One run of the feed: what was read, what is counted, and what finds no place."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from goldenthread.formats.sources import Read
from goldenthread.record.feeding.changes import Changes
from goldenthread.record.feeding.people import People
from goldenthread.record.models import Feed, NotPlaced
from goldenthread.record.some import in_parts


@dataclass
class FeedRun:
    """`connection`: the DuckDB that holds the thread and the changes. `not_placed`: (table, row, column, found, expected)."""

    connection: object
    given: Read
    people: People
    changes: Changes
    source: str
    now: dt.datetime
    feed: Feed
    progress: Callable[[str], None]
    counts: Counter = field(default_factory=Counter)
    not_placed: list[tuple] = field(default_factory=list)
    changed_people: set[int] = field(default_factory=set)

    @property
    def as_at(self) -> dt.date:
        """The day the source tells of."""
        return self.given.as_at

    def rows(self, query: str, *columns: str) -> list[dict]:
        """What a query of the thread gives, a dict for each row."""
        return [dict(zip(columns, row, strict=True)) for row in self.connection.execute(query).fetchall()]

    def tells(self, *nouns: str) -> bool:
        """Whether the source speaks of these nouns tonight."""
        return set(nouns) <= self.changes.nouns

    def fits(self, model, where: str, row: dict) -> dict:
        """The row, but for texts that are too long for the record: they are listed as not placed."""
        fit = dict(row)
        for name, value in row.items():
            longest = model._meta.get_field(name).max_length if isinstance(value, str) else None
            if longest and len(value) > longest:
                self.not_placed.append((where, None, name, value, f"at most {longest} characters"))
                fit[name] = ""
        return fit


def keep_not_placed(run: FeedRun) -> None:
    """List what could not be read or placed, each thing once and since when, until a feed comes without it."""
    found = run.connection.execute('SELECT file, "row", "column", found, expected FROM not_read').fetchall()
    wanted = Counter(_cut(row) for row in [*found, *run.people.not_read, *run.not_placed])
    run.counts["not_placed"] = sum(wanted.values())
    columns = ("pk", "table", "row", "column", "found", "expected")
    stale = []
    for pk, *row in NotPlaced.objects.filter(source=run.source).values_list(*columns).iterator():
        if wanted[tuple(row)] > 0:
            wanted[tuple(row)] -= 1
        else:
            stale.append(pk)
    for part in in_parts(stale):
        NotPlaced.objects.filter(pk__in=part).delete()
    NotPlaced.objects.bulk_create(
        [NotPlaced(feed=run.feed, source=run.source, **dict(zip(columns[1:], row, strict=True))) for row in wanted.elements()],
        batch_size=2000,
    )


def _cut(row: tuple) -> tuple:
    table, number, column, found, expected = row
    return (table or "")[-64:], number, (column or "")[:100], (found or "").replace("\0", ""), (expected or "")[:300]
