"""A filled-in form for any kind of entry, written from its declaration.

Everything is filled that may be, with the first choice of each list; what the kind's own checks refuse is then put right:
blank where it may be blank, else the next choice. `choice` begins with another of the choices.
"""

import datetime as dt
from collections.abc import Sequence

from goldenthread.codes.lists import codes_of
from goldenthread.record import policies
from goldenthread.record.forms import Typed, read
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker

TODAY = dt.datetime.now(policies.LONDON).date()
BEGAN = TODAY - dt.timedelta(days=20)
LATER = TODAY + dt.timedelta(days=30)
BORN = BEGAN - dt.timedelta(days=6000)
"""Sixteen years old: what is about children is about them, and so is what is about those who leave care."""


def filled(
    kind: Kind, children: Sequence[Person], worker: Worker, *, choice: int = 0, ended: bool = False, began: dt.date = BEGAN
) -> Typed:
    """What somebody types who fills in all of the form; `ended`: its end too, a day after it began, and what
    is asked with it."""
    answers = {field.name: choice for field in kind.fields}
    left_out = {kind.ended_alone} | (set() if ended else _of_the_end(kind))
    for _ in range(20):
        typed = _typed(kind, children, worker, began, answers, left_out)
        wrong = _wrong(kind, children, typed)
        if not wrong:
            return typed
        for name in wrong:
            if kind.field(name).required:
                answers[name] += 1
            else:
                left_out.add(name)
    raise AssertionError(f"No filled example of {kind.name} is right: {wrong}")


def _of_the_end(kind: Kind) -> set[str]:
    """The fields that are asked together with its end, and wait for it."""
    heading = next((field.group for field in kind.fields if field.name == kind.ended and not field.required), None)
    return {field.name for field in kind.fields if field.group == heading and not field.required}


def body_of(kind: Kind, children: Sequence[Person], worker: Worker, **more) -> dict:
    """The body of a filled form."""
    body, faults = read(kind, filled(kind, children, worker, **more), children)
    assert not faults
    return body


def _wrong(kind: Kind, children: Sequence[Person], typed: Typed) -> set[str]:
    """The fields of which the kind's own checks complain."""
    body, faults = read(kind, typed, children)
    assert not faults, [fault.words for fault in faults]
    names = {name for child in children or [None] for check in kind.checks for name, _ in check(_told(kind, body, child))}
    return names - {kind.happened}


def _told(kind, body, child):
    return policies.told_of(kind, body, child)


def _typed(kind, children, worker, began, answers, left_out) -> Typed:
    typed: Typed = {}
    said: dict = {}
    for field in kind.fields:
        asked = field.when is None or said.get(field.when[0]) == field.when[1]
        if field.name in left_out or not asked:
            continue
        day = began if field.past or field.name == kind.happened else LATER
        day = began + dt.timedelta(days=1) if field.name == kind.ended and not field.required else day
        context = (children, worker, day, answers[field.name])
        said[field.name] = _meant(field, _values(field, *context)[0] if field.kind != "rows" else "")
        for place in [f"@{child.pk}" for child in children] if field.per_child else [""]:
            _put(typed, field, field.name + place, context)
    return typed


def _put(typed: Typed, field: Field, name: str, context: tuple) -> None:
    if field.kind != "rows":
        typed[name] = _values(field, *context)
        if field.kind == "moment":
            typed[f"{name}-time"] = ["9:30"]
        return
    for number in (0, 1):
        for each in field.fields:
            _put(typed, each, f"{name}.{number}.{each.name}", (*context[:2], context[2] if each.past else LATER, context[3]))


def _values(field: Field, children, worker, day: dt.date, choice: int) -> list[str]:
    if field.kind in ("code", "codes"):
        every = list(codes_of(field.codes))
    elif field.kind in ("choice", "choices"):
        every = [value for value, _ in field.choices]
    elif field.kind == "yes_no":
        every = ["yes", "no"]
    elif field.kind in ("day", "moment"):
        every = [day.isoformat()]
    elif field.kind == "worker":
        every = [str(worker.pk)]
    elif field.kind in ("person", "people"):
        every = [str(child.pk) for child in children] or ["1"]
    else:
        every = ["20"] if field.kind == "number" else [f"Words for {field.name}"]
    several = field.kind in ("codes", "choices", "people")
    return every[:4] if several else [every[choice % len(every)]]


def _meant(field: Field, value: str):
    return {"yes": True, "no": False}[value] if field.kind == "yes_no" else value
