"""What falls due soon about some children: by the standards that speak, judged by the plain engine on what is known now."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings

from goldenthread.check.words import capital
from goldenthread.oversight import here
from goldenthread.record.known import KnownFact, facts_of
from goldenthread.record.models import Coverage, Person
from goldenthread.record.projection import NOUNS_OF_TABLES
from goldenthread.record.seeing import still_owed, thread_of
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Every, Within

NOT_ASKED = ("case-supervision",)
"""What the meeting that asks is itself."""

LONG_SILENT = dt.timedelta(31)
"""A source that tells of something only until longer ago than this (a month: ours) does not say whether it was done since."""


@dataclass(frozen=True)
class Coming:
    """One thing that is owed by a day soon. `what`: in a few words, as the standard's noun says it."""

    standard: Standard
    due_on: dt.date

    @property
    def what(self) -> str:
        """What is owed, as a line of a list begins."""
        return capital(self.standard.rule.expect.one.removesuffix(","))


def coming(
    children: Sequence[Person], day: dt.date, until: dt.date, speaks: Callable[[str], bool] = lambda standard: True
) -> dict[int, list[Coming]]:
    """What is owed about each of these children from a day until another, by id, the first first. Three queries."""
    standards = [each for each in _standards(settings.STANDARDS) if speaks(each.id)]
    facts = facts_of(children, sorted({noun.name for each in standards for noun in each.named_nouns()} - {"person"}))
    told = set(Coverage.objects.filter(to_day__gte=day - LONG_SILENT).values_list("source", "noun")) if facts else set()
    return {child.pk: _of_child(child, facts.get(child.pk, []), standards, told, day, until) for child in children}


@cache
def _standards(path: str) -> tuple[Standard, ...]:
    """Duties with a day to come, which the facts of entries and feeds can settle; kept by the file that the book is set by."""
    return tuple(
        each for each in here.standards()
        if each.in_force and each.kind == "duty" and each.subject == "child" and each.id not in NOT_ASKED
        and isinstance(each.rule, Within | Every) and each.limit and each.limit.amount
        and not NOUNS_OF_TABLES & ({noun.name for noun in each.named_nouns()} - {"person"})
    )  # fmt: skip


def _of_child(
    child: Person, facts: list[KnownFact], standards: Iterable[Standard], told: set[tuple[str, str]], day: dt.date, until: dt.date
) -> list[Coming]:  # fmt: skip
    facts = [fact for fact in facts if fact.started_on <= day]
    thread, sources = thread_of(child, facts), {fact.source for fact in facts if fact.source}
    told_of = (each for each in standards if _is_told(each, sources, told))
    found = [
        Coming(standard, duty["due_on"])
        for standard, duty in still_owed(told_of, thread, day)
        if duty["status"] == "due" and duty["due_on"] <= until
    ]
    return _first_of_each(sorted(found, key=lambda each: (each.due_on, each.standard.id)))


def _first_of_each(found: list[Coming]) -> list[Coming]:
    """Of several that ask for the same thing, the one that is due first."""
    once: dict[str, Coming] = {}
    for each in found:
        once.setdefault(each.what, each)
    return list(once.values())


def _is_told(standard: Standard, sources: set[str], told: set[tuple[str, str]]) -> bool:
    """Whether every source of this child's facts tells of what is expected: else nobody can say that it was not done."""
    expected = [part.name for part in standard.rule.expect.parts()]
    return all((source, noun) in told for source in sources for noun in expected)
