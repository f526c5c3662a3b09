"""An entry as it is shown to one reader: in words, without what this reader may not see.

What the children of an entry share is shown only to those who may see every child in it; a child whom the reader may
not see is not there at all. People of whom the reader may not know have no name, and text goes through the Masker.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import prefetch_related_objects

from goldenthread.check import words
from goldenthread.codes.lists import label
from goldenthread.record import access
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.kinds.told import LONDON, Told
from goldenthread.record.masking import Masker
from goldenthread.record.models import Entry, Person, Version
from goldenthread.record.reading import body_of, kind_of, latest, line_of, told_of
from goldenthread.workforce.models import Worker

SOMEONE = "someone you may not see"


class Table(NamedTuple):
    """Rows in words, under their headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        said = ("; ".join(f"{head}: {cell}" for head, cell in zip(self.headings, row, strict=True) if cell) for row in self.rows)
        return "\n".join(said)


class ShownField(NamedTuple):
    """What was asked and what was answered, in words. A section nobody filled has an empty value."""

    label: str
    value: str | Table


class Group(NamedTuple):
    """What stands under one heading."""

    heading: str
    said: list[ShownField]


class ShownLine(NamedTuple):
    """What an entry says of one child."""

    person: Person
    said: list[ShownField]


@dataclass(frozen=True)
class ShownEntry:
    """An entry as this reader sees it.

    `line`: its line in the chronology. `shared`: None where it is `withheld`. `about`: those the reader may see.
    `version`, `said_by`, `said_at`, `change`, `reason`: of the version shown. Where what is shared is withheld, `reason`
    is empty.
    """

    entry: Entry
    kind: Kind
    title: str
    line: str
    began_on: dt.date
    ended_on: dt.date | None
    made_by: str
    made_at: dt.datetime
    version: int
    said_by: str
    said_at: dt.datetime
    change: str
    reason: str
    shared: list[Group] | None
    lines: list[ShownLine] = field(default_factory=list)
    about: list[Person] = field(default_factory=list)

    @property
    def withheld(self) -> bool:
        """Whether the reader does not see every child in it."""
        return self.shared is None

    @property
    def withdrawn(self) -> bool:
        """Whether it was made in error."""
        return self.entry.withdrawn_at is not None


def shown(
    by: Worker, entry: Entry, masker: Masker | None = None, version: Version | None = None, person: Person | None = None
) -> ShownEntry:
    """One entry, as it is now or as a version had it; its line as told of `person`. That it may be read was asked before."""
    return _Reader(by, [entry], masker, [version] if version else []).show(entry, version, person)


def shown_versions(by: Worker, entry: Entry, masker: Masker | None = None) -> list[ShownEntry]:
    """Every version of an entry, the first first."""
    versions = list(entry.versions.select_related("said_by").order_by("number"))
    reader = _Reader(by, [entry], masker, versions)
    return [reader.show(entry, version, None) for version in versions]


def shown_many(by: Worker, entries: Iterable[Entry], person: Person, masker: Masker | None = None) -> list[ShownEntry]:
    """Entries of a child whose record the reader may open, in a fixed number of queries; without those of a kind the
    reader's role does not read."""
    readable = [entry for entry in entries if _reads_kind(by, entry)]
    reader = _Reader(by, readable, masker or Masker(by, [person]))
    return [reader.show(entry, None, person) for entry in readable]


def _reads_kind(by: Worker, entry: Entry) -> bool:
    kind, read_by = kind_of(entry), kind_of(entry).read_by
    if kind.private:
        return by.pk in (entry.worker_id, entry.made_by_id)
    return not read_by or by.role in read_by or entry.made_by_id == by.pk


