"""The steps of a child's way through the service, and at which of them each standard stands.

A step is a name of at most twelve letters: days lost are counted by it (counting.py). A standard's step is that of its
area of work, but for those named in ELSEWHERE. Beside what was done in time stands whether it was done well: `beside`.
"""

from collections.abc import Iterable
from functools import cache

from goldenthread.standards.book import book
from goldenthread.standards.catalogue import words as w

STEPS = {
    "front_door": "The first decision",
    "worker": "A worker of their own",
    "assessment": "Assessment",
    "enquiry": "Section 47 enquiry and conference",
    "plan": "The plan",
    "service": "Help and services",
    "visits": "Visits",
    "reviews": "Reviews and conferences",
    "placement": "Where the child lives",
    "health": "Health and education",
    "permanence": "Permanence and adoption",
    "court": "Pre-proceedings and court",
    "leaving": "Leaving care",
    "oversight": "Supervision and decisions",
    "record": "The record itself",
    "workforce": "The people who work here",
}
"""Every step with its name on the screen, in the order of a child's way; after it, those that stand behind."""

OF_AREA = {
    w.FRONT_DOOR: "front_door",
    w.ASSESSMENT: "assessment",
    w.SECTION_47: "enquiry",
    w.CHILD_PROTECTION: "plan",
    w.CHILD_IN_NEED: "plan",
    w.PRE_PROCEEDINGS: "court",
    w.CARE: "visits",
    w.PLACEMENTS: "placement",
    w.REVIEWS: "reviews",
    w.PERMANENCE: "permanence",
    w.ADOPTION: "permanence",
    w.HEALTH: "health",
    w.EDUCATION: "health",
    w.MISSING: "service",
    w.LEAVING_CARE: "leaving",
    w.OVERSIGHT: "oversight",
    w.WORKFORCE: "workforce",
    w.RECORD: "record",
    w.CARERS: "workforce",
}

ELSEWHERE = {
    "worker": ("child-allocated", "handover", "third-worker"),
    "assessment": (
        "neglect-tool", "neglect-tool-repeated", "exploitation-risk-assessment", "exploitation-risk-refreshed",
        "repeat-missing-risk-assessment", "parent-assessed-after-placement", "guardianship-assessed",
    ),
    "plan": (
        "care-plan-made", "care-plan-after-move", "care-plan-complete", "sexual-abuse-plan-risk-assessment",
        "sexual-abuse-safety-plan", "interim-safety-plan",
    ),
    "service": (
        "first-core-group", "later-core-groups", "sexual-abuse-therapy-considered", "family-group-meeting", "service-begun",
        "meeting-minutes",
    ),
    "visits": (
        "protection-visits", "protection-seen-alone", "protection-visits-failed", "protection-bedroom-seen", "need-visits",
        "need-seen-alone", "private-fostering-first-visit", "private-fostering-seen-alone",
        "private-fostering-visits-first-year", "private-fostering-visits-later", "seen-before-closing",
        "child-seen-after-referral", "enquiry-child-seen", "adoption-placed-visits-weekly", "adviser-visit-first",
        "adviser-visits-later", "child-seen-after-disclosure",
    ),
    "reviews": (
        "first-review-conference", "later-review-conferences", "review-conference-participation",
        "review-conference-quorate", "review-conference-report", "chair-check", "need-reviews",
        "care-review-after-concern", "secure-review-first", "secure-review-later", "deprivation-of-liberty-reviewed",
        "adoption-placed-first-review", "adoption-placed-second-review", "adoption-placed-later-reviews",
        "adoption-waiting-first-review", "adoption-waiting-later-reviews", "conference-minutes", "child-not-heard-twice",
    ),
    "court": ("protection-plan-legal-gateway", "secure-court-authority"),
    "placement": ("short-break-seventeen-days", "short-breaks-seventy-five-days"),
    "oversight": ("dispute-resolved",),
}  # fmt: skip
"""Standards that stand at another step than the rest of their area."""

OF_STANDARD = {standard: step for step, standards in ELSEWHERE.items() for standard in standards}

BESIDE_STEP = {
    "front_door": ("repeat-referrals-closed", "referrer-informed"),
    "worker": ("third-worker", "handover"),
    "assessment": ("assessment-child-seen", "assessment-complete", "assessment-shared"),
    "enquiry": ("enquiry-wishes", "strategy-discussion-quorate", "child-seen-after-disclosure"),
    "plan": ("protection-plan-specific", "need-plan-specific", "care-plan-complete"),
    "service": ("meeting-minutes", "return-home-interview-offered", "repeat-missing"),
    "visits": ("protection-seen-alone", "need-seen-alone", "care-visit-in-private"),
    "reviews": ("wish-answered", "review-minutes", "conference-minutes"),
    "placement": ("placement-third-in-a-year", "placement-supported-registered"),
    "health": ("education-plan-specific", "strengths-and-difficulties-high"),
    "permanence": ("permanence-drift", "life-story-work-begun"),
    "court": ("emergency-into-care-of-a-known-child", "family-group-offer"),
    "leaving": ("pathway-plan-complete", "care-leaver-unsuitable-accommodation"),
    "oversight": ("supervision-reasoned", "supervision-challenge", "action-carried"),
    "record": ("record-silence", "minutes-copied-forward"),
    "workforce": ("exit-interview",),
}
"""What says of a step whether it was done well, and not only in time: the first that there is a figure of comes first."""

