"""Shortfalls made for tests, as judging would write them."""

import datetime as dt

from goldenthread.oversight import here
from goldenthread.oversight.models import Shortfall, Telling
from goldenthread.record.models import Person
from goldenthread.standards.book import by_id
from goldenthread.workforce.models import Worker


def shortfall(child: Person, standard: str, due: dt.date, **more) -> Shortfall:
    """An open shortfall of a child."""
    told = by_id(standard)[-1]
    return Shortfall.objects.create(**{
        "standard": standard, "kind": told.kind, "area": told.area, "subject_type": "child", "subject_id": child.number,
        "person": child, "trigger": f"{standard} {due}", "opened_on": due - dt.timedelta(10), "due_on": due,
        "severity": str(told.severity), "force": str(told.force), "responsible": told.responsible, "explanation": told.duty,
        "evidence": {}, "speaks": here.speaks(standard), "first_seen_on": due + dt.timedelta(1), "judged_on": due,
    } | more)  # fmt: skip


def telling(shortfall: Shortfall, worker: Worker, step: int, on: dt.date, **more) -> Telling:
    """That a worker was told."""
    return Telling.objects.create(shortfall=shortfall, worker=worker, step=step, on=on, why="first", **more)
