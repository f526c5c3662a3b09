"""Leaving care: the assessment and pathway plan at 16, the personal adviser, and what follows from 18."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases

ACTIVITIES = {"F2": 30, "F5": 20, "F4": 8, "F1": 8, "P5": 4, "G5": 12, "G4": 4}
HOMES = {"U": 30, "E": 15, "T": 20, "Z": 25, "D": 10}


def leave_care(cases: Cases, entered: np.ndarray, eighteenth: np.ndarray) -> None:
    """From the day a looked-after young person becomes eligible (16, and thirteen weeks in care) to the end of it all."""
    eligible = np.maximum(days.birthday(cases["born"], 16), entered + 91)
    until = np.where(cases.yes("services to 25", 0.3), days.birthday(cases["born"], 25), days.birthday(cases["born"], 21))
    here = eligible < eighteenth
    cases = cases.of(here)
    _prepare(cases, entered[here], eligible[here], eighteenth[here], until[here])
    _live_alone(cases, eighteenth[here], until[here])


def _prepare(cases: Cases, entered, eligible, eighteenth, until) -> None:
    cases.add("care_leaver", eligible, eighteenth, category="eligible")
    cases.add("leaving_care_assessment", cases.soon("the needs on leaving care", eligible, 15, 45))
    cases.add("personal_adviser", cases.soon("the personal adviser", eligible, 0, 4), until)
    plans = cases.again("pathway plans", eligible, eighteenth, (60, 85), (110, 165))
    plans.cases.add("pathway_plan", plans.day)
    cases.add("health_history", days.on_or_before(eighteenth - cases.whole("the health history", 10, 60)))
    cases.add("post_eighteen_plan", np.maximum(eighteenth - cases.whole("the plan for life after 18", 290, 350), entered + 40))


def _live_alone(cases: Cases, eighteenth, until) -> None:
    cases.add(
        "care_leaver", eighteenth, until, category="former relevant", in_touch="YES",
        activity=cases.pick("the activity", ACTIVITIES),
    )  # fmt: skip
    cases.add("accommodation", eighteenth, until, type=cases.pick("the accommodation", HOMES), is_suitable=True)
    plans = cases.again("pathway plans from 18", eighteenth, until, (29, 40), (55, 85))
    plans.cases.add("pathway_plan", plans.day)
    visits = cases.again("visits by the adviser", eighteenth, until, (2, 6), (8, 16), (30, 50))
    visits.cases.add("adviser_visit", visits.day)
    contacts = cases.again("contact with the care leaver", eighteenth, until, (10, 40), (25, 45))
    contacts.cases.add("care_leaver_contact", contacts.day)