_PRIVATELY_FOSTERED = ("private-fostering-seen-alone",)
_LOOKED_AFTER = ("care-visit-in-private", "care-seen-alone")
_REVIEW = ("wish-answered", "review-participation-recorded", "review-minutes")
_CONFERENCE = ("conference-minutes", "review-conference-participation", "review-conference-quorate")

BESIDE = {
    "protection-visits": ("protection-seen-alone", "protection-bedroom-seen"),
    "protection-seen-alone": ("protection-bedroom-seen",),
    "need-visits": ("need-seen-alone",),
    "private-fostering-first-visit": _PRIVATELY_FOSTERED,
    "private-fostering-visits-first-year": _PRIVATELY_FOSTERED,
    "private-fostering-visits-later": _PRIVATELY_FOSTERED,
    "care-visit-first-week": _LOOKED_AFTER,
    "care-visit-care-order-home-first": _LOOKED_AFTER,
    "care-visits-first-year": _LOOKED_AFTER,
    "care-visits-after-first-year": _LOOKED_AFTER,
    "care-visits-care-order-home": _LOOKED_AFTER,
    "care-visits-fewer-agreed": _LOOKED_AFTER,
    "care-visits-interim-order-home": _LOOKED_AFTER,
    "care-visits-interim-order-home-weekly": _LOOKED_AFTER,
    "care-visits-long-term-fostering": _LOOKED_AFTER,
    "care-visits-parent-unassessed": _LOOKED_AFTER,
    "care-visits-parent-unassessed-weekly": _LOOKED_AFTER,
    "care-visits-temporary-approval": _LOOKED_AFTER,
    "care-visits-temporary-approval-weekly": _LOOKED_AFTER,
    "care-visits-until-eighteen": _LOOKED_AFTER,
    "adoption-placed-visits-weekly": _LOOKED_AFTER,
    "adviser-visit-first": ("care-leaver-in-touch",),
    "adviser-visits-later": ("care-leaver-in-touch",),
    "enquiry-child-seen": ("enquiry-wishes",),
    "child-seen-after-referral": ("assessment-child-seen",),
    "first-core-group": ("meeting-minutes",),
    "later-core-groups": ("meeting-minutes",),
    "return-home-interview": ("return-home-interview-offered", "repeat-missing"),
    "first-review-conference": _CONFERENCE,
    "later-review-conferences": _CONFERENCE,
    "need-reviews": ("meeting-minutes", "need-plan-nine-months"),
    "review-first": _REVIEW,
    "review-second": (*_REVIEW, "review-permanence"),
    "review-later": (*_REVIEW, "review-permanence"),
    "need-plan": ("need-plan-specific",),
    "care-plan-made": ("care-plan-complete",),
    "interim-safety-plan": ("protection-plan-specific",),
    "permanence-plan-by-second-review": ("review-permanence", "permanence-drift"),
    "education-plan-begun": ("education-plan-specific",),
    "pathway-plan-at-sixteen": ("pathway-plan-complete",),
    "pathway-plan-reviewed": ("pathway-plan-complete",),
    "plan-after-eighteen": ("review-life-after-eighteen",),
}
"""The same of one standard, where it is something else than of its step."""


@cache
def _areas() -> dict[str, str]:
    return {standard.id: standard.area for standard in book()}


def step_of(standard_id: str) -> str:
    """The name of the step at which a standard of the book stands."""
    return OF_STANDARD.get(standard_id) or OF_AREA[_areas()[standard_id]]


@cache
def by_standard() -> dict[str, str]:
    """The step of every standard of the book."""
    return {standard_id: step_of(standard_id) for standard_id in _areas()}


def standards_at(step: str) -> list[str]:
    """The ids of the standards of a step, in the order of the book."""
    return [standard_id for standard_id, at in by_standard().items() if at == step]


def beside(standard_id: str) -> tuple[str, ...]:
    """The ids of the standards that say whether what this one asks for was also done well; never itself."""
    return _known(BESIDE.get(standard_id) or BESIDE_STEP[step_of(standard_id)], standard_id)


def beside_step(step: str) -> tuple[str, ...]:
    """The ids of the standards that say whether a step was also done well."""
    return _known(BESIDE_STEP[step], "")


def _known(ids: Iterable[str], but: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each in by_standard() and each != but)
