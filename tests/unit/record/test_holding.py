"""Who holds a child: allocation, transfer that must be accepted, and that nobody is ever held by nobody."""

import datetime as dt

import pytest

from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions import holding
from goldenthread.record.models import Allocation, Block, Fact, Person
from goldenthread.record.policies import Unfit


@pytest.fixture
def colleague(make_worker):
    """Another worker of the team."""
    return make_worker("A colleague")


@pytest.fixture
def other_manager(make_worker, other_team):
    """The manager of another team."""
    return make_worker("Another manager", "team_manager", of=other_team)


def holders(child) -> list:
    """Who holds a child, accepted."""
    return [held.worker or held.team for held in holding.held_now(child)]


def test_within_a_team_the_new_worker_holds_at_once_and_the_old_no_longer(manager, worker, colleague, family):
    holding.allocate(by=manager, child=family[0], worker=colleague, change_reason="MANAGE")
    assert holders(family[0]) == [colleague]
    fact = Fact.objects.get(noun="allocation", superseded_at=None, ended_on=None)
    assert (fact.facts, fact.started_on) == ({"worker_id": "a-colleague", "change_reason": "MANAGE"}, access.today())


def test_a_transfer_changes_nothing_until_it_is_accepted(manager, worker, family, other_manager, other_team, make_worker):
    receiver = make_worker("A receiver", of=other_team)
    with pytest.raises(Unfit) as refused:
        holding.allocate(by=manager, child=family[0], worker=receiver)
    assert "handover" in refused.value.by_field
    row = holding.allocate(by=manager, child=family[0], worker=receiver, handover="Never visit alone.")
    assert holders(family[0]) == [worker]
    assert list(holding.waiting_for(receiver)) == list(holding.waiting_for(other_manager)) == [row]
    assert not holding.waiting_for(worker).exists()
    with pytest.raises(Denied):
        holding.accept_allocation(by=worker, allocation=row)
    holding.accept_allocation(by=receiver, allocation=row)
    assert holders(family[0]) == [receiver]
    with pytest.raises(Unfit):
        holding.accept_allocation(by=receiver, allocation=row)


def test_a_receiving_manager_chooses_who(manager, worker, family, other_manager, other_team, make_worker):
    receiver = make_worker("A receiver", of=other_team)
    row = holding.allocate(by=manager, child=family[0], team=other_team, handover="All is in the chronology.")
    with pytest.raises(Unfit):
        holding.accept_allocation(by=other_manager, allocation=row, worker=worker)
    holding.accept_allocation(by=other_manager, allocation=row, worker=receiver)
    assert holders(family[0]) == [receiver]


def test_a_declined_transfer_leaves_the_child_where_it_was(manager, worker, family, other_manager, other_team):
    row = holding.allocate(by=manager, child=family[0], team=other_team, handover="All is in the chronology.")
    with pytest.raises(Unfit):
        holding.decline_allocation(by=other_manager, allocation=row, reason="")
    holding.decline_allocation(by=other_manager, allocation=row, reason="Lives outside our area")
    assert holders(family[0]) == [worker]
    assert not access.can_read(other_manager, family[0])


def test_only_a_manager_allocates_and_only_children_they_may_see(manager, worker, colleague, family, other_manager):
    for by in (worker, other_manager):
        with pytest.raises(Denied):
            holding.allocate(by=by, child=family[0], worker=colleague)
    assert holders(family[0]) == [worker]


def test_a_blocked_worker_or_one_not_named_does_not_come_to_hold(manager, colleague, family):
    Block.objects.create(
        person=family[0], worker=colleague, given_by=manager, given_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    )
    with pytest.raises(Unfit):
        holding.allocate(by=manager, child=family[0], worker=colleague)


def test_a_reviewing_officer_holds_beside_the_worker(manager, worker, family, make_worker):
    officer = make_worker("An officer", "reviewing_officer", of=None)
    holding.allocate(by=manager, child=family[0], worker=officer, capacity="reviewing_officer")
    assert holders(family[0]) == [worker]
    assert access.check_read(officer, family[0]).name == "allocated"
    assert Fact.objects.filter(noun="reviewing_officer", ended_on=None).count() == 1


def test_the_team_holds_on_when_a_worker_goes(manager, worker, family):
    held = holding.held_now(family[0]).get()
    holding.end_allocation(by=manager, allocation=held, reason="Leaving")
    assert holders(family[0]) == [worker.team]
    with pytest.raises(Unfit):
        holding.end_allocation(by=manager, allocation=holding.held_now(family[0]).get(), reason="Leaving")


def test_a_case_is_not_closed_while_a_plan_is_open(manager, family):
    plan = Fact.objects.create(
        noun="protection_plan", subject_id="C1", person=family[0], started_on=dt.date(2025, 1, 1),
        recorded_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    held = holding.held_now(family[0]).get()
    with pytest.raises(Unfit):
        holding.end_allocation(by=manager, allocation=held, reason="done", closing=True)
    assert holders(family[0])
    Fact.objects.filter(pk=plan.pk).update(ended_on=dt.date(2025, 6, 1))
    holding.end_allocation(by=manager, allocation=held, reason="done", closing=True)
    assert not holders(family[0])


def test_whatever_happens_a_child_is_held(manager, worker, colleague, family, other_manager, other_team):
    """Every step of a long story leaves exactly one holder."""
    child = Person.objects.get(pk=family[1].pk)
    steps = [
        lambda: holding.allocate(by=manager, child=child, worker=colleague),
        lambda: holding.allocate(by=manager, child=child, team=other_team, handover="x"),
        lambda: holding.allocate(by=manager, child=child, team=other_team, handover="again"),
        lambda: holding.end_allocation(by=manager, allocation=holding.held_now(child).get(), reason="gone"),
        lambda: holding.accept_allocation(by=other_manager, allocation=Allocation.objects.get(state="proposed")),
    ]
    for step in steps:
        step()
        assert len(holders(child)) == 1
    assert holders(child) == [other_team]
