"""Assessment: agency checks, the child seen, a manager's review, authorised and shared, all within 45 working days."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages.visits import need_visit

FACTORS = {"3B": 24, "4B": 20, "2B": 12, "1B": 9, "16A": 16, "17A": 10, "5B": 3, "6A": 3, "4A": 6, "14A": 3, "21": 4}


def assess(cases: Cases, referred: np.ndarray, *, needs_services: bool, at_once: bool = False) -> np.ndarray:
    """One assessment after a referral; returns the day it was authorised."""
    began = referred if at_once else cases.soon("the assessment begins", referred, 0, 3)
    authorised = cases.soon("the assessment is authorised", referred, 14, 41)
    _record(cases, cases.id * 64, began, authorised, needs_services)
    need_visit(cases, cases.soon("the child is first seen", referred, 2, 4))
    cases.add("assessment_manager_review", cases.soon("the manager's review of the assessment", began, 5, 9))
    return authorised


def assess_before_birth(cases: Cases, referred: np.ndarray) -> np.ndarray:
    """An assessment finished before the child is born, so without the child seen; the baby is seen soon after birth."""
    began = cases.soon("the assessment begins", referred, 0, 3)
    authorised = cases.soon("the assessment is authorised", referred, 14, 32)
    _record(cases, cases.id * 64, began, authorised, True, seen=False)
    cases.add("assessment_manager_review", cases.soon("the manager's review of the assessment", began, 5, 9))
    need_visit(cases, cases.soon("the baby is seen", cases["born"], 1, 3), 2000)
    return authorised


def reassess(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """A new assessment each year while the child's case stays open."""
    again = cases.again("a new assessment", start, end - 60, (270, 310))
    cases, began, step = again.cases, again.day, again.step
    authorised = cases.soon("the new assessment is authorised", began, 12, 30, step)
    _record(cases, cases.id * 64 + step, began, authorised, True, again=True)
    cases.add("assessment_manager_review", cases.soon("the manager's review of the assessment", began, 5, 9, step))


def _record(cases: Cases, number, began, authorised, needs_services, *, seen: bool = True, again: bool = False) -> None:
    cases.add(
        "assessment", began, authorised, assessment_id=number, referral_id=cases.id, is_child_seen=seen,
        is_services_needed=needs_services, at_end=("is_child_seen", "is_services_needed"),
    )  # fmt: skip
    cases.add("agency_checks", began)
    target = days.working_days_after(authorised, cases.whole("the day set for the assessment", 0, 2))
    cases.add("assessment_target", target, assessment_id=number)
    found = cases.pick("the factor found", FACTORS)
    once = again | cases["long_helped"]
    cases.add("assessment_factor", authorised, factor=np.where(once & np.isin(found, ("3B", "16A")), "4B", found))
    cases.add("assessment_shared", days.working_days_after(authorised, cases.whole("the assessment is shared", 0, 4)))
