"""More of the small authority, for oversight: a child whose visits stopped, a child in care, and somebody not yet at home.

`python -m tests.journeys.seeding_oversight` after `seeding`, in the same GOLDENTHREAD_HOME. Prints the ids as JSON.
"""

import datetime as dt
import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")

import django

django.setup()

from goldenthread.record.access import today  # noqa: E402
from goldenthread.record.actions.entries import make_entry  # noqa: E402
from goldenthread.record.actions.families import add_relative, join_household  # noqa: E402
from goldenthread.record.actions.people import mark_risk  # noqa: E402
from goldenthread.record.models import Allocation, Household, HouseholdMember, Person  # noqa: E402
from goldenthread.record.search import index_person  # noqa: E402
from goldenthread.workforce.models import Worker  # noqa: E402


def main() -> None:
    """Make them, by the record's own actions."""
    worker = Worker.objects.get(role="social_worker", number="social_worker")
    unseen, cared_for = (_child(worker, *each) for each in (("C4", "Dale"), ("C5", "Elm")))
    _plan_and_last_visit(worker, unseen)
    _in_care(worker, cared_for)
    partner = _partner(worker, Person.objects.get(number="C1"))
    print(json.dumps({"unseen": unseen.pk, "cared_for": cared_for.pk, "partner": partner.pk}))


def _ago(days: int) -> dt.date:
    return today() - dt.timedelta(days)


def _child(worker: Worker, number: str, forename: str) -> Person:
    child = Person.objects.create(
        number=number, forename=forename, surname="Sampleton", born_on=dt.date(2014, 2, 3), sex="F", had_record=True
    )
    HouseholdMember.objects.create(household=Household.objects.create(name=f"Home of {forename}"), person=child)
    Allocation.objects.create(person=child, worker=worker, team=worker.team, started_on=_ago(90))
    index_person(child)
    return child


def _plan_and_last_visit(worker: Worker, child: Person) -> None:
    """A protection plan of sixty days ago, and one visit, fifty days ago."""
    outcome = {"outcome": "Somebody sober collects Dale", "action": "Gran collects", "who": "Family", "by": "2030-01-07"}
    shared = {"began": _ago(60).isoformat(), "outcomes": [outcome], "contingency": "A legal meeting within the week."}
    body = {"shared": shared, "lines": {str(child.pk): {"category": "NEG"}}}
    make_entry(by=worker, kind="protection_plan", persons=[child], body=body)
    line = {"seen": "alone", "purpose": "protection", "said": "I like it when Gran comes.", "is_bedroom_seen": True}
    body = {"shared": {"visited": _ago(50).isoformat(), "place": "home"}, "lines": {str(child.pk): line}}
    make_entry(by=worker, kind="visit", persons=[child], body=body)


def _in_care(worker: Worker, child: Person) -> None:
    """Looked after for sixty days."""
    shared = {"began": _ago(60).isoformat(), "need": "N1", "why": "Nobody at home can keep Elm safe."}
    make_entry(by=worker, kind="period_of_care", persons=[child], body={"shared": shared, "lines": {str(child.pk): {}}})


def _partner(worker: Worker, child: Person) -> Person:
    """The mother's partner, who lives elsewhere and may pose a risk."""
    particulars = {"forename": "Flint", "surname": "Mockstead", "sex": "M", "born_on": dt.date(1990, 7, 21)}
    partner = add_relative(by=worker, child=child, particulars=particulars, kind="partner_of_parent")
    join_household(by=worker, person=partner, started_on=_ago(400))
    mark_risk(by=worker, person=partner, may_pose_a_risk=True, reason="Told by the police.",
              in_words="Assaulted a former partner.")  # fmt: skip
    return partner


if __name__ == "__main__":
    main()
