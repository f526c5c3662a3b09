"""What every kind of entry holds: a JSON Schema of its body for machines, and docs/kinds.md for people.

    python -m goldenthread.record.kinds.schema docs/kinds.md
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from goldenthread.codes.lists import lists
from goldenthread.record.kinds import folder_of, kinds
from goldenthread.record.kinds.language import DECIDERS, MADE, PRACTITIONERS, Field, Gives, Kind
from goldenthread.workforce.roles import ROLES

ABOUT = {
    "children": "one child, or brothers and sisters together, with a line for each",
    "child": "one child",
    "worker": "a worker",
    "carer": "a foster carer or adopter",
    "recommendation": "a recommendation to the authority",
}

TYPES = {
    "day": {"type": "string", "format": "date"},
    "moment": {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]},
    "yes_no": {"type": "boolean"},
    "number": {"type": "integer"},
    "person": {"type": "integer"},
    "worker": {"type": "integer"},
    "people": {"type": "array", "items": {"type": "integer"}, "minItems": 1},
}


def schemas() -> dict[str, dict]:
    """The JSON Schema (2020-12) of the body of every kind, by the kind's name."""
    return {name: schema(kind) for name, kind in sorted(kinds().items())}


def schema(kind: Kind) -> dict:
    """The JSON Schema of the body of one kind."""
    shared = [field for field in kind.fields if not field.per_child]
    lines = [field for field in kind.fields if field.per_child]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.title,
        "description": kind.purpose,
        "x-version": kind.version,
        "type": "object",
        "properties": {
            "shared": _object(shared),
            "lines": {"type": "object", "patternProperties": {"^[0-9]+$": _object(lines)}, "additionalProperties": False},
        },
        "required": ["shared"],
        "additionalProperties": False,
    }


def _object(fields: Iterable[Field]) -> dict:
    names = {field.name for field in fields}
    always = [field.name for field in fields if field.required and not field.when]
    sometimes = [_if_then(field) for field in fields if field.required and field.when and field.when[0] in names]
    return {
        "type": "object",
        "properties": {field.name: _titled(field) for field in fields},
        "additionalProperties": False,
    } | ({"required": always} if always else {}) | ({"allOf": sometimes} if sometimes else {})  # fmt: skip


def _if_then(field: Field) -> dict:
    name, value = field.when
    return {"if": {"properties": {name: {"const": value}}, "required": [name]}, "then": {"required": [field.name]}}


def _titled(field: Field) -> dict:
    return {"title": field.words} | ({"description": field.hint} if field.hint else {}) | _type(field)


def _type(field: Field) -> dict:
    if field.kind in TYPES:
        return TYPES[field.kind]
    if field.kind == "rows":
        return {"type": "array", "items": _object(field.fields), "minItems": 1}
    if field.kind in ("code", "codes"):
        one = {"enum": list(lists()[field.codes])}
    elif field.kind in ("choice", "choices"):
        one = {"enum": [value for value, _ in field.choices]}
    else:
        return {"type": "string", "minLength": 1}
    return {"type": "array", "items": one, "minItems": 1} if field.kind in ("codes", "choices") else one


# ------------------------------------------------------------------------------------------------------------- IN WORDS

OPENING = """# Kinds of entry

<!-- Written by `python -m goldenthread.record.kinds.schema docs/kinds.md` from the declarations under record/kinds. -->

What can be written on a record: {many} kinds, each declared in one file under `src/goldenthread/record/kinds/`.
**Needed** is what an entry cannot be finished without; a draft may lack anything. *Each child* is asked of every child
the entry is about. The facts an entry gives are what standards judge by.
"""


def words() -> str:
    """The text of docs/kinds.md."""
    every = sorted(kinds().values(), key=lambda kind: (folder_of(kind), kind.title))
    parts = [OPENING.format(many=len(every))]
    for family, some in groupby(every, key=folder_of):
        parts += [f"## {family.replace('_', ' ').capitalize()}\n", *map(_kind, some)]
    return "\n".join(parts)


def _kind(kind: Kind) -> str:
    opening = [f"### {kind.title}\n", f"`{kind.name}`. {kind.purpose}\n"]
    return "\n".join([*opening, *_said(kind), "", *_table(kind), "", *_gives(kind)])


def _said(kind: Kind) -> Iterator[str]:
    yield f"- About {ABOUT[kind.about]}."
    yield f"- Made by {_roles(kind.made_by)}."
    if kind.read_by:
        yield f"- Read by {_roles(kind.read_by)}, and whoever made it."
    if kind.private:
        yield "- Read only by the worker and whoever made it."
    if kind.lasts:
        ends = [kinds()[name].title for name in kind.ended_with]
        yield "- Lasts until it is ended" + (f", or until this ends: {', '.join(ends)}." if ends else ".")
    if kind.replaces:
        yield "- A new one ends the one before."
    if kind.during:
        yield f"- Only during {kind.during.one}."
    if kind.next_steps:
        yield f"- Next: {', '.join(kinds()[name].title for name in kind.next_steps)}."


def _roles(names: frozenset[str]) -> str:
    if names == PRACTITIONERS:
        return "everyone who may add to the record"
    others = [ROLES[name].title for name in ROLES if name in names - DECIDERS]
    return ", ".join((["managers who decide"] if names >= DECIDERS else []) + others)


def _table(kind: Kind) -> Iterator[str]:
    yield "| field | asks | holds | |"
    yield "|---|---|---|---|"
    for field in kind.fields:
        yield f"| `{field.name}` | {field.words} | {_holds(field)} | {_marks(kind, field)} |"


def _holds(field: Field) -> str:
    if field.kind in ("code", "codes"):
        return f"{field.kind} of `{field.codes}`"
    if field.kind in ("choice", "choices"):
        return " · ".join(f"`{value}`" for value, _ in field.choices)
    if field.kind == "rows":
        return "rows: " + ", ".join(f"`{each.name}`" for each in field.fields)
    return field.kind.replace("_", " or ")


def _marks(kind: Kind, field: Field) -> str:
    marks = {"each child": field.per_child, "**needed**": field.required and not field.when,
             "began": field.name == kind.happened and kind.lasts, "ended": field.name == kind.ended}  # fmt: skip
    if field.filled_by:
        marks[f"by {_roles(field.filled_by)}"] = True
    if field.when:
        value = {True: "yes", False: "no"}.get(field.when[1], field.when[1])
        marks[f"{'**needed** ' if field.required else ''}if `{field.when[0]}` is `{value}`"] = True
    return ", ".join(mark for mark, is_so in marks.items() if is_so)


def _gives(kind: Kind) -> Iterator[str]:
    if kind.gives:
        yield "Gives " + "; ".join(_fact(kind, gives) for gives in kind.gives) + ".\n"


def _fact(kind: Kind, gives: Gives) -> str:
    on = {"": kind.happened, MADE: "the day it was made"}.get(gives.on, gives.on)
    facts = f" ({', '.join(gives.facts)})" if gives.facts else ""
    return f"`{gives.noun.name}`{facts} on `{on}`" if gives.on != MADE else f"`{gives.noun.name}`{facts} on {on}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(words())
