"""A core group: those who carry out a child protection plan meet, with the family."""

from goldenthread.record.kinds.fields import LAST_TIME, WISHES, attended, last_time, left_out, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "core_group", "Core group", "Is the child protection plan changing the child's life?",
    about="children",
    fields=[
        *group("The meeting", day("held", "When did it meet?", required=True), attended(), last_time()),
        *group("What was said",
            section("progress", "What has changed for each child since last time?", "Not what was attended: what changed.",
                    required=True),
            section("worries", "What still worries us?"),
            wishes(),
        ),
        *group("What happens next", actions()),
    ],
    happened="held",
    during=v.protection_plan,
    line="Core group met",
    gives=[
        Gives(v.core_group),
        Gives(v.plan_update, where=lambda told: told.is_said("actions")),
        *left_out("core group", {"worries": "worries", "what happens next": "actions", **WISHES, **LAST_TIME}),
    ],
    theme="protection",
    next_steps=["core_group", "review_conference", "legal_concern"],
)  # fmt: skip
