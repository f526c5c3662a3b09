"""An unannounced visit to a foster carer."""

from goldenthread.record.kinds.language import Gives, Kind, actions, group, moment, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "carer_visit", "Unannounced visit to a foster carer", "What is it like here when nobody is expected?",
    about="carer",
    fields=[
        *group("The visit",
            moment("visited", "When?", required=True),
            section("saw", "What did you see?", required=True),
            section("children", "What did the children say?"),
            actions(),
        ),
    ],
    happened="visited",
    line="Visited unannounced",
    gives=[Gives(v.carer_visit)],
    next_steps=["carer_review"],
)  # fmt: skip
