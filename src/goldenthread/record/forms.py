"""What was typed into a form becomes the body of an entry, and a body becomes what a form shows.

`typed` is {name of input: [values]}, as a browser posts it. A field's input is its name; of a child's line
`field@<person's id>`; of a row `field.<number>.<column>`; the time of a moment `<input>-time`. Days are read as
17/5/2025, 17 May 2025 or 2025-05-17. What cannot be read is a Fault beside its input: nothing typed is lost.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from goldenthread.codes.lists import is_code
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.kinds.told import LONDON
from goldenthread.record.models import Person
from goldenthread.record.policies import Fault

Typed = dict[str, list[str]]

LONGEST = 10_000_000
"""Characters in one text: more than any assessment, less than a file pasted by mistake."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read(kind: Kind, typed: Typed, children: Sequence[Person]) -> tuple[dict, list[Fault]]:
    """The body that was typed, and what of it cannot be read. What is blank is not in the body."""
    faults: list[Fault] = []
    shared, lines = {}, {str(child.pk): {} for child in children}
    for field in kind.fields:
        if not field.per_child:
            _put(shared, field, field.name, typed, faults)
            continue
        for child in children:
            _put(lines[str(child.pk)], field, f"{field.name}@{child.pk}", typed, faults)
    return {"shared": shared, "lines": lines}, faults


def _put(into: dict, field: Field, name: str, typed: Typed, faults: list[Fault]) -> None:
    value = list(_rows(field, name, typed, faults)) if field.kind == "rows" else _value(field, name, typed, faults)
    if value not in (None, "", []):
        into[field.name] = value


def _rows(field: Field, name: str, typed: Typed, faults: list[Fault]) -> Iterator[dict]:
    """The rows that have anything in them, in their order."""
    pattern = re.compile(re.escape(name) + r"\.(\d+)\.")
    numbers = sorted({int(found[1]) for each in typed if (found := pattern.match(each))})
    for number in numbers:
        row: dict = {}
        for each in field.fields:
            _put(row, each, f"{name}.{number}.{each.name}", typed, faults)
        if row:
            yield row


def _value(field: Field, name: str, typed: Typed, faults: list[Fault]):
    given = [value.strip() for value in typed.get(name, []) if value.strip()]
    if not given:
        return None
    try:
        if field.kind in ("codes", "choices", "people"):
            return [_one(field, each) for each in given]
        if field.kind == "moment":
            return _moment(given[0], next(iter(typed.get(f"{name}-time", [])), ""))
        return _one(field, given[0])
    except ValueError as wrong:
        faults.append(Fault(name, f"{field.words.rstrip('?')}: {wrong}"))
        return None


def _one(field: Field, value: str):
    if field.kind == "day":
        return read_day(value).isoformat()
    if field.kind == "yes_no":
        return {"yes": True, "no": False}[value] if value in ("yes", "no") else _refuse("answer yes or no.")
    if field.kind == "number":
        return int(value) if re.fullmatch(r"-?\d{1,9}", value) else _refuse("a whole number is expected.")
    if field.kind in ("person", "people", "worker"):
        return int(value) if value.isdigit() else _refuse("choose one of those listed.")
    if field.kind in ("code", "codes"):
        return value if is_code(field.codes, value) else _refuse("choose one of those listed.")
    if field.kind in ("choice", "choices"):
        return value if value in dict(field.choices) else _refuse("choose one of those listed.")
    if len(value) > LONGEST:
        _refuse(f"this is longer than {LONGEST:,} characters. Attach it as a document instead.")
    return value.replace("\r\n", "\n")


def _refuse(words: str):
    raise ValueError(words)


def read_day(value: str) -> dt.date:
    """A day as people write it; ValueError, in words."""
    words = "a day such as 17/5/2025 is expected."
    found = re.fullmatch(r"(\d{1,2})[ /.-]+(\d{1,2}|[A-Za-z]{3,9})[ /.-]+(\d{4})", value)
    try:
        if not found:
            return dt.date.fromisoformat(value)
        day, month, year = found.groups()
        number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
        return dt.date(int(year), number, int(day))
    except ValueError:
        raise ValueError(words) from None


def _moment(day: str, time: str) -> str:
    """A day, or with a time an instant in UTC."""
    on = read_day(day)
    if not time.strip():
        return on.isoformat()
    found = re.fullmatch(r"(\d{1,2})[:.]?(\d{2})", time.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError("a time such as 14:30 is expected.")
    at = dt.datetime(on.year, on.month, on.day, int(found[1]), int(found[2]), tzinfo=LONDON)
    return at.astimezone(dt.UTC).isoformat()


def show(kind: Kind, body: dict) -> Typed:
    """What a form shows of a body: the inverse of `read`."""
    typed: Typed = {}
    for field in kind.fields:
        if field.per_child:
            for person, line in body.get("lines", {}).items():
                _show(typed, field, f"{field.name}@{person}", line.get(field.name))
        else:
            _show(typed, field, field.name, body.get("shared", {}).get(field.name))
    return typed


def _show(typed: Typed, field: Field, name: str, value) -> None:
    if value in (None, "", []):
        return
    if field.kind == "rows":
        for number, row in enumerate(value):
            for each in field.fields:
                _show(typed, each, f"{name}.{number}.{each.name}", row.get(each.name))
    elif field.kind == "moment" and len(value) > 10:
        at = dt.datetime.fromisoformat(value).astimezone(LONDON)
        typed[name], typed[f"{name}-time"] = [at.strftime("%d/%m/%Y")], [at.strftime("%H:%M")]
    elif field.kind in ("day", "moment"):
        typed[name] = [dt.date.fromisoformat(value).strftime("%d/%m/%Y")]
    elif field.kind == "yes_no":
        typed[name] = ["yes" if value else "no"]
    else:
        typed[name] = [str(each) for each in value] if isinstance(value, list) else [str(value)]
