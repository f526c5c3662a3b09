"""A small authority to walk through in a browser, made by the record's own actions in a process of its own.

`python -m tests.journeys.seeding` in the GOLDENTHREAD_HOME of an empty record (tests/empty.py). Prints the ids as JSON.
"""

import datetime as dt
import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")

import django

django.setup()

from goldenthread.record.actions.entries import make_entry  # noqa: E402
from goldenthread.record.models import Allocation, Household, HouseholdMember, Person, Relationship  # noqa: E402
from goldenthread.record.search import index_person  # noqa: E402
from goldenthread.web.demo import DOMAIN  # noqa: E402
from goldenthread.workforce.models import Team, Worker  # noqa: E402
from goldenthread.workforce.roles import ROLES  # noqa: E402

LONG_AGO = dt.date(2024, 1, 8)


def main() -> None:
    """Make the teams, an account for each role, and the family of three."""
    authority = Team.objects.create(number="A", name="The authority")
    service = Team.objects.create(number="S1", name="North service", above=authority)
    team = Team.objects.create(number="T1", name="North team 1", above=service, is_front_door=True)
    other = Team.objects.create(number="T2", name="North team 2", above=service)
    places = {"service_manager": service, "head_of_service": authority, "director": authority}
    workers = {
        name: Worker.objects.create(
            number=name, name=f"{role.title} account", email=f"{name}@{DOMAIN}", role=name, team=places.get(name, team)
        )
        for name, role in ROLES.items()
    }
    outsider = Worker.objects.create(
        number="outsider", name="Outsider account", email=f"outsider@{DOMAIN}", role="social_worker", team=other
    )
    children = _family(workers["social_worker"])
    reviews = {"worker": workers["reviewing_officer"], "capacity": "reviewing_officer", "started_on": LONG_AGO}
    Allocation.objects.create(person=children[0], **reviews)
    ids = {"children": [child.pk for child in children], "outsider": outsider.pk}
    print(json.dumps(ids | {"workers": {name: worker.pk for name, worker in workers.items()}}))


def _family(worker: Worker) -> list[Person]:
    """Three brothers and sisters at home with their mother, on a child in need plan."""
    home = Household.objects.create(name="Home")
    mother = Person.objects.create(number="M1", forename="Fern", surname="Exampleham")
    HouseholdMember.objects.create(household=home, person=mother)
    index_person(mother)
    children = []
    for number, forename, born in (("C1", "Ash", 2012), ("C2", "Birch", 2015), ("C3", "Cedar", 2023)):
        child = Person.objects.create(
            number=number, forename=forename, surname="Exampleham", born_on=dt.date(born, 5, 17), had_record=True
        )
        HouseholdMember.objects.create(household=home, person=child)
        Relationship.objects.create(person=mother, other=child, kind="mother", has_parental_responsibility=True)
        Allocation.objects.create(person=child, worker=worker, team=worker.team, started_on=LONG_AGO)
        index_person(child)
        children.append(child)
    make_entry(by=worker, kind="need_plan", persons=children, body=_plan(children))
    return children


def _plan(children: list[Person]) -> dict:
    """The body of their plan."""
    outcome = {"outcome": "Mornings are calm", "action": "Breakfast club", "who": "The school", "by": "2030-01-07"}
    return {"shared": {"began": LONG_AGO.isoformat(), "outcomes": [outcome]}, "lines": {str(child.pk): {} for child in children}}


if __name__ == "__main__":
    main()
