"""It is decided that the child should not, or should no longer, be placed for adoption."""

from goldenthread.record.kinds.language import Gives, Kind, code, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "adoption_reversed", "Decision that the child should not, or no longer, be placed for adoption",
    "Why, and what is the plan now?",
    about="child",
    fields=[
        *group("The decision",
            day("decided", "When?", required=True),
            code("reason", "Why?", "s903_reason_placed_ceased", required=True),
            section("now", "What is the plan for the child now?", "Who tells the child, and how?", required=True),
        ),
    ],
    happened="decided",
    line="It was decided that the child should not, or should no longer, be placed for adoption",
    gives=[Gives(v.adoption_reversed), Gives(v.permanence_step, facts={"step": lambda told: "reversal"})],
    significance="key", theme="permanence",
    next_steps=["permanence_plan", "care_plan", "looked_after_review"],
)  # fmt: skip
