"""Example tables: the rows under a standard that say what it means, read as facts and the duties expected of them.

Left of `||` stand the facts: a column for each noun, `born`, and `as_at`; right of it, what must come out. One row is
one subject. docs/language.md shows the syntax.
"""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from goldenthread.errors import StandardError
from goldenthread.standards.duty import STATUSES
from goldenthread.standards.language.nouns import Fact, Named
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import columns_of
from goldenthread.standards.vocabulary import person

LONDON = ZoneInfo("Europe/London")

DAY_OUTCOMES = ("opened_on", "due_on", "done_on", "closed_on")
OUTCOMES = ("status", *DAY_OUTCOMES, "days_over", "refs", "caveats")

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_CELL = re.compile(r"(?P<days>[^\[\]]*?)\s*(\[(?P<facts>[^\[\]]*)\])?")


@dataclass(frozen=True)
class Case:
    """One subject's facts, as known at a day, to be judged by one standard.

    `facts` maps a noun's name to its facts, each a dict with the columns of `thread.columns_of(noun)`.
    """

    standard: Standard
    facts: dict[str, list[dict]]
    as_at: dt.date


@dataclass(frozen=True)
class Example:
    """A case with what is expected of it.

    `expected` maps an outcome to its values as written, one a duty in order; "" is not checked and "-" is none. An
    outcome that is not checked at all is absent. `number` counts rows from 1; `text` is the row as written.
    """

    number: int
    case: Case
    expected: dict[str, list[str]]
    text: str

    standard_id = property(lambda self: self.case.standard.id)
    facts = property(lambda self: self.case.facts)
    as_at = property(lambda self: self.case.as_at)


def examples_of(standard: Standard) -> list[Example]:
    """The examples of a standard, in order; StandardError with every fault of the table if it has any."""
    header, *rows = _lines(standard.examples) or [""]
    faults: list[str] = []
    columns = _collect(faults, f"Standard {standard.id!r}, header of the examples: ", _columns, standard, header)
    if columns and not rows:
        faults.append(f"Standard {standard.id!r}: its examples have a header but no rows.")
    examples = [
        _collect(faults, f"Standard {standard.id!r}, example {number}: ", _example, standard, columns, number, row)
        for number, row in enumerate(rows if columns else [], 1)
    ]
    if faults:
        raise StandardError(*faults)
    return examples


def check_example(example: Example, duties: list[dict]) -> list[str]:
    """How the duties differ from what the example expects, a sentence each; an empty list if they do not."""
    duties = sorted(duties, key=lambda duty: (duty["opened_on"], list(duty["refs"])))
    where = f"Standard {example.standard_id!r}, example {example.number} ({example.text}): "
    found = [duty["status"] for duty in duties]
    if found != example.expected["status"]:
        return [where + f"status is {_list(found)}, expected {_list(example.expected['status'])}."]
    return [
        where + f"{outcome} of duty {number} is {shown}, expected {wanted}."
        for outcome, values in example.expected.items()
        for number, (duty, wanted) in enumerate(zip(duties, values, strict=True), 1)
        if wanted and (shown := _shown(duty[outcome])) != wanted
    ]


def _shown(value) -> str:
    """An outcome as a table writes it: refs and caveats joined by plus signs, "-" for none."""
    if isinstance(value, set | list):
        value = " + ".join(map(str, sorted(value) if isinstance(value, set) else value))
    return "-" if value in (None, "") else str(value)


def _list(statuses: list[str]) -> str:
    return "; ".join(statuses) or "-"


def _collect(faults: list[str], where: str, read, *args):
    """What `read` gives, or None with its faults added, each after `where`."""
    try:
        return read(*args)
    except StandardError as error:
        faults += [where + fault for fault in error.faults]
        return None


# --------------------------------------------------------------------------------------------------- LINES AND COLUMNS


def _lines(table: str) -> list[str]:
    """The lines of a table that are neither blank nor a comment, without the comments at their ends."""
    lines = (re.sub(r"(^|\s)#.*", "", line).strip() for line in table.splitlines())
    return [line for line in lines if line]


def _cells(line: str) -> tuple[list[str], list[str]]:
    """The cells left and right of `||`."""
    sides = line.split("||")
    if len(sides) != 2:
        raise StandardError("expected facts, then || once, then outcomes.")
    left, right = ([cell.strip() for cell in side.split("|")] for side in sides)
    return left, right


def _columns(standard: Standard, header: str) -> tuple[list[Named | str], list[str]]:
    """The columns of facts (a noun, or "born" or "as_at") and of outcomes."""
    left, right = _cells(header)
    faults = [f"{name!r} stands twice." for name in dict.fromkeys(left + right) if (left + right).count(name) > 1]
    needed = (("as_at", left), ("status", right))
    faults += [f"expected a column {name!r}." for name, side in needed if name not in side]
    faults += [f"{name!r} is no outcome; expected {', '.join(OUTCOMES)}." for name in right if name not in OUTCOMES]
    nouns = {noun.name: noun for noun in standard.named_nouns()}
    known = ", ".join([*nouns, "born", "as_at"])
    faults += [f"{name!r} is not a noun this standard uses; expected {known}."
               for name in left if name not in (*nouns, "born", "as_at")]  # fmt: skip
    if {"born", "person"} <= {*left}:
        faults.append("'born' and 'person' say the same; expected one of them.")
    if faults:
        raise StandardError(*faults)
    return [nouns.get(name, name) for name in left], right


# ------------------------------------------------------------------------------------------------------------- ONE ROW


