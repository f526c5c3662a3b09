"""A secure accommodation order (section 25), until the court's authority ends."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, day, group, line, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "secure_order", "Secure accommodation order", "The court has said that the child may be locked up. Why, and until when?",
    about="child",
    fields=[
        *group("The order",
            day("began", "From when?", required=True),
            line("court", "Which court, and for how long?"),
            section("why", "Why is nothing less enough?", required=True),
            wishes("What does the child say, and who spoke for the child in court?"),
            section("ending", "What has to change for it to end?"),
        ),
        *group("When it ends", day("ended", "When did the court's authority end?", "The day the order runs to.", past=False)),
    ],
    happened="began", ended="ended",
    line="Secure accommodation order",
    gives=[Gives(v.secure_order)],
    significance="key", theme="care",
    next_steps=["secure_review", "visit", "placement"],
)  # fmt: skip
