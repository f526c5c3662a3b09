"""A placement plan: what the carers need to know, and who decides what."""

from goldenthread.record.kinds.fields import attended, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "placement_plan", "Placement plan", "What must the carers know and do, so that this goes well for the child?",
    about="child",
    fields=[
        *group("The plan",
            day("agreed", "When was it agreed?", required=True),
            attended(words="Who agreed it?"),
            wishes("What matters to the child day by day?"),
            section("care", "How will the child be cared for here?", "Health, school, bedtime, food, faith, phone, friends."),
            section("decides", "Who may decide what?", "Haircuts, sleepovers, school trips, medical treatment."),
            section("trouble", "What might go wrong, and who is rung at night?"),
            actions(),
        ),
    ],
    happened="agreed",
    line="Placement plan agreed",
    gives=[Gives(v.placement_plan)],
    theme="care",
    next_steps=["visit", "stability_meeting"],
)  # fmt: skip
