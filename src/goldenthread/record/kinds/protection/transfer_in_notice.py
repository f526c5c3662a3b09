"""Notice that a child on another authority's child protection plan has moved in."""

from goldenthread.record.kinds.language import Gives, Kind, actions, code, day, group, line, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "transfer_in_notice", "A child on a plan has moved in", "A child on another authority's protection plan has moved here.",
    about="children",
    fields=[
        *group("The notice",
            day("received", "When did notice come?", required=True),
            line("authority", "From which authority?", required=True),
            code("category", "Category of the plan", "category_of_abuse"),
            text("known", "What do they tell us?", "Have their records been read?"),
            actions(words="Who sees the children until our conference, and when?"),
        ),
    ],
    happened="received",
    line="Moved in on another authority's child protection plan",
    gives=[Gives(v.transfer_in_notice)],
    significance="key", theme="protection",
    next_steps=["initial_conference", "visit"],
)  # fmt: skip
