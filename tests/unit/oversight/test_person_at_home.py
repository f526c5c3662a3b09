"""A step-parent who may pose a risk moves in: every child of the home is in danger that day, until somebody decides."""

import pytest

from goldenthread.oversight import judging
from goldenthread.oversight.models import Shortfall
from goldenthread.record import access
from goldenthread.record.actions import families, people
from goldenthread.record.actions.entries import make_entry

pytestmark = pytest.mark.django_db

BOTH = {"risk-person-at-home", "risk-person-safety-plan"}


@pytest.fixture
def judged(family, settings):
    """A function that judges the three children today; which of them is in danger, by which standards, still."""

    settings.RECORDING_SINCE = "2024-01-01"

    def judge():
        today = access.today()
        judging.judge([("child", child.number) for child in family], today)
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
