"""A manager decides that the threshold for care proceedings may be met."""

from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, day, group, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "legal_concern", "The threshold for proceedings may be met", "Is it time for legal steps? Say why, and what was tried.",
    about="children",
    fields=[
        *group("The decision",
            day("decided", "When did you decide?", required=True),
            text("why", "Why may the threshold be met?", "What harm, for how long?", required=True),
            text("tried", "What was tried, and why was it not enough?", required=True),
            actions(words="What happens before the legal gateway meeting?"),
        ),
    ],
    happened="decided",
    line="A manager decided that the threshold for proceedings may be met",
    gives=[Gives(v.legal_concern)],
    made_by=DECIDERS, significance="key", theme="court",
    next_steps=["legal_gateway", "legal_advice", "family_group_offer"],
)  # fmt: skip
