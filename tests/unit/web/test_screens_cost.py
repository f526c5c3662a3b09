"""Every screen of those who see many children asks as many questions of the database for fifty as for five."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.shortfalls import answered, shortfall, told

from goldenthread.oversight.models import Delay, MonthlyCount, Reach, Run
from goldenthread.record.access import today
from goldenthread.record.models import Allocation, Fact, Person
from goldenthread.workforce.models import Worker

VISITS, SILENT = "protection-visits", "need-plan"

SCREENS = ("/", "/team/", "/drift/", "/drift/step/visits/", f"/drift/standard/{VISITS}/", "/drift/cause/none/", "/told/",
           "/told/?level=0", "/told/?level=1&state=seen", "/supervision/", "/supervision/view/", "/reviewing/")  # fmt: skip

ROLES = ("social_worker", "team_manager", "service_manager", "director", "reviewing_officer", "quality_assurance", "analyst")


@pytest.fixture
def people(make_worker, team):
    """A worker of each role by role; the service manager of the service, those of the whole authority of no team."""
    places = {"service_manager": team.above, "director": None, "quality_assurance": None, "analyst": None}
    return {role: make_worker(f"The {role}", role, of=places.get(role, team)) for role in ROLES}


def add(people: dict[str, Worker], first: int, last: int) -> None:
    """Children whom the social worker holds and the officer reviews, late and told of all the way up, half of it answered."""
    holder, officer, since = people["social_worker"], people["reviewing_officer"], today() - dt.timedelta(300)
    up = [people[role] for role in ("social_worker", "team_manager", "service_manager")]
    for number in range(first, last):
        child = Person.objects.create(number=f"M{number}", forename="Many", surname=f"Of{number}", had_record=True)
        for held in (Allocation(worker=holder), Allocation(worker=officer, capacity="reviewing_officer")):
            held.person, held.team, held.started_on = child, holder.team, since
            held.save()
        late = shortfall(child, VISITS, days=5 + number)
        shortfall(child, SILENT, speaks=False)
        for step, worker in enumerate((*up, None, people["director"])):
            if worker:
                told(late, worker, step, days=9 - 2 * step)
        if number % 2:
            answered(late, holder, days=8, cause="court")
        Delay.objects.create(person=child, step="visits", days=9, waiting_since=today() - dt.timedelta(5), shortfalls=1)
        Fact.objects.create(noun="case_supervision", subject_id=child.number, person=child, recorded_at=dt.datetime.now(dt.UTC),
                            started_on=today() - dt.timedelta(number))  # fmt: skip


def counted(team) -> None:
    """What a night counted."""
    Run.objects.create(as_at=today(), began_at=dt.datetime.now(dt.UTC), ended_at=dt.datetime.now(dt.UTC))
    Reach.objects.create(standard=VISITS, team=team, children=50)
    MonthlyCount.objects.create(standard=VISITS, team=team, month=today().replace(day=1), status="met", number=9)


def cost(client, worker: Worker) -> dict[str, int]:
    """How many queries each screen takes that the worker has; each opened once before, for what is noted the first time."""
    client.force_login(worker)
    found = {}
    for screen in SCREENS:
        if client.get(screen).status_code == 200:
            with CaptureQueriesContext(connection) as asked:
                client.get(screen)
            found[screen] = _of_the_record(asked)
    return found


def _of_the_record(asked: CaptureQueriesContext) -> int:
    """How many questions were asked, but for those of the session, which is written anew once in a while."""
    return sum(each["sql"].startswith("SELECT") and "session" not in each["sql"] for each in asked)


@pytest.mark.parametrize("role", ROLES)
def test_a_screen_asks_no_more_for_fifty_children_than_for_five(client, people, team, role):
    counted(team)
    add(people, 0, 5)
    few = cost(client, people[role])
    add(people, 5, 50)
    assert "/" in few
    assert cost(client, people[role]) == few


@pytest.mark.parametrize(("role", "of"), [("team_manager", "social_worker"), ("service_manager", "team_manager")])
def test_nor_does_an_agenda(client, people, role, of):
    client.force_login(people[role])
    asked = []
    for first, last in ((0, 5), (5, 50)):
        add(people, first, last)
        client.get(f"/supervision/worker/{people[of].pk}/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/supervision/worker/{people[of].pk}/").status_code == 200
        asked.append(_of_the_record(queries))
    assert asked[0] == asked[1]
