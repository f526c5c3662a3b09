"""The shortfalls of one child: those that stand and who was told, those that count silently, and how the others ended."""

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from goldenthread.oversight.cards import CardLine, card_lines
from goldenthread.oversight.models import Shortfall
from goldenthread.oversight.models.shortfalls import GRAVITY
from goldenthread.record import access
from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker


@dataclass(frozen=True)
class OfChild:
    """`speaking`: put before somebody; `silent`: counted only. `done`, `lifted`, `withdrawn`: ended, latest first."""

    speaking: list[CardLine]
    silent: list[CardLine]
    done: list[Shortfall]
    lifted: list[Shortfall]
    withdrawn: list[Shortfall]
    unanswered: list[Shortfall]


def of_child(by: Worker, child: Person, day: dt.date) -> OfChild:
    """All of a child whose record the reader may open, and of records merged into it."""
    ended: dict[str, list[Shortfall]] = {"lifted": [], "withdrawn": [], "unanswered": []}
    done: list[Shortfall] = []
    for each in _all(child).exclude(ended_on=None).order_by("-ended_on", "-pk"):
        ended.get(each.ended, done).append(each)
    speaking, silent = open_lines(by, child, day)
    return OfChild(speaking, silent, done, **ended)


def open_lines(by: Worker, child: Person, day: dt.date, known: dt.date | None = None) -> tuple[list[CardLine], list[CardLine]]:
    """Those that are open, the gravest first: put before somebody, and counted only. `known`: as was known at the end of a day,
    when nobody knew yet when it would go up."""
    rows = _all(child)
    if known is None:
        rows = rows.open()
    else:
        rows = rows.filter(access.going_on(known), first_seen_on__lte=known)
    rows = sorted(rows.select_related("person"), key=_gravest)
    lines = card_lines(rows, by, known or day)
    found = [lines[row.pk] if known is None else replace(lines[row.pk], goes_up_on=None) for row in rows]
    return [each for each in found if each.shortfall.speaks], [each for each in found if not each.shortfall.speaks]


def _all(child: Person) -> QuerySet[Shortfall]:
    return Shortfall.objects.filter(person__in=child.ids)


def _gravest(row: Shortfall) -> tuple:
    return not row.is_danger, GRAVITY.index(row.severity), row.due_on, row.pk
