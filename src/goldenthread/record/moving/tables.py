"""Which tables are moved, what a row of each is in a file, and which rows are restricted or sealed."""

import datetime as dt
import json
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from goldenthread.record.kinds import kinds
from goldenthread.record.models import (
    AdoptionLink,
    ApiToken,
    Entry,
    EntryPerson,
    Household,
    HouseholdMember,
    Person,
    SearchKey,
    SearchText,
)
from goldenthread.workforce.models import Was, Worker
from goldenthread.workforce.remembered import Remembered

StaysBehind = Callable[[type[models.Model], Any], bool]
"""Whether the row of a table with this id is not written."""


@dataclass(frozen=True)
class Room:
    """The tables of one room, by Django's name of it. A floor above the record hands in its own, as it starts (ABOVE).

    `left_out`: tables that do not move, each with the reason. `beside`: of a table, the columns that point to what may be
    more guarded than the row is: they do not mark the row, and are blank where what they point to stays behind. `without`:
    of a table, what takes from a row what else it says of such.
    """

    name: str
    left_out: Mapping[type[models.Model], str] = field(default_factory=dict)
    beside: Mapping[type[models.Model], tuple[str, ...]] = field(default_factory=dict)
    without: Mapping[type[models.Model], Callable[[dict[str, Any], StaysBehind], None]] = field(default_factory=dict)


LEFT_OUT: dict[type[models.Model], str] = {
    ApiToken: "keys to the record: their makers make new ones",
    SearchKey: "made again from the record",
    SearchText: "made again from the record",
}
"""Tables that do not move, each with the reason."""

ROOMS = (Room("workforce"), Room("record", LEFT_OUT))
ABOVE: list[Room] = []
"""The rooms of the floors above, which the record does not know: filled as they start, before anything is moved."""

SECRET = {Worker: ("password", "last_login")}
"""Columns that do not move: a worker sets a new password where the record is brought to."""

MARKS = ("record", "restricted", "sealed")
"""The folders: a row is put into the last that is true of it."""


def rooms() -> list[Room]:
    """Every room whose tables move."""
    return [*ROOMS, *ABOVE]


@cache
def tables() -> dict[str, type[models.Model]]:
    """Every table that moves, by its name in the files, each after those that it points to."""
    found: dict[str, type[models.Model]] = {}
    waiting = [model for room in rooms() for model in apps.get_app_config(room.name).get_models() if model not in room.left_out]
    while waiting:
        ready = [model for model in waiting if not _pointed_to(model) & set(waiting)]
        if not ready:
            raise RuntimeError("tables point to one another in a ring")
        for model in ready:
            found[name_of(model)] = model
            waiting.remove(model)
    return found


def _pointed_to(model: type[models.Model]) -> set:
    return set(remembered().values()) if model is Was else {other for _, other in pointers(model)} - {model}


@cache
def remembered() -> dict[str, type[Remembered]]:
    """The tables of whose rows Was tells, by their names in the database."""
    return {model._meta.db_table: model for model in Remembered.__subclasses__()}


def name_of(model: type[models.Model]) -> str:
    """The name of a table in the files: OtherName is other_name."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()


@cache
def columns(model: type[models.Model]) -> list[models.Field]:
    """The columns of a table that move."""
    return [field for field in model._meta.concrete_fields if field.name not in SECRET.get(model, ())]


@cache
def pointers(model: type[models.Model]) -> list[tuple[str, type[models.Model]]]:
    """The columns of a table that point to another row, each with the table it points to."""
    return [(field.attname, field.related_model) for field in columns(model) if field.is_relation]


def line_of(row: dict[str, Any]) -> bytes:
    """A row as a line: the same bytes for the same row, whichever database it is in."""
    return json.dumps(row, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    raise TypeError(type(value).__name__)


def object_of(model: type[models.Model], row: dict[str, Any]) -> models.Model:
    """A row of a file as an unsaved object; ValueError or ValidationError where a value is not of its column's type."""
    by_name = {field.attname: field for field in columns(model)}
    unknown = row.keys() - by_name.keys()
    if unknown:
        raise ValueError(f"unknown column {min(unknown)}")
    made = model(**{name: _value(by_name[name], value) for name, value in row.items()})
    if isinstance(made, Worker):
        made.set_unusable_password()
    return made


def _value(field: models.Field, value: Any) -> Any:
    return value if value is None or isinstance(field, models.JSONField) else field.to_python(value)


class Marks:
    """How each row is marked, told while the tables are read in their order: 0 open, 1 restricted, 2 sealed (and private)."""

    def __init__(self):
        self.of: dict[type[models.Model], dict[Any, int]] = {Person: dict(_people())}
        self._join(Entry, EntryPerson, "entry_id")
        self._join(Household, HouseholdMember, "household_id")
        private = [kind.name for kind in kinds().values() if kind.private]
        self.of[Entry] |= dict.fromkeys(Entry.objects.filter(kind__in=private).values_list("pk", flat=True), 2)
        self.beside = {model: names for room in rooms() for model, names in room.beside.items()}
        self.without = {model: take for room in rooms() for model, take in room.without.items()}

    def _join(self, model: type[models.Model], through: type[models.Model], name: str) -> None:
        """An entry, or a household, is marked as the most guarded of its people is."""
        marked = self.of.setdefault(model, {})
        for pk, person in through.objects.filter(person__in=list(self.of[Person])).values_list(name, "person_id"):
            marked[pk] = max(marked.get(pk, 0), self.of[Person][person])

    def mark(self, model: type[models.Model], row: dict[str, Any]) -> int:
        """The mark of a row: its own, or that of what it points to (but not of another row of its own table)."""
        mark = 2 if model is AdoptionLink else self.of.get(model, {}).get(row[model._meta.pk.attname], 0)
        if model is Was:
            mark = self.of.get(remembered().get(row["table"]), {}).get(row["row"], 0)
        for name, other in pointers(model):
            if other in self.of and other is not model and name not in self.beside.get(model, ()):
                mark = max(mark, self.of[other].get(row[name], 0))
        if mark:
            self.of.setdefault(model, {})[row[model._meta.pk.attname]] = mark
        return mark

    def forget(self, model: type[models.Model], row: dict[str, Any]) -> None:
        """Of an open row, blank what points to a sealed row of the same table, or beside it: that stays behind."""
        for name, other in pointers(model):
            if (other is model or name in self.beside.get(model, ())) and self.is_sealed(other, row[name]):
                row[name] = None
        if model in self.without:
            self.without[model](row, self.is_sealed)

    def is_sealed(self, model: type[models.Model], pk: Any) -> bool:
        """Whether a row, of a table read before, is sealed or private."""
        return self.of.get(model, {}).get(pk) == 2


def _people() -> Iterator[tuple[int, int]]:
    """The restricted and the sealed, and whoever was merged into them."""
    marked = {pk: 2 if sealed else 1 for pk, sealed in
              Person.objects.filter(models.Q(sealed=True) | models.Q(restricted=True)).values_list("pk", "sealed")}  # fmt: skip
    level = dict(marked)
    while level:
        merged = Person.objects.filter(merged_into__in=level).values_list("pk", "merged_into")
        level = {pk: max(level[into], marked.get(pk, 0)) for pk, into in merged if marked.get(pk, 0) < level[into]}
        marked |= level
    yield from marked.items()
