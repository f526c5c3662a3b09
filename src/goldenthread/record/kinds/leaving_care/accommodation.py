"""Where a care leaver lives, and whether it is suitable. The address is kept with the person."""

from goldenthread.record.kinds.fields import line_with_code, wishes
from goldenthread.record.kinds.language import Gives, Kind, code, day, group, text, yes_no
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "accommodation", "Care leaver's home", "Where does the young person live, and is it good enough?",
    about="child",
    fields=[
        *group("The home",
            day("began", "Since when?", required=True),
            code("type", "What kind?", "s903_accommodation_type", required=True),
            yes_no("is_suitable", "Is it suitable?", "Safe, affordable, near those who matter.", required=True),
            text("why", "What makes it so, and if it is not, what is done?"),
            wishes("What do they say about it?"),
        ),
        *group("When it ends", day("ended", "Until when?", "A new one ends this one by itself.")),
    ],
    happened="began", ended="ended",
    replaces=True,
    line=line_with_code("Lives", "type", "s903_accommodation_type"),
    gives=[Gives(v.accommodation, facts={"type": "type", "is_suitable": "is_suitable"})],
    theme="leaving care",
    next_steps=["visit", "pathway_plan"],
)  # fmt: skip
