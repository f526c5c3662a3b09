"""An order that allows a child to be deprived of liberty."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, day, group, line, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "deprivation_of_liberty", "Deprivation of liberty order", "What may be done to this child, why, and how will it end?",
    about="child",
    fields=[
        *group("The order",
            day("began", "From when?", required=True),
            line("court", "Which court?"),
            section("what", "What does it allow?", "Locked doors, watching, holding, no phone.", required=True),
            section("why", "Why is nothing less enough?"),
            wishes(),
            section("ending", "What has to change for it to end?"),
        ),
        *group("When it ends", day("ended", "Ended on")),
    ],
    happened="began", ended="ended",
    line="Deprivation of liberty order",
    gives=[Gives(v.deprivation_of_liberty)],
    significance="key", theme="care",
    next_steps=["looked_after_review", "visit"],
)  # fmt: skip
