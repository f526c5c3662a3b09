"""An exit interview, held or declined: why people leave."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, choice, choices, day, group, text
from goldenthread.standards import vocabulary as v

OUTCOMES = {"held": "Held", "declined": "Offered, and declined"}
REASONS = {
    "load": "Too many children, or too hard",
    "manager": "Support from managers",
    "pay": "Pay",
    "career": "A step up, or a change",
    "home": "Life at home, travel",
    "safety": "Did not feel safe",
    "other": "Something else",
}

KIND = Kind(
    "exit_interview", "Exit interview", "Why are you leaving, and what would have kept you?",
    about="worker",
    fields=[
        *group("The interview",
            day("held", "When was it held, or declined?", required=True),
            choice("outcome", "What happened?", OUTCOMES, required=True),
            choices("reasons", "Why?", REASONS, reader="the director, counted, never fewer than five together"),
            text("kept", "What would have kept you?"),
        ),
    ],
    happened="held",
    line=line_with("Exit interview", "outcome", OUTCOMES),
    gives=[Gives(v.exit_interview)],
    made_by=DECIDERS,
)  # fmt: skip
