"""A dental check."""

from goldenthread.record.kinds.fields import line_with, says
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

OUTCOMES = {"seen": "Seen by a dentist", "refused": "The child did not want to", "not_brought": "The child was not brought"}

KIND = Kind(
    "dental_check", "Dental check", "Has the child been to the dentist?",
    about="child",
    fields=[
        *group("The check",
            day("held", "When?", required=True),
            choice("outcome", "What happened?", OUTCOMES, required=True),
            text("found", "What is to be done?"),
        ),
    ],
    happened="held",
    line=line_with("Dental check", "outcome", OUTCOMES),
    gives=[Gives(v.dental_check, where=says("outcome", "seen"))],
    theme="health",
)  # fmt: skip
