"""A placement may not last: what would hold it."""

from goldenthread.record.kinds.fields import attended, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "stability_meeting", "Stability meeting", "A placement may not last. What would hold it?",
    about="child",
    fields=[
        *group("The meeting",
            day("held", "When was it held?", required=True),
            attended(),
            section("worries", "What makes it shaky?", "How does the carer feel? What is the child telling us by what they do?",
                    required=True),
            wishes(),
            section("works", "What has gone well here?"),
            actions(),
        ),
    ],
    happened="held",
    line="Stability meeting",
    gives=[Gives(v.stability_meeting)],
    significance="key", theme="care",
    next_steps=["placement_plan", "mental_health_consultation", "placement"],
)  # fmt: skip
