"""A case is closed only when somebody has decided about every danger to the child."""

import datetime as dt

import pytest
from tests.put_before import line_of, shortfall_of

from goldenthread.oversight.actions.answering import answer
from goldenthread.oversight.telling import tell
from goldenthread.record import access
from goldenthread.record.actions import holding
from goldenthread.record.policies import Unfit


@pytest.fixture
def people(team, make_worker, worker):
    """Everyone in line for the family."""
    return line_of(make_worker, team) | {"worker": worker}


def close(by, child):
    """Close the child's case."""
    held = holding.held_now(child).get()
    holding.end_allocation(by=by, allocation=held, reason="Moved to universal services", closing=True)


def stands(child, **more):
    """A shortfall of today, told to whoever is to know."""
    shortfall = shortfall_of(child, due_on=access.today(), **more)
    tell([shortfall], access.today())
    return shortfall


def test_a_danger_undecided_keeps_a_case_open_until_somebody_decides(people, family):
    manager, danger = people["team_manager"], stands(family[0], standard="sexual-abuse-safety-plan", is_danger=True)
    with pytest.raises(Unfit) as refused:
        close(manager, family[0])
    assert refused.value.by_field["closing"].startswith("Decide about this first")
    assert holding.held_now(family[0]).exists()
    said = {"what": "He has moved out; the police hold his bail conditions", "who": "Me"}
    answer(by=manager, shortfalls=[danger], day=access.today(), kind="act", by_when=access.today() + dt.timedelta(1), **said)
    close(manager, family[0])
    assert not holding.held_now(family[0]).exists()


def test_asking_for_help_is_no_decision(people, family):
    danger = stands(family[0], standard="sexual-abuse-safety-plan", is_danger=True)
    answer(by=people["worker"], shortfalls=[danger], day=access.today(), kind="help", what="I cannot reach them")
    with pytest.raises(Unfit):
        close(people["team_manager"], family[0])


def test_what_is_no_danger_or_counts_silently_or_is_a_sisters_does_not_keep_it_open(people, family):
    stands(family[0])
    stands(family[0], standard="sexual-abuse-safety-plan", is_danger=True, speaks=False)
    stands(family[1], standard="sexual-abuse-safety-plan", is_danger=True)
    close(people["team_manager"], family[0])
    assert not holding.held_now(family[0]).exists()
