"""A connected person is temporarily approved as a foster carer (regulation 24)."""

from goldenthread.record.kinds.language import Gives, Kind, day, group, line, person, section, yes_no
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "temporary_approval", "Temporary approval of a connected person", "A relative or friend is approved for now (regulation 24).",
    about="child",
    fields=[
        *group("The approval",
            day("approved", "When?", required=True),
            person("carer", "Of whom?"),
            line("officer", "By whom?"),
            section("suitable", "Why is it right for the child?", "What was seen at the home? Who lives there?"),
            yes_no("is_extended", "Was it extended, once (regulation 25)?"),
        ),
        *group("When it ends", day("ended", "Ended on, or fully approved on")),
    ],
    happened="approved", ended="ended",
    during=v.looked_after, ended_with=["period_of_care"],
    line="A connected person was temporarily approved",
    gives=[Gives(v.temporary_approval, facts={"is_extended": "is_extended"})],
    theme="care",
    next_steps=["placement", "guardianship_assessment"],
)  # fmt: skip
