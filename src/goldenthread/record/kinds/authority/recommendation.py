"""A recommendation of an inspection, open until it is closed on evidence."""

from goldenthread.record.kinds.fields import needs_to_end
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, day, group, line, text
from goldenthread.standards import vocabulary as v

KEEPERS = DECIDERS | {"quality_assurance"}

KIND = Kind(
    "recommendation", "Recommendation", "What were we told to put right, and what would show that we have?",
    about="recommendation",
    fields=[
        *group("The recommendation",
            day("received", "When was it received?", required=True),
            line("source", "From which inspection or review?", required=True),
            text("text", "What does it say?", "Word for word.", required=True),
            text("evidence", "What would show that it is done?"),
            actions(),
        ),
        *group("When it is closed",
            day("closed", "Closed on"),
            text("shown", "Which evidence shows that it is done?"),
        ),
    ],
    happened="received", ended="closed",
    line="Recommendation received",
    gives=[Gives(v.recommendation)],
    made_by=KEEPERS,
    next_steps=["statement_of_action", "recommendation_review"],
    checks=[needs_to_end("closed", "shown", words="A recommendation is closed on evidence.")],
)  # fmt: skip
