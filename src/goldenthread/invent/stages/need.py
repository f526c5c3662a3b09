"""Children in need: the plan, visits, reviews and the close of the case."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages.visits import need_visit


def need_plan(cases: Cases, decided: np.ndarray, length: np.ndarray, *, after=None, number: int = 0) -> np.ndarray:
    """A plan begun within days of the decision; it ends, that day is returned, so long after it began (or `after`)."""
    began = cases.soon("the child in need plan begins", decided, 0, 6, number)
    ended = days.on_or_after((began if after is None else after) + length)
    carry_out(cases, began, ended, number)
    return ended


def need_plans(cases: Cases, decided: np.ndarray, number: np.ndarray) -> np.ndarray:
    """So many plans, one after another, each made afresh before nine months; returns the day the last ends."""
    ended = np.array(decided)
    for which in range(int(number.max(initial=0))):
        here = which < number
        length = cases.whole("how long each plan lasts", 180, 255, which)
        ended[here] = need_plan(cases.of(here), ended[here], length[here], number=which)
    return ended


def carry_out(cases: Cases, began: np.ndarray, ended: np.ndarray, number: int = 0) -> None:
    """A plan from one day to another: visits within four weeks, reviews within three months."""
    cases.add("need_plan", began, ended, referral_id=cases.id)
    visits = cases.again(f"visits of plan {number}", began, ended, (12, 24))
    need_visit(visits.cases, visits.day, visits.step + number * 100)
    reviews = cases.again(f"reviews of plan {number}", began, ended, (55, 80))
    reviews.cases.add("need_review", reviews.day)


def close(cases: Cases, closed: np.ndarray) -> None:
    """The end of a case: the child seen in the last days."""
    need_visit(cases, days.on_or_before(closed - cases.whole("the last visit", 2, 9)), 1000)
