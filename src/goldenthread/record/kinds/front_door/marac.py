"""A multi-agency risk assessment conference on domestic abuse: what it was told, and what it decided."""

from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "marac", "MARAC", "The conference is about the adult at risk. What does it need to know of the children who live with it?",
    about="children",
    fields=[
        *group("Before it",
            day("listed", "When was the family listed?", required=True),
            day("informed", "When was up-to-date information about the children given?"),
            text("information", "What was the conference told?", "Who lives at home now; what the children see, hear and say."),
        ),
        *group("What it decided",
            day("met", "When did it meet?"),
            text("decided", "What does it mean for the children?"),
            actions(words="What will be done, by which agency? Say so where nothing was asked of us."),
            day("recorded", "When were its actions put on this record?"),
        ),
    ],
    happened="listed",
    line="Listed for a MARAC",
    gives=[
        Gives(v.marac_listed), Gives(v.marac_information, on="informed"), Gives(v.marac, on="met"),
        Gives(v.marac_actions, on="recorded"),
    ],
    significance="key", theme="front door",
    next_steps=["strategy_discussion", "assessment", "safety_plan", "management_decision"],
)  # fmt: skip
