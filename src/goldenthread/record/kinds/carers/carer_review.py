"""A review of a foster carer's approval."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, section
from goldenthread.standards import vocabulary as v

OUTCOMES = {"continues": "The approval goes on", "changed": "On other terms", "ended": "The approval ends"}

KIND = Kind(
    "carer_review", "Review of a foster carer's approval", "Are children well cared for here, and what does the carer need?",
    about="carer",
    fields=[
        *group("The review",
            day("held", "When?", required=True),
            section("children", "What do the children who live or lived here say?"),
            section("carer", "How is the carer, and what do they need?"),
            choice("outcome", "What was decided?", OUTCOMES, required=True),
            actions(),
        ),
    ],
    happened="held",
    line=line_with("Foster carer's review", "outcome", OUTCOMES),
    gives=[Gives(v.carer_review)],
    next_steps=["carer_visit", "carer_review"],
)  # fmt: skip
