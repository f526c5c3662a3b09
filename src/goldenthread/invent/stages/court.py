"""Before and in court: the legal gateway, pre-proceedings, family group decision-making, care proceedings."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases


def before_proceedings(cases: Cases, concern: np.ndarray) -> np.ndarray:
    """From a manager's concern to the conclusion of pre-proceedings, within 16 weeks; returns that day."""
    cases.add("legal_concern", concern)
    gateway = cases.soon("the legal gateway meeting", concern, 3, 6)
    cases.add("legal_gateway", gateway)
    letter = cases.soon("the letter before proceedings", gateway, 1, 4)
    cases.add("family_group_offer", gateway)
    cases.add("letter_before_proceedings", letter)
    cases.add("pre_proceedings_meeting", cases.soon("the pre-proceedings meeting", letter, 3, 7))
    concluded = days.on_or_before(gateway + cases.whole("how long pre-proceedings take", 50, 95))
    cases.add("pre_proceedings", gateway, concluded)
    return concluded


def proceed(cases: Cases, decided: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Care proceedings, issued within days of the decision and concluded within 26 weeks; returns both days.

    Of those that run on, half take longer.
    """
    cases.add("issue_decision", decided)
    issued = cases.soon("proceedings are issued", decided, 0, 5)
    slow = cases["runs_on"] & cases.yes("a slow court", 0.5)
    long = np.where(slow, cases.whole("how slow", 195, 260), cases.whole("how long proceedings take", 120, 176))
    concluded = days.on_or_before(issued + long)
    cases.add("proceedings", issued, concluded)
    return issued, concluded
