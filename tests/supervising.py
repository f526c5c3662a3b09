"""What tests of supervision need: a manager, shortfalls of children, notes of supervision."""

import datetime as dt

from tests.shortfalls import past_due

from goldenthread.oversight.actions.supervising import begin_supervision, discuss, record_work
from goldenthread.oversight.agenda import agenda
from goldenthread.oversight.models import Shortfall, Supervision
from goldenthread.record.access import today
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import Entry, Fact, Person
from goldenthread.workforce.models import Worker


def ago(days: int) -> dt.date:
    """So many days ago."""
    return today() - dt.timedelta(days)


def late(child: Person, standard: str, days: int, **more) -> Shortfall:
    """An open shortfall of a child, so many days past its day, that speaks."""
    said = {"opened_on": ago(days), "first_seen_on": ago(days), "judged_on": today(), "speaks": True}
    return past_due(child, standard, ago(days), **(said | more))


def said(held: dt.date, children: list[Person], **shared) -> dict:
    """The body of a note of supervision. `child`: the child's view, of each of them."""
    view = {"child": shared.pop("child")} if "child" in shared else {}
    return {"shared": {"held": held.isoformat()} | shared, "lines": {str(child.pk): dict(view) for child in children}}


def discussed(by: Worker, about: Person, days: int, **shared) -> Entry:
    """A note of a child's supervision so many days ago."""
    return make_entry(by=by, kind="case_supervision", persons=[about], body=said(ago(days), [about], **shared))


def failed_visit(child: Person, days: int) -> Fact:
    """A visit at which the child was not seen."""
    return Fact.objects.create(
        noun="need_visit", subject_id=child.number, person=child, started_on=ago(days), facts={"is_seen": False},
        recorded_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip


def begun(by: Worker, worker: Worker, *chosen: Person) -> Supervision:
    """A supervision begun today, with its agenda."""
    lines = agenda(by, worker, today()).lines
    return begin_supervision(by=by, worker=worker, held_on=today(), lines=lines, chosen=chosen)


def written(by: Worker, worker: Worker, child: Person) -> Supervision:
    """One in which everything is written, and nothing signed."""
    found = begun(by, worker, child)
    discuss(by=by, supervision=found, children=[child], body=said(today(), [child], decision="See Ash alone", why="Unseen"))
    record_work(by=by, supervision=found, body={"shared": {"held": today().isoformat(), "work": "Heavy"}, "lines": {}})
    return Supervision.objects.get(pk=found.pk)
