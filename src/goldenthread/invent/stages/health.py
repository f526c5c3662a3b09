"""Health and education of looked-after children."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases

YOUNG = 5


def keep_healthy(cases: Cases, entered: np.ndarray, left: np.ndarray) -> None:
    """Health assessments (twice a year for those who come under five), dental checks, immunisations, questionnaires."""
    young = entered < days.birthday(cases["born"], YOUNG)
    first = (8, 22)
    later = (np.where(young, 110, 240), np.where(young, 165, 340))
    assessed = cases.again("health assessments", entered, left, first, later)
    kind = np.where(assessed.step == 1, "initial", "review")
    assessed.cases.add("health_assessment", assessed.day, kind=kind)
    checked = cases.again("dental checks", entered, left, (40, 150), (240, 340))
    checked.cases.add("dental_check", checked.day)
    cases.add("immunisation", assessed.nth(1), is_up_to_date=True)
    _questionnaires(cases, entered, left)


def _questionnaires(cases: Cases, entered, left) -> None:
    start = np.maximum(entered, days.birthday(cases["born"], 4))
    end = np.minimum(left, days.birthday(cases["born"], 17))
    asked = cases.again("questionnaires", start, end, (60, 200), (240, 340))
    usual = asked.cases.whole("the usual score", 4, 19)
    score = np.maximum(usual + asked.cases.whole("this year's score", -2, 2, asked.step), 0)
    asked.cases.add("sdq", asked.day, score=score)
    high = asked.cases.of(score >= 17)
    seen = high.soon("the mental health consultation", asked.day[score >= 17], 5, 14, asked.step[score >= 17])
    high.add("mental_health_consultation", seen)


def keep_learning(cases: Cases, entered: np.ndarray, left: np.ndarray) -> None:
    """A personal education plan within days of coming into care (or turning three), and again each term."""
    start = np.maximum(entered, days.birthday(cases["born"], 3))
    end = np.minimum(left, days.birthday(cases["born"], 18))
    plans = cases.again("education plans", start, end, (3, 10), (60, 90))
    plans.cases.add("education_plan", plans.day)
