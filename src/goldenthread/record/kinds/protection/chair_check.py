"""The chair of a conference looks, between conferences, whether the plan is being carried out."""

from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, choice, day, group, text
from goldenthread.standards import vocabulary as v

PROGRESS = {"yes": "It is being carried out", "partly": "Some of it is", "no": "It is not"}

KIND = Kind(
    "chair_check", "Chair's check between conferences", "Is the plan being carried out, and are the children seen?",
    about="children",
    fields=[
        *group("The check",
            day("checked", "When?", required=True),
            choice("progress", "Is the plan being carried out?", PROGRESS, required=True),
            text("text", "What did you find, and whom did you speak with?", required=True),
            actions(),
        ),
    ],
    happened="checked",
    during=v.protection_plan,
    line="The conference chair checked on the plan",
    gives=[Gives(v.chair_check)],
    made_by=DECIDERS | {"reviewing_officer"}, theme="protection",
    next_steps=["dispute", "review_conference"],
)  # fmt: skip
