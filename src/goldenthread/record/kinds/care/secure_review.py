"""A review of a child's placement in secure accommodation."""

from goldenthread.record.kinds.fields import attended, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, section, yes_no
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "secure_review", "Secure accommodation review", "Is it still lawful, and still the only way, to keep this child locked up?",
    about="child",
    fields=[
        *group("The review",
            day("held", "When was it held?", required=True),
            attended(),
            yes_no("is_met", "Are the criteria still met?", required=True),
            section("why", "Why, and what else was considered?", required=True),
            wishes(),
            actions(words="What has to happen before the child can leave?"),
        ),
    ],
    happened="held",
    line="Secure accommodation review",
    gives=[Gives(v.secure_review)],
    significance="key", theme="care",
    next_steps=["secure_review", "placement", "looked_after_review"],
)  # fmt: skip
