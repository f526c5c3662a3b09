"""Family group decision-making is offered, or a reason recorded for no offer."""

from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

ANSWERS = {"accepted": "Accepted", "declined": "Declined", "none": "Not offered, with a reason"}


def _is_accepted(told: Told) -> bool | None:
    return {"accepted": True, "declined": False, "none": False}.get(told.get("answer"))


KIND = Kind(
    "family_group_offer", "Offer of family group decision-making",
    "The family is asked to make a plan of its own for the children.",
    about="children",
    fields=[
        *group("The offer",
            day("offered", "When was it offered, or decided not to?", required=True),
            choice("answer", "What did the family say?", ANSWERS, "Leave blank until they answer."),
            text("why", "Why was it not offered?", "Would it put a child in danger?", required=True, when=("answer", "none")),
            text("who", "Who in the family was asked?", "Both sides of the family."),
        ),
    ],
    happened="offered",
    line="Family group decision-making offered",
    gives=[Gives(v.family_group_offer, facts={"is_accepted": _is_accepted})],
    theme="family",
    next_steps=["family_group_meeting"],
)  # fmt: skip
