"""A step-parent who may pose a risk moves in: every child of the home is in danger that day, until somebody decides."""

import datetime as dt

import pytest

from goldenthread.check import words
from goldenthread.oversight import judging
from goldenthread.oversight.models import Shortfall
from goldenthread.record import access
from goldenthread.record.actions import families, people
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import HouseholdMember

pytestmark = pytest.mark.django_db

BOTH = {"risk-person-at-home", "risk-person-safety-plan"}


@pytest.fixture
def judged(family, settings):
    """A function that judges the three children today; which of them is in danger, by which standards, still."""

    settings.RECORDING_SINCE = "2024-01-01"

    def judge(day=None):
        judging.judge([("child", child.number) for child in family], day or access.today())
        open_now = Shortfall.objects.filter(standard__in=BOTH, ended_on=None)
        return {(each.subject_id, each.standard, each.is_danger) for each in open_now}

    return judge


def test_danger_is_seen_that_day_and_ends_when_somebody_decides(family, worker, make_worker, judged):
    manager = make_worker("A manager", "team_manager")
    person = families.add_relative(by=worker, child=family[0], particulars={"forename": "Elm"}, kind="step_parent",
                                   has_parental_responsibility=False)  # fmt: skip
    people.mark_risk(by=manager, person=person, may_pose_a_risk=True, in_words="To children", reason="Told by the police")
    families.join_household(by=worker, person=person, household=family[0].households.get().household)
    assert judged() == {(child.number, each, True) for child in family for each in BOTH}
    body = {"shared": {"decided": str(access.today()), "about": "home", "decision": "Not to stay the night", "why": "Danger"},
            "lines": {}}  # fmt: skip
    make_entry(by=manager, kind="management_decision", persons=family[:2], body=body)
    unplanned = {(child.number, "risk-person-safety-plan", True) for child in family}
    assert judged() == {("C3", "risk-person-at-home", True)} | unplanned
    over = Shortfall.objects.get(standard="risk-person-at-home", subject_id="C1")
    assert (over.ended, over.ended_on) == ("done", access.today())
    assert over.why_ended == f"A manager recorded a decision on {words.day(access.today())}."


def test_who_leaves_again_before_anybody_decided_was_there_until_then(family, worker, make_worker, judged):
    person = families.add_relative(by=worker, child=family[0], particulars={"forename": "Elm"}, kind="step_parent",
                                   has_parental_responsibility=False)  # fmt: skip
    manager = make_worker("A manager", "team_manager")
    people.mark_risk(by=manager, person=person, may_pose_a_risk=True, in_words="To children", reason="Told by the police")
    stay = families.join_household(by=worker, person=person, household=family[0].households.get().household)
    tomorrow = access.today() + dt.timedelta(1)
    assert len(judged()) == len(judged(tomorrow)) == 6
    HouseholdMember.objects.filter(pk=stay.pk).update(ended_on=tomorrow)
    assert judged(tomorrow) == set()
    for over in Shortfall.objects.filter(standard__in=BOTH):
        assert (over.ended, over.why_ended) == ("ceased", f"It was so until it ended on {words.day(tomorrow)}.")
