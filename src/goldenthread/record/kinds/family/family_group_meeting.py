"""A family group decision-making meeting, and the family's own plan."""

from goldenthread.record.kinds.fields import attended, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, section
from goldenthread.standards import vocabulary as v

AGREED = {"yes": "We agree it is safe", "partly": "We agree with some of it", "no": "We do not agree it is safe"}

KIND = Kind(
    "family_group_meeting", "Family group meeting", "What is the family's own plan, and is it safe?",
    about="children",
    fields=[
        *group("The meeting",
            day("held", "When was it held?", required=True),
            attended(),
            wishes(),
            section("plan", "What is the family's plan?", required=True),
            choice("agreed", "Do we agree that it keeps the children safe?", AGREED),
            actions(),
        ),
    ],
    happened="held",
    line="Family group decision-making meeting",
    gives=[Gives(v.family_group_meeting)],
    significance="key", theme="family",
    next_steps=["need_plan", "pre_proceedings_meeting", "guardianship_assessment"],
)  # fmt: skip
