"""Substance misuse is identified."""

from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, text, yes_no
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "substance_misuse", "Substance misuse", "The child misuses alcohol or drugs. What help is there, and do they want it?",
    about="child",
    fields=[
        *group("What was found",
            day("identified", "When?", required=True),
            text("what", "What, how often, and what lies behind it?", required=True),
            yes_no("is_help_offered", "Was help offered or received?"),
            text("said", "What does the child say?"),
            actions(),
        ),
    ],
    happened="identified",
    line="Substance misuse identified",
    gives=[Gives(v.substance_misuse, facts={"is_help_offered": "is_help_offered"})],
    theme="health",
    next_steps=["risk_assessment", "therapeutic_referral"],
)  # fmt: skip
