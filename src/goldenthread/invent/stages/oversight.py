"""What every open case is owed: supervision, a chronology and a summary kept up, and key decisions."""

import numpy as np

from goldenthread.invent.lives import Cases


def oversee(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Supervision of the case each month, and the chronology and summary each quarter, while it is open."""
    supervised = cases.again("case supervision", start, end, (18, 26))
    supervised.cases.add(
        "case_supervision", supervised.day, is_decision_recorded=True, is_reason_recorded=True, is_child_view_recorded=True,
    )  # fmt: skip
    for noun in ("chronology_update", "case_summary"):
        kept_up = cases.again(noun, start, end, (55, 84))
        kept_up.cases.add(noun, kept_up.day)
