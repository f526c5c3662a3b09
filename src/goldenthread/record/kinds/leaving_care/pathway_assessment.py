"""What a young person will need on leaving care."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "pathway_assessment", "Assessment of needs on leaving care", "What will this young person need to do well on their own?",
    about="child",
    fields=[
        *group("The assessment",
            day("assessed", "When was it finished?", required=True),
            wishes("What do they want?"),
            section("home", "Where will they live?"),
            section("learning", "Learning and work"),
            section("money", "Money, and running a home"),
            section("health", "Health, and how they feel"),
            section("people", "Who will be there for them?", "Whom would they ring at two in the morning?", required=True),
        ),
    ],
    happened="assessed",
    line="Needs on leaving care assessed",
    gives=[Gives(v.leaving_care_assessment)],
    significance="key", theme="leaving care",
    next_steps=["pathway_plan"],
)  # fmt: skip
