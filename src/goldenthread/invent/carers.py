"""Foster carers, adopters and an inspection's recommendations: the subjects that are neither children nor workers."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.chance import Chance
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Cases, Lives

CHILDREN_A_CARER = 40
ADOPTERS = 5
"""Of how many carers one is an adopter."""

MOST_RECOMMENDATIONS = 40


def number_of_carers(children: int) -> int:
    """How many foster carers and adopters an authority with so many children has."""
    return max(10, children // CHILDREN_A_CARER)


def number_of_recommendations(children: int) -> int:
    """How many recommendations inspectors have made to it."""
    return min(MOST_RECOMMENDATIONS, 6 + children // 500)


def invent_carers(lives: Lives, chance: Chance, carer: np.ndarray) -> None:
    """Foster carers, reviewed and visited unannounced each year; and adopters, assessed in two stages."""
    cases = Cases(lives, chance, carer, carer, carer, {})
    began = lives.from_day + cases.whole("when it began", 0, lives.as_at - lives.from_day)
    adopts = carer % ADOPTERS == 0
    _foster(cases.of(~adopts), began[~adopts])
    _assess(cases.of(adopts), began[adopts])


def _foster(cases: Cases, approved) -> None:
    ended = np.where(cases.yes("stops fostering", 0.3), approved + cases.whole("how long a carer fosters", 200, 1500), NEVER)
    cases.add("carer_approval", approved, ended)
    for noun in ("carer_review", "carer_visit"):
        yearly = cases.again(noun, approved, ended, (200, 345), (250, 345))
        yearly.cases.add(noun, yearly.day)


def _assess(cases: Cases, began) -> None:
    first = began + cases.whole("stage one", 30, 56)
    cases.add("adopter_stage_one", began, first)
    second = first + cases.whole("before stage two", 0, 60)
    cases.add("adopter_stage_two", second, second + cases.whole("stage two", 60, 115))


def invent_recommendations(lives: Lives, chance: Chance, number: np.ndarray) -> None:
    """Recommendations: an action plan within weeks of each, and its evidence reviewed until it is closed."""
    cases = Cases(lives, chance, number, number, number, {})
    received = days.on_or_after(lives.from_day + cases.whole("when it was received", 0, lives.as_at - lives.from_day))
    closed = np.where(cases.yes("closed", 0.5), received + cases.whole("how long until it is closed", 200, 900), NEVER)
    cases.add("recommendation", received, closed)
    cases.add("statement_of_action", cases.soon("the statement of action", received, 30, 66))
    reviewed = cases.again("the evidence is reviewed", received, closed, (50, 84))
    reviewed.cases.add("recommendation_review", reviewed.day)