def _example(standard: Standard, columns: tuple[list[Named | str], list[str]], number: int, row: str) -> Example:
    left, right = _cells(row)
    faults = [
        f"it has {len(cells)} cells {side} ||, expected {len(heads)}, as in the header."
        for side, cells, heads in (("left of", left, columns[0]), ("right of", right, columns[1]))
        if len(cells) != len(heads)
    ]
    if faults:
        raise StandardError(*faults)
    as_at, facts = _facts(faults, columns[0], left, number)
    expected = _outcomes(faults, dict(zip(columns[1], right, strict=True)))
    if faults:
        raise StandardError(*faults)
    return Example(number, Case(standard, facts, as_at), expected, re.sub(r"\s+", " ", row))


def _facts(faults: list[str], columns: list[Named | str], cells: list[str], number: int):
    """The day it is judged as at, and the facts of each noun, with refs 1, 2, 3… in the order written."""
    as_at, facts, ref = None, {}, 0
    for column, cell in zip(columns, cells, strict=True):
        if column == "as_at":
            as_at = _collect(faults, "as_at: ", _day, cell)
            continue
        noun = person if column == "born" else column
        read = _collect(faults, f"{column if column == 'born' else noun.name}: ", _noun_cell, noun, cell) or []
        for fact in read:
            ref += 1
            fact |= {"subject_id": str(number), "ref": ref}
        facts[noun.name] = read
    return as_at, facts


def _noun_cell(noun: Named, cell: str) -> list[dict]:
    faults: list[str] = []
    parts = [part.strip() for part in cell.split(";")] if cell else []
    read = [_collect(faults, "", _fact, noun, part) for part in parts]
    if faults:
        raise StandardError(*faults)
    return read


def _fact(noun: Named, part: str) -> dict:
    """One fact: its days, and in brackets what else is known of it."""
    match = _CELL.fullmatch(part)
    if not match:
        raise StandardError(f"{part!r} is not a day or a period with its facts in brackets after it.")
    fact = dict.fromkeys(columns_of(noun))
    for stem, moment in _moments(noun, match["days"]).items():
        fact |= _moment(noun, stem, moment)
    for pair in (match["facts"] or "").split(","):
        if pair.strip():
            fact |= _pair(noun, pair.strip())
    return fact


def _moments(noun: Named, days: str) -> dict[str, str]:
    """Which moment is which: {"happened": …}, or {"started": …, "ended": …}."""
    if not noun.lasts:
        return {"happened": days}
    start, _, end = (each.strip() for each in re.sub(r"\s-$", " - ", days).partition(" - "))
    return {"started": start, "ended": end} if end else {"started": start}


def _moment(noun: Named, stem: str, moment: str) -> dict:
    """The day, and the instant in UTC where one is written; the day of an instant is the day in London."""
    if noun.timed and _INSTANT.fullmatch(moment):
        instant = _iso(dt.datetime, moment)
        return {f"{stem}_at": instant, f"{stem}_on": instant.replace(tzinfo=dt.UTC).astimezone(LONDON).date()}
    return {f"{stem}_on": _day(moment, "a day such as 2025-03-31" + (" or 2025-03-31T23:15" if noun.timed else ""))}


def _day(text: str, expected: str = "a day such as 2025-03-31") -> dt.date:
    if not _DAY.fullmatch(text):
        raise StandardError(f"{text!r} is not {expected}.")
    return _iso(dt.date, text)


def _iso(kind, text: str):
    try:
        return kind.fromisoformat(text)
    except ValueError:
        raise StandardError(f"{text!r} is no day or time of the calendar.") from None


def _pair(noun: Named, pair: str) -> dict:
    name, sign, value = (each.strip() for each in pair.partition("="))
    if not sign or not value:
        raise StandardError(f"{pair!r} is not a fact and its value, such as is_seen=yes.")
    fact = noun._fact(name)
    return {name: _value(fact, value)}


def _value(fact: Fact, value: str):
    if fact.kind == "text":
        return value
    if fact.kind == "day":
        return _day(value)
    if fact.kind == "yes_no" and value in ("yes", "no"):
        return value == "yes"
    if fact.kind == "number" and re.fullmatch(r"-?\d+", value):
        return int(value)
    expected = "yes or no" if fact.kind == "yes_no" else "a whole number"
    raise StandardError(f"{fact.name} is {value!r}, expected {expected}.")


# ------------------------------------------------------------------------------------------------------------ OUTCOMES


def _outcomes(faults: list[str], cells: dict[str, str]) -> dict[str, list[str]]:
    """What is expected of each duty; "-" as the status is no duty at all."""
    if not cells["status"]:
        faults.append("status: it is empty, expected the status of each duty, or - for no duty.")
        return {}
    duties = 0 if cells["status"] == "-" else len(cells["status"].split(";"))
    expected = {}
    for name, cell in cells.items():
        values = [] if cell == "-" and not duties else [value.strip() for value in cell.split(";")]
        if cell and len(values) != duties:
            faults.append(f"{name}: it has {len(values)} values, expected {duties}, one for each status.")
        elif cell:
            faults += [f"{name}: {value!r} is not {_kind_of(name)}." for value in values if not _fits(name, value)]
            expected[name] = values
    return expected


def _kind_of(name: str) -> str:
    if name == "status":
        return f"one of {', '.join(STATUSES)}"
    return "a whole number" if name == "days_over" else "a day, or - for none"


def _fits(name: str, value: str) -> bool:
    if name == "status":
        return value in STATUSES
    if name == "days_over":
        return value == "" or value.isdigit()
    if name in ("refs", "caveats"):
        return True
    return value in ("", "-") or (_DAY.fullmatch(value) is not None and _collect([], "", _day, value) is not None)
