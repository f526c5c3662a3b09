"""What the record bears witness to: what each fed source does, and, of what is typed here, from the day people began to.

Nothing is said of what came before: nobody is accused for what was never typed here. The day is GOLDENTHREAD_RECORDING_SINCE;
without it only the fed sources are witnesses.
"""

import datetime as dt
from dataclasses import replace
from functools import cache

from django.conf import settings

from goldenthread.codes.calendar import FIRST_DAY
from goldenthread.errors import UserError
from goldenthread.record import models, tables
from goldenthread.record.kinds import kinds
from goldenthread.record.models import LatestTold
from goldenthread.record.past import NOW, Past
from goldenthread.record.scan import scan
from goldenthread.standards import vocabulary as v
from goldenthread.standards.thread import Coverage

HERE = "typed here"

NEVER_BEFORE = frozenset({v.person.name, v.action_answered.name, v.wish_answered.name})
"""Nouns of which the record is a witness from the first day on: what is answered here was agreed, or said, here."""


def since() -> dt.date | None:
    """The day from which everything is recorded here; None where it is not."""
    day = getattr(settings, "RECORDING_SINCE", "")
    try:
        return dt.date.fromisoformat(day) if day else None
    except ValueError:
        raise UserError(f"GOLDENTHREAD_RECORDING_SINCE is {day!r}, expected a day, such as 2026-04-01.") from None


def coverage(as_at: dt.date, past: Past = NOW) -> list[Coverage]:
    """What the record bears witness to, or did at a moment, as at a day."""
    return _coverage(as_at, as_at, _told_now() if past.moment is None else _told_then(past.moment))


def coverage_without_end(as_at: dt.date) -> list[Coverage]:
    """The same, its last days not cut at the day that is judged: nothing is judged otherwise by it, and what is compiled for
    one day holds for the next."""
    return _coverage(as_at, dt.date.max, _told_now())


def _told_now() -> list[Coverage]:
    return [Coverage(f"fed from {each.source}", each.noun, each.from_day, each.to_day, each.extent, frozenset(each.facts))
            for each in models.Coverage.objects.order_by("pk")]  # fmt: skip


def _told_then(moment: dt.datetime) -> list[Coverage]:
    """What each source bore witness to by its last feed before a moment."""
    fed = models.Feed.objects.filter(ended_at__lt=moment).order_by("pk")
    last = dict(fed.values_list("source", "coverage"))
    day = dt.date.fromisoformat
    return [Coverage(f"fed from {source}", noun, day(first), day(until), extent, frozenset(facts))
            for source, told in last.items() for noun, first, until, extent, facts in told]  # fmt: skip


def _coverage(as_at: dt.date, last: dt.date, told: list[Coverage]) -> list[Coverage]:
    fed = [replace(each, to_day=min(each.to_day, last)) for each in told]
    first = since()
    if first is None or first > as_at:
        return fed
    return fed + [
        Coverage(HERE, noun, FIRST_DAY if noun in NEVER_BEFORE else first, last, "all", frozenset(facts))
        for noun, facts in typed_here().items()
    ]


@cache
def typed_here() -> dict[str, set[str]]:
    """The nouns that can be typed here, each with the facts of it that can: of a period that has an end, `ended` too."""
    found: dict[str, set[str]] = {v.case_note.name: set()}
    found |= {noun.name: {fact.name for fact in noun.facts} for noun in (v.copied_forward, v.other_child_named)}
    for kind in kinds().values():
        for gives in kind.gives:
            facts = found.setdefault(gives.noun.name, set())
            facts |= set(gives.facts) | ({"ended"} if gives.noun.lasts and (gives.until or kind.ended) else set())
    for noun in tables.NOUNS_OF:
        found.setdefault(noun.name, set()).update(OF_TABLES.get(noun.name, ()))
    return found


OF_TABLES = {
    "person": ("sex", "ethnicity", "is_disabled", "has_upn", "ended"),
    "allocation": ("worker_id", "change_reason", "ended"),
    "reviewing_officer": ("ended",),
    "personal_adviser": ("ended",),
    "employment": ("is_newly_qualified", "is_agency", "ended"),
    "risk_person_at_home": ("relationship", "ended"),
    "linked_exploitation": ("link",),
}
"""The facts of each noun that the record keeps in tables."""


def latest_of(subjects: frozenset[str]) -> list[tuple[str, str]]:
    """Pairs of noun and subject, of these subjects, of whom a fed source would tell the latest."""
    told = LatestTold.objects.filter(subject_id__in=subjects, gone_at=None)
    return sorted(set(told.values_list("noun", "subject_id")))


def load_latest(connection, past: Past = NOW) -> None:
    """`latest_told(noun, subject_id)`: of whom a fed source would tell the latest of a noun."""
    stands = "gone_at IS NULL"
    if past.moment:
        moment = tables.moment_of(past)
        stands = f"recorded_at < {moment} AND (gone_at IS NULL OR gone_at >= {moment})"
    if LatestTold.objects.exists():
        scan(connection, "scanned_latest", "noun VARCHAR, subject_id VARCHAR",
             f"SELECT noun, subject_id FROM record_latesttold WHERE {stands}")  # fmt: skip
        connection.execute("CREATE OR REPLACE TABLE latest_told AS SELECT DISTINCT noun, subject_id FROM scanned_latest")
        connection.execute("DROP TABLE scanned_latest")
    else:
        connection.execute("CREATE OR REPLACE TABLE latest_told (noun VARCHAR, subject_id VARCHAR)")
