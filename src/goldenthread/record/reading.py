"""What an entry says: its body as the kind would have it today, and as told of one child."""

import datetime as dt
from functools import cache

from django.db.models import Q

from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Kind
from goldenthread.record.kinds.told import Told
from goldenthread.record.models import Entry, Fact, Person, Version

RECENT = dt.timedelta(days=92)
"""What ended longer ago than this is not what an entry follows from, unless it says so."""


def kind_of(entry: Entry) -> Kind:
    """The kind of an entry."""
    return kinds()[entry.kind]


def latest(entry: Entry) -> Version:
    """What the entry says now. Where versions were prefetched, nothing is asked of the database."""
    if "versions" in getattr(entry, "_prefetched_objects_cache", {}):
        return max(entry.versions.all(), key=lambda version: version.number)
    return entry.versions.get(number=entry.versions_made)


def body_of(version: Version, kind: Kind) -> dict:
    """The body as the kind's present version would have it."""
    return kind.upcast(version.body, version.kind_version)


def told_of(kind: Kind, body: dict, child: Person | None, entry: Entry | None = None) -> Told:
    """A body as told of one child."""
    return Told(
        entry_id=str(entry.pk) if entry else "",
        shared=body.get("shared", {}),
        line=body.get("lines", {}).get(str(child.pk), {}) if child else {},
        earlier=lambda name: earlier(entry, name, child),
        born_on=child.born_on if child else None,
        made_at=entry.made_at if entry else None,
        last=cache(lambda: last_told(kind, child, entry)),
    )


def last_told(kind: Kind, child: Person | None, entry: Entry | None) -> Told | None:
    """What the entry of this kind before said of the child."""
    if entry is None or child is None:
        return None
    same = Entry.objects.filter(kind=kind.name, people=child, withdrawn_at=None, began_on__lte=entry.began_on)
    before = same.exclude(pk=entry.pk).exclude(began_on=entry.began_on, pk__gt=entry.pk).order_by("-began_on", "-pk").first()
    return told_of(kind, body_of(latest(before), kind), child, before) if before else None


def earlier(entry: Entry | None, kind: str, child: Person | None = None) -> str | None:
    """The id of the nearest entry of a kind which this one follows from; of its own kind, its own.

    Where it follows from none: of the child's latest that was open then or ended shortly before, typed or fed.
    """
    followed = entry
    while followed is not None and followed.kind != kind:
        followed = followed.follows
    if followed or entry is None or child is None:
        return str(followed.pk) if followed else None
    fact = Fact.objects.standing().filter(
        Q(ended_on=None) | Q(ended_on__gte=entry.began_on - RECENT), person__in=child.ids, noun=kind,
        started_on__lte=entry.began_on,
    ).order_by("-started_on", "-pk").first()  # fmt: skip
    return fact.facts.get(f"{kind}_id") if fact else None


def line_of(kind: Kind, told: Told) -> str:
    """The entry's line in the chronology."""
    return kind.line if isinstance(kind.line, str) else kind.line(told)


def first_of(entry: Entry) -> Entry:
    """The entry with which the chain began that this one follows on from."""
    while entry.follows_id:
        entry = entry.follows
    return entry
