"""A child is detained, and so ceases to be looked after; the duty to visit goes on."""

from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, line, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "detention", "Detention after being looked after", "The child is detained and no longer looked after. Who still visits?",
    about="child",
    fields=[
        *group("The detention",
            day("began", "From when?", required=True),
            line("place", "Where?"),
            text("needs", "What will the child need there, and on the day they leave?"),
            actions(),
        ),
        *group("When it ends", day("ended", "When did it end?")),
    ],
    happened="began", ended="ended",
    line="Detained, and no longer looked after",
    gives=[Gives(v.detention)],
    significance="key", theme="care",
    next_steps=["visit", "pathway_assessment", "period_of_care"],
)  # fmt: skip
