"""A personal education plan, made or reviewed."""

from goldenthread.record.kinds.fields import PLAN_PARTS, attended, last_time, left_out, wishes
from goldenthread.record.kinds.language import Gives, Kind, day, group, outcomes, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "education_plan", "Personal education plan", "Is the child learning, and what would help?",
    about="child",
    fields=[
        *group("The plan",
            day("made", "When was it made or reviewed?", required=True),
            attended(),
            last_time(),
            wishes("What does the child say about school?"),
            section("progress", "How is the child getting on?", "Next to where they were, and to their age.", required=True),
            section("needs", "What gets in the way?", "Special needs, friends, moves, days away."),
            outcomes(words="What will be different by the next one?"),
        ),
    ],
    happened="made",
    line="Personal education plan",
    gives=[Gives(v.education_plan), *left_out("personal education plan", PLAN_PARTS)],
    theme="education",
    next_steps=["education_plan", "attendance"],
)  # fmt: skip
