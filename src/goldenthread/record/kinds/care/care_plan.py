"""A care plan. A new one replaces it."""

from goldenthread.record.kinds.fields import NOT_WORKING, PLAN_PARTS, WISHES, left_out, line_with_code, wishes
from goldenthread.record.kinds.language import Gives, Kind, code, day, group, outcomes, section
from goldenthread.standards import vocabulary as v

LIFE = {"health": "health", "learning": "education", "who the child is": "identity",
        "brothers, sisters, parents and others who matter": "family"}  # fmt: skip

KIND = Kind(
    "care_plan", "Care plan", "What will this child's life be, who sees to it, and where will the child grow up?",
    about="child",
    fields=[
        *group("The plan",
            day("made", "When was it made?", required=True),
            code("permanence", "Where will the child grow up?", "ssd_cla_permanence_plan"),
            outcomes(required=True),
        ),
        *group("The child's life",
            wishes(),
            section("health", "Health, and how the child feels"),
            section("education", "Learning"),
            section("identity", "Who the child is", "Culture, faith, language; what the child knows of their own story."),
            section("family", "Brothers, sisters, parents and others who matter", "When and how do they see each other?"),
            section("contingency", "What if this does not work?"),
        ),
        *group("When it ends", day("ended", "When did it end?", "A new care plan ends this one by itself.")),
    ],
    happened="made", ended="ended",
    replaces=True, ended_with=["period_of_care"],
    line=line_with_code("Care plan", "permanence", "ssd_cla_permanence_plan"),
    gives=[Gives(v.care_plan, facts={"permanence": "permanence"}),
           Gives(v.permanence_plan, where=lambda told: told.is_said("permanence"), facts={"plan": "permanence"}),
           *left_out("care plan", PLAN_PARTS | NOT_WORKING | WISHES | LIFE)],
    significance="key", theme="care",
    next_steps=["looked_after_review", "permanence_plan", "placement_plan", "family_time", "care_plan"],
)  # fmt: skip
