"""Visits of each kind; every one is put on the record within days."""

import numpy as np

from goldenthread.invent.lives import Cases


def need_visit(cases: Cases, day: np.ndarray, step=0) -> None:
    """A child in need visit: the child, once born, seen, and seen alone; and where the child sleeps."""
    born = day >= cases["born"]
    cases.add("need_visit", day, is_seen=born, is_alone=born, is_bedroom_seen=True)
    recorded(cases, day, step)


def protection_visit(cases: Cases, day: np.ndarray, step=0) -> None:
    """A child protection visit: the child seen, alone, and where the child sleeps."""
    cases.add("protection_visit", day, is_seen=True, is_alone=True, is_bedroom_seen=True)
    recorded(cases, day, step)


def care_visit(cases: Cases, day: np.ndarray, step=0) -> None:
    """A visit to a looked-after child, seen and spoken to in private."""
    cases.add("care_visit", day, is_seen=True, is_alone=True, is_welfare_concern=False)
    recorded(cases, day, step)


def recorded(cases: Cases, day: np.ndarray, step=0) -> None:
    """The record of a visit, finished within three working days."""
    cases.add("visit_recorded", cases.soon("the visit is recorded", day, 0, 3, step))
