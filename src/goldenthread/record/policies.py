"""What the state of things allows: `check_x` raises Fault with every fault at once, `can_x` says yes or no."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldenthread.errors import UserError
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.kinds.told import LONDON, day_of
from goldenthread.record.models import Entry, Fact, Person
from goldenthread.record.reading import told_of


@dataclass(frozen=True)
class Fault:
    """One thing that is not right: the name of its input on the form (empty: the whole), and a sentence."""

    field: str
    words: str


class Unfit(UserError):
    """What was typed cannot be right; every fault at once, each beside its field. What was typed is kept."""

    def __init__(self, faults: Sequence[Fault]):
        self.faults = tuple(faults)
        self.by_field = {fault.field: fault.words for fault in faults}
        super().__init__(*[fault.words for fault in faults])


class Superseded(UserError):
    """Someone else has changed the entry since it was opened: both texts are to be shown."""

    def __init__(self, entry: Entry):
        self.entry = entry
        super().__init__("Someone else changed this entry while you were writing.")


def check_make(kind: Kind, children: Sequence[Person], body: dict, entry: Entry | None = None) -> None:
    """Whether an entry of this kind may say this of these children; Unfit."""
    faults = [*_days(kind, body), *_of_each_child(kind, children, body, entry)]
    if kind.about in ("children", "child", "carer") and not children:
        faults.append(Fault("children", "Choose at least one child."))
    if kind.about == "child" and len(children) > 1:
        faults.append(Fault("children", f"{kind.title} is about one child. Make one for each."))
    if faults:
        raise Unfit(faults)


def _days(kind: Kind, body: dict) -> Iterator[Fault]:
    today = dt.datetime.now(LONDON).date()
    for field, name, value in values(kind, body):
        day = day_of(value) if field.kind in ("day", "moment") else None
        if day and field.past and day > today:
            yield Fault(name, f"{field.words.rstrip('?')}: this day is in the future.")
    began, ended = (day_of(body["shared"].get(name)) if name else None for name in (kind.happened, kind.ended))
    if began and ended and ended < began:
        yield Fault(kind.ended, f"{kind.title} cannot end before it starts.")


def values(kind: Kind, body: dict) -> Iterator[tuple[Field, str, object]]:
    """Each filled value of a body: its field, the name of its input on the form, and the value."""
    for field in kind.fields:
        if field.per_child:
            for person, line in body.get("lines", {}).items():
                yield from _values(field, f"{field.name}@{person}", line.get(field.name))
        else:
            yield from _values(field, field.name, body.get("shared", {}).get(field.name))


def _values(field: Field, name: str, value) -> Iterator[tuple[Field, str, object]]:
    if value in (None, "", []):
        return
    if field.kind != "rows":
        yield field, name, value
        return
    for number, row in enumerate(value):
        for each in field.fields:
            yield from _values(each, f"{name}.{number}.{each.name}", row.get(each.name))


def _of_each_child(kind: Kind, children: Sequence[Person], body: dict, entry: Entry | None) -> Iterator[Fault]:
    began = day_of(body["shared"].get(kind.happened))
    for child in children:
        born = child.born_on
        if born and began and began < born and kind.about in ("child", "children") and not child.expected_on:
            yield Fault(kind.happened, "This is before the child was born.")
        if kind.during and began and not _falls_in(kind, child, began):
            yield Fault(kind.happened, f"On this day the child was not in {kind.during.one}.")
        if kind.replaces and began and not body["shared"].get(kind.ended) and _is_followed(kind, child, began):
            yield Fault(kind.ended, "A later one is on the record already: say when this one ended.")
        told = told_of(kind, body, child, entry)
        for check in kind.checks:
            for name, words in check(told):
                yield Fault(f"{name}@{child.pk}" if kind.field(name).per_child else name, words)


def _falls_in(kind: Kind, child: Person, day: dt.date) -> bool:
    """Whether a period of `kind.during` is open on the day; an event on its last day still counts."""
    periods = _known(kind.during.name, child).filter(Q(ended_on=None) | Q(ended_on__gte=day), started_on__lte=day)
    return periods.exists()


def _is_followed(kind: Kind, child: Person, day: dt.date) -> bool:
    """Whether another of what it gives begins after this day."""
    return _known(kind.gives[0].noun.name, child).filter(started_on__gt=day).exists()


def _known(noun: str, child: Person) -> QuerySet[Fact]:
    """The facts of a noun about a child, as they are known now."""
    return Fact.objects.standing().filter(person__in=child.ids, noun=noun)


def days_of(kind: Kind, body: dict) -> tuple:
    """The days a body gives what it tells of: when it began, when it ended, and when for each child alone."""
    shared, lines = body["shared"], body.get("lines", {})
    alone = {person: line[kind.ended_alone] for person, line in lines.items() if kind.ended_alone in line}
    return shared.get(kind.happened), shared.get(kind.ended), alone


def without_end(kind: Kind, body: dict, ended: dict) -> dict:
    """A body without the end that another body (of the same entry) gave it, where it is still the one it has."""

    def open_again(said: dict, name: str, end: str | None) -> dict:
        return {each: value for each, value in said.items() if each != name or value != end}

    _, end, alone = days_of(kind, ended)
    lines = {person: open_again(line, kind.ended_alone, alone.get(person)) for person, line in body["lines"].items()}
    return body | {"shared": open_again(body["shared"], kind.ended, end), "lines": lines}


def check_not_withdrawn(entry: Entry) -> None:
    """Whether the entry still stands; Unfit."""
    if entry.withdrawn_at:
        raise Unfit([Fault("", "This entry was withdrawn. It cannot be changed; make another.")])


def check_unchanged(entry: Entry, version_seen: int) -> None:
    """Whether nobody has changed the entry since this version was read; Superseded."""
    if entry.versions_made != version_seen:
        raise Superseded(entry)


def check_complete(kind: Kind, old: dict, new: dict) -> None:
    """Whether only what was blank has been filled; Unfit."""
    had = {name: value for _, name, value in values(kind, old)}
    has = {name: value for _, name, value in values(kind, new)}
    changed = [name for name, value in had.items() if has.get(name) != value]
    if changed:
        raise Unfit([Fault(name, "This was already filled in: correct the entry instead, and say why.") for name in changed])


def check_filled_by(kind: Kind, role: str, old: dict, new: dict) -> None:
    """Whether what only some roles may fill was filled by one of them; Unfit."""
    faults = [
        Fault(field.name, f"{field.words.rstrip('?')}: a manager fills this in.")
        for field in kind.fields
        if field.filled_by and role not in field.filled_by and _said(field, old) != _said(field, new)
    ]
    if faults:
        raise Unfit(faults)


def _said(field: Field, body: dict):
    """What a body says of a field, blank or not: of each child, where each has a line of it."""
    if not field.per_child:
        return body.get("shared", {}).get(field.name)
    return {person: line[field.name] for person, line in body.get("lines", {}).items() if field.name in line}


def check_reason(reason: str) -> None:
    """Whether a reason was given; Unfit."""
    if not reason.strip():
        raise Unfit([Fault("reason", "Say why.")])


def check_required(kind: Kind, body: dict, children: Iterable[Person]) -> None:
    """Whether everything is filled in that must be; Unfit."""
    faults = []
    for field in kind.fields:
        for name, line in _places(field, body, children):
            if field.kind == "rows":
                faults += _rows_required(field, name, line.get(field.name) or [])
            if field.required and _is_asked(field, line) and line.get(field.name) in (None, "", []):
                faults.append(Fault(name, f"{field.words.rstrip('?.')}: this is needed."))
    if faults:
        raise Unfit(faults)


def _places(field: Field, body: dict, children: Iterable[Person]) -> Iterator[tuple[str, dict]]:
    if not field.per_child:
        yield field.name, body["shared"]
        return
    for child in children:
        yield f"{field.name}@{child.pk}", body["shared"] | body["lines"].get(str(child.pk), {})


def _is_asked(field: Field, said: dict) -> bool:
    return field.when is None or said.get(field.when[0]) == field.when[1]


def _rows_required(field: Field, name: str, rows: list[dict]) -> Iterator[Fault]:
    for number, row in enumerate(rows):
        for each in field.fields:
            if each.required and not row.get(each.name):
                yield Fault(f"{name}.{number}.{each.name}", f"{each.words}: this is needed.")
