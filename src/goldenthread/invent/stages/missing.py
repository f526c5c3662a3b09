"""Going missing, and the return home interview."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases

HOUR = 60


def go_missing(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Some of those of eleven and over go missing now and then, for hours, and are spoken to within a day or two."""
    old = days.birthday(cases["born"], 11) < start
    gone = old & cases.yes("goes missing", 0.25)
    cases, start, end = cases.of(gone), start[gone], end[gone]
    again = cases.again("going missing", start, end - 4, (40, 200), (120, 400), any_day=True)
    left = again.cases.whole("when the child went", 12 * HOUR, 18 * HOUR, again.step)
    back = left + again.cases.whole("how long the child was gone", 60, 300, again.step)
    again.cases.add(
        "missing", again.day, again.day, minute=left, end_minute=back, kind="M", is_interview_offered=True,
        is_interview_accepted=True,
    )  # fmt: skip
    spoken = again.day + again.cases.whole("the return home interview", 1, 2, again.step)
    again.cases.add("return_interview", spoken, minute=again.cases.whole("when it was held", 9 * HOUR, 11 * HOUR, again.step))
