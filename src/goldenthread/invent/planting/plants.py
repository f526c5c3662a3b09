"""Every failing that can be planted."""

from goldenthread.invent.planting import care, front_door, oversight, protection, signals, tonight, workforce, young
from goldenthread.invent.planting.language import Plant
from goldenthread.invent.planting.ran_on import RAN_ON

PLANTS = (
    *front_door.PLANTS, *protection.PLANTS, *care.PLANTS, *young.PLANTS, *signals.PLANTS, *workforce.PLANTS,
    *oversight.PLANTS, *tonight.PLANTS,
)  # fmt: skip

RARE = (
    "homeless-young-person", "assessment-yearly", "updated-after-change", "protection-plan-legal-gateway",
    "letter-before-proceedings", "sexual-abuse-plan-risk-assessment", "sexual-abuse-therapy-considered",
    "emergency-order-eight-days", "police-protection", "transfer-in-conference", "later-review-conferences",
    "neglect-tool-repeated", "private-fostering-first-visit", "private-fostering-visits-first-year",
    "private-fostering-visits-later", "private-fostering-seen-alone", "care-visits-after-first-year",
    "care-visits-long-term-fostering", "care-visits-temporary-approval-weekly", "care-visits-temporary-approval",
    "care-visits-interim-order-home-weekly", "care-visits-interim-order-home", "care-visits-care-order-home",
    "care-visits-parent-unassessed-weekly", "detention-visit-first", "dispute-resolved", "dispute-answered",
    "placement-supported-registered", "placement-disruption-meeting", "temporary-approval-ends",
    "parent-placement-approved-first", "parent-assessed-after-placement", "secure-court-authority",
    "secure-review-first", "secure-review-later", "long-term-fostering-matched", "guardianship-assessed",
    "adoption-decided", "adoption-placed-second-review", "adoption-placed-visits-weekly", "adoption-life-story-book",
    "health-assessment-under-five", "strengths-and-difficulties-high", "immunisations-brought-up-to-date",
    "substance-misuse-help-offered", "health-history-given", "attendance-acted-on", "permanent-exclusion-answered",
    "long-suspension-answered", "off-roll-referred", "return-home-interview", "return-home-interview-offered",
    "missing-strategy-discussion", "repeat-missing-risk-assessment", "placement-at-risk-missing",
    "exploitation-risk-refreshed", "modern-slavery-decision", "leaving-care-eligible-assessed",
    "pathway-plan-at-sixteen", "pathway-plan-while-accommodated", "pathway-plan-after-accommodation",
    "adviser-visit-first", "adviser-visits-later", "personal-adviser-appointed", "care-leaver-in-touch",
    "care-leaver-bed-and-breakfast", "care-leaver-unsuitable-accommodation", "plan-after-eighteen",
    "family-time-with-risk-person", "linked-exploitation", "marac-information", "marac-actions-recorded",
    "care-ending-approved", "domestic-abuse-again-after-no-action",
)  # fmt: skip
"""Failings that could befall few lives."""

RAREST = (
    "child-seen-after-disclosure", "exploitation-safety-plan", "escalating-harm", "escalating-missing",
    "placement-at-risk-signs", "strengths-and-difficulties-risen", "missing-reviewing-officer-told",
    "rising-domestic-abuse", "sexual-abuse-safety-plan", "medical-after-disclosure", "sexual-abuse-risk-assessment",
)  # fmt: skip
"""Those of which even a small authority should know a case."""

FEW = (
    "handover", "third-worker", "review-minutes", "minutes-copied-forward", "another-child-named", "legal-gateway",
    "health-assessment-initial", "dental-check-yearly", "case-summary", "strengths-and-difficulties-yearly",
    "protection-plan-specific", "need-plan-specific", "care-plan-complete", "care-plan-after-move", "review-first",
    "review-later", "wish-answered", "review-permanence", "conference-minutes",
)  # fmt: skip
"""Those that would be crowded out of lives in which much could go wrong."""

WEIGHTS = (
    {"risk-person-at-home": 2.0} | dict.fromkeys(FEW, 6.0) | dict.fromkeys(RARE, 10.0) | dict.fromkeys(RAREST, 50.0)
)

TONIGHT = 6.0
"""So that some of the children who are held, and planted with anything, are in danger tonight, each kind as likely."""


def weight(plant: Plant) -> float:
    """How much likelier than another, of which it is 1, a failing is to be the one that befalls a life it could befall."""
    return TONIGHT if isinstance(plant, tonight.Tonight) else WEIGHTS.get(plant.standard, 1.0)


__all__ = ["PLANTS", "RAN_ON", "weight"]
