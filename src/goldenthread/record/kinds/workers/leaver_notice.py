"""A worker gives notice."""

from goldenthread.record.kinds.fields import not_before
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, day, group, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "leaver_notice", "Notice to leave", "Somebody is leaving. Who tells each child, and who comes after?",
    about="worker",
    fields=[
        *group("Leaving",
            day("given", "When was notice given?", required=True),
            day("last_day", "Which is the last day?", past=False),
            text("children", "Who takes over each child, and how will they say goodbye?"),
        ),
    ],
    happened="given",
    line="Gave notice",
    gives=[Gives(v.leaver_notice)],
    made_by=DECIDERS,
    next_steps=["exit_interview"],
    checks=[not_before("given", "last_day")],
)  # fmt: skip
