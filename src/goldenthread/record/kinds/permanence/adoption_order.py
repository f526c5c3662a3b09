"""An adoption order is made."""

from goldenthread.record.kinds.language import Gives, Kind, day, group, line, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "adoption_order", "Adoption order", "The child has a new family in law. From here the record is a sealed one.",
    about="child",
    fields=[
        *group("The order",
            day("made", "When was it made?", required=True),
            line("court", "Which court?"),
            text("support", "What support was agreed, and what family time or letters?"),
        ),
    ],
    happened="made",
    line="Adoption order made",
    gives=[Gives(v.adoption_order), Gives(v.permanence_step, facts={"step": lambda told: "order"})],
    significance="key", theme="permanence",
    next_steps=["life_story_book", "period_of_care"],
)  # fmt: skip
