"""The shortfalls of one child: those that stand and who was told, those that count silently, and how the others ended."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from goldenthread.oversight.cards import Line, lines_of
from goldenthread.oversight.models import Shortfall
from goldenthread.oversight.models.shortfalls import GRAVITY
from goldenthread.record import access
from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker


@dataclass(frozen=True)
class OfChild:
    """`speaking`: put before somebody; `silent`: counted only. `done`, `lifted`, `withdrawn`: ended, latest first."""

    speaking: list[Line]
    silent: list[Line]
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
    speaking, silent = standing(by, child, day)
    return OfChild(speaking, silent, done, **ended)


def standing(by: Worker, child: Person, day: dt.date, known: dt.date | None = None) -> tuple[list[Line], list[Line]]:
    """Those that stand, the gravest first: put before somebody, and counted only. `known`: as was known at the end of a day."""
    rows = _all(child)
    if known is None:
        rows = rows.open()
    else:
        rows = rows.filter(access.going_on(known), first_seen_on__lte=known)
    rows = sorted(rows.select_related("person"), key=_gravest)
    lines = lines_of(rows, by, known or day)
    found = [_by_then(lines[row.pk], known) for row in rows]
    return [each for each in found if each.shortfall.speaks], [each for each in found if not each.shortfall.speaks]


def _all(child: Person) -> QuerySet[Shortfall]:
    return Shortfall.objects.filter(person__in=child.ids)


def _gravest(row: Shortfall) -> tuple:
    return not row.is_danger, GRAVITY.index(row.severity), row.due_on, row.pk


def _by_then(line: Line, known: dt.date | None) -> Line:
    """A line with what had been told and answered by the end of a day; when it goes up is not known then."""
    if known is None:
        return line
    answer = line.answer if line.answer and line.answer.on <= known else None
    return replace(line, told=tuple(_until(line.told, known)), answer=answer, goes_up_on=None)


def _until(told: Iterable, known: dt.date) -> Iterable:
    return (each for each in told if each.on <= known)
