"""Visits of each kind; every one is put on the record within days."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases

OLD_ENOUGH = 2
"""Younger than this a child is not spoken to alone, and that is the recorded reason."""


def need_visit(cases: Cases, day: np.ndarray, step=0) -> None:
    """A child in need visit: the child, once born, seen; and where the child sleeps."""
    cases.add("need_visit", day, is_seen=day >= cases["born"], is_bedroom_seen=True, **_alone(cases, day))
    recorded(cases, day, step)


def protection_visit(cases: Cases, day: np.ndarray, step=0) -> None:
    """A child protection visit: the child seen, and where the child sleeps."""
    cases.add("protection_visit", day, is_seen=True, is_bedroom_seen=True, **_alone(cases, day))
    recorded(cases, day, step)


def care_visit(cases: Cases, day: np.ndarray, step=0) -> None:
    """A visit to a looked-after child, seen and spoken to in private."""
    cases.add("care_visit", day, is_seen=True, is_welfare_concern=False, **_alone(cases, day))
    recorded(cases, day, step)


def _alone(cases: Cases, day: np.ndarray) -> dict[str, np.ndarray]:
    old_enough = day >= days.birthday(cases["born"], OLD_ENOUGH)
    return {"is_alone": old_enough, "is_reason_given": ~old_enough}


def recorded(cases: Cases, day: np.ndarray, step=0) -> None:
    """The record of a visit, finished within three working days."""
    cases.add("visit_recorded", cases.soon("the visit is recorded", day, 0, 3, step))
