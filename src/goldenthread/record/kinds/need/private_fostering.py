"""A child under 16 (18, if disabled) lives for 28 days or more with somebody who is no close relative."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, person, section, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "private_fostering", "Private fostering arrangement",
    "A child lives with somebody who is no close relative. Is the child safe and well there?",
    about="child",
    fields=[
        *group("The arrangement",
            day("known", "When were we told?", required=True),
            day("moved", "When did the child go to live there?", past=False),
            person("carer", "With whom?"),
            text("why", "Why, and for how long?", "What do the parents say, and where are they?", required=True),
        ),
        *group("For this child",
            wishes(),
            section("suitable", "Is it right for the child?", "Who lives there, and was each of them checked?"),
            actions(),
        ),
        *group("When it ends", day("ended", "Ended on")),
    ],
    happened="known", ended="ended",
    line="Private fostering arrangement",
    gives=[Gives(v.private_fostering)],
    significance="key", theme="child in need",
    next_steps=["visit", "assessment", "strategy_discussion"],
)  # fmt: skip
