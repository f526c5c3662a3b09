"""The child is formally matched with long-term foster carers."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, line, people, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "long_term_match", "Match with long-term foster carers", "This is where the child will grow up. Why with them?",
    about="child",
    fields=[
        *group("The match",
            day("matched", "When?", required=True),
            people("carers", "With whom?"),
            line("decided_by", "Which panel or manager decided?"),
            section("why", "Why are they right for the child?", required=True),
            wishes(),
            actions(words="What support do they need, until the child is 18?"),
        ),
    ],
    happened="matched",
    line="Matched with long-term foster carers",
    gives=[Gives(v.long_term_match), Gives(v.permanence_step, facts={"step": lambda told: "match"})],
    significance="key", theme="permanence",
    next_steps=["care_plan", "placement", "life_story_work"],
)  # fmt: skip
