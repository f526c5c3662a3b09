"""What an entry says: its body as the kind would have it today, and as told of one child."""

from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Kind
from goldenthread.record.kinds.told import Told
from goldenthread.record.models import Entry, Person, Version


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
        earlier=lambda name: earlier(entry, name),
        born_on=child.born_on if child else None,
        made_at=entry.made_at if entry else None,
    )


def earlier(entry: Entry | None, kind: str) -> str | None:
    """The id of the nearest entry of a kind which this one follows from; of its own kind, its own."""
    while entry is not None and entry.kind != kind:
        entry = entry.follows
    return str(entry.pk) if entry else None


def line_of(kind: Kind, told: Told) -> str:
    """The entry's line in the chronology."""
    return kind.line if isinstance(kind.line, str) else kind.line(told)
