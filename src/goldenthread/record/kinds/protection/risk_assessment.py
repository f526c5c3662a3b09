"""A risk assessment: of sexual abuse, of exploitation, or of something else."""

from goldenthread.record.kinds.fields import line_with, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, people, section
from goldenthread.standards import vocabulary as v

WHAT = {"sexual_abuse": "Sexual abuse", "exploitation": "Exploitation", "other": "Something else"}

KIND = Kind(
    "risk_assessment", "Risk assessment", "What could happen to this child, how likely is it, and what makes it less likely?",
    about="children",
    fields=[
        *group("The risk",
            day("completed", "When was it completed?", required=True),
            choice("kind", "Risk of what?", WHAT, required=True),
            people("from_whom", "From whom?"),
            section("risk", "What could happen, where and when?", "What has happened already?", required=True),
            section("protects", "What protects the child?"),
            wishes("How does the child see it?"),
        ),
        *group("What it means",
            section("meaning", "Is it more or less than last time, and why?", "What would make you think again?", required=True),
            actions(),
            day("look_again", "When will you look at it again?", past=False),
        ),
    ],
    happened="completed",
    line=line_with("Risk assessment", "kind", WHAT),
    gives=[Gives(v.risk_assessment, facts={"kind": "kind"})],
    significance="key", theme="protection",
    next_steps=["safety_plan", "strategy_discussion", "risk_assessment", "modern_slavery_decision", "therapeutic_referral"],
)  # fmt: skip
