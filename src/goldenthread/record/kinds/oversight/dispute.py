"""A dispute that a reviewing officer or conference chair raises on a child's behalf, until it is resolved."""

from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

STAGES = {"informal": "Raised with the team", "formal": "Dispute resolution", "cafcass": "Referred to Cafcass"}

KIND = Kind(
    "dispute", "Dispute raised by a reviewing officer or chair", "What is not right for this child, and what would put it right?",
    about="children",
    fields=[
        *group("The dispute",
            day("raised", "When was it raised?", required=True),
            choice("stage", "How?", STAGES),
            text("what", "What is not right, and what does it mean for the child?", required=True),
            text("wanted", "What would put it right, and by when?", required=True),
        ),
        *group("When it ends",
            day("resolved", "When was it resolved?"),
            text("how", "How was it resolved?"),
        ),
    ],
    happened="raised", ended="resolved",
    line="A dispute was raised on the child's behalf",
    gives=[Gives(v.dispute)],
    made_by=DECIDERS | {"reviewing_officer"}, significance="key", theme="oversight",
    next_steps=["dispute_answer"],
)  # fmt: skip
