"""`goldenthread feed`: read what the present system holds, work out what changed, and take it in."""

import datetime as dt
from collections.abc import Sequence

from django.db import connection as record
from rich.console import Console

from goldenthread.check import words
from goldenthread.check.command import database
from goldenthread.errors import UserError
from goldenthread.formats.sources import read
from goldenthread.record.actions.feeding import feeds_of, take_in
from goldenthread.record.feeding.changes import compare
from goldenthread.record.feeding.people import read_people
from goldenthread.record.models import Feed, Person, Tombstone

ALWAYS = ("added", "changed", "gone", "back", "unchanged")
WORDS = {
    "added": ("fact added", "facts added"),
    "changed": ("fact changed", "facts changed"),
    "gone": ("fact gone from the source, and marked", "facts gone from the source, and marked"),
    "back": ("fact back in the source", "facts back in the source"),
    "unchanged": ("fact unchanged", "facts unchanged"),
    "not_read": ("row that could not be read", "rows that could not be read"),
    "not_placed": ("value or row that could not be read or placed", "values or rows that could not be read or placed"),
    "people_added": ("person added", "people added"),
    "people_changed": ("person whose particulars changed", "people whose particulars changed"),
    "people_gone": ("person gone from the source, and marked", "people gone from the source, and marked"),
    "workers_added": ("worker added", "workers added"),
    "workers_changed": ("worker changed", "workers changed"),
    "teams_added": ("team added", "teams added"),
    "allocations": ("allocation added or changed", "allocations added or changed"),
    "addresses": ("address added or changed", "addresses added or changed"),
    "conflicts": ("new conflict with what was typed here", "new conflicts with what was typed here"),
}


def brought(counts: dict[str, int], always: Sequence[str] = ()) -> list[str]:
    """What a run brought: "1 fact added", "2,000 people added". `always`: what is said of none, too."""
    return [f"{counts.get(name, 0):,} {one if counts.get(name) == 1 else several}"
            for name, (one, several) in WORDS.items() if counts.get(name) or name in always]  # fmt: skip


def run(paths: Sequence[str], source: str, as_at: dt.date | None, console: Console) -> None:
    """Feed the record from these paths under the name the authority gives the source. UserError: nothing was changed."""
    check_ready(source)
    with console.status("Reading") as status:
        feed = feed_from(paths, source, as_at, status.update)
    console.print(f"Fed from {feed.source} as at {words.day(feed.as_at)}.", highlight=False)
    for line in brought(feed.counts, ALWAYS):
        console.print(f"  {line}", highlight=False)
    if feed.counts.get("not_placed") or feed.counts.get("conflicts"):
        console.print("What could not be placed, and conflicts, are listed on the page /feed/.", highlight=False)


def feed_from(paths: Sequence[str], source: str, as_at: dt.date | None, progress=lambda what: None) -> Feed:
    """Read, compare and take in; the Feed."""
    with database() as connection:
        given = read(paths, as_at, connection, lambda file, rows: progress(f"Reading {file}: {rows:,} rows"))
        people = read_people(paths)
        changes = compare(connection, given.thread, source, out_of_reach(), feeds_of(source), progress)
        return take_in(by=None, connection=connection, given=given, people=people, changes=changes, progress=progress)


def out_of_reach() -> set[str]:
    """The numbers that no feed reaches: those of sealed records, and of what was destroyed in its time."""
    sealed = Person.objects.filter(sealed=True).values_list("number", flat=True)
    return {*sealed, *Tombstone.objects.values_list("number", flat=True)}


def check_ready(source: str) -> None:
    """Whether there is a record to feed, and the source has a name it can be kept under. UserError."""
    if not source.strip() or len(source) > 64:
        raise UserError("--source is a name of at most 64 characters: what this authority calls the system.")
    if Feed._meta.db_table not in record.introspection.table_names():
        hint = "Start `goldenthread serve` once, or say where it is: GOLDENTHREAD_HOME."
        raise UserError("There is no record here yet.", hint=hint)
