"""The young person is given their health history."""

from goldenthread.record.kinds.language import Gives, Kind, day, group, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "health_history", "Health history given", "The young person knows what was found, given and done, and who to ask.",
    about="child",
    fields=[
        *group("The health history",
            day("given", "When was it given?", required=True),
            text("text", "How was it explained, and what did they ask?"),
        ),
    ],
    happened="given",
    line="Health history given to the young person",
    gives=[Gives(v.health_history)],
    theme="leaving care",
)  # fmt: skip
