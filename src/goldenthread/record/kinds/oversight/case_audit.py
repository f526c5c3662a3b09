"""Somebody outside the team reads the whole record and says how good the work is for the child."""

from goldenthread.record.kinds.language import DECIDERS, Kind, actions, choice, day, group, section

BETTER = {"yes": "Yes", "partly": "In some ways", "no": "No"}

KIND = Kind(
    "case_audit", "Audit of a child's record", "Is this child's life better because of us? What should be put right?",
    about="child",
    fields=[
        *group("The audit",
            day("audited", "When?", required=True),
            choice("better", "Is the child's life better because of us?", BETTER, required=True),
            section("why", "How do you know?", required=True),
            section("good", "What was good?"),
            section("child", "What do the child and the family say?"),
            actions(words="What is to be put right?"),
            day("again", "When will it be looked at again?", past=False),
        ),
    ],
    happened="audited",
    line="The record was audited",
    made_by=DECIDERS | {"reviewing_officer"}, theme="oversight",
    next_steps=["management_decision", "case_audit"],
)  # fmt: skip
