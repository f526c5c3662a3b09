"""The child is matched with adopters."""

from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, people, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "adoption_match", "Match with adopters", "Why are they right for this child, and how will the child come to know them?",
    about="child",
    fields=[
        *group("The match",
            day("matched", "When was it decided?", required=True),
            people("adopters", "With whom?"),
            section("why", "Why are they right for the child?", "Brothers and sisters; what the child knows.", required=True),
            actions(words="How will the child come to know them?"),
        ),
    ],
    happened="matched",
    line="Matched with adopters",
    gives=[Gives(v.adoption_match), Gives(v.permanence_step, facts={"step": lambda told: "match"})],
    significance="key", theme="permanence",
    next_steps=["placed_for_adoption", "life_story_book"],
)  # fmt: skip
