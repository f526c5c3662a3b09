"""Time a child spends with family: what was planned, whether it happened, and how it was for the child."""

from goldenthread.record.kinds.fields import line_with, wishes
from goldenthread.record.kinds.language import Kind, actions, choice, group, moment, people, text

OUTCOMES = {
    "happened": "It happened",
    "child_declined": "The child did not want to",
    "family_absent": "The family did not come",
    "cancelled": "It was called off by us or the carers",
}

KIND = Kind(
    "family_time", "Family time", "How was it for the child?",
    about="children",
    fields=[
        *group("Family time",
            moment("met", "When?", required=True),
            people("who", "With whom?"),
            choice("outcome", "Did it happen?", OUTCOMES, required=True),
            text("seen", "What did you see?", "Before, during and after."),
            wishes("What does the child say of it?"),
            actions(),
        ),
    ],
    happened="met",
    line=line_with("Family time", "outcome", OUTCOMES),
    theme="family",
    next_steps=["childs_wish", "care_plan", "harm_concern"],
)  # fmt: skip
