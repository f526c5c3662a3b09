"""A plan for life after 18."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, day, group, outcomes, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "post_eighteen_plan", "Plan for life after 18", "What happens on the eighteenth birthday, and who is there the day after?",
    about="child",
    fields=[
        *group("The plan",
            day("made", "When was it made?", required=True),
            section("home", "Where will they live?", "Can they stay where they are?", required=True),
            section("adults", "Which adult services will help, and have they agreed?"),
            wishes("What do they want?"),
            outcomes(),
        ),
    ],
    happened="made",
    line="Plan for life after 18",
    gives=[Gives(v.post_eighteen_plan)],
    significance="key", theme="leaving care",
    next_steps=["pathway_plan", "accommodation", "health_history"],
)  # fmt: skip
