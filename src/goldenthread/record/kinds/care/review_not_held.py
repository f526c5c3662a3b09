"""A looked-after review that was adjourned by the reviewing officer, or cancelled."""

from goldenthread.record.kinds.fields import line_with, not_before, says
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

WHAT = {"adjourned": "Adjourned by the reviewing officer", "cancelled": "Cancelled"}
PROVISIONS = {"reg 36(2)": "Not enough preparation, or information: regulation 36(2)"}

KIND = Kind(
    "review_not_held", "Review adjourned or cancelled", "A looked-after review did not go ahead. Why, and when will it?",
    about="child",
    fields=[
        *group("What happened",
            day("decided", "On what day?", required=True),
            choice("what", "What happened?", WHAT, required=True),
            choice("provision", "On what provision?", PROVISIONS, required=True, when=("what", "adjourned")),
            text("why", "Why?", "What does waiting mean for the child, and what do they say?", required=True),
            day("next", "When will it be held?", past=False),
        ),
    ],
    happened="decided",
    during=v.looked_after,
    line=line_with("Looked-after review", "what", WHAT),
    gives=[
        Gives(v.review_adjourned, where=says("what", "adjourned"), facts={"provision": "provision"}),
        Gives(v.review_cancelled, where=says("what", "cancelled")),
    ],
    theme="care",
    next_steps=["looked_after_review"],
    checks=[not_before("decided", "next")],
)  # fmt: skip
