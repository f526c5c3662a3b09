"""A placement ended before it should: what is learned from it."""

from goldenthread.record.kinds.fields import attended, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "disruption_meeting", "Disruption meeting", "A placement ended before it should. What do we learn from it, for this child?",
    about="child",
    fields=[
        *group("The meeting",
            day("held", "When was it held?", required=True),
            attended(),
            section("why", "Why did it end?", "What were the first signs, and what did we do?", required=True),
            wishes(),
            section("works", "What has gone well here?"),
            actions(),
        ),
    ],
    happened="held",
    line="Disruption meeting",
    gives=[Gives(v.disruption_meeting)],
    significance="key", theme="care",
    next_steps=["placement", "care_plan", "life_story_work"],
)  # fmt: skip
