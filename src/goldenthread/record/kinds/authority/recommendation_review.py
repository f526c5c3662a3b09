"""The evidence for a recommendation is reviewed."""

from goldenthread.record.kinds.authority.recommendation import KEEPERS
from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, text
from goldenthread.standards import vocabulary as v

PACE = {"done": "It is done, and it lasts", "on_track": "On the way", "slow": "Too slow", "stuck": "No change"}

KIND = Kind(
    "recommendation_review", "Review of the evidence for a recommendation", "Has children's experience changed? How do you know?",
    about="recommendation",
    fields=[
        *group("The review",
            day("reviewed", "When?", required=True),
            choice("pace", "How far is it?", PACE, required=True),
            text("evidence", "What is the evidence?", "What children say, what was seen in records, the numbers.", required=True),
            actions(),
        ),
    ],
    happened="reviewed",
    line=line_with("Evidence reviewed", "pace", PACE),
    gives=[Gives(v.recommendation_review)],
    made_by=KEEPERS,
    next_steps=["recommendation_review"],
)  # fmt: skip
