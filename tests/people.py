"""People to test with: a team, its workers, and a family of three. Fixtures, shared by more than one folder."""

import datetime as dt

import pytest

from goldenthread.record.models import Allocation, Household, HouseholdMember, Person
from goldenthread.workforce.models import Team, Worker


@pytest.fixture
def team(db):
    """A team in a service."""
    service = Team.objects.create(number="S1", name="North service")
    return Team.objects.create(number="T1", name="North team 1", above=service)


@pytest.fixture
def other_team(team):
    """Another team of the same service."""
    return Team.objects.create(number="T2", name="North team 2", above=team.above)


@pytest.fixture
def make_worker(team):
    """A function that makes a worker of a role."""

    def make(name: str, role: str = "social_worker", of: Team | None = team, **more) -> Worker:
        number = name.lower().replace(" ", "-")
        return Worker.objects.create(number=number, name=name, email=f"{number}@example.org", role=role, team=of, **more)

    return make


@pytest.fixture
def worker(make_worker):
    """The social worker the family is allocated to."""
    return make_worker("The worker")


@pytest.fixture
def manager(make_worker):
    """The manager of the worker's team."""
    return make_worker("A manager", "team_manager")


@pytest.fixture
def above(make_worker, team):
    """The service manager above."""
    return make_worker("Above", "service_manager", of=team.above)


@pytest.fixture
def family(worker):
    """Three brothers and sisters who live together, allocated to the worker."""
    home = Household.objects.create(name="A home")
    children = []
    for number, forename, born in (("1", "Ash", 2012), ("2", "Birch", 2015), ("3", "Cedar", 2023)):
        child = Person.objects.create(
            number=f"C{number}", forename=forename, surname="Underwood", born_on=dt.date(born, 5, 17), had_record=True
        )
        HouseholdMember.objects.create(household=home, person=child)
        Allocation.objects.create(person=child, worker=worker, team=worker.team, started_on=dt.date(2024, 1, 1))
        children.append(child)
    return children
