"""A written statement of what will be done about a recommendation."""

from goldenthread.record.kinds.authority.recommendation import KEEPERS
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "statement_of_action", "Written statement of action", "What will we do, and how will anyone know that it worked?",
    about="recommendation",
    fields=[
        *group("The statement",
            day("submitted", "When was it submitted?", required=True),
            text("text", "What does it say?", required=True),
            actions(),
        ),
    ],
    happened="submitted",
    line="Written statement of action submitted",
    gives=[Gives(v.statement_of_action)],
    made_by=KEEPERS,
    next_steps=["recommendation_review"],
)  # fmt: skip
