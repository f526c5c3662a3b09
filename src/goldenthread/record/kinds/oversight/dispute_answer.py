"""A senior manager answers a dispute."""

from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, choice, day, group, text
from goldenthread.standards import vocabulary as v

ANSWERS = {"agreed": "Agreed", "partly": "Agreed in part", "no": "Not agreed"}

KIND = Kind(
    "dispute_answer", "Answer to a dispute", "What will be done about what was raised, and why?",
    about="children",
    fields=[
        *group("The answer",
            day("answered", "When?", required=True),
            choice("answer", "What is the answer?", ANSWERS, required=True),
            text("why", "Why?", required=True),
            actions(),
        ),
    ],
    happened="answered",
    line="A senior manager answered the dispute",
    gives=[Gives(v.dispute_answer)],
    made_by=DECIDERS, theme="oversight",
    next_steps=["dispute_answer", "management_decision"],
)  # fmt: skip