class _Reader:
    """What must be known to show some entries to one reader, asked of the database once."""

    def __init__(self, by: Worker, entries: list[Entry], masker: Masker | None, versions: Sequence[Version] = ()):
        prefetch_related_objects(entries, "versions__said_by", "people__merged_into", "made_by")
        self.seen = self._seen(by, entries)
        bodies = [(kind_of(version.entry), body_of(version, kind_of(version.entry))) for version in versions]
        bodies += [(kind_of(entry), body_of(latest(entry), kind_of(entry))) for entry in entries]
        persons, workers = _named(bodies)
        self.people = {each.pk: each.name for each in access.findable(by).filter(pk__in=persons)} if persons else {}
        self.workers = dict(Worker.objects.filter(pk__in=workers).values_list("pk", "name")) if workers else {}
        self.masker = masker or Masker(by, list(self.seen.values()))

    @staticmethod
    def _seen(by: Worker, entries: list[Entry]) -> dict[int, Person]:
        """Those whom entries are about and the reader may see; of a merged record, the one that goes on."""
        about = {(kind_of(entry).about, person.survivor) for entry in entries for person in entry.people.all()}
        carers = {person.pk for kind, person in about if kind == "carer"}
        children = {person.pk for kind, person in about if kind != "carer"}
        seen = set(access.children(by).filter(pk__in=children).values_list("pk", flat=True)) if children else set()
        seen |= set(access.people(by).filter(pk__in=carers).values_list("pk", flat=True)) if carers else set()
        return {person.pk: person for _, person in about if person.pk in seen}

    def show(self, entry: Entry, version: Version | None, person: Person | None) -> ShownEntry:
        """The entry, as the version has it."""
        kind, version = kind_of(entry), version or latest(entry)
        body = body_of(version, kind)
        every = sorted(entry.people.all(), key=lambda each: (str(each.born_on or each.expected_on), each.pk))
        about = [each for each in every if each.survivor.pk in self.seen]
        whole = len(about) == len(every)
        read = body if whole else body | {"shared": {}}
        first = next((each for each in about if person and each.survivor.pk == person.pk), about[0] if about else None)
        return ShownEntry(
            entry, kind, kind.title, self.masker.text(line_of(kind, told_of(kind, read, first, entry))),
            entry.began_on, entry.ended_on, entry.made_by.name, entry.made_at, version.number, version.said_by.name,
            version.said_at, version.change, self.masker.text(version.reason) if whole else "",
            shared=list(self._shared(kind, body)) if whole else None,
            lines=[ShownLine(each.survivor, list(self._line(kind, body, each))) for each in about],
            about=[each.survivor for each in about],
        )  # fmt: skip

    def _shared(self, kind: Kind, body: dict) -> Iterator[Group]:
        told = told_of(kind, body, None)
        for heading in dict.fromkeys(each.group for each in kind.fields):
            said = list(self._said([each for each in kind.fields if each.group == heading and not each.per_child], told))
            if said:
                yield Group(heading, said)

    def _line(self, kind: Kind, body: dict, person: Person) -> Iterator[ShownField]:
        told = told_of(kind, body, person)
        return self._said([each for each in kind.fields if each.per_child], told)

    def _said(self, fields: list[Field], told: Told) -> Iterator[ShownField]:
        for each in fields:
            value = (told.line if each.per_child else told.shared).get(each.name)
            if value not in (None, "", []):
                yield ShownField(each.words, self.value(each, value))
            elif each.kind == "section" and (each.when is None or told.get(each.when[0]) == each.when[1]):
                yield ShownField(each.words, "")

    def value(self, field: Field, value: Any) -> str | Table:
        """One value, in words."""
        if field.kind == "rows":
            used = [each for each in field.fields if any(row.get(each.name) not in (None, "", []) for row in value)]
            cells = (tuple(self._cell(each, row.get(each.name)) for each in used) for row in value)
            return Table(tuple(each.words for each in used), tuple(cells))
        return self._cell(field, value)

    def _cell(self, field: Field, value: Any) -> str:
        if value in (None, "", []):
            return ""
        if isinstance(value, list):
            return "; ".join(self._one(field, each) for each in value)
        return self._one(field, value)

    def _one(self, field: Field, value: Any) -> str:
        if field.kind in ("day", "moment"):
            return day_in_words(value)
        if field.kind == "yes_no":
            return "Yes" if value else "No"
        if field.kind in ("code", "codes"):
            return label(field.codes, value) or str(value)
        if field.kind in ("choice", "choices"):
            return dict(field.choices).get(value, str(value))
        if field.kind in ("person", "people"):
            return self.people.get(value, SOMEONE)
        if field.kind == "worker":
            return self.workers.get(value, "someone who no longer works here")
        return self.masker.text(str(value))


def day_in_words(value: str) -> str:
    """A day or moment of a body: 12 March 2026, or 12 March 2026 at 14:30, the time in England."""
    if len(value) == 10:
        return words.day(dt.date.fromisoformat(value))
    at = dt.datetime.fromisoformat(value).astimezone(LONDON)
    return f"{words.day(at)} at {at:%H:%M}"


def _named(bodies: Iterable[tuple[Kind, dict]]) -> tuple[set[int], set[int]]:
    """The ids of people and of workers that bodies name."""
    persons: set[int] = set()
    workers: set[int] = set()
    for kind, body in bodies:
        for each, value in _values(kind, body):
            if each.kind in ("person", "people"):
                persons.update(value if isinstance(value, list) else [value])
            elif each.kind == "worker":
                workers.add(value)
    return persons, workers


def _values(kind: Kind, body: dict) -> Iterator[tuple[Field, Any]]:
    for place in (body.get("shared", {}), *body.get("lines", {}).values()):
        for each in kind.fields:
            value = place.get(each.name)
            if each.kind == "rows":
                yield from ((column, row[column.name]) for row in value or () for column in each.fields if row.get(column.name))
            elif value not in (None, "", []):
                yield each, value
