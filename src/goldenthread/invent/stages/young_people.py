"""What happens to older children in care: missing, exploited, substances misused, trouble at school, a dispute."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases

HOUR = 60
GO_MISSING = 0.3
"""Of how many it is so."""


def grow_up(cases: Cases, entered: np.ndarray, left: np.ndarray) -> None:
    """From eleven on, in some of them, each of these; nothing within three months of coming into care."""
    start = np.maximum(entered + 90, days.birthday(cases["born"], 11))
    here = start + 120 < left
    cases, start, left = cases.of(here), start[here], left[here]
    go_missing(cases, start, left)
    settled = ~cases.yes("goes missing", GO_MISSING)
    for share, happens in (
        (0.12, misuse_substances), (0.15, be_exploited), (0.25, miss_school), (0.2, be_suspended), (0.06, leave_school),
        (0.1, be_disputed),
    ):  # fmt: skip
        some = cases.yes(happens.__name__, share) & (settled | (happens is not be_suspended))
        happens(cases.of(some), start[some], left[some])


def go_to_school(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Children at home of school age: some of them miss school, and are helped back to it."""
    ages = (days.birthday(cases["born"], age) for age in (5, 16))
    start, end = np.maximum(start, next(ages)), np.minimum(end, next(ages))
    some = (start + 60 < end) & cases.yes("misses school", 0.2)
    miss_school(cases.of(some), start[some], end[some])


def misuse_substances(cases: Cases, start, left) -> None:
    """Misuse of substances, and the help offered."""
    cases.add("substance_misuse", start + cases.whole("misuse identified", 0, 100), is_help_offered=True)


def be_exploited(cases: Cases, start, left) -> None:
    """A concern about exploitation, its assessment, the risk for some months, and a decision on modern slavery."""
    concern = days.on_or_after(start + cases.whole("the concern", 0, 100))
    cases.add("exploitation_concern", concern)
    cases.add("safety_plan", concern)
    assessed = cases.soon("the exploitation risk assessment", concern, 2, 8)
    over = np.minimum(assessed + cases.whole("how long the risk lasts", 60, 400), left)
    cases.add("exploited", assessed, over)
    cases.add("risk_assessment", assessed, kind="exploitation")
    tied = cases.yes("another child goes to the same place", 0.3)
    cases.of(tied).add("linked_exploitation", assessed[tied], link="place")
    again = cases.again("exploitation assessed again", assessed, over, (50, 84))
    again.cases.add("risk_assessment", again.day, kind="exploitation")
    cases.add("modern_slavery_decision", cases.soon("the decision on modern slavery", assessed, 0, 4))


def miss_school(cases: Cases, start, left) -> None:
    """Attendance below nine in ten, and action within weeks."""
    low = cases.again("low attendance", start, left - 40, (20, 150), (190, 260))
    low.cases.add("low_attendance", low.day, percent=low.cases.whole("attendance", 60, 89, low.step))
    low.cases.add("attendance_action", low.cases.soon("action on attendance", low.day, 2, 17, low.step))


def be_suspended(cases: Cases, start, left) -> None:
    """A suspension of some days, or now and then a permanent exclusion; the education plan reviewed soon."""
    day = days.on_or_after(start + cases.whole("the suspension", 0, 90))
    for_good = cases.yes("excluded for good", 0.15)
    how_long = np.where(for_good, -(2**31), cases.whole("days of suspension", 1, 15))
    cases.add("exclusion", day, kind=np.where(for_good, "permanent", "suspension"), days=how_long)
    cases.add("education_plan", cases.soon("the education plan reviewed", day, 3, 9))


def leave_school(cases: Cases, start, left) -> None:
    """On no school's roll for some weeks, and referred at once as missing education."""
    day = days.on_or_after(start + cases.whole("off the roll", 0, 90))
    cases.add("off_roll", day, day + cases.whole("how long off the roll", 14, 80))
    cases.add("missing_education_referral", cases.soon("referred as missing education", day, 0, 1))


def be_disputed(cases: Cases, start, left) -> None:
    """A dispute raised by the reviewing officer, answered within days and resolved within weeks."""
    raised = days.on_or_after(start + cases.whole("the dispute", 0, 90))
    cases.add("dispute", raised, cases.soon("the dispute is resolved", raised, 8, 17))
    cases.add("dispute_answer", cases.soon("the dispute is answered", raised, 1, 4))


def go_missing(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Missing for some hours, now and then, and spoken to the next day or the day after."""
    gone = cases.yes("goes missing", GO_MISSING)
    again = cases.of(gone).again("going missing", start[gone], end[gone] - 4, (40, 200), (120, 400), any_day=True)
    runs = again.cases
    left = runs.whole("when the child went", 12 * HOUR, 16 * HOUR, again.step)
    back = left + runs.whole("how long the child was gone", HOUR, 6 * HOUR, again.step)
    runs.add(
        "missing", again.day, again.day, minute=left, end_minute=back, kind="M", is_interview_offered=True,
        is_interview_accepted=True,
    )  # fmt: skip
    told = days.working_days_after(again.day, runs.whole("the reviewing officer is told", 0, 1, again.step))
    runs.add("reviewing_officer_told", told)
    spoken = again.day + runs.whole("the return home interview", 1, 2, again.step)
    runs.add("return_interview", spoken, minute=runs.whole("when it was held", 9 * HOUR, 12 * HOUR, again.step))
