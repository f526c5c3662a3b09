"""What every open case is owed: its referral, a worker, supervision, a chronology and a summary kept up."""

import numpy as np

from goldenthread.invent.lives import Cases
from goldenthread.invent.stages import front_door
from goldenthread.invent.stages.agreed import keep_up
from goldenthread.invent.stages.assessment import reassess
from goldenthread.invent.workforce import allocate


def carry(cases: Cases, day: np.ndarray, closed: np.ndarray, reason: dict) -> None:
    """The referral taken on, a worker and oversight, from the referral to the close, which a manager decides."""
    front_door.referral(cases, day, closed, no_further_action=False, reason=reason)
    allocate(cases, day, closed)
    oversee(cases, day, closed)
    reassess(cases, day, closed)
    keep_up(cases, day, closed)
    decide(cases, closed, "closure")


def oversee(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Supervision of the case each month, and the chronology and summary each quarter, while it is open."""
    supervised = cases.again("case supervision", start, end, (18, 26))
    supervised.cases.add(
        "case_supervision", supervised.day, is_decision_recorded=True, is_reason_recorded=True, is_child_view_recorded=True,
        is_lateness_discussed=True,
    )  # fmt: skip
    for noun, gap in (("chronology_update", (55, 84)), ("case_summary", (55, 84)), ("case_note", (14, 24))):
        kept_up = cases.again(noun, start, end, gap)
        kept_up.cases.add(noun, kept_up.day)


def decide(cases: Cases, day: np.ndarray, about: str) -> None:
    """A manager's decision, with its reasons."""
    cases.add("management_decision", day, about=about)
