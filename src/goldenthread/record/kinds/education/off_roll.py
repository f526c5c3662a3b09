"""The child is on no school's roll."""

from goldenthread.record.kinds.fields import not_before
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "off_roll", "On no school's roll", "The child has no school. Who is finding one?",
    about="child",
    fields=[
        *group("The time without a school",
            day("began", "From when?", required=True),
            text("why", "How did it come about?"),
            day("referred", "When was the child referred as missing education?"),
            actions(),
        ),
        *group("When it ends", day("ended", "When was the child on a roll again?")),
    ],
    happened="began", ended="ended",
    line="On no school's roll",
    gives=[Gives(v.off_roll), Gives(v.missing_education_referral, on="referred")],
    significance="key", theme="education",
    next_steps=["education_plan"],
    checks=[not_before("began", "referred")],
)  # fmt: skip
