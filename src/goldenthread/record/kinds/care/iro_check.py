"""The reviewing officer, between reviews, looks whether the plan is carried out, or sees the child."""

from goldenthread.record.kinds.fields import line_with, wishes
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, choice, day, group, text
from goldenthread.standards import vocabulary as v

WHAT = {"seen": "Saw the child", "spoke": "Spoke with the child", "checked": "Checked on the plan"}

KIND = Kind(
    "iro_check", "Reviewing officer's check between reviews", "Is what the review decided being done?",
    about="child",
    fields=[
        *group("The check",
            day("checked", "When?", required=True),
            choice("what", "What did you do?", WHAT, required=True),
            text("text", "What did you find?", required=True),
            wishes(),
            actions(),
        ),
    ],
    happened="checked",
    during=v.looked_after,
    line=line_with("Reviewing officer", "what", WHAT),
    gives=[Gives(v.iro_contact)],
    made_by=DECIDERS | {"reviewing_officer"}, theme="care",
    next_steps=["dispute", "looked_after_review"],
)  # fmt: skip
