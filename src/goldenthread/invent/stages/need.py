"""Children in need: the plan, visits, reviews and the close of the case."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages.visits import need_visit


def need_plan(cases: Cases, decided: np.ndarray, length: np.ndarray) -> np.ndarray:
    """A plan begun within days of the decision, lasting so many days; returns the day it ends."""
    began = cases.soon("the child in need plan begins", decided, 0, 6)
    ended = days.on_or_after(began + length)
    carry_out(cases, began, ended)
    return ended


def need_plan_over_birth(cases: Cases, decided: np.ndarray, length: np.ndarray) -> np.ndarray:
    """A plan begun before a birth and lasting so many days after it; returns the day it ends."""
    began = cases.soon("the child in need plan begins", decided, 0, 6)
    ended = days.on_or_after(cases["born"] + length)
    carry_out(cases, began, ended)
    return ended


def carry_out(cases: Cases, began: np.ndarray, ended: np.ndarray) -> None:
    """A plan from one day to another: visits within four weeks, reviews within three months, a decision before nine."""
    cases.add("need_plan", began, ended, referral_id=cases.id)
    visits = cases.again("child in need visits", began, ended, (12, 24))
    need_visit(visits.cases, visits.day, visits.step)
    reviews = cases.again("child in need reviews", began, ended, (55, 80))
    reviews.cases.add("need_review", reviews.day)
    decisions = cases.again("decisions on a plan that runs on", began, ended, (200, 240))
    decisions.cases.add("management_decision", decisions.day, about="progress of the plan")


def close(cases: Cases, closed: np.ndarray) -> None:
    """The end of a case: the child seen in the last days, and a manager's decision."""
    need_visit(cases, days.on_or_before(closed - cases.whole("the last visit", 2, 9)), 1000)
    cases.add("management_decision", closed, about="closing the case")
