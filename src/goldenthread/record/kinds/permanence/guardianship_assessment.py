"""An assessment of somebody who may become the child's special guardian."""

from goldenthread.record.kinds.fields import line_with, wishes
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, people, section
from goldenthread.standards import vocabulary as v

ADVICE = {"for": "We support it", "against": "We do not support it"}

KIND = Kind(
    "guardianship_assessment", "Special guardianship assessment",
    "Can they bring the child up until 18, and what help will they need?",
    about="child",
    fields=[
        *group("The assessment",
            day("completed", "When was it completed?", required=True),
            people("of", "Of whom?"),
            section("suitable", "Can they meet the child's needs, now and as a teenager?", required=True),
            section("family", "How will they manage the child's time with the parents?"),
            wishes(),
            section("support", "What support will they have, from whom?"),
            choice("advice", "What do we advise?", ADVICE),
        ),
    ],
    happened="completed",
    line=line_with("Special guardianship assessment", "advice", ADVICE),
    gives=[Gives(v.guardianship_assessment)],
    significance="key", theme="permanence",
    next_steps=["permanence_step", "court_hearing", "permanence_plan"],
)  # fmt: skip
