"""The child is returned to the agency from an adoptive placement."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "adoption_disruption", "Return from an adoptive placement", "Why did it end, and how will the child be helped to bear it?",
    about="child",
    fields=[
        *group("What happened",
            day("returned", "When did the child come back?", required=True),
            section("why", "Why did it end?", required=True),
            wishes(),
            actions(),
        ),
    ],
    happened="returned",
    line="Returned from an adoptive placement",
    gives=[Gives(v.adoption_disruption)],
    significance="key", theme="permanence",
    next_steps=["placement", "looked_after_review", "adoption_reversed", "disruption_meeting", "therapeutic_referral"],
)  # fmt: skip
