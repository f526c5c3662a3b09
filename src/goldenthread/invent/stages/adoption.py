"""Adoption: the plan, the agency's decision, placement order, match, placement, its reviews and visits, the order."""

from dataclasses import dataclass

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages import care
from goldenthread.invent.stages.placements import one_placement, place, visit_weekly


@dataclass(frozen=True)
class Steps:
    """The days of an adoption, each for every child."""

    plan: np.ndarray
    decision: np.ndarray
    order: np.ndarray
    match: np.ndarray
    placed: np.ndarray
    adopted: np.ndarray


def steps(cases: Cases, second_review: np.ndarray, order: np.ndarray) -> Steps:
    """When each step is taken: the plan at the second review, the placement order with the end of proceedings."""
    waits = np.where(cases["runs_on"], cases.whole("a long wait for a match", 190, 260), cases.whole("the match", 20, 75))
    match = days.on_or_before(order + waits)
    placed = days.on_or_before(match + cases.whole("placed for adoption", 15, 40))
    adopted = days.on_or_before(placed + cases.whole("the adoption order", 130, 260))
    decision = cases.soon("the agency's decision", second_review, 10, 30)
    return Steps(second_review, decision, order, match, placed, adopted)


def adopt(cases: Cases, step: Steps) -> None:
    """The steps of an adoption, from the plan to the order."""
    plan_for(cases, step)
    cases.add("placed_for_adoption", step.placed, step.adopted)
    cases.add("adoption_order", step.adopted)
    cases.add("permanence_step", step.adopted, step="order")
    cases.add("life_story_book", cases.soon("the life story book", step.adopted, 1, 7))
    place_for_adoption(cases, step, step.adopted, "")


def disrupt(cases: Cases, step: Steps, back: np.ndarray, reversed_on: np.ndarray) -> None:
    """The steps of an adoption that did not last: the child returned to the agency, and the decision reversed."""
    plan_for(cases, step)
    cases.add("placed_for_adoption", step.placed, back)
    cases.add("adoption_disruption", back)
    cases.add("adoption_reversed", reversed_on)
    cases.add("permanence_step", reversed_on, step="reversal")
    place_for_adoption(cases, step, back, "OTHER")


def plan_for(cases: Cases, step: Steps) -> None:
    """The plan, the agency's decision, the authority to place, the match and the placement."""
    cases.add("adoption_plan", step.plan)
    cases.add("adoption_decision", step.decision)
    cases.add("placement_order", step.order, step.placed)
    cases.add("adoption_match", step.match)
    cases.add("life_story_work", cases.soon("life-story work", step.plan, 3, 14))
    for word, day in (("decision", step.decision), ("match", step.match), ("placement", step.placed)):
        cases.add("permanence_step", day, step=word)


def place_for_adoption(cases: Cases, step: Steps, until: np.ndarray, reason: str) -> None:
    """The adoptive placement: visited weekly until its first review, then each month."""
    reviews = cases.again("reviews of the adoptive placement", step.placed, until, (14, 26), care.SECOND, care.LATER)
    care.hold(reviews, 100)
    home = one_placement(cases, step.placed, until, {"A5": 1, "A6": 4}, number=1, reason=reason)
    place(cases, [home], lambda here, placed: visit_weekly(here, placed, reviews.nth(1)))
