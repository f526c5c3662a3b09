"""Shortfalls to test the screens with, as judging and telling would write them."""

import datetime as dt

from django.utils import timezone

from goldenthread.oversight import here
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.record.access import today


def shortfall(child, standard="protection-visits", days=12, **more) -> Shortfall:
    """A shortfall of a child by a standard of the book, so many days past its day; open, and put before somebody."""
    owed = next(each for each in reversed(here.standards()) if each.id == standard)
    due = today() - dt.timedelta(days)
    said = {
        "standard": standard, "kind": owed.kind, "area": owed.area, "subject_type": "child", "subject_id": child.number,
        "person": child, "trigger": f"entry 1 {standard}", "opened_on": due - dt.timedelta(10), "due_on": due,
        "severity": str(owed.severity), "force": str(owed.force), "responsible": owed.responsible, "speaks": True,
        "explanation": f"It began. It was due by {due}. None is on the record. {owed.cites}.",
        "first_seen_on": due + dt.timedelta(1),
        "evidence": {"rows": [], "caveats": [], "version": owed.version}, "judged_on": today(),
    }  # fmt: skip
    return Shortfall.objects.create(**(said | more))


def told(of: Shortfall, worker, step=0, days=3, why="first", **more) -> Telling:
    """That a worker was told of it so many days ago."""
    return Telling.objects.create(shortfall=of, worker=worker, step=step, on=today() - dt.timedelta(days), why=why, **more)


def answered(of: Shortfall, worker, kind="act", days=0, step=0, **more) -> Answer:
    """What a worker said to it so many days ago."""
    said = {"what": "Visit her at school", "who": "Me", "by_when": today() + dt.timedelta(3)}
    return Answer.objects.create(shortfall=of, by=worker, at=timezone.now(), on=today() - dt.timedelta(days), step=step,
                                 kind=kind, **(said | more))  # fmt: skip
