"""A safety plan; an interim one holds until a conference."""

from goldenthread.record.kinds.fields import says, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, moment, people, text, yes_no
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v


def _line(told: Told) -> str:
    return "Interim safety plan made" if told.get("is_interim") else "Safety plan made"


KIND = Kind(
    "safety_plan", "Safety plan", "Who does what, from tonight, so that the child is safe?",
    about="children",
    fields=[
        *group("The danger",
            moment("made", "When was it made?", required=True),
            yes_no("is_interim", "Is it an interim plan, until a conference?"),
            text("danger", "What are the children to be kept safe from?", required=True),
            people("from_whom", "From whom?"),
        ),
        *group("The plan",
            text("contact", "Who may see the children, and who may not?", "Who watches, and what if they cannot?", required=True),
            text("agreed", "Who has agreed to it, and can they keep it?"),
            wishes("What would make the child feel safe?", "Whom will the child tell if it goes wrong?"),
            actions(words="Who does what?", required=True),
            day("look_again", "When will you look at it again?", required=True, past=False),
        ),
    ],
    happened="made",
    line=_line,
    gives=[Gives(v.safety_plan), Gives(v.interim_safety_plan, where=says("is_interim", True))],
    significance="key", theme="protection",
    next_steps=["visit", "safety_plan", "initial_conference", "risk_assessment"],
)  # fmt: skip
