"""`goldenthread feed`: read what the present system holds, work out what changed, and take it in."""

import datetime as dt
from collections.abc import Sequence

from django.db import connection as record
from rich.console import Console

from goldenthread.check.command import database
from goldenthread.errors import UserError
from goldenthread.formats.sources import read
from goldenthread.record.actions.feeding import feeds_of, take_in
from goldenthread.record.feeding.changes import compare
from goldenthread.record.feeding.people import read_people
from goldenthread.record.models import Feed, Person

SAID = {
    "added": "facts added", "changed": "changed", "gone": "gone from the source, and marked",
    "back": "back in the source", "unchanged": "unchanged", "not_read": "rows that could not be read",
    "not_placed": "values or rows that could not be read or placed: see the page /feed/",
    "people_added": "people added", "people_changed": "people whose particulars changed",
    "people_gone": "people gone from the source, and marked", "workers_added": "workers added",
    "workers_changed": "workers changed", "teams_added": "teams added", "allocations": "allocations added or changed",
    "addresses": "addresses added or changed", "conflicts": "new conflicts with what was typed here: see /feed/conflicts/",
}  # fmt: skip


def run(paths: Sequence[str], source: str, as_at: dt.date | None, console: Console) -> None:
    """Feed the record from these paths under the name the authority gives the source. UserError: nothing was changed."""
    check_ready(source)
    with console.status("Reading") as status:
        feed = feed_from(paths, source, as_at, status.update)
    console.print(f"Fed from {feed.source} as at {feed.as_at:%-d %B %Y}.", highlight=False)
    for name, words in SAID.items():
        if name in feed.counts:
            console.print(f"  {feed.counts[name]:>11,} {words}", highlight=False)


def feed_from(paths: Sequence[str], source: str, as_at: dt.date | None, progress=lambda what: None) -> Feed:
    """Read, compare and take in; the Feed."""
    with database() as connection:
        given = read(paths, as_at, connection, lambda file, rows: progress(f"Reading {file}: {rows:,} rows"))
        people = read_people(paths)
        changes = compare(connection, given.thread, source, sealed_numbers(), feeds_of(source), progress)
        return take_in(by=None, connection=connection, given=given, people=people, changes=changes, progress=progress)


def sealed_numbers() -> set[str]:
    """The numbers of sealed records: no feed reaches them."""
    return set(Person.objects.filter(sealed=True).values_list("number", flat=True))


def check_ready(source: str) -> None:
    """Whether there is a record to feed, and the source has a name it can be kept under. UserError."""
    if not source.strip() or len(source) > 64:
        raise UserError("--source is a name of at most 64 characters: what this authority calls the system.")
    if Feed._meta.db_table not in record.introspection.table_names():
        raise UserError("There is no record here yet.", hint="Start `goldenthread serve` once, or say where it is: GOLDENTHREAD_HOME.")
