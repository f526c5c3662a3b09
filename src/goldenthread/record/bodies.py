"""A body of an entry as a program gives it: of the right shape, and about people whom its worker may know of."""

from collections.abc import Iterator, Sequence

from goldenthread.record import access
from goldenthread.record.forms import read, show
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.models import Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker

SHAPES = {
    "text": str, "section": str, "line": str, "day": str, "moment": str, "code": str, "choice": str, "yes_no": bool,
    "number": int, "person": int, "worker": int, "codes": list, "choices": list, "people": list, "rows": list,
}  # fmt: skip
INSIDE = {"codes": str, "choices": str, "people": int, "rows": dict}
IN_WORDS = {str: "text", bool: "true or false", int: "a whole number", list: "a list", dict: "an object"}


class Misshapen(Unfit):
    """A body that is not as its kind's schema says; each fault is named by its place in the body."""


def take(by: Worker, kind: Kind, persons: Sequence[Person], body: object) -> dict:
    """The body as a form would have read it. Misshapen, with every fault, each named as in the schema: `shared.visited`."""
    faults = list(_misshapen(kind, persons, body))
    if faults:
        raise Misshapen(faults)
    read_again, unread = read(kind, show(kind, body), persons)
    faults = [Fault(_place(each.field), each.words) for each in unread]
    faults += _strangers(by, kind, read_again)
    if faults:
        raise Misshapen(faults)
    return read_again


def _misshapen(kind: Kind, persons: Sequence[Person], body: object) -> Iterator[Fault]:
    if not isinstance(body, dict) or not isinstance(body.get("shared", {}), dict) or not isinstance(body.get("lines", {}), dict):
        yield Fault("body", 'It is an object: {"shared": {…}, "lines": {"<person\'s id>": {…}}}.')
        return
    yield from (Fault(name, "There is no such part.") for name in body.keys() - {"shared", "lines"})
    shared = {field.name: field for field in kind.fields if not field.per_child}
    each_child = {field.name: field for field in kind.fields if field.per_child}
    yield from _of_fields("shared", shared, body.get("shared", {}))
    about = {str(person.pk) for person in persons}
    for pk, line in body.get("lines", {}).items():
        if pk not in about:
            yield Fault("lines", "There is a line of somebody whom the entry is not about.")
        elif not isinstance(line, dict):
            yield Fault(f"lines.{pk}", "An object is expected.")
        else:
            yield from _of_fields(f"lines.{pk}", each_child, line)


def _of_fields(where: str, fields: dict[str, Field], said: dict) -> Iterator[Fault]:
    for name, value in said.items():
        if name not in fields:
            yield Fault(where, "There is a field that this kind of entry does not have.")
        else:
            yield from _of_value(f"{where}.{name}", fields[name], value)


def _of_value(where: str, field: Field, value: object) -> Iterator[Fault]:
    shape = SHAPES[field.kind]
    if type(value) is not shape:
        yield Fault(where, f"{field.words.rstrip('?')}: {IN_WORDS[shape]} is expected.")
        return
    for number, each in enumerate(value if shape is list else ()):
        if type(each) is not INSIDE[field.kind]:
            yield Fault(f"{where}.{number}", f"{field.words.rstrip('?')}: {IN_WORDS[INSIDE[field.kind]]} is expected.")
        elif field.kind == "rows":
            yield from _of_fields(f"{where}.{number}", {column.name: column for column in field.fields}, each)


def _place(name: str) -> str:
    """The place in the body of an input of a form: said@12 is lines.12.said."""
    field, at, person = name.partition("@")
    if not at:
        return f"shared.{name}"
    person, _, rest = person.partition(".")
    return ".".join(filter(None, (f"lines.{person}.{field}", rest)))


def place_of(name: str) -> str:
    """The same of a fault that an action found; of the children themselves, `children`."""
    return name if name in ("", "children") else _place(name)


def _strangers(by: Worker, kind: Kind, body: dict) -> list[Fault]:
    """People and workers who are named by id and are not there, or of whom this worker may not know: told alike."""
    persons, workers = {}, {}
    places = [("shared", body["shared"]), *((f"lines.{pk}", line) for pk, line in body["lines"].items())]
    for where, said in places:
        for field in kind.fields:
            for at, each, value in _ids(f"{where}.{field.name}", field, said.get(field.name)):
                (workers if each.kind == "worker" else persons).setdefault(value, at)
    known = set(access.findable(by).filter(pk__in=persons).values_list("pk", flat=True)) if persons else set()
    known_workers = set(Worker.objects.filter(pk__in=workers).values_list("pk", flat=True)) if workers else set()
    return [Fault(at, "There is no such person.") for pk, at in persons.items() if pk not in known] + [
        Fault(at, "There is no such worker.") for pk, at in workers.items() if pk not in known_workers
    ]


def _ids(where: str, field: Field, value: object) -> Iterator[tuple[str, Field, int]]:
    if value in (None, "", []):
        return
    if field.kind in ("person", "worker"):
        yield where, field, value
    elif field.kind == "people":
        yield from ((where, field, each) for each in value)
    elif field.kind == "rows":
        for number, row in enumerate(value):
            for column in field.fields:
                yield from _ids(f"{where}.{number}.{column.name}", column, row.get(column.name))
