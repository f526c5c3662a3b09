"""What happens to older children in care: going missing, misusing substances, being exploited, school."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases

HOUR = 60


def grow_up(cases: Cases, entered: np.ndarray, left: np.ndarray) -> None:
    """From eleven on, in some: missing now and then, substances misused and helped with."""
    start = np.maximum(entered, days.birthday(cases["born"], 11))
    here = start < left
    cases, start, left = cases.of(here), start[here], left[here]
    go_missing(cases, start, left)
    used = cases.yes("misuses substances", 0.12)
    cases.of(used).add("substance_misuse", (start + 100)[used], is_help_offered=True)


def go_missing(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Missing for some hours, now and then, and spoken to the next day or the day after."""
    gone = cases.yes("goes missing", 0.3)
    again = cases.of(gone).again("going missing", start[gone], end[gone] - 4, (40, 200), (120, 400), any_day=True)
    runs = again.cases
    left = runs.whole("when the child went", 12 * HOUR, 16 * HOUR, again.step)
    back = left + runs.whole("how long the child was gone", HOUR, 6 * HOUR, again.step)
    runs.add(
        "missing", again.day, again.day, minute=left, end_minute=back, kind="M", is_interview_offered=True,
        is_interview_accepted=True,
    )  # fmt: skip
    spoken = again.day + runs.whole("the return home interview", 1, 2, again.step)
    runs.add("return_interview", spoken, minute=runs.whole("when it was held", 9 * HOUR, 12 * HOUR, again.step))
