"""The child lives with the adopters, until the order is made or the placement ends."""

from goldenthread.record.kinds.fields import line_with, wishes
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, people
from goldenthread.standards import vocabulary as v

PROVISIONS = {
    "s 19": "With consent: Adoption and Children Act 2002, section 19",
    "s 21": "With a placement order: section 21",
}

KIND = Kind(
    "placed_for_adoption", "Placed for adoption", "The child goes to live with the adopters.",
    about="child",
    fields=[
        *group("The placement",
            day("began", "When did the child go to live with them?", required=True),
            choice("provision", "On what provision?", PROVISIONS, required=True),
            people("adopters", "With whom?"),
            wishes("How was it for the child?"),
        ),
        *group("When it ends", day("ended", "When was the order made, or did it end?")),
    ],
    happened="began", ended="ended",
    ended_with=["period_of_care"],
    line=line_with("Placed for adoption", "provision", PROVISIONS),
    gives=[
        Gives(v.placed_for_adoption, facts={"provision": "provision"}),
        Gives(v.permanence_step, facts={"step": lambda told: "placement"}),
    ],
    significance="key", theme="permanence",
    next_steps=["visit", "looked_after_review", "life_story_book", "adoption_order", "adoption_disruption"],
)  # fmt: skip
