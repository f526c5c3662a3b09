"""A yearly appraisal."""

from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, day, group, outcomes, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "appraisal", "Appraisal", "What went well this year, and what comes next?",
    about="worker",
    fields=[
        *group("The appraisal",
            day("held", "When?", required=True),
            section("well", "What went well?", required=True),
            section("hard", "What was hard?"),
            outcomes(words="What will be different in a year?"),
        ),
    ],
    happened="held",
    line="Appraisal",
    gives=[Gives(v.appraisal)],
    made_by=DECIDERS,
    next_steps=["training", "supervision"],
)  # fmt: skip
