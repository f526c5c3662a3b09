"""Leaving care: the assessment and pathway plan at 16, the personal adviser, and what follows from 18."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases

ACTIVITIES = {"F2": 30, "F5": 20, "F4": 8, "F1": 8, "P5": 4, "G5": 12, "G4": 4}
HOMES = {"U": 30, "E": 15, "T": 20, "Z": 25, "D": 10}


def leave_care(cases: Cases, entered: np.ndarray, left: np.ndarray) -> None:
    """From the day a young person becomes eligible (16, and thirteen weeks in care) to the end of leaving care services.

    One who leaves care before 18 is a relevant child until then.
    """
    eligible = np.maximum(days.birthday(cases["born"], 16), entered + 91)
    eighteenth = days.birthday(cases["born"], 18)
    last = np.where(cases.yes("services to 25", 0.3), 25, 21)
    here = eligible < left
    cases, entered, eligible, left = cases.of(here), entered[here], eligible[here], left[here]
    until = days.birthday(cases["born"], last[here])
    _prepare(cases, entered, eligible, left, until)
    _be_owed(cases, eligible, left, eighteenth[here], until)
    _live_alone(cases, left, until)


def _prepare(cases: Cases, entered, eligible, left, until) -> None:
    cases.add("leaving_care_assessment", cases.soon("the needs on leaving care", eligible, 15, 45))
    cases.add("personal_adviser", cases.soon("the personal adviser", eligible, 0, 4), until)
    plans = cases.again("pathway plans", eligible, left, (60, 85), (110, 165))
    plans.cases.add("pathway_plan", plans.day)
    cases.add("health_history", days.on_or_before(left - cases.whole("the health history", 10, 60)))
    seventeen = days.birthday(cases["born"], 17)
    planned = np.maximum(seventeen + cases.whole("the plan for life after 18", 5, 70), entered + 40)
    here = planned < left
    cases.of(here).add("post_eighteen_plan", planned[here])


def _be_owed(cases: Cases, eligible, left, eighteenth, until) -> None:
    """The categories, one after another, and contact from 18 on."""
    cases.add("care_leaver", eligible, left, category="eligible")
    relevant = left < eighteenth
    cases.of(relevant).add("care_leaver", left[relevant], eighteenth[relevant], category="relevant", in_touch="YES")
    activity = cases.pick("the activity", ACTIVITIES)
    cases.add("care_leaver", eighteenth, until, category="former relevant", in_touch="YES", activity=activity)
    contacts = cases.again("contact with the care leaver", eighteenth, until, (10, 40), (25, 45))
    contacts.cases.add("care_leaver_contact", contacts.day)


def _live_alone(cases: Cases, left, until) -> None:
    """Somewhere to live, after two nights in bed and breakfast for a few; visits to it, and the plan reviewed there."""
    stopgap = cases.yes("bed and breakfast", 0.06)
    moved = np.where(stopgap, days.working_days_after(left, 1), left)
    cases.of(stopgap).add("accommodation", left[stopgap], moved[stopgap], type="W", is_suitable=False)
    cases.add("accommodation", moved, until, type=cases.pick("the accommodation", HOMES), is_suitable=True)
    plans = cases.again("pathway plans at home", moved, until, (33, 38), (55, 85))  # never within 28 days, whatever the holidays
    plans.cases.add("pathway_plan", plans.day)
    visits = cases.again("visits by the adviser", moved, until, (2, 6), (8, 16), (30, 50))
    visits.cases.add("adviser_visit", visits.day)
