"""Leaving care: the assessment and pathway plan at 16, the personal adviser, and what follows from 18."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases

ACTIVITIES = {"F2": 30, "F5": 20, "F4": 8, "F1": 8, "P5": 4, "G5": 12, "G4": 4}
HOMES = {"U": 30, "E": 15, "T": 20, "Z": 25, "D": 10}


def prepare(cases: Cases, eligible: np.ndarray, until: np.ndarray) -> None:
    """From the day a looked-after young person becomes eligible, to the day leaving care services end."""
    here = eligible < until
    cases, eligible, until = cases.of(here), eligible[here], until[here]
    cases.add("leaving_care_assessment", cases.soon("the needs on leaving care", eligible, 15, 45))
    cases.add("personal_adviser", cases.soon("the personal adviser", eligible, 0, 4), until)
    plans = cases.again("pathway plans", eligible, until, (60, 85), (110, 165))
    plans.cases.add("pathway_plan", plans.day)


def leave(cases: Cases, eighteenth: np.ndarray, until: np.ndarray) -> None:
    """From 18 to the end of leaving care services: a home, visits to it, and keeping in touch."""
    here = eighteenth < until
    cases, eighteenth, until = cases.of(here), eighteenth[here], until[here]
    home = cases.pick("the accommodation", HOMES)
    cases.add(
        "care_leaver", eighteenth, until, category="former relevant", in_touch="YES",
        activity=cases.pick("the activity", ACTIVITIES),
    )  # fmt: skip
    cases.add("accommodation", eighteenth, until, type=home, is_suitable=True)
    visits = cases.again("visits by the adviser", eighteenth, until, (2, 6), (8, 16), (30, 50))
    visits.cases.add("adviser_visit", visits.day)
    contacts = cases.again("contact with the care leaver", eighteenth, until, (10, 40), (25, 45))
    contacts.cases.add("care_leaver_contact", contacts.day)
    cases.add("health_history", days.on_or_before(eighteenth - cases.whole("the health history", 10, 90)))
    cases.add("post_eighteen_plan", days.on_or_before(eighteenth - cases.whole("the plan for life after 18", 200, 330)))


def not_before(cases: Cases, entered: np.ndarray) -> np.ndarray:
    """The day a looked-after young person becomes eligible: 16, once looked after for thirteen weeks."""
    return np.maximum(days.birthday(cases["born"], 16), entered + 91)


def services_end(cases: Cases) -> np.ndarray:
    """The day leaving care services end: 21, or later for those who ask."""
    return np.where(cases.yes("services to 25", 0.3), days.birthday(cases["born"], 25), days.birthday(cases["born"], 21))
