"""What every kind about children gives besides its own facts: of the actions agreed in it, and the wishes answered.

An action is known by its words and its day, so that the next meeting of the kind, which goes through last time's actions
in their words, says what became of which. A wish is known by its words. Facts hold only a hash of them.
"""

import hashlib
from collections.abc import Callable, Iterator

from goldenthread.record.kinds.language import Field, Gives, Kind
from goldenthread.record.kinds.told import Told, day_of
from goldenthread.standards import vocabulary as v

AGREED = ("decisions", "actions", "outcomes")
"""The fields of rows in which a kind says what is to be done."""


def given_by_rows(kind: Kind) -> list[Gives]:
    """The facts that the rows of a kind give: of actions, of last time's actions and of wishes."""
    if kind.about not in ("child", "children"):
        return []
    found = [gives for field in kind.fields if {"who", "by", "done"} <= _columns(field) for gives in _of_actions(kind, field)]
    if any(field.name == "last_time" for field in kind.fields):
        found.append(Gives(v.action_answered, each="last_time", where=_is_gone_through(kind.happened), facts={
            "action_id": _gone_through, "happened": "happened", "times": _times,
        }))  # fmt: skip
    if any(field.name == "wishes_answered" for field in kind.fields):
        found.append(Gives(v.wish_answered, each="wishes_answered", facts={"wish_id": lambda told: words_id(told.get("wish"))}))
    return found


def plain(words: str | None) -> str:
    """Words as they are compared: however they are spaced and capitalised."""
    return " ".join((words or "").casefold().split())


def words_id(*words: str | None) -> str:
    """What the same words are known by."""
    return hashlib.sha256("|".join(map(plain, words)).encode()).hexdigest()[:16]


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts say the same, whatever their capitals and blanks."""
    return plain(one) == plain(other)


def what_of(row: dict) -> str:
    """What a row says is to be done."""
    return row.get("what") or row.get("action") or ""


def names_of(row: dict) -> tuple[str, str]:
    """How what was agreed is named in the next minutes: in its words, alone or with who does it."""
    return what_of(row), f"{what_of(row)} ({row.get('who') or ''})"


def _columns(field: Field) -> set[str]:
    return {each.name for each in field.fields}


def _of_actions(kind: Kind, field: Field) -> Iterator[Gives]:
    title = kind.title[:1].lower() + kind.title[1:]
    yield Gives(v.action_due, each=field.name, on="by", facts={"action_id": _agreed, "of": lambda told: title})
    yield Gives(v.action_answered, each=field.name, on="done", facts={"action_id": _agreed, "happened": lambda told: "yes"})
    for section, column in (("who does it", "who"), ("by when", "by")):
        yield Gives(v.left_empty, each=field.name, where=_lacks(column),
                    facts={"of": lambda told: "action", "section": lambda told, section=section: section})  # fmt: skip
    if "service" in _columns(field):
        yield Gives(v.waiting, each=field.name, until="done", where=lambda told: told.get("service") == "yes",
                    facts={"wait_id": _agreed, "of": lambda told: f"agreed in the {title}"})  # fmt: skip


def _lacks(column: str):
    return lambda told: not told.is_said(column)


def _agreed(told: Told) -> str:
    """The action of a row in which it was agreed."""
    return words_id(what_of(told.row), told.row.get("by"))


def agreed_in(told: Told | None) -> list[dict]:
    """Every row of what an entry agreed to do."""
    return [row for name in AGREED for row in (told.get(name) or [] if told else []) if what_of(row)]


def _of_last_time(told: Told) -> dict | None:
    """The row of the last meeting that a row of `last_time` goes through: in its words, alone or with who does it."""
    said = told.get("action")
    return next((row for row in agreed_in(told.last()) if any(same_words(said, name) for name in names_of(row))), None)


def _gone_through(told: Told) -> str:
    row = _of_last_time(told)
    return words_id(what_of(row), row.get("by")) if row else words_id(told.get("action"))


def _is_gone_through(happened: str) -> Callable[[Told], bool]:
    """Done; or not done although its day has come: what is not due yet is not answered by saying so."""

    def where(told: Told) -> bool:
        row = _of_last_time(told)
        by = day_of(row.get("by")) if row else None
        return told.get("happened") == "yes" or by is None or by <= told.day(happened)

    return where


def _times(told: Told) -> int | None:
    """At how many meetings running the same words were gone through, this one counted, and it was not done."""
    if told.get("happened") == "yes":
        return None
    said, times, before = words_id(told.get("action")), 1, told.last()
    while before and times < MOST and any(_is_same_still(row, said) for row in before.get("last_time") or []):
        times, before = times + 1, before.last()
    return times


MOST = 9
"""More meetings than anybody need count."""


def _is_same_still(row: dict, said: str) -> bool:
    return row.get("happened") != "yes" and words_id(row.get("action")) == said
