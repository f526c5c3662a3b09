"""A review child protection conference."""

from goldenthread.record.kinds.fields import (
    LAST_TIME,
    WISHES,
    attended,
    last_time,
    left_out,
    line_with,
    participation,
    why_empty,
    wishes,
    wishes_answered,
)
from goldenthread.record.kinds.language import (
    Gives,
    Kind,
    choice,
    day,
    group,
    outcomes,
    section,
    text,
    worker,
    yes_no,
)
from goldenthread.standards import vocabulary as v

SECTIONS = {"risk": "risk", "health": "health", "learning": "education", **WISHES, **LAST_TIME}
DECISIONS = {"continue": "The plan goes on", "change": "The plan goes on under another category", "end": "The plan ends"}

KIND = Kind(
    "review_conference", "Review child protection conference", "Are the children safer than last time, and how do we know?",
    about="children",
    fields=[
        *group("The conference",
            day("held", "When was it held?", required=True),
            worker("chair", "Who chaired?"),
            yes_no("is_quorate", "Was it quorate?", required=True),
            attended(),
            participation(),
            last_time(),
        ),
        *group("What was said",
            section("progress", "What has changed for each child since last time?", required=True),
            section("risk", "What harm is still likely?", "Is it less, the same, or more than last time?"),
            section("health", "Health and development"),
            section("education", "School or nursery"),
            section("parents", "What do the parents say?"),
            wishes(),
            wishes_answered(),
            why_empty(),
        ),
        *group("What was decided",
            choice("decision", "What was decided?", DECISIONS, per_child=True, required=True),
            text("why", "Why?", "Who disagreed?", required=True),
            outcomes(words="What will the plan change now?"),
        ),
    ],
    happened="held",
    during=v.protection_plan,
    line=line_with("Review conference", "decision", DECISIONS),
    gives=[
        Gives(v.review_conference, facts={"is_quorate": "is_quorate", "participation": "participation"}),
        Gives(v.plan_update, where=lambda told: told.is_said("outcomes")),
        *left_out("review conference", SECTIONS),
    ],
    significance="key", theme="protection",
    next_steps=["core_group", "chair_check", "review_conference", "need_plan", "legal_concern", "dispute", "management_decision"],
)  # fmt: skip
