"""Shortfalls as judging would write them, who was told of them, and what was answered."""

import datetime as dt
from itertools import count

from django.utils import timezone

from goldenthread.oversight import here
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.record.access import today
from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker

NUMBERS = count(1)


def past_due(child: Person | None, standard: str, due: dt.date, **more) -> Shortfall:
    """An open shortfall of a child by a standard of the book, due by a day; of nobody's record where there is no child."""
    owed = here.standard(standard)
    return Shortfall.objects.create(**{
        "standard": standard, "kind": owed.kind, "area": owed.area, "subject_type": "child",
        "subject_id": child.number if child else "", "person": child, "trigger": f"entry {next(NUMBERS)} {standard}",
        "opened_on": due - dt.timedelta(10), "due_on": due, "severity": str(owed.severity), "force": str(owed.force),
        "responsible": owed.responsible, "explanation": f"It began. It was due by {due}. None is on the record. {owed.cites}.",
        "evidence": {"rows": [], "caveats": [], "version": owed.version}, "speaks": here.speaks(standard),
        "first_seen_on": due + dt.timedelta(1), "judged_on": due,
    } | more)  # fmt: skip


def shortfall(child: Person, standard: str = "protection-visits", days: int = 12, **more) -> Shortfall:
    """One that is so many days past its day today, and put before somebody."""
    return past_due(child, standard, today() - dt.timedelta(days), **({"speaks": True, "judged_on": today()} | more))


def telling(of: Shortfall, worker: Worker, step: int, on: dt.date, **more) -> Telling:
    """That a worker was told of it on a day."""
    return Telling.objects.create(shortfall=of, worker=worker, step=step, on=on, **({"why": "first"} | more))


def told(of: Shortfall, worker: Worker, step: int = 0, days: int = 3, **more) -> Telling:
    """That a worker was told of it so many days ago."""
    return telling(of, worker, step, today() - dt.timedelta(days), **more)


def answered(of: Shortfall, worker: Worker, kind: str = "act", days: int = 0, step: int = 0, **more) -> Answer:
    """What a worker said to it so many days ago."""
    said = {"what": "Visit her at school", "who": "Me", "by_when": today() + dt.timedelta(3)}
    return Answer.objects.create(shortfall=of, by=worker, at=timezone.now(), on=today() - dt.timedelta(days), step=step,
                                 kind=kind, **(said | more))  # fmt: skip
