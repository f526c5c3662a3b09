"""Arrangements of other kinds: private fostering, short breaks, somebody new at home."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases


def private_fostering(cases: Cases, told: np.ndarray, ended: np.ndarray) -> None:
    """From the day the authority is told: visits within seven working days, six weeks, and after a year twelve."""
    cases.add("private_fostering", told, ended)
    year = np.minimum(days.months_after(told, 12), ended)
    first = cases.again("private fostering visits", told, year, (3, 9), (25, 38))
    later = cases.again("later private fostering visits", first.last(told), ended, (30, 38), (50, 80))
    for visits in (first, later):
        visits.cases.add("private_fostering_visit", visits.day, is_alone=True)


def short_breaks(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """A series of short breaks, as regulation 48 has them, some weeks into the plan."""
    begun = days.on_or_after(start + 40)
    here = begun < end
    cases.of(here).add("short_break", begun[here], end[here], provision="reg 48")


def new_partner_at_home(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Now and then somebody who may pose a risk moves in: discussed that day, with a safety plan, and gone in some weeks."""
    day = days.on_or_after(start + cases.whole("somebody moves in", 20, 50))
    here = (day + 10 < end) & cases.yes("somebody who may pose a risk moves in", 0.03)
    cases, day, end = cases.of(here), day[here], end[here]
    gone = np.minimum(day + cases.whole("how long they stay", 5, 60), end)
    cases.add("risk_person_at_home", day, gone, relationship="step-parent")
    cases.add("strategy_discussion", day, is_quorate=True)
    cases.add("safety_plan", day)
