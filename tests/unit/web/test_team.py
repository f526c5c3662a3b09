"""The team, allocation and transfer on their pages."""

import datetime as dt
import re

import pytest
from tests.pages import text_of
from tests.shortfalls import shortfall

from goldenthread.record import access
from goldenthread.record.actions import holding, people
from goldenthread.record.models import Allocation, Fact, Person
from goldenthread.workforce.models import Team, Worker


@pytest.fixture
def signed_in(client, manager):
    """A browser in which the manager is signed in."""
    client.force_login(manager)
    return client


def seen(child, day: dt.date):
    """A fact: the child was seen."""
    Fact.objects.create(
        noun="need_visit", subject_id=child.number, person=child, started_on=day, facts={"is_seen": True, "is_alone": True},
        recorded_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip


def test_those_waiting_come_first_then_those_not_seen_for_longest(signed_in, manager, family):
    seen(family[0], dt.date(2025, 6, 1)), seen(family[1], dt.date(2025, 1, 1))
    people.make_person(by=manager, particulars={"forename": "Elder"}, is_child=True)
    shown = text_of(signed_in.get("/team/"))
    places = [shown.index(name) for name in ("Elder", "Cedar", "Birch", "Ash")]
    assert places == sorted(places)
    assert "1 January 2025" in shown
    assert re.search(r"The worker</dt><dd>3 children", shown)


def test_a_team_at_the_front_door_sees_what_waits(signed_in, manager, family):
    Team.objects.filter(pk=manager.team_id).update(is_front_door=True)
    shortfall(family[0], days=12)
    assert "12 days ago" in text_of(signed_in.get("/team/"))


def test_what_is_restricted_is_neither_listed_nor_counted(signed_in, family):
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    shown = text_of(signed_in.get("/team/"))
    assert "Ash" not in shown
    assert re.search(r"The worker</dt><dd>2 children", shown)
    assert "The worker, North team 1, 2 children" in text_of(signed_in.get(f"/child/{family[1].pk}/allocate/"))


def test_the_page_costs_as_many_queries_for_many_children_as_for_few(
    signed_in, manager, worker, family, django_assert_max_num_queries
):
    signed_in.get("/team/")
    with django_assert_max_num_queries(40) as few:
        signed_in.get("/team/")
    for number in range(15):
        child = people.make_person(by=manager, particulars={"forename": f"Child {number}"}, is_child=True)
        holding.allocate(by=manager, child=child, worker=worker)
    with django_assert_max_num_queries(len(few)):
        signed_in.get("/team/")


def test_a_service_manager_opens_the_teams_below_and_no_other(client, make_worker, family, team):
    client.force_login(make_worker("A service manager", "service_manager", of=team.above))
    assert f'href="/team/?team={team.pk}">North team 1</a>, 3 children' in text_of(client.get("/team/"))
    assert "Ash" in text_of(client.get(f"/team/?team={team.pk}"))
    client.force_login(make_worker("Another manager", "team_manager"))
    assert client.get(f"/team/?team={team.above_id}").status_code == 404


def test_a_manager_allocates_and_a_worker_does_not(client, signed_in, family, worker, make_worker):
    colleague = make_worker("A colleague")
    address = f"/child/{family[0].pk}/allocate/"
    assert signed_in.post(address, {"do": "allocate", "capacity": "social_worker"}).status_code == 422
    signed_in.post(address, {"do": "allocate", "capacity": "social_worker", "worker": colleague.pk, "change_reason": "MANAGE"})
    assert holding.held_now(family[0]).get().worker == colleague
    client.force_login(worker)
    assert client.get(address).status_code == 403


def test_a_transfer_is_proposed_read_and_accepted(client, signed_in, family, worker, make_worker, other_team):
    receiving = make_worker("A receiving manager", "team_manager", of=other_team)
    receiver = make_worker("A receiver", of=other_team)
    address = f"/child/{family[0].pk}/allocate/"
    typed = {"do": "allocate", "capacity": "social_worker", "team": other_team.pk}
    refused = signed_in.post(address, typed)
    assert refused.status_code == 422
    assert "say what they need to know" in text_of(refused)
    signed_in.post(address, typed | {"handover": "Never after dark."})
    row = Allocation.objects.get(state="proposed")
    client.force_login(receiving)
    assert "Read the handover" in text_of(client.get("/team/"))
    assert "Never after dark." in text_of(client.get(f"/allocation/{row.pk}/accept/"))
    client.post(f"/allocation/{row.pk}/accept/", {"worker": receiver.pk})
    assert holding.held_now(family[0]).get().worker == receiver
    assert access.check_read(receiver, family[0])


def test_a_transfer_is_declined_with_a_reason(client, signed_in, family, make_worker, other_team):
    receiver = make_worker("A receiver", of=other_team)
    row = holding.allocate(by=signed_in_worker(signed_in), child=family[0], worker=receiver, handover="x")
    client.force_login(receiver)
    assert client.post(f"/allocation/{row.pk}/decline/", {"reason": ""}).status_code == 422
    client.post(f"/allocation/{row.pk}/decline/", {"reason": "On leave until June"})
    assert Allocation.objects.get(pk=row.pk).state == "declined"
    assert client.get(f"/allocation/{row.pk}/accept/").status_code in (403, 404)


def signed_in_worker(client):
    """Who is signed in in this browser."""
    return Worker.objects.get(pk=client.session["_auth_user_id"])


def test_nobody_else_answers(client, signed_in, family, worker, make_worker, other_team):
    receiver = make_worker("A receiver", of=other_team)
    row = holding.allocate(by=signed_in_worker(signed_in), child=family[0], worker=receiver, handover="x")
    client.force_login(make_worker("A stranger", of=other_team))
    assert client.post(f"/allocation/{row.pk}/accept/").status_code in (403, 404)
    client.force_login(worker)
    assert client.post(f"/allocation/{row.pk}/accept/").status_code in (403, 404)
    assert Allocation.objects.get(pk=row.pk).state == "proposed"


def test_a_holding_ends_and_a_case_closes_only_by_saying_so(signed_in, family, worker):
    held = holding.held_now(family[0]).get()
    address = f"/child/{family[0].pk}/allocate/"
    assert signed_in.post(address, {"do": "end", "allocation": held.pk, "why": ""}).status_code == 422
    signed_in.post(address, {"do": "end", "allocation": held.pk, "why": "Leaving"})
    team_holds = holding.held_now(family[0]).get()
    assert (team_holds.worker, team_holds.team) == (None, worker.team)
    assert signed_in.post(address, {"do": "end", "allocation": team_holds.pk, "why": "done"}).status_code == 422
    signed_in.post(address, {"do": "end", "allocation": team_holds.pk, "why": "done", "closing": "yes"})
    assert not holding.held_now(family[0]).exists()
