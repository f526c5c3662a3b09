"""The agency decides that the child should be placed for adoption."""

from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, line, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "adoption_decision", "Decision that the child should be placed for adoption", "The agency's decision, and its reasons.",
    about="child",
    fields=[
        *group("The decision",
            day("decided", "When did the decision maker decide?", required=True),
            line("decided_by", "Who decided?"),
            section("why", "Why is nothing less enough for this child?", required=True),
            section("views", "What do the child, the parents and the guardian say?"),
            actions(words="What happens next, who does it, and by when?"),
        ),
    ],
    happened="decided",
    line="The agency decided that the child should be placed for adoption",
    gives=[Gives(v.adoption_decision), Gives(v.permanence_step, facts={"step": lambda told: "decision"})],
    significance="key", theme="permanence",
    next_steps=["placement_order", "adoption_match", "adoption_reversed"],
)  # fmt: skip
