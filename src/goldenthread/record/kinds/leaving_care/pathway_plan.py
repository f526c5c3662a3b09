"""A pathway plan, made or reviewed."""

from goldenthread.record.kinds.fields import LAST_TIME, NOT_WORKING, PLAN_PARTS, WISHES, last_time, left_out, wishes
from goldenthread.record.kinds.language import Gives, Kind, day, group, outcomes, section, worker
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "pathway_plan", "Pathway plan", "What will be different for this young person, who helps, and by when?",
    about="child",
    fields=[
        *group("The plan",
            day("made", "When was it made or reviewed?", required=True),
            worker("adviser", "Who is the personal adviser?"),
            last_time(),
            wishes("What do they want, and do they agree with the plan?"),
            section("progress", "How are they getting on?", "Home, learning and work, money, health, the people around them."),
            outcomes(words="What will be different?", required=True),
            section("contingency", "What if it goes wrong?", "Where will they sleep?"),
        ),
    ],
    happened="made",
    line="Pathway plan",
    gives=[
        Gives(v.pathway_plan), Gives(v.plan_update),
        *left_out("pathway plan", PLAN_PARTS | NOT_WORKING | WISHES | LAST_TIME),
    ],
    significance="key", theme="leaving care",
    next_steps=["accommodation", "keeping_in_touch", "post_eighteen_plan", "health_history", "pathway_plan", "visit"],
)  # fmt: skip
