"""What is agreed, asked for and changed while a case is open: actions done in time, wishes answered, plans kept up."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Again, Cases

CHANGES = {"somebody moved in or out": 4, "a parent has a new partner": 3, "school": 3, "a pregnancy, or a baby": 1, "health": 2}
SERVICES = {"therapy": 3, "parenting support": 4, "drug and alcohol help": 2}
OLD_ENOUGH = 4
"""Younger than this a child is not asked what they want in words."""


def keep_up(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """Actions, wishes, changes and services of an open case."""
    _agree(cases.again("actions agreed", start, end, (50, 80)))
    _ask(cases.again("wishes", start, end, (90, 300)))
    changed = cases.again("changes", start, end, (150, 400))
    changed.cases.add("change", changed.day, what=changed.cases.pick("what changed", CHANGES, changed.step))
    changed.cases.add("plan_update", changed.cases.soon("the plan is brought up to date", changed.day, 2, 8, changed.step))
    _wait(cases.again("services", start, end, (120, 400)))
    _grow_up(cases, start, end)


def _number(again: Again) -> np.ndarray:
    return again.cases.id * 64 + again.step


def _agree(again: Again) -> None:
    again.cases.add("action_due", again.day, action_id=_number(again))
    done = days.on_or_before(again.day - again.cases.whole("how long before its day", 0, 9, again.step))
    again.cases.add("action_answered", done, action_id=_number(again), happened="yes")


def _ask(again: Again) -> None:
    old = again.day >= days.birthday(again.cases["born"], OLD_ENOUGH)
    cases, day, number = again.cases.of(old), again.day[old], _number(again)[old]
    answered = days.working_days_after(day, cases.whole("the wish is answered", 1, 3, again.step[old]))
    cases.add("wish", day, answered, wish_id=number)
    cases.add("wish_answered", answered, wish_id=number)


def _wait(again: Again) -> None:
    began = again.day + again.cases.whole("how long the wait", 14, 70, again.step)
    service = again.cases.pick("which service", SERVICES, again.step)
    again.cases.add("waiting", again.day, began, wait_id=_number(again), of=service)


def _grow_up(cases: Cases, start: np.ndarray, end: np.ndarray) -> None:
    """A disabled child's adult life, planned for from fourteen."""
    day = np.maximum(start, days.birthday(cases["born"], 14)) + cases.whole("the plan for adult life", 10, 120)
    here = (cases["need"] == "N2") & (day < end) & (day < days.birthday(cases["born"], 18))
    cases.of(here).add("post_eighteen_plan", day[here])
