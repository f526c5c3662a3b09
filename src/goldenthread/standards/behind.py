"""What a question counted: the facts behind "three in three months", so that nobody is asked by a number alone."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.standards.language.counted import MoreBy, Repeated, Rising, _sides
from goldenthread.standards.language.nouns import Noun
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.reference import Item, Subject
from goldenthread.standards.vocabulary import NOUNS


@dataclass(frozen=True)
class Counted:
    """A fact that was counted. `one`: what it is called; `before`: it belongs to the time that is held against."""

    day: dt.date
    one: str
    ref: int
    before: bool = False


def behind(standard: Standard, facts: Mapping[str, list[dict]], opened_on: dt.date) -> list[Counted]:
    """The facts of one subject that a duty opened on this day counted, in order of day; none where it counts nothing.

    `facts`: rows of `thread.columns_of` each noun (what is not known may be left out), as standards.program takes them.
    """
    subject = Subject({name: [_whole(name, row) for row in rows] for name, rows in facts.items()}, opened_on)
    found = {each for noun in standard.rule.nouns()[:1] for counting in _counting(noun)
             for each in _counted(counting, subject, opened_on)}  # fmt: skip
    return sorted(found, key=lambda each: (each.day, each.ref))


def _whole(name: str, row: dict) -> dict:
    return {fact.name: None for fact in NOUNS[name].facts} | row


def _counting(noun: Noun) -> Iterator[Noun]:
    """The nouns within a noun that count."""
    if isinstance(noun, Repeated | Rising | MoreBy):
        yield noun
    for part in ("source", "left"):
        if isinstance(getattr(noun, part, None), Noun):
            yield from _counting(getattr(noun, part))


def _counted(noun: Noun, subject: Subject, day: dt.date) -> Iterator[Counted]:
    if isinstance(noun, MoreBy):
        told = [item for item in subject.items(noun.source) if item.facts[noun.fact] is not None]
        for item in told[-2:]:
            yield Counted(item.start, f"{noun.source.one}: {item.facts[noun.fact]}", item.ref, before=item.start < day)
        return
    first = noun.within.back_from(day)
    past = noun.against.back_from(first) if isinstance(noun, Rising) else None
    for one, item in _named(noun.source, subject):
        if item.start > first or (past is None and item.start == first):
            yield Counted(item.start, one, item.ref)
        elif past and item.start > past:
            yield Counted(item.start, one, item.ref, before=True)


def _named(noun: Noun, subject: Subject) -> Iterator[tuple[str, Item]]:
    """Each fact with what it is called: of several nouns, as its own."""
    for side in _sides(noun) or (noun,):
        for item in subject.items(side):
            yield side.one, item
