"""Arrangements of other kinds: private fostering, short breaks, complaints."""

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
