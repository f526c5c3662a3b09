"""A consultation about a child's mental health, or a second questionnaire."""

from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, line, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "mental_health_consultation", "Mental health consultation", "Somebody who knows about children's minds thinks with you.",
    about="child",
    fields=[
        *group("The consultation",
            day("held", "When?", required=True),
            line("who", "With whom?"),
            section("advice", "What do they advise?", required=True),
            actions(),
        ),
    ],
    happened="held",
    line="Mental health consultation",
    gives=[Gives(v.mental_health_consultation)],
    theme="health",
    next_steps=["therapeutic_referral", "stability_meeting"],
)  # fmt: skip
