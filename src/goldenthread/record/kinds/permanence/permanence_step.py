"""A step towards permanence that no other kind of entry tells of."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

STEPS = {
    "decision": "It was decided",
    "match": "The child was matched",
    "placement": "The child moved in",
    "order": "The court made the order",
    "reversal": "The plan was reversed",
}

KIND = Kind(
    "permanence_step", "Step towards permanence", "What has moved on, and what does the child know of it?",
    about="child",
    fields=[
        *group("The step",
            day("taken", "When?", required=True),
            choice("step", "Which?", STEPS, "Adoption and long-term matching have entries of their own.", required=True),
            text("text", "What happened, and what does the child say?"),
        ),
    ],
    happened="taken",
    line=line_with("Step towards permanence", "step", STEPS),
    gives=[Gives(v.permanence_step, facts={"step": "step"})],
    significance="key", theme="permanence",
    next_steps=["permanence_plan", "care_plan", "life_story_work"],
)  # fmt: skip
