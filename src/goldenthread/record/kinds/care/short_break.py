"""A series of short breaks, treated as one placement (regulation 48)."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

PROVISIONS = {"reg 48": "A series of short breaks: regulation 48", "s 17": "Not looked after: section 17(6)"}

KIND = Kind(
    "short_break", "Series of short breaks", "The child stays away from home for short breaks, and lives at home.",
    about="child",
    fields=[
        *group("The breaks",
            day("began", "When did they begin?", required=True),
            choice("provision", "On what provision?", PROVISIONS, required=True),
            text("what", "Where, how often, and for whose good?"),
            wishes(),
        ),
        *group("When it ends", day("ended", "Ended on")),
    ],
    happened="began", ended="ended",
    line="Series of short breaks",
    gives=[Gives(v.short_break, where=lambda told: told.get("provision") == "reg 48", facts={"provision": "provision"})],
    theme="care",
    next_steps=["visit", "looked_after_review"],
)  # fmt: skip
