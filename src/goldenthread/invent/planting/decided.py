"""Whether anybody decided, around the day on which something rose: what an escalation asks for."""

import numpy as np

from goldenthread.invent.planting.language import Candidates, Record, back, due

DECIDES = (
    ("strategy_discussion", {}), ("management_decision", {}), ("safety_plan", {}),
    ("case_supervision", {"is_decision_recorded": 1}), ("section47", {}), ("assessment", {}),
    ("protection_plan", {}), ("need_plan", {}), ("legal_gateway", {}),
    ("stability_meeting", {}),
)  # fmt: skip
A_YEAR_AND_A_HALF = 550
"""Days: six months, and the twelve before that a rise is held against."""

BEFORE, AFTER = (5, "working days"), (2, "working days")


def nobody_decided(record: Record, subject: np.ndarray, day: np.ndarray, before=BEFORE, after=AFTER, nouns=DECIDES) -> np.ndarray:
    """Of each subject: no decision so long before the day, on it, or so long after it."""
    quiet = np.ones(len(subject), bool)
    for noun, where in nouns:
        quiet &= ~record.begins(record.rows(noun, **where), subject, back(day, before), due(day, after))
    return quiet


def unanswered_rise(record: Record, found: Candidates) -> np.ndarray:
    """Those of the found about whom nobody decided around their day, and of whose year and a half before all is seen."""
    return nobody_decided(record, found.subject, found["day"]) & (found["day"] > record.since + A_YEAR_AND_A_HALF)
